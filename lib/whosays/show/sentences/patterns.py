"""What is asked of several cases together, and why a few of them prove nothing."""

from whosays.show.language import Terms, Words, number, tr, tr_many

COLUMNS = Terms("Question", "Counted in", "Yes", "No", "Does not say")
UNITS = Words({"cases": "cases", "pairs": "pairs of cases", "claims": "claims"}, context="counted in")
QUESTIONS = Words(
    {
        "repeated": "Is the claim mentioned more often than it has roots?",
        "more": "Of two cases, does the one with more mentions have more roots?",
        "official": "Did the asked account hold, where an official gave it?",
        "other": "Did it hold, where somebody else gave it?",
        "by_officials": "Did a claim hold that an official states first?",
        "by_others": "Did a claim hold that somebody else states first?",
        "moved": "Is its word beyond the article another than in the article alone?",
        "knowable": "Was its word of today the word on the day of print?",
        "first": "Does the article state it before any answer to it?",
        "room": "Do more words tell the account than answer it?",
    }
)
FIGURE_COLUMNS = Terms("Case", "Mentions", "Roots")
DRAWN = Words(
    {
        "mentions": "how often the article mentions the claim",
        "roots": "how many roots stand behind it",
        "gap": "the distance between the two",
    }
)


def note() -> str:
    """Return what the figure does not say."""
    return tr(
        "The distance shows how often one root is repeated. It does not say who is right: a claim with one root can "
        "hold."
    )


def sentence(cases: int, repeated: int) -> str:
    """Return what the counts say together, and what they cannot say.

    Args:
        cases: How many cases ask about a claim.
        repeated: In how many of them it is mentioned more often than it has roots.
    """
    if not cases:
        return tr("There is no case here that asks about a claim.")
    caveat = tr("The makers of the kit chose these cases, so a pattern here is a question and not a finding.")
    return f"{_repeated(cases, repeated)}. {caveat}"


def figure(cases: int, repeated: int, mentions: int, roots: int) -> str:
    """Return the one sentence of the figure.

    Args:
        cases: How many cases ask about a claim.
        repeated: In how many of them it is mentioned more often than it has roots.
        mentions: How often it is mentioned where the two differ most.
        roots: At how many roots its trails end there.
    """
    if not cases:
        return tr("There is no case here that asks about a claim.")
    told = [_repeated(cases, repeated)]
    told += [tr("where they differ most, {behind}", behind=behind(mentions, roots))] if repeated else []
    return f"{'; '.join(told)}."


def _repeated(cases: int, repeated: int) -> str:
    if 1 < cases == repeated:
        return tr_many(
            cases,
            "In each of {number} case the asked claim is mentioned more often than it has roots",
            "In each of {number} cases the asked claim is mentioned more often than it has roots",
        )
    return tr_many(
        cases,
        "In {repeated} of {number} case the asked claim is mentioned more often than it has roots",
        "In {repeated} of {number} cases the asked claim is mentioned more often than it has roots",
        repeated=number(repeated),
    )


def behind(mentions: int, roots: int) -> str:
    """Return how often a claim is mentioned, and at how many roots that ends."""
    ends = tr_many(roots, "{number} root", "{number} roots") if roots else tr("no root that is named")
    return tr_many(mentions, "{number} mention from {roots}", "{number} mentions from {roots}", roots=ends)

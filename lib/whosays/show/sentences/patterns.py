"""What is asked of several cases together, and why a few of them prove nothing."""

from whosays.show.language import number
from whosays.show.sentences import counted

COLUMNS = ("Question", "Counted in", "Yes", "No", "Does not say")
CASES, PAIRS, CLAIMS = "cases", "pairs of cases", "claims"
REPEATED = "Is the claim mentioned more often than it has roots?"
MORE = "Of two cases, does the one with more mentions have more roots?"
OFFICIAL = "Did the asked account hold, where an official gave it?"
OTHER = "Did it hold, where somebody else gave it?"
BY_OFFICIALS = "Did a claim hold that an official states first?"
BY_OTHERS = "Did a claim hold that somebody else states first?"
MOVED = "Is its word beyond the article another than in the article alone?"
KNOWABLE = "Was its word of today the word on the day of print?"
FIRST = "Does the article state it before any answer to it?"
ROOM = "Do more words tell the account than answer it?"
FIGURE_COLUMNS = ("Case", "Mentions", "Roots")
MENTIONS, ROOTS = "how often the article mentions the claim", "how many roots stand behind it"
GAP = "the distance between the two"
NOTE = (
    "The distance shows how often one root is repeated. It does not say who is right: a claim with one root can hold."
)
CAVEAT = "The makers of the kit chose these cases, so a pattern here is a question and not a finding."


def sentence(cases: int, repeated: int) -> str:
    """Return what the counts say together, and what they cannot say.

    Args:
        cases: How many cases ask about a claim.
        repeated: In how many of them it is mentioned more often than it has roots.
    """
    if not cases:
        return "There is no case here that asks about a claim."
    return f"{_repeated(cases, repeated)}. {CAVEAT}"


def figure(cases: int, repeated: int, mentions: int, roots: int) -> str:
    """Return the one sentence of the figure.

    Args:
        cases: How many cases ask about a claim.
        repeated: In how many of them it is mentioned more often than it has roots.
        mentions: How often it is mentioned where the two differ most.
        roots: At how many roots its trails end there.
    """
    if not cases:
        return "There is no case here that asks about a claim."
    most = f"; where they differ most, {behind(mentions, roots)}" if repeated else ""
    return f"{_repeated(cases, repeated)}{most}."


def _repeated(cases: int, repeated: int) -> str:
    where = (
        f"each of {counted(cases, 'case')}"
        if 1 < cases == repeated
        else f"{number(repeated)} of {counted(cases, 'case')}"
    )
    return f"In {where} the asked claim is mentioned more often than it has roots"


def behind(mentions: int, roots: int) -> str:
    """Return how often a claim is mentioned, and at how many roots that ends."""
    return f"{counted(mentions, 'mention')} from {counted(roots, 'root') if roots else 'no root that is named'}"

"""What the What-if view says."""

from collections.abc import Mapping, Sequence

from whosays.show.language import Terms, Words, number, tr, tr_many
from whosays.show.sentences import STANDING_WORDS, capital, listed

TOUCHED = ("silent", "unanswered", "other", "weaker", "stronger", "shifted")
LABELS = Words(
    {
        "whatif_title": "Take a source away",
        "whatif_in_use": "{left} of {count} in use",
        "whatif_back": "Put all back",
        "whatif_changes": "Before and after",
        "whatif_touched": "{count} of {all} claims touched",
        "whatif_rest": "The other {count} claims: no change.",
        "whatif_none": "All {count} claims: no change.",
        "whatif_word": "word changes",
        "whatif_weaker": "same word, weaker answer",
        "whatif_unknown": "not worked out here",
        "whatif_linchpin": "Linchpin:",
        "whatif_linchpin_note": "on each side, the source whose loss changes the most claims.",
        "whatif_leans": "What each word leans on",
        "whatif_notice": "Taking a source away, or reading it otherwise, does not make a claim truer or less true. "
        "It shows what a judgement leans on.",
        "whatif_without": "Without {names}, {half}",
        "whatif_joined": "With {names} as one source, {half}",
        "whatif_graded": "With {names} read as “{grade}”, {half}",
        "whatif_and": " and ",
        "whatif_stronger": "same word, stronger answer",
        "whatif_shifted": "same word, other answers",
        "whatif_join_title": "Treat two as one source",
        "whatif_join_first": "First source",
        "whatif_join_second": "Second source",
        "whatif_join": "Treat as one",
        "whatif_join_same": "Choose two different sources.",
        "whatif_grade_title": "Read otherwise how a source knows",
        "whatif_grade_note": "One scale for every source: what is higher outweighs what is lower.",
        "whatif_grade_source": "Source",
        "whatif_scale": "How it knows",
        "whatif_mine": "Your reading",
        "whatif_one": "{names}: one source",
        "whatif_read_as": "{names}: {grade}",
        "whatif_apart": "Apart again",
        "whatif_by_rule": "By the rule again",
        "whatif_asked": "The notebook is working this out; its kernel must be running.",
        "whatif_kernel": "This page shows one kind of change at a time: put one back, or put all back. "
        "The explorer in a notebook works out any mixture.",
    }
)
COLUMNS = Terms("Source", "Claims that rest on it alone", "Claims it answers", "Claims whose word changes without it")
CHANGES = Terms("Claim", "Before", "What stands behind it", "After", "What stands behind it then")
SIDES = Words({"claims": "Linchpin, claims", "answers": "Linchpin, answers"})


def prompt() -> str:
    """Return the question under the view."""
    return tr("Which source would you most like to hear from again, and what would you ask?")


def all_here(count: int) -> str:
    """Return the sentence with nothing taken away."""
    return tr_many(
        count,
        "{Number} source is here; take one away and see what leans on it.",
        "{Number} sources are here; take one away and see what leans on it.",
    )


def all_back(count: int) -> str:
    """Return the sentence once everything is put back."""
    return tr_many(
        count,
        "The one source is back. No claim has changed.",
        "All {number} sources are back. No claim has changed.",
    )


def rests(alone: int, only: int, one_of: int) -> str:
    """Return what leans on a source.

    Args:
        alone: Claims that nobody else states.
        only: Claims to which it is the only one that speaks against them.
        one_of: Claims to which it speaks against them among others.
    """
    parts: list[str] = []
    if alone:
        parts.append(tr_many(alone, "{number} claim rests on it alone", "{number} claims rest on it alone"))
    if only:
        parts.append(tr_many(only, "the only answer to {number} claim", "the only answer to {number} claims"))
    if one_of and only:
        parts.append(
            tr_many(one_of, "one of the answers to {number} other claim", "one of the answers to {number} other claims")
        )
    elif one_of:
        parts.append(tr_many(one_of, "one of the answers to {number} claim", "one of the answers to {number} claims"))
    return "; ".join(parts) or tr("nothing rests on it alone")


def note(word: str, against: int, went: int) -> str:
    """Return what stands behind a word: how many roots speak against the claim, and how many of them went there."""
    if word == "cannot be judged":
        return tr("nobody left who says it")
    if not against:
        return tr("no answer")
    place = number(went) if went else tr("none")
    return tr_many(
        against,
        "{number} root against it, {place} first-hand",
        "{number} roots against it, {place} first-hand",
        place=place,
    )


def half(kinds: Mapping[str, int], *, gone: bool) -> str:
    """Return the second half of "Without …".

    Args:
        kinds: How many claims have nobody left who says them (silent), lose their only answer (unanswered), change
            their word otherwise (other), or keep it with fewer answers or fewer from the place (weaker), with more
            (stronger), or with fewer of one and more of the other (shifted). What is left out counts as none.
        gone: Whether nobody is left who went to the place.
    """
    said = [_touched(kind, kinds[kind]) for kind in TOUCHED if kinds.get(kind)]
    said += [tr("nobody who saw it first-hand is left")] if gone else []
    return f"{listed(said) or tr('no claim changes')}."


def _touched(kind: str, count: int) -> str:
    return {
        "silent": tr_many(
            count, "{number} claim has nobody left who says it", "{number} claims have nobody left who says them"
        ),
        "unanswered": tr_many(count, "{number} claim loses its only answer", "{number} claims lose their only answer"),
        "other": tr_many(count, "{number} claim changes its word", "{number} claims change their word"),
        "weaker": tr_many(
            count,
            "{number} claim keeps its word on a weaker answer",
            "{number} claims keep their word on a weaker answer",
        ),
        "stronger": tr_many(
            count,
            "{number} claim keeps its word on a stronger answer",
            "{number} claims keep their word on a stronger answer",
        ),
        "shifted": tr_many(
            count, "{number} claim keeps its word on other answers", "{number} claims keep their word on other answers"
        ),
    }[kind]


def by_rule(grades: Sequence[str]) -> str:
    """Return how a source knows by the rule, best first."""
    return tr("by the rule: {grades}", grades=tr(" or ").join(grades))


def hypothesis(
    without: Sequence[str], joined: Sequence[Sequence[str]], graded: Sequence[tuple[str, str]], said: str
) -> str:
    """Return the one sentence of a reading.

    Args:
        without: Names of what is taken away.
        joined: Names of what counts as one source, group by group.
        graded: Name of a source, and how it is read to know.
        said: What follows, from ``half``.
    """
    parts = [tr("without {names}", names=listed(without))] if without else []
    parts += [tr("with {names} as one source", names=listed(group)) for group in joined]
    parts += [tr("with {names} read as “{grade}”", names=name, grade=grade) for name, grade in graded]
    return capital(", ".join([listed(parts), said] if parts else [said]))


def linchpin(word: str, sets: Sequence[tuple[Sequence[str], str]]) -> str:
    """Return what it would take to change a word.

    Args:
        word: The word as it stands.
        sets: The smallest sets, as names, and the word each leads to.
    """
    if not sets:
        return tr("{word}: no loss of up to three other sources changes that.", word=STANDING_WORDS[word])
    names, after = sets[0]
    said = listed(names)
    if len(sets) == 1:
        return tr(
            "{word}; without {names} the word would be “{after}”.",
            word=STANDING_WORDS[word],
            names=said,
            after=STANDING_WORDS[after],
        )
    return tr_many(
        len(sets) - 1,
        "{word}; without {names} the word would be “{after}”, and so for {number} other set of that size.",
        "{word}; without {names} the word would be “{after}”, and so for {number} other sets of that size.",
        word=STANDING_WORDS[word],
        names=said,
        after=STANDING_WORDS[after],
    )

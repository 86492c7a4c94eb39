"""What the What-if view says."""

from collections import Counter
from collections.abc import Mapping, Sequence

from whosays.show.sentences import capital, counted, listed, number

WITHOUT = "without {names}"
JOINED = "with {names} as one source"
GRADED = "with {names} read as “{grade}”"
LABELS = {
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
    "whatif_without": capital(f"{WITHOUT}, {{half}}"),
    "whatif_joined": capital(f"{JOINED}, {{half}}"),
    "whatif_graded": capital(f"{GRADED}, {{half}}"),
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
    "whatif_kernel": "This page shows one kind of change at a time: put one back, or put all back. The explorer in a "
    "notebook works out any mixture.",
}
COLUMNS = ("Source", "Claims that rest on it alone", "Claims it answers", "Claims whose word changes without it")
CHANGES = ("Claim", "Before", "What stands behind it", "After", "What stands behind it then")
SIDES = {"claims": "Linchpin, claims", "answers": "Linchpin, answers"}
PROMPT = "Which source would you most like to hear from again, and what would you ask?"


def all_here(count: int) -> str:
    """Return the sentence with nothing taken away."""
    verb = "is" if count == 1 else "are"
    return f"{capital(counted(count, 'source'))} {verb} here; take one away and see what leans on it."


def all_back(count: int) -> str:
    """Return the sentence once everything is put back."""
    return f"All {counted(count, 'source')} are back. No claim has changed."


def rests(alone: int, only: int, one_of: int) -> str:
    """Return what leans on a source.

    Args:
        alone: Claims that nobody else states.
        only: Claims to which it is the only one that speaks against them.
        one_of: Claims to which it speaks against them among others.
    """
    parts: list[str] = []
    if alone:
        parts.append(f"{counted(alone, 'claim')} {'rests' if alone == 1 else 'rest'} on it alone")
    if only:
        parts.append(f"the only answer to {counted(only, 'claim')}")
    if one_of:
        parts.append(f"one of the answers to {counted(one_of, 'other claim' if only else 'claim')}")
    return "; ".join(parts) or "nothing rests on it alone"


def note(word: str, against: int, went: int) -> str:
    """Return what stands behind a word: how many roots speak against the claim, and how many of them went there."""
    if word == "cannot be judged":
        return "nobody left who says it"
    if not against:
        return "no answer"
    place = "none" if not went else number(went)
    return f"{counted(against, 'root')} against it, {place} first-hand"


def half(kinds: Mapping[str, int], *, gone: bool) -> str:
    """Return the second half of "Without …".

    Args:
        kinds: How many claims have nobody left who says them (silent), lose their only answer (unanswered), change
            their word otherwise (other), or keep it with fewer answers or fewer from the place (weaker), with more
            (stronger), or with fewer of one and more of the other (shifted). What is left out counts as none.
        gone: Whether nobody is left who went to the place.
    """
    count = Counter(kinds).__getitem__
    parts = [
        _claims(count("silent"), "has nobody left who says it", "have nobody left who says them"),
        _claims(count("unanswered"), "loses its only answer", "lose their only answer"),
        _claims(count("other"), "changes its word", "change their word"),
        _claims(count("weaker"), "keeps its word on a weaker answer", "keep their word on a weaker answer"),
        _claims(count("stronger"), "keeps its word on a stronger answer", "keep their word on a stronger answer"),
        _claims(count("shifted"), "keeps its word on other answers", "keep their word on other answers"),
        "nobody who saw it first-hand is left" if gone else "",
    ]
    said = [part for part in parts if part]
    return f"{listed(said) or 'no claim changes'}."


def by_rule(grades: Sequence[str]) -> str:
    """Return how a source knows by the rule, best first."""
    return f"by the rule: {' or '.join(grades)}"


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
    parts = [WITHOUT.format(names=listed(without))] if without else []
    parts += [JOINED.format(names=listed(group)) for group in joined]
    parts += [GRADED.format(names=name, grade=grade) for name, grade in graded]
    return capital(", ".join([listed(parts), said] if parts else [said]))


def _claims(count: int, one: str, many: str) -> str:
    return f"{counted(count, 'claim')} {one if count == 1 else many}" if count else ""


def linchpin(word: str, sets: Sequence[tuple[Sequence[str], str]]) -> str:
    """Return what it would take to change a word.

    Args:
        word: The word as it stands.
        sets: The smallest sets, as names, and the word each leads to.
    """
    if not sets:
        return f"{word}: no loss of up to three other sources changes that."
    names, after = sets[0]
    more = f", and so for {counted(len(sets) - 1, 'other set')} of that size" if len(sets) > 1 else ""
    return f"{word}; without {listed(list(names))} the word would be “{after}”{more}."

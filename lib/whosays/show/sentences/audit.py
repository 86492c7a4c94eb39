"""What the audit of attribution says."""

from collections.abc import Sequence

from whosays.show.language import NUMBERS, number
from whosays.show.sentences import BASIS, capital, listed

LABELS = {
    "audit_title": "A second look at the path",
}
COLUMNS = (
    "Source",
    "What it is",
    "Named",
    "Party",
    "Statements",
    "Word for word",
    "Passed on",
    "Used for",
)
CLAIM_COLUMNS = (
    "Claim",
    "Statements",
    "Person named",
    "Institution only",
    "Nobody named",
    "Own voice",
    "Word for word",
)
NAMED = {"person": "as a person", "institution": "as an institution only", "no": "not named"}
PASSED_ON = "passing it on"
SHOWN = 3  # subjects of claims in one cell; the rest is counted
DENIED = {"doubts": "only doubts it", "cautions": "only cautions"}


def mutual(sources: Sequence[str], roots: Sequence[str]) -> str:
    """Return that some bodies rest on one another.

    Args:
        sources: Labels of the bodies in the circle.
        roots: Labels of those outside it at which the trail ends.
    """
    other = "each other" if len(sources) == 2 else "one another"  # noqa: PLR2004 - a pair
    head = f"{capital(listed(sources))} rest on {other}"
    return f"{head}; {f'the trail also leads to {listed(roots)}' if roots else 'nobody else is named as the start'}."


def vouching(place: str, label: str) -> str:
    """Return that a root vouches for its own account; the place opens the sentence."""
    return f"{capital(place)} has the account of {label} vouched for by the same root; no other root is shown there."


def figure(place: str, given: str, other: str, other_given: str, *, exact: bool) -> str:
    """Return that one number is given in two ways: "The headline gives 600 as exact; paragraph 1 gives ..."."""
    return f"{capital(place)} gives {given}{' as exact' if exact else ''}; {other} gives {other_given}"


def hedge_left_out(place: str, hedge: str, other: str) -> str:
    """Return that a hedge is missing."""
    return f"{capital(place)} leaves out “{hedge}”, which {other} has"


def hedge_added(place: str, hedge: str, other: str) -> str:
    """Return that a hedge has come in on the way."""
    return f"{capital(place)} adds “{hedge}”, which {other} does not have"


def speaker(place: str, other: str, label: str) -> str:
    """Return that nobody is named here who is named there."""
    return f"{capital(place)} names nobody for it; {other} names {label}"


def relay(place: str, labels: Sequence[str]) -> str:
    """Return which relay is not named."""
    return f"{capital(place)} does not name {listed(labels)}, who passed it on"


def witness(place: str, label: str, other: str) -> str:
    """Return that somebody is said to have seen what somebody else told."""
    return f"{capital(place)} says {label} saw it; further back it comes from {other}"


def basis(place: str, label: str, other: str, how: str) -> str:
    """Return that somebody is said to have seen what is known in another way elsewhere."""
    return f"{capital(place)} says {label} saw it; for {other} it is “{BASIS[how].lower()}”"


def doubt(place: str, label: str, stance: str) -> str:
    """Return that a doubt was lost on the way."""
    return f"{capital(place)} states it; further back {label} {DENIED[stance]}"


def linked(text: str, surely: str) -> str:
    """Return a sentence about two statements, with how sure it is that one rests on the other."""
    return f"{text}; the link between them is {surely}." if surely in {"likely", "unclear"} else f"{text}."


def joined(labels: Sequence[str]) -> str:
    """Return that roots of the article are one beyond it."""
    return f"{capital(listed(labels))} are {number(len(labels))} roots in the article and one beyond it."


def named(count: int, person: int, institution: int, nobody: int, own: int) -> str:
    """Return the one sentence of the list of sources.

    Args:
        count: Statements of the layer.
        person: Those whose speaker is named as a person.
        institution: Those that name an institution alone.
        nobody: Those that name nobody.
        own: Those in the own voice of the article or document.
    """
    if not count:
        return "No statement is made here."
    digits = max(person, institution, nobody, own) >= len(NUMBERS)
    shown = str if digits else number
    parts = [
        f"{shown(n)} {'names' if n == 1 else 'name'} {whom}"
        for n, whom in ((person, "a person"), (institution, "an institution only"), (nobody, "nobody"))
        if n
    ]
    parts += [f"{shown(own)} {'is' if own == 1 else 'are'} the writer’s own"] if own else []
    return f"Of {shown(count)} statement{'s' if count != 1 else ''}, {listed(parts)}."


def used_for(subjects: Sequence[str]) -> str:
    """Return what a source is used for, in one cell."""
    shown, rest = subjects[:SHOWN], len(subjects) - SHOWN
    return "; ".join([*shown, f"and {number(rest)} more"]) if rest > 0 else "; ".join(shown)

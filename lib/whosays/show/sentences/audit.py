"""What the audit of attribution says."""

from collections.abc import Sequence

from whosays.show.language import NUMBERS, Terms, Words, number, tr, tr_many
from whosays.show.sentences import BASIS_LINE, capital, listed

LABELS = Words({"audit_title": "A second look at the path"})
COLUMNS = Terms(
    "Source",
    "What it is",
    "Named",
    "Party",
    "Statements",
    "Word for word",
    "Passed on",
    "Used for",
)
CLAIM_COLUMNS = Terms(
    "Claim",
    "Statements",
    "Person named",
    "Institution only",
    "Nobody named",
    "Own voice",
    "Word for word",
)
NAMED = Words({"person": "as a person", "institution": "as an institution only", "no": "not named"})
SHOWN = 3  # subjects of claims in one cell; the rest is counted


def mutual(sources: Sequence[str], roots: Sequence[str]) -> str:
    """Return that some bodies rest on one another.

    Args:
        sources: Labels of the bodies in the circle.
        roots: Labels of those outside it at which the trail ends.
    """
    names, others, pair = listed(sources), listed(roots), len(sources) == 2  # noqa: PLR2004 - a pair
    if roots:
        text = (
            tr("{names} rest on each other; the trail also leads to {others}.", names=names, others=others)
            if pair
            else tr("{names} rest on one another; the trail also leads to {others}.", names=names, others=others)
        )
    else:
        text = (
            tr("{names} rest on each other; nobody else is named as the start.", names=names)
            if pair
            else tr("{names} rest on one another; nobody else is named as the start.", names=names)
        )
    return capital(text)


def vouching(place: str, label: str) -> str:
    """Return that a root vouches for its own account; the place opens the sentence."""
    text = tr(
        "{place} has the account of {label} vouched for by the same root; no other root is shown there.",
        place=place,
        label=label,
    )
    return capital(text)


def figure(place: str, given: str, other: str, other_given: str, *, exact: bool) -> str:
    """Return that one number is given in two ways: "The headline gives 600 as exact; paragraph 1 gives ..."."""
    parts = {"place": place, "given": given, "other": other, "other_given": other_given}
    if exact:
        return capital(tr("{place} gives {given} as exact; {other} gives {other_given}", **parts))
    return capital(tr("{place} gives {given}; {other} gives {other_given}", **parts))


def hedge_left_out(place: str, hedge: str, other: str) -> str:
    """Return that a hedge is missing."""
    return capital(tr("{place} leaves out “{hedge}”, which {other} has", place=place, hedge=hedge, other=other))


def hedge_added(place: str, hedge: str, other: str) -> str:
    """Return that a hedge has come in on the way."""
    return capital(tr("{place} adds “{hedge}”, which {other} does not have", place=place, hedge=hedge, other=other))


def speaker(place: str, other: str, label: str) -> str:
    """Return that nobody is named here who is named there."""
    return capital(tr("{place} names nobody for it; {other} names {label}", place=place, other=other, label=label))


def relay(place: str, labels: Sequence[str]) -> str:
    """Return which relay is not named."""
    return capital(tr("{place} does not name {names}, who passed it on", place=place, names=listed(labels)))


def witness(place: str, label: str, other: str) -> str:
    """Return that somebody is said to have seen what somebody else told."""
    text = tr("{place} says {label} saw it; further back it comes from {other}", place=place, label=label, other=other)
    return capital(text)


def basis(place: str, label: str, other: str, how: str) -> str:
    """Return that somebody is said to have seen what is known in another way elsewhere."""
    text = tr(
        "{place} says {label} saw it; for {other} it is “{basis}”",
        place=place,
        label=label,
        other=other,
        basis=BASIS_LINE[how],
    )
    return capital(text)


def doubt(place: str, label: str, stance: str) -> str:
    """Return that a doubt was lost on the way."""
    text = (
        tr("{place} states it; further back {label} only doubts it", place=place, label=label)
        if stance == "doubts"
        else tr("{place} states it; further back {label} only cautions", place=place, label=label)
    )
    return capital(text)


def linked(text: str, surely: str) -> str:
    """Return a sentence about two statements, with how sure it is that one rests on the other."""
    if surely == "likely":
        return tr("{text}; the link between them is likely.", text=text)
    if surely == "unclear":
        return tr("{text}; the link between them is unclear.", text=text)
    return f"{text}."


def joined(labels: Sequence[str]) -> str:
    """Return that roots of the article are one beyond it."""
    text = tr_many(
        len(labels),
        "{names} are {number} root in the article and one beyond it.",
        "{names} are {number} roots in the article and one beyond it.",
        names=listed(labels),
    )
    return capital(text)


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
        return tr("No statement is made here.")
    whose = {"person": person, "institution": institution, "nobody": nobody, "own": own}
    shown = str if max(whose.values()) >= len(NUMBERS) else number
    parts = [_naming(whom, n, shown(n)) for whom, n in whose.items() if n]
    return tr_many(
        count,
        "Of {shown} statement, {parts}.",
        "Of {shown} statements, {parts}.",
        shown=shown(count),
        parts=listed(parts),
    )


def _naming(whom: str, count: int, shown: str) -> str:
    return {
        "person": tr_many(count, "{shown} names a person", "{shown} name a person", shown=shown),
        "institution": tr_many(
            count, "{shown} names an institution only", "{shown} name an institution only", shown=shown
        ),
        "nobody": tr_many(count, "{shown} names nobody", "{shown} name nobody", shown=shown),
        "own": tr_many(count, "{shown} is the writer’s own", "{shown} are the writer’s own", shown=shown),
    }[whom]


def used_for(subjects: Sequence[str]) -> str:
    """Return what a source is used for, in one cell; one that says nothing itself passes on."""
    shown, rest = subjects[:SHOWN] or [tr("passing it on")], len(subjects) - SHOWN
    more = [tr_many(rest, "and {number} more", "and {number} more")] if rest > 0 else []
    return "; ".join([*shown, *more])

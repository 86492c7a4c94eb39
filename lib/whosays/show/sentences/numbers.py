"""What the number ledger says."""

from collections.abc import Sequence
from decimal import Decimal

from whosays.show.language import number
from whosays.show.sentences import capital, counted, listed

LABELS = {
    "numbers_title": "Every figure, by what it counts",
    "numbers_note": "each is somebody’s figure",
    "numbers_band": "distance between the figures in the article",
    "numbers_exact": "printed as exact",
    "numbers_at_least": "at least this many",
    "numbers_at_most": "at most this many",
    "numbers_about": "about",
    "numbers_saw": "given by someone who saw it first-hand",
    "numbers_named": "counted by name",
    "numbers_checks": "What the arithmetic says",
}
COLUMNS = ("Where", "Who", "What", "Of whom", "Place", "As printed", "Unit", "From", "To")
OPEN = "open"
KINDS = {
    "number": "This is one number, as far as its parts are.",
    "lower bound": "Its parts leave it open upward, so it is a lower bound.",
    "upper bound": "Its parts leave it open downward, so it is an upper bound.",
    "range": "Its parts leave a range.",
    "nothing": "Its parts are open at one end, so they fix no result.",
}


def amount(value: Decimal) -> str:
    """Return a number in digits: "30,000", "4.5"."""
    return f"{value:,f}"


def figure(qualifier: str, value: Decimal | None) -> str:
    """Return a figure as printed: "more than 600", "89", "dozens"."""
    if value is None:
        return qualifier
    return amount(value) if qualifier == "exactly" else f"{qualifier} {amount(value)}"


def near(value: Decimal) -> str:
    """Return the end of a figure with a spread that nobody gives."""
    return f"near {amount(value)}"


def sentence(figures: int, groups: int) -> str:
    """Return the one sentence of the view.

    Args:
        figures: How many printed figures the layer has.
        groups: How many groups of them count different things.
    """
    if not figures:
        return "Nobody gives a figure here."
    stand = "stands" if figures == 1 else "stand"
    if groups <= 1:
        return f"{capital(counted(figures, 'figure'))} {stand} here, about one thing."
    return f"{capital(counted(figures, 'figure'))} {stand} in {number(groups)} groups that must not be added together."


def group_title(what: str, town: str) -> str:
    """Return what a group counts, and where."""
    return f"{capital(what)}, {town}"


def row_how(name: str, basis: str) -> str:
    """Return the second line of a row that is named by its place: who says so, and how they know."""
    return f"{name}, {basis.lower()}"


def carried(publisher: str, dated: str) -> str:
    """Return the document that carries a figure, and its date."""
    return f"{publisher}, {dated}"


def note(what: str, whom: str) -> str:
    """Return what a row counts, where it is not quite what its group counts; empty parts are the same."""
    return ", ".join(part for part in (what, f"of {whom}" if whom else "") if part)


def left_out(large: int, times: int, other: int, unit: str) -> str:
    """Return which figures stand in the table alone, and why; empty if none does.

    Args:
        large: Figures that the axis cannot carry.
        times: From how many times the median on.
        other: Figures in another unit.
        unit: The unit that is drawn.
    """
    parts = [f"{counted(large, 'figure')} more than {number(times)} times the median"] if large else []
    parts += [f"{counted(other, 'figure')} in another unit than “{unit}”"] if other else []
    return f"In the table alone: {listed(parts)}." if parts else ""


def warning(groups: int) -> str:
    """Return the warning under the chart; empty for a single group."""
    if groups <= 1:
        return ""
    return (
        f"{capital(number(groups))} groups count different people, places or things. "
        "Do not add or divide across the lines."
    )


def same_number(value: Decimal, things: Sequence[str]) -> str:
    """Return that one number stands for different things."""
    times = "twice" if len(things) == 2 else f"for {number(len(things))} things"  # noqa: PLR2004 - one and another
    return f"The figure {amount(value)} is used {times}: {'; '.join(things)}. They are not one number."


def used(value: Decimal, whats: Sequence[str]) -> str:
    """Return the same in short, to stand under a chart."""
    times = "twice" if len(whats) == 2 else f"for {number(len(whats))} things"  # noqa: PLR2004 - one and another
    return f"The figure {amount(value)} is used {times}: for {listed([f'“{what}”' for what in whats])}."


def thing(what: str, whom: str) -> str:
    """Return what is counted, and of whom."""
    return f"{what} ({whom})"


def counted_as(what: str, whom: str, place: str) -> str:
    """Return what a group counts, to begin a sentence."""
    return capital(f"{what}, {whom}, {place}")


def ways(texts: Sequence[str]) -> str:
    """Return that one number is given now with a qualifier, now without, or with another."""
    return f"one number, given as {listed([f'“{t}”' for t in texts])}."


def conflict(low: str, low_who: str, high: str, high_who: str) -> str:
    """Return that two figures for one thing do not fit."""
    return f"{low} ({low_who}) and {high} ({high_who}) do not fit together."


def rising(bounds: Sequence[str]) -> str:
    """Return that lower bounds may rise."""
    return f"{listed(list(bounds))} do not contradict one another: a lower bound may rise."


def derived(what: str, formula: str, stored: str, unit: str, kind: str, *, fits: bool) -> str:  # noqa: PLR0913 - one sentence, six facts
    """Return what a worked-out figure is worth.

    Args:
        what: What it counts.
        formula: How it was worked out, with the figures themselves.
        stored: The figure as the case has it.
        unit: What one is.
        kind: What sort of result its parts allow; empty if the formula cannot be worked out.
        fits: Whether working it out again gives the same.
    """
    head = f"{capital(what)}: {formula}."
    if not kind:
        return f"{head} This cannot be worked out."
    wrong = "" if fits else ", which is not what it gives"
    return f"{head} Worked out by us as {stored} (unit: {unit}){wrong}. {KINDS[kind]}"

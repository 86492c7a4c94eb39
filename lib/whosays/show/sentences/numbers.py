"""What the number ledger says."""

from collections.abc import Sequence
from decimal import Decimal

from whosays.show.language import Terms, Words, digits, number, quote, tr, tr_many
from whosays.show.sentences import capital, listed

LABELS = Words(
    {
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
)
COLUMNS = Terms("Where", "Who", "What", "Of whom", "Place", "As printed", "Unit", "From", "To")
FIGURES = Words(
    {
        "more than": "more than {amount}",
        "at least": "at least {amount}",
        "less than": "less than {amount}",
        "at most": "at most {amount}",
        "about": "about {amount}",
    }
)
KINDS = Words(
    {
        "number": "This is one number, as far as its parts are.",
        "lower bound": "Its parts leave it open upward, so it is a lower bound.",
        "upper bound": "Its parts leave it open downward, so it is an upper bound.",
        "range": "Its parts leave a range.",
        "nothing": "Its parts are open at one end, so they fix no result.",
    }
)


def figure(qualifier: str, value: Decimal | None) -> str:
    """Return a figure as printed: "more than 600", "89", "dozens"."""
    if value is None:
        return tr("dozens")
    amount = digits(value)
    return amount if qualifier == "exactly" else FIGURES[qualifier].format(amount=amount)


def near(value: Decimal) -> str:
    """Return the end of a figure with a spread that nobody gives."""
    return tr("near {amount}", amount=digits(value))


def no_end() -> str:
    """Return what stands for the end of a figure that is open there."""
    return tr("open", context="figure")


def sentence(figures: int, groups: int) -> str:
    """Return the one sentence of the view.

    Args:
        figures: How many printed figures the layer has.
        groups: How many groups of them count different things.
    """
    if not figures:
        return tr("Nobody gives a figure here.")
    if groups <= 1:
        return tr_many(
            figures,
            "{Number} figure stands here, about one thing.",
            "{Number} figures stand here, about one thing.",
        )
    return tr_many(
        figures,
        "{Number} figure stands {in_groups} that must not be added together.",
        "{Number} figures stand {in_groups} that must not be added together.",
        in_groups=tr_many(groups, "in {number} group", "in {number} groups"),
    )


def group_title(what: str, town: str) -> str:
    """Return what a group counts, and where."""
    return f"{capital(what)}, {town}"


def row_how(name: str, how: str) -> str:
    """Return the second line of a row that is named by its place: who says so, and how they know."""
    return f"{name}, {how}"


def carried(publisher: str, dated: str) -> str:
    """Return the document that carries a figure, and its date."""
    return f"{publisher}, {dated}"


def note(what: str, whom: str) -> str:
    """Return what a row counts, where it is not quite what its group counts; empty parts are the same."""
    return ", ".join(part for part in (what, tr("of {whom}", whom=whom) if whom else "") if part)


def left_out(large: int, times: int, other: int, unit: str) -> str:
    """Return which figures stand in the table alone, and why; empty if none does.

    Args:
        large: Figures that the axis cannot carry.
        times: From how many times the median on.
        other: Figures in another unit.
        unit: The unit that is drawn.
    """
    parts: list[str] = []
    if large:
        parts.append(
            tr_many(
                large,
                "{number} figure more than {times} times the median",
                "{number} figures more than {times} times the median",
                times=number(times),
            )
        )
    if other:
        parts.append(
            tr_many(
                other,
                "{number} figure in another unit than “{unit}”",
                "{number} figures in another unit than “{unit}”",
                unit=unit,
            )
        )
    return tr("In the table alone: {figures}.", figures=listed(parts)) if parts else ""


def warning(groups: int) -> str:
    """Return the warning under the chart; empty for a single group."""
    if groups <= 1:
        return ""
    return tr_many(
        groups,
        "{Number} group counts different people, places or things. Do not add or divide across the lines.",
        "{Number} groups count different people, places or things. Do not add or divide across the lines.",
    )


def same_number(value: Decimal, things: Sequence[str]) -> str:
    """Return that one number stands for different things."""
    parts = {"amount": digits(value), "things": "; ".join(things)}
    if len(things) == 2:  # noqa: PLR2004 - one and another
        return tr("The figure {amount} is used twice: {things}. They are not one number.", **parts)
    return tr_many(
        len(things),
        "The figure {amount} is used for {number} thing: {things}. They are not one number.",
        "The figure {amount} is used for {number} things: {things}. They are not one number.",
        **parts,
    )


def used(value: Decimal, whats: Sequence[str]) -> str:
    """Return the same in short, to stand under a chart."""
    parts = {"amount": digits(value), "things": listed([quote(what) for what in whats])}
    if len(whats) == 2:  # noqa: PLR2004 - one and another
        return tr("The figure {amount} is used twice: for {things}.", **parts)
    return tr_many(
        len(whats),
        "The figure {amount} is used for {number} thing: for {things}.",
        "The figure {amount} is used for {number} things: for {things}.",
        **parts,
    )


def thing(what: str, whom: str) -> str:
    """Return what is counted, and of whom."""
    return f"{what} ({whom})"


def counted_as(what: str, whom: str, place: str) -> str:
    """Return what a group counts, to begin a sentence."""
    return capital(f"{what}, {whom}, {place}")


def ways(texts: Sequence[str]) -> str:
    """Return that one number is given now with a qualifier, now without, or with another."""
    return tr("one number, given as {figures}.", figures=listed([quote(text) for text in texts]))


def conflict(low: str, low_who: str, high: str, high_who: str) -> str:
    """Return that two figures for one thing do not fit."""
    return tr(
        "{low} ({low_who}) and {high} ({high_who}) do not fit together.",
        low=low,
        low_who=low_who,
        high=high,
        high_who=high_who,
    )


def rising(bounds: Sequence[str]) -> str:
    """Return that lower bounds may rise."""
    return tr("{bounds} do not contradict one another: a lower bound may rise.", bounds=listed(bounds))


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
    parts = {"what": capital(what), "formula": formula, "stored": stored, "unit": unit}
    if not kind:
        return tr("{what}: {formula}. This cannot be worked out.", **parts)
    if fits:
        head = tr("{what}: {formula}. Worked out by us as {stored} (unit: {unit}).", **parts)
    else:
        head = tr(
            "{what}: {formula}. Worked out by us as {stored} (unit: {unit}), which is not what it gives.", **parts
        )
    return f"{head} {KINDS[kind]}"

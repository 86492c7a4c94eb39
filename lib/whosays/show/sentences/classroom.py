"""What is said about the answers of a class, all readers together and nobody alone."""

from collections.abc import Sequence

from whosays.show.language import Terms, Words, digits, tr, tr_many

COLUMNS = {
    "spread": Terms("Item", "Question", "When", "Answers", context="question"),
    "change": Terms("Item", "Before", "After", "Readers", "Of those who answered twice", context="question"),
    "quiz": Terms("When", "Hits", "False alarms", "Could not tell", "Sensitivity d′", "Bias c"),
    "agreement": Terms("On what", "When", "Krippendorff’s alpha", "Answers"),
    "left": Terms("File", "Why", "What to do"),
}
GROUPS = Words({"statements": "What fits the text", "standing": "Where the claims stand", "numbers": "Numbers"})
MOMENTS = Words({"before": "before", "after": "after"}, context="moment")
WHY = Words({"damaged": "damaged", "double": "double", "other version": "other version"}, context="file")


def unsure() -> str:
    """Return what a reader answered who could not tell."""
    return tr("could not tell")


def read(files: int, readers: int, left_out: int) -> str:
    """Return how many files there were and how many of them count."""
    own = tr_many(readers, "the answers of {number} reader", "the answers of {number} readers")
    if not left_out:
        return tr_many(files, "{Number} file read: {answers}.", "{Number} files read: {answers}.", answers=own)
    out = tr_many(left_out, "{number} file left out", "{number} files left out")
    return tr_many(
        files,
        "{Number} file read: {answers}, {left_out}.",
        "{Number} files read: {answers}, {left_out}.",
        answers=own,
        left_out=out,
    )


def nothing(folder: str) -> str:
    """Return what is said about a folder without answers."""
    return tr(
        "There are no files of answers in {folder}. They end in .json; each reader’s is named by case and seat.",
        folder=folder,
    )


def case(name: str, readers: int) -> str:
    """Return which case some readers answered."""
    return tr_many(readers, "{case}, {count} readers", "{case}, {count} readers", case=name)


def values(spread: Sequence[tuple[str, int]], unsure: int, lines: int) -> str:
    """Return a spread in words: each value with how many gave it, else how many wrote a line."""
    if not (spread or unsure):
        return tr_many(lines, "{number} line", "{number} lines")
    parts = [f"{value}: {count}" for value, count in spread]
    return "; ".join([*parts, tr("could not tell: {count}", count=unsure)] if unsure else parts)


def share(count: int, of: int) -> str:
    """Return a count out of others."""
    return tr("{count} of {all}", count=count, all=of)


def decimal(value: float | None) -> str:
    """Return a number with two decimals; blank where it cannot be worked out."""
    return "" if value is None else digits(round(value, 2) + 0, ".2f")


def change(both: int, changed: int) -> str:
    """Return how many of those who answered twice changed their answer."""
    return tr_many(
        both,
        "Of {number} reader who answered before and after, {changed} changed the answer.",
        "Of {number} readers who answered before and after, {changed} changed the answer.",
        changed=changed,
    )


def agreement(alpha: float | None, answers: int) -> str:
    """Return the agreement of the readers.

    Args:
        alpha: Krippendorff's alpha; None where it cannot be worked out.
        answers: How many answers it rests on.
    """
    if alpha is None:
        return tr("Agreement is not worked out: too few answers, one value only, or no package krippendorff.")
    return tr_many(
        answers,
        "Agreement, Krippendorff’s alpha: {alpha}, from {count} answers. "
        "1 is complete, 0 as good as chance; it grades nobody.",
        "Agreement, Krippendorff’s alpha: {alpha}, from {count} answers. "
        "1 is complete, 0 as good as chance; it grades nobody.",
        alpha=decimal(alpha),
    )


def discernment(hits: int, fit: int, alarms: int, other: int, sensitivity: float | None, bias: float | None) -> str:  # noqa: PLR0913, PLR0917 - one sentence, six facts
    """Return what the class could tell apart, all judgements together."""
    said = tr(
        "Of {fit} judgements on what fits, {hits} say so; of {other} on what does not, {alarms} say that it fits.",
        fit=fit,
        hits=hits,
        other=other,
        alarms=alarms,
    )
    if sensitivity is None or bias is None:
        return said
    told = tr(
        "Sensitivity d′ {sensitivity}, bias c {bias}: below 0 leans to “it fits”.",
        sensitivity=digits(sensitivity, ".2f"),
        bias=digits(bias, "+.2f"),
    )
    return f"{said} {told}"

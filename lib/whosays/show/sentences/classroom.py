"""What is said about the answers of a class, all readers together and nobody alone."""

from collections.abc import Sequence

from whosays.show.sentences import capital, counted

COLUMNS = {
    "spread": ("Item", "Question", "When", "Answers"),
    "change": ("Item", "Before", "After", "Readers", "Of those who answered twice"),
    "quiz": ("When", "Hits", "False alarms", "Could not tell", "Sensitivity d′", "Bias c"),
    "agreement": ("On what", "When", "Krippendorff’s alpha", "Answers"),
    "left": ("File", "Why", "What to do"),
}
UNSURE = "could not tell"
GROUPS = {"statements": "What fits the text", "standing": "Where the claims stand", "numbers": "Numbers"}


def read(files: int, readers: int, left_out: int) -> str:
    """Return how many files there were and how many of them count."""
    said = f"{capital(counted(files, 'file'))} read: the answers of {counted(readers, 'reader')}"
    return f"{said}, {counted(left_out, 'file')} left out." if left_out else f"{said}."


def nothing(folder: str) -> str:
    """Return what is said about a folder without answers."""
    return f"There are no files of answers in {folder}. They end in .json; each reader’s is named by case and seat."


def values(spread: Sequence[tuple[str, int]], unsure: int, lines: int) -> str:
    """Return a spread in words: each value with how many gave it, else how many wrote a line."""
    if not (spread or unsure):
        return counted(lines, "line")
    parts = [f"{value}: {count}" for value, count in spread]
    return "; ".join([*parts, f"could not tell: {unsure}"] if unsure else parts)


def decimal(value: float | None) -> str:
    """Return a number with two decimals; blank where it cannot be worked out."""
    return "" if value is None else f"{round(value, 2) + 0:.2f}"


def change(both: int, changed: int) -> str:
    """Return how many of those who answered twice changed their answer."""
    return f"Of {counted(both, 'reader')} who answered before and after, {changed} changed the answer."


def agreement(alpha: float | None, answers: int) -> str:
    """Return the agreement of the readers.

    Args:
        alpha: Krippendorff's alpha; None where it cannot be worked out.
        answers: How many answers it rests on.
    """
    if alpha is None:
        return "Agreement is not worked out: too few answers, one value only, or no package krippendorff."
    return (
        f"Agreement, Krippendorff’s alpha: {round(alpha, 2) + 0:.2f}, from {answers} answers. "
        "1 is complete, 0 as good as chance; it grades nobody."
    )


def discernment(hits: int, fit: int, alarms: int, other: int, sensitivity: float | None, bias: float | None) -> str:  # noqa: PLR0913, PLR0917 - one sentence, six facts
    """Return what the class could tell apart, all judgements together."""
    said = f"Of {fit} judgements on what fits, {hits} say so; of {other} on what does not, {alarms} say that it fits."
    if sensitivity is None or bias is None:
        return said
    return f"{said} Sensitivity d′ {sensitivity:.2f}, bias c {bias:+.2f}: below 0 leans to “it fits”."

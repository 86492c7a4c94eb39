"""What a question of the item bank needs, by its kind."""

from collections.abc import Iterator
from decimal import Decimal
from re import fullmatch

from whosays.case.errors import SHOWN, near, printable, quoted
from whosays.case.model import FITS, NUMBER, Question

LAST_LESSON = 6
MOST = 9  # options that a fault repeats
NEEDS_A_CLAIM = ("count roots", "choose answer")
Slip = tuple[str, str, str, str]  # column, found, expected, remedy: the parts of a fault that do not say where it is


def slips(row: Question) -> Iterator[Slip]:
    """Yield what is wrong with a question, seen by itself.

    Args:
        row: A row of ``questions.csv``.

    Yields:
        Column, what was found, what was expected, and the remedy.
    """
    yield from _places(row)
    yield from _options(row)
    yield from {"choose one": _choice, "fits the text": _choice, "number": _number}.get(row.kind, _free)(row)


def _places(row: Question) -> Iterator[Slip]:
    if row.lesson is not None and row.lesson > LAST_LESSON:
        yield "lesson", quoted(str(row.lesson)), f"0 to {LAST_LESSON}", "There are no more lessons than these."
    if row.view == "lesson" and row.lesson is None:
        yield "lesson", quoted(""), "the number of a lesson", "Give the number, or another view."
    if row.view == "quiz" and row.kind != "fits the text":
        remedy = "The quiz before and after holds statements only; ask others on a card of a lesson."
        yield "kind", quoted(row.kind), quoted("fits the text"), remedy
    if row.kind in NEEDS_A_CLAIM and not row.claim:
        yield "claim", quoted(""), "an id from claims.csv", f"{quoted(row.kind)} is answered from a claim; name it."
    if row.view == "article" and not row.claim and row.kind not in NEEDS_A_CLAIM:
        remedy = "The explorer opens with the claim that it asks about; name it, or give another view."
        yield "claim", quoted(""), "an id from claims.csv", remedy
    if row.view == "article" and row.layer != "article":
        remedy = "The explorer opens with the article alone; give another view, or the layer article."
        yield "layer", quoted(row.layer), quoted("article"), remedy
    if row.kind == "fits the text" and not row.prompt.endswith("."):
        remedy = "Write a statement that the reader holds against the text, and end it with a full stop."
        yield "prompt", quoted(row.prompt), "a statement", remedy


def _options(row: Question) -> Iterator[Slip]:
    if row.kind != "choose one":
        if row.options:
            yield "options", quoted(row.options), "a blank cell", "Only choose one has options of its own."
    elif len(row.choices) < 2 or len(set(row.choices)) < len(row.choices) or not all(map(str.strip, row.choices)):  # noqa: PLR2004 - a choice
        remedy = "Part them by a bar with a space on each side, as: saw it | was told."
        yield "options", quoted(row.options), "two or more options, each once", remedy


def _choice(row: Question) -> Iterator[Slip]:
    if row.answer not in row.choices and (row.answer or row.kind == "fits the text"):
        remedy = near(row.answer, row.choices or FITS, "Copy one of the options, or leave a matter of judgement blank.")
        yield (
            "answer",
            quoted(row.answer),
            f"one of {', '.join(printable(c[:SHOWN]) for c in row.choices[:MOST])}",
            remedy,
        )


def _number(row: Question) -> Iterator[Slip]:
    bounds = row.bounds
    if row.range and (bounds is None or bounds[0] > bounds[1]):
        remedy = "Write its least and its most with two points between them; put words into feedback."
        yield "range", quoted(row.range), "a range as 1..2", remedy
    if not row.answer:
        return
    if not fullmatch(NUMBER, row.answer):
        yield "answer", quoted(row.answer), "a number", "Write digits and at most one point."
    elif bounds and not bounds[0] <= Decimal(row.answer) <= bounds[1]:
        yield "answer", quoted(row.answer), f"a number from {row.range}", "Mend the answer or its range."


def _free(row: Question) -> Iterator[Slip]:
    if row.kind == "count roots" and row.answer:
        yield "answer", quoted(row.answer), "a blank cell", "The roots are worked out from the case; clear the cell."

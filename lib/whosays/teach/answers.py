"""What a reader answered, in one small file per case and seat that survives what happens to files.

A file holds a format, a version, the case, a seat number, the answers in the order in which they were first given,
and a checksum: the CRC-32 of the same content as one compact JSON list in UTF-8, so that the page can work it out too.
There is no name and no clock time in it. It ends with its last bracket, so that no part of it passes for the whole.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast
from zlib import crc32

from whosays.case.errors import Fault, quoted
from whosays.case.schema import ID

FORMAT, VERSION = "whosays answers", 1
MOMENTS = ("", "before", "after", "draft", "draft before", "draft after")
LAST_SEAT = 999
MAX_BYTES = 5_000_000  # two hundred long reasons are a tenth of this


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer.

    Attributes:
        item: What was asked: the id of a question, or what the explorer asks, as "standing k01 article".
        value: The answer as text, numbers too, of a choice its id; None for "I cannot tell".
        reason: The line that the reader wrote.
        moment: before or after where an item is asked twice, else empty; "draft" before it while it is not committed.
    """

    item: str
    value: str | None
    reason: str = ""
    moment: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything one seat answered about one case, in the order in which it was first answered."""

    case: str
    seat: int
    answers: tuple[Answer, ...] = ()

    def with_(self, changed: Iterable[Answer]) -> "Answers":
        """Return these answers with some given anew or added; a saved line takes the place of its draft."""
        kept = {(a.item, a.moment): a for a in self.answers}
        for answer in changed:
            kept[answer.item, answer.moment] = answer
            if not answer.moment.startswith("draft"):
                kept.pop((answer.item, f"draft {answer.moment}".strip()), None)
        return Answers(self.case, self.seat, tuple(kept.values()))


_CURE = "Ask for the file again; what stands in it cannot be relied on."
_WHOLE = "a whole file of answers"
_UPDATE = "Open it with the whosays that wrote it, or bring this one up to date."
FAULTS = {
    "cut off": ("a file that is cut off or changed", _WHOLE, _CURE),
    "other kind": ("a file of another kind", f"a file with the format {quoted(FORMAT)}", _CURE),
    "other version": ("another version", f"version {VERSION}", _UPDATE),
    "written otherwise": ("answers that are not written as whosays writes them", _WHOLE, _CURE),
    "checksum": ("a checksum that does not fit", "a file that nobody changed", _CURE),
    "other place": ("answers of another case or seat", "those that its name says", "Give the file its own name back."),
}


class AnswersError(ValueError):
    """A file of answers that cannot be used.

    Attributes:
        why: The key of ``FAULTS``.
        fault: The same with file, finding, expectation and remedy.
    """

    def __init__(self, file: str, why: str) -> None:
        """Say what is wrong with a file."""
        self.why = why
        self.fault = Fault(file, 0, "", *FAULTS[why])
        super().__init__(str(self.fault))


def text_of(answers: Answers) -> str:
    """Return the file that holds these answers: the same text for the same answers."""
    rows = [{"item": a.item, "moment": a.moment, "value": a.value, "reason": a.reason} for a in answers.answers]
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "case": answers.case,
        "seat": answers.seat,
        "answers": rows,
        "checksum": checksum(answers),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def checksum(answers: Answers) -> str:
    """Return the CRC-32 of the content as eight hexadecimal digits; ``explorer.js`` works out the same.

    Raises:
        UnicodeEncodeError: A text holds half of a character.
    """
    rows = [[a.item, a.moment, a.value, a.reason] for a in answers.answers]
    content = json.dumps([answers.case, answers.seat, rows], ensure_ascii=False, separators=(",", ":"))
    return f"{crc32(content.encode()):08x}"


def parse(content: bytes, file: str) -> Answers:
    """Return the answers that a file holds.

    Args:
        content: The file, byte for byte.
        file: Its name, for the message.

    Raises:
        AnswersError: The file is cut off, changed, of another version, or no file of answers at all.
    """
    try:
        raw: Any = json.loads(content[: MAX_BYTES + 1].decode("utf-8"))
    except (ValueError, RecursionError):
        raise AnswersError(file, "cut off") from None
    if not isinstance(raw, dict) or cast("dict[str, Any]", raw).get("format") != FORMAT:
        raise AnswersError(file, "other kind")
    held = cast("dict[str, Any]", raw)
    if held.get("version") != VERSION:
        raise AnswersError(file, "other version")
    try:
        answers = _answers(held)
        sound = checksum(answers) == held.get("checksum")
    except (KeyError, TypeError, ValueError):
        raise AnswersError(file, "written otherwise") from None
    if not sound:
        raise AnswersError(file, "checksum")
    return answers


def _answers(held: dict[str, Any]) -> Answers:
    case, seat = held["case"], held["seat"]
    rows = [_answer((row["item"], row["moment"], row["value"], row["reason"])) for row in held["answers"]]
    if not (isinstance(case, str) and ID.fullmatch(case) and type(seat) is int and 0 <= seat <= LAST_SEAT):
        raise ValueError
    return Answers(case, seat, tuple(rows))


def _answer(row: Sequence[object]) -> Answer:
    item, moment, value, reason = row
    if not (isinstance(item, str) and isinstance(reason, str) and (value is None or isinstance(value, str))):
        raise TypeError
    if moment not in MOMENTS:
        raise ValueError
    return Answer(item, value, reason, cast("str", moment))


def rows_of(answers: Answers) -> list[list[str | None]]:
    """Return the answers as the page holds them: item, moment, value and reason of each."""
    return [[a.item, a.moment, a.value, a.reason] for a in answers.answers]


def from_rows(rows: Iterable[Sequence[object]]) -> tuple[Answer, ...]:
    """Return the answers that the page sends, half characters mended.

    Raises:
        TypeError: A row is no answer.
        ValueError: A row has another length or an unknown moment.
    """
    mended = ([c.encode("utf-8", "replace").decode() if isinstance(c, str) else c for c in row] for row in rows)
    return tuple(_answer(row) for row in mended)

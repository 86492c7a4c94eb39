"""One cell of a table: from text to value and back, by the type of its column."""

import re
from decimal import Decimal

from whosays.case.errors import near
from whosays.case.model import Date
from whosays.case.schema import ADDRESS, ID, Column

MAX_CHARACTERS = 20_000  # ten times the longest note anyone wrote; a longer cell is a slipped paste
LISTS = frozenset({"ids", "addresses"})
_INTEGER = re.compile(r"-?\d{1,12}", re.ASCII)
_NUMBER = re.compile(r"-?(0|[1-9]\d{0,14})(\.\d{1,9})?", re.ASCII)  # with leading zeros it would be written otherwise
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")  # tabs and line breaks of every system may stay

Value = str | tuple[str, ...] | int | Decimal | Date | None


class CellError(ValueError):
    """A cell that does not hold what its column wants; the reader of the table adds the place."""

    def __init__(self, expected: str, remedy: str) -> None:
        """Say what was expected and what to do.

        Args:
            expected: What should stand there.
            remedy: What to do, as whole sentences.
        """
        super().__init__(expected)
        self.expected = expected
        self.remedy = remedy


def parse(column: Column, text: str) -> Value:
    """Return the value of a cell.

    Args:
        column: The column it stands in.
        text: The cell as read; blank stays blank and never becomes "not a number".

    Returns:
        Text for text, ids and choices; a tuple for lists; None for a blank integer, number or date.

    Raises:
        CellError: The cell does not hold what its column wants.
    """
    if len(text) > MAX_CHARACTERS:
        expected = f"at most {MAX_CHARACTERS:,} characters"
        raise CellError(expected, f"This cell has {len(text):,}; shorten it, or look for a missing quotation mark.")
    if _CONTROL.search(text):
        expected = "printable text"
        raise CellError(expected, "Type the cell anew; it holds an invisible control character.")
    if not text:
        return _blank(column)
    value = _PARSERS[column.type](column, text)
    if column.pattern and not re.fullmatch(column.pattern, text):
        expected = f"text of the form {column.pattern}"
        raise CellError(expected, column.description)
    if column.max_words and len(text.split()) > column.max_words:
        expected = f"at most {column.max_words} words"
        raise CellError(expected, "Only a short phrase may be taken over; say the rest in own words.")
    return value


def text_of(value: Value) -> str:
    """Return the cell that writes a value: the inverse of ``parse``."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")  # str() would write a small number as 1E-9
    return " ".join(value) if isinstance(value, tuple) else str(value)


def _blank(column: Column) -> Value:
    if column.required:
        choices = f" ({', '.join(column.values)})" if column.values else ""
        expected = f"a value{choices}"
        raise CellError(expected, f"Fill the cell. {column.description}")
    if column.type in LISTS:
        return ()
    return None if column.type in {"integer", "number", "date"} else ""


def _text(_column: Column, text: str) -> str:
    return text


def _id(_column: Column, text: str) -> str:
    if not ID.fullmatch(text):
        expected = "an id: lower-case letters and digits, a letter first, as k01 or p05-1"
        raise CellError(expected, "Remove spaces and other characters.")
    return text


def _ids(column: Column, text: str) -> tuple[str, ...]:
    for item in text.split(" "):
        prefix, colon, rest = item.rpartition(":")
        if column.prefixes and (not colon or prefix not in column.prefixes):
            expected = f"{' or '.join(p + ':' for p in column.prefixes)} and an id, parted by one space"
            raise CellError(expected, column.description)
        if not ID.fullmatch(rest if column.prefixes else item):
            expected = "ids parted by one space, as s02 s04"
            raise CellError(expected, "Use single spaces, no commas or semicolons.")
    return tuple(text.split(" "))


def _choice(column: Column, text: str) -> str:
    if text not in column.values:
        expected = f"one of {', '.join(column.values)}"
        raise CellError(expected, near(text, column.values, column.description))
    return text


def _integer(column: Column, text: str) -> int:
    least = column.minimum
    if not _INTEGER.fullmatch(text) or (least is not None and int(text) < least):
        expected = "a whole number" + ("" if least is None else f" from {least}")
        raise CellError(expected, "Write digits only, without separators or units.")
    value = int(text)
    return _same(value, text)


def _number(_column: Column, text: str) -> Decimal:
    if not _NUMBER.fullmatch(text):
        expected = "a number, as 600 or 4.5"
        raise CellError(expected, "Write digits and at most one point; the qualifier has a column of its own.")
    return Decimal(text)


def _same(value: int, text: str) -> int:
    if str(value) != text:
        expected = f"{value}"
        raise CellError(expected, "Leave out leading zeros, so that the number reads the same everywhere.")
    return value


def _date(_column: Column, text: str) -> Date:
    try:
        return Date.parse(text)
    except ValueError:
        expected = "a date as 2023, 2023-01, 2023-01-08 or 2023-01-07/2023-01-08, and one that exists"
        remedy = "Write year, month and day in this order, as much as is known."
        swapped = re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", text, re.ASCII)
        if swapped:
            day, month, year = swapped.groups()
            remedy += f" {_meant(f'{year}-{month:0>2}-{day:0>2}')}"
        raise CellError(expected, remedy) from None


def _meant(text: str) -> str:
    try:
        return f"Did you mean {Date.parse(text)}?"
    except ValueError:
        return "There is no such day."


def _address(_column: Column, text: str) -> str:
    if not ADDRESS.fullmatch(text):
        expected = "one address that begins with http:// or https://, without spaces"
        raise CellError(expected, "Copy it from the address line of the browser.")
    return text


def _addresses(column: Column, text: str) -> tuple[str, ...]:
    return tuple(_address(column, item) for item in text.split(" "))


_PARSERS = {
    "text": _text,
    "id": _id,
    "ids": _ids,
    "choice": _choice,
    "integer": _integer,
    "number": _number,
    "date": _date,
    "address": _address,
    "addresses": _addresses,
}

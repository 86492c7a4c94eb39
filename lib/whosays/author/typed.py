"""One cell of a workbook: the text that stands in it, or what can be told from what a spreadsheet made of it.

Text in a workbook escapes some characters as _xHHHH_ (ECMA-376, part 1, 22.9.2.19, ST_Xstring). What looks like such
an escape must itself be escaped, or a spreadsheet turns it into something else. Programs write escapes for control
characters and underscores only, so only those are read as escapes.
"""

import math
import re
from datetime import date, datetime, time
from decimal import Decimal

from whosays.case.errors import quoted

MOST_DIGITS = 15  # a spreadsheet keeps no more of a number; the rest it turns into noughts
_ESCAPE = re.compile(r"_x(005[Ff]|00[01][0-9A-Fa-f]|[Ff]{3}[EeFf])_")
_LIKE_AN_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4})")
_NOT_IN_XML = re.compile("[\r\ufffe\uffff]")  # control characters are refused before; a line feed and a tab may stand
_PLAIN = re.compile(r"(?:General|@|0(?:\.0+)?|#,##0(?:\.0+)?)", re.IGNORECASE)
_NOT_A_SIGN = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
AS_TEXT = "Format the cell as text, then type what should stand there."


class TypedError(ValueError):
    """A cell of which the text cannot be told; the reader of the sheet adds the place."""

    def __init__(self, found: str, remedy: str = AS_TEXT) -> None:
        """Say what was found and what to do.

        Args:
            found: What stands there, ready to print.
            remedy: What to do, as whole sentences.
        """
        super().__init__(found)
        self.found = found
        self.remedy = remedy


def escaped(text: str) -> str:
    """Return a text as a workbook must hold it, so that every program shows what was meant.

    Args:
        text: Any text without control characters other than tabs and line breaks.

    Example:
        >>> escaped("_x000D_")
        '_x005F_x000D_'
    """
    safe = _LIKE_AN_ESCAPE.sub("_x005F_", text)
    return _NOT_IN_XML.sub(lambda sign: f"_x{ord(sign[0]):04X}_", safe)


def unescaped(text: str) -> str:
    """Return the text that a workbook holds: the inverse of ``escaped``."""
    return _ESCAPE.sub(lambda code: chr(int(code[1], 16)), text)


def text_of_cell(value: object, kind: str, shown: str) -> tuple[str, str]:
    """Return the text of a cell, and what a spreadsheet had made of it.

    Args:
        value: What the workbook holds.
        kind: s for text, n number, d date, b truth value, f formula, e error, as openpyxl names them.
        shown: The format in which the spreadsheet shows it.

    Returns:
        The text, and "" if it was text, else what it was, ready to print.

    Raises:
        TypedError: It cannot be told what was meant.
    """
    if kind == "f":
        what = f"the formula {quoted(str(getattr(value, 'text', value)))}"
        raise TypedError(what)
    if value is None:
        return "", ""
    if kind == "e":
        what = f"the error value {quoted(str(value))}"
        raise TypedError(what)
    if kind == "b":
        what = f"the truth value {'TRUE' if value else 'FALSE'}"
        raise TypedError(what)
    if kind == "d":
        return _date(value, shown)
    if isinstance(value, (int, float)):
        return _number(value, shown)
    text = unescaped(str(value)).replace("\r\n", "\n")
    return text.replace("\r", "\n"), "a text with a carriage return" if "\r" in text else ""


def _number(value: float, shown: str) -> tuple[str, str]:
    if not math.isfinite(value) or abs(value) >= 10**MOST_DIGITS:
        what = f"a number of more than {MOST_DIGITS} digits"
        remedy = f"A spreadsheet keeps {MOST_DIGITS} digits of a number, so the rest is lost. {AS_TEXT}"
        raise TypedError(what, remedy)
    plain = format(Decimal(f"{value:.{MOST_DIGITS}g}"), "f")
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    if not _PLAIN.fullmatch(shown):
        what = f"the number {plain} in the format {quoted(shown)}"
        raise TypedError(what)
    return plain, f"the number {plain}"


def _date(value: object, shown: str) -> tuple[str, str]:
    signs = _NOT_A_SIGN.sub("", shown).lower()
    if not isinstance(value, date) or (isinstance(value, datetime) and value.time() != time()):
        what = f"the time {value}"
        raise TypedError(what)
    day = f"{value.year:04}-{value.month:02}-{value.day:02}"
    if "y" not in signs:
        what = f"the date {day} shown without its year"
        remedy = f"The year was added by the spreadsheet, which took a number or a word for a date. {AS_TEXT}"
        raise TypedError(what, remedy)
    text = day if "d" in signs else day[:7]
    return text, f"the date {day}" if "d" in signs else f"the month {text}"

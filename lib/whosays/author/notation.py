"""How numbers and dates are written in other countries, told from what can be read one way only."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_APART = (
    " \u00a0\u202f\u2009'\u2019"  # what parts thousands: spaces of several widths, and the apostrophe of Switzerland
)
_SPACED = re.compile(rf"(-?\d{{1,3}}(?:[{_APART}]\d{{3}})+)(?:[.,](\d+))?", re.ASCII)
_POINTS_THEN_COMMA = re.compile(r"(-?\d{1,3}(?:\.\d{3})+),(\d+)", re.ASCII)
_COMMAS_THEN_POINT = re.compile(r"(-?\d{1,3}(?:,\d{3})+)\.(\d+)", re.ASCII)
_GROUPS = re.compile(r"-?\d{1,3}(?:(\.|,)\d{3})(?:\1\d{3})+", re.ASCII)
_ONE_MARK = re.compile(r"(-?)(\d+)([.,])(\d+)", re.ASCII)
_DAY = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})", re.ASCII)
_SHORT_YEAR = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{2}", re.ASCII)
_MONTH = re.compile(r"(\d{1,2})[./](\d{4})", re.ASCII)
_BACKWARD = re.compile(r"(\d{4})([./])(\d{1,2})\2(\d{1,2})", re.ASCII)
MONTHS = 12
GROUP = 3  # digits between two marks of thousands


class TwoReadingsError(ValueError):
    """A number or a date that could mean two things, and nothing in the file says which."""

    def __init__(self, *readings: str) -> None:
        """Keep the readings.

        Args:
            readings: What it could mean; without any, more than two things.
        """
        super().__init__(" or ".join(readings))
        self.readings = readings


@dataclass(frozen=True, slots=True)
class Notation:
    """How a file writes numbers and dates.

    Attributes:
        mark: The decimal mark, comma or point; empty if no number of the file tells.
        first: day or month, whichever a date with slashes begins with; empty if no date tells.
    """

    mark: str = ""
    first: str = ""


def notation_of(numbers: Iterable[str], dates: Iterable[str], separator: str) -> Notation:
    """Return how a file writes numbers and dates, as far as those tell that can be read one way only.

    Args:
        numbers: The cells of all columns of numbers.
        dates: The cells of all columns of dates.
        separator: What parts the cells; beside a comma, the decimal mark can only be a point.
    """
    marks = {_mark(text) for text in numbers} | {"." if separator == "," else ""}
    firsts = {_first(text) for text in dates}
    marks.discard("")
    firsts.discard("")
    return Notation(marks.pop() if len(marks) == 1 else "", firsts.pop() if len(firsts) == 1 else "")


def number(text: str, notation: Notation, *, whole: bool) -> str:
    """Return a number as a case writes it; what is no number comes back unchanged.

    Args:
        text: The cell.
        notation: How its file writes numbers.
        whole: Whether the column holds whole numbers only.

    Raises:
        TwoReadingsError: 1.200 could be a little more than one, or a thousand.
    """
    for pattern in (_SPACED, _POINTS_THEN_COMMA, _COMMAS_THEN_POINT):
        if match := pattern.fullmatch(text):
            return "".join(c for c in match[1] if c in "-0123456789") + (f".{match[2]}" if match[2] else "")
    if _GROUPS.fullmatch(text):
        return text.replace(".", "").replace(",", "")
    match = _ONE_MARK.fullmatch(text)
    if not match:
        return text
    sign, before, mark, after = match.groups()
    if _decimal(before, after) or notation.mark == mark:
        return f"{sign}{before}.{after}"
    thousands = sign + before + after
    if notation.mark or (whole and after.strip("0")):  # a part of a whole number would be no whole number
        return thousands
    decimal = f"{sign}{before}.{after}"
    raise TwoReadingsError(decimal, thousands)


def day(text: str, notation: Notation) -> str:
    """Return a date as a case writes it; what is no date comes back unchanged.

    Args:
        text: The cell.
        notation: How its file writes dates.

    Raises:
        TwoReadingsError: 08/01/2023 could be in January or in August; 08.01.23 could be of any century.
    """
    if _SHORT_YEAR.fullmatch(text):
        raise TwoReadingsError
    if match := _MONTH.fullmatch(text):
        return f"{match[2]}-{int(match[1]):02}" if 1 <= int(match[1]) <= MONTHS else text
    if match := _BACKWARD.fullmatch(text):
        return _iso(match[1], match[3], match[4]) or text
    match = _DAY.fullmatch(text)
    if not match:
        return text
    one, mark, two, year = match.groups()
    day_first, month_first = _iso(year, two, one), _iso(year, one, two)
    if mark == "." or not month_first or day_first == month_first:
        return day_first or text  # points stand in dates that begin with the day, in every country that uses them
    if not day_first or notation.first:
        return day_first if day_first and notation.first == "day" else month_first
    raise TwoReadingsError(day_first, month_first)


def _mark(text: str) -> str:
    """Return the decimal mark that a number shows; "" if it shows none."""
    if _POINTS_THEN_COMMA.fullmatch(text):
        return ","
    if _COMMAS_THEN_POINT.fullmatch(text):
        return "."
    if match := _GROUPS.fullmatch(text):
        return "," if match[1] == "." else "."
    match = _ONE_MARK.fullmatch(text)
    return match[3] if match and _decimal(match[2], match[4]) else ""


def _decimal(before: str, after: str) -> bool:
    """Return whether one mark between digits can only be a decimal mark."""
    return len(after) != GROUP or len(before) > GROUP or before.startswith("0")


def _first(text: str) -> str:
    """Return whether a date with slashes or dashes shows that it begins with the day or the month; "" if neither."""
    match = _DAY.fullmatch(text)
    if not match or match[2] == "." or match[1] == match[3]:
        return ""
    day_first, month_first = _iso(match[4], match[3], match[1]), _iso(match[4], match[1], match[3])
    return "" if bool(day_first) == bool(month_first) else "day" if day_first else "month"


def _iso(year: str, month: str, number_of_day: str) -> str:
    try:
        return date(int(year), int(month), int(number_of_day)).isoformat()
    except ValueError:
        return ""

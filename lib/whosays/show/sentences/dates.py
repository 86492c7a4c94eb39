"""How days are read aloud."""

from whosays.case.model import Date
from whosays.show.language import Terms, tr

MONTHS = Terms(
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTHS_WITH_DAY = Terms(
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
    context="with a day",
)  # fmt: skip
MONTHS_SHORT = Terms(
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    context="short, with a day",
)  # fmt: skip


def day(value: Date | None) -> str:
    """Return a date as read aloud: "9 January 2023", "January 2023", "7 to 8 January 2023"; empty for none."""
    if value is None:
        return ""
    start, _, end = value.text.partition("/")
    if not end:
        return _day(start)
    if start[:7] == end[:7] and len(start) == len(end) == 10:  # noqa: PLR2004 - year, month and day
        year, month, last = map(int, end.split("-"))
        name = MONTHS_WITH_DAY[month - 1]
        return tr("{first} to {last} {month} {year}", first=int(start[8:]), last=last, month=name, year=year)
    return tr("{start} to {end}", start=_day(start), end=_day(end))


def _day(text: str) -> str:
    year, *rest = text.split("-")
    if not rest:
        return year
    if len(rest) == 1:
        return tr("{month} {year}", month=MONTHS[int(rest[0]) - 1], year=year)
    return tr("{day} {month} {year}", day=int(rest[1]), month=MONTHS_WITH_DAY[int(rest[0]) - 1], year=year)

"""What the two clocks say."""

from collections.abc import Sequence
from datetime import date

from whosays.case.model import Date
from whosays.show.sentences import MONTHS, capital, counted, listed
from whosays.show.sentences import day as day_of

LABELS = {
    "clocks_title": "Happened, said, printed",
    "clocks_happened": "It happened",
    "clocks_happened_note": "the event itself",
    "clocks_said": "It was said",
    "clocks_said_note": "who spoke, when",
    "clocks_printed": "It was printed",
    "clocks_printed_note": "the article and the documents",
    "clocks_printed_note_article": "the article",
    "clocks_in_article": "in the article",
    "clocks_undated": "no date given",
    "clocks_beyond": "beyond the article",
    "clocks_conflict": "Dates conflict",
}
COLUMNS = ("Clock", "From", "To", "What", "Who", "In our words", "Layer")
LAYERS = {"article": LABELS["clocks_in_article"], "beyond": LABELS["clocks_beyond"]}
UNDATED = "no date given; these days are possible"
SHOWN = 3  # so many names fit into a box


def column(first: date, last: date, before: date | None) -> str:
    """Return the head of a column: "31 Dec 2022", "2-5 Jan" (with a dash); the year where it is new.

    Args:
        first: First day of the column.
        last: Last day of the column.
        before: Last day of the column before it; None for the first column.
    """
    start = f"{first.day}" if (first.year, first.month) == (last.year, last.month) and first != last else _short(first)
    days = start if first == last else f"{start}–{_short(last)}"
    return days if before is not None and before.year == last.year else f"{days} {last.year}"


def _short(value: date) -> str:
    return f"{value.day} {MONTHS[value.month - 1][:3]}"


def days(first: date, last: date) -> str:
    """Return days as read aloud: "6 January 2023", "7 to 8 January 2023"."""
    return day_of(Date.parse(first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"))


def names(labels: Sequence[str]) -> str:
    """Return who speaks or prints, shortly: three names, and how many more."""
    more = [counted(len(labels) - SHOWN, "other")] if len(labels) > SHOWN else []
    return listed([*labels[:SHOWN], *more])


def text(about: str, who: str, *, undated: bool) -> str:
    """Return the text of a box: what it is about where its title does not say so, no date if there is none, who."""
    return capital("; ".join(part for part in (about, LABELS["clocks_undated"] if undated else "", who) if part))


def documents(count: int) -> str:
    """Return how many documents were printed in these days."""
    return capital(counted(count, "document"))


def statements(count: int) -> str:
    """Return how many statements a box holds."""
    return capital(counted(count, "statement"))


def sentence(dates: int, decided: int, undecided: int) -> str:
    """Return the one sentence of the view.

    Args:
        dates: How many statements of the layer are dated, by what happened or by when they were made.
        decided: How many claims have a date that does not fit.
        undecided: For how many it cannot be told.
    """
    if not dates:
        return "Apart from the day of the article, nothing here carries a date."
    rows = "Three rows of dates show when it happened, was said and was printed"
    if decided:
        return f"{rows}; {counted(decided, 'date')} {'does' if decided == 1 else 'do'} not fit."
    return f"{rows}; whether they fit cannot be told." if undecided else f"{rows}; none excludes another."


def left_out(count: int, first: date, last: date) -> str:
    """Return how many dates stand in the table alone; empty for none."""
    if not count:
        return ""
    stand = "stands" if count == 1 else "stand"
    dates = capital(counted(count, "date"))
    return f"{dates} {stand} in the table alone: outside {days(first, last)}, or too loose to draw."


def one_side(when: str, voices: int, of: int) -> str:
    """Return one side of a conflict: when, and by how many voices and roots."""
    if not of:
        return f"{when}: nobody named"
    return f"{when}: {counted(voices, 'voice')}, {counted(of, 'root')}"


def about(topic: str, subject: str) -> str:
    """Return what is dated."""
    return f"{topic}: {subject}"


def conflict(subject: str, sides: Sequence[str], versions: Sequence[tuple[str, int]]) -> str:
    """Return that dates exclude one another.

    Args:
        subject: What is dated.
        sides: Each side, as ``one_side`` says it.
        versions: What the other side puts forward, and by how many voices, where that is more than one thing.
    """
    said = f"{capital(subject)}. {'. '.join(sides)}. These days exclude one another."
    if len(versions) < 2:  # noqa: PLR2004 - a version and another
        return said
    told = [f"{what} ({counted(count, 'voice')})" for what, count in versions]
    return f"{said} Against it: {listed(told)}."


def counted_back(phrase: str, spoken: str, when: str) -> str:
    """Return that a phrase counted back from a day does not reach a date."""
    return f"A “{phrase}” counted back from {spoken} does not reach {when}."


def counted_back_open(phrase: str, when: str, fitting: str) -> str:
    """Return from which days of speaking a phrase reaches a date, where the statement is not dated."""
    start = f"“{capital(phrase)}” counts back from an undated statement"
    return f"{start}; it reaches {when} only if spoken on {fitting}."

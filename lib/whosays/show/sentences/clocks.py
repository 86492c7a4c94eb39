"""What the two clocks say."""

from collections.abc import Sequence
from datetime import date

from whosays.case.model import Date
from whosays.show.language import Terms, Words, tr, tr_many
from whosays.show.sentences import capital, listed, nobody
from whosays.show.sentences import day as day_of
from whosays.show.sentences.dates import MONTHS_SHORT

LABELS = Words(
    {
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
)
COLUMNS = Terms("Clock", "From", "To", "What", "Who", "In our words", "Layer")
LAYERS = Words({"article": "in the article", "beyond": "beyond the article"})
SHOWN = 3  # so many names fit into a box


def column(first: date, last: date, before: date | None) -> str:
    """Return the head of a column: "31 Dec 2022", "2-5 Jan" (with a dash); the year where it is new.

    Args:
        first: First day of the column.
        last: Last day of the column.
        before: Last day of the column before it; None for the first column.
    """
    days = _short_days(first, last)
    if before is not None and before.year == last.year:
        return days
    return tr("{days} {year}", days=days, year=last.year)


def _short_days(first: date, last: date) -> str:
    if first != last and (first.year, first.month) == (last.year, last.month):
        return tr("{first}–{last} {month}", first=first.day, last=last.day, month=MONTHS_SHORT[last.month - 1])
    return _short(last) if first == last else tr("{start}–{end}", start=_short(first), end=_short(last))


def _short(value: date) -> str:
    return tr("{day} {month}", day=value.day, month=MONTHS_SHORT[value.month - 1])


def days(first: date, last: date) -> str:
    """Return days as read aloud: "6 January 2023", "7 to 8 January 2023"."""
    return day_of(Date.parse(first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"))


def names(labels: Sequence[str]) -> str:
    """Return who speaks or prints, shortly: three names, and how many more."""
    rest = len(labels) - SHOWN
    more = [tr_many(rest, "{number} other", "{number} others")] if rest > 0 else []
    return listed([*labels[:SHOWN], *more])


def possible() -> str:
    """Return what is noted of days that an undated statement may have been made on."""
    return tr("no date given; these days are possible")


def text(about: str, who: str, *, undated: bool) -> str:
    """Return the text of a box: what it is about where its title does not say so, no date if there is none, who."""
    return capital("; ".join(part for part in (about, LABELS["clocks_undated"] if undated else "", who) if part))


def documents(count: int) -> str:
    """Return how many documents were printed in these days."""
    return tr_many(count, "{Number} document", "{Number} documents")


def statements(count: int) -> str:
    """Return how many statements a box holds."""
    return tr_many(count, "{Number} statement", "{Number} statements")


def sentence(dates: int, decided: int, undecided: int) -> str:
    """Return the one sentence of the view.

    Args:
        dates: How many statements of the layer are dated, by what happened or by when they were made.
        decided: How many claims have a date that does not fit.
        undecided: For how many it cannot be told.
    """
    if not dates:
        return tr("Apart from the day of the article, nothing here carries a date.")
    if decided:
        return tr_many(
            decided,
            "Three rows of dates show when it happened, was said and was printed; {number} date does not fit.",
            "Three rows of dates show when it happened, was said and was printed; {number} dates do not fit.",
        )
    if undecided:
        return tr(
            "Three rows of dates show when it happened, was said and was printed; whether they fit cannot be told."
        )
    return tr("Three rows of dates show when it happened, was said and was printed; none excludes another.")


def left_out(count: int, first: date, last: date) -> str:
    """Return how many dates stand in the table alone; empty for none."""
    if not count:
        return ""
    return tr_many(
        count,
        "{Number} date stands in the table alone: outside {days}, or too loose to draw.",
        "{Number} dates stand in the table alone: outside {days}, or too loose to draw.",
        days=days(first, last),
    )


def one_side(when: str, voices: int, of: int) -> str:
    """Return one side of a conflict: when, and by how many voices and roots."""
    if not of:
        return f"{when}: {nobody()}"
    parts = tr_many(voices, "{number} voice", "{number} voices"), tr_many(of, "{number} root", "{number} roots")
    return f"{when}: {', '.join(parts)}"


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
    said = f"{capital(subject)}. {'. '.join(sides)}. {tr('These days exclude one another.')}"
    if len(versions) < 2:  # noqa: PLR2004 - a version and another
        return said
    told = [
        tr_many(count, "{what} ({number} voice)", "{what} ({number} voices)", what=what) for what, count in versions
    ]
    return f"{said} {tr('Against it: {versions}.', versions=listed(told))}"


def counted_back(phrase: str, spoken: str, when: str) -> str:
    """Return that a phrase counted back from a day does not reach a date."""
    return tr("A “{phrase}” counted back from {spoken} does not reach {when}.", phrase=phrase, spoken=spoken, when=when)


def counted_back_open(phrase: str, when: str, fitting: str) -> str:
    """Return from which days of speaking a phrase reaches a date, where the statement is not dated."""
    return tr(
        "“{phrase}” counts back from an undated statement; it reaches {when} only if spoken on {fitting}.",
        phrase=capital(phrase),
        when=when,
        fitting=fitting,
    )

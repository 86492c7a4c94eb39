"""A table that speaks: its one sentence, and the rows behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Told:
    """A sentence with its table; a notebook shows both, text-only places the sentence.

    Attributes:
        sentence: What the table shows, in one or two sentences; also its ``repr``.
        columns: Heads of the table.
        rows: The table, as text; its first column names the row.

    Example:
        >>> from whosays import open_case
        >>> book = open_case("practice-pond-2025")
        >>> told = book.knowable()
        >>> told.columns
        ('Known', 'New documents', 'Answers that attack it', 'Where it stands',
        'Why')
        >>> told.rows[0][3], told.rows[-1][3]
        ('contested', 'answered')
    """

    sentence: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __repr__(self) -> str:
        """Return the sentence."""
        return self.sentence

    def _repr_html_(self) -> str:
        return table_html(self.sentence, self.columns, self.rows)


def table_html(sentence: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table as HTML, with the sentence as its caption.

    Args:
        sentence: What it shows.
        columns: Heads of the table.
        rows: Its cells; the first of each row names it.
    """
    head = "".join(f'<th scope="col">{escape(c)}</th>' for c in columns)
    lines = (
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(c)}</td>" for c in rest)}</tr>\n'
        for first, *rest in rows
    )
    caption = f"<caption>{escape(sentence)}</caption>"
    return f"<table>{caption}\n<thead><tr>{head}</tr></thead>\n<tbody>{''.join(lines)}</tbody></table>"

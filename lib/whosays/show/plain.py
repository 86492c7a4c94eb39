"""Tables by name: a pandas DataFrame, or a plain table where pandas is not installed, as in a browser."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, cast

from whosays.case.errors import UnknownIdError

if TYPE_CHECKING:
    import pandas as pd

Rows = Sequence[Sequence[Any]]


def framed(columns: Sequence[str], rows: Rows, kinds: Mapping[str, str]) -> "pd.DataFrame":
    """Return a table as a DataFrame with its first column as the index; without pandas, as a ``Plain`` one.

    Args:
        columns: Heads of the table.
        rows: Its cells; None for what is not known.
        kinds: Names of pandas types by column; pandas finds out the others.
    """
    try:
        import pandas as pd  # noqa: PLC0415 - a second, and a browser has none
    except ImportError:
        return cast("pd.DataFrame", Plain(tuple(columns), tuple(map(tuple, rows))))
    found = pd.DataFrame(rows, columns=list(columns), dtype="object")
    return found.astype(dict(kinds)).infer_objects().set_index(columns[0])


@dataclass(frozen=True)
class Plain:
    """A table with as much of a DataFrame as the lessons use, in the same words.

    Attributes:
        heads: Heads of the table; the first stands above the names of the rows.
        rows: The cells.

    Example:
        >>> table = Plain(("claim", "roots"), (("k01", 1), ("k02", 3)))
        >>> table.loc[["k02"], ["roots"]]
        claim  roots
        k02    3
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def head(self, count: int = 5) -> "Plain":
        """Return the first rows."""
        return Plain(self.heads, self.rows[:count])

    def tail(self, count: int = 5) -> "Plain":
        """Return the last rows."""
        return Plain(self.heads, self.rows[max(0, len(self.rows) - count) :])

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def __getitem__(self, columns: Sequence[str]) -> "Plain":
        """Return some columns; the names of the rows stay.

        Raises:
            UnknownIdError: There is no such column; the message names the near ones.
        """
        asked = [columns] if isinstance(columns, str) else columns
        for name in asked:
            if name not in self.heads[1:]:
                what = "column"
                raise UnknownIdError(what, name, self.heads[1:])
        at = [0, *(self.heads.index(name, 1) for name in asked)]
        return Plain(tuple(self.heads[n] for n in at), tuple(tuple(row[n] for n in at) for row in self.rows))

    @property
    def loc(self) -> "Chosen":
        """Rows by name, as ``loc["k01"]`` or ``loc[["k01", "k02"], ["roots"]]``."""
        return Chosen(self)

    def __getattr__(self, name: str) -> object:
        """Say what a plain table cannot do."""
        msg = f"Here tables can be looked at, not computed with: {name!r} wants pandas, as in the full install."
        raise AttributeError(msg)

    def __repr__(self) -> str:
        """Return the table in columns."""
        lines = [self.heads, *([_shown(cell) for cell in row] for row in self.rows)]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        return "\n".join(
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
        )

    def _repr_html_(self) -> str:
        heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in self.heads)
        lines = (
            f'<tr><th scope="row">{escape(_shown(first))}</th>'
            + "".join(f"<td>{escape(_shown(cell))}</td>" for cell in rest)
            + "</tr>\n"
            for first, *rest in self.rows
        )
        return f'<table class="dataframe"><thead><tr>{heads}</tr></thead>\n<tbody>{"".join(lines)}</tbody></table>'


@dataclass(frozen=True)
class Chosen:
    """The rows of a table, to be chosen by name.

    Attributes:
        table: The table.
    """

    table: Plain

    def __getitem__(self, asked: str | Sequence[str] | tuple[str | Sequence[str], Sequence[str]]) -> Plain:
        """Return the rows of these names, in the order asked for; with some of the columns, if those are named too.

        Raises:
            UnknownIdError: There is no such row or column; the message names the near ones.
        """
        names, columns = asked if isinstance(asked, tuple) else (asked, None)
        found: list[tuple[Any, ...]] = []
        for name in [names] if isinstance(names, str) else names:
            rows = [row for row in self.table.rows if row[0] == name]
            if not rows:
                what = "row"
                raise UnknownIdError(what, name, [str(row[0]) for row in self.table.rows])
            found += rows
        chosen = Plain(self.table.heads, tuple(found))
        return chosen if columns is None else chosen[cast("Sequence[str]", columns)]


def _shown(cell: Any) -> str:  # noqa: ANN401 - any cell
    return "" if cell is None else str(cell)

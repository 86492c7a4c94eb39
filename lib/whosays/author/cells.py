"""The cells of a case that need not be sound: by table, row and column, as text."""

import re
from collections.abc import Mapping
from pathlib import Path

from whosays.case.errors import UnknownIdError
from whosays.case.schema import schema
from whosays.case.table import Grid

Cells = Mapping[str, tuple[tuple[str, ...], ...]]  # of every row, by table, in the order of the columns


def grid_with_lines(path: Path, table: str, rows: tuple[tuple[str, ...], ...]) -> Grid:
    """Return the rows as a grid with the lines that they will have in the file."""
    records: list[tuple[int, tuple[str, ...]]] = []
    line = 2
    for row in rows:
        records.append((line, row))
        line += 1 + sum(cell.count("\n") for cell in row)
    return Grid(str(path), header_of(table), tuple(records))


def header_of(table: str) -> tuple[str, ...]:
    """Return the columns of a table.

    Raises:
        UnknownIdError: There is no such table.
    """
    if table not in schema():
        what = "table"
        raise UnknownIdError(what, table, schema())
    return tuple(schema()[table].header)


def known_columns(table: str, cells: Mapping[str, str]) -> dict[str, str]:
    """Return cells by column, with line breaks of one kind, and without the null character, which no CSV can hold.

    Args:
        table: Name of the table.
        cells: Cells by column, ``from_`` for from.

    Raises:
        UnknownIdError: There is no such table or column.
    """
    header = header_of(table)
    given = {name.removesuffix("_"): re.sub(r"\r\n?", "\n", text).replace("\0", "") for name, text in cells.items()}
    for name in given:
        if name not in header:
            what = f"column in {table}"
            raise UnknownIdError(what, name, header)
    return given


def row_of(table: str, cells: Mapping[str, str]) -> tuple[str, ...]:
    """Return the cells of a row in the order of the columns, blank where none is given."""
    return tuple(cells.get(name, "") for name in header_of(table))

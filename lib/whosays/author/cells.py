"""The cells of a case that need not be sound: by table, row and column, as text."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from whosays.case.errors import UnknownIdError
from whosays.case.schema import Table, schema
from whosays.case.table import Grid

Rows = tuple[tuple[str, ...], ...]
Cells = Mapping[str, Rows]  # of every row, by table, in the order of the columns


def grid_with_lines(path: Path, table: Table, rows: tuple[tuple[str, ...], ...]) -> Grid:
    """Return the rows as a grid with the lines that they will have in the file."""
    records: list[tuple[int, tuple[str, ...]]] = []
    line = 2
    for row in rows:
        records.append((line, row))
        line += 1 + sum(cell.count("\n") for cell in row)
    return Grid(str(path), tuple(table.header), tuple(records))


def table_of(tables: Mapping[str, Table], name: str, header: Iterable[str] = ()) -> Table:
    """Return a table with its columns, and with those for other languages that a header names besides.

    Args:
        tables: The tables by name.
        name: Name of the table.
        header: Names of columns.

    Raises:
        UnknownIdError: There is no such table.
    """
    if name not in tables:
        what = "table"
        raise UnknownIdError(what, name, tables)
    return schema()[name].with_languages([*tables[name].header, *header])


def known_columns(table: Table, cells: Mapping[str, str]) -> dict[str, str]:
    """Return cells by column, with line breaks of one kind, and without the null character, which no CSV can hold.

    Args:
        table: The table.
        cells: Cells by column, ``from_`` for from.

    Raises:
        UnknownIdError: There is no such column.
    """
    given = {name.removesuffix("_"): re.sub(r"\r\n?", "\n", text).replace("\0", "") for name, text in cells.items()}
    for name in given:
        if name not in table.header:
            what = f"column in {table.name}"
            raise UnknownIdError(what, name, table.header)
    return given


def row_of(table: Table, cells: Mapping[str, str]) -> tuple[str, ...]:
    """Return the cells of a row in the order of the columns, blank where none is given."""
    return tuple(cells.get(name, "") for name in table.header)


def laid_out(rows: Rows, old: Table, new: Table) -> Rows:
    """Return rows under a header with more columns, blank where those are new."""
    if old.header == new.header:
        return rows
    return tuple(row_of(new, dict(zip(old.header, row, strict=True))) for row in rows)

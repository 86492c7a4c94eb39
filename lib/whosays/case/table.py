"""From a grid of cells to the rows of a table, and from the tables to a case, with every fault at once.

Where the cells come from (a CSV file, a sheet of a workbook, a form) is told by the name that the grid has in a fault.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from whosays.case.cell import CellError, Value, parse
from whosays.case.check import faults_across
from whosays.case.errors import Fault, near, quoted
from whosays.case.model import RECORDS, Article, Case, Row
from whosays.case.schema import Table, schema
from whosays.case.text import text_faults
from whosays.case.translation import column_slip


@dataclass(frozen=True, slots=True)
class Grid:
    """One table as text, before anybody asked what it means.

    Attributes:
        file: How a fault names the place: data/x/claims.csv, or case.xlsx, sheet claims.
        header: The cells of the first row; empty if there is none.
        records: Line or row number, as the reader's program counts it, and the cells, of every other row.
    """

    file: str
    header: tuple[str, ...]
    records: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(slots=True)
class Shape:
    """The rows of a grid that have the right number of cells under the right header.

    Attributes:
        table: The table, with the columns for other languages that the grid has.
        rows: Line, and each cell by its column, of the rows that fit.
        unfit: Line of each row that does not, by its first cell as far as it has one.
        faults: What does not fit.
    """

    table: Table
    rows: list[tuple[int, dict[str, str]]]
    unfit: dict[str, int]
    faults: list[Fault]

    def cells(self) -> list[list[str]]:
        """Return the cells of the rows that fit, in the order of the columns of the table, as a file writes them."""
        return [[row[column] for column in self.table.header] for _, row in self.rows]


@dataclass(slots=True)
class _Rows:
    """What one grid gave: its good rows, the lines of all its rows by id, its faults, and texts in other languages."""

    rows: list[Row]
    lines: dict[str, int]
    faults: list[Fault]
    translations: dict[str, dict[str, str]]


def grid_of(file: str, text: str, separator: str = ",") -> tuple[Grid, list[Fault]]:
    """Return the cells of a CSV text, and where it is not well formed; blank lines are passed over.

    Args:
        file: Its name, for messages.
        text: The text, with line ends of any kind.
        separator: What parts the cells.
    """
    faults: list[Fault] = []
    records = list(_records(file, text, separator, faults))
    header = tuple(records[0][1]) if records else ()
    return Grid(file, header, tuple((line, tuple(cells)) for line, cells in records[1:])), faults


def case_of(
    name: str, folder: str, grids: Mapping[str, Grid], text: str = "", unread: Mapping[str, list[Fault]] | None = None
) -> tuple[Case, list[Fault]]:
    """Return a case as far as its cells can be read, and every fault it has.

    Args:
        name: Its id.
        folder: Its folder, for messages.
        grids: The tables by name; a table that is left out has no rows.
        text: The article word for word, if it is ours to give.
        unread: Faults of the files themselves, by table.

    Returns:
        The case, and its faults; rows with a fault of their own are left out of the case.
    """
    broken = dict(unread or {})
    read = {name: _rows(table, grids[name]) for name, table in schema().items() if name in grids}
    faults = [fault for own in broken.values() for fault in own] + [f for rows in read.values() for f in rows.faults]
    partial = frozenset(broken) | {name for name, rows in read.items() if rows.faults}
    article = read["article"].rows if "article" in read else []
    if "article" not in partial and (count := len(read["article"].lines) if "article" in read else 0) != 1:
        file = grids["article"].file if "article" in grids else str(PurePath(folder) / "article.csv")
        remedy = "A case takes one article apart; put a second article into a case of its own."
        faults.append(Fault(file, 0, "", f"{count} rows", "exactly one row", remedy))
    case = Case(
        id=name,
        folder=folder,
        article=article[0] if article and isinstance(article[0], Article) else _NO_ARTICLE,
        text=text,
        translations={name: rows.translations for name, rows in read.items() if rows.translations},
        lines={(name, row_id): line for name, rows in read.items() for row_id, line in rows.lines.items()},
        files={name: grid.file for name, grid in grids.items()},
        **{name: tuple(rows.rows) for name, rows in read.items() if name != "article"},  # type: ignore[arg-type]
    )
    faults += faults_across(case, partial)
    if not partial & {"article", "passages"}:
        faults += text_faults(case)
    return case, faults


_NO_ARTICLE = Article("", "", "", None, "", "", None, "", "", "", "")  # type: ignore[arg-type]  # there are faults


def shape_of(table: Table, grid: Grid) -> Shape:
    """Return the rows of a grid, cell by column, and where header or rows do not fit the table; no cell is judged.

    Args:
        table: The table it should be.
        grid: The cells.
    """
    table = table.with_languages(grid.header)
    found = Shape(table, [], {}, [])
    if not _header_fits(table, grid, found.faults):
        return found
    for line, cells in grid.records:
        if len(cells) == len(grid.header):
            found.rows.append((line, dict(zip(grid.header, cells, strict=True))))
            continue
        remedy = "A text with a comma needs quotation marks around it; a blank cell still needs its comma."
        counted, expected = f"{len(cells)} cells", f"{len(grid.header)} as in the header"
        found.faults.append(Fault(grid.file, line, "", counted, expected, remedy))
        found.unfit.setdefault(dict(zip(grid.header, cells, strict=False)).get("id", ""), line)
    return found


def _rows(table: Table, grid: Grid) -> _Rows:
    shape = shape_of(table, grid)
    languages = [column.name for column in shape.table.columns if column.language]
    found = _Rows([], shape.unfit, shape.faults, {name: {} for name in languages})
    for line, cells in shape.rows:
        values = _values(shape.table, grid.file, line, cells, found)
        if values is not None:
            for name in languages:
                text = values.pop(name)
                if text:
                    found.translations[name][cells["id"]] = text
            found.rows.append(RECORDS[table.name](**values))
    return found


def _records(file: str, text: str, separator: str, faults: list[Fault]) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with the line on which it begins; blank lines are passed over."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            remedy = "Look for a quotation mark that is not closed, or one inside a text that is not doubled."
            faults.append(Fault(file, line, "", str(error), "a well-formed record", remedy))
            return
        if cells:
            yield line, [cell.replace("\r\n", "\n") for cell in cells]


def _header_fits(table: Table, grid: Grid, faults: list[Fault]) -> bool:
    header = grid.header

    def fault(column: str, found: str, expected: str, remedy: str) -> None:
        faults.append(Fault(grid.file, 1, column, found, expected, remedy))

    wanted = ",".join(table.header)
    if not header:
        fault("", "an empty file", "a header line", f"Make it with this first line: {wanted}")
        return False
    if len(header) == 1 and (";" in header[0] or "\t" in header[0]):
        mark = "semicolons" if ";" in header[0] else "tabs"
        remedy = "In Excel or LibreOffice choose a comma as the field separator when saving as CSV UTF-8."
        fault("", f"{mark} between the columns", "commas", remedy)
        return False
    for name in dict.fromkeys(header):
        if name not in table.header:
            remedy = near(name, table.header, "Remove the column; notes go into the column note.")
            fault(name, *(column_slip(table, name) or ("an unknown column", "a column of the schema", remedy)))
        elif header.count(name) > 1:
            fault(name, "the column twice", "it once", "Remove one of the two.")
    for name in table.header:
        if name not in header:
            fault(name, "no such column", "it in the header", f"The header is: {wanted}")
    return set(header) >= set(table.header) and len(header) == len(set(header))


def _values(table: Table, file: str, line: int, cells: dict[str, str], found: _Rows) -> dict[str, Any] | None:
    def fault(column: str, what: str, expected: str, remedy: str) -> None:
        found.faults.append(Fault(file, line, column, what, expected, remedy))

    if not any(cells.values()):
        fault("", "an empty row", f"{table.row}", "Delete the row.")
        return None
    values: dict[str, Value] = {}
    for column in table.columns:
        try:
            values[column.attribute] = parse(column, cells[column.name])
        except CellError as error:
            fault(column.name, quoted(cells[column.name]), error.expected, error.remedy)
    row_id = cells["id"]
    if row_id and row_id in found.lines:
        fault("id", quoted(row_id), "an id of its own", f"Line {found.lines[row_id]} has it already; number anew.")
        return None
    found.lines[row_id] = line
    return values if len(values) == len(table.columns) else None

"""Write a case as one workbook: a sheet a table, every cell as text, closed columns with a list to choose from."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from whosays.author.note import WORDS, column_note, required, sheet_note
from whosays.author.opened import READ_ME
from whosays.author.typed import escaped
from whosays.case.errors import CaseError, Fault
from whosays.case.load import case_folder, read_files
from whosays.case.model import Case
from whosays.case.save import cells_of, tables_of
from whosays.case.schema import Column, Table, schema
from whosays.case.table import Grid, shape_of
from whosays.case.whole import whole

LAST_ROW = 1_048_576  # of any sheet
MOST_UNITS = 32_767  # UTF-16 units that a cell can hold
MOST_LISTED = 255  # characters of a list of choices
NARROW, WIDE = 10, 52  # characters
LINE, HIGHEST = 15, 409  # points
FONT = "Calibri"
INK, PALE, GREY = "FF1F2328", "FFEFEDE6", "FF8A8578"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_TOP = Alignment(vertical="top", wrap_text=True)
_TOP_UNWRAPPED = Alignment(vertical="top", wrap_text=False)

Rows = list[list[str]]


class _Row(RowDimension):
    """A row whose height is given and still grows with its text; openpyxl would fix a height that is given."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 - the name of the attribute in the file
        """Never: a height that a person did not set may change."""
        return False


def write_workbook(case: Case | str | Path, file: str | Path) -> Path:
    """Write a case as a workbook, whole or not at all.

    Args:
        case: A case, the folder of one, or the name of one that comes with whosays. It may be a draft: cells are
            taken as they stand, whatever they hold. The text of an article that the case carries is left out.
        file: Where to; an older file is replaced.

    Returns:
        The file.

    Raises:
        UnknownIdError: There is no such folder or case.
        CaseError: A table cannot be read, or holds what a workbook cannot.
        OSError: The place cannot be written; what stood there is untouched.
    """
    target = Path(file)
    name, tables, rows = _tables_of(case)
    book = Workbook()
    front: Worksheet = book.active  # type: ignore[assignment]  # a new workbook has one sheet
    _read_me(front, rows, target.name, name)
    for table in schema():
        _sheet(book.create_sheet(table), tables.get(table, schema()[table]), rows.get(table, []))
    book.properties.creator, book.properties.title = "whosays", name
    with whole(target) as part:
        book.save(part)
    return target


def _tables_of(case: Case | str | Path) -> tuple[str, dict[str, Table], dict[str, Rows]]:
    """Return the name of a case, its tables and their cells; a table that is not there yet has none."""
    if isinstance(case, Case):
        name, grids, faults = case.id, _grids_of(case), list[Fault]()
    else:
        folder = case_folder(case)
        name, files = folder.resolve().name, read_files(folder)
        grids = files.grids
        faults = [f for table, own in files.faults.items() if (folder / f"{table}.csv").exists() for f in own]
    tables: dict[str, Table] = {}
    rows: dict[str, Rows] = {}
    for table, grid in grids.items():
        shape = shape_of(schema()[table], grid)
        faults += [*shape.faults, *_unfit(grid)]
        tables[table], rows[table] = shape.table, shape.cells()
    if faults:
        raise CaseError(faults)
    return name, tables, rows


def _grids_of(case: Case) -> dict[str, Grid]:
    tables = tables_of(case)
    return {
        name: Grid(f"{name}.csv", tuple(tables[name].header), tuple((at, tuple(row)) for at, row in enumerate(rows, 2)))
        for name, rows in cells_of(case).items()
    }


def _unfit(grid: Grid) -> list[Fault]:
    """Return the cells that no workbook can hold."""
    faults: list[Fault] = []
    for line, cells in grid.records:
        for column, cell in zip(grid.header, cells, strict=False):
            if _CONTROL.search(cell):
                remedy = "Type the cell anew; it holds an invisible control character."
                faults.append(Fault(grid.file, line, column, "a control character", "printable text", remedy))
            elif len(escaped(cell).encode("utf-16-le")) > 2 * MOST_UNITS:
                found, expected = f"{len(cell):,} characters", f"at most {MOST_UNITS:,}, as a workbook can hold"
                faults.append(Fault(grid.file, line, column, found, expected, "Shorten it."))
    return faults


def _read_me(sheet: Worksheet, rows: Mapping[str, Rows], file: str, folder: str) -> None:
    sheet.title = READ_ME
    sheet.sheet_view.showGridLines = False
    for letter, width in {"A": 16, "B": 88, "C": 10}.items():
        sheet.column_dimensions[letter].width = width
    lines = WORDS.strip().splitlines()
    for at, line in enumerate(lines, 1):
        words = line.replace("FILE FOLDER", f"{file} {folder}").removeprefix("# ")
        heading = line.startswith("# ")
        _put(
            sheet,
            at,
            1,
            words,
            Font(name=FONT, bold=heading, size=(16 if at == 1 else 13) if heading else 11, color=INK),
        )
        sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=3)
        # Merged rows do not grow by themselves; a line of this sheet has room for about 110 characters.
        sheet.row_dimensions[at].height = (24 if at == 1 else 20) if heading else 17 * (1 + len(words) // 110)
    for at, (name, table) in enumerate(schema().items(), len(lines) + 1):
        what, count = sheet_note(table, len(rows.get(name, [])))
        _put(sheet, at, 1, name, Font(name=FONT, bold=True, color=INK, underline="single"))
        sheet.cell(at, 1).hyperlink = Hyperlink(ref=f"A{at}", location=f"'{name}'!A1")
        _put(sheet, at, 2, what, Font(name=FONT, color=INK))
        _put(sheet, at, 3, count, Font(name=FONT, color=INK))
    _printed(sheet, "portrait")


def _sheet(sheet: Worksheet, table: Table, rows: Rows) -> None:
    for at, column in enumerate(table.columns, 1):
        letter = get_column_letter(at)
        _put(sheet, 1, at, required(column), Font(name=FONT, bold=True, color=INK))
        head = sheet.cell(1, at)
        head.fill = PatternFill("solid", fgColor=PALE)
        head.border = Border(
            bottom=Side("thick" if column.required else "thin", color=INK if column.required else GREY)
        )
        head.comment = _note(column)
        dimension = sheet.column_dimensions[letter]
        dimension.number_format = "@"  # so that what is typed into a new row stays text as well
        dimension.alignment = _aligned(column)
        dimension.width = _width(column, [row[at - 1] for row in rows])
        choices = ",".join(column.values)
        if column.values and len(choices) <= MOST_LISTED:
            sheet.add_data_validation(_choices(column, choices, letter))
    widths = [sheet.column_dimensions[get_column_letter(at)].width for at in range(1, len(table.columns) + 1)]
    for line, row in enumerate(rows, 2):
        sheet.row_dimensions[line] = _Row(sheet, line, ht=_height(row, widths))
        for at, (column, text) in enumerate(zip(table.columns, row, strict=True), 1):
            _put(sheet, line, at, text, alignment=_aligned(column))
    sheet.freeze_panes = "B2"
    _printed(sheet, "landscape")
    sheet.print_title_rows = "1:1"


def _put(sheet: Worksheet, row: int, at: int, text: str, font: Font | None = None, alignment: Alignment = _TOP) -> None:  # noqa: PLR0913, PLR0917 - a cell
    cell = sheet.cell(row, at)
    cell.value = escaped(text) or None  # type: ignore[assignment]  # it is never one that was merged away
    if text:
        cell.data_type = "s"  # openpyxl would take "=1+1" for a formula and "#N/A" for an error
    cell.number_format = "@"
    cell.alignment = alignment
    if font:
        cell.font = font


def _aligned(column: Column) -> Alignment:
    return _TOP if _prose(column) else _TOP_UNWRAPPED


def _prose(column: Column) -> bool:
    return column.type == "text" and "0-9a-f" not in column.pattern  # hashes are no words


def _width(column: Column, cells: list[str]) -> int:
    longest = max(len(line) for text in [required(column), *column.values, *cells] for line in text.split("\n"))
    return min(max(longest + 2, NARROW), WIDE if _prose(column) else WIDE // 2)


def _height(cells: list[str], widths: list[float]) -> float:
    """Return the height of a row in points, as many lines as its longest cell needs; an estimate: no font is known."""
    needed = (
        sum(1 + int(len(line) // (1.1 * width)) for line in cell.split("\n"))
        for cell, width in zip(cells, widths, strict=True)
        if width > WIDE // 2
    )
    return min(LINE * max(needed, default=1), HIGHEST)


def _note(column: Column) -> Comment:
    text = column_note(column)
    lines = sum(1 + len(line) // 44 for line in text.split("\n"))
    return Comment(text, "whosays", height=20 + 18 * lines, width=320)


def _choices(column: Column, choices: str, letter: str) -> DataValidation:
    return DataValidation(
        type="list",
        formula1=f'"{choices}"',
        allow_blank=not column.required,
        showErrorMessage=True,
        errorTitle=column.name,
        error="Choose one of the words of the list; see the note on the first row.",
        sqref=f"{letter}2:{letter}{LAST_ROW}",
    )


def _printed(sheet: Worksheet, way: Literal["portrait", "landscape"]) -> None:
    sheet.page_setup.orientation = way
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddFooter.center.text = "&A, page &P of &N"  # type: ignore[union-attr]  # every sheet has a footer

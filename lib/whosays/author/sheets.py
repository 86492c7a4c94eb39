"""Read a case from a workbook: strictly, with every fault at once, and never by what a file only says of itself."""

import io
import warnings
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import openpyxl
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.cell.text import Text
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

from whosays.author.opened import READ_ME, Opened, Remark, column_name, without_trailing_blanks
from whosays.author.typed import TypedError, text_of_cell
from whosays.case.errors import Fault, near, quoted
from whosays.case.schema import Table, schema
from whosays.case.table import Grid
from whosays.case.translation import column_slip

MAX_BYTES = 20_000_000  # unpacked, 20 times the largest case; openpyxl needs some 50 times as much memory
MAX_ROWS = 20_000
OLE = b"\xd0\xcf\x11\xe0"
TOO_LARGE = f"more than {MAX_BYTES // 1_000_000} MB"
SMALLER = "Look for a picture or a sheet that does not belong to the case."
LOCKED = "a workbook with a password", "Take the password off, then save it anew."
INSTALL = "Install it with: pip install defusedxml"
SAVE_ANEW = "Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx)."


def read_workbook(file: str | Path) -> Opened:
    """Return the tables of a workbook as text.

    Args:
        file: An .xlsx file.

    Returns:
        A grid for each sheet whose header fits; a remark for each number or date that was read as text; and faults:
        sheets, columns and cells that cannot be read. A table that a case may go without may be missing.

    Raises:
        OSError: The file cannot be read.
    """
    path = Path(file)
    opened = Opened()
    book = _book(path, opened)
    if book is None:
        return opened
    known = [*schema(), READ_ME]
    for name in book.sheetnames:
        if name not in known:
            remedy = near(name, known, "Delete the sheet; only those of the tables are read.")
            opened.faults.append(Fault(f"{file}, sheet {name}", 0, "", "an unknown sheet", "a table of a case", remedy))
        elif name != READ_ME:
            _Sheet(f"{file}, sheet {name}", schema()[name], book[name], opened).read()
    for name, table in schema().items():
        if name not in book.sheetnames and not table.optional:
            remedy = f"Add a sheet {name} with this first row, a column each: {', '.join(table.header)}."
            opened.faults.append(Fault(str(file), 0, "", f"no sheet {name}", "one for each table", remedy))
    return opened


def _book(path: Path, opened: Opened) -> openpyxl.Workbook | None:
    """Return the workbook, unless it is none or could do harm; then there is one fault that says so."""
    data = path.read_bytes() if path.stat().st_size <= MAX_BYTES else None
    problem = (TOO_LARGE, SMALLER) if data is None else _problem(data)
    if problem is None and not openpyxl.DEFUSEDXML:
        problem = "no package defusedxml here, without which a hostile file could fill the memory", INSTALL
    if problem is None:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # what openpyxl leaves out is not what a case needs
                reader = _Reader(io.BytesIO(data or b""), keep_links=False)
                reader.read()
                return reader.wb
        except Exception:  # noqa: BLE001 - a damaged file raises almost anything; the user needs one plain sentence
            problem = "a damaged workbook", SAVE_ANEW
    opened.faults.append(Fault(str(path), 0, "", problem[0], "an Excel workbook (.xlsx)", problem[1]))
    return None


def _problem(data: bytes) -> tuple[str, str] | None:
    """Return what is wrong with a file as a whole, and its cure, before any of it is parsed."""
    if not data:
        return "an empty file", "Write a workbook anew with `whosays sheets`."
    if data.startswith(OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        return LOCKED if locked else ("an old workbook (.xls)", SAVE_ANEW)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return _packing(packed.infolist())
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError):
        return "a workbook that is cut off or damaged" if data.startswith(b"PK") else "no workbook", SAVE_ANEW


def _packing(parts: list[zipfile.ZipInfo]) -> tuple[str, str] | None:
    if any(part.flag_bits & 1 for part in parts):
        return LOCKED
    if sum(part.file_size for part in parts) > MAX_BYTES:  # no part yields more than it declares
        return f"{TOO_LARGE} when unpacked", SMALLER
    if any(part.filename == "mimetype" for part in parts):
        return "an OpenDocument file (.ods)", SAVE_ANEW
    return None


class _Reader(ExcelReader):
    """Keep shared text as it stands in the file: openpyxl drops x005F_ from it, even where a person wrote that."""

    def read_strings(self) -> None:
        part: Any = cast("Any", self.package.find(SHARED_STRINGS))
        if part is None:
            return
        with self.archive.open(part.PartName[1:]) as source:
            for _, node in iterparse(source):
                if node.tag == f"{{{SHEET_MAIN_NS}}}si":
                    text: Any = Text.from_tree(node)
                    self.shared_strings.append(text.content)
                    node.clear()


class _Sheet:
    """One sheet while it is read."""

    def __init__(self, file: str, table: Table, sheet: object, opened: Opened) -> None:
        self.file, self.table, self.opened = file, table, opened
        self.sheet = sheet if isinstance(sheet, Worksheet) else None  # a chart may be a sheet too

    def read(self) -> None:
        if self.sheet is None:
            return self.fault(0, "", "a chart", "the rows of a table", "Put the chart into a file of its own.")
        # The cells that there are: iter_rows would make one for every gap, a million behind one stray cell.
        cells = {
            place: cell
            for place, cell in self.sheet._cells.items()  # noqa: SLF001
            if cell.value not in {None, ""}
        }
        last = max((row for row, _ in cells), default=0)
        if last > MAX_ROWS:
            return self.fault(
                last, "", f"{last:,} rows", f"at most {MAX_ROWS:,}", "Look for a cell far below the rest."
            )
        self._layout()
        before = len(self.opened.faults)
        names = self._header(cells)
        self._hidden(set(names))
        if len(self.opened.faults) > before:
            return None
        records = [
            (row, tuple(self._text(cells.get((row, at)), row, name, at) for at, name in names.items()))
            for row in range(2, last + 1)
        ]
        self.opened.grids[self.table.name] = Grid(self.file, tuple(names.values()), without_trailing_blanks(records))
        return None

    def fault(self, row: int, column: str, found: str, expected: str, remedy: str) -> None:
        self.opened.faults.append(Fault(self.file, row, column, found, expected, remedy))

    def _layout(self) -> None:
        assert self.sheet is not None  # noqa: S101 - for the type checker
        if self.sheet.sheet_state != "visible":
            self.fault(0, "", "a hidden sheet", "a sheet that can be seen", "Show the sheet, and look at its rows.")
        for merged in self.sheet.merged_cells.ranges:
            found = f"merged cells {merged.coord}"
            self.fault(merged.min_row, "", found, "a cell for each value", "Unmerge them, and fill each cell.")

    def _hidden(self, used: set[int]) -> None:
        assert self.sheet is not None  # noqa: S101 - for the type checker
        for dimension in list(self.sheet.column_dimensions.values()):
            own = range(dimension.min or 0, (dimension.max or 0) + 1)
            for at in sorted(used & set(own) if dimension.hidden else ()):
                found, remedy = f"a hidden column {get_column_letter(at)}", "Show the column, and look at its cells."
                self.fault(1, self._names[at], found, "a column that can be seen", remedy)

    def _header(self, cells: Mapping[tuple[int, int], Cell | MergedCell]) -> dict[int, str]:
        """Return the name of each column by its number, and list what does not fit the table."""
        self._names = names = {
            at: column_name(str(cell.value)) for (row, at), cell in sorted(cells.items()) if row == 1
        }
        wanted, known = self.table.header, self.table.with_languages(names.values()).header
        for at, name in names.items():
            where = f"in column {get_column_letter(at)}"
            if name not in known:
                remedy = near(name, wanted, "Delete the column; notes go into the column note.")
                unknown = "an unknown column", "a column of the table", remedy
                found, expected, remedy = column_slip(self.table, name) or unknown
                self.fault(1, name, f"{found} {where}", expected, remedy)
            elif list(names.values()).index(name) < list(names).index(at):
                self.fault(1, name, f"the column a second time {where}", "it once", "Delete one of the two.")
        for name in wanted:
            if name not in names.values():
                remedy = f"The first row is, a cell each: {', '.join(wanted)}."
                self.fault(1, name, "no such column", "it in the first row", remedy)
        stray = {at: row for row, at in sorted(cells, reverse=True) if at not in names}
        for at, row in sorted(stray.items()):
            found = f"a cell in column {get_column_letter(at)}, which has no name"
            self.fault(row, "", found, "nothing beside the table", "Clear it; notes go into the column note.")
        return names

    def _text(self, cell: Cell | MergedCell | None, row: int, column: str, at: int) -> str:
        if cell is None:
            return ""
        try:
            text, was = text_of_cell(cell.value, cell.data_type, cell.number_format)
        except TypedError as error:
            found = f"{error.found} in cell {get_column_letter(at)}{row}"
            self.fault(row, column, found, "text", error.remedy)
            return ""
        if was:
            shown = quoted(text) if was.startswith("the") else "one with line feeds"
            self.opened.remarks.append(Remark(self.file, row, column, was, shown))
        return text

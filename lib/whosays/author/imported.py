"""Bring a case back from a workbook or from CSV files: every table at once, or nothing."""

from dataclasses import dataclass
from pathlib import Path

from whosays.author.exported import ENDINGS, read_exported
from whosays.author.opened import Opened, Remark
from whosays.case.errors import CaseError, Fault
from whosays.case.load import Files, read_files
from whosays.case.model import Case
from whosays.case.save import files_of, finish_interrupted_save, save_files
from whosays.case.schema import schema
from whosays.case.table import Grid, case_of, shape_of

INSTALL = "Install it with: pip install whosays[author]"
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")  # the last three are told what they are, and how to go on


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import.

    Attributes:
        folder: The folder of the case.
        case: The case as far as its rows can be read; None if the file could not be read as it stands.
        faults: Of the file if there is no case, else of the rows; a case with faults is a draft.
        remarks: What was read otherwise than it stands.
        changed: Tables whose file changes, each with its number of rows before and after.
        written: Whether the folder was written.
    """

    folder: Path
    case: Case | None
    faults: tuple[Fault, ...]
    remarks: tuple[Remark, ...]
    changed: dict[str, tuple[int, int]]
    written: bool


def import_case(source: str | Path, folder: str | Path, *, dry_run: bool = False) -> Imported:
    """Write the tables of a workbook, of a folder of CSV files or of one CSV file into the folder of a case.

    Tables that the source does not hold stay as they are, and so does the text of the article. A case that is not
    finished is written too, as a draft; a source that cannot be read as it stands changes nothing.

    Args:
        source: An .xlsx file, a folder of CSV files, or one CSV file.
        folder: Folder of the case; made if it is not there.
        dry_run: Only say what would be done.

    Raises:
        CaseError: What the folder holds already cannot be read, or is no case.
        OSError: The source cannot be read, or the folder cannot be written; nothing was changed.
    """
    target = Path(folder)
    opened = _opened(Path(source))
    if opened.faults:
        return Imported(target, None, tuple(opened.faults), tuple(opened.remarks), {}, written=False)
    finish_interrupted_save(target)
    present = _present(target, opened)
    grids = present.grids | opened.grids
    shapes = {name: shape_of(schema()[name], grid) for name, grid in grids.items()}
    cells = {name: shape.cells() for name, shape in shapes.items()}
    tables = {name: shape.table for name, shape in shapes.items()}
    case, faults = case_of(target.resolve().name, str(folder), grids, present.text)
    files = files_of(case.id, cells, present.text, tables)
    changed = {
        name: (len(_cells(name, present.grids[name])) if name in present.grids else 0, len(cells.get(name, [])))
        for name in schema()
        if _on_disk(target / f"{name}.csv") != files.get(f"{name}.csv", "").encode()
    }
    if changed and not dry_run:
        save_files(files, target)
    return Imported(target, case, tuple(faults), tuple(opened.remarks), changed, written=bool(changed) and not dry_run)


def _opened(source: Path) -> Opened:
    if source.is_dir() or source.suffix.lower() in ENDINGS:
        return read_exported(source)
    if source.suffix.lower() in WORKBOOKS:
        try:
            from whosays.author.sheets import read_workbook  # noqa: PLC0415 - openpyxl is loaded for a workbook only
        except ImportError:
            found, expected = "no package openpyxl here", "it, to read a workbook"
            return Opened(faults=[Fault(str(source), 0, "", found, expected, INSTALL)])
        return read_workbook(source)
    remedy = "Give a workbook (.xlsx), a CSV file named after its table, or a folder of CSV files."
    found = f"the ending {source.suffix}" if source.suffix else "no ending"
    return Opened(faults=[Fault(str(source), 0, "", found, "a workbook or CSV files", remedy)])


def _present(folder: Path, opened: Opened) -> Files:
    """Return what the folder holds already; what is replaced anyway need not be readable."""
    if folder.is_dir() and not any((folder / f"{name}.csv").is_file() for name in schema()):
        if any(folder.iterdir()):
            remedy = "Name the folder of a case, an empty one, or one that is not there yet."
            raise CaseError([Fault(str(folder), 0, "", "a folder with other things in it", "a case", remedy)])
        return Files({}, "", {})
    if not folder.is_dir():
        return Files({}, "", {})
    present = read_files(folder)
    stay = [name for name in present.faults if name not in opened.grids]
    faults = [f for name in stay if name == "text" or (folder / f"{name}.csv").exists() for f in present.faults[name]]
    faults += [
        f for n, grid in present.grids.items() if n not in opened.grids for f in shape_of(schema()[n], grid).faults
    ]
    if faults:
        raise CaseError(faults)
    return present


def _cells(name: str, grid: Grid) -> list[list[str]]:
    return shape_of(schema()[name], grid).cells()


def _on_disk(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""

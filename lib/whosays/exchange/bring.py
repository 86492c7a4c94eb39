"""Bring a file of another format into the folder of a new case, as a draft that says what is still to be filled."""

from pathlib import Path

from whosays.author.cells import grid_with_lines, known_columns, row_of
from whosays.author.imported import Imported
from whosays.case.errors import CaseError, Fault
from whosays.case.lock import real
from whosays.case.save import files_of, save_files
from whosays.case.schema import schema
from whosays.case.table import case_of
from whosays.exchange.formats import reader
from whosays.exchange.left import Left


def bring_case(source: str | Path, form: str, folder: str | Path, *, dry_run: bool = False) -> tuple[Imported, Left]:
    """Write what a file of another format holds into the folder of a new case.

    What that format does not tell, as the title or what a claim is called in one word, is left blank: it is what the
    faults of the draft ask for. Nothing is made up.

    Args:
        source: A file or folder of that format.
        form: Name of the format.
        folder: Folder of the case; made if it is not there, and must hold nothing yet.
        dry_run: Only say what would be done.

    Returns:
        What came of it, and what had no place in a case.

    Raises:
        UnknownIdError: No case is read from that format.
        CaseError: The file cannot be read as it stands, or the folder holds something; nothing was written.
        OSError: The source cannot be read, or the folder cannot be written; nothing was changed.
    """
    read, target, left = reader(form), Path(folder), Left("a case")
    if target.is_dir() and any(target.iterdir()):
        remedy = "Name an empty folder, or one that is not there yet; what is there is not overwritten."
        fault = Fault(str(target), 0, "", "a folder with something in it", "no case yet", remedy)
        raise CaseError([fault], "the folder")
    given = read(Path(source), left)
    tables = schema()
    cells = {
        name: tuple(row_of(table, known_columns(table, row)) for row in given.get(name, ()))
        for name, table in tables.items()
    }
    grids = {
        name: grid_with_lines(target / f"{name}.csv", table, cells[name])
        for name, table in tables.items()
        if cells[name] or not table.optional
    }
    name = real(target).name
    case, faults = case_of(name, str(folder), grids)
    if not dry_run:
        save_files(files_of(name, cells), target)
    changed = {table: (0, len(rows)) for table, rows in cells.items() if rows}
    return Imported(target, case, tuple(faults), (), changed, written=not dry_run), left

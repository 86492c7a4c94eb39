"""Write a case to its folder: whole or not at all."""

import csv
import io
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from whosays.case.cell import text_of
from whosays.case.lock import flush, locked, real
from whosays.case.model import Case, Row
from whosays.case.name import refuse_unportable
from whosays.case.package import PACKAGE, Rows, datapackage, kept_package, package_text, written
from whosays.case.schema import Table, schema
from whosays.case.text import TEXT_FILE


def save(case: Case, folder: str | Path) -> Path:
    """Write a case; see ``save_files`` for how.

    Args:
        case: The case.
        folder: Where to; made if it is not there.

    Returns:
        The folder.

    Raises:
        OSError: The place cannot be written; what stood there is untouched.

    Example:
        >>> from dataclasses import replace
        >>> from whosays import load, save
        >>> case = load("practice-pond-2025")
        >>> mine = replace(case, article=replace(case.article, note="Read in 9b."))
        >>> folder = save(mine, "my-pond")
        >>> load("my-pond").article.note
        'Read in 9b.'
    """
    return save_files(texts_of(case), folder)


def save_files(files: Mapping[str, str], folder: str | Path) -> Path:
    """Write the files of a case, so that at every moment the folder holds the old case or the new one.

    Files of other names that the folder holds are kept, files of a case that are not given are not. Of an older data
    package, the version, the day and the names of the makers are kept. The new case is
    written beside the folder, then the two change places by renaming; ``finish_interrupted_save`` mends what a power
    cut leaves. Two programs that save at once wait for one another: the last one counts, whole.

    Args:
        files: Text of each file by its name.
        folder: Where to; made if it is not there.

    Returns:
        The folder.

    Raises:
        OSError: The place cannot be written, or not on every system; what stood there is untouched.
    """
    target, here = real(folder), real(".")
    refuse_unportable(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with locked(target):
        _finish(target)
        new, old = _neighbours(target)
        making = new.with_name(new.name + ".part")
        try:
            _write(files, target, making)
            making.rename(new)  # from here on the new case is whole, and an interrupted save is finished, not undone
            _change_places(target, new, old)
        except BaseException:
            for left in (making, new):
                shutil.rmtree(left, ignore_errors=True)
            raise
        if target in (here, *here.parents):
            os.chdir(here)  # or the process would go on in the old folder, which is about to be removed
        flush(target.parent)  # before the old case goes, or a power cut could take both
        shutil.rmtree(old, ignore_errors=True)
    return Path(folder)


def _write(files: Mapping[str, str], target: Path, making: Path) -> None:
    """Write a whole folder: what is not ours keeps its place, whatever it is and however large."""
    ours = {TEXT_FILE, *files, *(f"{name}.csv" for name in schema())}

    def leave_out(folder: str, names: list[str]) -> set[str]:
        inside = Path(folder)
        return {name for name in ours.intersection(names) if inside == target and not (inside / name).is_dir()}

    shutil.rmtree(making, ignore_errors=True)
    if target.is_dir():
        shutil.copytree(target, making, symlinks=True, ignore=leave_out, copy_function=_keep)
    else:
        making.mkdir()
    for name, text in files.items():
        with (making / name).open("w", encoding="utf-8", newline="") as file:
            file.write(kept_package(text, target / PACKAGE) if name == PACKAGE else text)
            file.flush()
            os.fsync(file.fileno())
    flush(making)


def _keep(source: str, target: str) -> str:
    """Give a file a second name, which costs nothing and is as safe as the first; copy it where that cannot be."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copyfile(source, target)
        with Path(target).open("rb+") as file:  # what is open for reading only, Windows cannot bring to the disk
            os.fsync(file.fileno())
        shutil.copystat(source, target)
    return target


def _change_places(target: Path, new: Path, old: Path) -> None:
    if target.is_dir():
        target.rename(old)
    try:
        new.rename(target)
    except BaseException:
        if old.is_dir():
            old.rename(target)
        raise


def finish_interrupted_save(folder: Path) -> None:
    """Put the new case in place if a save was cut off after it was written whole.

    Args:
        folder: Folder of the case, there or not.
    """
    target = real(folder)
    if any(place.is_dir() for place in _neighbours(target)):
        with locked(target):
            _finish(target)


def _finish(target: Path) -> None:
    new, old = _neighbours(target)
    if new.is_dir():
        if target.is_dir():
            shutil.rmtree(old, ignore_errors=True)
            target.rename(old)
        new.rename(target)
    if target.is_dir():
        shutil.rmtree(old, ignore_errors=True)
    elif old.is_dir():
        old.rename(target)


def texts_of(case: Case) -> dict[str, str]:
    """Return the files of a case: each table as CSV, its data package, and its text if it is ours to give.

    Args:
        case: The case.

    Returns:
        Text of each file by its name.
    """
    return files_of(case.id, cells_of(case), case.text, tables_of(case))


def files_of(
    name: str, cells: Mapping[str, Rows], text: str = "", tables: Mapping[str, Table] | None = None
) -> dict[str, str]:
    """Return the files of a case that need not be sound yet; an optional table has a file only if it has rows.

    Args:
        name: Id of the case.
        cells: The cells of each table, in the order of its rows and columns.
        text: The article word for word, if it is ours to give.
        tables: Each table with the columns that its rows have; those of the schema, if not given.

    Returns:
        Text of each file by its name.
    """
    files = {
        f"{table.name}.csv": csv_of(table, cells.get(table.name, ())) for table in written(cells, tables or schema())
    }
    files[PACKAGE] = package_text(datapackage(name, cells, tables))
    return files | ({TEXT_FILE: text} if text else {})


def csv_of(table: Table, rows: Rows) -> str:
    """Return a table as CSV: line feeds alone, quotation marks only where they are needed.

    Args:
        table: The table.
        rows: The cells of each row, in the order of its columns.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.header)
    writer.writerows(rows)
    return out.getvalue()


def cells_of(case: Case) -> dict[str, list[list[str]]]:
    """Return the cells of each table of a case, in the order of its rows and columns."""
    return {name: [row_cells(case, table, row) for row in case.rows(name)] for name, table in tables_of(case).items()}


def tables_of(case: Case) -> dict[str, Table]:
    """Return each table with the columns for other languages that a case has."""
    return {name: table.with_languages(case.translations.get(name, ())) for name, table in schema().items()}


def row_cells(case: Case, table: Table, row: Row) -> list[str]:
    """Return the cells of a row, in the order of the columns of a table, those for other languages included."""
    texts = case.translations.get(table.name, {})
    return [
        texts.get(c.name, {}).get(row.id, "") if c.language else text_of(getattr(row, c.attribute))
        for c in table.columns
    ]


def _neighbours(target: Path) -> tuple[Path, Path]:
    return target.parent / f".{target.name}.new", target.parent / f".{target.name}.old"

"""Write a case to its folder: whole or not at all."""

import csv
import io
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from whosays.case.cell import text_of
from whosays.case.lock import flush, locked, real
from whosays.case.model import Case, Row
from whosays.case.name import refuse_unportable
from whosays.case.schema import Column, Table, schema
from whosays.case.text import TEXT_FILE

DATE_PATTERN = r"\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?"
LICENSE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0",
}


Rows = Sequence[Sequence[str]]


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

    Files of other names that the folder holds are kept, files of a case that are not given are not. The new case is
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
            file.write(text)
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
    written = _written(cells, tables or schema())
    files = {f"{table.name}.csv": csv_of(table, cells.get(table.name, ())) for table in written}
    files["datapackage.json"] = json.dumps(datapackage(name, cells, tables), indent=2, ensure_ascii=False) + "\n"
    return files | ({TEXT_FILE: text} if text else {})


def _written(cells: Mapping[str, Rows], tables: Mapping[str, Table]) -> list[Table]:
    own = (tables.get(name, table) for name, table in schema().items())
    return [table for table in own if cells.get(table.name) or not table.optional]


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


def datapackage(name: str, cells: Mapping[str, Rows], tables: Mapping[str, Table] | None = None) -> dict[str, object]:
    """Return the Frictionless data package (v1) that describes the tables of a case to other tools.

    Method: the Data Package standard, https://specs.frictionlessdata.io/data-package/

    Args:
        name: Id of the case.
        cells: The cells of each table.
        tables: Each table with the columns that its rows have; those of the schema, if not given.
    """
    own = tables or schema()
    header = own.get("article", schema()["article"]).header
    article = dict(zip(header, next(iter(cells.get("article", ())), [""] * len(header)), strict=True))
    return {
        "profile": "tabular-data-package",
        "name": name,
        "title": article["title"],
        "description": "A whosays case: the claims of one article, their sources, and what was said against them.",
        "licenses": [LICENSE],
        "sources": [{"title": article["outlet"], "path": article["address"]}],
        "resources": [_resource(table) for table in _written(cells, own)],
    }


def _resource(table: Table) -> dict[str, object]:
    keys = [
        {"fields": [c.name], "reference": {"resource": "" if c.refers == table.name else c.refers, "fields": ["id"]}}
        for c in table.columns
        if c.type == "id" and c.refers and " " not in c.refers
    ]
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "description": f"Each row is {table.row}.",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": ["id"],
            **({"foreignKeys": keys} if keys else {}),
            "missingValues": [""],
        },
    }


def _field(column: Column) -> dict[str, object]:
    constraints: dict[str, object] = {"required": True} if column.required else {}
    if column.values:
        constraints["enum"] = list(column.values)
    pattern = DATE_PATTERN if column.type == "date" else column.pattern
    if pattern:
        constraints["pattern"] = pattern
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    kind = column.type if column.type in {"integer", "number"} else "string"
    unit = f" In {column.unit}." if column.unit else ""
    field: dict[str, object] = {"name": column.name, "type": kind, "description": column.description + unit}
    return {**field, "constraints": constraints} if constraints else field


def _neighbours(target: Path) -> tuple[Path, Path]:
    return target.parent / f".{target.name}.new", target.parent / f".{target.name}.old"

"""Read a case from its folder: strictly, and with every fault at once."""

import os
from dataclasses import dataclass
from pathlib import Path

from whosays.case.errors import CaseError, Fault, UnknownIdError
from whosays.case.lock import locked, real
from whosays.case.model import Case
from whosays.case.save import finish_interrupted_save
from whosays.case.schema import Table, schema
from whosays.case.table import Grid, case_of, grid_of
from whosays.case.text import read_text

MAX_BYTES = 20_000_000  # the largest case made so far has 0.1 MB; beyond this, reading would only waste memory
BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")


def cases_folder() -> Path:
    """Return the folder of the cases that come with whosays.

    ``WHOSAYS_DATA`` in the environment names another one.
    """
    named = os.environ.get("WHOSAYS_DATA")
    if named:
        return Path(named)
    package = Path(__file__).resolve().parents[1]
    installed = package / "data"
    return installed if installed.is_dir() else package.parents[1] / "data"


def shipped_cases() -> list[str]:
    """Return the names of the cases that come with whosays, sorted.

    Example:
        >>> from whosays import shipped_cases
        >>> shipped_cases()[:2]
        ['cold-fusion-1989', 'kramatorsk-2023']
    """
    return sorted(path.parent.name for path in cases_folder().glob("*/article.csv"))


def case_folder(case: str | Path) -> Path:
    """Return the folder of a case.

    Args:
        case: A folder, or the name of a case that comes with whosays.

    Raises:
        UnknownIdError: It is neither; the message names the near ones.
    """
    path = Path(case)
    finish_interrupted_save(path)
    with locked(path, shared=True):  # in mid-save there is no folder for a moment
        there = path.is_dir()
    if there:
        return path
    if (cases_folder() / path.name).is_dir() and path.name == str(case):
        return cases_folder() / path.name
    what = "folder or case"
    raise UnknownIdError(what, case, shipped_cases())


def load(case: str | Path) -> Case:
    """Return a case, checked.

    Args:
        case: A folder, or the name of a case that comes with whosays.

    Raises:
        UnknownIdError: There is no such folder or case.
        CaseError: The case has faults; all of them are in the error.

    Example:
        >>> from whosays import load
        >>> case = load("practice-pond-2025")
        >>> case.article.title
        'What happened to the frogs of Quillstead?'
        >>> len(case.passages), len(case.statements)
        (22, 47)
    """
    folder = case_folder(case)
    files = read_files(folder)
    loaded, faults = case_of(real(folder).name, str(folder), files.grids, files.text, files.faults)
    if faults:
        raise CaseError(faults)
    return loaded


@dataclass(frozen=True, slots=True)
class Files:
    """What stands in the files of a case, before anybody asked what it means.

    Attributes:
        grids: The cells of each table that can be read.
        text: The article word for word, if it is ours to give; else empty.
        faults: Faults of the files themselves, by table, and by ``text`` for the text.
    """

    grids: dict[str, Grid]
    text: str
    faults: dict[str, list[Fault]]


def read_files(folder: Path) -> Files:
    """Return what stands in the files of a case.

    Args:
        folder: Folder of the case.

    Raises:
        CaseError: It holds no table of a case at all.
    """
    with locked(folder, shared=True):  # or half of the tables could be those of a save that comes in between
        return _read_files(folder)


def _read_files(folder: Path) -> Files:
    tables = schema()
    if not any((folder / f"{name}.csv").is_file() for name in tables):
        files = f"a folder with article.csv and {len(tables) - 1} more tables"
        remedy = "Name the folder of a case, or copy one of the shipped cases to start from."
        raise CaseError([Fault(str(folder), 0, "", "no table of a case", files, remedy)])
    text, unread = read_text(folder)
    found = Files({}, text, {"text": unread} if unread else {})
    for name, table in tables.items():
        path = folder / f"{name}.csv"
        if table.optional and not path.exists():
            continue
        content, faults = _text(path, table)
        if content is not None:
            found.grids[name], faults = grid_of(str(path), content)
        if faults:
            found.faults[name] = faults
    return found


def _text(path: Path, table: Table) -> tuple[str | None, list[Fault]]:
    if path.is_file():
        return csv_text(path)
    remedy = f"Make it with this first line, even if empty: {','.join(table.header)}"
    return None, [Fault(str(path), 0, "", "no such file", f"the table of {table.name}", remedy)]


def csv_text(path: Path) -> tuple[str | None, list[Fault]]:
    """Return the text of a CSV file, or why it cannot be one.

    Args:
        path: A file that is there.

    Returns:
        The text, None if there is none; and its faults.

    Raises:
        OSError: It cannot be read.
    """

    def fault(found: str, expected: str, remedy: str, line: int = 0) -> tuple[None, list[Fault]]:
        return None, [Fault(str(path), line, "", found, expected, remedy)]

    if path.stat().st_size > MAX_BYTES:
        size = f"{path.stat().st_size / 1e6:,.0f} MB"
        return fault(
            size, f"at most {MAX_BYTES // 1_000_000} MB", "Look for a cell into which a whole file was pasted."
        )
    data = path.read_bytes()
    if data.startswith(BYTE_ORDER_MARKS) or b"\x00" in data:
        return fault("UTF-16 or binary data", "a CSV file in UTF-8", "Save it anew as “CSV UTF-8”.")
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"byte 0x{data[error.start]:02x}, as in Windows-1252"
        return fault(
            found, "a CSV file in UTF-8", "Save it anew as “CSV UTF-8”, then check the letters with accents.", line
        )

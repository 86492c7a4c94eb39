"""Read a case from its folder: strictly, and with every fault at once."""

import csv
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whosays.case.cell import CellError, Value, parse
from whosays.case.check import faults_across
from whosays.case.errors import CaseError, Fault, UnknownIdError, near, quoted
from whosays.case.model import RECORDS, Article, Case, Row
from whosays.case.save import finish_interrupted_save
from whosays.case.schema import Table, schema
from whosays.case.text import read_text, text_faults

MAX_BYTES = 20_000_000  # the largest case made so far has 0.1 MB; beyond this, reading would only waste memory
BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(slots=True)
class _Sheet:
    """What one file gave: its good rows, the ids of all its rows, and its faults."""

    rows: list[Row]
    lines: dict[str, int]
    faults: list[Fault]


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
    """Return the names of the cases that come with whosays, sorted."""
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
    if path.is_dir():
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
    """
    folder = case_folder(case)
    tables = schema()
    if not any((folder / f"{name}.csv").is_file() for name in tables):
        files = f"a folder with article.csv and {len(tables) - 1} more tables"
        remedy = "Name the folder of a case, or copy one of the shipped cases to start from."
        raise CaseError([Fault(str(folder), 0, "", "no table of a case", files, remedy)])
    sheets = {name: _read(folder / f"{name}.csv", table) for name, table in tables.items()}
    faults = [fault for sheet in sheets.values() for fault in sheet.faults]
    article = sheets["article"].rows
    if len(sheets["article"].lines) != 1 and not sheets["article"].faults:
        found = f"{len(sheets['article'].lines)} rows"
        remedy = "A case takes one article apart; put a second article into a case of its own."
        faults.append(Fault(str(folder / "article.csv"), 0, "", found, "exactly one row", remedy))
    text, unread = read_text(folder)
    loaded = Case(
        id=folder.resolve().name,
        folder=str(folder),
        article=article[0] if article and isinstance(article[0], Article) else _NO_ARTICLE,
        text=text,
        lines={(name, row_id): line for name, sheet in sheets.items() for row_id, line in sheet.lines.items()},
        **{name: tuple(sheet.rows) for name, sheet in sheets.items() if name != "article"},  # type: ignore[arg-type]
    )
    faults += unread + faults_across(loaded, frozenset(name for name, sheet in sheets.items() if sheet.faults))
    if not sheets["article"].faults and not sheets["passages"].faults:
        faults += text_faults(loaded)
    if faults:
        raise CaseError(faults)
    return loaded


_NO_ARTICLE = Article("", "", "", None, "", "", None, "", "", "", "")  # type: ignore[arg-type]  # faults are raised


def _read(path: Path, table: Table) -> _Sheet:
    sheet = _Sheet([], {}, [])
    if table.optional and not path.exists():
        return sheet
    text = _text(path, table, sheet.faults)
    if text is None:
        return sheet
    records = _records(path, text, sheet.faults)
    header = next(records, (1, list[str]()))[1]
    if not _header_fits(path, table, header, sheet.faults):
        return sheet
    record = RECORDS[table.name]
    for line, cells in records:
        if len(cells) != len(header):
            remedy = "A text with a comma needs quotation marks around it; a blank cell still needs its comma."
            found, expected = f"{len(cells)} cells", f"{len(header)} as in the header"
            sheet.faults.append(Fault(str(path), line, "", found, expected, remedy))
            sheet.lines.setdefault(dict(zip(header, cells, strict=False)).get("id", ""), line)
            continue
        values = _values(path, table, line, dict(zip(header, cells, strict=True)), sheet)
        if values is not None:
            sheet.rows.append(record(**values))
    return sheet


def _text(path: Path, table: Table, faults: list[Fault]) -> str | None:
    def fault(found: str, expected: str, remedy: str, line: int = 0) -> None:
        faults.append(Fault(str(path), line, "", found, expected, remedy))

    if not path.is_file():
        header = ",".join(table.header)
        fault("no such file", f"the table of {table.name}", f"Make it with this first line, even if empty: {header}")
        return None
    if path.stat().st_size > MAX_BYTES:
        size = f"{path.stat().st_size / 1e6:,.0f} MB"
        fault(size, f"at most {MAX_BYTES // 1_000_000} MB", "Look for a cell into which a whole file was pasted.")
        return None
    data = path.read_bytes()
    if data.startswith(BYTE_ORDER_MARKS) or b"\x00" in data:
        fault("UTF-16 or binary data", "a CSV file in UTF-8", "Save it anew as “CSV UTF-8”.")
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"byte 0x{data[error.start]:02x}, as in Windows-1252"
        fault(found, "a CSV file in UTF-8", "Save it anew as “CSV UTF-8”, then check the letters with accents.", line)
        return None


def _records(path: Path, text: str, faults: list[Fault]) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with the line on which it begins; blank lines are passed over."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            remedy = "Look for a quotation mark that is not closed, or one inside a text that is not doubled."
            faults.append(Fault(str(path), line, "", str(error), "a well-formed record", remedy))
            return
        if cells:
            yield line, [cell.replace("\r\n", "\n") for cell in cells]


def _header_fits(path: Path, table: Table, header: list[str], faults: list[Fault]) -> bool:
    def fault(column: str, found: str, expected: str, remedy: str) -> None:
        faults.append(Fault(str(path), 1, column, found, expected, remedy))

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
            fault(name, "an unknown column", "a column of the schema", remedy)
        elif header.count(name) > 1:
            fault(name, "the column twice", "it once", "Remove one of the two.")
    for name in table.header:
        if name not in header:
            fault(name, "no such column", "it in the header", f"The header is: {wanted}")
    return set(header) >= set(table.header) and len(header) == len(set(header))


def _values(path: Path, table: Table, line: int, cells: dict[str, str], sheet: _Sheet) -> dict[str, Any] | None:
    def fault(column: str, found: str, expected: str, remedy: str) -> None:
        sheet.faults.append(Fault(str(path), line, column, found, expected, remedy))

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
    if row_id and row_id in sheet.lines:
        fault("id", quoted(row_id), "an id of its own", f"Line {sheet.lines[row_id]} has it already; number anew.")
        return None
    sheet.lines[row_id] = line
    return values if len(values) == len(table.columns) else None

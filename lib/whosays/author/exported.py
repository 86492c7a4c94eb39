"""Read CSV files as spreadsheets of other countries save them, and say of each cell what was read otherwise."""

import re
from collections.abc import Iterable
from pathlib import Path

from whosays.author.accepted import ACCEPTED
from whosays.author.notation import Notation, TwoReadingsError, day, notation_of, number
from whosays.author.opened import READ_ME, Opened, Remark, column_name, without_trailing_blanks
from whosays.author.suggestions import SUGGESTIONS
from whosays.case.errors import Fault, near, quoted
from whosays.case.load import BYTE_ORDER_MARKS, MAX_BYTES
from whosays.case.schema import Table, schema
from whosays.case.table import Grid, grid_of, shape_of

ENDINGS = (".csv", ".tsv", ".txt")
SEPARATORS = {";": "semicolons", "\t": "tabs", ",": "commas"}
# In these bytes Windows-1252 has letters of Eastern Europe or nothing, a Mac the umlauts and accents of Western Europe.
DOUBTFUL = frozenset(b"\x81\x83\x88\x8a\x8d\x8e\x8f\x90\x98\x9a\x9d\x9e\x9f")
SAVE_AS_UTF8 = "Save it anew as “CSV UTF-8”, then check the letters with accents."
# An umlaut or accent in UTF-8. In Windows-1252 these would be a tilde or circumflex on a capital and then a sign;
# left out are the signs that close a French quotation.
_MIXED = re.compile(rb"[\xc2\xc3][\x80-\x9f\xa1-\xaa\xac-\xba\xbc-\xbf]")
_SEP = re.compile(r"\ufeff?sep=(.)\r?\n", re.IGNORECASE)
BESIDE = {SUGGESTIONS, ACCEPTED}  # what the kit keeps beside the tables of a case


def read_exported(source: str | Path) -> Opened:
    """Return the tables of a folder of CSV files, or of one CSV file, that a spreadsheet program saved.

    Semicolons or tabs between the cells, Windows-1252 or UTF-16, decimal commas and dates such as 08.01.2023 are read
    where they can mean one thing only.

    Args:
        source: A folder, or one file; a file is named after its table, as claims.csv or my-case-claims.csv.

    Returns:
        A grid for each file; a remark for each cell that was read otherwise; and faults.

    Raises:
        OSError: A file cannot be read.
    """
    path, opened = Path(source), Opened()
    files = sorted(p for p in path.iterdir() if _is_table(p)) if path.is_dir() else [path]
    if not files:
        expected = "files named after the tables, as claims.csv"
        remedy = "Save each sheet as a CSV file into this folder."
        opened.faults.append(Fault(str(path), 0, "", "no CSV file", expected, remedy))
    origin: dict[str, Path] = {}
    for file in files:
        name = _table_of(file)
        if not name:
            others = "For what another program wrote, say which: --from kialo."
            remedy = near(file.stem, schema(), f"The tables are {', '.join(schema())}. {others}")
            opened.faults.append(Fault(str(file), 0, "", "a file of no table", "the name of a table", remedy))
        elif name in origin:
            remedy = f"{origin[name].name} is one already; keep one of the two."
            opened.faults.append(Fault(str(file), 0, "", f"a second table of {name}", "it once", remedy))
        else:
            origin[name] = file
            _read(file, schema()[name], opened)
    return opened


def _is_table(file: Path) -> bool:
    if file.stem.endswith(READ_ME) or file.name in BESIDE:  # the first is saved with the other sheets of a workbook
        return False
    return file.is_file() and (
        file.suffix.lower() in {".csv", ".tsv"} or (file.suffix == ".txt" and bool(_table_of(file)))
    )


def _table_of(file: Path) -> str:
    """Return the table whose name a file bears, alone or behind the name of its workbook; "" if there is none."""
    last = re.split(r"[-_. ]", file.stem)[-1].lower()
    return last if last in schema() else ""


def _read(file: Path, table: Table, opened: Opened) -> None:
    text = _text(file, opened)
    if text is None:
        return
    named = _SEP.match(text)
    text = text[named.end() :] if named else text
    separator = named[1] if named else _separator(text, table)
    if separator not in SEPARATORS:
        expected = "semicolons, tabs or commas"
        opened.faults.append(Fault(str(file), 1, "", f"{quoted(separator)} between the cells", expected, SAVE_AS_UTF8))
        return
    grid, faults = grid_of(str(file), text, separator)
    grid = _squared(grid, 1 if named else 0)
    shape = shape_of(table, grid)
    opened.faults += [Fault(f.file, f.line + bool(named), f.column, f.found, f.expected, f.remedy) for f in faults]
    opened.faults += shape.faults
    if faults or shape.faults:
        return
    if separator != ",":
        opened.remarks.append(Remark(str(file), 1, "", f"a table with {SEPARATORS[separator]}", "one with commas"))
    opened.grids[table.name] = _converted(grid, shape.table, separator, opened)


def _text(file: Path, opened: Opened) -> str | None:
    """Return the text of a file in whatever of the usual encodings it is; None, and a fault, if that cannot be told."""

    def fault(found: str, expected: str, remedy: str, line: int = 0) -> None:
        opened.faults.append(Fault(str(file), line, "", found, expected, remedy))

    if file.stat().st_size > MAX_BYTES:
        fault("a file too large", f"at most {MAX_BYTES // 1_000_000} MB", "Look for a cell with a whole file in it.")
        return None
    data = file.read_bytes()
    utf16 = data.startswith(BYTE_ORDER_MARKS)
    try:
        text = data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        if utf16 or b"\x00" in data:
            fault("a file that is cut off, or no text", "a CSV file", SAVE_AS_UTF8)
            return None
        found = _doubt(data)
        if found:
            line = data.count(b"\n", 0, error.start) + 1
            fault(found, "text in UTF-8 or Windows-1252", SAVE_AS_UTF8, line)
            return None
        lost = "; where it holds ??, letters may be lost that Windows-1252 does not have" if b"??" in data else ""
        opened.remarks.append(Remark(str(file), 0, "", "text in Windows-1252", f"UTF-8{lost}"))
        return data.decode("cp1252")
    if "\x00" in text:
        fault("UTF-16 without its mark, or no text", "a CSV file", SAVE_AS_UTF8)
        return None
    if utf16:
        opened.remarks.append(Remark(str(file), 0, "", "text in UTF-16", "UTF-8"))
    return text


def _doubt(data: bytes) -> str:
    """Return why bytes that are not UTF-8 need not be Windows-1252; "" if they can hardly be anything else."""
    if _MIXED.search(data):
        return "letters in UTF-8 beside others"
    doubtful = next((byte for byte in data if byte in DOUBTFUL), None)
    return "" if doubtful is None else f"byte 0x{doubtful:02x}, another letter on a Mac"


def _separator(text: str, table: Table) -> str:
    """Return what parts the names of the columns; a comma if nothing fits, so that the header is found at fault."""
    first = text.split("\n", 1)[0]
    known = {
        sign: sum(column_name(cell.strip('"\r')) in table.header for cell in first.split(sign)) for sign in SEPARATORS
    }
    return max(known, key=lambda sign: (known[sign], sign == ",")) if any(known.values()) else ","


def _squared(grid: Grid, more: int) -> Grid:
    """Return a grid without empty columns and rows at its edges, and with the blank cells that Excel leaves out.

    Excel writes no separators for blank cells at the end of a row if sixteen rows and more have none
    (https://support.microsoft.com/kb/77295); a cell is never cut off.
    """
    names = tuple(column_name(cell) for cell in grid.header)
    width = max((at for at, name in enumerate(names, 1) if name), default=0)
    rows: list[tuple[int, tuple[str, ...]]] = []
    for line, cells in grid.records:
        kept = cells[:width] if not any(cells[width:]) else cells
        rows.append((line + more, kept + ("",) * (width - len(kept))))
    return Grid(grid.file, names[:width], without_trailing_blanks(rows))


def _converted(grid: Grid, table: Table, separator: str, opened: Opened) -> Grid:
    """Return a grid with its numbers and dates as a case writes them, each change with a remark."""
    kinds = {column.name: column.type for column in table.columns}
    cells = [(kinds[name], cell) for _, row in grid.records for name, cell in zip(grid.header, row, strict=True)]
    numbers = (cell for kind, cell in cells if kind in {"number", "integer"})
    notation = notation_of(numbers, (cell for kind, cell in cells if kind == "date"), separator)
    records: list[tuple[int, tuple[str, ...]]] = []
    for line, row in grid.records:
        new = list(row)
        for at, (name, cell) in enumerate(zip(grid.header, row, strict=True)):
            try:
                new[at] = _meant(kinds[name], cell, notation)
            except TwoReadingsError as error:
                opened.faults.append(_asks(grid.file, line, name, cell, error.readings))
            if new[at] != cell:
                opened.remarks.append(Remark(grid.file, line, name, quoted(cell), quoted(new[at])))
        records.append((line, tuple(new)))
    return Grid(grid.file, grid.header, tuple(records))


def _meant(kind: str, cell: str, notation: Notation) -> str:
    if kind in {"number", "integer"}:
        return number(cell, notation, whole=kind == "integer")
    return day(cell, notation) if kind == "date" else cell


def _asks(file: str, line: int, column: str, cell: str, readings: Iterable[str]) -> Fault:
    choice = " or ".join(readings)
    remedy = f"Write {choice}, whichever is meant." if choice else "Write the year with four digits."
    return Fault(file, line, column, quoted(cell), "what can be read one way only", remedy)

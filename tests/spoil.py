"""Change one thing in a copy of a case, and say what is wrong with it afterwards."""

import csv
import io

import pytest

from whosays.case.errors import CaseError
from whosays.case.load import load
from whosays.case.schema import schema


def rows(folder, table):
    """Return every record of a table, the header first."""
    text = (folder / f"{table}.csv").read_text(encoding="utf-8")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def write(folder, table, records):
    """Write every record of a table, the header first."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(records)
    (folder / f"{table}.csv").write_bytes(out.getvalue().encode("utf-8"))


def edit(folder, table, row_id, column, value):
    """Set one cell, and return the line of its row."""
    records = rows(folder, table)
    line = next(n for n, record in enumerate(records, 1) if n > 1 and record[0] == row_id)
    records[line - 1][records[0].index(column)] = value
    write(folder, table, records)
    return line


def add(folder, table, **cells):
    """Add one row with some cells filled, and return its line; ``from_`` and ``table_`` stand for from and table."""
    records = rows(folder, table)
    named = {name.removesuffix("_"): value for name, value in cells.items()}
    write(folder, table, [*records, [named.get(name, "") for name in schema()[table].header]])
    return len(records) + 1


def faults(folder):
    """Return the faults that loading reports; there must be some."""
    with pytest.raises(CaseError) as caught:
        load(folder)
    return caught.value.faults


def place(fault):
    """Return where a fault stands: file name, line, column."""
    return fault.file.replace("\\", "/").rpartition("/")[2], fault.line, fault.column

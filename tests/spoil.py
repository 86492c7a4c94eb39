"""Change one thing in a copy of a case, and say what is wrong with it afterwards."""

import csv
import io

import pytest

from whosays.case.errors import CaseError
from whosays.case.load import load
from whosays.case.schema import TABLES, schema

JUDGEMENT = {
    "id": "j01",
    "claim": "k01",
    "source": "s73",
    "document": "c01",
    "rating": "In its own word",
    "rating_value": "1",
    "best": "5",
    "worst": "1",
    "scale": "Of five steps",
    "normalised": "refutes",
    "language": "ru",
    "published": "2023-01",
    "layer": "beyond",
    "note": "Made up for this test.",
}


def filed(case):
    """Return the tables that have a file in the folder of a case: all but the optional ones without a row."""
    return [table for table in TABLES if case.rows(table) or not schema()[table].optional]


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


def judged(folder, *changes):
    """Give a case a table of assessments, one row for each change of a sound one."""
    cells = [JUDGEMENT | {"id": f"j{n:02}"} | change for n, change in enumerate(changes, 1)]
    write(folder, "assessments", [list(JUDGEMENT), *(list(row.values()) for row in cells)])

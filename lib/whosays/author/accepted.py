"""The file accepted.csv: remarks of the linter that somebody looked at and left, each with a written reason."""

import csv
import io
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from whosays.case.cell import CellError, parse
from whosays.case.errors import CaseError, Fault, near, quoted
from whosays.case.load import csv_text
from whosays.case.schema import Column, Table, schema
from whosays.case.table import grid_of, shape_of
from whosays.case.whole import whole

ACCEPTED = "accepted.csv"
LEAST_WORDS = 5  # of a reason; fewer only say that somebody was in a hurry


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One remark that may stay: one row of ``accepted.csv``.

    Attributes:
        rule: Name of the rule.
        table: Name of the table; empty for a text beside the case.
        row: Id of the row; empty for the table as a whole.
        column: Name of the column; empty for the row as a whole.
        reason: Why it may stay, in five words or more.
        who: Who decided it; may be blank.
        on: The day, as 2025-04-09; may be blank.
        line: Line in the file, for messages; 0 if it was never in one.
    """

    rule: str
    table: str
    row: str
    column: str
    reason: str
    who: str = ""
    on: str = ""
    line: int = 0

    @property
    def place(self) -> tuple[str, str, str, str]:
        """What it is about."""
        return self.rule, self.table, self.row, self.column


_TABLE = Table(
    "accepted",
    "one remark that was looked at and left",
    (
        Column("rule", "text", "`whosays lint --rules` lists the names.", required=True),
        Column("table", "text", "The table of the remark."),
        Column("row", "text", "The id of its row."),
        Column("column", "text", "The column of the remark."),
        Column("reason", "text", "Write why it may stay.", required=True),
        Column("who", "text", "Who decided it."),
        Column("on", "date", "The day on which it was decided."),
    ),
)
HEADER = tuple(_TABLE.header)


def read_accepted(folder: str | Path, rules: Iterable[str]) -> tuple[Acceptance, ...]:
    """Return what a case accepts, in the order of the file; nothing if it has no such file.

    Args:
        folder: Folder of the case.
        rules: Every name of a rule that there is.

    Raises:
        CaseError: The file has faults; all of them are in the error.
        OSError: It cannot be read.
    """
    path = Path(folder) / ACCEPTED
    if not path.is_file():
        return ()
    faults: list[Fault] = []
    rows = list(_rows(path, tuple(rules), faults))
    if faults:
        raise CaseError(faults)
    return tuple(rows)


def accept(folder: str | Path, new: Acceptance, rules: Iterable[str]) -> Path:
    """Add one row to the file, or replace the one about the same place; whole or not at all.

    Args:
        folder: Folder of the case.
        new: The remark, and why it may stay.
        rules: Every name of a rule that there is.

    Returns:
        The file.

    Raises:
        CaseError: The row would have faults, or the file has some already; nothing is written.
        OSError: The place cannot be written; what stood there is untouched.
    """
    path, names = Path(folder) / ACCEPTED, tuple(rules)
    kept = [row for row in read_accepted(folder, names) if row.place != new.place]
    text = _text([*kept, new])
    faults: list[Fault] = []
    list(_records(path, text, names, faults))
    if faults:
        raise CaseError(faults)
    with whole(path) as part, part.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return path


def _text(rows: Iterable[Acceptance]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows([getattr(row, name) for name in HEADER] for row in rows)
    return out.getvalue()


def _rows(path: Path, rules: tuple[str, ...], faults: list[Fault]) -> Iterator[Acceptance]:
    text, unread = csv_text(path)
    faults += unread
    if text is not None:
        yield from _records(path, text, rules, faults)


def _records(path: Path, text: str, rules: tuple[str, ...], faults: list[Fault]) -> Iterator[Acceptance]:
    grid, unread = grid_of(str(path), text)
    shape = shape_of(_TABLE, grid)
    faults += [*unread, *shape.faults]
    seen: dict[tuple[str, ...], int] = {}
    for line, cells in shape.rows:
        row = Acceptance(**cells, line=line)
        own = [Fault(str(path), line, *slip) for slip in _slips(row, rules)]
        if row.place in seen:
            remedy = f"Line {seen[row.place]} has it already; remove one of the two."
            own.append(Fault(str(path), line, "", "the same place twice", "it once", remedy))
        seen.setdefault(row.place, line)
        faults += own
        if not own:
            yield row


def _slips(row: Acceptance, rules: tuple[str, ...]) -> Iterator[tuple[str, str, str, str]]:
    """Yield column, finding, expectation and cure of each slip of one row."""
    for column in _TABLE.columns:
        try:
            parse(column, getattr(row, column.name))
        except CellError as error:
            yield column.name, quoted(getattr(row, column.name)), error.expected, error.remedy
    for name, what, known in (("rule", "the name of a rule", rules), ("table", "the name of a table", tuple(schema()))):
        value = getattr(row, name)
        if value and value not in known:
            yield name, quoted(value), what, near(value, known)
    if row.reason and len(row.reason.split()) < LEAST_WORDS:
        remedy = "Write the reason so that a stranger can follow it a year from now."
        yield "reason", quoted(row.reason), f"at least {LEAST_WORDS} words", remedy

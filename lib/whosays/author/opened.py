"""What was read from a file that another program wrote: grids of cells, what was read otherwise, and faults."""

from dataclasses import dataclass, field

from whosays.case.errors import Fault, quoted
from whosays.case.table import Grid


@dataclass(frozen=True, slots=True)
class Remark:
    """One cell, or one file, that was read otherwise than it stands; nothing is rewritten without a remark.

    Attributes:
        file: Path of the file, with its sheet if it has any.
        line: Row or line as the program shows it (the header is 1); 0 for the file as a whole.
        column: Name of the column; empty for the row or the file as a whole.
        was: What stands there, ready to print.
        now: What it was read as, ready to print.
    """

    file: str
    line: int
    column: str
    was: str
    now: str

    def __str__(self) -> str:
        """Return the remark as one line that names the place, what stood there and what was made of it."""
        place = f"{self.file}:{self.line}:" if self.line else f"{self.file}:"
        column = f" column {quoted(self.column)}:" if self.column else ""
        return f"{place}{column} {self.was} was read as {self.now}."


@dataclass(slots=True)
class Opened:
    """The tables that a file holds.

    Attributes:
        grids: The cells of each table as text; the header holds the names of the columns, in the order of the file.
        remarks: What was read otherwise than it stands.
        faults: What cannot be read, or could be read in two ways.
    """

    grids: dict[str, Grid] = field(default_factory=dict[str, Grid])
    remarks: list[Remark] = field(default_factory=list[Remark])
    faults: list[Fault] = field(default_factory=list[Fault])


READ_ME = "Read me"  # the sheet that is no table
MARK = " *"  # behind the name of a column that must be filled


def column_name(cell: str) -> str:
    """Return the name of a column from the cell that heads it, without the mark of a required one."""
    return cell.strip().removesuffix(MARK)


def without_trailing_blanks(records: list[tuple[int, tuple[str, ...]]]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Return the rows up to the last one that holds anything; a spreadsheet often keeps empty ones behind it."""
    last = max((at for at, (_, cells) in enumerate(records, 1) if any(cells)), default=0)
    return tuple(records[:last])

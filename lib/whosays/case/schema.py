"""The one schema of a case, read from the JSON files beside this module."""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

TABLES = (
    "article",
    "passages",
    "sources",
    "claims",
    "statements",
    "figures",
    "relations",
    "documents",
    "wording",
    "slips",
    "questions",
    "hypotheses",
    "corrections",
)
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
ADDRESS = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        name: The header.
        type: id, ids, text, choice, integer, number, date, address or addresses; lists are parted by spaces.
        description: What stands in it, for people.
        required: Whether it must be filled.
        values: The closed values of a choice.
        refers: Tables, parted by spaces, one of which must hold the id.
        prefixes: What may stand before each id of a list, with a colon.
        pattern: A regular expression that the whole text must match.
        minimum: The least integer allowed.
        max_words: The most words allowed, for what is taken from the article word for word.
        unit: Unit of a number.
    """

    name: str
    type: str
    description: str
    required: bool = False
    values: tuple[str, ...] = ()
    refers: str = ""
    prefixes: tuple[str, ...] = ()
    pattern: str = ""
    minimum: int | None = None
    max_words: int | None = None
    unit: str = ""

    @property
    def attribute(self) -> str:
        """The name of the field of the model: the header, with an underscore where Python needs the word."""
        return "from_" if self.name == "from" else self.name


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, what a row of it is, its columns in order, and whether a case may go without it."""

    name: str
    row: str
    columns: tuple[Column, ...]
    optional: bool = False

    @property
    def header(self) -> list[str]:
        """The names of the columns, in order."""
        return [column.name for column in self.columns]


@cache
def schema() -> dict[str, Table]:
    """Return every table of a case by name, in the order in which they are written.

    Raises:
        TypeError: A schema file has a key that is not known; the file is ours, so this is a programming error.
    """
    folder = files("whosays.case") / "schema"
    return {name: _table(json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))) for name in TABLES}


def _table(raw: dict[str, object]) -> Table:
    columns: list[Column] = []
    for entry in raw["columns"]:  # type: ignore[attr-defined]  # our own file; Column refuses what it does not know
        lists = {key: tuple(entry[key]) for key in ("values", "prefixes") if key in entry}  # type: ignore[index]
        columns.append(Column(**{**entry, **lists}))  # type: ignore[arg-type]
    return Table(str(raw["table"]), str(raw["row"]), tuple(columns), bool(raw.get("optional")))

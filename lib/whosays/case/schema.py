"""The one schema of a case, read from the JSON files beside this module."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
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
    "assessments",
    "corrections",
)
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
ADDRESS = re.compile(r"https?://[^\s<>\"]+")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")  # of BCP 47: language, script, region


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
        translatable: Whether it holds words of the case, which may stand in other languages beside it, as ``gist:uk``.
        family: Columns of one family are compared with one another; what is the same in them is so in every language.
        original: Name of the column that this one translates; empty for a column of the schema.
        language: Tag of the language into which it translates that one.
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
    translatable: bool = False
    family: str = ""
    original: str = ""
    language: str = ""

    @property
    def attribute(self) -> str:
        """The name of the field of the model: the header, with an underscore where Python needs the word."""
        return "from_" if self.name == "from" else self.name

    def into(self, language: str) -> "Column":
        """Return the column that holds the words of this one in another language.

        Its form is free: a question may end with another sign there, and need more words.

        Args:
            language: Tag of the language.
        """
        about = f"The words of {self.name} in the language {language}; blank where nobody has translated them yet."
        return Column(f"{self.name}:{language}", "text", about, original=self.name, language=language)


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

    def with_languages(self, header: Iterable[str]) -> "Table":
        """Return the table with a column right behind each text for every language in which a header names it.

        Args:
            header: Names of columns, as ``gist:uk``; what names no text in another language is passed over.
        """
        named = sorted({name for name in header if ":" in name} - set(self.header))
        columns: list[Column] = []
        for column in self.columns if named else ():
            tags = [tag for name in named for base, _, tag in [name.partition(":")] if base == column.name]
            columns += [column, *(column.into(tag) for tag in tags if column.translatable and LANGUAGE.fullmatch(tag))]
        return replace(self, columns=tuple(columns)) if named else self


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

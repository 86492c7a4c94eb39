"""What ``datapackage.json`` says of a case: its tables for other tools, and who made it, when, as which version."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from whosays.case.schema import ADDRESS, Column, Table, schema

PACKAGE = "datapackage.json"
DATE_PATTERN = r"\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?"
LICENSE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0",
}
KEPT = ("version", "created", "contributors")  # what no table holds: only the makers of a case can say it

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Package:
    """What a data package says of a case as a whole; whatever has another form counts as not said.

    Attributes:
        said: The data package, as JSON has it.
    """

    said: Mapping[str, Any] = field(default_factory=dict[str, Any])

    @property
    def version(self) -> str:
        """Version of the case; empty if it has none."""
        return one_line(self.said.get("version"))

    @property
    def created(self) -> str:
        """Day on which the case was made, as it stands there; empty if it does not."""
        return one_line(self.said.get("created"))[:10]

    @property
    def makers(self) -> tuple[str, ...]:
        """Who made the case, each once."""
        titles = (one_line(entry.get("title")) for entry in self._entries("contributors"))
        return tuple(dict.fromkeys(filter(None, titles)))

    @property
    def licence(self) -> tuple[str, str]:
        """Name and address of the licence; the address is empty if none is given that leads somewhere."""
        first = next(iter(self._entries("licenses")), dict[str, Any](LICENSE))
        name, address = one_line(first.get("name")), one_line(first.get("path"))
        return name or address or LICENSE["name"], address if ADDRESS.fullmatch(address) else ""

    def _entries(self, key: str) -> list[dict[str, Any]]:
        listed: object = self.said.get(key)
        entries = cast("list[object]", listed) if isinstance(listed, list) else []
        return [cast("dict[str, Any]", entry) for entry in entries if isinstance(entry, dict)]


def one_line(value: object) -> str:
    """Return words of JSON on one line; half a letter, which UTF-8 cannot write, becomes a question mark."""
    return " ".join(value.encode("utf-8", "replace").decode().split()) if isinstance(value, str) else ""


def written(cells: Mapping[str, Rows], tables: Mapping[str, Table]) -> list[Table]:
    """Return the tables that have a file: an optional one only if it has rows.

    Args:
        cells: The cells of each table.
        tables: Each table with the columns that its rows have.
    """
    own = (tables.get(name, table) for name, table in schema().items())
    return [table for table in own if cells.get(table.name) or not table.optional]


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
        "resources": [_resource(table) for table in written(cells, own)],
    }


def kept_package(text: str, older: Path) -> str:
    """Return a data package with what only the makers of a case can say, taken from an older one.

    Args:
        text: The new data package, as JSON.
        older: File of the older one. If it is not there, or is no data package, nothing is taken from it.
    """
    try:
        was: object = json.loads(older.read_bytes())
    except (OSError, ValueError, RecursionError):
        return text
    said = cast("dict[str, object]", was) if isinstance(was, dict) else {}
    kept = {key: said[key] for key in KEPT if said.get(key)}
    new: dict[str, object] = json.loads(text)
    resources = {"resources": new.pop("resources")} if "resources" in new else {}  # they are long, and stay the last
    return package_text(new | kept | resources) if kept else text


def package_text(package: Mapping[str, object]) -> str:
    """Return a data package as its file has it; half a letter, which UTF-8 cannot hold, as a question mark."""
    text = json.dumps(package, indent=2, ensure_ascii=False) + "\n"
    return text.encode("utf-8", "replace").decode("utf-8")


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

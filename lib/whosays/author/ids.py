"""How the rows of a new case are numbered, and how a new id is followed wherever the old one stands."""

import re
from collections.abc import Iterable, Mapping

from whosays.author.cells import Cells
from whosays.case.schema import Table

PREFIXES = {
    "article": "a",
    "passages": "p",
    "sources": "s",
    "claims": "k",
    "statements": "t",
    "figures": "f",
    "relations": "e",
    "documents": "o",
    "wording": "wd",
    "slips": "x",
    "questions": "q",
    "hypotheses": "h",
    "assessments": "j",
    "corrections": "c",
}


def next_id(table: str, cells: Mapping[str, str], known: Iterable[str]) -> str:
    """Return the id that a new row should have, in the manner of the shipped cases.

    Args:
        table: Name of the table.
        cells: What the row holds: an answer is numbered r01, a claim from outside b01, a statement after
            its place.
        known: Ids of the table so far.

    Returns:
        An id that is not among the known ones.
    """
    taken = set(known)
    place = cells.get("passage", "") or cells.get("document", "")
    if table == "statements" and place:
        stem, width = f"{re.sub(r's[0-9]+$', '', place)}-", 1
    else:
        stem, width = PREFIXES[table], 2
    if table == "claims":
        stem = "b" if cells.get("layer") == "beyond" else "r" if cells.get("role") == "answer" else "k"
    number = 1
    while f"{stem}{number:0{width}}" in taken:
        number += 1
    return f"{stem}{number:0{width}}"


def renamed(cells: Cells, tables: Mapping[str, Table], table: str, old: str, new: str) -> Cells:
    """Return the cells of all tables with a new id wherever a row of one table is named.

    Args:
        cells: The cells of each table, in the order of its columns.
        tables: Each table with its columns.
        table: The table whose row has a new id.
        old: Its id before.
        new: Its id now.
    """
    result: dict[str, tuple[tuple[str, ...], ...]] = {}
    for name, rows in cells.items():
        refers = [n for n, column in enumerate(tables[name].columns) if table in column.refers.split()]
        derived = [n for n, c in enumerate(tables[name].columns) if table == name == "figures" and c.name == "derived"]
        result[name] = tuple(
            tuple(_follow(cell, old, new) if n in refers or n in derived else cell for n, cell in enumerate(row))
            for row in rows
        )
    return result


def _follow(cell: str, old: str, new: str) -> str:
    """Replace an id in a cell that holds one id, several, some with a prefix, or a sum of them."""
    return re.sub(rf"(?<![a-z0-9-]){re.escape(old)}(?![a-z0-9-])", new, cell)

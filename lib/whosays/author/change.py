"""What was done to the tables of a case between two states of it, row by row, and how to undo one such change."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from whosays.case.model import Case, Row
from whosays.case.save import row_cells
from whosays.case.schema import Column, Table, schema

Kind = Literal["added", "removed", "changed", "renamed", "reordered"]
Names = Mapping[str, Mapping[str, str]]
ROUNDS = 20  # a renamed row that names a renamed row that names ...; no case made so far needs more than three
SUMMARY = ("proposition", "gist", "finding", "title", "name", "phrase", "what", "prompt", "text", "now")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs between two states of a case.

    Attributes:
        kind: added, removed, changed (one cell), renamed (only its id differs), or reordered (the rows of a table).
        table: Name of the table; text for the text of the article that a case may carry.
        row: Id of the row, in the new state where it is there; empty for a whole table.
        column: The column of a changed cell; else empty.
        before: The cell as it was; for a removed row what it said, for a renamed one its old id, for a reordered
            table how many rows stand elsewhere.
        after: The cell as it is; for an added row what it says, for a renamed one its new id, for a reordered table how
            many rows were compared.
    """

    kind: Kind
    table: str
    row: str
    column: str = ""
    before: str = ""
    after: str = ""


def renamings(old: Case, new: Case) -> dict[str, dict[str, str]]:
    """Return which rows only got another id: new ids by old ones, by table.

    A row was renamed if one with all other cells equal is there under an id that was not there before. Cells that
    name a renamed row are compared under its new id.
    """
    found: dict[str, dict[str, str]] = {name: {} for name in schema()}
    for _ in range(ROUNDS):
        before = translated(old, found)
        fresh = {name: dict(_pairs(before, new, table)) for name, table in schema().items()}
        if not any(fresh.values()):
            break
        for name, pairs in fresh.items():
            found[name].update(pairs)
    return found


def _pairs(before: Case, new: Case, table: Table) -> Iterator[tuple[str, str]]:
    table = _in_both(before, new, table)
    ids = [{row.id for row in case.rows(table.name)} for case in (before, new)]
    come: dict[tuple[str, ...], list[str]] = {}
    for row in new.rows(table.name):
        if row.id not in ids[0]:
            come.setdefault(_cells(new, row, table)[1:], []).append(row.id)
    for row in before.rows(table.name) if come else ():
        same = come.get(_cells(before, row, table)[1:]) if row.id not in ids[1] else None
        if same:
            yield row.id, same.pop(0)


def _cells(case: Case, row: Row, table: Table) -> tuple[str, ...]:
    return tuple(row_cells(case, table, row))


def _in_both(before: Case, new: Case, table: Table) -> Table:
    """Return a table with the columns for other languages of either state."""
    return table.with_languages(name for case in (before, new) for name in case.translations.get(table.name, ()))


def translated(case: Case, names: Names) -> Case:
    """Return a case in which some rows have other ids, wherever they are named.

    Args:
        case: The case.
        names: New ids by old ones, by table.
    """
    if not any(names.values()):
        return case
    tables: dict[str, Any] = {}
    for name, table in schema().items():
        named = [c for c in table.columns if c.refers and any(names.get(t) for t in c.refers.split())]
        if named or names.get(name):
            rows = tuple(_translated(row, name, named, names) for row in case.rows(name))
            tables[name] = rows[0] if name == "article" else rows
    translations = {
        name: {c: {names.get(name, {}).get(i, i): text for i, text in texts.items()} for c, texts in columns.items()}
        for name, columns in case.translations.items()
    }
    return replace(case, **tables, translations=translations)


def _translated(row: Row, table: str, named: Iterable[Column], names: Names) -> Row:
    cells = {c.attribute: _renamed(getattr(row, c.attribute), c, names) for c in named}
    return replace(row, id=names[table].get(row.id, row.id), **cells)


def _renamed(value: str | tuple[str, ...], column: Column, names: Names) -> str | tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(str(_renamed(item, column, names)) for item in value)
    prefix, colon, own = value.rpartition(":")
    return prefix + colon + next((names[t][own] for t in column.refers.split() if own in names[t]), own)


def changes(before: Case, new: Case, names: Names) -> list[Change]:
    """Return every change, table by table in the order of the schema, in a table by row.

    Args:
        before: The old state, its renamed rows under their new ids.
        new: The new state.
        names: What was renamed: new ids by old ones, by table.
    """
    found = [change for table in schema().values() for change in _in_table(before, new, table, names[table.name])]
    if before.text != new.text:
        found.append(Change("changed", "text", "", "text", before.text, new.text))
    return found


def _in_table(before: Case, new: Case, table: Table, names: Mapping[str, str]) -> Iterator[Change]:
    table = _in_both(before, new, table)
    was = {row.id: row for row in before.rows(table.name)}
    now = {row.id: row for row in new.rows(table.name)}
    earlier = {own: old for old, own in names.items()}
    for row in was.values():
        if row.id not in now:
            yield Change("removed", table.name, row.id, before=_says(row))
    for row in now.values():
        if row.id not in was:
            yield Change("added", table.name, row.id, after=_says(row))
            continue
        if row.id in earlier:
            yield Change("renamed", table.name, row.id, before=earlier[row.id], after=row.id)
        pairs = zip(table.columns, _cells(before, was[row.id], table), _cells(new, row, table), strict=True)
        yield from (Change("changed", table.name, row.id, c.name, a, b) for c, a, b in pairs if a != b)
    place = {row_id: position for position, row_id in enumerate(was)}
    order = [place[row_id] for row_id in now if row_id in place]
    moved = len(order) - _in_step(order)
    if moved:
        yield Change("reordered", table.name, "", before=str(moved), after=str(len(order)))


def _says(row: Row) -> str:
    return next((getattr(row, name) for name in SUMMARY if getattr(row, name, "")), "")


def _in_step(order: Iterable[int]) -> int:
    """Return how many numbers at most stand in rising order, so that the fewest are said to have moved.

    Method: patience sorting (Schensted 1961), in n log n.
    """
    ends: list[int] = []
    for number in order:
        at = bisect_left(ends, number)
        ends[at : at + 1] = [number]
    return len(ends)


def undone(change: Change, before: Case, new: Case) -> Case:
    """Return the new state without one change of a row: added, removed or changed.

    Args:
        change: One of ``changes``.
        before: The old state, its renamed rows under their new ids.
        new: The new state.
    """
    if ":" in change.column:
        texts = new.translations.get(change.table, {})
        column = {**texts.get(change.column, {}), change.row: change.before}
        return replace(new, translations={**new.translations, change.table: {**texts, change.column: column}})
    rows = list(new.rows(change.table))
    was = {row.id: row for row in before.rows(change.table)}
    if change.kind == "added":
        rows = [row for row in rows if row.id != change.row]
    elif change.kind == "removed":
        rows.append(was[change.row])
    else:
        column = next(c for c in schema()[change.table].columns if c.name == change.column)
        old: Any = getattr(was[change.row], column.attribute)
        rows = [replace(row, **{column.attribute: old}) if row.id == change.row else row for row in rows]
    tables: dict[str, Any] = {change.table: tuple(rows)}
    return replace(new, **tables)

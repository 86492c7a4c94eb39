"""One row of a table as controls, with its faults beneath."""

from collections.abc import Callable, Mapping

import ipywidgets as core

from whosays.author.draft import Draft
from whosays.author.form.control import Field, box, plain, tell
from whosays.author.form.words import LABELS, fault, fault_here
from whosays.case.schema import Column, schema

MEASURED = {  # by `whosays new` and `whosays anchor`, so nobody fills them in by hand
    "passages": ("first_word", "words", "quoted", "anchor"),
    "article": ("words", "text_sha256"),
}
SHORT = 70  # characters of a row that a list shows of it
NAMES = ("label", "name", "question", "proposition", "gist", "title", "phrase", "what", "text", "prompt", "was")


def columns_of(table: str) -> list[Column]:
    """Return the columns that people fill, the required ones first, the id last."""
    own = [column for column in schema()[table].columns if column.name not in MEASURED.get(table, ())]
    return sorted(own, key=lambda column: (column.name == "id", not column.required))


def called(row: Mapping[str, str]) -> str:
    """Return a row by its id and the first words of what it says."""
    words = next((row[name] for name in NAMES if row.get(name)), "")
    return f"{row['id']} {words if len(words) <= SHORT else words[: SHORT - 1] + '…'}".strip()


def options_of(draft: Draft, column: Column) -> list[tuple[str, str]]:
    """Return what can be chosen for a cell, as label and cell; nothing where anything may be written."""
    if column.values:
        return [(value, value) for value in column.values]
    rows = [row for table in column.refers.split() for row in draft.rows(table)]
    if column.prefixes:
        return [(f"{p}: {called(row)}", f"{p}:{row['id']}") for row in rows for p in column.prefixes]
    return [(called(row), row["id"]) for row in rows]


class Row:
    """The row that is open in a table.

    Attributes:
        table: Name of its table.
        id: Its id.
        fields: Its controls, by column.
        box: All of it, to be shown.
    """

    def __init__(self, put: Callable[..., None]) -> None:
        """Show nothing yet.

        Args:
            put: Called with table, id and the changed cells by column.
        """
        self._put = put
        self.table, self.id = "", ""
        self.fields: dict[str, Field] = {}
        self._faults = plain("", "wf-wrong")
        self.box = box(kind="wf-row")

    def show(self, draft: Draft, table: str, row_id: str) -> None:
        """Show a row; its controls stay where they are if it was open before.

        Args:
            draft: The draft.
            table: Name of the table.
            row_id: Id of the row; empty for none.
        """
        columns = columns_of(table)
        offered = {column.name: options_of(draft, column) for column in columns}
        if table != self.table or not self.fields:
            self.fields = {c.name: Field(c, offered[c.name], self._changed) for c in columns}
        fresh = (table, row_id) != (self.table, self.id)
        self.table, self.id = table, row_id
        if not row_id:
            self.box.children = ()
            return
        cells = draft.row(table, row_id)
        found = draft.faults_of(table, row_id)
        for column in columns:
            wrong = [fault_here(one, column.description) for one in found if one.column == column.name]
            self.fields[column.name].show(cells[column.name], wrong, offered[column.name])
        tell(self._faults, "\n".join(fault(one) for one in found if one.column not in self.fields))
        if fresh or not self.box.children:
            self.box.children = self._parts(columns)

    @property
    def first(self) -> str:
        """The column to begin with: the first one that still lacks something, else the first."""
        lacking = [name for name, field in self.fields.items() if field.lacking]
        return next(iter([*lacking, *self.fields]), "")

    def _parts(self, columns: list[Column]) -> list[core.Widget]:
        needed = [self.fields[c.name].box for c in columns if c.required and c.name != "id"]
        others = [self.fields[c.name].box for c in columns if not c.required or c.name == "id"]
        about = plain(schema()[self.table].row[:1].upper() + schema()[self.table].row[1:] + ".", "wf-help")
        return [about, self._faults, *needed, plain(LABELS["optional"], "wf-heading", tag="h4"), *others]

    def _changed(self, column: str, cell: str) -> None:
        self._put(self.table, self.id, **{column: cell})

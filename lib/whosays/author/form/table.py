"""The tables: one is picked, then a row of it, or a new one is added."""

from collections.abc import Callable

import ipywidgets as core

from whosays.author.draft import Draft
from whosays.author.form.control import box, button, chosen, line
from whosays.author.form.row import Row, called
from whosays.author.form.steps import Steps
from whosays.author.form.words import LABELS, TABLES

FIXED = frozenset({"passages", "article"})  # as many rows as the article has; none is added or taken out by hand


class Tables:
    """One table with one row of it.

    Attributes:
        table: Picks the table.
        row: Picks the row.
        editor: The row that is open.
        box: All of it, to be shown.
    """

    def __init__(self, steps: Steps, back: Callable[[], object]) -> None:
        """Show nothing yet.

        Args:
            steps: What is done when something is chosen.
            back: Leads back to the passages.
        """
        self._steps, self._setting = steps, False
        self.table = core.Dropdown(description=LABELS["table"], options=[(name, key) for key, name in TABLES.items()])
        self.row = core.Dropdown(description=LABELS["row"], options=[(LABELS["row_none"], "")])
        self.table.add_class("wf-key-table")
        self.row.add_class("wf-key-row")
        self.table.observe(self._other_table, "value")
        self.row.observe(self._other_row, "value")
        self.add = button(LABELS["add"], lambda: steps.add(chosen(self.table)), "wf-key-add")
        self.remove = button(LABELS["remove"], lambda: steps.remove(self.editor.table, self.editor.id), "wf-key-remove")
        self.back = button(LABELS["back"], back, "wf-key-back")
        self._ways = line(self.add, self.remove, self.back)
        self.editor = Row(steps.put)
        self.box = box(line(self.table, self.row), self._ways, self.editor.box)

    def show(self, draft: Draft, table: str, row_id: str) -> None:
        """Show a row, or the first one of the table if there is none of that id.

        Args:
            draft: The draft.
            table: Name of the table.
            row_id: Id of the row.
        """
        rows = draft.rows(table)
        ids = [row["id"] for row in rows]
        open_id = row_id if row_id in ids else next(iter(ids), "")
        self._setting = True
        try:
            options = [(called(row), row["id"]) for row in rows] or [(LABELS["row_none"], "")]
            self.table.value = table
            if self.row.options != tuple(options):
                self.row.options = options
            self.row.value = open_id
        finally:
            self._setting = False
        for way in (self.add, self.remove):
            way.layout.display = "none" if table in FIXED else None
        self.editor.show(draft, table, open_id)

    def _other_table(self, _change: object) -> None:
        if not self._setting:
            self._steps.go_to(chosen(self.table), "")

    def _other_row(self, _change: object) -> None:
        if not self._setting:
            self._steps.go_to(chosen(self.table), chosen(self.row))

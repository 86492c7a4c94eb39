"""A case in the making: its cells as text, checked at every step, saved whole, every step undone if wanted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from whosays.author.cells import Cells, grid_with_lines, known_columns, laid_out, row_of, table_of
from whosays.author.history import History, State
from whosays.author.ids import next_id, renamed
from whosays.author.suggest import Suggestion
from whosays.author.suggestions import ASIDE, SUGGESTIONS, proposal, text_of_suggestions
from whosays.case.errors import CaseError, Fault, UnknownIdError
from whosays.case.lock import real
from whosays.case.model import Case
from whosays.case.save import files_of, save_files
from whosays.case.schema import Table, schema
from whosays.case.table import Grid, case_of


class _Checked(NamedTuple):
    """What was found of one state, so that it is worked out once."""

    state: State
    grids: dict[str, Grid]
    case: Case
    faults: tuple[Fault, ...]


class Draft:
    """A case in the making.

    A draft may be unsound at any time: what is missing is listed as faults, by row. Each change is one step, checked
    and saved at once, and can be undone. The article's text is held in memory only.

    Attributes:
        folder: Where it is saved.
        copy: The reader's own copy of the article; empty if it was not given. Never written.
        text: The article word for word, if it is ours to give and stands in the folder.
    """

    def __init__(self, folder: str | Path, state: State, *, copy: str = "", text: str = "") -> None:
        """Hold a state; see ``whosays.author.begin`` for where one comes from.

        Args:
            folder: Where to save.
            state: What it holds.
            copy: The reader's own copy of the article.
            text: The article word for word, if it is ours to give.
        """
        self.folder, self.copy, self.text = Path(folder), copy or text, text
        self._history = History(state)
        self._last: _Checked | None = None

    def __repr__(self) -> str:
        """Return the draft in one line: how much it holds, and how many faults are left."""
        counts = ", ".join(f"{len(rows)} {name}" for name, rows in self.state.cells.items() if rows)
        left = len(self.faults)
        faults = "no fault" if not left else f"{left} fault{'s' if left > 1 else ''} left"
        return f"{self.folder.name}: {counts or 'nothing yet'}; {faults}."

    @property
    def state(self) -> State:
        """What the draft holds now."""
        return self._history.now

    def rows(self, table: str) -> list[dict[str, str]]:
        """Return the rows of a table, each cell by its column.

        Args:
            table: Name of the table.

        Raises:
            UnknownIdError: There is no such table.
        """
        header = table_of(self.state.tables, table).header
        return [dict(zip(header, row, strict=True)) for row in self.state.cells[table]]

    def row(self, table: str, row_id: str) -> dict[str, str]:
        """Return one row, each cell by its column.

        Args:
            table: Name of the table.
            row_id: Id of the row.

        Raises:
            UnknownIdError: There is no such table or row.
        """
        place = self._place(table, row_id)
        return dict(zip(self.state.tables[table].header, self.state.cells[table][place], strict=True))

    def add(self, table: str, **cells: str) -> str:
        """Add a row, and return its id.

        Args:
            table: Name of the table.
            cells: Cells by column, ``from_`` for from; the id is numbered if it is not given, other cells are blank.

        Raises:
            UnknownIdError: There is no such table or column.
            OSError: It cannot be saved; nothing was changed.
        """
        return self._append(table, [cells], "added {0} to {1}")[0]

    def add_all(self, table: str, rows: Iterable[Mapping[str, str]]) -> list[str]:
        """Add rows in one step, which is quicker than one by one, and return their ids; see ``add``.

        Args:
            table: Name of the table.
            rows: Cells by column of each row.

        Raises:
            UnknownIdError: There is no such table or column.
            OSError: It cannot be saved; nothing was changed.
        """
        return self._append(table, list(rows), "added {2} rows to {1}")

    def _append(self, table: str, rows: Sequence[Mapping[str, str]], label: str) -> list[str]:
        columns, ids = table_of(self.state.tables, table, [name for cells in rows for name in cells]), list[str]()
        held = list(laid_out(self.state.cells[table], self.state.tables[table], columns))
        for cells in rows:
            given = known_columns(columns, cells)
            ids.append(given.get("id") or next_id(table, given, (row[0] for row in held)))
            held.append(row_of(columns, given | {"id": ids[-1]}))
        if ids:
            self._step(label.format(ids[0], table, len(ids)), {table: tuple(held)}, columns=columns)
        return ids

    def put(self, table: str, row_id: str, **cells: str) -> None:
        """Fill cells of a row, in one step; a new id is followed wherever the old one is named.

        Args:
            table: Name of the table.
            row_id: Id of the row.
            cells: Cells by column, ``from_`` for from; ``**{"gist:uk": ...}`` for the gist in another language.

        Raises:
            UnknownIdError: There is no such table, row or column.
            OSError: It cannot be saved; nothing was changed.
        """
        columns = table_of(self.state.tables, table, cells)
        given, place = known_columns(columns, cells), self._place(table, row_id)
        old = dict.fromkeys(columns.header, "") | self.row(table, row_id)
        what = ", ".join(name for name, value in given.items() if old[name] != value)
        if not what:
            return
        rows = laid_out(self.state.cells[table], self.state.tables[table], columns)
        changed = {**self.state.cells, table: (*rows[:place], row_of(columns, old | given), *rows[place + 1 :])}
        if given.get("id", row_id) != row_id:
            changed = renamed(changed, {**self.state.tables, table: columns}, table, row_id, given["id"])
        self._step(f"changed {what} of {row_id} in {table}", changed, columns=columns)

    def remove(self, table: str, row_id: str) -> None:
        """Take a row out; who still names it has a fault from then on.

        Args:
            table: Name of the table.
            row_id: Id of the row.

        Raises:
            UnknownIdError: There is no such table or row.
            OSError: It cannot be saved; nothing was changed.
        """
        place, rows = self._place(table, row_id), self.state.cells[table]
        self._step(f"took {row_id} out of {table}", {table: rows[:place] + rows[place + 1 :]})

    def confirm(self, suggestion: str, **cells: str) -> str:
        """Make a row of what was found by rule, and return its id; see ``proposal`` for what the rule fills.

        Args:
            suggestion: Id of a suggestion of the kind source, number, cue or hedge.
            cells: Cells by column that a person adds or mends.

        Raises:
            UnknownIdError: There is no such suggestion or column, or its kind has no table.
            OSError: It cannot be saved; nothing was changed.
        """
        found = self._suggestion(suggestion)
        table, proposed = proposal(found)
        columns = table_of(self.state.tables, table)
        given = proposed | known_columns(columns, cells)
        row_id = given.get("id") or next_id(table, given, (row[0] for row in self.state.cells[table]))
        self._step(
            f"confirmed {suggestion} as {row_id} in {table}",
            {table: (*self.state.cells[table], row_of(columns, given | {"id": row_id}))},
            self._settled(found, row_id),
        )
        return row_id

    def set_aside(self, suggestion: str) -> None:
        """Say that a person has seen a suggestion and needs no row for it.

        Args:
            suggestion: Its id.

        Raises:
            UnknownIdError: There is no such suggestion.
            OSError: It cannot be saved; nothing was changed.
        """
        self._step(f"set {suggestion} aside", {}, self._settled(self._suggestion(suggestion), ASIDE))

    def _suggestion(self, wanted: str) -> Suggestion:
        by_id = {suggestion.id: suggestion for suggestion in self.state.suggestions}
        if wanted not in by_id:
            what = f"suggestion in {self.folder.name}"
            raise UnknownIdError(what, wanted, by_id)
        return by_id[wanted]

    def _settled(self, which: Suggestion, became: str) -> tuple[Suggestion, ...]:
        return tuple(replace(s, became=became) if s is which else s for s in self.state.suggestions)

    def undo(self) -> str:
        """Take the last step back, and return what it was; empty if there is none.

        Raises:
            OSError: It cannot be saved; nothing was changed.
        """
        return self._history.undo(self.save)

    def redo(self) -> str:
        """Take the last undone step again, and return what it was; empty if there is none.

        Raises:
            OSError: It cannot be saved; nothing was changed.
        """
        return self._history.redo(self.save)

    @property
    def steps(self) -> tuple[str, str]:
        """What ``undo`` would take back and what ``redo`` would take again; empty if there is none."""
        return self._history.steps

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything that is missing or wrong now, in the order of tables and rows; see ``whosays check``."""
        return self._checked.faults

    def faults_of(self, table: str, row_id: str) -> list[Fault]:
        """Return what is missing or wrong in one row.

        Args:
            table: Name of the table.
            row_id: Id of the row.

        Raises:
            UnknownIdError: There is no such table or row.
        """
        self._place(table, row_id)
        return self.faults_by_row.get((table, row_id), [])

    @property
    def faults_by_row(self) -> dict[tuple[str, str], list[Fault]]:
        """What is missing or wrong, by table and id of the row; with an empty id what is wrong with a whole table."""
        rows = {
            (g.file, line): (name, cells[0]) for name, g in self._checked.grids.items() for line, cells in g.records
        }
        tables = {grid.file: name for name, grid in self._checked.grids.items()}
        found: dict[tuple[str, str], list[Fault]] = {}
        for fault in self.faults:
            found.setdefault(rows.get((fault.file, fault.line), (tables[fault.file], "")), []).append(fault)
        return found

    @property
    def readable(self) -> Case:
        """The case as far as it can be read: rows with a fault of their own are left out."""
        return self._checked.case

    def case(self) -> Case:
        """Return the case, if it is sound.

        Raises:
            CaseError: It is not; all faults are in the error.
        """
        if self.faults:
            raise CaseError(self.faults)
        return self.readable

    def save(self) -> Path:
        """Write the draft, whole or not at all, and return its folder.

        Raises:
            OSError: The place cannot be written; what stood there is untouched.
        """
        files = files_of(real(self.folder).name, self.state.cells, self.text, self.state.tables)
        if self.state.suggestions:
            files[SUGGESTIONS] = text_of_suggestions(self.state.suggestions)
        return save_files(files, self.folder)

    @property
    def _checked(self) -> _Checked:
        if self._last is None or self._last.state is not self.state:
            cells, tables = self.state.cells, self.state.tables
            grids = {n: grid_with_lines(self.folder / f"{n}.csv", tables[n], cells[n]) for n in schema()}
            case, faults = case_of(real(self.folder).name, str(self.folder), grids, self.text)
            order = {grid.file: number for number, grid in enumerate(grids.values())}
            faults.sort(key=lambda fault: (order[fault.file], fault.line))
            self._last = _Checked(self.state, grids, case, tuple(faults))
        return self._last

    def _place(self, table: str, row_id: str) -> int:
        if table not in self.state.cells:
            what = "table"
            raise UnknownIdError(what, table, self.state.cells)
        known = [row[0] for row in self.state.cells[table]]
        if row_id not in known:
            what = f"row in {table} of {self.folder.name}"
            raise UnknownIdError(what, row_id, known)
        return known.index(row_id)

    def _step(
        self,
        label: str,
        cells: Cells,
        suggestions: tuple[Suggestion, ...] | None = None,
        columns: Table | None = None,
    ) -> None:
        kept = self.state.suggestions if suggestions is None else suggestions
        tables = {**self.state.tables, columns.name: columns} if columns else self.state.tables
        self._history.step(State(label, {**self.state.cells, **cells}, kept, tables), self.save)

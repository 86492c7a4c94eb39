"""The form: what is open, what was done last, and the steps of the draft behind it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import ipywidgets as core

from whosays.author.begin import begin, open_draft
from whosays.author.draft import Draft
from whosays.author.form import words as say
from whosays.author.form.control import box, button, chosen, line, plain
from whosays.author.form.desk import Desk
from whosays.author.form.left import Left
from whosays.author.form.passages import Passages
from whosays.author.form.start import Start
from whosays.author.form.table import Tables
from whosays.author.form.words import LABELS
from whosays.author.suggestions import proposal
from whosays.case.errors import CaseError
from whosays.case.schema import schema
from whosays.show.explorer import Explorer

PANES = ("passages", "tables", "left")
NEW = "my-case"


def case_form(folder: str | Path = "", text: str = "") -> "Form":
    """Return the form for a case of one's own.

    Args:
        folder: Folder of a case, finished or not; or where a new one is to be. Nothing is written before Begin.
        text: The article: a new case is begun with it, a case that stands there is shown beside it. Never written.

    Raises:
        CaseError: The files of the case cannot be read as tables, or the text is empty.
        OSError: The place cannot be written.

    Example:
        >>> from whosays import case_form
        >>> form = case_form("my-case", "The town says 400 frogs moved. I saw none.")
        >>> form
        Form: my-case. 2 passages, 0 with a gist; 0 sources, 0 claims; 7 faults
        left. Open: passage p01s1.
    """
    if folder and (Path(folder) / "article.csv").is_file():
        return Form(open_draft(folder, copy=text))
    form = Form(folder=str(folder))
    if text:
        form.begin(text)
    return form


class Form(core.VBox):
    """The form for one case, by keyboard or mouse; it holds no rule and saves at every change.

    Attributes:
        start: The first step.
        passages: The passages, one at a time.
        tables: The tables, a row at a time.
        left: What is left.
        tabs: The buttons that open these, by name.
        desk: Says what was done last.
        undo: The button that takes a step back.
        redo: The button that takes it again.
        explore: The button that shows the explorer.
        copy: Where a case that stands already takes in your copy of its article.
        copy_use: The button that shows that copy beside the passages.

    Example:
        >>> from whosays import case_form
        >>> form = case_form("my-case", "The town says 400 frogs moved. I saw none.")
        >>> form.put("article", "my-case", outlet="The Quillstead Lantern")
        >>> form.desk.said
        'Changed outlet of my-case in article. Saved. 6 faults left.'
        >>> form
        Form: my-case. 2 passages, 0 with a gist; 0 sources, 0 claims; 6 faults
        left. Open: passage p01s1.
    """

    def __init__(self, draft: Draft | None = None, folder: str = "") -> None:
        """Show a draft, or the first step.

        Args:
            draft: The draft; none to begin one.
            folder: What to propose as the folder of a new one.
        """
        self._draft, self._pane, self._row = draft, "passages", ("article", "")
        self.desk = Desk("voice")
        self.start = Start(folder or NEW, self._begin)
        self.passages = Passages(self, self._moved)
        self.tables = Tables(self, lambda: self._turn("passages"))
        self.left = Left(self.go_to)
        self.tabs = {name: self._tab(name) for name in PANES}
        self.undo = button("", self._undo, "wf-key-undo")
        self.redo = button("", self._redo, "wf-key-redo")
        self.explore = button(LABELS["explorer"], self.explorer, "wf-key-explorer", "wf-apart")
        self.copy = core.Textarea(description=LABELS["copy"], rows=3)
        self.copy_use = button(LABELS["copy_use"], self._read_along, "wf-key-copy")
        self._copy_box = box(self.copy, plain(LABELS["copy_help"], "wf-help"), self.copy_use, kind="wf-field")
        self._body, self._below = box(kind="wf-body"), box(kind="wf-key-below")
        self._head = line(*self.tabs.values(), self.explore)
        self._steps = line(self.undo, self.redo)
        super().__init__([plain(LABELS["title"], "wf-heading", tag="h3"), self.desk, self._body, self._below])
        for kind in ("whosays", "wf-form"):
            self.add_class(kind)
        if draft:
            self._opened()
        self.desk.said = say.found(len(draft.faults)) if draft else LABELS["start_said"]
        self.refresh()

    @property
    def draft(self) -> Draft:
        """The draft behind the form.

        Raises:
            ValueError: Nothing is begun yet.

        Example:
            >>> from whosays import case_form
            >>> form = case_form("my-case", "The town says 400 frogs moved. I saw none.")
            >>> len(form.draft.rows("passages"))
            2
            >>> len(form.draft.faults)
            7
        """
        if self._draft is None:
            raise ValueError(say.START)
        return self._draft

    def begin(self, text: str = "", folder: str = "") -> None:
        """Do what the button Begin does.

        Args:
            text: The article; empty to take what was pasted.
            folder: Where the case is to be; empty to take what stands in the form.

        Raises:
            CaseError: The folder holds a case already, or the text is none.
            OSError: The place cannot be written.

        Example:
            >>> from whosays import case_form
            >>> form = case_form("my-case")
            >>> form
            Form: nothing is begun. Paste the article, name a folder and choose Begin.
            >>> form.begin("The town says 400 frogs moved. I saw none.")
            >>> form
            Form: my-case. 2 passages, 0 with a gist; 0 sources, 0 claims; 7 faults
            left. Open: passage p01s1.
        """
        start = self.start
        place = folder or start.folder.value.strip() or NEW
        self._draft = begin(place, text or start.paste.value, language=chosen(start.language))
        start.paste.value = ""
        self._opened()
        self.desk.said = say.begun(len(self.draft.rows("passages")), len(self.draft.state.suggestions))
        self.refresh()
        self.desk.go("gist")

    def put(self, table: str, row_id: str, **cells: str) -> None:
        """Fill cells of a row; see ``Draft.put``.

        Example:
            >>> from whosays import case_form
            >>> form = case_form("my-case", "The town says 400 frogs moved. I saw none.")
            >>> form.put("passages", "p01s1", gist="Puts the number at 400.")
            >>> form.draft.rows("passages")[0]["gist"]
            'Puts the number at 400.'
        """
        self._do(lambda: self.draft.put(table, row_id, **cells))
        if "id" in cells and (table, row_id) == self._row:
            self._row = (table, cells["id"])
            self.refresh()

    def add(self, table: str, **cells: str) -> None:
        """Add a row and open it; see ``Draft.add``.

        Example:
            >>> from whosays import case_form
            >>> form = case_form("my-case", "The town says 400 frogs moved. I saw none.")
            >>> form.add("sources", id="s01", name="Quillstead town hall")
            >>> form.place
            'sources s01'
        """
        given = {"layer": "article"} if "layer" in schema()[table].header else {}
        self._open_new(table, lambda: self.draft.add(table, **given, **cells))

    def confirm(self, suggestion: str) -> None:
        """Make a row of a suggestion and open it; see ``Draft.confirm``.

        Example:
            >>> from whosays import case_form
            >>> form = case_form("my-case", "The town says 400 frogs moved. I saw none.")
            >>> first = form.draft.state.suggestions[0]
            >>> first.kind, first.phrase
            ('source', 'The town')
            >>> form.confirm(first.id)
            >>> form.draft.rows("sources")[0]["name_as_printed"]
            'The town'
        """
        found = next(one for one in self.draft.state.suggestions if one.id == suggestion)
        self._open_new(proposal(found)[0], lambda: self.draft.confirm(suggestion))

    def set_aside(self, suggestion: str) -> None:
        """Say that a suggestion needs no row; see ``Draft.set_aside``.

        Example:
            >>> from whosays import case_form
            >>> form = case_form("my-case", "The town says 400 frogs moved. I saw none.")
            >>> first = form.draft.state.suggestions[0]
            >>> form.set_aside(first.id)
            >>> form.draft.state.suggestions[0].became
            'aside'
        """
        self._do(lambda: self.draft.set_aside(suggestion))
        self.desk.go("found")

    def remove(self, table: str, row_id: str) -> None:
        """Take a row out; see ``Draft.remove``.

        Example:
            >>> from whosays import case_form
            >>> form = case_form("my-case", "The town says 400 frogs moved. I saw none.")
            >>> form.add("sources", id="s01")
            >>> form.remove("sources", "s01")
            >>> form.draft.rows("sources")
            []
        """
        self._do(lambda: self.draft.remove(table, row_id))
        self.desk.go("row")

    def go_to(self, table: str, row_id: str) -> None:
        """Open a row of a table.

        Example:
            >>> from whosays import case_form
            >>> form = case_form("my-case", "The town says 400 frogs moved. I saw none.")
            >>> form.go_to("passages", "p01s2")
            >>> form.place
            'passage p01s2'
        """
        if table == "passages" and row_id:
            self.passages.at = row_id
            self._turn("passages", "gist")
        else:
            self._row = (table, row_id)
            self._turn("tables", "")

    def explorer(self) -> None:
        """Show the explorer beneath, or say what is missing first.

        Example:
            >>> from whosays import case_form
            >>> form = case_form("my-case", "The town says 400 frogs moved. I saw none.")
            >>> form.explorer()
            >>> form.desk.said
            'The explorer opens once no fault is left; seven faults to go. The first:
            article my-case, outlet: nothing stands here, expected a value. Fill the
            cell. Who published it.'
        """
        self._below.children = ()
        if self.draft.faults:
            place, faults = next(iter(self.draft.faults_by_row.items()))
            self.desk.said = say.not_yet(len(self.draft.faults), f"{' '.join(place)}, {say.fault(faults[0])}")
            return
        self._below.children = [Explorer(self.draft.case())]
        self.desk.said = say.opened()
        self.desk.go("below")

    def refresh(self) -> None:
        """Show what the draft holds now; needed only after it was changed in code.

        Example:
            >>> from whosays import case_form
            >>> form = case_form("my-case", "The town says 400 frogs moved. I saw none.")
            >>> form.draft.put("passages", "p01s1", gist="Puts the number at 400.")
            >>> form.refresh()
            >>> form
            Form: my-case. 2 passages, 1 with a gist; 0 sources, 0 claims; 6 faults
            left. Open: passage p01s1.
        """
        if self._draft is None:
            self._body.children = [self.start.box]
            return
        draft = self._draft
        for name, tab in self.tabs.items():
            (tab.add_class if name == self._pane else tab.remove_class)("wf-current")
        back, again = draft.steps
        self.undo.description, self.redo.description = say.undo(back), say.redo(again)
        if self._pane == "passages":
            self.passages.show(draft, draft.rows("article")[0]["language"] if draft.rows("article") else "")
        elif self._pane == "tables":
            self.tables.show(draft, *self._row)
            self._row = (self._row[0], self.tables.editor.id)
        else:
            self.left.show(draft)
        ask = [] if self.passages.readable else [self._copy_box]
        pane = {"passages": self.passages, "tables": self.tables, "left": self.left}[self._pane]
        wanted = (self._head, self._steps, *(ask if self._pane == "passages" else []), pane.box)
        if self._body.children != wanted:
            self._body.children = wanted

    def __repr__(self) -> str:
        """Return the form in one line: how much there is, what is left and what is open."""
        if self._draft is None:
            return say.START
        rows = {name: len(cells) for name, cells in self._draft.state.cells.items()}
        gists = sum(bool(row["gist"]) for row in self._draft.rows("passages"))
        name = self._draft.folder.resolve().name
        return say.state(name, rows, gists, len(self._draft.faults), self.place)

    @property
    def place(self) -> str:
        """What is open, in words.

        Example:
            >>> from whosays import case_form
            >>> form = case_form("my-case", "The town says 400 frogs moved. I saw none.")
            >>> form.place
            'passage p01s1'
        """
        if self._pane == "tables":
            return " ".join(part for part in self._row if part)
        return f"passage {self.passages.at}" if self._pane == "passages" else LABELS["left"][2:]

    def _repr_mimebundle_(self, **options: Any) -> dict[str, Any]:  # noqa: ANN401 - as ipywidgets have it
        self.refresh()
        bundle = super()._repr_mimebundle_(**options)
        return {**(bundle or {}), "text/plain": repr(self)}  # ipywidgets cut it off after 110 characters

    def _tab(self, name: str) -> core.Button:
        return button(LABELS[name], lambda: self._turn(name), "wf-tab", f"wf-key-tab-{name}")

    def _turn(self, pane: str, focus: str = "") -> None:
        self._pane = pane
        self.refresh()
        if focus:
            self.desk.go(focus)

    def _moved(self) -> None:
        self.refresh()
        self.desk.go("gist")

    def _opened(self) -> None:
        self.passages.read(self.draft)

    def _begin(self) -> None:
        try:
            self.begin()
        except CaseError as error:
            self.desk.said = say.wrong(error.faults[0])
        except OSError as error:
            self.desk.said = say.trouble(error.strerror or type(error).__name__)

    def _read_along(self) -> None:
        self.draft.copy, self.copy.value = self.copy.value, ""
        self.desk.said = say.copied(self.passages.read(self.draft), len(self.draft.rows("passages")))
        self.refresh()
        self.desk.go("gist")

    def _do(self, step: Callable[[], object]) -> object:
        """Take a step of the draft and say what came of it; a full disk is said, and nothing is changed."""
        before = self.draft.state
        try:
            result = step()
        except OSError as error:
            self.desk.said = say.trouble(error.strerror or type(error).__name__)
            result = None
        else:
            if self.draft.state is not before:
                self.desk.said = say.saved(self.draft.state.label, len(self.draft.faults))
        self._below.children = ()
        self.refresh()
        return result

    def _open_new(self, table: str, step: Callable[[], str]) -> None:
        row_id = self._do(step)
        if row_id:
            self.go_to(table, str(row_id))
            self.desk.go(self.tables.editor.first)

    def _undo(self) -> None:
        self._history(self.draft.undo, say.undone)

    def _redo(self) -> None:
        self._history(self.draft.redo, say.redone)

    def _history(self, move: Callable[[], str], said: Callable[[str, int], str]) -> None:
        try:
            label = move()
            self.desk.said = said(label, len(self.draft.faults))
        except OSError as error:
            self.desk.said = say.trouble(error.strerror or type(error).__name__)
        self._below.children = ()
        self.refresh()

"""Passage by passage: the reader's own copy, the gist, what was found by rule, and the statements made there."""

from collections.abc import Callable, Mapping

import ipywidgets as core

from whosays.author.draft import Draft
from whosays.author.form import words as say
from whosays.author.form.control import Field, box, button, line, plain, tell
from whosays.author.form.desk import Desk
from whosays.author.form.row import called
from whosays.author.form.steps import Steps
from whosays.author.form.words import LABELS
from whosays.author.suggest import Suggestion
from whosays.author.suggestions import proposal
from whosays.case.anchor import find
from whosays.case.errors import UnknownIdError
from whosays.case.model import Passage
from whosays.case.schema import schema


def own_words(draft: Draft) -> dict[str, str]:
    """Return the words of each passage in the reader's own copy, by its id; those that are found.

    Args:
        draft: The draft; its copy is searched, and nothing of it is kept.
    """
    rows = [row for row in draft.rows("passages") if row["words"].isdecimal()] if draft.copy else []
    wanted = [Passage(r["id"], "", None, None, 0, int(r["words"]), 0, "", r["anchor"], "") for r in rows]
    return {f.passage: draft.copy[f.start : f.end] for f in find(wanted, draft.copy) if f.start >= 0}


def has_table(found: Suggestion) -> bool:
    """Whether a suggestion can become a row; dates and quotations are cells of a statement."""
    try:
        proposal(found)
    except UnknownIdError:
        return False
    return True


class Passages:
    """The passages, one at a time.

    Attributes:
        at: Id of the passage that is open.
        words: Shows its words from the reader's own copy.
        gist: Its gist.
        previous: The button that leads back.
        next: The button that leads on.
        buttons: The buttons of suggestions and statements, by what they do and to what.
        box: All of it, to be shown.
    """

    def __init__(self, steps: Steps, moved: Callable[[], object]) -> None:
        """Show nothing yet.

        Args:
            steps: What is done when something is chosen.
            moved: Called after another passage was opened.
        """
        self.at, self._steps, self._moved = "", steps, moved
        self._ids: list[str] = []
        self._own: dict[str, str] = {}
        self._drawn: object = None
        self.buttons: dict[tuple[str, str], core.Button] = {}
        self.words = Desk("words")
        column = next(c for c in schema()["passages"].columns if c.name == "gist")
        self.gist = Field(column, (), lambda name, cell: steps.put("passages", self.at, **{name: cell}), LABELS["gist"])
        self._where, self._count = plain("", "wf-heading", tag="h4"), plain("", "wf-help")
        self.previous = button(LABELS["previous"], lambda: self.go(-1), "wf-key-previous")
        self.next = button(LABELS["next"], lambda: self.go(1), "wf-key-next")
        self._found, self._said = box(kind="wf-found"), box(kind="wf-found")
        right = box(self.gist.box, self._found, self._said, kind="wf-beside")
        pair = core.HBox([self.words, right])
        pair.add_class("wf-pair")
        self.box = box(self._where, pair, line(self.previous, self.next), self._count)

    def read(self, draft: Draft) -> int:
        """Search the reader's own copy anew, and return how many passages are found in it."""
        self._own = own_words(draft)
        return len(self._own)

    @property
    def readable(self) -> bool:
        """Whether some passage is found in the reader's own copy."""
        return bool(self._own)

    def go(self, by: int) -> None:
        """Open the passage that many further on; the first and the last one are the ends."""
        place = self._ids.index(self.at) + by
        self.at = self._ids[max(0, min(len(self._ids) - 1, place))]
        self._moved()

    def show(self, draft: Draft, language: str) -> None:
        """Show the passage that is open.

        Args:
            draft: The draft.
            language: Language tag of the article.
        """
        rows = draft.rows("passages")
        self._ids = [row["id"] for row in rows]
        if not rows:
            return
        if self.at not in self._ids:
            self.at = self._ids[0]
        row = draft.row("passages", self.at)
        number = self._ids.index(self.at) + 1
        tell(self._where, say.where(row, number, len(rows)), "h4")
        tell(self._count, say.progress(sum(bool(r["gist"]) for r in rows), len(rows)))
        self.gist.show(
            row["gist"],
            [
                say.fault_here(f, self.gist.column.description)
                for f in draft.faults_of("passages", self.at)
                if f.column == "gist"
            ],
        )
        note = "" if self.at in self._own else LABELS["not_found" if draft.copy else "no_copy"]
        if (self._own.get(self.at, ""), note) != (self.words.shown, self.words.note):
            self.words.show(self._own.get(self.at, ""), note, language)
        found = [s for s in draft.state.suggestions if s.passage == self.at]
        said = [r for r in draft.rows("statements") if r["passage"] == self.at]
        if (self.at, found, said) != self._drawn:
            self._drawn = (self.at, found, said)
            self._draw(found, said)

    def _draw(self, found: list[Suggestion], said: list[dict[str, str]]) -> None:
        self.buttons = {}
        waiting = [self._suggestion(s) for s in found if not s.became]
        settled = [plain(say.settled(s), "wf-help") for s in found if s.became]
        told = plain(LABELS["found" if waiting else "found_nothing"], "wf-help", "wf-key-found")
        self._found.children = [told, *waiting, *settled]
        self._said.children = [
            plain(LABELS["statements"], "wf-heading", tag="h4"),
            *(self._press("open", row["id"], called(row)) for row in said),
            self._press("add", "statements", LABELS["statement_add"]),
        ]

    def _suggestion(self, found: Suggestion) -> core.Widget:
        said = say.suggestion(found)
        ways = ["confirm", "set_aside"] if has_table(found) else ["set_aside"]
        return line(plain(said), *(self._press(way, found.id, LABELS[way], said) for way in ways))

    def _press(self, what: str, which: str, text: str, about: str = "") -> core.Button:
        ways: Mapping[str, Callable[[], object]] = {
            "confirm": lambda: self._steps.confirm(which),
            "set_aside": lambda: self._steps.set_aside(which),
            "open": lambda: self._steps.go_to("statements", which),
            "add": lambda: self._steps.add(which, passage=self.at),
        }
        made = button(text, ways[what], f"wf-key-{what}-{which}", about=about)
        self.buttons[what, which] = made
        return made

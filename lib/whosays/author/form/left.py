"""What is left: every fault by row, with a button that leads there, then the remarks of the linter."""

from collections.abc import Callable, Iterable

import ipywidgets as core

from whosays.author.draft import Draft
from whosays.author.form import words as say
from whosays.author.form.control import box, button, plain
from whosays.author.form.words import LABELS, TABLES
from whosays.author.linter import lint
from whosays.author.rule import SEVERITIES, Remark
from whosays.case.errors import CaseError

SHOWN = 25  # rows that are listed at once; more buttons than that are no list any more, and slow


class Left:
    """What is left of a draft.

    Attributes:
        buttons: The buttons that lead to a row, by table and id.
        box: All of it, to be shown.
    """

    def __init__(self, go: Callable[[str, str], object]) -> None:
        """Show nothing yet.

        Args:
            go: Leads to a row.
        """
        self._go = go
        self.buttons: dict[tuple[str, str], core.Button] = {}
        self.box = box(kind="wf-left")

    def show(self, draft: Draft) -> None:
        """Show what is left now."""
        self.buttons = {}
        places = draft.faults_by_row
        parts: list[core.Widget] = []
        heading = ""
        for place, faults in list(places.items())[:SHOWN]:
            if place[0] != heading:
                heading = place[0]
                parts.append(plain(TABLES[heading], "wf-heading", tag="h4"))
            parts += self._place(place, map(say.fault, faults))
        if len(places) > SHOWN:
            parts.append(plain(say.more(len(places) - SHOWN)))
        if not parts:
            parts.append(plain(LABELS["nothing_left"]))
        self.box.children = [*parts, plain(LABELS["remarks"], "wf-heading", tag="h4"), *self._remarks(draft)]

    def _remarks(self, draft: Draft) -> list[core.Widget]:
        """Return what the linter says of a draft without fault."""
        if draft.faults:
            return [plain(LABELS["remarks_later"], "wf-help")]
        try:
            remarks = lint(draft.case(), draft.copy)
        except CaseError as error:  # the file of accepted remarks, which no table of the form holds
            return [plain("\n".join(map(str, error.faults)), "wf-wrong")]
        shown = [remark for remark in remarks if not remark.accepted]
        parts: list[core.Widget] = []
        places: dict[tuple[str, str], list[Remark]] = {}
        for remark in sorted(shown, key=lambda remark: SEVERITIES.index(remark.severity)):
            places.setdefault((remark.table, remark.row), []).append(remark)
        for place, own in places.items():
            parts += self._place(place, map(say.remark, own))
        if len(remarks) > len(shown):
            parts.append(plain(say.accepted(len(remarks) - len(shown)), "wf-help"))
        return parts or [plain(LABELS["remarks_none"], "wf-help")]

    def _place(self, place: tuple[str, str], said: Iterable[str]) -> list[core.Widget]:
        if place[0] not in TABLES:  # a text beside the case
            return [plain("\n".join(said), "wf-wrong")]
        self.buttons[place] = button(say.go_to(*place), lambda: self._go(*place), f"wf-key-go-{'-'.join(place)}")
        return [plain("\n".join(said), "wf-wrong"), self.buttons[place]]

"""The plain parts of the form: texts that are never markup, buttons, and one column as a labelled control."""

from collections.abc import Callable, Mapping, Sequence
from html import escape

import ipywidgets as core

from whosays.author.form.words import LABELS
from whosays.case.schema import Column
from whosays.show.sentences import capital

LONG = frozenset({"gist", "note", "finding", "effect", "proposition", "content_note", "text", "prompt", "what"})
Put = Callable[[str, str], None]


def plain(text: str = "", *kinds: str, tag: str = "p") -> core.HTML:
    """Return a text to be shown as it stands.

    Args:
        text: Any text, hostile text included; it is escaped.
        kinds: Classes for its look.
        tag: The element it stands in.
    """
    shown = core.HTML()
    shown.add_class("wf-plain")
    for kind in kinds:
        shown.add_class(kind)
    tell(shown, text, tag)
    return shown


def tell(shown: core.HTML, text: str, tag: str = "p") -> None:
    """Change what a text says; each of its lines is an element of its own."""
    shown.value = "".join(f"<{tag}>{escape(line)}</{tag}>" for line in text.split("\n") if line)


def button(text: str, press: Callable[[], object], *kinds: str, about: str = "") -> core.Button:
    """Return a button that says in words what it does.

    Args:
        text: The words.
        press: What it does.
        kinds: Classes, for its look and for moving the focus to it.
        about: What it is about, for those who hear it without what stands beside it.
    """
    made = core.Button(description=text, tooltip=about or None)
    for kind in ("wf-press", *kinds):
        made.add_class(kind)

    def pressed(_button: core.Button) -> None:
        press()

    made.on_click(pressed)
    return made


def box(*children: core.Widget, kind: str = "") -> core.VBox:
    """Return widgets one below the other."""
    made = core.VBox(children)
    if kind:
        made.add_class(kind)
    return made


def line(*children: core.Widget) -> core.HBox:
    """Return widgets side by side, on further lines where there is no room."""
    made = core.HBox(children)
    made.add_class("wf-line-of")
    return made


def chosen(control: core.Widget) -> str:
    """Return the value of a control as text."""
    return str(getattr(control, "value", None) or "")


class Field:
    """One column of one row as a labelled control, with what belongs in it and what is wrong beneath.

    Attributes:
        control: The control; its value is the cell as text.
        box: All of it, to be shown.
        lacking: Whether something is wrong with the cell.
    """

    def __init__(self, column: Column, options: Sequence[tuple[str, str]], put: Put, label: str = "") -> None:
        """Make the control that fits the type of the column.

        Args:
            column: The column.
            options: What can be chosen, as label and cell; empty where anything may be written.
            put: Called with the name of the column and the new cell.
            label: What to call it, if not by its name.
        """
        self.column, self._put, self._setting, self.lacking = column, put, False, False
        name = label or capital(column.name.replace("_", " "))
        name = f"{name} ({LABELS['required']})" if column.required and column.name != "id" else name
        self._options = [(LABELS["blank"], ""), *options]
        several = column.type in {"ids", "addresses"}
        closed = bool(column.values or column.refers)
        if closed and not several:
            self.control = core.Dropdown(description=name, options=self._options)
        elif column.name in LONG:
            self.control = core.Textarea(description=name, continuous_update=False, rows=2)
        else:
            self.control = core.Text(description=name, continuous_update=False)
        self.control.add_class(f"wf-key-{column.name}")
        self.control.observe(self._changed, "value")
        told = LABELS["id_help"] if column.name == "id" else column.description
        self._wrong = plain("", "wf-wrong")
        self.picker = core.Dropdown(description=LABELS["pick"], options=self._options) if closed and several else None
        parts: list[core.Widget] = [self.control, plain(told, "wf-help"), self._wrong]
        if self.picker:
            parts.insert(2, line(self.picker, button(LABELS["pick_add"], self._picked)))
        self.box = box(*parts, kind="wf-field")
        if column.required:
            self.box.add_class("wf-required")

    def show(self, cell: str, wrong: Sequence[str], options: Sequence[tuple[str, str]] | None = None) -> None:
        """Show what the row holds now.

        Args:
            cell: The cell.
            wrong: What is wrong with it, in sentences.
            options: What can be chosen by now, if that has changed.
        """
        self._setting = True
        try:
            if options is not None:
                self._offer([(LABELS["blank"], ""), *options], cell)
            if self.control.value != cell:
                self.control.value = cell
        finally:
            self._setting = False
        self.lacking = bool(wrong)
        tell(self._wrong, "\n".join(wrong))

    def _offer(self, options: list[tuple[str, str]], cell: str) -> None:
        listed = self.picker or self.control
        if not isinstance(listed, core.Dropdown):
            return
        if not self.picker and cell not in {value for _, value in options}:
            options.append((cell, cell))  # what the row holds is shown, though it cannot be chosen anew
        if options != self._options:
            self._options = options
            listed.options = options

    def _changed(self, change: Mapping[str, object]) -> None:
        if not self._setting:
            self._put(self.column.name, str(change["new"] or ""))

    def _picked(self) -> None:
        if self.picker and self.picker.value:
            self.control.value = " ".join([*chosen(self.control).split(), chosen(self.picker)])
            self.picker.value = ""

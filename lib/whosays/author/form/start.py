"""Where a case begins in the form: a folder, the article, its language; nothing is written before Begin."""

from collections.abc import Callable

import ipywidgets as core

from whosays.author.form.control import box, button, plain
from whosays.author.form.words import LABELS, LANGUAGES


class Start:
    """The first step.

    Attributes:
        folder: Where the case is to be.
        language: Its language tag.
        paste: The article; emptied as soon as the case is begun.
        begin: The button.
        box: All of it, to be shown.
    """

    def __init__(self, folder: str, begin: Callable[[], object]) -> None:
        """Ask for what a case begins with.

        Args:
            folder: What to propose as its folder.
            begin: Begins it.
        """
        self.folder = core.Text(value=folder, description=LABELS["folder"])
        self.folder.add_class("wf-key-folder")
        self.language = core.Dropdown(description=LABELS["language"], options=list(LANGUAGES.items()))
        self.paste = core.Textarea(description=LABELS["paste"], rows=8)
        self.paste.add_class("wf-key-paste")
        self.begin = button(LABELS["begin"], begin, "wf-first", "wf-key-begin")
        self.box = box(
            plain(LABELS["start_help"]),
            box(self.folder, plain(LABELS["folder_help"], "wf-help"), kind="wf-field"),
            box(self.language, kind="wf-field"),
            box(self.paste, plain(LABELS["paste_help"], "wf-help"), kind="wf-field"),
            self.begin,
        )

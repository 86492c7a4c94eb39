"""What the form needs beside core controls: keys that stay in it, a voice, and the reader's own words on show."""

from typing import Any

import anywidget
import traitlets

from whosays.show.explorer import MODULE, STYLE


class Desk(anywidget.AnyWidget):
    """A small part of the module of the explorer.

    What it shows of the article comes as a message, as text, and is no state: a notebook that stores the state of its
    widgets stores nothing of it.

    Attributes:
        said: What was done last, for everybody and for screen readers.
    """

    _esm = MODULE
    _css = STYLE
    _desk = traitlets.Unicode("voice").tag(sync=True)
    said = traitlets.Unicode("").tag(sync=True)

    def __init__(self, part: str) -> None:
        """Make a part.

        Args:
            part: voice, which keeps the keys and says what was done; or words, which shows a passage.
        """
        self._shown: dict[str, Any] = {}
        super().__init__(_desk=part)
        self.on_msg(self._asked)

    def show(self, text: str, note: str, language: str) -> None:
        """Show words of the article, or a note in place of them."""
        self._shown = {"type": "words", "text": text, "note": note, "language": language}
        self.send(self._shown)

    @property
    def shown(self) -> str:
        """The words that are on show."""
        return str(self._shown.get("text", ""))

    @property
    def note(self) -> str:
        """What is said in place of words."""
        return str(self._shown.get("note", ""))

    def go(self, key: str) -> None:
        """Move the focus to the part of the form that has the class ``wf-key-…``."""
        self.send({"type": "focus", "key": key})

    def _asked(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        if content.get("type") == "ready" and self._shown:
            self.send(self._shown)

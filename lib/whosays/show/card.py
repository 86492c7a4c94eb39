"""A question card in a notebook: an anywidget around the module of the explorer."""

from typing import Any

import anywidget
import traitlets

from whosays.show.explorer import MODULE, STYLE


class Card(anywidget.AnyWidget):
    """One question, or the quiz, as a card; what is answered comes back in the trait ``answers``.

    Attributes:
        seat: Number of the seat whose answers are kept; 0 for none.
        answers: Rows of item, moment, value and reason; see ``whosays.teach.answers``.
        notice: What there is to say about where the answers are kept; empty if all is well.
        result: What came of the quiz, once all of it is answered.

    Example:
        >>> from whosays import open_case
        >>> book = open_case("practice-pond-2025")
        >>> card = book.ask("l2b")
        >>> card
        Local radio and Valley News carry the words of the spokeswoman as well.
        What do they add?
        >>> card.seat, card.answers
        (0, [])
    """

    _esm = MODULE
    _css = STYLE
    _card = traitlets.Dict().tag(sync=True)
    seat = traitlets.Int(0).tag(sync=True)
    answers = traitlets.List(traitlets.Any()).tag(sync=True)
    notice = traitlets.Unicode("").tag(sync=True)
    result = traitlets.Unicode("").tag(sync=True)

    def __init__(self, content: dict[str, Any], *, seat: int = 0) -> None:
        """Show a card.

        Args:
            content: What ``whosays.show.question`` returns.
            seat: Number of the seat; 0 for none.
        """
        super().__init__(_card=content, seat=seat)

    @property
    def language(self) -> str:
        """Tag of the language that it speaks.

        Example:
            >>> from whosays import open_case
            >>> book = open_case("practice-pond-2025")
            >>> book.ask("l2b").language
            'en'
        """
        return self._card["language"]

    @property
    def content(self) -> dict[str, Any]:
        """What the card asks; see ``whosays.show.question``.

        Example:
            >>> from whosays import open_case
            >>> book = open_case("practice-pond-2025")
            >>> item = book.ask("l2b").content["items"][0]
            >>> item["kind"], item["options"][:2]
            ('choice', ['two more roots', 'two more ways to the same root'])
        """
        return self._card

    def __repr__(self) -> str:
        """Return what is asked, whatever was answered, so that a notebook's stored output is a test of it."""
        return self._card["sentence"]

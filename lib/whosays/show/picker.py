"""The case picker in a notebook: an anywidget around the module of the explorer."""

from collections.abc import Iterable
from typing import Any

import anywidget
import traitlets

from whosays.case.errors import UnknownIdError
from whosays.case.model import Case
from whosays.show.catalogue import catalogue
from whosays.show.explorer import MODULE, STYLE
from whosays.show.language import direction, speaking, spoken
from whosays.show.sentences.catalogue import LABELS


class Picker(anywidget.AnyWidget):
    """The cases to pick from, gentle ones first, each with what helps to pick it.

    Attributes:
        chosen: Id of the case that was picked; empty before that.
    """

    _esm = MODULE
    _css = STYLE
    _picker = traitlets.Dict().tag(sync=True)
    chosen = traitlets.Unicode("").tag(sync=True)

    def __init__(self, cases: Iterable[Case], language: str = "") -> None:
        """Show some cases.

        Args:
            cases: Checked cases; their order does not matter.
            language: Tag of the language to speak; empty for the one that is spoken now.

        Raises:
            ValueError: There are no words in that language.
        """
        with speaking(language or spoken()):
            written = {"language": spoken(), "direction": direction(spoken())}
            told = catalogue(case.in_language(spoken()) for case in cases)
            super().__init__(_picker={**told, "labels": dict(LABELS), **written})

    @traitlets.validate("chosen")
    def _known_case(self, proposal: dict[str, Any]) -> str:
        known = [entry["id"] for entry in self._picker["cases"]]
        if proposal["value"] and proposal["value"] not in known:
            what = "case to pick"
            raise UnknownIdError(what, proposal["value"], known)
        return proposal["value"]

    def __repr__(self) -> str:
        """Return how many cases there are, whatever was picked."""
        return self._picker["sentence"]

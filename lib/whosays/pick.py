"""Pick a case in a notebook, and explore it beneath."""

import ipywidgets

from whosays.case.load import load, shipped_cases
from whosays.casebook import Casebook
from whosays.show.language import ENGLISH
from whosays.show.picker import Picker


class PickedCase(ipywidgets.VBox):
    """The picker, and the explorer of the case that was picked.

    Attributes:
        picker: The picker.

    Example:
        >>> from whosays import pick_case
        >>> picked = pick_case(guided=False)
        >>> picked.picker.chosen = "practice-pond-2025"
        >>> picked.children[1]
        Explorer of practice-pond-2025, the article, article only: This is one
        text in twelve passages; each mark stands for one statement, and its shape
        tells who is speaking.
    """

    def __init__(
        self, picker: Picker, *, guided: bool = True, seat: int | None = None, language: str = ENGLISH
    ) -> None:
        """Show the picker alone at first.

        Args:
            picker: The picker.
            guided: Whether the explorer holds back what the reader should guess first.
            seat: Number of the seat, 0 for none; by default the one in the environment variable WHOSAYS_SEAT.
            language: Tag of the language that the explorer speaks.
        """
        super().__init__([picker])
        self.picker = picker
        self._guided, self._seat, self._language = guided, seat, language
        picker.observe(self._open, "chosen")

    def _open(self, change: dict[str, str]) -> None:
        if change["new"]:
            book = Casebook(load(change["new"]), self._language)
            explorer = book.explorer(guided=self._guided, seat=self._seat)
            self.children = (self.picker, explorer)

    def __repr__(self) -> str:
        """Return how many cases there are, whatever was picked."""
        return repr(self.picker)


def pick_case(*, guided: bool = True, seat: int | None = None, language: str = ENGLISH) -> PickedCase:
    """Return the picker of the cases that come with whosays; what is picked opens beneath.

    Args:
        guided: Whether the explorer holds back what the reader should guess first.
        seat: Number of the seat, 0 for none; by default the one in the environment variable WHOSAYS_SEAT.
        language: Tag of the language to speak, as uk.

    Raises:
        ValueError: There are no words in that language.

    Example:
        >>> from whosays import pick_case
        >>> pick_case()
        Six cases to pick from: two gentle, three serious and one grave. The first
        asks: What happened in the flask in Utah?
    """
    picker = Picker(map(load, shipped_cases()), language)
    return PickedCase(picker, guided=guided, seat=seat, language=language)

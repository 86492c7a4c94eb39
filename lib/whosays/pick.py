"""Pick a case in a notebook, and explore it beneath."""

import ipywidgets

from whosays.case.load import load, shipped_cases
from whosays.casebook import Casebook
from whosays.show.picker import Picker


class PickedCase(ipywidgets.VBox):
    """The picker, and the explorer of the case that was picked.

    Attributes:
        picker: The picker.
    """

    def __init__(self, picker: Picker, *, guided: bool = True, seat: int | None = None) -> None:
        """Show the picker alone at first.

        Args:
            picker: The picker.
            guided: Whether the explorer holds back what the reader should guess first.
            seat: Number of the seat, 0 for none; by default the one in the environment variable WHOSAYS_SEAT.
        """
        super().__init__([picker])
        self.picker = picker
        self._guided, self._seat = guided, seat
        picker.observe(self._open, "chosen")

    def _open(self, change: dict[str, str]) -> None:
        if change["new"]:
            explorer = Casebook(load(change["new"])).explorer(guided=self._guided, seat=self._seat)
            self.children = (self.picker, explorer)

    def __repr__(self) -> str:
        """Return how many cases there are, whatever was picked."""
        return repr(self.picker)


def pick_case(*, guided: bool = True, seat: int | None = None) -> PickedCase:
    """Return the picker of the cases that come with whosays; what is picked opens beneath.

    Args:
        guided: Whether the explorer holds back what the reader should guess first.
        seat: Number of the seat, 0 for none; by default the one in the environment variable WHOSAYS_SEAT.
    """
    return PickedCase(Picker(map(load, shipped_cases())), guided=guided, seat=seat)

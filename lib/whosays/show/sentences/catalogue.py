"""The words of the catalogue of cases."""

from collections import Counter
from collections.abc import Sequence

from whosays.show.language import number
from whosays.show.sentences import capital, counted, listed

COLUMNS = ("Question", "Year", "Field", "Minutes", "Reading level", "What you will meet")
LEVELS = ((30, "easy"), (40, "plain"), (50, "middling"))
GRAVITY = {
    "gentle": "gentle: nobody is hurt",
    "serious": "serious: illness, danger or fear",
    "grave": "grave: it is about people who died",
}
LABELS = {
    "pick_title": "Pick a case",
    "pick_order": "Gentle cases stand first. Read the note before you open one.",
    "pick_other": "Other cases",
    "pick_open": "Open",
}


def sentence(cases: Sequence[tuple[str, str]]) -> str:
    """Return how many cases there are, and how grave they are.

    Args:
        cases: Title and gravity of each, in order.
    """
    if not cases:
        return "There is no case here."
    kinds = Counter(gravity or "of unknown gravity" for _, gravity in cases)
    shares = listed([f"{number(count)} {kind}" for kind, count in kinds.items()])
    return f"{capital(counted(len(cases), 'case'))} to pick from: {shares}. The first asks: {cases[0][0]}"


def level(lix: int) -> str:
    """Return a reading level in words, with its number: "plain (LIX 34)"."""
    word = next((word for below, word in LEVELS if lix < below), "hard")
    return f"{word} (LIX {lix})"


def facts(year: str, field: str, minutes: int | None, lix: int, gravity: str) -> str:
    """Return what helps to pick a case, in one line; what the case does not say is left out."""
    parts = [
        year,
        field,
        f"{minutes} minutes" if minutes else "",
        f"reading level {level(lix)}",
        GRAVITY.get(gravity, ""),
    ]
    return f"{'; '.join(part for part in parts if part)}."

"""The words of the catalogue of cases."""

from collections import Counter
from collections.abc import Sequence

from whosays.show.language import Terms, Words, tr, tr_many
from whosays.show.sentences import listed

COLUMNS = Terms("Question", "Year", "Field", "Minutes", "Reading level", "What you will meet")
LEVELS = ((30, "easy"), (40, "plain"), (50, "middling"))
READING = Words({"easy": "easy", "plain": "plain", "middling": "middling", "hard": "hard"}, context="reading level")
GRAVITY = Words(
    {
        "gentle": "gentle: nobody is hurt",
        "serious": "serious: illness, danger or fear",
        "grave": "grave: it is about people who died",
    }
)
LABELS = Words(
    {
        "pick_title": "Pick a case",
        "pick_order": "Gentle cases stand first. Read the note before you open one.",
        "pick_other": "Other cases",
        "pick_open": "Open",
    }
)


def sentence(cases: Sequence[tuple[str, str]]) -> str:
    """Return how many cases there are, and how grave they are.

    Args:
        cases: Title and gravity of each, in order.
    """
    if not cases:
        return tr("There is no case here.")
    kinds = Counter(gravity for _, gravity in cases)
    return tr_many(
        len(cases),
        "{Number} case to pick from: {kinds}. The first asks: {question}",
        "{Number} cases to pick from: {kinds}. The first asks: {question}",
        kinds=listed([_share(kind, count) for kind, count in kinds.items()]),
        question=cases[0][0],
    )


def _share(gravity: str, count: int) -> str:
    return {
        "gentle": tr_many(count, "{number} gentle", "{number} gentle"),
        "serious": tr_many(count, "{number} serious", "{number} serious"),
        "grave": tr_many(count, "{number} grave", "{number} grave"),
        "": tr_many(count, "{number} of unknown gravity", "{number} of unknown gravity"),
    }[gravity]


def level(lix: int) -> str:
    """Return a reading level in words, with its number: "plain (LIX 34)"."""
    word = next((word for below, word in LEVELS if lix < below), "hard")
    return tr("{word} (LIX {lix})", word=READING[word], lix=lix)


def facts(year: str, field: str, minutes: int | None, lix: int, gravity: str) -> str:
    """Return what helps to pick a case, in one line; what the case does not say is left out."""
    parts = [
        year,
        field,
        tr_many(minutes, "{count} minute", "{count} minutes") if minutes else "",
        tr("reading level {level}", level=level(lix)),
        GRAVITY.get(gravity, ""),
    ]
    return f"{'; '.join(part for part in parts if part)}."

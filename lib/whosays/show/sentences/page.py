"""What every page says about its own language."""

from whosays.show.language import NATIVE, Words, spoken, tr

LABELS = Words({"languages_name": "This page in other languages"})


def awaiting() -> str:
    """Return that these words await a native reader; empty where one has read them."""
    if spoken() in NATIVE:
        return ""
    return tr("No native speaker has read this translation yet. Where it is wrong, the English words count.")

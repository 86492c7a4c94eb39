"""What the post-mortem card says: what could be known on the day, and what came later."""

from collections.abc import Sequence

from whosays.show.language import number
from whosays.show.sentences import capital, counted, listed

COLUMNS = ("Known", "New documents", "Answers that attack it", "Where it stands", "Why")
ALONE = "the article alone"
EVERYTHING = "everything, whenever it came and without a date too"
PRINTED = ", the day of print"
MOST = 3  # documents named in a sentence


def by(day: str, note: str = "") -> str:
    """Return the name of a step: what could be known by the end of a day."""
    return f"by the end of {day}{note}"


def sentence(subject: str, word: str, day: str, on_the_day: str, later: str) -> str:
    """Return what was knowable on the day against what came later.

    Args:
        subject: What the claim is about.
        word: Its word from the article alone.
        day: The day of print.
        on_the_day: Its word with what could be known by then.
        later: What came after that day, as one of the sentences below.
    """
    then = f"{on_the_day} too" if word == on_the_day else on_the_day
    known = f"with what could be known {by(day, PRINTED)}"
    return f"{capital(subject)}: {word} in the article alone, {then} {known}. {later}"


def nothing_later() -> str:
    """Return that nothing came after the day of print."""
    return "This case has nothing that came later."


def unmoved(count: int) -> str:
    """Return that what came later did not change the word; how many documents did not."""
    return f"What came later, or has no date ({counted(count, 'document')}), did not change the word."


def moved(word: str, when: str, documents: Sequence[str], changes: int) -> str:
    """Return what last changed the word after the day of print.

    Args:
        word: The word since.
        when: When it changed, as "on 9 May 1960" or "by June 1960"; empty if what changed it has no date.
        documents: Names of the documents that did.
        changes: How often the word changed after the day of print.
    """
    more = len(documents) - MOST
    named = listed([*documents[:MOST], *([f"{more} more"] if more > 0 else [])])
    dated = f"{when}, with" if when else "with what has no certain date:"
    if changes == 1:
        return f"Its word became “{word}” {dated} {named}."
    times = "twice" if changes == 2 else f"{number(changes)} times"  # noqa: PLR2004 - once, twice, three times
    return f"Later its word changed {times}, and last became “{word}” {dated} {named}."


def when(day: str, exact: bool) -> str:  # noqa: FBT001 - the two cases of one phrase
    """Return when a document could be known: on a day, or by the end of a month or year."""
    return f"{'on' if exact else 'by'} {day}"


def document(publisher: str, row: str) -> str:
    """Return the name of a document in a sentence."""
    return f"{publisher} ({row})"

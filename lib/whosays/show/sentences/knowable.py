"""What the post-mortem card says: what could be known on the day, and what came later."""

from collections.abc import Sequence

from whosays.show.language import Terms, tr, tr_many
from whosays.show.sentences import STANDING_WORDS, capital, listed

COLUMNS = Terms("Known", "New documents", "Answers that attack it", "Where it stands", "Why")
MOST = 3  # documents named in a sentence


def alone() -> str:
    """Return the name of the first step."""
    return tr("the article alone")


def everything() -> str:
    """Return the name of the last step."""
    return tr("everything, whenever it came and without a date too")


def by(day: str) -> str:
    """Return the name of a step: what could be known by the end of a day."""
    return tr("by the end of {day}", day=day)


def by_print(day: str) -> str:
    """Return the name of the step that ends with the day of print."""
    return tr("by the end of {day}, the day of print", day=day)


def sentence(subject: str, word: str, day: str, on_the_day: str, later: str) -> str:
    """Return what was knowable on the day against what came later.

    Args:
        subject: What the claim is about.
        word: Its word from the article alone.
        day: The day of print.
        on_the_day: Its word with what could be known by then.
        later: What came after that day, as one of the sentences below.
    """
    parts = {"subject": capital(subject), "word": STANDING_WORDS[word], "day": day}
    if word == on_the_day:
        told = tr(
            "{subject}: {word} in the article alone, {word} too with what could be known by the end of {day}, "
            "the day of print.",
            **parts,
        )
    else:
        told = tr(
            "{subject}: {word} in the article alone, {then} with what could be known by the end of {day}, "
            "the day of print.",
            then=STANDING_WORDS[on_the_day],
            **parts,
        )
    return f"{told} {later}"


def nothing_later() -> str:
    """Return that nothing came after the day of print."""
    return tr("This case has nothing that came later.")


def unmoved(count: int) -> str:
    """Return that what came later did not change the word; how many documents did not."""
    return tr_many(
        count,
        "What came later, or has no date ({number} document), did not change the word.",
        "What came later, or has no date ({number} documents), did not change the word.",
    )


def moved(word: str, when: str, documents: Sequence[str], changes: int) -> str:
    """Return what last changed the word after the day of print.

    Args:
        word: The word since.
        when: When it changed, as "on 9 May 1960" or "by June 1960"; empty if what changed it has no date.
        documents: Names of the documents that did.
        changes: How often the word changed after the day of print.
    """
    more = len(documents) - MOST
    rest = [tr_many(more, "{count} more", "{count} more")] if more > 0 else []
    parts = {"word": STANDING_WORDS[word], "documents": listed([*documents[:MOST], *rest]), "when": when}
    if changes == 1:
        if when:
            return tr("Its word became “{word}” {when}, with {documents}.", **parts)
        return tr("Its word became “{word}” with what has no certain date: {documents}.", **parts)
    parts["times"] = tr("twice") if changes == 2 else tr_many(changes, "{number} time", "{number} times")  # noqa: PLR2004 - once, twice, three times
    if when:
        return tr("Later its word changed {times}, and last became “{word}” {when}, with {documents}.", **parts)
    return tr(
        "Later its word changed {times}, and last became “{word}” with what has no certain date: {documents}.", **parts
    )


def when(day: str, exact: bool) -> str:  # noqa: FBT001 - the two cases of one phrase
    """Return when a document could be known: on a day, or by the end of a month or year."""
    return tr("on {day}", day=day) if exact else tr("by {day}", day=day)


def document(publisher: str, row: str) -> str:
    """Return the name of a document in a sentence."""
    return f"{publisher} ({row})"

"""What question cards and the quiz say."""

from collections.abc import Sequence
from decimal import Decimal

from whosays.show.sentences import capital, counted

LABELS = {
    "card_title": "Your answer first",
    "card_commit": "Commit this answer",
    "card_choose": "Choose an answer first.",
    "card_unsure": "I cannot tell",
    "card_reason": "Write one line: why?",
    "card_line": "Your line",
    "card_yours": "Your answer: {value}.",
    "card_yours_unsure": "Your answer: you cannot tell.",
    "card_kept": "Kept.",
    "card_number": "Your number",
    "card_less": "One fewer",
    "card_more": "One more",
    "quiz_title": "Does it fit the text?",
    "quiz_done": "{count} of {all} answered.",
}
FITS = {"fits the text": "It fits the text.", "does not fit the text": "It does not fit the text."}


def key(answer: str) -> str:
    """Return the key of a question, as a reader is told it after answering."""
    return FITS.get(answer) or (f"The key says: {answer.rstrip('.')}." if answer else "")


def full(words: str) -> str:
    """Return what a full line of the reader's own holds."""
    return f"A full answer: {words.rstrip('.')}." if words else ""


def acceptable(words: str, bounds: tuple[Decimal, Decimal] | None) -> str:
    """Return what else is acceptable."""
    if bounds:
        return f"Anything from {bounds[0]:f} to {bounds[1]:f} can be defended."
    return f"Also acceptable: {words.rstrip('.')}." if words else ""


def quiz(count: int, moment: str) -> str:
    """Return the one sentence of the quiz."""
    when = f" Asked {moment}." if moment else ""
    return f"{capital(counted(count, 'statement'))} about the article: does each fit its text?{when}"


def spread(hits: int, fit: int, alarms: int, other: int, unsure: int) -> str:
    """Return what came of the quiz, with the two kinds of mistake kept apart.

    Args:
        hits: Statements that fit, taken to fit.
        fit: Statements that fit.
        alarms: Statements that do not fit, taken to fit.
        other: Statements that do not fit.
        unsure: Statements the reader could not tell.
    """
    cannot = f" For {counted(unsure, 'statement')} you could not tell." if unsure else ""
    return f"Of {fit} that fit, you took {hits} to fit; of {other} that do not, you took {alarms} to fit.{cannot}"


def revealed(parts: Sequence[str]) -> str:
    """Return what is said once a question is answered; empty parts are left out."""
    return " ".join(part for part in parts if part)

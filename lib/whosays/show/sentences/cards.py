"""What question cards and the quiz say."""

from collections.abc import Sequence
from decimal import Decimal

from whosays.show.language import Words, digits, tr, tr_many

LABELS = Words(
    {
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
)
FITS = Words({"fits the text": "It fits the text.", "does not fit the text": "It does not fit the text."})
OPTIONS = Words({"fits the text": "fits the text", "does not fit the text": "does not fit the text"})


def key(answer: str) -> str:
    """Return the key of a question, as a reader is told it after answering."""
    if answer in FITS:
        return FITS[answer]
    return tr("The key says: {answer}.", answer=answer.rstrip(".")) if answer else ""


def full(words: str) -> str:
    """Return what a full line of the reader's own holds."""
    return tr("A full answer: {words}.", words=words.rstrip(".")) if words else ""


def acceptable(words: str, bounds: tuple[Decimal, Decimal] | None) -> str:
    """Return what else is acceptable."""
    if bounds:
        least, most = (digits(bound, "f") for bound in bounds)
        return tr("Anything from {least} to {most} can be defended.", least=least, most=most)
    return tr("Also acceptable: {words}.", words=words.rstrip(".")) if words else ""


def quiz(count: int, moment: str) -> str:
    """Return the one sentence of the quiz."""
    told = tr_many(
        count,
        "{Number} statement about the article: does each fit its text?",
        "{Number} statements about the article: does each fit its text?",
    )
    asked = {"before": tr("Asked before."), "after": tr("Asked after.")}
    return " ".join([told, asked[moment]] if moment else [told])


def spread(hits: int, fit: int, alarms: int, other: int, unsure: int) -> str:
    """Return what came of the quiz, with the two kinds of mistake kept apart.

    Args:
        hits: Statements that fit, taken to fit.
        fit: Statements that fit.
        alarms: Statements that do not fit, taken to fit.
        other: Statements that do not fit.
        unsure: Statements the reader could not tell.
    """
    told = tr(
        "Of {fit} that fit, you took {hits} to fit; of {other} that do not, you took {alarms} to fit.",
        fit=fit,
        hits=hits,
        other=other,
        alarms=alarms,
    )
    if not unsure:
        return told
    cannot = tr_many(
        unsure, "For {number} statement you could not tell.", "For {number} statements you could not tell."
    )
    return f"{told} {cannot}"


def revealed(parts: Sequence[str]) -> str:
    """Return what is said once a question is answered; empty parts are left out."""
    return " ".join(part for part in parts if part)

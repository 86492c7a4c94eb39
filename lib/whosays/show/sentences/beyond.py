"""What the view beyond the article says."""

from collections.abc import Sequence

from whosays.show.language import Terms, Words, tr, tr_many
from whosays.show.sentences import STANDING_WORDS, capital, listed

LABELS = Words(
    {
        "beyond_before": "From the article alone",
        "beyond_after": "Beyond the article",
        "beyond_cards": "What the article does not carry",
        "beyond_more": "The other {count} reports",
        "beyond_joined": "Roots that turn out to be one",
        "beyond_moved": "Other claims whose word changes",
    }
)
COLUMNS = Terms("Claim", "From the article alone", "Beyond the article", "Why")


def prompt() -> str:
    """Return the question under the view."""
    return tr("What would still change your mind?")


def sentence(subject: str, reports: int, before: str, after: str, joined: int) -> str:
    """Return the one sentence of the view.

    Args:
        subject: What the asked claim is about.
        reports: How many outside reports speak to it.
        before: Its word from the article alone.
        after: Its word with what is known from outside.
        joined: How many pairs of roots turn out to be one.
    """
    if joined:
        return _with_pairs(subject, reports, before, after, joined)
    if before == after:
        return tr_many(
            reports,
            "With {number} outside report, the word for {subject} stays the same: {word}.",
            "With {number} outside reports, the word for {subject} stays the same: {word}.",
            subject=subject,
            word=STANDING_WORDS[after],
        )
    return tr_many(
        reports,
        "With {number} outside report, {subject} moves from {before} to {after}.",
        "With {number} outside reports, {subject} moves from {before} to {after}.",
        subject=subject,
        before=STANDING_WORDS[before],
        after=STANDING_WORDS[after],
    )


def _with_pairs(subject: str, reports: int, before: str, after: str, joined: int) -> str:
    pairs = tr_many(joined, "{number} pair of roots turns out to be one", "{number} pairs of roots turn out to be one")
    if before == after:
        return tr_many(
            reports,
            "With {number} outside report, the word for {subject} stays the same: {word}, and {pairs}.",
            "With {number} outside reports, the word for {subject} stays the same: {word}, and {pairs}.",
            subject=subject,
            word=STANDING_WORDS[after],
            pairs=pairs,
        )
    return tr_many(
        reports,
        "With {number} outside report, {subject} moves from {before} to {after}, and {pairs}.",
        "With {number} outside reports, {subject} moves from {before} to {after}, and {pairs}.",
        subject=subject,
        before=STANDING_WORDS[before],
        after=STANDING_WORDS[after],
        pairs=pairs,
    )


def sentence_before(subject: str, reports: int) -> str:
    """Return the one sentence of the view while the reader has not picked a word yet."""
    return tr_many(
        reports,
        "{Number} outside report speaks to {subject}; read what they say, then pick a word.",
        "{Number} outside reports speak to {subject}; read what they say, then pick a word.",
        subject=subject,
    )


def note(answers: int, roots: int) -> str:
    """Return what speaks to a claim: how many answers from how many roots."""
    parts = tr_many(answers, "{number} answer", "{number} answers"), tr_many(roots, "{number} root", "{number} roots")
    return ", ".join(parts)


def joined(labels: Sequence[str]) -> str:
    """Return that some roots of the article are one beyond it."""
    text = tr_many(
        len(labels),
        "{names}: {number} root as the article prints them, one beyond it.",
        "{names}: {number} roots as the article prints them, one beyond it.",
        names=listed(labels),
    )
    return capital(text)

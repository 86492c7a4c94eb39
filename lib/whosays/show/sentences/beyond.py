"""What the view beyond the article says."""

from collections.abc import Sequence

from whosays.show.sentences import capital, counted, listed

LABELS = {
    "beyond_before": "From the article alone",
    "beyond_after": "Beyond the article",
    "beyond_cards": "What the article does not carry",
    "beyond_more": "The other {count} reports",
    "beyond_joined": "Roots that turn out to be one",
    "beyond_moved": "Other claims whose word changes",
}
COLUMNS = ("Claim", "From the article alone", "Beyond the article", "Why")
PROMPT = "What would still change your mind?"


def sentence(subject: str, reports: int, before: str, after: str, joined: int) -> str:
    """Return the one sentence of the view.

    Args:
        subject: What the asked claim is about.
        reports: How many outside reports speak to it.
        before: Its word from the article alone.
        after: Its word with what is known from outside.
        joined: How many pairs of roots turn out to be one.
    """
    stays = f"the word for {subject} stays the same: {before}"
    step = stays if before == after else f"{subject} moves from {before} to {after}"
    also = (
        f", and {counted(joined, 'pair')} of roots {'turns' if joined == 1 else 'turn'} out to be one" if joined else ""
    )
    return f"With {counted(reports, 'outside report')}, {step}{also}."


def sentence_before(subject: str, reports: int) -> str:
    """Return the one sentence of the view while the reader has not picked a word yet."""
    verb = "speaks" if reports == 1 else "speak"
    return f"{capital(counted(reports, 'outside report'))} {verb} to {subject}; read what they say, then pick a word."


def note(answers: int, roots: int) -> str:
    """Return what speaks to a claim: how many answers from how many roots."""
    return f"{counted(answers, 'answer')}, {counted(roots, 'root')}"


def joined(labels: Sequence[str]) -> str:
    """Return that some roots of the article are one beyond it."""
    return capital(f"{listed(list(labels))}: {counted(len(labels), 'root')} as the article prints them, one beyond it.")

"""What the sections on findings say, and the heads of their tables."""

from collections.abc import Sequence

from whosays.show.language import Terms, tr, tr_many
from whosays.show.sentences import STANDING_WORDS, capital

FACT = Terms("What", "Here")
FACTS = Terms("Question", "Article", "Published", "Address", "Case", "Version", "SHA-256 of its files", "Holds")
CHOICE = Terms("Choice", "Here")
CHOICES = Terms("Layer", "Taken away", "Read otherwise", "Language")
MOVES = Terms("Claim", "Question", "As the case has it", "In this report", "Why")
BEYOND = Terms("Claim", "Question", "In the article alone", "Beyond it")
STANDS = Terms("Claim", "In our words", "Stands", "Why", "Roots")
COUNTS = Terms("Claim", "Question", "Mentions", "Voices", "Roots", "Answers")
ANSWERED = Terms("Claim", "Who answers", "How", "Basis", "What it meets", "In our words")
LEANS = Terms("Claim", "Question", "Stands", "The smallest sets of sources whose loss changes the word")


def unnumbered() -> str:
    """Return what stands for the version of a case that has none."""
    return tr("none given; the hash stands for it")


def none() -> str:
    """Return what stands where nothing was chosen."""
    return tr("nothing", context="chosen")


def chosen(moved: int, total: int, *, anything: bool) -> str:
    """Return what the choices of the author change.

    Args:
        moved: How many claims have another word than in the case.
        total: How many claims there are.
        anything: Whether anything was chosen at all.
    """
    if not anything:
        return tr("Nothing was taken away and nothing was read otherwise. The case stands here as its makers wrote it.")
    return tr_many(
        moved,
        "By what was chosen, {count} claim of {total} has another word than in the case. The tables on standing "
        "and on confidence follow the choice; the others show the case, with changed bases.",
        "By what was chosen, {count} claims of {total} have another word than in the case. The tables on standing "
        "and on confidence follow the choice; the others show the case, with changed bases.",
        total=total,
    )


def tally(total: int, words: Sequence[tuple[str, int]]) -> str:
    """Return how many claims have each word.

    Args:
        total: How many claims there are.
        words: Each word that occurs, by its id, and how often.
    """
    counts = capital(", ".join(tr("{word}: {count}", word=STANDING_WORDS[word], count=count) for word, count in words))
    return tr_many(total, "{count} claim. {counts}.", "{count} claims. {counts}.", counts=counts)


def counted(mentions: int, roots: int) -> str:
    """Return how often the asked claim is stated, and from how many roots."""
    return tr(
        "The claim that the case asks about: {mentions}, {roots}.",
        mentions=tr_many(mentions, "{count} mention", "{count} mentions"),
        roots=tr_many(roots, "{count} root", "{count} roots"),
    )


def answers(count: int, total: int) -> str:
    """Return how many claims are answered, supported or cautioned by anything at all."""
    return tr_many(
        count,
        "Something is said to {count} claim of {total}.",
        "Something is said to {count} claims of {total}.",
        total=total,
    )


def linchpins(count: int, total: int) -> str:
    """Return how many words one single source carries."""
    return tr_many(
        count,
        "The word of {count} claim of {total} would be another one without one single source.",
        "The word of {count} claims of {total} would be another one without one single source.",
        total=total,
    )


def moved(count: int, total: int) -> str:
    """Return how many claims have another word beyond the article."""
    return tr_many(
        count,
        "Beyond the article, {count} claim of {total} has another word than in the article alone.",
        "Beyond the article, {count} claims of {total} have another word than in the article alone.",
        total=total,
    )

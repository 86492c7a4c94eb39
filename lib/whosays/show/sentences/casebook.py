"""What an opened case says of itself in a notebook."""

from whosays.show.language import tr_many
from whosays.show.sentences import claims_tally, facts_of


def held(words: int, paragraphs: int, statements: int, claims: int, sources: int) -> str:
    """Return what a case holds of the article, counted."""
    told = tr_many(sources, "{count} source", "{count} sources")
    return f"{', '.join([*facts_of(words, paragraphs, statements), claims_tally(claims), told])}."

"""What is said differently of a case that carries its article word for word, or that was made up for the kit."""

from whosays.show.language import Words, tr

LABELS = Words({"row_gist": "In our words:"})
# In place of the labels of the same keys, where the words of the article are shown.
PRINTED = Words({"passages_note": "the article’s own words, with ours beneath"})


def known(published: str, made_up: bool) -> dict[str, str]:  # noqa: FBT001 - one fact of both sentences
    """Return as of when the views of each layer are known, where the article is shown word for word.

    Args:
        published: The day of the article, as read aloud.
        made_up: Whether the case was written for the kit.
    """
    if made_up:
        return {
            "article": tr(
                "This article was written for the kit: town, people and paper are made up. Known as of {published}, "
                "the day of the article, which stands here word for word.",
                published=published,
            ),
            "beyond": tr(
                "Known as of {published} unless a card has a later date. Each card was written for the kit as well.",
                published=published,
            ),
        }
    return {
        "article": tr(
            "Known as of {published}, the day of the article, which stands here word for word.", published=published
        ),
        "beyond": tr(
            "Known as of {published} unless a card has a later date. Each card is our summary of the copy it names.",
            published=published,
        ),
    }

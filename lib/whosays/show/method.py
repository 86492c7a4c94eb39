"""The method page of a case: how standing is found, what it cannot tell, who wrote the case, what was mended."""

from collections import Counter
from typing import Any

from whosays.case.model import Case
from whosays.show import sentences as say
from whosays.show.sentences import method as words


def method(case: Case) -> dict[str, Any]:
    """Return the method page.

    Args:
        case: A checked case.

    Returns:
        ``title``; ``sections``, that on the case itself first: ``title``, ``paragraphs`` and ``rows`` (term, text).

    Example:
        >>> from whosays import load
        >>> method(load("kramatorsk-2023"))["sections"][0]["rows"][0]
        ['The article, known as of', '9 January 2023']
    """
    published = say.day(case.article.published)
    seen = [d.known_since for d in case.documents if d.known_since]
    latest = say.day(max(seen, key=lambda date: date.first)) if seen else ""
    ways = Counter(d.how_known for d in case.documents)
    own = words.of_case(
        words.cite(case.article.title, case.id, latest or published),
        (published, latest),
        {how: ways[how] for how in say.KNOWN if ways[how]},
        [(say.day(c.mended), words.where(c.table, c.row), c.was, c.now) for c in case.corrections],
    )
    return {"title": words.title(), "sections": [own, *words.general()]}

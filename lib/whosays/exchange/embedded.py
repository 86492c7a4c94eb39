"""Find the JSON-LD that a web page carries in its scripts; nothing of the page is run or shown.

Method: https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents
"""

import re
from collections.abc import Iterator

_OPENED = re.compile(r"<script\b([^<>]*)>", re.IGNORECASE)
_CLOSED = re.compile(r"</script", re.IGNORECASE)
_JSON_LD = re.compile(r"\btype\s*=\s*[\"']?\s*application/ld\+json", re.IGNORECASE)
_WRAPPING = re.compile(r"\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)")
_WRAPPED = re.compile(r"(?:-->|//\s*\]\]>|\]\]>|/\*\s*\]\]>\s*\*/)\s*\Z")


def scripts(page: str) -> Iterator[tuple[int, str]]:
    r"""Yield each JSON-LD script of a page: the line on which it begins, and its text.

    Args:
        page: The page as HTML, well formed or not.

    Example:
        >>> list(scripts('<p>\n<script type="application/ld+json">{"a": 1}</script>'))
        [(2, '{"a": 1}')]
    """
    at = 0
    while opened := _OPENED.search(page, at):
        closed = _CLOSED.search(page, opened.end())
        at = closed.start() if closed else len(page)
        if _JSON_LD.search(opened[1]):
            start = opened.end()
            if wrapping := _WRAPPING.match(page, start, at):
                start = wrapping.end()
            yield page.count("\n", 0, start) + 1, _WRAPPED.sub("", page[start:at])

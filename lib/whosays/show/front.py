"""The front page of some cases: one file that leads to the one-file page of each, from disk or from any web server."""

import html
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from whosays.case.model import Case
from whosays.show.catalogue import catalogue
from whosays.show.leaf import leaf
from whosays.show.page import page, write_whole
from whosays.show.sentences.catalogue import LABELS
from whosays.show.sheet import sheet

FRONT = "index.html"


def write_pages(cases: Iterable[Case], folder: str | Path, *, guided: bool = True) -> list[Path]:
    """Write the page of each case, and a front page that leads to them; each page leads back.

    Args:
        cases: Checked cases.
        folder: Where to; made if it is not there. Files of other names are kept.
        guided: Whether the pages hold back what the reader should guess first.

    Returns:
        The files, the front page first.

    Raises:
        OSError: The place cannot be written.
    """
    place, held = Path(folder), list(cases)
    place.mkdir(parents=True, exist_ok=True)
    pages = [write_whole(place / f"{c.id}.html", page(sheet(c), guided=guided, front=FRONT)) for c in held]
    return [write_whole(place / FRONT, front_page(held)), *pages]


def front_page(cases: Iterable[Case]) -> str:
    """Return the front page as HTML, without any script.

    Args:
        cases: Checked cases; each has its page beside this one, under its id.
    """
    found = catalogue(cases)
    body = [
        '<main class="whosays"><div class="ws-frame">',
        f'<h1 class="ws-pickname">{LABELS["pick_title"]}</h1>',
        f'<p class="ws-meta">{html.escape(found["sentence"])} {LABELS["pick_order"]}</p>',
        entries(found),
        "</div></main>",
    ]
    return leaf(LABELS["pick_title"], body)


def entries(found: dict[str, Any], folder: str = "", level: int = 2) -> str:
    """Return the cases of a catalogue as a list that leads to the page of each.

    Args:
        found: What ``catalogue`` returns.
        folder: Where the pages are, with its stroke, if not beside this one.
        level: Level of the headings.
    """
    items = [
        "<li>"
        f'<h{level} class="ws-pickname">'
        f'<a href="{folder}{html.escape(entry["id"])}.html">{html.escape(entry["title"])}</a></h{level}>'
        f'<p class="ws-meta">{html.escape(entry["facts"])}</p>'
        f"<p>{html.escape(entry['content_note'])}</p>"
        "</li>"
        for entry in found["cases"]
    ]
    return f'<ol class="ws-cases">{"".join(items)}</ol>'

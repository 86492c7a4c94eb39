"""The front page of some cases: one file that leads to the one-file page of each, from disk or from any web server."""

import html
from collections.abc import Iterable
from pathlib import Path

from whosays.case.model import Case
from whosays.show.catalogue import catalogue
from whosays.show.page import HERE, page, write_whole
from whosays.show.sentences.catalogue import LABELS
from whosays.show.sheet import sheet

FRONT = "index.html"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"


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
    items = [
        "<li>"
        f'<h2 class="ws-pickname"><a href="{html.escape(entry["id"])}.html">{html.escape(entry["title"])}</a></h2>'
        f'<p class="ws-meta">{html.escape(entry["facts"])}</p>'
        f"<p>{html.escape(entry['content_note'])}</p>"
        "</li>"
        for entry in found["cases"]
    ]
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{LABELS['pick_title']}</title>",
            f"<style>\n{(HERE / 'explorer.css').read_text(encoding='utf-8')}</style>",
            "</head>",
            '<body class="whosays-page">',
            '<main class="whosays"><div class="ws-frame">',
            f'<h1 class="ws-pickname">{LABELS["pick_title"]}</h1>',
            f'<p class="ws-meta">{html.escape(found["sentence"])} {LABELS["pick_order"]}</p>',
            f'<ol class="ws-cases">{"".join(items)}</ol>',
            "</div></main>",
            "</body>",
            "</html>",
            "",
        ]
    )

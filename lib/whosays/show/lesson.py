"""A lesson as a page: its prose, and in place of each cell what the cell opens, from the sheet and without a kernel."""

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from whosays.show.leaf import leaf
from whosays.show.page import explorer, packed
from whosays.show.sentences import LABELS
from whosays.show.sentences import site as say

STYLES = ("explorer.css", "site.css")
START = """
const places = document.querySelectorAll(".ws-opens");
const packed = Uint8Array.from(atob(document.getElementById("views").textContent), (letter) => letter.charCodeAt(0));
if (typeof DecompressionStream === "undefined") for (const place of places) place.textContent = place.dataset.old;
else {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const { views, sheets } = await new Response(stream).json();
  mountAll(views, sheets);
}
"""


@dataclass(frozen=True)
class Part:
    """Some prose, or something to look at and to answer.

    Attributes:
        html: The prose, as HTML; of a view, what stands there without scripts.
        view: What ``mountAll`` in ``explorer.js`` takes: ``about``, the id of the case, and either ``card`` or what an
            explorer has open; None for prose.
        sheet: The sheet of an explorer.
    """

    html: str
    view: dict[str, Any] | None = None
    sheet: dict[str, Any] = field(default_factory=dict[str, Any])


def lesson_page(title: str, parts: Iterable[Part], *, home: str, worker: str = "") -> str:
    """Return a lesson, or any other prose of the site, as a page.

    Args:
        title: What stands in the tab of the browser.
        parts: What the page holds, in order; the first one carries the heading of the page.
        home: Address of the front page.
        worker: As in ``leaf``.
    """
    body: list[str] = []
    views: list[dict[str, Any]] = []
    sheets: dict[str, Any] = {}
    for part in parts:
        if part.view is None:
            body.append(part.html)
            continue
        place = f"view-{len(views) + 1}"
        views.append({"place": place, **part.view})
        if part.sheet:
            sheets[part.view["about"]] = part.sheet
        old = html.escape(LABELS["needs_newer"])
        body.append(f'<div class="ws-opens" id="{place}" data-old="{old}"></div><noscript>{part.html}</noscript>')
    data = [f'<script type="application/octet-stream" id="views">{packed({"views": views, "sheets": sheets})}</script>']
    script = explorer(START) if views else ""
    return leaf(title, framed(body, home, data if views else ()), styles=STYLES, script=script, worker=worker)


def framed(body: Iterable[str], home: str, data: Sequence[str] = ()) -> list[str]:
    """Return the body of a page of the site: the way home, what it shows, and data that is never run.

    Args:
        body: What it shows, as HTML.
        home: Address of the front page; empty on that page itself.
        data: Script elements that hold data.
    """
    way = f'<nav class="ws-home ws-control"><a href="{html.escape(home)}">{say.LABELS["site_home"]}</a></nav>'
    return ['<div class="whosays ws-site">', way if home else "", "<main>", *body, "</main>", "</div>", *data]

"""The parts a paper is built of: text is escaped, tables keep their widths, blanks are there to be filled in."""

from collections.abc import Iterable, Sequence
from html import escape

RULES = 2


class Html(str):
    """Text that is markup already; any other text is escaped where it goes in."""

    __slots__ = ()


# The drawings of the explorer, on the same grid of 24: path data, and how each is drawn.
_HEXAGON = "M12 2.5 20.2 7.2v9.6L12 21.5 3.8 16.8V7.2z"
_WAVE = "M2 14.5c3-8 7-7 10-2.5s7 5.5 10-2.5"
SIGNS = {
    "named": (("M19.5 12a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0z", "fill"),),
    "outlet": (("M5 5h14v14H5z", ""),),
    "nobody": (("M20 12a8 8 0 1 1-16 0 8 8 0 0 1 16 0z", "dash"),),
    "answer": (("M19 4.5v15L5 12z", ""),),
    "caution": ((_WAVE, ""),),
    "holds": ((_HEXAGON, "fill"),),
    "contested": ((_HEXAGON, ""), ("M12 2.5v19L3.8 16.8V7.2z", "fill")),
    "answered": ((_HEXAGON, ""), ("M15.5 15.5v-2a2.5 2.5 0 0 0-2.5-2.5H9M11.5 8.5 9 11l2.5 2.5", "")),
    "unchallenged": ((_HEXAGON, "dash"),),
    "cannot be judged": ((_HEXAGON, "dash"), ("M8 12h8", "")),
    "meets": (("M4 4h16v16H4z", "fill"),),
    "partly": (("M4 4h16v16H4z", ""), ("M20 4v16H4z", "fill")),
    "does not": (("M4 4h16v16H4z", ""),),
}


def el(tag: str, *children: str, kind: str = "", style: str = "") -> Html:
    """Return an element; children that are not markup are escaped.

    Args:
        tag: Its name.
        children: What stands in it.
        kind: Its class.
        style: Its own style; never from a case.
    """
    inside = "".join(c if isinstance(c, Html) else escape(c) for c in children)
    attributes = f' class="{kind}"' if kind else ""
    attributes += f' style="{style}"' if style else ""
    return Html(f"<{tag}{attributes}>{inside}</{tag}>")


def joined(parts: Iterable[str]) -> Html:
    """Return parts one after the other."""
    return Html("".join(p if isinstance(p, Html) else escape(p) for p in parts))


def sign(name: str) -> Html:
    """Return a drawing; its word stands beside it, so it is hidden from those who listen."""
    paths = "".join(f'<path d="{d}"{f" class={how!r}" if how else ""}/>' for d, how in SIGNS[name])
    return Html(f'<svg viewBox="0 0 24 24" aria-hidden="true">{paths}</svg>')


def signed(name: str, text: str) -> Html:
    """Return a word with its drawing."""
    return el("span", sign(name), " ", text, kind="signed")


def section(title: str, *children: str, kind: str = "") -> Html:
    """Return a heading and what stands under it."""
    return el("section", el("h2", title), *children, kind=kind)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int], *, blank: bool = False) -> Html:
    """Return a table that fills the width of the page.

    Args:
        columns: Its heads.
        rows: Its rows, cell by cell.
        widths: Widths of the columns, in percent.
        blank: Whether its empty cells are there to be filled in, and so need room.
    """
    cols = joined(el("col", style=f"width:{width}%") for width in widths)
    cols = Html(cols.replace("</col>", ""))
    head = el("thead", el("tr", *(el("th", column) for column in columns)))
    body = el("tbody", *(el("tr", *(el("td", cell) for cell in row)) for row in rows))
    return el("table", el("colgroup", cols), head, body, kind="blank" if blank else "")


def ruled(count: int = RULES) -> Html:
    """Return lines to write on."""
    return el("div", *(el("i") for _ in range(count)), kind="ruled")


def box(prompt: str, *children: str) -> Html:
    """Return a framed question with its place to answer."""
    return el("div", el("p", prompt, kind="prompt"), *children, kind="box")


def circles(lead: str, options: Iterable[str]) -> Html:
    """Return options to circle."""
    items = joined(el("li", option) for option in options)
    return el("div", el("span", lead, kind="lead"), el("ul", items), kind="circles")


def words(standings: Iterable[dict[str, str]]) -> Html:
    """Return the words that a claim can get, with their rules, to circle."""
    items = (el("li", signed(s["word"], s["word_text"]), el("p", s["rule"])) for s in standings)
    return el("ul", *items, kind="words")


def stations(first: str, last: str, between: int) -> Html:
    """Return an empty path: its first and last station, and places between them."""
    ends = el("li", el("b"), first, kind="dotted"), el("li", el("b"), last, kind="last")
    return el("ol", ends[0], *(el("li", el("b"), Html("&nbsp;")) for _ in range(between)), ends[1], kind="path")


def tracks(ticks: Sequence[float], texts: Sequence[str], count: int) -> Html:
    """Return empty lines over one axis, to mark figures on; each tick has a text."""
    top = ticks[-1]
    named = zip(ticks, texts, strict=True)
    marks = joined(el("i", text, style=f"left:{100 * tick / top:.4g}%") for tick, text in named)
    lines = joined(
        el("div", el("span"), el("div", *(el("b", style=f"left:{100 * t / top:.4g}%") for t in ticks)), kind="track")
        for _ in range(count)
    )
    return el("div", lines, el("div", el("span"), el("div", marks), kind="track axis"), kind="tracks")


def bullets(texts: Iterable[str]) -> Html:
    """Return a list of sentences."""
    return el("ul", *(el("li", text) for text in texts), kind="bullets")

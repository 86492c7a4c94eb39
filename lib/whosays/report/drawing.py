"""A figure as a still drawing (SVG): the marks, texts, axis and key of a plotly figure of this kit, without a script.

Only what the figures of ``whosays.show.figures`` use is drawn: rows of texts and marks, heights in pixels from the top
(see ``whosays.show.figures.chart``). A high figure is cut into strips between its rows, so that no page splits it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape, unescape
from itertools import pairwise
from typing import Any

from whosays.report.marks import PATTERNS, Look, at, number, pattern, stroke, symbol
from whosays.show.figures.chart import EDGE, GROUND, INK, PANEL_2, SANS, folded

WIDTH, SIDE, GAP = 400, 12, 8  # pixels: of a drawing, beside it, between its parts
HIGHEST = 800  # pixels of a strip: three quarters of a page of A4
LINE = 1.3  # heights of a letter from one line to the next
TICK, KEY_LINE, SAMPLE = 12, 17, 30  # pixels: height of a tick's letters, of a line of the key, width of its samples
LETTERS = 46  # of a line of the key


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a drawing and the height that it takes."""

    top: float
    bottom: float
    svg: str
    starts: bool = False


def drawings(name: str, figure: dict[str, Any], *, whole: bool = False) -> list[str]:
    """Return a figure as SVG, strip by strip.

    Args:
        name: Name of the figure; its patterns are named after it.
        figure: ``data`` and ``layout`` as plotly has them.
        whole: In one piece, however high.
    """
    drawn = _Drawing(name, figure)
    pieces = sorted(drawn.pieces(), key=lambda piece: piece.top)
    cuts: list[float] = [] if whole else list(_cuts(pieces, drawn.height))
    ends = [0.0, *cuts, drawn.height]
    strips = list(pairwise(ends))
    return [drawn.strip(n, part, pieces, last=n == len(strips) - 1) for n, part in enumerate(strips)]


def _cuts(pieces: list[Piece], height: float) -> Iterator[float]:
    """Yield where a high figure is cut: before a row, at the last place that still fits a strip."""
    free = [p.top - GAP / 2 for p in pieces if p.starts and not any(o.top < p.top - 1 < o.bottom for o in pieces)]
    start = 0.0
    while height - start > HIGHEST:
        fitting = [place for place in free if start + 1 < place <= start + HIGHEST]
        start = max(fitting, default=start + HIGHEST)
        yield start


class _Drawing:
    def __init__(self, name: str, figure: dict[str, Any]) -> None:
        self.name = name
        self.traces: list[Look] = list(figure["data"])
        self.layout: Look = figure["layout"]
        self.height = float(self.layout["yaxis"]["range"][0])
        self.axis: Look = self.layout["xaxis"]
        self.low, self.high = map(float, self.axis["range"])
        self.shapes: list[Look] = list(self.layout.get("shapes", []))

    def x(self, value: float) -> float:
        return SIDE + (value - self.low) / ((self.high - self.low) or 1) * (WIDTH - 2 * SIDE)

    def pieces(self) -> Iterator[Piece]:
        """Yield every text and mark."""
        notes: list[Look] = sorted(self.layout.get("annotations", []), key=lambda note: note["y"])
        under = False
        for note in notes:
            piece = self._note(note, starts=not under)
            under = note["text"].startswith("<b>")
            yield piece
        for n, trace in enumerate(self.traces):
            yield from self._bars(n, trace) if trace["type"] == "bar" else self._points(trace)

    def _note(self, note: Look, *, starts: bool) -> Piece:
        own = note.get("xref") == "x"
        across = self.x(note["x"]) if own else SIDE + note["x"] * (WIDTH - 2 * SIDE) + note.get("xshift", 0)
        size = note.get("font", {}).get("size", 13)
        ink = note.get("font", {}).get("color", INK)
        anchor = "middle" if own else "start"
        lines = _lines(note["text"])
        shown = _text(lines, across, note["y"] + size, size, ink, anchor, bold=note["text"].startswith("<b>"))
        return Piece(note["y"], note["y"] + LINE * size * len(lines), shown, starts=starts and not own)

    def _bars(self, place: int, trace: Look) -> Iterator[Piece]:
        marker = trace["marker"]
        look = marker.get("pattern", {})
        fill = f"url(#{self.name}-{place})" if look.get("shape") in PATTERNS else escape(str(marker["color"]))
        for n, (length, middle) in enumerate(zip(trace["x"], trace["y"], strict=True)):
            start = at(trace.get("base", 0), n) or 0
            left, right, high = self.x(start), self.x(start + length), at(trace["width"], n)
            top = middle - high / 2
            box = f'x="{number(left)}" y="{number(top)}" width="{number(right - left)}" height="{number(high)}"'
            yield Piece(top, top + high, f'<rect {box} fill="{fill}"{stroke(marker["line"])}/>')

    def _points(self, trace: Look) -> Iterator[Piece]:
        mode, marker = trace["mode"], trace.get("marker", {})
        points = list(zip(trace["x"], trace["y"], strict=True))
        if "lines" in mode:
            for (x1, y1), (x2, y2) in pairwise(points):
                if None not in {x1, x2}:
                    ends = f"M{number(self.x(x1))} {number(y1)}L{number(self.x(x2))} {number(y2)}"
                    top, bottom = min(y1, y2), max(y1, y2)
                    yield Piece(top, bottom, f'<path d="{ends}" fill="none"{stroke(trace["line"], INK)}/>')
        if "markers" in mode:
            for n, (x, y) in enumerate(points):
                if x is not None:
                    r = marker.get("size", 8) / 2
                    drawn = symbol(str(at(marker.get("symbol", "circle"), n)), self.x(x), y, marker)
                    yield Piece(y - r, y + r, drawn)

    def strip(self, n: int, part: tuple[float, float], pieces: Iterable[Piece], *, last: bool) -> str:
        """Return the drawing between two heights."""
        top, bottom = part
        axis, axis_height = self._axis(bottom) if self.axis.get("visible", True) else ("", 0.0)
        key, key_height = self._key(bottom + axis_height + GAP) if last and self.layout.get("showlegend") else ("", 0.0)
        own = [p.svg for p in pieces if top <= (p.top + p.bottom) / 2 < bottom or (last and p.top >= bottom)]
        below = [self._shape(shape, top, bottom) for shape in self.shapes]
        high = bottom - top + axis_height + key_height + 2 * GAP
        box, size = f"0 {number(top - GAP)} {WIDTH} {number(high)}", f'width="{WIDTH}" height="{number(high)}"'
        looks = [(f"{self.name}-{m}", t["marker"]["pattern"]) for m, t in enumerate(self.traces) if t["type"] == "bar"]
        defined = "".join(pattern(name, look) for name, look in looks if look.get("shape") in PATTERNS)
        ground = f'<rect x="0" y="{number(top - GAP)}" width="{WIDTH}" height="{number(high)}" fill="{GROUND}"/>'
        lines = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" {size} font-family="{escape(SANS)}">',
            f"<defs>{defined}</defs>" if defined and not n else "",
            ground,
            self._grid(top, bottom),
            *below,
            *own,
            axis,
            key,
            "</svg>",
        ]
        return "\n".join(line for line in lines if line)

    def _shape(self, shape: Look, top: float, bottom: float) -> str:
        high, low = max(shape["y0"], top), min(shape["y1"], bottom)
        if low <= high:
            return ""
        left, right = self.x(shape["x0"]), self.x(shape["x1"])
        box = f'x="{number(left)}" y="{number(high)}" width="{number(right - left)}" height="{number(low - high)}"'
        return f'<rect {box} fill="{escape(shape["fillcolor"])}"{stroke(shape["line"])}/>'

    def _grid(self, top: float, bottom: float) -> str:
        if not (self.axis.get("visible", True) and self.axis.get("showgrid", True)):
            return ""
        ends = (f"M{number(self.x(tick))} {number(top)}V{number(bottom)}" for tick in self.axis.get("tickvals", ()))
        return f'<path d="{"".join(ends)}" stroke="{PANEL_2}" fill="none"/>'

    def _axis(self, bottom: float) -> tuple[str, float]:
        """Return the axis under a strip, and how high it is."""
        ticks = list(self.axis.get("tickvals", ()))
        heads = [str(text) for text in self.axis.get("ticktext", [f"{tick:,}" for tick in ticks])]
        most = max((len(_lines(head)) for head in heads), default=0)
        line = f'<path d="M{SIDE} {number(bottom)}H{WIDTH - SIDE}" stroke="{EDGE}" fill="none"/>'
        texts = [
            _text(_lines(head), self.x(tick), bottom + TICK + 4, TICK, INK, "middle")
            for tick, head in zip(ticks, heads, strict=True)
        ]
        return "\n".join([line, *texts]), LINE * TICK * most + GAP

    def _key(self, top: float) -> tuple[str, float]:
        """Return the key of the marks, and how high it is."""
        drawn: list[str] = []
        height = 0.0
        named = [t for t in self.traces if t.get("showlegend", True)]
        for entry in [*named, *(s for s in self.shapes if s.get("showlegend"))]:
            words = folded(" ".join(_lines(str(entry.get("name", "")))), LETTERS)
            drawn += [self._sample(entry, top + height + KEY_LINE / 2)]
            drawn += [_text([unescape(w) for w in words], SIDE + SAMPLE + GAP, top + height + 13, 13, INK, "start")]
            height += KEY_LINE * len(words) + 4
        return "\n".join(drawn), height

    def _sample(self, entry: Look, middle: float) -> str:
        if entry.get("type") == "scatter":
            marker = entry.get("marker", {})
            line = f'<path d="M{SIDE} {number(middle)}h{SAMPLE}" fill="none"{stroke(entry.get("line", {}), INK)}/>'
            first = str(at(marker.get("symbol", "circle"), 0))
            across = SIDE + (4 if "lines" in entry["mode"] else SAMPLE / 2)
            return (line if "lines" in entry["mode"] else "") + symbol(first, across, middle, marker)
        box = f'<rect x="{SIDE}" y="{number(middle - 6)}" width="{SAMPLE}" height="12"'
        if entry.get("type") == "bar":
            place, marker = self.traces.index(entry), entry["marker"]
            shape = marker.get("pattern", {}).get("shape")
            fill = f"url(#{self.name}-{place})" if shape in PATTERNS else escape(str(marker["color"]))
            return f'{box} fill="{fill}"{stroke(marker["line"])}/>'
        return f'{box} fill="{escape(entry["fillcolor"])}"{stroke(entry["line"])}/>'


def _lines(text: str) -> list[str]:
    """Return the lines of a text of a figure as they are read: its breaks and bold marks are its only markup."""
    return [unescape(line) for line in re.sub(r"</?b>", "", text).split("<br>")]


def _text(  # noqa: PLR0913, PLR0917 - what a text looks like
    lines: Iterable[str], x: float, y: float, size: float, ink: str, anchor: str, *, bold: bool = False
) -> str:
    """Return lines of text, the foot of the first at a height."""
    weight = ' font-weight="600"' if bold else ""
    spans = (
        f'<tspan x="{number(x)}" y="{number(y + LINE * size * n)}">{escape(line, quote=False)}</tspan>'
        for n, line in enumerate(lines)
    )
    return (
        f'<text font-size="{number(size)}" fill="{escape(ink)}" text-anchor="{anchor}"{weight}>{"".join(spans)}</text>'
    )

"""The number ledger as a figure: each figure as the range it leaves open, by what it counts."""

from typing import Any

import plotly.graph_objects as go

from whosays.analysis import ledger
from whosays.analysis.trace import Trace
from whosays.show.figures.chart import EDGE, INK, INK_2, PANEL_2, Chart, Stack, chart
from whosays.show.numbers import numbers
from whosays.show.sentences import figures as words
from whosays.show.sentences.clocks import LABELS as CLOCKS
from whosays.show.sentences.numbers import LABELS

SYMBOLS = {  # where the figure stands
    "exact": "circle",
    "at least": "circle",
    "at most": "circle",
    "about": "circle-open-dot",
    "saw": "square",
    "named": "diamond",
    "range": "line-ns",
}
OPEN = {  # the line to the other end, open or not, and what stands there
    "at least": ("solid", "triangle-right"),
    "at most": ("dot", "triangle-left"),
    "named": ("dash", "triangle-right"),
    "range": ("longdashdot", "line-ns"),
}


def intervals(trace: Trace) -> Chart:
    """Return every drawn figure of a layer on one axis; see ``whosays.show.numbers`` for what is drawn.

    Args:
        trace: The case in a layer.
    """
    view = numbers(trace)
    reach = view["axis"]["max"]
    stack, shapes = Stack(), list[dict[str, Any]]()
    found: dict[str, list[tuple[float, float, float]]] = {}
    for group in view["groups"]:
        stack.space()
        stack.text(f"{group['title']}: {group['whom']}", bold=True)
        top = stack.height + 3
        for row in group["rows"]:
            stack.text(words.row(row["who"], row["how"], row["text"], row["note"], _outside(row)))
            shape, end = _end(trace, row, 1.04 * reach)
            found.setdefault(shape, []).append((row["value"], end, stack.mark()))
        if group["band"]:
            shapes.append(_band(group["band"], top, stack.height, first=not shapes))
    stack.space()
    stack.text(view["warning"])
    stack.text(view["left_out"], quiet=True)
    traces = [_trace(shape, found[shape]) for shape in SYMBOLS if shape in found]
    axis = {"range": [-0.03 * reach, 1.07 * reach], "tickvals": view["axis"]["ticks"], "tickformat": ",~f"}
    return chart(view["sentence"], view["table"], stack, traces, axis, shapes=shapes)


def _outside(row: dict[str, Any]) -> str:
    return CLOCKS["clocks_beyond"] if row["layer"] == "beyond" else ""


def _end(trace: Trace, row: dict[str, Any], reach: float) -> tuple[str, float]:
    """Return the shape of a row and where its line ends; "dozens" is a range with two ends."""
    own = ledger.interval(next(f for f in trace.case.figures if f.id == row["figures"][0]))
    if row["shape"] == "about" and own.low < own.high:
        return "range", float(own.high)
    return row["shape"], 0 if row["shape"] == "at most" else reach


def _trace(shape: str, points: list[tuple[float, float, float]]) -> go.Scatter:
    """Return one kind of figure: a mark where it stands, and a line as far as it is open."""
    marker = {"size": 13, "color": INK, "line": {"width": 2, "color": INK}}
    name = words.dozens() if shape == "range" else LABELS[f"numbers_{shape.replace(' ', '_')}"]
    if shape not in OPEN:
        marker["symbol"] = SYMBOLS[shape]
        values, middles = [x for x, _, _ in points], [y for _, _, y in points]
        return go.Scatter(name=name, x=values, y=middles, mode="markers", marker=marker, cliponaxis=False)
    dash, arrow = OPEN[shape]
    return go.Scatter(
        name=name,
        x=[x for value, end, _ in points for x in (value, end, None)],
        y=[y for _, _, middle in points for y in (middle, middle, None)],
        mode="lines+markers",
        marker={**marker, "symbol": [SYMBOLS[shape], arrow, arrow] * len(points)},
        line={"dash": dash, "width": 2, "color": INK_2},
        cliponaxis=False,
    )


def _band(ends: list[float], top: float, bottom: float, *, first: bool) -> dict[str, Any]:
    """Return the distance between the figures of the article, behind their rows."""
    return {
        "type": "rect",
        "layer": "below",
        "x0": ends[0],
        "x1": ends[1],
        "y0": top,
        "y1": bottom,
        "fillcolor": PANEL_2,
        "line": {"color": EDGE, "width": 1, "dash": "dot"},
        "name": LABELS["numbers_band"],
        "showlegend": first,
    }

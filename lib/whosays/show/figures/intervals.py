"""The number ledger as a figure: each figure as the range it leaves open, by what it counts."""

from typing import Any

import plotly.graph_objects as go

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
}
OPEN = {  # the line to the open end, and its arrow
    "at least": ("solid", "triangle-right"),
    "at most": ("dot", "triangle-left"),
    "named": ("dash", "triangle-right"),
}


def intervals(trace: Trace) -> Chart:
    """Return every drawn figure of a layer on one axis; see ``whosays.show.numbers`` for what is drawn.

    Args:
        trace: The case in a layer.
    """
    view = numbers(trace)
    reach = view["axis"]["max"]
    stack, shapes = Stack(), list[dict[str, Any]]()
    found: dict[str, list[tuple[float, float]]] = {}
    for group in view["groups"]:
        stack.space()
        stack.text(f"{group['title']}: {group['whom']}", bold=True)
        top = stack.height + 3
        for row in group["rows"]:
            stack.text(words.row(row["who"], row["how"], row["text"], row["note"], _outside(row)))
            found.setdefault(row["shape"], []).append((row["value"], stack.mark()))
        if group["band"]:
            shapes.append(_band(group["band"], top, stack.height, first=not shapes))
    stack.space()
    stack.text(view["warning"])
    stack.text(view["left_out"], quiet=True)
    traces = [_trace(shape, found[shape], reach) for shape in SYMBOLS if shape in found]
    axis = {"range": [-0.03 * reach, 1.07 * reach], "tickvals": view["axis"]["ticks"], "tickformat": ",~f"}
    return chart(view["sentence"], view["table"], stack, traces, axis, shapes=shapes)


def _outside(row: dict[str, Any]) -> str:
    return CLOCKS["clocks_beyond"] if row["layer"] == "beyond" else ""


def _trace(shape: str, points: list[tuple[float, float]], reach: float) -> go.Scatter:
    """Return one kind of figure: a mark where it stands, and a line as far as it is open."""
    middles = [y for _, y in points]
    values = [x for x, _ in points]
    marker = {"size": 13, "color": INK, "line": {"width": 2, "color": INK}}
    name = LABELS[f"numbers_{shape.replace(' ', '_')}"]
    if shape not in OPEN:
        marker["symbol"] = SYMBOLS[shape]
        return go.Scatter(name=name, x=values, y=middles, mode="markers", marker=marker, cliponaxis=False)
    dash, arrow = OPEN[shape]
    end = 0 if shape == "at most" else 1.04 * reach
    return go.Scatter(
        name=name,
        x=[x for value in values for x in (value, end, None)],
        y=[y for middle in middles for y in (middle, middle, None)],
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

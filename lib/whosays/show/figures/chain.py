"""The chain of a claim as a path: from the evidence to the page, station by station."""

from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from whosays.analysis.trace import Trace
from whosays.show.entry import path
from whosays.show.figures.chart import CLAIM, GROUND, INK_2, Chart, Stack, chart
from whosays.show.sentences import figures as words

STATIONS = {  # symbol, size and width of the outline in pixels
    "evidence": ("square-open-dot", 22, 2),
    "root": ("circle-open-dot", 26, 4),
    "relay": ("square-open", 18, 2),
    "page": ("square", 18, 2),
}
DASHES = {"vouches for itself": "dash", "none given": "dot", "inferred": "dashdot"}
TOLD = frozenset({"told", "was told"})  # drawn as two lines side by side: a broad one with a gap
WIDTH, BROAD, GAP = 2, 6, 2  # pixels
AT, SIDE = 0.045, 28  # of the width: where the path runs; pixels from there to the words


def chain(trace: Trace, claim: str) -> Chart:
    """Return the longest way of a claim to the page.

    Args:
        trace: The case in a layer.
        claim: Id of a claim that the layer states.
    """
    way = path(trace, trace.mentions(claim))
    stack = Stack()
    stations: list[tuple[dict[str, Any], float]] = []
    for station in way["stations"]:
        stack.text(station["how"], quiet=True, x=AT, shift=SIDE)
        stack.space()
        stations.append((station, stack.height + 10))
        stack.text(words.station(station["station"], station["title"], station["text"]), x=AT, shift=SIDE)
        stack.space()
    for text in (way["note"], *way["also"]):
        stack.space()
        stack.text(text)
    lines = [line for (_, high), (after, low) in pairwise(stations) for line in _lines(after["line"], high, low)]
    marks = [_marks(kind, [y for s, y in stations if s["station"] == kind]) for kind in STATIONS]
    axis = {"visible": False, "range": [0, 1]}
    sentence = words.chain(trace.case.claim_by_id[claim].subject, [s for s, _ in stations])
    rows = [[words.STATIONS[s["station"]], s["title"], s["text"], s["how"]] for s, _ in stations]
    table = {"columns": list(words.CHAIN_COLUMNS), "rows": rows}
    return chart(sentence, table, stack, [*lines, *marks], axis, legend=False)


def _lines(how: str, high: float, low: float) -> list[go.Scatter]:
    strokes = [(BROAD, CLAIM), (GAP, GROUND)] if how in TOLD else [(WIDTH, CLAIM)]
    return [
        go.Scatter(
            name=how,
            x=[AT, AT],
            y=[high + 13, low - 13],
            mode="lines",
            line={"dash": DASHES.get(how, "solid"), "width": width, "color": colour},
        )
        for width, colour in strokes
    ]


def _marks(kind: str, heights: list[float]) -> go.Scatter:
    symbol, size, width = STATIONS[kind]
    colour = INK_2 if kind == "evidence" else CLAIM
    return go.Scatter(
        name=words.STATIONS[kind],
        x=[AT] * len(heights),
        y=heights,
        mode="markers",
        marker={"symbol": symbol, "size": size, "color": colour, "line": {"width": width, "color": colour}},
        cliponaxis=False,
    )

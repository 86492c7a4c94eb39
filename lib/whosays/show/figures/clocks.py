"""The two clocks as a figure: happened, said and printed, on one row of days."""

from typing import Any

import plotly.graph_objects as go

from whosays.analysis.trace import Trace
from whosays.show.clocks import clocks as view_of
from whosays.show.figures.chart import EDGE, GROUND, INK, PANEL, PANEL_2, Chart, Stack, chart
from whosays.show.sentences import figures as words
from whosays.show.sentences.clocks import LABELS

KINDS = {  # pattern, fill, width of the frame in pixels
    "in_article": ("", PANEL_2, 1),
    "beyond": ("|", PANEL_2, 1),
    "undated": ("/", GROUND, 1),
    "conflict": ("x", GROUND, 3),
}
HEIGHT = 16  # pixels of a box


def clocks(trace: Trace) -> Chart:
    """Return the drawn dates of a layer; see ``whosays.show.clocks`` for what is drawn.

    Args:
        trace: The case in a layer.
    """
    view = view_of(trace)
    stack = Stack()
    found: dict[str, list[tuple[dict[str, Any], float]]] = {}
    for row in view["rows"]:
        stack.space()
        stack.text(f"{row['title']}: {row['note']}", bold=True)
        for box in row["boxes"]:
            outside = LABELS["clocks_beyond"] if box["layer"] == "beyond" else ""
            conflict = LABELS["clocks_conflict"] if box["conflict"] else ""
            stack.text(words.box(box["title"], box["text"], outside, conflict))
            found.setdefault(_kind(box), []).append((box, stack.mark()))
    for text in dict.fromkeys((*view["conflicts"], view["note"], view["left_out"])):
        stack.space()
        stack.text(text)
    heads = [column["label"] for column in view["columns"]]
    axis = {
        "range": [-0.5, len(heads) - 0.5],
        "tickvals": list(range(len(heads))),
        "ticktext": [head.replace(" ", "<br>") for head in heads],
        "showgrid": False,
        "tickangle": 0,
    }
    shapes = [_skipped(n, stack.height) for n, column in enumerate(view["columns"]) if column["skipped"]]
    traces = [_trace(kind, found[kind]) for kind in KINDS if kind in found]
    return chart(view["sentence"], view["table"], stack, traces, axis, shapes=shapes)


def _kind(box: dict[str, Any]) -> str:
    if box["conflict"]:
        return "conflict"
    if box["undated"]:
        return "undated"
    return "beyond" if box["layer"] == "beyond" else "in_article"


def _trace(kind: str, boxes: list[tuple[dict[str, Any], float]]) -> go.Bar:
    pattern, fill, frame = KINDS[kind]
    return go.Bar(
        name=LABELS[f"clocks_{kind}"],
        orientation="h",
        base=[box["from"] - 0.45 for box, _ in boxes],
        x=[box["to"] - box["from"] + 0.9 for box, _ in boxes],
        y=[middle for _, middle in boxes],
        width=[HEIGHT] * len(boxes),
        marker={
            "color": fill,
            "line": {"color": INK, "width": frame},
            "pattern": {"shape": pattern, "size": 7, "solidity": 0.25, "fgcolor": INK, "bgcolor": fill},
        },
    )


def _skipped(column: int, height: float) -> dict[str, Any]:
    """Return the ground of days on which nothing happened."""
    line = {"color": EDGE, "width": 1, "dash": "dot"}
    ends = {"x0": column - 0.5, "x1": column + 0.5, "y0": 0, "y1": height}
    return {"type": "rect", "layer": "below", "fillcolor": PANEL, "line": line, **ends}

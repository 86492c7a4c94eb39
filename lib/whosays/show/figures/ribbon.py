"""The space given as a figure: the article as one ribbon, every word to scale, cut into lines."""

from typing import Any

import plotly.graph_objects as go

from whosays.analysis.trace import Trace
from whosays.show.figures.chart import ANSWER, CAUTION, CLAIM, EDGE, GROUND, INK, Chart, Stack, chart
from whosays.show.sentences import figures as words
from whosays.show.sentences.space import LABELS
from whosays.show.space import space

KINDS = {  # pattern, its colour, fill
    "claim": ("", CLAIM, CLAIM),
    "both": ("x", ANSWER, GROUND),
    "answer": ("/", ANSWER, GROUND),
    "caution": (".", CAUTION, GROUND),
    "dispute": ("|", INK, GROUND),
    "other": ("-", EDGE, GROUND),
    "byline": ("+", EDGE, GROUND),
}
HEIGHT = 24  # pixels of a line


def ribbon(trace: Trace) -> Chart | None:
    """Return the ribbon of the article; None if it states no claim.

    Args:
        trace: The case in a layer; only the article has room to give, so both layers show the same.
    """
    view = space(trace)
    if view is None:
        return None
    stack = Stack()
    pieces: dict[str, list[tuple[float, float, float]]] = {}
    wedges: dict[bool, list[tuple[float, float]]] = {}
    for line in view["lines"]:
        stack.space()
        stack.text(line["label"], quiet=True)
        above, middle = stack.mark(16), stack.mark(HEIGHT)
        start = line["first_word"]
        for piece in line["pieces"]:
            role = view["segments"][piece["segment"]]["role"]
            pieces.setdefault(role, []).append((piece["first_word"] - start, piece["words"], middle))
        for mark in line["marks"]:
            wedges.setdefault(mark["filled"], []).append((mark["word"] - start + 0.5, above))
        stack.notes += [_label(p, start, stack.height) for p in line["pieces"] if p["label"]]
        stack.space(18)
    for text in (words.pointers([p["text"] for p in view["pointers"]]), view["marks_note"], LABELS["space_caveat"]):
        stack.text(text)
    longest = max(line["words"] for line in view["lines"])
    titles = {used["role"]: words.used(used["title"], used["text"]) for used in view["used"]}
    bars = [_trace(titles[role], KINDS[role], pieces[role]) for role in KINDS if role in pieces]
    marks = [_wedges(words.wedge(view["marks_title"], filled), filled, at) for filled, at in sorted(wedges.items())]
    axis = {"visible": False, "range": [0, longest]}
    return chart(view["sentence"], view["table"], stack, [*bars, *marks], axis)


def _label(piece: dict[str, Any], start: int, height: float) -> dict[str, Any]:
    """Return the name of a passage under its piece."""
    middle = piece["first_word"] - start + piece["words"] / 2
    at = {"x": middle, "xref": "x", "y": height, "yanchor": "top", "showarrow": False}
    return {"text": piece["label"], "font": {"size": 12, "color": INK}, **at}


def _trace(name: str, look: tuple[str, str, str], pieces: list[tuple[float, float, float]]) -> go.Bar:
    pattern, colour, fill = look
    return go.Bar(
        name=name,
        orientation="h",
        base=[start for start, _, _ in pieces],
        x=[length for _, length, _ in pieces],
        y=[middle for _, _, middle in pieces],
        width=[HEIGHT] * len(pieces),
        marker={
            "color": fill,
            "line": {"color": INK, "width": 1},
            "pattern": {"shape": pattern, "size": 7, "solidity": 0.4, "fgcolor": colour, "bgcolor": fill},
        },
    )


def _wedges(name: str, filled: bool, at: list[tuple[float, float]]) -> go.Scatter:  # noqa: FBT001 - one fact of a mark
    return go.Scatter(
        name=name,
        x=[x for x, _ in at],
        y=[y for _, y in at],
        mode="markers",
        marker={
            "symbol": "triangle-down" if filled else "triangle-down-open",
            "size": 12,
            "color": INK,
            "line": {"width": 2, "color": INK},
        },
        cliponaxis=False,
    )

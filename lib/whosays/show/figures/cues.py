"""The cue verbs as a figure: how often each introduces each side."""

import plotly.graph_objects as go

from whosays.analysis.trace import Trace
from whosays.show.figures.chart import INK, PANEL_2, Chart, Stack, chart
from whosays.show.language import quote
from whosays.show.sentences import figures as words
from whosays.show.wording import wording

HEIGHT = 14  # pixels of a bar


def cues(trace: Trace) -> Chart:
    """Return which verbs introduce whom; every side has the same bars, and its name above them.

    Args:
        trace: The case in a layer; only what the article itself prints counts.
    """
    view = wording(trace)
    stack = Stack()
    bars: list[tuple[int, float]] = []
    for side in view["sides"]:
        stack.space()
        stack.text(words.introduced(side["name"], side["introduced"], side["statements"]), bold=True)
        for verb in side["verbs"]:
            stack.text(quote(verb["verb"]))
            bars.append((verb["count"], stack.mark(18)))
    stack.space()
    stack.text(view["rule"])
    most = max((count for count, _ in bars), default=1)
    trace_of = go.Bar(
        name=words.often(),
        orientation="h",
        x=[count for count, _ in bars],
        y=[middle for _, middle in bars],
        width=[HEIGHT] * len(bars),
        marker={
            "color": PANEL_2,
            "line": {"color": INK, "width": 1},
            "pattern": {"shape": "/", "size": 7, "solidity": 0.25, "fgcolor": INK, "bgcolor": PANEL_2},
        },
    )
    axis = {"range": [0, most * 1.02], "tickvals": list(range(most + 1))}
    return chart(view["sentence"], view["table"], stack, [trace_of] if bars else [], axis)

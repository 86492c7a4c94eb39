"""Several cases as a figure: how often each asked claim is mentioned, and at how many roots that ends."""

from collections.abc import Iterable, Sequence

import plotly.graph_objects as go

from whosays.show.figures.chart import CLAIM, INK, INK_2, Chart, Stack, chart
from whosays.show.sentences import patterns as words
from whosays.show.summary import Summary


def cases(rows: Iterable[Summary]) -> Chart:
    """Return mentions against roots, a line a case, the one with most mentions first.

    Args:
        rows: The cases; those that ask about no claim are passed over.
    """
    own = sorted(((r.mentions or 0, r.roots or 0, r) for r in rows if r.claim), key=lambda found: -found[0])
    stack = Stack()
    points: list[tuple[int, int, float]] = []
    for mentions, roots, row in own:
        stack.space()
        stack.text(row.title, bold=True)
        stack.text(f"{row.id}: {words.behind(mentions, roots)}")
        points.append((mentions, roots, stack.mark()))
    stack.space()
    stack.text(words.note())
    gaps = [(mentions - roots, mentions, roots) for mentions, roots, _ in own]
    _, most, from_ = max(gaps, default=(0, 0, 0))
    sentence = words.figure(len(own), sum(gap > 0 for gap, _, _ in gaps), most, from_)
    table = {
        "columns": list(words.FIGURE_COLUMNS),
        "rows": [(row.title, str(mentions), str(roots)) for mentions, roots, row in own],
    }
    most = max((mentions for mentions, _, _ in points), default=1)
    axis = {"range": [-0.04 * most, 1.04 * most], "tickvals": list(range(0, most + 1, 1 + most // 8))}
    return chart(sentence, table, stack, _traces(points) if points else [], axis)


def _traces(points: Sequence[tuple[int, int, float]]) -> list[go.Scatter]:
    """Return mentions as discs, roots as rings around whatever stands there, and the line between them."""
    middles = [y for _, _, y in points]
    disc = {"symbol": "circle", "size": 11, "color": CLAIM}
    ring = {"symbol": "circle-open", "size": 19, "color": INK, "line": {"width": 3, "color": INK}}
    return [
        go.Scatter(
            name=words.DRAWN["gap"],
            x=[x for mentions, roots, _ in points for x in (roots, mentions, None)],
            y=[y for middle in middles for y in (middle, middle, None)],
            mode="lines",
            line={"width": 2, "color": INK_2},
        ),
        go.Scatter(
            name=words.DRAWN["mentions"],
            x=[m for m, _, _ in points],
            y=middles,
            mode="markers",
            marker=disc,
            cliponaxis=False,
        ),
        go.Scatter(
            name=words.DRAWN["roots"],
            x=[r for _, r, _ in points],
            y=middles,
            mode="markers",
            marker=ring,
            cliponaxis=False,
        ),
    ]

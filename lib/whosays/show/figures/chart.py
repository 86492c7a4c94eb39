"""A chart that speaks: a plotly figure with its one sentence and the table behind it.

Nothing is told by colour alone, nothing by hovering; the page behind a chart is white, on screen and on paper.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from whosays.show.language import ENGLISH, direction, marks, spoken
from whosays.show.page import write_whole
from whosays.show.told import table_html

INK, INK_2, EDGE, LINE = "#1b1f24", "#4a525b", "#7d786d", "#d5d0c5"
GROUND, PANEL, PANEL_2 = "#ffffff", "#f6f4ef", "#ebe7de"
CLAIM, ANSWER, CAUTION = "#0f4c57", "#7a2f5d", "#65500f"
SERIF = "Charter, Iowan Old Style, Source Serif 4, Georgia, Noto Serif, DejaVu Serif Condensed, serif"
SANS = "Segoe UI, -apple-system, Helvetica Neue, Roboto, Noto Sans, DejaVu Sans Condensed, sans-serif"
CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "responsive": False,  # JupyterLab fits the width itself; both at once can leave a figure without its height
    # The first would send the figure to somebody's server; the others only hide parts of what is to be seen.
    "modeBarButtonsToRemove": ["sendChartToCloud", "zoom", "pan", "select2d", "lasso2d", "zoomIn", "zoomOut",
                               "autoScale", "resetScale"],
}  # fmt: skip
MIME = "application/vnd.plotly.v1+json"
TITLE, BODY, KEY = 42, 52, 46  # so many letters a line fit a phone of 390 pixels
HEAD, TITLE_LINE, BODY_LINE, TICK_LINE, MARK = 26, 23, 18, 17, 24  # pixels
PAGE = (
    '<!doctype html><html lang="{language}" dir="{direction}"><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width">'
    "<title>{title}</title><style>body{{margin:0 auto;max-width:42rem;font:15px/1.5 {sans};color:{ink};"
    "background:{ground}}}caption{{text-align:left;font:600 15px/1.5 {sans};padding:12px}}table{{border-collapse:"
    "collapse;font-size:13px}}th,td{{text-align:left;vertical-align:top;padding:4px 8px;border-bottom:1px solid "
    "{line}}}section{{overflow-x:auto}}tr,main{{break-inside:avoid}}@media print{{.modebar{{display:none}}}}"
    "</style>"
    "<body onresize=\"Plotly.Plots.resize('figure')\">"
    '<main aria-label="{title}">{figure}</main><section tabindex="0" aria-label="{title}">{table}</section></html>\n'
)


@dataclass(frozen=True)
class Chart:
    """A figure, the sentence that says it, and the table behind it.

    Attributes:
        figure: The plotly figure; it holds the sentence as its title.
        sentence: What the figure shows, in one sentence; also its ``repr``, so that a stored output is a test of it.
        columns: Heads of the table.
        rows: The table, as text; its first column names the row.
        language: Tag of the language of all this.

    Example:
        >>> from whosays import open_case
        >>> book = open_case("practice-pond-2025")
        >>> chart = book.figure("intervals")
        >>> chart
        Nine figures stand in six groups that must not be added together.
        >>> chart.columns[:3], chart.rows[0][:3]
        (('Where', 'Who', 'What'), ('Headline', 'Quillstead town hall', 'moved'))
    """

    figure: go.Figure
    sentence: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    language: str = ENGLISH

    def __repr__(self) -> str:
        """Return the sentence."""
        return self.sentence

    def _repr_mimebundle_(self, **_asked: object) -> dict[str, Any]:
        """Return the figure with its own settings; where no figure can be shown, its sentence and table."""
        return {
            MIME: {**json.loads(str(self.figure.to_json())), "config": CONFIG},
            "text/html": self.table_html(),
            "text/plain": self.sentence,
        }

    def table_html(self) -> str:
        """Return the table as HTML, with the sentence as its caption.

        Example:
            >>> from whosays import open_case
            >>> book = open_case("practice-pond-2025")
            >>> book.figure("intervals").table_html()[:44]
            '<table><caption>Nine figures stand in six gr'
        """
        return table_html(self.sentence, self.columns, self.rows)

    def write_html(self, file: str | Path) -> Path:
        """Write the figure and its table as one page that opens without network.

        Args:
            file: Where to; an older file is replaced.

        Raises:
            OSError: The place cannot be written; what stood there is untouched.

        Example:
            >>> from whosays import open_case
            >>> book = open_case("practice-pond-2025")
            >>> book.figure("intervals").write_html("intervals.html").name
            'intervals.html'
        """
        figure = self.figure.to_html(full_html=False, include_plotlyjs=True, config=CONFIG, div_id="figure")
        page = {"title": escape(self.sentence), "figure": figure, "table": self.table_html()}
        page |= {"language": self.language, "direction": direction(self.language)}
        return write_whole(file, PAGE.format(**page, sans=SANS, ink=INK, ground=GROUND, line=LINE))


def folded(text: str, width: int = BODY) -> list[str]:
    """Return the lines of a text, safe to stand in a figure: a case can hold no markup."""
    return [escape(line, quote=False) for line in wrap(text, width)] or [""]


class Stack:
    """Lines of text and rows of marks, one under the other; heights are in pixels from the top.

    Attributes:
        height: How high all of it is so far.
        notes: The lines, as annotations of plotly.
    """

    def __init__(self) -> None:
        """Begin at the top."""
        self.height = 0.0
        self.notes: list[dict[str, Any]] = []

    def text(self, text: str, *, bold: bool = False, quiet: bool = False, x: float = 0, shift: int = 0) -> None:
        """Add a text; an empty one takes no room.

        Args:
            text: The text, of any length.
            bold: Whether it is a heading.
            quiet: Whether it is less than what stands around it.
            x: Where it begins, from 0 at the left edge to 1 at the right.
            shift: Pixels from there.
        """
        if not text:
            return
        lines = folded(text, BODY - shift // 7)
        shown = "<br>".join(lines)
        self.notes.append(
            {
                "text": f"<b>{shown}</b>" if bold else shown,
                "x": x,
                "xref": "paper",
                "xanchor": "left",
                "xshift": shift,
                "y": self.height,
                "yanchor": "top",
                "align": "left",
                "showarrow": False,
                "font": {"color": INK_2 if quiet else INK, "size": 13},
            }
        )
        self.height += len(lines) * BODY_LINE

    def space(self, pixels: int = 12) -> None:
        """Leave some room."""
        self.height += pixels

    def mark(self, height: int = MARK) -> float:
        """Add a row of marks and return its middle."""
        self.height += height
        return self.height - height / 2


def chart(  # noqa: PLR0913 - the parts of a figure
    sentence: str,
    table: dict[str, Any],
    stack: Stack,
    traces: Sequence[go.Scatter | go.Bar],
    xaxis: dict[str, Any],
    *,
    shapes: Sequence[dict[str, Any]] = (),
    legend: bool = True,
) -> Chart:
    """Return a chart of texts and marks.

    Args:
        sentence: The one sentence.
        table: ``columns`` and ``rows``, as a view has them.
        stack: The texts, and how high it all is.
        traces: The marks, each kind with a name, a shape and a colour of its own.
        xaxis: The axis under them.
        shapes: What lies behind them; one with a name gets a line in the legend.
        legend: Whether the kinds need one, where no word stands beside each mark.
    """
    title = folded(sentence, TITLE)
    key = _key([*traces, *(s for s in shapes if s.get("showlegend"))]) if legend else 0
    heads = [str(text) for text in xaxis.get("ticktext", xaxis.get("tickvals", ()))]
    axis = 14 + TICK_LINE * max((text.count("<br>") + 1 for text in heads), default=0)
    top, bottom = HEAD + len(title) * TITLE_LINE, axis + key + 6
    height = top + stack.height + bottom
    layout = {
        "template": "none",
        "title": {
            "text": "<br>".join(title),
            "font": {"family": SERIF, "size": 17, "color": INK},
            "x": 0,
            "xanchor": "left",
            "xref": "container",
            "y": 1 - HEAD / height,
            "yanchor": "top",
            "yref": "container",
            "pad": {"l": 12},
        },
        "font": {"family": SANS, "size": 13, "color": INK},
        "paper_bgcolor": GROUND,
        "plot_bgcolor": GROUND,
        "margin": {"l": 12, "r": 12, "t": top, "b": bottom},
        "height": height,
        "barmode": "overlay",
        "hovermode": False,
        "dragmode": False,
        "showlegend": legend,
        "legend": {"x": 0, "y": -axis / max(stack.height, 1), "yanchor": "top", "itemclick": False,
                   "itemdoubleclick": False},
        "xaxis": {"fixedrange": True, "zeroline": False, "gridcolor": PANEL_2, "linecolor": EDGE, **xaxis},
        "yaxis": {"visible": False, "fixedrange": True, "range": [stack.height, 0]},
        "annotations": stack.notes,
        "shapes": list(shapes),
        **_separators(),
    }  # fmt: skip
    rows = tuple(tuple(row) for row in table["rows"])
    return Chart(go.Figure(data=list(traces), layout=layout), sentence, tuple(table["columns"]), rows, spoken())


def _separators() -> dict[str, str]:
    """Return the marks of the numbers on an axis, where they are not the English ones, which plotly writes anyway."""
    return {} if marks() == (".", ",") else {"separators": "".join(marks())}


def _key(kinds: Sequence[Any]) -> int:
    """Fold the names of the kinds of marks, and return how high their key will be, in pixels."""
    height = 0
    for kind in kinds:
        lines = folded(kind["name"], KEY)
        kind["name"] = "<br>".join(lines)
        height += TICK_LINE * len(lines) + 3
    return height

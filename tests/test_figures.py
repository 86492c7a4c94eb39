import json
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

import plotly.graph_objects as go
import pytest

from whosays.analysis.trace import Trace
from whosays.case.errors import UnknownIdError
from whosays.case.load import load
from whosays.case.model import LAYERS
from whosays.casebook import Casebook
from whosays.show.figures import FIGURES, figure
from whosays.show.figures.chart import MIME, Stack
from whosays.show.numbers import numbers
from whosays.show.tables import frame
from whosays.show.wording import wording

PALETTE = {
    "#1b1f24", "#4a525b", "#7d786d", "#d5d0c5", "#ffffff", "#f6f4ef", "#ebe7de", "#0f4c57", "#7a2f5d", "#65500f",
}  # fmt: skip
each = pytest.mark.parametrize("name", FIGURES)
layers = pytest.mark.parametrize("layer", LAYERS)


def look(trace):
    """Return what tells a kind of mark from another without its colour."""
    marker, line = trace.marker, trace.line if isinstance(trace, go.Scatter) else None
    symbol = marker.symbol if isinstance(trace, go.Scatter) and "markers" in trace.mode else None
    first = symbol[0] if isinstance(symbol, tuple) else symbol
    dash = line.dash if line is not None and "lines" in trace.mode else None
    pattern = marker.pattern.shape if isinstance(trace, go.Bar) else None
    return first, dash, pattern, trace.mode if isinstance(trace, go.Scatter) else "bar"


def texts(chart):
    return " ".join(note.text.replace("<br>", " ") for note in chart.figure.layout.annotations)


def colours(value):
    if isinstance(value, str):
        return {value} if value.startswith("#") else set()
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return set().union(*map(colours, inner))


@layers
@each
def test_a_figure_is_built_from_lists_on_the_plain_template_and_can_be_trusted_to_stay_the_same(case, name, layer):
    chart = figure(case, name, layer)
    stored = json.loads(chart.figure.to_json())

    assert type(chart.figure) is go.Figure
    assert '"bdata"' not in chart.figure.to_json()
    assert set(stored["layout"]["template"]) == {"data"}
    assert not stored["layout"]["template"]["data"].get("layout")
    assert chart.figure.to_json() == figure(case, name, layer).figure.to_json()
    assert colours({k: v for k, v in stored["layout"].items() if k != "template"} | {"data": stored["data"]}) <= PALETTE


@layers
@each
def test_what_is_stored_is_the_figure_its_sentence_and_its_table_without_a_share_button(case, name, layer):
    chart = figure(case, name, layer)
    stored = chart._repr_mimebundle_()

    assert set(stored) == {MIME, "text/html", "text/plain"}
    assert stored["text/plain"] == repr(chart) == chart.sentence
    assert "sendChartToCloud" in stored[MIME]["config"]["modeBarButtonsToRemove"]
    assert stored["text/html"].count("<tr>") == len(chart.rows) + 1
    assert stored["text/html"].startswith("<table><caption>")
    assert chart.figure.layout.title.text.replace("<br>", " ") == chart.sentence
    json.dumps(stored)


@layers
@pytest.mark.parametrize("name", [n for n in FIGURES if n != "chain"])
def test_every_kind_of_mark_differs_in_more_than_its_colour(case, name, layer):
    found = [look(trace) for trace in figure(case, name, layer).figure.data]

    assert found
    assert len(set(found)) == len(found)
    assert all(trace.name for trace in figure(case, name, layer).figure.data)


def test_every_word_of_the_ribbon_is_drawn_once(case):
    bars = [t for t in figure(case, "ribbon").figure.data if isinstance(t, go.Bar)]

    assert sum(sum(bar.x) for bar in bars) == 491
    lines = defaultdict(list)
    for bar in bars:
        for start, words, line in zip(bar.base, bar.x, bar.y, strict=True):
            lines[line].append((start, start + words))
    assert [max(line)[1] for line in lines.values()] == [123, 123, 123, 122]
    assert all(a[1] == b[0] for line in lines.values() for a, b in pairwise(sorted(line)))


def test_a_wedge_is_filled_where_the_number_counts_what_the_claim_counts(case):
    wedges = {t.marker.symbol: len(t.x) for t in figure(case, "ribbon").figure.data if isinstance(t, go.Scatter)}

    assert wedges == {"triangle-down": 4, "triangle-down-open": 1}


def test_a_bar_of_the_cues_is_as_long_as_the_count_in_the_frame(case):
    (bars,) = figure(case, "cues").figure.data

    assert len(bars.x) == sum(len(side["verbs"]) for side in wording(Trace(case, "article"))["sides"])
    assert sum(bars.x) == len(frame(case, "verbs"))


def test_swapping_the_parties_changes_no_colour_and_no_shape(case):
    swap = {"Russia": "Ukraine", "Ukraine": "Russia"}
    swapped = replace(case, sources=tuple(replace(s, party=swap.get(s.party, s.party)) for s in case.sources))

    for name in FIGURES:
        marks = [[(look(t), t.marker.color) for t in figure(c, name).figure.data] for c in (case, swapped)]
        assert marks[0] == marks[1]


def test_a_case_that_states_no_claim_has_no_ribbon_and_says_what_it_has(case):
    silent = replace(case, statements=(), figures=(), relations=())

    with pytest.raises(UnknownIdError, match="no figure of kramatorsk-2023"):
        figure(silent, "ribbon")


@layers
def test_every_line_of_a_chain_has_its_words_beside_it_and_every_station_its_shape(case, layer):
    for claim in Trace(case, layer).statements:
        chart = figure(case, "chain", layer, claim)
        shown = texts(chart)
        symbols = {look(t)[0] for t in chart.figure.data if t.mode == "markers"}

        assert len(symbols) == 4
        assert all(how in shown and who in shown for _, who, _, how in chart.rows)


def test_every_drawn_figure_stands_where_the_ledger_puts_it(case):
    view = numbers(Trace(case, "beyond"))
    drawn = defaultdict(list)
    for group in view["groups"]:
        for row in group["rows"]:
            drawn[row["shape"]].append(row["value"])
    found = sorted(
        x for t in figure(case, "intervals", "beyond").figure.data for x in t.x[:: 1 + 2 * ("lines" in t.mode)]
    )

    assert found == sorted(value for values in drawn.values() for value in values)


def test_a_lower_bound_is_open_upward_and_an_upper_bound_downward(case):
    by_name = {trace.name: trace for trace in figure(case, "intervals", "beyond").figure.data}
    lower, upper = by_name["at least this many"], by_name["at most this many"]

    assert set(lower.marker.symbol) == {"circle", "triangle-right"}
    assert lower.x[1] > 800
    assert set(upper.marker.symbol) == {"circle", "triangle-left"}
    assert upper.x[1] == 0


def test_dozens_are_drawn_as_the_range_that_the_ledger_reads_in_them():
    drawn = {t.name: t for t in figure(load("practice-pond-2025"), "intervals").figure.data}

    assert drawn["“dozens”: from 24 to 99"].x == (24, 99, None)


def test_undated_statements_span_the_days_that_are_possible(case):
    undated = next(t for t in figure(case, "clocks").figure.data if t.name == "no date given")

    assert undated.marker.pattern.shape == "/"
    assert undated.base[0] == -0.45
    assert undated.x[0] == pytest.approx(6.9)


def test_a_date_that_does_not_fit_is_framed_and_said(case):
    chart = figure(case, "clocks", "beyond")
    conflict = next(t for t in chart.figure.data if t.name == "Dates conflict")

    assert conflict.marker.line.width >= 2.5
    assert "Dates conflict" in texts(chart)


def test_no_mark_of_one_layer_stands_in_the_other(case):
    assert "beyond the article" not in texts(figure(case, "intervals")).lower()
    assert "beyond the article" not in texts(figure(case, "clocks")).lower()
    assert "beyond the article" in texts(figure(case, "intervals", "beyond")).lower()


@pytest.mark.parametrize(("name", "table"), [("intervals", "ledger"), ("clocks", "clocks"), ("ribbon", "space")])
def test_the_table_of_a_figure_is_the_frame_of_the_same_answer(case, name, table):
    chart, shown = figure(case, name), frame(case, table)

    assert chart.columns == (shown.index.name, *shown.columns)
    assert [row[0] for row in chart.rows] == list(shown.index)


def test_a_chain_without_a_claim_is_that_of_the_claim_the_case_asks_about(case):
    assert (
        repr(figure(case, "chain"))
        == repr(figure(case, "chain", claim="k01"))
        == (
            "The path of the number of dead to the page: Russian Defence Ministry, then Igor Konashenkov, then Tass; "
            "evidence at the start: nothing shown."
        )
    )


def test_an_unknown_figure_or_claim_names_the_near_one(case):
    with pytest.raises(
        UnknownIdError, match=r'no figure of kramatorsk-2023 called "interval"\. Did you mean "intervals"\?'
    ):
        Casebook(case).figure("interval")
    with pytest.raises(UnknownIdError, match=r'no claim in the article layer of .* called "k1"\. Did you mean'):
        Casebook(case).figure("chain", claim="k1")


def test_a_case_without_figures_and_dates_has_figures_that_say_so(case):
    silent = replace(case, figures=())

    assert repr(figure(silent, "intervals")) == "Nobody gives a figure here."
    assert figure(silent, "intervals").figure.data == ()


def test_no_text_of_a_case_becomes_markup(case, tmp_path):
    evil = "<img src=x onerror=alert(1)> </script> <b>"
    sources = tuple(replace(s, name=evil, label=evil) for s in case.sources)
    chart = figure(replace(case, sources=sources), "chain")
    page = chart.write_html(tmp_path / "chain.html").read_text(encoding="utf-8")

    assert "<img src=x" not in page
    assert "&lt;img" in texts(chart)
    assert page.count("</script>") == page.count("<script")


def test_a_figure_is_written_whole_or_not_at_all(case, tmp_path):
    with pytest.raises(OSError, match="no-such-folder"):
        figure(case, "chain").write_html(tmp_path / "no-such-folder" / "chain.html")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_text_takes_no_room():
    stack = Stack()
    stack.text("")

    assert (stack.height, stack.notes) == (0, [])


@pytest.mark.parametrize(("language", "marks"), [("en", None), ("de", ",."), ("uk", ",\N{NO-BREAK SPACE}")])
def test_a_figure_writes_numbers_and_says_its_language_as_its_reader_does(case, tmp_path, language, marks):
    chart = Casebook(case, language).figure("intervals")
    written = chart.write_html(tmp_path / "figure.html").read_text(encoding="utf-8")

    assert chart.figure.layout.separators == marks  # nothing for English, in which plotly writes anyway
    assert written.startswith(f'<!doctype html><html lang="{language}" dir="ltr">')

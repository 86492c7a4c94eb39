"""Numbers and clocks as a view: what is drawn, what stays in the table, and what is said."""

import json
from dataclasses import replace
from decimal import Decimal
from time import perf_counter

import pytest

from whosays.analysis.trace import Trace
from whosays.case.model import Date
from whosays.show.clocks import BOXES, COLUMNS, clocks
from whosays.show.language import speaking
from whosays.show.numbers import TICKS, _axis, numbers

LAYERS = ("article", "beyond")


@pytest.fixture(scope="module", params=LAYERS)
def trace(case, request):
    return Trace(case, request.param)


@pytest.fixture(scope="module")
def shown(case):
    return {layer: numbers(Trace(case, layer)) for layer in LAYERS}


@pytest.fixture(scope="module")
def timed(case):
    return {layer: clocks(Trace(case, layer)) for layer in LAYERS}


def test_eight_figures_of_the_article_are_drawn_in_three_groups(shown):
    own = shown["article"]

    assert own["sentence"] == "Eight figures stand in three groups that must not be added together."
    assert [(g["title"], g["whom"], g["band"]) for g in own["groups"]] == [
        ("Killed, Kramatorsk", "Ukrainian soldiers", [0, 600]),
        ("Killed, Makiivka", "Russian soldiers", [89, 400]),
        ("Present, Kramatorsk", "Ukrainian soldiers", None),
    ]
    ticks = list(range(0, 801, 100))
    assert own["axis"] == {"max": 800, "ticks": ticks, "ticks_text": [str(tick) for tick in ticks]}


def test_the_warning_names_the_number_that_stands_for_two_things(shown):
    assert shown["article"]["warning"] == (
        "Three groups count different people, places or things. Do not add or divide across the lines. "
        "The figure 600 is used twice: for “killed” and “present”."
    )


def test_a_figure_of_someone_who_went_there_and_one_counted_by_name_have_shapes_of_their_own(shown):
    shapes = {f: row["shape"] for g in shown["beyond"]["groups"] for row in g["rows"] for f in row["figures"]}

    assert [shapes[f] for f in ("f01", "f03", "f06", "f08", "f39", "f40", "f43")] == [
        "exact",
        "at least",
        "saw",
        "about",
        "at most",
        "named",
        "named",
    ]


def test_the_dead_counted_by_name_stand_in_the_group_of_the_dead(shown):
    group = next(g for g in shown["beyond"]["groups"] if g["title"] == "Killed, Makiivka")

    assert {"f40", "f42", "f43"} <= {f for row in group["rows"] for f in row["figures"]}
    assert group["band"] == [89, 400]  # the figures of the article alone


def test_worked_out_figures_are_never_drawn(shown, case):
    worked_out = {f.id for f in case.figures if f.derived}

    for view in shown.values():
        assert worked_out.isdisjoint(f for g in view["groups"] for row in g["rows"] for f in row["figures"])


def test_figures_that_the_axis_cannot_carry_stand_in_the_table(shown):
    view = shown["beyond"]

    assert "two figures more than ten times the median" in view["left_out"]
    assert any("30,000" in cell for row in view["table"]["rows"] for cell in row)
    assert view["axis"]["max"] == 800


def test_every_printed_figure_stands_in_the_table(shown, case):
    rows = {layer: view["table"]["rows"] for layer, view in shown.items()}

    assert {layer: len(own) for layer, own in rows.items()} == {"article": 11, "beyond": 51}
    assert len(rows["beyond"]) == sum(bool(f.statement) for f in case.figures)
    assert {len(row) for row in rows["beyond"]} == {len(shown["beyond"]["table"]["columns"])}


def test_the_checks_say_what_the_worked_out_figures_are_worth(shown):
    by_figure = {c["figures"][0]: c["text"] for c in shown["article"]["checks"]}

    assert by_figure["f12"].endswith("so it is a lower bound.")
    assert by_figure["f13"].endswith("so they fix no result.")
    assert "do not fit together" in by_figure["f09"]


@pytest.mark.parametrize("highest", [0, 1, 3, 7, 8, 9, 10, 79, 80, 99, 100, 700, 799, 800, 12345, 0.3, 0.05, 4.5])
def test_an_axis_goes_beyond_its_highest_value_in_few_even_steps(highest):
    axis = _axis(highest)
    steps = {round(b - a, 9) for a, b in zip(axis["ticks"], axis["ticks"][1:], strict=False)}

    assert axis["max"] > highest
    assert len(axis["ticks"]) <= TICKS
    assert len(steps) == 1


@pytest.mark.parametrize(
    ("language", "thousand", "half"),
    [("en", "2,000", "0.2"), ("de", "2.000", "0,2"), ("uk", "2\N{NO-BREAK SPACE}000", "0,2")],
)
def test_the_numbers_of_an_axis_are_written_as_in_the_language(language, thousand, half):
    with speaking(language):
        assert [_axis(top)["ticks_text"][:2] for top in (12345, 1.2)] == [["0", thousand], ["0", half]]


def test_a_case_that_counts_no_people_draws_what_it_counts_most(case):
    figures = tuple(replace(f, unit="watt") if f.unit == "person" else f for f in case.figures)

    assert numbers(Trace(replace(case, figures=figures), "article"))["groups"]


def test_a_case_without_figures_says_so(case):
    view = numbers(Trace(replace(case, figures=()), "beyond"))

    assert view["sentence"] == "Nobody gives a figure here."
    assert (view["groups"], view["checks"], view["warning"], view["left_out"]) == ([], [], "", "")


def test_a_figure_of_nought_alone_is_drawn(case):
    nought = tuple(replace(f, value=Decimal(0)) for f in case.figures if f.id == "f06")

    assert numbers(Trace(replace(case, figures=nought), "article"))["axis"]["ticks"] == [0, 1]


def test_the_conflict_of_dates_is_said_with_voices_and_roots(timed):
    first, second = timed["beyond"]["conflicts"]

    assert "6 January 2023: one voice, one root. 7 to 8 January 2023: six voices, six roots." in first
    assert second == timed["beyond"]["note"]
    assert second == "A “past day” counted back from 8 January 2023 does not reach 6 January 2023."


def test_one_date_that_fails_by_two_rules_is_one_date(timed):
    assert timed["beyond"]["sentence"].endswith("one date does not fit.")


def test_in_the_article_alone_it_cannot_be_told_whether_the_dates_fit(timed):
    view = timed["article"]

    assert view["sentence"].endswith("whether they fit cannot be told.")
    assert len(view["conflicts"]) == 1
    assert not any(box["conflict"] for row in view["rows"] for box in row["boxes"])


def test_the_answered_date_is_framed_and_nothing_else(timed):
    framed = [box["statements"] for row in timed["beyond"]["rows"] for box in row["boxes"] if box["conflict"]]

    assert framed == [["p01-3"]]


def test_new_year_is_one_box_over_two_days(timed):
    view = timed["article"]
    first = view["rows"][0]["boxes"][0]

    assert (view["columns"][first["from"]]["label"], view["columns"][first["to"]]["label"]) == (
        "31 Dec 2022",
        "1 Jan 2023",
    )
    assert first["statements"] == ["h-3", "p01-5", "p02-3", "p06-4"]


def test_empty_days_are_one_skipped_column(timed):
    assert [c["label"] for c in timed["article"]["columns"] if c["skipped"]] == ["2\u20135 Jan"]


def test_columns_and_boxes_stay_few_and_in_place(timed):
    for view in timed.values():
        assert len(view["columns"]) <= COLUMNS
        for row in view["rows"]:
            assert len(row["boxes"]) <= BOXES
            assert all(0 <= box["from"] <= box["to"] < len(view["columns"]) for box in row["boxes"])


def test_the_article_layer_shows_nothing_from_outside(case):
    text = json.dumps([f(Trace(case, "article")) for f in (numbers, clocks)], ensure_ascii=False)
    outside = {s.id for s in case.statements if s.layer == "beyond"}

    assert not [statement for statement in outside if f'"{statement}"' in text]
    assert not [d.publisher for d in case.documents if f'"{d.publisher}"' in text and d.publisher != "bne IntelliNews"]


def test_a_case_without_dates_shows_the_day_of_the_article_alone(case):
    rows = tuple(replace(s, happened=None, said_on=None) for s in case.statements)
    view = clocks(Trace(replace(case, statements=rows, documents=()), "article"))

    assert [c["label"] for c in view["columns"]] == ["9 Jan 2023"]
    assert [len(row["boxes"]) for row in view["rows"]] == [0, 0, 1]
    assert view["sentence"] == "Apart from the day of the article, nothing here carries a date."


@pytest.mark.parametrize("published", ["2023", "2023-01", "0001-01-01", "9999-12-31"])
def test_an_article_dated_loosely_or_far_away_is_still_drawn(case, published):
    article = replace(case.article, published=Date.parse(published))
    view = clocks(Trace(replace(case, article=article), "beyond"))

    assert "bne IntelliNews" in [box["title"] for box in view["rows"][2]["boxes"]]


def test_many_days_become_few_columns(case):
    rows = tuple(
        replace(s, happened=Date.parse(f"2022-{n % 12 + 1:02}-{n % 28 + 1:02}")) for n, s in enumerate(case.statements)
    )
    view = clocks(Trace(replace(case, statements=rows), "beyond"))

    assert len(view["columns"]) == COLUMNS
    assert max(len(row["boxes"]) for row in view["rows"]) <= 2 * COLUMNS  # one box a column and layer


def test_the_same_case_gives_the_same_views_and_plain_json(trace):
    once, again = ([json.dumps(f(trace)) for f in (numbers, clocks)] for _ in range(2))

    assert once == again


def test_reader_facing_sentences_stay_short(shown, timed):
    said = [v["sentence"] for v in (*shown.values(), *timed.values())]
    said += [
        s for v in timed.values() for text in (*v["conflicts"], v["note"], v["left_out"]) for s in text.split(". ")
    ]
    said += [s for v in shown.values() for s in v["warning"].split(". ")]

    assert not [s for s in said if len(s.split()) > 25]


def test_a_case_of_thousands_is_shown_in_little_time(case):
    statements = tuple(replace(s, id=f"{s.id}-{n}") for n in range(27) for s in case.statements)
    figures = tuple(
        replace(f, id=f"{f.id}x{n}", statement=f"{f.statement}-{n}")
        for n in range(27)
        for f in case.figures
        if f.statement
    )
    relations = tuple(r for r in case.relations if r.to.startswith("k") and r.from_ in case.claim_by_id)
    big = Trace(replace(case, statements=statements, figures=figures, relations=relations), "beyond")
    start = perf_counter()
    numbers(big)
    clocks(big)

    assert perf_counter() - start < 4

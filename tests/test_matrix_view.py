"""The matrix as a view: which items it holds, what is looked up in it, and what it says."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import SHIPPED
from whosays.analysis.matrix import GRADES, NOT_APPLICABLE, NOT_GRADED, RATINGS, Matrix, points, spread
from whosays.analysis.trace import Trace
from whosays.case.errors import UnknownIdError
from whosays.case.load import load
from whosays.casebook import Casebook
from whosays.show.matrix import items, matrix, matrix_of, sentence
from whosays.show.sentences import matrix as say
from whosays.show.sheet import sheet
from whosays.show.tables import frame

LAYERS = ("article", "beyond")
SHIPPED_CASE = load(SHIPPED)
SHOWN = {layer: matrix(Trace(SHIPPED_CASE, layer)) for layer in LAYERS}
INSIDE = [item["id"] for item in SHOWN["article"]["items"]]
OURS = [h["id"] for h in SHOWN["article"]["hypotheses"]]
TAKES_SIDES = re.compile(r"\b(true|truth|false\w*|lie|lies|lied|fake\w*|propagand\w*|debunk\w*)\b", re.IGNORECASE)
CHOSEN = st.fixed_dictionaries(
    {},
    optional={f"{i} {h}": st.sampled_from([*RATINGS, NOT_APPLICABLE]) for i in INSIDE for h in OURS}
    | {i: st.sampled_from([*GRADES, NOT_GRADED]) for i in INSIDE},
)


def rated(rating, grade="high", hypotheses=OURS, ids=INSIDE):
    return dict.fromkeys(ids, grade) | {f"{i} {h}": rating for i in ids for h in hypotheses}


def test_in_the_article_five_roots_speak_to_the_number_one_item_each():
    shown = [(i["id"], i["who"], i["basis"]) for i in SHOWN["article"]["items"]]

    assert shown == [
        ("h-1", "Russian Defence Ministry", "vouches for itself"),
        ("p03-1", "Ukraine\N{RIGHT SINGLE QUOTATION MARK}s authorities", "vouches for itself"),
        ("p05-1", "A war-studies think tank", "none given"),
        ("p05-3", "A Finnish reporter", "saw"),
        ("p10-1", "bne IntelliNews", "none given"),
    ]
    assert SHOWN["article"]["items"][0]["notes"] == ["said 4\N{MULTIPLICATION SIGN}, counted once"]


@pytest.mark.parametrize("layer", LAYERS)
def test_an_item_is_one_root_and_one_proposition_and_no_statement_is_in_two(case, layer):
    trace = Trace(case, layer)
    found = items(trace)
    own = [s.id for item in found for s in item.statements]

    assert len({(item.root, item.head.claim) for item in found}) == len(found)
    assert len(own) == len(set(own))
    assert {s.id for m in trace.mentions("k01") for s in m.statements} <= set(own)
    assert {s.id for a in trace.answers("k01") if a.attacks for s in a.statements} <= set(own)


def test_beyond_the_article_items_of_one_root_name_each_other():
    notes = {item["id"]: item["notes"] for item in SHOWN["beyond"]["items"]}

    assert "goes back to the Finnish reporter" in notes["p05-1"]
    assert "same root as item 4" in notes["p05-1"]
    assert "same root as item 3" in notes["p05-3"]


def test_every_item_says_who_what_where_and_how_it_is_known():
    for layer in LAYERS:
        for item in SHOWN[layer]["items"]:
            assert all(item[key] for key in ("id", "who", "text", "basis_text", "where")), item["id"]


def test_the_explanations_are_the_rows_of_the_case_and_nobody_rated_them():
    assert [h["letter"] for h in SHOWN["article"]["hypotheses"]] == list("ABCD")
    assert SHOWN["article"]["sentence"] == (
        "Four explanations and five items of evidence wait for your ratings; none is filled in."
    )
    rows = SHOWN["article"]["table"]["rows"]
    assert [row[0] for row in rows] == [letter for letter in "ABCD" for _ in INSIDE]
    assert all(row[-4:] == [""] * 4 for row in rows)
    assert {len(row) for row in rows} == {len(SHOWN["article"]["table"]["columns"])}


def test_the_points_and_the_spread_of_the_sheet_are_those_of_the_arithmetic():
    shown = SHOWN["article"]

    assert shown["points"] == [[points(rating, grade) for rating in RATINGS] for grade in GRADES]
    assert (shown["scale"][-1], shown["grades"][-1]) == (NOT_APPLICABLE, NOT_GRADED)
    assert len(shown["spread"]) == 15 + 35 + 70
    for places, text in shown["spread"].items():
        assert text == f"{spread(RATINGS[int(place)] for place in places):.1f}"


@settings(max_examples=200)
@given(CHOSEN)
def test_whatever_is_chosen_the_sentence_is_one_and_names_what_the_ranking_puts_first(chosen):
    said = sentence(SHOWN["article"], chosen)
    ranking = Matrix(tuple(OURS), tuple(INSIDE), chosen).ranking()

    assert re.fullmatch(r"[A-Z][^.{}]*\.", said)
    assert len(said.split()) <= 27
    assert not TAKES_SIDES.search(said)
    if ranking and sum(map(len, ranking)) == len(OURS):
        letters = ["ABCD"[OURS.index(h)] for h in ranking[0]]
        assert "do not tell" in said or re.search(rf"explanations? {letters[0]}\b", said)


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({}, "Four explanations and five items"),
        ({"h-1": "high"}, "Nothing counts yet: an item counts once it is rated and you say how credible it is."),
        ({"h-1": "high", "h-1 h02": "neutral"}, "Nothing counts yet for A, C and D; the order waits until an item"),
        (rated("neutral"), "By your ratings, the scores do not tell the explanations apart (0 each); items"),
        (rated("neutral") | {"h-1 h01": "inconsistent"}, "By your ratings, explanations B, C and D tie as"),
        (
            rated("inconsistent", "low") | {"h-1 h04": "consistent"},
            "By your ratings, explanation D is contradicted least (score 8); items that count: 5 of 5.",
        ),
        (
            rated("inconsistent") | {"h-1 h04": NOT_APPLICABLE},
            "By your ratings, explanation D is contradicted least (score 16), but not over the same items",
        ),
    ],
)
def test_the_sentence_says_what_the_ratings_give_ties_as_ties(chosen, said):
    assert sentence(SHOWN["article"], chosen).startswith(said)


def test_ratings_of_items_of_another_layer_are_left_out_of_account():
    assert sentence(SHOWN["article"], {"o04-1": "high", "o04-1 h01": "inconsistent"}) == SHOWN["article"]["sentence"]


def test_the_critique_stands_beside_the_matrix_and_takes_no_side():
    told = " ".join([*say.CRITIQUE, say.rule(), say.prompt(), *say.LABELS.values()])

    for part in ("191 law students", "161 people", "no proof", "Cannot be judged", "same root"):
        assert part in told
    assert not TAKES_SIDES.search(told)
    assert not TAKES_SIDES.search(json.dumps(say.sentences()))
    assert SHOWN["article"]["critique"] == list(say.CRITIQUE)


def test_the_question_at_the_end_offers_every_explanation():
    assert SHOWN["article"]["ask"]["options"] == [f"Explanation {letter}" for letter in "ABCD"]


def test_a_case_without_hypotheses_has_no_matrix_and_an_empty_frame(case):
    without = replace(case, hypotheses=())

    assert sheet(without)["layers"]["article"]["matrix"] is None
    assert frame(without, "matrix").empty
    with pytest.raises(UnknownIdError, match="view"):
        Casebook(without).explorer(view="matrix")


@pytest.mark.parametrize("layer", LAYERS)
def test_the_frame_has_a_row_an_item_and_a_blank_column_a_hypothesis(case, layer):
    shown = frame(case, "matrix", layer)

    assert list(shown.index) == [item["id"] for item in SHOWN[layer]["items"]]
    assert list(shown.columns)[-5:] == ["credibility", "h01", "h02", "h03", "h04"]
    assert set(shown[["credibility", *OURS]].to_numpy().ravel()) == {""}


def test_an_analyst_gets_the_scores_of_own_ratings(case):
    found = Casebook(case).matrix(rated("inconsistent", "low") | {"h-1 h04": "consistent"})

    assert found == matrix_of(case, "article", found.chosen)
    assert [found.inconsistency(h) for h in OURS] == [10, 10, 10, 8]
    assert found.ranking() == [("h04",), ("h01", "h02", "h03")]


def test_an_explorer_says_what_the_ratings_give(case):
    explorer = Casebook(case).explorer(view="matrix", ratings=rated("neutral"), guided=False)
    assert repr(explorer) == (
        "Explorer of kramatorsk-2023, weigh explanations, article only: By your ratings, the scores do not tell "
        "the explanations apart (0 each); items that count: 5 of 5."
    )

    explorer.layer = "beyond"
    assert explorer.ratings == rated("neutral")
    assert "5 of 21" in explorer.sentence


@pytest.mark.parametrize("wrong", [{"h-2": "high"}, {"h-1 h05": "neutral"}, {"h-1 h01": "neutrall"}, {"h-1": "higher"}])
def test_an_explorer_names_what_is_near_an_unknown_rating(case, wrong):
    with pytest.raises(UnknownIdError, match="There is no"):
        Casebook(case).explorer(ratings=wrong)

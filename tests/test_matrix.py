"""The arithmetic of the matrix: what counts, how much, and in what order."""

from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.analysis.matrix import GRADES, NOT_APPLICABLE, NOT_GRADED, RATINGS, Matrix, points, spread
from whosays.case.errors import UnknownIdError

ITEMS = ("i1", "i2", "i3", "i4")
HYPOTHESES = ("h1", "h2", "h3")
CELLS = [f"{item} {hypothesis}" for item in ITEMS for hypothesis in HYPOTHESES]
CHOSEN = st.fixed_dictionaries(
    {},
    optional={cell: st.sampled_from([*RATINGS, NOT_APPLICABLE]) for cell in CELLS}
    | {item: st.sampled_from([*GRADES, NOT_GRADED]) for item in ITEMS},
)


def matrix(chosen, items=ITEMS, hypotheses=HYPOTHESES):
    return Matrix(tuple(hypotheses), tuple(items), chosen)


def by_hand(chosen, hypothesis):
    """Work out the sum against a hypothesis a second time, from the definition alone."""
    steps = {"very inconsistent": -2, "inconsistent": -1, "neutral": 0, "consistent": 1, "very consistent": 2}
    weight = {"very low": 1, "low": 2, "fair": 3, "high": 4}
    total, count = 0, 0
    for item in ITEMS:
        step, grade = steps.get(chosen.get(f"{item} {hypothesis}")), weight.get(chosen.get(item))
        if step is not None and grade is not None:
            count += 1
            total += grade * step * step if step < 0 else 0
    return total, count


def deviation(chosen, item):
    """Work out the deviation of an item's ratings a second time."""
    values = [RATINGS.index(v) - 2 for h in HYPOTHESES if (v := chosen.get(f"{item} {h}")) in RATINGS]
    if len(values) < 2:
        return None
    mean = sum(values) / len(values)
    return sqrt(sum((v - mean) ** 2 for v in values) / len(values))


@pytest.mark.parametrize(
    ("rating", "grade", "expected"),
    [
        ("very inconsistent", "high", 16),
        ("very inconsistent", "very low", 4),
        ("inconsistent", "fair", 3),
        ("neutral", "high", 0),
        ("very consistent", "high", 0),
        (NOT_APPLICABLE, "high", None),
        ("inconsistent", NOT_GRADED, None),
        ("inconsistent", "", None),
        ("", "high", None),
    ],
)
def test_a_rating_counts_its_squared_distance_below_neutral_times_the_grade(rating, grade, expected):
    assert points(rating, grade) == expected


@pytest.mark.parametrize(
    ("ratings", "expected"),
    [
        ((), None),
        (("neutral",), None),
        (("neutral", NOT_APPLICABLE), None),
        (("very inconsistent", "very consistent"), 2.0),
        (("consistent",) * 4, 0.0),
        (("inconsistent", "consistent"), 1.0),
    ],
)
def test_an_item_tells_hypotheses_apart_as_far_as_its_ratings_differ(ratings, expected):
    assert spread(ratings) == expected


@given(CHOSEN)
def test_scores_coverage_and_spread_are_those_worked_out_by_hand(chosen):
    found = matrix(chosen)

    for hypothesis in HYPOTHESES:
        total, count = by_hand(chosen, hypothesis)
        assert (found.inconsistency(hypothesis), found.coverage(hypothesis)) == (total, count / len(ITEMS))
    for item in ITEMS:
        assert found.diagnosticity(item) == pytest.approx(deviation(chosen, item))


@given(CHOSEN, st.sampled_from(CELLS))
def test_not_applicable_changes_no_number_of_another_item_or_hypothesis_and_counts_as_blank(chosen, cell):
    item, _, hypothesis = cell.partition(" ")
    before, after = matrix(chosen), matrix(chosen | {cell: NOT_APPLICABLE})
    blank = matrix({key: value for key, value in chosen.items() if key != cell})

    for other in HYPOTHESES:
        own = {i: n for i, n in before.counted(other).items() if (i, other) != (item, hypothesis)}
        assert after.counted(other) == own == blank.counted(other)
    for other in ITEMS:
        assert other == item or after.diagnosticity(other) == before.diagnosticity(other)
        assert after.diagnosticity(other) == blank.diagnosticity(other)


@given(CHOSEN, st.permutations(ITEMS), st.permutations(HYPOTHESES))
def test_another_order_of_items_or_hypotheses_changes_no_score(chosen, items, hypotheses):
    one, two = matrix(chosen), matrix(chosen, items, hypotheses)

    assert {h: one.inconsistency(h) for h in HYPOTHESES} == {h: two.inconsistency(h) for h in HYPOTHESES}
    assert [set(tied) for tied in one.ranking()] == [set(tied) for tied in two.ranking()]
    assert all(one.diagnosticity(i) == pytest.approx(two.diagnosticity(i)) for i in ITEMS)
    assert one.comparable() == two.comparable()


@given(st.dictionaries(st.sampled_from(ITEMS), st.sampled_from(GRADES), min_size=1))
def test_all_neutral_gives_nought_everywhere_and_one_great_tie(grades):
    found = matrix(dict.fromkeys(CELLS, "neutral") | grades)

    assert {found.inconsistency(h) for h in HYPOTHESES} == {0}
    assert {found.diagnosticity(i) for i in ITEMS} == {0}
    assert found.ranking() == [HYPOTHESES]
    assert found.comparable()


@given(CHOSEN)
def test_what_speaks_for_a_hypothesis_never_adds_to_its_score(chosen):
    better = {k: "neutral" if v in {"consistent", "very consistent"} else v for k, v in chosen.items()}

    assert all(matrix(chosen).inconsistency(h) == matrix(better).inconsistency(h) for h in HYPOTHESES)


@settings(max_examples=200)
@given(CHOSEN)
def test_the_ranking_holds_each_hypothesis_with_something_counted_once_and_rises(chosen):
    found = matrix(chosen)
    ranked = found.ranking()
    scores = [{found.inconsistency(h) for h in tied} for tied in ranked]

    assert sorted(h for tied in ranked for h in tied) == [h for h in HYPOTHESES if found.coverage(h)]
    assert all(len(score) == 1 for score in scores)
    assert [min(score) for score in scores] == sorted({min(score) for score in scores})


def test_nothing_chosen_ranks_nothing():
    assert matrix({}).ranking() == []
    assert Matrix(HYPOTHESES, (), {}).coverage("h1") == 0


def test_scores_on_different_items_are_not_comparable():
    uneven = {"i1": "high", "i2": "high", "i1 h1": "neutral", "i1 h2": "neutral", "i2 h3": "neutral"}

    assert not matrix(uneven).comparable()
    assert matrix({"i1": "high"} | {f"i1 {h}": "neutral" for h in HYPOTHESES}).comparable()


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        ({"i11": "high"}, r"item of the matrix called \"i11\""),
        ({"i1 h9": "neutral"}, r"hypothesis called \"h9\""),
        ({"i1 h1": "consistant"}, r'rating called "consistant"\. Did you mean "consistent"'),
        ({"i1": "hihg"}, r'grade of credibility called "hihg"\. Did you mean "high"'),
        ({"i1": "neutral"}, "grade of credibility"),
    ],
)
def test_a_choice_that_does_not_belong_names_the_near_one(chosen, message):
    with pytest.raises(UnknownIdError, match=message):
        matrix(chosen)

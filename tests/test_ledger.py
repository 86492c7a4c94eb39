"""The number ledger: intervals, what may be compared, and arithmetic that says what it is worth."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.analysis.interval import EVERYTHING, Interval, compare, evaluate
from whosays.analysis.ledger import derived, groups, interval, linked, printed, rising, same_number
from whosays.analysis.trace import Trace

QUALIFIERS = ("exactly", "more than", "at least", "less than", "at most", "about")


def figure(case, qualifier, value):
    return replace(case.figures[0], qualifier=qualifier, value=None if value is None else Decimal(str(value)))


def verdict(case, *pairs):
    return compare(*(interval(figure(case, *pair)) for pair in pairs))


def point(value):
    return Interval(Fraction(value), Fraction(value))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("exactly", 89), ("about", 400), "conflict"),
        (("exactly", 400), ("about", 380), "agree"),
        (("exactly", 400), ("exactly", 380), "conflict"),
        (("at least", 92), ("about", 400), "cannot be told"),
        (("at least", 92), ("exactly", 89), "conflict"),
        (("more than", 600), ("exactly", 600), "cannot be told"),
        (("more than", 600), ("exactly", 0), "conflict"),
        (("at most", 400), ("exactly", 89), "cannot be told"),
        (("at most", 400), ("more than", 600), "conflict"),
        (("more than", 600), ("more than", 600), "agree"),
        (("dozens", None), ("exactly", 50), "cannot be told"),
        (("dozens", None), ("exactly", 100), "conflict"),
    ],
)
def test_two_figures_agree_conflict_or_it_cannot_be_told(case, one, other, expected):
    assert verdict(case, one, other) == expected
    assert verdict(case, other, one) == expected


@given(st.integers(0, 1000), st.integers(0, 1000), st.sampled_from(("more than", "at least")))
def test_a_lower_bound_never_conflicts_with_a_higher_number(case, floor, above, qualifier):
    assert verdict(case, (qualifier, floor), ("exactly", floor + above)) != "conflict"


@given(*[st.tuples(st.sampled_from(QUALIFIERS), st.integers(0, 1000))] * 2)
def test_comparing_does_not_depend_on_the_order(case, one, other):
    assert verdict(case, one, other) == verdict(case, other, one)
    assert verdict(case, one, one) == "agree"


def test_figures_of_another_thing_people_place_or_unit_are_not_comparable(case):
    own = case.figures[0]

    assert replace(own, value=Decimal(1), qualifier="about").thing == own.thing
    assert all(replace(own, **{field: "other"}).thing != own.thing for field in ("what", "whom", "place", "unit"))


def test_the_article_has_eleven_printed_figures_in_six_groups(inside):
    found = groups(inside)

    assert len(printed(inside)) == 11
    assert [[f.id for e in g.entries for f in e.figures] for g in found] == [
        ["f01", "f03", "f05", "f07"],
        ["f02"],
        ["f04", "f08", "f09"],
        ["f06"],
        ["f10"],
        ["f11"],
    ]


def test_one_root_with_one_number_is_one_entry_with_all_its_mentions(inside):
    entries = groups(inside)[0].entries

    assert [(e.root, [f.id for f in e.figures]) for e in entries] == [("s01", ["f01"]), ("s01", ["f03", "f05", "f07"])]


def test_400_and_89_conflict_and_the_600_with_and_without_more_than_do_not(inside):
    found = {g.entries[0].figures[0].id: g for g in groups(inside)}

    assert found["f04"].verdict == "conflict"
    assert {e.figures[0].id for e in found["f04"].pair} == {"f09", "f04"}
    assert found["f01"].verdict == "cannot be told"
    assert found["f10"].verdict == "agree"


@given(st.lists(st.tuples(st.sampled_from(QUALIFIERS), st.integers(0, 60)), min_size=1, max_size=7))
def test_a_group_conflicts_exactly_if_two_of_its_figures_do(case, given_figures):
    model = next(f for f in case.figures if f.statement)
    figures = tuple(
        replace(model, id=f"f{n:02}", qualifier=q, value=Decimal(v)) for n, (q, v) in enumerate(given_figures)
    )
    (group,) = groups(Trace(replace(case, figures=figures), "article"))
    pairs = [compare(interval(a), interval(b)) for a in figures for b in figures]

    expected = "conflict" if "conflict" in pairs else "agree" if set(pairs) == {"agree"} else "cannot be told"
    assert group.verdict == expected


def test_600_stands_for_the_dead_and_for_those_present(inside):
    found = same_number(printed(inside))

    assert {v: {f.what for f in own} for (v, _), own in found.items()} == {Decimal(600): {"killed", "present"}}


def test_lower_bounds_that_rise_are_listed_from_low_to_high(beyond):
    found = [[f.value for e in rising(g) for f in e.figures] for g in groups(beyond) if rising(g)]

    assert found == [[Decimal(125), Decimal(139)]]


def test_names_of_the_dead_stand_with_the_dead_but_the_wounded_do_not(beyond):
    families = linked(beyond, groups(beyond))
    family = next(f for f in families if any(e.figures[0].id == "f09" for g in f for e in g.entries))

    assert [g.what for g in family] == ["killed", "dead known by name", "dead known by name"]


def test_without_a_relation_that_meets_the_number_each_group_stands_alone(case):
    trace = Trace(replace(case, relations=()), "beyond")

    assert [len(f) for f in linked(trace, groups(trace))] == [1] * len(groups(trace))


def test_the_worked_out_figures_are_worked_out_again(beyond):
    found = {d.figure.id: (d.interval.kind, d.fits) for d in derived(beyond)}

    assert found == {
        "f12": ("lower bound", True),
        "f13": ("nothing", True),
        "f14": ("number", True),
        "f55": ("lower bound", True),
    }


def test_a_wrong_sum_is_noticed(case):
    wrong = tuple(replace(f, value=Decimal(1200)) if f.id == "f12" else f for f in case.figures)
    found = {d.figure.id: d.fits for d in derived(Trace(replace(case, figures=wrong), "article"))}

    assert found["f12"] is False


def test_the_article_layer_does_not_work_with_figures_from_outside(case):
    spoiled = tuple(replace(f, derived="f10 + f16") if f.id == "f12" else f for f in case.figures)
    found = {d.figure.id: d.interval for d in derived(Trace(replace(case, figures=spoiled), "article"))}

    assert found["f12"] is None


def test_interval_arithmetic_says_what_bounds_leave_open():
    known = {"a": Interval(Fraction(700), inf), "b": Interval(Fraction(600), inf), "c": point(4), "z": point(0)}

    assert evaluate("a + b", known) == Interval(Fraction(1300), inf)
    assert evaluate("b / a", known).kind == "nothing"
    assert evaluate("a - b", known) == EVERYTHING
    assert evaluate("c / a", known).kind == "range"
    assert evaluate("a / z", known) == EVERYTHING
    assert evaluate("(a - c) / c", known) == Interval(Fraction(174), inf)


@pytest.mark.parametrize("formula", ["", "a b", "a +", "+ a", "(a", "a)", "()", "a ** a", "q", "a; a", "a (a)", "__a"])
def test_a_formula_that_cannot_be_read_gives_nothing(formula):
    assert evaluate(formula, {"a": point(1)}) is None


def test_a_formula_of_many_parentheses_needs_no_recursion():
    assert evaluate("(" * 50_000 + "a" + ")" * 50_000, {"a": point(1)}) == point(1)


LEAVES = st.integers(1, 9).map(str)
FORMULAS = st.recursive(
    LEAVES, lambda e: st.tuples(e, st.sampled_from("+-*/"), e).map(lambda t: f"({t[0]} {t[1]} {t[2]})")
)


@given(st.tuples(FORMULAS, st.sampled_from("+-*/"), FORMULAS, st.sampled_from("+-*/"), LEAVES).map(" ".join))
def test_on_exact_numbers_it_is_ordinary_arithmetic(formula):
    import re  # noqa: PLC0415 - for the oracle alone

    exact = re.sub(r"\d+", r"Fraction(\g<0>)", formula)
    try:
        expected = eval(exact, {"Fraction": Fraction})  # noqa: S307 - the oracle, on a formula made here
    except ZeroDivisionError:
        return
    assert evaluate(formula, {}) == Interval(expected, expected)


def test_a_case_without_figures_has_none(case):
    trace = Trace(replace(case, figures=()), "beyond")

    assert (groups(trace), derived(trace), linked(trace, [])) == ([], [], [])

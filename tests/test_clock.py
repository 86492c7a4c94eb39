"""Two clocks: when it happened, when it was said, and which dates exclude one another."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from whosays.analysis.clock import Span, clashes, dated, said, sides
from whosays.analysis.trace import Trace
from whosays.case.model import Date


def with_dates(case, dates, layer="article"):
    """The case with other dates for some statements."""
    rows = tuple(replace(s, happened=Date.parse(dates[s.id])) if s.id in dates else s for s in case.statements)
    return Trace(replace(case, statements=rows), layer)


def rules(trace):
    return [(c.rule, c.claim) for c in clashes(trace)]


def test_beyond_the_article_6_january_stands_against_the_night_that_follows_the_next_day(beyond):
    clash = next(c for c in clashes(beyond) if c.rule == "answered")
    first, second = clash.sides

    assert clash.claim == "k04"
    assert (first.span, first.roots) == (Span(date(2023, 1, 6), date(2023, 1, 6)), ("s01",))
    assert second.span == Span(date(2023, 1, 7), date(2023, 1, 8))
    night = [s for s in second.statements if s.claim in {"b15", "b21"}]
    assert len(night) == 5
    assert len(second.roots) == len(second.statements) == 6


def test_in_the_article_alone_no_date_is_answered_but_past_day_stays_open(inside):
    (clash,) = clashes(inside)

    assert (clash.rule, clash.claim, clash.phrase) == ("counted back", "k04", "past day")
    assert clash.fitting == Span(date(2023, 1, 6), date(2023, 1, 7))


def test_once_the_statement_is_dated_past_day_does_not_reach_6_january(beyond):
    found = {c.said.statement.id: c.fitting for c in clashes(beyond) if c.rule == "counted back"}

    assert found["o01-6"] is None


def test_past_day_fits_a_date_that_it_reaches(case):
    spoken = {c.said.statement.id for c in clashes(with_dates(case, {"p01-3": "2023-01-08"}, "beyond")) if c.said}
    assert "o01-6" not in spoken


def test_new_years_eve_and_1_january_touch_and_do_not_conflict(inside, beyond):
    assert not [c for trace in (inside, beyond) for c in clashes(trace) if c.claim == "k10"]


def test_a_whole_day_between_two_dates_for_one_claim_is_a_conflict(case):
    trace = with_dates(case, {"p06-4": "2023-01-02"})
    clash = next(c for c in clashes(trace) if c.rule == "within")

    assert clash.claim == "k10"
    assert [[s.id for s in side.statements] for side in clash.sides] == [["h-3", "p01-5", "p02-3"], ["p06-4"]]


def test_a_date_that_meets_its_answers_is_no_conflict(case):
    assert ("answered", "k04") not in rules(with_dates(case, {"p01-3": "2023-01-07"}, "beyond"))


def test_a_relation_that_meets_the_date_only_partly_is_no_conflict(case):
    loose = tuple(replace(r, date="partly") if r.date == "meets" else r for r in case.relations)

    assert "answered" not in {rule for rule, _ in rules(Trace(replace(case, relations=loose), "beyond"))}


def test_an_undated_statement_was_made_between_the_event_and_the_article(inside):
    when = {w.statement.id: w for w in said(inside)}

    assert when["p01-1"].undated
    assert when["p01-1"].span == Span(date(2023, 1, 6), date(2023, 1, 9))
    assert not when["p11-1"].undated
    assert when["c-1"].span is None  # nothing of that topic is dated


def test_what_the_outlet_says_itself_is_not_said_before_it_is_printed(inside):
    assert {"p05-2", "p10-1", "h-3"}.isdisjoint(w.statement.id for w in said(inside))


def test_the_article_dates_six_events_and_the_outside_more(inside, beyond):
    assert [s.id for s in dated(inside)] == ["h-3", "p01-3", "p01-5", "p02-3", "p05-2", "p06-4"]
    assert len(dated(beyond)) == 20


@given(st.lists(st.tuples(st.integers(1, 28), st.integers(0, 4)), min_size=1, max_size=8))
def test_within_a_side_all_dates_touch_and_no_statement_is_lost(case, days):
    model = case.statements[0]
    rows = [
        replace(model, id=f"x-{n}", happened=Date.parse(f"2023-01-{a:02}/2023-01-{min(a + b, 31):02}"))
        for n, (a, b) in enumerate(days)
    ]
    told = replace(case, statements=(*case.statements, *rows))
    found = sides(Trace(told, "article"), rows, touching=False)

    assert sorted(s.id for side in found for s in side.statements) == sorted(s.id for s in rows)
    for side in found:
        assert max(s.happened.first for s in side.statements) <= min(s.happened.last for s in side.statements)


def test_swapping_the_two_parties_changes_no_conflict(case):
    other = {"Russia": "Ukraine", "Ukraine": "Russia"}
    swapped = replace(case, sources=tuple(replace(s, party=other.get(s.party, s.party)) for s in case.sources))

    assert clashes(Trace(swapped, "beyond")) == clashes(Trace(case, "beyond"))


def test_a_case_without_dates_has_no_conflict(case):
    rows = tuple(replace(s, happened=None, said_on=None) for s in case.statements)
    trace = Trace(replace(case, statements=rows), "beyond")

    assert (clashes(trace), dated(trace)) == ([], [])
    assert {w.span for w in said(trace)} == {None}

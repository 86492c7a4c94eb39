"""What was knowable on the day against what came later."""

from dataclasses import replace
from datetime import date, timedelta
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as some

from whosays import open_case
from whosays.analysis.knowable import known_by, known_from, on_the_day, steps
from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework
from whosays.case.errors import UnknownIdError
from whosays.case.load import load, shipped_cases
from whosays.case.model import Date
from whosays.show.knowable import knowable
from whosays.show.space import asked
from whosays.show.tables import frame

CASES = {name: load(name) for name in shipped_cases()}
DAYS = some.dates(date(2022, 1, 1), date(2026, 12, 31))
TABLES = ("documents", "statements", "relations", "figures")
cases = some.sampled_from(sorted(CASES))
each = pytest.mark.parametrize("name", CASES)


@pytest.fixture(scope="module")
def pond():
    return load("practice-pond-2025")


def ids(case, table):
    return {row.id for row in case.rows(table)}


@given(cases, DAYS, DAYS)
def test_a_later_day_never_knows_less(name, one, other):
    before, after = (known_by(CASES[name], day) for day in sorted((one, other)))

    for table in TABLES:
        assert ids(before, table) <= ids(after, table) <= ids(CASES[name], table)


@given(cases, DAYS)
def test_on_every_day_the_article_stands_as_it_was_printed(name, day):
    case, then = CASES[name], known_by(CASES[name], day)

    assert Framework(Trace(then, "article")).standings() == Framework(Trace(case, "article")).standings()
    assert [s for s in then.statements if s.passage] == [s for s in case.statements if s.passage]


@given(cases, DAYS)
def test_what_is_known_speaks_of_nothing_that_is_not(name, day):
    then = known_by(CASES[name], day)
    rows = {row.id for table in ("claims", "statements", "relations") for row in then.rows(table)}

    assert {end for r in then.relations for end in (r.from_, r.to)} <= rows
    assert {s.document for s in then.statements} - {""} <= ids(then, "documents")
    assert {f.statement for f in then.figures} - {""} <= rows


@given(cases, DAYS)
def test_a_document_is_known_from_the_last_day_its_date_may_mean_and_one_without_a_date_on_none(name, day):
    then = known_by(CASES[name], day)

    for document in CASES[name].documents:
        since = document.known_since or document.published
        assert (document in then.documents) is (since is not None and since.last <= day)


def test_a_date_that_is_not_precise_counts_only_when_it_is_over(case):
    (first, *rest) = case.documents
    vague = replace(case, documents=(replace(first, known_since=Date.parse("2023-01")), *rest))

    assert known_from(vague.documents[0]) == date(2023, 1, 31)
    assert first.id not in ids(known_by(vague, date(2023, 1, 30)), "documents")
    assert first.id in ids(known_by(vague, date(2023, 1, 31)), "documents")


def test_a_document_that_does_not_say_since_when_counts_from_its_own_date(case):
    (first, *rest) = case.documents
    silent = replace(case, documents=(replace(first, known_since=None), *rest))

    assert known_from(silent.documents[0]) == first.published.last


@each
def test_the_steps_go_from_the_article_alone_over_the_day_of_print_to_everything(name):
    case = CASES[name]
    claim = asked(Trace(case, "article"))
    alone, printed, *later, everything = steps(case, claim)

    assert alone.standing == Framework(Trace(case, "article")).standing(claim)
    assert printed.day == case.article.published.last
    assert printed.standing == Framework(Trace(on_the_day(case), "beyond")).standing(claim)
    assert everything.standing == Framework(Trace(case, "beyond")).standing(claim)
    assert [s.day for s in later] == sorted({s.day for s in later})
    came = [d for step in (printed, *later, everything) for d in step.documents]
    assert sorted(came) == sorted(ids(case, "documents")), "each document comes once"


def test_the_first_case_was_answered_on_the_day_by_reporters_at_both_buildings(case):
    told = knowable(case, "k01")

    assert [row[3] for row in told.rows] == ["contested", "answered", "answered"]
    assert told.sentence == repr(told)
    assert told.sentence.startswith(
        "The number of dead: contested in the article alone, answered with what could be known by the end of "
        "9 January 2023, the day of print. What came later, or has no date ("
    )
    assert told.sentence.endswith("did not change the word.")
    assert "Reuters" in told.rows[1][4]


def test_the_practice_case_was_contested_on_the_day_and_answered_two_days_later(pond):
    told = knowable(pond, asked(Trace(pond, "article")))

    assert [row[3] for row in told.rows] == ["contested", "contested", "answered", "answered"]
    assert told.rows[2][0] == "by the end of 11 April 2025"
    assert told.sentence == (
        "The number of frogs: contested in the article alone, contested too with what could be known by the end of "
        "9 April 2025, the day of print. Its word became “answered” on 11 April 2025, with Valley Wildlife Trust (o04)."
    )


def test_a_word_that_only_an_undated_document_changes_says_so(pond):
    undated = tuple(replace(d, known_since=None, published=None) if d.id == "o04" else d for d in pond.documents)
    told = knowable(replace(pond, documents=undated), "k01")

    assert [row[3] for row in told.rows] == ["contested", "contested", "answered"]
    assert told.sentence.endswith("became “answered” with what has no certain date: Valley Wildlife Trust (o04).")


def test_what_printed_the_day_before_counts_on_the_day(pond):
    late = replace(pond, article=replace(pond.article, published=Date.parse("2025-04-12")))

    assert [row[3] for row in knowable(late, "k01").rows] == ["contested", "answered", "answered"]


def test_a_word_that_changes_and_changes_back_is_told_with_how_often(pond):
    """The Trust's answer is taken back the day after, undercut by a document of that day."""
    cut = next(s for s in pond.statements if s.document == "o05")
    (relation, *_) = [r for r in pond.relations if r.kind == "rebuts" and r.to == "k01" and r.layer == "beyond"]
    undercut = replace(relation, id="zz1", kind="undercuts", from_=cut.id, to=relation.id)
    told = knowable(replace(pond, relations=(*pond.relations, undercut)), "k01")

    assert [row[3] for row in told.rows] == ["contested", "contested", "answered", "holds", "holds"]
    assert "Later its word changed twice, and last became “holds” on 12 April 2025, with" in told.sentence


def test_a_report_of_which_only_the_month_is_known_moved_the_word_by_that_month(pond):
    vague = [
        replace(d, known_since=Date.parse("2025-05"), published=None) if d.id == "o04" else d for d in pond.documents
    ]

    assert "became “answered” by May 2025, with" in knowable(replace(pond, documents=tuple(vague)), "k01").sentence


def test_a_case_without_documents_says_that_nothing_came_later(pond):
    inside = tuple(s for s in pond.statements if not s.document)
    bare = replace(known_by(pond, date(1900, 1, 1)), statements=inside)

    assert knowable(bare, "k01").sentence.endswith("This case has nothing that came later.")


def test_many_documents_of_one_day_are_named_by_three_and_the_rest_counted(case):
    later = replace(case, article=replace(case.article, published=Date.parse("2023-01-07")))
    told = knowable(later, "k01").sentence

    assert "on 8 January 2023, with " in told
    assert told.endswith(" more.")


def test_a_link_between_two_rows_of_the_article_stays_on_every_day(case):
    first = known_by(case, case.article.published.first - timedelta(days=3000))
    links = [r for r in case.relations if {r.from_, r.to} <= {s.id for s in case.statements if s.passage}]

    assert [r for r in links if r.layer == "beyond"]
    assert set(links) <= set(first.relations)


@each
def test_the_frame_is_the_table_of_the_card(name):
    card = open_case(name).knowable()
    shown = frame(CASES[name], "knowable")

    assert shown.equals(frame(CASES[name], "knowable", "beyond"))
    assert (shown.index.name, *shown.columns) == card.columns
    assert [(first, *rest) for first, rest in zip(shown.index, shown.to_numpy().tolist(), strict=True)] == list(
        card.rows
    )


def test_a_notebook_shows_the_sentence_as_the_caption_of_the_table():
    card = open_case("kramatorsk-2023").knowable("k01")

    assert card._repr_html_().startswith("<table><caption>")
    assert card.sentence in unescape(card._repr_html_())
    assert card._repr_html_().count("<tr>") == len(card.rows) + 1


def test_no_text_of_a_case_becomes_markup(pond):
    evil = "<img src=x>"
    documents = tuple(replace(d, publisher=evil) for d in pond.documents)

    assert evil not in knowable(replace(pond, documents=documents), "k01")._repr_html_()


def test_an_unknown_claim_names_the_near_one():
    with pytest.raises(UnknownIdError, match='Did you mean "k'):
        open_case("kramatorsk-2023").knowable("k1")


def test_a_case_that_states_no_claim_has_an_empty_table(case):
    silent = replace(case, statements=(), relations=(), figures=())

    assert frame(silent, "knowable").empty

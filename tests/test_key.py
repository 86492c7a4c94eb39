"""The teacher's key, and the item bank it is made from, held against what is worked out from the case."""

from dataclasses import replace

import pytest

from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework, Reading
from whosays.analysis.whatif import WhatIf
from whosays.case.load import load, shipped_cases
from whosays.case.model import FITS
from whosays.casebook import open_case
from whosays.show.standing import standings
from whosays.teach.key import key

LESSONS = range(1, 7)
PARTS = "abcde"


def answers(case, lesson):
    return {row[0]: row[2] for row in key(case, lesson).rows}


@pytest.fixture(params=shipped_cases())
def shipped(request):
    return load(request.param)


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_lesson_asks_the_same_five_things_in_order(shipped, lesson):
    asked = [q for q in shipped.questions if q.lesson == lesson]

    assert [q.id for q in asked] == [f"l{lesson}{part}" for part in PARTS]
    assert asked[0].kind in {"number", "choose one"}
    assert [q.kind for q in asked].index("write") == len(PARTS) - 1
    assert all(q.feedback for q in asked if q.kind != "write")
    assert all(q.wrong_turn for q in asked)


def test_the_numbers_of_the_key_are_those_that_are_worked_out(shipped):
    framework = Framework(Trace(shipped, "article"))
    against = {a.root for a in framework.standing("k01").against}
    people = [s for s in shipped.sources if s.layer == "article" and s.named == "person"]

    assert answers(shipped, 1)["l1a"] == str(len(people))
    assert answers(shipped, 2)["l2a"] == str(len(against))
    assert answers(shipped, 6)["l6b"] == str(_moved(framework, _visitor(shipped)))


def _visitor(case):
    """The last source that speaks against the asked claim: the one who went there; the other side, if nobody does."""
    book = open_case(case.folder)
    inside = Framework(Trace(case, "article"))
    own = {a.root for a in inside.arguments_of(book.asked)}
    others = [s.id for s in case.sources if s.id in {a.root for a in inside.arguments} - own]
    return (book.against or others)[-1]


def _moved(framework, source):
    whatif = WhatIf(framework)
    claims = (c.id for c in framework.trace.case.claims if c.role == "claim" and c.id in framework.trace.statements)
    return sum(whatif.outcome(c).word != whatif.outcome(c, [source]).word for c in claims)


def test_the_figures_of_the_key_are_those_of_the_ledger(case):
    counted = {f.what for f in case.figures if (f.value, f.layer, f.whom) == (600, "article", "Ukrainian soldiers")}
    practice = load("practice-pond-2025")
    spring = [
        f
        for f in practice.figures
        if f.layer == "article" and (f.what, f.qualifier, f.derived) == ("moved", "more than", "")
    ]

    assert answers(case, 4)["l4a"] == str(len(counted))
    assert answers(practice, 4)["l4a"] == str(len(spring))


def test_the_words_of_the_key_are_those_of_the_rule(shipped):
    assert answers(shipped, 3)["l3d"] == standings(shipped)["k01"]["standing"]
    after = next(q for q in shipped.questions if q.id == "l5a").range
    assert f"After: {standings(shipped, 'beyond')['k01']['standing']}" in after


def test_the_practice_lesson_has_a_claim_that_holds_and_one_that_leans_on_one_visit():
    practice = load("practice-pond-2025")
    without = Reading(withdrawn=frozenset({"s06"}))

    assert answers(practice, 0)["l0c"] == standings(practice)["k08"]["standing"] == "holds"
    assert answers(practice, 6)["l6a"] == standings(practice, reading=without)["k08"]["standing"]


def test_counted_roots_are_worked_out_and_judgement_is_said_to_be_one(case):
    asked = replace(case, questions=tuple(replace(q, lesson=0) for q in case.questions if q.id in {"q01", "l1e"}))

    assert answers(asked, 0) == {"q01": "1", "l1e": "a matter of judgement"}


def test_a_range_of_numbers_is_said_in_words(case):
    rows = {row[0]: row for row in key(case, 1).rows}

    assert rows["l1a"][3] == "1 to 2"


@pytest.mark.parametrize("language", ["de", "uk"])
def test_the_key_says_an_answer_as_a_reader_of_its_language_reads_the_option(language):
    book = open_case("practice-pond-2025", language)
    told = {row[0]: row[2] for name in ("quiz", *LESSONS) for row in book.key(name).rows}
    keyed = [q.id for q in book.case.questions if q.choices and q.answer and q.id in told]

    assert len(keyed) > 20
    for question in keyed:
        (item,) = book.ask(question, seat=0).content["items"]
        assert told[question] in item["options_text"]
    assert not set(told.values()) & set(FITS)


def test_the_key_shows_as_a_table_that_no_cell_can_break():
    case = load(shipped_cases()[0])
    spoiled = replace(case, questions=(replace(case.questions[-1], lesson=1, prompt="a | b?"),))
    shown = key(spoiled, 1)._repr_markdown_().splitlines()

    assert shown[0].startswith("**Key of lesson 1: ")
    assert all(line.count("|") == 6 for line in shown[2:])
    assert "a | b?" in repr(key(spoiled, 1))


def test_the_casebook_gives_the_key_and_the_claim_that_is_asked(case):
    book = open_case(case.folder)

    assert book.key(2) == key(case, 2)
    assert book.key("quiz") == key(case, None)
    assert book.asked == "k01"
    assert book.against == ["s06", "s08", "s09"]

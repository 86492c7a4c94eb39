from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoil import add, faults, place, rows, write
from whosays.case.load import load
from whosays.case.model import FITS, Question
from whosays.case.question import slips
from whosays.show.sheet import sheet

CARD = Question(
    id="q90", lesson=2, view="lesson", claim="", kind="choose one", prompt="Who says it?", options="a | b | c",
    answer="b", range="", wrong_turn="", feedback="", layer="article", note="",
)  # fmt: skip
NUMBER = replace(CARD, kind="number", options="", answer="2", range="1..2")
STATEMENT = replace(CARD, kind="fits the text", view="quiz", lesson=None, options="", prompt="x.", answer=FITS[0])
WRITE = replace(CARD, kind="write", options="", answer="")


def columns(row):
    return [column for column, *_ in slips(row)]


@pytest.mark.parametrize("row", [CARD, NUMBER, STATEMENT, WRITE, replace(CARD, answer="", range="a or b")])
def test_a_sound_question_has_no_fault(row):
    assert columns(row) == []


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (replace(CARD, lesson=7), "lesson"),
        (replace(CARD, lesson=None), "lesson"),
        (replace(CARD, view="quiz"), "kind"),
        (replace(WRITE, view="article", lesson=None), "claim"),
        (replace(WRITE, view="article", lesson=None, claim="k01", layer="beyond"), "layer"),
        (replace(CARD, options="", answer=""), "options"),
        (replace(CARD, options="a|b", answer=""), "options"),
        (replace(CARD, options="a | a", answer="a"), "options"),
        (replace(CARD, options="a |  | b", answer="a"), "options"),
        (replace(CARD, answer="d"), "answer"),
        (replace(WRITE, options="a | b"), "options"),
        (replace(NUMBER, answer="two"), "answer"),
        (replace(NUMBER, answer="NaN"), "answer"),
        (replace(NUMBER, answer="3"), "answer"),
        (replace(NUMBER, range="1 to 2"), "range"),
        (replace(NUMBER, range="2..1", answer=""), "range"),
        (replace(STATEMENT, answer=""), "answer"),
        (replace(STATEMENT, answer="true"), "answer"),
        (replace(STATEMENT, prompt="Does it?"), "prompt"),
        (replace(WRITE, kind="choose answer"), "claim"),
        (replace(WRITE, kind="count roots", claim="k01", answer="1"), "answer"),
    ],
)
def test_one_slip_is_one_fault_in_its_column(row, column):
    assert columns(row) == [column]


def test_a_fault_of_a_question_names_its_file_and_line(folder):
    cells = {"lesson": "2", "view": "lesson", "kind": "choose one", "prompt": "Who?", "layer": "article"}
    line = add(folder, "questions", id="q90", options="Tass | BBC", answer="TASS", **cells)

    (fault,) = faults(folder)

    assert place(fault) == ("questions.csv", line, "answer")
    assert fault.remedy == "Copy one of the options, or leave a matter of judgement blank."


def test_a_fault_of_a_question_spells_out_what_a_terminal_cannot_print():
    row = replace(CARD, kind="choose one", options="\u202eTass | \U00018cd6", answer="BBC")
    (slip,) = slips(row)

    assert "\\u202eTass" in slip[2]
    assert all(part.isprintable() for part in slip)


def test_a_question_about_the_outside_belongs_to_the_layer_beyond(folder):
    cells = {"lesson": "5", "view": "lesson", "kind": "write", "prompt": "Why?", "claim": "b07"}
    line = add(folder, "questions", id="q90", layer="article", **cells)
    (fault,) = faults(folder)
    add(folder, "questions", id="q91", layer="beyond", **cells)

    assert place(fault) == ("questions.csv", line, "claim")
    assert len(faults(folder)) == 1


@pytest.mark.parametrize("cells", [{"view": "article", "kind": "write"}, {"view": "claim", "kind": "count roots"}])
def test_a_question_on_the_article_is_about_a_claim_that_the_article_states(folder, cells):
    document = next(row for row in rows(folder, "statements") if row[2].startswith("o"))
    add(folder, "claims", id="k90", role="claim", topic="T", question="So?", subject="it", proposition="It is so.",
        kind="event", layer="article")  # fmt: skip
    write(folder, "statements", [*rows(folder, "statements"), ["zz1", "", document[2], "k90", "", "", *document[6:]]])
    line = add(folder, "questions", id="q90", claim="k90", prompt="And?", layer="article", **cells)

    (fault,) = faults(folder)

    assert place(fault) == ("questions.csv", line, "claim")
    assert fault.expected == "a claim that the article states"


def test_the_explorer_asks_no_question_of_a_lesson_first(folder):
    cells = {"lesson": "1", "view": "article", "kind": "count roots", "prompt": "How many?", "claim": "k02"}
    records = rows(folder, "questions")
    add(folder, "questions", id="q90", layer="article", **cells)
    header, *own = records
    write(folder, "questions", [header, rows(folder, "questions")[-1], *own])

    assert sheet(load(folder))["first_question"]["claim"] == "k01"


@given(st.decimals(-1000, 1000, places=2), st.decimals(-1000, 1000, places=2), st.decimals(-1000, 1000, places=2))
def test_a_number_is_acceptable_exactly_within_its_range(least, most, value):
    row = replace(NUMBER, range=f"{least:f}..{most:f}", answer=f"{value:f}")

    assert row.bounds == (Decimal(least), Decimal(most))
    if least <= most:
        assert columns(row) == ([] if least <= value <= most else ["answer"])
    else:
        assert "range" in columns(row)


def test_options_written_by_an_enemy_are_printed_harmlessly_and_short():
    row = replace(CARD, options=" | ".join(["\u202ea", "\x1b[31m", *(f"{n}" * 4_000 for n in range(4))]), answer="b")

    (slip,) = slips(row)

    assert all(part.isprintable() and len(part) < 500 for part in slip)

import json
import re
from dataclasses import replace

import pytest

from whosays.case.errors import UnknownIdError
from whosays.case.model import FITS
from whosays.casebook import Casebook
from whosays.show.question import card, quiz
from whosays.show.sentences import answers as answers_say
from whosays.show.sentences import cards as say
from whosays.show.sheet import sheet

TAKES_SIDES = re.compile(r"\b(true|false|lie|lies|fake|right|wrong|correct)\b", re.IGNORECASE)


@pytest.fixture
def book(case, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return Casebook(case)


@pytest.mark.parametrize("moment", ["", "before", "after"])
def test_every_question_of_the_case_makes_a_card_that_json_takes(case, moment):
    for row in case.questions:
        made = card(case, row.id, moment)
        (item,) = made["items"]

        assert json.loads(json.dumps(made)) == made
        assert made["sentence"] == item["prompt"] == row.prompt
        assert (item["kind"] == "choice") == bool(item["options"])


def test_a_question_about_roots_is_answered_from_the_case_and_not_from_its_table(case):
    (item,) = card(case, "q10")["items"]

    assert item["kind"] == "number"
    assert item["reveal"].startswith(sheet(case)["layers"]["article"]["claims"]["k01"]["roots_shown"])


def test_the_answers_of_a_claim_are_the_options_of_its_question(case):
    (item,) = card(case, "q13")["items"]

    assert item["options"] == sheet(case)["layers"]["article"]["claims"]["k01"]["ask"]["options"]


def test_what_is_revealed_names_the_key_what_else_can_be_defended_and_the_feedback(case):
    (item,) = card(case, "q14")["items"]

    assert item["reveal"] == "The key says: 311. Anything from 300 to 320 can be defended. About 400 less 89."


def test_an_unknown_question_names_the_near_one(book):
    with pytest.raises(UnknownIdError, match="Did you mean"):
        book.ask("q1O")
    with pytest.raises(UnknownIdError, match=r'no moment called "befor".*Did you mean "before"'):
        book.quiz("befor")


def test_a_card_says_its_prompt_and_the_quiz_its_number_whatever_is_kept(book, case):
    shown = repr(book.ask("q10")), repr(book.quiz("before"))
    other = book.ask("q10")
    other.answers = [["q10", "", "4", "a guess"]]

    assert (repr(book.ask("q10")), repr(book.quiz("before"))) == shown
    assert shown[0] == next(row.prompt for row in case.questions if row.id == "q10")
    assert shown[1] == "Twelve statements about the article: does each fit its text? Asked before."


def test_the_quiz_holds_every_statement_once_in_an_order_that_is_mixed_and_always_the_same(case):
    orders = [[item["id"] for item in quiz(case, moment)["items"]] for moment in ("before", "after", "before")]
    keys = [next(row.answer for row in case.questions if row.id == name) for name in orders[0]]

    assert orders[0] == orders[2] != orders[1]
    assert sorted(orders[0]) == sorted(row.id for row in case.questions if row.kind == "fits the text")
    assert keys.count(FITS[0]) >= 6
    assert keys.count(FITS[1]) >= 6
    assert keys not in (sorted(keys), sorted(keys, reverse=True))


def test_the_quiz_can_be_asked_without_saying_what_fits(case):
    assert all(item["reveal"] for item in quiz(case)["items"])
    assert not any(item["reveal"] for item in quiz(case, feedback=False)["items"])


def test_no_card_and_no_label_calls_an_answer_right_or_wrong(case):
    said = [item["reveal"] for row in case.questions for item in card(case, row.id)["items"]]

    for text in [*say.LABELS.values(), *answers_say.LABELS.values(), *said]:
        assert not TAKES_SIDES.search(text), text


def test_a_case_without_statements_has_an_empty_quiz(case):
    made = quiz(replace(case, questions=()))

    assert (made["items"], made["sentence"]) == ([], "No statements about the article: does each fit its text?")

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
    (item,) = card(case, "q01")["items"]

    assert item["kind"] == "number"
    assert item["reveal"].startswith(sheet(case)["layers"]["article"]["claims"]["k01"]["roots_shown"])


def test_the_answers_of_a_claim_are_the_options_of_its_question(case):
    (item,) = card(case, "q02")["items"]

    assert item["options"] == sheet(case)["layers"]["article"]["claims"]["k01"]["ask"]["options"]


def test_what_is_revealed_names_the_key_what_else_can_be_defended_and_the_feedback(case):
    (item,) = card(case, "l1a")["items"]

    row = next(row for row in case.questions if row.id == "l1a")

    assert (row.answer, row.range) == ("1", "1..2")
    assert item["reveal"] == f"The key says: 1. Anything from 1 to 2 can be defended. {row.feedback}"


def test_an_unknown_question_names_the_near_one(book):
    with pytest.raises(UnknownIdError, match=r"There is no question in .* called \"q1O\""):
        book.ask("q1O")
    with pytest.raises(UnknownIdError, match=r'no moment called "befor".*Did you mean "before"'):
        book.quiz("befor")


def test_a_card_says_its_prompt_and_the_quiz_its_number_whatever_is_kept(book, case):
    shown = repr(book.ask("q01")), repr(book.quiz("before"))
    other = book.ask("q01")
    other.answers = [["q01", "", "4", "a guess"]]

    assert (repr(book.ask("q01")), repr(book.quiz("before"))) == shown
    assert shown[0] == next(row.prompt for row in case.questions if row.id == "q01")
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


def test_what_is_asked_before_reveals_nothing(case):
    assert card(case, "l5a", "before")["items"][0]["reveal"] == ""
    assert card(case, "l5a", "after")["items"][0]["reveal"]


def test_a_full_line_is_described_once_the_reader_has_written_one(case):
    row = next(row for row in case.questions if row.id == "l1e")

    assert card(case, "l1e")["items"][0]["reveal"].startswith(f"A full answer: {row.range}")


def test_no_label_calls_an_answer_right_or_wrong():
    said = [say.key("x"), *map(say.key, FITS), say.acceptable("x", None), say.full("x"), say.spread(1, 2, 1, 2, 1)]

    for text in [*say.LABELS.values(), *answers_say.LABELS.values(), *said]:
        assert not TAKES_SIDES.search(text), text


def test_a_case_without_statements_has_an_empty_quiz(case):
    made = quiz(replace(case, questions=()))

    assert (made["items"], made["sentence"]) == ([], "No statements about the article: does each fit its text?")

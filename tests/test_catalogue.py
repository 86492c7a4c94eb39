"""The catalogue of cases: gentle ones first, with what helps to pick one."""

from dataclasses import replace

import pytest
from textstat import textstat

from whosays.case.load import load, shipped_cases
from whosays.show.catalogue import catalogue
from whosays.show.level import level, lix
from whosays.show.sentences.catalogue import COLUMNS, sentence

CASES = [load(name) for name in shipped_cases()]


def test_every_shipped_case_says_field_minutes_gravity_and_what_one_will_meet():
    for entry in catalogue(CASES)["cases"]:
        assert entry["field"]
        assert entry["minutes"]
        assert entry["gravity"] in {"gentle", "serious", "grave"}
        assert len(entry["content_note"].split()) > 5
        assert entry["facts"].startswith(f"{entry['year']}; {entry['field']}; ")


def test_gentle_cases_stand_first_and_grave_ones_last():
    order = [entry["gravity"] for entry in catalogue(CASES)["cases"]]

    assert order == sorted(order, key=["gentle", "serious", "grave"].index)
    assert order[0] == "gentle"


def test_the_order_of_the_cases_given_changes_nothing():
    assert catalogue(reversed(CASES)) == catalogue(CASES)


def test_a_case_that_says_nothing_of_itself_stands_last_and_the_line_leaves_out_what_is_not_said(case):
    silent = replace(case, id="silent", article=replace(case.article, field="", minutes=None, gravity=""))
    last = catalogue([silent, *CASES])["cases"][-1]

    assert last["id"] == "silent"
    assert last["facts"] == f"2023; reading level {last['level_text']}."


def test_the_table_says_what_the_entries_say():
    found = catalogue(CASES)

    assert all(len(row) == len(COLUMNS) for row in found["table"]["rows"])
    assert [row[0] for row in found["table"]["rows"]] == [entry["title"] for entry in found["cases"]]
    assert f"{['no', 'one', 'two', 'three', 'four', 'five', 'six'][len(CASES)]} cases" in found["sentence"].lower()


def test_several_cases_of_one_gravity_are_counted_in_plain_words():
    said = sentence([("A?", "gentle"), ("B?", "serious"), ("C?", "serious")])

    assert said == "Three cases to pick from: one gentle and two serious. The first asks: A?"


def test_without_a_case_the_sentence_says_so():
    assert catalogue([])["sentence"] == "There is no case here."


@pytest.mark.parametrize("name", shipped_cases())
def test_what_students_read_of_a_case_is_plain(name):
    assert 0 < level(load(name)) < 40


@pytest.mark.parametrize(
    "text",
    [
        "The council counted the frogs in the pond. Nobody there gave an answer to the question.",
        "An extraordinarily complicated administrative explanation was given to the whole town. It was long.",
        "The frogs sat in the pond. The town sat in the hall. The heron stood by the door of the old mill.",
    ],
)
def test_the_level_is_the_one_that_the_library_for_readability_finds(text):
    assert lix([text]) == pytest.approx(textstat.lix(text), abs=1)


def test_a_text_without_a_word_has_level_nought():
    assert lix(["", "…"]) == 0

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.teach.answers import MOMENTS, Answer, Answers, AnswersError, from_rows, parse, rows_of, text_of

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
ANSWER = st.builds(Answer, item=TEXTS, value=st.none() | TEXTS, reason=TEXTS, moment=st.sampled_from(MOMENTS))
ANSWERS = st.builds(
    Answers, case=st.just("kramatorsk-2023"), seat=st.integers(0, 999), answers=st.lists(ANSWER, max_size=5).map(tuple)
)
ONE = Answers("kramatorsk-2023", 7, (Answer("q01", "2", "“Zwei”, I think \U0001f642"), Answer("q02", None)))


def why(content):
    with pytest.raises(AnswersError) as caught:
        parse(content, "x.json")
    return caught.value.why


@given(ANSWERS)
def test_what_is_written_is_read_again(answers):
    assert parse(text_of(answers).encode(), "x.json") == answers


@given(ANSWERS)
def test_the_rows_of_the_page_are_the_same_answers(answers):
    assert from_rows(json.loads(json.dumps(rows_of(answers)))) == answers.answers


@given(ANSWERS, st.data())
def test_a_file_cut_off_anywhere_is_recognised(answers, data):
    content = text_of(answers).encode()
    length = data.draw(st.integers(0, len(content) - 1))

    assert why(content[:length]) == "cut off"


def test_a_file_cut_off_at_every_length_is_recognised():
    content = text_of(ONE).encode()

    assert {why(content[:length]) for length in range(len(content))} == {"cut off"}


@given(st.data())
def test_a_changed_byte_is_recognised_or_changes_nothing(data):
    content = bytearray(text_of(ONE).encode())
    content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))

    try:
        found = parse(bytes(content), "x.json")
    except AnswersError:
        return
    assert found == ONE


@given(st.binary(max_size=200) | st.text(max_size=50).map(lambda t: t.encode("utf-16")))
def test_garbage_and_other_encodings_are_recognised(content):
    assert why(content) in {"cut off", "other kind"}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"version": 2}, "other version"),
        ({"version": None}, "other version"),
        ({"format": "x"}, "other kind"),
        ({"seat": 8}, "checksum"),
        ({"seat": True}, "written otherwise"),
        ({"seat": 1000}, "written otherwise"),
        ({"case": "../x"}, "written otherwise"),
        ({"answers": 3}, "written otherwise"),
        ({"answers": [{"item": "q01"}]}, "written otherwise"),
        ({"answers": [{"item": "q01", "moment": "", "value": 2, "reason": ""}]}, "written otherwise"),
        ({"answers": [{"item": "q01", "moment": "then", "value": "2", "reason": ""}]}, "written otherwise"),
        ({"answers": [{"item": "\ud800", "moment": "", "value": "2", "reason": ""}]}, "written otherwise"),
        ({"answers": []}, "checksum"),
        ({"checksum": None}, "checksum"),
    ],
)
def test_a_file_that_says_something_else_is_named_by_what_it_says(change, reason):
    assert why(json.dumps({**json.loads(text_of(ONE)), **change}).encode()) == reason


def test_a_file_of_brackets_is_refused_without_harm():
    assert why(b"[" * 100_000) == "cut off"


def test_the_checksum_is_the_one_that_the_page_works_out():
    content = '["kramatorsk-2023",7,[["q01","","2","“Zwei”, I think \U0001f642"],["q02","",null,""]]]'
    crc = 0xFFFFFFFF  # bit by bit, as explorer.js does
    for byte in content.encode():
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0xEDB88320 if crc & 1 else 0)

    assert json.loads(text_of(ONE))["checksum"] == f"{crc ^ 0xFFFFFFFF:08x}"


def test_a_saved_line_takes_the_place_of_its_draft_and_keeps_its_place_in_the_order():
    drafted = ONE.with_([Answer("line k01", "a", "half", "draft"), Answer("q03", "x")])
    saved = drafted.with_([Answer("line k01", "a", "whole"), Answer("q01", "3")])

    assert [(a.item, a.moment, a.value) for a in saved.answers] == [
        ("q01", "", "3"), ("q02", "", None), ("q03", "", "x"), ("line k01", "", "a")]  # fmt: skip


def test_before_and_after_are_kept_apart():
    twice = replace(ONE, answers=()).with_([Answer("q05", "a", moment="before"), Answer("q05", "b", moment="after")])

    assert len(twice.answers) == 2


def test_half_a_character_from_the_page_is_mended():
    assert from_rows([["q01", "", "\ud83d", "x"]]) == (Answer("q01", "?", "x"),)


@pytest.mark.parametrize(
    "rows", [[["q01"]], [[1, "", "x", ""]], [["q01", "", 2, ""]], [["q01", "never", "x", ""]], [3]]
)
def test_what_is_no_answer_is_refused(rows):
    with pytest.raises((TypeError, ValueError)):
        from_rows(rows)

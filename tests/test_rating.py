"""Ratings of fact-checkers: their own word stays, and is read as one of four where the word is known."""

import csv
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.case.schema import LANGUAGE, schema
from whosays.exchange.rating import READINGS, folded, reading

ROWS = list(csv.DictReader((files("whosays.exchange") / "ratings.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize(
    ("rating", "language", "read"),
    [
        ("True", "en", "supports"),
        ("FALSE", "", "refutes"),
        ("Pants on Fire!", "en", "refutes"),
        ("Four Pinocchios", "en", "refutes"),
        ("Mostly true", "en", "mixed"),
        ("False. The picture shows another year, in another town", "en", "refutes"),
        ("Misleading: the numbers are for all ages", "en-GB", "mixed"),
        ("Our rating: Half True", "en", "mixed"),
        ("Verdict - Falso", "es", "refutes"),
        ("❌ Falso ❌", "pt-BR", "refutes"),
        ("Teilweise falsch", "de", "mixed"),
        ("Größtenteils richtig", "de-AT", "mixed"),
        ("C\u2019est faux", "fr", "refutes"),
        ("напівправда", "uk", "mixed"),
        ("Фейк", "", "refutes"),
        ("भ्रामक", "hi", "mixed"),
        ("مضلل", "ar", "mixed"),
        ("部分錯誤", "zh-TW", "mixed"),
        ("전혀 사실 아님", "ko", "refutes"),
        ("YANLIŞ", "tr", "refutes"),
        ("ΨΕΥΔΕΣ", "el", "refutes"),
        ("EnganosO", "pt", "mixed"),
        ("Unproven", "en", "other"),
        ("Satire", "", "other"),
    ],
)
def test_a_word_of_a_scale_is_read_in_its_language(rating, language, read):
    assert reading(rating, language) == (read, True)


@pytest.mark.parametrize("rating", ["", "Hm", "Not so sure about this one at all", "7", "!!!", "Verdict:", "true-ish"])
def test_a_word_that_is_not_known_is_other_and_says_so(rating):
    assert reading(rating) == ("other", False)


def test_a_word_that_two_languages_read_differently_is_known_only_with_its_language():
    differing = {}
    for row in ROWS:
        differing.setdefault(folded(row["rating"]), {})[row["language"]] = row["normalised"]
    differing = {word: by for word, by in differing.items() if len(set(by.values())) > 1}

    assert differing
    for word, by_language in differing.items():
        assert reading(word) == ("other", False)
        assert {tag: reading(word, tag)[0] for tag in by_language} == by_language


def test_every_row_of_the_list_is_read_as_it_says():
    assert len(ROWS) > 1800
    assert len({row["language"] for row in ROWS}) > 60
    for row in ROWS:
        assert LANGUAGE.fullmatch(row["language"])
        assert reading(row["rating"], row["language"]) == (row["normalised"], True)
        assert reading(f" {row['rating'].upper()}! ", row["language"]) == (row["normalised"], True)


def test_no_row_of_the_list_is_there_twice():
    words = [(folded(row["rating"]), row["language"]) for row in ROWS]

    assert len(set(words)) == len(words)
    assert all(word for word, _ in words)


def test_the_readings_are_those_of_the_table():
    column = next(column for column in schema()["assessments"].columns if column.name == "normalised")

    assert column.values == READINGS
    assert {row["normalised"] for row in ROWS} == set(READINGS)


@given(st.text(st.characters(), max_size=40), st.text(max_size=5))
def test_anything_is_read_as_one_of_four(rating, language):
    assert reading(rating, language)[0] in READINGS

"""A text that a case carries: read strictly, held against the tables, saved with them, and shown word for word."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from spoil import edit, faults, place
from whosays.case.anchor import anchored, find
from whosays.case.load import load
from whosays.case.save import save, texts_of
from whosays.case.text import TEXT_FILE
from whosays.cli import main
from whosays.show.sheet import sheet

PRACTICE = Path(__file__).parents[1] / "data" / "practice-pond-2025"


@pytest.fixture(scope="module")
def practice():
    return load(PRACTICE)


@pytest.fixture
def copied(tmp_path):
    """A copy of a case with a text, for a test to spoil."""
    return Path(shutil.copytree(PRACTICE, tmp_path / "case"))


def rewrite(folder, old, new):
    file = folder / TEXT_FILE
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_words_of_the_passages_are_the_text_word_for_word(practice):
    assert " ".join(practice.printed[p.id] for p in practice.passages).split() == practice.text.split()
    assert practice.printed["p09s1"] == "However, both sides in this quarrel tend to choose the numbers that help them."


def test_a_case_without_a_text_prints_nothing_and_its_sheet_has_no_word_of_one(case):
    shown = sheet(case)

    assert (case.text, case.printed) == ("", {})
    assert not any("text" in row for row in (*shown["rows"], *shown["passages"]))
    assert "in our words, never" in shown["labels"]["passages_note"]


def test_the_sheet_shows_the_text_with_our_words_and_says_which_is_which(practice):
    shown = sheet(practice)

    assert {p["id"]: p["text"] for p in shown["passages"]} == practice.printed
    assert all(row["text"] == " ".join(practice.printed[p] for p in row["passages"]) for row in shown["rows"])
    assert all(row["gist"] for row in shown["rows"])
    assert "own words" in shown["labels"]["passages_note"]
    assert "never" not in shown["labels"]["passages_note"]
    assert "not reproduced" not in shown["article"]["known"]["article"]


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("clean water", "good water", [("article.csv", 2, "text_sha256"), ("passages.csv", 8, "anchor")]),
        ("clean water", "clean\n\nwater", [("article.csv", 2, "text_sha256")]),
        ("clean water", "very clean water", [("passages.csv", 0, "words")]),
    ],
)
def test_a_text_that_is_not_the_one_of_the_tables_is_named_with_place_and_cure(copied, old, new, where):
    rewrite(copied, old, new)
    found = faults(copied)

    assert [place(fault) for fault in found] == where
    assert all(TEXT_FILE in fault.remedy for fault in found)


def test_a_passage_that_ends_a_word_too_late_is_named(copied):
    edit(copied, "passages", "p09s1", "words", "15")
    edit(copied, "passages", "p09s2", "first_word", "316")
    edit(copied, "passages", "p09s2", "words", "12")

    assert {fault.column for fault in faults(copied)} == {"anchor"}


@pytest.mark.parametrize("data", [b"", b"caf\xe9", b"x " * 1_100_000])
def test_a_text_that_cannot_be_read_is_one_fault_of_its_file(copied, data):
    (copied / TEXT_FILE).write_bytes(data)
    (fault,) = faults(copied)

    assert place(fault) == (TEXT_FILE, 0, "")


def test_line_ends_of_another_system_are_the_same_text(copied, practice):
    file = copied / TEXT_FILE
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))

    assert load(copied).text == practice.text


def test_saving_writes_the_text_and_loading_brings_it_back(practice, tmp_path):
    assert texts_of(practice)[TEXT_FILE] == practice.text
    again = load(save(practice, tmp_path / practice.id))
    assert replace(again, folder=practice.folder) == practice


def test_a_case_without_a_text_saved_over_one_leaves_no_text_of_the_other(case, copied):
    save(case, copied)

    assert not (copied / TEXT_FILE).exists()
    assert load(copied).text == ""


def test_without_its_text_the_case_is_a_case_like_any_other(copied, practice):
    (copied / TEXT_FILE).unlink()
    loaded = load(copied)

    assert replace(loaded, id=practice.id, folder=practice.folder, text=practice.text) == practice
    assert not any("text" in row for row in sheet(loaded)["rows"])


def test_a_changed_text_is_measured_anew_once_the_old_measure_is_cleared(copied, capsys):
    rewrite(copied, "clean water", "good water")
    edit(copied, "article", "lantern-2025-04-09", "text_sha256", "")
    edit(copied, "passages", "p02s2", "anchor", "")

    assert main(["anchor", str(copied), str(copied / TEXT_FILE)]) == 0
    assert f"{TEXT_FILE} holds the text" in capsys.readouterr().out
    assert "good water" in load(copied).printed["p02s2"]


def test_the_passages_are_found_in_the_text_and_in_a_readers_copy_of_it(practice, capsys):
    assert {place.how for place in find(practice.passages, practice.text)} == {"exactly"}
    assert anchored(practice, practice.text) == practice
    assert main(["find", practice.id, str(PRACTICE / TEXT_FILE)]) == 0
    assert "22 passages: 22 exactly" in capsys.readouterr().out

"""The spread of a class as tables, and the example class that the teacher's notebook shows."""

import json
from collections import Counter

import pytest

import example_class
from whosays.case.errors import UnknownIdError
from whosays.teach.classroom import open_class
from whosays.teach.spread import PARTS


@pytest.fixture(scope="module")
def room():
    return open_class(example_class.FOLDER)


@pytest.fixture(scope="module")
def given():
    """The answers of the files that count, read a second time as plain JSON."""
    found = {}
    for name, text in example_class.files().items():
        try:
            rows = json.loads(text)["answers"]
        except ValueError:
            continue
        found[name.replace(" (1)", "")] = rows
    return found


def test_the_example_class_is_what_the_tool_writes():
    stored = {path.name: path.read_text(encoding="utf-8") for path in example_class.FOLDER.iterdir()}

    assert stored == example_class.files()


def test_the_damaged_and_the_double_file_are_named(room):
    left = room.frame("left")

    assert sorted(left["Why"]) == ["damaged", "double"]
    assert repr(room) == "25 files read: the answers of 23 readers, two files left out."


def test_the_quiz_counts_what_a_second_count_finds(room, given):
    fits = {q.id: q.answer for q in example_class.load(example_class.CASE).questions if q.kind == "fits the text"}
    told = [row for rows in given.values() for row in rows if row["item"] in fits]
    counted = Counter((row["moment"], fits[row["item"]]) for row in told if row["value"] == "fits the text")
    quiz = room.frame("quiz")

    for moment in ("before", "after"):
        assert quiz.loc[moment, "Hits"].split(" of ")[0] == str(counted[moment, "fits the text"])
        assert quiz.loc[moment, "False alarms"].split(" of ")[0] == str(counted[moment, "does not fit the text"])


def test_the_moves_of_l5a_are_those_of_a_second_count(room, given):
    pairs = []
    for rows in given.values():
        said = {row["moment"]: row["value"] or "could not tell" for row in rows if row["item"] == "l5a"}
        pairs.append((said["before"], said["after"]))
    moves = Counter(pair for pair in pairs if pair[0] != pair[1])
    shown = room.frame("change").loc["l5a"]

    assert {(row.Before, row.After): int(row.Readers) for row in shown.itertuples()} == dict(moves)


def test_no_table_is_about_one_reader(room):
    for name in PARTS:
        if name != "left":
            assert "seat" not in room.frame(name).to_csv().lower()


def test_an_unknown_part_names_the_parts(room):
    with pytest.raises(UnknownIdError, match="agreement"):
        room.frame("agreemnt")

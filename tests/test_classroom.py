import json
import random
import re
from collections import Counter
from math import isclose, nan
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.case.model import FITS
from whosays.cli import FAULTS, FINE, USAGE, main
from whosays.teach.answers import Answer, Answers, text_of
from whosays.teach.classroom import alpha, open_class
from whosays.teach.keep import put

CASE = "kramatorsk-2023"
QUIZ = tuple(f"t{n:02}" for n in range(1, 13))
UNITS = st.lists(st.lists(st.sampled_from("abc"), max_size=6), max_size=6)


def write(folder, name, answers):
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text_of(answers), encoding="utf-8")


def reader(seat, chance):
    """One reader who knows something, doubts at times, and changes some answers."""
    answers = []
    for moment, knows in (("before", 0.6), ("after", 0.8)):
        for item in QUIZ:
            fits = int(item[1:]) <= 6
            value = FITS[0] if (chance.random() < knows) == fits else FITS[1]
            answers.append(Answer(item, None if chance.random() < 0.1 else value, moment=moment))
    answers += [Answer("q01", str(chance.randint(0, 4)), f"reader {seat} thinks so")]
    answers += [Answer("standing k01 article", chance.choice(["contested", "answered"]))]
    answers += [Answer("l1e", "", f"a line of seat {seat}"), Answer("l1b", "x", "half", "draft")]
    return Answers(CASE, seat, tuple(answers))


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """A class of 200 files: 185 readers, 10 damaged files, 5 double ones."""
    folder, chance = tmp_path_factory.mktemp("room") / "answers", random.Random(2023)
    readers = [reader(seat, chance) for seat in range(1, 186)]
    for one in readers:
        write(folder, f"{CASE}-seat-{one.seat:02}.json", one)
    spoiled = {}
    for n in range(10):
        name, whole = f"damaged-{n}.json", text_of(readers[n]).encode()
        at = chance.randrange(len(whole))
        spoiled[name] = [whole[:at], whole.replace(b"thinks", b"thanks", 1), whole.replace(b"fits", b"fats", 1)][n % 3]
        if n == 9:
            spoiled[name] = b"\xff\xfe\x00garbage"
        (folder / name).write_bytes(spoiled[name])
    for n in range(3):  # the same seat once more, with less in it
        write(folder, f"z-double-{n}.json", Answers(CASE, readers[n].seat, readers[n].answers[:5]))
    for n in range(3, 5):  # the same content under another seat
        write(folder, f"z-double-{n}.json", Answers(CASE, 300 + n, readers[n].answers))
    assert len(list(folder.iterdir())) == 200
    return folder, readers


def test_of_200_files_the_15_that_do_not_count_are_named_and_nobody_else(room):
    found = open_class(room[0]).spread()

    assert (found["files"], found["readers"], len(found["left_out"])) == (200, 185, 15)
    assert [(one["file"], one["why"]) for one in found["left_out"]] == [
        *((f"damaged-{n}.json", "damaged") for n in range(10)),
        *((f"z-double-{n}.json", "double") for n in range(5)),
    ]
    assert all(one["message"].startswith(f"{one['file']}: found ") for one in found["left_out"])


def test_the_spread_is_that_of_a_second_computation(room):
    (case,) = open_class(room[0]).spread()["cases"]
    for item in case["items"]:
        for one in item["moments"]:
            given = [a for r in room[1] for a in r.answers if (a.item, a.moment) == (item["item"], one["moment"])]
            table = Counter(a.value for a in given)

            assert one["answers"] == len(given)
            assert {v["value"]: v["count"] for v in one["values"]} == {v: n for v, n in table.items() if v}
            assert one["unsure"] == table[None]
            assert one["lines"] == sum(a.reason != "" for a in given)


def test_the_change_is_that_of_a_second_computation(room):
    (case,) = open_class(room[0]).spread()["cases"]
    for item in (i for i in case["items"] if i["item"] in QUIZ):
        pairs = []
        for one in room[1]:
            values = {a.moment: a.value for a in one.answers if a.item == item["item"]}
            pairs.append((values["before"], values["after"]))

        assert item["change"]["both"] == 185
        assert item["change"]["changed"] == sum(a != b for a, b in pairs)
        assert {(m["from"], m["to"]): m["count"] for m in item["change"]["moves"]} == {
            pair: n for pair, n in Counter(pairs).items() if pair[0] != pair[1]}  # fmt: skip


def test_the_quiz_of_the_class_is_that_of_a_second_computation(room):
    (case,) = open_class(room[0]).spread()["cases"]
    for one in case["quiz"][1:]:
        judged = [a for r in room[1] for a in r.answers if a.item in QUIZ and a.moment == one["moment"] and a.value]
        fit = [a.value == FITS[0] for a in judged if int(a.item[1:]) <= 6]
        other = [a.value == FITS[0] for a in judged if int(a.item[1:]) > 6]

        assert (one["hits"], one["fit"], one["alarms"], one["other"]) == (sum(fit), len(fit), sum(other), len(other))
    before, after = case["quiz"][1:]
    assert after["sensitivity"] > before["sensitivity"] > 0


def test_the_agreement_is_that_of_a_second_computation(room):
    (case,) = open_class(room[0]).spread()["cases"]
    for moment in ("before", "after"):
        (one,) = [g for g in case["agreement"] if (g["group"], g["moment"]) == ("statements", moment)]
        given = [a for r in room[1] for a in r.answers if a.moment == moment and a.value]
        rows = [[a.value for a in given if a.item == item] for item in QUIZ]

        assert isclose(one["alpha"], nominal_alpha(rows), abs_tol=1e-9)


def nominal_alpha(rows):
    """Krippendorff's alpha for names, by its definition: one less observed over expected disagreement."""
    rows = [row for row in rows if len(row) > 1]
    values = [value for row in rows for value in row]
    total = Counter(values)
    n = len(values)
    observed = sum(sum(a != b for a in row for b in row) / (len(row) - 1) for row in rows) / n
    expected = (n * n - sum(k * k for k in total.values())) / (n * (n - 1))
    return 1 - observed / expected if expected else nan


@settings(deadline=None)  # the first call loads the package
@given(UNITS)
def test_alpha_is_the_one_of_its_definition_for_any_answers(rows):
    found, expected = (
        alpha([Counter(row) for row in rows]),
        nominal_alpha(rows) if any(len(r) > 1 for r in rows) else nan,
    )

    assert (found is None) == (expected != expected)  # noqa: PLR0124 - only a missing number differs from itself
    assert found is None or isclose(found, expected, abs_tol=1e-9)


def test_alpha_equals_the_documented_example_of_its_package():
    # krippendorff 0.9.0, docstring of alpha(): three coders, fifteen units, nominal 0.691358 and interval 0.810845.
    data = ["*****34121133*3", "1*213343*******", "**21344*21133*4"]
    units = [Counter(row[n] for row in data if row[n] != "*") for n in range(15)]

    assert round(alpha(units), 6) == 0.691358
    assert round(alpha(units, "interval"), 6) == 0.810845


def test_nothing_is_said_about_one_reader(room):
    found = open_class(room[0])
    counted = {**found.spread(), "left_out": []}

    for text in (json.dumps(counted, ensure_ascii=False), found.text().partition("\n\n")[2]):
        assert "thinks so" not in text
        assert "a line of" not in text
        assert not re.search(r"\bseat\b|\brank|\bbest\b|\bworst\b|\bscore\b", text)


def test_a_draft_is_no_answer(room):
    (case,) = open_class(room[0]).spread()["cases"]

    assert "l1b" not in {item["item"] for item in case["items"]}


def test_short_answers_of_two_readers_may_be_the_same(tmp_path):
    for seat in (1, 2):
        put(CASE, seat, [Answer("q01", "2")], tmp_path)

    assert open_class(tmp_path).spread()["readers"] == 2


def test_readers_without_a_seat_all_count_but_the_same_file_twice_does_not(tmp_path):
    for n, value in enumerate("223"):
        write(tmp_path, f"download-{n}.json", Answers(CASE, 0, (Answer("q01", value),)))

    found = open_class(tmp_path).spread()

    assert (found["readers"], [one["file"] for one in found["left_out"]]) == (2, ["download-1.json"])


def test_a_file_of_another_version_is_named_as_one(tmp_path):
    newer = text_of(Answers(CASE, 1)).replace('"version": 1', '"version": 2')
    (tmp_path / "new.json").write_text(newer, encoding="utf-8")

    (left,) = open_class(tmp_path).spread()["left_out"]

    assert left["why"] == "other version"


def test_copies_and_files_that_were_set_aside_count_no_reader_twice(tmp_path):
    put(CASE, 7, [Answer("q01", "2", "why")], tmp_path)
    (tmp_path / f"{CASE}-seat-07.set-aside-1.json").write_bytes(b"{")

    found = open_class(tmp_path).spread()

    assert (found["readers"], [one["why"] for one in found["left_out"]]) == (1, ["damaged"])


def test_a_case_that_is_not_known_here_is_counted_without_prompts(tmp_path):
    put("their-own-2020", 1, [Answer("q01", "2")], tmp_path)

    (case,) = open_class(tmp_path).spread()["cases"]

    assert (case["case"], case["items"][0]["prompt"], case["quiz"]) == ("their-own-2020", "", [])


def test_the_command_prints_the_same_spread_as_text_or_as_json(room, tmp_path, capsys):
    assert main(["class", str(room[0])]) == FAULTS
    text = capsys.readouterr().out
    assert text.startswith("200 files read: the answers of 185 readers, 15 files left out.\n  damaged: damaged-0.json")
    assert "What fits the text, before: Of " in text
    assert main(["class", str(room[0]), "--json"]) == FAULTS
    assert json.loads(capsys.readouterr().out) == open_class(room[0]).spread()

    put(CASE, 7, [Answer("q01", "2")], tmp_path)
    assert main(["class", str(tmp_path)]) == FINE


def test_an_empty_folder_and_one_that_is_not_there_are_said_in_plain_words(tmp_path, capsys):
    assert main(["class", str(tmp_path)]) == FAULTS
    assert capsys.readouterr().out.startswith(f"There are no files of answers in {tmp_path}.")
    assert main(["class", str(tmp_path / "nowhere")]) == USAGE
    assert "There is no such folder" in capsys.readouterr().err


def test_a_file_that_cannot_be_opened_is_named_as_damaged_and_stops_nothing(tmp_path, monkeypatch):
    for seat in (1, 2):
        write(tmp_path, f"{CASE}-seat-0{seat}.json", reader(seat, random.Random(seat)))
    opens = Path.read_bytes

    def read_bytes(path):
        if "seat-02" in path.name:
            raise FileNotFoundError(44, "No such file or directory", str(path))
        return opens(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    whole = open_class(tmp_path).spread()

    assert [case["readers"] for case in whole["cases"]] == [1]
    assert [(one["why"], "seat-02" in one["message"]) for one in whole["left_out"]] == [("damaged", True)]

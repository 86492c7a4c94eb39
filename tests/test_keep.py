import os
import random
import subprocess
import sys
import time

import pytest

from whosays.teach.answers import Answer, Answers, parse, text_of
from whosays.teach.keep import delete, path_of, put, read

CASE = "kramatorsk-2023"
ROUNDS = 40
WRITER = """
import sys
from whosays.teach.answers import Answer
from whosays.teach.keep import put
print("ready", flush=True)
for number in range(int(sys.argv[2]), 10**9):
    put("kramatorsk-2023", 7, [Answer("q01", str(number), "x" * 3000)], sys.argv[1])
    print(number, flush=True)
"""


MANY = """
import sys
from whosays.teach.answers import Answer
from whosays.teach.keep import put
for number in range(60):
    put("kramatorsk-2023", 7, [Answer(f"{sys.argv[2]}{number}", "1")], sys.argv[1])
"""


def given(folder, *values):
    for value in values:
        put(CASE, 7, [Answer(f"q{value:02}", str(value))], folder)
    return path_of(CASE, 7, folder)


def test_nothing_is_written_until_something_is_answered(tmp_path):
    assert read(CASE, 7, tmp_path / "answers") == (Answers(CASE, 7), "")
    assert not (tmp_path / "answers").exists()


def test_an_answer_is_kept_in_a_file_named_by_case_and_seat(tmp_path):
    path = given(tmp_path / "answers", 1)

    assert path.name == "kramatorsk-2023-seat-07.json"
    assert read(CASE, 7, path.parent) == (Answers(CASE, 7, (Answer("q01", "1"),)), "")


def test_two_seats_and_two_cases_do_not_meet(tmp_path):
    put(CASE, 1, [Answer("q01", "1")], tmp_path)
    put(CASE, 2, [Answer("q01", "2")], tmp_path)
    put("other-2020", 1, [Answer("q01", "3")], tmp_path)

    values = [
        read(case, seat, tmp_path)[0].answers[0].value for case, seat in ((CASE, 1), (CASE, 2), ("other-2020", 1))
    ]
    assert values == ["1", "2", "3"]


def test_a_file_cut_off_at_every_length_is_set_aside_and_the_last_complete_answers_come_back(tmp_path):
    path = given(tmp_path, 1, 2)
    whole = path.read_bytes()
    expected = read(CASE, 7, tmp_path)[0]

    for number, length in enumerate(range(len(whole)), 1):
        path.write_bytes(whole[:length])
        found, message = read(CASE, 7, tmp_path)
        aside = tmp_path / f"kramatorsk-2023-seat-07.set-aside-{number}.json"

        assert found == expected
        assert aside.read_bytes() == whole[:length]
        assert path.read_bytes() == whole
        assert aside.name in message
        assert message.endswith("The last complete answers are back.")


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", "{}".encode("utf-16"), b'{"format": "whosays answers", "version": 2}']
)
def test_a_file_that_cannot_be_read_is_never_overwritten(tmp_path, content):
    path = given(tmp_path, 1)
    path.write_bytes(content)

    after, message = put(CASE, 7, [Answer("q09", "9")], tmp_path)

    assert message
    assert [a.item for a in after.answers] == ["q01", "q09"]
    assert (tmp_path / "kramatorsk-2023-seat-07.set-aside-1.json").read_bytes() == content


def test_without_a_complete_copy_the_file_is_set_aside_and_a_sentence_says_that_this_begins_anew(tmp_path):
    path = given(tmp_path, 1)
    for file in tmp_path.iterdir():
        file.write_bytes(b"x")

    found, message = read(CASE, 7, tmp_path)

    assert found == Answers(CASE, 7)
    assert message.endswith("so this begins anew.")
    assert not path.exists()


def test_a_file_under_the_name_of_another_seat_is_set_aside(tmp_path):
    path = given(tmp_path, 1)
    path.rename(path_of(CASE, 8, tmp_path))

    found, message = read(CASE, 8, tmp_path)

    assert found == Answers(CASE, 8)
    assert "another case or seat" in message


def test_a_notebook_sees_what_another_one_wrote_meanwhile(tmp_path):
    given(tmp_path, 1, 2)

    assert [a.item for a in put(CASE, 7, [Answer("q03", "3")], tmp_path)[0].answers] == ["q01", "q02", "q03"]


def test_two_notebooks_that_write_at_once_lose_no_answer_of_each_other(tmp_path):
    writers = [subprocess.Popen([sys.executable, "-c", MANY, str(tmp_path), name]) for name in ("a", "b")]

    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    assert len(read(CASE, 7, tmp_path)[0].answers) == 120


def test_deleting_leaves_nothing_of_the_seat_and_all_of_the_others(tmp_path):
    path = given(tmp_path, 1)
    put(CASE, 8, [Answer("q01", "1")], tmp_path)
    path.write_bytes(b"x")
    read(CASE, 7, tmp_path)
    (tmp_path / ".kramatorsk-2023-seat-07.123.part").write_bytes(b"x")

    delete(CASE, 7, tmp_path)

    assert {p.name for p in tmp_path.iterdir()} == {
        f"{start}kramatorsk-2023-seat-08.{end}" for start, end in (("", "json"), (".", "copy"), (".", "lock"))
    }


def test_what_a_reader_deleted_by_hand_stays_deleted(tmp_path):
    given(tmp_path, 1).unlink()

    assert read(CASE, 7, tmp_path) == (Answers(CASE, 7), "")


def test_a_folder_that_cannot_be_written_leaves_what_stood_there(tmp_path, monkeypatch):
    path = given(tmp_path, 1)
    before = path.read_bytes()
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError("disk full")))

    with pytest.raises(OSError, match="disk full"):
        put(CASE, 7, [Answer("q02", "2")], tmp_path)
    assert path.read_bytes() == before


def test_a_process_killed_in_mid_write_loses_no_answer_that_was_kept(tmp_path):
    chance, last = random.Random(7), -1
    for _ in range(ROUNDS):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), str(last + 1)], stdout=subprocess.PIPE)
        writer.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.03))
        writer.kill()
        kept = [int(line) for line in writer.communicate()[0].split()]

        found, message = read(CASE, 7, tmp_path)

        assert message == ""
        value = int(found.answers[0].value) if found.answers else -1
        assert value >= max([last, *kept])
        assert value <= max([last, *kept]) + 1
        last = value
    assert last > ROUNDS / 2, "too few writes were met for this to show anything"
    assert not list(tmp_path.glob("*.set-aside-*"))


def test_what_a_killed_process_was_writing_is_cleared_away_later(tmp_path):
    path = given(tmp_path, 1)
    left = tmp_path / ".kramatorsk-2023-seat-07.1.part"
    left.write_bytes(b"x")
    os.utime(left, (0, 0))

    given(tmp_path, 2)

    assert not left.exists()
    assert parse(path.read_bytes(), path.name) == read(CASE, 7, tmp_path)[0]
    assert text_of(read(CASE, 7, tmp_path)[0]) == path.read_text(encoding="utf-8")

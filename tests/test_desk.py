import json
import os

import pytest

from whosays.casebook import Casebook
from whosays.teach import desk
from whosays.teach.answers import Answer
from whosays.teach.desk import seat_number
from whosays.teach.keep import lasts, path_of, put, read

CASE = "kramatorsk-2023"
GUESS = ["q01", "", "3", ""]
LINE = ["line k01", "draft", "saw", "half a"]


@pytest.fixture
def book(case, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WHOSAYS_SEAT", raising=False)
    return Casebook(case)


def items(seat=7, folder="answers"):
    return [(a.item, a.moment, a.value, a.reason) for a in read(CASE, seat, folder)[0].answers]


def test_showing_widgets_writes_nothing(book, tmp_path):
    repr([book.explorer(seat=7), book.ask("q01", seat=7), book.quiz("before", seat=7)])

    assert list(tmp_path.iterdir()) == []


def test_what_is_answered_in_an_explorer_is_there_again_in_the_next_one(book):
    book.explorer(seat=7).answers = [GUESS, LINE]

    assert items() == [tuple(GUESS), tuple(LINE)]
    assert book.explorer(seat=7).answers == [GUESS, LINE]
    assert book.explorer(seat=8).answers == []


def test_what_the_page_sends_is_kept_and_known_to_python_and_a_draft_gives_way(book):
    shown = book.ask("l1b", seat=7)
    for moment, reason in (("draft", "half"), ("", "whole")):
        message = {"type": "answers", "rows": [["l1b", moment, "x", reason]]}
        shown._handle_custom_msg(message, [])  # noqa: SLF001 - what the page sends

    assert shown.answers == [["l1b", "", "x", "whole"]]
    assert items() == [("l1b", "", "x", "whole")]


def test_two_widgets_open_at_once_do_not_undo_each_other(book):
    one, other = book.explorer(seat=7), book.ask("l1b", seat=7)
    one.answers = [GUESS]
    other.answers = [["l1b", "", "the agency Tass", "it says so"]]
    one.answers = [GUESS, ["standing k01 article", "", "contested", ""]]

    assert [row[0] for row in items()] == ["q01", "l1b", "standing k01 article"]


def send(shown, *row):
    shown._handle_custom_msg({"type": "answers", "rows": [list(row)]}, [])  # noqa: SLF001 - what the page sends


def test_what_was_answered_last_is_kept_even_if_its_own_widget_held_it_all_along(book):
    one, other = book.ask("q01", seat=7), book.ask("q01", seat=7)
    send(one, "q01", "", "2", "")
    send(other, "q01", "", "3", "")
    send(one, "q01", "", "2", "")

    assert items() == [("q01", "", "2", "")]


def test_what_a_full_disk_did_not_take_is_kept_with_the_next_answer(book, monkeypatch):
    shown = book.explorer(seat=7)
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
        send(shown, *GUESS)
        assert shown.notice.startswith("Your answers could not be kept on the disk")
    send(shown, *LINE)

    assert items() == [tuple(GUESS), tuple(LINE)]
    assert shown.notice == ""


@pytest.mark.parametrize("lasting", [True, False])
def test_the_page_lets_go_of_an_answer_only_when_a_folder_that_lasts_has_it(book, monkeypatch, lasting):
    monkeypatch.setattr(desk, "lasts", lambda _: lasting)
    shown, told = book.explorer(seat=7), []
    monkeypatch.setattr(shown, "send", lambda message: told.append(message["type"]))
    send(shown, *GUESS)

    assert told == ["kept"] * lasting
    assert ("only in this browser" in shown.notice) is not lasting
    assert shown.answers == [GUESS]


def test_in_a_browser_only_its_own_files_outlive_python(monkeypatch):
    assert lasts("answers")
    monkeypatch.setattr("sys.platform", "emscripten")

    assert not lasts("answers")
    assert lasts("/drive/answers")


def test_a_saved_line_takes_the_place_of_its_draft(book):
    shown = book.explorer(seat=7)
    shown.answers = [LINE]
    shown.answers = [["line k01", "", "saw", "half a line"]]

    assert items() == [("line k01", "", "saw", "half a line")]


def test_the_sentence_of_an_explorer_does_not_depend_on_what_is_kept(book):
    before = repr(book.explorer(seat=7))
    book.explorer(seat=7).answers = [GUESS, LINE]

    assert repr(book.explorer(seat=7)) == before


def test_deleting_empties_the_widget_and_the_folder(book, tmp_path):
    shown = book.explorer(seat=7)
    shown.answers = [GUESS]
    shown._handle_custom_msg({"type": "delete"}, [])  # noqa: SLF001 - what the page sends

    assert shown.answers == []
    assert list((tmp_path / "answers").iterdir()) == []


def test_a_damaged_file_is_set_aside_with_a_sentence_and_the_answers_come_back(book):
    book.explorer(seat=7).answers = [GUESS]
    path_of(CASE, 7).write_bytes(b"{")

    shown = book.ask("q01", seat=7)

    assert shown.answers == [GUESS]
    assert "kept as kramatorsk-2023-seat-07.set-aside-1.json. The last complete answers are back." in shown.notice


def test_a_disk_that_cannot_be_written_is_said_and_nothing_breaks(book, monkeypatch):
    shown = book.explorer(seat=7)
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))

    shown.answers = [GUESS]

    assert shown.notice.startswith("Your answers could not be kept on the disk: No space left on device.")
    assert shown.answers == [GUESS]


def test_the_working_directory_may_change_and_the_answers_stay_together(book, tmp_path, monkeypatch):
    shown = book.explorer(seat=7)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")

    shown.answers = [GUESS]

    assert items(folder=tmp_path / "answers") == [tuple(GUESS)]


def test_the_result_of_the_quiz_comes_once_all_is_answered_and_is_there_again(book):
    shown = book.quiz("before", seat=7)
    rows = [[item["id"], "before", "fits the text", ""] for item in shown.content["items"]]
    shown.answers = rows[:-1]
    assert shown.result == ""

    shown.answers = [*rows[:-1], [rows[-1][0], "before", None, ""]]

    assert shown.result == (
        "Of 5 that fit, you took 5 to fit; of 6 that do not, you took 6 to fit. For one statement you could not tell."
    )
    assert book.quiz("before", seat=7).result == shown.result
    assert book.quiz("after", seat=7).result == ""


def test_the_seat_is_the_one_given_else_the_one_of_the_room_else_none(book, monkeypatch):
    assert book.explorer().seat == 0
    monkeypatch.setenv("WHOSAYS_SEAT", "12")

    assert book.explorer().seat == book.quiz().seat == 12
    assert book.ask("q01", seat=3).seat == 3


@pytest.mark.parametrize("seat", ["Ada", "-1", "1000", "", "1.5"])
def test_what_is_no_seat_number_is_said_with_its_place(monkeypatch, seat):
    monkeypatch.setenv("WHOSAYS_SEAT", seat)

    with pytest.raises(ValueError, match=r"^WHOSAYS_SEAT: found .* expected a number from 0 to 999\."):
        seat_number()


def test_the_file_holds_no_name_and_no_time(tmp_path):
    put(CASE, 7, [Answer("q01", "3")], tmp_path)
    held = json.loads(path_of(CASE, 7, tmp_path).read_text(encoding="utf-8"))

    assert set(held) == {"format", "version", "case", "seat", "answers", "checksum"}
    assert set(held["answers"][0]) == {"item", "moment", "value", "reason"}

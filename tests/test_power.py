"""A process is killed at random moments while it saves, and the folder holds the old case or the new one."""

import errno
import os
import signal
import time
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median

import pytest

from whosays.author.begin import open_draft
from whosays.case import lock
from whosays.case.load import load
from whosays.case.lock import locked
from whosays.case.save import finish_interrupted_save, save_files, texts_of

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork: no process can be killed")
OURS = "plan.svg"  # a file that is no table


@pytest.fixture(scope="module")
def states():
    """Two states of one case, as texts of its files."""
    case = load("practice-pond-2025")
    return [texts_of(replace(case, article=replace(case.article, content_note=note))) for note in ("Old.", "New.")]


@pytest.fixture
def place(tmp_path, states):
    """The folder of the case in its first state, with a file that is no table."""
    folder = save_files(states[0], tmp_path / "case")
    (folder / OURS).write_text("ours", encoding="utf-8")
    return folder


def held(folder):
    return {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}


def killed(act, seconds):
    """Let a process of its own act over and over, kill it after some time, and return whether it was in mid-act."""
    begun, told = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(begun)
        try:
            for turn in range(1_000):
                os.write(told, b"(")
                act(turn)
                os.write(told, b")")
        finally:
            os._exit(1)
    os.close(told)
    said = os.read(begun, 1)  # it runs
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(begun, 4_096):
        said += more
    os.close(begun)
    return said.endswith(b"(")


def took(act):
    """Return how long it takes, in seconds: the middle of five times."""
    found = []
    for turn in range(5):
        start = time.perf_counter()
        act(turn)
        found.append(time.perf_counter() - start)
    return median(found)


def assert_nothing_is_beside(folder):
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_a_process_that_is_killed_200_times_while_it_saves_leaves_the_old_case_or_the_new_one(place, states):
    def save(turn):
        save_files(states[turn % 2], place)

    chance, length, inside, left = Random(5), took(save), 0, set()
    for _ in range(200):
        inside += killed(save, chance.random() * 2 * length)
        left.add(tuple(sorted(path.name for path in place.parent.iterdir())))
        finish_interrupted_save(place)
        found = held(place)
        assert found.pop(OURS) == "ours"
        assert found in states

    save(1)
    assert_nothing_is_beside(place)
    assert held(place) == {**states[1], OURS: "ours"}
    assert inside > 150, "most of the kills fell into a save, or this shows nothing"
    assert len(left) > 1, "some of them left something beside the case"


def test_a_process_that_is_killed_50_times_while_a_draft_is_changed_leaves_a_step_whole(place):
    draft = open_draft(place)
    source = draft.rows("sources")[0]["id"]

    def put(turn):
        draft.put("sources", source, note=("One.", "Two.")[turn % 2])

    length, whole = took(put), []
    for note in ("One.", "Two."):
        draft.put("sources", source, note=note)
        whole.append(held(place))
    chance, inside = Random(6), 0
    for _ in range(50):
        inside += killed(put, chance.random() * 2 * length)
        finish_interrupted_save(place)
        assert held(place) in whole

    assert open_draft(place).row("sources", source)["note"] in {"One.", "Two."}
    draft.save()
    assert_nothing_is_beside(place)
    assert inside > 35, "most of the kills fell into a step, or this shows nothing"


def test_two_processes_that_save_at_once_and_one_that_reads_never_see_a_mixture(place, states):
    children = []
    for first in states:
        child = os.fork()
        if child == 0:
            status = 1
            try:
                for turn in range(15):
                    save_files(first if turn % 2 else states[0], place)
                status = 0
            finally:
                os._exit(status)
        children.append(child)
    notes = set()
    while children:
        notes.add(load(place).article.content_note)
        for child in list(children):
            done, status = os.waitpid(child, os.WNOHANG)
            if done:
                children.remove(child)
                assert status == 0
    assert notes <= {"Old.", "New."}
    assert held(place) in [{**state, OURS: "ours"} for state in states]
    assert_nothing_is_beside(place)


def test_a_program_that_never_lets_go_of_a_case_is_an_error_that_says_so(place, states, monkeypatch):
    monkeypatch.setattr(lock, "SECONDS", 0.02)
    before = held(place)

    with locked(place), pytest.raises(BlockingIOError, match="Another program is saving here"):
        save_files(states[1], place)

    assert held(place) == before
    with locked(place, shared=True):
        assert load(place).article.content_note == "Old."


def test_a_file_that_is_no_table_keeps_its_bytes_without_being_copied(place, states):
    before = (place / OURS).stat()
    (place / "gone").symlink_to("nowhere")
    save_files(states[1], place)

    assert (place / OURS).stat().st_ino == before.st_ino
    assert (place / OURS).stat().st_nlink == 1
    assert (place / "gone").readlink() == Path("nowhere")


def test_where_a_file_cannot_have_two_names_it_is_copied(place, states, monkeypatch):
    def refuse(*_names, **_how):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    save_files(states[1], place)

    assert held(place) == {**states[1], OURS: "ours"}


def test_a_folder_in_place_of_a_table_is_an_error_and_is_not_lost(place, states):
    (place / "claims.csv").unlink()
    (place / "claims.csv").mkdir()
    (place / "claims.csv" / "mine.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(IsADirectoryError):
        save_files(states[1], place)

    assert (place / "claims.csv" / "mine.txt").read_text(encoding="utf-8") == "mine"
    assert_nothing_is_beside(place)

"""A file is written whole or not at all, and a device stays a device."""

import os
import stat
import threading

import pytest

from whosays.case.whole import whole
from whosays.cli import FINE, main


def test_a_file_takes_its_place_only_once_it_is_whole(tmp_path):
    file = tmp_path / "page.html"
    file.write_text("old", encoding="utf-8")

    with whole(file) as part:
        part.write_text("new", encoding="utf-8")
        assert file.read_text(encoding="utf-8") == "old"

    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("page.html", "new")]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_what_stood_there_stays_if_writing_is_cut_off(tmp_path, error):
    file = tmp_path / "page.html"
    file.write_text("old", encoding="utf-8")

    def cut_off():
        with whole(file) as part:
            part.write_text("ne", encoding="utf-8")
            raise error

    with pytest.raises(type(error)):
        cut_off()
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("page.html", "old")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path):
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")))
    reader.start()

    assert main(["page", "practice-pond-2025", "-o", str(pipe)]) == FINE

    reader.join(timeout=20)
    assert got[0].startswith("<!doctype html>")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]

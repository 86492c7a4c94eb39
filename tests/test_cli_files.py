"""Whatever file a command is given, it says in plain words what is wrong with it, or does what it can."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from whosays.case.load import cases_folder
from whosays.cli import FAULTS, FINE, USAGE, main

CASE = cases_folder() / "practice-pond-2025"


def _sparse(path):
    with path.open("wb") as file:
        file.truncate(10**9)


ODD = {
    "a folder": Path.mkdir,
    "empty": lambda path: path.write_bytes(b""),
    "blank": lambda path: path.write_bytes(b"\xef\xbb\xbf \n\t\n"),
    "windows-1252": lambda path: path.write_bytes("Zürich".encode("cp1252")),
    "utf-16": lambda path: path.write_bytes("A town.".encode("utf-16")),
    "zero bytes": lambda path: path.write_bytes(b"A\x00town."),
    "1 GB": _sparse,
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link to nothing": lambda path: path.symlink_to("nothing"),
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
    "a pipe": os.mkfifo,
    "not there": lambda _path: None,
    "an escape \x1b[31m": lambda _path: None,
    "x" * 300: lambda _path: None,
    os.fsdecode(b"no text \xff"): lambda _path: None,
}
COMMANDS = {
    "check": ["check", "ODD"],
    "sheet": ["sheet", "ODD"],
    "standing": ["standing", "ODD"],
    "page": ["page", "ODD", "-o", "page.html"],
    "page to it": ["page", "case", "-o", "ODD"],
    "print": ["print", "ODD", "--lesson", "2", "-o", "lesson.html"],
    "class": ["class", "ODD"],
    "anchor": ["anchor", "case", "ODD"],
    "find": ["find", "case", "ODD"],
    "cases": ["cases", "ODD"],
    "new": ["new", "new", "--text", "ODD"],
    "new in it": ["new", "ODD", "--text", "text.txt"],
}


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder to work in, with a case and a text."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(CASE, "case")
    Path("text.txt").write_text("A town\n\nIt rained.\n", encoding="utf-8")
    return tmp_path


@pytest.mark.skipif(os.name != "posix", reason="pipes, devices and links are made as on POSIX")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_meets_every_odd_file_without_a_traceback(here, capsys, command):
    for name, make in ODD.items():
        if (command, name) == ("page to it", "a pipe"):
            continue  # it waits for a reader, as any program does; see test_whole
        file = here / name
        make(file)
        status = main([name if word == "ODD" else word for word in COMMANDS[command]])
        said = capsys.readouterr()

        assert status in {FINE, FAULTS, USAGE}, name
        assert status == FINE or said.err.strip() or said.out.strip(), name
        assert "None" not in said.err, name
        assert all(line.isprintable() for line in said.err.splitlines()), name
        shutil.rmtree(here / "new", ignore_errors=True)


@pytest.mark.parametrize("table", ["article.csv", "claims.csv", "text.txt", "hypotheses.csv"])
@pytest.mark.parametrize("kind", [kind for kind in ODD if not kind.startswith(("x", "an escape", "no text"))])
@pytest.mark.skipif(os.name != "posix", reason="pipes, devices and links are made as on POSIX")
def test_an_odd_file_in_place_of_a_table_is_a_fault_of_it_or_none(here, capsys, table, kind):
    (here / "case" / table).unlink(missing_ok=True)
    ODD[kind](here / "case" / table)

    status = main(["check", "case"])

    said = capsys.readouterr().err
    assert status in {FINE, FAULTS}
    assert status == FINE or "case/" in said
    assert status == FAULTS or table in {"text.txt", "hypotheses.csv"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_table_that_may_not_be_read_is_named(here, capsys):
    (here / "case" / "claims.csv").chmod(0)

    assert main(["check", "case"]) == USAGE
    assert "claims.csv" in capsys.readouterr().err


def test_a_case_is_begun_and_measured_in_the_folder_one_works_in(here):
    (here / "mine").mkdir()
    for words in (["new", ".", "--text", "../text.txt"], ["check", "."]):
        done = subprocess.run(
            [sys.executable, "-m", "whosays.cli", *words], cwd=here / "mine", capture_output=True, check=False
        )
        assert b"Traceback" not in done.stderr
        assert done.returncode == (FINE if words[0] == "new" else FAULTS)

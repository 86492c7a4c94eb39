"""The notebooks are a regression test only while they keep these rules."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reading import PLAIN, reading_level
from spoil import filed
from whosays.show.figures import FIGURES
from whosays.show.tables import _ANSWERS, _VIEWS

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").rglob("*.ipynb"))
EXCUSES = {"nbval-skip", "nbval-ignore-output", "skip-execution", "raises-exception"}
EXCUSED_NOW = 0  # may only go down
LARGE = {"analysis": 300_000, "report": 300_000}  # they show every table; one widget's stored state would be 5 million
each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def cells(path, kind="code"):
    return [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == kind]


def source(cell):
    return "".join(cell["source"])


def tags(cell):
    return set(cell["metadata"].get("tags", []))


def test_there_are_notebooks():
    assert NOTEBOOKS


@each
def test_every_code_cell_was_run_from_top_to_bottom(path):
    counts = [cell["execution_count"] for cell in cells(path) if not tags(cell) & EXCUSES]

    assert counts == list(range(1, len(counts) + 1))


@each
def test_every_code_cell_shows_something_that_nbval_can_compare(path):
    silent = [source(cell) for cell in cells(path) if not cell["outputs"] and not tags(cell) & EXCUSES]

    assert silent == []


@each
def test_code_cells_are_short_and_define_nothing(path):
    for cell in cells(path):
        lines = [line for line in source(cell).splitlines() if line.strip()]
        assert 1 <= len(lines) <= 3, lines
        assert not re.search(r"^\s*(def|class|import pandas|from ipywidgets|%|!)", source(cell), re.MULTILINE)


@each
def test_prose_stands_before_and_after_every_code_cell(path):
    kinds = [cell["cell_type"] for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]

    assert kinds[0] == kinds[-1] == "markdown"
    assert "code code code" not in " ".join(kinds)


@each
def test_nothing_random_is_stored(path):
    stored = path.read_text(encoding="utf-8")
    notebook = json.loads(stored)

    assert "widgets" not in notebook["metadata"]
    assert "version" not in notebook["metadata"].get("language_info", {})
    for mark in ("model_id", "iopub.", " at 0x", "widget-view+json"):
        assert mark not in stored


@each
def test_the_last_words_say_what_is_not_known(path):
    prose = " ".join(source(cell) for cell in cells(path, "markdown"))

    assert "What we do not know" in prose
    assert "did well" in prose


@each
def test_a_notebook_is_small(path):
    assert path.stat().st_size < LARGE.get(path.stem, 100_000)


@each
def test_a_lesson_is_written_in_plain_english_and_says_how_plain(path):
    notebook = json.loads(path.read_text(encoding="utf-8"))
    level = reading_level(notebook)

    assert notebook["metadata"]["reading_level"] == {"lix": level}
    assert level < PLAIN


def test_long_words_and_long_sentences_raise_the_level_and_markup_does_not():
    def level(text):
        return reading_level({"cells": [{"cell_type": "markdown", "source": [text]}]})

    plain = level("We look at the page. Then we write one line.")
    marked = "**We look** at [the page](https://example.org/long/address). Then we `write_down` write one line."
    assert level(marked) == plain
    assert level("We look at the page and then we write one line and read it out again.") > plain
    assert level("We investigate attribution. Consequently everybody summarises provenance.") > plain


def test_excused_cells_have_a_written_reason_and_are_counted():
    excused = [cell for path in NOTEBOOKS for cell in cells(path) if tags(cell) & EXCUSES]

    assert len(excused) <= EXCUSED_NOW
    assert all(cell["metadata"].get("reason") for cell in excused)


def test_the_notebook_for_report_authors_shows_every_table_of_its_case_and_every_figure(case):
    asked = "\n".join(map(source, cells(ROOT / "notebooks" / "analysis.ipynb")))

    assert [name for name in (*filed(case), *_ANSWERS, *_VIEWS) if f'case.frame("{name}"' not in asked] == []
    assert [name for name in FIGURES if f'case.figure("{name}"' not in asked] == []


def test_the_readme_lists_every_notebook_and_no_other():
    listed = re.findall(r"`(\w+\.ipynb)`", (ROOT / "README.md").read_text(encoding="utf-8"))

    assert sorted(set(listed)) == sorted(path.name for path in NOTEBOOKS if path.parent.name == "notebooks")


def nbval(folder, **env):
    """Run the notebooks of a folder as `make test` does and return the exit status with what was printed."""
    command = [sys.executable, "-m", "pytest", "-q", "--nbval", "--nbval-current-env", "-p", "no:cacheprovider"]
    # Only nbval is under test here; the project's own options would collect the library again.
    command += ["-c", os.devnull, "--rootdir", str(folder), str(folder)]
    done = subprocess.run(command, cwd=folder, env={**os.environ, **env}, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def start_here(folder):
    return Path(shutil.copy(ROOT / "notebooks" / "00_start_here.ipynb", folder))


def test_one_digit_changed_in_a_stored_output_fails(tmp_path):
    path = start_here(tmp_path)
    stored = path.read_text(encoding="utf-8")
    spoiled = stored.replace("491 words", "492 words")
    assert spoiled != stored
    path.write_text(spoiled, encoding="utf-8")

    status, printed = nbval(tmp_path)

    assert status == 1
    assert "1 failed" in printed


def test_one_fact_changed_in_a_table_that_a_notebook_shows_fails(tmp_path):
    data = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    table = data / "kramatorsk-2023" / "statements.csv"
    stored = table.read_text(encoding="utf-8")
    spoiled = stored.replace("p07-4,p07s2,,k01,,,s02,s04,", "p07-4,p07s2,,k01,,,s12,s04,")
    assert spoiled != stored
    table.write_text(spoiled, encoding="utf-8")
    (tmp_path / "notebooks").mkdir()
    start_here(tmp_path / "notebooks")

    status, printed = nbval(tmp_path / "notebooks", WHOSAYS_DATA=str(data))

    assert status == 1
    assert "failed" in printed


def test_refreshing_twice_gives_the_same_bytes_as_are_stored(tmp_path):
    path = start_here(tmp_path)
    before = path.read_bytes()

    for _ in range(2):
        subprocess.run([sys.executable, ROOT / "tools" / "refresh_notebooks.py", path], check=True, capture_output=True)

        assert path.read_bytes() == before

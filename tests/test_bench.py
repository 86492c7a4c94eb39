"""What `make bench` measures, on tiny sizes: that it works and that answers are compared; no time is judged."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import measure
from measure import Job, Section
from peers import JOBS

ROOT = Path(__file__).parents[1]


def own(job, size):
    """What our own library makes of a job, in a process as the bench starts it."""
    command = [sys.executable, ROOT / "bench" / "peers.py", job, "whosays", str(size), "1"]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@pytest.mark.parametrize(("job", "size"), [("accepted", 400), ("circles", 20_000), ("roots", 20_000)])
def test_a_job_gives_the_same_answer_twice_and_finds_something(job, size):
    first, second = own(job, size), own(job, size)

    assert first["answer"] == second["answer"]
    assert first["count"] > 0


def test_the_growth_of_the_sheet_comes_as_a_ratio_to_the_row_above():
    section = measure.sheets(quick=True)

    assert [row[0] for row in section.rows] == ["50", "200"]
    assert float(section.rows[1][4]) > 0
    assert section.text().startswith("## The sheet of made cases\n\n| statements |")


def test_the_import_is_set_against_pandas_and_ipywidgets():
    section = measure.imports(quick=True)

    assert [row[0] for row in section.rows][2:] == ["import pandas", "import ipywidgets"]
    assert all(row[2].endswith("%") for row in section.rows)


def test_peers_are_compared_and_one_that_is_cut_off_is_said_to_be(monkeypatch):
    given = {"whosays": Job(0.5, 0, "same", 3), "formal-argumentation": Job(1.5, 0, "same", 3),
             "python-argumentation": Job(None)}  # fmt: skip
    monkeypatch.setattr(measure, "peer", lambda *asked, **_: given[asked[2]])
    section = measure.accepted(quick=True)

    assert section.agreed
    assert section.rows[0] == ["1,000", "3", "500.0", "1,500", "cut off at 10 s", "3.00", "yes"]
    assert section.rows[1][4] == "not tried"


def test_another_answer_is_told_and_fails_the_run(monkeypatch):
    section = Section("Any", ["job"])

    assert measure.agree(section, [Job(1, 0, "a"), Job(1, 0, "b")]) == "NO"
    assert not section.agreed
    monkeypatch.setattr(sys, "argv", ["measure.py", "--quick", "--only", "graphs"])
    monkeypatch.setitem(measure.SECTIONS, "graphs", lambda **_: section)
    assert measure.main() == 1


@pytest.mark.skipif(not measure.PEERS.exists(), reason="the peers are not installed: make bench installs them")
def test_all_libraries_give_the_same_answers_on_tiny_graphs():
    section = Section("Any", ["job"])
    for job, (_, libraries) in JOBS.items():
        found = [
            measure.peer(section, job, name, 20_000 if job != "accepted" else 200, 1, limit=60) for name in libraries
        ]
        assert measure.agree(section, found) == "yes", job

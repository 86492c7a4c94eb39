"""Many cases at once: one row a case, whatever is wrong with some of them."""

import csv
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import asdict, fields, replace

import pytest

from spoil import edit, rows, write
from synthetic import synthetic
from whosays import open_cases
from whosays.analysis.audit import Audit
from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework
from whosays.case.load import cases_folder, load
from whosays.case.save import save
from whosays.cli import FAULTS, FINE, USAGE, main
from whosays.collection import case_folders
from whosays.show.space import space
from whosays.show.summary import Summary, summary

ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A folder of six sound cases, of different sizes."""
    folder = tmp_path_factory.mktemp("cases")
    for n in range(6):
        save(synthetic(50 + 10 * n, seed=n), folder / f"made-{n}")
    return folder


@pytest.fixture
def some(made, tmp_path):
    """A copy of two of them, among which a test may put others."""
    for name in ("made-0", "made-3"):
        shutil.copytree(made / name, tmp_path / "some" / name)
    return tmp_path / "some"


def by_id(survey):
    return {row.id: row for row in survey.rows}


def test_a_row_holds_what_the_analysis_says_of_the_asked_claim(case):
    row, inside, outside = summary(case), Trace(case, "article"), Trace(case, "beyond")
    given = space(inside)
    mentions = inside.mentions("k01")

    assert (row.claim, row.claimant, row.party) == ("k01", "the Russian Defence Ministry", "Russia")
    assert row.mentions == len(mentions)
    assert row.names == len(inside.voices(s for m in mentions for s in m.statements))
    assert row.roots == len(inside.roots(m.head for m in mentions)) == 1
    assert row.circular is bool(Audit(inside).circular("k01"))
    assert row.article == Framework(inside).standing("k01").word == "contested"
    assert row.beyond == Framework(outside).standing("k01").word == "answered"
    assert row.answered
    assert row.answers < row.answers_beyond
    share = next(m for m in given["measures"] if isinstance(m["account"], int) and m["account"] > 100)
    assert round(row.account_share * row.words) == share["account"]
    assert round(row.answers_share * row.words) == share["answers"]
    assert (row.statements, row.documents) == (len(case.statements), len(case.documents))


def test_a_case_that_states_no_claim_has_a_row_without_one():
    made = synthetic(50)
    row = summary(replace(made, statements=(), relations=(), figures=()))

    assert (row.claim, row.claimant, row.mentions, row.answered, row.shape) == ("", "", None, None, "")
    assert row.sources == len(made.sources)


def test_the_table_is_the_same_as_each_case_by_itself_in_the_order_of_names(made):
    found = open_cases(made)

    assert [row.id for row in found.rows] == [f"made-{n}" for n in range(6)]
    assert found.rows == tuple(summary(load(made / row.id)) for row in found.rows)
    assert found.damaged == ()


def test_two_processes_find_the_same_as_one(made):
    assert open_cases(made, 2) == open_cases(made, 1)


def test_the_shipped_cases_are_summed_up_in_one_sentence():
    found = open_cases(cases_folder())

    assert repr(found) == found.sentence
    assert found.sentence.startswith(f"{len(found.rows)} cases, 0 damaged. In ")


def test_every_kind_of_damage_is_one_row_and_stops_no_other(some):
    for name in ("ragged", "missing", "binary", "spoiled"):
        shutil.copytree(some / "made-0", some / name)
    with (some / "ragged" / "claims.csv").open("a", encoding="utf-8") as file:
        file.write("k999,claim\n")
    (some / "missing" / "sources.csv").unlink()
    (some / "binary" / "article.csv").write_bytes(b"\x00\xff" * 500)
    edit(some / "spoiled", "statements", "t1", "claim", "k9999")
    (some / "empty").mkdir()
    (some / "a-file").write_text("no folder", encoding="utf-8")
    (some / "notes").mkdir()
    (some / "notes" / "read.me").write_text("no case", encoding="utf-8")
    (some / ".hidden").mkdir()
    try:
        (some / "loop").symlink_to(some / "loop")
    except OSError:
        pytest.skip("this system makes no links")

    for processes in (1, 2):
        found = by_id(open_cases(some, processes))
        assert list(found) == ["binary", "empty", "loop", "made-0", "made-3", "missing", "ragged", "spoiled"]
        assert {name for name, row in found.items() if row.faults} == set(found) - {"made-0", "made-3"}
        assert "binary" in found["binary"].fault
        assert "no table of a case" in found["empty"].fault
        assert "ymbolic link" in found["loop"].fault
        assert "no such file" in found["missing"].fault
        assert "2 cells" in found["ragged"].fault
        assert 'found "k9999"' in found["spoiled"].fault


@pytest.mark.skipif(ROOT, reason="nothing is forbidden to root")
def test_a_folder_without_permission_is_a_damaged_case(some):
    (some / "shut").mkdir(mode=0)
    try:
        assert "ermission" in by_id(open_cases(some))["shut"].fault
    finally:
        (some / "shut").chmod(0o700)


def test_a_folder_that_cannot_be_read_is_told_by_its_system_error(some, monkeypatch):
    """As above, for those whom nothing is forbidden."""

    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("whosays.collection.load", refuse)
    (row, _) = open_cases(some, 1).rows
    assert row.fault == f"{some / 'made-0'}: Permission denied."


def test_a_case_on_which_whosays_itself_fails_is_a_row_too(some, monkeypatch):
    monkeypatch.setattr("whosays.collection.summary", lambda _: 1 / 0)
    found = open_cases(some, 1)

    assert [row.faults for row in found.rows] == [1, 1]
    assert "ZeroDivisionError" in found.rows[0].fault
    assert found.sentence == "2 cases, 2 damaged."


HARM = """
import os, time
import whosays.case.load as reader
def harmful(path, read=reader.load):
    if "killer" in str(path):
        os._exit(9)
    if "sleeper" in str(path):
        open(os.environ["ASLEEP"], "w").close()
        time.sleep(600)
    return read(path)
reader.load = harmful
"""


def test_a_case_that_ends_its_process_or_hangs_is_a_row_and_the_others_are_read(some, tmp_path, monkeypatch):
    """Harm is done in the workers alone, by a module that Python loads when it starts."""
    (tmp_path / "harm").mkdir()
    (tmp_path / "harm" / "sitecustomize.py").write_text(HARM, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "harm"))
    monkeypatch.setenv("ASLEEP", str(tmp_path / "asleep"))
    for name in ("killer", "sleeper", "z-last"):
        shutil.copytree(some / "made-0", some / name)

    found = by_id(open_cases(some, 2, limit=2))

    assert [name for name, row in found.items() if row.faults] == ["killer", "sleeper"]
    assert "ended, or took longer than 2 seconds" in found["killer"].fault
    assert found["z-last"] == replace(found["made-0"], id="z-last")


def test_a_large_file_among_few_cases_is_read_apart_so_that_it_cannot_hold_up_the_rest(some):
    records = rows(some / "made-0", "statements")
    column = records[0].index("claim")
    for n in range(60_000):
        record = list(records[1])
        record[0], record[column] = f"u{n}", f"k{n}00000"
        records.append(record)
    write(some / "made-0", "statements", records)

    found = by_id(open_cases(some, limit=1.5))
    assert "took longer than 1.5 seconds" in found["made-0"].fault
    assert found["made-3"].faults == 0


def test_the_frame_has_a_row_a_case_and_leaves_out_what_is_not_known(some):
    (some / "empty").mkdir()
    frame = open_cases(some).frame()

    assert list(frame.index) == ["empty", "made-0", "made-3"]
    assert list(frame.columns) == [f.name for f in fields(Summary)][1:]
    assert frame["roots"].isna().tolist() == [True, False, False]
    assert str(frame.dtypes["roots"]) == "Int64"
    assert frame["faults"].tolist() == [1, 0, 0]
    assert frame.loc["made-0", "words"] == load(some / "made-0").article.words


def test_a_frame_of_no_case_has_the_same_columns(tmp_path):
    assert list(open_cases(tmp_path).frame().columns) == [f.name for f in fields(Summary)][1:]


def test_what_is_no_folder_is_an_error_of_usage(tmp_path, capsys):
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")

    for name in (file, tmp_path / "nothing"):
        assert main(["cases", str(name)]) == USAGE
        assert str(name) in capsys.readouterr().err


def test_a_folder_without_a_case_says_so_and_is_exit_1(tmp_path, capsys):
    assert case_folders(tmp_path) == []
    assert main(["cases", str(tmp_path)]) == FAULTS
    assert capsys.readouterr().err == f"There is no case in {tmp_path}.\n"


def test_the_command_prints_a_line_a_case_and_what_they_show_together(some, capsys):
    assert main(["cases", str(some), "--jobs", "2"]) == FINE
    printed = capsys.readouterr()
    *lines, last = printed.out.splitlines()

    assert lines == [f"{name}\tWhat happened?\tExample Daily, 2023-01-09" for name in ("made-0", "made-3")]
    assert last == open_cases(some).sentence
    assert printed.err == "", "no progress where nobody looks"


def test_the_command_prints_a_table_json_and_csv_of_the_same(some, tmp_path, capsys):
    (some / "empty").mkdir()
    found = open_cases(some)

    assert main(["cases", str(some), "--table"]) == FAULTS
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split()[0] == "case"
    assert found.rows[1].shape[:40] in lines[2]

    assert main(["cases", str(some), "--json", "--csv", str(tmp_path / "t.csv")]) == FAULTS
    assert json.loads(capsys.readouterr().out)["rows"] == [asdict(row) for row in found.rows]
    written = list(csv.DictReader(io.StringIO((tmp_path / "t.csv").read_text(encoding="utf-8"))))
    assert [row["roots"] for row in written] == ["", *(str(row.roots) for row in found.rows[1:])]
    assert not (tmp_path / "t.csv.part").exists()


@pytest.mark.parametrize("count", ["0", "-1", "many"])
def test_a_number_of_processes_that_is_none_is_wrong_usage(count, capsys):
    with pytest.raises(SystemExit) as caught:
        main(["cases", "--jobs", count])

    assert caught.value.code == USAGE
    assert "expected how many processes" in capsys.readouterr().err


def test_a_hostile_title_does_not_reach_the_terminal(some, capsys):
    records = rows(some / "made-0", "article")
    records[1][records[0].index("title")] = "What\u202e happened?"
    write(some / "made-0", "article", records)

    assert main(["cases", str(some)]) == FINE
    assert all(c.isprintable() or c in "\t\n" for c in capsys.readouterr().out)


@pytest.mark.skipif(os.name == "nt", reason="a process of Windows is interrupted in another way")
@pytest.mark.usefixtures("heard")
def test_an_interrupt_stops_it_without_a_traceback(some, tmp_path):
    (tmp_path / "harm").mkdir()
    (tmp_path / "harm" / "sitecustomize.py").write_text(HARM, encoding="utf-8")
    shutil.copytree(some / "made-0", some / "sleeper")
    command = [sys.executable, "-m", "whosays.cli", "cases", str(some), "--jobs", "2"]
    place = {**os.environ, "PYTHONPATH": str(tmp_path / "harm"), "ASLEEP": str(tmp_path / "asleep")}
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=place, start_new_session=True) as process:
        for _ in range(600):
            if (tmp_path / "asleep").exists():
                break
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=10)

    assert process.returncode == 130
    assert errors.decode() == "Stopped.\n"


@pytest.mark.parametrize(("words", "shown"), [([], True), (["--quiet"], False)])
def test_progress_is_shown_on_a_terminal_alone_and_not_if_it_is_unwanted(some, capsys, monkeypatch, words, shown):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)

    assert main(["cases", str(some), *words]) == FINE
    assert ("/2 [" in capsys.readouterr().err) is shown


def test_progress_is_left_out_where_its_library_is_not(some, capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setitem(sys.modules, "tqdm", None)

    assert main(["cases", str(some)]) == FINE
    assert capsys.readouterr().err == ""

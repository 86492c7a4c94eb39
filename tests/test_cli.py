import json
import shutil
import subprocess
import sys

import pytest

from spoil import edit
from whosays.case.load import load, shipped_cases
from whosays.cli import FAULTS, FINE, USAGE, main
from whosays.show.sheet import sheet

COMMANDS = (
    "cases", "check", "sheet", "standing", "diff", "lint", "page", "pages", "print", "class", "new", "sheets",
    "import", "export", "pack", "weigh", "anchor", "find",
)  # fmt: skip


def run(*words):
    return subprocess.run([sys.executable, "-m", "whosays.cli", *words], capture_output=True, check=False)


def test_a_sound_case_has_no_faults_and_exit_0(capsys):
    assert main(["check", "kramatorsk-2023"]) == FINE
    assert capsys.readouterr().out.startswith("kramatorsk-2023: 0 faults in 14 tables with ")


def test_every_fault_is_printed_with_its_place_and_exit_1(folder, capsys):
    line = edit(folder, "slips", "x03", "passages", "p99")
    other = edit(folder, "documents", "o02", "published", "31.02.2023")

    assert main(["check", str(folder)]) == FAULTS
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("2 faults in the case:")
    assert f"slips.csv:{line}:" in printed.err
    assert f"documents.csv:{other}:" in printed.err


def test_an_unknown_case_names_the_near_one_and_exit_2(capsys):
    assert main(["check", "kramatorsk-2024"]) == USAGE
    assert 'Did you mean "kramatorsk-2023"?' in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["chek"], ["check"], ["page", "kramatorsk-2023"], ["check", "a", "b"]])
def test_wrong_usage_is_exit_2(words, capsys):
    with pytest.raises(SystemExit) as caught:
        main(words)

    assert caught.value.code == USAGE
    assert "usage: whosays" in capsys.readouterr().err


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_shows_an_example(command, capsys):
    with pytest.raises(SystemExit) as caught:
        main([command, "--help"])

    assert caught.value.code == FINE
    assert f"example: whosays {command}" in capsys.readouterr().out


def test_the_help_lists_every_command(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])

    printed = capsys.readouterr().out
    assert all(f"\n    {command} " in printed for command in COMMANDS)


def test_the_cases_are_listed_with_their_questions(capsys):
    assert main(["cases"]) == FINE
    listed = capsys.readouterr().out.splitlines()
    assert [line.partition("\t")[0] for line in listed] == shipped_cases()
    assert "kramatorsk-2023\tWhat happened at Kramatorsk?\tbne IntelliNews, 2023-01-09" in listed


def test_a_faulty_case_is_listed_as_such_and_the_others_are_listed_too(folder, capsys):
    shutil.copytree(folder, folder.parent / "other")
    edit(folder, "slips", "x03", "passages", "p99")

    assert main(["cases", str(folder.parent)]) == FAULTS
    first, second, summary = capsys.readouterr().out.splitlines()
    assert first.startswith("case\t1 fault; see: whosays check ")
    assert second.startswith("other\tWhat happened")
    assert summary.startswith("2 cases, 1 damaged. In 1 of 1 the asked claim has one root")


def test_the_sheet_is_printed_as_json(case, capsys):
    assert main(["sheet", "kramatorsk-2023"]) == FINE
    assert json.loads(capsys.readouterr().out) == sheet(case)


def test_a_page_is_written_with_its_size(tmp_path, capsys):
    file = tmp_path / "k.html"

    assert main(["page", "kramatorsk-2023", "-o", str(file)]) == FINE
    assert file.stat().st_size < 400_000
    assert f"{file.stat().st_size / 1000:.0f} KB" in capsys.readouterr().out


def test_a_page_may_hold_nothing_back(tmp_path):
    for words, guided in ([], b'"guided":true'), (["--open-all"], b'"guided":false'):
        assert main(["page", "kramatorsk-2023", "-o", str(tmp_path / "k.html"), *words]) == FINE
        assert guided in (tmp_path / "k.html").read_bytes()


@pytest.mark.parametrize("where", ["no/such/folder/k.html", "."])
def test_a_page_that_cannot_be_written_is_exit_2_and_leaves_nothing(tmp_path, capsys, where):
    place = tmp_path / "place"
    place.mkdir()

    assert main(["page", "kramatorsk-2023", "-o", str(place / where)]) == USAGE
    assert capsys.readouterr().err.strip()
    assert [path.name for path in tmp_path.iterdir()] == ["place"]
    assert list(place.iterdir()) == []


def test_anchoring_again_changes_nothing(folder, article, tmp_path, capsys):
    copy = tmp_path / "article.txt"
    copy.write_text(article, encoding="utf-8")
    before = {file.name: file.read_bytes() for file in folder.glob("*.csv")}

    assert main(["anchor", str(folder), str(copy)]) == FINE
    assert {file.name: file.read_bytes() for file in folder.glob("*.csv")} == before
    assert "20 passages anchored in 491 words; no text stored." in capsys.readouterr().out


def test_anchoring_on_another_text_is_exit_1_and_changes_nothing(folder, tmp_path, capsys):
    copy = tmp_path / "other.txt"
    copy.write_text("Quite another text.", encoding="utf-8")
    before = {file.name: file.read_bytes() for file in folder.iterdir()}

    assert main(["anchor", str(folder), str(copy)]) == FAULTS
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
    assert "the 3 of the text" in capsys.readouterr().err


def test_every_passage_of_the_article_is_found(article, tmp_path, capsys):
    copy = tmp_path / "article.txt"
    copy.write_text(article, encoding="utf-8")

    assert main(["find", "kramatorsk-2023", str(copy)]) == FINE
    *places, last = capsys.readouterr().out.splitlines()
    assert last == "20 passages: 20 exactly, 0 approximately, 0 not found."
    assert places[0].split() == ["h", "exactly", "from", "word", "1"]


def test_in_another_text_no_passage_is_found(tmp_path, capsys):
    copy = tmp_path / "other.txt"
    copy.write_text("Quite another text.", encoding="utf-8")

    assert main(["find", "kramatorsk-2023", str(copy)]) == FINE
    assert "20 passages: 0 exactly, 0 approximately, 20 not found." in capsys.readouterr().out


def test_a_copy_that_is_not_there_is_exit_2_and_named(tmp_path, capsys):
    assert main(["find", "kramatorsk-2023", str(tmp_path / "nothing.txt")]) == USAGE
    assert "nothing.txt" in capsys.readouterr().err


def test_a_copy_in_another_encoding_is_exit_1(tmp_path, capsys):
    copy = tmp_path / "copy.txt"
    copy.write_bytes("Zürich".encode("cp1252"))

    assert main(["find", "kramatorsk-2023", str(copy)]) == FAULTS
    assert "UTF-8" in capsys.readouterr().err


def test_a_hostile_cell_does_not_reach_the_terminal(folder, capsys):
    edit(folder, "claims", "k01", "kind", "\x1b]0;owned\x07\u202e")

    assert main(["check", str(folder)]) == FAULTS
    assert all(line.isprintable() for line in capsys.readouterr().err.splitlines())


def test_the_command_runs_as_a_program_in_any_code_page():
    done = run("check", "kramatorsk-2023")

    assert (done.returncode, done.stderr) == (FINE, b"")
    assert "What happened" in run("cases").stdout.decode("utf-8")


def test_a_reader_who_closes_the_pipe_sees_no_traceback():
    command = [sys.executable, "-m", "whosays.cli", "sheet", "kramatorsk-2023"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.read(10)
        process.stdout.close()
        errors = process.stderr.read()

    assert process.returncode == FINE
    assert errors == b""


def test_checking_writes_nothing(folder):
    before = {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in folder.iterdir()}
    main(["check", str(folder)])

    assert {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in folder.iterdir()} == before
    assert load(folder).id == "case"

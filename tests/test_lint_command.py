"""The command lint: what it prints, what it writes, and how it ends."""

import json
import shutil

import pytest

from conftest import ROOT
from spoil import add, edit
from whosays.author.accepted import ACCEPTED, read_accepted
from whosays.author.linter import NAMES
from whosays.cli import FAULTS, FINE, USAGE, main


def lines(capsys):
    """Return what was printed since, line by line."""
    return capsys.readouterr().out.splitlines()


def test_the_shipped_cases_lint_clean(capsys):
    assert main(["lint", "kramatorsk-2023"]) == FINE
    assert main(["lint", "practice-pond-2025"]) == FINE
    assert [line for line in lines(capsys) if "0 must, 0 should, 0 hint" in line][1].startswith("practice-pond-2025: ")


def test_a_remark_has_place_finding_cure_severity_reason_and_how_to_let_it_stay(folder, capsys):
    line = edit(folder, "claims", "k15", "silence", "")

    assert main(["lint", str(folder)]) == FAULTS
    printed = lines(capsys)
    at = next(n for n, text in enumerate(printed) if text.startswith(f"{folder / 'claims.csv'}:{line}: column"))
    assert printed[at + 1].startswith("    should, unanswered-claim: ")
    assert printed[at + 2] == '    To let it stay: --accept unanswered-claim claims k15 silence --reason "…"'
    assert printed[-3] == "case: 0 must, 1 should, 0 hint; 6 accepted with a reason."
    assert printed[-2] == "copied-run did not look: give your copy of the article with --copy."
    assert printed[-1].startswith("shared-run did not look: ")


def test_a_hint_alone_is_no_fault(folder, capsys):
    edit(folder, "passages", "p03s1", "gist", "a " * 13 + ".")

    assert main(["lint", str(folder)]) == FINE
    assert "0 must, 0 should, 1 hint" in capsys.readouterr().out


def test_what_is_accepted_on_the_command_line_stays_with_its_reason(folder, capsys):
    edit(folder, "claims", "k15", "silence", "")
    reason = "Nobody could know that in January."

    accept = ["lint", str(folder), "--accept", "unanswered-claim", "claims", "k15", "silence", "--reason", reason]
    assert main([*accept, "--who", "A. B."]) == FINE
    assert main(["lint", str(folder)]) == FINE
    assert f"    Accepted: {reason}" in lines(capsys)
    last = read_accepted(folder, NAMES)[-1]
    assert (last.place[1:], last.who, len(last.on)) == (("claims", "k15", "silence"), "A. B.", 10)


def test_a_blank_column_is_written_as_a_dash(folder):
    edit(folder, "questions", "l3b", "id", "l9b")

    assert main(["lint", str(folder), "--accept", "lesson-questions", "questions", "-", "-",
                 "--reason", "This lesson is left out this year."]) == FINE  # fmt: skip
    assert read_accepted(folder, NAMES)[-1].place == ("lesson-questions", "questions", "", "")


def test_where_no_remark_stands_nothing_can_be_accepted(folder, capsys):
    before = (folder / ACCEPTED).read_bytes()

    assert main(["lint", str(folder), "--accept", "verdict-word", "claims", "k99", "note",
                 "--reason", "There is nothing here at all."]) == USAGE  # fmt: skip
    assert "No remark" in capsys.readouterr().err
    assert (folder / ACCEPTED).read_bytes() == before


def test_a_short_reason_is_told_and_nothing_is_written(folder, capsys):
    edit(folder, "claims", "k15", "silence", "")

    assert main(["lint", str(folder), "--accept", "unanswered-claim", "claims", "k15", "silence",
                 "--reason", "Fine."]) == FAULTS  # fmt: skip
    assert "at least 5 words" in capsys.readouterr().err


def test_a_case_that_does_not_load_shows_the_faults_of_check(folder, capsys):
    add(folder, "claims", id="k01")

    assert main(["lint", str(folder)]) == FAULTS
    printed = capsys.readouterr()
    assert "claims.csv" in printed.err
    assert not printed.out


def test_your_own_copy_is_held_against_the_cells_and_not_stored(tmp_path, capsys):
    pond = shutil.copytree(ROOT / "data" / "practice-pond-2025", tmp_path / "pond")
    copy = tmp_path / "copy.txt"
    shutil.copy(pond / "text.txt", copy)
    (pond / ACCEPTED).unlink()
    before = {file.name: file.read_bytes() for file in pond.iterdir()}

    assert main(["lint", str(pond), "--copy", str(copy)]) == FAULTS
    assert "must, copied-run" in capsys.readouterr().out
    assert {file.name: file.read_bytes() for file in pond.iterdir()} == before


def test_two_articles_are_compared_by_name_and_position(tmp_path, capsys):
    words = " ".join(f"w{number}" for number in range(40))
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text(f"Only here. {words}", encoding="utf-8")
    other.write_text(f"{words}. Only there.", encoding="utf-8")

    assert main(["lint", "kramatorsk-2023", "--other", str(one), "--other", str(other)]) == FINE
    printed = capsys.readouterr().out
    assert f"40 words from word 3 of {one} stand at word 1 of {other}" in printed
    assert "w17" not in printed


def test_the_same_as_json(folder, capsys):
    edit(folder, "claims", "k15", "silence", "")

    assert main(["lint", str(folder), "--json"]) == FAULTS
    found = json.loads(capsys.readouterr().out)
    (made,) = [r for r in found if not r["accepted"]]
    assert (made["rule"], made["table"], made["row"], made["fault"]["column"]) == (
        "unanswered-claim", "claims", "k15", "silence",
    )  # fmt: skip


def test_the_rules_are_listed_with_severity_what_and_cure(capsys):
    assert main(["lint", "--rules"]) == FINE
    printed = lines(capsys)
    assert [line.partition(" ")[0] for line in printed if not line.startswith(" ")] == list(NAMES)
    assert sum(line.startswith("    Cure: ") for line in printed) == len(NAMES)
    assert main(["lint", "--rules", "--json"]) == FINE
    assert [rule["name"] for rule in json.loads(capsys.readouterr().out)] == list(NAMES)


@pytest.mark.parametrize(
    "words", [["lint"], ["lint", "no-such-case"], ["lint", "kramatorsk-2023", "--copy", "none.txt"]]
)
def test_wrong_usage_is_told_as_such(words, capsys):
    assert main(words) == USAGE
    assert capsys.readouterr().err

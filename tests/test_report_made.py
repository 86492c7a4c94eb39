"""A report in its folder: made, made again, compared, and refused."""

import csv
import json
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import nbformat
import psutil
import pytest
import yaml

from whosays.case.load import cases_folder
from whosays.cli import FINE, USAGE, main
from whosays.crate.pack import CRATE, pack
from whosays.report import build, open_report
from whosays.report.compare import compare
from whosays.report.document import without_made
from whosays.report.faults import ReportError
from whosays.report.folder import read_record, whole_folder
from whosays.report.made import read_made
from whosays.report.run import own_notebook, read_notebook
from whosays.report.section import Shown
from whosays.report.verify import verify
from whosays.show.paper.pdf import NoPdfError

POND = "practice-pond-2025"
NOTES = "# Notes\n\nWe <b>looked</b> again.\n\tTwice."
ASKED = ("--layer", "beyond", "--withdraw", "s05", "--regrade", "h-1=official", "--title", "Frogs & <i>pools</i>",
         "--author", "Ada", "--author", "Ben")  # fmt: skip


def no_browser(_text):
    message = "No browser here."
    raise NoPdfError(message)


@pytest.fixture(scope="module", autouse=True)
def without_print():
    """Leave the print to the tests in a real browser, where it is looked at."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "pdf", no_browser)
        yield


def made_in(folder, monkeypatch):
    """Copy the practice case into a folder, and make a report on it from there."""
    shutil.copytree(cases_folder() / POND, folder / POND)
    (folder / "my notes.md").write_text(NOTES, encoding="utf-8")
    monkeypatch.chdir(folder)
    assert main(["report", POND, "-o", "report", *ASKED, "--notes", "my notes.md"]) == FINE
    return folder / "report"


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """Two reports, made of two copies of one case in two folders."""
    with pytest.MonkeyPatch.context() as patch:
        yield [made_in(tmp_path_factory.mktemp(name), patch) for name in ("one", "an-other place")]


@pytest.fixture
def report(two, tmp_path):
    """A copy of a report, with its case beside it, that a test may spoil."""
    shutil.copytree(two[0].parent / POND, tmp_path / POND)
    return Path(shutil.copytree(two[0], tmp_path / "report"))


def files(folder):
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}


def silent(_done, _total):
    pass


def test_two_reports_from_two_folders_are_the_same_bytes_but_for_when_and_where(two):
    one, other = map(files, two)

    assert one.keys() == other.keys()
    differ = {name for name in one if one[name].read_bytes() != other[name].read_bytes()}
    assert differ <= {"report.html", "report.json"}
    pages = [without_made(own["report.html"].read_text(encoding="utf-8")) for own in (one, other)]
    assert pages[0] == pages[1]
    records = [{k: v for k, v in read_record(folder).items() if k != "made"} for folder in two]
    for record in records:
        record["outputs"].pop("report.html")
    assert records[0] == records[1]


def test_the_record_holds_a_hash_of_every_file_and_of_every_table_of_the_case(two):
    record, own = read_record(two[0]), files(two[0])

    assert record["outputs"] == {n: sha256(p.read_bytes()).hexdigest() for n, p in own.items() if n != "report.json"}
    tables = {p.name: sha256(p.read_bytes()).hexdigest() for p in (cases_folder() / POND).iterdir()}
    assert record["case"]["tables"] == tables
    listed = "".join(f"{own}  {name}\n" for name, own in sorted(tables.items()))
    assert record["case"]["sha256"] == sha256(listed.encode()).hexdigest()
    assert record["versions"]["whosays"]
    assert record["print"] == "No browser here."


def test_the_command_in_the_report_makes_the_same_report(two, monkeypatch):
    monkeypatch.chdir(two[0])
    command = shlex.split(read_record(two[0])["command"])
    assert command[:3] == ["whosays", "report", f"case/{POND}"]

    assert main(command[1:]) == FINE

    again = two[0].parent / "again"
    assert compare(two[0], again) == []
    assert (again / "tables" / "standing.csv").read_bytes() == (two[0] / "tables" / "standing.csv").read_bytes()
    shutil.rmtree(again)


def test_the_page_carries_what_a_report_must_carry(two):
    page = (two[0] / "report.html").read_text(encoding="utf-8")
    record = read_record(two[0])

    for said in (POND, record["case"]["sha256"], *record["case"]["tables"].values(), *record["versions"], "Ada and Ben",
                 "whosays verify .", "CC-BY-4.0", "No correction is recorded", "is not the same as true",
                 "Taken away for this report", "The whosays contributors, “"):  # fmt: skip
        assert said in page, said
    assert "Frogs &amp; &lt;i&gt;pools&lt;/i&gt;" in page
    assert "We &lt;b&gt;looked&lt;/b&gt; again." in page
    assert re.findall(r"<(?:script|link|img|iframe|object)\b", page) == []
    assert re.findall(r'(?:src|@import|url)\(?"?https?:', page) == []
    assert page.count("<svg") >= 5


def test_the_citation_names_the_report_the_case_and_the_kit(two):
    cited = yaml.safe_load((two[0] / "CITATION.cff").read_text(encoding="utf-8"))
    record = read_record(two[0])

    assert {"cff-version", "message", "title", "authors"} <= cited.keys()
    assert (cited["title"], cited["license"]) == ("Frogs & <i>pools</i>", "CC-BY-4.0")
    assert [author["name"] for author in cited["authors"]] == ["Ada", "Ben"]
    case, kit = cited["references"]
    assert case["notes"] == f"Case {POND}, SHA-256 {record['case']['sha256']}"
    assert (kit["type"], kit["version"]) == ("software", record["versions"]["whosays"])


def test_the_tables_hold_what_the_report_says(two):
    with (two[0] / "tables" / "standing.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    page = (two[0] / "report.html").read_text(encoding="utf-8")
    assert {row["standing"] for row in rows} <= {"holds", "contested", "answered", "unchallenged", "cannot be judged"}
    assert all(f">{row['claim']}<" in page for row in rows if row["claim"].startswith("k"))
    names = {path.stem for path in (two[0] / "tables").iterdir()}
    assert {
        "standing",
        "roots",
        "statements",
        "ledger",
        "answers",
        "linchpins",
        "confidence",
        "judgements-links",
    } <= names
    for path in (two[0] / "tables").iterdir():
        widths = {len(row) for row in csv.reader(path.open(encoding="utf-8", newline=""))}
        assert len(widths) == 1, path


def test_the_notebook_as_run_has_the_choices_after_the_tagged_cell_and_no_time(two):
    notebook = nbformat.read(two[0] / "report.ipynb", as_version=4)
    tags = [cell.metadata.get("tags", []) for cell in notebook.cells]

    assert tags.index(["injected-parameters"]) == tags.index(["parameters"]) + 1
    assert f"case/{POND}" in notebook.cells[tags.index(["injected-parameters"])].source
    counts = [cell.execution_count for cell in notebook.cells if cell.cell_type == "code"]
    assert counts == list(range(1, len(counts) + 1))
    assert "iopub" not in json.dumps(notebook)
    assert str(two[0].parent) not in json.dumps(notebook)


def test_verify_says_that_all_is_the_same_and_leaves_no_trace(report, monkeypatch, capsys):
    monkeypatch.chdir(report.parent)
    before = {name: path.read_bytes() for name, path in files(report.parent).items()}

    assert main(["verify", "report"]) == 0

    printed = capsys.readouterr().out
    assert "Different:" not in printed
    assert "the case as it is now" in printed
    assert re.search(r"\d+ tables\b", printed)
    assert {name: path.read_bytes() for name, path in files(report.parent).items()} == before


def test_one_changed_cell_is_named_with_its_table_its_row_and_the_answers_it_changes(report, monkeypatch, capsys):
    table = report.parent / POND / "statements.csv"
    old = "h-1,h,,k01,,,s01,,says,indirect,,asserts,vouches for itself"
    text = table.read_text(encoding="utf-8")
    assert old in text
    table.write_text(text.replace(old, old.replace("vouches for itself", "saw")), encoding="utf-8", newline="\n")
    (report / "tables" / "roots.csv").write_text("edited", encoding="utf-8")
    (report / "figures" / "cues.svg").unlink()
    (report / "more.txt").write_text("mine", encoding="utf-8")
    monkeypatch.chdir(report.parent)

    assert main(["verify", "report"]) == 1

    printed = capsys.readouterr().out
    assert "statements.csv h-1: basis was vouches for itself, is now saw." in printed
    assert re.search(r"k01 .*went from answered to contested", printed)
    assert "tables/roots.csv was changed by hand since the report was made." in printed
    assert "figures/cues.svg is missing since the report was made." in printed
    assert "more.txt is no part of the report" in printed
    assert "tables/standing.csv" not in printed


def test_a_change_that_moves_no_word_but_an_answer_of_the_report_is_told_without_contradiction(report, monkeypatch):
    table = report.parent / POND / "relations.csv"
    text = table.read_text(encoding="utf-8")
    assert "\ne30,qualifies," in text
    table.write_text(text.replace("\ne30,qualifies,", "\ne30,rebuts,"), encoding="utf-8", newline="\n")
    monkeypatch.chdir(report.parent)

    told = "\n".join(verify("report", silent).differs)

    assert "relations.csv e30: kind was qualifies, is now rebuts." in told
    assert "k01 (How many frogs were moved?): roots against it" in told
    assert not re.search(r"[Nn]o answers? differ", told)


def test_another_version_is_named_as_the_reason_why_a_page_differs(report, monkeypatch):
    monkeypatch.chdir(report.parent)
    monkeypatch.setattr("whosays.report.build.platform.python_version", lambda: "9.9.9")

    verdict = verify("report", silent)

    assert "report.html: made again, it is another one." in verdict.differs
    assert any(re.fullmatch(r"Version of Python: was \S+, is now 9\.9\.9\.", line) for line in verdict.differs)
    assert any(line.endswith(" tables") for line in verdict.same)


def test_a_case_that_was_changed_inside_the_report_is_named_as_the_reason_and_its_row(report, monkeypatch):
    table = report / "case" / POND / "sources.csv"
    text = table.read_text(encoding="utf-8")
    assert ",Quillstead town hall," in text
    table.write_text(text.replace(",Quillstead town hall,", ",The town hall,"), encoding="utf-8", newline="\n")
    monkeypatch.chdir(report.parent)

    differs = "\n".join(verify("report", silent).differs)

    assert "case/practice-pond-2025/sources.csv was changed by hand" in differs
    assert "What it was made from is not what it was made from then: case/practice-pond-2025/sources.csv." in differs
    assert "tables/sources.csv: made again, it is another one." in differs
    assert 'sources.csv s01: name was "The town hall", is now "Quillstead town hall".' in differs


def test_a_report_whose_own_notebook_is_not_named_runs_nothing_of_it(report):
    record = read_record(report)
    record["notebook"] = "0" * 64
    (report / "report.json").write_text(json.dumps(record), encoding="utf-8")

    with pytest.raises(ReportError, match="--notebook"):
        verify(report, silent)


def test_two_reports_that_ask_the_same_answer_the_same(two, capsys):
    assert main(["compare", *map(str, two)]) == 0
    assert capsys.readouterr().out == "Both reports answer the same.\n"


def test_compare_says_what_was_asked_otherwise_and_which_answers_changed(report, two, capsys):
    record = read_record(report)
    record["parameters"] |= {"layer": "article", "withdrawn": [], "regraded": {}}
    (report / "report.json").write_text(json.dumps(record), encoding="utf-8")

    assert main(["compare", str(report), str(two[1])]) == 1

    printed = capsys.readouterr().out
    assert 'Layer: was "article", is now "beyond".' in printed
    assert "Taken away: was nothing, is now s05." in printed
    assert "Read otherwise: was nothing, is now h-1=official." in printed
    assert re.search(r"k01 \(.+\) went from contested to answered\. Reason: ", printed)


def test_compare_refuses_reports_on_two_cases_and_names_both(report, two, tmp_path):
    other = Path(shutil.copytree(report, tmp_path / "other"))
    (other / "case" / POND).rename(other / "case" / "second-pond")
    record = read_record(other)
    record["case"]["id"] = "second-pond"
    (other / "report.json").write_text(json.dumps(record), encoding="utf-8")

    with pytest.raises(ReportError, match=f"report on second-pond, expected one on {POND}"):
        compare(two[0], other)


def test_everything_wrong_with_an_order_is_told_at_once_and_nothing_is_written(tmp_path, capsys):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "notes").write_bytes(b"\xff\x00")
    order = ["report", POND, "-o", str(tmp_path / "file"), "--layer", "bejond", "--withdraw", "s9"]
    order += ["--regrade", "h-1=see", "--language", "klingon", "--notes", str(tmp_path / "notes")]

    assert main([*order, "--notebook", str(tmp_path / "none")]) == USAGE

    printed = capsys.readouterr().err
    assert printed.startswith("7 faults; no report:\n")
    for option in ("--layer", "--withdraw", "--regrade", "--language", "--notes", "--notebook", "-o"):
        assert re.search(rf"^{option}\b.*: found .+, expected ", printed, re.MULTILINE), option
    assert "Traceback" not in printed
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "notes"]


@pytest.mark.parametrize("order", [["report", POND], ["report", "no-such-case", "-o", "x"], ["verify", "nowhere"],
                                   ["compare", "nowhere", "elsewhere"]])  # fmt: skip
def test_wrong_usage_ends_with_2_and_no_traceback(order, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert main(order) == USAGE
    assert "expected" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_faults_of_a_case_end_with_1_and_are_all_named(tmp_path, capsys):
    folder = Path(shutil.copytree(cases_folder() / POND, tmp_path / POND))
    table = folder / "claims.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("\nk02,claim", "\nk02,clam"), encoding="utf-8")

    assert main(["report", str(folder), "-o", str(tmp_path / "report")]) == 1
    assert "claims.csv" in capsys.readouterr().err
    shutil.copy(cases_folder() / POND / "claims.csv", table)
    (folder / "accepted.csv").write_text("rule\nno-rule\n", encoding="utf-8")
    assert main(["report", str(folder), "-o", str(tmp_path / "report")]) == 1
    assert "accepted.csv" in capsys.readouterr().err
    assert not (tmp_path / "report").exists()


def test_a_folder_that_is_no_report_and_a_report_without_leave_are_not_replaced(report, capsys):
    case, before = report.parent / POND, {n: p.read_bytes() for n, p in files(report.parent).items()}
    (report / "mine.txt").write_text("mine", encoding="utf-8")

    for place, more in ((case, []), (case, ["--replace"]), (report, []), (report, ["--replace"])):
        assert main(["report", POND, "-o", str(place), *more]) == USAGE

    told = capsys.readouterr().err
    assert told.count("a folder that is no report") == 2
    assert "mine.txt" in told
    (report / "mine.txt").unlink()
    assert {n: p.read_bytes() for n, p in files(report.parent).items()} == before


def test_a_report_can_take_the_place_of_the_folder_it_is_made_from(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    with whole_folder(".") as new:
        (new / "a").write_text("new", encoding="utf-8")

    assert Path("a").read_text(encoding="utf-8") == "new"


def kernels_of(process):
    return [child for child in process.children() if "ipykernel_launcher" in child.cmdline()]


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize("after", [0, 1.5])
def test_stopped_on_the_way_it_leaves_nothing_behind(tmp_path, after):
    order = [sys.executable, "-m", "whosays.cli", "report", POND, "-o", "report"]
    with subprocess.Popen(order, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as running:
        process, until = psutil.Process(running.pid), time.monotonic() + 60
        while not (found := kernels_of(process)) and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(after)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)

    assert (running.returncode, said) == (130, "Stopped.\n")
    assert list(tmp_path.iterdir()) == []
    assert psutil.wait_procs(found, timeout=10)[1] == []


def test_a_report_that_was_made_is_packed_whole_with_who_made_it_when_and_by_which_command(report, tmp_path):
    packed, left = pack(report, tmp_path / "report.zip")
    record = json.loads((report / "report.json").read_text(encoding="utf-8"))

    with ZipFile(tmp_path / "report.zip") as archive:
        assert set(archive.namelist()) == {*files(report), CRATE}
    assert left == ()
    assert (packed.kind, packed.title, packed.command) == ("report", record["title"], record["command"])
    assert (packed.day, packed.program) == (record["made"]["when"][:10], record["versions"]["whosays"])
    assert packed.names == (*(record["parameters"]["authors"] or ["The author of this report"]),)


def test_no_kernel_outlives_its_report(two):
    assert two
    assert kernels_of(psutil.Process()) == []


def test_a_folder_appears_whole_or_not_at_all(tmp_path):
    old = tmp_path / "report"
    old.mkdir()
    (old / "a").write_text("old", encoding="utf-8")

    with suppress(KeyboardInterrupt), whole_folder(old) as new:
        (new / "a").write_text("half", encoding="utf-8")
        raise KeyboardInterrupt

    assert [p.name for p in tmp_path.iterdir()] == ["report"]
    assert (old / "a").read_text(encoding="utf-8") == "old"
    with whole_folder(old) as new:
        (new / "b").write_text("new", encoding="utf-8")
    assert list(files(tmp_path)) == ["report/b"]


@pytest.mark.parametrize("record", ["", "[]", '{"report": 1}', '{"report": 2}', '{"report": 1, "title": 3}', "\udcff"])
def test_a_damaged_record_is_a_fault_and_no_traceback(report, record):
    (report / "report.json").write_text(record, encoding="utf-8", errors="surrogateescape")

    with pytest.raises(ReportError):
        read_made(report)


@pytest.mark.parametrize("name", ["", "..", "../x", "gone", 7])
def test_a_record_cannot_lead_out_of_the_report(report, name):
    record = read_record(report)
    record["case"]["id"] = name
    (report / "report.json").write_text(json.dumps(record), encoding="utf-8")

    with pytest.raises(ReportError):
        read_made(report)


def own(folder, change):
    """Write a notebook of one's own: a copy with fewer cells, changed."""
    notebook, _ = read_notebook(own_notebook())
    keep = ("parameters = ", "open_report", '"limits"')
    notebook.cells = [c for c in notebook.cells if c.cell_type == "code" and any(word in c.source for word in keep)]
    change(notebook.cells)
    nbformat.write(notebook, folder / "own.ipynb")
    return folder / "own.ipynb"


def drop(cells):
    del cells[-1]


def fail(cells):
    cells[-1].source = "report.section('limit')"


@pytest.mark.parametrize(("change", "told"), [
    (drop, "found no section on limits, expected a cell that shows"),
    (fail, "It stopped with UnknownIdError"),
])  # fmt: skip
def test_without_the_whole_section_on_limits_there_is_no_report(change, told, tmp_path, capsys):
    order = ["report", POND, "-o", str(tmp_path / "report"), "--notebook", str(own(tmp_path, change))]

    assert main(order) == USAGE

    printed = capsys.readouterr().err
    assert re.search(told, printed), printed
    assert "Traceback" not in printed
    assert [p.name for p in tmp_path.iterdir()] == ["own.ipynb"]


@pytest.mark.parametrize("less", [{"paragraphs": ()}, {"tables": ()}, {"name": "limit"}])
def test_a_section_on_limits_that_lacks_a_line_a_table_or_its_name_is_refused(less):
    report = open_report(POND)
    whole = report.section("limits")
    build.refuse_without_limits(report.inquiry, [Shown(whole)])

    with pytest.raises(ReportError, match="section on limits"):
        build.refuse_without_limits(report.inquiry, [Shown(replace(whole, **less))])


def test_cells_and_prose_of_the_author_stand_in_the_report_as_text(tmp_path):
    def add(cells):
        cells.append(nbformat.v4.new_markdown_cell("## What <u>we</u> think\n\nIt is *open*."))
        cells.append(nbformat.v4.new_code_cell('"<marquee>", 6 * 7'))

    notebook = own(tmp_path, add)
    assert main(["report", POND, "-o", str(tmp_path / "report"), "--notebook", str(notebook)]) == FINE

    page = (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    assert "<h2>What &lt;u&gt;we&lt;/u&gt; think</h2>" in page
    assert "It is *open*." in page
    assert "&lt;marquee&gt;" in page
    assert ", 42)" in page
    assert verify(tmp_path / "report", silent, notebook=str(notebook)).differs == []


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"cells": 3}'])
def test_what_is_no_notebook_is_a_fault(tmp_path, content):
    file = tmp_path / "own.ipynb"
    file.write_text(content, encoding="utf-8")

    with pytest.raises(ReportError, match=r"notebooks/report\.ipynb"):
        read_notebook(file)

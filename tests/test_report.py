"""What a report is asked for, and what its sections say."""

import json
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.case.errors import UnknownIdError
from whosays.case.load import cases_folder, load, shipped_cases
from whosays.report import open_report
from whosays.report import sentences as words
from whosays.report.citation import citation
from whosays.report.document import Front, document, without_made
from whosays.report.faults import ReportError
from whosays.report.parameters import BASES, LONGEST, as_texts, parameters_for, plain, read_notes
from whosays.report.report import FIGURES, SECTIONS
from whosays.report.section import MIME, Section, Shown, read_section
from whosays.show.language import LANGUAGES
from whosays.show.standing import standings
from whosays.show.told import Told

POND, KRAMATORSK = "practice-pond-2025", "kramatorsk-2023"
LOADED = load(POND)
HOSTILE = "<script>alert(1)</script> \"'&<img src=x onerror=alert(2)> {layer} \u202etxt"


@pytest.fixture
def pond(tmp_path):
    """A copy of the practice case that a test may spoil."""
    return Path(shutil.copytree(cases_folder() / POND, tmp_path / POND))


def cells(section, column=0):
    return [row[column] for table in section.tables for row in table.rows]


def faults_of(**asked):
    with pytest.raises(ReportError) as caught:
        open_report(POND, **asked)
    return caught.value.faults


@pytest.mark.parametrize("name", shipped_cases())
@pytest.mark.parametrize("layer", ["article", "beyond"])
def test_every_section_of_every_case_can_be_shown_and_read_back(name, layer):
    report = open_report(name, layer=layer)

    for section in map(report.section, (*SECTIONS, *FIGURES)):
        shown = section._repr_mimebundle_()
        assert read_section(json.loads(json.dumps(shown[MIME]))) == replace(section, chart=None)
        assert all(len(row) == len(table.columns) for table in section.tables for row in table.rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_in_another_language_has_the_same_ids_and_other_words(language):
    own, english = open_report(POND, language=language), open_report(POND)

    assert cells(own.section("standing")) == cells(english.section("standing"))
    titles = [r.section(n).title for r in (own, english) for n in ("limits", "judgements")]
    assert (titles[:2] == titles[2:]) == (language == "en")


def test_an_unknown_section_names_those_there_are():
    with pytest.raises(UnknownIdError, match=r'"limits"'):
        open_report(POND).section("limit")


def test_without_a_choice_the_words_are_those_of_the_case():
    found = standings(load(KRAMATORSK), "beyond")
    report = open_report(KRAMATORSK, layer="beyond")

    assert {c: s.word for c, s in report.inquiry.standings.items()} == {c: s["standing"] for c, s in found.items()}
    assert report.inquiry.moved == []


def test_a_source_taken_away_changes_words_and_the_limits_say_so():
    report = open_report(KRAMATORSK, layer="beyond", withdrawn=["s08"])

    assert [claim.id for claim in report.inquiry.moved] == ["b36"]
    assert report.section("parameters").tables[1].rows[0][:4] == (
        "b36", "How is the institute funded?", "unchallenged", "cannot be judged",
    )  # fmt: skip
    limits = " ".join(report.section("limits").paragraphs)
    assert "Taken away for this report: the think tank." in limits
    assert "1 claim cannot be judged (b36)" in limits


def test_a_basis_read_otherwise_changes_a_word_and_stands_among_the_judgements():
    before, after = open_report(POND, layer="beyond"), open_report(POND, layer="beyond", regraded={"h-1": "saw"})

    assert before.inquiry.standings["k01"].word == "answered"
    assert after.inquiry.standings["k01"].word == "contested"
    own = after.section("judgements").tables[0]
    assert [row[:3] for row in own.rows] == [("h-1", "Says so itself", "Saw it first-hand")]
    assert "Judgements of this report" not in before.section("judgements").tables[0].sentence


def test_the_limits_count_what_the_case_holds():
    case = load(POND)
    said = " ".join(open_report(POND).section("limits").paragraphs)

    stated = [s for s in case.statements if s.layer == "article"]
    undated = sum(s.said_on is None for s in stated)
    assert f"{undated} statements of {len(stated)} carry no day" in said
    assert "Unchallenged is not the same as true." in said
    assert f"{len(case.documents)} documents" in said
    assert "left out" in said.lower()


def test_every_judgement_says_who_and_when():
    links, grounds, left = open_report(KRAMATORSK).section("judgements").tables

    assert {row[-2:] for row in links.rows} == {("The whosays contributors", "22 November 2026")}
    assert {row[-2] for row in grounds.rows} == {"The whosays contributors"}
    assert {row[-2:] for row in left.rows} == {("the makers of this case", "2026-11-24")}


def test_where_the_case_names_no_maker_a_report_may_and_no_day_is_made_up(pond):
    (pond / "datapackage.json").unlink()

    links = open_report(pond, who="Two readers").section("judgements").tables[0]
    assert {row[-2:] for row in links.rows} == {("Two readers", "not recorded")}
    assert {row[-2] for row in open_report(pond).section("judgements").tables[0].rows} == {words.makers()}


def test_a_claim_stands_beside_its_own_words():
    case = load(POND)

    rows = open_report(POND).section("standing").tables[0].rows
    assert {row[0]: row[1] for row in rows} == {
        c.id: c.proposition for c in case.claims if c.id in {r[0] for r in rows}
    }


def test_what_speaks_for_a_claim_is_not_said_to_say_otherwise():
    rows = open_report(POND).section("answers").tables[0].rows

    said = {(row[0], row[1]): row[2] for row in rows}
    assert said["k01", "Tilda Marrow"] == "speaks for it"
    assert said["k08", "Bo Fenwick"] == "speaks for it"
    assert said["k08", "The Pond Friends"] == "denies"


@pytest.mark.parametrize("name", shipped_cases())
def test_the_claims_that_somebody_speaks_against_and_the_unchallenged_ones_are_all(name):
    report = open_report(name, layer="beyond")

    stands = {row[0]: row[2] for row in report.section("standing").tables[0].rows}
    free = sum(word == "unchallenged" for word in stands.values())
    assert (
        f"Nobody in this layer speaks against {free} claims of {len(stands)}" in report.section("limits").paragraphs[0]
    )
    assert report.section("standing").paragraphs[0].startswith(f"{len(stands)} claims. ")


@pytest.mark.parametrize("layer", ["article", "beyond"])
@pytest.mark.parametrize("name", shipped_cases())
def test_two_tables_that_count_the_answers_to_a_claim_count_the_same(name, layer):
    report = open_report(name, layer=layer)

    counted = {row[0]: row[-1] for row in report.section("roots").tables[0].rows}
    firm = next(table for table in report.section("limits").tables if "Answers" in table.columns)
    assert {row[0]: row[firm.columns.index("Answers")] for row in firm.rows} == counted


def test_a_data_package_that_names_makers_and_a_version_is_believed(pond):
    file = pond / "datapackage.json"
    said = json.loads(file.read_text(encoding="utf-8"))
    said |= {
        "version": "2.1",
        "created": "2026-05-04",
        "contributors": [{"title": "Ada"}, {"title": "Ben"}, {"x": 1}, 7],
    }
    file.write_text(json.dumps(said), encoding="utf-8")

    report = open_report(pond, who="nobody else")

    assert "Ada and Ben" in cells(report.section("judgements"), -2)
    assert "4 May 2026" in cells(report.section("judgements"), -1)
    assert "2.1" in cells(report.section("case"), 1)
    assert "version 2.1" in report.section("citing").paragraphs[0]


def test_half_a_letter_or_a_broken_line_in_a_data_package_stops_no_report(pond):
    said = {"version": "1\u0085\n2", "created": "2026-13-99", "contributors": [{"title": "A\ud800\u0085B"}] * 2,
            "licenses": [{"name": "Ours", "path": "no address"}]}  # fmt: skip
    (pond / "datapackage.json").write_text(json.dumps(said), encoding="utf-8")
    report = open_report(pond)

    assert {row[-2:] for row in report.section("judgements").tables[0].rows} == {("A? B", "2026-13-99")}
    told = report.section("citing").paragraphs
    assert "version 1 2" in told[0]
    assert told[2].startswith("Case and report: Ours, not recorded.")
    record = {"title": "T", "case": {"id": "pond", "version": "1 2", "sha256": "0"}, "versions": {"whosays": "0"}}
    cited = yaml.safe_load(citation(report, record))
    assert (cited["references"][0]["authors"], cited["references"][0]["version"]) == ([{"name": "A? B"}], "1 2")
    assert not {"license", "license-url"} & set(cited)


@pytest.mark.parametrize(
    "content", ["", "[]", "{", "7", "[" * 100_000, '{"contributors": 3, "licenses": [4], "version": {}}']
)
def test_a_strange_data_package_stops_no_report(pond, content):
    (pond / "datapackage.json").write_text(content, encoding="utf-8")

    assert "CC-BY-4.0" in open_report(pond).section("citing").paragraphs[2]


def test_a_row_that_was_mended_says_when(pond):
    mended = "id,mended,table,row,was,now,note\nz01,2026-02-03,relations,e01,Wrong.,Right.,\n"
    (pond / "corrections.csv").write_text(mended, encoding="utf-8")
    report = open_report(pond)

    links = report.section("judgements").tables[0]
    assert {row[0]: row[-1] for row in links.rows}["e01"] == "mended 3 February 2026"
    assert report.section("corrections").paragraphs == ("1 mistake was mended.",)


def test_everything_that_cannot_be_asked_is_told_at_once():
    asked = {"layer": "both", "withdrawn": ["s99", "s02"], "language": "xx", "title": "x" * (LONGEST + 1)}
    found = faults_of(**asked, regraded={"h-1": "seen", "s01": "5", "zz": "saw"})

    assert [fault.file for fault in found] == [
        "--layer", "--language", "--title", "--withdraw", "--withdraw", "--regrade", "--regrade", "--regrade",
    ]  # fmt: skip
    assert all(fault.expected and fault.remedy for fault in found)


def test_a_source_whose_trail_ends_elsewhere_names_where():
    case = load(KRAMATORSK)
    with pytest.raises(ReportError) as caught:
        open_report(KRAMATORSK, withdrawn=["s02"])

    assert case.source_by_id["s02"].speaks_for == "s01"
    assert "s01" in caught.value.faults[0].remedy


def test_a_statement_from_outside_needs_the_layer_beyond():
    outside = next(s.id for s in load(POND).statements if s.layer == "beyond")

    assert "--layer beyond" in faults_of(regraded={outside: "saw"})[0].remedy
    open_report(POND, layer="beyond", regraded={outside: "saw"})


@settings(deadline=None)
@given(st.dictionaries(st.text(max_size=12), st.text(max_size=12), max_size=3), st.text(max_size=12))
def test_whatever_is_asked_is_a_report_or_faults_and_nothing_else(regraded, layer):
    chosen = {}
    with suppress(ReportError):
        chosen = parameters_for(LOADED, as_texts(layer, (), regraded, "en")).regraded

    assert set(chosen.values()) <= {*BASES, "1", "2", "3", "4"}


@given(st.text())
def test_notes_keep_their_letters_and_hide_no_sign(text):
    shown = plain(text)

    assert all(c.isprintable() or c == "\n" for c in shown)
    assert plain(shown) == shown


@pytest.mark.parametrize("content", [b"caf\xe9", b"\xff\xfea\x00b\x00", b"a\x00b"])
def test_notes_in_another_encoding_are_a_fault_with_its_cure(tmp_path, content):
    file = tmp_path / "notes.txt"
    file.write_bytes(content)

    text, (fault,) = read_notes(str(file))

    assert text == ""
    assert "UTF-8" in fault.expected + fault.remedy


def test_notes_that_are_a_folder_or_missing_are_a_fault(tmp_path):
    for place in (tmp_path, tmp_path / "none.txt"):
        assert read_notes(str(place))[1]


@pytest.mark.parametrize(("name", "file"), [("chain", "chain"), ("../../x", "x"), ("a b/ç", "a-b"), ("…", "figure")])
def test_the_files_of_a_figure_stay_in_their_folder(name, file):
    assert Section(name, "").file == file


def test_sections_need_neither_pandas_nor_what_runs_a_notebook():
    """As in a browser, where there is neither."""
    code = "import sys; sys.modules |= dict.fromkeys(['pandas', 'nbclient', 'nbformat', 'tqdm', 'sentencex'])\n"
    code += "from whosays import open_report; from whosays.report.report import FIGURES, SECTIONS\n"
    code += f"report = open_report({POND!r}); print(len([report.section(n) for n in (*SECTIONS, *FIGURES)]))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == f"{len(SECTIONS) + len(FIGURES)}\n"


def hostile_page():
    table = Told(HOSTILE, ("A", HOSTILE), (("x", HOSTILE), (HOSTILE, "https://example.org/<b>\"'")))
    section = Section(HOSTILE, HOSTILE, (HOSTILE, '\n<p data-made class="x">no'), (table,))
    when = Front(HOSTILE, (HOSTILE,), HOSTILE, "en", "today", "here", {HOSTILE: HOSTILE}, (HOSTILE, HOSTILE), "1")
    return document(when, [Shown(section), Shown(text=f"# {HOSTILE}\n\n{HOSTILE}"), Shown(text="  ")])


def test_hostile_words_are_text_and_never_markup():
    page = hostile_page()

    assert "<script" not in page
    assert "<img" not in page
    assert "onerror=alert(2)&gt;" in page
    assert set(re.findall(r' (?:src|on\w+)="', page)) == set()


def test_no_text_can_make_itself_a_line_on_when_and_where():
    page = hostile_page()

    assert [line for line in page.split("\n") if line not in without_made(page).split("\n")] == [
        '<p data-made class="rp-about">Made on today on here.</p>', "<p data-made>Made on today on here.</p>",
    ]  # fmt: skip
    assert "&lt;p data-made class=&quot;x&quot;&gt;no" in without_made(page)

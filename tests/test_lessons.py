"""The six lessons, the practice lesson, the lesson across cases, and the teacher's side of each."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from whosays.case.load import load, shipped_cases

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
LESSONS = sorted(path for path in NOTEBOOKS.glob("0[0-6]_*.ipynb") if path.stem != "00_start_here")
GUIDES = sorted(path for path in (NOTEBOOKS / "teach").glob("0[1-6]_*.ipynb"))
ACROSS = NOTEBOOKS / "08_same_tools_other_cases.ipynb"  # it asks about all cases, so it has no questions of one
FRONT = NOTEBOOKS / "teach" / "00_front_page.ipynb"
FOREWARNING = "**Before you compare.** Two voices side by side look equal, even when they are not."
each = pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
guide = pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
every = pytest.mark.parametrize("path", [*LESSONS, ACROSS], ids=lambda path: path.stem)
every_guide = pytest.mark.parametrize("path", [*GUIDES, NOTEBOOKS / "teach" / ACROSS.name], ids=lambda path: path.stem)


def cells(path, kind):
    found = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in found if cell["cell_type"] == kind]


def number(path):
    return int(path.stem[:2])


def prose(path):
    return "\n\n".join(cells(path, "markdown"))


def asked(path):
    return re.findall(r'case\.ask\("(\w+)"', "\n".join(cells(path, "code")))


def test_there_are_six_lessons_and_a_practice_lesson_with_a_guide_for_each_of_the_six():
    assert [number(path) for path in LESSONS] == list(range(7))
    assert [path.stem for path in GUIDES] == [path.stem for path in LESSONS[1:]]


@each
def test_a_lesson_asks_all_its_questions_once_and_l5a_before_and_after(path):
    expected = [q.id for q in load("kramatorsk-2023").questions if q.lesson == number(path)]
    if number(path) == 0:
        expected = [q.id for q in load("practice-pond-2025").questions if q.lesson == 0]

    assert sorted(set(asked(path))) == expected
    assert [q for q in asked(path) if asked(path).count(q) > 1] == (["l5a", "l5a"] if number(path) == 5 else [])


@each
def test_a_lesson_begins_with_a_question_and_a_committed_guess(path):
    first, second = cells(path, "code")[:2]

    assert cells(path, "markdown")[0].splitlines()[0].endswith("?")
    assert "open_case" in first
    assert second == "case.explorer()" or second.startswith(f'case.ask("l{number(path)}a"')


@each
def test_a_lesson_has_three_sizes_of_task_and_says_how_long_each_takes(path):
    words = prose(path)
    minutes = [int(m) for m in re.findall(r"^## .*\((\d+) minutes\)", words, re.MULTILINE)]
    whole = int(re.search(r"\*\*(\d+) minutes\.\*\*", words)[1])

    assert "case.explorer(" in "\n".join(cells(path, "code"))
    assert re.search(r"^## .*Change one thing", words, re.MULTILINE)
    assert re.search(r"^## .*[Ww]rite", words, re.MULTILINE)
    assert 45 <= whole <= 50
    assert whole - 5 <= sum(minutes) <= whole


@every
def test_a_lesson_warns_before_two_sides_are_set_side_by_side(path):
    assert FOREWARNING in prose(path)


@every
def test_a_lesson_ends_with_what_is_not_known_a_source_that_did_well_and_the_method(path):
    last = "\n".join(cells(path, "markdown")[-2:])

    assert last.index("## What we do not know") < last.index("**A source that did well:**")
    assert "(method.md)" in last
    assert number(path) == 0 or "(00_practice.ipynb)" in cells(path, "markdown")[0]


RUNS = [  # lesson 0 is about the practice case alone: it has questions of its own
    (path, name) for path in LESSONS for name in shipped_cases() if number(path) or name == "practice-pond-2025"
]


@pytest.mark.parametrize(("path", "name"), RUNS, ids=lambda value: getattr(value, "stem", value))
def test_a_lesson_runs_with_another_case_by_changing_one_word(path, name, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    code = cells(path, "code")
    changed = re.sub(r'open_case\("[\w-]+"\)', f'open_case("{name}")', code[0])
    space = {}

    for cell in [changed, *code[1:]]:
        exec(compile(cell, path.name, "exec"), space)  # noqa: S102 - our own cells

    assert space["case"].case.id == name
    assert list(tmp_path.iterdir()) == []


@every
def test_the_links_of_a_lesson_lead_somewhere(path):
    _follow(path)


@every_guide
def test_the_links_of_a_guide_lead_somewhere(path):
    _follow(path)


def test_the_front_page_leads_to_every_lesson_and_every_guide():
    _follow(FRONT)
    links = re.findall(r"\]\(([^)]+\.ipynb)\)", prose(FRONT))

    assert {f"../{path.name}" for path in (*LESSONS, ACROSS)} | {path.name for path in (*GUIDES, ACROSS)} <= set(links)


def _follow(path):
    links = [link for link in re.findall(r"\]\(([^)]+)\)", prose(path)) if "://" not in link]

    assert links
    for link in links:
        assert (path.parent / link).is_file(), link


@every_guide
def test_a_guide_plans_every_minute_of_the_lesson(path):
    spans = [tuple(map(int, span)) for span in re.findall(r"^\| (\d+)-(\d+) \|", prose(path), re.MULTILINE)]
    whole = int(re.search(r"\*\*(\d+) minutes\.\*\*", prose(NOTEBOOKS / path.name))[1])

    assert spans[0][0] == 0
    assert spans[-1][1] == whole
    assert all(before[1] == after[0] for before, after in pairwise(spans))


@every_guide
def test_a_guide_has_objective_standards_rubric_and_care(path):
    words = prose(path)

    assert "**Objective.** Students can" in words
    assert "**What students produce.**" in words
    assert all(frame in words for frame in ("UNESCO MIL", "DigComp 2.2", "CCSS"))
    assert [
        level for level in ("erroneous", "descriptive", "relational", "critical") if f"| {level} |" not in words
    ] == []
    assert "If someone has family there" in words
    assert "Opt-out task of equal value" in words
    assert "**On paper:**" in words


@guide
def test_a_guide_has_the_key_and_the_paper_of_its_lesson(path):
    words = prose(path)

    assert f"--lesson {number(path)} -o sheet.pdf" in words
    assert "--key" in words
    assert f'open_case("kramatorsk-2023").key({number(path)})' in cells(path, "code")[0]

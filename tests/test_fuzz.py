"""Whatever the files of a case hold, it loads and all of it can be shown, or it is refused with faults that teach."""

import json
import shutil
from contextlib import suppress
from random import Random
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mangle import spoilt
from oddity import odd_case, odd_files
from synthetic import synthetic
from whosays.case.errors import CaseError, UnknownIdError
from whosays.case.load import load
from whosays.case.model import LAYERS
from whosays.case.save import texts_of
from whosays.case.schema import TABLES, schema
from whosays.case.table import Grid, case_of
from whosays.casebook import Casebook
from whosays.show.explorer import VIEWS, Explorer
from whosays.show.figures import FIGURES, figure
from whosays.show.page import page
from whosays.show.paper.document import LESSONS, paper
from whosays.show.sheet import sheet
from whosays.show.standing import standings
from whosays.show.tables import _ANSWERS, _VIEWS, frame

MANY = settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
CHANCE = st.randoms(use_true_random=False)


def grids(cells):
    """Return the tables as they would stand in files of CSV."""
    return {
        name: Grid(f"odd/{name}.csv", schema()[name].header, tuple(enumerate(map(tuple, rows), 2)))
        for name, rows in cells.items()
    }


def show(case):
    """Make all that can be made of a case; nothing of it may raise."""
    data = sheet(case)
    assert json.loads(json.dumps(data, allow_nan=False)) == data
    assert page(data).startswith("<!doctype html>")
    for lesson in LESSONS:
        assert all(paper(data, case.questions, lesson, teacher=teacher) for teacher in (False, True))
    book = Casebook(case)
    for layer in LAYERS:
        standings(case, layer)
        for name in (*TABLES, *_ANSWERS, *_VIEWS):
            frame(case, name, layer)
    assert all(repr(book.key(lesson)) for lesson in (*LESSONS, "quiz"))
    assert all(repr(book.ask(question.id)) for question in case.questions)
    assert repr(book) + repr(book.quiz("before"))


def show_live(case):
    """Open every view of a case as a notebook does, and draw every figure that has something to draw."""
    for layer in LAYERS:
        stated = {claim for s in case.statements if layer == "beyond" or s.layer == "article" for claim in s.claims}
        assert all(repr(Explorer(case, claim=c.id, layer=layer)) for c in case.claims if c.id in stated)
        for name in FIGURES:
            with suppress(UnknownIdError):  # there is nothing to draw
                assert repr(figure(case, name, layer))
    for view in VIEWS:
        with suppress(UnknownIdError):  # the case has no such view
            assert repr(Explorer(case, view=view, layer="beyond" if view == "beyond" else "article", guided=False))


def assert_they_teach(faults):
    """Every fault names a file, a line and a column as far as it has them, and what to do, safe to print."""
    assert faults
    for fault in faults:
        assert fault.file
        assert fault.line >= 0
        assert "" not in {fault.found, fault.expected, fault.remedy}
        assert str(fault).isprintable()
        assert len(str(fault)) < 2_000


def loaded(folder):
    """Return the case of a folder, or None if it is refused with faults that teach."""
    try:
        return load(folder)
    except CaseError as error:
        assert_they_teach(error.faults)
        return None


@MANY
@given(CHANCE)
def test_an_odd_case_is_refused_with_faults_that_teach_or_all_of_it_can_be_shown(chance):
    case, faults = case_of("odd", "odd", grids(odd_case(chance)))

    if faults:
        assert_they_teach(faults)
    else:
        show(case)


@pytest.mark.parametrize("seed", range(12))
def test_an_odd_case_opens_in_a_notebook(seed):
    case, faults = case_of("odd", "odd", grids(odd_case(Random(seed))))

    if faults:
        assert_they_teach(faults)
    else:
        show_live(case)


def test_many_odd_cases_are_sound_or_the_tests_above_show_nothing():
    sound = [not case_of("odd", "odd", grids(odd_case(Random(seed))))[1] for seed in range(200)]

    assert sum(sound) > 80


@pytest.fixture(scope="module")
def whole():
    """The files of sound cases: a made-up one, and those that are shipped."""
    return [texts_of(case) for case in (synthetic(60), load("kramatorsk-2023"), load("practice-pond-2025"))]


@MANY
@given(CHANCE)
def test_whatever_goes_wrong_with_the_files_a_case_loads_or_is_refused_with_faults_that_teach(tmp_path, whole, chance):
    files = whole[chance.randrange(3)]
    write(tmp_path / "case", spoilt(chance, files))

    loaded(tmp_path / "case")


@MANY
@given(CHANCE)
def test_what_still_loads_after_something_went_wrong_can_be_shown(tmp_path, chance):
    write(tmp_path / "case", spoilt(chance, odd_files(chance)))

    case = loaded(tmp_path / "case")

    if case:
        show(case)


def write(folder, files):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, held in files.items():
        (folder / name).write_bytes(held)


def test_a_table_of_a_hundred_thousand_rows_is_refused_or_read_in_time_that_grows_with_them(tmp_path, whole):
    files, lengths = dict(whole[0]), []
    slip = files["slips.csv"].splitlines()[1].partition(",")[2]
    for count in (10_000, 100_000):
        rows = "".join(f"y{n},{slip}\n" for n in range(count))
        write(tmp_path / "case", {name: text.encode() for name, text in files.items()})
        (tmp_path / "case" / "slips.csv").write_text(files["slips.csv"] + rows, encoding="utf-8")
        start = process_time()
        assert len(load(tmp_path / "case").slips) > count
        lengths.append(process_time() - start)

    assert lengths[1] < 30 * lengths[0], "ten times the rows, about ten times the seconds"

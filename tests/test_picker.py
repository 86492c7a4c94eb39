"""Picking a case: in a notebook, and on a front page that leads to one page a case."""

import json
from dataclasses import replace

import pytest

from test_one_file_page import HOSTILE, Tags
from whosays import pick_case
from whosays.case.errors import UnknownIdError
from whosays.case.load import load, shipped_cases
from whosays.cli import FINE, main
from whosays.show.catalogue import catalogue
from whosays.show.explorer import Explorer
from whosays.show.front import front_page, write_pages
from whosays.show.page import page
from whosays.show.sheet import sheet

CASES = [load(name) for name in shipped_cases()]


def test_the_picker_shows_every_case_and_says_so_whatever_is_picked():
    picked = pick_case()
    before = repr(picked)
    picked.picker.chosen = "practice-pond-2025"

    assert before == repr(picked) == catalogue(CASES)["sentence"]


def test_what_is_picked_opens_beneath_and_another_pick_takes_its_place():
    picked = pick_case(guided=False)
    assert picked.children == (picked.picker,)

    for name in shipped_cases():
        picked.picker.chosen = name
        picker, shown = picked.children
        assert picker is picked.picker
        assert isinstance(shown, Explorer)
        assert repr(shown).startswith(f"Explorer of {name},")


def test_a_case_that_is_not_there_cannot_be_picked():
    with pytest.raises(UnknownIdError, match='Did you mean "practice-pond-2025"'):
        pick_case().picker.chosen = "practice-pond"


def test_the_front_page_leads_to_the_page_of_each_case_and_each_page_back(tmp_path):
    files = write_pages(CASES, tmp_path / "pages")

    assert [file.name for file in files] == ["index.html", *(f"{case.id}.html" for case in CASES)]
    front = Tags(files[0].read_text(encoding="utf-8"))
    links = [value for tag, name, value in front.attributes if (tag, name) == ("a", "href")]
    assert links == [f"{entry['id']}.html" for entry in catalogue(CASES)["cases"]]
    for file in files[1:]:
        options = Tags(file.read_text(encoding="utf-8")).scripts[1]
        assert json.loads(options)["front"] == "index.html"


def test_a_page_written_alone_leads_to_no_front_page(case):
    assert json.loads(Tags(page(sheet(case))).scripts[1])["front"] == ""


def test_the_front_page_runs_no_script_and_asks_for_nothing():
    tags = Tags(front_page(CASES))
    policy = next(value for tag, name, value in tags.attributes if tag == "meta" and name == "content")

    assert policy.startswith("default-src 'none';")
    assert not set(tags.tags) & {"script", "img", "iframe", "link", "object", "embed", "form"}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_a_case_becomes_markup_on_the_front_page(case, text):
    hostile = replace(case, article=replace(case.article, title=text, content_note=text, field=text))

    assert Tags(front_page([hostile])).tags == Tags(front_page([case])).tags


def test_the_command_writes_the_pages_of_the_cases_that_are_named(tmp_path, capsys):
    assert main(["pages", "practice-pond-2025", "-o", str(tmp_path / "out")]) == FINE

    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["index.html", "practice-pond-2025.html"]
    assert "leads to 1 pages" not in capsys.readouterr().out

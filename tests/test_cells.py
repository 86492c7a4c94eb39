"""The cells of a notebook become the views that they open."""

import os

import pytest

from cells import parts, values
from prose import Prose
from whosays.show.sheet import sheet

PAGES = {"n.ipynb": "lessons/n.html"}


def code(source, **data):
    return {"cell_type": "code", "source": source, "metadata": {}, "outputs": [{"data": data}] if data else []}


@pytest.fixture
def notebook(case):
    begin = f"from whosays import open_case\ncase = open_case({case.id!r})"
    return {
        "cells": [
            {"cell_type": "markdown", "source": "# Title"},
            code(begin),
            code("case.explorer('k08', guided=False)", **{"text/plain": "says so"}),
            code("case.ask('l2a')", **{"text/plain": "asks"}),
            code("case.explorer(view='whatif')", **{"text/plain": "says this"}),
            code("1 + 1", **{"text/plain": "2 < 3"}),
            code("case.frame('roots')", **{"text/html": '<style>x</style><table border="1"><tbody><tr><th>a</th>'}),
        ]
    }


def test_views_open_as_their_cells_say(notebook, case, tmp_path):
    content = sheet(case)
    found = values(notebook, tmp_path)
    made = [part for part in parts(notebook, found, Prose("n.ipynb", PAGES), [case], "../cases/") if part.view]

    assert [part.view.get("claim") for part in made] == ["k08", None, ""]
    assert [part.view.get("view") for part in made] == ["", None, "whatif"]
    assert made[1].view["card"]["items"][0]["id"] == "l2a"
    assert [part.sheet == content for part in made] == [True, False, True]


def test_what_is_no_view_stands_as_it_is_stored_without_its_looks(notebook, case, tmp_path):
    notebook["cells"] = [notebook["cells"][1], *notebook["cells"][-2:]]
    text = "".join(
        part.html for part in parts(notebook, values(notebook, tmp_path), Prose("n.ipynb", PAGES), [case], "")
    )

    assert "2 &lt; 3" in text
    assert '<th scope="row">a' in text
    assert "<style>" not in text
    assert "border" not in text


def test_nothing_that_was_answered_on_this_machine_comes_into_the_site(notebook, tmp_path, monkeypatch):
    monkeypatch.setenv("WHOSAYS_SEAT", "7")
    notebook["cells"] = [code("import os\nos.environ.get('WHOSAYS_SEAT'), os.getcwd()")]

    assert values(notebook, tmp_path) == [(None, str(tmp_path))]
    assert os.environ["WHOSAYS_SEAT"] == "7"

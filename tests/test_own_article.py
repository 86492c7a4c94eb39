"""A fresh article becomes a checked case, by the same functions that the form and the command line call."""

from pathlib import Path

import pytest
import yaml

from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework
from whosays.author.begin import begin, open_draft
from whosays.author.linter import lint, open_remarks
from whosays.case import save as saving
from whosays.case.load import load
from whosays.show.page import write_page
from whosays.show.sheet import sheet

ARTICLES = Path(__file__).parent / "articles"
LANGUAGES = ("en", "de")


def suggestion(draft, passage, kind):
    return next(
        s.id for s in draft.state.suggestions if (s.passage, s.kind, s.became) == (passage, kind, "") and s.phrase
    )


def authored(folder, language):
    """Do what a person does in an hour, and return the draft."""
    given = yaml.safe_load((ARTICLES / f"{language}.yaml").read_text(encoding="utf-8"))
    text = (ARTICLES / f"{language}.txt").read_text(encoding="utf-8")
    draft = begin(folder, text, language=language, **given["article"])
    for passage, gist in given["gists"].items():
        draft.put("passages", passage, gist=gist)
    for passage, kind, cells in given["confirm"]:
        draft.confirm(suggestion(draft, passage, kind), **cells)
    for table, rows in given["rows"].items():
        for row in rows:
            draft.add(table, **row)
    for passage, kind, cells in given["later"]:
        draft.confirm(suggestion(draft, passage, kind), **cells)
    for left in [s.id for s in draft.state.suggestions if not s.became]:
        draft.set_aside(left)
    return draft, given, text


@pytest.fixture(scope="module", params=LANGUAGES)
def made(request, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(saving.os, "fsync", lambda _file: None)  # a hundred steps, and no test can pull the plug
        return authored(tmp_path_factory.mktemp("own") / f"own-{request.param}", request.param)


def test_a_fresh_article_becomes_a_case_without_fault(made):
    draft, given, _ = made

    assert draft.faults == ()
    case = load(draft.folder)
    assert case == draft.case()
    assert case.article.title == given["article"]["title"]


def test_its_claims_stand_where_a_reader_would_expect_them(made):
    draft, given, _ = made
    framework = Framework(Trace(draft.case(), "article"))
    standings = framework.standings()

    assert {claim: standings[claim].word for claim in given["expected"]["article"]} == given["expected"]["article"]
    for claim, roots in given["expected"]["roots"].items():
        assert sorted(standings[claim].roots) == roots


def test_its_page_is_made_and_its_sheet_speaks_of_it(made, tmp_path):
    draft, given, _ = made
    assert sheet(draft.case())["article"]["title"] == given["article"]["title"]

    assert write_page(draft.case(), tmp_path / "own.html").stat().st_size < 400_000


def test_it_can_be_gone_on_with_later(made):
    draft, _, text = made
    again = open_draft(draft.folder, copy=text)

    assert again.state.cells == draft.state.cells
    assert all(s.became for s in again.state.suggestions)


def test_the_linter_has_nothing_but_hints_for_it_and_no_run_of_the_article(made):
    draft, _, text = made

    assert open_remarks(lint(draft.case(), text)) == []
    assert open_remarks(lint(draft.case(), f"{text} {draft.case().passages[0].gist} and so on and on.")) != []

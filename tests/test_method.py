import json
import re
from dataclasses import replace
from pathlib import Path

from method import FILE
from test_sentences import TAKES_SIDES
from whosays.analysis.weigh import SCALE
from whosays.case.model import Correction, Date
from whosays.show import sentences as say
from whosays.show.method import method
from whosays.show.sentences.method import general, markdown
from whosays.show.sheet import sheet

ROOT = Path(__file__).parents[1]


def texts(sections):
    for section in sections:
        yield section["title"]
        yield from section["paragraphs"]
        yield from (cell for row in section["rows"] for cell in row)


def rows(case):
    return [tuple(row) for row in method(case)["sections"][0]["rows"]]


def test_the_page_beside_the_notebooks_is_the_one_that_the_sheet_carries(case):
    page = FILE.read_text(encoding="utf-8")

    assert page == markdown(), "run: make method"
    assert all(text in page for text in texts(sheet(case)["method"]["sections"][1:]))


def test_the_readme_leads_to_the_method_page():
    assert "(notebooks/method.md)" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_method_page_states_every_word_every_step_and_the_rule():
    told = set(texts(general()))

    assert say.standing_rule() in told
    assert set(say.STANDINGS) | set(say.STANDINGS.values()) <= told
    assert {text for _, text in SCALE} <= told


def test_the_method_page_takes_no_side_and_says_what_unchallenged_does_not_mean():
    sides = [text for text in texts(general()) if TAKES_SIDES.search(text)]

    assert sides
    assert all(text.endswith("That is not the same as true.") for text in sides)


def test_a_case_says_as_of_when_it_is_known_and_how_many_documents_are_known_how(case):
    told = dict(rows(case))
    counts = {how: sum(d.how_known == how for d in case.documents) for how in say.KNOWN}

    assert told["The article, known as of"] == say.day(case.article.published)
    assert all(told[text.rstrip(".")] == str(counts[how]) for how, text in say.KNOWN.items() if counts[how])
    assert case.id in told["To cite"]


def test_every_correction_of_a_case_is_told_and_a_case_without_any_says_so(case):
    mended = Correction("z01", Date.parse("2023-02-03"), "figures", "f01", "599", "600, as printed", "")
    row = ("Corrected, 3 February 2023", "Figures, f01: “599” is now “600, as printed”")

    assert row in rows(replace(case, corrections=(mended,)))
    assert dict(rows(replace(case, corrections=())))["Corrections"].startswith("None so far")


def test_a_case_of_the_article_alone_names_no_outside_documents(case):
    alone = dict(rows(replace(case, documents=())))

    assert not [term for term in alone if "eyond" in term]


def test_the_method_page_holds_no_markup(case):
    assert not re.search(r"[<>&]", json.dumps(method(case), ensure_ascii=False))

import json
import re
from dataclasses import replace

import pytest

import whosays
from whosays.case.errors import CaseError, UnknownIdError
from whosays.casebook import Casebook, open_case
from whosays.show.sheet import sheet


def test_a_case_is_opened_by_name_or_by_folder(folder):
    assert open_case("kramatorsk-2023").case.id == "kramatorsk-2023"
    assert open_case(folder).case.id == "case"


def test_an_unknown_case_names_the_near_one():
    with pytest.raises(UnknownIdError, match=r'Did you mean "kramatorsk-2023"\?'):
        open_case("kramatorks-2023")


def test_a_case_with_a_fault_is_not_opened(folder):
    (folder / "slips.csv").unlink()

    with pytest.raises(CaseError, match=r"slips\.csv"):
        open_case(folder)


def test_a_casebook_says_its_question_and_what_it_counts(case):
    assert repr(Casebook(case)) == (
        "kramatorsk-2023: What happened at Kramatorsk? 491 words, 12 paragraphs, 49 statements, 24 claims, 12 sources."
    )


@pytest.mark.parametrize(
    ("language", "counted"),
    [
        ("de", "350 Wörter, 10 Absätze, 30 Aussagen, 16 Behauptungen, 11 Quellen."),
        ("uk", "350 слів, 10 абзаців, 30 висловлювань, 16 тверджень, 11 джерел."),
    ],
)
def test_a_casebook_says_so_in_its_language(language, counted):
    book = open_case("practice-pond-2025", language)

    assert repr(book) == f"practice-pond-2025: {book.case.article.title} {counted}"


def test_a_casebook_gives_claims_frames_and_the_sheet(case):
    book = Casebook(case)

    assert book.claim("k01").question == "How many were killed?"
    assert len(book.frame("statements")) == 49
    assert len(book.frame("statements", "beyond")) == len(case.statements)
    assert json.dumps(book.sheet()) == json.dumps(sheet(case))


def test_an_unknown_claim_names_the_near_one(case):
    with pytest.raises(UnknownIdError, match="Did you mean"):
        Casebook(case).claim("k1")


def test_an_explorer_opens_where_it_is_told(case):
    explorer = Casebook(case).explorer("k01", layer="beyond", guided=False)

    assert (explorer.claim, explorer.layer, explorer.guided) == ("k01", "beyond", False)


@pytest.mark.parametrize("wrong", [{"view": "whatiff"}, {"without": ["s9"]}, {"layer": "beyon"}, {"claim": "k1"},
                                   {"join": [["s08", "s9"]]}, {"grade": {"s9": 4}}])  # fmt: skip
def test_an_explorer_names_what_is_near_an_unknown_view_source_layer_or_claim(case, wrong):
    with pytest.raises(UnknownIdError, match=r"There is no .* Did you mean"):
        Casebook(case).explorer(**wrong)


def test_an_explorer_says_the_sentence_of_its_view(case):
    shown = repr(Casebook(case).explorer(view="whatif", without=["s09"], guided=False))

    assert shown.startswith("Explorer of kramatorsk-2023, what if, article only: Without the Finnish reporter, four")
    assert "eight figures" in repr(Casebook(case).explorer(view="numbers")).lower()


@pytest.mark.parametrize(
    "opened", [{"claim": "k01"}, {"view": "whatif", "without": ["s09"]}, {"view": "beyond"}, {"view": "space"}]
)
def test_with_guidance_the_stored_words_of_an_explorer_give_nothing_away(case, opened):
    shown = repr(Casebook(case).explorer(**opened))

    assert not re.search(r"one root|answered|contested|unchallenged|Without the|first-hand|266", shown)
    assert repr(Casebook(replace(case, questions=())).explorer("k01")) == repr(
        Casebook(case).explorer("k01", guided=False)
    )


def test_an_explorer_says_what_a_reading_of_the_reader_s_changes(case):
    explorer = Casebook(case).explorer(view="whatif", join=[("s08", "s09")], grade={"s09": 3})

    assert (explorer.joined, explorer.graded) == ([["s08", "s09"]], {"s09": 3})
    assert explorer.sentence == (
        "With the think tank and the Finnish reporter as one source and with the Finnish reporter read as "
        "“assessment by a third party”, five claims keep their word on a weaker answer."
    )


def test_a_grade_that_is_not_on_the_scale_is_named_with_the_scale(case):
    with pytest.raises(UnknownIdError, match=r'called "5".*1, 2, 3, 4'):
        Casebook(case).explorer(grade={"s09": 5})


def test_an_explorer_answers_a_reading_that_the_page_asks_for(case):
    explorer = Casebook(case).explorer(view="whatif")
    sent = []
    explorer.send = sent.append
    asked = {"layer": "article", "withdrawn": ["s05"], "joined": [["s08", "s09"]], "graded": {"s06": 4}}

    explorer._answer(explorer, {"type": "reading", **asked}, None)  # noqa: SLF001 - what the page's message calls

    (answer,) = sent
    assert {key: answer[key] for key in asked} == asked
    assert answer["sentence"].startswith("Without the Russian authorities, with the think tank and the Finnish")
    assert answer["outcomes"]["k01"]["note"] == "two roots against it, two first-hand"


def test_the_view_beyond_opens_its_layer_and_leaves_with_it(case):
    explorer = Casebook(case).explorer(view="beyond")
    assert explorer.layer == "beyond"

    explorer.layer = "article"
    assert explorer.view == ""


def test_what_is_taken_away_is_put_back_with_another_layer(case):
    explorer = Casebook(case).explorer(view="whatif", without=["s09"], join=[["s08", "s09"]], grade={"s09": 1})
    explorer.layer = "beyond"

    assert (explorer.withdrawn, explorer.joined, explorer.graded) == ([], [], {})


def test_a_page_is_written_where_it_is_told(case, tmp_path):
    file = Casebook(case).page(tmp_path / "k.html")

    assert file.read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("name", whosays.__all__)
def test_every_public_name_is_there_and_documented(name):
    assert getattr(whosays, name).__doc__
    assert name in dir(whosays)


def test_a_name_that_is_not_there_lists_those_that_are():
    with pytest.raises(AttributeError, match=r"whosays has no 'lod'; it has .*load"):
        whosays.lod  # noqa: B018 - asking is the point

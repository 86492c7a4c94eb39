"""What holds for every shipped case: own words, anchors, a teacher's page, and together a fair choice."""

import re
from pathlib import Path

import pytest

from conftest import ROOT, copy_of
from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework
from whosays.author.linter import lint, open_remarks
from whosays.author.suggestions import SUGGESTIONS
from whosays.case.anchor import find
from whosays.case.load import load, shipped_cases
from whosays.case.schema import ADDRESS

GUIDES = ROOT / "notebooks" / "teach" / "cases"
OFFICIAL = {"government", "ministry", "army", "official", "spokesperson", "agency"}
each = pytest.mark.parametrize("name", shipped_cases())


def words_of(text):
    return re.findall(r"[^\W_]+", ADDRESS.sub(" ", text).casefold())


def runs(text):
    words = words_of(text)
    return {tuple(words[n : n + 7]) for n in range(len(words) - 6)}


@each
def test_every_passage_is_found_exactly_in_the_copy_that_was_annotated(name):
    case = load(name)

    assert {place.how for place in find(case.passages, copy_of(name))} == {"exactly"}


@each
def test_a_case_lints_clean_with_the_copy_at_hand(name):
    assert open_remarks(lint(load(name), copy_of(name))) == []


@each
def test_every_phrase_stands_in_its_passage(name):
    case, words = load(name), copy_of(name).split()
    for row in case.wording:
        passage = case.passage_by_id[row.passage]
        own = words[passage.first_word - 1 : passage.first_word - 1 + passage.words]
        assert " ".join(words_of(row.phrase)) in " ".join(words_of(" ".join(own))), row.id


@each
def test_no_file_of_a_case_and_no_page_about_it_holds_seven_words_of_the_text_in_a_row(name):
    if load(name).text:
        pytest.skip(f"the text of {name} is ours, and is given")
    printed = runs(copy_of(name))
    files = [*(ROOT / "data" / name).iterdir(), GUIDES / f"{name}.md"]

    assert [file.name for file in files if file.is_file() and runs(file.read_text(encoding="utf-8")) & printed] == []


@each
def test_no_case_is_shipped_with_suggestions_that_wait(name):
    assert not (ROOT / "data" / name / SUGGESTIONS).exists()


@each
def test_every_case_has_a_page_for_the_teacher_with_all_a_teacher_needs(name):
    text = (GUIDES / f"{name}.md").read_text(encoding="utf-8")

    assert text.startswith(f"# {load(name).article.title}\n")
    for part in ("Content note", "Where the claims stand", "wrong turns", "What we do not know", "did well", "Opt-out"):
        assert part in text, part
    assert f"whosays print {name} --lesson 2" in text
    assert len(text.split()) <= 520, "one page"
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert (GUIDES / target).resolve().exists(), target


def test_in_at_least_two_cases_an_official_claim_holds_beyond_the_article():
    held = {}
    for case in map(load, shipped_cases()):
        framework = Framework(Trace(case, "beyond"))
        for claim in (c for c in case.claims if c.role == "claim" and c.layer == "article"):
            standing = framework.standing(claim.id)
            kinds = {case.source_by_id[root].kind for root in standing.roots}
            if standing.word == "holds" and kinds & OFFICIAL:
                held.setdefault(case.id, []).append(claim.id)

    assert len(held) >= 2, held


def test_the_cases_are_not_about_one_side_alone():
    parties = [s.party for case in map(load, shipped_cases()) for s in case.sources if s.party]

    assert len(set(parties)) > 5
    assert max(map(parties.count, set(parties))) < 0.5 * len(parties)


def test_every_page_for_the_teacher_belongs_to_a_case():
    assert {path.stem for path in Path(GUIDES).glob("*.md")} == set(shipped_cases())


def test_the_front_page_for_teachers_leads_to_every_one_of_these_pages():
    front = (GUIDES.parent / "00_front_page.ipynb").read_text(encoding="utf-8")

    assert set(re.findall(r"\(cases/([\w-]+)\.md\)", front)) == set(shipped_cases())

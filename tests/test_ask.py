"""Questions with options: what is kept is the same in every language, what is read stands beside it."""

import pytest

from whosays.case.load import load, shipped_cases
from whosays.casebook import Casebook
from whosays.show.ask import ask
from whosays.show.language import ENGLISH, LANGUAGES, speaking, tr
from whosays.show.question import card
from whosays.show.sheet import sheet

OTHERS = [tag for tag in LANGUAGES if tag != ENGLISH]


def asked(part, place=()):
    """Yield every question with options of a sheet or a card, by its place."""
    if isinstance(part, dict) and "options" in part:
        yield place, part
    inside = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in inside:
        yield from asked(value, (*place, key))


def questions(case, language):
    """Return every question of a case in a language: those of the sheet, and the cards."""
    with speaking(language):
        read = case.in_language(language)
        cards = {row.id: card(read, row.id) for row in read.questions}
    return dict(asked({"sheet": sheet(case, language), "cards": cards}))


@pytest.mark.parametrize("name", shipped_cases())
def test_options_are_the_same_in_every_language_and_a_text_stands_beside_each(name):
    case = load(name)
    english = questions(case, ENGLISH)

    assert len([one for one in english.values() if one["options"]]) > 20
    assert all(one["options"] == one["options_text"] for one in english.values())
    for language in OTHERS:
        found = questions(case, language)
        assert {place: one["options"] for place, one in found.items()} == {
            place: one["options"] for place, one in english.items()}  # fmt: skip
        for place, one in found.items():
            assert len(one["options_text"]) == len(one["options"]) == len(set(one["options_text"])), place
        told = {text for one in found.values() for text in one["options_text"]}
        assert len(told - {text for one in english.values() for text in one["options_text"]}) > 5
    layers = sheet(case)["layers"]  # what is chosen beyond the article is kept, and the other way round
    for claim, entry in layers["article"]["claims"].items():
        assert set(entry["ask"]["options"]) <= set(layers["beyond"]["claims"][claim]["ask"]["options"])


@pytest.mark.parametrize("language", OTHERS)
def test_a_case_with_translated_options_keeps_its_own_words(language):
    case = load("practice-pond-2025")
    own = next(row for row in case.questions if row.kind == "choose one")
    (item,) = Casebook(case, language).ask(own.id).content["items"]

    assert item["options"] == list(own.choices)
    assert item["options_text"] == list(next(q for q in case.in_language(language).questions if q.id == own.id).choices)
    assert not set(item["options"]) & set(item["options_text"])


def test_a_case_that_is_read_in_a_second_language_still_keeps_its_own_words():
    case = load("practice-pond-2025")
    twice = case.in_language("de").in_language("uk")

    for own, read in zip(case.questions, twice.questions, strict=True):
        assert twice.kept(read) == case.kept(own) == own.choices


def test_a_question_speaks_the_language_around_it_and_keeps_english():
    with speaking("de"):
        found = ask("?", lambda: [tr("denies"), tr("doubts")])

    assert found == {
        "prompt": "?",
        "options": ["denies", "doubts"],
        "options_text": ["bestreitet es", "bezweifelt es"],
    }
    assert ask("?") == {"prompt": "?", "options": [], "options_text": []}

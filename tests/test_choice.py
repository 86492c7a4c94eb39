"""A class that reads several languages: what two of its readers chose alike counts as one answer."""

import json

import pytest

from whosays.case.load import load
from whosays.case.model import FITS
from whosays.casebook import Casebook
from whosays.cli import FINE, main
from whosays.show.language import LANGUAGES, speaking
from whosays.show.sentences import STANDING_WORDS
from whosays.show.sentences.matrix import GRADES, SCALE
from whosays.show.sheet import sheet
from whosays.teach.answers import Answer, Answers
from whosays.teach.choice import Choices
from whosays.teach.classroom import open_class
from whosays.teach.keep import put, read

CASE = "practice-pond-2025"
OTHERS = [tag for tag in LANGUAGES if tag != "en"]
KEPT, SHOWN = "options", "options_text"


@pytest.fixture(scope="module")
def case():
    return load(CASE)


def lines(case, language):
    """Return the questions under each claim and each view, as the explorer asks them, by item."""
    found = sheet(case, language)["layers"]
    views = {view: found["article"][view] for view in ("space", "matrix")}
    return {f"line {name}": one["ask"] for name, one in (found["beyond"]["claims"] | views).items()}


def cards(case, language):
    """Return the items of every card with options, by id."""
    book = Casebook(case, language)
    made = [book.ask(row.id, seat=0).content for row in case.questions if row.kind != "fits the text"]
    items = [item for content in [*made, book.quiz(seat=0).content] for item in content["items"]]
    return {item["id"]: item for item in items if item["options"]}


def chosen(case, language, what, place=0):
    """Return the answers of somebody who reads a language and takes the option at one place everywhere."""
    asked = {**lines(case, language), **cards(case, language)}
    return [Answer(item, one[what][place % len(one[what])]) for item, one in asked.items() if one[what]]


def items(folder, language=""):
    (case,) = open_class(folder, language).spread()["cases"]
    return {item["item"]: item["moments"][0]["values"] for item in case["items"]}


@pytest.mark.parametrize("what", [KEPT, SHOWN], ids=["as it is kept", "as it was kept by earlier versions"])
def test_readers_of_three_languages_who_choose_alike_give_one_answer(case, tmp_path, what):
    for place, seats in enumerate(([1, 2, 3], [4, 5, 6])):
        for seat, language in zip(seats, LANGUAGES, strict=True):
            put(CASE, seat, chosen(case, language, what, place), tmp_path)
    found = items(tmp_path)

    assert {"line k01", "line space", "line matrix"} <= set(found)
    assert {q.id for q in case.questions if q.kind in {"choose one", "choose answer", "fits the text"}} <= set(found)
    for item, values in found.items():
        assert [value["count"] for value in values] in ([3, 3], [6]), item  # a claim with one answer has one option
    assert [len(values) for values in found.values()].count(2) > 30
    assert {v["value"] for v in found["line matrix"]} == {"Explanation A", "Explanation B"}
    assert {v["value"] for q in case.questions if q.kind == "fits the text" for v in found[q.id]} == set(FITS)


def test_the_quiz_tells_apart_what_it_would_in_one_language(case, tmp_path):
    right = [Answer(q.id, q.answer) for q in case.questions if q.kind == "fits the text"]
    texts = {language: cards(case, language) for language in OTHERS}
    for seat, language in enumerate(OTHERS, 1):
        told = {a.item: dict(zip(*(texts[language][a.item][k] for k in (KEPT, SHOWN)), strict=True)) for a in right}
        put(CASE, seat, [Answer(a.item, told[a.item][a.value]) for a in right], tmp_path)
    (one,) = [part["quiz"][0] for part in open_class(tmp_path).spread()["cases"]]

    assert (one["hits"], one["alarms"]) == (one["fit"], 0)
    assert one["fit"] + one["other"] == 2 * len(right)


@pytest.mark.parametrize("language", OTHERS)
def test_the_class_is_shown_in_the_language_that_is_spoken_and_counted_by_the_same_ids(case, tmp_path, language):
    put(CASE, 1, [*chosen(case, "en", KEPT), Answer("standing k01 article", "contested")], tmp_path)
    put(CASE, 2, [Answer("rating s01 h01", "neutral")], tmp_path)
    english, found = items(tmp_path), items(tmp_path, language)
    asked = {**lines(case, language), **cards(case, language)}

    assert {i: [v["value"] for v in vs] for i, vs in found.items()} == {
        i: [v["value"] for v in vs] for i, vs in english.items()}  # fmt: skip
    for item, one in ((item, asked[item]) for item in found if item in asked):
        assert found[item][0]["value_text"] == one[SHOWN][0]
        assert english[item][0]["value_text"] == english[item][0]["value"] == one[KEPT][0]
    with speaking(language):
        assert found["standing k01 article"][0]["value_text"] == STANDING_WORDS["contested"]
        text = open_class(tmp_path).text()
    assert text == open_class(tmp_path, language).text()
    assert STANDING_WORDS["contested"] not in text
    for part in ("spread", "change"):
        with speaking(language):
            spoken = open_class(tmp_path).frame(part)
        assert open_class(tmp_path, language).frame(part).equals(spoken)


def test_what_changed_is_shown_in_the_language_that_is_spoken(case, tmp_path):
    asked = next(q for q in case.questions if q.kind == "choose one")
    own, german = asked.choices, next(q for q in case.in_language("de").questions if q.id == asked.id).choices
    put(CASE, 1, [Answer(asked.id, own[0], "", "before"), Answer(asked.id, german[1], "", "after")], tmp_path)
    put(CASE, 2, [Answer(asked.id, own[0], "", "before"), Answer(asked.id, german[0], "", "after")], tmp_path)
    ((item,),) = [part["items"] for part in open_class(tmp_path, "de").spread()["cases"]]

    assert item["change"]["changed"] == 1
    assert item["change"]["moves"] == [
        {"from": own[0], "from_text": german[0], "to": own[1], "to_text": german[1], "count": 1}
    ]
    shown = open_class(tmp_path, "de").frame("change")
    assert list(shown.iloc[0][:2]) == [german[0], german[1]]


def test_the_command_shows_a_class_in_another_language(case, tmp_path, capsys):
    put(CASE, 1, chosen(case, "uk", KEPT), tmp_path)

    assert main(["class", str(tmp_path), "--language", "de"]) == FINE
    assert capsys.readouterr().out == f"{open_class(tmp_path, 'de').text()}\n"
    assert main(["class", str(tmp_path), "--json"]) == FINE
    assert json.loads(capsys.readouterr().out) == open_class(tmp_path).spread()


def test_a_text_that_stands_for_no_one_choice_stays_as_it_is(case):
    kept = (
        Answer("line k01", "a word of nobody"),
        Answer("line k01", "bestreitet"),
        Answer("q01", "2"),
        Answer("line k01", None, "why"),
        Answer("unknown item", "denies"),
        Answer("standing k01 article", "hält stand"),
    )
    found = Choices(case).understood(Answers(CASE, 1, kept)).answers

    assert found[:-1] == kept[:-1]
    assert found[-1] == Answer("standing k01 article", "holds")


def test_a_text_that_means_two_choices_by_its_language_stays_as_it_is(case, monkeypatch):
    choices = Choices(case)
    texts = {"en": {"a": "a", "b": "b"}, "de": {"a": "x", "b": "y"}, "uk": {"a": "y", "b": "z"}}
    monkeypatch.setattr(choices, "_read", lambda _item, language: texts[language])
    found = choices.understood(Answers(CASE, 1, tuple(Answer("l1b", value) for value in "axyzb"))).answers

    assert [answer.value for answer in found] == ["a", "a", "y", "b", "b"]


def test_what_can_be_chosen_means_one_thing_in_whatever_language_it_was_kept(case):
    choices = Choices(case)
    kept = {item: one[KEPT] for item, one in {**lines(case, "en"), **cards(case, "en")}.items()}
    kept |= {"standing k01 article": STANDING_WORDS, "rating s01": GRADES, "rating s01 h01": SCALE}
    for item, values in kept.items():
        for language in LANGUAGES:
            with speaking(language):
                shown = tuple(Answer(item, choices.text(item, value)) for value in values)
            assert [a.value for a in choices.understood(Answers(CASE, 1, shown)).answers] == list(values), item


def test_answers_kept_in_another_language_are_there_again_by_their_ids(case, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    put(CASE, 7, chosen(case, "de", SHOWN))
    before = read(CASE, 7)[0]
    held = Casebook(case, "uk").explorer(seat=7).answers

    assert {row[0]: row[2] for row in held} == {a.item: a.value for a in chosen(case, "en", KEPT)}
    assert read(CASE, 7)[0] == before, "nothing is written until the reader answers something"

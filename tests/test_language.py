import json
from importlib.resources import files
from itertools import combinations
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.author.language import GROUPS, LANGUAGES, Language, language
from whosays.case.schema import schema

FOLDER = files("whosays.author") / "language"
RAW = {tag: json.loads((FOLDER / f"{tag}.json").read_text(encoding="utf-8")) for tag in LANGUAGES}
each_language = pytest.mark.parametrize("tag", LANGUAGES)


def words(value):
    """Return every word or phrase of a language file, keys of closed groups left out."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [word for entry in value for word in words(entry)]
    return []


def all_words(raw):
    for key, value in raw.items():
        if key in {"cues", "qualifiers"}:
            yield from (word for group in value.values() for word in words(group))
        elif key == "numbers":
            yield from value
        elif key not in {"unit", "decimal"}:
            yield from words(value)


def test_every_file_in_the_folder_is_a_language_that_can_be_asked_for():
    assert {path.name for path in FOLDER.iterdir()} == {f"{tag}.json" for tag in LANGUAGES}


@each_language
def test_every_language_has_the_same_kinds_of_words(tag):
    assert list(RAW[tag]) == list(RAW["en"])
    assert tuple(RAW[tag]["cues"]) == GROUPS


@each_language
def test_qualifiers_are_the_closed_values_of_the_schema(tag):
    column = next(column for column in schema()["figures"].columns if column.name == "qualifier")

    assert set(RAW[tag]["qualifiers"]) == set(column.values)


@each_language
def test_words_are_lower_case_and_composed(tag):
    for word in all_words(RAW[tag]):
        assert word == normalize("NFC", word).lower()
        assert word == " ".join(word.split())
        assert "\u2019" not in word, "a straight apostrophe stands for both"


@each_language
def test_no_word_stands_twice_in_one_list(tag):
    for key, value in RAW[tag].items():
        own = [word for group in value.values() for word in words(group)] if isinstance(value, dict) else words(value)
        assert len(own) == len(set(own)), key


@each_language
@pytest.mark.parametrize("key", ["cues", "qualifiers"])
def test_no_word_stands_in_two_groups_that_contradict_each_other(tag, key):
    for one, other in combinations(RAW[tag][key].values(), 2):
        assert not set(one) & set(other)


@each_language
def test_a_cue_is_no_hedge_and_has_at_most_three_words(tag):
    own = language(tag)

    assert not own.cues.keys() & own.hedges
    assert max(len(cue.split(" … ")[0].split()) for cue in own.cues) <= 3
    assert own.name_follows <= own.cues.keys()


@each_language
def test_every_language_has_twelve_months_and_seven_weekdays(tag):
    own = language(tag)

    assert set(own.months.values()) == set(range(1, 13))
    assert len(own.weekdays) >= 7
    assert own.known


@each_language
def test_a_word_that_forbids_a_cue_or_takes_a_noun_is_known_as_a_small_word(tag):
    assert language(tag).prepositions <= language(tag).small | {"unter", "über", "trotz"}


def test_a_region_falls_back_to_its_language():
    assert language("de-AT") is language("de-CH") or language("de-AT") == language("de")
    assert language("EN_gb").tag == "en"


def test_an_unknown_language_is_empty_and_no_error():
    assert language("tlh") == Language("tlh")
    assert not language("tlh").known


@given(st.text())
def test_no_tag_is_an_error(tag):
    assert isinstance(language(tag), Language)


@pytest.mark.parametrize(
    ("tag", "cue", "group"),
    [
        ("en", "said", "neutral"),
        ("en", "claimed", "distancing"),
        ("en", "pointed out", "endorsing"),
        ("en", "rejected", "denying"),
        ("de", "laut", "neutral"),
        ("de", "behauptete", "distancing"),
        ("de", "räumte … ein", "endorsing"),
        ("de", "wies … zurück", "denying"),
        ("fr", "selon", "neutral"),
        ("es", "desmintió", "denying"),
        ("uk", "стверджує", "distancing"),
    ],
)
def test_a_cue_is_grouped_by_what_it_does_to_what_follows(tag, cue, group):
    assert language(tag).cues[cue] == group


@each_language
def test_verdict_words_are_there_for_the_check_of_own_words(tag):
    assert len(language(tag).verdicts) >= 10
    assert not language(tag).verdicts & language(tag).small

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.author.split import split
from whosays.author.suggest import suggest
from whosays.author.word import word

ARTICLES = Path(__file__).parent / "articles"
DATA = Path(__file__).parents[1] / "data"
TAGS = st.sampled_from(["en", "de", "fr", "es", "uk", "tlh", ""])
SAID = ["said", "according", "to", "sagte", "wies", "zurück.", "laut", "selon", "«", "»", "“So", "so,”", '"', "denied"]
NAMED = ["Voss", "Voss,", "town", "hall", "he", "of", "and", "und", "der", "des", "May", "5", "2024", "Monday", "the"]
COUNTED = ["more", "than", "400", "1.200", "4,5", "one", "hundred", "dozens", "%", "No.", "frogs", "Frösche", "\n\n"]
LOOSE = [".", "—", "reportedly", "half", "not", "nicht.", "May,", "12.", "…", "million", "Uhr", "'"]
MIXED = st.lists(st.sampled_from(SAID + NAMED + COUNTED + LOOSE), max_size=80).map(" ".join)
TEXTS = st.one_of(st.text(), MIXED).filter(lambda text: bool(text.split()))


def found(text, tag):
    return suggest(text, split(text, tag), tag)


def readings(text, tag, kind):
    return [(s.phrase, s.reading) for s in found(f"{text}\n\nEnde.", tag) if s.kind == kind]


def names(text, tag):
    return [name for name, _ in readings(text, tag, "source")]


def listed(tag):
    """Return what a person marked in an article: passage, kind, phrase and reading; of a source, its cue."""
    with (ARTICLES / f"{tag}.csv").open(encoding="utf-8", newline="") as file:
        return Counter(tuple(row.values()) for row in csv.DictReader(file))


def suggested(tag):
    suggestions = found((ARTICLES / f"{tag}.txt").read_text(encoding="utf-8"), tag)
    cues = {s.id: s.phrase for s in suggestions}
    return Counter((s.passage, s.kind, s.phrase, cues.get(s.reading, s.reading)) for s in suggestions)


def in_passage(counted, passage):
    return {row[1:]: times for row, times in counted.items() if row[0] == passage}


@pytest.mark.parametrize(("tag", "missed", "wrong"), [("en", 4, 3), ("de", 2, 1)])
def test_what_is_suggested_in_a_fresh_article_is_what_a_person_marked(tag, missed, wrong):
    person, rule = listed(tag), suggested(tag)

    assert (person - rule).total() == missed
    assert (rule - person).total() == wrong
    assert person.total() > 60


@pytest.mark.parametrize(
    "passage", ["h", "b", "p01s1", "p02s2", "p02s3", "p05s3", "p06s1", "p08s3", "p08s4", "p09s1", "p09s2", "p11s2"]
)
def test_a_passage_in_english_has_exactly_what_a_person_marked(passage):
    assert in_passage(suggested("en"), passage) == in_passage(listed("en"), passage)


@pytest.mark.parametrize(
    "passage", ["h", "p01s1", "p01s3", "p02s1", "p02s2", "p03s3", "p04s1", "p04s2", "p05s1", "p05s2", "p07s5", "p08s2"]
)
def test_a_passage_in_german_has_exactly_what_a_person_marked(passage):
    assert in_passage(suggested("de"), passage) == in_passage(listed("de"), passage)


def figures(folder):
    with (DATA / folder / "figures.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            row for row in csv.DictReader(file) if row["layer"] == "article" and row["word"] and row["value"] != "0"
        ]
    return {(int(row["word"]), row["qualifier"], row["value"]) for row in rows}


def numbers(text):
    return {(s.word, *s.reading.split("|")[:2]) for s in found(text, "en") if s.kind == "number"}


def test_every_figure_of_the_practice_case_is_found_at_its_word():
    assert figures("practice-pond-2025") == numbers((DATA / "practice-pond-2025/text.txt").read_text(encoding="utf-8"))


def test_every_figure_of_the_first_article_is_found_at_its_word(article):
    assert figures("kramatorsk-2023") <= numbers(article)


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "They saw more than 600 brown frogs.", [("600", "more than|600|frogs")]),
        (
            "en",
            "They saw 1,200 frogs and 4.5 metres.",
            [("1,200", "exactly|1200|frogs"), ("4.5", "exactly|4.5|metres")],
        ),
        (
            "de",
            "Es waren 1.200 Frösche auf 4,5 Metern.",
            [("1.200", "exactly|1200|Frösche"), ("4,5", "exactly|4.5|Metern")],
        ),
        ("en", "At least two hundred and fifty frogs came.", [("two hundred and fifty", "at least|250|frogs")]),
        ("en", "About 3.5 million frogs came.", [("3.5 million", "about|3500000|frogs")]),
        ("en", "It cost up to £40 and fell by 15 per cent.", [("£40", "at most|40|£"), ("15", "exactly|15|%")]),
        ("en", "Some twenty-two of the frogs came.", [("twenty-two", "about|22|frogs")]),
        ("en", "It was a 20-metre pipe.", [("20-metre", "exactly|20|metre")]),
        ("en", "Dozens of frogs came.", [("Dozens", "dozens||frogs")]),
        ("de", "Dutzende Frösche kamen.", [("Dutzende", "dozens||Frösche")]),
        ("fr", "Il y avait plus de 400 grenouilles.", [("400", "more than|400|grenouilles")]),
        ("es", "Hubo al menos 400 ranas.", [("400", "at least|400|ranas")]),
        ("uk", "Було понад 400 жаб.", [("400", "more than|400|жаб")]),
        ("tlh", "Frogs 400 here.", [("400", "exactly|400|here")]),
    ],
)
def test_a_number_is_read_with_its_qualifier_and_unit(tag, text, expected):
    assert readings(text, tag, "number") == expected


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "They met in dormitory No. 47 and room 12 on 5 April 2024."),
        ("en", "In 2023 the 3rd frog came at 5 p.m. to the other one."),
        ("en", "Half a dozen frogs came, and one of them left."),
        ("de", "Der 3. Frosch kam am 9. Januar um 8 Uhr in Raum 12."),
    ],
)
def test_a_name_a_date_an_hour_and_an_ordinal_are_no_numbers(tag, text):
    assert readings(text, tag, "number") == []


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "It rained on January 9, 2023.", [("January 9, 2023", "2023-01-09")]),
        ("en", "It rained on 9 January 2023.", [("9 January 2023", "2023-01-09")]),
        ("en", "It rained in January 2023 and in 2024.", [("January 2023", "2023-01"), ("2024", "2024")]),
        ("en", "It may rain on 5 May, or in May.", [("5 May", ""), ("May", "")]),
        ("en", "It rained on Monday and yesterday.", [("Monday", ""), ("yesterday", "")]),
        ("en", "May 3, 1989|The Pond Post", [("May 3, 1989|The", "1989-05-03")]),
        ("en", "It rained on 2023-01-09.", [("2023-01-09", "2023-01-09")]),
        ("de", "Es regnete am 9. Januar 2023.", [("9. Januar 2023", "2023-01-09")]),
        ("de", "Es regnete am 09.01.2023 und gestern.", [("09.01.2023", "2023-01-09"), ("gestern", "")]),
        ("fr", "Il pleuvait le 1er janvier 2023.", [("1er janvier 2023", "2023-01-01")]),
        ("es", "Llovió el 9 de enero de 2023.", [("9 de enero de 2023", "2023-01-09")]),
        ("uk", "Дощило 9 січня 2023 року.", [("9 січня 2023", "2023-01-09")]),
        ("en", "It rained on 31 February 2023.", [("February 2023", "2023-02")]),
    ],
)
def test_a_date_is_read_as_far_as_it_is_given(tag, text, expected):
    assert readings(text, tag, "date") == expected


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "The ministry said that it rained.", ["The ministry"]),
        ("en", "“It rained,” said town spokeswoman Tilda Marrow on Tuesday.", ["town spokeswoman Tilda Marrow"]),
        ("en", "“It rained,” she said.", []),
        ("en", "Bo Fenwick, who reads the mark, denied it.", ["Bo Fenwick"]),
        ("en", "The caretaker, Bo Fenwick, denied it.", ["Bo Fenwick"]),
        ("en", "It rained, according to the mayor of Quillstead.", ["the mayor of Quillstead"]),
        ("en", "Mr. Bo Fenwick, the pond's warden for years, said that Quillstead knew.", ["Mr. Bo Fenwick"]),
        ("en", "Rain was reported by Bo Fenwick and later denied.", ["Bo Fenwick"]),
        ("en", "Showers were also reported in the valley.", []),
        ("en", "Local residents say it rained.", ["Local residents"]),
        ("en", "Town hall has since confirmed it.", []),
        ("en", "Town hall has also confirmed it.", ["Town hall"]),
        ("de", "Am Montag bestätigte das Bauamt den Regen.", ["das Bauamt"]),
        ("de", "Es habe geregnet, sagte die Sprecherin der Stadt.", ["die Sprecherin der Stadt"]),
        ("de", "Danach sagte sie nichts mehr.", []),
        ("de", "Den Angaben zufolge regnete es.", []),
        ("fr", "Selon la mairie, il pleut.", ["la mairie"]),
        ("es", "Según el ayuntamiento, llueve.", ["el ayuntamiento"]),
        ("uk", "За словами Оксани Мельник, дощить.", ["Оксани Мельник"]),  # noqa: RUF001 - Ukrainian
    ],
)
def test_the_name_beside_a_cue_is_read_and_a_pronoun_is_none(tag, text, expected):
    assert names(text, tag) == expected


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        (
            "en",
            "Voss claimed it, Brook denied the claim.",
            [("claimed", "distancing"), ("denied", "denying")],
        ),
        ("en", "Voss did not deny it.", []),
        ("en", "“He said it rained.” Voss left.", []),
        ("de", "Das Amt wies den Vorwurf zurück.", [("wies", "denying")]),
        ("de", "Das Amt wies den Weg.", []),
        ("de", "Das Amt bestätigte den Regen nicht.", []),
    ],
)
def test_a_cue_is_read_outside_quotations_and_where_nothing_negates_it(tag, text, expected):
    assert readings(text, tag, "cue") == expected


@pytest.mark.parametrize(
    ("tag", "text", "words"),
    [
        ("en", '"It rained. We stayed," said Voss. "We read."', [4, 2]),
        ("en", "“It rained,” said Voss.", [2]),
        ("de", "„Es regnete“, sagte sie. »Wir lasen.«", [2, 2]),
        ("fr", "« Il pleut », a dit Odile.", [4]),
        ("en", 'The “shock” was a 12" pipe, he said.', [1]),
        ("en", "(“It rained”) and no more.", [2]),
    ],
)
def test_of_a_quotation_only_its_length_is_kept(tag, text, words):
    assert readings(text, tag, "quotation") == [("", str(n)) for n in words]


def test_a_quotation_over_several_sentences_is_suggested_in_each():
    text = "“It rained. " + "And then it rained again and again. " * 30 + "It stopped.” She left."
    places = [(s.word, s.words) for s in found(text, "en") if s.kind == "quotation"]

    assert sum(words for _, words in places) == len(text.split()) - 2


@given(TEXTS, TAGS)
def test_every_suggestion_lies_inside_its_passage(text, tag):
    pieces = {piece.id: piece for piece in split(text, tag)}

    for s in found(text, tag):
        piece = pieces[s.passage]
        assert s.words >= 1
        assert piece.first_word <= s.word
        assert s.word + s.words <= piece.first_word + piece.words


@given(TEXTS, TAGS)
def test_no_phrase_is_longer_than_may_be_kept_and_none_is_that_is_not_printed(text, tag):
    printed = text.split()

    for s in found(text, tag):
        assert len(s.phrase.split()) <= (0 if s.kind == "quotation" else 3 if s.kind == "cue" else 5)
        assert s.kind == "quotation" or s.phrase in word(" ".join(printed[s.word - 1 : s.word - 1 + s.words])).bare


@given(TEXTS, TAGS)
def test_suggestions_are_numbered_in_order_and_the_same_every_time(text, tag):
    suggestions = found(text, tag)

    assert [s.id for s in suggestions] == [f"g{n:03}" for n in range(1, len(suggestions) + 1)]
    assert [s.word for s in suggestions] == sorted(s.word for s in suggestions)
    assert suggestions == found(text, tag)


@given(TEXTS, TAGS)
def test_every_source_names_a_cue_of_its_passage(text, tag):
    suggestions = found(text, tag)
    cues = {(s.id, s.passage) for s in suggestions if s.kind == "cue"}

    assert {(s.reading, s.passage) for s in suggestions if s.kind == "source"} <= cues

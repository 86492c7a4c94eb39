import csv
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.author.split import split
from whosays.case.errors import CaseError

ROOT = Path(__file__).parents[1]
PRACTICE = ROOT / "data" / "practice-pond-2025"
ARTICLES = Path(__file__).parent / "articles"
TAGS = st.sampled_from(["en", "de", "fr", "es", "uk", "tlh", "", "de-AT", "zh", "ar"])
WORDS = [
    "a",
    "Frogs",
    "400",
    "3.5",
    "No.",
    "z.",
    "B.",
    "9.",
    "1.",
    "“Go",
    "away.”",
    "«",
    "»",
    "...",
    "…",
    "-",
    "!",
    "😀",
    "By",
]
GAPS = [" ", "\n", "\r\n", "\n\n", "\xa0", "\u2029", "\t", "\x85", "\xad", "\ufeff", "¿Quién?", "Photo:", "l'eau"]
PARTS = st.sampled_from(WORDS + GAPS)
TEXTS = st.one_of(st.text(), st.lists(PARTS, max_size=60).map("".join), st.lists(PARTS, max_size=60).map(" ".join))


def sentences(text, tag):
    """Return the printed sentences of a text that is one paragraph."""
    return [" ".join(text[p.start : p.end].split()) for p in split(text, tag)]


def rows(folder):
    with (folder / "passages.csv").open(encoding="utf-8", newline="") as file:
        return [
            (r["id"], r["role"], r["paragraph"], r["sentence"], r["first_word"], r["words"])
            for r in csv.DictReader(file)
        ]


def cells(pieces):
    return [
        (p.id, p.role, str(p.paragraph or ""), str(p.sentence or ""), str(p.first_word), str(p.words)) for p in pieces
    ]


def test_the_practice_text_falls_into_the_pieces_of_its_table():
    assert cells(split((PRACTICE / "text.txt").read_text(encoding="utf-8"), "en")) == rows(PRACTICE)


def test_the_first_article_falls_into_the_pieces_of_its_table(article):
    assert cells(split(article, "en")) == rows(ROOT / "data" / "kramatorsk-2023")


@pytest.mark.parametrize(("tag", "last"), [("en", "p11s2"), ("de", "p09s2")])
def test_a_fresh_article_has_headline_caption_byline_and_a_subheading(tag, last):
    pieces = split((ARTICLES / f"{tag}.txt").read_text(encoding="utf-8"), tag)

    assert [p.id for p in pieces if p.role != "sentence"] == ["h", "c", "b", "h2"]
    assert pieces[-1].id == last


@given(TEXTS, TAGS)
def test_the_pieces_cover_every_word_once_and_in_order(text, tag):
    if not text.split():
        with pytest.raises(CaseError):
            split(text, tag)
        return
    pieces = split(text, tag)

    assert pieces[0].first_word == 1
    assert all(p.first_word + p.words == q.first_word for p, q in pairwise(pieces))
    assert [word for p in pieces for word in text[p.start : p.end].split()] == text.split()
    assert [len(text[p.start : p.end].split()) for p in pieces] == [p.words for p in pieces]


@given(TEXTS.filter(lambda text: bool(text.split())), TAGS)
def test_ids_are_unique_and_only_sentences_are_numbered(text, tag):
    pieces = split(text, tag)

    assert len({p.id for p in pieces}) == len(pieces)
    assert all((p.paragraph is None) == (p.sentence is None) == (p.role != "sentence") for p in pieces)
    numbers = [(p.paragraph, p.sentence) for p in pieces if p.role == "sentence"]
    assert numbers == sorted(set(numbers))
    assert split(text, tag) == pieces


@given(TEXTS.filter(lambda text: bool(text.split())), TAGS)
def test_every_piece_has_a_letter_or_digit_if_the_text_has_one(text, tag):
    pieces = split(text, tag)

    assert len(pieces) == 1 or all(any(c.isalnum() for c in text[p.start : p.end]) for p in pieces)


@pytest.mark.parametrize("text", ["", " ", "\r\n\r\n", "\xa0\t"])
def test_an_empty_text_is_refused_as_an_empty_file_is(text):
    with pytest.raises(CaseError) as error:
        split(text, "en")

    (fault,) = error.value.faults
    assert (fault.found, fault.expected) == ("an empty file", "the text of the article")


@pytest.mark.parametrize("text", ["Frogs", "Frogs.", " \n\nFrogs\n"])
def test_one_word_is_one_sentence(text):
    assert cells(split(text, "en")) == [("p01s1", "sentence", "1", "1", "1", "1")]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", ["“It rained. We stayed in. We read,” said Voss.", "She left."]),
        ("en", ["The U.S. Army met Dr. Quill in room No. 47 at 3.5 metres.", "It left."]),
        ("en", ["He paused... and then he went on.", "“Is it? Yes!” he said."]),
        ("de", ["Am 9. Januar kam z. B. der Bus Nr. 7 an.", "Es waren 4,5 Grad."]),
        ("de", ["„Es regnet. Wir bleiben“, sagte Frau Dr. Amsel.", "Der 3. Versuch gelang.", "Gut."]),
        ("de", ["Am 9.\xa0Januar kam z.\xa0B. der Bus.", "Er ging."]),
        ("fr", ["« Il pleut. Nous restons », a dit Mme Dupont.", "Selon M. Martin, il y a 3,5 mètres."]),
        ("es", ["¿Quién lo dijo?", "El Sr. Pérez vino ayer.", "«Hay 400 ranas», afirmó."]),
        ("uk", ["За словами міністра, 5 січня 2023 р. було 400 жаб.", "«Ми бачили. Добре», — сказав він."]),  # noqa: RUF001 - Ukrainian
        ("tlh", ["One here.", "Two there."]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(tag, expected):
    assert sentences(" ".join(expected), tag) == [" ".join(one.split()) for one in expected]


def test_a_soft_hyphen_does_not_hide_an_abbreviation():
    assert len(split("Am 9. Ja\xadnuar kam D\xadr. Amsel.", "de")) == 1


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_give_the_same_pieces(newline):
    text = "A headline\n\nPhoto: A pond\nBy Odette Finlow\n\nOne here. Two\nthere.\n\n* * *\n\nThree."

    pieces = split(text.replace("\n", newline), "en")

    assert [(p.id, p.words) for p in pieces] == [
        ("h", 2), ("c", 3), ("b", 3), ("p01s1", 2), ("p01s2", 5), ("p02s1", 1),
    ]  # fmt: skip


def test_without_a_blank_line_every_line_is_a_paragraph():
    pieces = split("A headline\nOne here. Two there.\nThree here.", "en")

    assert [p.id for p in pieces] == [
        "h",
        "p01s1",
        "p01s2",
        "p02s1",
    ]


@pytest.mark.parametrize(
    ("top", "roles"),
    [
        ("Frogs leave\n\nMay 3, 1989|The Pond Post", "hb"),
        ("Frogs leave\n\n(Pond Bulletin, June 2, 1961, p. 40-41)", "hb"),
        ("A Note on Frogs, May 7, 1960.", "h"),
        ("By Odette Finlow\n\nFrogs leave", "bh"),
        ("Frogs leave\n\nThey went on foot, and nobody saw them.\n\nBy Odette Finlow", "hcb"),
        ("Frogs leave\n\n2024-03-14", "hb"),
        ("Frogs leave\n\nPhoto: One\n\nPicture: Two", "hcc"),
        (" ".join(["word"] * 60), "s"),
    ],
)
def test_the_top_of_the_page_falls_into_its_roles(top, roles):
    pieces = split(f"{top}\n\nThe town said that the frogs had gone, and that nobody knew where they were.", "en")

    assert "".join(p.role[0] for p in pieces) == f"{roles}s"


@pytest.mark.parametrize(
    ("tag", "line"), [("de", "Von Merle Ansbach"), ("fr", "Par Odile Roseau"), ("es", "Por Inés Mar")]
)
def test_a_byline_is_known_in_its_language(tag, line):
    assert [p.id for p in split(f"Titel\n\n{line}\n\nEins zwei drei.", tag)] == ["h", "b", "p01s1"]


def test_a_credit_in_brackets_makes_a_caption_at_the_foot():
    pieces = split("Frogs leave\n\nThey left at once.\n\nK(AP photo)Walter with a frog.", "en")

    assert [p.id for p in pieces] == ["h", "p01s1", "c"]


def test_a_hundred_paragraphs_have_three_digits():
    ids = [p.id for p in split("\n\n".join(["They left."] * 101), "en")]

    assert ids[:2] == ["h", "p001s1"]
    assert ids[-1] == "p100s1"


@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_a_megabyte_takes_no_time(gap):
    text = gap.join(["The frogs went home over the hill."] * 30_000)
    start = time.process_time()

    assert len(split(text, "en")) >= 29_999
    assert time.process_time() - start < 5


@settings(max_examples=25)
@given(st.integers(1, 400))
def test_work_stays_near_linear_in_one_long_paragraph(count):
    assert sum(p.words for p in split("Frogs went. " * count, "en")) == 2 * count

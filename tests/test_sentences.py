import inspect
import re
from collections.abc import Mapping
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.case.model import Date
from whosays.case.schema import schema
from whosays.show import sentences as say
from whosays.show.sentences import beyond as outside

TAKES_SIDES = re.compile(
    r"\b(true|truth|truly|false\w*|lie|lies|lied|lying|liar\w*|fake\w*|propagand\w*|debunk\w*|hoax\w*)\b", re.IGNORECASE
)
COUNTS = st.integers(0, 40)


def choices(table, column):
    return set(next(c.values for c in schema()[table].columns if c.name == column))


def words_of(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from words_of(part)


@pytest.mark.parametrize(("count", "word"), [(0, "no"), (1, "one"), (12, "twelve"), (13, "13"), (600, "600")])
def test_a_count_is_a_word_up_to_twelve(count, word):
    assert say.number(count) == word


def test_a_counted_noun_agrees_with_its_count():
    assert [say.counted(n, "root") for n in (0, 1, 4)] == ["no roots", "one root", "four roots"]
    assert say.counted(2, "body", "bodies") == "two bodies"


def test_a_list_is_read_aloud():
    assert [say.listed(list("abc")[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2023", "2023"),
        ("2023-01", "January 2023"),
        ("2023-01-09", "9 January 2023"),
        ("2023-01-07/2023-01-08", "7 to 8 January 2023"),
        ("2022-12-31/2023-01-01", "31 December 2022 to 1 January 2023"),
        ("2022-02/2022-11", "February 2022 to November 2022"),
    ],
)
def test_a_date_is_read_aloud(text, read):
    assert say.day(Date.parse(text)) == read


def test_a_word_that_stays_is_said_to_stay_and_one_that_moves_to_move():
    assert outside.sentence("the effect", 2, "holds", "holds", 0) == (
        "With two outside reports, the word for the effect stays the same: holds."
    )
    assert outside.sentence("the toll", 1, "contested", "answered", 0) == (
        "With one outside report, the toll moves from contested to answered."
    )


def test_no_date_is_no_words():
    assert say.day(None) == ""


def test_the_sentence_of_a_claim_counts_mentions_roots_and_answers():
    sentence = say.claim("the number of dead", 4, ["the Russian Defence Ministry"], 4, 1, 0)

    assert sentence == (
        "Four mentions of the number of dead go back to one root, the Russian Defence Ministry; "
        "of four answers, one comes from someone who saw it first-hand."
    )


@pytest.mark.parametrize(
    ("mentions", "roots", "answers", "saw", "end"),
    [
        (1, ["x"], 0, 0, "One mention of it goes back to one root, x; nobody here speaks against it."),
        (
            1,
            [],
            1,
            0,
            (
                "One mention of it goes back to nobody named; "
                "the one answer does not come from someone who saw it first-hand."
            ),
        ),
        (
            2,
            ["x", "y"],
            1,
            1,
            "go back to two roots, x and y; the one answer comes from someone who saw it first-hand.",
        ),
        (
            5,
            list("abcd"),
            3,
            0,
            "go back to four roots; of three answers, none comes from someone who saw it first-hand.",
        ),
        (5, ["x"], 3, 2, "of three answers, two come from people who saw it first-hand."),
    ],
)
def test_the_sentence_of_a_claim_agrees_in_number(mentions, roots, answers, saw, end):
    assert say.claim("it", mentions, roots, answers, saw, 0).endswith(end)


def test_mentions_outside_the_article_are_said_to_stand_there():
    assert "three of them outside the article" in say.claim("it", 7, ["x"], 0, 0, 3)


@settings(deadline=None, max_examples=100)
@given(COUNTS, st.lists(st.sampled_from("abcd"), max_size=6, unique=True), COUNTS, COUNTS)
def test_the_sentence_of_a_claim_is_one_sentence_whatever_is_counted(mentions, roots, answers, saw):
    sentence = say.claim("it", mentions, roots, answers, min(saw, answers), 0)

    assert re.fullmatch(r"[A-Z0-9][^.]*\.", sentence)
    assert "  " not in sentence
    assert not TAKES_SIDES.search(sentence)


@settings(deadline=None, max_examples=50)
@given(st.integers(1, 40), st.integers(0, 40))
def test_before_the_guess_no_number_of_roots_is_said(mentions, outside):
    sentence = say.claim_before_guess("it", mentions, min(outside, mentions))

    assert "how many independent roots" in sentence
    assert "after your guess" in sentence
    assert not re.search(r"\b(one|two|three) roots?\b", sentence)


def test_a_path_says_which_mentions_print_it_whole():
    assert say.path_note(["paragraph 7"], 1, 3) == (
        "Only paragraph 7 prints this whole path. The other three mentions print less of it."
    )
    assert say.path_note(["paragraph 7"], 1, 0) == "The one mention prints this whole path."
    assert say.path_note([], 0, 2).startswith("No mention prints this whole path")


def test_who_answers_is_a_party_or_not_and_named_or_not_by_one_rule():
    assert say.party_note("Ukraine", "no", "") == "A party to the dispute. Nobody is named."
    assert say.party_note("Russia", "no", "") == say.party_note("Ukraine", "no", "")
    assert say.party_note("", "institution", "Institute") == (
        "Not a party to the dispute. No person is named. Printed as “Institute”."
    )


def test_an_explorer_describes_itself_in_one_line():
    assert say.repr_of("x", "article", "article", "One.") == "Explorer of x, the article, article only: One."
    assert say.repr_of("x", "k01", "beyond", "One.") == "Explorer of x, k01, beyond the article: One."
    assert say.repr_of("x", "whatif", "article", "One.") == "Explorer of x, what if, article only: One."


@pytest.mark.parametrize(
    ("words", "table", "column"),
    [
        ("FORMS", "statements", "form"),
        ("PAGE_LINE", "statements", "form"),
        ("BASIS", "statements", "basis"),
        ("EVIDENCE", "statements", "basis"),
        ("KINDS", "sources", "kind"),
        ("QUALITIES", "documents", "quality"),
        ("KNOWN", "documents", "how_known"),
        ("MATCHES", "relations", "number"),
    ],
)
def test_every_choice_of_the_tables_has_its_words(words, table, column):
    assert set(getattr(say, words)) == choices(table, column)


def test_the_librarys_own_voice_takes_no_side():
    spoken = [text for name, value in vars(say).items() if name.isupper() for text in words_of(value)]
    sides = [text for text in spoken if TAKES_SIDES.search(text)]

    assert len(spoken) > 100
    assert sides == [say.LABELS["answers_none"], say.STANDINGS["unchallenged"]]
    assert all(text.endswith("That is not the same as true.") for text in sides)


def test_the_sentences_in_the_source_take_no_side():
    for name, function in inspect.getmembers(say, inspect.isfunction):
        assert not TAKES_SIDES.search(inspect.getsource(function)), name


def test_the_words_of_the_schema_take_no_side():
    for file in (files("whosays.case") / "schema").iterdir():
        words = re.sub(r"\b(true|false)\b(?=,?\n)", "", file.read_text(encoding="utf-8"))
        assert not TAKES_SIDES.search(words), file.name


def test_unchallenged_is_said_not_to_be_the_same_as_true_wherever_it_is_said():
    for text in words_of(say.LABELS):
        assert "Unchallenged" not in text or "not the same as true" in text


def test_no_label_is_empty_or_markup():
    for key, text in say.LABELS.items():
        assert text.strip() == text
        assert text, key
        assert not re.search(r"[<>&]", text), key


def test_a_place_is_named_for_a_heading_a_narrow_strip_and_the_middle_of_a_sentence():
    assert [say.place("headline", None), say.place("sentence", 5)] == ["Headline", "Paragraph 5"]
    assert [say.place_short("caption", None), say.place_short("sentence", 5)] == ["Caption", "Par. 5"]
    assert [say.in_place("headline", None), say.in_place("sentence", 5)] == ["the headline", "paragraph 5"]

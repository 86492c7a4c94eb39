import inspect
import re
from collections.abc import Mapping
from datetime import date
from gettext import NullTranslations
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.analysis.weigh import SCALE
from whosays.case.model import ASPECTS, Date
from whosays.case.schema import schema
from whosays.show import language
from whosays.show import sentences as say
from whosays.show.language import speaking
from whosays.show.sentences import audit, bench, clocks, entry, standing, whatif
from whosays.show.sentences import beyond as outside

TAKES_SIDES = re.compile(
    r"\b(true|truth|truly|false\w*|lie|lies|lied|lying|liar\w*|fake\w*|propagand\w*|debunk\w*|hoax\w*)\b", re.IGNORECASE
)
NOT_TRUE = re.compile(r"That is not the same as true\.")
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
    assert language.number(count) == word


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
    sentence = entry.claim("the number of dead", 4, ["the Russian Defence Ministry"], 4, 1, 0)

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
    assert entry.claim("it", mentions, roots, answers, saw, 0).endswith(end)


def test_mentions_outside_the_article_are_said_to_stand_there():
    assert "three of them outside the article" in entry.claim("it", 7, ["x"], 0, 0, 3)


@settings(deadline=None, max_examples=100)
@given(COUNTS, st.lists(st.sampled_from("abcd"), max_size=6, unique=True), COUNTS, COUNTS)
def test_the_sentence_of_a_claim_is_one_sentence_whatever_is_counted(mentions, roots, answers, saw):
    sentence = entry.claim("it", mentions, roots, answers, min(saw, answers), 0)

    assert re.fullmatch(r"[A-Z0-9][^.]*\.", sentence)
    assert "  " not in sentence
    assert not TAKES_SIDES.search(sentence)


@settings(deadline=None, max_examples=50)
@given(st.integers(1, 40), st.integers(0, 40))
def test_before_the_guess_no_number_of_roots_is_said(mentions, outside):
    sentence = entry.claim_before_guess("it", mentions, min(outside, mentions))

    assert "how many independent roots" in sentence
    assert "after your guess" in sentence
    assert not re.search(r"\b(one|two|three) roots?\b", sentence)


def test_a_path_says_which_mentions_print_it_whole():
    assert entry.path_note(["paragraph 7"], 1, 3) == (
        "Only paragraph 7 prints this whole path. The other three mentions print less of it."
    )
    assert entry.path_note(["paragraph 7"], 1, 0) == "The one mention prints this whole path."
    assert entry.path_note([], 0, 2).startswith("No mention prints this whole path")


def test_who_answers_is_a_party_or_not_and_named_or_not_by_one_rule():
    assert entry.party_note("Ukraine", "no", "") == "A party to the dispute. Nobody is named."
    assert entry.party_note("Russia", "no", "") == entry.party_note("Ukraine", "no", "")
    assert entry.party_note("", "institution", "Institute") == (
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
        ("BASIS_LINE", "statements", "basis"),
        ("MATCHES", "relations", "number"),
    ],
)
def test_every_choice_of_the_tables_has_its_words(words, table, column):
    assert set(getattr(say, words)) == choices(table, column)


def test_every_standing_every_part_of_a_claim_and_every_step_of_the_scale_has_its_words():
    assert set(say.STANDING_WORDS) == set(say.STANDINGS)
    assert tuple(say.ASPECTS) == tuple(bench.ASPECTS) == ASPECTS
    assert dict(say.GRADES) == {str(grade): text for grade, text in SCALE}


def test_a_month_may_stand_in_another_case_after_a_day(monkeypatch):
    class Cases(NullTranslations):
        def gettext(self, message):
            return {"January": "січень", "{day} {month} {year}": "{day} {month} {year} року"}.get(message, message)

        def pgettext(self, context, message):
            return {"with a day": "січня", "short, with a day": "січ."}[context] if message[:3] == "Jan" else message

    monkeypatch.setattr(language, "_catalogue", lambda _tag: Cases())

    texts = ("2023-01", "2023-01-09", "2023-01-07/2023-01-08")
    assert [say.day(Date.parse(text)) for text in texts] == ["січень 2023", "9 січня 2023 року", "7 to 8 січня 2023"]
    assert clocks.column(date(2023, 1, 2), date(2023, 1, 5), date(2023, 1, 1)) == "2\N{EN DASH}5 січ."


@pytest.mark.parametrize(
    "said",
    [
        lambda: entry.claim("7", 3, ["8", "9"], 2, 1, 1),
        lambda: entry.claim("7", 1, [], 1, 1, 1),
        lambda: entry.claim_before_guess("7", 2, 2),
        lambda: entry.path_note(["7", "8"], 2, 1),
        lambda: entry.form("direct", ["7"]),
        lambda: entry.meets("presence", "does not"),
        lambda: entry.party_note("7", "no", "8"),
        lambda: standing.reason("contested", "", ["7", "8"], [], ["8"]),
        lambda: standing.reason("answered", "", ["7", "8"], ["8"]),
        lambda: standing.reason("unchallenged", "not asked", [], []),
        lambda: say.known_how("made up", "original"),
        lambda: say.carried("7", "8", "9"),
        lambda: say.repr_of("7", "whatif", "beyond", "8"),
        lambda: audit.named(15, 13, 1, 0, 1),
        lambda: audit.basis("7", "8", "9", "was told"),
        lambda: audit.mutual(["7", "8"], ["9"]),
        lambda: bench.sentence(4, {"number": 1, "target": 2, "date": 0}),
        lambda: " ".join(bench.columns(ASPECTS)),
        lambda: bench.cell(["number"], ["whole"]),
        lambda: clocks.sentence(3, 1, 0),
        lambda: clocks.conflict("7", [clocks.one_side("8", 2, 1)], [("9", 1), ("8", 2)]),
        lambda: clocks.names(list("12345")),
        lambda: outside.sentence("7", 2, "holds", "contested", 1),
        lambda: whatif.linchpin("holds", [(["7"], "contested"), (["8"], "contested")]),
    ],
)
def test_no_word_of_a_sentence_stays_english_in_another_language(said):
    with speaking("qps-ploc"):
        assert not re.search(r"[A-Za-z]", said())


def test_the_librarys_own_voice_takes_no_side():
    spoken = [text for name, value in vars(say).items() if name.isupper() for text in words_of(value)]
    sides = [text for text in spoken if TAKES_SIDES.search(text)]

    assert len(spoken) > 100
    assert sides == [say.STANDINGS["unchallenged"], say.LABELS["answers_none"]]
    assert all(text.endswith("That is not the same as true.") for text in sides)


def test_the_sentences_in_the_source_take_no_side():
    for module in (say, entry, standing, audit, bench, clocks, outside):
        assert not TAKES_SIDES.search(NOT_TRUE.sub("", inspect.getsource(module))), module.__name__


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

"""Space given as a view: what is drawn to scale, what is measured, and what is said."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.analysis.trace import Trace
from whosays.case.load import load
from whosays.show.sentences import space as words
from whosays.show.space import LINES, space
from whosays.show.tables import frame

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def shown(inside):
    return space(inside)


def used(view):
    return {entry["role"]: (entry["words"], entry["text"]) for entry in view["used"]}


def test_the_sentence_names_the_account_its_words_and_the_first_answer(shown):
    assert shown["sentence"] == (
        "The ribbon is the whole article in reading order: the account by the Russian Defence Ministry takes "
        "266 of 491 words, the answers to it 50, and the first answer comes at word 155."
    )


def test_the_words_are_used_as_counted_by_hand(shown):
    assert used(shown) == {
        "claim": (266, "266 words, 54 %"),
        "answer": (50, "50 words, 10 %"),
        "caution": (16, "16 words, 3 %"),
        "dispute": (28, "28 words, 6 %"),
        "other": (125, "125 words, 25 %"),
        "byline": (6, "6 words, 1 %"),
    }
    other = next(entry["title"] for entry in shown["used"] if entry["role"] == "other")
    assert other == "Other matter: Bakhmut, the pictures (18 %); Kherson, the video (7 %); Both sides, in general (1 %)"


def test_the_four_measures_stand_side_by_side_and_are_never_one(shown):
    assert [(m["name"], m["account"], m["answers"], m["value"], m["note"]) for m in shown["measures"]] == [
        ("First word", 1, 155, "1 and 155", "154 words before the first answer"),
        ("Share of the text", 266, 50, "266 to 50 words", "54 % to 10 % of 491 words"),
        ("Said again", 4, 1, "4 times to once", "what each repeats most; in the headline: the account only"),
        ("Quoted word for word", 93, 0, "93 to 0 words", "persons named: 1 to 0"),
    ]


def test_each_printing_of_the_number_has_a_wedge_open_where_it_counts_another_thing(shown):
    assert [(m["word"], m["filled"]) for m in shown["marks"]] == [
        (5, True),
        (60, True),
        (185, True),
        (304, True),
        (359, False),
    ]
    assert shown["marks_title"] == "Each time “600” is printed"
    assert shown["marks_note"] == "Filled: killed, 4 times. Open: present, once."


def test_the_first_answer_and_the_caution_are_pointed_at(shown):
    assert [(p["kind"], p["word"]) for p in shown["pointers"]] == [("answer", 155), ("caution", 373)]


def test_on_a_narrow_screen_four_lines_of_about_equal_words_hold_the_article(shown):
    assert [line["label"] for line in shown["lines"]] == [
        "words 1 to 123",
        "words 124 to 246",
        "words 247 to 369",
        "words 370 to 491",
    ]
    assert [[m["word"] for m in line["marks"]] for line in shown["lines"]] == [[5, 60], [185], [304, 359], []]


def test_a_paragraph_that_goes_on_in_the_next_line_is_named_there_again(shown):
    labels = [[piece["label"] for piece in line["pieces"]] for line in shown["lines"]]

    assert labels[0][-1] == labels[1][0] == "2"
    assert [piece["label"] for piece in shown["whole"]["pieces"]].count("10") == 1, "one paragraph, two roles"


def test_both_layers_show_the_same_because_only_the_article_has_room_to_give(case, shown):
    assert space(Trace(case, "beyond")) == shown


def test_the_line_that_space_proves_nothing_is_part_of_the_view():
    assert "More space is not proof of bias, and less space is not proof of truth." in words.LABELS["space_caveat"]


def test_a_case_that_asks_nothing_measures_its_first_claim(case, shown):
    assert space(Trace(replace(case, questions=()), "article"))["claim"] == shown["claim"] == "k01"


def test_an_account_that_nobody_answers_says_so(case):
    view = space(Trace(replace(case, relations=()), "article"))

    assert view["sentence"].endswith("takes 266 of 491 words, and nobody answers it here.")
    assert view["measures"][0]["value"] == "1, no answer"
    assert [p["kind"] for p in view["pointers"]] == ["caution"]
    assert "answer" not in used(view)


def test_an_account_by_nobody_named_says_so(case):
    statements = tuple(replace(s, source="") if "k01" in s.claims else s for s in case.statements)
    view = space(Trace(replace(case, statements=statements), "article"))

    assert view["root"] == ""
    assert "the account by someone who is not named" in view["sentence"]


def test_a_claim_without_a_number_has_no_wedges(case):
    view = space(Trace(replace(case, figures=()), "article"))

    assert (view["marks"], view["marks_title"], view["marks_note"]) == ([], "", "")


def test_the_same_matter_told_by_others_is_not_called_another_matter(case):
    statements = tuple(replace(s, source="s08") if s.id == "p09-1" else s for s in case.statements)
    view = space(
        Trace(replace(case, statements=tuple(s for s in statements if s.id not in {"p09-2", "p09-3"})), "article")
    )

    assert words.same() in next(entry["title"] for entry in view["used"] if entry["role"] == "other")


def test_a_case_without_statements_in_the_article_has_no_such_view(case):
    silent = replace(case, statements=tuple(s for s in case.statements if not s.passage))

    assert space(Trace(silent, "article")) is None
    assert frame(silent, "space").empty


def test_the_same_case_gives_the_same_view_and_plain_json(inside, shown):
    assert space(inside) == shown
    assert json.loads(json.dumps(shown, allow_nan=False)) == shown


@pytest.mark.parametrize("folder", sorted((ROOT / "data").iterdir()), ids=lambda path: path.name)
def test_every_shipped_case_accounts_for_each_of_its_words(folder):
    view = space(Trace(load(folder), "article"))

    assert sum(entry["words"] for entry in view["used"]) == view["words"] == view["whole"]["words"]
    assert view["measures"][1]["account"] > 0


@settings(deadline=None, max_examples=25)
@given(st.data())
def test_wherever_statements_stand_the_view_accounts_for_every_word_once(case, data):
    places = st.sampled_from([p.id for p in case.passages])
    moved = tuple(replace(s, passage=data.draw(places)) if s.passage else s for s in case.statements)
    view = space(Trace(replace(case, statements=moved), "article"))
    covered = [n for s in view["segments"] for n in range(s["first_word"], s["first_word"] + s["words"])]

    assert covered == list(range(1, view["words"] + 1))
    assert sum(entry["words"] for entry in view["used"]) == view["words"]
    assert sum(entry["share"] for entry in view["used"]) == pytest.approx(1)
    assert len(view["lines"]) == LINES
    for line in (view["whole"], *view["lines"]):
        assert sum(piece["words"] for piece in line["pieces"]) == line["words"]
    assert [m for line in view["lines"] for m in line["marks"]] == view["marks"]
    assert len(view["table"]["rows"]) == len(view["segments"])

"""Runs that two texts share: found wherever they are, counted right, and never printed."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.author.copying import RUN, Copy, Run, words_of
from whosays.author.linter import lint

WORDS = st.lists(st.sampled_from("abcd"), max_size=40)
HIDDEN = "the old mill by the river was sold on a Monday"


def shared(text, other, least=RUN):
    """Return the runs of a text that stand in another."""
    return Copy(other, least).shared(words_of(text))


def test_case_punctuation_and_the_kind_of_apostrophe_hide_no_run():
    assert shared("It\u2019s ONE, two; three: four - five... six!", "so it's one two three four five six.") == [
        Run(1, 2, 7)
    ]


def test_six_words_are_no_run_and_seven_are():
    assert shared("a b c d e f x", "a b c d e f g") == []
    assert shared("a b c d e f g x", "a b c d e f g y") == [Run(1, 1, 7)]


def test_the_longest_match_counts_where_a_run_stands_twice():
    other = "a b c d e f g x. A b c d e f g h i."

    assert shared("y a b c d e f g h i", other) == [Run(2, 9, 9)]


def test_an_address_is_no_run_of_words():
    address = "https://example.org/one-two-three-four-five-six-seven-eight"

    assert shared(f"see {address}", f"at {address}") == []


@given(WORDS, WORDS, st.integers(2, 5))
def test_every_run_stands_in_both_texts_none_overlaps_and_none_is_missed(own, other, least):
    runs = Copy(" ".join(other), least).shared(own)
    covered = [n for run in runs for n in range(run.first - 1, run.first - 1 + run.words)]

    for run in runs:
        assert run.words >= least
        assert own[run.first - 1 :][: run.words] == other[run.other - 1 :][: run.words]
    assert covered == sorted(set(covered))
    there = {tuple(other[n : n + least]) for n in range(len(other) - least + 1)}
    for n in range(len(own) - least + 1):
        assert tuple(own[n : n + least]) not in there or set(range(n, n + least)) & set(covered)


def test_a_text_that_says_one_word_for_ever_does_not_take_for_ever():
    start = time.perf_counter()
    text = "frog " * 20_000

    assert shared(text, text) == [Run(1, 1, 20_000)]
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("names", [("a.txt",), ("a.txt", "b.txt")])
def test_two_articles_are_told_apart_by_positions_and_counts_and_no_word_is_printed(case, names):
    copy = f"Yesterday {HIDDEN}." if len(names) == 1 else ""
    others = {name: f"{name[0]} {HIDDEN.title()}, {name[0]} ends." for name in names}
    (made,) = [r for r in lint(case, copy, others) if r.rule == "shared-run"]

    assert made.severity == "hint"
    assert made.fault.file == names[-1]
    assert made.fault.found.startswith("11 words in 1 run (")
    assert "of " + names[-1] in made.fault.found
    assert not {"mill", "river", "monday"} & set(words_of(str(made.fault)))


def test_texts_that_share_nothing_and_a_text_alone_bring_no_remark(case):
    assert [r for r in lint(case, "One text.", {"b.txt": "Another one."}) if r.rule == "shared-run"] == []
    assert [r for r in lint(case, "", {"b.txt": HIDDEN}) if r.rule == "shared-run"] == []


def test_a_copied_run_is_told_by_its_place_and_not_by_its_words(case):
    gist = case.passages[0].gist
    found = [r for r in lint(case, f"So it is. {gist}") if r.rule == "copied-run"]

    assert ("passages", case.passages[0].id, "gist") in {(r.table, r.row, r.fault.column) for r in found}
    (made,) = [r for r in found if r.table == "passages"]
    assert "from word 1 of the cell" in made.fault.found
    assert "at word 4 of the copy" in made.fault.found
    assert "soldiers" not in str(made.fault)

"""The ribbon of the article: every word once, in reading order, with what it does for one account."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.analysis.ribbon import ROLES, Segment, lines, segments
from whosays.analysis.trace import Trace

TOPIC = "Kramatorsk, the strike"
ROOT = "s01"


def words_of(ribbon):
    """Return the positions that the parts of a ribbon cover, one by one."""
    return [n for s in ribbon for n in range(s.first_word, s.first_word + s.words)]


@pytest.fixture(scope="module")
def ribbon(inside):
    return segments(inside, TOPIC, ROOT)


def test_the_ribbon_shows_each_part_of_the_article_with_its_role(ribbon):
    assert [(s.passages[0].paragraph or s.passages[0].role, s.role, s.words) for s in ribbon] == [
        ("headline", "claim", 19),
        ("caption", "other", 22),
        ("byline", "byline", 6),
        (1, "claim", 48),
        (2, "claim", 59),
        (3, "answer", 9),
        (4, "claim", 24),
        (5, "answer", 41),
        (6, "claim", 32),
        (7, "claim", 55),
        (8, "dispute", 28),
        (9, "claim", 29),
        (10, "caution", 16),
        (10, "other", 4),
        (11, "other", 34),
        (12, "other", 65),
    ]


def test_the_words_of_each_role_are_those_counted_by_hand(ribbon):
    counts = {role: sum(s.words for s in ribbon if s.role == role) for role in ROLES}

    expected = {"claim": 266, "both": 0, "answer": 50, "caution": 16, "dispute": 28, "other": 125, "byline": 6}
    assert counts == expected
    assert sum(counts.values()) == 491


def test_beyond_the_article_the_ribbon_stays_as_it_is(case, ribbon):
    assert segments(Trace(case, "beyond"), TOPIC, ROOT) == ribbon


def test_a_passage_that_tells_the_account_and_answers_it_is_both(case):
    moved = tuple(replace(s, passage="p04s1") if s.id == "p03-1" else s for s in case.statements)
    found = segments(Trace(replace(case, statements=moved), "article"), TOPIC, ROOT)

    assert {p.id: s.role for s in found for p in s.passages}["p04s1"] == "both"
    assert {p.id: s.role for s in found for p in s.passages}["p03s1"] == "byline"


def test_an_article_in_which_nobody_answers_has_neither_answers_nor_disputes(case):
    found = segments(Trace(replace(case, relations=()), "article"), TOPIC, ROOT)

    assert {s.role for s in found} == {"claim", "caution", "other", "byline"}


def test_swapping_the_parties_changes_no_role(case, ribbon):
    other = {"Russia": "Ukraine", "Ukraine": "Russia"}
    swapped = replace(case, sources=tuple(replace(s, party=other.get(s.party, s.party)) for s in case.sources))

    assert segments(Trace(swapped, "article"), TOPIC, ROOT) == ribbon


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_wherever_statements_stand_every_word_is_in_one_part_and_none_in_two(case, data):
    places = st.sampled_from([p.id for p in case.passages])
    moved = tuple(replace(s, passage=data.draw(places)) if s.passage else s for s in case.statements)
    topic = data.draw(st.sampled_from(sorted({c.topic for c in case.claims})))
    found = segments(Trace(replace(case, statements=moved), "article"), topic, data.draw(st.sampled_from(["", "s01"])))

    assert words_of(found) == list(range(1, 492))
    assert [p for s in found for p in s.passages] == list(case.passages)
    assert {s.role for s in found} <= set(ROLES)


@given(st.lists(st.integers(1, 80), min_size=1, max_size=30), st.integers(1, 6))
def test_cut_into_lines_every_word_stays_once_and_no_line_is_longer_than_the_first(lengths, count):
    starts = [1 + sum(lengths[:n]) for n in range(len(lengths))]
    whole = [Segment((), "other", "", at, n) for at, n in zip(starts, lengths, strict=True)]
    cut = lines(whole, count)
    counts = [sum(piece.words for piece in line) for line in cut]

    assert words_of([piece for line in cut for piece in line]) == words_of(whole)
    assert len(cut) <= count
    assert all(n == counts[0] for n in counts[:-1])
    assert counts[-1] <= counts[0]
    for piece in (piece for line in cut for piece in line):
        own = whole[piece.segment]
        assert own.first_word <= piece.first_word
        assert piece.first_word + piece.words <= own.first_word + own.words


def test_an_article_without_passages_has_no_lines():
    assert lines([], 4) == []

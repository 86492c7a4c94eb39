"""Verbs, hedges and loaded phrases, counted for every side by one rule."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.analysis.trace import Trace
from whosays.analysis.wording import Side, side, wording
from whosays.show.sentences.wording import LABELS, sentence
from whosays.show.wording import wording as shown_wording

RUSSIA, UKRAINE = Side("party", "Russia"), Side("party", "Ukraine")
THIRD, NOBODY, OUTLET = Side("third"), Side("nobody"), Side("outlet")


@pytest.fixture(scope="module")
def found(inside):
    return {own.side: own for own in wording(inside)}


@pytest.fixture(scope="module")
def shown(inside):
    return shown_wording(inside)


def test_the_verbs_of_each_side_are_those_counted_by_hand(found):
    assert {who: own.verbs for who, own in found.items()} == {
        RUSSIA: {"said": 5, "claims": 1, "claimed": 1, "announced": 1, "according to": 1},
        UKRAINE: {"denied": 1, "claimed": 1},
        THIRD: {"reports that": 1, "noted that": 1},
        NOBODY: {"claim to show": 1, "was released": 1, "claimed to be": 1, "claimed": 1},
        OUTLET: {},
    }


def test_parties_come_in_order_of_appearance_then_the_others(found):
    assert list(found) == [RUSSIA, UKRAINE, THIRD, NOBODY, OUTLET]


def test_a_verb_that_carries_four_statements_of_one_passage_counts_once(found):
    cue = next(c for c in found[RUSSIA].cues if c.passage == "p01s1")

    assert [s.id for s in cue.statements] == ["p01-1", "p01-2", "p01-3", "p01-4"]
    assert cue.effect.startswith("Neutral")


def test_only_what_nobody_named_and_the_outlet_say_is_weakened(found):
    assert {who: [s.hedge for s in own.hedged] for who, own in found.items() if own.hedged} == {
        NOBODY: ["reportedly", "reportedly", "reportedly", "what are claimed"],
        OUTLET: ["prone to", "prone to", "what appears to be"],
    }


def test_a_phrase_counts_for_the_side_whose_words_it_is(found):
    assert {who: own.judging for who, own in found.items()} == {RUSSIA: 12, UKRAINE: 0, THIRD: 1, NOBODY: 1, OUTLET: 8}
    assert "regime" in {w.phrase for w in found[RUSSIA].phrases}
    assert "corpses" in {w.phrase for w in found[OUTLET].phrases}


def test_a_reporter_who_is_not_named_is_a_third_party_and_a_post_nobody_signs_is_nobody(case):
    assert side(case, "s09") == THIRD
    assert side(case, "s11") == NOBODY
    assert side(case, "") == NOBODY
    assert side(case, "s12", {"s12"}) == OUTLET


def test_another_outlet_that_is_quoted_is_a_third_party(case):
    assert side(case, "s12") == THIRD


def test_outside_statements_are_no_words_of_the_article(case, inside):
    assert wording(Trace(case, "beyond")) == wording(inside)


def test_swapping_the_parties_swaps_the_counts_and_nothing_else(case, found):
    other = {"Russia": "Ukraine", "Ukraine": "Russia"}
    swapped = replace(case, sources=tuple(replace(s, party=other.get(s.party, s.party)) for s in case.sources))
    again = {own.side: own for own in wording(Trace(swapped, "article"))}

    for who, own in found.items():
        twin = again[replace(who, party=other.get(who.party, who.party))]
        assert (twin.verbs, twin.direct, twin.judging, len(twin.statements)) == (
            own.verbs,
            own.direct,
            own.judging,
            len(own.statements),
        )


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_whoever_speaks_every_statement_and_phrase_counts_for_one_side(case, data):
    names = st.sampled_from(["", *(s.id for s in case.sources)])
    forms = st.sampled_from(["direct", "indirect", "own voice", "presupposed"])
    statements = tuple(replace(s, source=data.draw(names), form=data.draw(forms)) for s in case.statements if s.passage)
    found = wording(Trace(replace(case, statements=statements), "article"))

    assert sorted(s.id for own in found for s in own.statements) == sorted(s.id for s in statements)
    assert sum(len(own.phrases) for own in found) == sum(w.kind != "cue" for w in case.wording)
    for own in found:
        assert sum(own.verbs.values()) == len(own.cues) <= len(own.statements)
        assert [s for cue in own.cues for s in cue.statements if s not in own.statements] == []
    assert len({own.side for own in found}) == len(found)


def test_the_section_says_who_is_introduced_how_often(shown):
    assert shown["sentence"] == (
        "Verbs introduce Russia 9 times, Ukraine twice, third parties twice and unnamed sources 4 times. "
        "The most frequent one, “said”, introduces Russia 5 times and no other side."
    )


def test_every_verb_hedge_and_phrase_stands_in_a_table_in_the_order_of_the_article(shown, case):
    assert len(shown["cues"]["rows"]) == sum(own["introduced"] for own in shown["sides"]) == 17
    assert len(shown["hedges"]["rows"]) == sum(bool(s.hedge) and bool(s.passage) for s in case.statements)
    assert [row[3] for row in shown["phrases"]["rows"]] == [w.phrase for w in case.wording if w.kind != "cue"]
    for name in ("table", "cues", "hedges", "phrases"):
        assert {len(row) for row in shown[name]["rows"]} == {len(shown[name]["columns"])}


def test_one_sentence_fits_any_number_of_sides():
    assert sentence([]) == "No verb introduces anyone here."
    assert sentence([(UKRAINE, {"said": 2})]) == "Verbs introduce Ukraine twice."
    assert (
        sentence([(UKRAINE, {"said": 1}), (RUSSIA, {"denied": 1})]) == "Verbs introduce Ukraine once and Russia once."
    )


def test_a_case_without_statements_and_phrases_says_so(case):
    empty = shown_wording(Trace(replace(case, statements=(), wording=()), "article"))

    assert empty["sentence"] == "No verb introduces anyone here."
    assert [empty[name]["rows"] for name in ("table", "cues", "hedges", "phrases")] == [[]] * 4


def test_no_word_of_the_section_takes_sides():
    told = " ".join(LABELS.values()).lower()

    assert not {"true", "false", "lie", "fake", "biased", "propaganda"} & set(told.split())

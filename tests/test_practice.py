"""The practice case: every shape a lesson needs is in it, and is worked out and not written down."""

import json
import re
from dataclasses import replace

import pytest

from whosays.analysis.audit import Audit
from whosays.analysis.clock import clashes
from whosays.analysis.ledger import derived, groups
from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework, Reading
from whosays.case.load import load
from whosays.case.model import FITS, LAYERS
from whosays.show.page import write_page
from whosays.show.sheet import sheet


@pytest.fixture(scope="module")
def practice():
    return load("practice-pond-2025")


@pytest.fixture(scope="module")
def seen(practice):
    return {layer: Framework(Trace(practice, layer)) for layer in LAYERS}


def word(framework, claim):
    return framework.standing(claim).word


def test_the_article_has_250_to_350_words(practice):
    assert 250 <= practice.article.words <= 350


def test_one_root_stands_behind_four_mentions_of_the_number(seen):
    trace = seen["article"].trace

    assert len(trace.mentions("k01")) == 4
    assert trace.roots(m.head for m in trace.mentions("k01")) == ["s01"]


def test_the_number_is_contested_in_the_article_and_answered_beyond_it(seen):
    assert [word(seen[layer], "k01") for layer in LAYERS] == ["contested", "answered"]
    assert [a.root for a in seen["beyond"].standing("k01").decisive] == ["s14"]


def test_a_word_of_the_town_hall_holds_in_the_article_and_another_one_beyond(seen):
    assert [word(seen[layer], "k08") for layer in LAYERS] == ["holds", "holds"]
    assert [word(seen[layer], "k09") for layer in LAYERS] == ["contested", "holds"]
    for claim in ("k08", "k09"):
        standing = seen["beyond"].standing(claim)
        assert "s01" in standing.roots
        assert standing.against


@pytest.mark.parametrize(("layer", "claim", "witness"), [("article", "k08", "s06"), ("beyond", "k09", "s15")])
def test_what_holds_rests_on_someone_who_went_there(practice, layer, claim, witness):
    without = Framework(Trace(practice, layer), Reading(withdrawn=frozenset({witness, "s05"})))
    alone = Framework(Trace(practice, layer), Reading(withdrawn=frozenset({witness})))

    assert word(without, claim) == "unchallenged"
    assert word(alone, claim) in {"contested", "holds"}
    assert witness in Framework(Trace(practice, layer)).standing(claim).roots


def test_two_answers_turn_out_to_rest_on_one_visit_and_that_was_to_another_pond(practice, seen):
    (joined,) = Audit(Trace(practice, "beyond")).joined("k01")

    assert set(joined.roots) == {"s07", "s08"}
    assert Audit(Trace(practice, "article")).joined("k01") == []
    without = Framework(Trace(practice, "beyond"), Reading(withdrawn=frozenset({"s14"})))
    assert {a.root for a in without.standing("k01").decisive} == set()
    assert word(seen["beyond"], "r04") == "answered"


def test_the_two_counts_of_last_spring_conflict_and_nothing_settles_them(seen):
    (pair,) = [g.pair for g in groups(seen["article"].trace) if g.what == "came back"]

    assert {float(e.interval.low) for e in pair} == {12, 90}
    assert [word(seen[layer], claim) for layer in LAYERS for claim in ("k10", "k11")] == ["contested"] * 4


def test_a_number_loses_more_than_and_another_its_about_and_its_source(practice):
    audit = Audit(Trace(practice, "article"))

    assert [(d.kind, d.statement.id) for d in audit.drift("k01")] == [("figure", "h-1")]
    assert [(d.kind, d.statement.id) for d in audit.drift("k10")] == [("figure", "p01-4"), ("speaker", "p01-4")]


def test_numbers_are_printed_exactly_about_more_than_and_as_dozens(practice):
    used = {f.qualifier for f in practice.figures if f.layer == "article"}

    assert {"exactly", "about", "more than", "dozens"} <= used


def test_every_number_worked_out_by_us_is_what_its_parts_give(seen):
    assert all(found.fits for found in derived(seen["beyond"].trace))


def test_the_printed_numbers_stand_where_the_case_says(practice):
    words = practice.text.split()
    for figure in practice.figures:
        if figure.word and figure.value:
            assert str(figure.value) in words[figure.word - 1], figure.id


def plain(text):
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def test_every_printed_phrase_and_hedge_stands_in_its_passage(practice):
    for passage, phrase in [
        *((w.passage, w.phrase) for w in practice.wording),
        *((s.passage, s.hedge) for s in practice.statements if s.passage),
    ]:
        assert plain(phrase) in plain(practice.printed[passage]), (passage, phrase)


def test_every_cue_stands_in_its_paragraph(practice):
    for statement in (s for s in practice.statements if s.passage):
        paragraph = statement.passage[:3]
        printed = " ".join(words for passage, words in practice.printed.items() if passage.startswith(paragraph))
        assert plain(statement.cue) in plain(printed), statement.id


def test_the_days_of_the_move_do_not_fit_in_the_article_and_do_beyond_it(practice):
    (clash,) = clashes(Trace(practice, "article"))

    assert (clash.rule, clash.claim, clash.phrase) == ("counted back", "k03", "yesterday")
    assert clashes(Trace(practice, "beyond")) == []


def test_the_town_hall_vouches_for_its_own_count(practice):
    (vouching,) = Audit(Trace(practice, "article")).vouching("k01")

    assert (vouching.root, [s.id for s in vouching.statements]) == ("s01", ["p06-2"])


@pytest.mark.parametrize("claim", ["k12", "k15", "k16"])
def test_an_aside_a_picture_and_a_video_go_unchallenged_in_the_article(seen, claim):
    assert word(seen["article"], claim) == "unchallenged"


def test_the_picture_and_the_video_come_from_nobody_with_a_name(practice):
    shown = [s for s in practice.statements if s.claim in {"k15", "k16"} and s.layer == "article"]

    assert {practice.source_by_id[s.source].named for s in shown} == {"no"}


def test_the_general_caution_is_aimed_at_both_sides_and_attacks_nobody(practice):
    aimed = [r for r in practice.relations if r.from_ == "k14"]

    assert {r.to for r in aimed} == {"k01", "k10", "k11"}
    assert {r.kind for r in aimed} == {"qualifies"}


def test_every_document_says_that_it_is_made_up_and_has_an_address_that_nobody_owns(practice):
    assert len(practice.documents) == 8
    for document in practice.documents:
        assert document.how_known == "made up"
        assert document.address.startswith("https://example.org/")
        assert document.note.startswith("Made up for this kit")


def test_no_link_of_the_page_leads_to_a_made_up_address(practice, tmp_path):
    shown = json.dumps(sheet(practice), ensure_ascii=False)

    assert "example.org" not in shown
    assert shown.count("Made up for this kit. In the story it is the publisher") > 1
    assert write_page(practice, tmp_path / "p.html").stat().st_size < 400_000


@pytest.mark.parametrize("layer", LAYERS)
def test_swapping_the_parties_changes_no_answer(practice, layer):
    def shown(town, club):
        named = {"the town": town, "the club": club}
        sources = tuple(replace(s, party=named.get(s.party, s.party)) for s in practice.sources)
        return json.dumps(sheet(replace(practice, sources=sources))["layers"][layer])

    one, other = shown("Side 1", "Side 2"), shown("Side 2", "Side 1")
    about = {"Side 1": "Side 2", "Side 2": "Side 1"}
    assert re.search("Side [12]", one)
    assert re.sub("Side [12]", lambda side: about[side[0]], other) == one


def test_both_sides_have_something_that_holds_or_is_borne_out_and_something_that_does_not(seen):
    beyond = seen["beyond"]

    assert {word(beyond, claim) for claim in ("k01", "k08", "k09")} == {"answered", "holds"}  # of the town
    assert {word(beyond, claim) for claim in ("r01", "r02", "r03")} == {"unchallenged", "answered"}  # of the club
    assert [a.head.source for a in beyond.trace.answers("r01") if not a.attacks] == ["s14"]


def test_half_of_the_statements_fit_the_text_and_neither_order_nor_length_gives_them_away(practice):
    items = [q for q in practice.questions if q.kind == "fits the text"]
    fitting, other = ([len(q.prompt.split()) for q in items if q.answer == answer] for answer in FITS)
    order = [q.answer for q in items]

    assert len(fitting) == len(other) >= 6
    assert abs(sum(fitting) / len(fitting) - sum(other) / len(other)) < 2
    assert order not in (sorted(order), sorted(order, reverse=True))
    assert all(q.feedback for q in items)


def test_every_card_of_a_lesson_has_a_wrong_turn_feedback_and_an_answer_or_a_range(practice):
    cards = [q for q in practice.questions if q.view == "lesson"]

    assert {q.lesson for q in cards} == set(range(7))
    for card in cards:
        assert card.wrong_turn, card.id
        assert card.feedback or card.kind == "write", card.id
        assert card.answer or card.range or card.kind == "count roots", card.id


def test_frogs_newts_and_tadpoles_make_the_number_of_the_town(practice):
    value = {f.id: f.value for f in practice.figures}

    assert value["f15"] + value["f16"] + value["f17"] == value["f18"] == 409

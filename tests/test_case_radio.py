"""The radio play of 1938: many mentions and few roots, and researchers who are held to the rule they apply."""

import json
from dataclasses import replace

import pytest

from conftest import weighed, word
from whosays.analysis.ledger import derived
from whosays.analysis.ribbon import segments
from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework, Reading
from whosays.case.load import load
from whosays.case.model import LAYERS, Relation
from whosays.show.sheet import sheet

STANDINGS = {  # in the article, beyond it, and why
    "k01": ("unchallenged", "answered"),  # nobody was asked; researchers and a rating speak against the scale
    "k02a": ("unchallenged", "holds"),  # some believed: a couple that fled says so at first hand
    "k02b": ("answered", "answered"),  # all believed: narrowed by the article, and by the largest study
    "k03": ("unchallenged", "unchallenged"),  # the calls: borne out in one city after the other
    "k05a": ("unchallenged", "unchallenged"),  # the script has Chicago first; the article says no first
    "k06": ("unchallenged", "contested"),  # late listeners: to switch over is said to have been rare
    "k07": ("unchallenged", "unchallenged"),  # gas: seen in one block, which narrows and does not deny
    "k08": ("unchallenged", "unchallenged"),  # flight: one couple, a few families; of a state nobody can tell
    "k10": ("unchallenged", "unchallenged"),  # looked for in vain: the rule knows no more than that nobody speaks
    "k11": ("unchallenged", "contested"),  # hospitals: those that were checked had none, others were not
    "k15": ("unchallenged", "unchallenged"),  # the church: the core is told by others too
    "k15b": ("unchallenged", "answered"),  # a man: nearer to the place a woman
    "k18": ("unchallenged", "unchallenged"),  # the author's protest: the accused have no word
    "k22": ("unchallenged", "holds"),  # some were frightened: a couple that fled outweighs the sharpest doubt
}
SCENES = ("k01", "k02a", "k02b", "k03", *(f"k{n:02}" for n in range(7, 17)), "k09b", "k15b")


@pytest.fixture(scope="module")
def radio():
    return load("radio-panic-1938")


@pytest.fixture(scope="module")
def seen(radio):
    return weighed(radio)


def roots(trace, claim):
    return trace.roots(m.head for m in trace.mentions(claim))


@pytest.mark.parametrize("claim", STANDINGS)
def test_a_claim_stands_where_its_facts_put_it(seen, claim):
    assert tuple(word(seen[layer], claim) for layer in LAYERS) == STANDINGS[claim]


def test_the_text_has_9_paragraphs_25_sentences_547_words_and_70_of_them_quoted(radio):
    assert {p.role for p in radio.passages} == {"sentence"}  # the headline of 1938 was not found
    assert (len(radio.passages), radio.article.words, sum(p.quoted for p in radio.passages)) == (25, 547, 70)
    assert max(p.paragraph for p in radio.passages) == 9


def test_no_claim_about_the_night_goes_back_to_a_person_who_is_named(radio, seen):
    trace = seen["article"].trace
    found = {name for claim in SCENES for name in roots(trace, claim)}

    assert found == {"s01", "s06", "s07"}  # the newspaper itself, and people without a name
    assert "person" not in {radio.source_by_id[name].named for name in found}
    assert not [s for s in trace.case.statements if s.layer == "article" and s.basis == "saw"]


def test_the_only_named_root_speaks_of_rights_and_was_not_there(radio, seen):
    trace = seen["article"].trace

    assert {c for c in trace.statements if roots(trace, c) == ["s09"]} == {"k17", "k18", "k19", "k22"}
    assert trace.root_of_source("s08") == "s09"
    first = min(radio.passage_by_id[s.passage].first_word for s in radio.statements if s.source == "s09" and s.passage)
    assert first == 405


def test_the_accused_have_a_place_in_the_case_and_no_word_in_the_article(radio):
    assert not [s for s in radio.statements if s.passage and {s.source, *s.via} & {"s10", "s11"}]
    assert not [r for r in radio.relations if r.from_ in {"k17", "k18", "k19"} and r.to == "k01"]  # no denial of panic


def test_the_reaction_takes_284_words_and_the_only_answer_20_at_word_189(seen):
    ribbon = segments(seen["article"].trace, "The night of the play", "s01")
    (both,) = [s for s in ribbon if s.role == "both"]
    told = [s for s in ribbon if s.topic == "The night of the play" and s.role != "both"]

    assert sum(s.words for s in told) + both.words == 284  # 28 of them told by others
    assert (both.first_word, both.words) == (189, 20)


def test_the_article_narrows_its_own_second_sentence(seen):
    assert [tuple(a) for a in seen["article"].standing("k02b").decisive] == [("k06", "s01")]


def test_researchers_and_the_rating_decide_and_the_paper_of_the_other_side_does_not(seen):
    assert {a.root for a in seen["beyond"].standing("k01").decisive} == {"s43", "s45", "s49", "s39"}
    assert "s21" in {a.root for a in seen["beyond"].standing("k01").against}


@pytest.mark.parametrize("gone", ["s39", "s43", "s45", "s49"])
def test_no_single_critic_carries_the_answer(radio, gone):
    assert word(Framework(Trace(radio, "beyond"), Reading(withdrawn=frozenset({gone}))), "k01") == "answered"


def test_who_lets_the_study_deny_the_national_doubt_gets_a_contested_claim(radio):
    links = [
        Relation(f"n{n}", "rebuts", start, end, "meets", "", "", "", "", "", "clear", "", "beyond", "")
        for n, (start, end) in enumerate([("b06", "b07"), ("b07", "b06")])
    ]
    cut = tuple(r for r in radio.relations if (r.from_, r.kind) != ("b02", "undercuts"))  # the rating is about sets

    assert word(Framework(Trace(replace(radio, relations=(*cut, *links)), "beyond")), "k01") == "contested"


def test_the_sharpest_doubt_is_contested_too_by_the_study_and_by_the_reader_of_the_letters(seen):
    assert word(seen["beyond"], "b08") == "contested"
    assert {a.root for a in seen["beyond"].standing("b08").decisive} == {"s30", "s46"}


def test_the_motive_of_the_newspapers_is_no_better_founded_than_their_haste(radio, seen):
    assert word(seen["beyond"], "b09") == "contested"
    assert {s.party for s in radio.sources if s.party} == {"the press", "radio", "the author"}  # a stake on each side


def test_press_and_radio_changed_about_change_no_standing(radio):
    def words(one, other):
        named = {"the press": one, "radio": other}
        sources = tuple(replace(s, party=named.get(s.party, s.party)) for s in radio.sources)
        layers = sheet(replace(radio, sources=sources))["layers"]
        return json.dumps({n: [c["standing"] for c in layer["claims"].values()] for n, layer in layers.items()})

    assert words("radio", "the press") == words("the press", "radio")


def test_retellings_of_sixty_years_add_no_root(seen):
    trace = seen["beyond"].trace

    for told, root in (("z01-1", "s14"), ("z05-1", "s01"), ("r07-1", "s30"), ("f04-2", "s30"), ("o08-1", "s09")):
        assert trace.root(trace.case.statement_by_id[told]) == root, told
    assert roots(trace, "k15")[0] == "s14"  # the cry in the church came in a round-up of the agency


def test_what_is_fiction_says_so_and_is_no_event(radio):
    told = [c for c in radio.claims if c.id in {"k05", "k05a", "b32", "b44"}]

    assert {c.kind for c in told} == {"framing"}
    assert all("play" in c.proposition or "script" in c.proposition for c in told)


def test_hearing_believing_and_fearing_are_counted_apart_and_our_shares_follow(radio, seen):
    whole = {f.what for f in radio.figures if f.unit == "person" and f.place == "United States"}

    assert {"heard the play", "took it for news", "were frightened"} <= whole
    assert [(int(d.figure.value), d.fits) for d in derived(seen["beyond"].trace)] == [(28, True), (61, True)]

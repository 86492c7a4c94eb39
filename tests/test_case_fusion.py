"""The science case: grounds are attacked and nobody says the opposite; repetitions are told apart by whose they are."""

import json
import re
from dataclasses import replace

import pytest

from conftest import weighed, word
from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework, Reading
from whosays.case.load import load
from whosays.case.model import LAYERS
from whosays.show.page import write_page
from whosays.show.sheet import sheet

STANDINGS = {  # in the article, beyond it, and why
    "k01": ("answered", "answered"),  # fusion: both grounds are undercut; no test elsewhere meets it in full
    "k02": ("answered", "contested"),  # heat: no reply in the article; beyond it measured by some, not by most
    "k03": ("unchallenged", "unchallenged"),  # helium was there: agreed, and in unused rods as well
    "k04": ("answered", "answered"),  # helium as a sign: air or metal explains it too
    "k05": ("unchallenged", "unchallenged"),  # confidence: a state of mind
    "k06": ("unchallenged", "unchallenged"),  # they did speak on the Monday, of heat and not of helium
    "k07": ("unchallenged", "unchallenged"),  # only they can know
    "k08": ("unchallenged", "unchallenged"),  # invited, did not come: only the reason differs
    "k09": ("unchallenged", "unchallenged"),  # announced to the press: limited to 23 March
    "k10": ("unchallenged", "unchallenged"),  # much criticism
    "k11": ("unchallenged", "unchallenged"),  # air was not kept out: an admission
    "k12": ("unchallenged", "unchallenged"),  # perhaps allowed for: nobody checked, and nobody denies it
    "r01": ("unchallenged", "holds"),  # the objection to the heat: later by name, against a bare denial
    "r02": ("holds", "holds"),  # the objection to the helium: only a might speaks against it
}


@pytest.fixture(scope="module")
def fusion():
    return load("cold-fusion-1989")


@pytest.fixture(scope="module")
def seen(fusion):
    return weighed(fusion)


def decisive(framework, claim):
    return {a.root for a in framework.standing(claim).decisive}


def redrawn(case, choose, layer="beyond", **cells):
    """Weigh the case with some relations drawn otherwise."""
    rows = tuple(replace(r, **cells) if choose(r) else r for r in case.relations)
    return Framework(Trace(replace(case, relations=rows), layer))


@pytest.mark.parametrize("claim", STANDINGS)
def test_a_claim_stands_where_its_facts_put_it(seen, claim):
    assert tuple(word(seen[layer], claim) for layer in LAYERS) == STANDINGS[claim]


def test_the_article_makes_24_statements_and_one_team_is_the_root_of_fusion_heat_and_helium(fusion, seen):
    trace = seen["article"].trace

    assert (fusion.article.words, sum(s.layer == "article" for s in fusion.statements)) == (259, 24)
    assert [len(trace.mentions(claim)) for claim in ("k01", "k02", "k03", "k04")] == [2, 1, 2, 2]
    assert {root for c in ("k01", "k02", "k03", "k04", "k05", "k07") for root in seen["article"].standing(c).roots} == {
        "s01"
    }


def test_in_the_article_the_objections_undercut_and_none_says_that_there_was_no_fusion(fusion):
    against = [r for r in fusion.relations if r.layer == "article" and r.from_ in {"r01", "r02"}]

    assert {r.kind for r in against} == {"undercuts"}
    assert not [r for r in fusion.relations if r.layer == "article" and r.kind == "rebuts" and r.to == "k01"]


def test_a_might_of_a_party_has_no_effect_and_drawn_as_an_undercut_it_brings_the_helium_back(fusion, seen):
    drawn = redrawn(fusion, lambda r: (r.from_, r.to) == ("k12", "r02"), "article", kind="undercuts", to="p04-2")

    assert [word(f, "r02") for f in (seen["article"], drawn)] == ["holds", "answered"]
    assert [word(f, "k04") for f in (seen["article"], drawn)] == ["answered", "holds"]
    assert word(drawn, "k01") == "answered"  # by the objection to the heat, to which nobody replies


def test_if_the_critics_are_read_as_a_bare_party_too_the_helium_is_contested(fusion):
    graded = Framework(Trace(fusion, "article"), Reading(graded={"s03": 1}))

    assert [word(graded, claim) for claim in ("r02", "k04")] == ["contested"] * 2


def test_beyond_the_article_fusion_falls_by_its_grounds_and_not_by_a_test_elsewhere(fusion, seen):
    grounds = {"s03", "s12", "s41", "s24"}  # critics, Lewis for Caltech, the analysis of 1992, the panel
    tests = {"s12", "s14", "s15", "s21", "s22", "s26", "s44"}

    assert decisive(seen["beyond"], "k01") == grounds
    assert tests <= {a.root for a in seen["beyond"].standing("k01").against}
    assert all(r.surely != "clear" for r in fusion.relations if r.kind == "rebuts" and r.to == "k01")
    alone = redrawn(fusion, lambda r: r.kind == "undercuts" and r.to in {"a01-1", "p01-2", "h-2"}, kind="qualifies")
    assert word(alone, "k01") == "contested"


def test_the_panel_says_that_the_evidence_does_not_convince_and_that_the_opposite_is_not_shown(seen, fusion):
    assert [word(seen["beyond"], claim) for claim in ("b27", "b28")] == ["unchallenged"] * 2
    assert {r.kind for r in fusion.relations if r.from_ == "b28"} == {"qualifies"}


def test_texas_confirms_the_heat_and_never_the_fusion(seen):
    assert "s16" in seen["beyond"].standing("k02").roots
    assert "s16" not in seen["beyond"].standing("k01").roots
    assert seen["beyond"].standing("k02").roots == ("s01", "s40", "s16", "s17", "s20")


def test_the_claimants_own_repeats_add_no_root(seen):
    trace = seen["beyond"].trace

    assert trace.root(trace.case.statement_by_id["a04-1"]) == "s01"


def test_georgia_tech_takes_its_own_count_back(seen):
    assert word(seen["beyond"], "b07") == "answered"
    assert "s18" in decisive(seen["beyond"], "b07")


def test_too_small_electrodes_would_cut_tests_made_alone_and_not_the_one_made_with_help(fusion, seen):
    answers = [r for r in fusion.relations if r.kind == "rebuts" and r.to == "k02"]
    links = {r.from_: r.id for r in answers if r.from_ in {"b01", "b02"}}
    cut = tuple(
        replace(r, kind="undercuts", to=links[r.to]) if r.from_ == "b20" and r.to in links else r
        for r in fusion.relations
    )
    drawn = Framework(Trace(replace(fusion, relations=cut), "beyond"))

    assert {"s12", "s14", "s15", "s44", "s21"} <= decisive(seen["beyond"], "k02")
    assert "s21" in decisive(drawn, "k02")
    assert not {"s12", "s14", "s15", "s44"} & decisive(drawn, "k02")
    assert word(drawn, "k02") == word(seen["beyond"], "k02")


def test_later_helium_neither_saves_the_helium_of_april_nor_falls_with_it(fusion):
    assert {r.kind for r in fusion.relations if r.from_ == "b38"} == {"qualifies"}
    assert not [r for r in fusion.relations if (r.from_, r.to) == ("b37", "b38")]


def test_how_it_was_announced_and_how_rude_the_critics_were_is_no_evidence_on_the_flask(fusion):
    assert not [r for r in fusion.relations if r.from_ in {"k09", "b42", "b43", "b44", "b48", "b49"} and r.to == "k01"]


@pytest.mark.parametrize("layer", LAYERS)
def test_another_name_for_the_party_changes_no_answer(fusion, layer):
    def shown(name):
        sources = tuple(replace(s, party=name if s.party else "") for s in fusion.sources)
        return json.dumps(sheet(replace(fusion, sources=sources))["layers"][layer])

    assert re.sub("Side 1", "Side 2", shown("Side 1")) == shown("Side 2")


def test_the_page_is_small(fusion, tmp_path):
    assert write_page(fusion, tmp_path / "p.html").stat().st_size < 400_000

"""Weighing: the labelling against its definition, and the case against what the design says of it."""

from dataclasses import replace
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.analysis.trace import Trace
from whosays.analysis.weigh import ASSESSMENT, BARE, FIGURE, OBSERVATION, Framework, Reading, grounded, meets_clearly
from whosays.case.model import LAYERS, Assessment

UNCHALLENGED = ["k02", "k04", "k08", "k13", *(f"k{n}" for n in range(16, 25))]


@pytest.fixture(scope="module")
def weighed(case):
    def weigh(layer="article", **reading):
        return Framework(Trace(case, layer), Reading(**reading))

    return weigh


def words(framework):
    return {claim: standing.word for claim, standing in framework.standings().items()}


def by_definition(count, attacks):
    """The grounded labelling by brute force: the least of all complete labellings (Dung 1995, definition 20)."""
    attackers = {node: {a for a, b in attacks if b == node} for node in range(count)}
    complete = []
    for labels in product(("in", "out", "undecided"), repeat=count):
        fits = all(
            (label == "in") == all(labels[a] == "out" for a in attackers[node])
            and (label == "out") == any(labels[a] == "in" for a in attackers[node])
            for node, label in enumerate(labels)
        )
        if fits:
            complete.append(labels)
    return min(complete, key=lambda labels: labels.count("in"))


def test_the_labelling_equals_its_definition_on_thousands_of_random_graphs():
    random = Random(7)
    for _ in range(3000):
        count = random.randint(1, 5)
        attacks = {(random.randrange(count), random.randrange(count)) for _ in range(random.randint(0, 2 * count))}
        graph = {node: [b for a, b in attacks if a == node] for node in range(count)}

        assert [grounded(graph)[node] for node in range(count)] == list(by_definition(count, attacks))


def by_fixed_points(count, attacks):
    """The grounded labelling by brute force: the least set that is all it defends, of every set there is.

    Dung 1995, definitions 16 and 20; sets are numbers, with one bit for each argument.
    """
    attackers = [sum(1 << node for node in {a for a, b in attacks if b == target}) for target in range(count)]

    def fallen(chosen):
        return sum(1 << node for node in range(count) if attackers[node] & chosen)

    def defended(chosen):
        return sum(1 << node for node in range(count) if not attackers[node] & ~fallen(chosen))

    fixed = [chosen for chosen in range(2**count) if defended(chosen) == chosen]
    (least,) = [chosen for chosen in fixed if all(chosen & other == chosen for other in fixed)]
    out = fallen(least)
    return ["in" if least >> n & 1 else "out" if out >> n & 1 else "undecided" for n in range(count)]


def test_the_labelling_equals_its_definition_on_thousands_of_random_graphs_of_up_to_eight():
    random = Random(8)
    for _ in range(2000):
        count = random.randint(6, 8)
        attacks = {(random.randrange(count), random.randrange(count)) for _ in range(random.randint(0, 2 * count))}
        graph = {node: [b for a, b in attacks if a == node] for node in range(count)}

        assert [grounded(graph)[node] for node in range(count)] == by_fixed_points(count, attacks)


EDGES = st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=14)


@given(EDGES, EDGES, st.integers(0, 6))
def test_what_is_taken_from_one_part_of_a_graph_changes_no_label_of_another(near, far, gone):
    def graph(edges, part, without=-1):
        kept = [node for node in range(7) if node != without]
        return {(part, a): [(part, b) for b in kept if (a, b) in edges] for a in kept}

    both = grounded(graph(near, "near") | graph(far, "far"))
    fewer = grounded(graph(near, "near", gone) | graph(far, "far"))

    assert {n: label for n, label in fewer.items() if n[0] == "far"} == {
        n: label for n, label in both.items() if n[0] == "far"
    }


def test_an_argument_that_is_only_attacked_need_not_be_named():
    assert grounded({"a": ["b"]}) == {"a": "in", "b": "out"}


def test_a_long_chain_alternates_and_needs_no_recursion():
    labels = grounded({n: [n + 1] for n in range(100_000)})

    assert [labels[n] for n in (0, 1, 2, 99_999)] == ["in", "out", "in", "out"]


def test_in_the_article_alone_the_number_is_contested_by_four_answers(weighed):
    standing = weighed().standing("k01")

    assert standing.word == "contested"
    assert [a.claim for a in standing.decisive] == ["r01", "r02", "r03", "r04"]
    assert standing.roots == ("s01",)


@pytest.mark.parametrize("claim", UNCHALLENGED)
def test_what_nobody_speaks_to_is_unchallenged_and_says_why_nobody_does(weighed, case, claim):
    assert weighed().standing(claim).word == "unchallenged"
    assert case.claim(claim).silence


def test_without_the_reporter_the_head_counts_are_unchallenged_and_the_number_still_contested(weighed):
    before, after = words(weighed()), words(weighed(withdrawn=frozenset({"s09"})))

    assert [before[k] for k in ("k05", "k06")] == ["contested", "contested"]
    assert [after[k] for k in ("k05", "k06")] == ["unchallenged", "unchallenged"]
    assert after["k01"] == "contested"
    assert len(weighed(withdrawn=frozenset({"s09"})).standing("k01").decisive) == 2


def test_two_figures_of_two_parties_contest_each_other(weighed):
    assert [words(weighed())[k] for k in ("k11", "k12")] == ["contested", "contested"]


def test_a_figure_counts_the_same_whether_its_rebuttal_is_drawn_from_the_claim_or_from_the_statement(case):
    kept = [r for r in case.relations if r.id != "e12"]
    one_way = replace(case, relations=tuple(replace(r, from_="p08-2") if r.id == "e11" else r for r in kept))
    strengths = {s.id: Framework(Trace(one_way, "article")).strength(s) for s in one_way.statements}

    assert strengths["p08-2"] == FIGURE
    assert words(Framework(Trace(one_way, "article")))["k11"] == "contested"


def test_beyond_the_article_the_number_is_answered_by_those_who_saw_both_buildings(weighed, case):
    standing = weighed("beyond").standing("k01")

    assert standing.word == "answered"
    assert [case.source_by_id[a.root].name for a in standing.decisive] == ["Reuters"]


def test_without_those_who_saw_both_buildings_the_number_is_contested_again(weighed):
    (decisive,) = weighed("beyond").standing("k01").decisive

    assert words(weighed("beyond", withdrawn=frozenset({decisive.root})))["k01"] == "contested"


def test_beyond_the_article_the_date_is_answered(weighed):
    assert words(weighed("beyond"))["k04"] == "answered"


def test_the_date_is_answered_by_those_who_were_at_the_place_that_night_and_the_day_after(weighed, case):
    decisive = weighed("beyond").standing("k04").decisive

    assert [case.source_by_id[a.root].label for a in decisive] == [
        "the AP reporters",
        "a secretary on the site",
        "the AFP reporters",
    ]


def test_the_lower_figure_is_answered_by_those_who_know_the_dead_by_name(weighed, case):
    decisive = weighed("beyond").standing("k12").decisive
    stated = [s for s in case.statements if s.claim in {a.claim for a in decisive}]

    assert {case.source_by_id[a.root].label for a in decisive} == {"BBC News Russian and Mediazona", "Idel.Realii"}
    assert all("name" in s.gist for s in stated)


def test_names_counted_answer_the_lower_figure_and_not_the_higher_one(weighed):
    found = words(weighed("beyond"))

    assert found["k12"] == "answered"
    assert found["k11"] == "contested"


def test_institute_and_reporter_joined_by_the_reader_are_one_root_in_the_article(weighed):
    apart, joined = weighed(), weighed(joined=(("s09", "s08"),))

    assert len({a.root for a in apart.standing("k01").against}) == 3
    assert len({a.root for a in joined.standing("k01").against}) == 2
    assert len({a.root for a in weighed("beyond").standing("k01").against if a.claim in {"r02", "r03", "r04"}}) == 1


def test_a_root_graded_up_by_the_reader_answers_what_it_meets_clearly(weighed):
    assert words(weighed(graded={"s05": OBSERVATION}))["k11"] == "answered"
    assert words(weighed(graded={"s05": BARE}))["k11"] == "holds"


def test_a_claim_that_nobody_is_left_to_make_cannot_be_judged(weighed):
    assert words(weighed(withdrawn=frozenset({"s01"})))["k01"] == "cannot be judged"


def test_the_basis_is_read_off_by_one_rule(weighed, case):
    strength = weighed().strength

    levels = {s: strength(case.statement_by_id[s]) for s in ("p07-4", "p08-1", "p08-2", "p05-1", "p05-3", "p01-6")}
    assert levels == {"p07-4": BARE, "p08-1": FIGURE, "p08-2": FIGURE, "p05-1": ASSESSMENT, "p05-3": OBSERVATION,
                      "p01-6": BARE}  # fmt: skip


@pytest.mark.parametrize(
    ("met", "surely", "clear"),
    [
        ({"number": "meets"}, "clear", True),
        ({"number": "meets", "date": "does not"}, "clear", True),
        ({"number": "meets", "place": "partly"}, "clear", False),
        ({"number": "meets"}, "likely", False),
        ({"date": "does not"}, "clear", False),
        ({}, "clear", False),
    ],
)
def test_an_answer_is_clear_when_it_meets_something_nothing_by_half_and_surely_this(case, met, surely, clear):
    blank = dict.fromkeys(("number", "place", "date", "target", "presence", "whole"), "")

    assert meets_clearly(replace(case.relations[0], **{**blank, **met}, surely=surely)) is clear


def undercutting(case, target, origin):
    """The case with one undercut of a relation or statement more."""
    row = replace(case.relations[0], id="e999", kind="undercuts", from_=origin, to=target, layer="article")
    return replace(case, relations=(*case.relations, row))


def test_a_rebuttal_that_is_undercut_by_something_that_stands_has_no_effect(case):
    relations = tuple(r for r in case.relations if (r.id != "e03" and r.to != "k03") or r.id == "e05")
    only = replace(case, relations=relations)
    assert words(Framework(Trace(only, "article")))["k03"] == "contested"

    cut = undercutting(only, "e05", "k24")

    assert words(Framework(Trace(cut, "article")))["k03"] == "holds"


def test_an_undercut_needs_every_statement_of_an_argument(case):
    one = undercutting(case, "p07-4", "k24")
    every = one
    for statement in ("h-1", "p01-1", "p04-2"):
        every = undercutting(every, statement, "k24")
        every = replace(every, relations=(*every.relations[:-1], replace(every.relations[-1], id=f"e99-{statement}")))

    assert words(Framework(Trace(one, "article")))["k01"] == "contested"
    assert words(Framework(Trace(every, "article")))["k01"] == "answered"


def parts(framework):
    """Return the independent parts of the graph, as a part number for each argument."""
    part = {node: node for node in framework.attacks}

    def top(node):
        while part[node] != node:
            node = part[node]
        return node

    for attacker, attacked in framework.attacks.items():
        for node in attacked:
            part[top(attacker)] = top(node)
    return {node: top(node) for node in framework.attacks}


@settings(max_examples=25, deadline=None)
@given(data=st.data(), layer=st.sampled_from(["article", "beyond"]))
def test_withdrawing_a_source_changes_nothing_in_another_independent_part(case, data, layer):
    framework = Framework(Trace(case, layer))
    roots = sorted({a.root for a in framework.arguments if a.root})
    gone = data.draw(st.sampled_from(roots))
    touched = {part for node, part in parts(framework).items() if getattr(node, "root", "") == gone}
    far = [a for a in framework.arguments if parts(framework)[a] not in touched]

    after = Framework(Trace(case, layer), Reading(withdrawn=frozenset({gone})))

    assert [after.labels[a] for a in far] == [framework.labels[a] for a in far]


def swapped(case):
    """The case with the two parties' names, and nothing else, changed about."""
    other = {"Russia": "Ukraine", "Ukraine": "Russia"}
    return replace(case, sources=tuple(replace(s, party=other.get(s.party, s.party)) for s in case.sources))


@pytest.mark.parametrize("layer", ["article", "beyond"])
def test_swapping_the_parties_names_changes_no_word(case, layer):
    assert words(Framework(Trace(swapped(case), layer))) == words(Framework(Trace(case, layer)))


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_rows_changes_no_word(case, seed):
    random = Random(seed)
    rows = {
        name: random.sample(case.rows(name), len(case.rows(name))) for name in ("claims", "statements", "relations")
    }
    mixed = replace(case, **{name: tuple(found) for name, found in rows.items()})

    assert words(Framework(Trace(mixed, "beyond"))) == words(Framework(Trace(case, "beyond")))


def test_what_an_assessor_found_changes_no_standing(case):
    found = [(claim.id, kind) for claim, kind in product(case.claims, ("refutes", "supports"))]
    judged = replace(
        case,
        assessments=tuple(
            Assessment(f"j{n}", claim, "s73", "c01", "In its own word", "1", "5", "1", "", kind, "", None, "beyond", "")
            for n, (claim, kind) in enumerate(found)
        ),
    )

    for layer in LAYERS:
        assert words(Framework(Trace(judged, layer))) == words(Framework(Trace(case, layer)))

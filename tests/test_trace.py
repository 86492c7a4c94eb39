from dataclasses import replace

import pytest

from whosays.analysis.trace import Link, Trace
from whosays.case.model import RECORDS
from whosays.case.schema import schema

RELAYS = {"s02", "s03", "s04"}


def heads(trace, claim):
    return [mention.head.id for mention in trace.mentions(claim)]


def stated(trace, claim):
    return [s for mention in trace.mentions(claim) for s in mention.statements]


def answers(trace, claim):
    return [(a.head.id, a.kind, a.root, a.attacks) for a in trace.answers(claim)]


def test_the_number_of_dead_is_stated_four_times_by_three_voices_from_one_root(inside):
    found = stated(inside, "k01")

    assert heads(inside, "k01") == ["h-1", "p01-1", "p04-2", "p07-4"]
    assert inside.voices(found) == ["s01", "s02", "s04"]
    assert inside.roots(found) == ["s01"]


def test_the_answers_to_the_number_stand_in_the_order_of_the_article(inside):
    assert answers(inside, "k01") == [
        ("p03-1", "denies", "s06", True),
        ("p05-1", "assesses", "s08", True),
        ("p05-3", "saw", "s09", True),
        ("p10-1", "cautions", "s12", False),
    ]


def test_what_one_voice_says_in_one_place_is_one_answer(inside):
    saw = inside.answers("k01")[2]

    assert [s.id for s in saw.statements] == ["p05-3", "p05-4"]
    assert [r.id for r in saw.relations] == ["e03", "e04"]
    assert saw.meets == {"number": "meets", "place": "partly", "date": "does not", "target": "meets"}


def test_statements_that_complete_one_another_are_one_mention(inside):
    assert [[s.id for s in m.statements] for m in inside.mentions("k16")] == [["p11-1", "p11-2", "p11-3"]]
    assert [[s.id for s in m.statements] for m in inside.mentions("k05")] == [["p09-1", "p09-3"]]
    assert [[s.id for s in m.statements] for m in inside.mentions("k06")] == [["p09-2", "p09-3"]]


def test_every_statement_is_in_a_mention_of_each_claim_it_carries(case, beyond):
    for statement in case.statements:
        for claim in statement.claims:
            assert statement.id in {s.id for s in stated(beyond, claim)}


def test_the_inside_holds_nothing_from_outside(case, inside):
    for claim in case.claims:
        assert all(s.layer == "article" for s in stated(inside, claim.id))
        assert all(s.layer == "article" for a in inside.answers(claim.id) for s in a.statements)
        assert all(r.layer == "article" for a in inside.answers(claim.id) for r in a.relations)


def test_beyond_the_article_holds_everything_of_the_article(case, inside, beyond):
    for claim in case.claims:
        assert set(heads(inside, claim.id)) <= set(heads(beyond, claim.id))
        own = {s.id for a in inside.answers(claim.id) for s in a.statements}
        assert own <= {s.id for a in beyond.answers(claim.id) for s in a.statements}


def test_a_claim_is_not_an_answer_to_itself(case, beyond):
    for claim in case.claims:
        own = {s.id for s in stated(beyond, claim.id)}
        assert not own & {s.id for a in beyond.answers(claim.id) for s in a.statements}


def test_the_twelve_sources_of_the_article_are_nine_roots_and_three_relays(case, inside):
    sources = {s.id for s in case.sources if s.layer == "article"}
    roots = set(inside.roots(s for s in case.statements if s.layer == "article"))

    assert len(sources) == 12
    assert roots == sources - RELAYS
    assert len(roots) == 9


def test_a_spokesman_is_never_a_second_root(inside, case):
    assert inside.root_of_source("s02") == "s01"
    assert inside.root(case.statement_by_id["p07-4"]) == "s01"


def test_nobody_named_is_no_root(inside, case):
    assert inside.root(case.statement_by_id["p01-6"]) == ""
    assert inside.roots([case.statement_by_id["p01-6"]]) == []


def test_the_think_tank_has_a_root_of_its_own_in_the_article_and_the_reporters_beyond_it(inside, beyond, case):
    verdict, visit = case.statement_by_id["p05-1"], case.statement_by_id["p05-3"]

    assert (inside.root(verdict), inside.root(visit)) == ("s08", "s09")
    assert beyond.root(verdict) == beyond.root(visit) == "s09"


def test_the_three_answers_of_the_article_have_two_roots_beyond_it(inside, beyond):
    def roots(trace):
        return {a.root for a in trace.answers("k01") if a.attacks and a.head.layer == "article"}

    assert roots(inside) == {"s06", "s08", "s09"}
    assert roots(beyond) == {"s06", "s09"}


def test_both_mentions_of_the_400_share_one_root_beyond_the_article(beyond, case):
    first, second = (beyond.root(case.statement_by_id[name]) for name in ("p01-6", "p08-1"))

    assert first == second
    assert case.source_by_id[first].party == "Ukraine"


def test_the_number_still_has_one_root_beyond_the_article(beyond):
    assert beyond.roots(stated(beyond, "k01")) == ["s01"]


def test_a_chain_runs_from_the_evidence_through_root_and_relays_to_the_page(inside, case):
    assert inside.chain(case.statement_by_id["p07-4"]) == [
        Link("evidence", "", ""),
        Link("root", "s01", "vouches for itself"),
        Link("relay", "s02", "speaks for"),
        Link("relay", "s04", "passes on"),
        Link("page", "", "direct"),
    ]


def test_a_derived_statement_rests_on_the_chain_it_derives_from(beyond, case):
    links = beyond.chain(case.statement_by_id["p05-1"])

    assert links[0].station == "evidence"
    assert [link.station for link in links].count("root") == 1
    assert links[-2] == Link("relay", "s08", "rests on")
    assert links[-1] == Link("page", "", "indirect")


def test_every_chain_begins_with_evidence_has_one_root_and_ends_on_a_page(case, inside, beyond):
    for trace in (inside, beyond):
        for statement in filter(trace.holds, case.statements):
            stations = [link.station for link in trace.chain(statement)]
            assert (stations[0], stations[1], stations[-1]) == ("evidence", "root", "page")
            assert set(stations[2:-1]) <= {"relay"}


def test_a_part_that_was_taken_over_does_not_join_two_roots(case, beyond):
    partly = [r for r in case.relations if r.kind == "derives from" and r.whole != "meets"]
    wholly = {r.from_ for r in case.relations if r.kind == "derives from" and r.whole == "meets"}
    only_partly = {r.from_ for r in partly} - wholly

    assert "p05-3" in only_partly
    for name in only_partly:
        statement = case.statement_by_id[name]
        assert beyond.origin(statement) is statement


def test_two_figures_for_one_thing_are_answers_of_one_kind_for_both_parties(inside):
    (russia,) = [a for a in inside.answers("k11") if a.attacks]
    ukraine = [a for a in inside.answers("k12") if a.attacks]

    assert {russia.kind, *(a.kind for a in ukraine)} == {"counts"}
    assert {russia.root, *(a.root for a in ukraine)} == {"s05", "s07", ""}


@pytest.mark.parametrize("claim", [f"k{n:02}" for n in (2, 4, 8, 9, 10, *range(13, 25))])
def test_nobody_in_the_article_speaks_against_this_claim(inside, claim):
    assert not [a for a in inside.answers(claim) if a.attacks]


@pytest.mark.parametrize("claim", ["k01", "k03", "k05", "k06", "k07", "k11", "k12"])
def test_somebody_in_the_article_speaks_against_this_claim(inside, claim):
    assert [a for a in inside.answers(claim) if a.attacks]


def test_the_reporter_does_not_speak_against_the_strike_itself(inside):
    (answer,) = inside.answers("k03")

    assert answer.meets["target"] == "meets"
    assert "whole" not in answer.meets


def renamed(case, names):
    """Return the case with its ids replaced, wherever a column names one."""

    def value(column, old):
        if column.name == "derived":
            return " ".join(names.get(word, word) for word in old.split(" "))
        if column.type == "id":
            return names.get(old, old)
        if column.type == "ids":
            return tuple(":".join([*item.split(":")[:-1], names[item.split(":")[-1]]]) for item in old)
        return old

    def row(table, old):
        return replace(old, **{c.attribute: value(c, getattr(old, c.attribute)) for c in schema()[table].columns})

    tables = {table: tuple(row(table, old) for old in case.rows(table)) for table in RECORDS if table != "article"}
    return replace(case, **tables, lines={})


def test_other_ids_change_no_answer(case):
    names = {row.id: f"z{n}" for n, row in enumerate(r for table in RECORDS for r in case.rows(table))}
    other = renamed(case, names)

    for layer in ("article", "beyond"):
        one, two = Trace(case, layer), Trace(other, layer)
        for claim in case.claims:
            same = names[claim.id]
            assert [names[i] for i in heads(one, claim.id)] == heads(two, same)
            assert [names[i] for i in one.roots(stated(one, claim.id))] == two.roots(stated(two, same))
            assert [names[i] for i in one.voices(stated(one, claim.id))] == two.voices(stated(two, same))
            found = [(names[a], b, names.get(c, ""), d) for a, b, c, d in answers(one, claim.id)]
            assert found == answers(two, same)


def test_swapping_the_parties_changes_no_answer(case):
    swap = {"Russia": "Ukraine", "Ukraine": "Russia"}
    other = replace(case, sources=tuple(replace(s, party=swap.get(s.party, s.party)) for s in case.sources))

    assert {s.party for s in case.sources} == {"", "Russia", "Ukraine"}
    for layer in ("article", "beyond"):
        one, two = Trace(case, layer), Trace(other, layer)
        for claim in case.claims:
            assert one.answers(claim.id) == two.answers(claim.id)
            assert one.roots(stated(one, claim.id)) == two.roots(stated(two, claim.id))


def test_a_chain_of_thousands_of_sources_or_statements_is_followed_to_its_root_without_recursion(case):
    count = 5_000
    source, statement, relation = case.sources[0], case.statements[0], case.relations[0]
    sources = [replace(source, id=f"z{n}", speaks_for=f"z{n + 1}") for n in range(count)]
    sources.append(replace(source, id=f"z{count}"))
    said = [replace(statement, id=f"y{n}", source=f"z{n}") for n in range(count)]
    derived = [
        replace(relation, id=f"d{n}", kind="derives from", from_=f"y{n}", to=f"y{n + 1}", whole="meets")
        for n in range(count - 1)
    ]
    long = replace(case, sources=tuple(sources), statements=tuple(said), relations=tuple(derived))
    trace = Trace(long, "beyond")

    assert trace.root_of_source("z0") == f"z{count}"
    assert trace.origin(said[0]) is said[-1]
    assert {trace.root(s) for s in said} == {f"z{count}"}

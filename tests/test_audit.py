"""The audit of attribution: circles and roots against their definitions, and what the shipped case holds."""

from dataclasses import replace

import pytest

from whosays.analysis.audit import Audit, speakers
from whosays.analysis.trace import Trace
from whosays.case.model import Case
from whosays.show.audit import audits, named
from whosays.show.sentences.audit import LABELS, mutual

KINDS = ("circular", "self-vouching", "drift", "joined")


def audit(trace, claim):
    """Return what stands out on the way of one claim."""
    return audits(trace).get(claim, [])


@pytest.fixture(scope="module")
def traced(case):
    return {layer: Trace(case, layer) for layer in ("article", "beyond")}


def small(case, sources, said, derived=()):
    """A case of one claim by hand: sources as (id, speaks_for), statements as (id, source, via), then derivations."""
    source = replace(case.source_by_id["s08"], same_as="", speaks_for="")
    statement = replace(case.statement_by_id["p05-1"], claim="k01", also=(), completes=(), stance="asserts")
    relation = next(r for r in case.relations if r.kind == "derives from")
    return Case(
        id="small",
        folder="",
        article=case.article,
        passages=case.passages,
        sources=tuple(replace(source, id=i, name=i, label=f"source {i}", speaks_for=up) for i, up in sources),
        claims=(case.claim("k01"),),
        statements=tuple(replace(statement, id=i, source=s, via=tuple(via)) for i, s, via in said),
        relations=tuple(
            replace(relation, id=f"e{n}", from_=a, to=b, layer="article") for n, (a, b) in enumerate(derived)
        ),
    )


def circular(case):
    return Audit(Trace(case, "article")).circular("k01")


def test_two_that_each_name_the_other_are_a_circle_although_no_statement_derives_from_itself(case):
    made = small(case, [("a", ""), ("b", "")], [("1", "a", ["b"]), ("2", "b", ["a"])])

    (found,) = circular(made)
    assert set(found.sources) == {"a", "b"}
    assert found.roots == ()
    assert found.statements == ("1", "2")


def test_a_circle_may_close_through_derivations_and_name_a_root_outside_it(case):
    made = small(
        case,
        [("a", ""), ("b", ""), ("c", "")],
        [("1", "a", []), ("2", "b", []), ("3", "b", []), ("4", "a", []), ("5", "c", ["a"])],
        [("1", "2"), ("3", "4")],
    )

    (found,) = circular(made)
    assert found.sources == ("a", "b")
    assert found.roots == ("c",)


def test_the_circle_is_said_in_one_sentence(case):
    made = small(case, [("a", ""), ("b", "")], [("1", "a", ["b"]), ("2", "b", ["a"])])

    (item,) = [i for i in audit(Trace(made, "article"), "k01") if i["kind"] == "circular"]
    assert item["text"] == "Source b and source a rest on each other; nobody else is named as the start."
    assert item["statements"] == ["1", "2"]
    assert mutual(["a", "b", "c"], ["d"]) == "A, b and c rest on one another; the trail also leads to d."


def test_a_chain_a_copy_and_a_spokesman_are_no_circle(case):
    made = small(
        case,
        [("a", ""), ("spokesman", "a"), ("b", "")],
        [("1", "spokesman", ["b"]), ("2", "a", ["b"]), ("3", "b", []), ("4", "spokesman", [])],
        [("1", "2"), ("4", "2"), ("3", "1")],
    )

    assert circular(made) == []


def test_the_shipped_case_has_no_circle(traced, case):
    for trace in traced.values():
        index = Audit(trace)
        assert not [c for claim in case.claims for c in index.circular(claim.id)]


def test_a_party_that_confirms_its_own_account_is_found_and_nobody_else(traced):
    found = {k: v for k, items in audits(traced["article"]).items() if (v := of(items, "self-vouching"))}

    assert {k: [i["statements"] for i in v] for k, v in found.items()} == {"k07": [["p07-2"]]}
    assert "vouched for by the same root" in found["k07"][0]["text"]


def test_beyond_the_article_a_second_office_that_points_to_the_first_is_self_vouching(traced):
    (found,) = Audit(traced["beyond"]).vouching("k01")

    assert found.root == "s01"
    assert [s.id for s in found.statements] == ["o06-1"]


def test_without_the_loaded_words_saying_it_twice_is_not_vouching(case):
    plain = replace(case, wording=tuple(w for w in case.wording if w.passage != "p07s1"))

    assert Audit(Trace(plain, "article")).vouching("k07") == []


def of(items, kind):
    return [i for i in items if i["kind"] == kind]


def drifts(trace):
    index = Audit(trace)
    return {(c.id, d.kind, d.statement.id, d.against.id) for c in trace.case.claims for d in index.drift(c.id)}


def test_the_drifts_of_the_article_are_these(traced):
    assert drifts(traced["article"]) == {
        ("k01", "figure", "h-1", "p01-1"),
        ("k11", "figure", "p01-6", "p08-1"),
        ("k11", "speaker", "p01-6", "p08-1"),
        ("k20", "hedge left out", "c-2", "p12-1"),
        ("k21", "hedge left out", "c-1", "p12-3"),
    }


def test_beyond_the_article_a_hedge_is_lost_and_what_was_told_is_seen(traced):
    found = drifts(traced["beyond"])

    assert drifts(traced["article"]) <= found
    assert ("k03", "hedge left out", "p04-1", "o08-4") in found
    assert ("k01", "relay", "p01-1", "o01-1") in found
    assert ("k11", "hedge added", "p01-6", "m03-1") in found
    assert ("r03", "basis", "p05-3", "o07-2") in found


def texts(trace, claim):
    return [i["text"] for i in audit(trace, claim)]


def test_the_headline_is_said_to_give_the_number_as_exact(traced):
    assert texts(traced["article"], "k01") == ["The headline gives 600 as exact; paragraph 1 gives more than 600."]


def test_a_number_without_its_speaker_is_said_twice(traced):
    assert texts(traced["article"], "k11") == [
        "Paragraph 1 gives 400 as exact; paragraph 8 gives about 400.",
        "Paragraph 1 names nobody for it; paragraph 8 names Ukraine\N{RIGHT SINGLE QUOTATION MARK}s defence ministry.",
    ]


def test_a_mention_as_careful_as_the_others_has_not_drifted(case):
    figures = tuple(replace(f, qualifier="more than") if f.id == "f01" else f for f in case.figures)

    assert audit(Trace(replace(case, figures=figures), "article"), "k01") == []


def test_what_was_told_here_and_seen_there_by_one_source_has_drifted(case):
    rows = {"p01-1": "was told", "p04-2": "saw"}
    told = replace(case, statements=tuple(replace(s, basis=rows.get(s.id, s.basis)) for s in case.statements))

    assert any("saw it; for paragraph 1 it is “was told”" in text for text in texts(Trace(told, "article"), "k01"))


def test_a_doubt_that_is_lost_on_the_way_is_named(case):
    doubting = tuple(replace(s, stance="doubts") if s.id == "o01-1" else s for s in case.statements)

    found = texts(Trace(replace(case, statements=doubting), "beyond"), "k01")
    assert any("further back its spokesman only doubts it" in text for text in found)


def test_institute_and_reporter_are_two_roots_in_the_article_and_one_beyond(traced):
    assert of(audit(traced["article"], "k01"), "joined") == []
    assert of(audit(traced["beyond"], "k01"), "joined") == [
        {
            "kind": "joined",
            "text": "The think tank and the Finnish reporter are two roots in the article and one beyond it.",
            "statements": ["p05-1", "p05-3", "p05-4"],
        }
    ]


def test_every_sentence_is_short_and_ends_once(traced):
    for trace in traced.values():
        for items in audits(trace).values():
            for item in items:
                assert item["kind"] in KINDS
                assert item["text"].endswith(".")
                assert ".." not in item["text"]
                assert len(item["text"].split()) < 26
                assert item["statements"]


def test_one_claim_and_all_claims_say_the_same(traced):
    for trace in traced.values():
        for claim, items in audits(trace).items():
            assert audit(trace, claim) == items


@pytest.mark.parametrize("layer", ["article", "beyond"])
def test_swapping_the_parties_changes_nothing(case, traced, layer):
    other = {"Russia": "Ukraine", "Ukraine": "Russia"}
    swapped = replace(case, sources=tuple(replace(s, party=other.get(s.party, s.party)) for s in case.sources))

    assert audits(Trace(swapped, layer)) == audits(traced[layer])


def test_who_is_named_adds_up_in_both_layers(traced, case):
    for trace in traced.values():
        own = [s for s in case.statements if trace.holds(s)]
        found = speakers(trace, own)
        assert found.person + found.institution + found.nobody + found.own == len(own)


def test_in_the_article_the_only_words_quoted_are_those_of_one_person(traced):
    found = named(traced["article"])
    quoted = [row for row in found["table"]["rows"] if row[5] != "0"]

    assert found["sentence"] == (
        "Of 49 statements, 15 name a person, 12 name an institution only, 10 name nobody "
        "and 12 are the writer\N{RIGHT SINGLE QUOTATION MARK}s own."
    )
    assert [row[0] for row in quoted] == ["Igor Konashenkov"]
    assert quoted[0][5] == "8"


def test_each_source_has_one_row_and_the_statements_add_up(traced, case):
    for trace in traced.values():
        found = named(trace)
        rows = found["table"]["rows"]
        assert len({row[0] for row in rows}) == len(rows)
        assert sum(int(row[4]) for row in rows) == sum(map(trace.holds, case.statements))
        assert {len(row) for row in rows} == {len(found["table"]["columns"])}
        assert {len(row) for row in found["claims"]["rows"]} == {len(found["claims"]["columns"])}


def test_a_relay_is_listed_although_it_says_nothing_itself(traced):
    rows = {row[0]: row for row in named(traced["article"])["table"]["rows"]}

    assert rows["Tass"][4:] == ["0", "0", "4", "passing it on"]


def test_a_case_of_nobody_and_nothing_has_its_sentences(case):
    empty = replace(case, statements=(), relations=(), figures=(), wording=())
    trace = Trace(empty, "beyond")

    assert named(trace)["sentence"] == "No statement is made here."
    assert named(trace)["table"]["rows"] == []
    assert audits(trace) == {}
    assert audit(trace, "k01") == []


def test_one_statement_by_nobody_is_said_in_the_singular(case):
    one = replace(case.statement_by_id["p01-6"], claim="k01")
    alone = Trace(replace(case, statements=(one,), relations=()), "article")

    assert named(alone)["sentence"] == "Of one statement, one names nobody."
    assert named(alone)["table"]["rows"][0][0] == "Nobody named"


def test_labels_begin_with_their_view():
    assert all(key.startswith("audit_") for key in LABELS)

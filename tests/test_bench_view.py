"""The rebuttal bench: what each answer meets and leaves open, and what would change a mind."""

from dataclasses import replace

import pytest

from whosays.analysis.bench import MOST, WANTED
from whosays.analysis.bench import bench as weighed
from whosays.analysis.trace import Trace
from whosays.case.errors import UnknownIdError
from whosays.case.schema import schema
from whosays.show.bench import bench
from whosays.show.sentences.bench import LABELS, MISSING, sentence

NAMES = "A full list of the dead by name: as long as the number, or shorter."
PLACES = "Someone who goes to every place named and tells what is there: signs of it, or none."


@pytest.fixture(scope="module")
def traced(case):
    return {layer: Trace(case, layer) for layer in ("article", "beyond")}


def test_of_the_four_answers_to_the_number_one_meets_it_and_nobody_meets_the_date(traced):
    found = bench(traced["article"], "k01")

    assert list(found["answers"]) == ["p03-1", "p05-1", "p05-3", "p10-1"]
    assert found["sentence"] == (
        "Of four answers, one meets the number and one the target; nobody meets the place or the date."
    )


def test_each_answer_says_what_it_meets_and_what_it_leaves_open(traced):
    answers = bench(traced["article"], "k01")["answers"]

    assert answers["p05-3"] == {
        "covers": "It meets the number and the target. It likely speaks to this claim.",
        "open": "It leaves open the date; and, in part, the place.",
    }
    assert answers["p03-1"] == {
        "covers": "In part it meets the number. It clearly speaks to this claim.",
        "open": "It leaves open the place, the date and the target; and, in part, the number.",
    }


def test_the_table_has_one_row_an_answer_and_a_column_an_aspect(traced):
    table = bench(traced["article"], "k01")["table"]

    assert len(table["rows"]) == 4
    assert {len(row) for row in table["rows"]} == {len(table["columns"])}
    assert table["rows"][2] == [
        "Paragraph 5",
        "A Finnish reporter",
        "saw",
        "meets this part",
        "partly or unclear",
        "does not",
        "meets this part",
        "",
        "",
        "likely",
        "number, target; in part: place",
        "date; in part: place",
    ]


def test_a_claim_without_answers_has_a_sentence_and_no_rows(traced):
    found = bench(traced["article"], "k08")

    assert found["sentence"] == "Nobody here answers this claim. That is not the same as true."
    assert found["answers"] == {}
    assert found["table"]["rows"] == []
    assert found["missing"]


def test_what_is_already_there_is_not_asked_for_again(traced):
    inside, outside = (bench(traced[layer], "k01")["missing"] for layer in ("article", "beyond"))

    assert PLACES in inside
    assert PLACES not in outside
    assert NAMES in inside
    assert NAMES in outside


def test_names_counted_are_there_for_the_number_that_they_meet_and_not_for_the_other(traced):
    assert NAMES not in bench(traced["beyond"], "k12")["missing"]
    assert NAMES in bench(traced["beyond"], "k11")["missing"]


def test_a_law_asks_for_its_text_until_somebody_brings_it(traced):
    assert MISSING["text of the law"] in bench(traced["article"], "k19")["missing"]
    assert MISSING["text of the law"] not in bench(traced["beyond"], "k19")["missing"]
    assert MISSING["text of the law"] in bench(traced["beyond"], "k08")["missing"]


def test_a_motive_cannot_be_seen_from_outside(traced):
    for trace in traced.values():
        assert bench(trace, "k02")["missing"][0] == MISSING["no window"]


def test_every_kind_of_claim_has_its_evidence_and_every_evidence_its_sentence():
    kinds = next(c for c in schema()["claims"].columns if c.name == "kind")

    assert set(WANTED) == set(kinds.values)
    assert {want for wanted in WANTED.values() for want in wanted} == set(MISSING)


def test_no_more_than_four_are_asked_for_and_every_sentence_is_short(traced, case):
    for trace in traced.values():
        for claim in case.claims:
            found = bench(trace, claim.id)
            assert len(found["missing"]) <= MOST
            assert len(set(found["missing"])) == len(found["missing"])
            texts = [found["sentence"], *found["missing"]]
            texts += [part for said in found["answers"].values() for part in said.values()]
            assert all(len(t.split()) < 26 for t in texts)
            assert all(t.endswith((".", "?")) for t in texts)


def test_meets_partly_and_leaves_make_up_all_that_is_at_issue(traced, case):
    for trace in traced.values():
        for claim in case.claims:
            found = weighed(trace, claim.id)
            for match in found.matches:
                parts = [*match.covers, *match.partly, *match.leaves]
                assert len(set(parts)) == len(parts)
                assert set(found.at_issue) <= set(parts) or "whole" in match.covers


def only(case, **aspects):
    """The case with one answer to k01 alone, which meets the given aspects."""
    blank = dict.fromkeys(("number", "place", "date", "target", "presence", "whole"), "")
    surely = aspects.pop("surely", "clear")
    row = replace(next(r for r in case.relations if r.id == "e02"), **{**blank, **aspects}, surely=surely)
    return Trace(replace(case, relations=(row,)), "article")


def test_an_answer_to_the_whole_leaves_nothing_open(case):
    said = bench(only(case, whole="meets", number="partly", date="does not"), "k01")["answers"]["p05-1"]

    assert said["covers"] == "It meets the claim as a whole. It clearly speaks to this claim."
    assert said["open"] == "It leaves nothing open that is at issue here."


def test_an_answer_that_meets_nothing_says_so(case):
    found = bench(only(case, date="does not"), "k01")

    assert found["answers"]["p05-1"]["covers"] == "It meets no part of the claim."
    assert found["sentence"] == "The one answer meets no part of the claim in full."


def test_one_answer_is_said_in_the_singular(case):
    assert bench(only(case, number="meets", date="does not"), "k01")["sentence"] == (
        "The one answer meets the number, not the date."
    )


def test_the_least_sure_of_what_is_met_counts(case):
    rows = [next(r for r in case.relations if r.id == i) for i in ("e03", "e04")]
    rows = [replace(rows[0], surely="unclear"), replace(rows[1], surely="clear")]

    (match,) = weighed(Trace(replace(case, relations=tuple(rows)), "article"), "k01").matches
    assert match.surely == "unclear"


def test_a_caution_does_not_put_at_issue_what_no_attack_speaks_to(traced):
    found = weighed(traced["article"], "k12")

    assert found.at_issue == ("number", "place")
    assert found.matches[-1].leaves == ("place", "date", "target")


def test_many_that_meet_nothing_are_one_sentence():
    assert sentence(3, {"number": 0}) == "Of three answers, none meets any part of the claim in full."


def test_swapping_the_parties_changes_nothing(case, traced):
    other = {"Russia": "Ukraine", "Ukraine": "Russia"}
    swapped = replace(case, sources=tuple(replace(s, party=other.get(s.party, s.party)) for s in case.sources))

    for layer, trace in traced.items():
        for claim in case.claims:
            assert bench(Trace(swapped, layer), claim.id) == bench(trace, claim.id)


def test_a_claim_that_is_not_there_is_named_with_the_near_ones(traced):
    with pytest.raises(UnknownIdError, match="Did you mean"):
        bench(traced["article"], "k011")


def test_labels_begin_with_their_view():
    assert all(key.startswith("bench_") for key in LABELS)

from time import process_time

import pytest

from spoil import add, edit, faults, judged, place, rows, write
from synthetic import synthetic
from whosays.case.check import faults_across
from whosays.case.load import load

CIRCLES = [
    ("statements", "p09-1", {"completes": "p09-3"}, "completes", "p09-1"),
    ("sources", "s01", {"speaks_for": "s02"}, "speaks_for", "s01"),
    ("claims", "k05", {"part_of": "k05"}, "part_of", "k05"),
]


def test_an_id_that_nothing_has_names_the_near_one(folder):
    line = edit(folder, "statements", "p09-2", "claim", "k66")

    fault, *rest = sorted(faults(folder), key=lambda f: f.column != "claim")

    assert place(fault) == ("statements.csv", line, "claim")
    assert (fault.found, fault.expected) == ('"k66"', "an id from claims.csv")
    assert fault.remedy.startswith("Did you mean")
    assert not rest


@pytest.mark.parametrize(
    ("table", "row_id", "column", "value", "expected"),
    [
        ("slips", "x01", "passages", "p05s1 p99s9", "an id from passages.csv"),
        ("statements", "p02-1", "via", "s99", "an id from sources.csv"),
        ("statements", "p06-3", "also", "k99", "an id from claims.csv"),
        ("statements", "o01-1", "document", "o99", "an id from documents.csv"),
        ("sources", "s16", "ties", "employs:s99", "an id from sources.csv"),
        ("figures", "f01", "statement", "h-9", "an id from statements.csv"),
        ("relations", "e13", "to", "k99", "an id from claims.csv or statements.csv or relations.csv"),
        ("wording", "wd01", "source", "s99", "an id from sources.csv"),
        ("questions", "q01", "claim", "k99", "an id from claims.csv"),
        ("figures", "f12", "derived", "f10 + f99", "an id from figures.csv"),
    ],
)
def test_a_dangling_id_is_one_fault_at_its_cell(folder, table, row_id, column, value, expected):
    line = edit(folder, table, row_id, column, value)

    (fault,) = faults(folder)

    assert place(fault) == (f"{table}.csv", line, column)
    assert fault.expected == expected
    assert "9" in fault.found


def test_one_id_for_two_things_is_one_fault(folder):
    cells = {"kind": "qualifies", "surely": "clear", "gist": "x", "layer": "article"}
    line = add(folder, "relations", id="k01", from_="k14", to="k03", **cells)

    (fault,) = [f for f in faults(folder) if f.column == "id"]

    assert place(fault) == ("relations.csv", line, "id")
    assert "claims.csv has the same id" in fault.remedy


def test_a_circle_in_via_is_one_fault(folder):
    line = edit(folder, "statements", "p07-4", "via", "s04 s02")

    (fault,) = faults(folder)

    assert place(fault) == ("statements.csv", line, "via")
    assert '"s02" twice on one path' in fault.found


def test_a_relay_that_stands_twice_is_one_fault(folder):
    line = edit(folder, "statements", "p07-4", "via", "s04 s03 s04")

    (fault,) = faults(folder)

    assert (*place(fault), fault.expected) == ("statements.csv", line, "via", "no circle")


@pytest.mark.parametrize(("table", "row_id", "cells", "column", "start"), CIRCLES)
def test_a_circle_is_one_fault_that_shows_the_way_round(folder, table, row_id, cells, column, start):
    for name, value in cells.items():
        edit(folder, table, row_id, name, value)

    (fault,) = faults(folder)

    file, line, where = place(fault)
    assert (file, where, fault.expected) == (f"{table}.csv", column, "no circle")
    assert line > 1
    way = fault.found.split(" → ")
    assert way[0] == way[-1]
    assert start in way


def test_a_long_circle_of_part_of_is_one_fault(folder):
    for one, other in (("k01", "k03"), ("k03", "k05"), ("k05", "k06"), ("k06", "k01")):
        edit(folder, "claims", one, "part_of", other)

    (fault,) = faults(folder)

    assert fault.found == "k01 → k03 → k05 → k06 → k01"


def test_a_circle_of_ten_thousand_sources_is_one_short_fault(folder):
    count = 10_000
    records = rows(folder, "sources")
    own = [[f"z{n}", *records[1][1:5], f"z{(n + 1) % count}", "", *records[1][7:]] for n in range(count)]
    write(folder, "sources", [*records, *own])

    (fault,) = faults(folder)

    assert place(fault) == ("sources.csv", len(records) + 1, "speaks_for")
    assert fault.found.startswith("z0 → z1 → ")
    assert fault.found.endswith(" → … → z0")
    assert len(str(fault)) < 600


def test_a_circle_in_derives_from_is_one_fault_at_the_relation_that_closes_it(folder):
    cells = {"kind": "derives from", "surely": "clear", "gist": "x", "layer": "beyond"}
    line = add(folder, "relations", id="e900", from_="o07-1", to="p05-3", **cells)

    (fault,) = faults(folder)

    assert fault.expected == "no circle of derives from"
    assert place(fault)[0] == "relations.csv"
    assert place(fault)[2] == "to"
    assert {"o07-1", "p05-3"} <= set(fault.found.split(" → "))
    assert rows(folder, "relations")[place(fault)[1] - 1][0] in {"e27", "e900"}
    assert line > 1


def test_a_circle_through_two_columns_is_found_before_it_hangs_anything(folder):
    edit(folder, "sources", "s75", "same_as", "s17")

    (fault,) = faults(folder)

    assert place(fault)[0] == "sources.csv"
    assert {"s17", "s75"} <= set(fault.found.split(" → "))


def test_a_statement_that_completes_a_completing_one_is_refused_or_kept(folder):
    from whosays.analysis.trace import Trace  # noqa: PLC0415 - this one test asks what follows
    from whosays.case.errors import CaseError  # noqa: PLC0415 - see above
    from whosays.case.load import load  # noqa: PLC0415 - see above

    edit(folder, "statements", "p11-3", "completes", "p11-2")
    try:
        case = load(folder)
    except CaseError:
        return

    told = [s.id for m in Trace(case, "article").mentions("k16") for s in m.statements]
    assert sorted(told) == ["p11-1", "p11-2", "p11-3"]


def test_a_long_chain_without_a_circle_is_no_fault_and_no_recursion(folder):
    records = rows(folder, "claims")
    last = ""
    for number in range(3000):
        records.append([f"z{number}", *records[1][1:7], last, "not asked", "article", ""])
        last = f"z{number}"
    write(folder, "claims", records)

    found = faults(folder)

    assert len(found) == 3000
    assert {f.expected for f in found} == {"a claim that some statement makes"}


@pytest.mark.parametrize(
    ("kind", "from_", "to", "column", "expected"),
    [
        ("rebuts", "r03", "p06-1", "to", "a claim"),
        ("undercuts", "r03", "k01", "to", "a statement or relation"),
        ("derives from", "p01-1", "k01", "to", "a statement"),
        ("derives from", "k01", "p01-1", "from", "a statement"),
        ("qualifies", "k14", "k14", "to", "something else"),
    ],
)
def test_a_relation_between_the_wrong_ends_is_one_fault(folder, kind, from_, to, column, expected):
    line = add(folder, "relations", id="e900", kind=kind, from_=from_, to=to, surely="clear", gist="x", layer="article")

    (fault,) = faults(folder)

    assert (*place(fault), fault.expected) == ("relations.csv", line, column, expected)


@pytest.mark.parametrize(
    ("table", "row_id", "column", "value"),
    [
        ("statements", "p05-3", "source", "s19"),
        ("statements", "p05-3", "via", "s22"),
        ("statements", "p05-3", "also", "b13"),
        ("sources", "s09", "same_as", "s19"),
        ("sources", "s09", "ties", "employs:s77"),
        ("figures", "f06", "statement", "o07-1"),
        ("claims", "k05", "part_of", "b09"),
        ("relations", "e03", "from", "o04-1"),
    ],
)
def test_an_article_row_that_names_something_from_beyond_is_one_fault(folder, table, row_id, column, value):
    line = edit(folder, table, row_id, column, value)

    found = [f for f in faults(folder) if "beyond the article" in f.expected]

    (fault,) = found
    assert place(fault) == (f"{table}.csv", line, column)
    assert f'"{value.rpartition(":")[2]}"' == fault.found or value in fault.found
    assert "layer beyond" in fault.remedy


@pytest.mark.parametrize(
    ("table", "row_id", "column"),
    [
        ("statements", "p05-3", "gist"),
        ("claims", "k01", "proposition"),
        ("sources", "s08", "name"),
        ("figures", "f01", "place"),
        ("passages", "p05s1", "gist"),
        ("slips", "x01", "effect"),
        ("wording", "wd01", "effect"),
    ],
)
def test_an_address_in_a_row_of_the_article_is_one_fault(folder, table, row_id, column):
    line = edit(folder, table, row_id, column, "As https://understandingwar.example says.")

    (fault,) = faults(folder)

    assert place(fault) == (f"{table}.csv", line, column)
    assert "https://understandingwar.example" in fault.found


def test_a_phrase_of_the_article_is_not_the_word_of_a_source_from_beyond(folder):
    line = edit(folder, "wording", "wd19", "source", "s22")

    (fault,) = faults(folder)

    assert place(fault) == ("wording.csv", line, "source")
    assert fault.found == '"s22"'


def test_a_statement_stands_in_one_place_only(folder):
    line = edit(folder, "statements", "o01-2", "passage", "h")

    (fault,) = faults(folder)

    assert (*place(fault), fault.found) == ("statements.csv", line, "passage", "a passage and a document")


def test_a_statement_stands_somewhere(folder):
    line = edit(folder, "statements", "o01-2", "document", "")

    (fault,) = faults(folder)

    assert (*place(fault), fault.found) == ("statements.csv", line, "passage", "neither a passage nor a document")


def test_what_a_document_says_is_beyond_the_article(folder):
    line = edit(folder, "statements", "o01-2", "layer", "article")

    assert ("statements.csv", line, "layer") in {place(f) for f in faults(folder)}


def test_a_statement_completes_only_its_own_sentence(folder):
    line = edit(folder, "statements", "p11-3", "completes", "p11-4")

    (fault,) = faults(folder)

    assert (*place(fault), fault.expected) == ("statements.csv", line, "completes", "one from the same place")


def test_a_denial_without_a_target_is_one_fault(folder):
    line = edit(folder, "statements", "p06-2", "stance", "denies")

    (fault,) = faults(folder)

    assert place(fault) == ("statements.csv", line, "stance")
    assert fault.expected == "a relation that says to what"
    assert "relations.csv from p06-2 or k03" in fault.remedy


def test_a_claim_that_nobody_makes_is_one_fault(folder):
    line = add(
        folder, "claims",
        id="k25", role="claim", topic="x", question="x?", subject="x", proposition="x.", kind="event", layer="article",
    )  # fmt: skip

    (fault,) = faults(folder)

    assert place(fault) == ("claims.csv", line, "id")
    assert fault.expected == "a claim that some statement makes"


def test_a_number_without_what_is_counted_is_one_fault(folder):
    line = edit(folder, "figures", "f01", "what", "")

    (fault,) = faults(folder)

    assert place(fault) == ("figures.csv", line, "what")


@pytest.mark.parametrize(
    ("row_id", "column", "value", "where", "found"),
    [
        ("f12", "derived", "", "derived", "neither a statement nor a derivation"),
        ("f12", "statement", "p09-1", "derived", "a statement and a derivation"),
        ("f01", "value", "", "value", '""'),
        ("f02", "value", "24", "value", '"24"'),
    ],
)
def test_a_number_was_printed_or_worked_out_and_says_which(folder, row_id, column, value, where, found):
    line = edit(folder, "figures", row_id, column, value)

    (fault,) = faults(folder)

    assert (*place(fault), fault.found) == ("figures.csv", line, where, found)


def test_a_gap_between_passages_is_one_fault_with_the_word_it_should_begin_at(folder):
    line = edit(folder, "passages", "p12s2", "first_word", "467")

    (fault,) = faults(folder)

    assert (*place(fault), fault.found, fault.expected) == ("passages.csv", line, "first_word", '"467"', "466")
    assert "p12s1 ends with word 465" in fault.remedy


def test_passages_that_are_longer_than_the_article_are_a_fault(folder):
    edit(folder, "passages", "p12s2", "words", "27")

    (fault,) = faults(folder)

    assert (*place(fault), fault.found, fault.expected) == ("article.csv", 2, "words", '"491"', "492")


def test_a_headline_in_a_paragraph_is_one_fault(folder):
    line = edit(folder, "passages", "h", "paragraph", "1")

    (fault,) = faults(folder)

    assert (*place(fault), fault.expected) == ("passages.csv", line, "paragraph", "numbers that fit the role")


def test_a_sentence_without_a_paragraph_is_one_fault(folder):
    line = edit(folder, "passages", "p12s2", "paragraph", "")

    (fault,) = faults(folder)

    assert place(fault) == ("passages.csv", line, "paragraph")


def test_more_quoted_words_than_words_is_one_fault(folder):
    line = edit(folder, "passages", "p03s1", "quoted", "10")

    (fault,) = faults(folder)

    assert (*place(fault), fault.expected) == ("passages.csv", line, "quoted", "at most 9")


def test_two_sentences_with_one_number_are_both_named(folder):
    line = edit(folder, "passages", "p12s2", "sentence", "1")

    assert [place(f) for f in faults(folder)] == [("passages.csv", n, "sentence") for n in (line - 1, line)]


@pytest.mark.parametrize(("row_id", "column", "value"), [("o02", "address", ""), ("o02", "quality", "none")])
def test_a_document_has_an_address_or_says_that_it_has_none(folder, row_id, column, value):
    line = edit(folder, "documents", row_id, column, value)

    (fault,) = faults(folder)

    assert place(fault) == ("documents.csv", line, "address")


def test_a_correction_of_no_table_names_the_near_one(folder):
    line = add(folder, "corrections", id="c1", mended="2026-01-01", table_="claim", row="k01", was="a", now="b")

    (fault,) = faults(folder)

    assert (*place(fault), fault.remedy) == ("corrections.csv", line, "table", 'Did you mean "claims"?')


def test_hypotheses_are_about_one_claim(folder):
    line = edit(folder, "hypotheses", "h03", "claim", "k03")

    (fault,) = faults(folder)

    assert (*place(fault), fault.expected) == ("hypotheses.csv", line, "claim", '"k01" as in the first row')


def test_two_hypotheses_that_say_the_same_are_a_fault_that_names_the_other(folder):
    text = rows(folder, "hypotheses")[1][2]
    line = edit(folder, "hypotheses", "h03", "text", text.upper())

    (fault,) = faults(folder)

    assert place(fault) == ("hypotheses.csv", line, "text")
    assert "h01 says the same" in fault.remedy


@pytest.mark.parametrize(("count", "found"), [(1, "one hypothesis"), (8, "8 hypotheses")])
def test_one_hypothesis_or_more_than_seven_are_a_fault(folder, count, found):
    header = rows(folder, "hypotheses")[0]
    write(folder, "hypotheses", [header, *([f"h{n:02}", "k01", f"Way {n}.", ""] for n in range(1, count + 1))])

    (fault,) = faults(folder)

    assert (*place(fault), fault.found, fault.expected) == ("hypotheses.csv", count + 1, "id", found, "2 to 7")


def test_every_fault_of_the_hypotheses_is_reported_at_once(folder):
    edit(folder, "hypotheses", "h02", "claim", "k99")
    edit(folder, "hypotheses", "h03", "text", rows(folder, "hypotheses")[1][2])

    assert {place(f)[2] for f in faults(folder)} == {"claim", "text"}
    assert len(faults(folder)) == 3


def test_a_judgement_with_an_assessor_a_document_and_a_word_is_sound(folder):
    judged(folder, {}, {"source": "s74"}, {"claim": "k02"}, {"document": "c02", "rating": "", "normalised": ""})

    assert [row.rating_value for row in load(folder).assessments] == ["1"] * 4


@pytest.mark.parametrize(
    ("change", "column", "expected"),
    [
        ({"source": "s99"}, "source", "an id from sources.csv"),
        ({"source": ""}, "source", "a value"),
        ({"claim": "k99"}, "claim", "an id from claims.csv"),
        ({"document": "c99"}, "document", "an id from documents.csv"),
        ({"document": ""}, "document", "an id from documents.csv"),
        ({"rating": "", "rating_value": "", "normalised": ""}, "rating", "a rating in words, or its number"),
        ({"rating": ""}, "normalised", "a blank cell"),
        ({"normalised": "false"}, "normalised", "one of supports, refutes, mixed, other"),
        ({"rating_value": "five"}, "rating_value", "text of the form"),
        ({"best": "5/5"}, "best", "text of the form"),
        ({"published": "2023-13"}, "published", "a date"),
        ({"published": "2022"}, "published", "the date of its document"),
        ({"published": "2024"}, "published", "the date of its document"),
        ({"language": "Russian"}, "language", "text of the form"),
        ({"layer": "article"}, "source", "nothing from beyond the article"),
    ],
)
def test_what_is_wrong_with_a_judgement_is_a_fault_at_its_cell(folder, change, column, expected):
    edit(folder, "documents", "c01", "published", "2023-01-10/2023-02")
    judged(folder, change)

    found = [fault for fault in faults(folder) if fault.column == column]

    assert [place(fault) for fault in found] == [("assessments.csv", 2, column)]
    assert found[0].expected.startswith(expected)


def test_an_assessor_judges_a_claim_once_in_a_document(folder):
    judged(folder, {}, {"rating": "In another word"})

    (fault,) = faults(folder)

    assert place(fault) == ("assessments.csv", 3, "claim")
    assert fault.remedy.startswith("j01 is the judgement of the same assessor")


def test_a_judgement_that_the_article_reports_has_no_document(folder):
    judged(folder, {"layer": "article", "source": "s01", "document": ""})

    assert load(folder).assessments[0].layer == "article"


def test_checking_takes_time_in_proportion_to_the_case():
    """Eight times the statements once took sixty times as long; processor time, which others on the machine spare."""

    def seconds(case):
        start = process_time()
        assert faults_across(case) == []
        return process_time() - start

    small, large = synthetic(1000), synthetic(8000)
    assert min(seconds(large) for _ in range(3)) < 25 * min(seconds(small) for _ in range(3))


def test_thousands_of_ids_that_lead_nowhere_are_named_one_by_one_in_a_few_seconds(folder):
    count = 3_000
    slips = rows(folder, "slips")
    write(folder, "slips", [*slips, *([f"z{n}", f"q{n}s", "It differs.", "It matters.", ""] for n in range(count))])
    start = process_time()

    found = faults(folder)

    assert len(found) == count
    assert process_time() - start < 5

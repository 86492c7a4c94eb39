"""Damaged and hostile reviews: rows of a case or faults with their place, never anything else."""

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from test_claimreview import REVIEW, as_case, written
from whosays.case.cell import CellError, parse
from whosays.case.errors import CaseError
from whosays.case.schema import schema
from whosays.cli import main
from whosays.exchange.claimreview import read_reviews
from whosays.exchange.left import Left

OTHER_KEYS = {"name", "@id", "@graph", "@value", "publisher", "sameAs"}
KEYS = sorted({*REVIEW, *REVIEW["itemReviewed"], *REVIEW["reviewRating"]} | OTHER_KEYS)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**30), 10**30),
    st.floats(),
    st.text(st.characters(), max_size=12),
    st.sampled_from([
        "ClaimReview", "Claim", "Person", "2023-01-08", "https://a.example/1", "https://[", "\0", "\ud800",
        "x" * 25_000, "<p>", "https://a.example/" + "b" * 25_000, "#x", "9" * 20, "1e999",
    ]),
)  # fmt: skip
ANY = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=10,
)
GOOD = {"@type": "ClaimReview", "claimReviewed": "It is so", "author": "Ann", "reviewRating": "False"}


@st.composite
def spoilt(draw):
    """A review in which some fields hold anything at all, at the top or one level down."""
    review = json.loads(json.dumps(REVIEW))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.sampled_from([review, review["itemReviewed"], review["reviewRating"]]))
        place[draw(st.sampled_from(KEYS))] = draw(ANY)
        review = review | {
            key: part for key, part in REVIEW.items() if not isinstance(review.get(key), dict | type(part))
        }
    return review


def rows_or_faults(data, name="reviews.json"):
    """Return the rows of a file, each cell one that its column can hold or a blank one; or its faults."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(data)
        left = Left("a case")
        try:
            rows = read_reviews(file, left)
        except CaseError as error:
            rows, faults = None, error.faults
        else:
            faults = ()
    assert all(str(fault).isprintable() for fault in faults)
    assert all(fault.file and fault.found and fault.expected and fault.remedy for fault in faults)
    assert all(sentence.endswith(".") for sentence in left.sentences())
    for table in (schema()[own] for own in rows or ()):
        for row in rows[table.name]:
            assert row.keys() <= set(table.header)
            for column in table.columns:
                if row.get(column.name):
                    parse(column, row[column.name])
    return rows


@settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))
@given(st.lists(spoilt(), min_size=1, max_size=3))
def test_a_review_with_anything_in_its_fields_is_read_as_far_as_it_goes(reviews):
    rows = rows_or_faults(json.dumps([*reviews, GOOD]).encode())

    assert rows is not None
    again = rows_or_faults(written(as_case(rows))[0].encode())
    assert again is not None
    assert [row["claim"] for row in again["assessments"]] == [row["claim"] for row in rows["assessments"]]
    assert [row["rating"] for row in again["assessments"]] == [row["rating"] for row in rows["assessments"]]


@settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))
@given(ANY, st.sampled_from(["a.json", "a.jsonl", "a.html"]))
def test_any_json_at_all_is_rows_or_faults(value, name):
    rows_or_faults(json.dumps(value).encode(), name)


@settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))
@given(st.data(), st.sampled_from(["a.json", "a.jsonl", "a.html"]))
def test_a_file_with_bytes_changed_is_rows_or_faults(data, name):
    page = f'<html><script type="application/ld+json">{json.dumps(REVIEW)}</script></html>'
    whole = (
        page if name == "a.html" else json.dumps([REVIEW, REVIEW], indent=data.draw(st.sampled_from([None, 1])))
    ).encode()
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(whole)))
        whole = whole[:at] + data.draw(st.binary(max_size=4)) + whole[at + data.draw(st.integers(0, 5)) :]
    rows_or_faults(whole, name)


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=60))
def test_any_bytes_at_all_are_rows_or_faults(data):
    rows_or_faults(data)


HOSTILE = {
    "depth in a field": '{"@type": "ClaimReview", "author": ' + "[" * 900 + "]" * 900 + "}",
    "depth of objects": '{"a":' * 900 + "1" + "}" * 900,
    "depth beyond all": '{"a":' * 200_000,
    "a number of a million digits": '{"@type": "ClaimReview", "reviewRating": ' + "9" * 1_000_000 + "}",
    "a million scripts that never end": "<script type=application/ld+json>" * 100_000,
    "tags that never end": json.dumps(GOOD | {"claimReviewed": "<a" * 300_000}),
    "comments that never end": json.dumps(GOOD | {"claimReviewed": "<!--" * 200_000 + "x"}),
    "entities in entities": json.dumps(GOOD | {"claimReviewed": "&" + "amp;" * 300_000 + "lt;b>"}),
    "an id that names itself": json.dumps({"@graph": [GOOD | {"author": {"@id": "#a"}},
                                                      {"@id": "#a", "name": {"@id": "#a"}}]}),
    "a type that is no text": json.dumps([GOOD | {"@type": {"@id": 5}}, GOOD | {"@type": [None, [], "ClaimReview"]}]),
    "NUL everywhere": json.dumps(GOOD | {"author": "\0", "claimReviewed": "\0\0"}),
}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_was_made_to_break_it_is_rows_or_faults_at_once(text):
    rows_or_faults(text.encode(), "a.json")


def test_a_huge_claim_is_cut_to_a_cell_and_still_read_back():
    rows = rows_or_faults(json.dumps(GOOD | {"claimReviewed": "word " * 100_000}).encode())

    assert len(rows["claims"][0]["proposition"]) <= 20_000
    with pytest.raises(CellError):
        parse(schema()["claims"].columns[5], "word " * 100_000)
    assert rows_or_faults(written(as_case(rows))[0].encode())["claims"] == rows["claims"]


@pytest.mark.parametrize("name", ["nothing.json", "."])
def test_a_source_that_is_not_there_or_holds_nothing_is_told_in_a_sentence(tmp_path, capsys, name):
    assert main(["import", str(tmp_path / name), str(tmp_path / "new"), "--from", "claimreview"]) in {1, 2}

    assert "Traceback" not in (said := capsys.readouterr().err)
    assert said
    assert not (tmp_path / "new").exists()

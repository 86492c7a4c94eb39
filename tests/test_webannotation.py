"""Web Annotations out: what stands at each position of the reader's copy is what was annotated."""

import json
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from conftest import copy_of
from mangle import spoilt
from oddity import odd_case
from test_fuzz import grids
from whosays.case.anchor import find, read_copy
from whosays.case.errors import CaseError
from whosays.case.load import load, shipped_cases
from whosays.case.model import LAYERS
from whosays.case.table import case_of
from whosays.cli import FAULTS, FINE, main
from whosays.exchange.export import export_pieces
from whosays.exchange.format import Wish
from whosays.exchange.left import Left
from whosays.show.standing import standings

MANY = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
IRI = {"type": "string", "pattern": '^(urn:uuid:|https?://)[^\\s<>"]+$'}
BODY = {
    "type": "object",
    "required": ["type", "value", "purpose"],
    "properties": {
        "type": {"const": "TextualBody"},
        "value": {"type": "string", "minLength": 1},
        "format": {"const": "text/plain"},
        "language": {"type": "string"},
        "purpose": {"enum": ["describing", "assessing", "tagging"]},
    },
    "additionalProperties": False,
}
QUOTE = {
    "type": "object",
    "required": ["type", "exact"],
    "properties": {
        "type": {"const": "TextQuoteSelector"},
        "exact": {"type": "string", "minLength": 1},
        "prefix": {"type": "string"},
        "suffix": {"type": "string"},
    },
    "additionalProperties": False,
}
POSITION = {
    "type": "object",
    "required": ["type", "start", "end"],
    "properties": {
        "type": {"const": "TextPositionSelector"},
        "start": {"type": "integer", "minimum": 0},
        "end": {"type": "integer", "minimum": 1},
    },
    "additionalProperties": False,
}
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "body", "target"],
    "properties": {
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": {"const": "describing"},
        "body": {"type": "array", "minItems": 1, "items": BODY},
        "target": {
            "type": "object",
            "required": ["type", "source", "selector"],
            "properties": {
                "type": {"const": "SpecificResource"},
                "source": IRI,
                "selector": {"type": "array", "prefixItems": [QUOTE, POSITION], "minItems": 2, "maxItems": 2},
            },
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
COLLECTION = Draft202012Validator({  # what sections 3.1 to 3.2, 4.2 and 5 of the model say must be there
    "type": "object",
    "required": ["@context", "id", "type", "label", "total", "first"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "label": {"type": "array", "items": {"type": "string"}},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "type": "object",
            "required": ["id", "type", "startIndex", "items"],
            "properties": {
                "id": IRI,
                "type": {"const": "AnnotationPage"},
                "startIndex": {"const": 0},
                "items": {"type": "array", "items": ANNOTATION},
            },
            "additionalProperties": False,
        },
    },
})  # fmt: skip


def noted(case, copy="", layer="beyond"):
    """Return the collection that is written, and what was left out."""
    left = Left("?")
    return json.loads("".join(export_pieces(case, "webannotation", left, Wish(layer, copy)))), left.sentences()


def items(collection):
    return collection["first"]["items"]


def values(annotation, purpose):
    return [body["value"] for body in annotation["body"] if body["purpose"] == purpose]


def assert_it_fits(collection, case, copy):
    """Every annotation stands where the passage was found, and quotes what stands there."""
    COLLECTION.validate(collection)
    places = {place.passage: place for place in find(case.passages, copy) if place.how != "not found"}
    assert collection["total"] == len(items(collection)) == len(places)
    assert len({one["id"] for one in items(collection)}) == len(places)
    for annotation, place in zip(items(collection), places.values(), strict=True):
        quote, position = annotation["target"]["selector"]
        start, end = position["start"], position["end"]
        assert (start, end) == (place.start, place.end)
        assert quote["exact"] == copy[start:end]
        assert copy[:start].endswith(quote["prefix"])
        assert copy[end:].startswith(quote["suffix"])
        assert annotation["target"]["source"] == case.article.address
        assert {place.passage, f"found {place.how}"} <= set(values(annotation, "tagging"))


@pytest.mark.parametrize("name", shipped_cases())
def test_every_passage_of_a_copy_is_annotated_where_it_stands(name):
    case, copy = load(name), copy_of(name)
    collection, _ = noted(case, copy)

    assert_it_fits(collection, case, copy)
    assert collection["total"] == len(case.passages)


def test_a_case_that_carries_its_text_needs_no_copy():
    case = load("practice-pond-2025")
    collection, left = noted(case)

    assert_it_fits(collection, case, case.text)
    assert not any("passage" in line for line in left)


def test_what_is_noted_is_gist_claims_standing_and_sources():
    case = load("practice-pond-2025")
    headline = items(noted(case)[0])[0]
    said = [s for s in case.statements if s.passage == case.passages[0].id]
    told = "\n".join(values(headline, "describing"))

    assert values(headline, "describing")[0] == case.passages[0].gist
    assert all(s.gist in told and case.claim_by_id[s.claim].proposition in told for s in said)
    assert all(case.source_by_id[s.source].name in values(headline, "tagging") for s in said if s.source)
    claims = dict.fromkeys(claim for s in said for claim in s.claims)
    assert values(headline, "assessing") == [f"{c} {standings(case, 'beyond')[c]['reason']}" for c in claims]


def test_the_standing_is_that_of_the_layer():
    case = load("practice-pond-2025")
    inside = values(items(noted(case, layer="article")[0])[0], "assessing")

    assert inside[0] == f"k01 {standings(case, 'article')['k01']['reason']}"
    assert inside != values(items(noted(case)[0])[0], "assessing")


def test_a_relay_is_named_behind_the_one_who_speaks():
    case = load("practice-pond-2025")
    relayed = next(s for s in case.statements if s.passage and s.source and s.via)
    names = [case.source_by_id[name].name for name in (relayed.source, *relayed.via)]
    told = [value for one in items(noted(case)[0]) for value in values(one, "describing")]

    assert any(value.startswith(f"{relayed.id}: {', by way of '.join(names)} ") for value in told)


def test_positions_count_code_points():
    case = load("practice-pond-2025")
    copy = "\U0001f438\U0001f438 A toad sent us this.\r\n\r\n" + case.text.replace("\n", "\r\n")
    collection, _ = noted(case, copy)

    assert_it_fits(collection, case, copy)
    assert items(collection)[0]["target"]["selector"][1]["start"] == copy.index(case.printed["h"].split()[0], 20)


def test_a_passage_that_is_not_in_the_copy_is_counted_and_not_annotated():
    case = load("practice-pond-2025")
    collection, left = noted(case, case.text.replace(case.printed["h"], ""))

    assert "h" not in values(items(collection)[0], "tagging")
    assert left[0] == "1 passage was left out: not found in this copy."


def test_another_article_gets_no_annotation():
    case = load("practice-pond-2025")
    collection, left = noted(case, "The ferry to Aldersund stays in harbour. " * 40)

    COLLECTION.validate(collection)
    assert collection["total"] == 0
    assert left[0] == f"{len(case.passages)} passages were left out: not found in this copy."


@MANY
@given(st.randoms(use_true_random=False))
def test_a_damaged_copy_is_annotated_where_it_holds_or_refused_with_faults_that_teach(tmp_path_factory, chance):
    case = load("practice-pond-2025")
    file = tmp_path_factory.mktemp("copy") / "copy.txt"
    file.write_bytes(spoilt(chance, {"copy.txt": case.text})["copy.txt"])
    copy, faults = "", ()
    try:
        copy = read_copy(file)
    except CaseError as error:
        faults = error.faults
    assert bool(copy) != bool(faults)
    assert all(fault.remedy for fault in faults)
    if copy:
        assert_it_fits(noted(case, copy)[0], case, copy)


@MANY
@given(st.integers(0, 10**6), st.text("\t\n \u00a0\u00ad\u200b\u2028\ufeff\U0001f438e\u0301", min_size=1, max_size=6))
def test_words_put_anywhere_move_the_positions_and_break_none(seed, odd):
    case, chance = load("practice-pond-2025"), Random(seed)
    words = case.text.split(" ")
    for _ in range(12):
        words.insert(chance.randrange(len(words)), odd)
    copy = " ".join(words)

    assert_it_fits(noted(case, copy)[0], case, copy)


@MANY
@given(st.integers(0, 10**9))
def test_odd_cases_are_noted_on_any_copy(seed):
    case, faults = case_of("odd", "odd", grids(odd_case(Random(seed))))
    if not faults:
        for layer in LAYERS:
            collection, _ = noted(case, "Any copy, \u2028 of any words.", layer)
            assert_it_fits(collection, case, "Any copy, \u2028 of any words.")


def test_without_a_copy_the_command_says_what_to_do(capsys):
    assert main(["export", "kramatorsk-2023", "--to", "webannotation"]) == FAULTS
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "found no copy of the article" in printed.err
    assert "--copy ARTICLE.txt" in printed.err


def test_a_refused_export_leaves_no_file(tmp_path):
    assert main(["export", "kramatorsk-2023", "--to", "webannotation", "-o", str(tmp_path / "n.json")]) == FAULTS
    assert list(tmp_path.iterdir()) == []


def test_the_command_reads_the_copy_and_writes_the_file(tmp_path, capsys):
    case, copy, file = load("practice-pond-2025"), tmp_path / "copy.txt", tmp_path / "notes.jsonld"
    copy.write_bytes(b"\xef\xbb\xbf" + case.text.encode())

    assert main(["export", "practice-pond-2025", "--to", "webannotation", "--copy", str(copy), "-o", str(file)]) == FINE
    assert_it_fits(json.loads(file.read_text(encoding="utf-8")), case, case.text)
    assert "have no place in Web Annotations" in capsys.readouterr().err

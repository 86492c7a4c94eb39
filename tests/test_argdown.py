"""Argdown out: what its own parser finds in the file is what the case says, and hostile words stay words."""

from dataclasses import replace
from functools import cache
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from node import reading
from oddity import odd_case
from test_fuzz import grids
from whosays.case.load import load, shipped_cases
from whosays.case.model import LAYERS, Case
from whosays.case.table import case_of
from whosays.cli import FINE, main
from whosays.exchange.argdown import escaped
from whosays.exchange.export import export_pieces
from whosays.exchange.format import Wish
from whosays.exchange.left import Left

MANY = settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))
MARKS = "[]<>{}()#@*_-+=/\\.:;,!|`~^$%&'\" \t\n\r\u2028\u00a0\ufeffaB1\u0436\U0001f438"
WORDS = st.one_of(st.text(MARKS, max_size=40), st.text(max_size=40)).filter(lambda text: text.split())
SIGNS = (
    "[k01]: a statement", "<t01>: an argument", "see @[k01] and @<t01>", "#tag #(two words)", "{a: 1}", "}", "{",
    "**bold** __bold__ *it* _it_", "// comment", "/* comment */", "<!-- comment -->", "a // comment",
    "===\nx: 1\n===", "- attack", "+ support", "_> undercut", "<_ undercut", "-> a", "+> a", ">< a", "(1) premise",
    "1. item", "* item", "# heading", "---- inference", "a\n\n[k02]: another", "a\r\nb", ":smile: .~. ->", ".a#b.c",
    ":a\\:b", "\\", "\\\\", "a \\ b", "[link](https://example.org)", "\u2028", "\ufeff\u00a0", "a \ufeff",
    "x\u2028- y", "a  {  b", "\u202eright to left",
)  # fmt: skip
KINDS = {"supports": "support", "rebuts": "attack", "undercuts": "undercut"}


@pytest.fixture(scope="module")
def read():
    """What the parser of Argdown finds in a text."""
    with reading() as answer:
        yield answer


def text_of(case, layer="beyond"):
    """Return the Argdown of a case, and what had no place in it."""
    left = Left("?")
    return "".join(export_pieces(case, "argdown", left, Wish(layer))), left.sentences()


@cache
def pond():
    """Return the practice case."""
    return load("practice-pond-2025")


def small(proposition="It is so.", topic="A", gist="Says so.", **cells):
    """Return a case of one claim that one source makes once, in the words given."""
    claim, statement = pond().claims[0], pond().statements[0]
    return replace(
        Case("small", "small", replace(pond().article, title=topic)),
        passages=pond().passages,
        sources=tuple(replace(source, **{"name": "A", **cells}) for source in pond().sources),
        claims=(replace(claim, proposition=proposition, topic=topic, part_of=""),),
        statements=(replace(statement, gist=gist, claim=claim.id, also=(), completes=()),),
    )


def plain(text):
    """Return words as a map shows them: white space of every kind is one space."""
    return " ".join(text.replace("\ufeff", " ").split())


def arrows(case, layer):
    """Return every arrow that a map of the case must have."""
    held = [row for row in case.relations if layer in {"beyond", row.layer}]
    links = {row.id for row in held} & {end for row in held for end in (row.from_, row.to)}
    found = {(s.id, "support", claim) for s in case.statements if layer in {"beyond", s.layer} for claim in s.claims}
    for row in held:
        start = row.from_
        if row.id in links:
            found.add((row.from_, "support", row.id))
            start = row.id
        if row.kind in KINDS:
            found.add((start, KINDS[row.kind], row.to))
    return found


def assert_it_says_what_the_case_says(read, case, layer):
    found = read(text_of(case, layer)[0])
    held = [row for row in case.relations if layer in {"beyond", row.layer}]
    ends = {end for row in held for end in (row.from_, row.to)}

    assert found["errors"] == []
    assert {name: [plain(text) for text in one["texts"]] for name, one in found["statements"].items()} == {
        claim.id: [plain(claim.proposition) or claim.id] for claim in case.claims if layer in {"beyond", claim.layer}
    }
    assert {name: [plain(text) for text in one["texts"]] for name, one in found["arguments"].items()} == {
        row.id: [plain(row.gist) or row.id]
        for row in (*case.statements, *(link for link in held if link.id in ends))
        if layer in {"beyond", row.layer}
    }
    assert {tuple(one) for one in found["relations"]} == arrows(case, layer)
    return found


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("name", shipped_cases())
def test_the_parser_of_argdown_finds_the_claims_statements_and_links_of_every_case(read, name, layer):
    found = assert_it_says_what_the_case_says(read, load(name), layer)

    assert found["front"]["title"] == load(name).article.title
    assert all(one["tags"] for one in found["statements"].values())


def test_who_says_it_stands_with_each_argument(read, case):
    found = read(text_of(case)[0])["arguments"]
    for statement in case.statements:
        data = found[statement.id]["data"]
        source = case.source_by_id.get(statement.source)
        assert data.get("proponent") == (source.name if source else None)
        assert data["basis"] == statement.basis
        assert data.get("via", []) == list(statement.via)


def test_every_link_stands_in_the_data_of_what_speaks_with_what_it_meets(read, case):
    found = read(text_of(case)[0])
    told = {
        link["id"]: (link["kind"], link["to"], link["gist"], link.get("number", ""))
        for kind in ("statements", "arguments")
        for one in found[kind].values()
        for link in one["data"].get("speaks to", ())
    }
    assert told == {row.id: (row.kind, row.to, row.gist, row.number) for row in case.relations}


def test_the_sources_stand_in_the_front_matter_by_id(read, case):
    front = read(text_of(case)[0])["front"]["whosays"]
    assert {name: one["name"] for name, one in front["sources"].items()} == {s.id: s.name for s in case.sources}
    assert {name: one.get("address") for name, one in front["documents"].items()} == {
        d.id: d.address or None for d in case.documents
    }


def test_the_article_alone_names_nothing_from_beyond_it(case):
    text = text_of(case, "article")[0]
    assert "documents:" not in text
    assert not [row.id for row in case.claims if row.layer == "beyond" and f"[{row.id}]" in text]


def test_what_has_no_place_is_counted(case):
    left = text_of(case)[1]
    held = sum(row.kind == "qualifies" for row in case.relations)
    assert any(line.startswith(f"{held} arrows for “qualifies” were left out: ") for line in left)
    assert f"{len(case.figures)} rows of figures have no place in Argdown and were left out." in left
    assert not any("rows of claims" in line or "rows of sources" in line for line in left)


@MANY
@given(WORDS, WORDS, WORDS, WORDS)
def test_hostile_words_stay_words(read, proposition, gist, title, name):
    case = small(proposition, title, gist, name=name)
    found = assert_it_says_what_the_case_says(read, case, "beyond")

    assert found["front"]["title"] == title
    assert {one["name"] for one in found["front"]["whosays"]["sources"].values()} == {name}
    assert plain(found["sections"][0]["title"]) == (plain(title) or case.id)


@MANY
@given(st.integers(0, 10**9))
def test_odd_cases_are_read_as_they_are(read, seed):
    case, faults = case_of("odd", "odd", grids(odd_case(Random(seed))))
    if not faults:
        for layer in LAYERS:
            assert_it_says_what_the_case_says(read, case, layer)


@pytest.mark.parametrize("text", SIGNS)
def test_a_sign_of_argdown_in_a_proposition_is_a_letter(read, text):
    assert_it_says_what_the_case_says(read, small(text, text, text), "beyond")


def test_a_long_cell_is_read_whole(read):
    words = "{word}, [x] " * 1600
    found = assert_it_says_what_the_case_says(read, small(words, gist=words, note="", label=words), "beyond")

    assert {one["label"] for one in found["front"]["whosays"]["sources"].values()} == {words}


def test_words_without_signs_are_not_touched():
    assert escaped("More than 600 were killed, says Tass; 3.5 km away: nobody.") == (
        "More than 600 were killed, says Tass; 3.5 km away: nobody."
    )


def test_the_command_writes_the_file_and_says_what_was_left_out(tmp_path, capsys):
    file = tmp_path / "pond.argdown"

    assert main(["export", "practice-pond-2025", "--to", "argdown", "-o", str(file)]) == FINE
    assert file.read_text(encoding="utf-8") == text_of(load("practice-pond-2025"))[0]
    assert "rows of figures have no place in Argdown" in capsys.readouterr().err

"""A case as an AIF graph and back: what AIF can hold comes back, and what it cannot is said in words."""

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oddity import odd_case
from synthetic import synthetic
from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework
from whosays.case.load import cases_folder, load, shipped_cases
from whosays.case.model import LAYERS
from whosays.case.save import cells_of, save
from whosays.case.schema import schema
from whosays.case.table import Grid, case_of
from whosays.cli import FAULTS, FINE, USAGE, main
from whosays.exchange.aif.back import read_aif, rows_of
from whosays.exchange.aif.graph import Graph, graph_pieces, read_graph
from whosays.exchange.aif.out import graph_of
from whosays.exchange.export import export_case
from whosays.exchange.format import Wish
from whosays.exchange.left import Left

CASES = {name: load(cases_folder() / name) for name in shipped_cases()}


def cells(rows):
    return {
        name: [[row.get(c, "") for c in table.header] for row in rows.get(name, ())] for name, table in schema().items()
    }


def case_from(rows, name="made"):
    """Return the case that rows of all tables make, and its faults."""
    grids = {
        table: Grid(f"{table}.csv", tuple(schema()[table].header), tuple(enumerate(map(tuple, given), 2)))
        for table, given in cells(rows).items()
    }
    return case_of(name, "", grids)


def without_languages(case):
    return replace(case, translations={}, text="")


def plain(graph):
    """Return what other programs keep of a graph: its nodes, edges and locutions."""
    return Graph(graph.nodes, graph.edges, graph.locutions)


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("case", [*CASES.values(), synthetic(300, 2)], ids=lambda case: case.id)
def test_a_case_comes_back_whole_with_every_standing(case, layer, tmp_path):
    file = tmp_path / "case.json"
    export_case(case, "aif", file, Wish(layer))
    left = Left("a case")
    rows = read_aif(file, left)
    found, faults = case_from(rows, case.id)

    unstated = "a claim that some statement makes"  # a made case states some claims of the article beyond it only
    assert [f for f in faults if layer == "beyond" or f.expected != unstated] == []
    assert left.sentences() == ()
    if layer == "beyond":
        assert cells_of(found) == cells_of(without_languages(case))
    one, other = (Framework(Trace(given, layer)).standings() for given in (case, found))
    assert one == other


def odd(seed):
    """Return an odd case, and its faults."""
    made = odd_case(Random(seed))
    grids = {n: Grid(f"{n}.csv", schema()[n].header, tuple(enumerate(map(tuple, rows), 2))) for n, rows in made.items()}
    return case_of("odd", "odd", grids)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10**9))
def test_an_odd_case_comes_back_too_and_its_graph_has_no_loose_end(seed):
    case, faults = odd(seed)
    if faults:
        return
    for layer in LAYERS:
        graph = graph_of(case, Wish(layer), Left("aif"))
        there = {node["nodeID"] for node in graph.nodes}
        assert len(there) == len(graph.nodes)
        assert {end for edge in graph.edges for end in (edge["fromID"], edge["toID"])} <= there
        if layer == "beyond":
            assert cells(rows_of(graph, Left("a case"))) == cells_of(without_languages(case))


def test_many_odd_cases_are_sound_or_the_test_above_shows_nothing():
    assert sum(not odd(seed)[1] for seed in range(100)) > 20


def test_what_undercuts_a_relation_that_is_no_node_is_none_either():
    case = CASES["practice-pond-2025"]
    base = next(r for r in case.relations if r.kind == "qualifies")
    more = [replace(base, id=f"z{n}", kind="undercuts", to=to) for n, to in enumerate([base.id, "z0", "z1"])]
    left = Left("AIF")
    graph = graph_of(replace(case, relations=(*case.relations, *more)), Wish(), left)
    there = {node["nodeID"] for node in graph.nodes}

    assert not there & {"z0", "z1", "z2"}
    assert {end for edge in graph.edges for end in (edge["fromID"], edge["toID"])} <= there
    assert "3 relations of another relation were left out" in " ".join(left.sentences())


@pytest.mark.parametrize("case", [*CASES.values(), synthetic(200, 5)], ids=lambda case: case.id)
def test_the_graph_alone_keeps_claims_statements_sources_and_the_relations_that_it_can_hold(case):
    graph = graph_of(case, Wish(), Left("aif"))
    graph.rest.pop("whosays")
    rows = rows_of(graph, Left("a case"))

    def told(table, *columns):
        return [tuple(row.get(column, "") for column in columns) for row in rows[table]]

    assert told("claims", "id", "proposition") == [(c.id, c.proposition) for c in case.claims]
    assert told("statements", "id", "claim", "also", "source", "via", "gist") == [
        (s.id, s.claim, " ".join(s.also), s.source, " ".join(s.via), s.gist) for s in case.statements
    ]
    assert told("relations", "id", "kind", "from", "to") == [
        (r.id, r.kind, r.from_, r.to) for r in case.relations if r.kind in {"supports", "rebuts", "undercuts"}
    ]
    named = {name for s in case.statements for name in (s.source, *s.via) if name}
    assert dict(told("sources", "id", "name")) == {s.id: s.name for s in case.sources if s.id in named}


def filled(rows):
    """Return rows in which a person has filled what the graph does not tell, in the first way that comes to mind."""
    passage = {"id": "p01", "role": "headline", "first_word": "1", "words": "5", "quoted": "0", "gist": "All of it."}
    article = {"id": "a1", "outlet": "Daily", "published": "2023", "address": "https://example.org/1", "language": "en"}
    rows = {name: [dict(row) for row in found] for name, found in rows.items()} | {
        "passages": [passage],
        "article": [article | {"title": "What happened?", "content_note": "Nothing."}],
    }
    for name in ("sources", "claims", "statements", "relations"):
        for row in rows[name]:
            for column in schema()[name].columns:
                if column.required and not row.get(column.name):
                    row[column.name] = column.values[0] if column.values else "Is it?"
            if name == "statements":
                row["passage"] = "p01"
    return rows


@pytest.mark.parametrize("case", [*CASES.values(), synthetic(200, 7)], ids=lambda case: case.id)
def test_a_graph_that_becomes_a_case_becomes_the_same_nodes_and_edges_again(case):
    graph = plain(graph_of(case, Wish(), Left("aif")))
    found, _ = case_from(filled(rows_of(graph, Left("a case"))))
    again = graph_of(found, Wish(), Left("aif"))

    def timeless(nodes):
        return [{key: value for key, value in node.items() if key != "timestamp"} for node in nodes]

    assert timeless(again.nodes) == timeless(graph.nodes)
    assert again.edges == graph.edges
    assert timeless(again.locutions) == timeless(graph.locutions)


def test_a_draft_that_a_person_has_filled_loads(tmp_path):
    graph = plain(graph_of(CASES["practice-pond-2025"], Wish(), Left("aif")))
    made, faults = case_from(filled(rows_of(graph, Left("a case"))), "pond")

    assert faults == []
    assert load(save(made, tmp_path / "pond")).claims == made.claims


DIALOGUE = """{"nodes": [
{"nodeID": "101", "text": "Ada : the pond was drained", "type": "L", "timestamp": "2016-11-09 10:16:43"},
{"nodeID": "102", "text": "Asserting", "type": "YA", "scheme": "Asserting", "schemeID": "74"},
{"nodeID": "103", "text": "the pond was drained", "type": "I"},
{"nodeID": "104", "text": "Ben: it was not", "type": "L"},
{"nodeID": "105", "text": "Asserting", "type": "YA"},
{"nodeID": "106", "text": "the pond was not drained", "type": "I"},
{"nodeID": "107", "text": "Default Conflict", "type": "CA"},
{"nodeID": "108", "text": "Default Transition", "type": "TA"},
{"nodeID": "109", "text": "Disagreeing", "type": "YA"},
{"nodeID": "110", "text": "Ada : was it?", "type": "L"},
{"nodeID": "111", "text": "Pure Questioning", "type": "YA"},
{"nodeID": "112", "text": "Cem : Ada says that it was", "type": "L"},
{"nodeID": "113", "text": "Asserting", "type": "YA"},
{"nodeID": "114", "text": "from expert opinion", "type": "RA"},
{"nodeID": "115", "text": "a diver looked", "type": "I"},
{"nodeID": "116", "text": "Default Rephrase", "type": "MA"},
{"nodeID": "117", "text": "the diver is paid", "type": "I"},
{"nodeID": "118", "text": "Default Conflict", "type": "CA"}
], "edges": [
{"edgeID": 1, "fromID": 101, "toID": 102}, {"edgeID": 2, "fromID": 102, "toID": 103},
{"edgeID": 3, "fromID": 104, "toID": 105}, {"edgeID": 4, "fromID": 105, "toID": 106},
{"edgeID": 5, "fromID": 106, "toID": 107}, {"edgeID": 6, "fromID": 107, "toID": 103},
{"edgeID": 7, "fromID": 101, "toID": 108}, {"edgeID": 8, "fromID": 108, "toID": 104},
{"edgeID": 9, "fromID": 108, "toID": 109}, {"edgeID": 10, "fromID": 109, "toID": 107},
{"edgeID": 11, "fromID": 110, "toID": 111}, {"edgeID": 12, "fromID": 111, "toID": 103},
{"edgeID": 13, "fromID": 112, "toID": 113}, {"edgeID": 14, "fromID": 113, "toID": 101},
{"edgeID": 15, "fromID": 115, "toID": 114}, {"edgeID": 16, "fromID": 114, "toID": 103},
{"edgeID": 17, "fromID": 103, "toID": 116}, {"edgeID": 18, "fromID": 116, "toID": 106},
{"edgeID": 19, "fromID": 117, "toID": 118}, {"edgeID": 20, "fromID": 118, "toID": 114}
], "locutions": [{"nodeID": "104", "personID": "3007", "timestamp": "2016-11-09 10:16:44"}]}"""


def test_a_dialogue_as_aifdb_gives_it_out_becomes_claims_statements_and_relations(tmp_path):
    (tmp_path / "map.json").write_text(DIALOGUE, encoding="utf-8")
    left = Left("a case")
    rows = read_aif(tmp_path / "map.json", left)

    assert [(row["id"], row["role"], row["proposition"]) for row in rows["claims"]] == [
        ("k103", "claim", "the pond was drained"),
        ("k106", "answer", "the pond was not drained"),
        ("k115", "answer", "a diver looked"),
        ("k117", "answer", "the diver is paid"),
    ]
    assert rows["statements"] == [
        {"id": "t101", "stance": "asserts", "claim": "k103", "also": "", "source": "ada", "via": "cem",
         "gist": "the pond was drained"},
        {"id": "t104", "stance": "asserts", "claim": "k106", "also": "", "source": "s3007", "via": "",
         "gist": "it was not"},
    ]  # fmt: skip
    assert rows["relations"] == [
        {"id": "e107", "kind": "rebuts", "from": "k106", "to": "k103"},
        {"id": "e114", "gist": "from expert opinion", "kind": "supports", "from": "k115", "to": "k103"},
        {"id": "e118", "kind": "undercuts", "from": "k117", "to": "e114"},
    ]
    assert [(row["id"], row["name"]) for row in rows["sources"]] == [("ada", "Ada"), ("cem", "Cem"), ("s3007", "Ben")]
    assert left.sentences() == (
        "1 node of type YA (Disagreeing) has no place in a case and was left out.",
        "1 node of type YA (Pure Questioning) has no place in a case and was left out.",
        "1 node of type TA has no place in a case and was left out.",
        "1 node of type L has no place in a case and was left out.",
        "1 node of type MA has no place in a case and was left out.",
    )


def drawn(text, **texts):
    types = {"l": "L", "c": "CA", "r": "RA", "y": "YA", "m": "MA", "t": "TA"}
    paths = [path.split(">") for path in text.split()]
    names = dict.fromkeys(name for path in paths for name in path)
    nodes = [{"nodeID": n, "type": types.get(n[0], "I"), "text": texts.get(n, "" if n[0] == "y" else n)} for n in names]
    steps = [pair for path in paths for pair in pairwise(path)]
    return Graph(nodes, [{"edgeID": str(n), "fromID": a, "toID": b} for n, (a, b) in enumerate(steps)])


@pytest.mark.parametrize(
    ("drawing", "relations", "left"),
    [
        ("a>c1>b", "c1 rebuts a b", ""),
        ("a>c1>b d>c2>c1", "c1 rebuts a b, c2 undercuts d c1", ""),
        ("a>c1>b d>c2>c1 e>c3>c2", "c1 rebuts a b, c2 undercuts d c1, c3 undercuts e c2", ""),
        ("l1>y1>a d>c1>y1", "c1 undercuts d l1", ""),
        ("l1>y1>a d>c1>l1", "c1 undercuts d l1", ""),
        ("l1>y1>a a>c1>b l1>y2>c1", "c1 rebuts l1 b", ""),
        ("l1>y1>e a>c1>b l1>y2>c1", "c1 rebuts a b", ""),
        ("a>c1>b d>c1", "c1 rebuts a b, c1-2 rebuts d b", "1 joint of several ends was left out: a relation leads"),
        ("a>c1>a", "", "1 node of type CA was left out: nothing in a case speaks to itself."),
        ("a>c1>a d>c2>c1", "", "1 node of type CA was left out: nothing leads to it"),
        ("a>c1>a c1>b", "c1 rebuts a b", "1 relation was left out: nothing in a case speaks to itself."),
        ("a>c1>m1>b", "", "1 node of type CA was left out: nothing leads to it"),
        ("a>c1>m1>b d>c2>c1", "", "2 nodes of type CA were left out: nothing leads to it"),
        ("c1>b", "", "1 node of type CA was left out: nothing leads to it"),
    ],
)
def test_what_becomes_a_relation(drawing, relations, left):
    gone = Left("a case")
    rows = rows_of(drawn(drawing), gone)["relations"]

    assert ", ".join(f"{row['id']} {row['kind']} {row['from']} {row['to']}" for row in rows) == relations
    assert left in " ".join(gone.sentences())


@pytest.mark.parametrize(
    ("text", "source", "gist"),
    [
        ("Ada : it rained", "ada", "it rained"),
        ("Ada: it: rained", "ada", "it: rained"),
        ("it rained", "", "it rained"),
        ("nobody named : it rained", "", "it rained"),
        (": it rained", "", ": it rained"),
        ("it rained:", "", "it rained:"),
        (f"{'so it was ' * 13}: it rained", "", f"{'so it was ' * 13}: it rained"),
        ("Ада : дощ", "s", "дощ"),
    ],
)
def test_who_spoke_is_the_name_before_the_colon(text, source, gist):
    (row,) = rows_of(drawn("l1>y1>a", l1=text), Left("a case"))["statements"]

    assert (row["source"].rstrip("-0123456789"), row["gist"]) == (source, gist)


def test_two_persons_of_one_name_before_the_colon_are_one_source():
    rows = rows_of(drawn("l1>y1>a l2>y2>b", l1="Ada : it rained", l2="ADA : it snowed"), Left("a case"))

    assert [row["source"] for row in rows["statements"]] == ["ada", "ada"]
    assert rows["sources"] == [{"id": "ada", "name": "Ada"}]


def test_two_persons_whom_the_list_of_locutions_tells_apart_stay_two_though_they_share_a_name():
    graph = drawn("l1>y1>a l2>y2>b l3>y3>d", l1="Ada : it rained", l2="Ada : it snowed", l3="Ada : it hailed")
    graph.locutions = [{"nodeID": "l1", "personID": "1"}, {"nodeID": "l2", "personID": "2"}]
    rows = rows_of(graph, Left("a case"))

    assert [row["source"] for row in rows["statements"]] == ["s1", "s2", "s1"]


def test_what_was_changed_in_the_graph_is_changed_in_the_case_and_what_was_taken_out_is_gone():
    case = CASES["kramatorsk-2023"]
    graph = graph_of(case, Wish(), Left("aif"))
    gone = next(r.id for r in case.relations if r.kind == "rebuts" and not any(o.to == r.id for o in case.relations))
    graph.nodes = [node for node in graph.nodes if node["nodeID"] not in {gone, f"{gone}/ya"}]
    there = {node["nodeID"] for node in graph.nodes}
    graph.edges = [edge for edge in graph.edges if {edge["fromID"], edge["toID"]} <= there]
    graph.nodes[0]["text"] = "Something else is so."
    graph.nodes.append({"nodeID": "new", "type": "I", "text": "A new thing is so."})

    rows = rows_of(graph, Left("a case"))
    assert rows["claims"][0]["proposition"] == "Something else is so."
    assert rows["claims"][0]["subject"] == case.claims[0].subject
    assert rows["claims"][-1] == {"id": "new", "role": "claim", "proposition": "A new thing is so."}
    assert {r.id for r in case.relations} - {row["id"] for row in rows["relations"]} == {gone}


def test_what_stands_beside_the_graph_and_is_no_row_is_counted_and_left_out():
    graph = drawn("a>c1>b")
    rows = [{"id": "a", "shoe": "1"}, {"id": 1}, {"topic": "x"}, []]
    graph.rest["whosays"] = [{"table": "claims", "row": row} for row in rows]
    graph.rest["whosays"] += [7, {"table": "boats", "row": {"id": "a"}}, {"table": [], "row": {"id": "a"}}]
    left = Left("a case")

    assert len(rows_of(graph, left)["claims"]) == 2
    assert left.sentences() == ('7 entries under the key "whosays" were left out: that is no row of a case.',)
    graph.rest["whosays"] = {"claims": 1}
    assert len(rows_of(graph, Left("a case"))["claims"]) == 2


def test_one_node_between_everything_becomes_no_million_of_relations():
    many = " ".join(f"a{n}>c1" for n in range(400)) + " " + " ".join(f"c1>b{n}" for n in range(400))
    left = Left("a case")

    assert rows_of(drawn(many), left)["relations"] == []
    assert left.sentences() == ("1 node of type CA was left out: it would be more than 100 relations.",)


def test_a_chain_of_relays_without_end_is_cut_off():
    chain = " ".join(f"l{n + 1}>y{n + 1}>l{n}" for n in range(500))
    texts = {f"l{n}": f"Speaker{n} : x" for n in range(501)}
    left = Left("a case")
    (row,) = rows_of(drawn(f"l0>y0>a {chain}", **texts), left)["statements"]

    assert len(row["via"].split()) == 50
    assert left.sentences() == ("1 end of a long chain of relays has no place in a case and was left out.",)


def test_relays_in_a_circle_end():
    rows = rows_of(drawn("l1>y1>a l2>y2>l1 l1>y3>l2", l1="Ada : x", l2="Ben : Ada says x"), Left("a case"))

    assert [(row["source"], row["via"]) for row in rows["statements"]] == [("ada", "ben")]


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=60)
@given(st.data())
def test_any_graph_becomes_rows_that_a_draft_can_hold(data):
    kinds = data.draw(st.lists(st.sampled_from("abllccrryyymt"), min_size=1, max_size=10))
    names = [f"{kind}{data.draw(st.sampled_from(['', ' ', 'Ä', '-', '_']))}{n}" for n, kind in enumerate(kinds)]
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=20))
    graph = drawn("a")
    types = {"l": "L", "c": "CA", "r": "RA", "y": "YA", "m": "MA", "t": "TA"}
    texts = st.sampled_from(["", "x", "Ada : x", ": :", "nobody named : y", "\u202e", "a\nb : c"])
    graph.nodes = [{"nodeID": n, "type": types.get(n[0], "I"), "text": data.draw(texts)} for n in names]
    graph.edges = [{"edgeID": str(n), "fromID": a, "toID": b} for n, (a, b) in enumerate(pairs)]
    rows = rows_of(graph, Left("a case"))

    ids = [row["id"] for name in ("claims", "statements", "relations") for row in rows[name]]
    assert len(ids) == len(set(ids))
    _, faults = case_from(rows)
    asked = {(fault.column, fault.found) for fault in faults if fault.found != '""'}
    assert not [one for one in asked if one[0] in {"id", "claim", "also", "source", "via", "from"}], asked
    _, faults = case_from(filled(rows))
    assert not [fault for fault in faults if fault.column in {"from", "to", "also", "source", "kind"}]


def test_a_spoilt_export_is_a_draft_or_a_list_of_faults_and_never_more(tmp_path):
    file, random = tmp_path / "map.json", Random(4)
    case = CASES["practice-pond-2025"]
    sound = "".join(graph_pieces(graph_of(case, Wish(), Left("aif")))).encode()
    for number in range(40):
        at = random.randrange(len(sound))
        file.write_bytes(
            sound[:at] + random.choice([b'"', b"", b"x", b"\xff"]) + sound[at + random.choice([0, 1, 40]) :]
        )
        assert main(["import", str(file), "--from", "aif", str(tmp_path / f"case{number}")]) in {FINE, FAULTS}


def test_a_scheme_that_would_rule_the_terminal_is_spelled_out():
    left = Left("a case")
    rows_of(drawn("t1>y1>a", y1="\x1b[31m\u202ered"), left)

    assert left.sentences()[0].isprintable()


def test_the_words_of_a_case_may_be_anything(tmp_path):
    chance = Random(2)
    case = CASES["practice-pond-2025"]
    odd = ["=1+1", "\u202eabc", 'a "b" : c', "x\ny", "\\u00e4 {", "nobody named : x"]
    claims = tuple(replace(c, proposition=chance.choice(odd)) for c in case.claims)
    statements = tuple(replace(s, gist=chance.choice(odd)) for s in case.statements)
    sources = tuple(replace(s, name=chance.choice(odd)) for s in case.sources)
    changed = replace(without_languages(case), claims=claims, statements=statements, sources=sources)
    export_case(changed, "aif", tmp_path / "map.json")
    found, _ = case_from(read_aif(tmp_path / "map.json", Left("a case")), case.id)

    assert (found.claims, found.statements, found.sources) == (claims, statements, sources)


def test_the_commands_take_a_case_out_and_bring_it_back(tmp_path, capsys):
    file, folder = tmp_path / "map.json", tmp_path / "u2-1960"
    assert main(["export", "u2-1960", "--to", "aif", "-o", str(file)]) == FINE
    said = capsys.readouterr()
    assert "u2-1960 as aif." in said.out
    assert "relations (qualifies) were left out: AIF has no node for such" in said.err
    assert main(["import", str(file), "--from", "aif", str(folder)]) == FINE
    assert main(["check", str(folder)]) == FINE
    assert main(["import", str(file), "--from", "aif", str(folder)]) == FAULTS
    assert "a folder with something in it" in capsys.readouterr().err


def test_the_article_layer_holds_nothing_from_beyond_it(capsys):
    assert main(["export", "kramatorsk-2023", "--to", "aif", "--layer", "article"]) == FINE
    text = capsys.readouterr().out
    case = CASES["kramatorsk-2023"]

    assert not [d.id for d in case.documents if d.address and d.address in text]
    assert not [s.id for s in case.statements if s.layer == "beyond" and f'"{s.id}"' in text]


def test_a_map_of_faults_writes_no_folder(tmp_path):
    (tmp_path / "map.json").write_text('{"nodes": [{"nodeID": "a", "type": "X"}], "edges": []}', encoding="utf-8")

    assert main(["import", str(tmp_path / "map.json"), "--from", "aif", str(tmp_path / "case")]) == FAULTS
    assert not (tmp_path / "case").exists()
    assert main(["import", str(tmp_path / "none.json"), "--from", "aif", str(tmp_path / "case")]) == USAGE


def test_a_graph_that_is_read_and_written_is_the_same_file(tmp_path):
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    export_case(CASES["polio-1955"], "aif", one)
    with other.open("w", encoding="utf-8", newline="") as out:
        out.writelines(graph_pieces(read_graph(one)[0]))

    assert one.read_bytes() == other.read_bytes()

"""Where the claims of an AIF graph stand: against the rules read edge by edge, and as the command says it."""

import csv
import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.cli import FAULTS, FINE, USAGE, main
from whosays.exchange.aif.graph import Graph, graph_pieces
from whosays.exchange.aif.skeleton import read_skeleton
from whosays.exchange.aif.weigh import ALIKE, weighed

KINDS = ("I", "I", "L", "RA", "CA", "CA", "YA", "MA")


def graph_of(text):
    """Return a graph from a drawing such as "a>c1>b l>y1>a": the first letter of a name tells the type."""
    types = {"l": "L", "c": "CA", "r": "RA", "y": "YA", "q": "YA", "m": "MA"}
    paths = [path.split(">") for path in text.split()]
    nodes = [
        {"nodeID": name, "text": "Pure Questioning" if name[0] == "q" else name, "type": types.get(name[0], "I")}
        for name in dict.fromkeys(name for path in paths for name in path)
    ]
    steps = [pair for path in paths for pair in pairwise(path)]
    edges = [{"edgeID": str(n), "fromID": start, "toID": end} for n, (start, end) in enumerate(steps)]
    return Graph(nodes, edges)


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    return tmp_path_factory.mktemp("aif") / "map.json"


@pytest.fixture(scope="module")
def weigh(file):
    def weigh(graph):
        file.write_text("".join(graph_pieces(graph)), encoding="utf-8", newline="")
        return weighed(read_skeleton(file))

    return weigh


def word(found, name):
    return found.words.get(found.number[name])


def by_the_rules(graph):
    """The standings from the edges alone: each rule is applied until none changes anything."""
    kind = {node["nodeID"]: node["type"] for node in graph.nodes}
    asks = {node["nodeID"] for node in graph.nodes if node["text"] == "Pure Questioning"}
    edges = {(edge["fromID"], edge["toID"]) for edge in graph.edges}
    premises = {n: [a for a, b in edges if b == n and kind[a] in {"I", "L"}] for n in kind if kind[n] == "CA"}
    valid = {n for n, found in premises.items() if found and any(a == n for a, _ in edges)}
    attackers = {n: [a for a, b in edges if b == n and a in valid] for n in kind}
    said = {
        n: [a for a, b in edges if b == n and kind[a] == "YA" and a not in asks]
        for n in kind
        if kind[n] in {"I", "RA", "CA"}
    }
    speakers = {n: [a for a, b in edges if b == n and kind[a] == "L"] for n in kind if kind[n] == "YA"}
    label = dict.fromkeys(kind, "?")
    for _ in range(2 * len(kind)):
        for n in kind:
            needs = [group for group in (said.get(n), speakers.get(n)) if group]
            needs += [[one] for one in premises[n]] if n in valid else []
            if label[n] != "?":
                continue
            if any(label[a] == "in" for a in attackers[n]) or any(all(label[a] == "out" for a in g) for g in needs):
                label[n] = "out"
            elif all(label[a] == "out" for a in attackers[n]) and all(any(label[a] == "in" for a in g) for g in needs):
                label[n] = "in"
    words = {}
    for n in (n for n in kind if kind[n] == "I"):
        hit = attackers[n] or any(attackers[y] or any(attackers[s] for s in speakers[y]) for y in said[n])
        words[n] = {"in": "holds", "out": "answered", "?": "contested"}[label[n]] if hit else "unchallenged"
    return words


@st.composite
def small(draw):
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=9))
    nodes = [
        {"nodeID": f"n{n}", "type": kind, "text": draw(st.sampled_from(["Asserting", "Asserting", "Pure Questioning"]))}
        for n, kind in enumerate(kinds)
    ]
    ends = st.integers(0, len(kinds) - 1)
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=16))
    edges = [{"edgeID": str(n), "fromID": f"n{a}", "toID": f"n{b}"} for n, (a, b) in enumerate(pairs)]
    return Graph(nodes, edges)


@settings(deadline=None)
@given(small())
def test_the_standings_of_any_small_graph_are_those_of_the_rules(weigh, graph):
    assert weigh(graph).standings() == by_the_rules(graph)


@pytest.mark.parametrize(
    ("drawing", "standings"),
    [
        ("a>r1>b", "unchallenged unchallenged"),
        ("a>c1>b", "unchallenged answered"),
        ("a>c1>b b>c2>a", "contested contested"),
        ("a>c1>a", "contested"),
        ("a>c1>b b>c2>d", "unchallenged answered holds"),
        ("a>c1>b d>c2>c1", "unchallenged holds unchallenged"),
        ("a>c1>b d>c2>c1 e>c3>c2", "unchallenged answered unchallenged unchallenged"),
        ("a>c1>b d>c1", "unchallenged answered unchallenged"),
        ("a>c1>b d>c1 e>c2>d", "unchallenged holds answered unchallenged"),
        ("a>r1>b d>c1>r1", "unchallenged unchallenged unchallenged"),
        ("l1>y1>a d>c1>y1", "answered unchallenged"),
        ("l1>y1>a d>c1>l1", "answered unchallenged"),
        ("l1>y1>a l2>y2>a d>c1>y1", "holds unchallenged"),
        ("l1>y1>a l2>y2>a d>c1>y1 d>c2>y2", "answered unchallenged"),
        ("l1>q1>a d>c1>q1", "unchallenged unchallenged"),
        ("l1>c1>a d>c2>l1", "holds unchallenged"),
        ("c1>a b>c2", "unchallenged unchallenged"),
        ("m1>c1>a", "unchallenged"),
    ],
)
def test_what_attacks_what(weigh, drawing, standings):
    assert " ".join(weigh(graph_of(drawing)).standings().values()) == standings


def test_an_inference_that_is_undercut_is_named_and_moves_no_standing(weigh):
    found = weigh(graph_of("a>r1>b d>c1>r1 e>r2>b e>c2>c1 f>c3>r2"))

    assert [word(found, name) for name in ("r1", "c1", "r2", "b")] == ["holds", "undercut", "undercut", "unchallenged"]


def test_renaming_and_shuffling_the_nodes_changes_no_standing(weigh):
    graph = graph_of("a>c1>b b>c2>d d>c3>e e>c4>d l1>y1>b f>c5>c2")
    names = {node["nodeID"]: f"x{9 - n}" for n, node in enumerate(graph.nodes)}
    nodes = [node | {"nodeID": names[node["nodeID"]]} for node in reversed(graph.nodes)]
    edges = [e | {"fromID": names[e["fromID"]], "toID": names[e["toID"]]} for e in reversed(graph.edges)]

    before, after = weigh(graph).standings(), weigh(Graph(nodes, edges)).standings()
    assert {names[name]: found for name, found in before.items()} == after


MAP = "a>c1>b b>c2>d l1>y1>d e>r1>a f>c3>r1 c9>a"


def test_the_command_counts_and_says_what_the_counts_rest_on(weigh, file, capsys):
    weigh(graph_of(MAP))

    assert main(["weigh", str(file), "--top", "2"]) == FINE
    assert capsys.readouterr().out.splitlines() == [
        "5 claims (I nodes): unchallenged 3, holds 1, answered 1, contested 0.",
        "Undercut: 1 of 1 inferences (RA nodes); what they support has lost that support.",
        "Without a premise or a target, so they attack nothing: 1 conflicts (CA nodes).",
        ALIKE,
        'b\tanswered\t1 attack\t"b"',
        'd\tholds\t1 attack\t"d"',
    ]


def test_the_standing_of_every_node_goes_into_a_table_or_into_json(weigh, file, tmp_path, capsys):
    weigh(graph_of(MAP))
    assert main(["weigh", str(file), "-o", str(tmp_path / "found.csv")]) == FINE
    assert main(["weigh", str(file), "-o", str(tmp_path / "found.JSON")]) == FINE
    assert "found.csv: 6 nodes with their standing." in capsys.readouterr().out

    with (tmp_path / "found.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    told = json.loads((tmp_path / "found.JSON").read_text(encoding="utf-8"))
    assert [{key: str(value) for key, value in row.items()} for row in told["nodes"]] == rows
    assert rows[1] == {"nodeID": "b", "type": "I", "standing": "answered", "attacks": "1", "text": "b"}
    assert told["counts"] == {"unchallenged": 3, "holds": 1, "answered": 1, "contested": 0}
    assert "all attacks count alike" in told["told"][-1]


def test_a_map_under_the_key_of_xaif_is_weighed_as_well(file, tmp_path):
    graph = graph_of(MAP)
    graph.around = {"OVA": {"nodes": [1]}, "dialog": [True]}
    file.write_text("".join(graph_pieces(graph)), encoding="utf-8", newline="")

    assert main(["weigh", str(file), "-o", str(tmp_path / "found.csv")]) == FINE
    assert len((tmp_path / "found.csv").read_text(encoding="utf-8").splitlines()) == 7


@pytest.mark.parametrize("name", ["found.txt", "found", "json"])
def test_another_ending_is_refused_before_anything_is_read(file, name, capsys):
    assert main(["weigh", str(file.parent / "none.json"), "-o", name]) == USAGE
    assert "needs the ending .csv or .json" in capsys.readouterr().err


def test_the_map_itself_is_never_written_over(weigh, file, capsys):
    weigh(graph_of(MAP))
    before = file.read_bytes()

    assert main(["weigh", str(file), "-o", str(file)]) == USAGE
    assert "this is the map itself" in capsys.readouterr().err
    assert file.read_bytes() == before


@pytest.mark.parametrize("top", ["0", "-1", "many", "1.5", "9" * 12])
def test_top_is_a_whole_number(file, top, capsys):
    with pytest.raises(SystemExit) as caught:
        main(["weigh", str(file), "--top", top])
    assert caught.value.code == USAGE
    assert "expected a whole number from 1" in capsys.readouterr().err


def test_a_file_that_is_none_or_not_there_is_said_to_be_so(tmp_path, capsys):
    (tmp_path / "map.json").write_text('{"nodes": [{"nodeID": "a", "type": "X"}], "edges": []}', encoding="utf-8")

    assert main(["weigh", str(tmp_path / "map.json")]) == FAULTS
    assert capsys.readouterr().err.startswith("1 fault in the file:\n")
    assert main(["weigh", str(tmp_path / "none.json")]) == USAGE
    assert main(["weigh", str(tmp_path)]) == USAGE
    assert "directory. Nothing was changed." in capsys.readouterr().err

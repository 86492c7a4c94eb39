"""AIF graphs: what is written is read, whatever keys it has, and what is none is refused with every fault at once."""

import json
import subprocess
import sys
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.case.errors import CaseError
from whosays.exchange.aif import graph as module
from whosays.exchange.aif.graph import Graph, graph_pieces, read_graph
from whosays.exchange.aif.node import TYPES
from whosays.exchange.aif.skeleton import MOST, read_skeleton
from whosays.exchange.aif.weigh import weighed

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
EXTRA = st.dictionaries(
    TEXT.filter(lambda key: key not in {"scheme", "personID", "AIF", "nodes", "edges", "locutions", "text"}),
    st.none() | st.booleans() | TEXT | st.lists(st.integers() | TEXT, max_size=2) | st.just({"a": {"b": [1.5]}}),
    max_size=2,
)


@st.composite
def graphs(draw):
    """Draw a sound graph: nodes of every type, edges between any, keys that nobody knows."""
    names = draw(st.lists(TEXT, min_size=1, max_size=6, unique=True))
    nodes = [
        draw(EXTRA) | {"nodeID": n, "text": draw(TEXT), "type": draw(st.sampled_from([*TYPES])), "timestamp": ""}
        for n in names
    ]
    ends = draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=8))
    edges = [
        draw(EXTRA) | {"edgeID": str(n), "fromID": start, "toID": end, "formEdgeID": None}
        for n, (start, end) in enumerate(ends)
    ]
    locutions = [
        {"nodeID": draw(st.sampled_from(names)), "personID": draw(TEXT)} for _ in range(draw(st.integers(0, 2)))
    ]
    return Graph(nodes, edges, locutions, draw(EXTRA), draw(st.none() | EXTRA))


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    return tmp_path_factory.mktemp("aif") / "map.json"


def read(file, text):
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_graph(file)[0]


def faults(file, text):
    with pytest.raises(CaseError) as caught:
        read(file, text)
    assert str(caught.value).startswith(f"{len(caught.value.faults)} fault")
    assert "in the file:" in str(caught.value)
    for fault in caught.value.faults:
        assert str(fault).isprintable()
        assert fault.remedy.endswith((".", "?"))
    return caught.value.faults


@settings(deadline=None)
@given(graphs())
def test_whatever_is_written_is_read_with_every_key_that_nobody_knows(file, graph):
    assert read(file, "".join(graph_pieces(graph))) == graph


def test_ids_may_be_numbers_and_become_text(file):
    nodes = [{"nodeID": 7, "type": "I", "text": "a"}, {"nodeID": 8, "type": "CA"}]
    edges = [{"edgeID": 1, "fromID": 7, "toID": 8}]
    graph = read(file, json.dumps({"edges": edges, "nodes": nodes, "locutions": [{"nodeID": 7, "personID": 3}]}))

    assert [node["nodeID"] for node in graph.nodes] == ["7", "8"]
    assert graph.edges == [{"edgeID": "1", "fromID": "7", "toID": "8"}]
    assert graph.locutions == [{"nodeID": "7", "personID": "3"}]


def test_the_graph_may_stand_under_the_key_of_xaif(file):
    inner = {"nodes": [{"nodeID": "1", "type": "I"}], "edges": [], "participants": [{"participantID": 3}]}
    graph = read(file, json.dumps({"OVA": {"nodes": []}, "AIF": inner, "text": ""}))

    assert graph.nodes == inner["nodes"]
    assert graph.rest == {"participants": [{"participantID": 3}]}
    assert graph.around == {"OVA": {"nodes": []}, "text": ""}
    assert read(file, "".join(graph_pieces(graph))) == graph


def taught(file, text):
    """Return whether a text is refused; then every fault is safe to print."""
    try:
        read(file, text)
    except CaseError as error:
        return all(str(fault).isprintable() for fault in error.faults) or pytest.fail(repr(error.faults))
    return False


SPOILT = """{"nodes": [
{"nodeID": "1", "type": "I", "text": "a"},
{"nodeID": "2", "type": "IA", "text": "b"},
{"nodeID": "1", "type": "I"},
{"type": "I"},
{"nodeID": 1.5, "type": "I"},
{"nodeID": true, "type": "I"},
{"nodeID": "4", "type": "RA", "text": 5},
"5"
], "edges": [
{"edgeID": "1", "fromID": "1", "toID": "99"},
{"edgeID": "1", "fromID": "1", "toID": "1"},
{"edgeID": "2", "fromID": "1"},
7
], "locutions": [{"nodeID": "77", "personID": "p"}, {"nodeID": "1", "personID": []}]}"""


def test_every_fault_is_told_at_once_with_its_line(file):
    told = [(fault.line, fault.found) for fault in faults(file, SPOILT)]

    assert told == [
        (3, '"IA" as type of node no. 2 ("2")'),
        (4, '"1" as nodeID of node no. 3, which an earlier node has'),
        (5, "no nodeID in node no. 4"),
        (6, '"1.5" as nodeID of node no. 5'),
        (7, '"True" as nodeID of node no. 6'),
        (8, '"5" as text of node no. 7'),
        (9, '"5" as node no. 8'),
        (11, '"99" as toID of edge "1"'),
        (12, '"1" as edgeID of edge no. 2, which an earlier edge has'),
        (13, "no toID in edge no. 3"),
        (14, '"7" as edge no. 4'),
        (15, '"[]" as personID of locution no. 2'),
        (15, '"77" as nodeID of a locution'),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "an empty file"),
        ("  \n", "no object"),
        ("[]", "no object"),
        ("{}", "no nodes"),
        ('{"nodes": [], "edges": {}}', '"edges" that is no list'),
        ('{"nodes": [], "edges": [], "nodes": []}', 'the key "nodes" twice'),
        ('{"nodes": [], "edges": [], "AIF": {"nodes": []}}', "a second list of nodes"),
        ('{"nodes": [], "edges": []} x', "behind the end"),
        (b'{"nodes": [{"nodeID": "\xe9"}]}', "not UTF-8"),
        ("Name,Text\n1,2\n", "no object"),
    ],
)
def test_what_is_no_map_is_said_to_be_none(file, text, found):
    assert found in faults(file, text)[0].found


def test_of_thousands_of_faults_the_first_are_told_and_the_others_counted(file):
    told = faults(file, json.dumps({"nodes": [{"nodeID": "1"}] * 5000, "edges": []}))

    assert len(told) == MOST + 1
    assert told[0].found == f"{5000 - MOST:,} more faults"


ODD = st.sampled_from([None, True, 1.5, 7, "", "I", [], {}, "\0", "\u202e", "9" * 70, [[1]]])


@settings(deadline=None)
@given(graphs(), st.data())
def test_whatever_stands_in_the_place_of_something_it_is_read_or_its_faults_teach(file, graph, data):
    whole = {"nodes": graph.nodes, "edges": graph.edges, "locutions": graph.locutions}
    for _ in range(data.draw(st.integers(1, 3))):
        part = data.draw(st.sampled_from([part for part in whole.values() if part]))
        item = data.draw(st.sampled_from(part))
        if isinstance(item, dict) and item:
            item[data.draw(st.sampled_from(sorted(item)))] = data.draw(ODD)
        else:
            part[0] = data.draw(ODD)
    if not taught(file, json.dumps(whole)):
        weighed(read_skeleton(file))


def test_whatever_byte_is_changed_it_is_read_or_its_faults_teach(file):
    nodes = [{"nodeID": str(n), "type": kind, "text": "é"} for n, kind in enumerate(TYPES)]
    edges = [{"edgeID": str(n), "fromID": str(n), "toID": str((3 * n) % 8)} for n in range(8)]
    sound, random = "".join(graph_pieces(Graph(nodes, edges))).encode(), Random(11)
    refused = 0
    for _ in range(600):
        at, more = (
            random.randrange(len(sound)),
            random.choice([b"", b'"', b"{", b"]", b"\\", b"\xc3", b"9", b",", b"\0"]),
        )
        refused += taught(file, sound[:at] + more + sound[at + random.choice([0, 1, 1, 9, 9**4]) :])
    assert 200 < refused < 600


def large(count):
    """Return a graph of so many nodes: a tenth is what is said, the rest conflicts and inferences between it."""
    random, some = Random(5), count // 10
    nodes = [{"nodeID": f"i{n}", "text": f"Matter {n} is so.", "type": "I", "timestamp": ""} for n in range(some)]
    edges = []
    for n in range(count - some):
        kind = random.choice(["CA", "CA", "RA"])
        nodes.append({"nodeID": f"s{n}", "text": kind, "type": kind, "timestamp": ""})
        to = f"s{random.randrange(count - some)}" if random.random() < 0.2 else f"i{random.randrange(some)}"
        for start, end in ((f"i{random.randrange(some)}", f"s{n}"), (f"s{n}", to)):
            edges.append({"edgeID": str(len(edges)), "fromID": start, "toID": end, "formEdgeID": None})
    return Graph(nodes, edges)


def test_a_hundred_thousand_nodes_go_out_and_come_in_with_equal_nodes_edges_and_standings(tmp_path):
    graph = large(100_000)
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    with one.open("w", encoding="utf-8", newline="") as out:
        out.writelines(graph_pieces(graph))
    back, skeleton = read_graph(one)
    with other.open("w", encoding="utf-8", newline="") as out:
        out.writelines(graph_pieces(back))

    assert (back.nodes, back.edges) == (graph.nodes, graph.edges)
    assert one.read_bytes() == other.read_bytes()
    found = weighed(skeleton)
    assert set(found.words.values()) == {"unchallenged", "holds", "answered", "contested", "undercut"}
    assert found.standings() == weighed(read_skeleton(other)).standings()


@pytest.mark.parametrize("key", ["nodes", "edges", "locutions", "whosays"])
def test_a_list_that_is_longer_than_a_case_can_hold_is_refused_before_it_is_held(file, key, monkeypatch):
    monkeypatch.setattr(module, "MANY", 3)
    items = {
        "nodes": [{"nodeID": str(n), "type": "I"} for n in range(3)],
        "edges": [{"edgeID": str(n), "fromID": "0", "toID": "1"} for n in range(12)],
        "locutions": [{"nodeID": "0"}] * 3,
        "whosays": [1] * 3,
    }
    assert len(read(file, json.dumps(items)).edges) == 12
    last = items[key][-1]
    items[key].append({k: "x" if k in {"nodeID", "edgeID"} else v for k, v in last.items()} if key != "whosays" else 1)
    (fault,) = faults(file, json.dumps(items))
    assert fault.found == f"more than {12 if key == 'edges' else 3} {'rows' if key == 'whosays' else key}"


MEASURED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (400_000_000, 400_000_000))
from whosays.cli import main
code = main(sys.argv[1:])
(peak,) = (line.split()[1] for line in open("/proc/self/status", encoding="ascii") if line.startswith("VmHWM"))
print(peak, code)
"""


@pytest.fixture(scope="module")
def huge(tmp_path_factory):
    """A sound map of 200 MB: 20,000 claims of 10,000 characters each, every second one answered by the one before."""
    file = tmp_path_factory.mktemp("huge") / "huge.json"
    text = "so it is " * 1100
    with file.open("w", encoding="utf-8", newline="") as out:
        out.write('{"nodes": [')
        out.writelines(f'{{"nodeID": "{n}", "type": "I", "text": "{text}"}},\n' for n in range(20_000))
        out.writelines(f'{{"nodeID": "c{n}", "type": "CA", "text": "CA"}},\n' for n in range(0, 20_000, 2))
        out.write('{"nodeID": "end", "type": "I", "text": ""}], "edges": [')
        for n in range(0, 20_000, 2):
            out.write(f'{{"edgeID": "a{n}", "fromID": "{n}", "toID": "c{n}"}},\n')
            out.write(f'{{"edgeID": "b{n}", "fromID": "c{n}", "toID": "{n + 1}"}},\n')
        out.write('{"edgeID": "end", "fromID": "c0", "toID": "1"}]}')
    yield file
    file.unlink()


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited and measured as Linux does")
def test_a_map_of_200_mb_is_weighed_in_fixed_memory_and_refused_as_a_case(huge, tmp_path):
    def run(*words):
        command = [sys.executable, "-c", MEASURED, *words]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        *printed, last = done.stdout.splitlines()
        peak, code = map(int, last.split())
        return peak / 1000, code, printed, done.stderr

    assert huge.stat().st_size > 198_000_000
    peak, code, printed, _ = run("weigh", str(huge), "-o", str(tmp_path / "found.csv"))
    assert (code, printed[0]) == (
        0,
        "20,001 claims (I nodes): unchallenged 10,001, holds 0, answered 10,000, contested 0.",
    )
    assert peak < 150

    peak, code, _, said = run("import", str(huge), "--from", "aif", str(tmp_path / "case"))
    assert code == 1
    assert "MB, expected at most 64 MB to become a case" in said
    assert peak < 100

    with huge.open("r+b") as file:  # and now one text without an end
        file.seek(60)
        file.write(b'"')
        file.seek(62)
        file.truncate()
        file.writelines([b"x" * 1_000_000] * 200)
    peak, code, _, said = run("weigh", str(huge))
    assert code == 1
    assert "expected" in said
    assert peak < 100

"""Do one job with one library, and print how long it took and what came out; run by ``measure.py`` as a process.

    python bench/peers.py JOB LIBRARY SIZE ROUNDS

The graph is made from the size alone, so every library gets the same one. Putting it into the form that a library
wants is timed apart (``build``); the best round counts (``seconds``, of processor time). The answer is told as a
hash, to be compared.
"""

import gc
import hashlib
import json
import sys
import time
from collections.abc import Callable, Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
LAYERS = 6
STARTS = 2_000
CIRCULAR = 0.004  # share of nodes that something they rest on rests on in turn

Edges = dict[int, list[int]]
Job = tuple[Callable[[Edges], Any], Callable[[Any], Any], Callable[[Any], Iterable[object]]]


def attack_graph(attacks: int) -> Edges:
    """Return a random attack graph with two attacks for each argument, so that every label occurs."""
    chance = Random(attacks)
    count = attacks // 2
    edges: Edges = {n: [] for n in range(count)}
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < attacks:
        pairs.add((int(chance.random() * count), int(chance.random() * count)))
    for attacker, attacked in sorted(pairs):
        edges[attacker].append(attacked)
    return edges


def provenance_graph(count: int) -> Edges:
    """Return a graph of so many edges: six layers from claims to roots, each node resting on two of the next."""
    chance = Random(count)
    width = count // (2 * (LAYERS - 1))
    edges: Edges = {n: [] for n in range(width * LAYERS)}
    for node in range(width * (LAYERS - 1)):
        below = width * (node // width + 1)
        edges[node] = [int(chance.random() * width) + below for _ in range(2)]
    for node in range(width * (LAYERS - 3)):
        if chance.random() < CIRCULAR:
            middle = edges[node][0]
            end = edges[middle][1] if chance.random() < 0.5 else middle  # noqa: PLR2004 - circles of two and three
            edges[end][0] = node
    return edges


def _accepted_by_whosays() -> Job:
    from whosays.analysis.weigh import grounded  # noqa: PLC0415 - only the library in question is loaded

    return (
        lambda edges: edges,
        grounded,
        lambda labels: (node for node, label in labels.items() if label == "in"),
    )


def _accepted_by_formal_argumentation() -> Job:
    from argumentation.core.dung import ArgumentationFramework, grounded_extension  # noqa: PLC0415

    def build(edges: Edges) -> Any:  # noqa: ANN401 - the library's own form
        defeats = frozenset((str(one), str(other)) for one, others in edges.items() for other in others)
        return ArgumentationFramework(arguments=frozenset(map(str, edges)), defeats=defeats)

    return build, grounded_extension, lambda found: map(int, found)


def _accepted_by_python_argumentation() -> Job:
    from py_arg.abstract_argumentation_classes.abstract_argumentation_framework import (  # noqa: PLC0415
        AbstractArgumentationFramework,
    )
    from py_arg.abstract_argumentation_classes.argument import Argument  # noqa: PLC0415
    from py_arg.abstract_argumentation_classes.defeat import Defeat  # noqa: PLC0415
    from py_arg.algorithms.semantics.get_grounded_extension import get_grounded_extension  # noqa: PLC0415

    def build(edges: Edges) -> Any:  # noqa: ANN401 - the library's own form
        arguments = {node: Argument(str(node)) for node in edges}
        defeats = [Defeat(arguments[one], arguments[other]) for one, others in edges.items() for other in others]
        return AbstractArgumentationFramework("", list(arguments.values()), defeats)

    return build, get_grounded_extension, lambda found: (int(argument.name) for argument in found)


def _circles_by_whosays() -> Job:
    from whosays.analysis.graph import circles  # noqa: PLC0415

    return lambda edges: edges, circles, lambda found: found


def _circles_by_networkx() -> Job:
    import networkx  # noqa: PLC0415, ICN001

    return networkx.DiGraph, lambda graph: list(networkx.strongly_connected_components(graph)), _knots


def _circles_by_igraph() -> Job:
    import igraph  # noqa: F401, PLC0415 - so that loading it is not counted

    return _igraph, lambda graph: list(graph.connected_components(mode="strong")), _knots


def _circles_by_rustworkx() -> Job:
    import rustworkx  # noqa: PLC0415

    return _rustworkx, rustworkx.strongly_connected_components, _knots


def _knots(components: Iterable[Iterable[int]]) -> Iterable[list[int]]:
    """Return the circles; no node of the graph rests on itself."""
    return sorted(sorted(component) for component in map(list, components) if len(component) > 1)


def _roots_by_whosays() -> Job:
    from whosays.analysis.graph import roots_of  # noqa: PLC0415

    return lambda edges: edges, lambda edges: roots_of(edges, range(STARTS)), lambda found: map(sorted, found.values())


def _roots_by_networkx() -> Job:
    import networkx  # noqa: PLC0415, ICN001

    def ask(graph: Any) -> list[list[int]]:  # noqa: ANN401
        return [[n for n in networkx.descendants(graph, s) if not graph.out_degree(n)] for s in range(STARTS)]

    return networkx.DiGraph, ask, lambda found: map(sorted, found)


def _roots_by_igraph() -> Job:
    import igraph  # noqa: F401, PLC0415 - so that loading it is not counted

    def ask(graph: Any) -> list[list[int]]:  # noqa: ANN401
        out = graph.outdegree()
        return [[n for n in graph.subcomponent(start, mode="out") if not out[n]] for start in range(STARTS)]

    return _igraph, ask, lambda found: map(sorted, found)


def _roots_by_rustworkx() -> Job:
    import rustworkx  # noqa: PLC0415

    def ask(graph: Any) -> list[list[int]]:  # noqa: ANN401
        return [[n for n in rustworkx.descendants(graph, s) if not graph.out_degree(n)] for s in range(STARTS)]

    return _rustworkx, ask, lambda found: map(sorted, found)


def _igraph(edges: Edges) -> Any:  # noqa: ANN401
    import igraph  # noqa: PLC0415

    return igraph.Graph(len(edges), [(one, other) for one, others in edges.items() for other in others], directed=True)


def _rustworkx(edges: Edges) -> Any:  # noqa: ANN401
    import rustworkx  # noqa: PLC0415

    graph = rustworkx.PyDiGraph(multigraph=True)
    graph.add_nodes_from(list(edges))
    graph.add_edges_from_no_data([(one, other) for one, others in edges.items() for other in others])
    return graph


JOBS: dict[str, tuple[Callable[[int], Edges], dict[str, Callable[[], Job]]]] = {
    "accepted": (
        attack_graph,
        {
            "whosays": _accepted_by_whosays,
            "formal-argumentation": _accepted_by_formal_argumentation,
            "python-argumentation": _accepted_by_python_argumentation,
        },
    ),
    "circles": (
        provenance_graph,
        {
            "whosays": _circles_by_whosays,
            "networkx": _circles_by_networkx,
            "igraph": _circles_by_igraph,
            "rustworkx": _circles_by_rustworkx,
        },
    ),
    "roots": (
        provenance_graph,
        {
            "whosays": _roots_by_whosays,
            "networkx": _roots_by_networkx,
            "igraph": _roots_by_igraph,
            "rustworkx": _roots_by_rustworkx,
        },
    ),
}


def _timed(action: Callable[[], Any]) -> tuple[float, Any]:
    gc.collect()
    start = time.process_time()  # other programs may take turns on the same cores
    found = action()
    return time.process_time() - start, found


def main(job: str, library: str, size: int, rounds: int) -> None:
    """Do it, and print one line of JSON."""
    make, libraries = JOBS[job]
    edges = make(size)
    build, ask, read = libraries[library]()
    built, graph = _timed(lambda: build(edges))
    best, found = min((_timed(lambda: ask(graph)) for _ in range(rounds)), key=lambda pair: pair[0])
    told = [str(item) for item in read(found)]
    told = told if job == "roots" else sorted(told)
    answer = hashlib.sha256("\n".join(told).encode()).hexdigest()
    try:
        which = version(library)
    except PackageNotFoundError:
        which = ""  # ours is not installed there, and stands beside its version on the first line
    print(json.dumps({"build": built, "seconds": best, "count": len(told), "answer": answer, "version": which}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))

"""An AIF graph in memory, read from a file and written to one, with every key that it has."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from whosays.case.errors import CaseError, Fault
from whosays.exchange.aif.node import Item
from whosays.exchange.aif.skeleton import PARTS, WRAPPED, Skeleton, read_skeleton

LARGEST = 64_000_000  # bytes of a file that is held whole; a case of 100,000 nodes has some 50 million
MANY = 120_000  # items of a list, but for edges, of which there may be four times as many; each may cost several faults
_JSON = json.JSONEncoder(ensure_ascii=False, allow_nan=False)  # made once: json.dumps makes one for every node
TOO_LARGE = "Cut a part out of it, or let `whosays weigh` label it as it is: that needs no case."


@dataclass(slots=True)
class Graph:
    """An AIF graph.

    Attributes:
        nodes: Its nodes, in the order of the file; the ids are text.
        edges: Its edges.
        locutions: Who said which L node, and when.
        rest: Whatever else stands beside these three.
        around: What stands around the graph, if the file held it under the key AIF; None if it did not.
    """

    nodes: list[Item] = field(default_factory=list[Item])
    edges: list[Item] = field(default_factory=list[Item])
    locutions: list[Item] = field(default_factory=list[Item])
    rest: dict[str, Any] = field(default_factory=dict[str, Any])
    around: dict[str, Any] | None = None


def read_graph(file: Path) -> tuple[Graph, Skeleton]:
    """Return the graph in a file, and its skeleton.

    Args:
        file: A file of AIF in JSON.

    Raises:
        CaseError: The file is no AIF graph, or larger than one that can be held whole.
        OSError: It cannot be read.
    """
    size = file.stat().st_size
    if size > LARGEST:
        found, expected = f"{size / 1e6:,.0f} MB", f"at most {LARGEST // 1_000_000} MB to become a case"
        raise CaseError([Fault(str(file), 0, "", found, expected, TOO_LARGE)], "the file")
    inner, outer, wrapped = dict[str, Any](), dict[str, Any](), set[bool]()

    def keep(key: str, value: Any, inside: bool) -> None:  # noqa: ANN401, FBT001 - any JSON value, as Keep says
        kept = inner if inside else outer
        if key in PARTS:
            wrapped.add(inside)
        if isinstance(kept.get(key), list) or key in PARTS:
            kept.setdefault(key, []).append(value)
            most = MANY * 4 if key == "edges" else MANY
            if len(kept[key]) > most:
                found, expected = f"more than {most:,} {key if key in PARTS else 'rows'}", "fewer, to become a case"
                raise CaseError([Fault(str(file), 0, "", found, expected, TOO_LARGE)], "the file")
        else:
            kept[key] = value

    skeleton = read_skeleton(file, keep)
    own = inner if True in wrapped or inner else outer
    nodes, edges, locutions = (own.pop(part, []) for part in PARTS)
    return Graph(nodes, edges, locutions, own, outer if own is inner else None), skeleton


def graph_pieces(graph: Graph) -> Iterator[str]:
    """Return the text of a graph in pieces: JSON with each node and edge on a line of its own.

    Args:
        graph: The graph.
    """
    if graph.around is not None:
        yield "{"
        for key, value in graph.around.items():
            yield f"{_JSON.encode(key)}: {_JSON.encode(value)},\n"
        yield f"{_JSON.encode(WRAPPED)}: "
    opening = "{"
    for part in PARTS:
        yield f"{opening}{_JSON.encode(part)}: ["
        mark = "\n"
        for item in getattr(graph, part):
            yield f"{mark}{_JSON.encode(item)}"
            mark = ",\n"
        yield "]"
        opening = ",\n"
    for key, value in graph.rest.items():
        yield f",\n{_JSON.encode(key)}: {_JSON.encode(value)}"
    yield "}\n" if graph.around is None else "}}\n"

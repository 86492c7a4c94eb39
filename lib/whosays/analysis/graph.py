"""A graph of what rests on what: its circles, and where its trails end."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import count, repeat
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def circles(edges: Mapping[Node, Iterable[Node]]) -> list[list[Node]]:
    """Return the circles of a graph: its strongly connected components of two nodes or more, and self-loops.

    Method: Tarjan (1972), in time linear in the edges and without recursion.

    Args:
        edges: For every node, those it rests on; a node that rests on nothing may be left out.

    Returns:
        One list a component, its nodes and the components in the order of ``edges``.
    """
    nodes = list(edges)
    number = {node: position for position, node in enumerate(nodes)}
    flat: list[int] = []
    ends = [0]
    for others in edges.values():
        flat.extend(map(number.get, others, repeat(len(nodes))))  # one number for all that rest on nothing
        ends.append(len(flat))
    knots = (
        knot for knot in _knots(flat, ends) if len(knot) > 1 or knot[0] in flat[slice(*ends[knot[0] : knot[0] + 2])]
    )
    return [[nodes[position] for position in knot] for knot in sorted(map(sorted, knots))]


def _knots(flat: list[int], ends: list[int]) -> Iterator[list[int]]:
    """Yield every component of a graph on 0, 1, 2, ..., in which node n rests on ``flat[ends[n] : ends[n + 1]]``.

    One flat list, since half a million small ones would keep the garbage collector busier than the search.
    """
    closed = len(ends)  # above every number given, so that what is closed lowers nothing
    first, low = [0] * closed, [0] * (closed - 1) + [closed]
    met = count(1)
    waiting: list[int] = []

    def enter(node: int) -> tuple[int, Iterator[int]]:
        waiting.append(node)
        first[node] = low[node] = next(met)
        return node, iter(flat[ends[node] : ends[node + 1]])

    for start in range(closed - 1):
        trail = [] if low[start] else [enter(start)]
        while trail:
            node, following = trail[-1]
            lowest = low[node]
            for other in following:
                there = low[other]
                if not there:
                    trail.append(enter(other))
                    break
                if there < lowest:  # noqa: PLR1730 - a call of min() for every edge takes as long as the rest
                    lowest = there
            low[node] = lowest
            if trail[-1][0] == node:
                trail.pop()
                if lowest < first[node]:
                    low[trail[-1][0]] = min(low[trail[-1][0]], lowest)
                else:
                    yield _closed(node, waiting, low, closed)


def _closed(node: int, waiting: list[int], low: list[int], closed: int) -> list[int]:
    knot: list[int] = []
    while not knot or knot[-1] != node:
        knot.append(waiting.pop())
        low[knot[-1]] = closed
    return knot


def roots_of(edges: Mapping[Node, Iterable[Node]], starts: Iterable[Node] | None = None) -> dict[Node, list[Node]]:
    """Return where the trails from some nodes end: the nodes they rest on that rest on nothing.

    Each start costs what it rests on.

    Args:
        edges: For every node, those it rests on; a node that rests on nothing may be left out.
        starts: The nodes in question; all that ``edges`` names as resting, if not given.

    Returns:
        For every start its roots, nearest first; itself, if it rests on nothing; none, if it only runs in circles.
    """
    found: dict[Node, list[Node]] = {}
    for start in edges if starts is None else starts:
        seen, way, roots = {start}, [start], list[Node]()
        for node in way:
            others = edges.get(node)
            leaf = True
            for other in others or ():
                leaf = False
                if other not in seen:
                    seen.add(other)
                    way.append(other)
            if leaf:
                roots.append(node)
        found[start] = roots
    return found

"""Where every claim of an AIF graph stands, whatever its size.

A CA node attacks what it leads to, and rests on the I and L nodes that lead to it, on all of them together. Into an
I node it rebuts. Into a node for a link (RA, CA, MA, TA, PA, YA) or into an L node it undercuts: a CA that is undercut
by one that stands attacks nothing, and neither does one of whose premises any has fallen. What is said on YA nodes
loses its ground when each of them is undercut, or the L node behind it: then nobody's word is left for it. An RA node
supports, and support moves no standing here, as in a case; one that is undercut is counted and named.

No bases are known in such a graph, so all attacks count alike, in the direction in which they are drawn: two that
deny each other need two CA nodes. The labelling and its sources are those of ``whosays.analysis.recursive``: the
grounded one of Dung (1995), with attacks on attacks as in AFRA (Baroni, Cerutti, Giacomin and Guida 2011).
"""

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain
from pathlib import Path
from typing import TextIO

from whosays.analysis.recursive import labelled
from whosays.analysis.weigh import Label
from whosays.case.whole import whole
from whosays.exchange.aif.skeleton import Skeleton, nodes_of

CLAIM_WORDS: dict[Label, str] = {"in": "holds", "out": "answered", "undecided": "contested"}
LINK_WORDS: dict[Label, str] = {"in": "holds", "out": "undercut", "undecided": "contested"}
UNCHALLENGED = "unchallenged"
WORDS = (UNCHALLENGED, "holds", "answered", "contested")
Neighbours = dict[int, list[int]]
COLUMNS = ("nodeID", "type", "standing", "attacks", "text")
ALIKE = (
    "No bases are known in such a map, so all attacks count alike, in the direction in which they are drawn. "
    "Support moves no standing. Unchallenged only means that nothing in the map attacks it."
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """Where the nodes of an AIF graph stand.

    Attributes:
        number: For every id of a node its number, from 0.
        types: The type of each node.
        words: By number, the standing of every I node, and of every other node that is attacked: unchallenged, holds,
            contested, and answered for what is said, undercut for a link.
        attacks: By number, how many CA nodes attack it, or the ground on which it is said; none is left out.
        idle: How many CA nodes have no premise or lead nowhere, and so attack nothing.
    """

    number: dict[str, int]
    types: list[str]
    words: dict[int, str]
    attacks: Counter[int]
    idle: int

    def count(self, kind: str) -> Counter[str]:
        """Return how many nodes of a type there are of each standing; links that nothing attacks are not counted."""
        return Counter(word for number, word in self.words.items() if self.types[number] == kind)

    def standings(self) -> dict[str, str]:
        """Return the standing of every I node by its id, in the order of the file."""
        return {name: self.words[number] for name, number in self.number.items() if self.types[number] == "I"}


def weighed(graph: Skeleton) -> Weighed:
    """Return where the nodes of a graph stand, in time linear in its edges.

    Args:
        graph: Its skeleton.
    """
    into, out = _neighbours(graph)
    attacks, rests, idle = _conflicts(graph, into, out)
    against = Counter(chain.from_iterable(attacks.values()))
    grounds = _rest_on_words(graph, into, against, rests)
    labels = labelled(attacks, rests)
    words: dict[int, str] = {}
    for number, kind in enumerate(graph.types):
        if kind == "I":
            challenged = against[number] or grounds[number]
            words[number] = CLAIM_WORDS[labels.get(number, "in")] if challenged else UNCHALLENGED
        elif against[number]:
            words[number] = LINK_WORDS[labels[number]]
    return Weighed(graph.number, graph.types, words, +(against + grounds), idle)


def _conflicts(
    graph: Skeleton, into: Neighbours, out: Neighbours
) -> tuple[dict[int, list[int]], dict[int, list[list[int]]], int]:
    """Return what each CA node attacks, what it rests on, and how many of them attack nothing."""
    attacks: dict[int, list[int]] = {}
    rests: dict[int, list[list[int]]] = {}
    for number in (n for n, kind in enumerate(graph.types) if kind == "CA"):
        premises = [one for one in into.get(number, ()) if graph.types[one] in {"I", "L"}]
        if premises and number in out:
            attacks[number] = out[number]
            rests[number] = [[one] for one in premises]
    return attacks, rests, graph.types.count("CA") - len(attacks)


def _rest_on_words(
    graph: Skeleton, into: Neighbours, against: Counter[int], rests: dict[int, list[list[int]]]
) -> Counter[int]:
    """Let what is said rest on the words that put it forward, and return how many attacks there are on those words.

    Only where each of them is attacked: one that nothing attacks is ground enough.
    """
    found = Counter[int]()
    for number, links in _said(graph).items():
        speakers = {link: [one for one in into.get(link, ()) if graph.types[one] == "L"] for link in links}
        hit = {link: against[link] + sum(against[one] for one in speakers[link]) for link in links}
        found[number] = sum(hit.values())
        if all(hit.values()):
            rests.setdefault(number, []).append(links)
            rests |= {link: [speakers[link]] for link in links if speakers[link]}
    return found


def _neighbours(graph: Skeleton) -> tuple[Neighbours, Neighbours]:
    """Return what leads to each CA and YA node, and where each CA node leads; what is drawn twice counts once."""
    into: dict[int, list[int]] = defaultdict(list)
    out: dict[int, list[int]] = defaultdict(list)
    for start, end in zip(graph.starts, graph.ends, strict=True):
        if graph.types[start] == "CA":
            out[start].append(end)
        if graph.types[end] in {"CA", "YA"}:
            into[end].append(start)
    for found in (into, out):
        for one, others in found.items():
            if len(others) > 1:
                found[one] = list(dict.fromkeys(others))
    return into, out


def _said(graph: Skeleton) -> dict[int, list[int]]:
    """Return for every I, RA and CA node the YA nodes that put it forward; not those that ask about it."""
    found: dict[int, list[int]] = defaultdict(list)
    for start, end in zip(graph.starts, graph.ends, strict=True):
        if graph.types[start] == "YA" and start not in graph.asking and graph.types[end] in {"I", "RA", "CA"}:
            found[end].append(start)
    return found


def sentences(found: Weighed) -> list[str]:
    """Return in words where the nodes stand, and what that rests on."""
    claims = found.count("I")
    told = [f"{sum(claims.values()):,} claims (I nodes): {', '.join(f'{word} {claims[word]:,}' for word in WORDS)}."]
    for kind, what, loss in (
        ("RA", "inferences", "what they support has lost that support"),
        ("CA", "conflicts", "they attack nothing"),
        ("YA", "links to who said it", "they give no ground to what is said"),
    ):
        if count := found.count(kind)["undercut"]:
            told.append(f"Undercut: {count:,} of {found.types.count(kind):,} {what} ({kind} nodes); {loss}.")
    if found.idle:
        told.append(f"Without a premise or a target, so they attack nothing: {found.idle:,} conflicts (CA nodes).")
    return [*told, ALIKE]


def rows(found: Weighed, file: Path) -> Iterator[dict[str, str | int]]:
    """Yield a row for every node that has a standing, in the order of the file, which is read again for the texts.

    Args:
        found: Where the nodes stand.
        file: The file.
    """
    for node in nodes_of(file):
        number = found.number[str(node["nodeID"])]
        if number in found.words:
            values = (node["nodeID"], node["type"], found.words[number], found.attacks[number], node.get("text") or "")
            yield dict(zip(COLUMNS, values, strict=True))


def most_attacked(found: Weighed, file: Path, count: int) -> list[dict[str, str | int]]:
    """Return the rows of the claims that are attacked most, the first of them first.

    Args:
        found: Where the nodes stand.
        file: The file.
        count: How many at most.
    """
    claims = (number for number in found.attacks if found.types[number] == "I")
    order = {number: place for place, number in enumerate(nlargest(count, claims, key=found.attacks.__getitem__))}
    wanted = [row for row in rows(found, file) if found.number[str(row["nodeID"])] in order] if order else []
    return sorted(wanted, key=lambda row: order[found.number[str(row["nodeID"])]])


def write_weighed(found: Weighed, file: Path, target: Path) -> None:
    """Write a row for every node that has a standing, as CSV or as JSON by the ending of the file, whole or not at all.

    Args:
        found: Where the nodes stand.
        file: The file of the graph.
        target: Where to.

    Raises:
        OSError: It cannot be written; what stood there is untouched.
    """
    with whole(target) as part, part.open("w", encoding="utf-8", newline="") as out:
        if target.suffix.lower() == ".csv":
            table: csv.DictWriter[str] = csv.DictWriter(out, COLUMNS, lineterminator="\n")
            table.writeheader()
            table.writerows(rows(found, file))
        else:
            _write_json(found, file, out)


def _write_json(found: Weighed, file: Path, out: TextIO) -> None:
    claims = found.count("I")
    head = {"file": file.name, "counts": {word: claims[word] for word in WORDS}, "told": sentences(found)}
    out.write(f'{json.dumps(head, ensure_ascii=False)[:-1]}, "nodes": [')
    mark = "\n"
    for row in rows(found, file):
        out.write(f"{mark}{json.dumps(row, ensure_ascii=False)}")
        mark = ",\n"
    out.write("\n]}\n")

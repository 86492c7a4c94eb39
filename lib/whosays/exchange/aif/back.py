"""Read an AIF graph as rows of a case.

An I node is a claim; an L node that puts one forward, by a YA node, is a statement, and its source is who spoke: the
person of the list of locutions, or the name before the colon. An L node that leads by a YA node to another locution is
a relay of it. An RA node supports; a CA node rebuts a claim, and undercuts a statement (an L node, or its YA node) or
another relation. All else has no place in a case, and is counted.

Rows of a case that stand beside the graph fill the columns that it has no node for. What the graph says comes first:
a claim that was taken out of it is gone, and one that was changed in it is changed.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from whosays.case.errors import SHOWN, printable
from whosays.case.schema import schema
from whosays.exchange.aif.graph import Graph, read_graph
from whosays.exchange.aif.ids import Ids
from whosays.exchange.aif.node import ALONE, OWN, SCHEMES, asserts, listed, scheme_of
from whosays.exchange.aif.relations import Relations
from whosays.exchange.aif.speakers import Speakers
from whosays.exchange.format import Rows
from whosays.exchange.left import Left

Cells = dict[str, str]
MOST_RELAYS = 50  # of one statement; no real one passes through so many hands
PREFIXES = {"I": "k", "L": "t", "RA": "e", "CA": "e"}


def read_aif(file: Path, left: Left) -> Rows:
    """Return the rows of a case that an AIF graph holds.

    Args:
        file: A file of AIF in JSON.
        left: Takes what has no place in a case.

    Raises:
        CaseError: The file is no AIF graph, or too large for a case; every fault is in it.
        OSError: It cannot be read.
    """
    graph, _ = read_graph(file)
    return rows_of(graph, left)


def rows_of(graph: Graph, left: Left) -> Rows:
    """Return the rows of a case that a sound AIF graph holds.

    Args:
        graph: The graph.
        left: Takes what has no place in a case.
    """
    return _Back(graph, left).rows()


class _Back:
    """A graph on its way into a case."""

    def __init__(self, graph: Graph, left: Left) -> None:
        self.graph = graph
        self.left = left
        self.alone = set[str]()
        self.beside = self._beside()
        self.node = {node["nodeID"]: node for node in graph.nodes}
        self.into: dict[str, list[str]] = defaultdict(list)
        self.out: dict[str, list[str]] = defaultdict(list)
        for edge in graph.edges:
            self.out[edge["fromID"]].append(edge["toID"])
            self.into[edge["toID"]].append(edge["fromID"])
        self.speakers = Speakers(graph, self.beside.get("sources", {}))
        self.said: dict[str, list[str]] = {}  # by L node, the I nodes that it puts forward
        self._pairs = set[tuple[str, str]]()
        self.relayed: dict[str, str] = {}  # by L node, the L node that passes it on
        self.links: dict[str, str] = {}  # by YA node, the L node whose words it links
        self.carried: dict[str, str] = {}  # by RA or CA node, the L node that puts it forward

    def rows(self) -> Rows:
        """Return the rows by table."""
        self._links()
        ids = Ids()
        for kinds in (("I",), ("L",), ("RA", "CA")):
            for name, node in self.node.items():
                if node["type"] in kinds and (node["type"] != "L" or name in self.said):
                    ids.give(name, PREFIXES[node["type"]])
        relations = Relations(self.node, self.into, self.out, self.links, self.said)
        related = list(relations.rows(self.carried, ids, self.beside.get("relations", {}), self.left))
        speaking = {row["from"] for row in related}
        rows: dict[str, list[Cells]] = {name: list(rows.values()) for name, rows in self.beside.items()}
        rows["claims"] = [self._claim(name, ids, speaking) for name in self.node if self.node[name]["type"] == "I"]
        rows["statements"] = list(self._statements(ids))
        rows["relations"] = self._with_the_rest(related, rows)
        rows["sources"] = self.speakers.rows()
        rows.setdefault("article", [{"id": "a1"}])
        self._count()
        return rows

    def _links(self) -> None:
        """Follow every YA node from who speaks to what is put forward."""
        for name, node in self.node.items():
            if node["type"] != "YA":
                continue
            scheme = scheme_of(node) or SCHEMES["YA"][0]
            speakers = [one for one in self.into[name] if self.node[one]["type"] == "L"]
            able = asserts(scheme) and speakers
            used = [self._link(name, speakers[0], to) for to in self.out[name]] if able else []
            if not any(used):
                shown = printable(scheme[:SHOWN])
                self.left.out(f"node of type YA ({shown})", f"nodes of type YA ({shown})")
            elif len(speakers) > 1:
                self.left.out("further speaker of a YA node", "further speakers of YA nodes", len(speakers) - 1)

    def _link(self, link: str, speaker: str, to: str) -> bool:
        kind = self.node[to]["type"]
        if kind == "I":
            if (speaker, to) not in self._pairs:
                self._pairs.add((speaker, to))
                self.said.setdefault(speaker, []).append(to)
            self.links[link] = speaker
            return True
        taken = {"L": self.relayed, "RA": self.carried, "CA": self.carried}.get(kind, {to: ""})
        return taken.setdefault(to, speaker) == speaker

    def _claim(self, name: str, ids: Ids, speaking: set[str]) -> Cells:
        own = ids.of[name]
        row = self.beside.get("claims", {}).get(own) or {"id": own, "role": "answer" if own in speaking else "claim"}
        text = self.node[name].get("text") or ""
        return row | ({"proposition": text} if text else {})

    def _statements(self, ids: Ids) -> Iterator[Cells]:
        for name in self.node:
            if name not in self.said:
                continue
            own, (claim, *also) = ids.of[name], (ids.of[one] for one in self.said[name])
            source, gist = self.speakers.spoken(self.node[name])
            row = self.beside.get("statements", {}).get(own) or {"id": own, "stance": "asserts"}
            told = {"claim": claim, "also": " ".join(also), "source": source, "via": " ".join(self._via(name))}
            yield row | told | ({"gist": gist} if gist else {})

    def _via(self, name: str) -> Iterator[str]:
        """Yield the sources that pass a locution on, the first one first."""
        met = {name}
        while (name := self.relayed.get(name, name)) not in met:
            met.add(name)
            if len(met) > MOST_RELAYS + 1:
                self.left.out("end of a long chain of relays", "ends of long chains of relays")
                return
            source, _ = self.speakers.spoken(self.node[name])
            if source:
                yield source
            else:
                self.left.out("relay whom nobody names", "relays whom nobody names")

    def _with_the_rest(self, related: list[Cells], rows: dict[str, list[Cells]]) -> list[Cells]:
        """Return the relations, with those that AIF has no node for, in the order in which they stood."""
        beside = self.beside.get("relations", {})
        there = {row["id"] for row in (*rows["claims"], *rows["statements"], *related)}
        more = {name: row for name, row in beside.items() if name in self.alone and name not in there}
        joining: dict[str, list[str]] = defaultdict(list)
        for name, row in more.items():
            for end in (row.get("from", ""), row.get("to", "")):
                joining[end].append(name)
        gone = [end for end in joining if end not in there and end not in more]
        for end in gone:
            gone += [name for name in joining.get(end, ()) if more.pop(name, None)]
        because = "what it joins is no longer in the graph"
        lost = len(self.alone - there - more.keys())
        self.left.out("relation beside the graph", "relations beside the graph", lost, because=because)
        order = {name: number for number, name in enumerate(beside)}
        return sorted((*related, *more.values()), key=lambda row: order.get(row["id"], len(order)))

    def _count(self) -> None:
        """Count the nodes that no row came of."""
        speaking = {*self.said, *self.relayed.values()}
        for name, node in self.node.items():
            kind = node["type"]
            if kind in {"MA", "TA", "PA"} or (kind == "L" and name not in speaking):
                self.left.out(f"node of type {kind}", f"nodes of type {kind}")

    def _beside(self) -> dict[str, dict[str, Cells]]:
        """Return the rows of a case that stand beside the graph, by table and id."""
        found: dict[str, dict[str, Cells]] = {}
        for entry in listed(self.graph.rest.get(OWN) or (self.graph.around or {}).get(OWN)):
            name, row = entry.get("table"), entry.get("row")
            header = schema()[name].header if isinstance(name, str) and name in schema() else []
            cells = cast("dict[str, Any]", row if isinstance(row, dict) else {})
            if cells.get("id") and all(column in header and isinstance(cell, str) for column, cell in cells.items()):
                found.setdefault(str(name), {}).setdefault(cells["id"], cells)
                if entry.get(ALONE) is True and name == "relations":
                    self.alone.add(cells["id"])
            else:
                because = "that is no row of a case"
                self.left.out(f'entry under the key "{OWN}"', f'entries under the key "{OWN}"', because=because)
        return found

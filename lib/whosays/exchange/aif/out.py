"""Write a case as an AIF graph.

A claim is an I node. A statement is an L node, with a YA node (Asserting) to each claim that its words carry. A relay
is an L node, too, with a YA node to the locution that it passes on, since a locution is a kind of information (AIF+,
Reed, Wells, Devereux and Rowe 2008); a TA node would be the next turn of a dialogue, which a relay is not. What
supports is an RA node, what rebuts or undercuts a CA node, with the id of the relation: from the claim, and if a
statement speaks, with a YA node from its L node (Arguing, Disagreeing). An undercut leads to the RA or CA node, or to
the YA nodes of the statement.

What AIF has no node for stands beside the graph, row by row, under a key of its own, which other programs pass over;
so the case comes back whole. Whatever the graph says itself counts before that.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from whosays.analysis.trace import Trace
from whosays.case.model import Case, Relation, Row, Statement
from whosays.case.save import row_cells
from whosays.case.schema import schema
from whosays.exchange.aif.graph import Graph, graph_pieces
from whosays.exchange.aif.node import ALONE, ARGUING, DISAGREEING, NOBODY, OWN, SCHEMES, Item
from whosays.exchange.format import Wish
from whosays.exchange.left import Left

BESIDE = f'AIF has no node for such; beside the graph, under the key "{OWN}", they stand for this program alone'
SHOWN = {"claims", "statements", "relations", "sources"}  # whose rows are nodes, or are named on them
TYPES = {"supports": "RA", "rebuts": "CA", "undercuts": "CA"}


def write_aif(case: Case, wish: Wish, left: Left) -> Iterator[str]:
    """Return the text of a case as AIF JSON, in pieces.

    Args:
        case: The case.
        wish: How far it is read.
        left: Takes what the graph has no place for.
    """
    return graph_pieces(graph_of(case, wish, left))


def graph_of(case: Case, wish: Wish, left: Left) -> Graph:
    """Return a case as an AIF graph.

    Args:
        case: The case.
        wish: How far it is read.
        left: Takes what the graph has no place for.
    """
    return _Making(case, wish, left).graph()


class _Making:
    """A graph in the making."""

    def __init__(self, case: Case, wish: Wish, left: Left) -> None:
        self.case = case
        self.wish = wish
        self.left = left
        self.trace = Trace(case, wish.layer)
        self.made = Graph()
        self.day = f"{case.article.published.first} 00:00:00"
        self.links: dict[str, list[str]] = {}  # the YA nodes of each statement

    def graph(self) -> Graph:
        """Return the graph, put together."""
        for claim in self.case.claims:
            if self._inside(claim):
                self._node(claim.id, "I", claim.proposition)
        for statement in filter(self.trace.holds, self.case.statements):
            self._state(statement)
        held = self._held()
        for relation in filter(self.trace.holds, self.case.relations):
            if relation.id in held:
                self._relate(relation)
            else:
                what = f"({relation.kind})" if relation.kind not in TYPES else "of another relation"
                self.left.out(f"relation {what}", f"relations {what}", because=BESIDE)
        named = {item["personID"] for item in self.made.locutions}
        self.made.rest["participants"] = [
            {"participantID": source.id, "firstname": source.name, "surname": ""}
            for source in self.case.sources
            if source.id in named
        ]
        self.made.rest[OWN] = list(self._beside(held))
        return self.made

    def _inside(self, row: Row) -> bool:
        return self.wish.layer == "beyond" or getattr(row, "layer", "article") == "article"

    def _node(self, name: str, kind: str, text: str, scheme: str = "", day: str = "") -> None:
        node: Item = {"nodeID": name, "text": text, "type": kind, "timestamp": day or self.day}
        if kind in SCHEMES:
            usual, number = SCHEMES[kind]
            node |= {"text": scheme or usual, "scheme": scheme or usual}
            if not scheme:
                node["schemeID"] = number
        self.made.nodes.append(node)

    def _join(self, *names: str) -> None:
        """Draw the edges of a path."""
        for start, end in pairwise(names):
            number = str(len(self.made.edges) + 1)
            self.made.edges.append({"edgeID": number, "fromID": start, "toID": end, "formEdgeID": None})

    def _speak(self, name: str, source: str, text: str, day: str) -> None:
        who = self.case.source_by_id[source].name if source else NOBODY
        self._node(name, "L", f"{who} : {text}", day=day)
        if source:
            self.made.locutions.append({"nodeID": name, "personID": source, "timestamp": day})

    def _state(self, statement: Statement) -> None:
        day = f"{statement.said_on.first} 00:00:00" if statement.said_on else self.day
        self._speak(statement.id, statement.source, statement.gist, day)
        for number, claim in enumerate(statement.claims):
            link = f"{statement.id}/ya" + (f"/{number}" if number else "")
            self._node(link, "YA", "")
            self._join(statement.id, link, claim)
            self.links.setdefault(statement.id, []).append(link)
        before = statement.id
        for number, relay in enumerate(statement.via, 1):
            name = f"{statement.id}/via/{number}"
            self._speak(name, relay, f"passes on: {statement.gist}", day)
            self._node(f"{name}/ya", "YA", "")
            self._join(name, f"{name}/ya", before)
            before = name

    def _held(self) -> set[str]:
        """Return the ids of the relations that can be nodes: all that they join is one, too."""
        nodes = {node["nodeID"] for node in self.made.nodes}
        waiting: dict[str, list[str]] = defaultdict(list)
        for relation in filter(self.trace.holds, self.case.relations):
            if relation.kind in TYPES and relation.from_ in nodes:
                waiting[relation.to].append(relation.id)
        held = [name for to in (nodes & waiting.keys()) for name in waiting[to]]
        for name in held:
            held += waiting.get(name, ())
        return set(held)

    def _relate(self, relation: Relation) -> None:
        kind = TYPES[relation.kind]
        ends = self.links.get(relation.to, [relation.to])
        self._node(relation.id, kind, "")
        speaker = self.case.statement_by_id.get(relation.from_)
        self._join(speaker.claim if speaker else relation.from_, relation.id)
        for end in ends:
            self._join(relation.id, end)
        if speaker:
            link = f"{relation.id}/ya"
            self._node(link, "YA", "", ARGUING if kind == "RA" else DISAGREEING)
            self._join(speaker.id, link, relation.id)

    def _beside(self, held: set[str]) -> Iterator[Item]:
        """Yield every row of the layer, with a mark on relations that are no nodes, and count what no node shows."""
        others = 0
        for name, table in schema().items():
            if self.wish.layer == "article" and name in {"documents", "corrections"}:
                continue  # the first are known from outside, the second are about both layers
            rows = [row for row in self.case.rows(name) if self._inside(row)]
            for row in rows:
                cells = zip(table.header, row_cells(self.case, table, row), strict=True)
                mark = {ALONE: True} if name == "relations" and row.id not in held else {}
                yield {"table": name, "row": {column: cell for column, cell in cells if cell}, **mark}
            others += 0 if name in SHOWN else len(rows)
        self.left.out(
            "row of another table", "rows of other tables (documents, figures and so on)", others, because=BESIDE
        )
        self.left.languages(self.case)
        self.left.out("text of the article", "texts of the article", int(bool(self.case.text)))

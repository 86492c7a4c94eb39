"""The RA and CA nodes of an AIF graph as relations of a case."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from whosays.exchange.aif.ids import Ids
from whosays.exchange.aif.node import SCHEMES, Item
from whosays.exchange.left import Left

PARTED = "a relation leads from one thing to one, so each became a relation of its own"
NO_ENDS = "nothing leads to it, or it leads to nothing that a case holds"
MOST = 100  # relations that one node may become
TOO_MANY = f"it would be more than {MOST:,} relations"
ITSELF = "nothing in a case speaks to itself"


@dataclass(slots=True)
class Relations:
    """The nodes that join what is said.

    Attributes:
        node: Every node by its id.
        into: The nodes that lead to each node.
        out: The nodes that each node leads to.
        links: By YA node, the L node whose words it links to a claim.
        said: By L node, the I nodes that it puts forward.
        premises: By RA or CA node, the I nodes, or the L nodes that put them forward, from which it leads.
        targets: By RA or CA node, the I, L, RA and CA nodes to which it leads, a YA node taken for its L node.
    """

    node: Mapping[str, Item]
    into: Mapping[str, list[str]]
    out: Mapping[str, list[str]]
    links: Mapping[str, str]
    said: Mapping[str, list[str]]
    premises: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    targets: dict[str, list[str]] = field(default_factory=dict[str, list[str]])

    def rows(
        self, carried: Mapping[str, str], ids: Ids, beside: Mapping[str, dict[str, str]], left: Left
    ) -> Iterator[dict[str, str]]:
        """Yield a row for each relation, in the order of the nodes.

        Args:
            carried: By RA or CA node, the L node that puts it forward.
            ids: The ids that nodes have in the case.
            beside: Rows of relations that stand beside the graph, by id.
            left: Takes what has no place in a case.
        """
        gone = self._find(carried)
        for name, node in self.node.items():
            if name in gone:
                left.out(f"node of type {node['type']}", f"nodes of type {node['type']}", because=gone[name])
            if name not in self.targets:
                continue
            pairs = [(one, to) for one in self.premises[name] for to in self.targets[name]]
            straight = [(one, to) for one, to in pairs if one != to]
            left.out("relation", "relations", len(pairs) - len(straight), because=ITSELF)
            left.out("joint of several ends", "joints of several ends", int(len(straight) > 1), because=PARTED)
            for number, (one, to) in enumerate(straight):
                own = ids.of[name] if number == 0 else ids.free(f"{ids.of[name]}-{number + 1}")
                told = {"kind": self._kind(name, to), "from": ids.of[one], "to": ids.of[to]}
                yield beside.get(own, self._bare(name, own)) | told

    def _find(self, carried: Mapping[str, str]) -> dict[str, str]:
        """Find the ends of every relation, and return why the others are none.

        One whose ends are all gone takes with it what leads to it alone.
        """
        leading: dict[str, list[str]] = defaultdict(list)
        for name, node in self.node.items():
            if node["type"] in {"RA", "CA"}:
                ends = (self.links.get(end, end) for end in self.out[name])
                self.targets[name] = list(dict.fromkeys(end for end in ends if self._holds(end)))
                premises = (self._speaker(one, carried.get(name, "")) for one in self.into[name] if self._speaks(one))
                self.premises[name] = list(dict.fromkeys(premises))
                for end in self.targets[name]:
                    leading[end].append(name)
        gone = {name: reason for name in self.targets if (reason := self._fault(name))}
        waiting = list(gone)
        for name in waiting:
            del self.targets[name]
            for other in leading.get(name, ()):
                if other in self.targets and other not in gone:
                    self.targets[other].remove(name)
                    if reason := self._fault(other):
                        gone[other] = reason
                        waiting.append(other)
        return gone

    def _fault(self, name: str) -> str:
        """Return why a node is no relation; empty if it is one."""
        premises, targets = self.premises[name], self.targets[name]
        if not premises or not targets:
            return NO_ENDS
        if len(premises) * len(targets) > MOST:
            return TOO_MANY
        return ITSELF if premises == targets and len(targets) == 1 else ""

    def _holds(self, end: str) -> bool:
        return end in self.said or self.node[end]["type"] in {"I", "RA", "CA"}

    def _speaks(self, one: str) -> bool:
        return one in self.said or self.node[one]["type"] == "I"

    def _speaker(self, premise: str, carrier: str) -> str:
        """Return the statement that puts a relation forward, if it puts forward its premise in the first place."""
        return carrier if self.said.get(carrier, [""])[0] == premise else premise

    def _kind(self, name: str, to: str) -> str:
        if self.node[name]["type"] == "RA":
            return "supports"
        return "rebuts" if self.node[to]["type"] == "I" else "undercuts"

    def _bare(self, name: str, own: str) -> dict[str, str]:
        """Return a row that only says what its node says; a scheme by its usual name says nothing more."""
        text = str(self.node[name].get("text") or "")
        usual, _ = SCHEMES[self.node[name]["type"]]
        return {"id": own} | ({"gist": text} if text not in {usual, self.node[name]["type"]} else {})

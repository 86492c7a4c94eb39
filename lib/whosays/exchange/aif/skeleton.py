"""The skeleton of an AIF graph: which nodes there are, of which type, and which edges join them; read in one pass.

A file may hold the graph itself, as AIFdb gives it out, or an object with the graph under the key AIF, as the tools of
the Open Argument Mining Framework do (xAIF).
"""

from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from whosays.case.errors import CaseError, Fault, near, quoted
from whosays.exchange.aif.node import TYPES, Item, asserts, scheme_of
from whosays.exchange.stream import BrokenJsonError, JsonStream, decoded

PARTS = {"nodes": "node", "edges": "edge", "locutions": "locution"}
NEEDED = {"nodes": ("nodeID", "type"), "edges": ("edgeID", "fromID", "toID"), "locutions": ("nodeID",)}
IDS = ("nodeID", "edgeID", "fromID", "toID", "personID")
TEXTS = ("text", "timestamp", "scheme")
WRAPPED = "AIF"
ONE = {kind: kind for kind in TYPES}  # one text for each type, not one for each node
MOST = 200  # faults that are told one by one; a file of another kind would have one for every line
REMEDY = "Download the map anew as AIF in JSON, or mend this place."

Keep = Callable[[str, Any, bool], None]  # what to do with an item or value: its key, itself, whether it is in the graph


class Skeleton:
    """The nodes and edges of an AIF graph by number, without their texts.

    Attributes:
        number: For every id of a node its number, from 0.
        types: The type of each node.
        asking: Numbers of the YA nodes that put nothing forward, as questions.
        starts: The number of the node at which each edge starts.
        ends: The number of the node to which each edge leads.
    """

    def __init__(self) -> None:
        """Begin without a node."""
        self.number: dict[str, int] = {}
        self.types: list[str] = []
        self.asking = set[int]()
        self.starts = array("q")
        self.ends = array("q")


def read_skeleton(file: Path, keep: Keep | None = None) -> Skeleton:
    """Return the skeleton of the graph in a file; the file is never held whole.

    Args:
        file: A file of AIF in JSON.
        keep: Gets every sound node, edge and locution, and whatever else the file holds; None forgets them.

    Raises:
        CaseError: The file is no JSON or no AIF graph; every fault is in it, and of thousands the first ones.
        OSError: It cannot be read.
    """
    reading = _Reading(str(file), keep)
    if file.is_file() and file.stat().st_size == 0:
        reading.fault(0, "an empty file", "an argument map in AIF JSON", REMEDY)
        reading.judge()
    with file.open("rb") as opened:
        try:
            reading.run(JsonStream(decoded(opened)))
        except BrokenJsonError as error:
            reading.faults.append(error.fault(str(file)))
        except CaseError as error:
            reading.faults += error.faults
    reading.judge()
    return reading.found


def nodes_of(file: Path) -> Iterator[Item]:
    """Yield every node of a file that was read before, in its order, one at a time.

    Args:
        file: A sound file of AIF in JSON.
    """
    with file.open("rb") as opened:
        try:
            yield from _nodes(JsonStream(decoded(opened)))
        except BrokenJsonError as error:  # it was changed since
            raise CaseError([error.fault(str(file))], "the file") from None


def _nodes(stream: JsonStream) -> Iterator[Item]:
    for key in stream.members():
        opening = stream.peek()
        if key == WRAPPED and opening == "{":
            yield from _nodes(stream)
        elif opening == "[":
            yield from (item for _, item in stream.items() if key == "nodes")
        else:
            stream.value()


class _Reading:
    """One pass over a file."""

    def __init__(self, file: str, keep: Keep | None) -> None:
        self.file = file
        self.keep = keep
        self.found = Skeleton()
        self.faults: list[Fault] = []
        self.more = 0
        self.seen: dict[str, int] = {}  # how many items there were of each part
        self.lines = array("q")  # of the edges
        self.edges: dict[str, None] = {}
        self.spoken: list[tuple[str, int]] = []  # nodes of locutions, and their lines

    def fault(self, line: int, found: str, expected: str, remedy: str = REMEDY) -> None:
        if len(self.faults) < MOST:
            self.faults.append(Fault(self.file, line, "", found, expected, remedy))
        else:
            self.more += 1

    def run(self, stream: JsonStream) -> None:
        if stream.peek() != "{":
            stream.stop("no object", 'an object with the keys "nodes" and "edges"', REMEDY)
        self._object(stream, inside=False)
        stream.end()
        for part in ("nodes", "edges"):
            if part not in self.seen:
                self.fault(0, f"no {part}", f'a list under the key "{part}"')
        self._ends()

    def _object(self, stream: JsonStream, *, inside: bool) -> None:
        for key in stream.members():
            opening = stream.peek()
            if key == WRAPPED and opening == "{" and not inside:
                self._object(stream, inside=True)
            elif key in PARTS and opening != "[":
                self.fault(stream.line, f"{quoted(key)} that is no list: {quoted(str(stream.value()))}", "a list")
                self.seen.setdefault(key, 0)
            elif key in PARTS and key in self.seen:
                stream.stop(f"a second list of {key}", "one graph in a file", "Put each graph into a file.")
            elif opening == "[":
                self._items(stream, key, inside=inside)
            elif self.keep:
                self.keep(key, stream.value(), inside)
            else:
                stream.value()

    def _items(self, stream: JsonStream, key: str, *, inside: bool) -> None:
        self.seen[key] = 0
        if key not in PARTS and self.keep:
            self.keep(key, [], inside)
        for line, item in stream.items():
            self.seen[key] += 1
            if (key not in PARTS or self._item(key, item, line)) and self.keep:
                self.keep(key, item, inside)

    def _item(self, part: str, item: Any, line: int) -> bool:  # noqa: ANN401 - any JSON value
        """Take in a node, edge or locution, and return whether it is sound."""
        what = f"{PARTS[part]} no. {self.seen[part]}"
        if not isinstance(item, dict):
            self.fault(line, f"{quoted(str(item))} as {what}", f"an object with {' and '.join(NEEDED[part])}")
            return False
        before = len(self.faults) + self.more
        self._keys(part, item, what, line)  # type: ignore[arg-type]  # the keys of JSON are text
        if len(self.faults) + self.more > before:
            return False
        if part == "nodes":
            return self._node(item, what, line)  # type: ignore[arg-type]
        if part == "edges":
            return self._edge(item, what, line)  # type: ignore[arg-type]
        self.spoken.append((item["nodeID"], line))  # type: ignore[arg-type]
        return True

    def _keys(self, part: str, item: Item, what: str, line: int) -> None:
        for key in NEEDED[part]:
            if key not in item:
                self.fault(line, f"no {key} in {what}", f"the key {key} in every {PARTS[part]}")
        for key in IDS:
            value = item.get(key)
            if type(value) is int:
                item[key] = str(value)
            elif key in item and not isinstance(value, str):
                self.fault(line, f"{quoted(str(value))} as {key} of {what}", "an id, as text or as a whole number")
        for key in TEXTS:
            if not isinstance(item.get(key, ""), str | None):
                self.fault(line, f"{quoted(str(item[key]))} as {key} of {what}", "text")

    def _node(self, node: Item, what: str, line: int) -> bool:
        name, kind = node["nodeID"], node["type"]
        if not isinstance(kind, str) or kind not in TYPES:
            known, otherwise = f"one of {', '.join(TYPES)}", "Give it one of these, or take it and its edges out."
            remedy = near(str(kind), TYPES, otherwise) if len(self.faults) < MOST else otherwise
            self.fault(line, f"{quoted(str(kind))} as type of {what} ({quoted(name)})", known, remedy)
            kind = "?"
        number = self._number(name)
        if self.found.types[number]:
            self.fault(line, f"{quoted(name)} as nodeID of {what}, which an earlier node has", "an id of its own")
            return False
        self.found.types[number] = ONE.get(kind, kind)
        if kind == "YA" and not asserts(scheme_of(node)):
            self.found.asking.add(number)
        return kind != "?"

    def _number(self, name: str) -> int:
        number = self.found.number.setdefault(name, len(self.found.types))
        if number == len(self.found.types):
            self.found.types.append("")
        return number

    def _edge(self, edge: Item, what: str, line: int) -> bool:
        name = edge["edgeID"]
        if name in self.edges:
            self.fault(line, f"{quoted(name)} as edgeID of {what}, which an earlier edge has", "an id of its own")
            return False
        self.edges[name] = None
        self.found.starts.append(self._number(edge["fromID"]))
        self.found.ends.append(self._number(edge["toID"]))
        self.lines.append(line)
        return True

    def _ends(self) -> None:
        """Name every edge and locution of a node that is not there."""
        types = self.found.types
        if all(types) and all(name in self.found.number for name, _ in self.spoken):
            return
        names = list(self.found.number)
        for edge, line, start, end in zip(self.edges, self.lines, self.found.starts, self.found.ends, strict=True):
            for key, number in (("fromID", start), ("toID", end)):
                if not types[number]:
                    self._missing(names[number], f"{key} of edge {quoted(edge)}", line)
        for name, line in self.spoken:
            if name not in self.found.number or not types[self.found.number[name]]:
                self._missing(name, "nodeID of a locution", line)

    def _missing(self, name: str, where: str, line: int) -> None:
        remedy = "Put the node in, or take this out: a map that was cut from a larger one often keeps such ends."
        self.fault(line, f"{quoted(name)} as {where}", "the id of a node in this file", remedy)

    def judge(self) -> None:
        """Raise what was found."""
        if self.more:
            found, remedy = f"{self.more:,} more faults", "Mend these first; most of them are of one kind."
            self.faults.append(Fault(self.file, 0, "", found, "none", remedy))
        if self.faults:
            raise CaseError(self.faults, "the file")

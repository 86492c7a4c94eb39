"""Who spoke the locutions of an AIF graph: sources of a case."""

from collections.abc import Mapping

from whosays.exchange.aif.graph import Graph
from whosays.exchange.aif.ids import Ids
from whosays.exchange.aif.node import NOBODY, Item, listed

LONGEST = {" : ": 120, ":": 60}  # characters of a name before a colon, as AIFdb sets it and otherwise; else no name


class Speakers:
    """The persons of a graph, by the list of locutions, by the participants of xAIF, or by the name before a colon."""

    def __init__(self, graph: Graph, beside: Mapping[str, dict[str, str]]) -> None:
        """Read who spoke.

        Args:
            graph: The graph.
            beside: Rows of sources that stand beside it, by id.
        """
        self._person = {str(item["nodeID"]): str(item.get("personID") or "") for item in graph.locutions}
        self._names = _participants(graph)
        self._ids = Ids()
        own = {name: self._ids.give(name, "s") for name in beside}
        self._rows = {own[name]: row | {"id": own[name]} for name, row in beside.items()}
        self._by_name = {row.get("name", "").casefold(): name for name, row in reversed(self._rows.items())}

    def spoken(self, node: Item) -> tuple[str, str]:
        """Return the id of who spoke a locution, blank if nobody is named, and what was said, without the name.

        Args:
            node: An L node.
        """
        text = str(node.get("text") or "")
        colon = " : " if " : " in text else ":"
        name, _, rest = (part.strip() for part in text.partition(colon))
        named = bool(name and rest and len(name) <= LONGEST[colon] and "\n" not in name)
        person = self._person.get(str(node["nodeID"]), "")
        if not person and text.startswith(f"{NOBODY} : "):
            return "", text.removeprefix(f"{NOBODY} : ")
        if not person:
            return (self._source(name, name), rest) if named else ("", text)
        full = self._names.get(person) or self._rows.get(person, {}).get("name", "")
        if full and text.startswith(f"{full} : "):  # a name may hold a colon
            return self._source(person, full), text.removeprefix(f"{full} : ")
        return self._source(person, full or (name if named else person)), rest if named else text

    def _source(self, person: str, name: str) -> str:
        if person not in self._ids.of:
            known = self._by_name.get(name.casefold()) if person == name else None  # two persons may have one name
            own = self._ids.of[person] = known or self._ids.give(person, "s")
            self._by_name.setdefault(name.casefold(), own)
            self._rows.setdefault(own, {"id": own, "name": name})
        own = self._ids.of[person]
        if person in self._names:
            self._rows[own]["name"] = self._names[person]
        return own

    def rows(self) -> list[dict[str, str]]:
        """Return a row for each source, those beside the graph first."""
        return list(self._rows.values())


def _participants(graph: Graph) -> dict[str, str]:
    """Return the names of persons by their ids, from the list that xAIF has."""
    found: dict[str, str] = {}
    for item in listed(graph.rest.get("participants")):
        parts = [str(item.get(key) or "") for key in ("firstname", "surname")]
        found[str(item.get("participantID") or "")] = " ".join(filter(None, parts))
    return {person: name for person, name in found.items() if person and name}

"""Write what a case says of an article as W3C Web Annotations on the reader's own copy of it.

Method: Web Annotation Data Model, W3C Recommendation of 23 February 2017, https://www.w3.org/TR/annotation-model/,
sections 4.2.4 (text quote selector), 4.2.5 (text position selector) and 5 (collections). Each passage that is found in
the copy becomes an annotation whose target is the article at its address. Positions count the code points of the copy
as it was read: decoded from UTF-8, without a byte order mark, and with nothing else normalised. A quotation and its
surroundings are cut from the copy at these positions, so the file holds sentences of the article; it is the reader's.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from whosays.analysis.trace import Trace
from whosays.case.anchor import Found, find
from whosays.case.errors import CaseError, Fault
from whosays.case.model import Case, Passage, Statement
from whosays.exchange.format import Wish
from whosays.exchange.left import Left
from whosays.show.standing import standings

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters before and after a quotation, as many as Hypothesis keeps
POSITIONS = "Positions count code points of the reader's copy, decoded from UTF-8; nothing is normalised."
PLACED = ("article", "passages", "sources", "claims", "statements")


def write_annotations(case: Case, wish: Wish, left: Left) -> Iterator[str]:
    """Return a collection of annotations as JSON-LD, in pieces, one annotation a line.

    Args:
        case: A checked case.
        wish: How far it is read, and the reader's copy; a case that carries its own text needs none.
        left: Takes the passages that were not found, and what annotations have no place for.

    Raises:
        CaseError: There is no copy.
    """
    left.goal = "Web Annotations"
    copy = wish.copy or case.text
    if not copy.strip():
        remedy = "Give your own copy with --copy ARTICLE.txt, as plain text in UTF-8; it is read, and not stored."
        expected = "the text to be annotated"
        raise CaseError([Fault(case.folder or case.id, 0, "", "no copy of the article", expected, remedy)])
    return _Notes(case, wish, copy).pieces(left)


class _Notes:
    """A case in one layer, and what can be noted beside each of its passages."""

    def __init__(self, case: Case, wish: Wish, copy: str) -> None:
        self.case, self.copy = case, copy
        self.standings = standings(case, wish.layer)
        self.language = {"language": case.article.language} if case.article.language else {}
        self.said: dict[str, list[Statement]] = defaultdict(list)
        trace = Trace(case, wish.layer)
        for statement in filter(trace.holds, case.statements):
            self.said[statement.passage].append(statement)

    def pieces(self, left: Left) -> Iterator[str]:
        """Yield the collection; what was not found, and what has no place, is counted as it is met."""
        places = find(self.case.passages, self.copy)
        met = [(p, place) for p, place in zip(self.case.passages, places, strict=True) if place.how != "not found"]
        head: dict[str, Any] = {
            "@context": CONTEXT,
            "id": self._id(""),
            "type": "AnnotationCollection",
            "label": [self.case.article.title, POSITIONS],
            "generator": {"type": "Software", "name": "whosays"},
            "total": len(met),
        }
        page = {"id": self._id("page"), "type": "AnnotationPage", "startIndex": 0}
        yield f'{_json(head)[:-1]}, "first": {_json(page)[:-1]}, "items": ['
        for number, (passage, place) in enumerate(met):
            yield f"{',' if number else ''}\n{_json(self.annotation(passage, place))}"
        yield "\n]}}\n"
        left.out("passage", "passages", len(places) - len(met), because="not found in this copy")
        left.out("statement outside the article", "statements outside the article", len(self.said[""]))
        self._count([statement for passage, _ in met for statement in self.said[passage.id]], left)

    def _count(self, noted: list[Statement], left: Left) -> None:
        """Count what is noted beside no passage, given the statements that are."""
        case = self.case
        inside = sum(map(len, self.said.values())) - len(self.said[""])
        left.out("statement", "statements", inside - len(noted), because="not found in this copy")
        claims = {claim for statement in noted for claim in statement.claims}
        why = "nothing that was found in this copy"
        left.out("claim", "claims", len(case.claims) - len(claims), because=f"{why} states it")
        sources = {name for statement in noted for name in (statement.source, *statement.via) if name}
        left.out("source", "sources", len(case.sources) - len(sources), because=f"{why} is from it")
        left.tables(case, PLACED)
        left.languages(case)

    def annotation(self, passage: Passage, place: Found) -> dict[str, Any]:
        """Return the annotation of a passage that was found in the copy."""
        return {
            "id": self._id(passage.id),
            "type": "Annotation",
            "motivation": "describing",
            "body": list(self._bodies(passage, place)),
            "target": {
                "type": "SpecificResource",
                "source": self.case.article.address,
                "selector": [
                    self._quote(place),
                    {"type": "TextPositionSelector", "start": place.start, "end": place.end},
                ],
            },
        }

    def _quote(self, place: Found) -> dict[str, str]:
        return {
            "type": "TextQuoteSelector",
            "exact": self.copy[place.start : place.end],
            "prefix": self.copy[max(0, place.start - AROUND) : place.start],
            "suffix": self.copy[place.end : place.end + AROUND],
        }

    def _bodies(self, passage: Passage, place: Found) -> Iterator[dict[str, str]]:
        """Yield the gist of the passage, of each statement in it, each claim with its standing, and tags."""
        yield self._body("describing", passage.gist)
        claims: dict[str, None] = {}
        sources: dict[str, None] = {}
        for statement in self.said[passage.id]:
            names = [self.case.source_by_id[name].name for name in (statement.source, *statement.via) if name]
            who = ", by way of ".join(names if statement.source else ["Nobody named", *names])
            how = f"{statement.stance} (basis: {statement.basis})"
            yield self._body("describing", f"{statement.id}: {who} {how}: {statement.gist}")
            claims |= dict.fromkeys(statement.claims)
            sources |= dict.fromkeys(names)
        for claim in claims:
            yield self._body("describing", f"{claim}: {self.case.claim_by_id[claim].proposition}")
            yield self._body("assessing", f"{claim} {self.standings[claim]['reason']}")
        for tag in (passage.id, passage.role, f"found {place.how}", *claims, *sources):
            yield {"type": "TextualBody", "purpose": "tagging", "value": tag}

    def _body(self, purpose: str, value: str) -> dict[str, str]:
        return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain", **self.language}

    def _id(self, part: str) -> str:
        """Return the id of a part of the collection: the same for the same passage of the same case."""
        return uuid5(NAMESPACE_URL, f"{self.case.article.address}#whosays/{self.case.id}/{part}").urn


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)

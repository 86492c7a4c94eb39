"""Write the judgements of a case as ClaimReview: one review for each assessor and claim, in the assessor's own words.

Method: https://schema.org/ClaimReview, https://schema.org/Claim, https://schema.org/Rating. Numbers of a scale are
written as text, as they were given; a date that is a span is none of schema.org and is left out.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from whosays.case.model import Assessment, Case, Date, Source, Statement
from whosays.case.schema import schema
from whosays.exchange.docket import usual_place
from whosays.exchange.format import Wish
from whosays.exchange.left import Left

CONTEXT = "https://schema.org"
TYPES = {"person": "Person", "institution": "Organization"}  # by what is named; where nobody is, a name is all there is
_HEAD = f'{{\n "@context": {json.dumps(CONTEXT)},\n "@graph": ['
_PLACED = {  # columns of the rows that are used
    "claims": {"id", "layer", "proposition"},
    "sources": {"id", "layer", "name", "named"},
    "documents": {"address", "id", "layer", "publisher", "title"},
    "statements": {"also", "claim", "document", "id", "layer", "passage", "said_on", "source", "stance"},
    "assessments": {"best", "claim", "document", "id", "language", "layer", "normalised", "published", "rating",
                    "rating_value", "scale", "source", "worst"},
}  # fmt: skip
_USED = frozenset({"article", *_PLACED})
Node = dict[str, object]


def write_reviews(case: Case, wish: Wish, left: Left) -> Iterator[str]:
    """Yield a case as JSON-LD, a review at a time; without judgements, the graph is empty.

    Args:
        case: The case.
        wish: How far the case is read.
        left: Takes what ClaimReview has no place for.
    """
    left.goal = "ClaimReview"
    view = _View(case, wish, left)
    comma = ""
    yield _HEAD
    for row in view.assessments:
        review = json.dumps(view.review(row), ensure_ascii=False, indent=1).replace("\n", "\n  ")
        yield f"{comma}\n  {review}"
        comma = ","
    yield "\n ]\n}\n" if comma else "]\n}\n"
    view.count()


@dataclass(slots=True)
class _View:
    """The parts of a case that reviews are made of."""

    case: Case
    wish: Wish
    left: Left
    assessments: list[Assessment] = field(init=False)
    told: dict[str, list[Statement]] = field(init=False)  # by claim: statements that assert it
    reviews: frozenset[str] = field(init=False)  # documents that are reviews
    used: dict[str, set[str]] = field(init=False)

    def __post_init__(self) -> None:
        layers = {"article", self.wish.layer}
        self.assessments = [row for row in self.case.assessments if row.layer in layers]
        self.reviews = frozenset(row.document for row in self.assessments if row.document)
        self.told = {}
        self.used = {name: set[str]() for name in _PLACED}
        self.used["assessments"] |= {row.id for row in self.assessments}
        self.used["documents"] |= self.reviews
        for row in self.case.statements:
            if row.layer in layers and row.stance == "asserts":
                for claim in row.claims:
                    self.told.setdefault(claim, []).append(row)

    def review(self, row: Assessment) -> Node:
        """Return one review."""
        claim = self.case.claim_by_id[row.claim]
        document = self.case.document_by_id.get(row.document)
        assessor = self.case.source_by_id[row.source]
        self.used["claims"].add(claim.id)
        found: Node = {"@type": "ClaimReview"}
        found |= {"url": document.address} if document and document.address else {}
        found |= {"headline": document.title} if document and document.title else {}
        found |= {"claimReviewed": claim.proposition, "author": self._party(assessor)}
        if document and document.publisher not in {"", assessor.name}:
            found["publisher"] = {"@type": TYPES["institution"], "name": document.publisher}
        found |= self._date(row.published)
        found |= {"inLanguage": row.language} if row.language else {}
        return found | {"reviewRating": _rating(row), "itemReviewed": self._claim(row)}

    def _claim(self, row: Assessment) -> Node:
        """Return the claim as this review has it: who made it and when, and every place where it appears."""
        told = self.told.get(row.claim, [])
        here = [s for s in told if s.document == row.document and row.document]
        dated = sorted((s for s in here or told if s.said_on), key=_day)
        found: Node = {"@type": "Claim"}
        authors = list(dict.fromkeys(s.source for s in here or told if s.source))
        if authors:
            parties = [self._party(self.case.source_by_id[own]) for own in authors]
            found["author"] = parties[0] if len(parties) == 1 else parties
        found |= self._date(dated[0].said_on if dated else None)
        self.used["statements"] |= {s.id for s in told}
        return found | self._places(told, dated[0].said_on if dated else None)

    def _places(self, told: list[Statement], day: Date | None) -> Node:
        places = {
            address: s for s in reversed(told) if s.document not in self.reviews and (address := self._address(s))
        }
        dated = sorted((s for s in told if s.said_on and self._address(s) in places), key=_day)
        first = self._address(dated[0]) if dated else ""
        ordered = dict.fromkeys(a for s in told if (a := self._address(s)) in places)
        others = [self._place(address, places[address]) for address in ordered if address != first]
        found: Node = {"appearance": others} if others else {}
        if first and day and dated[0].said_on and dated[0].said_on.text == day.text:
            found["firstAppearance"] = self._place(first, places[first])
        elif first:
            found["appearance"] = [self._place(first, places[first]), *others]
        return found

    def _address(self, statement: Statement) -> str:
        document = self.case.document_by_id.get(statement.document)
        return document.address if document else "" if statement.document else self.case.article.address

    def _place(self, address: str, statement: Statement) -> Node:
        """Return a page; what it is called and who published it are written where its address does not say so."""
        found: Node = {"@type": "CreativeWork", "url": address}
        document = self.case.document_by_id.get(statement.document)
        usual = usual_place(address)
        if document is None:
            return found | {"publisher": {"@type": TYPES["institution"], "name": self.case.article.outlet}}
        self.used["documents"].add(document.id)
        if document.title != usual.title:
            found["name"] = document.title
        if document.publisher != usual.publisher:
            found["publisher"] = {"@type": TYPES["institution"], "name": document.publisher}
        return found

    def _party(self, source: Source) -> Node:
        self.used["sources"].add(source.id)
        kind: Node = {"@type": TYPES[source.named]} if source.named in TYPES else {}
        return kind | {"name": source.name}

    def _date(self, day: Date | None) -> Node:
        if day and "/" in day.text:
            self.left.out("date", "dates", because="it is a span, which is no date of schema.org")
            return {}
        return {"datePublished": day.text} if day else {}

    def count(self) -> None:
        """Count what has no place in a review, table by table."""
        case, left = self.case, self.left
        why = "no judgement of it is among the rows of assessments.csv, and none is made up"
        left.out("claim", "claims", len(case.claims) - len(self.used["claims"]), because=why)
        beyond = len(case.assessments) - len(self.assessments)
        left.out("assessment", "assessments", beyond, because="it is known only from beyond the article")
        left.out("statement", "statements", len(case.statements) - len(self.used["statements"]))
        left.out("source", "sources", len(case.sources) - len(self.used["sources"]))
        left.out("document", "documents", len(case.documents) - len(self.used["documents"]))
        told = [s for s in case.statements if s.id in self.used["statements"] and s.document not in self.reviews]
        nowhere = sum(not self._address(s) for s in told)
        left.out("appearance", "appearances", nowhere, because="its document has no address")
        left.tables(case, _USED)
        own = sum(bool(row.normalised) for row in self.assessments)
        left.out("reading of a rating", "readings of ratings", own, because="it is the kit's, not the assessor's")
        for name, placed in _PLACED.items():
            rows = [row for row in case.rows(name) if row.id in self.used[name]]
            others = [c.attribute for c in schema()[name].columns if c.name not in placed]
            cells = sum(bool(getattr(row, column)) for row in rows for column in others)
            left.out(f"further cell of {name}", f"further cells of {name}", cells)
        left.languages(case)


def _day(statement: Statement) -> tuple[object, str]:
    return (statement.said_on.first, statement.said_on.text) if statement.said_on else ("", "")


def _rating(row: Assessment) -> Node:
    given: Node = {
        "alternateName": row.rating,
        "name": row.scale if row.rating else "",
        "ratingValue": row.rating_value,
        "bestRating": row.best,
        "worstRating": row.worst,
    }
    return {"@type": "Rating"} | {name: value for name, value in given.items() if value}

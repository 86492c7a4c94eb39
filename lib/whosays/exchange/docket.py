"""From reviews to the rows of a case: one claim however many judged it, one source however often it is named."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from whosays.case.errors import SHOWN
from whosays.exchange.format import Rows
from whosays.exchange.given import text
from whosays.exchange.left import Left
from whosays.exchange.rating import reading
from whosays.exchange.review import INSTITUTION, Party, Place, Review

BEYOND = {"layer": "beyond"}
CARRIES = "Carries the claim, as a review of it says."
UNREAD = {"how_known": "unverified"}
Key = tuple[str, ...]


@dataclass(slots=True)
class _Page:
    """A page with one review or several."""

    address: str
    publisher: str
    title: str = ""
    language: str = ""
    days: set[str] = field(default_factory=set[str])
    told: list[str] = field(default_factory=list[str])


@dataclass(slots=True)
class _Telling:
    """What one page tells of one claim: who made it, and when."""

    claimants: dict[Key, Party] = field(default_factory=dict[Key, Party])
    said_on: str = ""


@dataclass(slots=True)
class _Claim:
    """A claim, its appearances, and the one that is told to be the first, with its day."""

    text: str
    places: dict[str, Place] = field(default_factory=dict[str, Place])
    first: Place | None = None
    said_on: str = ""


class Docket:
    """Reviews as they come in, to be laid out as the rows of a case."""

    def __init__(self, left: Left) -> None:
        """Begin empty.

        Args:
            left: Takes what has no place in a case.
        """
        self._left = left
        self._claims: dict[str, _Claim] = {}
        self._pages: dict[Key, _Page] = {}
        self._parties: dict[Key, Party] = {}
        self._tellings: dict[tuple[str, Key], _Telling] = {}
        self._reviews: dict[Key, Review] = {}

    def __len__(self) -> int:
        """Return how many judgements there are, those that were given twice counted once."""
        return len(self._reviews)

    def add(self, review: Review) -> None:
        """Take in a review; one that was there before adds only what it tells besides.

        Args:
            review: The review.
        """
        assessor = self._party(review.assessor)
        page = (review.address,) if review.address else ("", *assessor, review.claim)
        key = (review.claim, *assessor, *page)
        before = self._reviews.setdefault(key, review)
        if before is not review:
            same = (before.rating, before.value) == (review.rating, review.value)
            why = "the same assessor, claim and address came before" + ("" if same else ", with another rating")
            self._left.out("review of a claim", "reviews of a claim", because=why)
        self._on_page(page, review, new=before is review)
        day = self._told(page, review)
        self._appears(self._claims.setdefault(review.claim, _Claim(review.claim)), review, day)

    def _party(self, party: Party) -> Key:
        key = (party.name.casefold(), party.named)
        self._parties.setdefault(key, party)
        return key

    def _on_page(self, key: Key, review: Review, *, new: bool) -> None:
        page = self._pages.setdefault(key, _Page(review.address, review.publisher or review.assessor.name))
        page.title = page.title or review.title
        if new:
            page.language = page.language or review.language
            page.days.add(review.published)
            page.told.append(f"“{_short(review.rating)}”" if review.rating else f"the number {review.value}")

    def _told(self, page: Key, review: Review) -> str:
        """Keep who made the claim as this page has it, and return when."""
        telling = self._tellings.setdefault((review.claim, page), _Telling())
        telling.claimants.update({self._party(one): one for one in review.claimants})
        if telling.said_on and review.said_on not in {"", telling.said_on}:
            self._left.out("date of a claim", "dates of a claim", because="the same page gives another")
        telling.said_on = telling.said_on or review.said_on
        return telling.said_on

    def _appears(self, claim: _Claim, review: Review, day: str) -> None:
        first = review.first
        for place in (first, *review.places) if first else review.places:
            claim.places.setdefault(place.address, place)
        if first and not day:
            self._no_first("a case tells by its date what came first, and none is given")
        elif first and (not claim.first or day < claim.said_on):
            if claim.first and claim.first.address != first.address:
                self._no_first("another review names an earlier one")
            claim.first, claim.said_on = first, day
        elif first and claim.first and first.address != claim.first.address:
            self._no_first("another review names an earlier one")

    def _no_first(self, why: str) -> None:
        one, many = "mark of a first appearance", "marks of a first appearance"
        self._left.out(one, many, because=why)

    def rows(self) -> Rows:
        """Return the rows of a case, with ids; what nobody told is blank."""
        return _Layout(self._claims, self._pages, self._parties, self._tellings, self._reviews, self._left).rows()


@dataclass(slots=True)
class _Layout:
    """The same, numbered: by what the reviews say, not by the order in which it came to be known."""

    claims: Mapping[str, _Claim]
    pages: Mapping[Key, _Page]
    parties: Mapping[Key, Party]
    tellings: Mapping[tuple[str, Key], _Telling]
    reviews: Mapping[Key, Review]
    left: Left
    tables: dict[str, list[dict[str, str]]] = field(default_factory=dict[str, list[dict[str, str]]])
    documents: dict[str, str] = field(default_factory=dict[str, str])  # id by address, or by the key of a page
    counts: dict[str, int] = field(default_factory=dict[str, int])  # statements of each document

    def rows(self) -> Rows:
        self.tables = {"article": [{"id": "a01"}]}
        sources = {key: f"s{n:02}" for n, key in enumerate(self._in_order(), 1)}
        claims = {claim: f"b{n:02}" for n, claim in enumerate(self.claims, 1)}
        pages = {key: self._document("|".join(key), _of_page(page)) for key, page in self.pages.items()}
        self.tables["sources"] = [_source(own, self.parties[key]) for key, own in sources.items()]
        self.tables["claims"] = [_claim(own, claim) for claim, own in claims.items()]
        for (claim, page), telling in self.tellings.items():
            for key in telling.claimants or [()]:
                cells = {"source": sources[key] if key else "", "said_on": telling.said_on, "form": "indirect"}
                self._statement(claims[claim], claim, pages[page], cells)
        for claim, told in self.claims.items():
            self._appearances(claims[claim], told)
        self.tables["assessments"] = [
            self._assessment(f"j{n:02}", claims[key[0]], sources[key[1], key[2]], pages[key[3:]], review)
            for n, (key, review) in enumerate(self.reviews.items(), 1)
        ]
        return self.tables

    def _in_order(self) -> dict[Key, None]:
        """Return every party, review by review: the assessor, then who made the claim as that page has it."""
        order = dict[Key, None]()
        for key in self.reviews:
            telling = self.tellings[key[0], key[3:]]
            order |= dict.fromkeys([(key[1], key[2]), *telling.claimants])
        return order

    def _document(self, key: str, cells: Mapping[str, str]) -> str:
        if key not in self.documents:
            self.documents[key] = own = f"o{len(self.documents) + 1:02}"
            self.tables.setdefault("documents", []).append({"id": own, **UNREAD, **cells})
        return self.documents[key]

    def _statement(self, claim: str, gist: str, document: str, cells: Mapping[str, str]) -> None:
        self.counts[document] = self.counts.get(document, 0) + 1
        row = {"id": f"{document}-{self.counts[document]}", "document": document, "claim": claim, "gist": gist}
        self.tables.setdefault("statements", []).append(
            row | BEYOND | {"stance": "asserts", "basis": "none given"} | dict(cells)
        )

    def _appearances(self, own: str, claim: _Claim) -> None:
        """Lay out where a claim appears, first what came first; a review of claims is no appearance of one."""
        places = ({claim.first.address: claim.first} if claim.first else {}) | claim.places
        for address, place in places.items():
            if (address,) in self.pages:
                why = "a review of claims stands there"
                self.left.out("appearance of a claim", "appearances of a claim", because=why)
                continue
            is_first = claim.first is not None and address == claim.first.address
            document = self._document(address, _of_place(place))
            self._statement(own, claim.text, document, {"said_on": claim.said_on if is_first else ""})

    def _assessment(self, own: str, claim: str, source: str, document: str, review: Review) -> dict[str, str]:
        normalised, known = reading(text(review.rating), review.language) if review.rating else ("", True)
        if not known:
            why = "not known here, and read as “other”; the words themselves are kept"
            self.left.out("reading of a rating", "readings of a rating", because=why)
        cells = {"rating": review.rating, "rating_value": review.value, "best": review.best, "worst": review.worst}
        ends = {"scale": review.scale, "normalised": normalised, "language": review.language}
        whose = {"id": own, "claim": claim, "source": source, "document": document, "published": review.published}
        return whose | cells | ends | BEYOND


def _source(own: str, party: Party) -> dict[str, str]:
    kind = "organisation" if party.named == INSTITUTION else ""
    return {"id": own, "name": party.name, "label": party.name, "kind": kind, "named": party.named} | BEYOND


def _claim(own: str, proposition: str) -> dict[str, str]:
    return {"id": own, "role": "claim", "proposition": proposition} | BEYOND


def _of_page(page: _Page) -> dict[str, str]:
    told, days = page.told, page.days
    finding = f"Judges a claim: {told[0]}." if len(told) == 1 else f"Judges claims, {len(told)} times in all."
    return {
        "title": page.title,
        "publisher": page.publisher,
        "published": next(iter(days)) if len(days) == 1 else "",
        "address": page.address,
        "language": page.language,
        "finding": finding,
        "quality": "original" if page.address else "none",
    }


def _of_place(place: Place) -> dict[str, str]:
    usual = usual_place(place.address)
    title, publisher = place.title or usual.title, place.publisher or usual.publisher
    cells = {"title": title, "publisher": publisher, "address": place.address}
    return cells | {"finding": CARRIES, "quality": "original"}


def usual_place(address: str) -> Place:
    """Return a place with the title and publisher that it has if nobody tells any: those of its host."""
    try:
        host = (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        host = ""
    return Place(address, f"A page of {host}" if host else "A page", host or "unknown")


def _short(rating: str) -> str:
    line = " ".join(rating.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"

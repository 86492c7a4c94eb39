"""One ClaimReview of schema.org, in the fields that a case can hold.

Method: https://schema.org/ClaimReview, https://schema.org/Claim and https://schema.org/Rating, read generously: a field
may hold a text, an object or a list of them, and older records review a CreativeWork in place of a Claim.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from whosays.case.cell import MAX_CHARACTERS
from whosays.exchange.given import Node, address, day, each, language, node, raw, text, types
from whosays.exchange.left import Left
from whosays.exchange.manner import Numeral

NUMERAL = re.compile(r"-?[0-9]{1,15}([.,][0-9]{1,9})?")
INSTITUTION, PERSON = "institution", "person"
_REVIEW = {
    "@context", "@id", "@type", "author", "claimReviewed", "datePublished", "headline", "inLanguage", "itemReviewed",
    "mainEntityOfPage", "name", "publisher", "reviewRating", "url",
}  # fmt: skip
_CLAIM = {
    "@id", "@type", "appearance", "author", "datePublished", "description", "firstAppearance", "headline", "name",
    "sameAs", "text", "url",
}  # fmt: skip
_RATING = {"@id", "@type", "alternateName", "bestRating", "name", "ratingValue", "worstRating"}
_PARTY = {"@id", "@type", "familyName", "givenName", "legalName", "name"}
_KNOWN = {
    "about", "abstract", "articleBody", "creator", "dateCreated", "dateModified", "description", "editor",
    "identifier", "image", "isBasedOn", "isPartOf", "jobTitle", "keywords", "license", "logo", "ratingExplanation",
    "reviewAspect", "reviewBody", "sameAs", "sdPublisher", "thumbnailUrl", "url", "version",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody named: the name, and whether a person or an institution is, if that is told."""

    name: str
    named: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim appears: its address, and what it is called and who published it, if that is told."""

    address: str
    title: str = ""
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """One judgement of an assessor about a claim.

    Attributes:
        claim: What was claimed.
        assessor: Who judged it.
        rating: The assessor's own word, as given; may be empty if there is a value.
        value: The same as a number, as given.
        best: The best number of the scale.
        worst: The worst number of the scale.
        scale: What the scale is called.
        address: Of the review.
        title: Headline of the review.
        publisher: Who published it, if that is not the assessor.
        published: When; of the review, not of the claim.
        language: Tag of its language.
        claimants: Who is said to have made the claim.
        said_on: When the claim was made.
        first: Where it was made first, if that is told.
        places: Where else it appears.
    """

    claim: str
    assessor: Party
    rating: str = ""
    value: str = ""
    best: str = ""
    worst: str = ""
    scale: str = ""
    address: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    language: str = ""
    claimants: tuple[Party, ...] = ()
    said_on: str = ""
    first: Place | None = None
    places: tuple[Place, ...] = ()


def review_of(own: Node, nodes: dict[str, Node], left: Left) -> Review | None:
    """Return what a ClaimReview says; None if it lacks what makes it one.

    Args:
        own: The ClaimReview.
        nodes: Other objects of the same graph by ``@id``, where a field may only name one.
        left: Takes what has no place in a case.
    """
    items = [_looked_up(item, nodes) for item in each(own.get("itemReviewed"))]
    objects = [item for item in items if item]
    named = [text(item.get(key)) for key in ("name", "text", "description", "headline") for item in objects]
    claim = next(filter(None, (text(own.get("claimReviewed")), *named)), "")
    assessor = _assessor(own, nodes, left)
    rating = _rating(own, nodes, left)
    lacks = (not claim and "the claim") or (not assessor and "who reviewed it") or (not any(rating[:2]) and "a rating")
    if lacks or assessor is None:
        left.out("review of a claim", "reviews of a claim", because=f"it does not give {lacks}")
        return None
    long = sum(len(told) >= MAX_CHARACTERS for told in (claim, rating[0]))
    left.out("end of a text", "ends of texts", long, because=f"a cell holds {MAX_CHARACTERS:,} characters")
    _unplaced(own, _REVIEW, "a review", left)
    for item in objects:
        _unplaced(item, _CLAIM, "a claim", left)
    for party in (part for given in (own, *objects) for part in each(given.get("author"))):
        _unplaced(node(party), _PARTY, "an author", left)
    publisher = _party(own.get("publisher"), nodes)
    first, places = _places(objects, nodes, left)
    said_on = next(filter(None, (_day(item, "claim", left) for item in objects)), "")
    return Review(
        claim,
        assessor,
        *rating,
        address=address(own.get("url")) or address(own.get("mainEntityOfPage")) or address(own.get("@id")),
        title=text(own.get("headline")) or text(own.get("name")),
        publisher=publisher.name if publisher and publisher.name != assessor.name else "",
        published=_day(own, "review", left),
        language=_language(own, left),
        claimants=tuple(dict.fromkeys(p for i in objects for p in _parties(i.get("author"), nodes))),
        said_on=said_on,
        first=first,
        places=places,
    )


def _looked_up(value: object, nodes: dict[str, Node]) -> Node:
    own = node(value)
    return nodes.get(str(own["@id"]), own) if set(own) == {"@id"} else own


def _assessor(own: Node, nodes: dict[str, Node], left: Left) -> Party | None:
    """Return the first institution among the authors, else the first author; without any, the publisher."""
    authors = _parties(own.get("author"), nodes) or _parties(own.get("publisher"), nodes)
    one = next((party for party in authors if party.named == INSTITUTION), authors[0] if authors else None)
    left.out("further author of a review", "further authors of a review", max(len(authors) - 1, 0))
    return one


def _parties(value: object, nodes: dict[str, Node]) -> list[Party]:
    return list(dict.fromkeys(filter(None, (_party(part, nodes) for part in each(value)))))


def _party(value: object, nodes: dict[str, Node]) -> Party | None:
    first = next(iter(each(value)), None)
    own = _looked_up(first, nodes)
    if not own:
        name = text(first)
        return Party(name) if name else None
    whole = " ".join(filter(None, (text(own.get("givenName")), text(own.get("familyName")))))
    name = text(own.get("name")) or text(own.get("legalName")) or whole
    name = name or _host(address(own.get("url")) or address(own.get("@id"))) or text(own.get("@value"))
    kinds = types(own)
    named = PERSON if "Person" in kinds else INSTITUTION if any(map(_institution, kinds)) else ""
    return Party(name, named) if name else None


def _institution(kind: str) -> bool:
    return kind.endswith("Organization") or kind in {"Corporation", "NGO", "PoliticalParty", "WebSite"}


def _host(found: str) -> str:
    try:
        return (urlsplit(found).hostname or "").removeprefix("www.")
    except ValueError:  # as of https://[
        return ""


def _rating(own: Node, nodes: dict[str, Node], left: Left) -> tuple[str, str, str, str, str]:
    """Return word, value, best, worst and name of the scale."""
    given = each(own.get("reviewRating"))
    left.out("further rating of a review", "further ratings of a review", max(len(given) - 1, 0))
    first = given[0] if given else None
    rated = _looked_up(first, nodes)
    if not rated:
        bare = raw(first)
        is_number = isinstance(first, Numeral) and NUMERAL.fullmatch(bare)
        return ("", bare, "", "", "") if is_number else (bare, "", "", "", "")
    _unplaced(rated, _RATING, "a rating", left)
    words = each(rated.get("alternateName"))
    left.out("further word of a rating", "further words of a rating", max(len(words) - 1, 0))
    word, scale = raw(rated.get("alternateName")), raw(rated.get("name"))
    if not word:
        word, scale = scale, ""
    numbers = {name: raw(rated.get(name)).strip() for name in ("ratingValue", "bestRating", "worstRating")}
    if not word and not NUMERAL.fullmatch(numbers["ratingValue"]):
        word, numbers["ratingValue"] = raw(rated.get("ratingValue")), ""
    odd = [name for name, number in numbers.items() if number and not NUMERAL.fullmatch(number)]
    left.out("value of a rating", "values of a rating", len(odd), because="it is no number")
    value, best, worst = ("" if name in odd else number for name, number in numbers.items())
    return word, value, best, worst, "" if scale == word else scale


def _places(claims: Iterable[Node], nodes: dict[str, Node], left: Left) -> tuple[Place | None, tuple[Place, ...]]:
    first, places = None, dict[str, Place]()
    for own in claims:
        for name in ("firstAppearance", "appearance", "url", "sameAs"):
            for given in each(own.get(name)):
                place = _place(given, nodes)
                if place is None:
                    why = "no address is given that can be followed"
                    left.out("appearance of a claim", "appearances of a claim", because=why)
                elif name == "firstAppearance" and first is None:
                    first = place
                else:
                    places.setdefault(place.address, place)
    if first:
        places.pop(first.address, None)
    return first, tuple(places.values())


def _place(value: object, nodes: dict[str, Node]) -> Place | None:
    own = _looked_up(value, nodes)
    found = address(dict(own) or value)
    publisher = _party(own.get("publisher"), nodes)
    title = text(own.get("name")) or text(own.get("headline"))
    return Place(found, title, publisher.name if publisher else "") if found else None


def _day(own: Node, what: str, left: Left) -> str:
    given = own.get("datePublished")
    found = day(given)
    if not found and raw(given).strip():
        left.out(f"date of a {what}", f"dates of a {what}", because="it does not name one day, month or year")
    return found


def _language(own: Node, left: Left) -> str:
    given = own.get("inLanguage")
    found = language(given)
    if not found and each(given):
        left.out("language of a review", "languages of a review", because="it has no language tag (BCP 47)")
    return found


def _unplaced(own: Node, placed: set[str], what: str, left: Left) -> None:
    for name in own:
        if name not in placed and each(own[name]):
            one, many = (name, name) if name in _KNOWN else ("other field", "other fields")
            left.out(f"{one} of {what}", f"{many} of {what}")

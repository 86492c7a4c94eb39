"""What the search of Google's Fact Check Tools finds, as the ClaimReview that it was made from.

Method: https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims
"""

from collections.abc import Iterator

from whosays.exchange.given import Node, each, node

_REVIEW = {"headline": "title", "datePublished": "reviewDate", "inLanguage": "languageCode"}


def reviews_found(claim: Node) -> Iterator[Node]:
    """Yield each review of a claim that a search found; none if it is something else.

    Args:
        claim: An object with ``text`` and ``claimReview``.
    """
    for part in each(claim.get("claimReview")) if "text" in claim else ():
        own = dict(node(part))
        publisher = node(own.pop("publisher", None))
        item = {"@type": "Claim", "author": claim.get("claimant"), "datePublished": claim.get("claimDate")}
        yield {
            "@type": "ClaimReview",
            "claimReviewed": claim["text"],
            "author": {"@type": "Organization", "name": publisher.get("name") or publisher.get("site")},
            "reviewRating": {"@type": "Rating", "alternateName": own.pop("textualRating", None)},
            "itemReviewed": item,
            **{name: own.pop(old, None) for name, old in _REVIEW.items()},
            **own,
        }

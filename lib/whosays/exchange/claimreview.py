"""ClaimReview of schema.org, in which fact-checkers publish what they found: read into a case, and written from one.

Method: https://schema.org/ClaimReview; the feed of Data Commons, https://datacommons.org/factcheck/download, pages with
the same as JSON-LD, and what a search of the Fact Check Tools finds. Every rating is the assessor's own word; none is
made up, and none becomes a standing.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from whosays.case.errors import CaseError, Fault
from whosays.exchange.archive import files_in, values
from whosays.exchange.docket import Docket
from whosays.exchange.format import Rows
from whosays.exchange.given import Node, each, node, types
from whosays.exchange.left import Left
from whosays.exchange.review import review_of
from whosays.exchange.searched import reviews_found

MOST = 20_000  # judgements of one case; a table of more could not be loaded again
MOST_NAMED = 20_000  # objects of one file that others may name by @id
TYPE = "ClaimReview"
_LINKED = ("author", "itemReviewed", "publisher", "reviewRating")


def read_reviews(source: Path, left: Left) -> Rows:
    """Return the rows of a case from reviews of claims: claims, sources, documents, statements and assessments.

    Args:
        source: A file of JSON, of one JSON value a line, or a web page with JSON-LD; or a folder of such files.
        left: Takes what has no place in a case.

    Raises:
        CaseError: Something of it is no JSON, not in UTF-8, or there is no review; with every fault.
        OSError: It cannot be read.
    """
    faults, docket = list[Fault](), Docket(left)
    where = "the folder" if source.is_dir() else "the file"
    files, others = files_in(source)
    left.out("file of another kind", "files of other kinds", others, because="it is neither JSON nor a web page")
    for file in files:
        for own, nodes in _reviews(file, faults, left):
            if review := review_of(own, nodes, left):
                docket.add(review)
            if len(docket) > MOST:
                expected = f"at most {MOST:,} in one case"
                remedy = "Cut the file into several, by claim or by year, and bring each into a case of its own."
                faults.append(Fault(str(file), 0, "", f"more than {MOST:,} reviews", expected, remedy))
                raise CaseError(faults, where)
    if not len(docket) and not faults:
        remedy = "Give the reviews as JSON-LD of schema.org. " + " ".join(left.sentences())
        faults.append(Fault(str(source), 0, "", "no review of a claim", f"one of the type {TYPE}", remedy.strip()))
    if faults:
        raise CaseError(faults, where)
    return docket.rows()


def _reviews(file: Path, faults: list[Fault], left: Left) -> Iterator[tuple[Node, dict[str, Node]]]:
    """Yield each review of a file, with the objects that it may name; those that name a later one come last."""
    nodes, waiting = dict[str, Node](), list[Node]()
    for found in values(file, faults):
        some = False
        for own in _objects(found.value):
            if TYPE in types(own):
                some = True
                wanted = [part for name in _LINKED for part in _references(own.get(name))]
                if any(name not in nodes for name in wanted) and len(waiting) < MOST_NAMED:
                    waiting.append(own)
                else:
                    yield own, nodes
            elif isinstance(own.get("@id"), str) and len(own) > 1 and len(nodes) < MOST_NAMED:
                nodes[str(own["@id"])] = own
        if not some and types(node(found.value)):
            left.out("thing that is no review of a claim", "things that are no reviews of claims")
    yield from ((own, nodes) for own in waiting)


def _objects(value: object) -> Iterator[Node]:
    """Yield every object in a value, a review whole and without what is in it."""
    queue = [value]
    while queue:
        part = queue.pop()
        if isinstance(part, dict):
            own = node(cast("object", part))
            yield own
            yield from reviews_found(own)
            queue.extend(() if TYPE in types(own) else reversed(list(own.values())))
        elif isinstance(part, list):
            queue.extend(reversed(cast("list[object]", part)))


def _references(value: object) -> Iterator[str]:
    for part in each(value):
        own = node(part)
        if set(own) == {"@id"}:
            yield str(own["@id"])

"""What could be known on a day: a case without the documents that came later, and the days that changed a word.

A document could be known from the last day that its date may mean: that of ``known_since``, else of ``published``.
One without a date could surely be known on no day; it counts only where everything does.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework, Standing
from whosays.case.model import Case, Document


@dataclass(frozen=True, slots=True)
class Step:
    """Where a claim stands with what was known by some day.

    Attributes:
        day: The day; None for the article alone and for everything.
        documents: Ids of the documents that are new since the step before, in the order of the file.
        framework: The case as it stood, weighed.
        standing: Where the claim stands.
    """

    day: date | None
    documents: tuple[str, ...]
    framework: Framework
    standing: Standing


def known_from(document: Document) -> date | None:
    """Return the day from which on a document could surely be known; None if nothing tells."""
    dated = document.known_since or document.published
    return dated.last if dated else None


def known_by(case: Case, day: date) -> Case:
    """Return a case as it stood on a day: without later documents, what they state, and what speaks from or to that.

    A link between two rows of the article stays, for both were in print. The article's own rows are never left out.

    Args:
        case: A checked case.
        day: The last day that counts.
    """
    known = {d.id for d in case.documents if (since := known_from(d)) and since <= day}
    statements = tuple(s for s in case.statements if not s.document or s.document in known)
    gone = {s.id for s in case.statements} - {s.id for s in statements}
    relations = case.relations
    while lost := {r.id for r in relations if r.from_ in gone or r.to in gone}:  # a relation may speak to a relation
        gone |= lost
        relations = tuple(r for r in relations if r.id not in lost)
    return replace(
        case,
        documents=tuple(d for d in case.documents if d.id in known),
        statements=statements,
        relations=relations,
        figures=tuple(f for f in case.figures if f.statement not in gone),
    )


def on_the_day(case: Case) -> Case:
    """Return a case as it stood at the end of the day on which the article was printed."""
    return known_by(case, case.article.published.last)


def steps(case: Case, claim: str) -> list[Step]:
    """Return where a claim stood as more became known.

    Args:
        case: A checked case.
        claim: Id of a claim.

    Returns:
        The article alone; the end of the day of print; each later day that changed the word; everything, documents
        without a date included.
    """
    inside = Framework(Trace(case, "article"))
    found = [Step(None, (), inside, inside.standing(claim))]
    for day, framework in _days(case):
        standing = framework.standing(claim)
        if len(found) == 1 or standing.word != found[-1].standing.word:
            found.append(Step(day, _new(framework, found[-1]), framework, standing))
    outside = Framework(Trace(case, "beyond"))
    return [*found, Step(None, _new(outside, found[-1]), outside, outside.standing(claim))]


def _days(case: Case) -> Iterator[tuple[date, Framework]]:
    """Yield the day of print and every later one on which a document came, each with the case as it stood, weighed."""
    printed = case.article.published.last
    came: dict[date, list[str]] = defaultdict(list)
    for document in case.documents:
        if (since := known_from(document)) and since > printed:
            came[since].append(document.id)
    for day in (printed, *sorted(came)):
        yield day, Framework(Trace(known_by(case, day), "beyond"))


def _new(framework: Framework, before: Step) -> tuple[str, ...]:
    """Return the documents that a framework weighs and the step before did not."""
    old = before.framework.trace
    known = set(old.case.document_by_id) if old.layer == "beyond" else set[str]()
    return tuple(d.id for d in framework.trace.case.documents if d.id not in known)

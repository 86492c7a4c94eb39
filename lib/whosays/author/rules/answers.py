"""Rules about what has been said against a claim, and what the case leaves open."""

from collections.abc import Iterator

from whosays.author.rule import Review, Rule, Sight
from whosays.case.errors import quoted
from whosays.case.model import Case

SPEAKING = frozenset({"rebuts", "undercuts", "supports", "qualifies"})
ATTACKS = frozenset({"rebuts", "undercuts"})
OPEN = frozenset({"searched", "unverified"})


def _searched(case: Case) -> set[str]:
    """Return the claims that some search in vain bears on: its statements make them, or its note names them."""
    documents = {row.id: row for row in case.documents if row.how_known == "searched"}
    made = {claim for s in case.statements if s.document in documents for claim in s.claims}
    words = " ".join(f"{row.finding} {row.note}" for row in documents.values()).replace(".", " ").replace(",", " ")
    return made | set(words.split()) & set(case.claim_by_id)


def _unanswered(review: Review) -> Iterator[Sight]:
    case, searched = review.case, _searched(review.case)
    answered = {row.to for row in case.relations if row.kind in SPEAKING}
    statements: dict[str, set[str]] = {}
    for s in case.statements:
        for claim in s.claims:
            statements.setdefault(claim, set()).add(s.id)
    for row in case.claims:
        at = {row.id} | statements.get(row.id, set())
        if row.role == "claim" and row.layer == "article" and not (row.silence or row.id in searched or at & answered):
            remedy = "Look for one, then add a relation, a document of how_known searched, or a word in silence."
            found = f"blank, and nothing speaks to {row.id}"
            yield Sight("claims", row.id, "silence", found, "an answer, or why there is none", remedy)


def _aspectless(review: Review) -> Iterator[Sight]:
    for row in review.case.relations:
        if row.kind in ATTACKS and not row.meets:
            remedy = "Fill one of number, place, date, target, presence or whole; does not is an answer too."
            found = f"no aspect filled for {row.from_} → {row.to}"
            yield Sight("relations", row.id, "whole", found, "what of the claim it meets", remedy)


def _no_limits(review: Review) -> Iterator[Sight]:
    case = review.case
    said = any(row.silence for row in case.claims) or any(row.how_known in OPEN for row in case.documents)
    if not said and not case.article.note:
        remedy = "Say in this note what the case cannot know, as: the hour of publication is not known."
        yield Sight("article", case.article.id, "note", quoted(""), "what the case does not know", remedy)


RULES = (
    Rule(
        "unanswered-claim",
        "should",
        "A claim of the article to which nothing speaks in either layer, with no search noted and a blank silence.",
        "Where some claims are answered, a reader may take silence about the others for consent.",
        "Add the answer, the search in vain, or the reason for the silence.",
        _unanswered,
    ),
    Rule(
        "aspect-missing",
        "should",
        "An answer that rebuts or undercuts, without a word on which part of the claim it meets.",
        "An answer counts only as far as it meets the claim; a blank lets it count for nothing or be read as all.",
        "Fill at least one aspect of the relation.",
        _aspectless,
    ),
    Rule(
        "limits-missing",
        "should",
        "A case that says nowhere what it does not know.",
        "No case knows everything; one that names its limits can be checked and trusted.",
        "Write the limits into the article's note, or note searches in vain and silences.",
        _no_limits,
    ),
)

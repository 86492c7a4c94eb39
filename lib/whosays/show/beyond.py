"""The view beyond the article: where the claims stand before and after, and which roots turn out to be one."""

from typing import Any

from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework
from whosays.case.model import Case, Claim
from whosays.show.ask import ask
from whosays.show.sentences import STANDING_WORDS
from whosays.show.sentences import beyond as say
from whosays.show.standing import reason


def beyond(article: Framework, outside: Framework, asked: str) -> dict[str, Any] | None:
    """Return the view of what changes beyond the article.

    Args:
        article: The case in the layer of the article, weighed.
        outside: The same with what is known from outside.
        asked: Id of the claim that the case asks about.

    Returns:
        ``claim``, ``question``, ``sentence``, ``sentence_before`` (while no word is picked), ``before`` and ``after``
        (``word``, ``word_text``, ``note``, ``text``), ``moved`` (other claims whose word
        changes: ``id``, ``before``, ``after``), ``joined`` (a sentence for each group of roots of the article that are
        one), ``cards`` (the first statement of each answer with which a class leaves the page; none if the case chose
        none), ``ask`` and ``table``. None if nothing from outside speaks to the claim.
    """
    case = article.trace.case
    reports = {a.head.document for a in outside.trace.answers(asked) if a.head.document} if asked else set[str]()
    if not reports:
        return None
    claim = case.claim_by_id[asked]
    shared = [say.joined(labels) for labels in joined(case, article.trace, outside.trace)]
    claims = [c for c in case.claims if c.role == "claim" and c.id in article.trace.statements]
    sides = {c.id: (_side(article, c), _side(outside, c)) for c in claims}
    moved = [c for c in claims if sides[c.id][0]["word"] != sides[c.id][1]["word"]]
    before, after = sides.get(asked) or (_side(article, claim), _side(outside, claim))
    return {
        "claim": asked,
        "question": claim.question,
        "sentence": say.sentence(claim.subject, len(reports), before["word"], after["word"], len(shared)),
        "sentence_before": say.sentence_before(claim.subject, len(reports)),
        "before": before,
        "after": after,
        "moved": [
            {"id": c.id, "before": _short(sides[c.id][0]), "after": _short(sides[c.id][1])}
            for c in moved
            if c.id != asked
        ],
        "joined": shared,
        "cards": cards(outside.trace, asked),
        "ask": ask(say.prompt()),
        "table": {
            "columns": list(say.COLUMNS),
            "rows": [
                [c.question, was["word_text"], now["word_text"], now["text"]]
                for c in claims
                for was, now in (sides[c.id],)
            ],
        },
    }


def cards(trace: Trace, claim: str) -> list[str]:
    """Return the first statement of each answer that is a card: one for each document that the case chose."""
    chosen: dict[str, str] = {}
    for answer in trace.answers(claim):
        document = answer.head.document
        if document and trace.case.document_by_id[document].card:
            chosen.setdefault(document, answer.head.id)
    return list(chosen.values())


def joined(case: Case, article: Trace, outside: Trace) -> list[list[str]]:
    """Return the labels of each group of roots that the article shows as several and the outside as one."""
    groups: dict[str, dict[str, None]] = {}
    for statement in case.statements:
        if statement.layer == "article" and (root := article.root(statement)):
            groups.setdefault(outside.root(statement) or root, {})[root] = None
    return [[case.source_by_id[name].label for name in roots] for roots in groups.values() if len(roots) > 1]


def _side(framework: Framework, claim: Claim) -> dict[str, str]:
    standing = framework.standing(claim.id)
    roots = {argument.root for argument in standing.against}
    answers = sum(a.attacks for a in framework.trace.answers(claim.id))
    return {
        "word": standing.word,
        "word_text": STANDING_WORDS[standing.word],
        "note": say.note(answers, len(roots)),
        "text": reason(framework, claim, standing),
    }


def _short(side: dict[str, str]) -> dict[str, str]:
    return {key: side[key] for key in ("word", "word_text", "note")}

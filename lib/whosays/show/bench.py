"""The rebuttal bench as a view: what each answer meets, what it leaves open, what would change a mind."""

from typing import Any

from whosays.analysis.bench import Match
from whosays.analysis.bench import bench as weighed
from whosays.analysis.trace import Trace
from whosays.case.model import ASPECTS
from whosays.show import sentences as say
from whosays.show.entry import name_of
from whosays.show.sentences import bench as words


def bench(trace: Trace, claim: str) -> dict[str, Any]:
    """Return how the answers against a claim meet it.

    Args:
        trace: The case in a layer.
        claim: Id of a claim.

    Returns:
        ``answers``: by the id of the first statement of each answer, ``covers`` and ``open`` (sentences);
        ``sentence``: of all of them; ``missing``: at most four sentences, each on evidence that may turn out either
        way; ``table``: ``columns``, ``rows``, one row an answer in the order of the answers.

    Raises:
        UnknownIdError: There is no such claim.

    Example:
        >>> from whosays import load
        >>> bench(Trace(load("kramatorsk-2023"), "article"), "k01")["sentence"]
        'Of four answers, one meets the number and one the target; nobody meets the place or the date.'
    """
    found = weighed(trace, claim)
    answers: dict[str, dict[str, str]] = {}
    for match in found.matches:
        said = {
            "covers": words.covers(match.covers, match.partly, match.surely),
            "open": words.leaves_open(match.leaves, match.partly),
        }
        answers.setdefault(match.answer.head.id, said)
    return {
        "answers": answers,
        "sentence": words.sentence(len(found.matches), found.met),
        "missing": [words.MISSING[want] for want in found.missing],
        "table": {"columns": words.columns(ASPECTS), "rows": [_row(trace, m) for m in found.matches]},
    }


def _row(trace: Trace, match: Match) -> list[str]:
    case, head = trace.case, match.answer.head
    if head.passage:
        passage = case.passage_by_id[head.passage]
        where = say.place(passage.role, passage.paragraph)
    else:
        where = case.document_by_id[head.document].publisher
    met = match.answer.meets
    return [
        where,
        name_of(case, head.source),
        say.ANSWERS[match.answer.kind],
        *(say.MATCHES[met[aspect]] if aspect in met else "" for aspect in ASPECTS),
        words.HOW_SURELY[match.surely],
        words.cell(match.covers, match.partly),
        words.cell(match.leaves, match.partly),
    ]

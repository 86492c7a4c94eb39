"""The article as one ribbon: every word to scale, in reading order, cut where its role changes.

A role says what a passage does for one account: the account itself, an answer to it, a general caution, another
dispute, other matter, or nothing at all. It never says which party speaks.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from whosays.analysis.measure import account, answers_to_topic
from whosays.analysis.trace import Trace
from whosays.case.model import Passage, Statement

Role = Literal["claim", "answer", "both", "caution", "dispute", "other", "byline"]
ROLES: tuple[Role, ...] = ("claim", "both", "answer", "caution", "dispute", "other", "byline")


@dataclass(frozen=True, slots=True)
class Segment:
    """Neighbouring passages of one paragraph that play one role.

    Attributes:
        passages: The passages, in order.
        role: What they do for the account: claim (they tell it), answer, both (told and answered in one passage),
            caution (a general one), dispute (another matter that is in dispute here), other (another matter), or
            byline (they state nothing).
        topic: Topic of the account if they tell or answer it, else of their first claim; empty if they state nothing.
        first_word: Position of the first word, from 1.
        words: How many words they have.
    """

    passages: tuple[Passage, ...]
    role: Role
    topic: str
    first_word: int
    words: int


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a segment that stands in one line.

    Attributes:
        segment: Position of the segment in its ribbon, from 0.
        first_word: Position of the first word in the article, from 1.
        words: How many words of the segment stand in the line.
    """

    segment: int
    first_word: int
    words: int


def segments(trace: Trace, topic: str, root: str) -> list[Segment]:
    """Return the ribbon of the article for one account.

    Args:
        trace: The case in a layer; what is said outside the article takes no room in it.
        topic: Topic of the account.
        root: Id of the source that tells it; empty if nobody is named.

    Returns:
        Segments in reading order; together they hold every passage once.
    """
    told = {s.passage for s in account(trace, topic, root)}
    answered = {s.passage for s in answers_to_topic(trace, topic)}
    disputed = _disputed(trace, topic)
    stated: dict[str, list[Statement]] = defaultdict(list)
    for statement in trace.case.statements:
        stated[statement.passage].append(statement)

    def kind(passage: Passage) -> tuple[str, Role, str]:
        own = stated[passage.id]
        role = _role(passage, own, told, answered, disputed)
        own_topic = trace.case.claim_by_id[own[0].claim].topic if own else ""
        return str(passage.paragraph or passage.id), role, topic if role in {"claim", "answer", "both"} else own_topic

    return [_segment(tuple(group), role, about) for (_, role, about), group in groupby(trace.case.passages, kind)]


def _segment(passages: tuple[Passage, ...], role: Role, topic: str) -> Segment:
    return Segment(passages, role, topic, passages[0].first_word, sum(p.words for p in passages))


def _role(passage: Passage, own: Sequence[Statement], told: set[str], answered: set[str], disputed: set[str]) -> Role:
    if passage.role == "byline" or not own:
        return "byline"
    if passage.id in told:
        return "both" if passage.id in answered else "claim"
    if passage.id in answered:
        return "answer"
    if any(s.stance == "cautions" for s in own):
        return "caution"
    return "dispute" if passage.id in disputed else "other"


def _disputed(trace: Trace, topic: str) -> set[str]:
    """Return the passages that state a claim of another topic which somebody attacks, or that attack one."""
    places: set[str] = set()
    for claim in trace.case.claims:
        if claim.topic == topic or claim.role != "claim":
            continue
        against = [s for a in trace.answers(claim.id) if a.attacks for s in a.statements]
        if against:
            places.update(s.passage for s in (*trace.statements.get(claim.id, []), *against))
    return places


def lines(ribbon: Sequence[Segment], count: int) -> list[list[Piece]]:
    """Return a ribbon cut into lines of about equal words, for a narrow screen.

    Args:
        ribbon: Segments in reading order, without a gap.
        count: How many lines; the last may be shorter, and a text of fewer words has fewer.

    Returns:
        The pieces of each line; together they hold every word once.
    """
    size = max(1, -(-sum(s.words for s in ribbon) // count))
    cut = [piece for n, segment in enumerate(ribbon) for piece in _pieces(n, segment, ribbon[0].first_word, size)]
    return [[piece for _, piece in group] for _, group in groupby(cut, lambda pair: pair[0])]


def _pieces(position: int, segment: Segment, start: int, size: int) -> Iterable[tuple[int, Piece]]:
    at, end = segment.first_word, segment.first_word + segment.words
    while at < end:
        line = (at - start) // size
        to = min(end, start + (line + 1) * size)
        yield line, Piece(position, at, to - at)
        at = to

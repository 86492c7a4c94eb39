"""Measure the article: its length, and the room that a claim and the answers to it are given."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from whosays.analysis.trace import Trace
from whosays.case.model import Case, Passage, Statement


@dataclass(frozen=True, slots=True)
class Length:
    """How long the article is.

    Attributes:
        words: Whitespace-separated words, headline, caption and byline included.
        words_body: The same for the body alone.
        paragraphs: Paragraphs of the body.
        sentences: Sentences of the body.
        units: Passages in all.
    """

    words: int
    words_body: int
    paragraphs: int
    sentences: int
    units: int


@dataclass(frozen=True, slots=True)
class Prominence:
    """The room that some statements are given in the article; four measures that are never added up.

    Attributes:
        first_word: Position of the first word of the first passage, from 1; None if the article has none.
        passages: Ids of the passages, in order.
        words: Words of those passages.
        share: The same as a share of all words, 0 to 1.
        in_headline: Whether the headline is one of them.
        repeated: In how many of those passages the claim that is stated most often is stated.
        quoted_words: Words between quotation marks in those passages that quote directly.
        persons_named: Ids of the sources among the speakers who are named as persons.
    """

    first_word: int | None
    passages: tuple[str, ...]
    words: int
    share: float
    in_headline: bool
    repeated: int
    quoted_words: int
    persons_named: tuple[str, ...]


def length(case: Case) -> Length:
    """Return how long the article is, from its passages."""
    body = [p for p in case.passages if p.role == "sentence"]
    return Length(
        words=sum(p.words for p in case.passages),
        words_body=sum(p.words for p in body),
        paragraphs=len({p.paragraph for p in body}),
        sentences=len(body),
        units=len(case.passages),
    )


def prominence(case: Case, statements: Iterable[Statement]) -> Prominence:
    """Return the room that some statements are given in the article; outside statements have none."""
    own = [s for s in statements if s.passage]
    ids = {s.passage for s in own}
    passages: list[Passage] = [p for p in case.passages if p.id in ids]
    quoting = {s.passage for s in own if s.form == "direct"}
    speakers = dict.fromkeys(s.source for s in own if s.source)
    words = sum(p.words for p in passages)
    stated = Counter(claim for claim, _ in {(claim, s.passage) for s in own for claim in s.claims})
    return Prominence(
        first_word=passages[0].first_word if passages else None,
        passages=tuple(p.id for p in passages),
        words=words,
        share=words / max(1, length(case).words),
        in_headline=any(p.role == "headline" for p in passages),
        repeated=max(stated.values(), default=0),
        quoted_words=sum(p.quoted for p in passages if p.id in quoting),
        persons_named=tuple(name for name in speakers if case.source_by_id[name].named == "person"),
    )


def account(trace: Trace, topic: str, root: str) -> list[Statement]:
    """Return the statements by which one root tells the whole of a topic, not a single claim of it.

    Args:
        trace: The case in a layer.
        topic: Topic of the claims.
        root: Id of the root.
    """
    claims = [c.id for c in trace.case.claims if c.topic == topic]
    told = {s.id: s for claim in claims for s in trace.statements.get(claim, []) if trace.root(s) == root}
    return list(told.values())


def answers_to_topic(trace: Trace, topic: str) -> list[Statement]:
    """Return the statements that attack any claim of a topic, supporting statements of the same place included."""
    claims = [c.id for c in trace.case.claims if c.topic == topic and c.role == "claim"]
    found = {s.id: s for claim in claims for a in trace.answers(claim) if a.attacks for s in a.statements}
    return list(found.values())

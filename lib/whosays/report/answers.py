"""The answers of a report, as far as two reports are compared by them, and what differs between two sets of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from whosays.case.model import Case
from whosays.report.inquiry import Inquiry
from whosays.report.parameters import Parameters
from whosays.show.sentences import listed


@dataclass(frozen=True, slots=True)
class Answer:
    """What a report answers about one claim.

    Attributes:
        question: The question of the claim.
        word: Where it stands, in the report.
        roots: Ids of the roots that state it there.
        mentions: How often it is stated.
        against: How many roots speak against it.
        reason: Why it stands there, in one sentence.
        listed: Whether it is a claim of the list, and not what an answer to one puts forward.
    """

    question: str
    word: str
    roots: tuple[str, ...]
    mentions: int
    against: int
    reason: str
    listed: bool


def answers(case: Case, parameters: Parameters) -> dict[str, Answer]:
    """Return the answers of a report, by the id of the claim, in English.

    Args:
        case: The case, checked.
        parameters: What the report was asked for.
    """
    asked = Inquiry(case, parameters)
    return {
        claim.id: Answer(
            claim.question,
            asked.standings[claim.id].word,
            asked.standings[claim.id].roots,
            len(asked.trace.mentions(claim.id)),
            len(asked.standings[claim.id].against),
            asked.reasons[claim.id],
            claim.role == "claim",
        )
        for claim in case.claims
        if claim.id in asked.standings
    }


def changed(before: Mapping[str, Answer], after: Mapping[str, Answer]) -> Iterator[str]:
    """Yield each answer that differs, in one sentence, claims in the order of the later set.

    Args:
        before: The answers of the one report.
        after: Those of the other.
    """
    aside = {"only now": 0, "no longer": 0}
    for claim in dict.fromkeys((*after, *before)):
        was, now = before.get(claim), after.get(claim)
        if was and now:
            yield from _of_claim(claim, was, now) if was != now else ()
        elif now and now.listed:
            yield f"{claim} ({now.question}) is stated only now: {now.reason}"
        elif was and was.listed:
            yield f"{claim} ({was.question}) is no longer stated; its word was {was.word}."
        else:
            aside["only now" if now else "no longer"] += 1
    for when, count in aside.items():
        if count:
            verb = "is" if count == 1 else "are"
            yield f"Of what answers put forward, {count} {verb} stated {when}."


def _of_claim(claim: str, was: Answer, now: Answer) -> Iterator[str]:
    name = f"{claim} ({now.question})"
    if was.word != now.word:
        yield f"{name} went from {was.word} to {now.word}. {_why(now)}"
    elif was.reason != now.reason:
        yield f"{name} is still {now.word}, for another reason. {_why(now)}"
    if set(was.roots) != set(now.roots):
        yield f"{name} rests on {_roots(now)}, was {_roots(was)}."
    if was.mentions != now.mentions:
        yield f"{name} is stated {_times(now.mentions)}, was {_times(was.mentions)}."
    if was.against != now.against:
        yield f"{name}: roots against it {now.against}, was {was.against}."
    if was.question != now.question:
        yield f"{claim} asks another question now; it asked: {was.question}"


def _why(answer: Answer) -> str:
    return f"Reason: {answer.reason.removeprefix(f'{answer.word}: ')}"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _roots(answer: Answer) -> str:
    return listed(list(answer.roots)) or "no root"

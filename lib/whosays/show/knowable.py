"""The post-mortem card: where a claim stood on the day of print, and what came later."""

from datetime import date

from whosays.analysis.knowable import Step, known_from, steps
from whosays.case.model import Case, Date, Document
from whosays.show import sentences as say
from whosays.show.sentences import knowable as words
from whosays.show.standing import reason
from whosays.show.told import Told


def knowable(case: Case, claim: str) -> Told:
    """Return what was knowable on the day against what came later.

    Args:
        case: A checked case.
        claim: Id of a claim.

    Raises:
        UnknownIdError: There is no such claim.

    Example:
        >>> from whosays import load
        >>> print(*(row[3] for row in knowable(load("kramatorsk-2023"), "k01").rows))
        contested answered answered
    """
    subject = case.claim(claim).subject
    found = steps(case, claim)
    alone, printed, *later = found
    day = say.day(case.article.published)
    names = [
        words.alone(),
        words.by_print(day),
        *(words.by(_read(s.day)) if s.day else words.everything() for s in later),
    ]
    told = words.sentence(subject, alone.standing.word, day, printed.standing.word, _later(case, claim, found))
    rows = (_row(case, claim, name, step) for name, step in zip(names, found, strict=True))
    return Told(told, tuple(words.COLUMNS), tuple(rows))


def _read(day: date) -> str:
    return say.day(Date(day.isoformat(), day, day))


def _row(case: Case, claim: str, name: str, step: Step) -> tuple[str, ...]:
    attacks = sum(a.attacks for a in step.framework.trace.answers(claim))
    why = reason(step.framework, case.claim(claim), step.standing)
    return name, str(len(step.documents)), str(attacks), say.STANDING_WORDS[step.standing.word], why


def _later(case: Case, claim: str, found: list[Step]) -> str:
    """Return the sentence about what came after the day of print, or has no date."""
    later = found[2:]
    count = sum(len(step.documents) for step in later)
    changed = [
        step for before, step in zip(found[1:], later, strict=False) if step.standing.word != before.standing.word
    ]
    if not changed:
        return words.unmoved(count) if count else words.nothing_later()
    last = changed[-1]
    made_it = _made_it(case, claim, last)
    names = [words.document(d.publisher, d.id) for d in made_it]
    return words.moved(last.standing.word, _when(made_it) if last.day else "", names, len(changed))


def _when(documents: list[Document]) -> str:
    """Return when documents that came on one day could be known; a day, if one of them tells the day."""
    dates = [dated for d in documents if (dated := d.known_since or d.published)]
    exact = next((dated for dated in dates if dated.first == dated.last), None)
    return words.when(say.day(exact or dates[0]), exact is not None)


def _made_it(case: Case, claim: str, step: Step) -> list[Document]:
    """Return the documents that came with a step and speak to the claim; if none does, all that came."""
    came = [d for d in case.documents if d.id in step.documents and known_from(d) == step.day]
    trace = step.framework.trace
    spoken = (s for a in trace.answers(claim) for s in a.statements)
    stated = {s.document for s in (*spoken, *trace.statements.get(claim, ()))}
    return [d for d in came if d.id in stated] or came

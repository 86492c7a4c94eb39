"""The rebuttal bench: what each answer meets of a claim, what it leaves open, and which evidence would change a mind.

What would change a mind follows from the kind of the claim alone, the same for every party; what is already there is
left out. Each kind of evidence may turn out for the claim or against it (diagnostic evidence: Heuer 1999, chapter 8).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from whosays.analysis.trace import Answer, Trace
from whosays.case.model import ASPECTS, Relation, Statement

SURELY = ("clear", "likely", "unclear")
PARTS = tuple(aspect for aspect in ASPECTS if aspect != "whole")
MOST = 4
UNSHOWN = frozenset({"none given", "vouches for itself"})
SHOWN = "what it rests on"
WANTED = {
    "event": (SHOWN, "witness", "pictures", "record"),
    "toll": (SHOWN, "names", "every place", "pictures", "hospitals"),
    "target": ("every place", "who used it", SHOWN, "pictures", "order"),
    "motive": ("no window", "order", "older plan"),
    "date": ("dated record", "witness of the hour", SHOWN, "dated pictures"),
    "head count": (SHOWN, "roll", "every place", "room"),
    "law": ("text of the law", "facts of the law", "judgement"),
    "image": ("original file", "second picture", "who took it", "examiner"),
    "assessment": (SHOWN, "counter-cases", "outsider"),
    "framing": ("text of status", "who uses it", "outsider"),
}


@dataclass(frozen=True, slots=True)
class Match:
    """What one answer meets of a claim.

    Attributes:
        answer: The answer.
        covers: Aspects that it meets, in the order of ``ASPECTS``.
        partly: Aspects that it meets in part or unclearly.
        leaves: Aspects at issue, for any answer or for this one, that it does not meet; none if it meets the whole.
        surely: How sure it is that it speaks to this claim: clear, likely or unclear; of what it meets, if anything,
            the least sure part, each part taken from its surest link.
    """

    answer: Answer
    covers: tuple[str, ...]
    partly: tuple[str, ...]
    leaves: tuple[str, ...]
    surely: str


@dataclass(frozen=True, slots=True)
class Bench:
    """All answers against a claim, side by side.

    Attributes:
        matches: One for each answer, in the order of the answers.
        at_issue: The aspects that any attack meets or is said to miss, without the whole; if nothing attacks, that
            any caution does.
        met: How many answers meet each aspect, by aspect; nought for one at issue that nobody meets.
        missing: Kinds of evidence that would change a mind, at most four; see ``WANTED``.
    """

    matches: tuple[Match, ...]
    at_issue: tuple[str, ...]
    met: dict[str, int]
    missing: tuple[str, ...]


def bench(trace: Trace, claim: str) -> Bench:
    """Return what the answers against a claim meet, and which evidence is missing.

    Answers are those that attack the claim, and cautions; what supports it or only qualifies it is no answer, but
    counts as evidence that is there.

    Args:
        trace: The case in a layer.
        claim: Id of a claim.

    Raises:
        UnknownIdError: There is no such claim.
    """
    kind = trace.case.claim(claim).kind
    everything = trace.answers(claim)
    answers = [a for a in everything if a.attacks or a.kind == "cautions"]
    attacks = [a for a in answers if a.attacks] or answers  # a caution is aimed at nothing in particular
    at_issue = tuple(aspect for aspect in PARTS if any(aspect in a.meets for a in attacks))
    met = {a: sum(x.meets.get(a) == "meets" for x in answers) for a in (*at_issue, "whole")}
    there = _Evidence(trace, trace.statements.get(claim, []), everything)
    return Bench(
        matches=tuple(_match(a, at_issue) for a in answers),
        at_issue=at_issue,
        met={aspect: count for aspect, count in met.items() if count or aspect != "whole"},
        missing=tuple(want for want in WANTED[kind] if not there.has(want))[:MOST],
    )


def _match(answer: Answer, at_issue: Iterable[str]) -> Match:
    met = answer.meets
    covers = tuple(aspect for aspect in ASPECTS if met.get(aspect) == "meets")
    partly = tuple(aspect for aspect in ASPECTS if met.get(aspect) == "partly")
    whole = "whole" in covers
    left = {*at_issue, *met} - {*covers, *partly, "whole"}
    leaves = () if whole else tuple(aspect for aspect in PARTS if aspect in left)
    sure = [_surest(answer.relations, aspect, met[aspect]) for aspect in covers or partly]
    every = sure or [min((r.surely for r in answer.relations), key=SURELY.index)]
    return Match(answer, covers, () if whole else partly, leaves, max(every, key=SURELY.index))


def _surest(relations: Iterable[Relation], aspect: str, how: str) -> str:
    """Return how sure the surest of some links is that meets an aspect in a given way."""
    return min((r.surely for r in relations if r.meets.get(aspect) == how), key=SURELY.index)


class _Evidence:
    """What is there already for or against a claim, by rules that look at no name and no party's name."""

    def __init__(self, trace: Trace, stated: list[Statement], answers: list[Answer]) -> None:
        self.trace = trace
        self.stated = stated
        self.answers = answers

    def has(self, want: str) -> bool:
        """Return whether a kind of evidence is there; what no table can show is never there."""
        test = _TESTS.get(want)
        return test is not None and test(self)

    def shown(self) -> bool:
        """Whether anybody who states the claim says how it is known."""
        return any(self.trace.origin(s).basis not in UNSHOWN for s in self.stated)

    def clearly(self, basis: str, *aspects: str) -> bool:
        """Whether someone who knows in a given way meets one of some aspects, and clearly this claim."""
        return any(
            r.surely == "clear" and any(r.meets.get(aspect) == "meets" for aspect in aspects)
            for a in self.answers
            for s in a.statements
            if s.basis == basis
            for r in a.relations
            if r.from_ in {s.id, *s.claims}
        )

    def saw(self) -> bool:
        """Whether someone who states the claim, or speaks to it, saw it."""
        return any(s.basis == "saw" for s in self.stated) or self.clearly("saw", *ASPECTS)

    def law(self) -> bool:
        """Whether the text of a law is among those who speak."""
        spoken = [*self.stated, *(s for a in self.answers for s in a.statements)]
        return any(s.source and self.trace.case.source_by_id[s.source].kind == "law" for s in spoken)

    def outsider(self) -> bool:
        """Whether someone who is no party says how they judge it: for it, against it, or in between."""
        heads = (a.head for a in self.answers if a.head.basis not in UNSHOWN)
        return any(s.source and not self.trace.case.source_by_id[s.source].party for s in heads)


_TESTS: dict[str, Callable[[_Evidence], bool]] = {
    SHOWN: _Evidence.shown,
    "witness": _Evidence.saw,
    "every place": lambda there: there.clearly("saw", "place"),
    "names": lambda there: there.clearly("compared", "number"),
    "roll": lambda there: there.clearly("compared", "number", "presence"),
    "pictures": lambda there: there.clearly("compared", "place", "whole"),
    "second picture": lambda there: there.clearly("compared", "place", "whole"),
    "dated record": lambda there: there.clearly("compared", "date"),
    "witness of the hour": lambda there: there.clearly("saw", "date"),
    "text of the law": _Evidence.law,
    "text of status": _Evidence.law,
    "outsider": _Evidence.outsider,
}

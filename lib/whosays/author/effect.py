"""Which answers about a case differ between two states of it, and which single change makes a word differ."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from whosays.analysis.graph import circles
from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework
from whosays.author.change import Change, undone
from whosays.case.model import LAYERS, Case, Layer
from whosays.case.schema import schema
from whosays.show.audit import audits
from whosays.show.numbers import numbers
from whosays.show.standing import standings

T = TypeVar("T")
Kind = Literal["count", "standing", "mentions", "roots", "number", "finding"]
Cause = Literal["", "single", "together", "not tried"]
WEIGHED = ("claims", "statements", "sources", "relations", "figures")  # what a standing is worked out from
MOST, LEAST = 40, 8  # changes left out one by one
WORK = 200_000  # rows read for that in all, so that a larger case does not take longer by its square


@dataclass(frozen=True, slots=True)
class Effect:
    """One answer that differs.

    Attributes:
        kind: count, standing (its word or its reason), mentions, roots (of a claim), number (what the arithmetic says)
            or finding (circles, self-vouching, drift and joined roots on the way of a claim).
        layer: article, or beyond.
        row: Id of the claim; for a count what is counted; for a number empty.
        before: The answer as it was; empty if there was none.
        after: The answer as it is; empty if there is none.
        reason: For a standing, why, in one sentence.
        cause: For a word that differs: single (leaving out any one change of ``because`` brings the old word back),
            together (no one change does), or not tried (there were too many to leave out each of them).
        because: Those changes.
    """

    kind: Kind
    layer: Layer
    row: str
    before: str
    after: str
    reason: str = ""
    cause: Cause = ""
    because: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class _Answers:
    """What is compared of one state, in one layer."""

    counts: dict[str, int]
    words: dict[str, str]
    reasons: dict[str, str]
    mentions: dict[str, int]
    roots: dict[str, str]
    checks: list[str]
    findings: list[tuple[str, str]]


def _answers(case: Case, layer: Layer) -> _Answers:
    trace = Trace(case, layer)
    stands = standings(case, layer)
    stated = [s for s in case.statements if trace.holds(s)]
    counts = {
        "statements": len(stated),
        "claims": len(stands),
        "sources": sum(layer == "beyond" or s.layer == "article" for s in case.sources),
        "roots": len(trace.roots(stated)),
        "documents": len(case.documents) if layer == "beyond" else 0,
    }
    return _Answers(
        counts=counts,
        words={claim: s["standing"] for claim, s in stands.items()},
        reasons={claim: s["reason"] for claim, s in stands.items()},
        mentions={claim: len(trace.mentions(claim)) for claim in stands},
        roots={claim: " ".join(s["roots"]) for claim, s in stands.items()},
        checks=[check["text"] for check in numbers(trace)["checks"]],
        findings=[(claim, item["text"]) for claim, items in audits(trace).items() for item in items],
    )


def effects(before: Case, new: Case) -> list[Effect]:
    """Return every answer that differs, by layer and kind, claims in the order of the new state.

    Args:
        before: The old state, its renamed rows under their new ids.
        new: The new state.
    """
    return [e for layer in LAYERS for e in _between(layer, _answers(before, layer), _answers(new, layer))]


def _between(layer: Layer, was: _Answers, now: _Answers) -> Iterator[Effect]:
    for what, count in now.counts.items():
        if count != was.counts[what]:
            yield Effect("count", layer, what, str(was.counts[what]), str(count))
    yield from _of_claims(layer, was, now)
    for text, gone in _gone_and_come(was.checks, now.checks):
        yield Effect("number", layer, "", text if gone else "", "" if gone else text)
    for (claim, text), gone in _gone_and_come(was.findings, now.findings):
        yield Effect("finding", layer, claim, text if gone else "", "" if gone else text)


def _of_claims(layer: Layer, was: _Answers, now: _Answers) -> Iterator[Effect]:
    claims = dict.fromkeys((*now.words, *was.words))
    for claim in claims:
        if was.reasons.get(claim) != now.reasons.get(claim):
            words = was.words.get(claim, ""), now.words.get(claim, "")
            yield Effect("standing", layer, claim, *words, now.reasons.get(claim, ""))
    for claim in (c for c in claims if c in was.words and c in now.words):
        if was.mentions[claim] != now.mentions[claim]:
            yield Effect("mentions", layer, claim, str(was.mentions[claim]), str(now.mentions[claim]))
        if set(was.roots[claim].split()) != set(now.roots[claim].split()):
            yield Effect("roots", layer, claim, was.roots[claim], now.roots[claim])


def _gone_and_come(was: list[T], now: list[T]) -> Iterator[tuple[T, bool]]:
    yield from ((item, True) for item in (Counter(was) - Counter(now)))
    yield from ((item, False) for item in (Counter(now) - Counter(was)))


def attributed(found: Sequence[Effect], done: Iterable[Change], before: Case, new: Case) -> tuple[list[Effect], int]:
    """Return the effects, each changed word with the single changes that make it, and how many were left untried.

    A change makes a word if the new state without it alone has the old word again; that is worked out, not guessed.

    Args:
        found: The effects.
        done: The changes.
        before: The old state, its renamed rows under their new ids.
        new: The new state.
    """
    moved = {n: e for n, e in enumerate(found) if e.kind == "standing" and e.before and e.after and e.before != e.after}
    able = [c for c in done if c.table in WEIGHED and c.kind in {"added", "removed", "changed"} and c.column != "note"]
    size = sum(len(new.rows(table)) for table in WEIGHED)
    room = max(LEAST, min(MOST, WORK // max(1, size)))
    tried = _nearest(able, {e.row for e in moved.values()}, before, new)[:room] if moved else able
    because: dict[int, list[Change]] = {n: [] for n in moved}
    layers: set[Layer] = {effect.layer for effect in moved.values()}
    for change in tried if moved else ():
        case = undone(change, before, new)
        if not _can_be_weighed(case):
            continue
        words = {layer: Framework(Trace(case, layer)).standings() for layer in layers}
        for n, effect in moved.items():
            standing = words[effect.layer].get(effect.row)
            if standing and standing.word == effect.before:
                because[n].append(change)
    otherwise: Cause = "together" if len(tried) == len(able) else "not tried"
    told = [
        replace(e, cause="single" if because[n] else otherwise, because=tuple(because[n])) if n in moved else e
        for n, e in enumerate(found)
    ]
    return told, len(able) - len(tried)


def _nearest(able: Sequence[Change], claims: set[str], before: Case, new: Case) -> list[Change]:
    """Return the changes, first those of rows that are, state, or speak to one of some claims or what states it."""
    stated = {s.id for case in (before, new) for s in case.statements if claims.intersection(s.claims)}
    close = claims | stated
    for case in (before, new):
        close |= {r.id for r in case.relations if close.intersection((r.from_, r.to))}
    return sorted(able, key=lambda change: change.row not in close)


def _can_be_weighed(case: Case) -> bool:
    """Return whether a state with one change left out can be weighed: what it names is there, and runs in no circle.

    It need not be whole in other ways; a denial may lack the link that says to what.
    """
    ids = {name: {row.id for row in case.rows(name)} for name in schema()}
    for name in WEIGHED:
        for column in (c for c in schema()[name].columns if c.refers):
            known = set[str]().union(*(ids[table] for table in column.refers.split()))
            for row in case.rows(name):
                value: str | tuple[str, ...] = getattr(row, column.attribute)
                named = (value,) if isinstance(value, str) else value
                if any(item and item.rpartition(":")[2] not in known for item in named):
                    return False
    derived: dict[str, list[str]] = {}
    for relation in case.relations:
        if relation.kind == "derives from":
            if not {relation.from_, relation.to} <= ids["statements"]:
                return False
            derived.setdefault(relation.from_, []).append(relation.to)
    return not circles(derived) and not circles({s.id: (s.same_as, s.speaks_for) for s in case.sources})

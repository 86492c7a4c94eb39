"""The number ledger: every figure as an interval, what it may be compared with, and what was worked out from it.

Two figures are *comparable* only when what is counted, of whom, where and in which unit are the same. Comparable
figures agree, conflict, or it cannot be told: a bound excludes only what lies beyond it, so a lower bound never
conflicts with a higher number. A bound counts as touching its own number ("more than 600" and a bare "600").
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import inf

from whosays.analysis.interval import Interval, Verdict, compare, evaluate, names, near, times
from whosays.analysis.trace import Trace
from whosays.case.model import Figure
from whosays.case.translation import PERCENT

DOZENS = (24, 99)  # two dozens at least, and not yet a hundred


@dataclass(frozen=True, slots=True)
class Entry:
    """What one root says in a group.

    Attributes:
        root: Id of the root; empty if nobody is named.
        interval: What it says the number is.
        figures: Every mention of it, in the order of the file.
    """

    root: str
    interval: Interval
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Comparable figures.

    Attributes:
        what: What is counted.
        whom: Of whom, or of what.
        place: Where.
        unit: What one is.
        entries: One for each root and interval, in the order of the file.
        verdict: Whether they fit together; an entry alone agrees with itself.
        pair: Two entries that conflict, the lower first; None without a conflict.
    """

    what: str
    whom: str
    place: str
    unit: str
    entries: tuple[Entry, ...]
    verdict: Verdict
    pair: tuple[Entry, Entry] | None


@dataclass(frozen=True, slots=True)
class Derived:
    """A figure that was worked out from others, worked out again.

    Attributes:
        figure: The figure as stored.
        parts: The figures it is made from, in the order of its formula.
        interval: What the parts give; None if the formula cannot be read or names a figure outside the layer.
        fits: Whether the stored number is what the parts give.
    """

    figure: Figure
    parts: tuple[Figure, ...]
    interval: Interval | None
    fits: bool


def interval(figure: Figure) -> Interval:
    """Return what a figure may be, from its qualifier; in the unit of the figure."""
    if figure.value is None:
        return Interval(Fraction(DOZENS[0]), Fraction(DOZENS[1]))
    value = Fraction(figure.value)
    if figure.qualifier in {"more than", "at least"}:
        return Interval(value, inf)
    if figure.qualifier in {"less than", "at most"}:
        return Interval(-inf, value)
    return Interval(value, value, about=figure.qualifier == "about")


def groups(trace: Trace) -> list[Group]:
    """Return the comparable figures of a layer, group by group, in the order of the file; derived ones are left out."""
    found: dict[tuple[str, str, str, str], dict[tuple[str, Interval], list[Figure]]] = defaultdict(dict)
    for figure in printed(trace):
        root = trace.root(trace.case.statement_by_id[figure.statement])
        found[figure.thing].setdefault((root, interval(figure)), []).append(figure)
    return [
        _group(thing, (Entry(*key, tuple(figures)) for key, figures in own.items())) for thing, own in found.items()
    ]


def printed(trace: Trace) -> list[Figure]:
    """Return the figures that somebody gives in the layer, in the order of the file."""
    return [f for f in trace.case.figures if f.statement and (trace.layer == "beyond" or f.layer == "article")]


def _group(thing: tuple[str, str, str, str], entries: Iterable[Entry]) -> Group:
    own = tuple(entries)
    pair = _conflict(own)
    same = len({e.interval for e in own}) == 1 or all(e.interval.point for e in own)
    return Group(*thing, own, "conflict" if pair else "agree" if same else "cannot be told", pair)


def _conflict(entries: tuple[Entry, ...]) -> tuple[Entry, Entry] | None:
    """Return the two that are farthest apart and conflict; only the ends can, so each entry is looked at once.

    A point with a spread is more lenient than a sharp one, so the ends of both sorts are tried.
    """
    sorts = [[e for e in entries if e.interval.about == about] for about in (False, True)]
    lows = [min(sort, key=lambda e: e.interval.high) for sort in sorts if sort]
    highs = [max(sort, key=lambda e: e.interval.low) for sort in sorts if sort]
    pairs = [(a, b) for a in lows for b in highs if a.interval.high < b.interval.low]
    apart = [(a, b) for a, b in pairs if compare(a.interval, b.interval) == "conflict"]
    return max(apart, key=lambda p: p[1].interval.low - p[0].interval.high, default=None)


def same_number(figures: Iterable[Figure]) -> dict[tuple[Decimal, str], list[Figure]]:
    """Return, by value and unit, the figures of a number that stands for different things; 0 is no such number."""
    found: dict[tuple[Decimal, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.value:
            found[figure.value, figure.unit].append(figure)
    return {number: own for number, own in found.items() if len({f.what for f in own}) > 1}


def rising(group: Group) -> list[Entry]:
    """Return the lower bounds of a group from low to high; empty if there are not two different ones."""
    bounds = sorted((e for e in group.entries if e.interval.kind == "lower bound"), key=lambda e: e.interval.low)
    return bounds if bounds and bounds[0].interval.low != bounds[-1].interval.low else []


def linked(trace: Trace, found: list[Group]) -> list[list[Group]]:
    """Return the groups that speak to one number together, in order.

    Groups of one unit at one place belong together when a relation between their statements or claims meets the
    number: deaths counted by name answer a number of deaths, although the two are not strictly comparable. A
    statement that gives several figures speaks by its first one.
    """
    at: dict[str, set[int]] = defaultdict(set)
    where = {e.figures[0].thing: position for position, group in enumerate(found) for e in group.entries[:1]}
    for figure in {f.statement: f for f in reversed(printed(trace))}.values():
        at[figure.statement].add(where[figure.thing])
        for claim in trace.case.statement_by_id[figure.statement].claims:
            at[claim].add(where[figure.thing])
    first = list(range(len(found)))

    def head(position: int) -> int:
        while first[position] != position:
            first[position] = position = first[first[position]]
        return position

    for relation in (r for r in trace.case.relations if trace.holds(r) and r.number == "meets"):
        places: dict[tuple[str, str], int] = {}
        for position in sorted(at.get(relation.from_, set()) | at.get(relation.to, set())):
            one = head(places.setdefault((found[position].place, found[position].unit), position))
            first[max(one, head(position))] = min(one, head(position))
    families: dict[int, list[Group]] = defaultdict(list)
    for position, group in enumerate(found):
        families[head(position)].append(group)
    return list(families.values())


def derived(trace: Trace) -> list[Derived]:
    """Return the worked-out figures of a layer, each worked out again by interval arithmetic."""
    known = {f.id: f for f in trace.case.figures if trace.layer == "beyond" or f.layer == "article"}
    return [_derived(figure, known) for figure in known.values() if figure.derived]


def _derived(figure: Figure, known: Mapping[str, Figure]) -> Derived:
    parts = tuple(known[name] for name in names(figure.derived) if name in known)
    scale = Fraction(100 if figure.unit in PERCENT else 1)
    found = evaluate(figure.derived, {p.id: interval(p) for p in parts})
    if found is None:
        return Derived(figure, parts, None, fits=False)
    found = times(found, Interval(scale, scale))
    values = {p.id: Interval(v, v) for p in parts if p.value is not None for v in (Fraction(p.value),)}
    at_value = evaluate(figure.derived, values)
    return Derived(figure, parts, found, _fits(figure, times(at_value or found, Interval(scale, scale))))


def _fits(figure: Figure, found: Interval) -> bool:
    """Return whether a stored number is a worked-out one, rounded to its last digit, or near it if it says about."""
    own = interval(figure)
    if not found.point or figure.value is None:
        return compare(own, found) != "conflict"
    exponent = figure.value.as_tuple().exponent
    half = Fraction(Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)) / 2
    value = Fraction(figure.value)
    return abs(value - found.low) <= half or (own.about and near(value, found.low))

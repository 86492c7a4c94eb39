"""The number ledger as a view: one sentence, a table, the drawn groups on one axis, and the checks."""

import re
from decimal import Decimal
from fractions import Fraction
from math import inf
from statistics import median
from typing import Any

from whosays.analysis import ledger
from whosays.analysis.ledger import Derived, Entry, Group
from whosays.analysis.trace import Trace
from whosays.case.model import Case, Figure, Statement
from whosays.show import sentences as say
from whosays.show.entry import name_of
from whosays.show.language import digits, quote
from whosays.show.sentences import numbers as words

DRAWN = "person"  # where the case counts people, people are drawn; else what it counts most often
REACH = 10  # one figure that is this many times the median would press all others against the axis
TICKS = 9
BY_NAME = "by name"
SHAPES = {
    "exactly": "exact",
    "more than": "at least",
    "at least": "at least",
    "less than": "at most",
    "at most": "at most",
}


def numbers(trace: Trace) -> dict[str, Any]:
    """Return the figures of a layer for a chart, each with its sentence and table.

    Args:
        trace: The case in a layer.

    Returns:
        ``sentence``; ``table`` (``columns``, ``rows``: every printed figure); ``axis`` (``max``, ``ticks``, from 0, in
        the drawn unit, ``ticks_text``); ``groups`` (``title``, ``whom``, ``band`` from the lowest to the highest figure
        of the article or None, ``rows`` with ``figures``, ``who``, ``how``, ``value``, ``shape``, ``text``, ``note``,
        ``layer``, ``statements``); ``warning``; ``left_out``; ``checks`` (``text``, ``figures``).
    """
    printed = ledger.printed(trace)
    found = ledger.groups(trace)
    unit = _unit(printed)
    limit = _limit([e for g in found if g.unit == unit for e in g.entries])
    drawn = _drawn(trace, found, unit, limit)
    shown = {f for group in drawn for row in group["rows"] for f in row["figures"]}
    large = sum(f.unit == unit and f.id not in shown for f in printed)
    other = sum(f.unit != unit for f in printed)
    same = ledger.same_number(printed)
    rows = sum(len(group["rows"]) for group in drawn)
    return {
        "sentence": words.sentence(rows, len(drawn)) if drawn else words.sentence(len(printed), len(found)),
        "table": {"columns": list(words.COLUMNS), "rows": [_cells(trace, f) for f in printed]},
        "axis": _axis(max((row["value"] for group in drawn for row in group["rows"]), default=0)),
        "groups": drawn,
        "warning": _warning(drawn, same, unit),
        "left_out": words.left_out(large, REACH, other, unit),
        "checks": _checks(trace, found, same),
    }


def _unit(printed: list[Figure]) -> str:
    units = [f.unit for f in printed]
    return DRAWN if DRAWN in units or not units else max(dict.fromkeys(units), key=units.count)


def _limit(entries: list[Entry]) -> Fraction:
    values = [value for e in entries if (value := _value(e)) > 0]
    return REACH * Fraction(median(values)) if values else Fraction(0)


def _value(entry: Entry) -> Fraction:
    """Return where an entry stands on the axis: its number, or the lower end of its range."""
    ends = (entry.interval.low, entry.interval.high)
    return next(end for end in ends if isinstance(end, Fraction))


def _fits(entry: Entry, limit: Fraction) -> bool:
    return 0 <= _value(entry) <= limit


def _town(place: str) -> str:
    """Return the town of a place: "dormitory 28, Kramatorsk" lies in Kramatorsk."""
    return place.rpartition(", ")[2]


def _drawn(trace: Trace, found: list[Group], unit: str, limit: Fraction) -> list[dict[str, Any]]:
    """Return the groups that are drawn; parts of one town that count the same stand under one title."""
    merged: dict[tuple[str, ...], list[Group]] = {}
    for family in (f for f in ledger.linked(trace, found) if f[0].unit == unit):
        head = family[0]
        merged.setdefault((head.what, head.whom, _town(head.place)), []).extend(family)
    shown = ((family[0], [(g, e) for g in family for e in g.entries if _fits(e, limit)]) for family in merged.values())
    return [_drawn_group(trace, head, entries) for head, entries in shown if entries]


def _drawn_group(trace: Trace, head: Group, entries: list[tuple[Group, Entry]]) -> dict[str, Any]:
    one_place = len({g.place for g, _ in entries}) == 1
    inside = [_value(e) for _, e in entries if any(f.layer == "article" for f in e.figures)]
    wide = one_place and inside and min(inside) < max(inside)
    return {
        "title": words.group_title(head.what, _town(head.place)),
        "whom": head.whom,
        "band": [_plain(min(inside)), _plain(max(inside))] if wide else None,
        "rows": [_row(trace, head, g, e, part="" if one_place else g.place) for g, e in entries],
    }


def _row(trace: Trace, head: Group, group: Group, entry: Entry, part: str) -> dict[str, Any]:
    case = trace.case
    first = entry.figures[0]
    statement = case.statement_by_id[first.statement]
    name = name_of(case, entry.root)
    inner = part.removesuffix(_town(part)).removesuffix(", ")
    return {
        "figures": [f.id for f in entry.figures],
        "who": say.capital(inner) if inner else name,
        "how": words.row_how(name, _how(case, statement, in_row=True)) if inner else _how(case, statement),
        "value": _plain(_value(entry)),
        "shape": _shape(trace, entry),
        "text": words.figure(first.qualifier, first.value),
        "note": words.note(_differs(group.what, head.what), _differs(group.whom, head.whom)),
        "layer": first.layer,
        "statements": [f.statement for f in entry.figures],
    }


def _how(case: Case, statement: Statement, *, in_row: bool = False) -> str:
    """Return how who gives a figure knows, or the document that carries it."""
    if not statement.passage:
        return _document(case, statement.document)
    return (say.BASIS_LINE if in_row else say.BASIS)[statement.basis]


def _differs(own: str, heading: str) -> str:
    return own if own != heading else ""


def _document(case: Case, document: str) -> str:
    row = case.document_by_id[document]
    return words.carried(row.publisher, say.day(row.published) or say.undated())


def _shape(trace: Trace, entry: Entry) -> str:
    if any(trace.case.statement_by_id[f.statement].basis == "saw" for f in entry.figures):
        return "saw"
    first = entry.figures[0]
    return "named" if BY_NAME in first.what else SHAPES.get(first.qualifier, "about")


def _plain(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else float(value)


def _axis(highest: float) -> dict[str, Any]:
    """Return an axis from 0 to beyond the highest value, in steps of 1, 2 or 5 and a power of ten."""
    top = Fraction(str(highest))
    power = Fraction(1)
    while power * 10 <= top:
        power *= 10
    while 0 < top < power:
        power /= 10
    steps = (power * factor for factor in (Fraction(1, 10), Fraction(1, 5), Fraction(1, 2), 1, 2, 5))
    step = next(s for s in steps if top // s + 2 <= TICKS) if top else Fraction(1)
    ticks = [_plain(step * n) for n in range(top // step + 2)]
    return {"max": ticks[-1], "ticks": ticks, "ticks_text": [digits(Decimal(str(tick))) for tick in ticks]}


def _cells(trace: Trace, figure: Figure) -> list[str]:
    case = trace.case
    statement = case.statement_by_id[figure.statement]
    passage = case.passage_by_id.get(statement.passage)
    where = say.place(passage.role, passage.paragraph) if passage else _document(case, statement.document)
    printed = words.figure(figure.qualifier, figure.value)
    counted = [figure.what, figure.whom, figure.place]
    return [where, name_of(case, statement.source), *counted, printed, figure.unit, *_ends(figure)]


def _ends(figure: Figure) -> list[str]:
    if figure.qualifier == "about" and figure.value is not None:
        return [words.near(figure.value)] * 2
    own = ledger.interval(figure)
    ends = (own.low, own.high)
    whole = figure.value if figure.value is not None else Decimal(0)
    exact = figure.value is not None
    return [words.no_end() if e in {-inf, inf} else digits(whole) if exact else str(e) for e in ends]


def _warning(drawn: list[dict[str, Any]], same: dict[tuple[Decimal, str], list[Figure]], unit: str) -> str:
    """Return what must not be mixed, and the number that is most often used for different things."""
    first = words.warning(len(drawn))
    own = [(value, figures) for (value, of), figures in same.items() if of == unit]
    if not own:
        return first
    value, figures = max(own, key=lambda pair: len(pair[1]))
    return f"{first} {words.used(value, list(dict.fromkeys(f.what for f in figures)))}".strip()


def _things(figures: list[Figure]) -> list[str]:
    return list(dict.fromkeys(words.thing(f.what, f.whom) for f in figures))


def _checks(trace: Trace, found: list[Group], same: dict[tuple[Decimal, str], list[Figure]]) -> list[dict[str, Any]]:
    checks = [
        {"text": words.same_number(value, _things(figures)), "figures": [f.id for f in figures]}
        for (value, _), figures in same.items()
    ]
    checks += [check for group in found for check in _group_checks(trace, group)]
    return checks + [_derived_check(d) for d in ledger.derived(trace)]


def _group_checks(trace: Trace, group: Group) -> list[dict[str, Any]]:
    head = words.counted_as(group.what, group.whom, group.place)
    checks: list[dict[str, Any]] = []

    def add(text: str, figures: list[Figure]) -> None:
        checks.append({"text": f"{head}: {text}", "figures": [f.id for f in figures]})

    by_value: dict[Decimal, list[Figure]] = {}
    for figure in (f for e in group.entries for f in e.figures):
        if figure.value is not None:
            by_value.setdefault(figure.value, []).append(figure)
    for figures in by_value.values():
        ways = dict.fromkeys(words.figure(f.qualifier, f.value) for f in figures)
        if len(ways) > 1:
            add(words.ways(list(ways)), figures)
    if group.pair:
        said = [t for e in group.pair for t in (_text(e), name_of(trace.case, e.root))]
        add(words.conflict(*said), [f for e in group.pair for f in e.figures])
    bounds = ledger.rising(group)
    if bounds:
        add(words.rising(list(dict.fromkeys(map(_text, bounds)))), [f for e in bounds for f in e.figures])
    return checks


def _text(entry: Entry) -> str:
    return words.figure(entry.figures[0].qualifier, entry.figures[0].value)


def _derived_check(found: Derived) -> dict[str, Any]:
    own = found.figure
    texts = {f.id: words.figure(f.qualifier, f.value) for f in found.parts}
    formula = re.sub(r"[a-z]\w*", lambda m: quote(texts.get(m[0], m[0])), own.derived)
    kind = found.interval.kind if found.interval else ""
    stored = words.figure(own.qualifier, own.value)
    text = words.derived(own.what, formula, stored, own.unit, kind, fits=found.fits)
    return {"text": text, "figures": [own.id, *(f.id for f in found.parts)]}

"""The two clocks as a view: happened, said, printed, on one row of days; and the dates that do not fit."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from whosays.analysis import clock
from whosays.analysis.clock import Clash, Span
from whosays.analysis.trace import Trace
from whosays.case.model import Document, Layer, Statement
from whosays.show import sentences as say
from whosays.show.sentences import clocks as words

COLUMNS = 8  # more do not fit beside one another
BOXES = 10  # more of them are one wall
AFTER = timedelta(days=3)  # what comes later than this after the article stands in the table alone
LOOSE = timedelta(days=6)  # a date looser than a week says too little to be drawn


@dataclass(frozen=True, slots=True)
class _Item:
    """One thing to be drawn: a statement, a document, or the article."""

    row: str
    span: Span
    layer: Layer
    topic: str
    event: str
    root: str
    who: str
    undated: bool = False
    conflict: bool = False
    statement: str = ""


@dataclass(frozen=True, slots=True)
class _Columns:
    spans: list[Span]
    carries: list[bool]

    def at(self, day: date) -> int:
        return max(0, bisect_right(self.spans, day, key=lambda s: s.first) - 1)


def clocks(trace: Trace) -> dict[str, Any]:
    """Return when it happened, was said and was printed, for three rows of boxes, each with its sentence and table.

    Args:
        trace: The case in a layer.

    Returns:
        ``sentence``; ``note`` (what a phrase as "yesterday" does not reach; else empty); ``left_out``; ``columns``
        (``label``, ``skipped``); ``rows`` (``title``, ``note``, ``boxes`` with ``from`` and ``to`` as positions of
        columns, both included, ``title``, ``text``, ``conflict``, ``undated``, ``layer``, ``statements``);
        ``conflicts`` (sentences); ``table`` (``columns``, ``rows``: every date, the possible days of undated
        statements included).
    """
    found = _clear(trace, clock.clashes(trace))
    items = [*_happened(trace, found), *_said(trace), *_printed(trace)]
    window = _window(trace, items)
    drawn = [i for i in items if _drawable(i, window)]
    columns = _columns(drawn)
    decided = {c.claim for c in found if c.rule != "counted back" or c.fitting is None}  # one date may fail twice
    undecided = {c.claim for c in found} - decided
    told = [_conflict(trace, c) for c in found]
    counted_back = [text for text, c in zip(told, found, strict=True) if c.rule == "counted back"]
    dates = sum(bool(i.statement) and not i.undated for i in items)
    return {
        "sentence": words.sentence(dates, len(decided), len(undecided)),
        "note": counted_back[0] if counted_back else "",
        "left_out": words.left_out(len(items) - len(drawn), window.first, window.last),
        "columns": _heads(columns),
        "rows": [
            _row(trace, row, [i for i in drawn if i.row == row], columns) for row in ("happened", "said", "printed")
        ],
        "conflicts": told,
        "table": {"columns": list(words.COLUMNS), "rows": _table(trace)},
    }


def _clear(trace: Trace, found: list[Clash]) -> list[Clash]:
    """Leave out, of what is counted back, repetitions by one root, and the undecided where a dated one decides."""
    kept: dict[Hashable, Clash] = {}
    for n, clash in enumerate(found):
        said = clash.said
        key = (clash.claim, clash.phrase, trace.root(said.statement)) if said else n
        if key not in kept or (clash.fitting is None and kept[key].fitting is not None):
            kept[key] = clash
    return list(kept.values())


def _happened(trace: Trace, found: list[Clash]) -> list[_Item]:
    events = _events(trace)
    at_issue = {s.id for c in found for s in _at_issue(c)}
    return [
        _item(trace, "happened", s, clock.span(s.happened), event=events[_dates(trace, s)], conflict=s.id in at_issue)
        for s in clock.dated(trace)
        if s.happened
    ]


def _dates(trace: Trace, statement: Statement) -> str:
    """Return the claim that the date of a statement speaks to: the one that is about a date, if it carries one."""
    claims = trace.case.claim_by_id
    return next((c for c in statement.claims if claims[c].kind == "date"), statement.claim)


def _at_issue(clash: Clash) -> Iterable[Statement]:
    """Return the statements whose date is framed: the date that is answered, or each of those given for one claim."""
    if clash.rule == "counted back" and clash.fitting is not None:
        return ()
    return (s for side in (clash.sides if clash.rule == "within" else clash.sides[:1]) for s in side.statements)


def _events(trace: Trace) -> dict[str, str]:
    """Return for each claim the first claim that dates the same event: those that support one date, or answer it."""
    first = {c.id: c.id for c in trace.case.claims}

    def head(claim: str) -> str:
        while first[claim] != claim:
            first[claim] = claim = first[first[claim]]
        return claim

    answering: dict[str, str] = {}
    for relation in (r for r in trace.case.relations if trace.holds(r) and r.date == "meets" and r.to in first):
        statement = trace.case.statement_by_id.get(relation.from_)
        claim = statement.claim if statement else relation.from_
        if claim in first:
            other = answering.setdefault(relation.to, claim) if relation.kind == "rebuts" else relation.to
            first[head(claim)] = head(other)
    return {claim: head(claim) for claim in first}


def _item(  # noqa: PLR0913 - a statement and where it is drawn
    trace: Trace,
    row: str,
    statement: Statement,
    span: Span,
    *,
    event: str,
    undated: bool = False,
    conflict: bool = False,
) -> _Item:
    case = trace.case
    root = trace.root(statement)
    body = trace.root_of_source(statement.source) if statement.source else ""
    who = case.source_by_id[body].label if body else say.nobody()
    topic = case.claim_by_id[statement.claim].topic
    return _Item(row, span, statement.layer, topic, event, root, who, undated, conflict, statement.id)


def _said(trace: Trace) -> list[_Item]:
    """Return when statements were made; where nothing tells, there is nothing to draw."""
    return [
        _item(trace, "said", when.statement, when.span, event=when.statement.claim, undated=when.undated)
        for when in clock.said(trace)
        if when.span
    ]


def _printed(trace: Trace) -> list[_Item]:
    article = trace.case.article
    own = _Item("printed", clock.span(article.published), "article", "", article.id, "", article.outlet)
    return [own, *(_document(d, clock.span(d.published)) for d in _documents(trace) if d.published)]


def _documents(trace: Trace) -> Sequence[Document]:
    return trace.case.documents if trace.layer == "beyond" else ()


def _document(row: Document, span: Span) -> _Item:
    return _Item("printed", span, "beyond", "", row.id, "", row.publisher)


def _window(trace: Trace, items: list[_Item]) -> Span:
    """Return the days that are drawn: from the first event that is dated well enough to shortly after the article."""
    published = clock.span(trace.case.article.published)
    end = published.last + AFTER if published.last < date.max - AFTER else date.max
    starts = [i.span.first for i in items if i.row == "happened" and i.span.last - i.span.first <= LOOSE]
    return Span(min([published.first, *(s for s in starts if s <= end)]), end)


def _drawable(item: _Item, window: Span) -> bool:
    inside = window.first <= item.span.first and item.span.last <= window.last
    article = item.row == "printed" and item.layer == "article"  # always drawn, however loosely it is dated
    return inside and (item.undated or article or item.span.last - item.span.first <= LOOSE)


def _columns(drawn: list[_Item]) -> _Columns:
    """Return days and runs of days; a break is kept where an event, or the article itself, stands on one side of it."""
    weights: dict[date, int] = defaultdict(int)
    for item in drawn:
        heavy = item.row == "happened" or item.layer == "article"
        for day in (item.span.first, item.span.last):
            weights[day] = max(weights[day], 2 if heavy else 1)
    spans: list[Span] = []
    marks: list[int] = []
    for day in sorted(weights):
        if spans and spans[-1].last + clock.DAY < day:
            spans.append(Span(spans[-1].last + clock.DAY, day - clock.DAY))
            marks.append(0)
        spans.append(Span(day, day))
        marks.append(weights[day])
    breaks = sorted(range(1, len(spans)), key=lambda n: (max(marks[n - 1 : n + 1]), sum(marks[n - 1 : n + 1]), n))
    starts = [0, *sorted(breaks[-(COLUMNS - 1) :])]
    runs = list(zip(starts, [*starts[1:], len(spans)], strict=True))
    return _Columns([Span(spans[a].first, spans[b - 1].last) for a, b in runs], [any(marks[a:b]) for a, b in runs])


def _heads(columns: _Columns) -> list[dict[str, Any]]:
    before = [None, *(s.last for s in columns.spans)]
    labels = [words.column(s.first, s.last, b) for s, b in zip(columns.spans, before, strict=False)]
    return [{"label": label, "skipped": not full} for label, full in zip(labels, columns.carries, strict=True)]


def _row(trace: Trace, row: str, items: list[_Item], columns: _Columns) -> dict[str, Any]:
    note = "printed_note_article" if row == "printed" and trace.layer == "article" else f"{row}_note"
    boxes = [_box(trace, group, columns) for group in _grouped(items, columns)]
    boxes.sort(key=lambda b: (b["from"], b["to"]))
    return {"title": words.LABELS[f"clocks_{row}"], "note": words.LABELS[f"clocks_{note}"], "boxes": boxes}


_LEVELS: tuple[Callable[[_Item], tuple[Hashable, ...]], ...] = (
    lambda i: (i.event, i.conflict, i.undated),
    lambda i: (i.topic, i.root, i.conflict, i.undated),
    lambda i: (i.topic, i.conflict, i.undated),
    lambda i: (i.conflict, i.undated),
)


def _grouped(items: list[_Item], columns: _Columns) -> list[list[_Item]]:
    """Return what shares a box, in as few boxes as needed; the two layers never share one.

    Of one event if that gives few boxes; else of one speaker, of one topic, of the same columns; and if even that
    is too much, all that begins in one column.
    """
    for level in _LEVELS:
        found: dict[Hashable, list[_Item]] = defaultdict(list)
        for i in items:
            where = () if i.row == "happened" else (columns.at(i.span.first), columns.at(i.span.last))
            found[level(i), i.layer, where].append(i)
        groups = [part for group in found.values() for part in _parted(group)]
        if len(groups) <= BOXES:
            return groups
    found = defaultdict(list)
    for i in items:
        found[columns.at(i.span.first), i.layer].append(i)
    return list(found.values())


def _parted(group: list[_Item]) -> list[list[_Item]]:
    """Return what happened, parted where a whole day lies between; the rest stands in the same columns anyway."""
    if group[0].row != "happened":
        return [group]
    parts: list[list[_Item]] = []
    reach = date.min
    for item in sorted(group, key=lambda i: i.span.first):
        if not parts or item.span.first - reach > clock.DAY:
            parts.append([])
        parts[-1].append(item)
        reach = max(reach, item.span.last)
    return parts


def _box(trace: Trace, group: list[_Item], columns: _Columns) -> dict[str, Any]:
    claims = trace.case.claim_by_id
    events, topics = {i.event for i in group}, {i.topic for i in group}
    who = list(dict.fromkeys(i.who for i in group))
    head = group[0]
    title, about, names = words.statements(len(group)), "", words.names(who)
    if head.row == "printed":
        title, names = (who[0], "") if len(who) == 1 else (words.documents(len(group)), names)
    elif len(events) == 1:
        title, about = say.capital(claims[head.event].subject), head.topic
    elif len(topics) == 1:
        title = head.topic
    first, last = min(i.span.first for i in group), max(i.span.last for i in group)
    return {
        "from": columns.at(first),
        "to": columns.at(last),
        "title": title,
        "text": words.text(about, names, undated=all(i.undated for i in group)),
        "conflict": any(i.conflict for i in group),
        "undated": all(i.undated for i in group),
        "layer": head.layer,
        "statements": [i.statement for i in group if i.statement],
    }


def _conflict(trace: Trace, clash: Clash) -> str:
    claims = trace.case.claim_by_id
    side = clash.sides[0]
    when = words.days(side.span.first, side.span.last)
    if clash.said and clash.said.span and clash.rule == "counted back":
        if clash.fitting:
            return words.counted_back_open(clash.phrase, when, words.days(clash.fitting.first, clash.fitting.last))
        spoken = clash.said.span
        return words.counted_back(clash.phrase, words.days(spoken.first, spoken.last), when)
    told = [words.one_side(words.days(s.span.first, s.span.last), len(s.voices), len(s.roots)) for s in clash.sides]
    versions: dict[str, dict[str, None]] = defaultdict(dict)
    for statement in (s for other in clash.sides[1:] for s in other.statements if s.claim != clash.claim):
        versions[claims[statement.claim].subject][statement.source] = None
    subject = words.about(claims[clash.claim].topic, claims[clash.claim].subject)
    return words.conflict(subject, told, [(what, len(who)) for what, who in versions.items()])


def _table(trace: Trace) -> list[list[str]]:
    rows = [_cells(trace, "happened", s, clock.span(s.happened)) for s in clock.dated(trace) if s.happened]
    rows += [
        _cells(trace, "said", when.statement, when.span, words.possible() if when.undated else "")
        for when in clock.said(trace)
        if when.span
    ]
    article = trace.case.article
    printed = [(article.published, article.outlet, article.title, "article")]
    printed += [(d.published, d.publisher, d.title, "beyond") for d in _documents(trace) if d.published]
    for published, who, title, layer in printed:
        ends = [published.first.isoformat(), published.last.isoformat()]
        rows.append([words.LABELS["clocks_printed"], *ends, title, who, "", words.LAYERS[layer]])
    return rows


def _cells(trace: Trace, row: str, statement: Statement, span: Span, note: str = "") -> list[str]:
    case = trace.case
    who = case.source_by_id[statement.source].name if statement.source else say.capital(say.nobody())
    gist = f"{statement.gist} ({say.capital(note)}.)" if note else statement.gist
    what = case.claim_by_id[statement.claim].question
    ends = [span.first.isoformat(), span.last.isoformat()]
    return [words.LABELS[f"clocks_{row}"], *ends, what, who, gist, words.LAYERS[statement.layer]]

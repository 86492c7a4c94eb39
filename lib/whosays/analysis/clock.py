"""Two clocks: when it happened, when it was said, when it was printed; and dates that exclude one another.

Dates conflict by three rules, the same for every party:

* *answered*: the dates of a claim and of what rebuts it by date have no day in common;
* *within*: dates given for one claim have at least one whole day between them. Days that follow one another may be
  two names for one midnight and do not conflict;
* *counted back*: a root says that something fell within the day before it spoke, and itself dates an event of the
  same topic outside that reach.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from whosays.analysis.trace import Trace
from whosays.case.model import Date, Statement

DAY = timedelta(days=1)
# Phrases that count back from the day of speaking, and by how many days at most and at least.
BACK = (
    ("past day", 1, 0),
    ("last day", 1, 0),
    ("past 24 hours", 1, 0),
    ("last 24 hours", 1, 0),
    ("last night", 1, 0),
    ("the night before", 1, 0),
    ("yesterday", 1, 1),
    ("the day before", 1, 1),
)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from first to last, both included."""

    first: date
    last: date

    def meets(self, other: "Span") -> bool:
        """Return whether two spans have a day in common."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Said:
    """When a statement was made.

    Attributes:
        statement: The statement.
        span: The days on which it may have been made; None if nothing tells.
        undated: Whether the days are only those that are possible.
    """

    statement: Statement
    span: Span | None
    undated: bool


@dataclass(frozen=True, slots=True)
class Side:
    """Statements whose dates fit together, against others.

    Attributes:
        span: From the first of their days to the last.
        statements: They, in the order of the file.
        voices: Ids of the sources that speak, the relays left out.
        roots: Ids of their independent roots.
    """

    span: Span
    statements: tuple[Statement, ...]
    voices: tuple[str, ...]
    roots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """Dates that do not fit.

    Attributes:
        rule: By which of the rules.
        claim: Id of the claim whose date is at issue.
        sides: The sides; for *answered* that of the claim first.
        phrase: For *counted back*: the phrase.
        said: For *counted back*: when it was said.
        fitting: For *counted back*: the days of speaking from which the phrase reaches the date; None if none of
            the possible days does.
    """

    rule: Literal["answered", "within", "counted back"]
    claim: str
    sides: tuple[Side, ...]
    phrase: str = ""
    said: Said | None = None
    fitting: Span | None = None


def span(value: Date) -> Span:
    """Return the days that a date may mean."""
    return Span(value.first, value.last)


def dated(trace: Trace) -> list[Statement]:
    """Return the statements of the layer that say when something happened, in the order of the file."""
    return [s for s in trace.case.statements if s.happened and trace.holds(s)]


def said(trace: Trace) -> list[Said]:
    """Return when each statement of the layer was made, in the order of the file.

    What the outlet says in its own voice is said when it is printed, and is left out. An undated statement was
    made between the first event that its topic dates in the same layer and its publication.
    """
    topics = _first_of_topic(trace)
    return [_said(trace, s, topics) for s in trace.case.statements if trace.holds(s) and not _own_voice(s)]


def _own_voice(statement: Statement) -> bool:
    return bool(statement.passage) and statement.form in {"own voice", "presupposed"}


def _first_of_topic(trace: Trace) -> dict[str, date]:
    found: dict[str, date] = {}
    for s in dated(trace):
        topic = trace.case.claim_by_id[s.claim].topic
        if s.happened and s.layer == "article":
            found[topic] = min(found.get(topic, s.happened.first), s.happened.first)
    return found


def _said(trace: Trace, statement: Statement, topics: dict[str, date]) -> Said:
    if statement.said_on:
        return Said(statement, span(statement.said_on), undated=False)
    case = trace.case
    out = case.article.published if statement.passage else case.document_by_id[statement.document].published
    topic = case.claim_by_id[statement.claim].topic
    first = topics.get(topic, statement.happened.first if statement.happened else None)
    possible = first is not None and out is not None and first <= out.last
    return Said(statement, Span(first, out.last) if first and out and possible else None, undated=True)


def sides(trace: Trace, statements: Iterable[Statement], *, touching: bool) -> list[Side]:
    """Return statements with dates, parted into as few sides as fit together, in order of time.

    Args:
        trace: The case in a layer.
        statements: Statements that date something.
        touching: Whether days that follow one another fit together; if not, they need a day in common.
    """
    ordered = sorted((s for s in statements if s.happened), key=lambda s: (_last(s), _first(s)))
    slack = DAY if touching else timedelta(0)
    parts: list[list[Statement]] = []
    reach = date.min
    for statement in ordered:
        if not parts or _first(statement) > reach:
            parts.append([])
            reach = _last(statement) if _last(statement) == date.max else _last(statement) + slack
        parts[-1].append(statement)
    return [side(trace, part) for part in parts]


def _first(statement: Statement) -> date:
    return statement.happened.first if statement.happened else date.min


def _last(statement: Statement) -> date:
    return statement.happened.last if statement.happened else date.max


def side(trace: Trace, statements: Sequence[Statement]) -> Side:
    """Return some statements with dates as one side."""
    speakers = [s.source for s in statements if s.source]
    names = (trace.case.source_by_id[name].same_as or name for name in speakers)
    days = Span(min(map(_first, statements)), max(map(_last, statements)))
    return Side(days, tuple(statements), tuple(dict.fromkeys(names)), tuple(trace.roots(statements)))


def clashes(trace: Trace) -> list[Clash]:
    """Return the dates of a layer that do not fit, rule by rule, in the order of the claims."""
    return [*_answered(trace), *_within(trace), *_counted_back(trace)]


def _answered(trace: Trace) -> list[Clash]:
    found: list[Clash] = []
    for claim in trace.case.claims:
        own = [s for s in trace.statements.get(claim.id, ()) if s.happened]
        against = [r for r in trace.rebuttals(claim.id) if r.to == claim.id and r.date == "meets"] if own else []
        others = {s.id: s for r in against for s in trace.carriers(r) if s.happened}
        for mine in sides(trace, own, touching=True):
            apart = [s for s in others.values() if s.happened and not span(s.happened).meets(mine.span)]
            if apart:
                found.append(Clash("answered", claim.id, (mine, *sides(trace, apart, touching=False))))
    return found


def _within(trace: Trace) -> list[Clash]:
    found: list[Clash] = []
    for claim in trace.case.claims:
        parts = sides(trace, trace.statements.get(claim.id, ()), touching=True)
        if len(parts) > 1:
            found.append(Clash("within", claim.id, tuple(parts)))
    return found


def _counted_back(trace: Trace) -> list[Clash]:
    claims = trace.case.claim_by_id
    dates: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for s in dated(trace):
        if claims[s.claim].kind == "date":
            dates[trace.root(s), claims[s.claim].topic].append(s)
    found: list[Clash] = []
    for when in said(trace):
        s = when.statement
        phrase = next((p for p in BACK if p[0] in s.gist.casefold()), None)
        if phrase is None or s.happened or when.span is None or not trace.root(s):
            continue
        for part in sides(trace, dates.get((trace.root(s), claims[s.claim].topic), ()), touching=True):
            clash = _reach(part, when, when.span, phrase)
            found.extend([clash] if clash else [])
    return found


def _reach(part: Side, when: Said, spoken: Span, phrase: tuple[str, int, int]) -> Clash | None:
    """Return the clash of a phrase with a date, unless every possible day of speaking reaches the date."""
    words, most, least = phrase
    late = spoken.last - part.span.last > most * DAY
    fitting = Span(
        max(spoken.first, part.span.first + least * DAY), part.span.last + most * DAY if late else spoken.last
    )
    if fitting == spoken:
        return None
    possible = fitting if fitting.first <= fitting.last else None
    return Clash("counted back", part.statements[0].claim, (part,), words, when, possible)

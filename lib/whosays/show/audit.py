"""The audit of attribution as a view: what stands out on the way of a claim, and who is named for what."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from whosays.analysis.audit import Audit, Drift, Joined, Vouching, speakers
from whosays.analysis.trace import Trace
from whosays.case.model import Statement
from whosays.show import sentences as say
from whosays.show.entry import name_of
from whosays.show.sentences import audit as words
from whosays.show.sentences.numbers import figure


def audits(trace: Trace) -> dict[str, list[dict[str, Any]]]:
    """Return what stands out on the way of every claim that the layer states.

    Args:
        trace: The case in a layer.

    Returns:
        By claim id, in the order of the file: ``kind`` (circular, self-vouching, drift or joined), ``text`` (one
        sentence), ``statements`` (ids of those it is about); in this order, each once.

    Example:
        >>> from whosays import load
        >>> audits(Trace(load("kramatorsk-2023"), "article"))["k01"][0]["text"]
        'The headline gives 600 as exact; paragraph 1 gives more than 600.'
    """
    index = Audit(trace)
    return {claim.id: _found(index, claim.id) for claim in trace.case.claims if trace.statements.get(claim.id)}


def _found(index: Audit, claim: str) -> list[dict[str, Any]]:
    trace = index.trace
    found = [
        _item("circular", words.mutual(_labels(trace, c.sources), _labels(trace, c.roots)), c.statements)
        for c in index.circular(claim)
    ]
    found += [_vouching(trace, v) for v in index.vouching(claim)]
    found += [
        _item("drift", words.linked(_drift(trace, d), d.surely), (d.statement.id, d.against.id))
        for d in index.drift(claim)
    ]
    return found + [_joined(trace, j) for j in index.joined(claim)]


def _item(kind: str, text: str, statements: Iterable[str]) -> dict[str, Any]:
    return {"kind": kind, "text": text, "statements": list(statements)}


def _labels(trace: Trace, sources: Iterable[str]) -> list[str]:
    return [trace.case.source_by_id[name].label for name in sources]


def _label(trace: Trace, source: str) -> str:
    return trace.case.source_by_id[source].label if source else say.nobody()


def _carrier(trace: Trace, statement: Statement) -> str:
    """Return what carries a statement: "paragraph 5", or the publisher of a document."""
    if statement.passage:
        passage = trace.case.passage_by_id[statement.passage]
        return say.in_place(passage.role, passage.paragraph)
    return trace.case.document_by_id[statement.document].publisher


def _place(trace: Trace, statement: Statement) -> str:
    """Return where a statement stands; outside the article that is whoever passes it on last, else its speaker."""
    last = (statement.source, *statement.via)[-1]
    return _label(trace, last) if last and not statement.passage else _carrier(trace, statement)


def _vouching(trace: Trace, found: Vouching) -> dict[str, Any]:
    text = words.vouching(_carrier(trace, found.statements[0]), _label(trace, found.root))
    return _item("self-vouching", text, (s.id for s in found.statements))


def _joined(trace: Trace, found: Joined) -> dict[str, Any]:
    return _item("joined", words.joined(_labels(trace, found.roots)), (s.id for s in found.statements))


def _drift(trace: Trace, drift: Drift) -> str:
    """Return what was lost or gained, without its full stop."""
    place, other = _place(trace, drift.statement), _place(trace, drift.against)
    label, earlier = _label(trace, drift.statement.source), _label(trace, drift.against.source)
    match drift.kind:
        case "figure":
            text = _figure(drift, place, other)
        case "hedge left out":
            text = words.hedge_left_out(place, drift.against.hedge, other)
        case "hedge added":
            text = words.hedge_added(place, drift.statement.hedge, other)
        case "speaker":
            text = words.speaker(place, _carrier(trace, drift.against), earlier)
        case "relay":
            text = words.relay(place, _labels(trace, drift.relays))
        case "doubt":
            text = words.doubt(place, earlier, drift.against.stance)
        case "basis":
            seen = drift.against.basis == "saw"
            how = drift.against.basis
            text = words.witness(place, label, earlier) if seen else words.basis(place, label, other, how)
    return text


def _figure(drift: Drift, place: str, other: str) -> str:
    one, two = drift.figures
    exact = one.qualifier == "exactly" and one.value == two.value
    given, before = (figure(f.qualifier, f.value) for f in (one, two))
    return words.figure(place, given, other, before, exact=exact)


def named(trace: Trace) -> dict[str, Any]:
    """Return who is named in a layer, and what each source is used for.

    Args:
        trace: The case in a layer.

    Returns:
        ``sentence``; ``table`` (``columns``, ``rows``: one row for each source that speaks or passes on);
        ``claims`` (``columns``, ``rows``: one row for each claim, how many of its statements name whom).
    """
    case = trace.case
    stated = [s for s in case.statements if trace.holds(s)]
    counts = speakers(trace, stated)
    by: dict[str, list[Statement]] = defaultdict(list)
    for statement in stated:
        by[statement.source].append(statement)
    passed = Counter(name for s in stated for name in dict.fromkeys(s.via))
    shown = [s.id for s in case.sources if s.id in by or passed[s.id]] + [""] * ("" in by)
    parts = (counts.person, counts.institution, counts.nobody, counts.own)
    return {
        "sentence": words.named(len(stated), *parts),
        "table": {"columns": list(words.COLUMNS), "rows": [_row(trace, s, by.get(s, []), passed[s]) for s in shown]},
        "claims": {"columns": list(words.CLAIM_COLUMNS), "rows": _claim_rows(trace)},
    }


def _row(trace: Trace, source: str, own: list[Statement], passed: int) -> list[str]:
    case = trace.case
    row = case.source_by_id.get(source)
    subjects = list(dict.fromkeys(case.claim_by_id[claim].subject for s in own for claim in s.claims))
    return [
        name_of(case, source),
        say.KINDS[row.kind] if row else "",
        words.NAMED[row.named if row else "no"],
        row.party if row else "",
        str(len(own)),
        str(sum(s.form == "direct" for s in own)),
        str(passed),
        words.used_for(subjects),
    ]


def _claim_rows(trace: Trace) -> list[list[str]]:
    rows: list[list[str]] = []
    for claim in trace.case.claims:
        if own := trace.statements.get(claim.id):
            n = speakers(trace, own)
            numbers = (len(own), n.person, n.institution, n.nobody, n.own, n.direct)
            rows.append([claim.question, *map(str, numbers)])
    return rows

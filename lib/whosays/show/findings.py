"""What the analysis found, as tables of text for the analyst: a function a table, each with columns and rows."""

from collections.abc import Callable, Iterable
from typing import Any

from whosays.analysis.trace import Link, Trace
from whosays.analysis.weigh import Framework
from whosays.case.model import Claim, Statement
from whosays.show import sentences as say
from whosays.show.audit import audits, named
from whosays.show.bench import bench
from whosays.show.beyond import beyond, joined
from whosays.show.clocks import clocks
from whosays.show.entry import name_of
from whosays.show.knowable import knowable
from whosays.show.numbers import numbers
from whosays.show.sentences import findings as words
from whosays.show.sheet import sheet
from whosays.show.space import asked, space
from whosays.show.whatif import whatif
from whosays.show.wording import wording

Table = dict[str, Any]


def _table(columns: Iterable[str], rows: Iterable[list[str]]) -> Table:
    return {"columns": list(columns), "rows": list(rows)}


def _claims(trace: Trace) -> list[Claim]:
    return [c for c in trace.case.claims if c.id in trace.statements]


def audit(trace: Trace) -> Table:
    """Return what stands out on the way of each claim: circles, self-vouching, drift, joined roots."""
    found = audits(trace)
    rows = [
        [claim, words.KINDS[i["kind"]], i["text"], " ".join(i["statements"])]
        for claim, items in found.items()
        for i in items
    ]
    return _table(words.AUDIT, rows)


def chains(trace: Trace) -> Table:
    """Return the way of every mention of every claim to the page; one row a station."""
    mentions = [(claim.id, mention.head) for claim in _claims(trace) for mention in trace.mentions(claim.id)]
    rows = [
        [claim, head.id, _place(trace, head), str(n), words.STATIONS[link.station], *_station(trace, head, link)]
        for claim, head in mentions
        for n, link in enumerate(trace.chain(head))
    ]
    return _table(words.CHAINS, rows)


def _place(trace: Trace, statement: Statement) -> str:
    passage = trace.case.passage_by_id.get(statement.passage)
    if passage:
        return say.place(passage.role, passage.paragraph)
    return trace.case.document_by_id[statement.document].publisher


def _station(trace: Trace, statement: Statement, link: Link) -> list[str]:
    """Return who stands at a station, and how it knows."""
    if link.station == "evidence":
        return ["", say.EVIDENCE[trace.origin(statement).basis]]
    if link.station == "page":
        return ["", say.PAGE_LINE[link.how]]
    how = say.BASIS_LINE[link.how] if link.station == "root" else say.RELAY_LINE[link.how]
    return [name_of(trace.case, link.source), how]


def linchpins(trace: Trace) -> Table:
    """Return for each claim of the list the smallest sets of sources whose loss changes its word."""
    found = whatif(Framework(trace))["linchpins"]
    return _table(words.LINCHPINS, ([claim, trace.case.claim(claim).question, text] for claim, text in found.items()))


def checks(trace: Trace) -> Table:
    """Return what the arithmetic says about the printed figures."""
    return _table(words.CHECKS, ([" ".join(c["figures"]), c["text"]] for c in numbers(trace)["checks"]))


def conflicts(trace: Trace) -> Table:
    """Return which dates do not fit."""
    return _table(words.CONFLICTS, ([str(n), text] for n, text in enumerate(clocks(trace)["conflicts"], 1)))


def missing(trace: Trace) -> Table:
    """Return for each claim the evidence that could turn out either way, and is not there."""
    found = ((c.id, text) for c in _claims(trace) for text in bench(trace, c.id)["missing"])
    return _table(words.MISSING, ([claim, text] for claim, text in found))


def moved(trace: Trace) -> Table:
    """Return where each claim stands before and after what is known from outside; both layers, whichever is asked."""
    case = trace.case
    first = next((q.claim for q in case.questions if q.view == "article"), "")
    view = beyond(Framework(Trace(case, "article")), Framework(Trace(case, "beyond")), first)
    return view["table"] if view else _table(words.MOVED, [])


def joined_roots(trace: Trace) -> Table:
    """Return which roots of the article are one beyond it; both layers, whichever is asked for."""
    case = trace.case
    groups = joined(case, Trace(case, "article"), Trace(case, "beyond"))
    return _table(words.JOINED, ([say.listed(labels), str(len(labels))] for labels in groups))


def known(trace: Trace) -> Table:
    """Return where the asked claim stood on the day of print, and what came later; whichever layer is asked for."""
    claim = asked(Trace(trace.case, "article"))
    told = knowable(trace.case, claim).rows if claim else ()
    return _table(words.KNOWABLE, map(list, told))


def marks(trace: Trace) -> Table:
    """Return every statement of the article in reading order, with who speaks and its mark."""
    return sheet(trace.case)["layers"]["article"]["table"]


def measures(trace: Trace) -> Table:
    """Return the four measures of the space given, never one score; empty if the article states no claim."""
    view = space(trace)
    return _table(words.MEASURES, ([m["name"], m["value"], m["note"]] for m in view["measures"]) if view else ())


def used(trace: Trace) -> Table:
    """Return what the words of the article are used for; empty if it states no claim."""
    view = space(trace)
    return _table(words.USED, ([u["title"], u["text"]] for u in view["used"]) if view else ())


FINDINGS: dict[str, Callable[[Trace], Table]] = {
    "audit": audit,
    "chains": chains,
    "linchpins": linchpins,
    "checks": checks,
    "conflicts": conflicts,
    "missing": missing,
    "moved": moved,
    "joined": joined_roots,
    "knowable": known,
    "attribution": lambda trace: named(trace)["claims"],
    "marks": marks,
    "measures": measures,
    "used": used,
    "sides": lambda trace: wording(trace)["table"],
}

"""The tables of a report as CSV: every answer about the case, in the layer and under the choices of the report."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from whosays.case.schema import TABLES
from whosays.report.inquiry import Inquiry
from whosays.report.limits import limits
from whosays.report.records import judged
from whosays.show.tables import ANSWERS, frame

RAW = ("claims", "statements", "sources", "documents", "relations", "figures", "corrections")
STANDING = ("claim", "question", "in the case", "standing", "reason", "roots")
assert set(RAW) <= set(TABLES)  # noqa: S101 - a name that is no table would only be found once a report is made


def tables(inquiry: Inquiry) -> Iterator[tuple[str, str]]:
    """Yield name and content of every table; call it while the language of the report is spoken.

    Args:
        inquiry: The case under the choices of the report.
    """
    yield "standing", written(STANDING, standing(inquiry))
    confidence = limits(inquiry).tables[0]
    yield "confidence", written(confidence.columns, confidence.rows)
    for name, table in judged(inquiry).items():
        yield f"judgements-{name}", written(table.columns, table.rows)
    for name in (*ANSWERS, *RAW):
        if name != "standing":
            found = frame(inquiry.read, name, inquiry.parameters.layer).reset_index()
            cells = found.astype("object").where(found.notna(), "").to_numpy().tolist()
            yield name, written([str(column) for column in found.columns], cells)


def standing(inquiry: Inquiry) -> Iterator[tuple[str, ...]]:
    """Yield where every claim stands: id, question, word in the case and in the report, reason, ids of its roots."""
    for claim in inquiry.case.claims:
        if claim.id in inquiry.standings:
            now = inquiry.standings[claim.id]
            words = inquiry.before[claim.id].word, now.word
            yield claim.id, claim.question, *words, inquiry.reasons[claim.id], " ".join(now.roots)


def written(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a table as CSV, with line feeds alone."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()

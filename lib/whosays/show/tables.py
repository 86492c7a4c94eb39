"""Each table of a case, and each answer about it, as a pandas DataFrame for the analyst."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from whosays.analysis.measure import prominence
from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework
from whosays.case.cell import text_of
from whosays.case.errors import UnknownIdError
from whosays.case.model import ASPECTS, Case, Layer
from whosays.case.schema import Column, schema
from whosays.show.audit import named
from whosays.show.bench import bench
from whosays.show.clocks import clocks
from whosays.show.findings import FINDINGS
from whosays.show.matrix import matrix
from whosays.show.numbers import numbers
from whosays.show.plain import framed
from whosays.show.sentences.bench import columns as bench_columns
from whosays.show.sentences.space import COLUMNS as SPACE_COLUMNS
from whosays.show.space import space
from whosays.show.standing import standings
from whosays.show.whatif import whatif
from whosays.show.wording import wording

if TYPE_CHECKING:
    import pandas as pd


def frame(case: Case, name: str, layer: Layer = "article", claim: str = "") -> "pd.DataFrame":
    """Return a table, or an answer, as a DataFrame with the id as its index.

    Args:
        case: A checked case.
        name: A table of the case (statements, claims, ...), or one of

            * mentions: where each claim is stated; one row a mention,
            * answers: what is said against it, for it, or as a caution; one row an answer,
            * roots: mentions, voices, roots and answers of each claim, counted,
            * prominence: the room given to each claim and to the answers against it, in words,
            * standing: where each claim stands, why, and the roots that state it,
            * bench: what each answer meets of its claim and leaves open; one row an answer,
            * named: who is named, and what each source is used for,
            * ledger: every printed figure with the ends of its interval,
            * clocks: when it happened, was said and was printed,
            * space: every part of the article with its words and what it does for the asked account,
            * verbs: every verb that introduces someone, and on which side,
            * hedges: every statement of the article that is weakened, and by what,
            * phrases: phrases that weaken, judge or frame, and whose words they are,
            * losses: what leans on each source, and how many claims change their word without it,
            * matrix: the items of evidence, with a blank column for how credible each is and for each hypothesis,
            * audit: circles, self-vouching, drift and joined roots on the way of each claim; one row a finding,
            * chains: the way of each mention to the page; one row a station,
            * linchpins: the smallest sets of sources whose loss changes the word of a claim,
            * checks: what the arithmetic says about the printed figures,
            * conflicts: the dates that do not fit,
            * missing: the evidence that could turn out either way, claim by claim,
            * moved: where each claim stands from the article alone and beyond it,
            * joined: the roots of the article that are one beyond it,
            * knowable: where the asked claim stood on the day of print, and what came later,
            * attribution: how many statements of each claim name whom,
            * marks: every statement of the article in reading order, and who speaks,
            * measures: four measures of the space given to the asked account and to the answers,
            * used: what the words of the article are used for,
            * sides: the wording around each side, counted.
        layer: article for the article alone, beyond for what is known from outside it as well. Documents are
            outside the article by nature and are always shown; moved, joined and knowable compare both layers.
        claim: Id of a claim, to have only the rows that it heads, be there any or none; empty for all.

    Returns:
        Text as str, blank as an empty string; whole numbers as Int64, other numbers as Float64. Where pandas is not
        installed, a ``whosays.show.plain.Plain`` table.

    Raises:
        UnknownIdError: There is no such table or answer.

    Example:
        >>> from whosays import load
        >>> frame(load("kramatorsk-2023"), "roots").loc["k01", ["mentions", "voices", "roots", "answers"]].tolist()
        [4, 3, 1, 4]
    """
    if name in _ANSWERS:
        rows = _ANSWERS[name](Trace(case, layer))
        return _answered(name, [row for row in rows if claim in {"", row["claim"]}])
    if name in _VIEWS:
        view = _VIEWS[name](Trace(case, layer))
        return framed_text({**view, "rows": [row for row in view["rows"] if claim in {"", row[0]}]})
    if name not in schema():
        what = "table or answer"
        raise UnknownIdError(what, name, [*schema(), *_ANSWERS, *_VIEWS])
    table = schema()[name]
    rows = [r for r in case.rows(name) if layer == "beyond" or getattr(r, "layer", "article") == "article"]
    columns = table.columns
    cells = [[_cell(c, getattr(r, c.attribute)) for c in columns] for r in rows]
    return framed([c.name for c in columns], cells, {c.name: _KINDS.get(c.type, "str") for c in columns})


def _answered(name: str, rows: list[dict[str, Any]]) -> "pd.DataFrame":
    columns = ["claim", *_COLUMNS[name].split()]
    positions = {name: "Int64" for name in columns if name.endswith("first_word")}
    return framed(columns, [[row[column] for column in columns] for row in rows], positions)


def framed_text(table: dict[str, Any]) -> "pd.DataFrame":
    """Return a table of ``columns`` and ``rows``; all of it is text, its first column is the index."""
    return framed(table["columns"], table["rows"], dict.fromkeys(table["columns"], "str"))


def _standing(trace: Trace) -> dict[str, Any]:
    found = standings(trace.case, trace.layer)
    rows = [[claim, s["standing"], s["reason"], " ".join(s["roots"])] for claim, s in found.items()]
    return {"columns": ["claim", "standing", "reason", "roots"], "rows": rows}


def _space(trace: Trace) -> dict[str, Any]:
    found = space(trace)
    return found["table"] if found else {"columns": list(SPACE_COLUMNS), "rows": []}


def _bench(trace: Trace) -> dict[str, Any]:
    rows = [
        [claim.id, *row]
        for claim in trace.case.claims
        if claim.id in trace.statements
        for row in bench(trace, claim.id)["table"]["rows"]
    ]
    return {"columns": ["claim", *bench_columns(ASPECTS)], "rows": rows}


def _matrix(trace: Trace) -> dict[str, Any]:
    shown = matrix(trace)
    rows = [
        [item["id"], item["who"], item["text"], item["basis"], item["where"], "", *("" for _ in shown["hypotheses"])]
        for item in shown["items"]
    ]
    columns = ["item", "who", "what", "basis", "where", "credibility", *(h["id"] for h in shown["hypotheses"])]
    return {"columns": columns, "rows": rows}


_KINDS = {"integer": "Int64", "number": "Float64"}


def _cell(column: Column, value: Any) -> Any:  # noqa: ANN401 - any cell
    if column.type == "number":
        return None if value is None else float(value)
    return value if column.type == "integer" else text_of(value)


def _mentions(trace: Trace) -> list[dict[str, Any]]:
    case = trace.case
    return [
        {
            "claim": claim.id,
            "place": m.head.passage or m.head.document,
            "first_word": case.passage_by_id[m.head.passage].first_word if m.head.passage else None,
            "source": m.head.source,
            "via": " ".join(m.head.via),
            "root": trace.root(m.head),
            "cue": m.head.cue,
            "form": m.head.form,
            "basis": m.head.basis,
            "layer": m.head.layer,
        }
        for claim in case.claims
        for m in trace.mentions(claim.id)
    ]


def _answers(trace: Trace) -> list[dict[str, Any]]:
    case = trace.case
    return [
        {
            "claim": claim.id,
            "place": a.head.passage or a.head.document,
            "first_word": case.passage_by_id[a.head.passage].first_word if a.head.passage else None,
            "source": a.head.source,
            "root": a.root,
            "kind": a.kind,
            "attacks": a.attacks,
            "relations": " ".join(dict.fromkeys(r.kind for r in a.relations)),
            "basis": a.head.basis,
            **{f"meets_{aspect}": a.meets.get(aspect, "") for aspect in ASPECTS},
            "layer": a.head.layer,
        }
        for claim in case.claims
        for a in trace.answers(claim.id)
    ]


def _roots(trace: Trace) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for claim in trace.case.claims:
        found = trace.mentions(claim.id)
        stated = [s for m in found for s in m.statements]
        against = [a for a in trace.answers(claim.id) if a.attacks or a.kind == "cautions"]
        if not found:
            continue
        row = {"claim": claim.id, "question": claim.question, "mentions": len(found)}
        row |= {
            "voices": len(trace.voices(stated)),
            "roots": len(trace.roots(m.head for m in found)),
            "answers": len(against),
        }
        rows.append({**row, "roots_of_answers": len({a.root for a in against if a.root})})
    return rows


def _prominence(trace: Trace) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for claim in trace.case.claims:
        own = trace.statements.get(claim.id, [])
        against = [s for a in trace.answers(claim.id) if a.attacks for s in a.statements]
        mine, theirs = prominence(trace.case, own), prominence(trace.case, against)
        if not mine.passages:
            continue
        row = {"claim": claim.id, "first_word": mine.first_word, "words": mine.words, "in_headline": mine.in_headline}
        row |= {"quoted_words": mine.quoted_words, "persons_named": len(mine.persons_named)}
        row |= {"answer_first_word": theirs.first_word, "answer_words": theirs.words}
        rows.append({**row, "answer_quoted_words": theirs.quoted_words, "answer_persons": len(theirs.persons_named)})
    return rows


_COLUMNS = {  # so that a case without a single answer has the same columns
    "mentions": "place first_word source via root cue form basis layer",
    "answers": "place first_word source root kind attacks relations basis meets_number meets_place meets_date "
    "meets_target meets_presence meets_whole layer",
    "roots": "question mentions voices roots answers roots_of_answers",
    "prominence": "first_word words in_headline quoted_words persons_named answer_first_word answer_words "
    "answer_quoted_words answer_persons",
}
_ANSWERS: dict[str, Callable[[Trace], list[dict[str, Any]]]] = {
    "mentions": _mentions,
    "answers": _answers,
    "roots": _roots,
    "prominence": _prominence,
}
_VIEWS: dict[str, Callable[[Trace], dict[str, Any]]] = {
    "standing": _standing,
    "bench": _bench,
    "named": lambda trace: named(trace)["table"],
    "ledger": lambda trace: numbers(trace)["table"],
    "clocks": lambda trace: clocks(trace)["table"],
    "space": _space,
    "verbs": lambda trace: wording(trace)["cues"],
    "hedges": lambda trace: wording(trace)["hedges"],
    "phrases": lambda trace: wording(trace)["phrases"],
    "losses": lambda trace: whatif(Framework(trace))["table"],
    "matrix": _matrix,
    **FINDINGS,
}
ANSWERS = (*_ANSWERS, *_VIEWS)
"""The names of every answer, in the order in which they are described."""

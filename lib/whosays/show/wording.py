"""The wording as a section of a view: a sentence, a table of sides, and every verb, hedge and phrase behind it."""

from typing import Any

from whosays.analysis import wording as analysis
from whosays.analysis.trace import Trace
from whosays.analysis.wording import Words
from whosays.case.model import Case, Statement, Wording
from whosays.show import sentences as say
from whosays.show.entry import name_of
from whosays.show.sentences import wording as words


def wording(trace: Trace) -> dict[str, Any]:
    """Return which verbs introduce whose statements, what is weakened, and whose the loaded phrases are.

    Args:
        trace: The case in a layer; only what the article itself prints counts.

    Returns:
        ``sentence``, ``rule``; ``sides`` (``kind`` - party, third, nobody or outlet -, ``name``, ``statements``,
        ``direct``, ``introduced``, ``verbs`` (``verb``, ``count``), ``hedged``, ``judging``: all counts); and four
        tables of ``columns`` and ``rows``, in the order of the article: ``table`` (one row a side), ``cues`` (a verb
        in a passage), ``hedges`` (a statement that is weakened), ``phrases`` (a hedging, loaded or framing phrase).
    """
    found = analysis.wording(trace)
    introduced = [(own.side, own.verbs) for own in found if own.cues]
    return {
        "sentence": words.sentence(introduced),
        "rule": words.rule(),
        "sides": [_side(own) for own in found],
        "table": {"columns": list(words.COLUMNS), "rows": [_row(own) for own in found]},
        **{name: _behind(trace.case, name, found) for name in ("cues", "hedges", "phrases")},
    }


def _side(own: Words) -> dict[str, Any]:
    return {
        "kind": own.side.kind,
        "name": words.side(own.side),
        "statements": len(own.statements),
        "direct": own.direct,
        "introduced": len(own.cues),
        "verbs": [{"verb": verb, "count": count} for verb, count in own.verbs.items()],
        "hedged": len(own.hedged),
        "judging": own.judging,
    }


def _row(own: Words) -> list[str]:
    counts = [len(own.statements), own.direct, len(own.cues)]
    last = [len(own.hedged), own.judging]
    return [words.side(own.side), *map(str, counts), words.verbs(own.verbs), *map(str, last)]


def _behind(case: Case, name: str, found: list[Words]) -> dict[str, Any]:
    """Return a table of single words and phrases, in the order of the article."""
    columns, rows = {
        "cues": (words.CUE_COLUMNS, _cues),
        "hedges": (words.HEDGE_COLUMNS, _hedges),
        "phrases": (words.PHRASE_COLUMNS, _phrases),
    }[name]
    places = {p.id: n for n, p in enumerate(case.passages)}
    order = {row.id: n for n, row in enumerate((*case.statements, *case.wording))}
    placed = [pair for own in found for pair in rows(case, own)]
    placed.sort(key=lambda pair: (places[pair[0].passage], order[pair[0].id]))
    return {"columns": list(columns), "rows": [row for _, row in placed]}


def _place(case: Case, passage: str) -> str:
    row = case.passage_by_id[passage]
    return say.place(row.role, row.paragraph)


def _cues(case: Case, own: Words) -> list[tuple[Statement | Wording, list[str]]]:
    def row(cue: analysis.Cue) -> list[str]:
        who = name_of(case, cue.source)
        place = _place(case, cue.passage)
        return [place, words.side(own.side), who, cue.verb, cue.effect, str(len(cue.statements))]

    return [(cue.statements[0], row(cue)) for cue in own.cues]


def _hedges(case: Case, own: Words) -> list[tuple[Statement | Wording, list[str]]]:
    side = words.side(own.side)
    return [(s, [_place(case, s.passage), side, name_of(case, s.source), s.hedge, s.gist]) for s in own.hedged]


def _phrases(case: Case, own: Words) -> list[tuple[Statement | Wording, list[str]]]:
    side = words.side(own.side)
    return [
        (w, [_place(case, w.passage), side, name_of(case, w.source), w.phrase, words.KINDS[w.kind], w.effect])
        for w in own.phrases
    ]

"""The What-if view: every answer it can give, worked out beforehand."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from whosays.analysis.weigh import SCALE, Framework
from whosays.analysis.whatif import WHOLE, Outcome, WhatIf
from whosays.case.model import Claim, Source
from whosays.show.entry import GLYPHS
from whosays.show.reading import KINDS, change, from_place, readings
from whosays.show.sentences import whatif as say


class _Weight(NamedTuple):
    """What leans on a root: ids of claims it alone states, it alone answers, and it answers among others."""

    alone: list[str]
    only: list[str]
    one_of: list[str]


def whatif(framework: Framework) -> dict[str, Any]:
    """Return the What-if view of a layer.

    Args:
        framework: The case in a layer, weighed, with nothing taken away.

    Returns:
        ``sentence``, ``counted`` (once all is put back), ``table``, ``columns`` (of the table of what
        changes), ``ask``, ``claims_in_all``; ``roots``: those that
        state or answer a claim of the list (``id``, ``name``, ``label``, ``glyph``, ``rests``, ``linchpin``, ``went``);
        ``claims`` by id: ``by`` (places in ``roots``), ``outcomes`` (``word``, ``note``, ``change``, ``kind``; the
        first with nothing taken away) and either ``all`` (place in ``outcomes`` for every combination, bit n for
        ``by[n]``) or ``few`` (the same for one and two places of ``by``, where it differs);
        ``scale``: how a source may know, best first (``grade``, ``text``), and ``rules``: how each root does by the
        rule; ``readings``: what two roots as one, or one root read otherwise, change, see ``whosays.show.reading``;
        ``sentences``: second half of "Without …" by how many claims are of each kind, and whether nobody from the
        place is left; ``linchpins``: one sentence a claim.
    """
    asked = WhatIf(framework)
    trace = framework.trace
    claims = [c for c in trace.case.claims if c.role == "claim" and c.id in trace.statements]
    sources = _sources(asked, claims)
    places = {source.id: n for n, source in enumerate(sources)}
    weights = _weights(framework, claims, sources)
    changes = {s.id: _changes(asked, claims, s.id) for s in sources}
    found = {c.id: _claim(asked, c.id, places) for c in claims}
    went = from_place(framework)
    fragment: dict[str, Any] = {
        "sentence": say.all_here(len(sources)),
        "counted": say.all_back(len(sources)),
        "claims_in_all": len(claims),
        "roots": _roots(sources, weights, changes, went),
        "scale": [{"grade": grade, "text": text} for grade, text in reversed(SCALE)],
        "rules": [_rule(framework, source.id) for source in sources],
        "readings": readings(framework, [source.id for source in sources]),
        "claims": {id_: view for id_, view in found.items() if len(view["outcomes"]) > 1},
        "linchpins": {c.id: _linchpin(asked, c.id) for c in claims},
        "ask": {"prompt": say.PROMPT, "options": []},
        "columns": list(say.CHANGES),
        "table": {
            "columns": list(say.COLUMNS),
            "rows": [
                [s.name, str(len(w.alone)), str(len(w.only) + len(w.one_of)), str(sum(changes[s.id].values()))]
                for s in sources
                for w in (weights[s.id],)
            ],
        },
    }
    fragment["sentences"] = _sentences(fragment)
    return fragment


def _sources(asked: WhatIf, claims: list[Claim]) -> list[Source]:
    wanted = {root for claim in claims for root in asked.matters(claim.id)}
    return [s for s in asked.framework.trace.case.sources if s.id in wanted]


def _against(framework: Framework, claim: str) -> set[str]:
    return {argument.root for argument in framework.standing(claim).against}


def _weights(framework: Framework, claims: list[Claim], sources: list[Source]) -> dict[str, _Weight]:
    weights = {s.id: _Weight([], [], []) for s in sources}
    for claim in claims:
        own = {a.root for a in framework.arguments_of(claim.id)}
        against = _against(framework, claim.id)
        for root in own & weights.keys() if len(own) == 1 else ():
            weights[root].alone.append(claim.id)
        for root in against & weights.keys():
            (weights[root].only if len(against) == 1 else weights[root].one_of).append(claim.id)
    return weights


def _rule(framework: Framework, root: str) -> str:
    """Return how a root knows by the rule, which may differ from one of its statements to another."""
    own = (s for argument, stated in framework.arguments.items() if argument.root == root for s in stated)
    return say.by_rule([dict(SCALE)[grade] for grade in sorted({framework.strength(s) for s in own}, reverse=True)])


def _changes(asked: WhatIf, claims: list[Claim], root: str) -> Counter[str]:
    """Return how many claims change their word without a root: because nobody says them, or otherwise."""
    changed: Counter[str] = Counter()
    for claim in claims:
        before, after = asked.outcome(claim.id), asked.outcome(claim.id, (root,))
        if before.word != after.word:
            changed["claims" if after.word == "cannot be judged" else "answers"] += 1
    return changed


def _roots(
    sources: list[Source], weights: dict[str, _Weight], changes: dict[str, Counter[str]], went: set[str]
) -> list[dict[str, Any]]:
    pins: dict[str, list[str]] = {s.id: [] for s in sources}
    for side, text in say.SIDES.items():
        most = max((changes[s.id][side] for s in sources), default=0)
        if most:
            pins[next(s.id for s in sources if changes[s.id][side] == most)].append(text)
    return [
        {
            "id": s.id,
            "name": s.name,
            "label": s.label,
            "glyph": GLYPHS[s.kind],
            "rests": say.rests(*map(len, weights[s.id])),
            "linchpin": "; ".join(pins[s.id]),
            "went": s.id in went,
        }
        for s in sources
    ]


def _claim(asked: WhatIf, claim: str, places: dict[str, int]) -> dict[str, Any]:
    roots = asked.matters(claim)
    position = {root: n for n, root in enumerate(roots)}
    first: Outcome = asked.outcome(claim)
    outcomes: dict[Outcome, int] = {}
    every = [(gone, outcomes.setdefault(after, len(outcomes))) for gone, after in asked.losses(claim)]
    view: dict[str, Any] = {"by": [places[root] for root in roots], "outcomes": [change(first, o) for o in outcomes]}
    if len(roots) <= WHOLE:
        return {**view, "all": [n for _, n in every]}
    return {**view, "few": {",".join(str(position[r]) for r in gone): n for gone, n in every if n}}


def _linchpin(asked: WhatIf, claim: str) -> str:
    case = asked.framework.trace.case
    sets = [([case.source_by_id[r].label for r in gone], after) for gone, after in asked.linchpins(claim)]
    return say.linchpin(asked.outcome(claim).word, sets)


def _sentences(fragment: dict[str, Any]) -> dict[str, str]:
    roots = range(len(fragment["roots"]))
    sizes: Iterable[int] = range(1, len(roots) + 1) if len(roots) <= WHOLE else (1, 2)
    keys = {_key(fragment, gone) for size in sizes for gone in combinations(roots, size)}
    return {key: _half(key) for key in sorted(filter(None, keys))}


def _half(key: str) -> str:
    *counts, gone = map(int, key.split(","))
    return say.half(dict(zip(KINDS, counts, strict=True)), gone=bool(gone))


def _key(fragment: dict[str, Any], gone: Sequence[int]) -> str | None:
    """Return how many claims are of each kind, and whether nobody from the place is left; None if not worked out."""
    count: Counter[str] = Counter()
    for view in fragment["claims"].values():
        lost = [n for n, place in enumerate(view["by"]) if place in gone]
        if "all" in view:
            at = view["all"][sum(1 << n for n in lost)]
        elif len(lost) > 2:  # noqa: PLR2004 - one and two are worked out
            return None
        else:
            at = view["few"].get(",".join(map(str, lost)), 0)
        count[view["outcomes"][at]["kind"]] += 1
    there = [n for n, root in enumerate(fragment["roots"]) if root["went"]]
    nobody = int(bool(there) and all(n in gone for n in there))
    return ",".join(str(n) for n in (*(count[kind] for kind in KINDS), nobody))

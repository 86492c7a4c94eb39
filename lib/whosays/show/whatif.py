"""The What-if view: every answer it can give, worked out beforehand."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations, starmap
from typing import Any, NamedTuple

from whosays.analysis.weigh import SCALE, Framework
from whosays.analysis.whatif import WHOLE, Outcome, WhatIf
from whosays.case.model import Claim, Source
from whosays.show.ask import ask
from whosays.show.entry import GLYPHS
from whosays.show.reading import KINDS, change, from_place, readings
from whosays.show.sentences import GRADES
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
        ``claims`` by id: ``by`` (places in ``roots``), ``outcomes`` (``word``, ``word_text``, ``note``,
        ``change``, ``kind``; the first with nothing taken away) and either ``all`` (place in ``outcomes`` for every
        combination, bit n for ``by[n]``) or ``few`` (the same for one and two places of ``by``, where it differs);
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
    changes = _changes(asked, claims)
    found = {c.id: _claim(asked, c.id, places) for c in claims}
    went, rules = from_place(framework), _rules(framework)
    fragment: dict[str, Any] = {
        "sentence": say.all_here(len(sources)),
        "counted": say.all_back(len(sources)),
        "claims_in_all": len(claims),
        "roots": _roots(sources, weights, changes, went),
        "scale": [{"grade": grade, "text": GRADES[str(grade)]} for grade, _ in reversed(SCALE)],
        "rules": [rules.get(source.id, say.by_rule([])) for source in sources],
        "readings": readings(framework, [source.id for source in sources]),
        "claims": {id_: view for id_, view in found.items() if len(view["outcomes"]) > 1},
        "linchpins": {c.id: _linchpin(asked, c.id) for c in claims},
        "ask": ask(say.prompt()),
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
        for root in own if len(own) == 1 else ():
            if root in weights:
                weights[root].alone.append(claim.id)
        for root in against - {""}:
            (weights[root].only if len(against) == 1 else weights[root].one_of).append(claim.id)
    return weights


def _rules(framework: Framework) -> dict[str, str]:
    """Return how each root knows by the rule, which may differ from one of its statements to another."""
    grades: dict[str, set[int]] = defaultdict(set)
    for argument, stated in framework.arguments.items():
        grades[argument.root].update(map(framework.strength, stated))
    return {root: say.by_rule([GRADES[str(g)] for g in sorted(own, reverse=True)]) for root, own in grades.items()}


def _changes(asked: WhatIf, claims: list[Claim]) -> dict[str, Counter[str]]:
    """Return how many claims change their word without each root: because nobody says them, or otherwise."""
    changed: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        before = asked.outcome(claim.id).word
        for root in asked.matters(claim.id):
            after = asked.outcome(claim.id, (root,)).word
            if before != after:
                changed[root]["claims" if after == "cannot be judged" else "answers"] += 1
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
    losses = _Losses(fragment)
    roots = range(len(fragment["roots"]))
    if len(roots) <= WHOLE:
        keys = {losses.key(gone) for size in roots for gone in combinations(roots, size + 1)}
    else:
        keys = _pair_keys(losses, len(roots))
    return {key: _half(key) for key in sorted(filter(None, keys))}


def _pair_keys(losses: "_Losses", count: int) -> set[str | None]:
    """Return the keys of every loss of one or two of so many roots.

    Two roots that have no claim in common change together what each changes alone. Most pairs are of this kind, and
    far too many to look at each; it is enough to know for which keys there is such a pair.
    """
    alone = [losses.key((n,)) or "" for n in range(count)]
    near = losses.near()
    apart = Counter(alone)
    pairs = Counter({(one, other): apart[one] * apart[other] for one, other in combinations(sorted(apart), 2)})
    pairs += Counter({(key, key): n * (n - 1) // 2 for key, n in apart.items()})
    pairs -= Counter((min(alone[a], alone[b]), max(alone[a], alone[b])) for a, b in near)
    return {*alone, *map(losses.key, near), *starmap(_sum, pairs)}


def _sum(one: str, other: str) -> str:
    return ",".join(str(int(a) + int(b)) for a, b in zip(one.split(","), other.split(","), strict=True))


def _half(key: str) -> str:
    *counts, gone = map(int, key.split(","))
    return say.half(dict(zip(KINDS, counts, strict=True)), gone=bool(gone))


class _Losses:
    """What comes of losses, read from the fragment as the page reads it."""

    def __init__(self, fragment: dict[str, Any]) -> None:
        self._there = {n for n, root in enumerate(fragment["roots"]) if root["went"]}
        self._claims: list[dict[str, Any]] = list(fragment["claims"].values())
        self._bits = [{place: bit for bit, place in enumerate(view["by"])} for view in self._claims]
        self._of: dict[int, list[int]] = defaultdict(list)
        for claim, view in enumerate(self._claims):
            for place in view["by"]:
                self._of[place].append(claim)

    def near(self) -> set[tuple[int, int]]:
        """Return the pairs of roots that have a claim in common, or are the only two that went to the place."""
        pairs = {(a, b) for view in self._claims for a, b in combinations(sorted(view["by"]), 2)}
        return pairs | {(a, b) for a, b in combinations(sorted(self._there), 2) if len(self._there) == 2}  # noqa: PLR2004

    def key(self, gone: Sequence[int]) -> str | None:
        """Return how many claims are of each kind, and whether nobody from the place is left; None if not known."""
        count: Counter[str] = Counter()
        for claim in {claim for place in gone for claim in self._of[place]}:
            view, bits = self._claims[claim], self._bits[claim]
            lost = sorted(bits[place] for place in gone if place in bits)
            if "all" in view:
                at = view["all"][sum(1 << bit for bit in lost)]
            elif len(lost) > 2:  # noqa: PLR2004 - one and two are worked out
                return None
            else:
                at = view["few"].get(",".join(map(str, lost)), 0)
            count[view["outcomes"][at]["kind"]] += 1
        nobody = int(bool(self._there) and self._there.issubset(gone))
        return ",".join(str(n) for n in (*(count[kind] for kind in KINDS), nobody))

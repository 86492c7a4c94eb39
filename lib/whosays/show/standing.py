"""Where each claim stands, with the reason in one sentence."""

from typing import Any

from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework, Reading, Standing
from whosays.case.errors import UnknownIdError
from whosays.case.model import Case, Claim, Layer
from whosays.show.sentences import nobody
from whosays.show.sentences import standing as say


def standings(case: Case, layer: Layer = "article", reading: Reading | None = None) -> dict[str, dict[str, Any]]:
    """Return where every claim of a layer stands.

    Args:
        case: A checked case.
        layer: article, or beyond for what is known from outside it as well.
        reading: What the reader changed; nothing, if not given.

    Returns:
        By claim id: ``standing`` (the word), ``reason`` (one sentence) and ``roots`` (ids of those who state it).

    Raises:
        UnknownIdError: The reading names a source that the case does not have, or takes away or grades one at which no
            trail ends, so that nothing could change.

    Example:
        >>> from whosays import load
        >>> standings(load("kramatorsk-2023"))["k04"]["reason"]
        'unchallenged: nobody here asked.'
    """
    wanted = reading or Reading()
    for name in (*wanted.withdrawn, *(n for group in wanted.joined for n in group), *wanted.graded):
        if name not in case.source_by_id:
            what = f"source in {case.id}"
            raise UnknownIdError(what, name, case.source_by_id)
    trace = Trace(case, layer)
    root_of = {(s.source, trace.root(s)): None for stated in trace.statements.values() for s in stated}
    roots = dict.fromkeys(root for _, root in root_of if root)
    for name in (*wanted.withdrawn, *wanted.graded):
        if name not in roots:
            what = f"root in the {layer} layer of {case.id}, where a trail ends,"
            raise UnknownIdError(what, name, [root for source, root in root_of if source == name] or roots)
    framework = Framework(trace, wanted)
    found = framework.standings()
    return {
        claim.id: {
            "standing": found[claim.id].word,
            "reason": reason(framework, claim, found[claim.id]),
            "roots": list(found[claim.id].roots),
        }
        for claim in case.claims
        if claim.id in found
    }


def reason(framework: Framework, claim: Claim, standing: Standing) -> str:
    """Return why a claim stands where it stands: the shortest reason, in one sentence."""
    sources = framework.trace.case.source_by_id
    names = dict.fromkeys(a.root for a in standing.decisive)
    labels = [sources[name].label if name else nobody() for name in names]
    went = [a for a in standing.decisive if a.root and framework.went(a)]
    there = list(dict.fromkeys(sources[a.root].label for a in went))
    own = framework.arguments_of(claim.id)
    met = [a for a in went if any(framework.mutual(a, o) for o in own)] if not any(map(framework.went, own)) else []
    partly = list(dict.fromkeys(sources[a.root].label for a in met))
    return say.reason(standing.word, claim.silence, labels, there, partly)

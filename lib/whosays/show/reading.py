"""A reading of the reader's own: roots taken away, counted as one or graded anew, and what becomes of the claims.

Every single pair and every single grade is worked out beforehand; any other reading is worked out when it is asked.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from whosays.analysis.weigh import OBSERVATION, SCALE, Framework, Reading
from whosays.analysis.whatif import Outcome, outcomes, pairs
from whosays.show.sentences import GRADES, STANDING_WORDS
from whosays.show.sentences import whatif as say

MANY = 40
"""So many roots at most are joined and graded beforehand; above it, the notebook works out each that is asked."""

KINDS = ("silent", "unanswered", "other", "weaker")
"""What becomes of a claim when sources are taken away; it may gain from other readings alone."""

SILENT = Outcome("cannot be judged", 0, 0)


def readings(framework: Framework, roots: Sequence[str]) -> dict[str, Any]:
    """Return what every single pair as one source, and every single grade, changes in a layer.

    Args:
        framework: The case in a layer, weighed as it is.
        roots: Ids of the roots, in the order in which they are shown.

    Returns:
        ``outcomes`` (as those of a claim in ``whosays.show.whatif``) and ``halves`` (second halves of the sentence,
        the first where nothing changes), each once; ``joined`` by two places in ``roots`` and ``graded`` by a place
        and a grade: the place in ``halves``, then by claim the place in ``outcomes``. What changes nothing is left out.
        ``whole`` says whether they are held at all: not for more than ``MANY`` roots.
    """
    if len(roots) > MANY:
        return {"whole": False, "joined": {}, "graded": {}, "outcomes": [], "halves": []}
    place = {root: number for number, root in enumerate(roots)}
    before = _before(framework)
    found: dict[tuple[tuple[str, str], ...], int] = {}
    halves: dict[str, int] = {say.half({}, gone=False): 0}

    def held(reading: Reading) -> list[Any]:
        changed = _changed(before, Framework(framework.trace, reading))
        half = say.half(Counter(change["kind"] for change in changed.values()), gone=False)
        at = {claim: found.setdefault(tuple(change.items()), len(found)) for claim, change in changed.items()}
        return [halves.setdefault(half, len(halves)), at] if at else []

    joined = {f"{place[a]},{place[b]}": held(Reading(joined=((a, b),)))
              for a, b in pairs(framework) if {a, b} <= place.keys()}  # fmt: skip
    graded = {f"{n},{grade}": held(Reading(graded={root: grade})) for root, n in place.items() for grade, _ in SCALE}
    return {
        "whole": True,
        "joined": {key: answer for key, answer in joined.items() if answer},
        "graded": {key: answer for key, answer in graded.items() if answer},
        "outcomes": [dict(items) for items in found],
        "halves": list(halves),
    }


def reading(framework: Framework, asked: Reading) -> dict[str, Any]:
    """Return what one reading changes in a layer.

    Args:
        framework: The case in a layer, weighed as it is.
        asked: What the reader changed.

    Returns:
        ``sentence``, and ``outcomes`` of the claims that change, by id.
    """
    after = Framework(framework.trace, asked)
    changed = _changed(_before(framework), after)
    went = from_place(framework)
    there = any(grade == OBSERVATION and not after.lost(root) for root, grade in asked.graded.items())
    gone = bool(went) and all(map(after.lost, went)) and not there
    half = say.half(Counter(change["kind"] for change in changed.values()), gone=gone)
    return {"sentence": _sentence(after, half), "outcomes": changed}


def _sentence(framework: Framework, half: str) -> str:
    sources = framework.trace.case.sources
    asked = framework.reading
    order = {source.id: number for number, source in enumerate(sources)}
    groups = [sorted(group, key=order.__getitem__) for group in asked.joined]
    groups.sort(key=lambda group: order[group[0]])
    return say.hypothesis(
        [s.label for s in sources if s.id in asked.withdrawn],
        [[framework.trace.case.source_by_id[name].label for name in group] for group in groups],
        [(s.label, GRADES[str(asked.graded[s.id])]) for s in sources if s.id in asked.graded],
        half,
    )


def _before(framework: Framework) -> dict[str, Outcome]:
    claims = framework.trace.case.claim_by_id
    return {claim: found for claim, found in outcomes(framework).items() if claims[claim].role == "claim"}


def _changed(before: Mapping[str, Outcome], framework: Framework) -> dict[str, dict[str, str]]:
    after = outcomes(framework)
    return {
        claim: change(was, after.get(claim, SILENT)) for claim, was in before.items() if was != after.get(claim, SILENT)
    }


def from_place(framework: Framework) -> set[str]:
    """Return the ids of the roots that answer a claim of the list from the place."""
    return {
        argument.root
        for claim in framework.trace.case.claims
        if claim.role == "claim"
        for argument in framework.standing(claim.id).against
        if argument.root and framework.went(argument)
    }


def change(before: Outcome, after: Outcome) -> dict[str, str]:
    """Return an outcome beside the one before.

    Returns:
        ``word``, ``word_text``, ``note``; ``change`` and ``kind``, empty if it does not differ.
    """
    kind = _kind(before, after)
    how = "word" if kind in {"silent", "unanswered", "other"} else kind
    return {
        "word": after.word,
        "word_text": STANDING_WORDS[after.word],
        "note": say.note(after.word, after.against, after.went),
        "change": how,
        "kind": kind,
    }


def _kind(before: Outcome, after: Outcome) -> str:
    if after.word == before.word:
        lost = after.against < before.against or after.went < before.went
        gained = after.against > before.against or after.went > before.went
        return "shifted" if lost and gained else "weaker" if lost else "stronger" if gained else ""
    if after.word == "cannot be judged":
        return "silent"
    return "unanswered" if after.word == "unchallenged" else "other"

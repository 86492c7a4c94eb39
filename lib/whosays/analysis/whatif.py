"""What if a source were taken away: the standing of every claim under every loss, and the losses that matter.

A standing depends only on the roots that state the claim, on those that speak against it, and on whatever attacks
these in turn; everything else can be taken away without effect. So each claim is weighed again on that part alone.

Of that part a word rests on a few roots: as long as these stay, whatever else is taken away, it stays. They are found
by following, from each argument that must not fall, one attacker of every attacker of it: the strategy of whoever
defends it in the discussion game of the grounded semantics (Modgil and Caminada 2009). So a loss is weighed
again only where it touches one of them, and the smallest losses that change a word are searched for among them alone,
as the hitting sets of Reiter (1987, section 4).
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from whosays.analysis.weigh import Argument, Framework, Label, Link, Word, grounded

WORDS: dict[Label, Word] = {"in": "holds", "undecided": "contested", "out": "answered"}  # the best one decides
WHOLE = 12
"""So many roots at most are taken away in every combination; above it, one or two at a time."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where a claim stands once some roots are gone.

    Attributes:
        word: The standing.
        against: How many roots are left that speak against it; nobody named counts as one.
        went: How many of these know it from the place.
    """

    word: Word
    against: int
    went: int


def outcomes(framework: Framework) -> dict[str, Outcome]:
    """Return where every claim of the layer stands under the reading that a framework was built with."""
    found: dict[str, Outcome] = {}
    for claim, standing in framework.standings().items():
        went = {a.root for a in standing.against if framework.went(a)}
        found[claim] = Outcome(standing.word, len({a.root for a in standing.against}), len(went))
    return found


def pairs(framework: Framework) -> list[tuple[str, str]]:
    """Return the pairs of roots that can change something as one, in the order of the file of sources.

    As one they merge what they state both, do not answer each other, and count once where both answer; two roots
    that are never together on a claim, as those who state it or speak against it, share nothing of the kind.
    """
    order = {source.id: number for number, source in enumerate(framework.trace.case.sources)}
    found: set[tuple[str, str]] = set()
    for claim in framework.trace.statements:
        own = framework.arguments_of(claim)
        present = {a.root for argument in own for a in (argument, *framework.said.get(argument, ())) if a.root}
        found.update(combinations(sorted(present, key=order.__getitem__), 2))
    return sorted(found, key=lambda pair: (order[pair[0]], order[pair[1]]))


class WhatIf:
    """A framework that can be asked what happens without some of its roots.

    Attributes:
        framework: The framework, with nothing taken away.
    """

    def __init__(self, framework: Framework) -> None:
        """Prepare a framework.

        Args:
            framework: The case in a layer, weighed.
        """
        self.framework = framework
        self._parts: dict[str, tuple[Hashable, ...]] = {}
        self._answers: dict[str, dict[Argument, frozenset[str]]] = {}
        self._grounds: dict[tuple[str, frozenset[str]], tuple[Word, frozenset[str]]] = {}
        self._place = {source.id: n for n, source in enumerate(framework.trace.case.sources)}

    @cached_property
    def _attackers(self) -> dict[Hashable, list[Hashable]]:
        index: dict[Hashable, list[Hashable]] = defaultdict(list)
        for attacker, attacked in self.framework.attacks.items():
            for node in attacked:
                index[node].append(attacker)
        return index

    @cached_property
    def _went(self) -> dict[Argument, bool]:
        return {argument: self.framework.went(argument) for argument in self.framework.arguments}

    def _part(self, claim: str) -> tuple[Hashable, ...]:
        """Return the nodes on which the standing of a claim depends: backwards along every attack."""
        if claim not in self._parts:
            open_nodes: list[Hashable] = list(self.framework.arguments_of(claim))
            found: dict[Hashable, None] = dict.fromkeys(open_nodes)
            while open_nodes:
                node = open_nodes.pop()
                for before in self._attackers.get(node, ()):
                    if before not in found:
                        found[before] = None
                        open_nodes.append(before)
            self._parts[claim] = tuple(found)
        return self._parts[claim]

    def _against(self, claim: str) -> dict[Argument, frozenset[str]]:
        """Return the arguments against a claim, each with the roots of the claim that it speaks against."""
        if claim not in self._answers:
            found: dict[Argument, set[str]] = defaultdict(set)
            for argument in self.framework.arguments_of(claim):
                for other in self.framework.said.get(argument, ()):
                    found[other].add(argument.root)
            self._answers[claim] = {other: frozenset(roots) for other, roots in found.items()}
        return self._answers[claim]

    def matters(self, claim: str) -> tuple[str, ...]:
        """Return the ids of the roots whose loss can matter to a claim, in the order of the file of sources."""
        arguments = [*self._against(claim), *(n for n in self._part(claim) if isinstance(n, Argument))]
        return tuple(sorted({a.root for a in arguments if a.root}, key=self._place.__getitem__))

    def outcome(self, claim: str, withdrawn: Iterable[str] = ()) -> Outcome:
        """Return where a claim stands without some roots.

        Args:
            claim: Id of a claim.
            withdrawn: Ids of roots; those that do not matter to it change nothing.
        """
        gone = frozenset(withdrawn)
        left = [o for o, own in self._against(claim).items() if o.root not in gone and not own <= gone]
        went = {other.root for other in left if self._went[other]}
        return Outcome(self._word(claim, gone), len({other.root for other in left}), len(went))

    def _word(self, claim: str, gone: frozenset[str]) -> Word:
        """Return the word of a claim without some roots, taking away one by one those on which it rests."""
        taken: frozenset[str] = frozenset()
        while True:
            word, ground = self._rests(claim, taken)
            if ground.isdisjoint(gone):
                return word
            taken |= {min(ground & gone)}

    def _rests(self, claim: str, gone: frozenset[str]) -> tuple[Word, frozenset[str]]:
        """Return the word of a claim without some roots, and further roots on which it rests."""
        key = (claim, gone)
        if key not in self._grounds:
            self._grounds[key] = self._weigh(claim, gone)
        return self._grounds[key]

    def _weigh(self, claim: str, gone: frozenset[str]) -> tuple[Word, frozenset[str]]:
        own = [a for a in self.framework.arguments_of(claim) if a.root not in gone]
        if not own:
            return "cannot be judged", frozenset()
        said = self.framework.said
        challenge = next(((a, o) for a in own for o in said.get(a, ()) if o.root not in gone), None)
        if challenge is None:
            return "unchallenged", frozenset({own[0].root})
        labels = self._labels(claim, gone)
        best = min(own, key=lambda argument: list(WORDS).index(labels[argument]))
        word = WORDS[labels[best]]
        held = self._held(labels, best if word != "answered" else None, own if word != "holds" else ())
        return word, frozenset(root for node in (best, *challenge, *held) for root in _roots(node))

    def _held(
        self, labels: dict[Hashable, Label], upright: Hashable | None, fallen: Iterable[Hashable]
    ) -> list[Hashable]:
        """Return nodes that keep one node from falling and others from standing, whatever else is taken away.

        Of the attackers of a node that must not stand, one that is not out is kept: the one that is decided first,
        so that nothing is kept by what it keeps itself.

        Args:
            labels: The labelling, in the order in which it was decided.
            upright: A node that must not be out; none, if it may.
            fallen: Nodes that must not be in.
        """
        rank = {node: n for n, (node, label) in enumerate(labels.items()) if label != "out"}
        last = len(labels)

        def keeper(node: Hashable) -> Hashable:
            return min(self._attackers[node], key=lambda other: rank.get(other, last))

        held: list[Hashable] = [] if upright is None else [upright]
        held += map(keeper, fallen)
        seen = set(held)
        for node in held:
            for attacker in self._attackers.get(node, ()):
                if attacker in labels and (kept := keeper(attacker)) not in seen:
                    seen.add(kept)
                    held.append(kept)
        return held

    def _labels(self, claim: str, gone: frozenset[str]) -> dict[Hashable, Label]:
        """Label the part again; a link goes with the root at either end of it."""
        kept = {node: None for node in self._part(claim) if gone.isdisjoint(_roots(node))}
        attacks = self.framework.attacks
        return grounded({node: [other for other in attacks[node] if other in kept] for node in kept})

    def losses(self, claim: str) -> Iterator[tuple[tuple[str, ...], Outcome]]:
        """Yield every loss that is worked out for a claim, with what comes of it.

        Yields:
            Ids of the roots taken away, and the outcome: all combinations of up to ``WHOLE`` roots that matter,
            counted up like binary numbers from none; one and two at a time where there are more.
        """
        roots = self.matters(claim)
        if len(roots) <= WHOLE:
            for mask in range(2 ** len(roots)):
                gone = tuple(root for bit, root in enumerate(roots) if mask >> bit & 1)
                yield gone, self.outcome(claim, gone)
            return
        for size in (0, 1, 2):
            for gone in combinations(roots, size):
                yield gone, self.outcome(claim, gone)

    def linchpins(self, claim: str, most: int = 3) -> list[tuple[tuple[str, ...], Word]]:
        """Return the smallest sets of other roots whose loss changes the word of a claim, and the word it becomes.

        The roots that state the claim themselves are left in: without all of them nobody says it any more.

        Args:
            claim: Id of a claim.
            most: Roots in a set at most.

        Returns:
            All sets of the smallest size that does it, in the order of the file; empty if none does.
        """
        word = self.outcome(claim).word
        own = {argument.root for argument in self.framework.arguments_of(claim)}
        others = {root for root in self.matters(claim) if root not in own}
        losses: set[frozenset[str]] = {frozenset()}
        for _ in range(most):
            losses = {gone | {root} for gone in losses for root in self._rests(claim, gone)[1] & others}
            after: dict[frozenset[str], Word] = {gone: self._word(claim, gone) for gone in losses}
            found = [tuple(sorted(gone, key=self._place.__getitem__)) for gone in losses if after[gone] != word]
            if found:
                found.sort(key=lambda gone: [self._place[root] for root in gone])
                return [(gone, after[frozenset(gone)]) for gone in found]
        return []


def _roots(node: Hashable) -> tuple[str, ...]:
    """Return the roots with which a node goes: that of an argument, or those at both ends of a link."""
    if isinstance(node, Argument):
        return (node.root,)
    return (node.attacker.root, node.attacked.root) if isinstance(node, Link) else ()

"""What if a source were taken away: the standing of every claim under every loss, and the losses that matter.

A standing depends only on the roots that state the claim, on those that speak against it, and on whatever attacks
these in turn; everything else can be taken away without effect. So each claim is weighed again on that part alone.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from whosays.analysis.weigh import Argument, Framework, Label, Link, Word, grounded

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
        self._ground: dict[str, tuple[Hashable, ...]] = {}

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
        if claim not in self._ground:
            open_nodes: list[Hashable] = list(self.framework.arguments_of(claim))
            found: dict[Hashable, None] = dict.fromkeys(open_nodes)
            while open_nodes:
                node = open_nodes.pop()
                for before in self._attackers.get(node, ()):
                    if before not in found:
                        found[before] = None
                        open_nodes.append(before)
            self._ground[claim] = tuple(found)
        return self._ground[claim]

    def _against(self, claim: str) -> list[Argument]:
        said = self.framework.said
        return list(
            dict.fromkeys(other for argument in self.framework.arguments_of(claim) for other in said.get(argument, ()))
        )

    def matters(self, claim: str) -> tuple[str, ...]:
        """Return the ids of the roots whose loss can matter to a claim, in the order of the file of sources."""
        arguments = [*self._against(claim), *(n for n in self._part(claim) if isinstance(n, Argument))]
        roots = {a.root for a in arguments if a.root}
        return tuple(s.id for s in self.framework.trace.case.sources if s.id in roots)

    def outcome(self, claim: str, withdrawn: Iterable[str] = ()) -> Outcome:
        """Return where a claim stands without some roots.

        Args:
            claim: Id of a claim.
            withdrawn: Ids of roots; those that do not matter to it change nothing.
        """
        gone = frozenset(withdrawn)
        own = [a for a in self.framework.arguments_of(claim) if a.root not in gone]
        against = {
            other for argument in own for other in self.framework.said.get(argument, ()) if other.root not in gone
        }
        if not own:
            return Outcome("cannot be judged", 0, 0)
        roots = {a.root for a in against}
        went = {a.root for a in against if self._went[a]}
        if not against:
            return Outcome("unchallenged", 0, 0)
        labels = self._labels(claim, gone)
        held = {labels[argument] for argument in own}
        word: Word = "holds" if "in" in held else "contested" if "undecided" in held else "answered"
        return Outcome(word, len(roots), len(went))

    def _labels(self, claim: str, gone: frozenset[str]) -> dict[Hashable, Label]:
        """Label the part again; a link goes with the root at either end of it."""
        kept = {node: None for node in self._part(claim) if not _lost(node, gone)}
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
        roots = [root for root in self.matters(claim) if root not in own]
        for size in range(1, min(most, len(roots)) + 1):
            found: list[tuple[tuple[str, ...], Word]] = []
            for gone in combinations(roots, size):
                after = self.outcome(claim, gone).word
                if after != word:
                    found.append((gone, after))
            if found:
                return found
        return []


def _lost(node: Hashable, gone: frozenset[str]) -> bool:
    """Return whether a node goes with the roots: an argument of one, or a link from or to one."""
    if isinstance(node, Argument):
        return node.root in gone
    return isinstance(node, Link) and (node.attacker.root in gone or node.attacked.root in gone)

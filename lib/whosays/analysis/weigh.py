"""Weigh what is said against a claim: an argumentation framework and its grounded labelling.

There is one argument for each claim and root: "this root says so". Attacks are weighed by how each side knows
(preference-based frameworks, Amgoud and Cayrol 2002, section 3) and by whether the answer meets the claim; the
labelling is the grounded one of Dung (1995, section 2.3), computed in time linear in the number of attacks.

A rebuttal with a strictly stronger basis that meets the claim clearly attacks one way. With an equal basis, or with
a stronger one that meets the claim only partly or unclearly, the two attack each other. With a strictly weaker basis
it is said, but has no effect. An undercut attacks one way: a statement, or a link. Supports, cautions and whatever
else only qualifies attack nobody. The standing depends on nothing else: not on parties, names or order.
"""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple, TypeVar

from whosays.analysis.trace import Mention, Trace
from whosays.case.model import Relation, Statement

Label = Literal["in", "out", "undecided"]
Word = Literal["holds", "contested", "answered", "unchallenged", "cannot be judged"]
Node = TypeVar("Node", bound=Hashable)

BARE, FIGURE, ASSESSMENT, OBSERVATION = 1, 2, 3, 4
SCALE = (
    (BARE, "bare statement of a party"),
    (FIGURE, "competing figure of a party"),
    (ASSESSMENT, "assessment by a third party"),
    (OBSERVATION, "first-hand observation at the place"),
)


class Argument(NamedTuple):
    """That a root says a claim is so; an empty root stands for nobody named."""

    claim: str
    root: str


class Link(NamedTuple):
    """A node of an attack that is itself undercut."""

    relation: str
    attacker: Argument
    attacked: Argument
    active: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader changed: the hypothesis under which a case is weighed.

    Attributes:
        withdrawn: Ids of roots that are taken away with all they say, and all that count as one with them.
        joined: Groups of roots that count as one; the first of a group stands for all.
        graded: Basis of a root, 1 to 4 as in ``SCALE``, in place of the computed one; the best one of a group counts.
    """

    withdrawn: frozenset[str] = frozenset()
    joined: tuple[tuple[str, ...], ...] = ()
    graded: Mapping[str, int] = field(default_factory=dict[str, int])


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a claim stands.

    Attributes:
        word: holds, contested, answered, unchallenged; cannot be judged if nobody is left who says it.
        roots: Ids of the roots that state it.
        against: The arguments that speak against it, those without effect included.
        decisive: Those of them that decide the word: for answered the arguments that stand and defeat it, for
            contested the ones that nothing settles.
    """

    word: Word
    roots: tuple[str, ...]
    against: tuple[Argument, ...]
    decisive: tuple[Argument, ...]


def grounded(attacks: Mapping[Node, Iterable[Node]]) -> dict[Node, Label]:
    """Return the grounded labelling of an attack graph.

    Method: Dung 1995, the least fixed point of the characteristic function, by counting for each argument the
    attackers that are not yet out; each attack is looked at once.

    Args:
        attacks: For every argument, those it attacks; an argument that is only attacked may be left out.

    Returns:
        in, out or undecided for every argument, in the order in which it is decided; the undecided come last.
    """
    open_attackers: dict[Node, int] = {}
    for attacker, attacked in attacks.items():
        open_attackers.setdefault(attacker, 0)
        for node in attacked:
            open_attackers[node] = open_attackers.get(node, 0) + 1
    labels: dict[Node, Label] = {}
    ready = deque(node for node, count in open_attackers.items() if count == 0)
    while ready:
        standing = ready.popleft()
        labels[standing] = "in"
        for fallen in attacks.get(standing, ()):
            if fallen in labels:
                continue
            labels[fallen] = "out"
            for relieved in attacks.get(fallen, ()):
                open_attackers[relieved] -= 1
                if open_attackers[relieved] == 0 and relieved not in labels:
                    ready.append(relieved)
    for node in open_attackers:
        labels.setdefault(node, "undecided")
    return labels


def merged(groups: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """Return groups of ids so that none is in two: those that share one are one group; one id alone is none."""
    found: list[tuple[str, ...]] = []
    for group in map(tuple, groups):
        met = [other for other in found if not set(other).isdisjoint(group)]
        found = [*(g for g in found if g not in met), tuple(dict.fromkeys(n for g in (*met, group) for n in g))]
    return tuple(group for group in found if len(group) > 1)


def meets_clearly(relation: Relation) -> bool:
    """Return whether an answer meets its claim: some part clearly, none only partly, and surely this claim."""
    met = relation.meets.values()
    return relation.surely == "clear" and "meets" in met and "partly" not in met


class Framework:
    """The arguments of a case in a layer, and who attacks whom, under a reading.

    Attributes:
        trace: The case in the layer.
        reading: What the reader changed, its groups merged.
        arguments: Every argument, with the statements that make it.
        said: For every argument, all that is said against it, with or without effect.
        attacks: For every node, those it attacks with effect; a link that is itself undercut is two nodes of its own.
    """

    def __init__(self, trace: Trace, reading: Reading | None = None) -> None:
        """Build the framework.

        Args:
            trace: The case in a layer.
            reading: What the reader changed; nothing, if not given.
        """
        self.trace = trace
        asked = reading or Reading()
        self.reading = replace(asked, joined=merged(asked.joined))
        self._one = {name: group[0] for group in self.reading.joined for name in group}
        self._gone = {self._one.get(name, name) for name in self.reading.withdrawn}
        self._strengths: dict[str, int] = {}
        self._graded: dict[str, int] = {}
        for name, grade in self.reading.graded.items():
            one = self._one.get(name, name)
            self._graded[one] = max(grade, self._graded.get(one, grade))
        self.arguments: dict[Argument, list[Statement]] = defaultdict(list)
        self._of: dict[str, list[Argument]] = defaultdict(list)
        self._by: dict[tuple[str, str], Argument] = {}
        for claim in trace.statements:
            for mention in trace.mentions(claim):
                self._add(claim, mention)
        self.said: dict[Argument, dict[Argument, None]] = defaultdict(dict)
        self.attacks: dict[Hashable, dict[Hashable, None]] = {argument: {} for argument in self.arguments}
        self._undercut: dict[str, list[Relation]] = defaultdict(list)
        relations = [r for r in trace.case.relations if trace.holds(r) and r.kind in {"rebuts", "undercuts"}]
        for relation in (r for r in relations if r.kind == "undercuts"):
            self._undercut[relation.to].append(relation)
        for relation in (r for r in relations if r.kind == "rebuts"):
            self._rebut(relation)
        for argument, statements in self.arguments.items():
            self._undercut_argument(argument, statements)
        self.labels = grounded(self.attacks)

    def root(self, statement: Statement) -> str:
        """Return the root of a statement under the reading."""
        found = self.trace.root(statement)
        return self._one.get(found, found)

    def lost(self, root: str) -> bool:
        """Return whether the reading takes a root away, by itself or as one with another."""
        return self._one.get(root, root) in self._gone

    def _add(self, claim: str, mention: Mention) -> None:
        argument = Argument(claim, self.root(mention.head))
        if argument.root in self._gone:
            return
        if argument not in self.arguments:
            self._of[claim].append(argument)
        self.arguments[argument].extend(mention.statements)
        self._by.update(dict.fromkeys(((claim, s.id) for s in mention.statements), argument))

    def _origins(self, relation: Relation) -> list[tuple[Argument, int]]:
        """Return the arguments that a relation comes from, each with the strength of the statements it comes by."""
        pairs: dict[Argument, int] = {}
        for statement in self.trace.carriers(relation):
            claim = relation.from_ if relation.from_ in statement.also else statement.claim
            argument = self._by.get((claim, statement.id))
            if argument is not None:
                pairs[argument] = max(pairs.get(argument, 0), self.strength(statement))
        return list(pairs.items())

    def strength(self, statement: Statement) -> int:
        """Return how the root of a statement knows, 1 to 4 as in ``SCALE``, by one rule for every party."""
        if statement.id not in self._strengths:
            self._strengths[statement.id] = self._graded.get(self.root(statement)) or self._basis(statement)
        return self._strengths[statement.id]

    def _basis(self, statement: Statement) -> int:
        """Return the same by the rule alone."""
        first = self.trace.origin(statement)
        if first.basis == "saw":
            return OBSERVATION
        if not (first.source and self.trace.case.source_by_id[first.source].party):
            return ASSESSMENT if first.source else BARE
        return FIGURE if self.trace.competes(statement) else BARE

    def arguments_of(self, claim: str) -> list[Argument]:
        """Return the arguments that state a claim, in the order of the file."""
        return self._of.get(claim, [])

    def went(self, argument: Argument) -> bool:
        """Return whether an argument comes from someone who was at the place."""
        return max(map(self.strength, self.arguments[argument])) == OBSERVATION

    def _rebut(self, relation: Relation) -> None:
        for origin, strength in self._origins(relation):
            for target in self._of.get(relation.to, ()):
                if origin.root == target.root and origin.root:
                    continue  # a root does not answer itself
                self.said[target][origin] = None
                resisting = max(map(self.strength, self.arguments[target]))
                if strength < resisting:
                    continue
                self._attack(origin, target, relation)
                if strength == resisting or not meets_clearly(relation):
                    self._attack(target, origin, relation)

    def _attack(self, attacker: Argument, attacked: Argument, relation: Relation) -> None:
        """Add an attack; one that is itself undercut runs through two nodes, so that it can be taken away.

        Method: attacks on attacks as extra arguments (Boella, Gabbay, van der Torre and Villata 2009).
        """
        undercut = self._undercut.get(relation.id, ())
        if not undercut:
            self.attacks[attacker][attacked] = None
            return
        idle, active = (Link(relation.id, attacker, attacked, active=on) for on in (False, True))
        self.attacks[attacker][idle] = None
        self.attacks.setdefault(idle, {})[active] = None
        self.attacks.setdefault(active, {})[attacked] = None
        for link in undercut:
            for origin, _ in self._origins(link):
                self.attacks[origin][active] = None

    def _undercut_argument(self, argument: Argument, statements: list[Statement]) -> None:
        """An argument loses its ground only when each of its statements does; copies of one count as that one."""
        by_origin: dict[str, dict[Argument, None]] = {}
        for statement in statements:
            origins = (o for r in self._undercut.get(statement.id, ()) for o, _ in self._origins(r))
            by_origin.setdefault(self.trace.origin(statement).id, {}).update(dict.fromkeys(origins))
        cut = list(by_origin.values())
        for origin in dict.fromkeys(o for origins in cut for o in origins if o != argument):
            self.said[argument][origin] = None
            if all(origin in origins for origins in cut):
                self.attacks[origin][argument] = None

    def standing(self, claim: str) -> Standing:
        """Return where a claim stands.

        Args:
            claim: Id of a claim.
        """
        own = self._of.get(claim, [])
        against = tuple(dict.fromkeys(other for argument in own for other in self.said.get(argument, ())))
        roots = tuple(argument.root for argument in own if argument.root)
        if not own:
            return Standing("cannot be judged", roots, (), ())
        if not against:
            return Standing("unchallenged", roots, (), ())
        labels = {self.labels[argument] for argument in own}
        word: Word = "holds" if "in" in labels else "contested" if "undecided" in labels else "answered"
        wanted = {"holds": "", "contested": "undecided", "answered": "in"}[word]
        decisive = (a for a in against if self.labels[a] == wanted and any(self._decides(a, o) for o in own))
        return Standing(word, roots, against, tuple(decisive))

    def _decides(self, attacker: Argument, attacked: Argument) -> bool:
        """Return whether an attack has effect, and, where it defeats, whether it does so without being met."""
        if attacked not in self._effect(attacker):
            return False
        return self.labels[attacker] != "in" or not self.mutual(attacker, attacked)

    def mutual(self, one: Argument, other: Argument) -> bool:
        """Return whether two arguments attack each other."""
        return other in self._effect(one) and one in self._effect(other)

    def _effect(self, argument: Argument) -> set[Hashable]:
        """Return what an argument attacks, through its own undercut links as well."""
        direct = self.attacks[argument]
        return {*direct, *(node.attacked for node in direct if isinstance(node, Link))}

    def standings(self) -> dict[str, Standing]:
        """Return where every claim of the layer stands, in the order of the file."""
        return {
            claim.id: self.standing(claim.id) for claim in self.trace.case.claims if claim.id in self.trace.statements
        }

"""Audit the attribution: circles of sourcing, self-vouching, drift on the way, roots that turn out to be one.

A *body* is a source followed up to whom it speaks for, so that a ministry and its spokesman are one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from whosays.analysis.graph import circles, roots_of
from whosays.analysis.trace import Mention, Trace
from whosays.case.model import Figure, Relation, Statement

DriftKind = Literal["figure", "hedge left out", "hedge added", "speaker", "relay", "basis", "doubt"]
VOUCHES = "vouches for itself"


@dataclass(frozen=True, slots=True)
class Circle:
    """Bodies that rest on one another for one claim.

    Attributes:
        sources: Ids of the bodies, in order of appearance.
        roots: Ids of the bodies outside the circle at which the trail ends; empty if it never leaves the circle.
        statements: Ids of the statements that close it.
    """

    sources: tuple[str, ...]
    roots: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vouching:
    """A root that speaks for its own account.

    Attributes:
        root: Id of the root.
        statements: The statements by which it vouches.
        account: The statements it vouches for.
    """

    root: str
    statements: tuple[Statement, ...]
    account: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Drift:
    """What one statement lost or gained beside another one.

    Attributes:
        kind: What differs.
        statement: The statement that lost or gained it.
        against: The more careful mention, or the statement from which it derives.
        surely: How sure the derivation is; empty between two mentions of the article.
        figures: For a figure, the one of the statement and the one it is set against.
        relays: For a relay, the ids of those left out.
    """

    kind: DriftKind
    statement: Statement
    against: Statement
    surely: str = ""
    figures: tuple[Figure, ...] = ()
    relays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Joined:
    """Roots of the article that are one beyond it.

    Attributes:
        root: Id of the root beyond the article.
        roots: Ids of the roots in the article, at least two.
        statements: The statements of the article that go back to it.
    """

    root: str
    roots: tuple[str, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Speakers:
    """How many statements name whom; the first four add up to all.

    Attributes:
        person: Statements whose speaker is named as a person.
        institution: Those that name an institution alone.
        nobody: Those that name nobody.
        own: Those made in the own voice of the article or document, or taken as given there.
        direct: Those quoted word for word, whoever speaks.
    """

    person: int
    institution: int
    nobody: int
    own: int
    direct: int


def speakers(trace: Trace, statements: Iterable[Statement]) -> Speakers:
    """Return how many of some statements name a person, an institution alone, nobody, or are in the own voice."""
    own = list(statements)
    named = Counter(speaker(trace, s) for s in own)
    direct = sum(s.form == "direct" for s in own)
    return Speakers(named["person"], named["institution"], named["no"], named["own"], direct)


def speaker(trace: Trace, statement: Statement) -> str:
    """Return whom a statement names: person, institution, no (nobody), or own (said in the own voice)."""
    if statement.form in {"own voice", "presupposed"}:
        return "own"
    return trace.case.source_by_id[statement.source].named if statement.source else "no"


class Audit:
    """The attribution of a case in a layer, indexed once; each question costs what the claim is long.

    Attributes:
        trace: The case in the layer.
    """

    def __init__(self, trace: Trace) -> None:
        """Index a case.

        Args:
            trace: The case in a layer.
        """
        self.trace = trace
        self._inside = trace if trace.layer == "article" else Trace(trace.case, "article")
        self._figures: dict[str, list[Figure]] = defaultdict(list)
        for figure in trace.case.figures:
            self._figures[figure.statement].append(figure)
        self._loaded = {
            (w.passage, trace.root_of_source(w.source)) for w in trace.case.wording if w.kind == "loaded" and w.source
        }

    def circular(self, claim: str) -> list[Circle]:
        """Return the circles among the bodies that pass a claim on to one another, directly or by derivation.

        No statement derives from itself in a checked case; but two bodies may still each name the other.
        """
        rests: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        waiting = list(self.trace.statements.get(claim, ()))
        seen = {s.id for s in waiting}
        for statement in waiting:  # grows while it is read
            for body, before in self._steps(statement):
                rests[body][before].append(statement.id)
            for relation in self.trace.derivations(statement):
                if relation.to not in seen:
                    seen.add(relation.to)
                    waiting.append(self.trace.case.statement_by_id[relation.to])
        return [self._circle(rests, knot) for knot in circles(rests)]

    def _bodies(self, names: Iterable[str]) -> list[str]:
        return [self.trace.root_of_source(name) for name in names if name]

    def _steps(self, statement: Statement) -> Iterator[tuple[str, str]]:
        """Yield who rests on whom by a statement: each relay on the one before, the speaker on what it took over."""
        path = self._bodies((statement.source, *statement.via))
        yield from ((after, before) for before, after in pairwise(path) if after != before)
        for relation in self.trace.derivations(statement) if statement.source else ():
            earlier = self.trace.case.statement_by_id[relation.to]
            way = self._bodies((earlier.source, *earlier.via))
            if way and path[0] not in {way[0], way[-1]}:  # else the same body, quoted a second time
                yield path[0], way[-1]

    @staticmethod
    def _circle(rests: Mapping[str, Mapping[str, list[str]]], knot: list[str]) -> Circle:
        inside = set(knot)
        steps = (s for body in knot for other, found in rests[body].items() if other in inside for s in found)
        return Circle(tuple(knot), tuple(roots_of(rests, knot[:1])[knot[0]]), tuple(dict.fromkeys(steps)))

    def vouching(self, claim: str) -> list[Vouching]:
        """Return where a root vouches for its own account of a claim.

        Two rules, the same for all: a statement that rests on its own word supports a claim of its own root; or one
        passage lets a root state the claim twice, each time on its own word, and in loaded words of that root.
        """
        own = self.trace.statements.get(claim, [])
        by_root: dict[str, list[Statement]] = defaultdict(list)
        for statement in own:
            by_root[self.trace.root(statement)].append(statement)
        found = [
            Vouching(answer.root, answer.statements, tuple(by_root[answer.root]))
            for answer in self.trace.answers(claim)
            if answer.root in by_root
            and any(r.kind == "supports" for r in answer.relations)
            and all(s.basis == VOUCHES for s in answer.statements)
        ]
        repeated: dict[tuple[str, str], list[Statement]] = defaultdict(list)
        for head in (m.head for m in self.trace.mentions(claim)):
            if head.passage and head.source and head.basis == VOUCHES:
                repeated[head.passage, self.trace.root_of_source(head.source)].append(head)
        twice = ((key, heads) for key, heads in repeated.items() if len(heads) > 1 and key in self._loaded)
        return found + [Vouching(root, tuple(heads[1:]), (heads[0],)) for (_, root), heads in twice]

    def drift(self, claim: str) -> list[Drift]:
        """Return what mentions of a claim lost beside more careful ones, and lost or gained by derivation.

        A mention of the article is set against the first one of the same root, or of any root if it names nobody,
        that is more careful in one respect; what is found there is not told again for a derivation.
        """
        inside = [m for m in self.trace.mentions(claim) if m.head.layer == "article"]
        found = list(self._between(inside))
        for statement in self.trace.statements.get(claim, ()):
            for relation in self.trace.derivations(statement):
                found.extend(self._along(statement, relation))
        return list({(d.kind, d.statement.id): d for d in reversed(found)}.values())[::-1]

    def _between(self, mentions: list[Mention]) -> Iterator[Drift]:
        yield from self._figures_between(mentions)
        named = next((m.head for m in mentions if m.head.source), None)
        hedged: dict[str, Statement] = {}
        told: dict[str, Statement] = {}
        for statement in (s for m in mentions for s in m.statements if s.hedge):
            hedged.setdefault(statement.source, statement)
        for head in (m.head for m in mentions if m.head.basis == "was told"):
            told.setdefault(head.source, head)
        for mention in mentions:
            head = mention.head
            if named and not head.source:
                yield Drift("speaker", head, named)
            if head.source in hedged and head.stance == "asserts" and not any(s.hedge for s in mention.statements):
                yield Drift("hedge left out", head, hedged[head.source])
            if head.basis == "saw" and head.source in told:
                yield Drift("basis", head, told[head.source])

    def _figures_between(self, mentions: list[Mention]) -> Iterator[Drift]:
        given = [(m.head, s, f) for m in mentions for s in m.statements for f in self._figures.get(s.id, ())]
        careful: dict[tuple[object, ...], tuple[Statement, Figure]] = {}
        for head, statement, figure in given:
            if figure.qualifier != "exactly":
                careful.setdefault((self.trace.root(head), *figure.thing, figure.value), (statement, figure))
                careful.setdefault(("", *figure.thing, figure.value), (statement, figure))  # for who names nobody
        for head, statement, figure in given:
            root = self.trace.root(head) if head.source else ""
            other = careful.get((root, *figure.thing, figure.value))
            if figure.qualifier == "exactly" and other:
                yield Drift("figure", statement, other[0], figures=(figure, other[1]))

    def _along(self, statement: Statement, relation: Relation) -> Iterator[Drift]:
        earlier = self.trace.case.statement_by_id[relation.to]
        own, way = (self._bodies((s.source, *s.via)) for s in (statement, earlier))
        for figures in self._changed(statement, earlier):
            yield Drift("figure", statement, earlier, relation.surely, figures=figures)
        if bool(statement.hedge) != bool(earlier.hedge) and statement.stance == "asserts":
            yield Drift("hedge added" if statement.hedge else "hedge left out", statement, earlier, relation.surely)
        if earlier.source and not statement.source:
            yield Drift("speaker", statement, earlier, relation.surely)
        if statement.source and earlier.source and own[0] == way[0]:
            relays = tuple(name for name, body in zip(earlier.via, way[1:], strict=True) if body not in own)
            if relays:
                yield Drift("relay", statement, earlier, relation.surely, relays=relays)
        if statement.basis == "saw" and (earlier.basis != "saw" or own[:1] != way[:1]):
            yield Drift("basis", statement, earlier, relation.surely)
        if earlier.stance in {"doubts", "cautions"} and statement.stance == "asserts":
            yield Drift("doubt", statement, earlier, relation.surely)

    def _changed(self, statement: Statement, earlier: Statement) -> Iterator[tuple[Figure, Figure]]:
        """Yield each figure that the earlier statement gives for the same thing, but not in the same way."""
        before: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
        for figure in self._figures.get(earlier.id, ()):
            before[figure.thing].append(figure)
        for figure in self._figures.get(statement.id, ()):
            others = before.get(figure.thing, [])
            if others and not any((f.qualifier, f.value) == (figure.qualifier, figure.value) for f in others):
                yield figure, next((f for f in others if f.value == figure.value), others[0])

    def joined(self, claim: str) -> list[Joined]:
        """Return which roots of the article, behind a claim and the answers to it, are one beyond the article.

        Returns:
            Nothing in the article layer, which cannot know.
        """
        if self.trace.layer == "article":
            return []
        answers = (s for a in self._inside.answers(claim) for s in a.statements)
        by_root: dict[str, dict[str, Statement]] = defaultdict(dict)
        for statement in (*self._inside.statements.get(claim, ()), *answers):
            if self._inside.root(statement):
                by_root[self.trace.root(statement)][statement.id] = statement
        found = [(root, self._inside.roots(own.values()), own) for root, own in by_root.items()]
        return [Joined(root, tuple(roots), tuple(own.values())) for root, roots, own in found if len(roots) > 1]

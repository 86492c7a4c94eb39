"""Follow a statement back to its root, and count mentions, voices and roots.

A *mention* is one place where a claim is stated; statements that complete one another are one mention.
A *voice* is a source that a mention names, as the speaker or as a relay. A *root* is where the trail ends:
the speaker, followed up to the body it speaks for. Beyond the article, a statement that wholly derives from
another has that one's root, so two voices may turn out to share one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from whosays.case.model import ASPECTS, Case, Layer, Relation, Statement

AnswerKind = Literal["denies", "doubts", "counts", "saw", "compares", "assesses", "states", "cautions"]
Station = Literal["evidence", "root", "relay", "page"]
ATTACKS = frozenset({"rebuts", "undercuts"})
_BEST = ("meets", "partly", "does not")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a claim is stated.

    Attributes:
        statements: The statements that make it up; the first names passage or document, source and cue,
            and its root is that of the mention.
    """

    statements: tuple[Statement, ...]

    @property
    def head(self) -> Statement:
        """The statement that the others complete."""
        return self.statements[0]


@dataclass(frozen=True, slots=True)
class Link:
    """One station on the way of a statement to the page, and how it knows what it passes on.

    Attributes:
        station: evidence (what the root rests on), root, relay, or page (the article or document).
        source: Id of the source; empty for the evidence, for a speaker nobody names, and for the page.
        how: What joins it to the station before: for a root its basis; for a relay "speaks for", "passes on"
            or "rests on"; for the page its form. Empty for the evidence.
    """

    station: Station
    source: str
    how: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What one voice says in one place about a claim: against it, for it, or as a caution.

    Attributes:
        statements: The statements that carry it, in the order of the file.
        relations: The links by which it speaks to the claim.
        kind: What sort of answer it is; the same kinds for every party.
        meets: What it meets of the claim, by aspect; the best of its links counts.
        root: Id of its root; empty if nobody is named.
        attacks: Whether any of its links rebuts or undercuts; if not, it supports or only qualifies.
    """

    statements: tuple[Statement, ...]
    relations: tuple[Relation, ...]
    kind: AnswerKind
    meets: dict[str, str]
    root: str
    attacks: bool

    @property
    def head(self) -> Statement:
        """The first of its statements."""
        return self.statements[0]


@dataclass(frozen=True)
class Trace:
    """A case as one layer shows it, indexed so that each question costs what its answer is long.

    Attributes:
        case: The case.
        layer: article for the article alone, beyond for the article and what is known from outside it.
    """

    case: Case
    layer: Layer

    def holds(self, row: Statement | Relation) -> bool:
        """Return whether a row belongs to the layer; beyond the article holds the article as well."""
        return self.layer == "beyond" or row.layer == "article"

    @cached_property
    def statements(self) -> dict[str, list[Statement]]:
        """The statements of the layer by claim, in the order of the file."""
        index: dict[str, list[Statement]] = defaultdict(list)
        for statement in filter(self.holds, self.case.statements):
            for claim in statement.claims:
                index[claim].append(statement)
        return index

    @cached_property
    def _order(self) -> dict[str, int]:
        return {statement.id: number for number, statement in enumerate(self.case.statements)}

    @cached_property
    def _to(self) -> dict[str, list[Relation]]:
        index: dict[str, list[Relation]] = defaultdict(list)
        for relation in filter(self.holds, self.case.relations):
            if relation.kind != "derives from":
                index[relation.to].append(relation)
        return index

    @cached_property
    def _derived(self) -> dict[str, list[Relation]]:
        index: dict[str, list[Relation]] = defaultdict(list)
        for relation in filter(self.holds, self.case.relations):
            if relation.kind == "derives from":
                index[relation.from_].append(relation)
        return index

    @cached_property
    def _counted(self) -> dict[str, set[tuple[str, str]]]:
        index: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for figure in self.case.figures:
            index[figure.statement].add((figure.what, figure.whom))
        return index

    @cached_property
    def _rebuttals(self) -> dict[str, list[Relation]]:
        index: dict[str, list[Relation]] = defaultdict(list)
        for relation in filter(self.holds, self.case.relations):
            if relation.kind == "rebuts":
                index[relation.from_].append(relation)
                index[relation.to].append(relation)
        return index

    def rebuttals(self, row_id: str) -> list[Relation]:
        """Return the rebuttals that a claim or statement makes or meets."""
        return self._rebuttals.get(row_id, [])

    def counted(self, statement: Statement) -> set[tuple[str, str]]:
        """Return what the figures of a statement count, and of whom."""
        return self._counted.get(statement.id, set())

    @cached_property
    def _competing(self) -> set[str]:
        return {s.id for s in self.case.statements if (own := self.counted(s)) and self._rivalled(s, own)}

    def competes(self, statement: Statement) -> bool:
        """Return whether a statement gives a figure against which another sets its own for the same thing."""
        return statement.id in self._competing

    def _rivalled(self, statement: Statement, counted: set[tuple[str, str]]) -> bool:
        # A rebuttal may be drawn from the statement itself or from the claim it states; both sides count alike.
        others = [r.from_ if r.to == statement.claim else r.to for r in self.rebuttals(statement.claim)]
        others += [r.to for r in self.rebuttals(statement.id)]
        rows = self.case.statement_by_id
        stated = (s for o in others for s in (*self.statements.get(o, ()), *([rows[o]] if o in rows else [])))
        return any(counted & self.counted(s) for s in stated)

    def mentions(self, claim: str) -> list[Mention]:
        """Return the mentions of a claim, in the order of the file."""
        own = self.statements.get(claim, [])
        ids = {s.id for s in own}
        heads = [s for s in own if not ids.intersection(s.completes)]
        completing: dict[str, list[Statement]] = defaultdict(list)
        for statement in own:
            for head in dict.fromkeys(statement.completes):
                completing[head].append(statement)
        return [Mention((head, *completing.get(head.id, ()))) for head in heads]

    def voices(self, statements: Iterable[Statement]) -> list[str]:
        """Return the ids of the sources that the statements name, speakers and relays, in order of appearance.

        A source known from outside that turns out to be one of the article's counts as that one.
        """
        named = (name for s in statements for name in (s.source, *s.via) if name)
        return list(dict.fromkeys(self.case.source_by_id[name].same_as or name for name in named))

    def root_of_source(self, source: str) -> str:
        """Return the id of the body that a source speaks for in the end; its own, if it speaks for itself."""
        above: str | None = source
        while above:
            source, row = above, self.case.source_by_id[above]
            above = row.same_as or row.speaks_for
        return source

    def derivations(self, statement: Statement) -> list[Relation]:
        """Return the relations by which a statement took something from another."""
        return self._derived.get(statement.id, [])

    def origin(self, statement: Statement) -> Statement:
        """Return the statement from which this one wholly derives in the end; itself, if it derives from none.

        A derivation joins two statements only if it meets the *whole*; one that takes over a part does not.
        """
        way: list[str] = []
        name = statement.id
        while name not in self._origins:
            way.append(name)
            wholly = (r.to for r in self._derived.get(name, ()) if r.whole == "meets")
            name = next(wholly, "") or self._origins.setdefault(name, name)
        self._origins.update(dict.fromkeys(way, self._origins[name]))
        return self.case.statement_by_id[self._origins[name]]

    @cached_property
    def _origins(self) -> dict[str, str]:
        """Where the trail of each statement ends that was asked for: a chain is walked once, not once a link."""
        return {}

    @cached_property
    def _roots(self) -> dict[str, str]:
        sources = {s.id: self.origin(s).source for s in self.case.statements}
        return {name: self.root_of_source(source) if source else "" for name, source in sources.items()}

    def root(self, statement: Statement) -> str:
        """Return the id of the root of a statement; empty if the trail ends with nobody named."""
        return self._roots[statement.id]

    def roots(self, statements: Iterable[Statement]) -> list[str]:
        """Return the ids of the independent roots of some statements, in order of appearance."""
        return list(dict.fromkeys(name for s in statements if (name := self.root(s))))

    def chain(self, statement: Statement) -> list[Link]:
        """Return the way of a statement to the page, as far as the layer shows it.

        Returns:
            The evidence first, the page last, at least a root between them. A statement that derives from
            another begins with that one's stations; its own speaker "rests on" them.
        """
        first = self.origin(statement)
        stations = self.stations(first)
        if first is not statement:
            own = statement.source
            if own != stations[-1].source:
                stations.append(Link("relay", own, "rests on"))
        return [Link("evidence", "", ""), *stations, Link("page", "", statement.form)]

    def stations(self, statement: Statement) -> list[Link]:
        """Return the way of a statement from root to last relay, as far as its own place names it."""
        if not statement.source:
            return [Link("root", "", statement.basis)]
        upward = [statement.source]
        while above := self.case.source_by_id[upward[-1]].speaks_for:
            upward.append(above)
        head, *speakers = reversed(upward)
        return [
            Link("root", head, statement.basis),
            *(Link("relay", name, "speaks for") for name in speakers),
            *(Link("relay", name, "passes on") for name in statement.via),
        ]

    def answers(self, claim: str) -> list[Answer]:
        """Return what is said about a claim by others: against it, for it, or as a caution.

        What one voice says in one place is one answer, however many links it takes to speak to the claim.

        Returns:
            Answers of the article in its order, then those of outside documents in the order of the file.
        """
        own = {s.id: s for s in self.statements.get(claim, [])}
        groups: dict[tuple[str, str, bool], list[tuple[Statement, Relation]]] = defaultdict(list)
        for relation in (r for target in (claim, *own) for r in self._to.get(target, [])):
            for statement in self.carriers(relation):
                if statement.id not in own:
                    place = statement.passage or statement.document
                    groups[place, statement.source, relation.kind == "supports"].append((statement, relation))
        found = [self._answer(pairs, own.values()) for pairs in groups.values()]
        return sorted(found, key=lambda a: (a.head.layer == "beyond", self._order[a.head.id]))

    def carriers(self, relation: Relation) -> Sequence[Statement]:
        """Return the statements that carry a relation: the one it comes from, or those of its claim in its layer."""
        if relation.from_ in self.case.statement_by_id:
            return [self.case.statement_by_id[relation.from_]]
        stated = self.statements.get(relation.from_, [])
        return [s for s in stated if relation.layer == "beyond" or s.layer == "article"]

    def _answer(self, pairs: list[tuple[Statement, Relation]], own: Iterable[Statement]) -> Answer:
        statements = tuple(sorted({s.id: s for s, _ in pairs}.values(), key=lambda s: self._order[s.id]))
        relations = tuple({r.id: r for _, r in pairs}.values())
        met = {aspect: [r.meets[aspect] for r in relations if aspect in r.meets] for aspect in ASPECTS}
        return Answer(
            statements=statements,
            relations=relations,
            kind=self.answer_kind(statements[0], own),
            meets={aspect: min(values, key=_BEST.index) for aspect, values in met.items() if values},
            root=self.root(statements[0]),
            attacks=any(r.kind in ATTACKS for r in relations),
        )

    def answer_kind(self, statement: Statement, answered: Iterable[Statement]) -> AnswerKind:
        """Return what sort of answer a statement is, by one order of questions for every party.

        A caution stays a caution; then the basis decides (saw, compared pictures), then whether it gives another
        figure for the same thing, then whether a party or a third party speaks, and with which stance.

        Args:
            statement: The statement that answers.
            answered: The statements of the claim it answers.
        """
        if statement.stance in {"cautions", "doubts"}:
            return "cautions" if statement.stance == "cautions" else "doubts"
        if statement.basis in {"saw", "compared"}:
            return "saw" if statement.basis == "saw" else "compares"
        if any(self._counted[statement.id] & self._counted[other.id] for other in answered):
            return "counts"
        if not (statement.source and self.case.source_by_id[statement.source].party):
            return "assesses"
        return "denies" if statement.stance == "denies" else "states"

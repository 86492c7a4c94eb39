"""Make a case of any size that is valid by every rule of ``check``, in the proportions of the first shipped case.

A case grows as coverage does: by more threads of the story (topics), each with its own claims, speakers, outside
documents and figures; a few speakers are heard in every thread; and the first claim of the case gathers ever more
mentions (with the square root of the size), most of which pass on what was said before. Nothing of it means anything.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any, TypeVar

from whosays.case.model import (
    ASPECTS,
    Article,
    Case,
    Claim,
    Date,
    Document,
    Figure,
    Hypothesis,
    Passage,
    Question,
    Relation,
    Slip,
    Source,
    Statement,
    Wording,
)

T = TypeVar("T")

# Counted in data/kramatorsk-2023: 187 statements, 102 claims, 79 sources, 77 documents, 55 figures, 221 relations.
PER_THREAD = 36
CLAIMS, ANSWERS, SOURCES, DOCUMENTS = 6, 14, 15, 15
OUTSIDE = 0.74  # share of statements that stand outside the article
DERIVED, RELAYED, DATED, PRINTS_A_FIGURE = 0.2, 0.18, 0.11, 0.25
REBUTS, UNDERCUTS, SUPPORTS, QUALIFIES = 0.31, 0.05, 0.19, 0.42  # relations for each statement
PASSAGE_WORDS = 24
PUBLISHED = date(2023, 1, 9)
PARTIES = ("North", "South")
KINDS = ("outlet", "outlet", "outlet", "reporter", "reporter", "organisation", "official", "witness", "witness",
         "broadcaster", "anonymous", "agency", "institute", "army", "spokesperson")  # fmt: skip
CLAIM_KINDS = ("toll", "target", "date", "event", "assessment", "image", "head count", "law", "motive", "framing")
BASES = {"none given": 32, "vouches for itself": 24, "saw": 10, "inferred": 9, "official": 9, "was told": 9,
         "compared": 7}  # fmt: skip
FORMS = {"indirect": 61, "own voice": 33, "direct": 5, "presupposed": 1}
QUALIFIERS = {"exactly": 25, "more than": 12, "about": 11, "at least": 8, "at most": 3}


def synthetic(statements: int, seed: int = 1) -> Case:
    """Return a valid case with so many statements; the same numbers give the same case.

    Args:
        statements: How many, 50 or more.
        seed: For chance.
    """
    return _Maker(statements, Random(seed)).case()


class _Maker:
    """A case in the making."""

    def __init__(self, statements: int, chance: Random) -> None:
        self.count = statements
        self.threads = max(1, round(statements / PER_THREAD))
        self.chance = chance
        self.sources = self._sources()
        self.documents = [self._document(n) for n in range(self.threads * DOCUMENTS)]
        self.passages = self._passages(round(statements * (1 - OUTSIDE) / 2.4) + 2)
        self.claims = [self._claim(thread, n) for thread in range(self.threads) for n in range(CLAIMS + ANSWERS)]
        self.of_thread: dict[int, list[Claim]] = {}
        for n, claim in enumerate(self.claims):
            self.of_thread.setdefault(n // (CLAIMS + ANSWERS), []).append(claim)
        self.statements: list[Statement] = []
        self.relations: list[Relation] = []
        self.figures: list[Figure] = []

    def case(self) -> Case:
        """Return the case, put together."""
        for n in range(self.count):
            self._state(n)
        self._relate()
        self._count_things()
        stated = {claim for s in self.statements for claim in s.claims}
        return Case(
            id=f"synthetic-{self.count}",
            folder="",
            article=self._article(),
            passages=tuple(self.passages),
            sources=tuple(self.sources),
            claims=tuple(c for c in self.claims if c.id in stated),
            statements=tuple(self.statements),
            figures=tuple(self.figures),
            relations=tuple(self.relations),
            documents=tuple(self.documents),
            wording=tuple(self._wording(n) for n in range(self.count // 5)),
            slips=tuple(
                Slip(f"x{n}", (self._any(self.passages).id,), "It differs.", "A reader cannot tell.", "")
                for n in range(self.threads)
            ),
            questions=(
                _question("q1", "article", "count roots", "How many roots does the first claim have?"),
                _question("q2", "claim", "choose answer", "Which answer meets it?"),
            ),
            hypotheses=tuple(Hypothesis(f"h{n}", "k0", f"Explanation {n} is right.", "") for n in range(1, 5)),
        )

    def _any(self, among: Sequence[T]) -> T:
        return among[int(self.chance.random() * len(among))]

    def _of(self, weights: dict[str, int]) -> str:
        return self.chance.choices(list(weights), list(weights.values()))[0]

    def _often(self, share: float) -> bool:
        return self.chance.random() < share

    def _article(self) -> Article:
        words = sum(p.words for p in self.passages)
        day, address = Date.parse(PUBLISHED.isoformat()), "https://example.org/article"
        return Article("a1", "Example Daily", "", day, address, "en", words, "", "What happened?", "Nothing.", "")

    def _sources(self) -> list[Source]:
        """Two ministries with a spokesman each, heard everywhere, and fifteen speakers for every thread."""
        found: list[Source] = []
        for n, party in enumerate(PARTIES):
            found += [
                _source(f"s{2 * n}", "ministry", party=party),
                _source(f"s{2 * n + 1}", "spokesperson", party=party, speaks_for=f"s{2 * n}"),
            ]
        for n in range(4, 4 + self.threads * SOURCES):
            kind = KINDS[n % len(KINDS)]
            party = self._any((*PARTIES, "")) if kind in {"official", "army", "spokesperson"} else ""
            body = f"s{2 * PARTIES.index(party)}" if party and kind == "spokesperson" else ""
            found.append(_source(f"s{n}", kind, party=party, speaks_for=body, layer=self._layer()))
        return found

    def _layer(self) -> str:
        return "beyond" if self._often(OUTSIDE) else "article"

    def _document(self, n: int) -> Document:
        day = Date.parse((PUBLISHED + timedelta(days=self.chance.randrange(-3, 40))).isoformat())
        address = f"https://example.org/{n}"
        return Document(f"o{n}", f"Report {n}", f"Paper {n % 90}", "", day, address, (), "en", f"Report {n} was read.",
                        "read", "original", day, "", "")  # fmt: skip

    def _passages(self, count: int) -> list[Passage]:
        found: list[Passage] = []
        for n in range(count):
            role = ("headline", "byline")[n] if n < 2 else "sentence"  # noqa: PLR2004 - the two that are no sentences
            place = (1 + (n - 2) // 2, 1 + n % 2) if role == "sentence" else (None, None)
            first = 1 + n * PASSAGE_WORDS
            found.append(Passage(f"p{n}", role, *place, first, PASSAGE_WORDS, 0, f"Says part {n} of it.", "", ""))
        return found

    def _claim(self, thread: int, n: int) -> Claim:
        number = thread * (CLAIMS + ANSWERS) + n
        role = "claim" if n < CLAIMS else "answer"
        layer = "article" if n < CLAIMS - 1 or n == CLAIMS else "beyond"
        kind = "toll" if n == 0 else self._any(CLAIM_KINDS)
        return Claim(f"k{number}", role, f"Thread {thread}", f"What about {number}?", f"matter {number}",
                     f"Matter {number} is so.", kind, "", "", layer, "")  # type: ignore[arg-type]  # fmt: skip

    def _state(self, n: int) -> None:
        """Add one statement; the first ones state every claim of the article, so that the article has them."""
        thread = n % self.threads
        claims = self.of_thread[thread]
        turn = n // self.threads
        if self._often(2 / self.count**0.5):
            claim = self.claims[0]  # what everybody repeats
        elif turn < len(claims):
            claim = claims[turn]
        else:
            claim = claims[min(int(self.chance.expovariate(0.25)), len(claims) - 1)]
        inside = claim.layer == "article" and not (turn and self._often(OUTSIDE - 0.2))
        self.statements.append(self._statement(n, thread, claim, inside=inside))

    def _statement(self, n: int, thread: int, claim: Claim, *, inside: bool) -> Statement:
        speaker = self._speaker(thread, inside=inside)
        form = self._of(FORMS)
        via = self._speaker(thread, inside=inside).id if self._often(RELAYED) else ""
        spoken = PUBLISHED - timedelta(days=self.chance.randrange(4)) if inside else PUBLISHED
        return Statement(
            id=f"t{n}",
            passage=self.passages[0 if n == 0 else 2 + n % (len(self.passages) - 2)].id if inside else "",
            document="" if inside else self.documents[thread * DOCUMENTS + n % DOCUMENTS].id,
            claim=claim.id,
            also=(),
            completes=(),
            source="" if self._often(0.01) else speaker.id,
            via=(via,) if via not in {"", speaker.id} else (),
            cue="says",
            form=form,
            hedge="reportedly" if self._often(0.06) else "",
            stance="asserts",
            basis=self._of(BASES),
            gist=f"Says that matter {claim.id[1:]} is so, in words of its own.",
            layer="article" if inside else "beyond",
            said_on=Date.parse(spoken.isoformat()) if self._often(0.55) else None,
            happened=self._day() if claim.kind == "date" or self._often(DATED / 2) else None,
            note="",
        )

    def _day(self) -> Date:
        return Date.parse((PUBLISHED - timedelta(days=2 + self.chance.randrange(4))).isoformat())

    def _speaker(self, thread: int, *, inside: bool) -> Source:
        """A ministry or its spokesman now and then, else someone of the thread; inside, only whom the article names."""
        own = self.sources[4 + thread * SOURCES : 4 + (thread + 1) * SOURCES]
        among = [s for s in own if s.layer == "article"] if inside else own
        return self._any(self.sources[:4] if not among or self._often(0.25) else among)

    def _relate(self) -> None:
        """Let statements speak to claims of their thread, or to statements; a few speak to the first claim of all."""
        topics = {c.id: c.topic for c in self.claims}
        stated: dict[str, list[Statement]] = {}
        listed: dict[str, dict[str, Claim]] = {}
        for s in self.statements:
            claim = self.claims[int(s.claim[1:])]
            stated.setdefault(claim.topic, []).append(s)
            if claim.role == "claim":
                listed.setdefault(claim.topic, {})[claim.id] = claim
        share = {"rebuts": REBUTS, "supports": SUPPORTS, "qualifies": QUALIFIES, "undercuts": UNDERCUTS}
        for s in self.statements:
            topic = topics[s.claim]
            near = self.claims[:1] if self._often(2 / self.count**0.5) else list(listed[topic].values())
            for kind, often in share.items():
                wanted = (
                    often * (1.35 if self.claims[int(s.claim[1:])].role == "answer" else 0.3)
                    if kind == "rebuts"
                    else often
                )
                if self._often(wanted):
                    self._link(kind, s, self._any(stated[topic]).id if kind == "undercuts" else self._any(near).id)
        earlier: dict[str, list[Statement]] = {}
        for s in self.statements:
            before = earlier.setdefault(s.claim, [])
            if before and self._often(min(0.9, DERIVED + 0.02 * len(before))):
                self._link("derives from", s, self._any(before[:8]).id)
            before.append(s)

    def _link(self, kind: str, statement: Statement, to: str) -> None:
        if to in {statement.id, statement.claim}:
            return
        met = dict.fromkeys(ASPECTS, "")
        if kind == "derives from":
            met["whole"] = "meets" if self._often(0.7) else ""
        for aspect in self.chance.sample(ASPECTS[:5], 2) if kind in {"rebuts", "undercuts"} else ():
            met[aspect] = self._any(("meets", "meets", "partly", "does not"))
        inside = statement.layer == "article" and self._is_inside(to)
        row: dict[str, Any] = {"id": f"e{len(self.relations)}", "kind": kind, "from_": statement.id, "to": to, **met}
        surely, layer = self._any(("clear", "clear", "likely", "unclear")), "article" if inside else "beyond"
        self.relations.append(Relation(**row, surely=surely, gist=f"Speaks to {to}.", layer=layer, note=""))

    def _is_inside(self, row_id: str) -> bool:
        number = int(row_id[1:])
        return (self.claims[number] if row_id[0] == "k" else self.statements[number]).layer == "article"

    def _count_things(self) -> None:
        """Let every fourth statement print a figure for what its thread counts; now and then two make a sum."""
        for s in self.statements:
            if not self._often(PRINTS_A_FIGURE):
                continue
            n, thread = len(self.figures), (int(s.claim[1:]) // (CLAIMS + ANSWERS))
            what, value = self._any(("killed", "present", "damaged")), Decimal(self._any((40, 60, 89, 400, 600)))
            unit = "building" if what == "damaged" else "person"
            self.figures.append(
                Figure(f"f{n}", s.id, what, "soldiers", f"Place {thread}", "", self._of(QUALIFIERS), value, unit, "",
                       "", None, s.layer, "")
            )  # fmt: skip
            if n and n % 7 == 0:
                self.figures.append(
                    Figure(f"f{n + 1}", "", "sum", "soldiers", f"Place {thread}", "", "exactly", Decimal(100), unit, "",
                           f"f{n} + f{n - 1}", None, "beyond", "")
                )  # fmt: skip

    def _wording(self, n: int) -> Wording:
        return Wording(f"w{n}", self._any(self.passages).id, "says", "s0", self._any(("cue", "hedge")), "Neutral.", "")


def _source(row_id: str, kind: str, *, party: str = "", speaks_for: str = "", layer: str = "article") -> Source:
    name = f"{kind} {row_id}"
    named = {"anonymous": "no", "reporter": "person", "witness": "person", "spokesperson": "person"}
    return Source(row_id, name.capitalize(), f"the {name}", name, kind, speaks_for, "", party, (),
                  named.get(kind, "institution"), layer, "")  # type: ignore[arg-type]  # fmt: skip


def _question(id_: str, view: str, kind: str, prompt: str) -> Question:
    return Question(id_, None, view, "k0", kind, prompt, "", "", "", "", "", "article", "")

"""Make small cases that are sound in most ways and odd in many, with chance given from outside."""

from whosays.case.model import ASPECTS, LAYERS
from whosays.case.save import files_of
from whosays.case.schema import schema

PARTIES = ("", "", "North", "South")
DATES = (
    "",
    "2023",
    "2023-01",
    "2023-01-08",
    "2023-01-07/2023-01-08",
    "0001",
    "0001-01-01",
    "9999",
    "9999-12-31",
    "0001/9999",
)
TEXTS = (
    "A.",
    "It is so.",
    "\u202eright to left\u202c שלום.",
    "<b>&amp;</b>.",
    "=1+1.",
    "e\u0301\u0301.",
    "a | b.",
    "x" * 300 + ".",
    "{guess}.",
    "\u2028.",
    "\U0001f438.",
    "a\nb.",
    "\t.",
    ".",
)
NUMBERS = ("0", "-1", "600", "0.000000001", "999999999999999", "-999999999999999.999999999", "000", "1.50", "1e5")
PREFIXES = dict(zip(schema(), "apsktfeowxqhjc", strict=True))
PHRASES = ("", "says", "\u202esays", "it is said", "{count}", "\U0001f438", "…", "   ", "-")


def odd_case(chance):
    """Return the cells of every table of a small case that is sound in most ways and odd in many.

    Args:
        chance: Where the choices come from, as ``random.Random``.
    """
    return _Maker(chance).cells()


def odd_files(chance):
    """Return the texts of the files of such a case."""
    return files_of("odd", odd_case(chance))


class _Maker:
    """A case in the making: rows as cells by column."""

    def __init__(self, chance):
        self.chance = chance
        self.rows = {name: [] for name in schema()}
        self.beyond = set()

    def cells(self):
        self._passages()
        for table, most in (("sources", 4), ("documents", 2), ("claims", 4)):
            for number in range(self._upto(most)):
                getattr(self, f"_{table}")(number)
        self._statements()
        for table, most in (
            ("relations", 7),
            ("figures", 4),
            ("wording", 3),
            ("slips", 2),
            ("questions", 4),
            ("corrections", 1),
        ):
            for number in range(self._upto(most)):
                getattr(self, f"_{table}")(number)
        for number in range(self._upto(3)):
            self._assessments(number)
        self._hypotheses()
        self._article()
        speaking = {row["from"] for row in self.rows["relations"]}
        for row in self.rows["statements"]:
            if not speaking & {row["id"], row["claim"], row["also"]} and self.chance.randrange(20):
                row["stance"] = "asserts"
        return {
            name: [
                [row.get(column.name) or self._default(column) for column in table.columns] for row in self.rows[name]
            ]
            for name, table in schema().items()
        }

    def _default(self, column):
        return (
            self._any(column.values)
            if column.required and column.values
            else self._any(TEXTS)
            if column.required and column.type == "text"
            else ""
        )

    def _any(self, among):
        return among[self.chance.randrange(len(among))]

    def _upto(self, most):
        return self.chance.randrange(most + 1)

    def _often(self):
        return self.chance.randrange(2) == 0

    def _ids(self, *tables):
        return [row["id"] for table in tables for row in self.rows[table]]

    def _some(self, *tables, blank=True):
        known = self._ids(*tables)
        return self._any(known) if known and not (blank and self._often()) else ""

    def _add(self, table, count, refers=(), /, **cells):
        row = {"id": f"{PREFIXES[table]}{count}"} | cells
        if "layer" in schema()[table].header and "layer" not in row:
            row["layer"] = "beyond" if self.beyond.intersection(refers) else self._any(LAYERS)
        if row.get("layer") == "beyond":
            self.beyond.add(row["id"])
        self.rows[table].append(row)

    def _article(self):
        self._add(
            "article",
            0,
            outlet=self._any(TEXTS),
            published=self._any(DATES[1:]),
            address="https://example.org/a",
            language="en",
            title="What?",
            content_note="Nothing.",
        )

    def _passages(self):
        first = 1
        for number in range(1 + self._upto(4)):
            role, words = self._any(("headline", "caption", "byline", "sentence")), 1 + self._upto(5)
            place = {"paragraph": str(1 + number // 2), "sentence": str(1 + number % 2)} if role == "sentence" else {}
            self._add(
                "passages",
                number,
                role=role,
                first_word=str(first),
                words=str(words),
                quoted=str(self._upto(words)),
                gist=self._any(TEXTS),
                **place,
            )
            first += words

    def _sources(self, number):
        above, same = self._some("sources"), self._some("sources")
        tie = self._some("sources")
        self._add(
            "sources",
            number,
            (above, same, tie),
            speaks_for=above,
            same_as=same,
            party=self._any(PARTIES),
            ties=f"pays:{tie}" if tie else "",
        )

    def _documents(self, number):
        quality = self._any(("original", "partner", "none"))
        self._add(
            "documents",
            number,
            published=self._any(DATES),
            quality=quality,
            address="" if quality == "none" else "https://example.org/o",
            language="en",
            known_since=self._any(DATES),
            card=self._any(("", "yes")),
        )
        self.beyond.add(f"o{number}")

    def _claims(self, number):
        part = self._some("claims")
        self._add(
            "claims",
            number,
            (part,),
            part_of=part,
            topic=self._any(("T", "U")),
            role=self._any(("claim", "claim", "answer")),
            question=self._any(("What?", "<b>?")),
        )

    def _statements(self):
        known = self._ids("claims")
        wanted = [*known, *(self._any(known) for _ in range(self._upto(5)) if known)]
        for number, claim in enumerate(wanted):
            document = self._some("documents")
            passage = "" if document else self._some("passages", blank=False)
            sources = [s for s in self._ids("sources") if not (passage and s in self.beyond)]
            if passage and claim in self.beyond:
                documents = self._ids("documents")
                if not documents:
                    self._documents(0)
                passage, document, sources = "", self._ids("documents")[0], self._ids("sources")
            speaker = self._any(["", *sources])
            via = [s for s in sources if s != speaker and self.chance.randrange(3) == 0]
            also = self._some("claims")
            also = "" if also == claim or (passage and also in self.beyond) else also
            heads = [
                r["id"]
                for r in self.rows["statements"]
                if r["passage"] == passage and r["document"] == document and not r["completes"]
            ]
            completes = self._any(heads) if heads and self._often() else ""
            self._add(
                "statements",
                number,
                claim=claim,
                also=also,
                completes=completes,
                passage=passage,
                document=document,
                source=speaker,
                via=" ".join(via),
                cue=self._any(PHRASES),
                hedge=self._any(PHRASES),
                stance=self._any(("asserts", "asserts", "denies", "doubts", "cautions")),
                said_on=self._any(DATES),
                happened=self._any(DATES),
                layer="article" if passage else "beyond",
            )

    def _relations(self, number):
        kind = self._any(("rebuts", "undercuts", "supports", "qualifies", "derives from"))
        ends = {"rebuts": ("claims",), "undercuts": ("statements", "relations"), "derives from": ("statements",)}.get(
            kind, ("claims", "statements", "relations")
        )
        starts = ("statements",) if kind == "derives from" else ("claims", "statements", "relations")
        from_, to = self._some(*starts, blank=False), self._some(*ends, blank=False)
        if not from_ or not to or from_ == to or (kind == "derives from" and int(from_[1:]) < int(to[1:])):
            return
        met = {aspect: self._any(("", "meets", "partly", "does not")) for aspect in ASPECTS}
        self._add("relations", number, (from_, to), kind=kind, to=to, **met, **{"from": from_})

    def _figures(self, number):
        own = self._some("statements")
        others = self._ids("figures")
        derived = "" if own else f"{self._any(others)} + {self._any(others)}" if others else "2 + 2"
        qualifier = self._any(("exactly", "more than", "at least", "less than", "at most", "about", "dozens"))
        value = "" if qualifier == "dozens" else self._any(NUMBERS)
        self._add(
            "figures",
            number,
            (own,),
            statement=own,
            derived=derived,
            qualifier=qualifier,
            value=value,
            what=self._any(("killed", "hurt")),
            whom="them",
            place=self._any(("there", "here")),
            unit=self._any(("person", "%")),
            time=self._any(("", "now")),
            base=self._any(("", "not given")),
            word=self._any(("", "1", "999999999999")),
        )

    def _wording(self, number):
        passage, source = self._some("passages", blank=False), self._some("sources", blank=False)
        if source and source not in self.beyond:
            self._add("wording", number, passage=passage, phrase=self._any(PHRASES[1:]), source=source)

    def _slips(self, number):
        self._add("slips", number, passages=self._some("passages", blank=False))

    def _questions(self, number):
        kind = self._any(("count roots", "choose answer", "choose one", "number", "fits the text", "write"))
        view = "quiz" if kind == "fits the text" else self._any(("article", "claim", "lesson"))
        claim = self._some("claims", blank=False)
        if not claim and kind in {"count roots", "choose answer"}:
            return
        cells = {
            "choose one": {"options": "a | b", "answer": "a"},
            "number": {"answer": "2", "range": self._any(("", "1..2", "-1..999999999999999"))},
            "fits the text": {"answer": "fits the text"},
        }.get(kind, {})
        if view == "article" and self.chance.randrange(10):
            cells |= {"layer": "article"} if claim and claim not in self.beyond else {}
            view = "article" if "layer" in cells else "claim"
        lesson = str(self._upto(6)) if view == "lesson" or self._often() else ""
        self._add(
            "questions",
            number,
            (claim,),
            kind=kind,
            view=view,
            claim=claim if self._often() or kind in {"count roots", "choose answer"} else "",
            lesson=lesson,
            prompt="It is.",
            **cells,
        )

    def _hypotheses(self):
        claim = self._some("claims")
        if claim and (claim not in self.beyond or self.chance.randrange(10) == 0):
            for number in range(2 + self._upto(3)):
                self._add("hypotheses", number, claim=claim, text=f"{number}.")

    def _assessments(self, number):
        claim, source, document = (self._some(table) for table in ("claims", "sources", "documents"))
        if claim and source and document:
            rating = self._any(TEXTS)
            self._add(
                "assessments",
                number,
                claim=claim,
                source=source,
                document=document,
                rating=rating,
                rating_value=self._any(("", "4", "4.0", "-1")),
                normalised=self._any(("", "supports", "refutes", "mixed", "other")),
                published=self._any(("", "", *DATES)),
                layer="beyond",
            )

    def _corrections(self, number):
        self._add("corrections", number, mended=self._any(DATES[1:]), table="claims", row="k1")

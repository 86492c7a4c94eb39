"""A case in memory: one frozen record a row, with the words of the tables as names."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import PurePath
from re import fullmatch
from typing import Any, Literal

from whosays.case.errors import Fault, UnknownIdError
from whosays.case.schema import schema
from whosays.case.translation import Share, Translations, shares, tags, translated

Layer = Literal["article", "beyond"]
LAYERS: tuple[Layer, ...] = ("article", "beyond")
ASPECTS = ("number", "place", "date", "target", "presence", "whole")
FITS = ("fits the text", "does not fit the text")
NUMBER = r"-?[0-9]{1,15}(?:\.[0-9]{1,9})?"


@dataclass(frozen=True, slots=True)
class Date:
    """A date as precise as its source: 2023, 2023-01, 2023-01-08, or two of them parted by a slash.

    Attributes:
        text: The date as written.
        first: The first day it may mean.
        last: The last day it may mean.
    """

    text: str
    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> "Date":
        """Return the date that a text writes.

        Args:
            text: ISO 8601 with year, month or day precision, or an interval of two such.

        Raises:
            ValueError: The text is not such a date, or there is no such day.
        """
        start, slash, end = text.partition("/")
        first, last = _days(start)
        if slash:
            last = _days(end)[1]
        if last < first:
            msg = f"{text} ends before it begins"
            raise ValueError(msg)
        return cls(text, first, last)

    def __str__(self) -> str:
        """Return the date as written."""
        return self.text


def _days(text: str) -> tuple[date, date]:
    parts = text.split("-")
    if [len(p) for p in parts] not in ([4], [4, 2], [4, 2, 2]) or not all(p.isascii() and p.isdigit() for p in parts):
        msg = f"{text} is not of the form 2023, 2023-01 or 2023-01-08"
        raise ValueError(msg)
    year, month, day = (int(p) for p in [*parts, *["1"] * (3 - len(parts))])
    first = date(year, month, day)
    if len(parts) == 3:  # noqa: PLR2004 - year, month, day
        return first, first
    if len(parts) == 1:
        return first, date(year, 12, 31)
    return first, first.replace(day=monthrange(year, month)[1])


@dataclass(frozen=True, slots=True)
class Article:
    """The article: one row of ``article.csv``."""

    id: str
    outlet: str
    byline: str
    published: Date
    address: str
    language: str
    words: int | None
    text_sha256: str
    title: str
    content_note: str
    field: str = ""
    minutes: int | None = None
    gravity: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A headline, caption, byline or sentence: one row of ``passages.csv``; positions and lengths in words."""

    id: str
    role: str
    paragraph: int | None
    sentence: int | None
    first_word: int
    words: int
    quoted: int
    gist: str
    anchor: str
    note: str


@dataclass(frozen=True, slots=True)
class Source:
    """Someone who can say something: one row of ``sources.csv``."""

    id: str
    name: str
    label: str
    name_as_printed: str
    kind: str
    speaks_for: str
    same_as: str
    party: str
    ties: tuple[str, ...]
    named: str
    layer: Layer
    note: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable proposition: one row of ``claims.csv``.

    Attributes:
        id: Id of the claim, as k01.
        role: claim, or answer for what is put forward against one.
        topic: Under which heading it stands.
        question: The question that it answers.
        subject: What it is about, as a few words inside a sentence.
        proposition: The claim, in own words.
        kind: What is claimed, as toll, date or image; ``claims.json`` in the schema lists the kinds.
        part_of: Id of the claim that it is a part of; empty for none.
        silence: Why nobody speaks against it, if nobody does.
        layer: article or beyond.
        note: A remark of whoever wrote the case.

    Example:
        >>> from whosays import load
        >>> case = load("practice-pond-2025")
        >>> claim = case.claim("k01")
        >>> claim.question, claim.kind
        ('How many frogs were moved?', 'head count')
        >>> claim.proposition
        'The parks team moved more than 400 frogs to the mill pond.'
    """

    id: str
    role: str
    topic: str
    question: str
    subject: str
    proposition: str
    kind: str
    part_of: str
    silence: str
    layer: Layer
    note: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One occurrence of a claim: one row of ``statements.csv``."""

    id: str
    passage: str
    document: str
    claim: str
    also: tuple[str, ...]
    completes: tuple[str, ...]
    source: str
    via: tuple[str, ...]
    cue: str
    form: str
    hedge: str
    stance: str
    basis: str
    gist: str
    layer: Layer
    said_on: Date | None
    happened: Date | None
    note: str

    @property
    def claims(self) -> tuple[str, ...]:
        """Every claim its words carry, the main one first."""
        return (self.claim, *self.also)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: one row of ``figures.csv``."""

    id: str
    statement: str
    what: str
    whom: str
    place: str
    time: str
    qualifier: str
    value: Decimal | None
    unit: str
    base: str
    derived: str
    word: int | None
    layer: Layer
    note: str

    @property
    def thing(self) -> tuple[str, str, str, str]:
        """What is counted, of whom, where and in which unit; only figures of one thing can be compared."""
        return self.what, self.whom, self.place, self.unit


@dataclass(frozen=True, slots=True)
class Relation:
    """One link by which something speaks to something else: one row of ``relations.csv``."""

    id: str
    kind: str
    from_: str
    to: str
    number: str
    place: str
    date: str
    target: str
    presence: str
    whole: str
    surely: str
    gist: str
    layer: Layer
    note: str

    @property
    def meets(self) -> dict[str, str]:
        """What it meets of the claim, by aspect: meets, partly or does not; aspects not at issue are left out."""
        return {aspect: value for aspect in ASPECTS if (value := getattr(self, aspect))}


@dataclass(frozen=True, slots=True)
class Document:
    """One piece of outside evidence: one row of ``documents.csv``."""

    id: str
    title: str
    publisher: str
    author: str
    published: Date | None
    address: str
    also_at: tuple[str, ...]
    language: str
    finding: str
    how_known: str
    quality: str
    known_since: Date | None
    card: str
    note: str


@dataclass(frozen=True, slots=True)
class Wording:
    """One loaded or hedging phrase: one row of ``wording.csv``."""

    id: str
    passage: str
    phrase: str
    source: str
    kind: str
    effect: str
    note: str


@dataclass(frozen=True, slots=True)
class Slip:
    """One inconsistency or error in the article: one row of ``slips.csv``."""

    id: str
    passages: tuple[str, ...]
    what: str
    effect: str
    note: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question put to the reader: one row of ``questions.csv``."""

    id: str
    lesson: int | None
    view: str
    claim: str
    kind: str
    prompt: str
    options: str
    answer: str
    range: str
    wrong_turn: str
    feedback: str
    layer: Layer
    note: str

    @property
    def choices(self) -> tuple[str, ...]:
        """What can be chosen, in order; empty where the answers come from the case or are free."""
        if self.kind == "fits the text":
            return FITS
        return tuple(self.options.split(" | ")) if self.options else ()

    @property
    def bounds(self) -> tuple[Decimal, Decimal] | None:
        """The least and the most number that is acceptable; None if the range is in words or blank."""
        found = fullmatch(rf"({NUMBER})\.\.({NUMBER})", self.range)
        return (Decimal(found[1]), Decimal(found[2])) if found else None


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One explanation to weigh against the others: one row of ``hypotheses.csv``."""

    id: str
    claim: str
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """One judgement of somebody about a claim: one row of ``assessments.csv``; no standing rests on it."""

    id: str
    claim: str
    source: str
    document: str
    rating: str
    rating_value: str
    best: str
    worst: str
    scale: str
    normalised: str
    language: str
    published: Date | None
    layer: Layer
    note: str


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing the case got wrong, and when it was mended: one row of ``corrections.csv``."""

    id: str
    mended: Date
    table: str
    row: str
    was: str
    now: str
    note: str


Row = (
    Article
    | Passage
    | Source
    | Claim
    | Statement
    | Figure
    | Relation
    | Document
    | Wording
    | Slip
    | Question
    | Hypothesis
    | Assessment
    | Correction
)
RECORDS: dict[str, type[Row]] = {
    "article": Article,
    "passages": Passage,
    "sources": Source,
    "claims": Claim,
    "statements": Statement,
    "figures": Figure,
    "relations": Relation,
    "documents": Document,
    "wording": Wording,
    "slips": Slip,
    "questions": Question,
    "hypotheses": Hypothesis,
    "assessments": Assessment,
    "corrections": Correction,
}


@dataclass(frozen=True)
class Case:
    """One contested article, taken apart.

    Attributes:
        id: Name of the case: the name of its folder.
        folder: The folder as the user named it; empty for a case that was never on disk.
        article: The article.
        passages: Headline, caption, byline and sentences, in reading order; as every tuple here, a row each of the
            table of that name, with its columns as attributes.
        sources: Who can say something.
        claims: The checkable propositions.
        statements: Each occurrence of a claim.
        figures: Each printed number.
        relations: What speaks against or for what.
        documents: The outside evidence.
        wording: Loaded and hedging phrases.
        slips: Inconsistencies and errors of the article.
        questions: What the reader is asked.
        hypotheses: Explanations to weigh against each other.
        assessments: What others judged of a claim, in their words; no standing is computed from it.
        corrections: What the case got wrong, and when it was mended.
        text: The article word for word, if it is ours to give; else empty.
        own_options: Options of questions in the case's own language, by id, where the row has them in another.
        translations: The words of the case in other languages, by table, column (as gist:uk) and id of the row.
        lines: Line of each row in its file, by table and id; for messages.
        files: Name of the file of each table, where it is not the CSV of the folder; for messages.

    Example:
        >>> from whosays import load
        >>> case = load("practice-pond-2025")
        >>> case.article.outlet, str(case.article.published)
        ('The Quillstead Lantern', '2025-04-09')
        >>> case.claims[0].proposition
        'The parks team moved more than 400 frogs to the mill pond.'
        >>> [source.label for source in case.sources if source.party == "the club"]
        ['the pond club']
    """

    id: str
    folder: str
    article: Article
    passages: tuple[Passage, ...] = ()
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    relations: tuple[Relation, ...] = ()
    documents: tuple[Document, ...] = ()
    wording: tuple[Wording, ...] = ()
    slips: tuple[Slip, ...] = ()
    questions: tuple[Question, ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    corrections: tuple[Correction, ...] = ()
    text: str = ""
    own_options: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]], hash=False)
    translations: Translations = field(default_factory=dict[str, Mapping[str, Mapping[str, str]]], hash=False)
    lines: Mapping[tuple[str, str], int] = field(default_factory=dict[tuple[str, str], int], compare=False, repr=False)
    files: Mapping[str, str] = field(default_factory=dict[str, str], compare=False, repr=False)

    def fault(self, table: str, row: str, column: str, found: str, expected: str, remedy: str) -> Fault:  # noqa: PLR0913, PLR0917 - the six parts of a fault
        """Return a fault of a row, with the place where it stands.

        Args:
            table: Name of the table.
            row: Id of the row; empty for the table as a whole.
            column: Name of the column; empty for the row as a whole.
            found: What stands there.
            expected: What should stand there.
            remedy: What to do.

        Example:
            >>> from whosays import load
            >>> case = load("practice-pond-2025")
            >>> fault = case.fault("claims", "k09", "kind", "photo", "a kind", "Say image.")
            >>> fault.line, fault.column
            (10, 'kind')
        """
        file = self.files.get(table) or str(PurePath(self.folder) / f"{table}.csv")
        return Fault(file, self.lines.get((table, row), 0), column, found, expected, remedy)

    def rows(self, table: str) -> tuple[Row, ...]:
        """Return the rows of a table, in the order of its file.

        Args:
            table: Name of the table.

        Raises:
            UnknownIdError: There is no such table.

        Example:
            >>> from whosays import load
            >>> case = load("practice-pond-2025")
            >>> [row.phrase for row in case.rows("wording")][:4]
            ['says', 'says that', 'said that', 'reportedly']
        """
        if table not in RECORDS:
            what = "table"
            raise UnknownIdError(what, table, RECORDS)
        return (self.article,) if table == "article" else getattr(self, table)

    @cached_property
    def languages(self) -> dict[str, Share]:
        """Every language in which texts of the case are given beside its own, by tag, and how many of those needed.

        Example:
            >>> from whosays import load
            >>> case = load("practice-pond-2025")
            >>> german = case.languages["de"]
            >>> german.given, german.needed
            (584, 584)
        """
        return shares(self)

    def in_language(self, language: str) -> "Case":
        """Return the same case with its words in another language; what nobody has translated stays as it is.

        Ids, numbers, dates, what the article prints and every answer stay the same. The texts in all languages are
        kept beside, so ask a case as it was read: what is replaced here is what a further language falls back to.

        Args:
            language: Tag of the language (BCP 47); uk-UA is served by uk if there is nothing nearer.

        Example:
            >>> from whosays import load
            >>> load("practice-pond-2025").in_language("de").article.title
            'Was geschah mit den Fröschen von Quillstead?'
        """
        tables: dict[str, Any] = {}
        for name, columns in self.translations.items():
            rows = self.rows(name)
            words = tags(language, self.article.language)
            fresh = tuple(translated(row, schema()[name], columns, words) for row in rows)
            if fresh != rows:
                tables[name] = fresh[0] if name == "article" else fresh
        if "questions" in tables:
            tables["own_options"] = {row.id: self.kept(row) for row in self.questions if row.options}
        return replace(self, **tables) if tables else self

    def kept(self, question: Question) -> tuple[str, ...]:
        """Return what is kept of each choice of a question, in order: the same in whatever language it is read.

        Args:
            question: A question of the case, in any of its languages.

        Example:
            >>> from whosays import load
            >>> german = load("practice-pond-2025").in_language("de")
            >>> question = next(q for q in german.questions if q.id == "l0b")
            >>> question.choices[1], german.kept(question)[1]
            ('der Verein', 'the club')
        """
        return self.own_options.get(question.id, question.choices)

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """Every source by id.

        Example:
            >>> from whosays import load
            >>> case = load("practice-pond-2025")
            >>> case.source_by_id["s05"].label
            'the pond club'
        """
        return {row.id: row for row in self.sources}

    @cached_property
    def claim_by_id(self) -> dict[str, Claim]:
        """Every claim by id.

        Example:
            >>> from whosays import load
            >>> case = load("practice-pond-2025")
            >>> case.claim_by_id["k09"].kind
            'event'
        """
        return {row.id: row for row in self.claims}

    @cached_property
    def statement_by_id(self) -> dict[str, Statement]:
        """Every statement by id.

        Example:
            >>> from whosays import load
            >>> case = load("practice-pond-2025")
            >>> statement = case.statement_by_id["h-1"]
            >>> statement.source, statement.cue, statement.claim
            ('s01', 'says', 'k01')
        """
        return {row.id: row for row in self.statements}

    @cached_property
    def passage_by_id(self) -> dict[str, Passage]:
        """Every passage by id.

        Example:
            >>> from whosays import load
            >>> case = load("practice-pond-2025")
            >>> case.passage_by_id["h"].gist
            'The town reports 400 frogs moved from one pond to another, and why.'
        """
        return {row.id: row for row in self.passages}

    @cached_property
    def printed(self) -> dict[str, str]:
        """The words of every passage by its id; empty if the text is not ours to give.

        Example:
            >>> from whosays import load
            >>> case = load("practice-pond-2025")
            >>> len(case.printed["h"].split())
            17
            >>> load("kramatorsk-2023").printed
            {}
        """
        words = self.text.split()
        starts = {row.id: row.first_word - 1 for row in self.passages} if words else {}
        return {row.id: " ".join(words[starts[row.id] :][: row.words]) for row in self.passages if row.id in starts}

    @cached_property
    def document_by_id(self) -> dict[str, Document]:
        """Every document by id.

        Example:
            >>> from whosays import load
            >>> case = load("practice-pond-2025")
            >>> case.document_by_id["o04"].finding
            'Two counters stood at the bank on the evenings of 5 and 7 April: 61
            frogs, 38 newts, about 310 tadpoles. No animal was hurt.'
        """
        return {row.id: row for row in self.documents}

    def claim(self, claim_id: str) -> Claim:
        """Return one claim.

        Args:
            claim_id: Its id, as k01.

        Raises:
            UnknownIdError: There is no such claim; the message names the near ones.

        Example:
            >>> from whosays import load
            >>> case = load("practice-pond-2025")
            >>> case.claim("k09").proposition
            'The water in the mill pond is clean.'
            >>> case.claim("k99")
            Traceback (most recent call last):
                ...
            whosays.case.errors.UnknownIdError: There is no claim in
            practice-pond-2025 called "k99". Did you mean "k09"?
        """
        if claim_id not in self.claim_by_id:
            what = f"claim in {self.id}"
            raise UnknownIdError(what, claim_id, self.claim_by_id)
        return self.claim_by_id[claim_id]

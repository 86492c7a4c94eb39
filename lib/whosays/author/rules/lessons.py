"""Rules about what a class meets: the note before it starts, the questions of the lessons, shares, plain words."""

from collections.abc import Iterator

from whosays.author.copying import words_of
from whosays.author.own_words import OWN, own_words
from whosays.author.rule import Review, Rule, Sight
from whosays.case.errors import quoted
from whosays.case.model import Case
from whosays.show.level import lix

LESSONS = range(1, 7)
PARTS = "abcde"
NOTE_WORDS, NOTE_LETTERS = 8, 40  # what it takes to say what one will read, and whether there are pictures
EMPTY = frozenset(
    {
        "aucun",
        "aucune",
        "keine",
        "keiner",
        "keines",
        "n/a",
        "na",
        "nein",
        "nichts",
        "no",
        "non",
        "none",
        "nothing",
        "rien",
        "tbd",
        "todo",
    }
)
SHARES = frozenset(
    {
        "%",
        "anteil",
        "part",
        "per-cent",
        "percent",
        "percentage",
        "pour-cent",
        "pourcent",
        "promille",
        "prozent",
        "share",
        "‰",
    }
)
PLAIN = 40  # LIX; as for the prose of the notebooks
ENOUGH = 100  # words; the measure was made for samples of text, not for single lines


def _content_note(review: Review) -> Iterator[Sight]:
    article, words = review.case.article, words_of(review.case.article.content_note)
    short = len(words) < NOTE_WORDS and len(article.content_note) < NOTE_LETTERS
    if set(words) <= EMPTY or (short and (_tolls(review.case) or article.gravity == "grave")):
        remedy = "Say in two sentences what one will read, whether people die in it, and whether there are pictures."
        expected = "what a reader should be told before they start"
        yield Sight("article", article.id, "content_note", quoted(article.content_note), expected, remedy)


def _too_light(review: Review) -> Iterator[Sight]:
    article = review.case.article
    if article.gravity == "gentle" and _tolls(review.case):
        remedy = "If people are counted, write grave where they died and it is about their deaths, else serious."
        found = f"{quoted(article.gravity)}, with {', '.join(_tolls(review.case))} of kind toll"
        yield Sight("article", article.id, "gravity", found, "serious or grave", remedy)


def _tolls(case: Case) -> list[str]:
    return [row.id for row in case.claims if row.kind == "toll"]


def _missing_questions(review: Review) -> Iterator[Sight]:
    known = {row.id for row in review.case.questions}
    for lesson in LESSONS:
        missing = [name for part in PARTS if (name := f"l{lesson}{part}") not in known]
        if missing:
            remedy = "Add them, or leave the lesson out with this case; the lesson's key in teach/ says what each asks."
            found = f"no {', '.join(missing)}"
            yield Sight("questions", "", "", found, f"the five questions of lesson {lesson}", remedy)


def _baseless_shares(review: Review) -> Iterator[Sight]:
    for row in review.case.figures:
        if "-".join(row.unit.lower().split()) in SHARES and not row.base:
            remedy = "Say of what whole; “not given” is a finding too."
            yield Sight("figures", row.id, "base", quoted(""), "the whole of which this is a share", remedy)


def _reading(review: Review) -> Iterator[Sight]:
    tables: dict[str, list[str]] = {}
    for cell in own_words(review.case):
        tables.setdefault(cell.table, []).append(cell.text)
    for table, cells in tables.items():
        level = lix(cells) if len(words_of("\n".join(cells))) >= ENOUGH else 0
        if level > PLAIN:
            remedy = "Make two sentences of one, and take the shorter word where there is one."
            yield Sight(table, "", ", ".join(OWN[table]), f"LIX {level}", f"at most {PLAIN}", remedy)


RULES = (
    Rule(
        "content-note",
        "must",
        "A note before the start that says nothing, or too little where people die.",
        "A reader chooses before they start; note and choice belong to every case about the dead.",
        "Say what one will read, and whether there are pictures.",
        _content_note,
    ),
    Rule(
        "gravity-too-light",
        "hint",
        "A case that is called gentle although a claim of it is a toll, as of dead or hurt people.",
        "Gentle cases are offered first, and to those who opt out of a grave one.",
        "Call it serious or grave.",
        _too_light,
    ),
    Rule(
        "share-without-base",
        "should",
        "A share whose whole is blank.",
        "A percentage means nothing without its whole; that the article gives none is a finding.",
        "Name the whole, or write “not given”.",
        _baseless_shares,
    ),
    Rule(
        "lesson-questions",
        "hint",
        "A lesson for which the case has not all five questions.",
        "The notebooks ask them by these names, and each lesson should run with any case.",
        "Add the questions that are missing.",
        _missing_questions,
    ),
    Rule(
        "reading-level",
        "hint",
        "A table whose own words are harder than plain (LIX over 40).",
        "The kit is read from 14 on, often in a second language (LIX: Björnsson 1968).",
        "Shorten sentences and words; languages that join their words, as German, stand a little higher by nature.",
        _reading,
    ),
)

"""Rules about the words that the case itself uses: its verbs, its verdicts, its title."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from whosays.author.language import Language, language
from whosays.author.own_words import Cell, own_words, spoken_for, unquoted
from whosays.author.rule import Review, Rule, Sight
from whosays.case.errors import quoted
from whosays.case.model import Case

UNEVEN = ("distancing", "endorsing")
EARLY = 8  # words before a cue; in own words who speaks is named at the beginning, or not at all
LONG = 12  # words; a gist may be longer than a passage of four
_GAP = r"\b[^.?!;:]{0,80}?\b"  # between a verb and its particle


def _languages(case: Case) -> tuple[Language, ...]:
    """The own words may be in the language of the article, or in that of the kit."""
    return tuple(language(tag) for tag in dict.fromkeys((case.article.language, "en")))


def _phrases(text: str, phrases: Iterable[str]) -> list[str]:
    """Return those phrases that stand in a text outside quotation marks, in the order of the text."""
    return [found[0] for found in _pattern(frozenset(phrases)).finditer(unquoted(text).replace("\u2019", "'"))]


@cache
def _pattern(phrases: frozenset[str]) -> re.Pattern[str]:
    known = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    either = "|".join(_GAP.join(map(re.escape, phrase.split(" … "))) for phrase in known) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _introduces(text: str, cues: Mapping[str, str], group: str) -> str:
    """Return the cue of a group that introduces a sentence of a text; empty if none does.

    A cue introduces if it is the first one and stands near the beginning; "says that channels confirmed it" is neutral.
    """
    for sentence in re.split(r"(?<=[.?!;:])\s+", text):
        first, own = (_phrases(sentence, (cue for cue in cues if group in {"", cues[cue]})) for group in ("", group))
        if own and first[0] == own[0] and len(unquoted(sentence).partition(own[0])[0].split()) < EARLY:
            return own[0]
    return ""


def _verdicts(review: Review) -> Iterator[Sight]:
    words = {word for own in _languages(review.case) for word in own.verdicts}
    reported = _judging(review.case)
    for cell in own_words(review.case):
        found = _phrases(cell.text, words)
        if found and (cell.table, cell.row) not in reported:
            remedy = "Say who judges and on what ground; if it is somebody's word, put it in quotation marks."
            yield _at(cell, " and ".join(map(quoted, dict.fromkeys(found))), "own words without a verdict", remedy)


def _judging(case: Case) -> set[tuple[str, str]]:
    """Return the rows that tell nothing but a denial, a doubt or a caution: a verdict there is somebody's, not ours."""
    stances: dict[tuple[str, str], set[str]] = {}
    for s in case.statements:
        for place in (("statements", s.id), ("passages", s.passage), *(("claims", claim) for claim in s.claims)):
            stances.setdefault(place, set()).add(s.stance)
    judging = {place for place, own in stances.items() if "asserts" not in own}
    ends = {row_id for table, row_id in judging if table != "passages"}
    return judging | {("relations", row.id) for row in case.relations if row.from_ in ends}


def _verbs(review: Review) -> Iterator[Sight]:
    cells = list(spoken_for(review.case))
    parties = sorted({party for party, _ in cells})
    cues = {cue: group for own in _languages(review.case) for cue, group in own.cues.items()}
    for group in UNEVEN:
        used = [(party, cell, found) for party, cell in cells if (found := _introduces(cell.text, cues, group))]
        without = [party for party in parties if party not in {party for party, _, _ in used}]
        for party, cell, found in used if without else ():
            verbs = f"{quoted(found)} for {party}, and no {group} verb for {', '.join(without)}"
            remedy = "Use one verb for all: says, reports, denies, saw, was told."
            yield _at(cell, verbs, "the same verbs for every party", remedy)


def _one_sided(review: Review) -> Iterator[Sight]:
    case = review.case
    party = {row.id: row.party for row in case.sources}
    passages: dict[str, set[str]] = {}
    for s in case.statements:
        if s.passage and party.get(s.source):
            passages.setdefault(party[s.source], set()).add(s.passage)
    looked = {row.passage for row in case.wording}
    without = sorted(name for name, own in passages.items() if not own & looked)
    if without and len(without) < len(passages):
        remedy = "Read the passages of each party for loaded and hedging words; say so in a note if there are none."
        found = f"no phrase around {', '.join(without)}"
        yield Sight("wording", "", "", found, "phrases around each party", remedy)


def _title(review: Review) -> Iterator[Sight]:
    article = review.case.article
    claimed = {str(row.value).replace(".", "") for row in review.case.figures if row.value is not None}
    words = [word.strip(".,?!").lower() for word in article.title.split()]
    months = {month for own in _languages(review.case) for month in own.months}
    for at, word in enumerate(words):
        if re.sub(r"[.,]", "", word) in claimed and not months & set(words[max(at - 1, 0) : at + 2]):
            remedy = "Ask what happened, or how many; the number is said once, under its question."
            yield Sight("article", article.id, "title", quoted(article.title), "a question without the claim", remedy)
            return


def _long_gists(review: Review) -> Iterator[Sight]:
    for row in review.case.passages:
        length = len(row.gist.split())
        if length > max(row.words, LONG):
            found, expected = f"{length} words", f"at most the {row.words} of the passage"
            remedy = "Say what the passage does, not all that it says."
            yield Sight("passages", row.id, "gist", found, expected, remedy)


def _unquoted_speech(review: Review) -> Iterator[Sight]:
    case = review.case
    for row in case.statements if case.article.words is not None else ():
        passage = case.passage_by_id.get(row.passage)
        if row.form == "direct" and passage and not passage.quoted:
            found, expected = "direct, in a passage without quotation marks", "indirect"
            remedy = f"Set it to indirect, or look at {passage.id} again: quoted counts the words in quotation marks."
            yield Sight("statements", row.id, "form", found, expected, remedy)


def _at(cell: Cell, found: str, expected: str, remedy: str) -> Sight:
    return Sight(cell.table, cell.row, cell.column, found, expected, remedy)


RULES = (
    Rule(
        "verdict-word",
        "should",
        "A word of verdict (as true, false, lie, fake) in the case's own words.",
        "The kit shows what each side rests on and leaves the verdict to the reader.",
        "Name who judges, or take the word out.",
        _verdicts,
    ),
    Rule(
        "uneven-verbs",
        "should",
        "A verb that keeps a distance, or takes a side, used for one party and for no other in the case's own words.",
        "Claims keeps a distance and confirms takes a side; a reader hears that before any reason is given.",
        "Use the same verb for every party.",
        _verbs,
    ),
    Rule(
        "wording-of-one-side",
        "hint",
        "A table of wording with phrases around some parties, and none around another.",
        "Whoever looks at the words of one side alone finds only its loaded words.",
        "Look at the passages of every party.",
        _one_sided,
    ),
    Rule(
        "number-in-title",
        "should",
        "A title that holds a number of the case.",
        "A claim that is repeated is more easily believed, so a title asks (Debunking Handbook 2020).",
        "Ask an open question.",
        _title,
    ),
    Rule(
        "gist-too-long",
        "hint",
        "A gist that is longer than its passage.",
        "A gist that long retells the article instead of pointing into it.",
        "Shorten the gist.",
        _long_gists,
    ),
    Rule(
        "direct-without-quotation",
        "should",
        "A statement marked as direct speech, in a passage without a quoted word.",
        "Direct speech gives a source more weight, and the measures of space count it.",
        "Set the form to indirect.",
        _unquoted_speech,
    ),
)

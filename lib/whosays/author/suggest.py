"""What can be found in an article by rule: suggestions that a person confirms or drops. Nothing is asserted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from whosays.author import numeral, speaker
from whosays.author.language import Language, language
from whosays.author.split import Piece
from whosays.author.word import CLAUSE, Word, phrase_at, word

MOST = {"cue": 3}  # words of a phrase that are kept; of all other kinds five
KINDS = ("date", "number", "quotation", "source", "hedge", "cue")
_PAIRS = {'"': '"”', "“": '”"', "„": "“”", "«": "»", "»": "«", "”": "”"}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that a rule found.

    Attributes:
        id: g001 and so on, in order of position.
        passage: Id of the piece in which it lies.
        kind: number, date, quotation, cue, hedge or source.
        word: Position of its first word in the article, from 1; of a number, the number itself.
        words: How many words it has.
        phrase: As printed, at most five words, of a cue three; blank for a quotation.
        reading: What the rule read: of a number "qualifier|value|unit"; of a date the date as far as it is given
            (2023-01), blank without a year; of a quotation its number of words; of a cue its group; of a source the
            id of its cue; of a hedge nothing.
        became: What a person made of it: the id of a row, or ``aside``; blank as long as nobody did.
    """

    id: str
    passage: str
    kind: str
    word: int
    words: int
    phrase: str
    reading: str
    became: str = ""


def suggest(text: str, pieces: Sequence[Piece], tag: str) -> list[Suggestion]:
    """Return what rules can find in an article.

    What the rules cannot see: irony; who a pronoun is; a name far from its verb, or one with more titles than fit into
    five words (the words nearest to the cue are kept); a cue that is not in the list of the language; a cue or a name
    inside a quotation (it is the speaker's, and left out); quotations in single quotation marks; ordinals, fractions
    and ranges (80-90); "hundreds of"; a qualifier behind its number ("or more"); a unit that does not stand right
    after its number, or behind an adjective in the singular ("one loose tile" is read as one of "loose"). They do not
    know that a house number counts nothing, that "about" can mean "concerning", that a German "soll" can be a plan and
    not hearsay, or that a meeting can be dismissed. They miss some and find some that are none; a person decides.

    Args:
        text: The article.
        pieces: Its pieces, as ``split`` gives them for the same text.
        tag: Its language as in BCP 47; for one without words, only figures and quotations are found.

    Returns:
        The suggestions in order of position; the same for the same text.
    """
    own = language(tag)
    printed = text.split()
    flags = _quoted(printed, pieces)
    found: list[Suggestion] = []
    for piece in pieces:
        place = slice(piece.first_word - 1, piece.first_word - 1 + piece.words)
        found += _in_piece(piece, printed[place], flags[place], own)
    found.sort(key=lambda s: (s.word, KINDS.index(s.kind)))
    ids = {s.word: f"g{n:03}" for n, s in enumerate(found, 1) if s.kind == "cue"}
    named = [replace(s, reading=ids[int(s.reading)]) if s.kind == "source" else s for s in found]
    return [replace(s, id=f"g{n:03}") for n, s in enumerate(named, 1)]


def _in_piece(piece: Piece, printed: Sequence[str], flags: Sequence[int], own: Language) -> Iterator[Suggestion]:
    """Return the suggestions of one piece; the reading of a source is still the position of its cue."""
    words = [word(raw) for raw in printed]

    def made(kind: str, at: int, length: int, reading: str) -> Suggestion:
        shown = min(length, MOST.get(kind, 5)) if kind != "quotation" else 0
        phrase = word(" ".join(printed[at : at + shown])).bare
        return Suggestion("", piece.id, kind, piece.first_word + at, length, phrase, reading)

    dates = numeral.dates(words, own)
    yield from (made("date", *read) for read in dates)
    taken = {i for read in dates for i in range(read.at, read.at + read.words)}
    yield from (made("number", *read) for read in numeral.numbers(words, own, taken))
    yield from (made("quotation", at, length, str(length)) for at, length in _runs(flags))
    yield from (made("hedge", at, length, "") for at, length in _phrases(words, own.hedges))
    quoted = [bool(flag) for flag in flags]
    for at, length, group in _cues(words, quoted, own):
        yield made("cue", at, length, group)
        name = speaker.beside(words, (at, at + length), own, quoted)
        if name:
            yield made("source", name[0], name[1] - name[0], str(piece.first_word + at))


def _phrases(words: Sequence[Word], phrases: frozenset[str]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(words):
        length = phrase_at(words, at, phrases)
        if length:
            yield at, length
        at += max(1, length)


def _cues(words: Sequence[Word], quoted: Sequence[bool], own: Language) -> Iterator[tuple[int, int, str]]:
    """Return place, length and group of each cue outside quotations; of a verb with a particle, the verb's place."""
    parted = [(*phrase.split(" … "), group) for phrase, group in own.cues.items() if "…" in phrase]
    ends = {w.core for w in words if w.ends} | {words[-1].core}  # a particle stands at the end of its clause
    at = 0
    while at < len(words):
        length = phrase_at(words, at, own.cues)
        run = " ".join(w.core for w in words[at : at + length])
        group = own.cues.get(run, "")
        for verb, particle, kind in parted:
            if words[at].core == verb and particle in ends and _particle_follows(words, at, particle):
                length, group = max(1, length), kind
        if group and not quoted[at] and not _is_other(words, at, own):
            yield at, length, group
        at += max(1, length)


def _particle_follows(words: Sequence[Word], at: int, particle: str) -> bool:
    last = len(words) - 1
    return any(
        words[i].core == particle and (i == last or words[i].ends) for i in range(at + 1, min(at + CLAUSE, last + 1))
    )


def _is_other(words: Sequence[Word], at: int, own: Language) -> bool:
    """Return whether the word is no cue here: a noun (after an article, or capitalised), or one that is negated."""
    if own.unit == "capitalised":  # in such a language, German, the negation may stand at the end of the clause
        far = min(at + CLAUSE, len(words))
        end = next((i for i in range(at, far) if words[i].ends), far)
        if any(w.core in own.negations for w in words[at : end + 1]):
            return True
    before = words[at - 1] if at else None
    if before is None or before.ends or words[at].opens:
        return False
    named = own.unit == "capitalised" and words[at].capital
    article = before.core in own.articles and before.core not in own.pronouns
    return named or article or before.core in own.negations


def _runs(flags: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Return start and length of each run of one quotation; 0 stands for none."""
    start = 0
    for at in range(1, len(flags) + 1):
        if at == len(flags) or flags[at] != flags[start]:
            if flags[start]:
                yield start, at - start
            start = at


def _quoted(printed: Sequence[str], pieces: Sequence[Piece]) -> list[int]:
    """Return of each word the number of the quotation in which it stands; 0 if in none.

    A quotation may run on over the sentences of its paragraph; one that is not closed ends with the paragraph.
    """
    flags, number, closers, paragraph = [0] * len(printed), 0, "", None
    for piece in pieces:
        own = piece.paragraph or piece.id
        if own != paragraph:
            closers, paragraph = "", own
        for i in range(piece.first_word - 1, piece.first_word - 1 + piece.words):
            raw = printed[i]
            before = len(raw) - len(raw.lstrip("\"“„«»”([‘'"))  # noqa: RUF001 - marks as printed
            opener = next((c for c in raw[: max(before, 1)] if c in _PAIRS), "")
            rest = raw
            if not closers and opener and (opener not in "»”" or len(raw) > 1):
                closers, number = _PAIRS[opener], number + 1
                rest = raw[raw.index(opener) + 1 :]
            if closers:
                flags[i] = number
            tail = rest[len(rest.rstrip("\"”“»«.,;:!?…)]’'–—")) :]  # noqa: RUF001 - marks as printed
            if closers and any(c in closers for c in tail):
                closers = ""
    return flags

"""From the text of an article to its pieces: headline, caption, byline and the sentences of the body."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, cast

from whosays.author.language import Language, language
from whosays.case.errors import CaseError, Fault

HEADLINE = 40  # words; a longer first paragraph is body, with or without a full stop at its end
SHORT = 12  # words of a first paragraph that is a headline though it ends with a full stop
SUBHEAD = 10  # words of a line between paragraphs that is a headline of its own
CREDIT = 20  # words of a byline or date line
CAPTION = 60  # words of a paragraph between headline and byline
TOP = 6  # paragraphs or lines in which a byline is looked for
_WORD = re.compile(r"\S+")
_FINAL = (".", "!", "?", "…", ":", ";", ",", "。")
_CLOSING = "\"'”’»“‘)]›"  # noqa: RUF001 - quotation marks as printed
_YEAR = re.compile(r"\b(1[89]|20)\d\d\b")
_NUMERIC_DATE = re.compile(r"\b(\d{1,2}[./]\d{1,2}[./]|\d{4}-\d\d-)\d{1,4}\b")
_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of an article, numbered as in the table of passages.

    Attributes:
        id: h, c, b for headline, caption, byline (h2 for the second one); p05s2 for sentence 2 of paragraph 5.
        role: headline, caption, byline or sentence.
        paragraph: Paragraph of the body, from 1; None outside the body.
        sentence: Sentence of its paragraph, from 1; None outside the body.
        first_word: Position of its first word in the article, from 1; a word is what stands between white space.
        words: How many words it has.
        start: Index of its first character in the text.
        end: Index after its last character.
    """

    id: str
    role: str
    paragraph: int | None
    sentence: int | None
    first_word: int
    words: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph or a line: its first word and the word after its last one, from 0, and its words by one space."""

    first: int
    after: int
    text: str

    @property
    def size(self) -> int:
        """How many words it has."""
        return self.after - self.first

    @property
    def ends_openly(self) -> bool:
        """Whether it ends without the sign that ends a sentence."""
        return not self.text.rstrip(_CLOSING + " ").endswith(_FINAL)


def split(text: str, tag: str) -> list[Piece]:
    """Return the pieces of an article, which cover all its words in order, without gap or overlap.

    Paragraphs end at a blank line; if there is none, at every line end. Sentences are found by the library sentencex,
    one paragraph at a time; it keeps a quotation of several sentences with the sentence that carries it. A boundary
    inside a word is moved to the word's end; a fragment without letter or digit joins its neighbour.

    Roles go by these rules, the first that fits:

    * byline: among the first six paragraphs or lines, at most 20 words, with the opener of a byline ("By", "Von") and
      no full stop, or a line of its own with a month or numeric date and a year;
    * caption: begins with the opener of a caption ("Photo:"), or names it in brackets ("(AP photo)"); or stands between
      headline and byline;
    * headline: the first paragraph that is neither, of at most 40 words, if another follows and it ends without
      a full stop, or has at most 12 words; later a line of at most 10 words without a full stop, between paragraphs;
    * sentence: all else.

    What the rules cannot see: a headline of several lines or with a long sentence, a standfirst (it becomes caption or
    body), a byline at the foot, boxes and lists, hard-wrapped lines without a blank line between paragraphs. A
    person has to look.

    Args:
        text: The article, any line ends.
        tag: Its language as in BCP 47; for one that the kit has no words for, the openers are not known.

    Raises:
        CaseError: There is not one word in the text.
    """
    spans = [match.span() for match in _WORD.finditer(text)]
    if not spans:
        remedy = "Paste the article into it and save."
        raise CaseError([Fault("text", 0, "", "an empty file", "the text of the article", remedy)])
    own = language(tag)
    blocks = _blocks(text, spans, own)
    roles = _roles(blocks, own)
    digits = max(2, len(str(roles.count("sentence"))))
    pieces: list[Piece] = []
    counts: dict[str, int] = {}
    for block, role in zip(blocks, roles, strict=True):
        count = counts[role] = counts.get(role, 0) + 1
        cuts = _sentences(block, own) if role == "sentence" else [block.first, block.after]
        for number, (first, after) in enumerate(pairwise(cuts), 1):
            name = f"p{count:0{digits}}s{number}" if role == "sentence" else f"{role[0]}{count if count > 1 else ''}"
            place = (count, number) if role == "sentence" else (None, None)
            pieces.append(Piece(name, role, *place, first + 1, after - first, spans[first][0], spans[after - 1][1]))
    return pieces


def _blocks(text: str, spans: Sequence[tuple[int, int]], own: Language) -> list[_Block]:
    """Return the paragraphs; at the top of the page, bylines and captions on a line of their own apart."""
    ends = [_line_ends(text[a:b]) for (_, a), (b, _) in pairwise(spans)]
    enough = 2 if any(count > 1 for count in ends) else 1
    edges = [0, *(i for i, count in enumerate(ends, 1) if count >= enough), len(spans)]
    blocks: list[_Block] = []
    for first, after in pairwise(edges):
        lines = [first, *(i for i in range(first + 1, after) if ends[i - 1]), after]
        parts = [_block(text, spans, a, b) for a, b in pairwise(lines)]
        if len(blocks) < TOP and any(
            _is_byline(part, own) or _is_caption(part, own, part.text) for part in parts[:TOP]
        ):
            blocks += parts
        else:
            blocks.append(_block(text, spans, first, after))
    return _with_letters(blocks)


def _block(text: str, spans: Sequence[tuple[int, int]], first: int, after: int) -> _Block:
    return _Block(first, after, " ".join(text[a:b] for a, b in spans[first:after]))


def _line_ends(gap: str) -> int:
    return max(gap.count("\n"), gap.count("\r"), 2 * gap.count("\u2029"), gap.count("\u2028"))


def _with_letters(blocks: list[_Block]) -> list[_Block]:
    """Join a block without letter or digit to the one before it, or to the next if it is the first."""
    kept: list[_Block] = []
    for block in blocks:
        if kept and not (_LETTER.search(block.text) and _LETTER.search(kept[-1].text)):
            before = kept.pop()
            kept.append(_Block(before.first, block.after, f"{before.text} {block.text}"))
        else:
            kept.append(block)
    return kept


def _roles(blocks: Sequence[_Block], own: Language) -> list[str]:
    bylines = {i for i, block in enumerate(blocks[:TOP]) if _is_byline(block, own)}
    roles: list[str] = []
    for i, block in enumerate(blocks):
        more = i + 1 < len(blocks)
        started = "sentence" in roles
        if i in bylines and not started:
            role = "byline"
        elif _is_caption(block, own, block.text[:30] if started else block.text):
            role = "caption"
        elif more and "headline" not in roles and not started and _is_headline(block):
            role = "headline"
        elif not started and "headline" in roles and any(n > i for n in bylines) and block.size <= CAPTION:
            role = "caption"
        elif started and more and block.size <= SUBHEAD and block.ends_openly:
            role = "headline"
        else:
            role = "sentence"
        roles.append(role)
    return roles


def _is_headline(block: _Block) -> bool:
    return block.size <= (HEADLINE if block.ends_openly else SHORT)


def _is_byline(block: _Block, own: Language) -> bool:
    if block.size > CREDIT:
        return False
    plain = block.text.strip("()[]-–—| ").lower()  # noqa: RUF001 - the dashes that set a date line off
    opened = any(plain.startswith(f"{opener} ") for opener in own.bylines) and block.ends_openly
    words = re.findall(r"[^\W\d_]+", plain)
    dated = _NUMERIC_DATE.search(plain) or (_YEAR.search(plain) and not own.months.keys().isdisjoint(words))
    return opened or bool(dated and block.ends_openly and ":" not in plain) or bool(dated and block.text[0] == "(")


def _is_caption(block: _Block, own: Language, head: str) -> bool:
    """Return whether a block opens as a caption, or its head holds the credit of a picture."""
    if block.size > CAPTION or not own.captions:
        return False
    names = "|".join(sorted(own.captions))
    opened = re.match(rf"[(\[]?({names})[^:.]{{0,20}}:", block.text, re.IGNORECASE)
    credit = re.search(rf"[(\[/][^()\[\]]{{0,30}}\b({names})[)\]]|[.!?)]\s({names}):", head, re.IGNORECASE)
    return bool(opened or credit)


def _sentences(block: _Block, own: Language) -> list[int]:
    """Return the first words of the sentences of a paragraph, and the word after its last one."""
    import sentencex  # noqa: PLC0415 - the extra `author`; a reader need not have it

    words = [word.replace("\xad", "") for word in block.text.split(" ")]  # a soft hyphen would hide an abbreviation
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word) + 1)
    library, text = cast("Any", sentencex), " ".join(words)  # it comes without types
    ends = [0]
    for sentence in library.segment(own.tag.partition("-")[0].lower(), text):  # known to its pure version, too
        ends.append(text.index(sentence, ends[-1]) + len(sentence))
    cuts = _cuts(ends[1:], starts)
    lettered = [i for i, word in enumerate(words) if _LETTER.search(word)]
    kept = [0]
    for cut in cuts:
        at = bisect_left(lettered, kept[-1])
        whole = at < len(lettered) and lettered[at] < cut <= lettered[-1]
        ordinal = (
            cut > 1 and re.fullmatch(r"\d{1,2}\.", words[cut - 1]) and words[cut - 2].lower() in own.before_ordinals
        )
        if whole and not ordinal:
            kept.append(cut)
    return [block.first + cut for cut in [*kept, len(words)]]


def _cuts(ends: Sequence[int], starts: Sequence[int]) -> Iterator[int]:
    """Turn ends in characters into the numbers of the words that follow them; an end inside a word moves behind it."""
    word = 0
    for end in ends:
        while word < len(starts) - 1 and starts[word] < end:
            word += 1
        if word < len(starts) - 1:
            yield word

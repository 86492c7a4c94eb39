"""Find the passages of an article in a reader's own copy of it, without storing its text.

Method: voting over hashes of three-word sequences. Each passage keeps up to six 32-bit SHA-256 hashes of
three consecutive words with their offsets, and one hash of all its words. In a copy, every hash that recurs
votes for a start; the starts that keep the order of the article and gather the most votes win. Words are
compared as letters and digits only, after NFKC and case folding, so quotation marks, dashes, soft hyphens
and line breaks do not matter.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal
from unicodedata import normalize

from whosays.case.errors import CaseError, Fault
from whosays.case.model import Case, Passage

SAMPLES = 6
RUN = 3
NEEDED = 1 / 3  # of a passage's votes; below it, chance repetitions of common phrases begin to win
MAX_BYTES = 2_000_000  # longer than any article; a whole book would only make the search slow
MOST = 12  # starts weighed for one passage; a copy that repeats the article has more, and none is better
SLACK = 0.25  # how far the gap between two neighbours may differ from a passage's length and still hold it
How = Literal["exactly", "approximately", "not found"]
_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Found:
    """Where a passage stands in a copy.

    Attributes:
        passage: Id of the passage.
        how: exactly (every word is there), approximately, or not found.
        start: Index of its first character in the copy; -1 if not found.
        end: Index after its last character; -1 if not found.
        first_word: Position of its first word in the copy, from 1; 0 if not found.
    """

    passage: str
    how: How
    start: int
    end: int
    first_word: int


def read_copy(file: str | Path) -> str:
    """Return the text of a reader's own copy.

    Args:
        file: Plain text in UTF-8.

    Raises:
        CaseError: It is not UTF-8, is empty, or is longer than any article.
        OSError: It cannot be read.
    """
    path = Path(file)
    fault = ("", "", "")
    if path.exists() and not (path.is_file() or path.is_dir()):
        fault = ("no file", "a file of plain text", "Save the article as plain text first.")  # a device never ends
    elif path.stat().st_size > MAX_BYTES:
        fault = (f"{path.stat().st_size / 1e6:,.0f} MB", "at most 2 MB", "Give the article alone, as plain text.")
    else:
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            remedy = "Save it anew as plain text in UTF-8."
            fault = (f"byte 0x{error.object[error.start]:02x}", "text in UTF-8", remedy)
        else:
            if text.strip():
                return text
            fault = ("an empty file", "the text of the article", "Paste the article into it and save.")
    raise CaseError([Fault(str(path), 0, "", *fault)], "the file")


def find(passages: Sequence[Passage], copy: str) -> list[Found]:
    """Return where each passage stands in a copy.

    Args:
        passages: Passages with anchors, in the order of the article.
        copy: Text of the copy, of which the first two million characters are searched; nothing of it is kept.

    Returns:
        One entry a passage, in the same order. Passages never overlap and never change their order.
    """
    spans = [match.span() for match in _TOKEN.finditer(copy, 0, MAX_BYTES)]
    words = [_normal(copy[a:b]) for a, b in spans]
    places = _trigrams(words)
    starts = _in_order(passages, _candidates(passages, places, len(words)))
    lengths = {index: passages[index].words for index in starts}
    for index in range(len(passages)):
        gap = None if index in starts else _gap(passages, starts, index)
        if gap and _fits(passages[index], words, places, *gap):
            starts[index], lengths[index] = gap
    found: list[Found] = []
    for index, passage in enumerate(passages):
        if index not in starts:
            found.append(Found(passage.id, "not found", -1, -1, 0))
            continue
        start = starts[index]
        following = min((at for other, at in starts.items() if other > index), default=len(words))
        end = min(start + lengths[index], following, len(words))
        exactly = _hash(words[start : start + passage.words]) == _whole(passage)
        how = "exactly" if exactly else "approximately"
        found.append(Found(passage.id, how, spans[start][0], spans[end - 1][1], start + 1))
    return found


def anchored(case: Case, text: str) -> Case:
    """Return the case with its anchors, its quoted words, its word count and hash measured on the article.

    Args:
        case: The case; its passages say how many words each has. A text that it carries is replaced.
        text: The article, as it was annotated.

    Raises:
        CaseError: The passages do not have as many words as the text; the case is of another copy.
    """
    words = text.split()
    total = sum(passage.words for passage in case.passages)
    if total != len(words):
        remedy = "Give the copy that was annotated, or correct the number of words of the passages."
        raise CaseError([Fault("passages.csv", 0, "words", f"{total} words", f"the {len(words)} of the text", remedy)])
    quoted = _quoted(words)
    passages: list[Passage] = []
    for passage in case.passages:
        own = range(passage.first_word - 1, passage.first_word - 1 + passage.words)
        anchor = _anchor([_normal(words[i]) for i in own])
        passages.append(replace(passage, anchor=anchor, quoted=sum(quoted[i] for i in own)))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    article = replace(case.article, words=len(words), text_sha256=sha256)
    return replace(case, article=article, passages=tuple(passages), text=text if case.text else "")


def _normal(word: str) -> str:
    return "".join(c for c in normalize("NFKC", word).casefold() if c.isalnum())


def _hash(words: Sequence[str]) -> str:
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:8]


def _anchor(words: list[str]) -> str:
    last = len(words) - RUN
    offsets = sorted({round(i * last / (SAMPLES - 1)) for i in range(SAMPLES)}) if last >= 0 else []
    return " ".join([f"*:{_hash(words)}", *(f"{o}:{_hash(words[o : o + RUN])}" for o in offsets)])


def _whole(passage: Passage) -> str:
    return passage.anchor.partition(" ")[0].removeprefix("*:")


def _samples(passage: Passage) -> list[tuple[int, str]]:
    items = (item.split(":") for item in passage.anchor.split()[1:])
    return [(int(offset), value) for offset, value in items]


def _quoted(words: list[str]) -> list[bool]:
    """Say of each word whether it stands between double quotation marks, straight or curly."""
    inside, flags = False, list[bool]()
    for word in words:
        opens = word.startswith(('"', "“", "«", "„"))
        closes = word.rstrip(".,;:!?").endswith(('"', "”", "»", "“"))
        inside = inside or opens
        flags.append(inside)
        inside = inside and not closes
    return flags


def _trigrams(words: list[str]) -> dict[str, list[int]]:
    """Return where each sequence of three words stands, by its hash."""
    places: dict[str, list[int]] = {}
    for position in range(len(words) - RUN + 1):
        places.setdefault(_hash(words[position : position + RUN]), []).append(position)
    return places


def _candidates(passages: Sequence[Passage], places: dict[str, list[int]], count: int) -> list[tuple[int, int, float]]:
    """Return (passage, start, share of votes) for every start with enough votes, the best few a passage."""
    result: list[tuple[int, int, float]] = []
    for index, passage in enumerate(passages):
        samples = _samples(passage)
        votes = Counter(position - offset for offset, value in samples for position in places.get(value, ()))
        likely: list[tuple[int, int, float]] = []
        for start, own in votes.items():
            # An inserted or dropped word shifts the votes behind it by one.
            share = (own + 0.9 * max(votes.get(start - 1, 0), votes.get(start + 1, 0))) / len(samples)
            if 0 <= start < count and share >= NEEDED:
                likely.append((index, start, share))
        likely = sorted(likely, key=lambda candidate: -candidate[2])[:MOST]
        result += sorted(likely, key=lambda candidate: candidate[1])
    return result


def _in_order(passages: Sequence[Passage], candidates: list[tuple[int, int, float]]) -> dict[int, int]:
    """Return the start of each passage in the heaviest set of candidates that keeps the article's order."""
    best: list[tuple[float, int]] = []  # (weight, previous) of the heaviest chain that ends in each candidate
    for number, (index, start, share) in enumerate(candidates):
        weight, previous = 0.0, -1
        for earlier in range(number):
            other, other_start, _ = candidates[earlier]
            follows = other < index and other_start + max(1, passages[other].words // 2) <= start
            if follows and best[earlier][0] > weight:
                weight, previous = best[earlier][0], earlier
        best.append((weight + share, previous))
    chosen: dict[int, int] = {}
    number = max(range(len(best)), key=lambda n: best[n][0], default=-1)
    while number >= 0:
        index, start, _ = candidates[number]
        chosen[index] = start
        number = best[number][1]
    return chosen


def _gap(passages: Sequence[Passage], starts: dict[int, int], index: int) -> tuple[int, int] | None:
    """Return start and length of the gap between a passage's two neighbours, if it is about as long as the passage."""
    if index - 1 not in starts or index + 1 not in starts:
        return None
    start = starts[index - 1] + passages[index - 1].words
    gap = starts[index + 1] - start
    own = passages[index].words
    return (start, gap) if gap > 0 and abs(gap - own) <= max(1, SLACK * own) else None


def _fits(passage: Passage, words: list[str], places: dict[str, list[int]], start: int, gap: int) -> bool:
    """Return whether the gap holds anything of the passage: the whole of it, or one of its hashes at its place."""
    if _hash(words[start : start + gap]) == _whole(passage):
        return True
    near = {start + shift + offset: value for offset, value in _samples(passage) for shift in (-1, 0, 1)}
    return any(position in places.get(value, ()) for position, value in near.items())

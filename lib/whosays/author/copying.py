"""Runs of words that two texts share. Words are never handed on, only where they stand and how many they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from whosays.case.schema import ADDRESS

RUN = 7  # words in a row; the house allows fewer, since short runs are often names or chance
TRIED = 20  # places of one run that are tried for the longest match; a text that repeats itself would take for ever
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that stand in two texts; positions count from 1.

    Attributes:
        first: Position of its first word in the one text.
        other: Position of its first word in the other.
        words: How many words it has.
    """

    first: int
    other: int
    words: int


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are compared: small letters, no punctuation, straight apostrophes.

    Addresses are passed over. In a script without spaces between words, a stretch between marks counts as one word.
    """
    return [word.lower().replace("\u2019", "'") for word in _WORD.findall(ADDRESS.sub(" ", text))]


class Copy:
    """A text that others are held against."""

    def __init__(self, text: str, least: int = RUN) -> None:
        """Note where each run of the shortest length begins.

        Args:
            text: The text.
            least: How many words in a row count, at least.
        """
        self.words = words_of(text)
        self._least = least
        self._starts: dict[tuple[str, ...], list[int]] = {}
        for start in range(len(self.words) - least + 1):
            self._starts.setdefault(tuple(self.words[start : start + least]), []).append(start)

    def shared(self, words: Sequence[str]) -> list[Run]:
        """Return the runs that the words share with this text, none overlapping another, longest match first come.

        Args:
            words: Words of the other text, as from ``words_of``.

        Returns:
            Runs in the order of those words; ``first`` is a position in them, ``other`` one in this text.
        """
        found: list[Run] = []
        start = 0
        while start + self._least <= len(words):
            places = self._starts.get(tuple(words[start : start + self._least]), [])[:TRIED]
            if places:
                length, place = max((self._length(words, start, place), -place) for place in places)
                found.append(Run(start + 1, 1 - place, length))
                start += length
            else:
                start += 1
        return found

    def _length(self, words: Sequence[str], start: int, place: int) -> int:
        end = min(len(words) - start, len(self.words) - place)
        return next((n for n in range(self._least, end) if words[start + n] != self.words[place + n]), end)

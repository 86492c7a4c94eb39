"""The words of a piece as the rules compare them: without case and punctuation, and with what stood around them."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from unicodedata import normalize

_PARTS = re.compile(r"([^\w$€£₴№%°]*)(.*?)([^\w$€£₴%°]*)", re.DOTALL)
_STOPS = frozenset(".,;:!?…–—()[]/|")  # noqa: RUF001 - dashes as printed
LONGEST = 4  # words of a phrase
CLAUSE = 40  # words in which the rest of a clause is looked for; a text without punctuation would take forever
TITLE = 3  # letters of an abbreviated title


@dataclass(frozen=True, slots=True)
class Word:
    """One word of an article.

    Attributes:
        bare: As printed, without the punctuation around it.
        core: The same in lower case, composed (NFC), with a straight apostrophe and without soft hyphens.
        opens: Whether a bracket, a dash or a quotation mark stands before it.
        tail: The punctuation behind it.
    """

    bare: str
    core: str
    opens: bool
    tail: str

    @property
    def ends(self) -> bool:
        """Whether a clause may end behind it; not behind a short capitalised word with a full stop (Dr., Mr., H.)."""
        if self.tail == "." and self.capital and len(self.bare) <= TITLE:
            return False
        return not self.core or not _STOPS.isdisjoint(self.tail)

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.bare[:1].isupper()


def word(raw: str) -> Word:
    """Return a printed word in its parts.

    >>> word("(“Frogs”),")
    Word(bare='Frogs', core='frogs', opens=True, tail='”),')
    """
    match = _PARTS.fullmatch(normalize("NFC", raw.replace("\xad", "")))
    before, bare, tail = match.groups() if match else ("", raw, "")
    return Word(bare, bare.lower().replace("’", "'"), bool(before), tail)  # noqa: RUF001 - the typographic apostrophe


def phrase_at(words: Sequence[Word], at: int, phrases: Container[str]) -> int:
    """Return how many words from a place on are the longest of some phrases; 0 if none stands there."""
    for length in range(min(LONGEST, len(words) - at), 0, -1):
        run = words[at : at + length]
        if " ".join([w.core for w in run]) not in phrases:
            continue
        if not any(w.ends for w in run[:-1]) and not any(w.opens for w in run[1:]):
            return length
    return 0

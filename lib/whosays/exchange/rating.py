"""Read the word of an assessor as one of four: supports, refutes, mixed, other; the word itself stands beside it.

Fact-checkers write what they like: a word, a sentence, a number of noses, in their own language. Four readings let
them be counted together, as in ClaimsKG (Tchechmedjiev and others 2019, The Semantic Web: ISWC 2019, 309-324). The
strings are in ``ratings.csv`` beside this module, gathered by hand from scales in use; what is not there is ``other``.
"""

import csv
import re
import unicodedata
from collections import defaultdict
from functools import cache
from importlib.resources import files

READINGS = ("supports", "refutes", "mixed", "other")
_PARTS = re.compile("[:.;(\u2013\u2014|\n]|\\s-\\s")
_ACCENTED = re.compile("([a-z\u0370-\u03ff])[\u0300-\u036f]+")
_LABELS = frozenset({
    "bewertung", "calificacion", "claim", "classificacao", "conclusao", "conclusion", "conclusione", "fact check",
    "factcheck", "fazit", "hukum", "karar", "note", "ocena", "our rating", "our verdict", "rating", "result",
    "sonuc", "status", "urteil", "verdetto", "verdict", "verdikt", "veredicto", "veredito", "werdykt", "вердикт",
    "висновок", "вывод", "оценка", "оцінка",
})  # fmt: skip


def reading(rating: str, language: str = "") -> tuple[str, bool]:
    """Return how the kit reads a rating, and whether it knows the word.

    Args:
        rating: The assessor's own word, or a sentence that begins with it.
        language: Its language tag, if that is given; a word that two languages read differently is known by it alone.

    Example:
        >>> reading("Mostly false."), reading("Verdict: Falso", "es"), reading("Hm")
        (('mixed', True), ('refutes', True), ('other', False))
    """
    parts = [folded(part) for part in _PARTS.split(rating, maxsplit=2)]
    told = [folded(rating), *(part for part in parts[:1] if part not in _LABELS), *parts[1:2] * (parts[0] in _LABELS)]
    for word in filter(None, told):
        by_language = _words().get(word, {})
        if found := by_language.get(language.partition("-")[0]):
            return found, True
        if len(set(by_language.values())) == 1:
            return next(iter(by_language.values())), True
    return "other", False


def folded(text: str) -> str:
    """Return a text as it is looked up: letters and digits alone, small, whatever stands around or between them.

    Latin and Greek letters lose their accents, which capitals are often written without; Turkish has one i.
    """
    small = unicodedata.normalize("NFKD", text[:500]).casefold().replace("\u0131", "i")
    plain = _ACCENTED.sub(r"\1", small)
    return " ".join("".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in plain).split())


@cache
def _words() -> dict[str, dict[str, str]]:
    """Return the reading of every known word by its language."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    text = (files("whosays.exchange") / "ratings.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        found[folded(row["rating"])][row["language"]] = row["normalised"]
    return dict(found)

"""What a field of somebody else's record gives: a text, a day, an address, a language, without trusting its form.

Method: dates are read as ISO 8601 writes them, as https://schema.org/Date asks, and in the other forms that records
carry as far as they mean one day; 03/04/2023 means two.
"""

import html
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import cast

from whosays.case.cell import MAX_CHARACTERS
from whosays.case.schema import ADDRESS

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LONE = re.compile(r"[\ud800-\udfff]")
_HIDDEN = re.compile(r"<(script|style)\b[^<>]*>.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"</?(?:p|br|div|li|ul|ol|h[1-6]|tr|td|th|table|blockquote)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z!?][^<>]*>", re.IGNORECASE)
_VOCABULARY = re.compile(r"^(?:https?://schema\.org/|schema:)")
_PASSES = 4  # times that somebody may have written &amp; for & once more
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ].*)?)?)?", re.ASCII | re.DOTALL)
_FORMS = (
    re.compile(r"(?P<y>\d{4})[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})(?:\s.*)?", re.ASCII | re.DOTALL),
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?:T.*)?", re.ASCII | re.DOTALL),
    re.compile(r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})(?:\s.*)?", re.ASCII | re.DOTALL),
    re.compile(r"(?:[a-z]+,?\s+)?(?P<d>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?P<m>[a-z]+)\.?,?\s+(?P<y>\d{4})\b.*",
               re.ASCII | re.IGNORECASE | re.DOTALL),
    re.compile(r"(?:[a-z]+,\s+)?(?P<m>[a-z]+)\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})\b.*",
               re.ASCII | re.IGNORECASE | re.DOTALL),
)  # fmt: skip
_EITHER = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:\s.*)?", re.ASCII | re.DOTALL)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TAGGED = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LANGUAGES = {
    "arabic": "ar", "bengali": "bn", "chinese": "zh", "czech": "cs", "dutch": "nl", "english": "en", "french": "fr",
    "german": "de", "deutsch": "de", "greek": "el", "hindi": "hi", "hungarian": "hu", "indonesian": "id",
    "italian": "it", "japanese": "ja", "korean": "ko", "polish": "pl", "portuguese": "pt", "romanian": "ro",
    "russian": "ru", "spanish": "es", "español": "es", "turkish": "tr", "ukrainian": "uk", "urdu": "ur",
}  # fmt: skip

Node = Mapping[str, object]  # an object of JSON, its keys without the prefix of a vocabulary


def node(value: object) -> Node:
    """Return an object of JSON by the plain names of its fields, claimReviewed for schema:claimReviewed; else none."""
    if not isinstance(value, dict):
        return {}
    found: dict[str, object] = {}
    for key, part in cast("dict[str, object]", value).items():
        found.setdefault(plain_name(key), part)
    return found


def plain_name(name: str) -> str:
    """Return the name of a field or type without the vocabulary before it."""
    return _VOCABULARY.sub("", name) if ":" in name else name


def types(given: Node) -> frozenset[str]:
    """Return the types that an object names."""
    return frozenset(plain_name(t) for t in each(given.get("@type")) if isinstance(t, str))


def each(value: object) -> list[object]:
    """Return the values of a field that may hold one, several or none."""
    if isinstance(value, list):
        return [part for part in cast("list[object]", value) if part is not None and part != ""]
    return [] if value is None or value in ("", {}) else [value]


def raw(value: object) -> str:
    """Return the text of a value as it stands, without what no table can hold: NUL, halves of a character.

    Args:
        value: A text, a number, an object with ``@value`` or ``name``, or a list, of which the first text counts.
    """
    return _held(next(_texts(value), ""))


def _held(text: str) -> str:
    if text.isprintable() and len(text) <= MAX_CHARACTERS:
        return text
    text = _LONE.sub("\ufffd", _CONTROL.sub("", re.sub(r"\r\n?", "\n", text)))
    return text if len(text) <= MAX_CHARACTERS else text[: MAX_CHARACTERS - 1] + "…"


def _texts(value: object) -> Iterator[str]:
    queue = [value]
    while queue:
        part = queue.pop()
        if isinstance(part, bool):
            yield str(part).lower()
        elif isinstance(part, str) and part.strip():
            yield part
        elif isinstance(part, list):
            queue.extend(reversed(cast("list[object]", part)))
        elif isinstance(part, dict):
            own = node(cast("object", part))
            queue.extend(own[name] for name in ("name", "@value") if name in own)


def text(value: object) -> str:
    """Return the text of a value on one line, without markup; the same again if it is given once more.

    Example:
        >>> text("<p>Said &amp; <b>done</b></p><script>alert(1)</script>")
        'Said & done'
    """
    found = next(_texts(value), "")[: 4 * MAX_CHARACTERS]
    for _ in range(_PASSES):
        before = found = _CONTROL.sub("", found)
        if "<" not in found and "&" not in found:
            break
        found = html.unescape(_TAG.sub("", _BREAK.sub(" ", _HIDDEN.sub(" ", found))))
        if found == before:
            break
    else:
        found = found.replace("&", " ").replace("<", " ")
    return _held(" ".join(found.split()))


def day(value: object) -> str:
    """Return the day that a value writes, or the month or year if it says no more; empty if it can mean several.

    Example:
        >>> day("2023-01-08T23:59:00-05:00"), day("8 January 2023"), day("8.1.2023"), day("03/04/2023")
        ('2023-01-08', '2023-01-08', '2023-01-08', '')
    """
    told = raw(value).strip()
    if found := _ISO.fullmatch(told):
        return _checked(*found.groups())
    for form in _FORMS:
        if found := form.fullmatch(told):
            return _checked(found["y"], _month(found["m"]), found["d"])
    if found := _EITHER.fullmatch(told):
        one, other, year = found.groups()
        meant = {_checked(year, other, one), _checked(year, one, other)} - {""}
        return meant.pop() if len(meant) == 1 else ""
    return ""


def _month(name: str) -> str:
    short = name[:3].lower()
    return str(_MONTHS.index(short) + 1) if short in _MONTHS else name


def _checked(year: str, month: str | None, number: str | None) -> str:
    parts = [year, *(part.zfill(2) for part in (month, number) if part)]
    try:
        date(*(int(part) for part in [*parts, "1", "1"][:3]))
    except ValueError:
        return ""
    return "-".join(parts)


def address(value: object) -> str:
    """Return the address that a value gives, itself or as ``url`` or ``@id``; empty if nobody could follow it."""
    for part in each(value):
        for told in (part, *(node(part).get(name) for name in ("url", "contentUrl", "@id"))):
            found = raw(told).strip().replace(" ", "%20") if not isinstance(told, dict) else ""
            found = re.sub(r"^https?:", lambda scheme: scheme[0].lower(), found, flags=re.IGNORECASE)
            if len(found) < MAX_CHARACTERS and ADDRESS.fullmatch(found):
                return found
    return ""


def language(value: object) -> str:
    """Return the language tag (BCP 47) that a value gives; empty if it gives none."""
    for part in each(value):
        own = node(part)
        for told in (own.get("alternateName"), own.get("identifier"), part):
            first, *rest = raw(told).strip().replace("_", "-").split("-")
            tag = "-".join([first.lower(), *rest])
            if _TAGGED.fullmatch(tag):
                return tag
            if tag in _LANGUAGES:
                return _LANGUAGES[tag]
    return ""

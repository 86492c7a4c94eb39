"""Dates and numbers in a sentence, read by rule."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from whosays.author.language import Language
from whosays.author.word import Word, phrase_at

_YEAR = re.compile(r"(1[89]|20)[0-9]{2}")
_DAY = re.compile(r"([0-9]{1,2})(st|nd|rd|th|er|º)?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_SIGNS = "$€£₴"
_FIGURE = {
    ".": re.compile(rf"([{_SIGNS}]?)((?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,12}})(?:\.[0-9]{{1,6}})?)([%{_SIGNS}]?)"),
    ",": re.compile(rf"([{_SIGNS}]?)((?:[0-9]{{1,3}}(?:\.[0-9]{{3}})+|[0-9]{{1,12}})(?:,[0-9]{{1,6}})?)([%{_SIGNS}]?)"),
}
_WITH_UNIT = re.compile(r"(.+?)-([^\W\d_]+)")
_POWERS = frozenset({12, 100, 1000, 10**6, 10**9})
_LONGEST = 5  # words of a number
_NEAR = 3  # words after a number in which its noun is looked for


class Read(NamedTuple):
    """What a rule read: the place of its first word in the sentence, from 0, its words, and its reading."""

    at: int
    words: int
    reading: str


def dates(words: Sequence[Word], own: Language) -> list[Read]:
    """Return the dates of a sentence, in order.

    Args:
        words: The sentence.
        own: Its language.

    Returns:
        The dates; the reading is 2023, 2023-01 or 2023-01-09, as far as the words say it, and blank where they give
        no year (a weekday, "yesterday", 5 April).
    """
    found: list[Read] = []
    at = 0
    while at < len(words):
        read = _printed_date(words, at, own) or _named_date(words, at, own) or _bare_date(words, at, own)
        found += [read] if read else []
        at += read.words if read else 1
    return found


def numbers(words: Sequence[Word], own: Language, taken: set[int]) -> list[Read]:
    """Return the numbers of a sentence that count something, in order.

    Args:
        words: The sentence.
        own: Its language.
        taken: Places of words that belong to dates.

    Returns:
        The numbers, as "qualifier|value|unit"; only the number itself is the place, neither qualifier nor unit.
    """
    found: list[Read] = []
    at = 0
    while at < len(words):
        read = None if at in taken else _dozens(words, at, own) or _number(words, at, own, taken)
        found += [read] if read else []
        at += read.words if read else 1
    return found


def _printed_date(words: Sequence[Word], at: int, own: Language) -> Read | None:
    core = words[at].core
    if match := _ISO.fullmatch(core):
        year, month, day = match.groups()
        return Read(at, 1, iso) if (iso := _iso(int(year), int(month), int(day or 0))) else None
    if own.decimal == "," and (match := _DOTTED.fullmatch(core)):
        day, month, year = match.groups()
        return Read(at, 1, iso) if (iso := _iso(int(year), int(month), int(day))) else None
    return None


def _named_date(words: Sequence[Word], at: int, own: Language) -> Read | None:
    """Read "9 January 2023", "January 9, 2023", "January 2023" and their like; the month stands in words."""
    first, rest = _day(words[at]), at
    if first:
        rest = _past_joiner(words, at + 1, own)
    month = _month(words, rest, own)
    if not month or (first and words[at].ends and own.decimal == "."):
        return None
    rest += 1
    if not first and rest < len(words) and not _YEAR.fullmatch(words[rest].core) and not words[rest - 1].ends:
        first = _day(words[rest])
        rest += bool(first)
    after = _past_joiner(words, rest, own)
    year = words[after].core.partition("|")[0] if after < len(words) else ""
    if _YEAR.fullmatch(year):
        iso = _iso(int(year), month, first)
        return Read(at, after + 1 - at, iso) if iso else None
    return Read(at, rest - at, "") if first else None


def _bare_date(words: Sequence[Word], at: int, own: Language) -> Read | None:
    """Read a year, a weekday, a month after "in" or "since", or "yesterday"."""
    this, before = words[at], words[at - 1].core if at else ""
    if _YEAR.fullmatch(this.core) and before not in own.numbered and not _qualifier(words, at, own):
        return Read(at, 1, this.core)
    names = own.unit != "next"  # weekdays and months are written with a capital letter
    opened = _month(words, at, own) and before in own.month_openers
    seen = this.core in own.days and (not this.capital or at == 0)
    return Read(at, 1, "") if opened or seen or (this.core in own.weekdays and this.capital >= names) else None


def _day(this: Word) -> int:
    match = _DAY.fullmatch(this.core)
    return int(match[1]) if match and 1 <= int(match[1]) <= 31 else 0  # noqa: PLR2004 - days of a month


def _month(words: Sequence[Word], at: int, own: Language) -> int:
    if at >= len(words) or (own.unit != "next" and not words[at].capital):
        return 0
    return own.months.get(words[at].core, 0)


def _past_joiner(words: Sequence[Word], at: int, own: Language) -> int:
    return at + 1 if at < len(words) and words[at].core in own.date_joiners else at


def _iso(year: int, month: int, day: int) -> str:
    try:
        whole = date(year, month, day or 1)
    except ValueError:
        return ""
    return whole.isoformat() if day else f"{year:04}-{month:02}"


def _qualifier(words: Sequence[Word], at: int, own: Language) -> str:
    """Return what limits the number at a place: the longest qualifier that ends right before it."""
    for length in range(min(3, at), 0, -1):
        run = words[at - length : at]
        if not any(w.ends for w in run[:-1]) and set(run[-1].tail) <= {"."} and not words[at].opens:
            value = own.qualifiers.get(" ".join(w.core for w in run), "")
            if value and value != "dozens":
                return value
    return ""


def _dozens(words: Sequence[Word], at: int, own: Language) -> Read | None:
    length = phrase_at(words, at, own.qualifiers)
    if own.qualifiers.get(" ".join(w.core for w in words[at : at + length])) != "dozens":
        return None
    return Read(at, 1, f"dozens||{_unit(words, at + length, own)}")


def _number(words: Sequence[Word], at: int, own: Language, taken: set[int]) -> Read | None:
    value, unit = _value(words[at], own)
    if value is None or _is_name(words, at, own):
        return None
    end = at + 1
    for place, factor in _further(words, at, own, taken):
        value = value * factor if factor in _POWERS else value + factor
        end = place + 1
    if end < len(words) and not words[end - 1].ends:
        unit = unit or ("%" if phrase_at(words, end, own.percent) else "")
    unit = unit or ("" if words[end - 1].ends else _unit(words, end, own))
    return Read(at, end - at, f"{_qualifier(words, at, own) or 'exactly'}|{_plain(value)}|{unit}")


def _further(words: Sequence[Word], at: int, own: Language, taken: set[int]) -> Iterator[tuple[int, Decimal]]:
    """Return the words that continue a number, with their value: hundred, million, or what is added to one."""
    last = _value(words[at], own)[0]
    spelled = words[at].core in own.numbers
    place = at + 1
    while place < min(len(words), at + _LONGEST) and not words[place - 1].ends and place not in taken:
        if words[place].core in own.conjunctions and last in _POWERS and spelled and place + 1 < at + _LONGEST:
            place += 1
        value = _value(words[place], own)[0] if place < len(words) and words[place].core in own.numbers else None
        if value is None or not (value in _POWERS or (last in _POWERS and value < (last or 0))):
            return
        yield place, value
        last, place = value, place + 1


def _value(this: Word, own: Language) -> tuple[Decimal | None, str]:
    """Return what a word is worth as a number, and the unit that is written onto it; None if it is no number."""
    if match := _FIGURE[own.decimal].fullmatch(this.core):
        group = "," if own.decimal == "." else "."
        plain = match[2].replace(group, "").replace(",", ".")
        return Decimal(plain), match[1] or match[3]
    parts = [own.numbers.get(part) for part in this.core.split("-")]
    known = [part for part in parts if part is not None]
    if len(known) == len(parts):
        return Decimal(sum(known)), ""
    joined = _WITH_UNIT.fullmatch(this.core)
    if joined and (match := _FIGURE[own.decimal].fullmatch(joined[1])):
        return _value(Word(joined[1], joined[1], opens=False, tail=""), own)[0], joined[2]
    return None, ""


def _is_name(words: Sequence[Word], at: int, own: Language) -> bool:
    """Return whether a number counts nothing: it names (No. 47), orders (the 3. try), tells the hour, is halved."""
    this, before = words[at], words[at - 1] if at else None
    following = words[at + 1] if at + 1 < len(words) else None
    figure = this.core[-1:].isdigit()
    if before and (before.core in own.numbered or before.bare.endswith(("№", "#"))):
        return True
    if any(w.core in own.halves for w in words[max(0, at - 2) : at]):
        return True
    if figure and own.decimal == "," and this.tail.startswith(".") and following:
        return True
    if following and not this.ends and phrase_at(words, at + 1, own.clock):
        return True
    pointing = before and (before.core in own.articles | own.negations | {"no"})
    alone = this.ends or not following or following.core in own.small | own.pronouns
    return own.numbers.get(this.core) == 1 and bool(pointing or alone)


def _unit(words: Sequence[Word], at: int, own: Language) -> str:
    """Return the noun after a number, as far as it shows: capitalised, in the plural, or simply the next word."""
    while at < len(words) and words[at].core in own.joiners | own.articles and not words[at].ends:
        at += 1
    near: list[Word] = []
    for this in words[at : at + _NEAR]:
        if not this.core or this.opens or this.core in own.small | own.pronouns:
            break
        near.append(this)
        if this.ends:
            break
    if own.unit == "capitalised":
        near = [w for w in near if w.capital]
    elif own.unit == "plural":
        near = [w for w in near if not w.capital] or near
        near = [w for w in near if w.core.endswith("s")] or near
    return near[0].bare if near else ""


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text

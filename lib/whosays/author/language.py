"""The words by which a rule can find something in an article, per language, read from the files beside this module."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

GROUPS = ("neutral", "distancing", "endorsing", "denying", "doubting")
LANGUAGES = ("de", "en", "es", "fr", "uk")


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language, all in lower case, with straight apostrophes, in Unicode's composed form (NFC).

    A phrase is one to four words parted by a space. A cue with ``…`` is a verb and its particle, which stands later.

    Attributes:
        tag: Language as in BCP 47, without region; as asked for if it is not known.
        known: Whether the kit has words for it; if not, everything below is empty.
        cues: What introduces a statement, with what it does to it: neutral, distancing, endorsing, denying, doubting.
        name_follows: Cues after which the source is named; after the others it may stand before or behind.
        hedges: What weakens.
        qualifiers: What limits a number, with the word of the schema for it (more than, at least, about and so on).
        numbers: Number words with their value; a power of ten multiplies what stands before it.
        percent: Words for a hundredth.
        numbered: Words after which a number is a name (room 12, No. 47).
        clock: Words after which a number is a time of day.
        months: Names of months with their number.
        weekdays: Names of weekdays.
        days: Words for a day as seen from the day of writing (yesterday).
        date_joiners: Words between day and month, or month and year.
        month_openers: Words after which the bare name of a month is a date (in, since).
        before_ordinals: Words after which a number with a full stop is an ordinal, which ends no sentence.
        verdicts: Words that say how a matter really is; for the check of one's own words.
        bylines: What a byline begins with.
        captions: What a caption begins with, before a colon.
        articles: Articles and what stands in their place.
        pronouns: Words that stand for a name, and name nobody.
        helpers: Auxiliaries and adverbs that may stand between a name and its cue.
        joiners: Prepositions inside a name (the mayor of X).
        small: Prepositions, conjunctions and the like, at which a name or a unit ends.
        prepositions: Those of the small words before which no noun says anything (in the hall).
        oblique: Articles that no subject has.
        conjunctions: Words for "and", inside a name or a number.
        halves: Words before a number of which only the half is meant (half a dozen).
        negations: Words after which a cue does not say what it says (did not deny).
        passives: Auxiliaries before a cue by which the subject is what was said, not who said it.
        agents: Words behind a cue after which stands who said it (denied by).
        unit: How the noun after a number shows: capitalised, by its plural, or not (the next word is taken).
        decimal: The decimal sign, a point or a comma; the other one groups thousands.
    """

    tag: str
    known: bool = False
    cues: Mapping[str, str] = field(default_factory=dict[str, str])
    name_follows: frozenset[str] = frozenset()
    hedges: frozenset[str] = frozenset()
    qualifiers: Mapping[str, str] = field(default_factory=dict[str, str])
    numbers: Mapping[str, int] = field(default_factory=dict[str, int])
    percent: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    clock: frozenset[str] = frozenset()
    months: Mapping[str, int] = field(default_factory=dict[str, int])
    weekdays: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    date_joiners: frozenset[str] = frozenset()
    month_openers: frozenset[str] = frozenset()
    before_ordinals: frozenset[str] = frozenset()
    verdicts: frozenset[str] = frozenset()
    bylines: frozenset[str] = frozenset()
    captions: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    helpers: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    oblique: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    halves: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    unit: str = "next"
    decimal: str = "."


@cache
def language(tag: str) -> Language:
    """Return the words of a language.

    Args:
        tag: Language tag as in BCP 47 (de, de-AT, uk). Its first part decides: de-AT is read as de.

    Returns:
        The words; for a language that the kit has none for, an empty one whose ``known`` is False.

    >>> language("de-AT").cues["bestritt"], language("tlh").known
    ('denying', False)
    """
    primary = tag.strip().replace("_", "-").partition("-")[0].lower()
    if primary not in LANGUAGES:
        return Language(tag)
    text = (files("whosays.author") / "language" / f"{primary}.json").read_text(encoding="utf-8")
    raw: dict[str, Any] = json.loads(text)
    several = {"cues", "qualifiers", "numbers", "months", "unit", "decimal"}
    return Language(
        tag=primary,
        known=True,
        cues=_turned(raw["cues"]),
        qualifiers=_turned(raw["qualifiers"]),
        numbers=MappingProxyType(dict(raw["numbers"])),
        months=MappingProxyType({name: n for n, names in enumerate(raw["months"], 1) for name in names}),
        unit=raw["unit"],
        decimal=raw["decimal"],
        **{key: frozenset(words) for key, words in raw.items() if key not in several},
    )


def _turned(groups: Mapping[str, list[str]]) -> Mapping[str, str]:
    """Return each phrase with its group."""
    return MappingProxyType({phrase: group for group, phrases in groups.items() for phrase in phrases})

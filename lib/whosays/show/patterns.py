"""Patterns over several cases, as counts: questions that a class can put to the table, never a rate."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from whosays.show.sentences import patterns as words
from whosays.show.summary import Summary
from whosays.show.told import Told

HELD = {"holds": True, "answered": False}  # contested, unchallenged and the like do not say


def patterns(rows: Iterable[Summary]) -> Told:
    """Return what can be counted over some cases.

    Pairs of cases are counted as Kendall (1938) does for rank correlation, and left as counts: with a handful of
    chosen cases a coefficient or a percentage would only look like knowledge.

    Args:
        rows: The cases; those that ask about no claim are passed over.

    Returns:
        One row a question: in what is counted, and how often the answer is yes, no, or not to be told.
    """
    own = [row for row in rows if row.claim]
    asked: list[tuple[str, str, list[bool | None]]] = [
        ("repeated", "cases", [_more(row.mentions, row.roots) for row in own]),
        ("more", "pairs", [_rise(one, other) for one, other in combinations(own, 2)]),
        ("official", "cases", [HELD.get(row.beyond) for row in own if row.official]),
        ("other", "cases", [HELD.get(row.beyond) for row in own if not row.official]),
        ("by_officials", "claims", _held(own, "by_officials")),
        ("by_others", "claims", _held(own, "by_others")),
        ("moved", "cases", [row.article != row.beyond for row in own]),
        ("knowable", "cases", [row.knowable == row.beyond for row in own]),
        ("first", "cases", [_more(row.answers_first_word, row.first_word) for row in own]),
        ("room", "cases", [_more(row.account_share, row.answers_share) for row in own]),
    ]
    table = tuple((words.QUESTIONS[question], words.UNITS[unit], *_counts(found)) for question, unit, found in asked)
    return Told(words.sentence(len(own), asked[0][2].count(True)), tuple(words.COLUMNS), table)


def _counts(found: Sequence[bool | None]) -> tuple[str, str, str]:
    return str(found.count(True)), str(found.count(False)), str(found.count(None))


def _held(rows: Iterable[Summary], whose: str) -> list[bool | None]:
    """Return for each claim that some state first whether it held."""
    found: list[bool | None] = []
    for row in rows:
        total, hold, answered = (getattr(row, whose + end) or 0 for end in ("", "_hold", "_answered"))
        found += [True] * hold + [False] * answered + [None] * (total - hold - answered)
    return found


def _more(one: float | None, other: float | None) -> bool | None:
    """Return whether one number is above another; None if one of them is not there."""
    return None if one is None or other is None else one > other


def _rise(one: Summary, other: Summary) -> bool | None:
    """Return whether the case with more mentions has more roots; None if two numbers are equal."""
    mentions = (one.mentions or 0) - (other.mentions or 0)
    roots = (one.roots or 0) - (other.roots or 0)
    return mentions * roots > 0 if mentions * roots else None

"""Weigh hypotheses against items of evidence by the reader's own ratings: analysis of competing hypotheses.

Method: Heuer 1999, Psychology of Intelligence Analysis, chapter 8: rate how each item fits each hypothesis, and keep
the hypothesis that is contradicted least, not the one that is supported most. The scores are those of Open Synthesis
(github.com/twschiller/open-synthesis, its help on metrics; no code of it is used): inconsistency is the sum of squared
distances below neutral, diagnosticity the population standard deviation of an item's ratings across the hypotheses.

Three things differ. Each squared distance is multiplied by the grade of credibility that the reader gives the item,
1 to 4, because that sum leaves reliability out of account. "Not applicable" and blank are missing, never neutral, since
a neutral rating makes hypotheses look alike that nobody compared; how many items count is said beside every score. And
hypotheses are rows: in Dhami and others 2024 (Cognitive Research: Principles and Implications 9:37, 161 people) rows
made judging less one-sided, and the usual layout with hypotheses in columns did not.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import pstdev

from whosays.case.errors import UnknownIdError

RATINGS = ("very inconsistent", "inconsistent", "neutral", "consistent", "very consistent")
"""How an item fits a hypothesis, from the worst to the best."""
NOT_APPLICABLE = "not applicable"
GRADES = ("very low", "low", "fair", "high")
"""How far an item can be relied on; the first weighs 1, the last 4."""
NOT_GRADED = "cannot be judged"
NEUTRAL = RATINGS.index("neutral")


def points(rating: str, grade: str) -> int | None:
    """Return what a rating adds to the inconsistency of a hypothesis; None if it is missing.

    Args:
        rating: How the item fits: one of ``RATINGS``, or anything else for missing.
        grade: How credible the item is: one of ``GRADES``, or anything else for missing.
    """
    if rating not in RATINGS or grade not in GRADES:
        return None
    below = max(0, NEUTRAL - RATINGS.index(rating))
    return (GRADES.index(grade) + 1) * below**2


def spread(ratings: Iterable[str]) -> float | None:
    """Return the diagnosticity of an item, 0 to 2: how far its ratings tell hypotheses apart.

    Args:
        ratings: Its ratings, one a hypothesis; those that are not in ``RATINGS`` are left out.

    Returns:
        The population standard deviation, in steps of the scale; None for fewer than two ratings.
    """
    steps = [RATINGS.index(rating) for rating in ratings if rating in RATINGS]
    return pstdev(steps) if len(steps) > 1 else None


@dataclass(frozen=True, slots=True)
class Matrix:
    """Hypotheses, items, and what a reader chose.

    Attributes:
        hypotheses: Their ids, in the order of the file.
        items: Their ids, in the order in which they are shown.
        chosen: The reader's choices: the grade of an item by its id, and a rating by the ids of item and hypothesis
            with a space between them. What is not in it is missing.

    Example:
        >>> from whosays import open_case
        >>> ratings = {"p05-3": "high", "p05-3 h01": "inconsistent", "p05-3 h03": "neutral"}
        >>> matrix = open_case("kramatorsk-2023").matrix(ratings)
        >>> matrix.hypotheses
        ('h01', 'h02', 'h03', 'h04')
        >>> matrix.ranking()
        [('h03',), ('h01',)]
    """

    hypotheses: tuple[str, ...]
    items: tuple[str, ...]
    chosen: Mapping[str, str]

    def __post_init__(self) -> None:
        """Refuse choices that do not belong here.

        Raises:
            UnknownIdError: A key names no item or hypothesis, or a value is not on its scale.
        """
        for key, value in self.chosen.items():
            item, rates, hypothesis = key.partition(" ")
            scale = (*RATINGS, NOT_APPLICABLE) if rates else (*GRADES, NOT_GRADED)
            _known("item of the matrix", item, self.items)
            if rates:
                _known("hypothesis", hypothesis, self.hypotheses)
            _known("rating" if rates else "grade of credibility", value, scale)

    def rating(self, item: str, hypothesis: str) -> str:
        """Return the rating of an item for a hypothesis; empty if there is none.

        Example:
            >>> from whosays import open_case
            >>> ratings = {"p05-3": "high", "p05-3 h01": "inconsistent", "p05-3 h03": "neutral"}
            >>> matrix = open_case("kramatorsk-2023").matrix(ratings)
            >>> matrix.rating("p05-3", "h03"), matrix.rating("p05-3", "h02")
            ('neutral', '')
        """
        return self.chosen.get(f"{item} {hypothesis}", "")

    def counted(self, hypothesis: str) -> dict[str, int]:
        """Return the items that count for a hypothesis, rated and graded, with the points of each.

        Example:
            >>> from whosays import open_case
            >>> ratings = {"p05-3": "high", "p05-3 h01": "inconsistent", "p05-3 h03": "neutral"}
            >>> matrix = open_case("kramatorsk-2023").matrix(ratings)
            >>> matrix.counted("h01"), matrix.counted("h02")
            ({'p05-3': 4}, {})
        """
        found = {i: points(self.rating(i, hypothesis), self.chosen.get(i, "")) for i in self.items}
        return {item: value for item, value in found.items() if value is not None}

    def inconsistency(self, hypothesis: str) -> int:
        """Return the sum of the points against a hypothesis; 0 also if nothing counts, so see ``coverage``.

        Example:
            >>> from whosays import open_case
            >>> ratings = {"p05-3": "high", "p05-3 h01": "inconsistent", "p05-3 h03": "neutral"}
            >>> matrix = open_case("kramatorsk-2023").matrix(ratings)
            >>> matrix.inconsistency("h01"), matrix.inconsistency("h03")
            (4, 0)
        """
        return sum(self.counted(hypothesis).values())

    def coverage(self, hypothesis: str) -> float:
        """Return the share of all items that count for a hypothesis, 0 to 1.

        Example:
            >>> from whosays import open_case
            >>> ratings = {"p05-3": "high", "p05-3 h01": "inconsistent", "p05-3 h03": "neutral"}
            >>> matrix = open_case("kramatorsk-2023").matrix(ratings)
            >>> matrix.coverage("h01")
            0.2
        """
        return len(self.counted(hypothesis)) / len(self.items) if self.items else 0.0

    def diagnosticity(self, item: str) -> float | None:
        """Return how far an item tells the hypotheses apart; see ``spread``. Its credibility does not enter.

        Example:
            >>> from whosays import open_case
            >>> ratings = {"p05-3": "high", "p05-3 h01": "inconsistent", "p05-3 h03": "neutral"}
            >>> matrix = open_case("kramatorsk-2023").matrix(ratings)
            >>> matrix.diagnosticity("p05-3")
            0.5
        """
        return spread(self.rating(item, hypothesis) for hypothesis in self.hypotheses)

    def ranking(self) -> list[tuple[str, ...]]:
        """Return the hypotheses with the fewest points against them first, tied ones together.

        A hypothesis for which nothing counts has no place in it.

        Example:
            >>> from whosays import open_case
            >>> ratings = {"p05-3": "high", "p05-3 h01": "inconsistent", "p05-3 h03": "neutral"}
            >>> matrix = open_case("kramatorsk-2023").matrix(ratings)
            >>> matrix.ranking()
            [('h03',), ('h01',)]
        """
        tied: dict[int, list[str]] = {}
        for hypothesis in self.hypotheses:
            if self.counted(hypothesis):
                tied.setdefault(self.inconsistency(hypothesis), []).append(hypothesis)
        return [tuple(tied[score]) for score in sorted(tied)]

    def comparable(self) -> bool:
        """Return whether the same items count for every hypothesis; if not, the ranking may only show that.

        Example:
            >>> from whosays import open_case
            >>> ratings = {"p05-3": "high", "p05-3 h01": "inconsistent", "p05-3 h03": "neutral"}
            >>> matrix = open_case("kramatorsk-2023").matrix(ratings)
            >>> matrix.comparable()
            False
        """
        return len({frozenset(self.counted(hypothesis)) for hypothesis in self.hypotheses}) <= 1


def _known(what: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise UnknownIdError(what, value, known)

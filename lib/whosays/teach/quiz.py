"""Discernment: how well statements that fit a text are told from those that do not, and which way a reader leans.

A statement that fits is a signal, "it fits" is a yes: a yes to one that fits is a hit, to one that does not a false
alarm. Sensitivity d' and bias c are kept apart, because doubting everything is no skill.

Method: H. Stanislaw and N. Todorov (1999), Calculation of signal detection theory measures, Behavior Research Methods,
Instruments, & Computers 31 (1), 137-149, formulas for d' and c; rates corrected by the log-linear rule of M. J. Hautus
(1995), the same journal 27 (1), 46-51, so that 0 and 1 have a place on the scale.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import NormalDist

from whosays.case.model import FITS, Case
from whosays.teach.answers import Answer

_Z = NormalDist().inv_cdf


@dataclass(frozen=True, slots=True)
class Discernment:
    """What came of the quiz for one reader, or for several together.

    Attributes:
        hits: Statements that fit, taken to fit.
        fit: Statements that fit and were judged.
        alarms: Statements that do not fit, taken to fit: false alarms.
        other: Statements that do not fit and were judged.
        unsure: Statements the reader could not tell; they are in none of the other numbers.
    """

    hits: int = 0
    fit: int = 0
    alarms: int = 0
    other: int = 0
    unsure: int = 0

    @property
    def sensitivity(self) -> float | None:
        """Sensitivity d' in standard deviations: 0 is chance, more is better; None until both kinds were judged."""
        if not (self.fit and self.other):
            return None
        return sensitivity(corrected(self.hits, self.fit), corrected(self.alarms, self.other))

    @property
    def bias(self) -> float | None:
        """Bias c in standard deviations: below 0 leans to "it fits", above to "it does not"; None as above."""
        if not (self.fit and self.other):
            return None
        return bias(corrected(self.hits, self.fit), corrected(self.alarms, self.other))


def corrected(yes: int, count: int) -> float:
    """Return the share of yes by the log-linear rule: half a yes and one trial more, whatever the counts (Hautus)."""
    return (yes + 0.5) / (count + 1)


def sensitivity(hit_rate: float, alarm_rate: float) -> float:
    """Return d', the distance of the two rates in standard deviations; both lie between 0 and 1, ends excluded."""
    return _Z(hit_rate) - _Z(alarm_rate)


def bias(hit_rate: float, alarm_rate: float) -> float:
    """Return c, how far the reader's threshold is from the middle; negative leans to yes."""
    return -(_Z(hit_rate) + _Z(alarm_rate)) / 2


def discern(case: Case, answers: Iterable[Answer], moment: str = "") -> Discernment:
    """Return what came of the quiz.

    Args:
        case: The case whose questions were asked.
        answers: Answers of one reader or of many; those to other questions are passed over.
        moment: The moment whose answers count.
    """
    keys = {row.id: row.answer for row in case.questions if row.kind == "fits the text"}
    given = [(keys[a.item], a.value) for a in answers if a.item in keys and a.moment == moment]
    judged = [(key, value) for key, value in given if value in FITS]

    def count(key: str, *values: str) -> int:
        return sum(k == key and v in values for k, v in judged)

    yes, no = FITS
    unsure = sum(value is None for _, value in given)
    return Discernment(count(yes, yes), count(yes, *FITS), count(no, yes), count(no, *FITS), unsure)

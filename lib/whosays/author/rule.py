"""What a rule of the linter is, what it looks at, and what it says."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from whosays.case.errors import Fault
from whosays.case.model import Case

Severity = Literal["must", "should", "hint"]
SEVERITIES: tuple[Severity, ...] = ("must", "should", "hint")
Needs = Literal["", "copy", "texts"]


class Sight(NamedTuple):
    """One place that a rule points at: the parts of a fault before the file and line are known.

    Attributes:
        table: Name of the table; empty for a text beside the case.
        row: Id of the row; empty for the table as a whole.
        column: Name of the column; empty for the row as a whole.
        found: What stands there, ready to print.
        expected: What should stand there, to follow the word "expected".
        remedy: What to do, as one or two whole sentences.
    """

    table: str
    row: str
    column: str
    found: str
    expected: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Review:
    """A case under review, with the texts that it may be held against.

    Attributes:
        case: The case; rows with faults of their own are not in it.
        copy: The article word for word: the reader's own copy, or the text that the case carries; empty if neither.
        others: Texts of other articles, by name.
    """

    case: Case
    copy: str = ""
    others: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is risky or unfair although the case loads.

    Attributes:
        name: Its name, as in accepted.csv.
        severity: must (breaks a rule of the house), should (unfair or risky), hint (worth a look).
        what: What it looks for, in one sentence.
        why: The reason for it, in one sentence, with its source where there is one.
        cure: What to do, in one sentence.
        look: Finds the places.
        needs: What it cannot look without: a copy of the article, or two texts.
    """

    name: str
    severity: Severity
    what: str
    why: str
    cure: str
    look: Callable[[Review], Iterator[Sight]]
    needs: Needs = ""

    def runs(self, review: Review) -> bool:
        """Whether all that it needs is there."""
        texts = len(review.others) + bool(review.copy)
        return {"": True, "copy": bool(review.copy), "texts": bool(review.others) and texts > 1}[self.needs]


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says about one place.

    Attributes:
        rule: Name of the rule.
        severity: How grave it is: must, should or hint.
        fault: Place, finding, expectation and cure.
        why: The reason for the rule, in one sentence.
        table: Name of the table; empty for a text beside the case.
        row: Id of the row; empty for the table as a whole.
        accepted: The written reason for which it may stay; empty if there is none.
    """

    rule: str
    severity: Severity
    fault: Fault
    why: str
    table: str
    row: str
    accepted: str = ""


def remark(rule: Rule, case: Case, sight: Sight, accepted: str = "") -> Remark:
    """Return what a rule says about a place, with its file and line.

    Args:
        rule: The rule.
        case: The case.
        sight: The place.
        accepted: The written reason for which it may stay.
    """
    table, row, *rest = sight
    fault = case.fault(*sight) if table else Fault(row, 0, *rest)
    return Remark(rule.name, rule.severity, fault, rule.why, table, row, accepted)

"""What is risky or unfair in a case although it loads: every rule, every place, and what was accepted."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from whosays.author.accepted import ACCEPTED, Acceptance, read_accepted
from whosays.author.rule import Remark, Review, Rule, Sight, remark
from whosays.author.rules import RULES
from whosays.case.errors import Fault, quoted
from whosays.case.model import Case

_NONE: Mapping[str, str] = {}


def _never(_review: Review) -> Iterator[Sight]:
    yield from ()


STALE = Rule(
    "stale-acceptance",
    "should",
    f"A row of {ACCEPTED} to which no remark belongs any more.",
    "A reason that outlives its remark would hide the next one at the same place.",
    "Remove the row.",
    _never,  # the linter itself sees it, after all other rules
)
ALL_RULES: tuple[Rule, ...] = (*RULES, STALE)
NAMES = tuple(rule.name for rule in ALL_RULES)


def lint(case: Case, copy: str = "", others: Mapping[str, str] = _NONE) -> list[Remark]:
    """Return every remark on a case, those that are accepted included.

    Args:
        case: The case; one that has faults still is looked at as far as it goes.
        copy: The reader's own copy of the article; without it, the text that the case carries is used, and without
            either the rule against copied runs is left out. It is read and not kept.
        others: Texts of other articles by name, to be compared with the copy and with one another.

    Returns:
        Remarks by file, line and column, then in the order of the rules.

    Raises:
        CaseError: The file of accepted remarks has faults.
    """
    review = Review(case, copy or case.text, others)
    accepted = read_accepted(case.folder, NAMES) if case.folder else ()
    reasons = {row.place: row.reason for row in accepted}
    silent = {rule.name for rule in left_out(case, copy, others)}
    found = [
        remark(rule, case, sight, reasons.get((rule.name, sight.table, sight.row, sight.column), ""))
        for rule in RULES
        if rule.name not in silent
        for sight in rule.look(review)
    ]
    met = {(r.rule, r.table, r.row, r.fault.column) for r in found}
    found += [_stale(case, row) for row in accepted if row.place not in met and row.rule not in silent]
    order = {name: number for number, name in enumerate(NAMES)}
    return sorted(found, key=lambda r: (r.fault.file, r.fault.line, r.fault.column, order[r.rule], r.fault.found))


def _stale(case: Case, row: Acceptance) -> Remark:
    place = ", ".join(part for part in (row.table, row.row, row.column) if part)
    found, expected = f"{quoted(row.rule)} accepted for {place or 'the case'}", "a remark that it belongs to"
    file = str(PurePath(case.folder) / ACCEPTED)
    fault = Fault(file, row.line, "rule", found, expected, "Remove the row; the place is mended.")
    return Remark(STALE.name, STALE.severity, fault, STALE.why, "accepted", row.row)


def left_out(case: Case, copy: str = "", others: Mapping[str, str] = _NONE) -> list[Rule]:
    """Return the rules that cannot look, for want of a copy, or of texts to compare; see ``lint``."""
    review = Review(case, copy or case.text, others)
    return [rule for rule in RULES if not rule.runs(review)]


def open_remarks(remarks: list[Remark]) -> list[Remark]:
    """Return the remarks that stand against a case: those that are no hints and have no written reason."""
    return [r for r in remarks if r.severity != "hint" and not r.accepted]

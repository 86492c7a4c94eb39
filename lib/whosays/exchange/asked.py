"""What a draft that was read from another format still asks for: each thing once, however many rows lack it."""

from collections.abc import Iterable
from dataclasses import replace

from whosays.case.errors import CaseError, Fault


def asked(faults: Iterable[Fault]) -> CaseError:
    """Return faults as an error in which those that differ only in their row are one, at the first of these rows.

    Args:
        faults: At least one fault.

    Example:
        >>> blank = [Fault("claims.csv", line, "topic", '""', "a value", "Fill the cell.") for line in (2, 3, 4)]
        >>> print(asked(blank))
        1 fault in the case:
        claims.csv:2: column "topic": found "", expected a value. Fill the cell. The same in 2 more rows.
    """
    rows: dict[Fault, list[Fault]] = {}
    for fault in faults:
        rows.setdefault(replace(fault, line=0), []).append(fault)
    return CaseError(_first(same) for same in rows.values())


def _first(same: list[Fault]) -> Fault:
    first, more = min(same, key=lambda fault: fault.line), len(same) - 1
    told = f" The same in {more:,} more row{'s' if more > 1 else ''}."
    return replace(first, remedy=first.remedy + told) if more else first

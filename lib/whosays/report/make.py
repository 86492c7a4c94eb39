"""Make a report: everything that was asked for is looked at first, and every fault of it told at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whosays.author.accepted import read_accepted
from whosays.author.linter import NAMES as RULES
from whosays.case.errors import CaseError, Fault, UnknownIdError
from whosays.case.load import load
from whosays.case.model import Case
from whosays.report.build import Progress, build
from whosays.report.faults import ReportError
from whosays.report.folder import place_faults, whole_folder
from whosays.report.parameters import Asked, case_faults, general_faults, parameters_for, read_notes
from whosays.report.run import own_notebook, read_notebook


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody orders: a report on a case, in a folder.

    Attributes:
        case: The case as they name it.
        output: The folder; None if they named none.
        asked: Layer, sources, bases and language, as they were typed.
        title: Title of the report.
        authors: Who answers for it.
        notes: File with their notes; empty for none.
        who: Who judged the rows of the case, where the case does not say.
        notebook: A notebook of their own; empty for the one that comes with whosays.
        replace: Whether a report that stands there may be replaced.
    """

    case: str
    output: str | None
    asked: Asked
    title: str = ""
    authors: Sequence[str] = ()
    notes: str = ""
    who: str = ""
    notebook: str = ""
    replace: bool = False


def make(order: Order, progress: Progress) -> dict[str, Any]:
    """Make a report, whole or not at all.

    Args:
        order: What is ordered.
        progress: Told how many steps are done, of how many.

    Returns:
        The record of the report.

    Raises:
        ReportError: It cannot be made; every fault is in it.
        OSError: The place cannot be written; what stood there is untouched.
    """
    faults = [*general_faults(order.asked, order.title, order.authors, order.who)]
    faults += place_faults(order.output, replace=order.replace)
    text, unread = read_notes(order.notes) if order.notes else ("", [])
    faults += unread
    notebook, unusable = _notebook(order.notebook)
    case, unasked, broken = _case(order)
    faults += [*unusable, *unasked]
    if broken or faults or not (case and notebook):
        raise ReportError([*faults, *broken], usage=bool(faults))
    asked = parameters_for(case, order.asked, title=order.title, authors=order.authors, notes=text, who=order.who)
    with whole_folder(str(order.output)) as folder:
        return build(case, asked, notebook, folder, named=order.case, progress=progress)


def _notebook(named: str) -> tuple[tuple[Any, str] | None, list[Fault]]:
    try:
        return read_notebook(Path(named) if named else own_notebook()), []
    except ReportError as error:
        return None, list(error.faults)


def _case(order: Order) -> tuple[Case | None, list[Fault], list[Fault]]:
    """Return the case, what is wrong with the order, and what is wrong with the case itself."""
    try:
        case = load(order.case)
        read_accepted(case.folder, RULES)
    except CaseError as error:
        return None, [], list(error.faults)
    except UnknownIdError as error:
        return None, [Fault(order.case, 0, "", "no such case", "a folder, or the name of a case", str(error))], []
    return case, list(case_faults(case, order.asked)), []

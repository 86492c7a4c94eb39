"""Take one news article apart: each claim, the source behind it, and what has been said against it."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whosays.author.form.form import case_form
    from whosays.case.errors import CaseError, Fault, UnknownIdError
    from whosays.case.load import load, shipped_cases
    from whosays.case.model import Case
    from whosays.case.save import save
    from whosays.casebook import Casebook, open_case
    from whosays.collection import open_cases
    from whosays.pick import PickedCase, pick_case
    from whosays.report import open_report
    from whosays.show.explorer import Explorer
    from whosays.teach.classroom import Classroom, open_class

_WHERE = {
    "Case": "whosays.case.model",
    "CaseError": "whosays.case.errors",
    "Casebook": "whosays.casebook",
    "Classroom": "whosays.teach.classroom",
    "Explorer": "whosays.show.explorer",
    "Fault": "whosays.case.errors",
    "PickedCase": "whosays.pick",
    "UnknownIdError": "whosays.case.errors",
    "case_form": "whosays.author.form.form",
    "load": "whosays.case.load",
    "open_case": "whosays.casebook",
    "open_cases": "whosays.collection",
    "open_class": "whosays.teach.classroom",
    "open_report": "whosays.report",
    "pick_case": "whosays.pick",
    "save": "whosays.case.save",
    "shipped_cases": "whosays.case.load",
}
__all__ = [
    "Case",
    "CaseError",
    "Casebook",
    "Classroom",
    "Explorer",
    "Fault",
    "PickedCase",
    "UnknownIdError",
    "case_form",
    "load",
    "open_case",
    "open_cases",
    "open_class",
    "open_report",
    "pick_case",
    "save",
    "shipped_cases",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that ``import whosays`` costs nothing."""
    if name not in _WHERE:
        msg = f"whosays has no {name!r}; it has {', '.join(__all__)}."
        raise AttributeError(msg)
    return getattr(import_module(_WHERE[name]), name)


def __dir__() -> list[str]:
    """Return the public names."""
    return list(__all__)

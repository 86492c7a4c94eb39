"""A report on a case: what it carries, how it is made, made again, and set beside another one."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from whosays.case.load import load
from whosays.report.parameters import Parameters, as_texts, parameters_for
from whosays.report.report import Report

__all__ = ["Parameters", "Report", "open_report"]


def open_report(  # noqa: PLR0913 - what a report is asked
    case: str | Path,
    *,
    layer: str = "article",
    withdrawn: Iterable[str] = (),
    regraded: Mapping[str, str] | None = None,
    language: str = "en",
    title: str = "",
    authors: Iterable[str] = (),
    notes: str = "",
    who: str = "",
) -> Report:
    """Return a report on a case, section by section; ``notebooks/report.ipynb`` asks for each of them.

    Args:
        case: A folder, or the name of a case that comes with whosays.
        layer: How far to look: article, or beyond.
        withdrawn: Ids of roots that are taken away with all they say.
        regraded: How something is known, in place of what the case has: by the id of a statement one of the words of
            its column ``basis``, by the id of a root a grade from 1 to 4.
        language: Tag of the language of the words, as uk.
        title: Title of the report; without one, it is made from the question of the case.
        authors: Who answers for the report.
        notes: What they want to say themselves, as plain text; never markup.
        who: Who judged the rows of the case, where the case does not say.

    Raises:
        UnknownIdError: There is no such folder or case.
        CaseError: The case has faults; all of them are in the error.
        ReportError: Something that was asked for is not possible; all of it is in the error.

    Example:
        >>> from whosays import open_report
        >>> open_report("practice-pond-2025").section("standing")
        Where each claim stands. 16 claims. Holds: 1, contested: 6, unchallenged: 9.
    """
    read = load(case)
    asked = as_texts(layer, withdrawn, regraded or {}, language)
    return Report(read, parameters_for(read, asked, title=title, authors=authors, notes=notes, who=who))

"""A report, section by section: what the notebook asks of it."""

from collections.abc import Callable

from whosays.case.errors import UnknownIdError
from whosays.case.model import Case
from whosays.report import findings, records
from whosays.report.inquiry import Inquiry
from whosays.report.limits import limits
from whosays.report.parameters import Parameters
from whosays.report.section import Section
from whosays.report.sentences import page as words
from whosays.show.language import speaking

SECTIONS: dict[str, Callable[[Inquiry], Section]] = {
    "case": findings.case,
    "parameters": findings.parameters,
    "notes": findings.notes,
    "standing": findings.standing,
    "limits": limits,
    "roots": findings.roots,
    "answers": findings.answers,
    "linchpins": findings.linchpins,
    "moved": findings.moved,
    "sources": records.sources,
    "documents": records.documents,
    "judgements": records.judgements,
    "corrections": records.corrections,
    "files": records.files,
    "citing": records.citing,
}
FIGURES = ("chain", "intervals", "clocks", "ribbon", "cues")


class Report:
    """A report on a case.

    Attributes:
        parameters: What it was asked for.
        inquiry: The case under these choices.

    Example:
        >>> from whosays import open_report
        >>> open_report("practice-pond-2025", title="Frogs, counted twice")
        practice-pond-2025: Frogs, counted twice
    """

    def __init__(self, case: Case, parameters: Parameters) -> None:
        """Begin a report.

        Args:
            case: A checked case, in its own language.
            parameters: What is asked for, checked against the case.
        """
        self.parameters = parameters
        self.inquiry = Inquiry(case.in_language(parameters.language), parameters)

    def __repr__(self) -> str:
        """Return what the report is about, in one line."""
        with speaking(self.parameters.language):
            return f"{self.inquiry.case.id}: {self.title}"

    @property
    def title(self) -> str:
        """The title that was given, or one made from the question of the case.

        Example:
            >>> from whosays import open_report
            >>> open_report("practice-pond-2025").title
            'Report: What happened to the frogs of Quillstead?'
        """
        with speaking(self.parameters.language):
            return self.parameters.title or words.titled(self.inquiry.case.article.title)

    def section(self, name: str) -> Section:
        """Return one section.

        Args:
            name: One of

                * case: what it is about; parameters: what was chosen, and what that changes; notes: the author's own,
                * standing, roots, answers, linchpins, moved: the answers,
                * chain, intervals, clocks, ribbon, cues: the figures, each with its table and sentence,
                * limits: what the report cannot tell; there is no report without it,
                * sources, documents, judgements, corrections, files, citing: where all of it comes from.

        Raises:
            UnknownIdError: There is no such section.

        Example:
            >>> from whosays import open_report
            >>> open_report("practice-pond-2025").section("answers")
            What is said to each claim. Something is said to 7 claims of 16.
        """
        with speaking(self.parameters.language):
            if name in FIGURES:
                return findings.figure(self.inquiry, name)
            if name not in SECTIONS:
                what = "section of a report"
                raise UnknownIdError(what, name, [*SECTIONS, *FIGURES])
            return SECTIONS[name](self.inquiry)

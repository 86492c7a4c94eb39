"""A case, opened: what a notebook asks of it, in one place."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from whosays.analysis.measure import length
from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework
from whosays.case.load import load
from whosays.case.model import Case, Claim, Layer
from whosays.show.language import ENGLISH, speaking

if TYPE_CHECKING:
    import pandas as pd

    from whosays.analysis.matrix import Matrix
    from whosays.show.card import Card
    from whosays.show.explorer import Explorer
    from whosays.show.figures.chart import Chart
    from whosays.show.told import Told
    from whosays.teach.key import Key


class Casebook:
    """One case with its tables, its sheet, its explorer and its page; each made when it is asked for.

    Attributes:
        case: The case itself, row by row, in that language as far as it gives its words in it.
        language: Tag of the language that all of this speaks.

    Example:
        >>> open_case("kramatorsk-2023")
        kramatorsk-2023: What happened at Kramatorsk? 491 words, 12 paragraphs, 49 statements, 24 claims, 12 sources.
    """

    def __init__(self, case: Case, language: str = ENGLISH) -> None:
        """Open a case that is loaded.

        Args:
            case: A checked case.
            language: Tag of the language to speak, as uk.

        Raises:
            ValueError: There are no words in that language; the message names those there are.
        """
        with speaking(language):  # so that an unknown one is named at once
            self.case, self.language = case.in_language(language), language

    def __repr__(self) -> str:
        """Return the case in one line: its question and what it holds of the article."""
        case, measured = self.case, length(self.case)
        held = {name: sum(r.layer == "article" for r in rows) for name, rows in (
            ("statements", case.statements), ("sources", case.sources))}  # fmt: skip
        claims = sum(c.layer == "article" and c.role == "claim" for c in case.claims)
        return (
            f"{case.id}: {case.article.title} {measured.words} words, {measured.paragraphs} paragraphs, "
            f"{held['statements']} statements, {claims} claims, {held['sources']} sources."
        )

    def claim(self, claim_id: str) -> Claim:
        """Return one claim.

        Args:
            claim_id: Its id, as k01.

        Raises:
            UnknownIdError: There is no such claim; the message names the near ones.
        """
        return self.case.claim(claim_id)

    @property
    def asked(self) -> str:
        """Id of the claim that the first question is about; empty if the case asks nothing."""
        return next((q.claim for q in self.case.questions if q.view == "article"), "")

    @property
    def against(self) -> list[str]:
        """Ids of the roots that speak against the asked claim in the article, in the order of the file."""
        roots = {a.root for a in Framework(Trace(self.case, "article")).standing(self.asked).against}
        return [source.id for source in self.case.sources if source.id in roots]

    def key(self, lesson: int | Literal["quiz"]) -> "Key":
        """Return the teacher's key of a lesson, by its number, or of the quiz; see ``whosays.teach.key``."""
        from whosays.teach.key import key  # noqa: PLC0415 - for teachers only

        with speaking(self.language):
            return key(self.case, None if lesson == "quiz" else lesson)

    def frame(self, name: str, layer: Layer = "article", claim: str = "") -> "pd.DataFrame":
        """Return a table or an answer as a DataFrame; see ``whosays.show.tables.frame``."""
        from whosays.show.tables import frame  # noqa: PLC0415 - pandas loads only when a table is asked for

        with speaking(self.language):
            return frame(self.case, name, layer, claim)

    def figure(self, name: str, layer: Layer = "article", claim: str = "") -> "Chart":
        """Return a figure with its sentence and table; see ``whosays.show.figures.figure``."""
        from whosays.show.figures import figure  # noqa: PLC0415 - plotly loads only when a figure is asked for

        with speaking(self.language):
            return figure(self.case, name, layer, claim)

    def explorer(  # noqa: PLR0913 - what an explorer opens with
        self,
        claim: str = "",
        *,
        layer: Layer = "article",
        guided: bool = True,
        view: str = "",
        without: Iterable[str] = (),
        join: Iterable[Iterable[str]] = (),
        grade: Mapping[str, int] | None = None,
        ratings: Mapping[str, str] | None = None,
        seat: int | None = None,
    ) -> "Explorer":
        """Return the explorer of the case, with what was answered at a seat; see ``whosays.show.explorer.Explorer``.

        Args:
            claim: Id of the claim to open with.
            layer: article or beyond.
            guided: Whether to hold back what the reader should guess first.
            view: Name of the view to open with.
            without: Ids of the sources to take away.
            join: Groups of ids of sources to count as one.
            grade: How sources are read to know, 1 to 4, by id.
            ratings: What the reader chose in the matrix.
            seat: Number of the seat, 0 for none; by default the one in the environment variable WHOSAYS_SEAT.
        """
        from whosays.show.explorer import Explorer  # noqa: PLC0415 - ipywidgets load only when they are shown
        from whosays.teach.desk import keep, seat_number  # noqa: PLC0415 - as above

        number = seat_number(seat)
        shown = Explorer(
            self.case,
            claim=claim,
            layer=layer,
            guided=guided,
            view=view,
            without=without,
            join=join,
            grade=grade,
            ratings=ratings,
            seat=number,
            language=self.language,
        )
        return keep(shown, self.case)

    def ask(self, question: str, *, moment: str = "", seat: int | None = None) -> "Card":
        """Return the card of one question, with what was answered at a seat.

        Args:
            question: Id of a row of ``questions.csv``, as l1b.
            moment: before or after, for a question that is asked twice.
            seat: As in ``explorer``.

        Raises:
            UnknownIdError: There is no such question; the message names the near ones.
        """
        from whosays.show.question import card  # noqa: PLC0415 - not needed to open a case

        with speaking(self.language):
            return self._card(card(self.case, question, moment), seat)

    def quiz(self, moment: str = "", *, feedback: bool = True, seat: int | None = None) -> "Card":
        """Return the quiz: every statement that the reader holds against the text, in a fixed mixed order.

        Args:
            moment: before or after.
            feedback: Whether to say after each answer what the text says.
            seat: As in ``explorer``.

        Raises:
            UnknownIdError: There is no such moment.
        """
        from whosays.show.question import quiz  # noqa: PLC0415 - not needed to open a case

        with speaking(self.language):
            return self._card(quiz(self.case, moment, feedback=feedback), seat)

    def _card(self, content: dict[str, Any], seat: int | None) -> "Card":
        from whosays.show.card import Card  # noqa: PLC0415 - ipywidgets load only when they are shown
        from whosays.teach.desk import keep, seat_number  # noqa: PLC0415 - as above

        return keep(Card(content, seat=seat_number(seat)), self.case)

    def matrix(self, ratings: Mapping[str, str], layer: Layer = "article") -> "Matrix":
        """Return the matrix of explanations with ratings of your own; see ``whosays.analysis.matrix.Matrix``.

        Args:
            ratings: The grade of an item by its id, a rating by the ids of item and hypothesis with a space between;
                ``frame("matrix")`` lists both kinds of ids.
            layer: article or beyond.

        Raises:
            UnknownIdError: A rating names no item or hypothesis, or is not on the scale.

        Example:
            >>> matrix = open_case("kramatorsk-2023").matrix({"p05-3": "high", "p05-3 h01": "very inconsistent"})
            >>> matrix.inconsistency("h01"), matrix.coverage("h01")
            (16, 0.2)
        """
        from whosays.show.matrix import matrix_of  # noqa: PLC0415 - not needed to open a case

        with speaking(self.language):
            return matrix_of(self.case, layer, ratings)

    def knowable(self, claim: str = "") -> "Told":
        """Return what was knowable on the day of print against what came later; see ``whosays.show.knowable``.

        Args:
            claim: Id of a claim; empty for the one that the case asks about.

        Raises:
            UnknownIdError: There is no such claim; the message names the near ones.
        """
        from whosays.show.knowable import knowable  # noqa: PLC0415 - not needed to open a case

        with speaking(self.language):
            return knowable(self.case, claim or self.asked)

    def sheet(self) -> dict[str, Any]:
        """Return every answer about the case; see ``whosays.show.sheet`` for the fields."""
        from whosays.show.sheet import sheet  # noqa: PLC0415 - not needed to open a case

        return sheet(self.case, self.language)

    def page(self, file: str | Path, *, guided: bool = True) -> Path:
        """Write the one-file page of the case; see ``whosays.show.page.write_page``."""
        from whosays.show.page import write_page  # noqa: PLC0415 - not needed to open a case

        return write_page(self.case, file, guided=guided, language=self.language)


def open_case(case: str | Path, language: str = ENGLISH) -> Casebook:
    """Open a case.

    Args:
        case: A folder, or the name of a case that comes with whosays.
        language: Tag of the language to speak, as uk.

    Raises:
        UnknownIdError: There is no such folder or case.
        CaseError: The case has faults; all of them are in the error.
        ValueError: There are no words in that language; the message names those there are.
    """
    return Casebook(load(case), language)

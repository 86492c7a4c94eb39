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
from whosays.show.sentences import casebook as say

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
        >>> from whosays import open_case
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
        with speaking(self.language):
            told = say.held(measured.words, measured.paragraphs, held["statements"], claims, held["sources"])
        return f"{case.id}: {case.article.title} {told}"

    def claim(self, claim_id: str) -> Claim:
        """Return one claim.

        Args:
            claim_id: Its id, as k01.

        Raises:
            UnknownIdError: There is no such claim; the message names the near ones.

        Example:
            >>> from whosays import open_case
            >>> book = open_case("practice-pond-2025")
            >>> book.claim("k01").proposition
            'The parks team moved more than 400 frogs to the mill pond.'
        """
        return self.case.claim(claim_id)

    @property
    def asked(self) -> str:
        """Id of the claim that the first question is about; empty if the case asks nothing.

        Example:
            >>> from whosays import open_case
            >>> book = open_case("practice-pond-2025")
            >>> book.asked
            'k01'
            >>> book.claim(book.asked).question
            'How many frogs were moved?'
        """
        return next((q.claim for q in self.case.questions if q.view == "article"), "")

    @property
    def against(self) -> list[str]:
        """Ids of the roots that speak against the asked claim in the article, in the order of the file.

        Example:
            >>> from whosays import open_case
            >>> book = open_case("practice-pond-2025")
            >>> book.against
            ['s05', 's07', 's08']
            >>> [book.case.source_by_id[root].label for root in book.against]
            ['the pond club', 'the institute', 'the pupil']
        """
        roots = {a.root for a in Framework(Trace(self.case, "article")).standing(self.asked).against}
        return [source.id for source in self.case.sources if source.id in roots]

    def key(self, lesson: int | Literal["quiz"]) -> "Key":
        """Return the teacher's key: what is acceptable, and the wrong turns that are likely.

        Args:
            lesson: Number of a lesson, or quiz for the quiz before and after.

        Example:
            >>> from whosays import open_case
            >>> book = open_case("practice-pond-2025")
            >>> key = book.key(2)
            >>> key.title
            'Key of lesson 2: What happened to the frogs of Quillstead?'
            >>> key.rows[0]
            ('l2a', 'Leave out the general caution. How many roots stand behind the
            answers to the number of frogs?', '3', '', 'Two: a guess that the pupil
            works for the institute. The article does not say so.')
        """
        from whosays.teach.key import key  # noqa: PLC0415 - for teachers only

        with speaking(self.language):
            return key(self.case, None if lesson == "quiz" else lesson)

    def frame(self, name: str, layer: Layer = "article", claim: str = "") -> "pd.DataFrame":
        """Return a table or an answer as a DataFrame with the id as its index.

        Args:
            name: A table of the case, as statements, or an answer, as roots; ``whosays.show.tables.frame`` lists them.
            layer: article for the article alone, beyond for what is known from outside it as well.
            claim: Id of a claim, to have only the rows that it heads; empty for all.

        Raises:
            UnknownIdError: There is no such table or answer; the message names the near ones.

        Example:
            >>> from whosays import open_case
            >>> book = open_case("practice-pond-2025")
            >>> book.frame("roots").loc["k01", ["mentions", "voices", "roots"]].tolist()
            [4, 3, 1]
            >>> book.frame("standing", "beyond").loc["k01", "standing"]
            'answered'
        """
        from whosays.show.tables import frame  # noqa: PLC0415 - pandas loads only when a table is asked for

        with speaking(self.language):
            return frame(self.case, name, layer, claim)

    def figure(self, name: str, layer: Layer = "article", claim: str = "") -> "Chart":
        """Return a figure with its sentence and table.

        Args:
            name: intervals, clocks, ribbon, cues or chain; ``whosays.show.figures.figure`` says what each shows.
            layer: article for the article alone, beyond for what is known from outside it as well.
            claim: Id of a claim, for a figure about one; empty for the one that the case asks about.

        Raises:
            UnknownIdError: There is no such figure, the case has nothing to draw in it, or no such claim in the layer.

        Example:
            >>> from whosays import open_case
            >>> book = open_case("practice-pond-2025")
            >>> book.figure("ribbon")
            The ribbon is the whole article in reading order: the account by the town
            hall takes 116 of 350 words, the answers to it 51, and the first answer
            comes at word 123.
            >>> book.figure("chain", claim="k08").rows[1]
            ('Root', 'Quillstead town hall', 'party to the dispute', 'says so itself')
        """
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

        Example:
            >>> from whosays import open_case
            >>> book = open_case("practice-pond-2025")
            >>> book.explorer("k01", guided=False)
            Explorer of practice-pond-2025, k01, article only: Four mentions of the
            number of frogs go back to one root, the town hall; of four answers, one
            comes from someone who saw it first-hand.
            >>> book.explorer(guided=False, view="whatif", without=["s06"])
            Explorer of practice-pond-2025, what if, article only: Without the
            caretaker, one claim changes its word.
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

        Example:
            >>> from whosays import open_case
            >>> book = open_case("practice-pond-2025")
            >>> book.ask("l2a")
            Leave out the general caution. How many roots stand behind the answers to
            the number of frogs?
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

        Example:
            >>> from whosays import open_case
            >>> book = open_case("practice-pond-2025")
            >>> book.quiz("before")
            14 statements about the article: does each fit its text? Asked before.
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
            >>> from whosays import open_case
            >>> ratings = {"p05-3": "high", "p05-3 h01": "inconsistent", "p05-3 h03": "neutral"}
            >>> matrix = open_case("kramatorsk-2023").matrix(ratings)
            >>> matrix.inconsistency("h01"), matrix.coverage("h01")
            (4, 0.2)
        """
        from whosays.show.matrix import matrix_of  # noqa: PLC0415 - not needed to open a case

        with speaking(self.language):
            return matrix_of(self.case, layer, ratings)

    def knowable(self, claim: str = "") -> "Told":
        """Return what was knowable on the day of print against what came later, day by day.

        Args:
            claim: Id of a claim; empty for the one that the case asks about.

        Raises:
            UnknownIdError: There is no such claim; the message names the near ones.

        Example:
            >>> from whosays import open_case
            >>> book = open_case("practice-pond-2025")
            >>> [(row[0], row[3]) for row in book.knowable().rows[:3]]
            [('the article alone', 'contested'), ('by the end of 9 April 2025, the day
            of print', 'contested'), ('by the end of 11 April 2025', 'answered')]
        """
        from whosays.show.knowable import knowable  # noqa: PLC0415 - not needed to open a case

        with speaking(self.language):
            return knowable(self.case, claim or self.asked)

    def sheet(self) -> dict[str, Any]:
        """Return every answer about the case; see ``whosays.show.sheet`` for the fields.

        Example:
            >>> from whosays import open_case
            >>> book = open_case("practice-pond-2025")
            >>> claim = book.sheet()["layers"]["article"]["claims"]["k01"]
            >>> claim["sentence"]
            'Four mentions of the number of frogs go back to one root, the town hall;
            of four answers, one comes from someone who saw it first-hand.'
            >>> claim["standing"]["word"]
            'contested'
        """
        from whosays.show.sheet import sheet  # noqa: PLC0415 - not needed to open a case

        return sheet(self.case, self.language)

    def page(self, file: str | Path, *, guided: bool = True) -> Path:
        """Write the one-file page of the case, which opens by double click and needs no network.

        Args:
            file: Where to; an older file is replaced.
            guided: Whether to hold back what the reader should guess first.

        Returns:
            The file.

        Raises:
            OSError: The place cannot be written; what stood there is untouched.

        Example:
            >>> from whosays import open_case
            >>> book = open_case("practice-pond-2025")
            >>> file = book.page("pond.html", guided=False)
            >>> file.name, file.read_text(encoding="utf-8")[:15]
            ('pond.html', '<!doctype html>')
        """
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

    Example:
        >>> from whosays import open_case
        >>> open_case("practice-pond-2025")
        practice-pond-2025: What happened to the frogs of Quillstead? 350 words,
        10 paragraphs, 30 statements, 16 claims, 11 sources.
        >>> open_case("practice-pond-2025", language="de").case.article.title
        'Was geschah mit den Fröschen von Quillstead?'
    """
    return Casebook(load(case), language)

"""The key of a lesson or of the quiz: what is acceptable, and the wrong turns that are likely."""

from dataclasses import dataclass

from whosays.analysis.trace import Trace
from whosays.case.model import Case, Question
from whosays.show.sentences import key as say
from whosays.show.sentences.cards import OPTIONS


@dataclass(frozen=True, slots=True)
class Key:
    """A key, for the teacher alone; a notebook shows it as a table, text-only places as lines.

    Attributes:
        title: What it is the key of.
        rows: One row a question: its id, what is asked, the answer, what else is acceptable, and the likely wrong turn.

    Example:
        >>> from whosays import open_case
        >>> book = open_case("practice-pond-2025")
        >>> print(book.key(2).title)
        Key of lesson 2: What happened to the frogs of Quillstead?
        >>> book.key(2).rows[0][2]
        '3'
    """

    title: str
    rows: tuple[tuple[str, ...], ...]

    def __repr__(self) -> str:
        """Return the key as text, a question a line."""
        return "\n".join([self.title, *(" | ".join(row) for row in self.rows)])

    def _repr_markdown_(self) -> str:
        def line(cells: tuple[str, ...]) -> str:
            return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"

        return "\n".join(
            [f"**{self.title}**", "", line(tuple(say.COLUMNS)), "|---" * len(say.COLUMNS) + "|", *map(line, self.rows)]
        )


def key(case: Case, lesson: int | None) -> Key:
    """Return the key of a lesson.

    Args:
        case: A checked case.
        lesson: Number of the lesson; None for the quiz before and after.

    Returns:
        The questions of the lesson in the order of the file; none if the case has none.
    """
    asked = [q for q in case.questions if (q.view == "quiz" if lesson is None else q.lesson == lesson)]
    rows = tuple((q.id, q.prompt, answer(case, q), acceptable(q), q.wrong_turn) for q in asked)
    return Key(say.title(lesson, case.article.title), rows)


def answer(case: Case, question: Question) -> str:
    """Return the answer of the key: as written, or worked out where roots are counted."""
    if question.kind == "count roots":
        trace = Trace(case, question.layer)
        return str(len(trace.roots(m.head for m in trace.mentions(question.claim))))
    return OPTIONS.get(question.answer, question.answer) or say.judgement()


def acceptable(question: Question) -> str:
    """Return what else is acceptable, in words."""
    return say.span(*map(str, question.bounds)) if question.bounds else question.range

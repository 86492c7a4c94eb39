"""Questions on paper: with a place to answer for the student, with the key for the teacher."""

from collections.abc import Iterable, Sequence
from typing import Any

from whosays.case.model import Question
from whosays.show.paper.build import Html, box, circles, el, joined, ruled, section, table
from whosays.show.sentences import LABELS
from whosays.show.sentences import paper as say
from whosays.show.sentences.cards import OPTIONS

GUESSED = ("count roots", "number")
REPORTS = 6  # the lesson that ends with a report
WORDS = (3, 5)  # lessons that begin with a word for the claim
Data = dict[str, Any]


def asked(data: Data) -> str:
    """Return the id of the claim that a case asks about; the first with an answer, if it asks nothing.

    Empty if the article states no claim to ask about.
    """
    if data["first_question"]:
        return data["first_question"]["claim"]
    claims = data["layers"]["article"]["claims"]
    listed = [id_ for topic in data["layers"]["article"]["topics"] for id_ in topic["claims"]]
    return next((id_ for id_ in listed if claims[id_]["answers"]), listed[0] if listed else "")


def opening(data: Data, lesson: int, questions: Sequence[Question]) -> Question | str:
    """Return what a lesson begins with: the first question of its bank if that is a guess, or one that fits any case.

    Where the lesson is about roots, only a guess about roots will do.
    """
    kinds = GUESSED if say.guess(lesson) else GUESSED[:1]
    first = data["first_question"]
    if questions and questions[0].kind in kinds:
        return questions[0]
    return say.guess(lesson) or (first["prompt"] if first else LABELS["first_question"])


def options(data: Data, question: Question) -> list[str]:
    """Return what can be chosen."""
    if question.kind != "choose answer":
        return [OPTIONS.get(choice, choice) for choice in question.choices]
    claim = data["layers"][question.layer]["claims"].get(question.claim)
    return [*(claim["ask"]["options_text"] if claim else ()), LABELS["question_unsure"]]


def item(data: Data, question: Question) -> Html:
    """Return a question with a place to answer; nothing of its key."""
    if question.kind == "write":
        return box(question.prompt, ruled(3))
    if question.kind in GUESSED:
        return box(question.prompt, circles(say.WORDS["guess"], [LABELS["guess_unsure"]]))
    return box(question.prompt, circles(say.WORDS["circle"], options(data, question)), why())


def guess(data: Data, prompt: str, lesson: int) -> Html:
    """Return what a lesson begins with where the item bank has nothing: a word to circle, or a place to write."""
    if lesson in WORDS:
        return box(prompt, circles(say.WORDS["circle"], [s["word_text"] for s in data["standings"]["words"]]))
    return box(prompt, circles(say.WORDS["guess"], [LABELS["guess_unsure"]]))


def items(data: Data, questions: Iterable[Question]) -> Html:
    """Return the questions of a lesson as a section; nothing if there are none."""
    found = [item(data, q) for q in questions]
    return section(say.WORDS["questions"], *found) if found else Html("")


def why() -> Html:
    """Return one line for a reason."""
    return el("div", el("span", say.WORDS["why"]), ruled(1), kind="reason")


def ending(lesson: int, questions: Iterable[Question]) -> Html:
    """Return what every lesson ends with; where a question or a report asks for a reason, not one more of it."""
    reasoned = lesson == REPORTS or any(q.kind == "write" for q in questions)
    accounts = list(zip(say.ACCOUNTS, say.LINES, strict=True))[1 if reasoned else 0 :]
    return section(say.WORDS["last"], *(box(prompt, ruled(lines)) for prompt, lines in accounts))


def key(data: Data, question: Question) -> Html:
    """Return a question with all that the teacher should know about it."""
    rows = [(say.WORDS["answer"], _answer(data, question)), (say.WORDS["range"], say.acceptable(question.range))]
    rows += [(say.WORDS["turn"], question.wrong_turn), (say.WORDS["feedback"], question.feedback)]
    return answered(question.prompt, rows)


def answered(prompt: str, rows: Iterable[tuple[str, str]]) -> Html:
    """Return a question with the rows of its key; empty ones are left out."""
    shown = joined(el("tr", el("th", name), el("td", text)) for name, text in rows if text)
    return el("div", el("p", prompt, kind="prompt"), el("table", el("tbody", shown), kind="terms"), kind="box")


def _answer(data: Data, question: Question) -> str:
    if question.kind == "count roots":
        claim = data["layers"][question.layer]["claims"].get(question.claim)
        return roots(data, claim) if claim else ""
    return OPTIONS.get(question.answer, question.answer) or say.WORDS["judgement"]


def roots(data: Data, claim: Data) -> str:
    """Return how many roots a claim has, and which."""
    return say.roots(claim["roots_shown"], [data["sources"][id_]["name"] for id_ in claim["roots"]])


def rubric() -> Html:
    """Return the four levels for a written reason."""
    levels = table(("", ""), zip(say.LEVELS, say.LEVEL_RULES, strict=True), (18, 82))
    return section(say.WORDS["rubric"], el("p", say.WORDS["rubric_note"]), levels, kind="whole rubric")

"""What can be chosen as an answer: kept by the same id in every language, read in the one that is spoken."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from whosays.case.model import Case, Question
from whosays.show.ask import ask
from whosays.show.language import LANGUAGES, speaking, spoken
from whosays.show.matrix import LETTERS
from whosays.show.sentences import ANSWERS, STANDING_WORDS
from whosays.show.sentences import matrix as matrix_words
from whosays.show.sentences import space as space_words
from whosays.show.sentences.cards import OPTIONS
from whosays.teach.answers import Answer, Answers


class Choices:
    """The choices of a case, item by item.

    Attributes:
        case: The case; None for one that is not known here, so that only what any explorer asks can be read.
    """

    def __init__(self, case: Case | None) -> None:
        """Hold a case; its words are looked up when they are asked for."""
        self.case = case
        self._words: dict[tuple[str, str], Mapping[str, str]] = {}
        self._ids: dict[str, Mapping[str, str]] = {}
        self._questions: dict[str, Mapping[str, Mapping[str, str]]] = {}

    def text(self, item: str, value: str) -> str:
        """Return what is read of a value, in the language that is spoken; the value itself if it is no choice.

        Args:
            item: What was asked; see ``Answer``.
            value: What was kept.
        """
        return self._read(item, spoken()).get(value, value)

    def order(self, item: str) -> Sequence[str]:
        """Return the options that a question of the case names, in order, as they are kept; none for other items."""
        row = next((row for row in self.case.questions if row.id == item), None) if self.case else None
        return self.case.kept(row) if self.case and row else ()

    def understood(self, answers: Answers) -> Answers:
        """Return answers with the id of each choice, where an earlier version kept what was read in its language.

        A text that means two things, by the language it is read in, stays as it is; so does one that is no choice.
        """
        return Answers(answers.case, answers.seat, tuple(map(self._understood, answers.answers)))

    def _understood(self, answer: Answer) -> Answer:
        if not answer.value or answer.value in self._read(answer.item, spoken()):
            return answer
        if answer.item not in self._ids:
            self._ids[answer.item] = self._texts(answer.item)
        return replace(answer, value=self._ids[answer.item].get(answer.value, answer.value))

    def _texts(self, item: str) -> Mapping[str, str]:
        """Return the id of every text that stands for one choice in any language."""
        found: dict[str, set[str]] = defaultdict(set)
        for language in LANGUAGES:
            for kept, text in self._read(item, language).items():
                found[text].add(kept)
        return {text: ids.pop() for text, ids in found.items() if len(ids) == 1}

    def _read(self, item: str, language: str) -> Mapping[str, str]:
        if (item, language) not in self._words:
            with speaking(language):
                self._words[item, language] = dict(self._choices(item))
        return self._words[item, language]

    def _choices(self, item: str) -> Mapping[str, str]:
        """Return what is read of each choice by what is kept of it."""
        if item in self._asked():
            return self._asked()[item]
        what, _, rest = item.partition(" ")
        if what == "standing":
            return STANDING_WORDS
        if what == "rating":
            return matrix_words.SCALE if " " in rest else matrix_words.GRADES
        return _lines() if what == "line" else {}

    def _asked(self) -> Mapping[str, Mapping[str, str]]:
        """Return the choices of every question of the case in the language that is spoken, by its id."""
        if spoken() not in self._questions:
            case = self.case and self.case.in_language(spoken())
            self._questions[spoken()] = {row.id: _options(case, row) for row in case.questions} if case else {}
        return self._questions[spoken()]


def _options(case: Case, question: Question) -> Mapping[str, str]:
    if question.kind == "choose answer":
        return _lines()
    return dict(zip(case.kept(question), (OPTIONS.get(text, text) for text in question.choices), strict=True))


def _lines() -> Mapping[str, str]:
    """Return what can be chosen beside a line: answers to a claim, and what the views of space and matrix ask."""
    found = ask("", lambda: [*ANSWERS.values(), *space_words.OPTIONS, *map(matrix_words.option, LETTERS)])
    return dict(zip(found["options"], found["options_text"], strict=True))

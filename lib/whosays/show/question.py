"""The content of a question card: what is asked, what can be answered, and what is said once it is answered.

A card is JSON: ``case``, ``language``, ``direction``, ``labels``, ``title``, ``sentence`` (also its repr), ``moment``,
``quiz`` (whether a choice commits at once) and ``items``. An item has ``id``, ``prompt``, ``kind`` (number, choice or
line), ``options`` and ``options_text`` (what is kept, and what is read), ``reveal`` (what is said after the answer),
and ``least`` and ``most`` of its stepper.
"""

from collections.abc import Sequence
from typing import Any
from zlib import crc32

from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework
from whosays.case.errors import UnknownIdError
from whosays.case.model import Case, Question
from whosays.show.entry import entry
from whosays.show.language import direction, spoken
from whosays.show.sentences import answers as answers_words
from whosays.show.sentences import cards as say

MOMENTS = ("", "before", "after")
KINDS = {"count roots": "number", "number": "number", "write": "line"}
MOST = 9999


def card(case: Case, question_id: str, moment: str = "") -> dict[str, Any]:
    """Return the card of one question; what is asked before reveals nothing, or it would answer what is asked after.

    Args:
        case: A checked case.
        question_id: Id of a row of ``questions.csv``.
        moment: before or after, for a question that is asked twice; else empty.

    Raises:
        UnknownIdError: There is no such question or moment; the message names the near ones.
    """
    known = {row.id: row for row in case.questions}
    if question_id not in known:
        what = f"question in {case.id}"
        raise UnknownIdError(what, question_id, known)
    row = known[question_id]
    made = _card(case, [row], moment, sentence=row.prompt, title=say.LABELS["card_title"])
    return _silent(made) if moment == "before" else made


def quiz(case: Case, moment: str = "", *, feedback: bool = True) -> dict[str, Any]:
    """Return the card of all statements that the reader holds against the text, mixed by a fixed rule.

    Args:
        case: A checked case.
        moment: before or after; another order each time, always the same one.
        feedback: Whether to say after each answer what the text says.

    Raises:
        UnknownIdError: There is no such moment.
    """
    _known(moment)
    asked = [row for row in case.questions if row.kind == "fits the text"]
    rows = sorted(asked, key=lambda row: crc32(f"{moment} {row.id}".encode()))
    sentence = say.quiz(len(rows), moment)
    made = _card(case, rows, moment, sentence=sentence, title=say.LABELS["quiz_title"])
    return {**(made if feedback else _silent(made)), "quiz": True}


def _known(moment: str) -> None:
    if moment not in MOMENTS:
        what = "moment"
        raise UnknownIdError(what, moment, MOMENTS[1:])


def _silent(made: dict[str, Any]) -> dict[str, Any]:
    return {**made, "items": [{**item, "reveal": ""} for item in made["items"]]}


def _card(case: Case, rows: Sequence[Question], moment: str, *, sentence: str, title: str) -> dict[str, Any]:
    _known(moment)
    return {
        "case": case.id,
        "language": spoken(),
        "direction": direction(spoken()),
        "labels": {**say.LABELS, **answers_words.LABELS},
        "title": title,
        "sentence": sentence,
        "moment": moment,
        "quiz": False,
        "items": [_item(case, row) for row in rows],
    }


def _item(case: Case, row: Question) -> dict[str, Any]:
    about = _about(case, row) if row.kind in {"count roots", "choose answer"} else {}
    answer = about["roots_shown"] if row.kind == "count roots" else say.key(row.answer)
    if row.kind == "choose answer":
        options, texts = about["ask"]["options"], about["ask"]["options_text"]
    else:
        options, texts = list(case.kept(row)), [say.OPTIONS.get(option, option) for option in row.choices]
    span = say.full(row.range) if row.kind == "write" else say.acceptable(row.range, row.bounds)
    return {
        "id": row.id,
        "prompt": row.prompt,
        "kind": KINDS.get(row.kind, "choice"),
        "options": options,
        "options_text": texts,
        "reveal": say.revealed((answer, span, row.feedback)),
        "least": 0,
        "most": MOST,
    }


def _about(case: Case, row: Question) -> dict[str, Any]:
    framework = Framework(Trace(case, row.layer))
    return entry(framework, case.claim(row.claim), 1, 1)

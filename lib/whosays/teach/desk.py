"""A reader's desk: what is answered in a widget is kept without anyone doing anything, and is there again later."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar, cast

from whosays.case.errors import Fault, quoted
from whosays.case.model import Case
from whosays.show.card import Card
from whosays.show.explorer import Explorer
from whosays.show.language import speaking
from whosays.show.sentences import answers as say
from whosays.show.sentences import cards as cards_say
from whosays.teach.answers import LAST_SEAT, Answers, from_rows, rows_of
from whosays.teach.choice import Choices
from whosays.teach.keep import FOLDER, delete, lasts, put, read
from whosays.teach.quiz import discern

SEAT = "WHOSAYS_SEAT"
Widget = TypeVar("Widget", Explorer, Card)


def seat_number(seat: int | None = None) -> int:
    """Return the number of a seat.

    Args:
        seat: The number; if none is given, the one in the environment variable WHOSAYS_SEAT, else 0 for no seat.

    Raises:
        ValueError: That is no seat; the message says what one is.
    """
    given = os.environ.get(SEAT, "0") if seat is None else str(seat)
    if not (given.isascii() and given.isdigit() and int(given) <= LAST_SEAT):
        fault = Fault(SEAT if seat is None else "seat", 0, "", quoted(given), f"a number from 0 to {LAST_SEAT}",
                      "Seats have numbers, not names.")  # fmt: skip
        raise ValueError(str(fault))
    return int(given)


def keep(widget: Widget, case: Case, folder: str | Path = FOLDER) -> Widget:  # noqa: C901 - two listeners of one widget
    """Bring back what was answered at a seat, and keep what is answered from now on.

    Nothing is written until the reader answers something. What is shown as text does not depend on it.

    Args:
        widget: An explorer or a card, which knows its seat.
        case: The case it is about.
        folder: Where answers are kept.

    Returns:
        The widget.
    """
    unsaved: list[Sequence[str | None]] = []  # what a full disk did not take, until it does
    sent: list[bool] = []  # not empty while rows that are kept already are shown to Python
    place = Path(folder).resolve()  # so that a change of the working directory does not scatter the answers
    lasting = lasts(place)  # if not, the page never lets go of what is answered, and sends it to the next Python

    def shown(rows: Sequence[Sequence[str | None]]) -> None:
        if isinstance(widget, Card) and widget.content["quiz"]:
            with speaking(widget.language):
                widget.result = _result(case, rows, widget.content)

    def take(rows: Sequence[Sequence[str | None]]) -> None:
        unsaved.extend(rows)
        try:
            with speaking(widget.language):
                _, said = put(case.id, widget.seat, from_rows(unsaved), place)
                widget.notice = said if lasting else say.in_browser()
            unsaved.clear()
        except OSError as error:
            with speaking(widget.language):
                widget.notice = say.trouble(error.strerror or type(error).__name__)

    def answered(change: dict[str, Any]) -> None:
        new = [row for row in change["new"] if row not in change["old"]]
        if new and not sent:
            take(new)
        shown(change["new"])

    def told(_widget: object, content: dict[str, Any], _buffers: object) -> None:
        if content.get("type") == "delete":
            unsaved.clear()
            delete(case.id, widget.seat, place)
            widget.answers = []
        elif content.get("type") == "answers":
            held = cast("list[list[str | None]]", widget.answers)
            before = Answers(case.id, widget.seat, from_rows(held))
            after = rows_of(before.with_(from_rows(content["rows"])))
            take(content["rows"])  # whatever this widget holds: another one may have answered otherwise meanwhile
            sent.append(True)
            widget.answers = after
            sent.clear()
            if not unsaved and lasting:
                widget.send({"type": "kept", "rows": content["rows"]})  # the page may let go of them

    with speaking(widget.language):
        found, said = read(case.id, widget.seat, place)
        widget.notice = said if lasting else say.in_browser()
        widget.answers = rows_of(Choices(case).understood(found))
    shown(widget.answers)
    if isinstance(widget, Explorer):
        widget.kept = True
    widget.observe(answered, "answers")
    widget.on_msg(told)
    return widget


def _result(case: Case, rows: Sequence[Sequence[str | None]], content: dict[str, Any]) -> str:
    """Return what came of the quiz once every statement has an answer; nothing before."""
    answers, moment = from_rows(rows), content["moment"]
    if not {item["id"] for item in content["items"]} <= {a.item for a in answers if a.moment == moment}:
        return ""
    found = discern(case, answers, moment)
    return cards_say.spread(found.hits, found.fit, found.alarms, found.other, found.unsure)

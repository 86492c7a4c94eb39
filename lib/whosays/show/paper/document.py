"""One paper as a self-contained HTML document that prints well: no script, nothing fetched."""

from pathlib import Path
from typing import Any

from whosays.case.model import Question
from whosays.show.language import speaking
from whosays.show.paper import key as keys
from whosays.show.paper.build import Html, el, joined
from whosays.show.paper.card import addresses
from whosays.show.paper.question import answered, asked, ending, guess, item, items, key, opening, rubric
from whosays.show.paper.student import SHEETS
from whosays.show.sentences import LABELS
from whosays.show.sentences import paper as say

LESSONS = range(len(SHEETS))
SIZES = ("A4", "Letter")
CSS = Path(__file__).parent / "paper.css"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"
OUTSIDE = 5  # the lesson that leaves the page

Data = dict[str, Any]


def paper(data: Data, questions: tuple[Question, ...], lesson: int, *, teacher: bool = False, size: str = "A4") -> str:
    """Return a paper as HTML, in the language of the sheet.

    Args:
        data: The sheet of a case.
        questions: The questions of the case; those of other lessons are left out.
        lesson: 0 to 6.
        teacher: The teacher's key in place of the student's sheet.
        size: A4 or Letter.
    """
    with speaking(data["language"]):
        return _paper(data, tuple(q for q in questions if q.lesson == lesson), lesson, size, teacher=teacher)


def _paper(data: Data, own: tuple[Question, ...], lesson: int, size: str, *, teacher: bool) -> str:
    written = _key if teacher else _student
    body = written(data, own, lesson) if asked(data) else _nothing(data, lesson, teacher=teacher)
    known = data["article"]["known"]["beyond" if lesson == OUTSIDE else "article"]
    style = CSS.read_text(encoding="utf-8") + _page(data["article"]["title"], lesson, known, size, teacher=teacher)
    head = [
        Html('<meta charset="utf-8">'),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'),
        el("title", say.running(data["article"]["title"], lesson)),
        Html(f"<style>\n{style}</style>"),
    ]
    opened = f'<html lang="{data["language"]}" dir="{data["direction"]}">'
    return f"<!doctype html>\n{opened}{el('head', *head)}{el('body', el('main', body))}</html>\n"


def _student(data: Data, own: tuple[Question, ...], lesson: int) -> Html:
    first = opening(data, lesson, own)
    begins = guess(data, first, lesson) if isinstance(first, str) else item(data, first)
    rest = items(data, [q for q in own if q is not first])
    last = addresses(data) if lesson == OUTSIDE else ""
    return joined(
        [_head(data, lesson, say.WORDS["seat"]), begins, SHEETS[lesson](data), rest, ending(lesson, own), last]
    )


def _key(data: Data, own: tuple[Question, ...], lesson: int) -> Html:
    first = opening(data, lesson, own)
    opened: list[Html] = []
    if isinstance(first, str):
        rows = [(say.WORDS["answer"], keys.first(data, lesson)), (say.WORDS["range"], say.ACCEPTABLE[lesson])]
        opened = [answered(first, [*rows, (say.WORDS["turn"], say.WRONG_TURNS[lesson])])]
    told = [*opened, *(key(data, q) for q in own)]
    note = el("p", say.WORDS["next_case"], kind="small")
    last = addresses(data) if lesson == OUTSIDE else ""
    return joined([_head(data, lesson, say.WORDS["key"]), note, *told, keys.KEYS[lesson](data), rubric(), last])


def _nothing(data: Data, lesson: int, *, teacher: bool) -> Html:
    return joined(
        [_head(data, lesson, say.WORDS["key"] if teacher else say.WORDS["seat"]), el("p", say.WORDS["nothing_stated"])]
    )


def _head(data: Data, lesson: int, who: str) -> Html:
    article = data["article"]
    away = article["address"]  # an article that is not ours to show has an address, and may be too close to someone
    care = [article["content_note"], *([say.WORDS["other_sheet"]] if away and who == say.WORDS["seat"] else [])]
    note = [el("p", f"{LABELS['before_title']}. {' '.join(care)}", kind="note")] if article["content_note"] else []
    read = [el("p", f"{say.WORDS['read_first']} {away}", kind="facts")] if away else []
    top = el("p", el("span", article["title"]), el("span", who), kind="top")
    return el("header", top, el("h1", say.title(lesson)), el("p", article["facts"], kind="facts"), *read, *note)


def _page(question: str, lesson: int, known: str, size: str, *, teacher: bool) -> str:
    """Return the rules of every sheet: size, and what stands at its head and foot."""
    before, of = say.page_of()
    corners = {
        "top-left": _text(say.running(question, lesson)),
        "top-right": _text(say.WORDS["key"] if teacher else say.WORDS["seat"]),
        "bottom-left": _text(known),
        "bottom-right": f"{_text(before)} counter(page) {_text(of)} counter(pages)",
    }
    boxes = " ".join(
        f"@{corner} {{ content: {content}; white-space: {_wrap(corner)}; }}" for corner, content in corners.items()
    )
    first = " ".join(f"@{corner} {{ content: none; }}" for corner in corners if corner.startswith("top"))
    return f"@page {{ size: {size}; {boxes} }}\n@page :first {{ {first} }}\n"


def _wrap(corner: str) -> str:
    return "normal" if corner.endswith("left") else "nowrap"


def _text(text: str) -> str:
    """Return a text as a string of CSS in which no letter can end the string, or the style it stands in."""
    safe = (c if c.isascii() and (c.isalnum() or c == " ") else f"\\{ord(c):x} " for c in text)
    return f'"{"".join(safe)}"'

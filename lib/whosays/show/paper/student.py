"""The student's sheet of each lesson: what to look at, blanks to fill in, and no answer."""

from collections.abc import Callable
from typing import Any

from whosays.case.model import ASPECTS
from whosays.show.paper.build import (
    Html,
    bullets,
    el,
    joined,
    ruled,
    section,
    signed,
    stations,
    table,
    tracks,
    words,
)
from whosays.show.paper.card import cards, drawn
from whosays.show.paper.question import asked
from whosays.show.sentences import LABELS, MARKS
from whosays.show.sentences import paper as say

Data = dict[str, Any]
TRACKS = 5  # one line more than most articles need, so that their number tells nothing
STATIONS = 4  # places on an empty path, for the same reason


def look(data: Data) -> Html:
    """Return lesson 0: the article with its marks, and the path of its first question."""
    rows = [
        (row["label"], row["words"], row.get("text", row["gist"]), joined(signed(m["mark"], "") for m in row["marks"]))
        for row in data["rows"]
    ]
    columns = say.passages(say.LOOK_COLUMNS, printed="text" in data["rows"][0])
    seen = section(say.WORDS["passages"], el("p", say.TASKS[0]), table(columns, rows, (10, 10, 58, 22)), marks())
    return joined([seen, claim(data), mentions(data), path()])


def whose(data: Data) -> Html:
    """Return lesson 1: the passages, with blanks for who speaks and for the mark."""
    rows = [(p["label"], str(p["words"]), p.get("text", p["gist"]), "", "") for p in data["passages"]]
    columns = say.passages(say.PASSAGE_COLUMNS, printed="text" in data["passages"][0])
    cells = table(columns, rows, (13, 7, 45, 25, 10), blank=True)
    return joined([marks(), section(say.WORDS["passages"], el("p", say.TASKS[1]), cells)])


def sources(data: Data) -> Html:
    """Return lesson 2: the mentions of the asked claim, and an empty path."""
    return joined([claim(data), mentions(data), path()])


def meets(data: Data) -> Html:
    """Return lesson 3: the claim, its answers with blank cells for what they meet, and the words to circle."""
    entry = data["layers"]["article"]["claims"][asked(data)]
    aspects = [a for a in ASPECTS if any(a in answer["meets"] for answer in entry["answers"])]
    narrow = 9
    heads = [*say.ANSWER_COLUMNS, *map(say.aspect, aspects)]
    widths = [18, 64 - narrow * len(aspects), 18, *(narrow for _ in aspects)]
    rows = [
        [el("strong", a["by_name"]), el("span", f"{a['label']}: {_said(data, a)}"), "", *("" for _ in aspects)]
        for a in entry["answers"]
    ]
    key = el("p", *(signed(how, LABELS[f"match_{how.replace(' ', '_')}"]) for how in MATCHED), kind="signs")
    shown = table(heads, rows, widths, blank=True) if rows else el("p", LABELS["answers_none"])
    return joined(
        [
            claim(data),
            section(say.WORDS["answers"], el("p", say.TASKS[3]), key, shown),
            standings(data, say.WORDS["words"]),
        ]
    )


def _said(data: Data, answer: Data) -> str:
    """Return what an answer says by itself; our comment on how far it meets the claim is the key's."""
    return " ".join(data["statements"][s]["line"] for s in answer["statements"] if s in data["statements"])


MATCHED = ("meets", "partly", "does not")


def numbers(data: Data) -> Html:
    """Return lesson 4: every figure with blanks for its ends, lines to mark them on, and the clocks."""
    view = data["layers"]["article"]["numbers"]
    if not view:
        return Html("")
    rows = [[*row[:6], "", ""] for row in view["table"]["rows"]]
    figures = table(say.FIGURE_COLUMNS, rows, (14, 17, 13, 12, 15, 11, 9, 9), blank=True)
    ticks, texts = view["axis"]["ticks"], view["axis"]["ticks_text"]
    parts = [section(say.WORDS["figures"], el("p", say.TASKS[4]), figures, kind="close")] if rows else []
    parts += [section(say.WORDS["axis"], tracks(ticks, texts, TRACKS), kind="whole")] if ticks[-1] else []
    dates = [(title, line, "", "") for title, line, _ in drawn(data)]
    parts += (
        [section(say.WORDS["clocks"], table(say.CLOCK_COLUMNS, dates, (13, 55, 16, 16), blank=True), kind="close")]
        if dates
        else []
    )
    return joined(parts)


def leave(data: Data) -> Html:
    """Return lesson 5: a word by the article alone, the cards from outside, and a word after them."""
    chosen = cards(data)
    found = el("ul", *(_card(card) for card in chosen), kind="cards") if chosen else el("p", say.WORDS["cards_none"])
    return joined(
        [
            claim(data),
            section(say.WORDS["cards"], el("p", say.TASKS[5]), found),
            standings(data, say.WORDS["after"]),
        ]
    )


def _card(card: Data) -> Html:
    return el(
        "li",
        el("p", el("strong", card["label"]), " ", card["word"], kind="where"),
        el("p", card["gist"]),
        el("p", f"{card['by_name']}. {card['basis_text']}.", kind="small"),
    )


def falls(data: Data) -> Html:
    """Return lesson 6: sources to take away, the claims whose word may change, the matrix, a short report."""
    view, claims = data["layers"]["article"]["whatif"], data["layers"]["article"]["claims"]
    boxes = el("ul", *(el("li", el("b"), el("span", root["name"])) for root in view["roots"]), kind="ticks")
    rows = [(claims[id_]["question"], *_sides(data, claims[id_]), "", "") for id_ in view["claims"]]
    changes = table(say.CHANGE_COLUMNS, rows, (29, 25, 22, 12, 12), blank=True)
    return joined(
        [
            section(say.WORDS["sources"], el("p", say.TASKS[6]), el("p", say.WORDS["gone"], kind="lead"), boxes),
            section(say.WORDS["changes"], changes, kind="close"),
            _matrix(data),
            section(
                say.WORDS["short_report"],
                *(el("div", el("p", line, kind="why"), ruled(1)) for line in say.REPORT),
                kind="whole",
            ),
        ]
    )


def _sides(data: Data, entry: Data) -> tuple[str, str]:
    """Return who states a claim, and who answers it."""
    names = {id_: source["name"] for id_, source in data["sources"].items()}
    stated = [names[id_] for id_ in entry["roots"]]
    answered = dict.fromkeys(names.get(a["root"], a["by_name"]) for a in entry["answers"] if a["role"] == "answer")
    return "; ".join(stated), "; ".join(answered)


def _matrix(data: Data) -> Html:
    """Return the matrix of explanations to fill in; nothing if the case has none."""
    view = data["layers"]["article"].get("matrix")
    if not view:
        return Html("")
    letters = [h["letter"] for h in view["hypotheses"]]
    told = bullets(f"{h['letter']}: {h['text']}" for h in view["hypotheses"])
    rows = [[f"{item['who']}: {item['text']}", item["where"], "", *("" for _ in letters)] for item in view["items"]]
    widths = (48, 14, 10, *(28 // len(letters) for _ in letters))
    cells = table((*say.MATRIX_COLUMNS, *letters), rows, widths, blank=True)
    return section(say.WORDS["matrix"], told, el("p", data["labels"]["matrix_pencil"], kind="small"), cells)


def claim(data: Data) -> Html:
    """Return the asked claim, under its question."""
    entry = data["layers"]["article"]["claims"][asked(data)]
    return el("p", say.claim(entry["question"], entry["proposition"]), kind="claim")


def marks() -> Html:
    """Return the key of the marks."""
    return el(
        "p", el("strong", say.WORDS["marks"]), *(signed(mark, text) for mark, text in MARKS.items()), kind="signs"
    )


def mentions(data: Data) -> Html:
    """Return where the asked claim is stated, with a blank for who says it."""
    entry = data["layers"]["article"]["claims"][asked(data)]
    rows = [(m["label"], m["cue"], m["form"], m["gist"], "") for m in entry["mentions"]]
    return section(say.WORDS["mentions"], table(say.MENTION_COLUMNS, rows, (12, 11, 22, 35, 20), blank=True))


def path() -> Html:
    """Return two empty paths, and a place for what they come to."""
    empty = stations(LABELS["evidence"], LABELS["page_article"], STATIONS)
    more = el("p", say.WORDS["path_more"], kind="small")
    return section(
        say.WORDS["path"], el("p", say.TASKS[2]), empty, more, empty, el("p", say.WORDS["my_count"]), kind="whole"
    )


def standings(data: Data, title: str) -> Html:
    """Return the words that a claim can get, to circle."""
    return section(title, words(data["standings"]["words"]), kind="whole")


SHEETS: tuple[Callable[[Data], Html], ...] = (look, whose, sources, meets, numbers, leave, falls)

"""The teacher's key of each lesson: the computed answers, what else is good, and likely wrong turns."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from whosays.show.paper.build import Html, bullets, el, joined, section, signed, table
from whosays.show.paper.card import cards, drawn
from whosays.show.paper.question import WORDS, answered, asked, roots
from whosays.show.paper.student import claim
from whosays.show.sentences import LABELS
from whosays.show.sentences import bench as bench_words
from whosays.show.sentences import clocks as clock_words
from whosays.show.sentences import paper as say
from whosays.show.sentences.entry import meets as meeting

Data = dict[str, Any]


def whose(data: Data) -> Html:
    """Return who speaks in each statement of the article, with the mark."""
    rows = [
        (where, who, signed(name, mark), verb, gist)
        for (where, _, _, who, mark, verb, gist), name in zip(
            data["layers"]["article"]["table"]["rows"], _marks(data), strict=True
        )
    ]
    return section(say.WORDS["passages"], table(say.PASSAGE_KEY_COLUMNS, rows, (14, 19, 19, 11, 37)), kind="close")


def _marks(data: Data) -> list[str]:
    return [mark["mark"] for row in data["rows"] for mark in row["marks"]]


def sources(data: Data) -> Html:
    """Return the mentions of the asked claim, its path, its roots, and what a second look at the path finds."""
    entry = _asked(data)
    rows = [(m["label"], m["cue"], m["by_name"], m["basis_text"], m["gist"]) for m in entry["mentions"]]
    path = [(str(n), s["title"], s["text"], s["how"]) for n, s in enumerate(entry["path"]["stations"], 1)]
    notes = [
        roots(data, entry),
        entry["path"]["note"],
        *entry["path"]["also"],
        *(note["text"] for note in entry["audit"]),
    ]
    return joined(
        [
            claim(data),
            el("p", entry["sentence"], kind="sentence"),
            section(say.WORDS["mentions"], table(say.MENTION_KEY_COLUMNS, rows, (12, 12, 22, 16, 38))),
            section(LABELS["path_title"], table(say.STATION_COLUMNS, path, (10, 34, 30, 26)), bullets(notes)),
        ]
    )


def meets(data: Data) -> Html:
    """Return what each answer meets and leaves open, and where the claim stands."""
    entry = _asked(data)
    rows = [(_who(a), a["basis_text"], _met(entry, a)) for a in entry["answers"]]
    answers = table(say.ANSWER_KEY_COLUMNS, rows, (24, 16, 60)) if rows else el("p", LABELS["answers_none"])
    missing = section(bench_words.LABELS["bench_missing"], bullets(entry["bench"]["missing"]))
    bench = el("p", entry["bench"]["sentence"], kind="sentence")
    return joined([claim(data), section(say.WORDS["answers"], bench, answers), standing(data, "article"), missing])


def _who(answer: Data) -> Html:
    kind = f", {answer['kind_text']}" if "kind_text" in answer else ""
    return joined([el("strong", answer["by_name"]), f"{kind} ({answer['label']})"])


def _met(entry: Data, answer: Data) -> Html:
    cells = joined(signed(how, meeting(aspect, how)) for aspect, how in answer.get("meets", {}).items())
    told = entry["bench"]["answers"].get(answer["statements"][0], {})
    return joined(
        [
            el("p", answer["gist"]),
            el("p", cells, kind="signs") if cells else "",
            *(el("p", told[part]) for part in told),
        ]
    )


def standing(data: Data, layer: str) -> Html:
    """Return where the asked claim stands in a layer, and why."""
    found = data["layers"][layer]["claims"][asked(data)]["standing"]
    rule = el("p", data["standings"]["rule"], kind="small")
    return section(
        say.WORDS["standing"], el("p", signed(found["word"], found["reason"]), kind="sentence"), rule, kind="whole"
    )


def numbers(data: Data) -> Html:
    """Return every figure with its ends, what the arithmetic says, and the dates."""
    view = data["layers"]["article"]["numbers"]
    if not view:
        return Html("")
    rows = [[*row[:6], *row[7:]] for row in view["table"]["rows"]]
    figures = table(say.FIGURE_COLUMNS, rows, (14, 17, 13, 12, 15, 11, 9, 9))
    groups = [f"{group['title']}: {group['whom']}" for group in view["groups"]]
    notes = filter(None, [*groups, view["warning"], view["left_out"], *(check["text"] for check in view["checks"])])
    clocks = view["clocks"]
    dates = [(title, line, _days(clocks, box)) for title, line, box in drawn(data)]
    told = filter(None, [clocks["sentence"], clocks["note"], *clocks["conflicts"]])
    return joined(
        [
            el("p", view["sentence"], kind="sentence"),
            section(say.WORDS["figures"], figures, bullets(notes)),
            section(
                say.WORDS["clocks"], table(say.CLOCK_KEY_COLUMNS, dates, (16, 56, 28)), bullets(dict.fromkeys(told))
            ),
        ]
    )


def _days(clocks: Data, box: Data) -> str:
    first, last = (clocks["columns"][box[end]]["label"] for end in ("from", "to"))
    return say.span(first, last, clock_words.LABELS["clocks_undated"] if box["undated"] else "")


def leave(data: Data) -> Html:
    """Return the standing before and after, what else moves, what each card meets, and every address."""
    view = data["beyond"]
    parts = [claim(data)]
    if view:
        sides = [(LABELS["layer_article"], view["before"]["text"]), (LABELS["layer_beyond"], view["after"]["text"])]
        parts += [
            el("p", view["sentence"], kind="sentence"),
            answered(say.WORDS["before_after"], sides),
            bullets(view["joined"]),
        ]
        claims = data["layers"]["article"]["claims"]
        moved = [
            (claims[m["id"]]["question"], m["before"]["word_text"], m["after"]["word_text"]) for m in view["moved"]
        ]
        parts += [table(say.MOVED_COLUMNS, moved, (60, 20, 20))] if moved else []
    chosen = cards(data)
    if chosen:
        entry = data["layers"]["beyond"]["claims"][asked(data)]
        rows = [(_who(card), card["basis_text"], _met(entry, card)) for card in chosen]
        parts += [section(say.WORDS["cards"], table(say.ANSWER_KEY_COLUMNS, rows, (26, 15, 59)))]
    return joined(parts)


def falls(data: Data) -> Html:
    """Return what rests on each source, which loss changes most, and what each word leans on."""
    view, claims = data["layers"]["article"]["whatif"], data["layers"]["article"]["claims"]
    lost = [(_root(root), root["rests"], _changed(data, n)) for n, root in enumerate(view["roots"])]
    leans = [(claims[id_]["question"], view["linchpins"][id_]) for id_ in view["claims"]]
    return joined(
        [
            el("p", data["labels"]["whatif_notice"], kind="sentence"),
            section(say.WORDS["sources"], table(say.ROOT_COLUMNS, lost, (24, 24, 52)), kind="close"),
            section(say.WORDS["changes"], table(say.LEAN_COLUMNS, leans, (36, 64)), kind="close"),
        ]
    )


def _root(root: Data) -> Html:
    return joined([root["name"], el("strong", f" ({root['linchpin']})") if root["linchpin"] else ""])


def _changed(data: Data, place: int) -> Html:
    """Return which claims change their word without one root, and how."""
    layer = data["layers"]["article"]
    found: dict[str, list[str]] = defaultdict(list)
    for id_, view in layer["whatif"]["claims"].items():
        if place in view["by"]:
            n = view["by"].index(place)
            after = view["outcomes"][view["all"][1 << n] if "all" in view else view["few"].get(str(n), 0)]
            if after["change"] == "word":
                turn = say.turn(view["outcomes"][0]["word_text"], after["word_text"])
                found[turn].append(layer["claims"][id_]["question"])
    return joined(el("p", el("strong", turn), " ", " ".join(questions)) for turn, questions in found.items())


def _asked(data: Data) -> Data:
    return data["layers"]["article"]["claims"][asked(data)]


def first(data: Data, lesson: int) -> str:
    """Return the answer to what a lesson begins with, where it has no question of its own."""
    entry = _asked(data)
    if lesson == SPEAKERS:
        return say.speakers(data["article"]["voices"])
    if lesson == FIGURES:
        return data["layers"]["article"]["numbers"]["sentence"] if data["layers"]["article"]["numbers"] else ""
    if lesson == LOSSES:
        pins = [r for r in data["layers"]["article"]["whatif"]["roots"] if r["linchpin"]]
        return "; ".join(f"{r['name']} ({r['linchpin']})" for r in pins)
    return entry["standing"]["reason"] if lesson in WORDS else roots(data, entry)


SPEAKERS, FIGURES, LOSSES = 1, 4, 6
KEYS: tuple[Callable[[Data], Html], ...] = (sources, whose, sources, meets, numbers, leave, falls)

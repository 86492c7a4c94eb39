"""Space given as a view: the ribbon of the article, what its words are used for, four measures, and the wording."""

from collections import Counter
from typing import Any

from whosays.analysis import ledger
from whosays.analysis.measure import Prominence, account, answers_to_topic, length, prominence
from whosays.analysis.ribbon import ROLES, Piece, Segment, lines, segments
from whosays.analysis.trace import Trace
from whosays.case.model import Case, Figure
from whosays.show import sentences as say
from whosays.show.ask import ask
from whosays.show.sentences import space as words
from whosays.show.wording import wording

LINES = 4  # on a narrow screen; so many that the shortest passage can still be seen


def space(trace: Trace) -> dict[str, Any] | None:
    """Return the space that the article gives to the asked account and to the answers to it.

    The account is the whole topic of the asked claim, as told by the root of its first mention. Only the article has
    room to give: what is known from outside takes none, so both layers show the same.

    Args:
        trace: The case in a layer.

    Returns:
        None if the article states no claim. Else, with positions and lengths in words, positions from 1:
        ``sentence``; ``table`` (``columns``, ``rows``: one row a part of the ribbon); ``claim`` and ``root`` (ids,
        root empty if nobody is named), ``account`` (who tells it), ``words`` (of the article);
        ``segments`` (in reading order, without gap or overlap: ``passages``, ``label``, ``role`` - claim, both,
        answer, caution, dispute, other or byline -, ``topic``, ``first_word``, ``words``, ``text``);
        ``marks`` (each printing of the asked number: ``word``, ``filled``, ``what``, ``figure``), ``marks_title``,
        ``marks_note``; ``pointers`` (``kind`` - answer or caution -, ``word``, ``text``);
        ``whole`` and ``lines`` (one line, and the same cut into four: ``label``, ``first_word``, ``words``,
        ``pieces`` (``segment``, ``first_word``, ``words``, ``label``), ``marks``);
        ``used`` (one entry a role that occurs: ``role``, ``title``, ``words``, ``share`` 0 to 1, ``text``);
        ``measures`` (four, never one: ``name``, ``account`` and ``answers`` as numbers or None, ``value``, ``note``);
        ``ask``; ``wording``, see ``whosays.show.wording``.
    """
    inside = Trace(trace.case, "article")
    case = inside.case
    claim = asked(inside)
    if not claim:
        return None
    topic = case.claim_by_id[claim].topic
    root = inside.root(inside.statements[claim][0])
    name = case.source_by_id[root].label if root else words.nobody()
    told, against = prominence(case, account(inside, topic, root)), prominence(case, answers_to_topic(inside, topic))
    ribbon = segments(inside, topic, root)
    total = length(case).words
    parts = [_part(s, topic) for s in ribbon]
    marks = _marks(case, claim)
    cut = [_line(line, parts, marks) for line in lines(ribbon, LINES)]
    return {
        "sentence": words.sentence(name, told.words, total, against.words, against.first_word),
        "table": {"columns": list(words.COLUMNS), "rows": [_cells(s, topic, total) for s in ribbon]},
        "claim": claim,
        "root": root,
        "account": name,
        "words": total,
        "segments": parts,
        **_wedges(case, marks),
        "pointers": _pointers(ribbon, against),
        "whole": _line(lines(ribbon, 1)[0], parts, marks),
        "lines": cut,
        "used": _used(ribbon, name, topic, total),
        "measures": _measures(told, against, total),
        "ask": ask(words.prompt(), lambda: words.OPTIONS),
        "wording": wording(inside),
    }


def asked(inside: Trace) -> str:
    """Return the claim the case asks about first, else the first of the article; empty if it states none."""
    asked = [q.claim for q in inside.case.questions if q.view == "article"]
    listed = [c.id for c in inside.case.claims if c.role == "claim"]
    return next((c for c in (*asked, *listed) if any(s.passage for s in inside.statements.get(c, []))), "")


def _where(segment: Segment) -> str:
    return say.place(segment.passages[0].role, segment.passages[0].paragraph)


def _gist(segment: Segment) -> str:
    return " ".join(p.gist for p in segment.passages)


def _part(segment: Segment, asked: str) -> dict[str, Any]:
    does = words.DOES[segment.role]
    topic = words.about(segment.topic, asked) if segment.role in {"dispute", "other"} else segment.topic
    return {
        "passages": [p.id for p in segment.passages],
        "label": words.label(segment.passages[0].role, segment.passages[0].paragraph),
        "role": segment.role,
        "topic": topic,
        "first_word": segment.first_word,
        "words": segment.words,
        "text": words.part(_where(segment), segment.first_word, segment.words, does, _gist(segment)),
    }


def _cells(segment: Segment, asked: str, total: int) -> list[str]:
    part = _part(segment, asked)
    counts = [str(segment.first_word), str(segment.words), words.share(segment.words, total)]
    return [_where(segment), *counts, words.DOES[segment.role], part["topic"], _gist(segment)]


def _marks(case: Case, claim: str) -> list[dict[str, Any]]:
    """Return where the number of the asked claim is printed, whatever it counts there."""
    printed = ledger.printed(Trace(case, "article"))
    stated = {s.id for s in case.statements if claim in s.claims}
    own = [f for f in printed if f.statement in stated and f.value is not None]
    if not own:
        return []
    value, unit = Counter((f.value, f.unit) for f in own).most_common(1)[0][0]
    counted = {f.what for f in own}

    def mark(figure: Figure) -> dict[str, Any]:
        filled = figure.what in counted
        return {"word": figure.word, "filled": filled, "what": figure.what, "figure": figure.id}

    same = [f for f in printed if f.word is not None and (f.value, f.unit) == (value, unit)]
    return sorted((mark(f) for f in same), key=lambda m: m["word"])


def _wedges(case: Case, marks: list[dict[str, Any]]) -> dict[str, Any]:
    if not marks:
        return {"marks": [], "marks_title": "", "marks_note": ""}
    value = next(f.value for f in case.figures if f.id == marks[0]["figure"])
    filled, left = (Counter(m["what"] for m in marks if m["filled"] is kind) for kind in (True, False))
    title = words.marks_title(value) if value is not None else ""
    return {"marks": marks, "marks_title": title, "marks_note": words.marks_note(filled, left)}


def _pointers(ribbon: list[Segment], against: Prominence) -> list[dict[str, Any]]:
    caution = next((s.first_word for s in ribbon if s.role == "caution"), None)
    found = [(kind, at) for kind, at in (("answer", against.first_word), ("caution", caution)) if at is not None]
    return [{"kind": kind, "word": at, "text": words.pointer(kind, at)} for kind, at in found]


def _line(pieces: list[Piece], parts: list[dict[str, Any]], marks: list[dict[str, Any]]) -> dict[str, Any]:
    first, count = pieces[0].first_word, sum(p.words for p in pieces)
    last = first + count - 1
    return {
        "label": words.line(first, last),
        "first_word": first,
        "words": count,
        "pieces": [
            {
                "segment": p.segment,
                "first_word": p.first_word,
                "words": p.words,
                "label": _label(p, parts, begins=n == 0),
            }
            for n, p in enumerate(pieces)
        ],
        "marks": [m for m in marks if first <= m["word"] <= last],
    }


def _label(piece: Piece, parts: list[dict[str, Any]], *, begins: bool) -> str:
    """Return the label of a piece; a paragraph that is cut by its roles is named once a line."""
    own = parts[piece.segment]["label"]
    return own if begins or parts[piece.segment - 1]["label"] != own else ""


def _used(ribbon: list[Segment], name: str, asked: str, total: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for role in ROLES:
        own = [s for s in ribbon if s.role == role]
        if not own:
            continue
        topics: Counter[str] = Counter()
        for segment in own:
            topics[words.about(segment.topic, asked)] += segment.words
        count = sum(topics.values())
        entry = {"role": role, "title": words.title(role, name, dict(topics.most_common()), total), "words": count}
        found.append({**entry, "share": count / total, "text": words.used(count, total)})
    return found


def _measures(told: Prominence, against: Prominence, total: int) -> list[dict[str, Any]]:
    persons = (len(told.persons_named), len(against.persons_named))
    texts = (
        words.first_words(told.first_word, against.first_word),
        words.shares(told.words, against.words, total),
        words.repeats(told.repeated, against.repeated, (told.in_headline, against.in_headline)),
        words.quoted(told.quoted_words, against.quoted_words, persons),
    )
    values = (
        (told.first_word, against.first_word),
        (told.words, against.words),
        (told.repeated, against.repeated),
        (told.quoted_words, against.quoted_words),
    )
    return [
        {"name": name, "account": mine, "answers": theirs, "value": value, "note": note}
        for (name, value, note), (mine, theirs) in zip(texts, values, strict=True)
    ]

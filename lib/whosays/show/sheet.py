"""The sheet: every answer about a case, computed once, as JSON; the page, the widget and the tests only read it.

Version 1. Texts are plain text, never markup. Positions and lengths are in words.

``version``, ``case`` (id), ``language`` and ``direction`` (ltr or rtl) of the words,
``awaiting`` (that no native speaker has read them yet, or empty)
``article``
    ``outlet``, ``published`` (ISO), ``address``, ``title`` (a question), ``content_note``, ``words``,
    ``words_body``, ``paragraphs``, ``sentences``, ``units`` (passages in all), ``statements``, ``voices`` (sources
    in the article), ``facts`` (one line about the article), ``known`` (as of when, by layer), ``language`` (what it is
    printed in), ``told_in`` (the language of what the case itself says)
``labels``
    every word of the interface, by key; ``{guess}``, ``{count}`` and ``{number}`` are filled in by the page
``standings``
    ``rule`` (how the word is chosen) and ``words`` (``word``, ``word_text``, ``rule``): the scale that every claim
    is set on; everywhere here ``word`` is the id of one of them and ``word_text`` what is shown
``rows``
    the article as it is read, one entry for headline, caption and each paragraph: ``label``, ``words``, ``role``,
    ``passages``, ``gist``, ``marks`` (``statement``, ``mark``, ``name``); ``text`` word for word, if it is ours to give
``passages``
    one entry a passage: ``id``, ``label``, ``role``, ``paragraph``, ``sentence``, ``first_word``, ``words``, ``gist``;
    ``text`` as in rows
``statements``
    by id: ``line`` (who, how, what), ``note`` (form and hedge), ``mark``, ``passage``, ``claims``; the article's only
``sources``
    by id: ``name``, ``kind``, ``glyph``, ``party``, ``layer``
``first_question``
    ``id``, ``claim``, ``prompt``: what the reader guesses before anything is counted; None if the case asks nothing
``beyond``
    what changes beyond the article, see ``whosays.show.beyond``; None if the case asks nothing
``method``
    how all this works and what it cannot tell, see ``whosays.show.method``
``layers.article`` and ``layers.beyond`` (the article and what is known from outside it)
    ``sentence`` and ``table`` of the opening view; ``topics`` (``name``, ``tally``, ``claims``);
    ``claims`` by id, each:
    ``number``, ``topic``, ``question``, ``proposition``, ``said``, ``said_aloud``, ``sentence``,
    ``sentence_before_guess``; ``voices`` and ``roots`` (ids of sources), ``roots_shown``, ``mentions_counted``,
    ``roots_counted``, ``mentions_note``, ``mentions_outside_note``;
    ``mentions``: ``passage`` with ``first_word``, or ``document`` with ``publisher``, ``published``,
    ``address``, ``link`` (its text), ``title``, ``known`` (how), ``known_since``; ``label``, ``word``,
    ``statements``, ``by`` (id of the source, empty if nobody is named), ``by_name``, ``via``, ``cue``, ``form``,
    ``hedge``, ``kind`` (its stance), ``basis``, ``basis_text``, ``gist``, ``layer``;
    ``path``: ``stations`` (``station``, ``glyph``, ``title``, ``text``, ``how``, ``line``), ``note``, ``also``;
    ``answers``: place and source as in mentions, ``kind``, ``kind_text``, ``claim`` (the proposition it puts
    forward) and ``claim_question``, ``glyph``, ``role`` (answer, caution,
    support or remark), ``gist``, ``meets`` (aspect to meets, partly or does not), ``match`` (``aspect`` and
    ``meets``, both ids, ``aspect_text``, ``text``), ``basis``, ``basis_text``, ``basis_note``, ``root``, ``layer``;
    ``audit``: what a second look at the path finds (``kind``, ``text``, ``statements``);
    ``bench``: ``sentence``, ``answers`` (``covers`` and ``open`` by the first statement of each), ``missing``
    (evidence that would change one's mind);
    ``standing``: ``word``, ``word_text``, ``reason``; ``ask``: ``prompt``, ``options`` and ``options_text``, see
    ``whosays.show.ask``;
    ``table``: ``columns``, ``rows``;
    ``whatif``: every answer about sources taken away, see ``whosays.show.whatif``;
    ``numbers``: every figure, see ``whosays.show.numbers``, with ``clocks``, see ``whosays.show.clocks``; or None;
    ``space``: the room given to the asked account and to its answers, see ``whosays.show.space``, with ``wording``,
    see ``whosays.show.wording``; or None;
    ``matrix``: explanations against items of evidence, see ``whosays.show.matrix``; None if the case has none
"""

import json
from functools import lru_cache
from itertools import groupby
from typing import Any

from whosays.analysis.measure import length
from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework
from whosays.case.model import LAYERS, Case, Layer, Passage, Statement
from whosays.show import sentences as say
from whosays.show.audit import audits
from whosays.show.bench import bench
from whosays.show.beyond import beyond
from whosays.show.catalogue import told_in
from whosays.show.clocks import clocks
from whosays.show.entry import GLYPHS, entry, name_of
from whosays.show.language import direction, speaking, spoken
from whosays.show.matrix import matrix
from whosays.show.method import method
from whosays.show.numbers import numbers
from whosays.show.sentences import answers as answers_words
from whosays.show.sentences import audit as audit_words
from whosays.show.sentences import bench as bench_words
from whosays.show.sentences import beyond as beyond_words
from whosays.show.sentences import catalogue as catalogue_words
from whosays.show.sentences import clocks as clocks_words
from whosays.show.sentences import matrix as matrix_words
from whosays.show.sentences import numbers as numbers_words
from whosays.show.sentences import page as page_words
from whosays.show.sentences import space as space_words
from whosays.show.sentences import text as text_words
from whosays.show.sentences import whatif as whatif_words
from whosays.show.sentences import wording as wording_words
from whosays.show.space import space
from whosays.show.whatif import whatif

VERSION = 1
WORDS = (
    answers_words,
    audit_words,
    bench_words,
    beyond_words,
    catalogue_words,
    clocks_words,
    matrix_words,
    numbers_words,
    page_words,
    space_words,
    text_words,
    whatif_words,
    wording_words,
)


def sheet(case: Case, language: str = "") -> dict[str, Any]:
    """Return the sheet of a case; see the module for its fields.

    Args:
        case: A checked case.
        language: Tag of the language of its words, as uk; empty for the one that is spoken now, English if none is.

    Returns:
        What ``json.dumps`` takes; the same case and language give the same sheet, key by key. It is the caller's own.

    Raises:
        ValueError: There are no words in that language.
    """
    return json.loads(_computed(case, language or spoken()))


@lru_cache(maxsize=8)
def _computed(case: Case, language: str) -> str:
    """Return the sheet as JSON; kept, because a notebook opens the same case in many cells."""
    with speaking(language):
        return json.dumps(_answers(case.in_language(language)), ensure_ascii=False)


def _answers(case: Case) -> dict[str, Any]:
    frameworks = {layer: Framework(Trace(case, layer)) for layer in LAYERS}
    marks = _marks(frameworks["article"].trace)
    first = next((q for q in case.questions if q.view == "article" and q.lesson is None), None)
    return {
        "version": VERSION,
        "case": case.id,
        "language": spoken(),
        "direction": direction(spoken()),
        "awaiting": page_words.awaiting(),
        "article": _article(case),
        "labels": _labels(case),
        "standings": {
            "rule": say.standing_rule(),
            "words": [{"word": w, "word_text": say.STANDING_WORDS[w], "rule": r} for w, r in say.STANDINGS.items()],
        },
        "rows": _rows(case, marks),
        "passages": [_passage(case, p) for p in case.passages],
        "statements": {s.id: _statement(case, s, marks[s.id]) for s in case.statements if s.passage},
        "sources": {
            s.id: {
                "name": s.name,
                "kind": say.KINDS[s.kind],
                "glyph": GLYPHS[s.kind],
                "party": s.party,
                "layer": s.layer,
            }
            for s in case.sources
        },
        "first_question": {"id": first.id, "claim": first.claim, "prompt": first.prompt} if first else None,
        "beyond": beyond(frameworks["article"], frameworks["beyond"], first.claim if first else ""),
        "method": method(case),
        "layers": {layer: _layer(frameworks[layer], marks) for layer in LAYERS},
    }


def _labels(case: Case) -> dict[str, str]:
    labels = {key: text for module in (say, *WORDS) for key, text in module.LABELS.items()}
    return {**labels, **(text_words.PRINTED if case.text else {})}


def _article(case: Case) -> dict[str, Any]:
    measured = length(case)
    statements = sum(s.layer == "article" for s in case.statements)
    published = say.day(case.article.published)
    made_up = any(d.how_known == "made up" for d in case.documents)
    return {
        "outlet": case.article.outlet,
        "published": str(case.article.published),
        "language": case.article.language,
        "told_in": told_in(case),
        "address": "" if made_up else case.article.address,  # it leads nowhere
        "title": case.article.title,
        "content_note": case.article.content_note,
        "words": measured.words,
        "words_body": measured.words_body,
        "paragraphs": measured.paragraphs,
        "sentences": measured.sentences,
        "units": measured.units,
        "statements": statements,
        "voices": sum(s.layer == "article" for s in case.sources),
        "facts": say.facts(case.article.outlet, published, measured.words, measured.paragraphs, statements),
        "known": text_words.known(published, made_up) if case.text else say.known(published),
    }


def _marks(trace: Trace) -> dict[str, str]:
    """Return the mark of each statement of the article: who speaks, and whether it answers something said before."""
    case = trace.case
    order = {s.id: n for n, s in enumerate(case.statements)}
    answers: set[str] = set()
    for claim, stated in trace.statements.items():
        first = min(order[s.id] for s in stated)
        attacking = (s for a in trace.answers(claim) if a.attacks for s in a.statements)
        answers |= {s.id for s in attacking if order[s.id] > first}
    return {s.id: _mark(case, s, s.id in answers) for s in case.statements if s.passage}


def _mark(case: Case, statement: Statement, answers: bool) -> str:  # noqa: FBT001 - one fact of the mark
    if statement.stance == "cautions":
        return "caution"
    if answers:
        return "answer"
    if statement.form in {"own voice", "presupposed"}:
        return "outlet"
    named = bool(statement.source) and case.source_by_id[statement.source].named != "no"
    return "named" if named else "nobody"


def _read_rows(case: Case) -> list[tuple[list[Passage], list[Statement]]]:
    """Return the passages of each row of the article as it is read, and what they state.

    A byline that states nothing is no row; it is in the passages and in the word count.
    """
    stated = {passage: list(group) for passage, group in groupby(_article_statements(case), key=lambda s: s.passage)}
    groups = [list(group) for _, group in groupby(case.passages, key=lambda p: p.paragraph or p.id)]
    rows = [(passages, [s for p in passages for s in stated.get(p.id, [])]) for passages in groups]
    return [(passages, own) for passages, own in rows if own or passages[0].role != "byline"]


def _rows(case: Case, marks: dict[str, str]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for passages, own in _read_rows(case):
        rows.append(
            {
                "label": say.place_short(passages[0].role, passages[0].paragraph),
                "words": say.words(sum(p.words for p in passages)),
                "role": passages[0].role,
                "passages": [p.id for p in passages],
                "gist": " ".join(p.gist for p in passages),
                **_text(case, *passages),
                "marks": [
                    {"statement": s.id, "mark": marks[s.id], "name": say.mark_name(n, len(own), marks[s.id])}
                    for n, s in enumerate(own, 1)
                ],
            }
        )
    return rows


def _article_statements(case: Case) -> list[Statement]:
    order = {p.id: n for n, p in enumerate(case.passages)}
    return sorted((s for s in case.statements if s.passage), key=lambda s: order[s.passage])


def _text(case: Case, *passages: Passage) -> dict[str, str]:
    """Return the words of some passages, if they are ours to give."""
    return {"text": " ".join(case.printed[p.id] for p in passages)} if case.text else {}


def _passage(case: Case, passage: Passage) -> dict[str, Any]:
    return {
        "id": passage.id,
        "label": say.place(passage.role, passage.paragraph),
        "role": passage.role,
        "paragraph": passage.paragraph,
        "sentence": passage.sentence,
        "first_word": passage.first_word,
        "words": passage.words,
        "gist": passage.gist,
        **_text(case, passage),
    }


def _statement(case: Case, statement: Statement, mark: str) -> dict[str, Any]:
    who = name_of(case, statement.source)
    return {
        "line": say.statement_line(who, statement.cue, statement.gist),
        "note": say.statement_note(statement.form, statement.basis, statement.hedge),
        "mark": mark,
        "passage": statement.passage,
        "claims": list(statement.claims),
    }


def _layer(framework: Framework, marks: dict[str, str]) -> dict[str, Any]:
    trace, case = framework.trace, framework.trace.case
    listed = [c for c in case.claims if c.role == "claim" and trace.statements.get(c.id)]
    position = {c.id: n for n, c in enumerate(sorted(listed, key=lambda c: c.layer == "beyond"), 1)}
    shown = [c for c in case.claims if trace.statements.get(c.id)]
    topics = list(dict.fromkeys(c.topic for c in listed))
    notes = audits(trace)
    return {
        "sentence": _opening(case, trace.layer),
        "table": {"columns": list(say.OPENING_COLUMNS), "rows": _opening_rows(case, marks)},
        "topics": [
            {"name": topic, "tally": say.claims_tally(len(own)), "claims": own}
            for topic in topics
            if (own := [c.id for c in listed if c.topic == topic])
        ],
        "claims": {
            c.id: entry(framework, c, position.get(c.id, 0), len(listed))
            | {"audit": notes.get(c.id, []), "bench": _bench(trace, c.id)}
            for c in shown
        },
        "whatif": whatif(framework),
        "numbers": _numbers(trace),
        "space": space(trace),
        "matrix": matrix(trace) if case.hypotheses else None,
    }


def _bench(trace: Trace, claim: str) -> dict[str, Any]:
    return {key: part for key, part in bench(trace, claim).items() if key != "table"}


def _numbers(trace: Trace) -> dict[str, Any] | None:
    """Return figures and clocks as one view; None if the layer has neither."""
    figures, dates = numbers(trace), clocks(trace)
    return {**figures, "clocks": dates} if figures["table"]["rows"] or dates["columns"] else None


def _opening(case: Case, layer: Layer) -> str:
    if layer == "article":
        return say.opening(len(_read_rows(case)))
    return say.opening_beyond(sum(d.how_known in {"read", "made up"} for d in case.documents))


def _opening_rows(case: Case, marks: dict[str, str]) -> list[list[str]]:
    rows: list[list[str]] = []
    for s in _article_statements(case):
        passage = case.passage_by_id[s.passage]
        who = name_of(case, s.source)
        numbers = [str(passage.first_word), str(passage.words)]
        rows.append([say.place(passage.role, passage.paragraph), *numbers, who, say.MARKS[marks[s.id]], s.cue, s.gist])
    return rows

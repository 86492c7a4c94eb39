"""The matrix of explanations as a view: items of evidence by rule, and every answer about the reader's ratings."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations_with_replacement
from typing import Any, NamedTuple

from whosays.analysis.matrix import GRADES, NOT_APPLICABLE, NOT_GRADED, RATINGS, Matrix, points, spread
from whosays.analysis.trace import Trace
from whosays.case.model import Case, Layer, Statement
from whosays.show import sentences as say
from whosays.show.ask import ask
from whosays.show.entry import name_of
from whosays.show.sentences import matrix as words

LETTERS = "ABCDEFG"


class Item(NamedTuple):
    """What one root says in one proposition: a row of evidence.

    Attributes:
        root: Id of the root; empty if nobody is named.
        statements: Where it says so, in the order of the file; the id of the first is that of the item.
    """

    root: str
    statements: tuple[Statement, ...]

    @property
    def head(self) -> Statement:
        """The first of its statements."""
        return self.statements[0]


def items(trace: Trace) -> list[Item]:
    """Return the evidence on the claim that the hypotheses are about, one item for each root and proposition.

    Mentions of the claim, then the answers, cautions and supports; what only narrows or widens it is left out. A root
    that says one thing in many places is one item, and a statement is in one item only.

    Args:
        trace: The case in a layer.
    """
    if not trace.case.hypotheses:
        return []
    claim = trace.case.hypotheses[0].claim
    found: dict[tuple[str, str], dict[str, Statement]] = defaultdict(dict)
    for mention in trace.mentions(claim):
        found[trace.root(mention.head), claim].update((s.id, s) for s in mention.statements)
    for answer in trace.answers(claim):
        if answer.attacks or answer.kind == "cautions" or any(r.kind == "supports" for r in answer.relations):
            found[answer.root, answer.head.claim].update((s.id, s) for s in answer.statements)
    return [Item(root, tuple(statements.values())) for (root, _), statements in found.items()]


def matrix_of(case: Case, layer: Layer, chosen: Mapping[str, str]) -> Matrix:
    """Return the matrix of a case with a reader's choices.

    Args:
        case: A checked case.
        layer: article, or beyond for what is known from outside it as well.
        chosen: The grade of an item by its id, a rating by the ids of item and hypothesis with a space between.

    Raises:
        UnknownIdError: A choice names no item or hypothesis of the layer, or is not on the scale.
    """
    ids = tuple(item.head.id for item in items(Trace(case, layer)))
    return Matrix(tuple(h.id for h in case.hypotheses), ids, chosen)


def matrix(trace: Trace) -> dict[str, Any]:
    """Return the matrix of a layer, with every answer that a page can need about ratings.

    Args:
        trace: The case in a layer.

    Returns:
        ``sentence`` (before any rating) and ``sentences`` (``waiting``, ``unrated``, and for ``one``, ``tie`` and
        ``level`` at the top of the ranking: ``even`` or ``uneven``, by whether the same items count for all);
        ``hypotheses`` (``id``, ``letter``, ``text``); ``items`` (``id``, ``who``, ``text``, ``basis``, ``basis_text``,
        ``where``, ``notes``, ``layer``); ``scale`` and ``grades``: what can be chosen, the last of each is missing, and
        ``scale_text`` and ``grades_text``: the same as it is read, place by place;
        ``points``: by place in ``grades``, then in ``scale``; ``spread``: shown text by the places of an item's ratings
        in ``scale``, sorted and joined; ``rule``; ``critique``; ``ask``; ``table``: ``columns``, ``rows``, one for each
        explanation and item, so that explanations are rows here too; the last four cells wait for the reader.
    """
    case, evidence = trace.case, items(trace)
    hypotheses = [{"id": h.id, "letter": LETTERS[n], "text": h.text} for n, h in enumerate(case.hypotheses)]
    shown = [_item(trace, evidence, item) for item in evidence]
    told = [[str(n), *(item[key] for key in ("who", "where", "text", "basis_text"))] for n, item in enumerate(shown, 1)]
    return {
        "sentence": words.blank(len(hypotheses), len(shown)),
        "sentences": words.sentences(),
        "hypotheses": hypotheses,
        "items": shown,
        "scale": [*RATINGS, NOT_APPLICABLE],
        "scale_text": list(words.SCALE.values()),
        "grades": [*GRADES, NOT_GRADED],
        "grades_text": list(words.GRADES.values()),
        "points": [[points(rating, grade) for rating in RATINGS] for grade in GRADES],
        "spread": dict(_spreads(len(hypotheses))),
        "rule": words.rule(),
        "critique": list(words.CRITIQUE),
        "ask": ask(words.prompt(), lambda: [words.option(h["letter"]) for h in hypotheses]),
        "table": {
            "columns": [*words.COLUMNS, *words.CHOICES],
            "rows": [[h["letter"], h["text"], *row, *("" for _ in words.CHOICES)] for h in hypotheses for row in told],
        },
    }


def sentence(fragment: Mapping[str, Any], chosen: Mapping[str, str]) -> str:
    """Return the one sentence about a reader's choices; the page finds the same one in the same fragment.

    Args:
        fragment: What ``matrix`` returned.
        chosen: The choices as in ``Matrix``; those about items of another layer are left out of account.
    """
    ids = [item["id"] for item in fragment["items"]]
    own = {key: value for key, value in chosen.items() if key.partition(" ")[0] in ids}
    found = Matrix(tuple(h["id"] for h in fragment["hypotheses"]), tuple(ids), own)
    letters = {h["id"]: h["letter"] for h in fragment["hypotheses"]}
    ranking = found.ranking()
    if not own:
        return fragment["sentence"]
    if not ranking:
        return fragment["sentences"]["waiting"]
    unrated = [h for h in found.hypotheses if not found.counted(h)]
    top = ranking[0]
    count = len(found.counted(top[0]))
    if unrated:
        text, names = fragment["sentences"]["unrated"], unrated
    else:
        kind = "one" if len(top) == 1 else "tie" if len(ranking) > 1 else "level"
        tail = "even" if found.comparable() else "uneven"
        text, names = fragment["sentences"][kind][tail], top
    filled = {"names": say.listed([letters[h] for h in names]), "points": found.inconsistency(top[0])}
    return text.format(**filled, count=count, all=len(ids))


def _item(trace: Trace, evidence: list[Item], item: Item) -> dict[str, Any]:
    case, head = trace.case, item.head
    places = len({s.passage or s.document for s in item.statements})
    others = [n for n, other in enumerate(evidence, 1) if other.root and other.root == item.root and other is not item]
    relayed = bool(head.source) and item.root not in {"", trace.root_of_source(head.source)}
    notes = [
        words.goes_back(case.source_by_id[item.root].label) if relayed else "",
        words.said(places) if places > 1 else "",
        words.same_root(others) if others else "",
    ]
    return {
        "id": head.id,
        "who": name_of(case, head.source),
        "text": " ".join(s.gist for s in item.statements) if places == 1 else case.claim_by_id[head.claim].proposition,
        "basis": head.basis,
        "basis_text": say.BASIS[head.basis],
        "where": _where(case, head),
        "notes": [note for note in notes if note],
        "layer": head.layer,
    }


def _where(case: Case, head: Statement) -> str:
    if head.passage:
        passage = case.passage_by_id[head.passage]
        return say.place(passage.role, passage.paragraph)
    document = case.document_by_id[head.document]
    return say.carried(document.author, document.publisher, say.day(document.published) or say.undated())


def _spreads(hypotheses: int) -> Iterator[tuple[str, str]]:
    """Yield the shown diagnosticity of every set of ratings that an item can get, by their places on the scale."""
    for size in range(2, hypotheses + 1):
        for places in combinations_with_replacement(range(len(RATINGS)), size):
            found = spread(RATINGS[place] for place in places)
            if found is not None:
                yield "".join(map(str, places)), words.apart(found)

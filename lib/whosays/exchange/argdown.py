"""Write a case as Argdown, the plain text of argument maps that philosophers teach with.

Syntax: https://argdown.org/syntax/, as ``@argdown/core`` 2 reads it. A claim is a statement, ``[k01]``; each occurrence
of it is an argument, ``<h-1>``, that supports it, because somebody says so; a link that is itself spoken to becomes an
argument as well, for Argdown undercuts arguments and no arrows. What has no arrow there stands in the data of what
speaks, and the sources and documents in the front matter. White space of every kind becomes a single space.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from whosays.analysis.trace import Trace
from whosays.case.cell import LISTS, text_of
from whosays.case.model import Case, Claim, Relation, Row, Statement
from whosays.case.schema import schema
from whosays.exchange.format import Wish
from whosays.exchange.left import Left
from whosays.exchange.scalar import scalar

Data: TypeAlias = "str | Sequence[Data] | Mapping[str, Data]"
ARROWS = {"supports": "+", "rebuts": "-", "undercuts": "_"}  # each from the line below to the line above
OUTWARD = {"supports": "+>", "rebuts": "->", "undercuts": "_>"}
PLACED = ("article", "sources", "documents", "claims", "statements", "relations")
APART = {  # columns that have a place of their own, or are meant for the makers of the case
    "article": {"note", "anchor", "text_sha256"},
    "sources": {"id", "note"},
    "documents": {"id", "note"},
    "claims": {"id", "topic", "proposition", "kind", "layer", "note"},
    "statements": {"id", "claim", "also", "source", "gist", "layer", "note"},
    "relations": {"from", "note"},
}
ENDS = "{}="  # of data and of front matter, whatever stands around them
_MARK = re.compile(r"[\\\[{<#*_]|^[-+>(]|=(?==)|/(?=/)|\.(?=[^ ]+\.)|:(?=[^ ]+:)")


def write_argdown(case: Case, wish: Wish, left: Left) -> Iterator[str]:
    """Return a case as the text of an Argdown file, in pieces.

    Args:
        case: A checked case.
        wish: How far it is read.
        left: Takes what Argdown has no place for.
    """
    left.goal = "Argdown"
    return _Map(case, wish, left).pieces()


def escaped(text: str) -> str:
    r"""Return words as Argdown reads them: as words and nothing else, on one line.

    Example:
        >>> print(escaped("[k01] is #1, *they* say"))
        \[k01] is \#1, \*they\* say
    """
    words = text.replace("\ufeff", " ").split()  # white space to the parser, though not to Python
    return _MARK.sub(lambda mark: "\\" + mark[0], " ".join(words))


class _Map:
    """A case in one layer, and who speaks to what in it."""

    def __init__(self, case: Case, wish: Wish, left: Left) -> None:
        self.case, self.layer, self.left = case, wish.layer, left
        trace = Trace(case, wish.layer)
        self.statements = [row for row in case.statements if trace.holds(row)]
        relations = [row for row in case.relations if trace.holds(row)]
        ends = {end for row in relations for end in (row.from_, row.to)}
        self.links = [row for row in relations if row.id in ends]
        self.from_: dict[str, list[Relation]] = defaultdict(list)
        self.to: dict[str, dict[str, None]] = defaultdict(dict)  # what speaks to it, each with its arrow, once
        self.arguments = {row.id for row in (*self.statements, *self.links)}
        for statement in self.statements:
            for claim in statement.claims:
                self._point("supports", statement.id, claim)
        for row in relations:
            self.from_[row.from_].append(row)
            self._draw(row, apart=row.id in ends)

    def _draw(self, row: Relation, *, apart: bool) -> None:
        if row.kind not in ARROWS:
            why = "Argdown has none that attacks nobody, so the data of what speaks names it"
            self.left.out(f"arrow for “{row.kind}”", f"arrows for “{row.kind}”", because=why)
        if apart:
            self._point("supports", row.from_, row.id)
        elif row.kind in ARROWS:
            self._point(row.kind, row.from_, row.to)

    def _point(self, kind: str, from_: str, to: str) -> None:
        self.to[to][f"{ARROWS[kind]} {self._title(from_)}"] = None

    def _title(self, row: str) -> str:
        return f"<{row}>" if row in self.arguments else f"[{row}]"

    def pieces(self) -> Iterator[str]:
        """Yield the front matter, then a section for each topic, its claims before what is said of them."""
        yield from self._front()
        yield f"# {escaped(self.case.article.title) or self.case.id}\n"
        claims: dict[str, list[Claim]] = defaultdict(list)
        said: dict[str, list[Statement]] = defaultdict(list)
        for claim in self.case.claims:
            if self.layer in {"beyond", claim.layer}:
                claims[claim.topic].append(claim)
        for statement in self.statements:
            said[self.case.claim_by_id[statement.claim].topic].append(statement)
        for topic in claims | said:
            yield f"\n## {escaped(topic) or '…'}\n"
            for claim in claims[topic]:
                yield self._element(f"[{claim.id}]", claim.proposition, f" {_tags(claim)}", self._data(claim, "claims"))
            for statement in said[topic]:
                yield self._element(f"<{statement.id}>", statement.gist, "", self._said(statement))
        if self.links:
            yield "\n## Links that are spoken to\n"
        for link in self.links:
            out = [f"{OUTWARD[link.kind]} {self._title(link.to)}"] if link.kind in OUTWARD else []
            yield self._element(f"<{link.id}>", link.gist, "", self._data(link, "relations"), out)
        self._count()

    def _rows(self, table: str) -> list[Row]:
        """Return the rows of a table that belong to the layer."""
        if self.layer == "beyond":
            return list(self.case.rows(table))
        printed = [row for row in self.case.rows(table) if getattr(row, "layer", "article") == "article"]
        return [] if table == "documents" else printed

    def _front(self) -> Iterator[str]:
        case = self.case
        yield f"===\ntitle: {_scalar(case.article.title)}\nmodel: {{removeTagsFromText: true}}\nwhosays:\n"
        yield f"  case: {_scalar(case.id)}\n  layer: {self.layer}\n"
        yield f"  article: {_flow(_cells(case.article, 'article'))}\n"
        for name in ("sources", "documents"):
            yield from _listed(name, self._rows(name))
        yield "===\n\n"

    def _element(self, title: str, words: str, tags: str, data: Mapping[str, Data], out: Iterable[str] = ()) -> str:
        text = escaped(words) or title.strip("[]<>")
        own = title.strip("[]<>")
        lines = [f"\n{title}: {text}{tags} {_flow(data)}", *(f"  {arrow}" for arrow in (*out, *self.to[own]))]
        return "\n".join(lines) + "\n"

    def _data(self, row: Claim | Statement | Relation, table: str) -> dict[str, Data]:
        speaks = [_cells(link, "relations") for link in self.from_[row.id]]
        return _cells(row, table) | ({"speaks to": speaks} if speaks else {})

    def _said(self, row: Statement) -> dict[str, Data]:
        source = self.case.source_by_id.get(row.source)
        who: dict[str, Data] = {"proponent": source.name, "source": source.id} if source else {}
        return who | {"layer": row.layer} | self._data(row, "statements")

    def _count(self) -> None:
        self.left.tables(self.case, PLACED, self._rows)
        notes = sum(bool(row.note) for name in PLACED for row in self._rows(name))
        self.left.out("note to the makers of the case", "notes to the makers of the case", notes)
        self.left.languages(self.case)


def _tags(claim: Claim) -> str:
    return f"#({claim.kind}) #{claim.layer}" if " " in claim.kind else f"#{claim.kind} #{claim.layer}"


def _listed(name: str, rows: Iterable[Row]) -> Iterator[str]:
    lines = [f"    {_scalar(row.id)}: {_flow(_cells(row, name))}\n" for row in rows]
    yield f"  {name}:\n" if lines else ""
    yield from lines


def _cells(row: Row, table: str) -> dict[str, Data]:
    """Return what the cells of a row hold, by column, without those that are blank or stand apart."""
    found: dict[str, Data] = {}
    for column in schema()[table].columns:
        cell = text_of(getattr(row, column.attribute))
        if cell and column.name not in APART[table]:
            found[column.name] = cell.split(" ") if column.type in LISTS else cell
    return found


def _flow(value: Data) -> str:
    """Return a value as YAML on one line."""
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
    return "[" + ", ".join(map(_flow, value)) + "]"


def _scalar(text: str) -> str:
    return scalar(text, ENDS)

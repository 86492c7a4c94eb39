"""The cells of a case that its author writes in own words, and who is speaking in them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from whosays.case.model import Case
from whosays.case.schema import schema

OWN = {
    "article": ("title", "content_note"),
    "passages": ("gist",),
    "claims": ("question", "subject", "proposition"),
    "statements": ("gist",),
    "relations": ("gist",),
    "documents": ("title", "finding"),
    "wording": ("effect",),
    "slips": ("what", "effect"),
    "questions": ("prompt", "options", "wrong_turn", "feedback"),
    "hypotheses": ("text",),
    "corrections": ("was", "now"),
}
MEASURED = frozenset({"anchor", "text_sha256"})
_QUOTED = re.compile(
    '[\u201c\u201e\u00ab"][^\u201c\u201d\u00bb"]*[\u201c\u201d\u00bb"]'
)  # English, German, French, plain


class Cell(NamedTuple):
    """One cell: table, id of the row, column, its text, and its layer (article where the table has none)."""

    table: str
    row: str
    column: str
    text: str
    layer: str


def own_words(case: Case) -> Iterator[Cell]:
    """Yield every cell that is filled and written in own words, in the order of the tables."""
    yield from (cell for cell in texts(case) if cell.column in OWN.get(cell.table, ()))


def texts(case: Case) -> Iterator[Cell]:
    """Yield every cell of text that is filled and was not measured by the program, in the order of the tables."""
    for table in schema().values():
        columns = [c for c in table.columns if c.type == "text" and c.name not in MEASURED]
        for row in case.rows(table.name):
            for column in columns:
                text = getattr(row, column.attribute)
                if text:
                    yield Cell(table.name, row.id, column.name, text, getattr(row, "layer", "article"))


def unquoted(text: str) -> str:
    """Return a text without what stands in quotation marks: those words are not its author's."""
    return _QUOTED.sub(" … ", text)


def spoken_for(case: Case) -> Iterator[tuple[str, Cell]]:
    """Yield each cell in own words that tells what one party alone says, with that party.

    A passage, claim or document belongs to a party if every statement in it does.
    """
    party = {row.id: row.party for row in case.sources}
    sides: dict[tuple[str, str], set[str]] = {}
    for s in case.statements:
        side = party.get(s.source, "")
        places = [("statements", s.id), ("passages", s.passage), ("documents", s.document)]
        for place in [*places, *(("claims", claim) for claim in s.claims)]:
            sides.setdefault(place, set()).add(side)
    for cell in own_words(case):
        of = sides.get((cell.table, cell.row), set())
        if len(of) == 1 and "" not in of:
            yield next(iter(of)), cell

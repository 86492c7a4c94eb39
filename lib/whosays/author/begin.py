"""Where a draft comes from: an article, or the folder of a case."""

import re
from pathlib import Path

from whosays.author.cells import known_columns
from whosays.author.draft import Draft
from whosays.author.history import State
from whosays.author.split import split
from whosays.author.suggest import suggest
from whosays.author.suggestions import read_suggestions
from whosays.case.anchor import anchored
from whosays.case.errors import CaseError, Fault
from whosays.case.load import case_folder, read_files
from whosays.case.lock import real
from whosays.case.model import Article, Case, Date, Passage
from whosays.case.save import cells_of
from whosays.case.schema import schema
from whosays.case.table import shape_of


def begin(folder: str | Path, text: str, **article: str) -> Draft:
    """Begin a case from an article: its passages with their anchors, and what can be found by rule.

    The passages have no gist and the suggestions are nobody's word yet: what is missing are the faults of the draft.
    The text is not written; passages keep positions, lengths and hashes.

    Args:
        folder: Where the case is to be; its name is the name of the case.
        text: The article, as plain text: headline first, a blank line between paragraphs.
        article: Cells of ``article.csv`` that are known: outlet, published, address, language (en, if not given), title
            (a question), content_note, byline.

    Returns:
        The draft, saved.

    Raises:
        CaseError: The folder holds a case already, or the text is empty or longer than any article.
        UnknownIdError: There is no such column.
        OSError: The place cannot be written.
    """
    place = Path(folder)
    there = next((name for name in schema() if (place / f"{name}.csv").exists()), "")
    if there:
        remedy = "Name another folder, or go on with that case: its tables are not overwritten."
        raise CaseError([Fault(str(place), 0, "", f"a case, with {there}.csv", "a folder without a case", remedy)])
    name = real(place).name
    pieces = split(text, article.get("language", "en"))
    stub = Article("", "", "", Date.parse("0001"), "", "", None, "", "", "", "")
    passages = (Passage(p.id, p.role, p.paragraph, p.sentence, p.first_word, p.words, 0, "", "", "") for p in pieces)
    cells = cells_of(anchored(Case(name, str(place), stub, passages=tuple(passages)), text))
    measured = dict(zip(schema()["article"].header, cells["article"][0], strict=True))
    measured |= {"id": _slug(name), "published": "", "language": "en", **known_columns(schema()["article"], article)}
    rows = {table: tuple(map(tuple, own)) for table, own in cells.items()} | {"article": (tuple(measured.values()),)}
    draft = Draft(place, State("begun", rows, tuple(suggest(text, pieces, measured["language"]))), copy=text)
    draft.save()
    return draft


def open_draft(folder: str | Path, *, copy: str = "") -> Draft:
    """Open a case that need not be sound, to go on with it.

    Args:
        folder: Folder of the case.
        copy: The reader's own copy of the article, for the passages to be shown; never written.

    Raises:
        UnknownIdError: There is no such folder or case.
        CaseError: A file cannot be read, or a row has not as many cells as its header; such a file is mended by hand.
    """
    place = case_folder(folder)
    files = read_files(place)
    faults = [fault for own in files.faults.values() for fault in own]
    cells: dict[str, tuple[tuple[str, ...], ...]] = {}
    tables = dict(schema())
    for name, table in schema().items():
        shape = shape_of(table, files.grids[name]) if name in files.grids else None
        if shape:
            faults += shape.faults
            tables[name] = shape.table
        cells[name] = tuple(map(tuple, shape.cells())) if shape else ()
    suggestions, own = read_suggestions(place)
    if faults + own:
        raise CaseError(faults + own)
    return Draft(place, State("opened", cells, suggestions, tables), copy=copy, text=files.text)


def _slug(name: str) -> str:
    words = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
    return words if words[:1].isalpha() else f"a-{words}".strip("-")

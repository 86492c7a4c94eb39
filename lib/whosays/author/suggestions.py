"""The file of suggestions beside a draft: what was found by rule, and what a person made of it."""

import csv
import io
from dataclasses import fields
from pathlib import Path

from whosays.author.suggest import Suggestion
from whosays.case.errors import Fault, UnknownIdError, quoted
from whosays.case.load import csv_text
from whosays.case.table import grid_of

SUGGESTIONS = "suggestions.csv"
ASIDE = "aside"
HEADER = tuple(field.name for field in fields(Suggestion))


def text_of_suggestions(suggestions: tuple[Suggestion, ...]) -> str:
    """Return the suggestions as CSV, one a row."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows([getattr(suggestion, name) for name in HEADER] for suggestion in suggestions)
    return out.getvalue()


def read_suggestions(folder: Path) -> tuple[tuple[Suggestion, ...], list[Fault]]:
    """Return the suggestions of a draft, and what is wrong with their file; none if there is no file.

    Args:
        folder: Folder of the draft.
    """
    path = folder / SUGGESTIONS
    remedy = "It is written by the kit; delete the file, or take it from a copy. No table of the case depends on it."
    if not path.is_file():
        return (), []
    text, unread = csv_text(path)
    if text is None:
        return (), unread
    grid, faults = grid_of(str(path), text)
    if grid.header != HEADER:
        head = quoted(",".join(grid.header))
        return (), [*faults, Fault(str(path), 1, "", head, f"the header {','.join(HEADER)}", remedy)]
    found: list[Suggestion] = []
    for line, cells in grid.records:
        row = dict(zip(HEADER, cells, strict=False))
        if len(cells) != len(HEADER) or not (row["word"].isdecimal() and row["words"].isdecimal()):
            faults.append(Fault(str(path), line, "", f"{len(cells)} cells", "a row of this file", remedy))
            continue
        found.append(Suggestion(**{**row, "word": int(row["word"]), "words": int(row["words"])}))  # type: ignore[arg-type]
    return tuple(found), faults


def proposal(suggestion: Suggestion) -> tuple[str, dict[str, str]]:
    """Return the table that a suggestion belongs to, and the cells that the rule can fill.

    Args:
        suggestion: A suggestion of the kind source, number, cue or hedge.

    Raises:
        UnknownIdError: Its kind has no table: dates and quotations are cells of a statement.
    """
    if suggestion.kind == "source":
        phrase = suggestion.phrase
        return "sources", {"name": phrase, "label": phrase, "name_as_printed": phrase, "layer": "article"}
    if suggestion.kind == "number":
        qualifier, value, unit = suggestion.reading.split("|")
        filled = {"qualifier": qualifier, "value": value, "unit": unit, "word": str(suggestion.word)}
        return "figures", {**filled, "layer": "article"}
    if suggestion.kind in {"cue", "hedge"}:
        return "wording", {"passage": suggestion.passage, "phrase": suggestion.phrase, "kind": suggestion.kind}
    what = "table for a suggestion"
    raise UnknownIdError(what, suggestion.kind, ("source", "number", "cue", "hedge"))

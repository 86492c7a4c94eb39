"""What a workbook says about itself: its first sheet, and the note on each column."""

from whosays.author.opened import MARK
from whosays.case.schema import Column, Table

_FORMS = {
    "id": "One id, as k01: small letters and digits, a letter first.",
    "ids": "Ids parted by one space, as s02 s04.",
    "date": "A date as 2023-01-08, or only as far as it is known: 2023-01 or 2023. A span: 2023-01-08/2023-01-10.",
    "integer": "A whole number, digits only.",
    "number": "A number in digits, with a point if it needs one, as 4.5.",
    "address": "A web address in full, as https://example.org/page.",
    "addresses": "Web addresses in full, parted by one space.",
}
WORDS = f"""
# This workbook is one case
A case takes one article apart: each claim, who says it, and what has been said against it. Each sheet is one table, \
each row one entry.

# How to fill it
Leave the first row as it is. A star ({MARK.strip()}) behind the name of a column means: no row without it.
Rest the pointer on the name of a column, and a note says what belongs there.
Where a cell offers a list, only the words of that list are accepted.
Give each row an id of its own, and name rows of other sheets by their id. Several ids stand in one cell, parted by \
one space: s02 s04.
Write in your own words. Copy no sentence of the article into any cell; where a phrase must be taken over, the note \
says how many words it may have.
Words of the case may stand in other languages too: add a column gist:uk beside gist, with the tag of the language \
behind the colon. What is blank there is shown as it stands in gist.
A cell that is not known stays blank. A date may be as short as what is known: 2023, or 2023-01.
All cells are text, so that nothing is computed or rewritten: leading noughts, dates and equals signs stay as typed. \
A green corner that warns of a number stored as text is in order.
Do not merge cells, hide columns, or add sheets or columns of your own. Sort and filter as you like.

# How to bring it back
Save it as an Excel workbook (.xlsx), then run: whosays import FILE FOLDER
Every fault is named with its sheet, row and column. A case that is not finished may be brought back too.
If the case carries the text of its article (text.txt), that is not in here; it stays where it is.

# The sheets
"""


def required(column: Column) -> str:
    """Return the name of a column, with a star if it must be filled."""
    return column.name + (MARK if column.required else "")


def column_note(column: Column) -> str:
    """Return what a person should know who fills a column: what belongs there, and in which form.

    Args:
        column: The column.
    """
    lines = [column.description, "Must be filled." if column.required else "May stay blank."]
    if column.values:
        lines.append(f"One of: {', '.join(column.values)}.")
    elif column.prefixes:
        lines.append(f"Parted by one space, each with {' or '.join(f'{p}:' for p in column.prefixes)} before its id.")
    elif column.type in _FORMS:
        lines.append(_FORMS[column.type])
    if column.refers:
        lines.append(f"The id stands in the sheet {' or '.join(column.refers.split())}.")
    if column.minimum is not None:
        lines.append(f"At least {column.minimum}.")
    if column.max_words:
        lines.append(f"At most {column.max_words} words.")
    if column.unit:
        lines.append(f"Unit: {column.unit}.")
    return "\n".join(lines)


def sheet_note(table: Table, rows: int) -> tuple[str, str]:
    """Return what a row of a sheet is, and how many it has.

    Args:
        table: The table.
        rows: Number of its rows.
    """
    may = " The sheet may stay empty." if table.optional else ""
    return f"A row is {table.row}.{may}", f"{rows} row{'s' if rows != 1 else ''}"

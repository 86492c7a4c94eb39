"""The words of the reference: the pages on the library, on the commands and on the tables of a case."""

from whosays.show.language import Words, tr

LABELS = Words(
    {
        "library": "The library, name by name",
        "library_lead": "What a notebook or a program can ask of whosays. Every example was run, and is run again with "
        "every change of the kit. You can copy each one as it stands.",
        "commands": "The commands, one by one",
        "commands_lead": "What whosays does in a terminal. A command ends with 0 if all is well, with 1 if a case has "
        "faults, with 2 if it was called wrongly, and with 130 if a person stopped it. One that differs says so.",
        "tables": "The tables of a case, column by column",
        "tables_lead": "A case is a folder of CSV files in UTF-8, one for each table. Here is what each column holds. "
        "A star marks a column that no row may leave blank.",
        "pages": "The reference",
        "parts": "On this page",
        "functions": "Functions",
        "classes": "Classes",
        "errors": "Errors",
        "returned": "What comes back",
        "cited": "What these pages refer to",
        "name": "Argument",
        "attribute": "Attribute",
        "error": "Error",
        "meaning": "Meaning",
        "column": "Column",
        "returns": "Returns",
        "example": "Example",
        "members": "Methods and properties",
        "usage": "Usage",
        "translatable": "May stand in other languages too.",
    }
)


def otherwise(value: str) -> str:
    """Return what is taken if an argument is not given."""
    return tr("{value} if not given", value=value)


def refers(tables: str) -> str:
    """Return where the id of a column must stand."""
    return tr("An id of: {tables}.", tables=tables)


def one_of(values: str) -> str:
    """Return the closed list of words of a column."""
    return tr("One of: {values}.", values=values)


def at_most(words: int) -> str:
    """Return how many words a cell may hold."""
    return tr("At most {words} words.", words=words)


def optional(row: str, *, needed: bool) -> str:
    """Return what a row of a table is, and whether a case needs the table."""
    said = tr("A row is {row}.", row=row)
    return said if needed else f"{said} {tr('A case may go without this table.')}"

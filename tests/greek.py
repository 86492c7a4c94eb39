"""A case whose own words are all in Greek letters, so that every Latin letter on its page is a word of ours."""

from dataclasses import replace

from whosays.case.schema import schema

LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "αβψδεφγηιξκλμνοπχρστθωςχυζΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠΧΡΣΤΘΩΣΧΥΖ"
)
LOGIC = {"language", "answer"}  # what a rule reads


def greek(case):
    """Return a case, 2025, with its words letter by letter in Greek; nothing that a rule reads is changed."""
    tables = {}
    for name, table in schema().items():
        texts = [
            c.attribute
            for c in table.columns
            if c.translatable or (c.type == "text" and not c.pattern and c.name not in LOGIC)
        ]
        rows = tuple(_row(row, texts) for row in case.rows(name))
        tables[name] = rows[0] if name == "article" else rows
    return replace(case, id="2025", **tables, text=case.text.translate(LETTERS), translations={})


def _row(row, texts):
    return replace(row, **{name: _said(getattr(row, name)) for name in texts})


def _said(value):
    return tuple(map(_said, value)) if isinstance(value, tuple) else value.translate(LETTERS)

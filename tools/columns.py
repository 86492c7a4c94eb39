"""The tables of a case as a page of the reference: what each column holds, from the schema that checks it."""

import html

from prose import linked
from whosays.case.schema import Column, schema
from whosays.cli import commands
from whosays.show.reference import PAGES, Part, own, rows
from whosays.show.sentences.reference import LABELS, at_most, one_of, optional, refers


def told() -> dict[str, list[Part]]:
    """Return the parts of the page."""
    return {
        "": [
            Part(
                table.name,
                f"<p>{own(html.escape(optional(table.row, needed=not table.optional)))}</p>"
                + rows("column", map(_row, table.columns)),
                f"{table.name}.csv",
            )
            for table in schema().values()
        ]
    }


def _row(column: Column) -> tuple[str, str, str]:
    unit = f", {html.escape(column.unit)}" if column.unit else ""
    rules = [own(one_of(_code(column.values)))] if column.values else []
    rules += [own(refers(", ".join(_link(name) for name in column.refers.split())))] if column.refers else []
    rules += [own(at_most(column.max_words))] if column.max_words else []
    rules += [own(LABELS["translatable"])] if column.translatable else []
    return (
        f"{column.name}{' *' if column.required else ''}",
        f"{column.type}{unit}",
        linked(column.description, _find) + (f"<p>{' '.join(rules)}</p>" if rules else ""),
    )


def _find(code: str) -> str:
    """Return where a command is told, of those that a description names."""
    program, _, name = code.partition(" ")
    return f"{PAGES['commands']}#{name}" if program == "whosays" and name in commands().parsers else ""


def _code(words: tuple[str, ...]) -> str:
    return ", ".join(f"<code>{html.escape(word)}</code>" for word in words)


def _link(name: str) -> str:
    return f'<a href="#{name}"><code>{name}</code></a>'

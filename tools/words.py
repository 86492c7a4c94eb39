"""Collect every message of the library, bring the catalogues up to date with them, and compile these."""

import ast
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from whosays.show.language import DOMAIN, ENGLISH, LANGUAGES, LOCALE

ROOT = Path(__file__).resolve().parents[1]
LIB = ROOT / "lib" / "whosays"
FLOORS = ("report", "show", "teach")  # what speaks to readers; below them nothing is said
CALLS = {"tr", "tr_many", "Words", "Terms"}
HEADER = '# whosays: the words of one language. Awaiting a native reader; "make words" keeps this file in order.'
WHEN = datetime(2026, 11, 28, tzinfo=UTC)  # one for ever, so that the same words give the same bytes
NOBODY = {"project": "whosays", "version": "1", "msgid_bugs_address": "none", "last_translator": "none",
          "language_team": "none", "creation_date": WHEN, "revision_date": WHEN}  # fmt: skip
WIDTH = 110  # characters of a line of a catalogue


def main() -> int:
    """Write the catalogues and say how whole they are."""
    messages = collect()
    for language in LANGUAGES:
        if language == ENGLISH:
            continue
        catalogue = merged(language, messages)
        file = source(language)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(as_po(catalogue))
        file.with_suffix(".mo").write_bytes(as_mo(catalogue))
        said = sum(whole(message) for message in catalogue if message.id)
        print(f"{language}: {said} of {len(catalogue)} messages")
    return 0


def source(language: str) -> Path:
    """Return the file that translators edit."""
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def collect() -> Catalog:
    """Return every message of the library as a catalogue without translations."""
    found = Catalog(domain=DOMAIN, fuzzy=False)
    for file in sorted(path for floor in FLOORS for path in (LIB / floor).rglob("*.py")):
        place = file.relative_to(ROOT).as_posix()
        for call in calls(ast.parse(file.read_text(encoding="utf-8"))):
            context = next((k.value.value for k in call.keywords if k.arg == "context"), None)
            for message in messages_of(call, place):
                found.add(message, context=context, locations=[(place, None)])
    return found


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Return the calls that hold messages, in their order."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            yield node


def messages_of(call: ast.Call, place: str) -> list[str | tuple[str, str]]:
    """Return the messages of a call: texts, and pairs of texts where a count decides.

    Raises:
        SystemExit: Something is no literal, so it could never be collected.
    """
    name, args = call.func.id, call.args
    if name == "tr_many":
        return [(literal(args[1], place), literal(args[2], place))]
    if name == "Words":
        values = args[0].values
        return [literal(value, place) for value in values]
    return [literal(value, place) for value in (args if name == "Terms" else args[:1])]


def literal(node: ast.expr, place: str) -> str:
    """Return the text of a literal."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    found = f"{place}:{node.lineno}: column {node.col_offset + 1}: found {ast.unparse(node)}"
    sys.exit(f"{found}, expected a literal text, so that it can be collected. Write it out, with names in braces.")


def merged(language: str, messages: Catalog) -> Catalog:
    """Return the catalogue of a language with exactly the messages of the library, old translations kept."""
    file = source(language)
    old = read_po(BytesIO(file.read_bytes()), locale=language) if file.exists() else Catalog(locale=language)
    new = Catalog(locale=language, header_comment=HEADER, fuzzy=False, **NOBODY)
    for message in messages:
        if message.id:
            known = old.get(message.id, message.context)
            held = new.add(message.id, context=message.context, locations=message.locations)
            held.string = known.string if known and known.string else held.string
            held.user_comments = known.user_comments if known else []
    return new


def as_po(catalogue: Catalog) -> bytes:
    """Return a catalogue as translators read it; nothing in it tells a time."""
    held = BytesIO()
    write_po(held, catalogue, width=WIDTH, sort_output=True, include_lineno=False)
    return held.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """Return a catalogue as gettext reads it."""
    held = BytesIO()
    write_mo(held, catalogue)
    return held.getvalue()


def whole(message: Message) -> bool:
    """Return whether a message is translated in every form."""
    return all(message.string) if isinstance(message.string, tuple) else bool(message.string)


if __name__ == "__main__":
    sys.exit(main())

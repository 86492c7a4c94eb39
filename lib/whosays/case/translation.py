"""The words of a case in other languages: columns such as ``gist:uk`` beside the columns of its own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from whosays.case.errors import Fault, near, quoted
from whosays.case.schema import LANGUAGE, Column, Table, schema

if TYPE_CHECKING:
    from whosays.case.model import Case, Row

Translations = Mapping[str, Mapping[str, Mapping[str, str]]]  # texts by table, column (as gist:uk) and id of the row
PERCENT = frozenset({"percent", "per cent", "%"})
Slip = tuple[str, str, str]  # found, expected, remedy


class Share(NamedTuple):
    """How much of a case is there in a language: cells given, of those needed."""

    given: int
    needed: int


def shares(case: Case) -> dict[str, Share]:
    """Return every language in which some text of a case is given, sorted by tag, and how much of it is."""
    given = Counter[str]()
    for table, columns in case.translations.items():
        ids = {row.id for row in case.rows(table)}
        for name, texts in columns.items():
            given[name.partition(":")[2]] += sum(bool(text.strip()) for row, text in texts.items() if row in ids)
    needed = sum(
        _needed(row, column)
        for table in schema().values()
        for column in table.columns
        if column.translatable
        for row in case.rows(table.name)
    )
    return {tag: Share(count, needed) for tag, count in sorted(given.items()) if count}


def _needed(row: Row, column: Column) -> bool:
    """Return whether a cell holds words; the range of a number has none."""
    return bool(getattr(row, column.attribute)) and not (column.name == "range" and getattr(row, "bounds", None))


def tags(wanted: str, own: str) -> list[str]:
    """Return the languages that serve a reader, the best first: uk-UA, then uk; nothing beyond the case's own one.

    Method: lookup, RFC 4647, section 3.4.

    Args:
        wanted: Tag of the reader's language.
        own: Tag of the language in which the case was written.
    """
    parts, found = wanted.casefold().split("-"), list[str]()
    while parts and "-".join(parts) != own.casefold():
        found.append("-".join(parts))
        parts.pop()
    return found


def translated(row: Row, table: Table, columns: Mapping[str, Mapping[str, str]], languages: list[str]) -> Row:
    """Return a row with its words in another language, each in the first of the languages that has it.

    Args:
        row: The row.
        table: Its table.
        columns: Texts by name of the column and id of the row.
        languages: Tags, the best first.
    """
    by_name = {name.casefold(): texts for name, texts in columns.items()}
    words: dict[str, str] = {}
    for column in (c for c in table.columns if c.translatable and getattr(row, c.attribute)):
        texts = (by_name.get(f"{column.name}:{tag}", {}).get(row.id, "") for tag in languages)
        text = next((text for text in texts if text.strip()), "")
        if text:
            words[column.attribute] = text
    if "options" in words:  # the key names one of the options, so it goes where that option goes
        before = getattr(row, "choices", ())
        answer = getattr(row, "answer", "")
        if answer in before:
            words["answer"] = words["options"].split(" | ")[before.index(answer)]
    return replace(row, **words) if words else row


def column_slip(table: Table, name: str) -> Slip | None:
    """Return why a header is no text in another language; None for one that does not look as if it were meant so.

    Args:
        table: The table of the schema.
        name: The header, which the table does not know.
    """
    base, colon, tag = name.partition(":")
    if not colon:
        return None
    words = [column.name for column in table.columns if column.translatable]
    if base not in table.header:
        hint = near(base, words) if words else "Remove the column; this table holds no words of the case."
        return f"a translation of the unknown column {quoted(base)}", "a column of the schema before the colon", hint
    if base not in words:
        remedy = "Remove the column; ids, numbers, dates, choices, printed words and notes are not translated."
        return f"a translation of {base}, which holds no words of the case", f"one of {', '.join(words)}", remedy
    better = _spelled(tag)
    remedy = f"Write {base}:{better}." if better else "Write the language, then script and region if they matter."
    return f"the language {quoted(tag)}", "a language tag (BCP 47), as uk, de-AT or zh-Hant", remedy


def _spelled(tag: str) -> str:
    """Return a tag in the usual spelling, "" if it is none in any."""
    first, *rest = tag.strip().replace("_", "-").split("-")
    script = 4  # letters
    parts = [part.title() if len(part) == script else part.upper() for part in rest]
    better = "-".join([first.lower(), *parts])
    return better if LANGUAGE.fullmatch(better) else ""


def translation_faults(case: Case) -> Iterator[Fault]:
    """Yield where the texts in other languages do not fit those that they translate.

    Args:
        case: The case, as far as its rows could be read.
    """
    for table, columns in case.translations.items():
        rows = {row.id: row for row in case.rows(table)}
        for name, texts in columns.items():
            base, _, tag = name.partition(":")
            if tag.casefold() == case.article.language.casefold():
                remedy = f"The column {base} holds these words already; remove this one."
                fault = case.fault(table, "", name, "the case's own language", "another language", remedy)
                yield replace(fault, line=1)
            for row_id, text in texts.items():
                slip = _cell_slip(rows[row_id], base, text) if row_id in rows and text.strip() else None
                if slip:
                    yield case.fault(table, row_id, name, *slip)
    yield from _families(case)


def _cell_slip(row: Row, base: str, text: str) -> Slip | None:
    original: str = getattr(row, base)  # no column of words has another name in the model
    if not original:
        return quoted(text), "a blank cell", f"In {base} is nothing that it could translate; clear it, or fill both."
    if base == "options":
        count, own = len(getattr(row, "choices", ())), text.split(" | ")
        if len(own) != count or len(set(own)) < count or not all(map(str.strip, own)):
            remedy = "Give the same options in the same order, parted by a bar with a space on each side."
            return quoted(text), f"{count} options, each once", remedy
    if base == "range" and getattr(row, "bounds", None):
        return quoted(text), "a blank cell", "Numbers are the same in every language; clear it."
    if base == "unit" and (original in PERCENT) != (text in PERCENT):
        expected = quoted("%") if original in PERCENT else "another unit"
        return quoted(text), expected, "A percent sign is read in every language, and means nothing but percent."
    return None


def _families(case: Case) -> Iterator[Fault]:
    """What is compared is the same, or differs, in every language, so that no answer changes with it."""
    families: dict[str, list[tuple[str, str]]] = {}
    for table in schema().values():
        for column in (c for c in table.columns if c.family):
            families.setdefault(column.family, []).append((table.name, column.name))
    for tag in shares(case):
        other = case.in_language(tag)
        for members in families.values():
            yield from _family(case, other, tag, members)


def _family(case: Case, other: Case, tag: str, members: list[tuple[str, str]]) -> Iterator[Fault]:
    there: dict[str, tuple[str, str]] = {}
    back: dict[str, tuple[str, str]] = {}
    for table, name in members:
        for row, its in zip(case.rows(table), other.rows(table), strict=True):
            original, text = getattr(row, name), getattr(its, name)
            first, row_id = there.setdefault(original, (text, row.id))
            if text != first:
                remedy = f"{row_id} has the same words in the case, and the two are compared; translate both alike."
                yield case.fault(table, row.id, f"{name}:{tag}", quoted(text), quoted(first), remedy)
                continue
            known, row_id = back.setdefault(text, (original, row.id))
            if known != original:
                remedy = f"{row_id} has it for {quoted(known)}; what differs in the case must differ here as well."
                yield case.fault(table, row.id, f"{name}:{tag}", quoted(text), "words of its own", remedy)

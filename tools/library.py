"""The library as a page of the reference: each public name with its call, prose, tables and example."""

import builtins
import html
import re
from collections.abc import Callable, Iterator

from api import every
from entry import Entry, Item
from prose import linked
from whosays.show.reference import Part, anchor, own, rows
from whosays.show.sentences.reference import LABELS, otherwise

WIDTH = 84  # letters of a call that stand in one line
WORD = re.compile(r"[A-Za-z_][\w.]*")
Find = Callable[[str], str]


def told(groups: dict[str, list[Entry]]) -> dict[str, list[Part]]:
    """Return the parts of the page.

    Args:
        groups: What ``api.entries`` returns.
    """
    known = {entry.path: entry.name for entry in every(groups)} | {entry.name: entry.name for entry in every(groups)}
    return {key: [Part(entry.name, _entry(entry, known)) for entry in group] for key, group in groups.items()}


def _finder(known: dict[str, str], inside: str) -> Find:
    """Return what finds the address of a name, as it is written inside a class or anywhere."""

    def find(code: str) -> str:
        name = code.partition("(")[0]
        found = known.get(f"{inside}.{name}") or known.get(name)
        return f"#{anchor(found)}" if found else ""

    return find


def _entry(entry: Entry, known: dict[str, str]) -> str:
    owner = entry.name if entry.kind in {"class", "error"} else entry.name.rpartition(".")[0]
    find = _finder(known, owner if entry.kind in {"class", "error", "method", "property"} else "")
    text = _terms(entry.text) if entry.kind == "module" else entry.text
    return "".join([
        _call(entry, find),
        linked(text, find),
        rows("name", (_row(item, find) for item in entry.arguments)) if entry.kind not in {"class", "error"} else "",
        _made(entry, find),
        _back(entry, find),
        rows("error", ((_typed(item.name, find), "", linked(item.text, find)) for item in entry.errors)),
        _example(entry),
        _members(entry, known),
    ])  # fmt: skip


def _made(entry: Entry, find: Find) -> str:
    """Return what a class takes and holds; what it only takes on to hold is not said twice."""
    held = {item.name for item in entry.attributes}
    taken = [item for item in entry.arguments if entry.kind in {"class", "error"} and item.name not in held]
    return "".join([
        rows("name", (_row(item, find) for item in taken)),
        rows("attribute", (_row(item, find) for item in entry.attributes)),
    ])  # fmt: skip


def _row(item: Item, find: Find) -> tuple[str, str, str]:
    beneath = [f"<code>{_typed(item.type, find)}</code>"] if item.type else []
    beneath += [own(otherwise(f"<code>{html.escape(item.default)}</code>"))] if item.default else []
    return html.escape(item.name), ", ".join(beneath), linked(item.text, find)


def _typed(written: str, find: Find) -> str:
    """Return a type, or a call, with links to the names of the page."""

    def named(match: re.Match[str]) -> str:
        word, address = match[0], find(match[0]) if not hasattr(builtins, match[0]) else ""
        return f'<a href="{address}">{word}</a>' if address else word

    return WORD.sub(named, html.escape(written, quote=False))


def _call(entry: Entry, find: Find) -> str:
    if entry.kind == "module":
        return ""
    if entry.kind == "value":
        return f'<pre class="ws-call"><code>{html.escape("".join(entry.call), quote=False)}</code></pre>'
    if entry.kind == "property":
        hint = f": {_typed(entry.returns.type, find)}" if entry.returns else ""
        return f'<pre class="ws-call"><code><b>{entry.name.rpartition(".")[2]}</b>{hint}</code></pre>'
    back = f" -> {entry.returns.type}" if entry.returns and entry.returns.type else ""
    name = entry.name.rpartition(".")[2]
    line = f"{name}({', '.join(entry.call)}){back}"
    if len(line) > WIDTH:
        line = f"{name}(\n" + "".join(f"    {part},\n" for part in entry.call) + f"){back}"
    return f'<pre class="ws-call"><code>{_typed_call(line, name, find)}</code></pre>'


def _typed_call(line: str, name: str, find: Find) -> str:
    """Return a call with links to its types; neither its own name nor those of its arguments are types."""
    head, rest = line[: len(name)], line[len(name) :]
    parts = re.split(r"(: [^=\n]*?(?= = |, \w+:|, \*|,\n|\))|-> .+$)", rest)
    shown = "".join(_typed(part, find) if n % 2 else html.escape(part, quote=False) for n, part in enumerate(parts))
    return f"<b>{html.escape(head)}</b>{shown}"


def _back(entry: Entry, find: Find) -> str:
    if not entry.returns or not entry.returns.text:
        return ""  # the call has said its type
    hint = f"<code>{_typed(entry.returns.type, find)}</code>" if entry.returns.type else ""
    return f'<div class="ws-returns"><p>{own(LABELS["returns"])}: {hint}</p>{linked(entry.returns.text, find)}</div>'


def _example(entry: Entry) -> str:
    if not entry.example:
        return ""
    shown = "\n".join(_lines(entry.example))
    return f'<p class="ws-meta">{own(LABELS["example"])}</p><pre class="ws-example"><code>{shown}</code></pre>'


def _lines(session: str) -> Iterator[str]:
    """Yield the lines of a session; what Python prints is set apart, and its prompts are not copied along."""
    for line in session.splitlines():
        if line.startswith((">>>", "...")):
            yield f"<span>{html.escape(line[:4], quote=False)}</span>{html.escape(line[4:], quote=False)}"
        else:
            yield f"<samp>{html.escape('' if line == '<BLANKLINE>' else line, quote=False)}</samp>"


def _members(entry: Entry, known: dict[str, str]) -> str:
    if not entry.members:
        return ""
    links = "".join(
        f'<li><a href="#{anchor(m.name)}"><code>{html.escape(m.name.rpartition(".")[2])}</code></a></li>'
        for m in entry.members
    )
    shown = "".join(
        f'<section class="ws-member" id="{anchor(m.name)}" aria-labelledby="{anchor(m.name)}-title">'
        f'<h4 id="{anchor(m.name)}-title"><code>{html.escape(m.name)}</code></h4>{_entry(m, known)}</section>'
        for m in entry.members
    )
    if entry.kind == "module":
        return shown
    name = f"{LABELS['members']}: {html.escape(entry.name)}"
    head = f'<p class="ws-meta">{own(LABELS["members"])}</p>'
    listed = f'{head}<ul class="ws-index-names" role="list">{links}</ul>'
    return f'<nav class="ws-index ws-control" aria-label="{name}">{listed}</nav>{shown}'


def _terms(text: str) -> str:
    """Return the prose of a module with its indented explanations as a list: the line above each is its term."""
    blocks: list[str] = []
    for block in text.split("\n\n"):
        lines = block.split("\n")
        if not any(line.startswith("    ") for line in lines):
            blocks.append(block)
            continue
        blocks.append("\n".join(f"  {line.strip()}" if line.startswith("    ") else f"* {line}" for line in lines))
    return "\n\n".join(blocks)

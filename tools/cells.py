"""What the cells of a notebook open: views of a case as the page of a lesson has them, and all else as it is stored."""

import ast
import html
import os
import re
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from typing import Any
from unittest.mock import patch

from ipywidgets import Widget

from prose import Prose, scrolled
from whosays.case.model import Case
from whosays.show.card import Card
from whosays.show.catalogue import catalogue
from whosays.show.explorer import Explorer
from whosays.show.front import entries
from whosays.show.lesson import Part
from whosays.show.picker import Picker
from whosays.show.sentences.site import LABELS

Notebook = dict[str, Any]


def values(notebook: Notebook, folder: Path) -> list[object]:
    """Return what each code cell ends with, in order, run from top to bottom.

    Args:
        notebook: A notebook of this repository.
        folder: Where it stands; a copy without answers, for what was answered on this machine is nobody's business.
    """
    names: dict[str, Any] = {"__name__": "__main__"}
    code = [ast.parse("".join(cell["source"])) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    with chdir(folder), patch.dict(os.environ):
        os.environ.pop("WHOSAYS_SEAT", None)
        return [_value(tree, names) for tree in code]


def _value(tree: ast.Module, names: dict[str, Any]) -> object:
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "<cell>", "exec"), names)  # noqa: S102 - the notebooks are our own
    return eval(compile(ast.Expression(last.value), "<cell>", "eval"), names) if last else None  # noqa: S307 - as above


def parts(notebook: Notebook, found: list[object], prose: Prose, cases: list[Case], to_cases: str) -> Iterator[Part]:
    """Yield the parts of the page of a notebook.

    Args:
        notebook: The notebook.
        found: What its code cells end with.
        prose: What makes HTML of its texts.
        cases: The cases of the site.
        to_cases: Address of the folder with the pages of the cases.
    """
    ends = iter(found)
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            yield Part(prose.html(source))
            continue
        value = next(ends)
        said = f"<p>{html.escape(_data(cell).get('text/plain', ''))}</p>"
        if isinstance(value, Card):  # nobody changes its cell
            yield Part(said, {"about": value.content["case"], "card": value.content})
            continue
        yield Part(
            f'<details class="ws-cellin ws-control"><summary>{LABELS["site_cell"]}</summary>'
            f"<pre><code>{html.escape(source)}</code></pre></details>"
        )
        if isinstance(value, Explorer):
            yield Part(said, {"about": value.content["case"], **value.opened}, value.content)
        elif isinstance(value, Picker):
            yield Part(f'<div class="ws-prose">{entries(catalogue(cases), to_cases, 3)}</div>')
        elif isinstance(value, Widget):
            yield Part(f'<div class="ws-cellout ws-prose"><p class="ws-meta">{LABELS["site_python"]}</p>{said}</div>')
        else:
            yield Part(_stored(cell, prose))


def _stored(cell: dict[str, Any], prose: Prose) -> str:
    """Return the stored output of a cell: its text or table; a figure has both, in the words of its sentence."""
    data = _data(cell)
    if "text/markdown" in data:
        shown = prose.html(data["text/markdown"])
    elif "text/html" in data:
        shown = _bare(scrolled(data["text/html"]))
    else:
        text = html.escape(data.get("text/plain", ""))
        shown = f"<pre>{text}</pre>" if "\n" in text else f'<p class="ws-meta">{text}</p>'
    if cell["metadata"].get("jupyter", {}).get("outputs_hidden"):
        shown = f"<details><summary>{LABELS['site_hidden']}</summary>{shown}</details>"
    return f'<div class="ws-cellout">{shown}</div>'


def _bare(table: str) -> str:
    """Return a table as pandas writes it without the looks that it brings along."""
    table = re.sub(r"<style.*?</style>", "", table, flags=re.DOTALL)
    table = re.sub(r' (?:style="[^"]*"|border="1"|class="dataframe")', "", table)
    head, body, rows = table.partition("<tbody>")
    return head.replace("<th>", '<th scope="col">') + body + rows.replace("<th>", '<th scope="row">')


def _data(cell: dict[str, Any]) -> dict[str, str]:
    found = next((output["data"] for output in cell["outputs"] if "data" in output), {})
    return {kind: "".join(text) for kind, text in found.items() if kind.startswith("text/")}

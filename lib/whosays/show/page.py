"""The one-file page: the explorer with its sheet inside, for a double click, without network or Python."""

import base64
import hashlib
import html
import json
from pathlib import Path
from typing import Any, cast

from whosays.case.model import Case
from whosays.show.sheet import sheet

HERE = Path(__file__).parent
START = """
const [shapes, nodes] = JSON.parse(document.getElementById("sheet").textContent);
const built = [];
for (const node of nodes) {
  if (!Array.isArray(node)) built.push(node);
  else if (node[0] < 0) built.push(node.slice(1).map((at) => built[at]));
  else built.push(Object.fromEntries(shapes[node[0]].map((key, n) => [key, built[node[n + 1]]])));
}
const sheet = built.at(-1);
const options = JSON.parse(document.getElementById("options").textContent);
mount(document.getElementById("explorer"), sheet, options);
"""


def page(data: dict[str, Any], *, guided: bool = True) -> str:
    """Return a sheet as an HTML page.

    Nothing is fetched, and the page forbids it: its content policy allows its own script by hash and no address.
    All data stands in a block that is never run, with every "<" escaped, so no cell of a case can become markup.

    Args:
        data: The sheet of a case.
        guided: Whether to hold back what the reader should guess first.
    """
    title = html.escape(data["article"]["title"])
    script = (HERE / "explorer.js").read_text(encoding="utf-8") + START
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src '{_hash(script)}'; base-uri 'none'"
    options = {"guided": guided, "page": True}
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{html.escape(data["language"])}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{title}</title>",
            f"<style>\n{(HERE / 'explorer.css').read_text(encoding='utf-8')}</style>",
            "</head>",
            '<body class="whosays-page">',
            '<main id="explorer"></main>',
            f"<noscript>{title} {html.escape(data['labels']['needs_script'])}</noscript>",
            f'<script type="application/json" id="sheet">{_json(packed(data))}</script>',
            f'<script type="application/json" id="options">{_json(options)}</script>',
            f'<script type="module">{script}</script>',
            "</body>",
            "</html>",
            "",
        ]
    )


def write_page(case: Case, file: str | Path, *, guided: bool = True) -> Path:
    """Write the page of a case, whole or not at all.

    Args:
        case: A checked case.
        file: Where to; an older file is replaced.
        guided: Whether to hold back what the reader should guess first.

    Returns:
        The file.

    Raises:
        OSError: The place cannot be written; what stood there is untouched.
    """
    target = Path(file)
    part = target.with_name(target.name + ".part")
    text = page(sheet(case), guided=guided)
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return target


def packed(value: dict[str, Any]) -> list[Any]:
    """Return JSON data with every repeated part written once; a sheet shrinks to a third.

    Returns:
        The key lists of its objects, and its parts, each after those it is made of, the whole last: a plain value,
        or ``[-1, *parts]`` for a list, or ``[key list, *parts]`` for an object.
    """
    shapes: dict[tuple[str, ...], int] = {}
    seen: dict[object, int] = {}
    nodes: list[object] = []

    def add(part: Any) -> int:  # noqa: ANN401 - JSON data has every shape
        node: object = part
        if isinstance(part, dict):
            items = cast("dict[str, object]", part)
            node = [shapes.setdefault(tuple(items), len(shapes)), *map(add, items.values())]
        elif isinstance(part, list):
            node = [-1, *map(add, cast("list[object]", part))]
        key = repr(node)  # tells 1 from True and from "1", and a list from the text of it
        if key not in seen:
            seen[key] = len(nodes)
            nodes.append(node)
        return seen[key]

    add(value)
    return [[list(shape) for shape in shapes], nodes]


def _hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")

"""The one-file page: the explorer with its sheet inside, for a double click, without network or Python."""

import base64
import hashlib
import html
import json
import os
from pathlib import Path

from whosays.case.model import Case
from whosays.show.sheet import sheet

HERE = Path(__file__).parent
START = """
const sheet = JSON.parse(document.getElementById("sheet").textContent);
const options = JSON.parse(document.getElementById("options").textContent);
mount(document.getElementById("explorer"), sheet, options);
"""


def page(case: Case, *, guided: bool = True) -> str:
    """Return the page of a case as HTML.

    Nothing is fetched, and the page forbids it: its content policy allows its own script by hash and no address.
    All data stands in a block that is never run, with every "<" escaped, so no cell of a case can become markup.

    Args:
        case: A checked case.
        guided: Whether to hold back what the reader should guess first.
    """
    data = sheet(case)
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
            f"<title>{html.escape(case.article.title)}</title>",
            f"<style>\n{(HERE / 'explorer.css').read_text(encoding='utf-8')}</style>",
            "</head>",
            '<body class="whosays-page">',
            '<main id="explorer"></main>',
            f"<noscript>{html.escape(case.article.title)} {html.escape(data['labels']['needs_script'])}</noscript>",
            f'<script type="application/json" id="sheet">{_json(data)}</script>',
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
    part.write_text(page(case, guided=guided), encoding="utf-8", newline="\n")
    os.replace(part, target)  # noqa: PTH105 - Path.replace is the same call; this one says that it is atomic
    return target


def _hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")

"""The one-file page: the explorer with its sheet inside, for a double click, without network or Python."""

import base64
import gzip
import hashlib
import html
import json
from pathlib import Path
from typing import Any

from whosays.case.model import Case
from whosays.case.whole import whole
from whosays.show.sheet import sheet

HERE = Path(__file__).parent
START = """
const place = document.getElementById("explorer");
const packed = Uint8Array.from(atob(document.getElementById("sheet").textContent), (letter) => letter.charCodeAt(0));
if (typeof DecompressionStream === "undefined") place.textContent = place.dataset.old;
else {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  mount(place, await new Response(stream).json(), JSON.parse(document.getElementById("options").textContent));
}
"""


def page(data: dict[str, Any], *, guided: bool = True, front: str = "") -> str:
    """Return a sheet as an HTML page.

    Nothing is fetched, and the page forbids it: its content policy allows its own script by hash and no address.
    All data stands compressed in a block that is never run, so no cell of a case can become markup.

    Args:
        data: The sheet of a case.
        guided: Whether to hold back what the reader should guess first.
        front: Name of the front page beside it, if there is one to go back to.
    """
    title = html.escape(data["article"]["title"])
    script = (HERE / "explorer.js").read_text(encoding="utf-8") + START
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src '{_hash(script)}'; base-uri 'none'"
    options = {"guided": guided, "page": True, "front": front}
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
            f'<main id="explorer" data-old="{html.escape(data["labels"]["needs_newer"])}"></main>',
            f"<noscript>{title} {html.escape(data['labels']['needs_script'])}</noscript>",
            f'<script type="application/octet-stream" id="sheet">{_packed(data)}</script>',
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
    return write_whole(file, page(sheet(case), guided=guided))


def write_whole(file: str | Path, text: str) -> Path:
    """Write a text, whole or not at all.

    Args:
        file: Where to; an older file is replaced.
        text: What is to stand in it.

    Returns:
        The file.

    Raises:
        OSError: The place cannot be written; what stood there is untouched.
    """
    with whole(file) as part:
        part.write_text(text, encoding="utf-8", newline="\n")
    return Path(file)


def _packed(data: dict[str, Any]) -> str:
    """Return data as gzip in base64; without a time, so that the same case gives the same page."""
    return base64.b64encode(gzip.compress(_json(data).encode(), mtime=0)).decode()


def _hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")

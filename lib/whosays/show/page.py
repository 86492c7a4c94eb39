"""The one-file page: the explorer with its sheet inside, for a double click, without network or Python."""

import base64
import gzip
import html
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from whosays.case.model import Case
from whosays.case.whole import whole
from whosays.show.language import NAMES
from whosays.show.leaf import HERE, as_json, leaf
from whosays.show.sheet import sheet

START = """
const place = document.getElementById("explorer");
const packed = Uint8Array.from(atob(document.getElementById("sheet").textContent), (letter) => letter.charCodeAt(0));
if (typeof DecompressionStream === "undefined") place.textContent = place.dataset.old;
else {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  mount(place, await new Response(stream).json(), JSON.parse(document.getElementById("options").textContent));
}
"""


def page(
    data: dict[str, Any],
    *,
    guided: bool = True,
    front: str = "",
    others: Mapping[str, str] | None = None,
    worker: str = "",
) -> str:
    """Return a sheet as an HTML page.

    Nothing is fetched, and the page forbids it: its content policy allows its own script by hash and no address.
    All data stands compressed in a block that is never run, so no cell of a case can become markup.

    Args:
        data: The sheet of a case.
        guided: Whether to hold back what the reader should guess first.
        front: Address of the front page, if there is one to go back to.
        others: Where the same page is in other languages, by tag.
        worker: As in ``leaf``.
    """
    title, labels = data["article"]["title"], data["labels"]
    languages = [{"tag": tag, "name": NAMES[tag], "address": place} for tag, place in (others or {}).items()]
    options = {"guided": guided, "page": True, "front": front, "languages": languages}
    body = [
        f'<main id="explorer" data-old="{html.escape(labels["needs_newer"])}"></main>',
        f"<noscript>{html.escape(title)} {html.escape(labels['needs_script'])}</noscript>",
        f'<script type="application/octet-stream" id="sheet">{packed(data)}</script>',
        f'<script type="application/json" id="options">{as_json(options)}</script>',
    ]
    return leaf(title, body, language=data["language"], script=explorer(START), worker=worker)


def explorer(start: str) -> str:
    """Return the module of the explorer as the script of a page, with what starts it there."""
    return (HERE / "explorer.js").read_text(encoding="utf-8") + start


def write_page(case: Case, file: str | Path, *, guided: bool = True, language: str = "") -> Path:
    """Write the page of a case, whole or not at all.

    Args:
        case: A checked case.
        file: Where to; an older file is replaced.
        guided: Whether to hold back what the reader should guess first.
        language: As in ``sheet``.

    Returns:
        The file.

    Raises:
        OSError: The place cannot be written; what stood there is untouched.
        ValueError: There are no words in that language.
    """
    return write_whole(file, page(sheet(case, language), guided=guided))


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


def packed(data: dict[str, Any]) -> str:
    """Return data as gzip in base64; without a time, so that the same case gives the same page."""
    return base64.b64encode(gzip.compress(as_json(data).encode(), mtime=0)).decode()

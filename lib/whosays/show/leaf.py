"""The frame of every page that is written: its head, and a policy that allows its own script and no address."""

import base64
import hashlib
import html
import json
from collections.abc import Sequence
from pathlib import Path

from whosays.show.language import direction

HERE = Path(__file__).parent
# Without a secure connection there is no worker, and from disk none is needed: the page works all the same.
REGISTER = """
if (location.protocol.startsWith("http")) navigator.serviceWorker?.register("%s").catch(() => {});
"""


def leaf(  # noqa: PLR0913 - the parts of a page
    title: str,
    body: Sequence[str],
    *,
    language: str = "en",
    styles: Sequence[str] = ("explorer.css",),
    script: str = "",
    worker: str = "",
) -> str:
    """Return a page as HTML.

    Args:
        title: What stands in the tab of the browser.
        body: Its lines, as HTML.
        language: What the page is written in.
        styles: Names of the style sheets that it carries.
        script: The script that it runs, if any.
        worker: Address of the service worker of the site that the page belongs to, if it belongs to one.
    """
    script += REGISTER % worker if worker else ""
    own = f"; script-src '{_hash(script)}'" if script else ""
    own += "; worker-src 'self'" if worker else ""
    policy = f"default-src 'none'; style-src 'unsafe-inline'{own}; base-uri 'none'"
    style = "".join((HERE / name).read_text(encoding="utf-8") for name in styles)
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{html.escape(language)}" dir="{direction(language)}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{html.escape(title)}</title>",
            f"<style>\n{style}</style>",
            "</head>",
            '<body class="whosays-page">',
            *body,
            *([f'<script type="module">{script}</script>'] if script else []),
            "</body>",
            "</html>",
            "",
        ]
    )


def as_json(value: object) -> str:
    """Return a value as JSON that can stand inside a script element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()

"""How hard the prose of a notebook is to read: LIX (Björnsson 1968), from words a sentence and share of long words.

LIX needs no list of syllables, so it works offline and for other languages. Below 30 is easy, 30 to 40 is plain;
the lessons stay below ``PLAIN``, about the B1 level of the Common European Framework.
"""

import re
from typing import Any

from textstat import textstat

PLAIN = 40


def prose(notebook: dict[str, Any]) -> str:
    """Return the words of a notebook's prose cells, without markup, addresses and the code named in them."""
    text = "\n\n".join("".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "markdown")
    text = re.sub(r"\]\([^)]*\)|`[^`]*`", " ", text)
    lines = [re.sub(r"[*#>|\[\]-]+", " ", line).strip() for line in text.splitlines()]
    return "\n".join(line if re.search(r"[.?!:]$", line) else f"{line}." for line in lines if re.search(r"\w", line))


def reading_level(notebook: dict[str, Any]) -> float:
    """Return the LIX of a notebook's prose, rounded to one decimal; lower is easier."""
    return round(textstat.lix(prose(notebook)), 1)

"""Markdown as the prose of a page of the site: its title, its first line, and links that lead to the pages there."""

import html
import posixpath
import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from whosays.show.sentences.site import LABELS

READER = MarkdownIt("commonmark", {"html": False}).enable("table")
RUNNING = re.compile(r"(?:Run a cell|To run a cell)\b[^.]*\.\s*")
AWAY = re.compile(r"[a-z]+:", re.IGNORECASE)


class DeadLinkError(Exception):
    """A text links to something that is not on the site."""

    def __init__(self, source: str, address: str) -> None:
        """Say where, and what to do.

        Args:
            source: The file.
            address: What it links to.
        """
        super().__init__(
            f"{source}: found a link to {address}, expected a notebook or page of the site. Mend the link."
        )


class Prose:
    """The texts of one file.

    Attributes:
        source: Path of the file, below ``notebooks``.
        pages: Address of the page made of each file, by its path, both with plain strokes.
    """

    def __init__(self, source: str, pages: dict[str, str]) -> None:
        """Begin a file.

        Args:
            source: Its path.
            pages: Addresses by path.
        """
        self.source, self.pages = source, pages

    def html(self, text: str) -> str:
        """Return a text as HTML; anything in it that looks like a tag stays text.

        Raises:
            DeadLinkError: It links to something that is not there.
        """
        tokens = READER.parse(text)
        for token in tokens:
            for child in token.children or []:
                if child.type == "link_open":
                    self._lead(child)
        made = READER.renderer.render(tokens, OptionsDict(READER.options), {})
        made = made.replace("<li>[ ] ", "<li>☐ ")
        return f'<div class="ws-prose">{scrolled(made)}</div>'

    def _lead(self, link: Token) -> None:
        address = str(link.attrs["href"])
        if AWAY.match(address):
            link.attrs["rel"] = "noopener noreferrer"
            return
        path, _, part = address.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(self.source), path))
        if target not in self.pages:
            raise DeadLinkError(self.source, address)
        here = posixpath.dirname(self.pages[self.source])
        link.attrs["href"] = posixpath.relpath(self.pages[target], here or ".") + (f"#{part}" if part else "")


def linked(text: str, find: Callable[[str], str]) -> str:
    """Return a text as HTML, in which code leads to what it names.

    Args:
        text: Markdown.
        find: Returns the address of a piece of code; empty if it has none.
    """
    tokens = READER.parse(text)
    for token in tokens:
        for child in token.children or []:
            address = find(child.content) if child.type == "code_inline" else ""
            if address:
                child.type, code = "html_inline", html.escape(child.content)
                child.content = f'<a href="{html.escape(address)}"><code>{code}</code></a>'
    return READER.renderer.render(tokens, OptionsDict(READER.options), {})


def scrolled(page: str) -> str:
    """Return HTML in which each table scrolls by itself, also by keyboard."""
    name = LABELS["site_table"]
    opened = re.sub(r"<table\b", f'<div class="ws-scroll" role="group" tabindex="0" aria-label="{name}"><table', page)
    return opened.replace("</table>", "</table></div>").replace("<th></th>", "<td></td>")  # an empty head is none


def title(text: str) -> str:
    """Return the first heading of a text, without markup."""
    return _first(text, "heading_open")


def lead(text: str) -> str:
    """Return the first paragraph of a text, without markup and without how to run a cell: a page has none to run."""
    return RUNNING.sub("", _first(text, "paragraph_open")).strip()


def _first(text: str, kind: str) -> str:
    tokens = READER.parse(text)
    at = next((n for n, token in enumerate(tokens) if token.type == kind), None)
    if at is None:
        return ""
    words = (" " if part.type == "softbreak" else part.content for part in tokens[at + 1].children or [])
    return "".join(words).strip()

"""The frame of the reference on the site: a heading, ways to its other pages, what it holds, and parts with anchors."""

import html
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from whosays.show.language import ENGLISH, spoken
from whosays.show.leaf import leaf
from whosays.show.lesson import STYLES, framed
from whosays.show.sentences.reference import LABELS

PAGES = {"library": "index.html", "commands": "commands.html", "tables": "tables.html"}
SPOKEN = '<div lang="en">'  # what comes from the source stays English, whatever the page around it speaks


@dataclass(frozen=True, slots=True)
class Part:
    """One name with all there is to say of it.

    Attributes:
        name: The name, which is its anchor too.
        html: What is said, as HTML.
        heading: What stands as its heading; the name if it is not given.
    """

    name: str
    html: str
    heading: str = ""


def reference(kind: str, groups: Mapping[str, Sequence[Part]], *, home: str, worker: str = "") -> str:
    """Return a page of the reference, in the language that is spoken.

    Args:
        kind: library, commands or tables.
        groups: The parts, by the key of their heading in ``LABELS``; one group without a key needs no heading.
        home: Address of the front page.
        worker: As in ``leaf``.
    """
    body = [
        f'<header class="ws-prose"><h1>{LABELS[kind]}</h1><p>{LABELS[f"{kind}_lead"]}</p></header>',
        _pages(kind),
        *(_contents(key, parts) for key, parts in groups.items() if parts),
        *(_group(key, parts) for key, parts in groups.items() if parts),
    ]
    return leaf(LABELS[kind], framed(body, home), language=spoken(), styles=STYLES, worker=worker)


def own(words: str) -> str:
    """Return words of the kit, as HTML, marked as in the language of the page amid what is in English."""
    return words if spoken() == ENGLISH else f'<span lang="{spoken()}">{words}</span>'


def anchor(name: str) -> str:
    """Return the anchor of a name, as it stands in an address."""
    return html.escape(name.replace(" ", "-"))


def rows(kind: str, lines: Iterable[tuple[str, str, str]]) -> str:
    """Return a table of names and what they mean; empty if there is none.

    It is narrow enough to need no scrolling of its own, which would cost a stop of the Tab key at each.

    Args:
        kind: Key of the heading of the first column in ``LABELS``.
        lines: Name, what stands beneath it, and meaning, all as HTML.
    """
    told = "".join(
        f'<tr><th scope="row"><code>{name}</code>'
        f"{f'<span>{beneath}</span>' if beneath else ''}</th><td>{meaning}</td></tr>"
        for name, beneath, meaning in lines
    )
    head = f'<th scope="col">{own(LABELS[kind])}</th><th scope="col">{own(LABELS["meaning"])}</th>'
    return f'<table class="ws-arguments"><thead><tr>{head}</tr></thead><tbody>{told}</tbody></table>' if told else ""


def _pages(kind: str) -> str:
    items = "".join(
        f'<li><a href="{address}"{" aria-current=page" if name == kind else ""}>{LABELS[name]}</a></li>'
        for name, address in PAGES.items()
    )
    return f'<nav class="ws-contents ws-control" aria-label="{LABELS["pages"]}"><ul>{items}</ul></nav>'


def _contents(key: str, parts: Iterable[Part]) -> str:
    items = "".join(
        f'<li><a href="#{anchor(part.name)}" lang="en"><code>{html.escape(part.name)}</code></a></li>' for part in parts
    )
    name = LABELS[key] if key else LABELS["parts"]
    head = f'<p class="ws-meta">{name}</p>' if key else ""
    listed = f'{head}<ul class="ws-index-names" role="list">{items}</ul>'
    return f'<nav class="ws-index ws-control" aria-label="{name}">{listed}</nav>'


def _group(key: str, parts: Iterable[Part]) -> str:
    level = 3 if key else 2
    told = "".join(
        f'<section id="{anchor(part.name)}" aria-labelledby="{anchor(part.name)}-title">'
        f'<h{level} id="{anchor(part.name)}-title" lang="en"><code>{html.escape(part.heading or part.name)}</code>'
        f"</h{level}>{SPOKEN}{part.html}</div></section>"
        for part in parts
    )
    return f'<div class="ws-prose ws-reference">{f"<h2>{LABELS[key]}</h2>" if key else ""}{told}</div>'

"""The page of a report: one self-contained file without a script, that prints well; every cell of it is text."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from whosays.report import sentences as shared
from whosays.report.drawing import drawings
from whosays.report.section import Section, Shown
from whosays.report.sentences import page as words
from whosays.show.leaf import leaf
from whosays.show.sentences.page import awaiting
from whosays.show.sentences.site import LABELS
from whosays.show.told import Told

STYLES = ("explorer.css", "report.css")
MADE = "<p data-made"
"""How a line begins that says when or where: two reports that are the same may differ in these lines alone."""
WORD, CELL, ROOM, EDGE = 13, 60, 0.8, 3  # letters: of a word, of a cell; share of a cell; letters that its edges take
ADDRESS = re.compile(r"https?://[^\s\"<>]+")


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before and after the sections.

    Attributes:
        title: Title of the report.
        authors: Who answers for it.
        about: The line on the case.
        language: Tag of the language of the words.
        when: Day and time, as read.
        where: On what machine, as far as it matters.
        versions: Version of each program and package.
        commands: How to make the report again, and how to have it compared.
        kit: Version of whosays.
    """

    title: str
    authors: tuple[str, ...]
    about: str
    language: str
    when: str
    where: str
    versions: Mapping[str, str]
    commands: tuple[str, str]
    kit: str


def document(front: Front, parts: Sequence[Shown]) -> str:
    """Return a report as HTML; call it while the language of the report is spoken.

    Args:
        front: What stands before and after.
        parts: What the cells of the notebook gave, in order; empty sections are left out.
    """
    kept = [part for part in parts if _holds(part)]
    places = [_place(n, part) for n, part in enumerate(kept, 1)]
    body = [
        '<div class="whosays rp-report">',
        "<header>",
        *_head(front),
        *_contents(kept, places),
        "</header>",
        "<main>",
        *(line for place, part in zip(places, kept, strict=True) for line in _part(place, part)),
        *_foot(front),
        "</main>",
        "</div>",
    ]
    return leaf(front.title, body, language=front.language, styles=STYLES)


def _holds(part: Shown) -> bool:
    section = part.section
    return bool(section and (section.paragraphs or section.tables or part.figure)) or bool(part.text.strip())


def _place(number: int, part: Shown) -> str:
    return "limits" if part.section and part.section.name == "limits" else f"part-{number}"


def _head(front: Front) -> Iterator[str]:
    yield f"<h1>{escape(front.title)}</h1>"
    if front.authors:
        yield f'<p class="rp-by">{escape(words.by(front.authors))}</p>'
    yield f'<p class="rp-about">{escape(front.about)}</p>'
    yield f'{MADE} class="rp-about">{escape(words.made(front.when, front.where))}</p>'
    if awaiting():
        yield f'<p class="rp-about">{escape(awaiting())}</p>'
    yield f'<p class="rp-first"><a href="#limits">{escape(words.to_limits())}</a></p>'


def _contents(parts: Sequence[Shown], places: Sequence[str]) -> Iterator[str]:
    name = escape(shared.TITLES["contents"])
    yield f'<nav aria-label="{name}">'
    yield "<ol>"
    for place, part in zip(places, parts, strict=True):
        if part.section:
            yield f'<li><a href="#{place}">{escape(part.section.title)}</a></li>'
    yield f'<li><a href="#made">{escape(shared.TITLES["made"])}</a></li>'
    yield "</ol>"
    yield "</nav>"


def _part(place: str, part: Shown) -> Iterator[str]:
    yield f'<section id="{place}">'
    yield from _section(place, part.section, part) if part.section else _own_words(part.text)
    yield "</section>"


def _section(place: str, section: Section, part: Shown) -> Iterator[str]:
    yield f"<h2>{escape(section.title)}</h2>"
    if part.figure:
        yield from _figure(place, section, part)
    elif section.name == "limits":
        yield from ("<ul>", *(f"<li>{_inline(text)}</li>" for text in section.paragraphs), "</ul>")
    else:
        yield from (f'<p class="rp-text">{_inline(text)}</p>' for text in section.paragraphs)
    for number, table in enumerate(section.tables, 1):
        yield from _table(table, f"{place}-{number}", section.title)


def _figure(place: str, section: Section, part: Shown) -> Iterator[str]:
    sentence = " ".join(section.paragraphs)
    yield f'<figure aria-label="{escape(sentence)}">'
    for strip in drawings(place, part.figure or {}):
        yield '<div class="rp-strip" aria-hidden="true">'
        yield strip
        yield "</div>"
    yield f"<figcaption>{_inline(sentence)}</figcaption>"
    yield f'<p class="rp-about">figures/{section.file}.svg, figures/{section.file}.json</p>'
    yield "</figure>"


def _table(table: Told, name: str, title: str) -> Iterator[str]:
    """Yield a table under its sentence, which is no caption: a browser parts those from their table on paper."""
    label = f"{LABELS['site_table']}: {escape(table.sentence)}"
    if table.sentence != title:
        yield f'<p class="rp-caption">{escape(table.sentence)}</p>'
    yield f'<div class="ws-scroll" role="group" tabindex="0" aria-label="{label}">'
    yield f'<table class="rp-{len(table.columns)}" id="{name}" aria-label="{escape(table.sentence)}">'
    yield _widths(table)
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for first, *rest in table.rows:
        cells = "".join(f"<td>{_inline(cell)}</td>" for cell in rest)
        yield f'<tr><th scope="row">{_inline(first)}</th>{cells}</tr>'
    yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _widths(table: Told) -> str:
    """Return the widths of the columns, in percent, by what stands in them: on paper a table has no other room."""
    weights = [_weight([head, *(row[n] for row in table.rows)]) for n, head in enumerate(table.columns)]
    shares = (f"{100 * weight / sum(weights):.1f}" for weight in weights)
    return "".join(["<colgroup>", *(f'<col style="width:{share}%">' for share in shares), "</colgroup>"])


def _weight(cells: Sequence[str]) -> float:
    """Return how much room cells want: their longest word, as far as it is one, and what they hold on average."""
    word = max((len(part) for cell in cells for part in cell.split()), default=1)
    return max(1.25 * min(word, WORD), ROOM * min(sum(map(len, cells)) / len(cells), CELL)) + EDGE


def _inline(text: str) -> str:
    """Return a text with its addresses as links; all else of it stays text."""
    found: list[str] = []
    end = 0
    for address in ADDRESS.finditer(text):
        found.append(escape(text[end : address.start()]))
        place = escape(address[0].rstrip(".,;:!?)”’"))
        rest = escape(address[0])[len(place) :]
        found.append(f'<a href="{place}" rel="noopener noreferrer">{place}</a>{rest}')
        end = address.end()
    return "".join([*found, escape(text[end:])])


def _own_words(text: str) -> Iterator[str]:
    """Yield what the author wrote into the notebook: a first line with a # is a heading, all else is text."""
    first, _, rest = text.strip().partition("\n")
    if first.startswith("#"):
        yield f"<h2>{escape(first.lstrip('#').strip())}</h2>"
        text = rest
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        if paragraph:
            yield f'<p class="rp-text">{_inline(paragraph)}</p>'


def _foot(front: Front) -> Iterator[str]:
    title = shared.TITLES["made"]
    again, verify = front.commands
    yield '<section id="made">'
    yield f"<h2>{escape(title)}</h2>"
    yield f'<p class="rp-text">{escape(words.cite_report(front.authors, front.title, front.kit))}</p>'
    yield f"{MADE}>{escape(words.made(front.when, front.where))}</p>"
    yield f"<p>{_code(words.again, again)}</p>"
    yield f"<p>{_code(words.verify, verify)}</p>"
    yield from _table(Told(title, tuple(words.VERSIONS), tuple(front.versions.items())), "versions", title)
    yield "</section>"


def _code(say: Callable[[str], str], command: str) -> str:
    before, _, after = say("\0").partition("\0")
    return f"{escape(before)}<code>{escape(command)}</code>{escape(after)}"


def without_made(text: str) -> str:
    """Return a page without the lines that say when and where."""
    return "\n".join(line for line in text.split("\n") if not line.startswith(MADE))

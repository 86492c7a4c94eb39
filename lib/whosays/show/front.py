"""The front page of some cases: one file that leads to the one-file page of each, from disk or from any web server."""

import html
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from whosays.case.model import Case
from whosays.show.catalogue import catalogue
from whosays.show.language import ENGLISH, NAMES, speaking, spoken
from whosays.show.leaf import leaf
from whosays.show.page import page, write_whole
from whosays.show.sentences import page as say
from whosays.show.sentences.catalogue import LABELS
from whosays.show.sheet import sheet

FRONT = "index.html"


def write_pages(
    cases: Iterable[Case], folder: str | Path, *, guided: bool = True, languages: Sequence[str] = (ENGLISH,)
) -> list[Path]:
    """Write the page of each case, and a front page that leads to them; each page leads back.

    With several languages, the first stands in the folder itself, each other one in a folder of its tag, and every page
    leads to itself in the others.

    Args:
        cases: Checked cases.
        folder: Where to; made if it is not there. Files of other names are kept.
        guided: Whether the pages hold back what the reader should guess first.
        languages: Tags of the languages to write them in.

    Returns:
        The files, the front page first.

    Raises:
        OSError: The place cannot be written.
        ValueError: There are no words in one of the languages.
    """
    held, written = list(cases), list[Path]()
    for language in dict.fromkeys(languages):
        place = Path(folder) / _folder(language, languages)
        with speaking(language):
            place.mkdir(parents=True, exist_ok=True)
            told = [case.in_language(language) for case in held]
            written.append(write_whole(place / FRONT, front_page(told, _others(FRONT, languages))))
            for case in told:
                file, data = f"{case.id}.html", sheet(case)
                made = page(data, guided=guided, front=FRONT, others=_others(file, languages))
                written.append(write_whole(place / file, made))
    return written


def _folder(language: str, languages: Sequence[str]) -> str:
    return "" if language == languages[0] else f"{language}/"


def _others(file: str, languages: Sequence[str]) -> dict[str, str]:
    """Return where a file is in the languages that are not spoken now, by tag."""
    up = "../" if _folder(spoken(), languages) else ""
    return {tag: f"{up}{_folder(tag, languages)}{file}" for tag in languages if tag != spoken()}


def front_page(cases: Iterable[Case], others: Mapping[str, str] | None = None) -> str:
    """Return the front page as HTML, without any script, in the language that is spoken.

    Args:
        cases: Checked cases; each has its page beside this one, under its id.
        others: Where the same page is in other languages, by tag.
    """
    found = catalogue(cases)
    body = [
        '<main class="whosays"><div class="ws-frame">',
        languages(others or {}),
        f'<h1 class="ws-pickname">{html.escape(LABELS["pick_title"])}</h1>',
        f'<p class="ws-meta">{html.escape(found["sentence"])} {html.escape(LABELS["pick_order"])}</p>',
        entries(found),
        awaiting(),
        "</div></main>",
    ]
    return leaf(LABELS["pick_title"], body, language=spoken())


def entries(found: dict[str, Any], folder: str = "", level: int = 2) -> str:
    """Return the cases of a catalogue as a list that leads to the page of each.

    Args:
        found: What ``catalogue`` returns.
        folder: Where the pages are, with its stroke, if not beside this one.
        level: Level of the headings.
    """
    items = [
        "<li>"
        f'<h{level} class="ws-pickname">'
        f'<a href="{folder}{html.escape(entry["id"])}.html"{_told(entry)}>{html.escape(entry["title"])}</a></h{level}>'
        f'<p class="ws-meta">{html.escape(entry["facts"])}</p>'
        f"<p{_told(entry)}>{html.escape(entry['content_note'])}</p>"
        "</li>"
        for entry in found["cases"]
    ]
    return f'<ol class="ws-cases">{"".join(items)}</ol>'


def _told(entry: Mapping[str, Any]) -> str:
    """Return in which language the words of a case are, if that is not the one of the page."""
    tag = entry["told_in"]
    return f' lang="{html.escape(tag)}" dir="auto"' if tag != spoken() else ""


def awaiting() -> str:
    """Return the line that says that no native speaker has read the words yet; empty where one has."""
    return f'<p class="ws-small ws-awaiting">{html.escape(told)}</p>' if (told := say.awaiting()) else ""


def languages(others: Mapping[str, str]) -> str:
    """Return links to the same page in other languages, by tag; empty for none."""
    links = (
        f'<li><a class="ws-text" href="{html.escape(place)}" lang="{tag}" hreflang="{tag}" dir="auto">'
        f"{NAMES[tag]}</a></li>"
        for tag, place in others.items()
    )
    name = html.escape(say.LABELS["languages_name"])
    told = f'<nav aria-label="{name}"><ul class="ws-languages" role="list">{"".join(links)}</ul></nav>'
    return told if others else ""

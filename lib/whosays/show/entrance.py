"""The front page of the static site: cases, lessons, teachers, method, what is kept where, and what works where."""

import html
from collections.abc import Iterable, Mapping, Sequence

from whosays.case.model import Case
from whosays.show.catalogue import catalogue
from whosays.show.front import awaiting, entries, languages
from whosays.show.language import ENGLISH, spoken
from whosays.show.leaf import leaf
from whosays.show.lesson import STYLES, framed
from whosays.show.reference import PAGES
from whosays.show.sentences import LABELS
from whosays.show.sentences import site as say
from whosays.show.sentences.catalogue import LABELS as PICK
from whosays.show.sentences.reference import LABELS as REFERENCE

WORDS = say.LABELS
Link = tuple[str, str, str]  # address, title, and a line about it


def entrance(  # noqa: PLR0913 - the parts of a page
    cases: Iterable[Case],
    lessons: Sequence[Link],
    guides: Mapping[str, Sequence[Link]],
    *,
    reports: Sequence[Link] = (),
    up: str = "",
    lab: str = "",
    others: Mapping[str, str] | None = None,
    worker: str = "",
) -> str:
    """Return the front page, in the language that is spoken.

    Args:
        cases: Checked cases; the page of each is in the folder ``cases`` beside this one.
        lessons: The lessons, in order.
        guides: Pages for teachers, in order, under the heading of each group; the first group needs none.
        reports: Pages for people who write reports, in order; the reference follows them.
        up: Leads from here to where the method and the papers stand.
        lab: Folder of the lab; empty if it is not part of the site.
        others: Where the same page is in other languages, by tag.
        worker: As in ``leaf``.
    """
    found = catalogue(cases)
    english = [] if spoken() == ENGLISH else [_note("site_english")]
    teachers = [_note("site_teachers_note"), *english]
    for title, links in guides.items():
        teachers += [f"<h3>{html.escape(title)}</h3>" if title else "", _links(links, language=ENGLISH)]
    teachers += [f"<h3>{WORDS['site_paper']}</h3>", _links([_papers(up)])]
    sections = {
        "cases": [f"<p>{html.escape(found['sentence'])} {PICK['pick_order']}</p>", entries(found, "cases/", 3)],
        "lessons": [f"<p>{say.lessons(len(lessons))}</p>", *english, _links(lessons, "ol", ENGLISH)],
        "teachers": teachers,
        "lab": [_note("site_lab_note" if lab else "site_lab_missing"), _lab(lab)],
        "method": [_note("site_method_note"), f'<p><a href="{up}method.html">{WORDS["site_method_link"]}</a></p>'],
        "reports": [_note("site_reports_note"), _links(reports, language=ENGLISH), _links(_reference(up))],
        "privacy": [_note(f"site_privacy_{part}") for part in ("kept", "sent", "copy", "shared")],
        "where": [_where(lab)],
    }
    head = [
        languages(others or {}),
        f'<header class="ws-prose"><p class="ws-brand"><strong>{LABELS["brand"]}</strong> {LABELS["tagline"]}</p>',
        f'<h1>{WORDS["site_title"]}</h1><p class="ws-lede">{WORDS["site_lead"]}</p></header>',
        awaiting(),
        _contents(sections),
    ]
    body = [*head, *(_section(name, lines) for name, lines in sections.items())]
    return leaf(
        f"{LABELS['brand']}: {WORDS['site_title']}", framed(body, ""), language=spoken(), styles=STYLES, worker=worker
    )


def papers(cases: Iterable[Case], lessons: Iterable[int], *, home: str, worker: str = "") -> str:
    """Return the page that leads to every paper, one row a case.

    Args:
        cases: Checked cases; the papers of each are in a folder of its name beside this page.
        lessons: Numbers of the lessons.
        home: Address of the front page.
        worker: As in ``leaf``.
    """
    numbers = list(lessons)
    rows = [
        f'<tr><th scope="row">{html.escape(entry["title"])}</th>'
        + "".join(f"<td>{_pair(entry['id'], entry['title'], n)}</td>" for n in numbers)
        + "</tr>"
        for entry in catalogue(cases)["cases"]
    ]
    heads = "".join(f'<th scope="col">{say.paper_title(n)}</th>' for n in numbers)
    table = (
        f'<table class="ws-papers"><thead><tr><th scope="col">{WORDS["site_cases"]}</th>{heads}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )
    title = WORDS["site_papers"]
    body = [
        f'<div class="ws-prose"><h1>{title}</h1>{_note("site_papers_note")}</div>',
        f'<div class="ws-cellout">{_scroll(table)}</div>',
    ]
    return leaf(title, framed(body, home), styles=STYLES, worker=worker)


def paper_name(lesson: int, *, key: bool) -> str:
    """Return the name of the file of a paper."""
    return f"lesson-{lesson}{'-key' if key else ''}.html"


def _pair(case: str, title: str, number: int) -> str:
    kinds = ((WORDS["site_paper_sheet"], False), (WORDS["site_paper_key"], True))
    return " ".join(
        f'<a href="{html.escape(case)}/{paper_name(number, key=key)}"'
        f' aria-label="{html.escape(say.paper_link(title, number, kind))}">{kind}</a>'
        for kind, key in kinds
    )


def _contents(names: Iterable[str]) -> str:
    items = "".join(f'<li><a href="#{name}">{WORDS[f"site_{name}"]}</a></li>' for name in names)
    return f'<nav class="ws-contents ws-control" aria-label="{WORDS["site_parts"]}"><ul>{items}</ul></nav>'


def _section(name: str, lines: Iterable[str]) -> str:
    heading = f'<h2 id="{name}-title">{WORDS[f"site_{name}"]}</h2>'
    return f'<section class="ws-prose" id="{name}" aria-labelledby="{name}-title">{heading}{"".join(lines)}</section>'


def _note(name: str) -> str:
    return f"<p>{WORDS[name]}</p>"


def _lab(address: str) -> str:
    tag = "" if spoken() == ENGLISH else f"lang={spoken()}"  # what the lab says about itself follows the page
    links = (
        (f"{address}lab/index.html?path=00_start_here.ipynb{tag and f'&{tag}'}", WORDS["site_lab_link"], ""),
        (f"{address}fresh.html{tag and f'?{tag}'}", WORDS["site_lab_fresh"], ""),
    )
    return _links(links) if address else ""


def _reference(up: str) -> list[Link]:
    return [(f"{up}reference/{address}", REFERENCE[kind], "") for kind, address in PAGES.items()]


def _papers(up: str) -> Link:
    return f"{up}paper/index.html", WORDS["site_papers"], WORDS["site_papers_note"]


def _links(links: Iterable[Link], kind: str = "ul", language: str = "") -> str:
    """Return links as a list; a language is said where it is not the one of the page."""
    told = f' lang="{language}" dir="auto"' if language and language != spoken() else ""
    items = (
        f"<li{told}>"
        f'<a href="{html.escape(address)}">{html.escape(title)}</a>'
        + (f'<p class="ws-meta">{html.escape(line)}</p>' if line else "")
        + "</li>"
        for address, title, line in links
    )
    made = "".join(items)
    return f'<{kind} class="ws-links" role="list">{made}</{kind}>' if made else ""


def _where(lab: str) -> str:
    heads = ("site_where_what", "site_where_disk", "site_where_server")
    rows = (
        ("site_where_pages", "site_yes", "site_offline"),
        ("site_where_answers", "site_answers_disk", "site_yes"),
        ("site_where_lab", *(("site_no", "site_offline") if lab else ("site_no_lab", "site_no_lab"))),
    )
    head = "".join(f'<th scope="col">{WORDS[name]}</th>' for name in heads)
    lines = "".join(
        f'<tr><th scope="row">{WORDS[first]}</th>{"".join(f"<td>{WORDS[name]}</td>" for name in rest)}</tr>'
        for first, *rest in rows
    )
    return _scroll(f"<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>")


def _scroll(table: str) -> str:
    return f'<div class="ws-scroll" role="group" tabindex="0" aria-label="{WORDS["site_table"]}">{table}</div>'

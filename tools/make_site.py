"""Write the static site into dist/site/ and dist/whosays-site.zip: front page, cases, lessons, guides, papers, lab.

The reference on the library, the commands and the tables of a case is made from their source.
"""

import argparse
import hashlib
import json
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import api
import cells
import columns
import commands
import library
import lite
from prose import DeadLinkError, Prose, lead, title
from whosays.case.load import load, shipped_cases
from whosays.case.model import Case
from whosays.show.entrance import entrance, paper_name, papers
from whosays.show.language import ENGLISH, LANGUAGES, speaking
from whosays.show.lesson import Part, lesson_page
from whosays.show.page import page
from whosays.show.paper.document import LESSONS, paper
from whosays.show.reference import PAGES, reference
from whosays.show.sentences.method import markdown
from whosays.show.sentences.site import LABELS
from whosays.show.sheet import sheet

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = ROOT / "notebooks"
SITE = ROOT / "dist" / "site"
WORKER = "sw.js"
LAB = "lab"
APP = "app.ipynb"  # the explorer alone in JupyterLab; here the page of the case is that
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a zip file knows: two builds must not differ by their date


@dataclass
class Site:
    """The site while it is made.

    Attributes:
        folder: Where it is written.
        cases: The cases, by id.
        sources: Path of each notebook and text below ``notebooks``, with the address of its page.
    """

    folder: Path
    cases: dict[str, Case]
    sources: dict[str, str]

    def write(self, address: str, text: str) -> None:
        """Write a page."""
        file = self.folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def build(folder: Path, *, lab: bool, pyodide: Path | None = None) -> None:
    """Write the site into an empty folder.

    Args:
        folder: Where to.
        lab: Whether to add the lab.
        pyodide: As in ``lite.build``.

    Raises:
        DeadLinkError: A notebook leads to what is not there.
        api.NoSuchNameError: A docstring names what is not there.
        lite.LiteError: The lab cannot be built.
    """
    site = Site(folder, {name: load(name) for name in shipped_cases()}, _sources())
    for case in site.cases.values():
        _case(site, case)
    with tempfile.TemporaryDirectory() as place:
        copy = shutil.copytree(NOTEBOOKS, Path(place) / "notebooks", ignore=shutil.ignore_patterns("answers"))
        for source in site.sources:
            _text(site, source) if source.endswith(".md") else _notebook(site, source, copy)
    home, worker = "../index.html", f"../{WORKER}"
    site.write("paper/index.html", papers(site.cases.values(), LESSONS, home=home, worker=worker))
    told = {"library": library.told(api.entries()), "commands": commands.told(), "tables": columns.told()}
    for kind, parts in told.items():
        site.write(f"reference/{PAGES[kind]}", reference(kind, parts, home=home, worker=worker))
    if lab:
        lite.build(folder / LAB, pyodide)
    where = f"{LAB}/" if lab else ""
    for language in LANGUAGES:
        with speaking(language):
            _entrance(site, language, where)
    add_worker(folder)


def _sources() -> dict[str, str]:
    files = sorted([*NOTEBOOKS.glob("*.ipynb"), *NOTEBOOKS.glob("teach/*.ipynb"), *NOTEBOOKS.glob("teach/cases/*.md")])
    found = {"method.md": "method.html"}
    for file in files:
        if file.name == APP:
            continue
        path = file.relative_to(NOTEBOOKS).with_suffix("").as_posix()
        found[path + file.suffix] = f"{path if path.startswith('teach/') else f'lessons/{path}'}.html"
    return found


def _case(site: Site, case: Case) -> None:
    data = sheet(case)
    for language in LANGUAGES:
        said, up = sheet(case, language), _up(f"{_folder(language)}cases/")
        others = _others(language, f"cases/{case.id}.html")
        text = page(said, front="../index.html", others=others, worker=f"{up}{WORKER}")
        site.write(f"{_folder(language)}cases/{case.id}.html", text)
    for lesson in LESSONS:
        for key in (False, True):
            text = paper(data, case.questions, lesson, teacher=key)
            site.write(f"paper/{case.id}/{paper_name(lesson, key=key)}", text)


def _entrance(site: Site, language: str, lab: str) -> None:
    """Write the front page in a language; lessons and guides are in English alone."""
    up, worker = _up(_folder(language)), f"{_up(_folder(language))}{WORKER}"
    lessons, reports = ([(up + address, *rest) for address, *rest in links] for links in _lessons(site))
    guides = {name: [(up + address, *rest) for address, *rest in links] for name, links in _guides(site).items()}
    others = _others(language, "index.html")
    cases = [case.in_language(language) for case in site.cases.values()]
    text = entrance(
        cases, lessons, guides, reports=reports, up=up, lab=up + lab if lab else "", others=others, worker=worker
    )
    site.write(f"{_folder(language)}index.html", text)


def _folder(language: str) -> str:
    return "" if language == ENGLISH else f"{language}/"


def _others(language: str, address: str) -> dict[str, str]:
    up = _up(_folder(language) + address)
    return {other: f"{up}{_folder(other)}{address}" for other in LANGUAGES if other != language}


def _up(address: str) -> str:
    return "../" * address.count("/")


def _page(site: Site, source: str, name: str, parts: Iterable[Part]) -> None:
    address = site.sources[source]
    up = _up(address)
    site.write(address, lesson_page(name, parts, home=f"{up}index.html", worker=f"{up}{WORKER}"))


def _text(site: Site, source: str) -> None:
    text = markdown() if source == "method.md" else (NOTEBOOKS / source).read_text(encoding="utf-8")
    _page(site, source, title(text), [Part(Prose(source, site.sources).html(text))])


def _notebook(site: Site, source: str, copy: Path) -> None:
    notebook = _read(source)
    found = cells.values(notebook, (copy / source).parent)
    prose, up = Prose(source, site.sources), _up(site.sources[source])
    first, *rest = cells.parts(notebook, found, prose, list(site.cases.values()), f"{up}cases/")
    word = "site_lesson_note" if any(part.view for part in rest) else "site_plain_note"
    note = Part(f'<div class="ws-prose ws-control"><p class="ws-meta">{LABELS[word]}</p></div>')
    _page(site, source, title(_opening(notebook)), [first, note, *rest])


def _read(source: str) -> dict[str, Any]:
    return json.loads((NOTEBOOKS / source).read_text(encoding="utf-8"))


def _opening(notebook: dict[str, Any]) -> str:
    return "".join(notebook["cells"][0]["source"])


def _link(site: Site, source: str) -> tuple[str, str, str]:
    if source.endswith(".md"):
        return site.sources[source], title((NOTEBOOKS / source).read_text(encoding="utf-8")), ""
    opening = _opening(_read(source))
    return site.sources[source], title(opening), lead(opening)


def _lessons(site: Site) -> tuple[list[tuple[str, str, str]], list[tuple[str, str, str]]]:
    """Return the lessons, which have a number, and the notebooks for people who write reports, which have none."""
    all_of_them = [source for source in site.sources if site.sources[source].startswith("lessons/")]
    numbered = [source for source in all_of_them if source[0].isdigit()]
    others = [source for source in all_of_them if source not in numbered]
    return [_link(site, source) for source in numbered], [_link(site, source) for source in others]


def _guides(site: Site) -> dict[str, list[tuple[str, str, str]]]:
    guides = [_link(site, s) for s in site.sources if s.startswith("teach/") and s.endswith(".ipynb")]
    cases = [_link(site, s) for s in site.sources if s.startswith("teach/cases/")]
    return {"": [(address, name, "") for address, name, _ in guides], LABELS["site_case_guides"]: cases}


def add_worker(folder: Path) -> None:
    """Write the service worker of the pages in a folder.

    Its version is the hash of all that it keeps, which is everything but the lab: that has a worker of its own.

    Args:
        folder: The site, with every page in its place.
    """
    files = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.html"))]
    kept = [name for name in files if not name.startswith(f"{LAB}/")]
    found = hashlib.sha256()
    for name in kept:
        found.update(name.encode() + b"\0" + (folder / name).read_bytes())
    text = (ROOT / "tools" / WORKER).read_text(encoding="utf-8")
    text = text.replace("{version}", found.hexdigest()[:16]).replace("{files}", json.dumps(kept))
    (folder / WORKER).write_text(text, encoding="utf-8", newline="\n")


def pack(folder: Path, file: Path) -> None:
    """Write a folder into a zip file, the same bytes for the same files.

    Args:
        folder: The folder; its name stands before every name in the file.
        file: Where to; an older file is replaced.
    """
    part = file.with_name(f"{file.name}.part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"whosays-{folder.name}/{path.relative_to(folder).as_posix()}", EPOCH)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            packed.writestr(entry, path.read_bytes())
    part.replace(file)


def main(arguments: list[str]) -> int:
    """Write the site and its zip file; what is there already is replaced only once all is done."""
    parser = argparse.ArgumentParser(prog="make site", description=__doc__)
    parser.add_argument("--without-lab", action="store_true", help="leave out the lab, which makes up most of the site")
    parser.add_argument("--pyodide", type=Path, metavar="PLACE", help="a distribution with pandas, folder or archive")
    asked = parser.parse_args(arguments)
    lab = not asked.without_lab
    part = SITE.with_name("site.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        build(part, lab=lab, pyodide=asked.pyodide)
    except (DeadLinkError, api.NoSuchNameError, lite.LiteError) as error:
        print(error, file=sys.stderr)
        return 1
    shutil.rmtree(SITE, ignore_errors=True)
    part.rename(SITE)
    pack(SITE, SITE.with_name("whosays-site.zip"))
    size = sum(path.stat().st_size for path in SITE.rglob("*") if path.is_file())
    what = "with the lab" if lab else "without the lab"
    print(f"dist/site/ {what}: {size / 1e6:.1f} MB; dist/whosays-site.zip holds the same. Open dist/site/index.html.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

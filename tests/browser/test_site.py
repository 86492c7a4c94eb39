"""The static site in a real browser: served and from disk, by keyboard, and without network the second time."""

import subprocess
import sys
import threading
import zipfile
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urldefrag, urlparse

import pytest
from driving import Watched, wait_for

from make_site import ROOT, build, pack
from whosays.case.load import shipped_cases
from whosays.show.language import ENGLISH, LANGUAGES

pytestmark = pytest.mark.browser
LESSON = "lessons/02_how_many_sources_really.html"
FOLDERS = ["" if language == ENGLISH else f"{language}/" for language in LANGUAGES]
AGAIN = "import sys; from pathlib import Path; import make_site; make_site.build(Path(sys.argv[1]), lab=False)"


class Quiet(SimpleHTTPRequestHandler):
    """A web server that says nothing."""

    def log_message(self, *_said):
        pass


class Links(HTMLParser):
    """Where a page leads, and what it can be led to."""

    def __init__(self, text):
        super().__init__()
        self.to, self.ids = [], set()
        self.feed(text)

    def handle_starttag(self, _tag, attributes):
        named = dict(attributes)
        self.ids.add(named.get("id"))
        self.to += [named[name] for name in ("href", "src") if named.get(name)]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The site twice, made at the same time by two processes that mix their sets differently."""
    first, second = (tmp_path_factory.mktemp(name) / "site" for name in ("first", "second"))
    for folder in (first, second):
        folder.mkdir()
    path = f"{ROOT / 'tools'}"
    other = subprocess.Popen([sys.executable, "-c", AGAIN, second], env={"PYTHONPATH": path, "PYTHONHASHSEED": "7"})
    build(first, lab=False)
    assert other.wait(timeout=300) == 0
    return first, second


@pytest.fixture(scope="module")
def site(built):
    return built[0]


@pytest.fixture(scope="module")
def served(site):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def visitor(browser):
    """Begin with an empty browser: visitor(width=..., dark=...)."""
    contexts = []

    def begin(width=1100, *, dark=False):
        size = {"width": width, "height": 900}
        contexts.append(browser.new_context(viewport=size, color_scheme="dark" if dark else "light"))
        contexts[-1].set_default_timeout(8_000)
        return Watched(contexts[-1].new_page())

    yield begin
    for context in contexts:
        context.close()


def over(view):
    return view.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.parametrize("address", [
    "", "cases/practice-pond-2025.html", LESSON, "lessons/04_numbers_and_clocks.html", "lessons/05_leave_the_page.html",
    "lessons/06_what_falls_if.html", "lessons/analysis.html", "de/index.html", "reference/tables.html",
    "teach/00_front_page.html", "method.html", "paper/index.html", "reference/index.html", "reference/commands.html",
])  # fmt: skip
def test_axe_finds_nothing_on_a_page_of_the_site_and_it_asks_no_other_host(served, visitor, address):
    view = visitor(390, dark=True)
    view.page.goto(served + address)
    view.page.wait_for_selector("h1")

    assert view.violations("body") == []
    assert over(view) <= 0
    assert [url for url in view.requests if not url.startswith(served)] == []
    assert view.complaints == []


def test_the_front_page_calls_lessons_only_what_has_a_number(site):
    links = Links((site / "index.html").read_text(encoding="utf-8").partition('id="teachers"')[0]).to
    lessons = [link for link in links if link.startswith("lessons/")]

    assert lessons == sorted(f"lessons/{file.name}" for file in site.glob("lessons/[0-9]*.html"))


def test_the_first_paper_of_each_case_can_be_seen_on_a_phone(site, visitor):
    view = visitor(390)
    view.page.goto((site / "paper" / "index.html").as_uri())
    first = "document.querySelectorAll('td:nth-of-type(1) a:first-child')"
    ends = f"[...{first}].map((link) => link.getBoundingClientRect().right)"

    assert [end for end in view.page.evaluate(ends) if end >= 372] == []


def test_the_keyboard_alone_leads_from_the_front_page_to_a_reason_that_outlives_a_reload(served, visitor):
    view = visitor()
    view.page.goto(served)
    links = []
    while LESSON not in links:
        view.press("Tab")
        links.append(view.page.evaluate("document.activeElement.getAttribute('href')"))
        assert len(links) < 60, "Tab does not reach the lesson"
    view.press("Enter")
    view.page.wait_for_selector("#view-8 .ws-frame")
    held = view.page.locator("#view-2 .ws-cover").count()
    view.tab_to("number-0", limit=300)
    view.press("ArrowUp")
    view.tab_to("line-0")
    view.page.keyboard.type("Each saw another place.")
    view.tab_to("commit-0")
    view.press("Enter")
    wait_for(lambda: view.focused() == "done-0", seconds=5)
    view.page.reload()
    view.page.wait_for_selector("#view-3 [data-key=done-0]")

    assert held, "the path of the claim waits for the first guess"
    assert view.page.input_value("#view-3 textarea") == "Each saw another place."
    assert view.complaints == []


def test_a_guess_in_one_view_of_a_lesson_opens_the_others_and_takes_no_line_with_it(served, visitor):
    view = visitor()
    view.page.goto(served + LESSON)
    view.page.fill("#view-4 textarea", "Typed a moment before.")
    view.page.click("#view-1 [data-key=commit]")
    view.page.wait_for_selector("#view-2 .ws-chain")

    assert view.page.locator("#view-2 .ws-cover").count() == 0
    assert view.page.input_value("#view-4 textarea") == "Typed a moment before."


def test_another_seat_and_deleting_reach_every_view_of_a_lesson(served, visitor):
    view = visitor()
    view.page.goto(served + LESSON)
    view.page.fill("#view-3 textarea", "Of seat 0.")
    view.page.click("#view-3 [data-key=commit-0]")
    view.page.click("#view-1 [data-key=kept]")
    for seat, answered in ((7, 0), (0, 1)):
        view.page.fill("#view-1 [data-key=seat]", str(seat))
        view.press("Tab")
        wait_for(lambda answered=answered: view.page.locator("#view-3 .ws-done").count() == answered, seconds=5)
    view.page.click("#view-1 [data-key=kept-delete]")
    view.page.click("#view-1 [data-key=kept-really]")
    wait_for(lambda: view.page.locator("#view-3 .ws-done").count() == 0, seconds=5)

    assert view.page.input_value("#view-3 textarea") == ""
    assert "Of seat 0." not in stored(view)
    assert view.complaints == []


def test_a_case_page_that_was_open_before_does_not_undo_what_a_lesson_keeps(served, visitor):
    case = visitor()
    case.page.goto(f"{served}cases/kramatorsk-2023.html")
    lesson = Watched(case.page.context.new_page())
    lesson.page.goto(served + LESSON)
    lesson.page.fill("#view-3 textarea", "Kept.")
    lesson.page.click("#view-3 [data-key=commit-0]")
    case.page.click("[data-key=commit]")

    wait_for(lambda: stored(case).count('"item"') == 2, seconds=5)
    assert "Kept." in stored(case)


def stored(view):
    return view.page.evaluate("localStorage.getItem('whosays answers kramatorsk-2023 0')") or ""


def test_the_second_visit_needs_no_network(served, visitor):
    view = visitor()
    view.page.goto(served)
    view.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    wait_for(lambda: view.page.evaluate("Boolean(navigator.serviceWorker.controller)"), seconds=20)
    view.page.context.set_offline(True)
    for address, shown in (("", "h1"), (LESSON, "#view-8 .ws-frame"), ("cases/u2-1960.html", ".ws-frame")):
        view.page.goto(served + address)
        view.page.wait_for_selector(shown)

    assert view.complaints == []


def test_the_zip_unpacked_opens_by_double_click(site, visitor, tmp_path):
    pack(site, tmp_path / "whosays-site.zip")
    zipfile.ZipFile(tmp_path / "whosays-site.zip").extractall(tmp_path)
    view = visitor()
    view.page.goto((tmp_path / "whosays-site" / "index.html").as_uri())
    view.page.click(f"a[href='{LESSON}']")
    view.page.wait_for_selector("#view-8 .ws-frame")
    view.page.click("#view-1 [data-key=commit]")
    view.page.wait_for_selector("#view-2 .ws-chain")
    view.page.click(".ws-home a")
    view.page.click("a[href='cases/u2-1960.html']")
    view.page.wait_for_selector(".ws-frame")

    assert [url for url in view.requests if not url.startswith("file:")] == []
    assert view.complaints == []


@pytest.mark.parametrize("dark", [False, True])
def test_the_keyboard_alone_leads_from_the_front_page_to_a_name_of_the_library_and_back(site, visitor, dark):
    view = visitor(dark=dark)
    view.page.goto((site / "index.html").as_uri())
    for address, limit in (("reference/index.html", 80), ("#Casebook", 40), ("#Casebook.frame", 90)):
        follow(view, address, limit)
    named = view.page.locator("[id='Casebook.frame']")
    wait_for(lambda: 0 <= named.bounding_box()["y"] < 200, seconds=5)
    view.press("Tab")  # the link to what the name of a table may be is the next one
    seen = view.page.evaluate("document.activeElement.getAttribute('href')")
    view.page.goto(view.page.url.partition("#")[0])
    follow(view, "../index.html", 3)
    view.page.wait_for_selector("text=Who says?")

    assert seen == "#whosays.show.tables.frame"
    assert view.violations("body") == []
    assert [url for url in view.requests if not url.startswith("file:")] == []
    assert view.complaints == []


def follow(view, address, limit):
    """Press Tab until the link to an address has the focus, then Enter, and wait until it is there."""
    for _ in range(limit):
        view.press("Tab")
        if view.page.evaluate("document.activeElement.getAttribute('href')") == address:
            there = view.page.evaluate("document.activeElement.href")
            view.press("Enter")
            view.page.wait_for_url(there)
            return
    pytest.fail(f"Tab does not reach {address}")


def test_every_link_of_the_site_leads_somewhere(site):
    pages = {file: Links(file.read_text(encoding="utf-8")) for file in site.rglob("*.html")}
    dead = []
    for file, links in pages.items():
        for link in links.to:
            address, part = urldefrag(link)
            target = (file.parent / address).resolve() if address else file
            if not urlparse(link).scheme and (target not in pages or (part and part not in pages[target].ids)):
                dead.append((file.name, link))

    assert len(pages) > 100
    assert dead == []


def test_pages_keep_within_their_budgets_in_every_language(site):
    fronts = [site / folder / "index.html" for folder in FOLDERS]
    pages = [file for folder in FOLDERS for file in site.glob(f"{folder}cases/*.html")]

    assert len(pages) == len(FOLDERS) * len(shipped_cases())
    assert [str(file) for file in fronts if file.stat().st_size >= 200_000] == []
    assert [str(file) for file in pages if file.stat().st_size >= 400_000] == []
    assert [str(file) for file in site.glob("lessons/*.html") if file.stat().st_size >= 400_000] == []


def test_two_builds_give_the_same_bytes(built, tmp_path):
    for number, folder in enumerate(built):
        pack(folder, tmp_path / f"{number}.zip")

    assert (tmp_path / "0.zip").read_bytes() == (tmp_path / "1.zip").read_bytes()


def test_no_page_of_the_site_names_a_place_on_the_machine_that_made_it(site):
    assert [f.name for f in site.rglob("*.*") if str(Path.home()) in f.read_text(encoding="utf-8")] == []

"""What the lab says while Python starts and when it cannot, in each language; the notebook is a stand-in here."""

import shutil

import pytest
from driving import Watched, folded, serving, wait_for

import lite
from whosays.show.language import ENGLISH, LANGUAGES, speaking
from whosays.show.sentences.page import awaiting

pytestmark = pytest.mark.browser
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A notebook</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="../start.css"><script src="../words.js"></script><script src="../start.js"></script></head>
<body><main><h1>A notebook</h1>
<p class="jp-Notebook-ExecutionIndicator" data-status="unknown"></p></main></body></html>"""
FINE = "Object.defineProperty(navigator, 'deviceMemory', { get: () => 8, configurable: true });"
BROKEN = {
    "old": "delete WebAssembly.Exception;",
    "memory": "Object.defineProperty(navigator, 'deviceMemory', { get: () => 1 });",
    "storage": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException(); } });",
    "workers": "Object.defineProperty(navigator, 'serviceWorker', { get: () => undefined });",
    "insecure": "Object.defineProperty(window, 'isSecureContext', { get: () => false });",
}
ALL = " ".join(lack for lack in BROKEN if lack != "workers")  # which says less than the last
IDLE = "document.querySelector('.jp-Notebook-ExecutionIndicator').dataset.status = 'idle'"
SIZES = [("light", 1100), ("dark", 1100), ("light", 390), ("dark", 390)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A page with the card of the lab, and the page for a fresh start beside it."""
    folder = tmp_path_factory.mktemp("start")
    for name in ("start.css", "start.js", "words.js", "fresh.html", "fresh.js"):
        shutil.copy(lite.SOURCE / name, folder)
    (folder / "lab").mkdir()
    (folder / "lab" / "index.html").write_text(PAGE, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def address(folder):
    """Where they are served."""
    with serving(folder) as host:
        yield host


@pytest.fixture
def reader(browser, address):
    """Begin with a browser that lacks some things: reader("old memory", language, scheme, width, page)."""
    contexts = []

    def begin(broken="", language="en-GB", scheme="light", width=1100, page="lab/index.html"):
        size = {"width": width, "height": 700}
        contexts.append(browser.new_context(viewport=size, color_scheme=scheme, locale=language))
        contexts[-1].set_default_timeout(8_000)
        contexts[-1].add_init_script("\n".join([FINE, *(BROKEN[lack] for lack in broken.split())]))
        view = Watched(contexts[-1].new_page())
        view.page.clock.install()
        view.page.goto(f"{address}/{page}")
        return view

    yield begin
    for context in contexts:
        context.close()


def words(view):
    return view.page.evaluate("whosaysWords")


def notes(view):
    return view.page.locator(".ws-start [role=alert] p").all_inner_texts()


def test_no_language_lacks_a_word_or_has_an_empty_one(reader):
    said = reader().page.evaluate("whosaysSaid")

    assert list(said) == list(LANGUAGES)
    assert {language: set(said[ENGLISH]) ^ set(table) for language, table in said.items()} == {
        language: set() for language in said
    }
    empty = [(language, key) for language in said for key, text in said[language].items() if not text.strip()]
    assert empty == [(ENGLISH, "awaiting")]
    for language in LANGUAGES:
        with speaking(language):
            assert said[language]["awaiting"] == awaiting()


def test_a_translation_leaves_no_english_sentence(reader):
    said = reader().page.evaluate("whosaysSaid")

    for language in set(said) - {ENGLISH}:
        same = [key for key, text in said[language].items() if text == said[ENGLISH][key]]
        assert same == [], language


@pytest.mark.parametrize(
    ("browser_speaks", "asked", "spoken"),
    [("en-GB", "", "en"), ("de-AT", "", "de"), ("uk-UA", "", "uk"), ("fr-FR", "", "en"), ("de-DE", "?lang=uk", "uk"),
     ("de-DE", "?path=a.ipynb&lang=en", "en"), ("uk-UA", "?lang=toString", "uk")],
)  # fmt: skip
def test_the_page_that_led_here_chooses_the_language_or_else_the_browser(reader, browser_speaks, asked, spoken):
    view = reader(language=browser_speaks, page=f"lab/index.html{asked}")

    assert view.page.get_attribute(".ws-start", "lang") == spoken
    assert words(view) == view.page.evaluate("language => whosaysSaid[language]", spoken)


def test_a_chosen_language_goes_along_to_the_fresh_start_and_back(reader):
    view = reader(page="lab/index.html?lang=uk")
    view.page.click(".ws-start a")
    view.page.wait_for_selector("html[lang=uk] h1")
    title, said = view.page.inner_text("h1"), words(view)
    view.page.click("#back")
    view.page.wait_for_url("**/lab/index.html?lang=uk")

    assert title == said["fresh_title"]
    assert view.page.get_attribute(".ws-start", "lang") == "uk"


def test_nothing_is_said_to_be_wrong_where_nothing_is(reader):
    assert notes(reader()) == []


@pytest.mark.parametrize(("broken", "language"), [*((lack, ENGLISH) for lack in BROKEN), (ALL, "de"), (ALL, "uk")])
def test_the_card_says_what_is_wrong_and_only_that(reader, broken, language):
    view = reader(broken, language)

    assert notes(view) == [view.page.evaluate("whosaysSaid")[language][lack] for lack in broken.split()]


@pytest.mark.parametrize(("language", "front"), [("en", "index.html"), ("uk", "uk/index.html")])
def test_by_double_click_the_lab_says_that_it_needs_a_server_and_leads_back(reader, folder, language, front):
    view = reader(language=language)
    view.page.goto((folder / "lab" / "index.html").as_uri())
    view.page.clock.run_for(1_000)
    said, faults = view.page.inner_text(".ws-start"), view.violations("body")
    back = view.page.evaluate("document.querySelector('.ws-start a').href")
    view.page.goto((folder / "fresh.html").as_uri())

    assert notes_only(said, words(view)) == words(view)["disk"]
    assert faults == []
    assert back == (folder.parent / front).as_uri()
    assert view.page.inner_text("#said") == words(view)["disk"]
    assert view.page.locator("button:enabled:visible").count() == 0
    assert view.page.evaluate("document.querySelector('#back').href") == back


def notes_only(said, known):
    """Return what a card says, without what it leads to and who has read it."""
    return "\n".join(line for line in said.splitlines() if line and line not in {known["front"], known["awaiting"]})


def test_the_card_says_after_two_minutes_that_python_has_not_started(reader):
    view = reader()
    view.page.clock.run_for(100_000)
    before = notes(view)
    view.page.clock.run_for(30_000)

    assert before == []
    assert notes(view) == [words(view)["slow"]]
    assert folded(view.page.inner_text(".ws-clock")).startswith("1")


def test_the_card_says_that_python_is_ready_and_goes_unless_something_is_wrong(reader):
    fine, short = reader(), reader("memory")
    for view in (fine, short):
        view.page.evaluate(IDLE)
        view.page.clock.run_for(10_000)

    assert folded(short.page.inner_text(".ws-start [role=status]")) == words(short)["ready"]
    assert short.page.is_visible(".ws-start")
    assert not fine.page.is_visible(".ws-start")
    assert fine.page.is_visible(".ws-help")


def test_the_keyboard_closes_the_card_and_opens_it_again(reader):
    view = reader("memory")
    view.page.focus(".ws-start a")
    view.press("Escape")
    closed = (view.focused(), view.page.is_visible(".ws-start"))
    view.press("Enter")

    assert closed == ("ws-help", False)
    assert view.page.is_visible(".ws-start")
    assert view.page.evaluate("document.activeElement.textContent") == words(view)["close"]


@pytest.mark.parametrize(("scheme", "width"), SIZES)
@pytest.mark.parametrize("broken", ["", ALL])
def test_axe_finds_nothing_on_a_card_and_all_of_it_can_be_seen(reader, broken, scheme, width):
    view = reader(broken, "de", scheme, width)
    view.page.clock.run_for(2_000)
    box = view.page.locator(".ws-start").bounding_box()
    link = view.page.evaluate("getComputedStyle(document.querySelector('.ws-start a')).textDecorationLine")

    assert view.violations("body") == []
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] >= 0
    assert link == "underline"
    view.page.click(".ws-start button")
    assert view.violations("body") == []


@pytest.mark.parametrize(("scheme", "width"), SIZES)
def test_axe_finds_nothing_on_the_page_for_a_fresh_start(reader, scheme, width):
    view = reader("", "uk", scheme, width, "fresh.html")
    wait_for(lambda: view.page.inner_text("#count"), seconds=5)

    assert view.violations("html") == []
    assert view.page.evaluate("document.documentElement.scrollWidth") <= width
    assert view.complaints == []

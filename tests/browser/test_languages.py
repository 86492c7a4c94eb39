"""The page in other languages in a real browser: no word of ours is left in English, and nothing is cut off."""

import json
import re

import pytest
from driving import wait_for

from greek import greek
from whosays.case.load import load
from whosays.show.front import write_pages
from whosays.show.language import LANGUAGES, PSEUDO
from whosays.show.sheet import sheet
from whosays.teach.answers import Answer, Answers, text_of

pytestmark = pytest.mark.browser
MIRRORED = "qps-plocm"
SIZES = {"wide": 1280, "phone": 390}
VIEWS = ("article", "claim", "whatif", "beyond", "numbers", "space", "matrix")
OTHERS = [tag for tag in LANGUAGES if tag != "en"]
SAID = """() => { const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (!parentElement.closest('script, noscript, .ws-languages, .ws-addresses')) found.push(textContent);
  }
  for (const node of document.querySelectorAll('*')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) found.push(node.getAttribute(name) ?? '');
  }
  return found; }"""
CUT = """() => { const cut = [];
  for (const node of document.querySelectorAll('.whosays *')) {
    const { overflowX, display } = getComputedStyle(node);
    const text = [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
    const scrolls = ['auto', 'scroll'].includes(overflowX) || node.matches('select, option, textarea, input');
    if (display === 'none' || scrolls || node.closest('.ws-hidden, .ws-status, svg')) continue;
    if (!text && overflowX === 'visible') continue;
    if (node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0) {
      cut.push(`${node.tagName}.${node.className}: ${node.textContent.slice(0, 60)}`);
    }
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) cut.push(`the page is ${scrollWidth - clientWidth} pixels too wide`);
  return cut; }"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The practice case in Greek letters in each language, in one folder, and as it is in those that are spoken."""
    folder = tmp_path_factory.mktemp("languages")
    case = load("practice-pond-2025")
    write_pages([greek(case)], folder / "greek", languages=list(PSEUDO))
    write_pages([case], folder / "spoken", languages=OTHERS)
    return folder


def states(view):
    """Go through all that a page can show: before and after the guess, each view and its table, all of it unfolded."""
    page = view.page
    yield "before the guess", page
    page.click("[data-key=commit]")
    page.click("[data-key=all]")
    for layer in ("article", "beyond"):
        page.locator(f"[data-key=layer-{layer}]").click()
        for tab in VIEWS:
            page.locator(f"[data-key=tab-{tab}]").dispatch_event("click")  # a phone has a list in place of tabs
            unfold(page)
            yield f"{layer}, {tab}", page
            page.click("[data-key=table]")
            yield f"{layer}, {tab}, table", page
            page.click("[data-key=table]")


def unfold(page):
    """Open all that can be opened in a view."""
    page.evaluate("document.querySelectorAll('details').forEach((part) => (part.open = true))")
    if page.locator(".ws-mark").count():
        page.locator(".ws-mark").first.click()
    for box in page.locator(".ws-takes input").all()[:1]:
        box.uncheck()
    for select in page.locator(".ws-matrix select:visible").all()[:6]:
        select.select_option(index=1)
    if page.locator("[data-key=save]").count():
        page.fill("[data-key=line]", "1")
        page.click("[data-key=save]")


@pytest.mark.parametrize("size", SIZES)
def test_no_word_is_left_in_english_and_nothing_is_cut_off_from_right_to_left(pages, opened, size):
    view = opened(pages / "greek" / MIRRORED / "2025.html", width=SIZES[size])
    english, cut, faults = {}, {}, {}
    for state, page in states(view):
        english[state] = {word for text in page.evaluate(SAID) for word in re.findall("[A-Za-z]{2,}", text)}
        cut[state] = page.evaluate(CUT)
        if size == "wide" and state.startswith("beyond") and not state.endswith("table"):
            faults[state] = [fault for fault in view.violations() if fault[0] != "valid-lang"]  # nobody speaks it

    assert view.page.evaluate("getComputedStyle(document.querySelector('.whosays')).direction") == "rtl"
    assert {state: words for state, words in english.items() if words} == {}
    assert {state: parts for state, parts in cut.items() if parts} == {}
    assert len(faults) == (len(VIEWS) if size == "wide" else 0)
    assert {state: parts for state, parts in faults.items() if parts} == {}
    assert view.complaints == []


def test_what_a_case_says_keeps_its_own_direction_on_a_page_from_right_to_left(tmp_path, opened):
    write_pages([load("kramatorsk-2023")], tmp_path, languages=[MIRRORED])
    view = opened(tmp_path / "kramatorsk-2023.html")
    own = ("h1.ws-title", ".ws-note div > p:last-child", ".ws-first > .ws-prompt")
    style = """(selector) => {
      const { direction, textAlign } = getComputedStyle(document.querySelector(selector));
      return [direction, textAlign]; }"""
    front = opened(tmp_path / "index.html")

    assert [view.page.evaluate(style, part) for part in own] == [["ltr", "end"]] * len(own)
    assert front.page.evaluate(style, ".ws-cases a")[0] == "ltr"
    assert front.page.get_attribute(".ws-cases a", "lang") == "en"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_cut_off_in_a_language(pages, opened, language, size):
    place = pages / "spoken" / ("" if language == OTHERS[0] else language)
    view = opened(place / "practice-pond-2025.html", width=SIZES[size])
    cut = {state: page.evaluate(CUT) for state, page in states(view)}

    assert view.page.get_attribute("html", "lang") == language
    assert {state: parts for state, parts in cut.items() if parts} == {}


def test_the_arrow_keys_follow_the_line_of_text_and_axes_do_not(pages, opened):
    view = opened(pages / "greek" / MIRRORED / "2025.html", width=1280)
    view.page.click("[data-key=all]")
    view.page.focus("[data-key=tab-article]")
    view.press("ArrowLeft")
    assert view.focused() == "tab-claim"
    view.press("ArrowRight")
    assert view.focused() == "tab-article"
    view.page.focus("[data-key=layer-article]")
    view.press("ArrowLeft")
    assert view.focused() == "layer-beyond"

    view.page.click("[data-key=tab-numbers]")
    places = view.page.evaluate(
        """['.ws-axis .ws-tick', '.ws-days span'].map((row) =>
          [...document.querySelectorAll(row)].map((mark) => mark.getBoundingClientRect().left))"""
    )
    assert all(len(row) > 2 and row == sorted(row) for row in places)


def test_the_front_page_leads_to_itself_in_another_language_and_back(pages, browser):
    context = browser.new_context(offline=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto((pages / "greek" / "index.html").as_uri())
    page.click(f"a[hreflang={MIRRORED}]")
    page.wait_for_url(f"**/{MIRRORED}/index.html")
    told = {word for text in page.evaluate(SAID) for word in re.findall("[A-Za-z]{2,}", text)}
    cut = page.evaluate(CUT)
    page.click(f"a[hreflang={next(iter(PSEUDO))}]")
    page.wait_for_url("**/greek/index.html")

    assert (told, cut) == (set(), [])
    context.close()


def kept(view):
    """Return what the browser keeps about the case: value and line by item."""
    found = view.page.evaluate("localStorage.getItem('whosays answers practice-pond-2025 0')")
    rows = json.loads(found)["answers"] if found else []
    return {row["item"]: (row["value"], row["reason"]) for row in rows}


def turn_to(view, language):
    """Follow the link to the page in another language, load it anew, and open the asked claim."""
    view.page.click(f"a[hreflang={language}]")
    view.page.wait_for_selector(f".whosays[lang={language}] .ws-frame")
    view.page.reload()
    view.page.click("[data-key=tab-claim]")
    return view.page.locator(".ws-student button[aria-pressed=true]").all_inner_texts()


def test_what_is_chosen_in_one_language_is_kept_by_its_english_id_and_shown_again_in_another(pages, opened):
    told = {tag: sheet(load("practice-pond-2025"), tag)["layers"]["article"]["claims"] for tag in OTHERS}
    claim = next(iter(told["de"]))
    asked = {tag: claims[claim]["ask"] for tag, claims in told.items()}
    view = opened(pages / "spoken" / "practice-pond-2025.html")
    view.page.click("[data-key=commit]")
    view.page.click("[data-key=tab-claim]")
    view.page.click("[data-key=option-1]")
    view.page.fill("[data-key=line]", "Weil.")
    wait_for(lambda: kept(view).get(f"line {claim}", ("", ""))[1], seconds=5)

    assert asked["de"]["options"] == asked["uk"]["options"] != asked["de"]["options_text"]
    assert kept(view)[f"line {claim}"] == (asked["de"]["options"][1], "Weil.")
    assert turn_to(view, "uk") == [asked["uk"]["options_text"][1]]
    assert view.page.input_value("[data-key=line]") == "Weil."

    last = len(asked["uk"]["options"])
    view.page.click(f"[data-key=option-{last}]")  # I cannot tell
    wait_for(lambda: kept(view)[f"line {claim}"] == (None, "Weil."), seconds=5)
    assert turn_to(view, "de") == [view.page.inner_text(f"[data-key=option-{last}]")]
    assert view.complaints == []


def test_what_an_earlier_page_kept_as_it_was_read_is_understood_and_kept_by_its_id(pages, opened):
    asked = sheet(load("practice-pond-2025"), "de")["layers"]["article"]["claims"]["k01"]["ask"]
    older = (Answer("q01", "1"), Answer("line k01", asked["options_text"][1], "", "draft"))
    view = opened(pages / "spoken" / "practice-pond-2025.html")
    written = ["whosays answers practice-pond-2025 0", text_of(Answers("practice-pond-2025", 0, older))]
    view.page.evaluate("([name, text]) => localStorage.setItem(name, text)", written)
    view.page.reload()
    view.page.click("[data-key=tab-claim]")

    assert kept(view)["line k01"] == (asked["options_text"][1], "")
    assert view.page.get_attribute("[data-key=option-1]", "aria-pressed") == "true"
    view.page.fill("[data-key=line]", "Weil.")
    wait_for(lambda: kept(view)["line k01"] == (asked["options"][1], "Weil."), seconds=5)

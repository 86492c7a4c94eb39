"""The page of every case in a real browser: every view is sound, fits a phone, and says what the sheet says."""

import pytest
from driving import Watched, folded

from whosays.case.load import load, shipped_cases
from whosays.show.front import write_pages
from whosays.show.sheet import sheet

pytestmark = pytest.mark.browser
VIEWS = ("article", "claim", "whatif", "beyond", "numbers", "space", "matrix")
TESTED_ELSEWHERE = ("kramatorsk-2023", "practice-pond-2025")
NAMES = [name for name in shipped_cases() if name not in TESTED_ELSEWHERE]


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    files = write_pages(map(load, shipped_cases()), tmp_path_factory.mktemp("pages"), guided=False)
    return {file.stem: file for file in files}


@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing_in_any_view_of_a_case_beyond_the_article(pages, opened, name):
    view = opened(pages[name])
    view.page.click("[data-key=layer-beyond]")
    found = {}
    for tab in VIEWS:
        if view.page.locator(f"[data-key=tab-{tab}]").count():
            view.page.click(f"[data-key=tab-{tab}]")
            found[tab] = view.violations()

    assert len(found) >= 5
    assert {tab: faults for tab, faults in found.items() if faults} == {}
    assert view.complaints == []


@pytest.mark.parametrize("name", NAMES)
def test_no_view_of_a_case_scrolls_sideways_on_a_phone(pages, opened, name):
    view = opened(pages[name], width=390)
    view.page.click("[data-key=layer-beyond]")
    wide = {}
    for tab in VIEWS:
        if view.page.locator(f"[data-key=tab-{tab}]").count():
            view.page.locator(f"[data-key=tab-{tab}]").dispatch_event("click")  # a phone has a list in place of tabs
            wide[tab] = view.page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )

    assert {tab: over for tab, over in wide.items() if over > 0} == {}


@pytest.mark.parametrize("name", NAMES)
def test_the_page_of_a_case_says_the_sentence_of_its_sheet(pages, opened, name):
    view = opened(pages[name])

    assert folded(sheet(load(name))["layers"]["article"]["sentence"]) in folded(view.page.inner_text(".ws-frame"))


def test_the_keyboard_alone_leads_from_the_front_page_into_a_case_and_back(pages, browser):
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(pages["index"].as_uri())
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    page.wait_for_selector(".ws-frame [data-key=tab-article], .ws-note")
    assert page.url.endswith(first)

    page.focus("a[href='index.html']")
    page.keyboard.press("Enter")
    page.wait_for_selector(".ws-cases")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_front_page_and_it_fits_a_phone(pages, browser, scheme):
    context = browser.new_context(offline=True, viewport={"width": 390, "height": 800}, color_scheme=scheme)
    view = Watched(context.new_page())
    view.page.goto(pages["index"].as_uri())
    over = view.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    # The page forbids scripts, axe among them; the same markup without that rule is looked at.
    markup = pages["index"].read_text(encoding="utf-8")
    view.page.set_content(markup.replace('http-equiv="Content-Security-Policy"', 'name="policy"'))

    assert over <= 0
    assert view.violations() == []
    context.close()

import pytest

from whosays.show.method import method

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "dark"), [(1100, False), (1100, True), (390, False)])
def test_the_method_page_opens_by_keyboard_at_the_foot_and_fits(opened, guided_page, case, width, dark):
    watched = opened(guided_page, width=width, dark=dark)
    watched.tab_to("method", limit=120)
    watched.press("Enter")
    shown = watched.page.inner_text(".ws-method")

    for section in method(case)["sections"]:
        assert section["title"] in shown
        assert all(text in shown for text in section["paragraphs"])
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= width
    assert watched.violations() == []
    assert watched.complaints == []


def test_on_paper_the_method_page_is_there_only_if_it_is_open(opened, guided_page):
    page = opened(guided_page).page
    page.emulate_media(media="print")

    assert page.is_hidden(".ws-method")
    page.emulate_media(media="screen")
    page.click("[data-key=method]")
    page.emulate_media(media="print")
    assert page.is_visible(".ws-method dl >> nth=0")

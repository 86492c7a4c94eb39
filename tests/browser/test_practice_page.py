"""The practice case in a real browser: its article stands there word for word, and nothing else changes."""

import pytest
from driving import folded, words_of

from whosays.case.load import load
from whosays.show.page import page, write_page
from whosays.show.sheet import sheet

pytestmark = pytest.mark.browser
SIZES = {"wide": {}, "phone": {"width": 390}, "zoomed": {"width": 1100, "zoom": 2}, "dark": {"dark": True}}


@pytest.fixture(scope="module")
def practice():
    return load("practice-pond-2025")


@pytest.fixture(scope="module")
def practice_page(practice, tmp_path_factory):
    return write_page(practice, tmp_path_factory.mktemp("practice") / "p.html", guided=False)


def test_every_passage_stands_there_word_for_word_with_our_words_beneath(practice, practice_page, opened):
    view = opened(practice_page)
    rows = sheet(practice)["rows"]

    assert [folded(t) for t in view.page.locator(".ws-row-text").all_inner_texts()] == [r["text"] for r in rows]
    beneath = view.page.locator(".ws-row-text + .ws-beneath").all_inner_texts()
    assert [folded(t) for t in beneath] == [f"In our words: {r['gist']}" for r in rows]
    assert view.page.locator(".ws-frame a").count() == 0  # made-up addresses lead nowhere
    assert view.complaints == []


@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_in_an_article_word_for_word_and_nothing_scrolls_sideways(practice_page, opened, size):
    view = opened(practice_page, **SIZES[size])
    view.page.click("[data-key=mark-p06-2]")

    assert view.violations() == []
    assert view.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


@pytest.mark.parametrize("name", ["claim", "whatif", "beyond", "numbers"])
def test_axe_finds_nothing_in_the_other_views_beyond_the_article(practice_page, opened, name):
    view = opened(practice_page)
    view.page.click("[data-key=claim-k01]")
    view.page.click("[data-key=layer-beyond]")
    view.page.click(f"[data-key=tab-{name}]")

    assert view.violations() == []


def test_every_word_on_the_page_comes_from_the_sheet(practice, practice_page, opened):
    joined = " ".join({folded(text) for text in words_of(sheet(practice))})
    view = opened(practice_page)
    for text in view.page.locator(".ws-row-text, .ws-beneath, .ws-section, .ws-known").all_inner_texts():
        for line in filter(None, map(folded, text.splitlines())):
            assert line.removeprefix("In our words: ") in joined, line


def test_hostile_words_of_an_article_stay_words(practice, tmp_path, opened):
    data = sheet(practice)
    hostile = "<img src=x onerror=document.title='hit'><script>document.title='hit'</script>"
    data["rows"][0]["text"] = hostile
    file = tmp_path / "hostile.html"
    file.write_text(page(data, guided=False), encoding="utf-8")
    view = opened(file)

    assert view.page.inner_text(".ws-row-text >> nth=0") == hostile
    assert view.page.title() != "hit"
    assert view.page.locator(".ws-frame img").count() == 0

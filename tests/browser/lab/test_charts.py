"""The figures in a real JupyterLab, and each as a page of its own, on a phone and on paper."""

import pytest
from driving import Watched

from whosays.show.figures import FIGURES, figure

pytestmark = pytest.mark.browser
CELLS = [
    'from whosays import open_case\ncase = open_case("kramatorsk-2023")',
    *(f'case.figure("{name}")' for name in ("chain", "ribbon", "intervals")),
]
TEXTS = ".annotation-text, .gtitle, .legendtext, .xtick text"
OUTSIDE = """(selector) => {
    const frame = document.querySelector(".main-svg").getBoundingClientRect();
    const cut = (box) => box.right > frame.right + 1 || box.left < -1;
    return [...document.querySelectorAll(selector)].filter((text) => cut(text.getBoundingClientRect()))
        .map((text) => text.textContent);
}"""


@pytest.fixture(scope="module")
def pages(case, tmp_path_factory):
    """Every figure of both layers, as a page of its own."""
    folder = tmp_path_factory.mktemp("charts")
    layers = ("article", "beyond")
    return {(n, lay): figure(case, n, lay).write_html(folder / f"{n}-{lay}.html") for n in FIGURES for lay in layers}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_jupyterlab_shows_each_figure_whole_and_white_without_a_button_that_sends_it_away(notebook, case, dark):
    view = notebook(cells=CELLS, dark=dark, shown=".jp-RenderedPlotly .main-svg")
    plots = view.page.locator(".jp-RenderedPlotly")
    view.page.wait_for_function("document.querySelectorAll('.jp-RenderedPlotly .main-svg .infolayer').length >= 3")
    view.page.wait_for_timeout(1_000)

    heights = [figure(case, name).figure.layout.height for name in ("chain", "ribbon", "intervals")]
    assert [plots.nth(n).bounding_box()["height"] for n in range(3)] == pytest.approx(heights, abs=1)
    buttons = view.page.locator(".modebar-btn").evaluate_all("all => all.map((b) => b.getAttribute('data-title'))")
    assert set(buttons) == {"Download plot as a PNG"}
    background = view.page.locator(".main-svg").first.evaluate("e => getComputedStyle(e).backgroundColor")
    assert background == "rgb(255, 255, 255)"
    assert view.violations(".jp-RenderedPlotly") == []
    assert [url for url in view.requests if "//127.0.0.1" not in url and url.startswith("http")] == []


@pytest.mark.parametrize("layer", ["article", "beyond"])
@pytest.mark.parametrize("name", FIGURES)
def test_on_a_phone_no_word_of_a_figure_is_cut_off_and_its_table_stands_below(browser, pages, name, layer):
    context = browser.new_context(viewport={"width": 390, "height": 844}, offline=True)
    page = context.new_page()
    page.goto(pages[name, layer].as_uri())
    page.wait_for_selector(".main-svg")

    assert page.evaluate(OUTSIDE, TEXTS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("table caption").count() == 1
    assert page.locator("figure, main").first.bounding_box()["height"] > 200
    context.close()


def test_a_figure_fits_again_when_the_window_changes(browser, pages):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(pages["clocks", "article"].as_uri())
    page.wait_for_selector(".main-svg")
    height = page.locator(".main-svg").first.bounding_box()["height"]
    page.set_viewport_size({"width": 640, "height": 844})
    page.wait_for_function("document.querySelector('.main-svg').getBoundingClientRect().width > 600")

    assert page.locator(".main-svg").first.bounding_box()["height"] == height
    page.close()


@pytest.mark.parametrize("name", FIGURES)
def test_on_paper_a_figure_fits_the_sheet_and_axe_finds_nothing(browser, pages, name):
    view = Watched(browser.new_page(viewport={"width": 1100, "height": 900}))
    view.page.goto(pages[name, "article"].as_uri())
    view.page.wait_for_selector(".main-svg")
    view.page.emulate_media(media="print")

    assert view.page.locator(".main-svg").first.bounding_box()["width"] <= 680  # A4 without its margins, at 96 dpi
    assert not view.page.locator(".modebar").first.is_visible()
    assert view.violations("body") == []
    view.page.close()

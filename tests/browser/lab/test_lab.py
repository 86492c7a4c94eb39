"""The explorer in a real JupyterLab, by keyboard."""

import pytest

pytestmark = pytest.mark.browser
OWN_COPY = [
    'from whosays import open_case\nexplorer = open_case("kramatorsk-2023").explorer()\nexplorer',
    "print('nothing kept:', 'a heron on the roof' not in str(explorer.get_state()))",
]


WITHOUT = [
    "from whosays import open_case",
    'explorer = open_case("kramatorsk-2023").explorer(view="whatif", guided=False)\nexplorer',
    "print('withdrawn:', explorer.withdrawn, explorer.sentence)",
]


MATRIX = [
    "from whosays import open_case",
    'explorer = open_case("kramatorsk-2023").explorer(view="matrix", guided=False)\nexplorer',
    "print('ratings:', explorer.ratings, explorer.sentence)",
]


def first(view):
    """Return the first explorer of the notebook."""
    view.page.wait_for_selector(".whosays .ws-frame")
    return view.page.locator(".whosays").first


def into_first_explorer(view):
    """Reach the first explorer with the keyboard alone: from the notebook, Tab until the focus is inside it."""
    view.page.locator(".whosays").first.scroll_into_view_if_needed()
    view.page.evaluate("document.activeElement.blur()")
    view.page.evaluate("document.querySelector('.jp-Notebook .jp-Cell').focus()")
    for _ in range(150):
        if view.page.evaluate("document.querySelector('.whosays').contains(document.activeElement)"):
            return
        view.page.keyboard.press("Tab")
    pytest.fail("Tab does not reach the explorer")


def test_the_notebook_runs_from_top_to_bottom_without_an_error(notebook):
    view = notebook("00_start_here.ipynb")
    view.page.wait_for_function("document.querySelectorAll('.whosays').length >= 3", timeout=60_000)

    assert view.page.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    assert view.page.locator(".jp-OutputArea-output pre:has-text('Traceback')").count() == 0


def test_the_keyboard_alone_walks_the_claims_and_the_cell_keeps_its_place(notebook):
    view = notebook("00_start_here.ipynb")
    explorer = first(view)
    into_first_explorer(view)
    view.tab_to("claim-k01")
    before = view.page.evaluate("document.querySelector('.jp-Notebook').querySelectorAll('.jp-mod-active').length")

    view.press("ArrowDown", "ArrowDown")
    assert view.focused() == "claim-k03"
    view.press("Enter")
    assert view.focused() == "heading"
    assert explorer.locator("[data-key=heading]").inner_text() == "What was hit?"
    view.press("Escape")
    assert view.focused() == "claim-k03"
    assert before == view.page.evaluate("document.querySelectorAll('.jp-Notebook .jp-mod-active').length")


def test_the_keyboard_alone_writes_a_line_and_switches_the_layer(notebook):
    view = notebook("00_start_here.ipynb")
    explorer = first(view)
    into_first_explorer(view)
    view.tab_to("claim-k01")
    view.press("Enter")
    view.tab_to("line")
    view.page.keyboard.type("dd aa bb: no cell is deleted or added by typing")
    view.tab_to("save")
    view.press("Enter")
    for _ in range(60):
        if view.focused() == "layer-article":
            break
        view.page.keyboard.press("Shift+Tab")
    view.press("ArrowRight")

    assert explorer.locator("[data-key=layer-beyond]").get_attribute("aria-checked") == "true"
    assert explorer.locator(".ws-report").count() > 10
    assert "outside the article" in explorer.locator(".ws-sentence").inner_text()
    assert view.page.locator(".jp-Notebook .jp-CodeCell").count() == 6


def test_the_keyboard_alone_takes_a_source_away_and_python_knows(notebook):
    view = notebook(cells=WITHOUT)
    explorer = first(view)
    into_first_explorer(view)
    view.tab_to("take-s01")
    view.press("End", "ArrowUp", "ArrowUp", "ArrowUp")
    assert view.focused() == "take-s09"
    view.press("Space")
    said = explorer.locator(".ws-sentence").inner_text()

    assert said.startswith("Without the Finnish reporter, four claims lose their only answer")
    assert view.focused() == "take-s09"
    assert view.violations() == []
    view.page.locator(".jp-CodeCell").last.click()
    view.press("Control+Enter")
    view.page.wait_for_selector(f"text=withdrawn: ['s09'] {said}")


def test_a_mixture_that_the_sheet_does_not_hold_is_asked_of_python(notebook):
    view = notebook(cells=[*WITHOUT[:2], "print('read:', explorer.joined, explorer.graded, explorer.sentence)"])
    explorer = first(view)
    explorer.locator("[data-key=join-first]").select_option("s08")
    explorer.locator("[data-key=join-second]").select_option("s09")
    explorer.locator("[data-key=join]").click()
    explorer.locator("[data-key=grade-source]").select_option("s06")
    explorer.locator("[data-key=grade-4]").click()
    sentence = explorer.locator(
        ".ws-sentence", has_text="With the think tank and the Finnish reporter as one source and"
    )
    sentence.wait_for()

    assert "two roots against it, two first-hand" in explorer.locator(".ws-befores li").inner_text()
    said = sentence.inner_text()
    view.page.wait_for_selector(f".ws-status:text-is('{said}')", state="attached")
    assert view.violations() == []
    view.page.locator(".jp-CodeCell").last.click()
    view.press("Control+Enter")
    view.page.wait_for_selector(f"text=read: [['s08', 's09']] {{'s06': 4}} {said}")


def test_the_arrow_keys_rate_in_the_matrix_and_python_knows_the_ratings(notebook):
    view = notebook(cells=MATRIX)
    explorer = first(view)
    into_first_explorer(view)
    view.tab_to("rate-h-1")
    view.press("ArrowDown")
    view.tab_to("rate-h-1 h01")
    view.press("ArrowDown", "ArrowDown")
    said = explorer.locator(".ws-sentence").inner_text()

    assert view.focused() == "rate-h-1 h01"
    assert said.startswith("Nothing counts yet for B, C and D")
    assert view.violations() == []
    view.page.locator(".jp-CodeCell").last.click()
    view.press("Control+Enter")
    view.page.wait_for_selector(f"text=ratings: {{'h-1': 'very low', 'h-1 h01': 'inconsistent'}} {said}")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_in_the_widget(notebook, dark):
    view = notebook("00_start_here.ipynb", dark=dark)
    first(view)

    assert view.violations(".whosays") == []
    background = view.page.evaluate("getComputedStyle(document.querySelector('.whosays')).backgroundColor")
    assert (background == "rgb(255, 255, 255)") is not dark


def test_what_python_sets_the_page_shows_and_what_the_reader_opens_python_knows(notebook):
    shown = 'explorer = open_case("kramatorsk-2023").explorer("k04", layer="beyond", guided=False)'
    cells = [f"from whosays import open_case\n{shown}\nexplorer", "(explorer.claim, explorer.layer, explorer.guided)"]
    view = notebook(cells=cells)
    explorer = first(view)
    view.page.wait_for_selector("[data-key=heading]")
    assert explorer.locator("[data-key=heading]").inner_text() == "When was it?"
    assert explorer.locator("[data-key=layer-beyond]").get_attribute("aria-checked") == "true"

    explorer.locator("[data-key=next]").click()
    view.page.wait_for_timeout(500)
    view.page.locator(".jp-CodeCell").last.click()
    view.press("Control+Enter")
    view.page.wait_for_selector("text=('k05', 'beyond', False)")


def test_a_reader_s_own_copy_is_searched_and_not_kept(notebook):
    view = notebook(cells=OWN_COPY)
    explorer = first(view)
    explorer.locator("[data-key=own]").click()
    explorer.locator("[data-key=copy]").fill("A copy of a heron on the roof, with nothing of the article in it at all.")
    explorer.locator("[data-key=find]").click()
    view.page.wait_for_selector(".ws-copied")

    assert explorer.locator(".ws-copied[data-how='not found']").count() == 19
    assert explorer.locator(".ws-copied q").count() == 0
    view.page.locator(".jp-CodeCell").last.click()
    view.press("Control+Enter")
    view.page.wait_for_selector("text=nothing kept: True")


def test_the_article_itself_is_found_passage_by_passage(notebook, article):
    view = notebook(cells=OWN_COPY)
    explorer = first(view)
    explorer.locator("[data-key=own]").click()
    explorer.locator("[data-key=copy]").fill(article)
    explorer.locator("[data-key=find]").click()
    view.page.wait_for_selector(".ws-copied")

    assert explorer.locator(".ws-copied[data-how='exactly']").count() == 19
    shown = explorer.locator(".ws-copied q").first.inner_text()
    assert " ".join(shown.split()) in " ".join(article.split())


def test_the_keyboard_alone_picks_a_case_and_it_opens_beneath(notebook):
    view = notebook(cells=["from whosays import pick_case\npick_case()"], shown=".whosays .ws-cases")
    view.page.focus("[data-key=pick-practice-pond-2025]")
    view.press("Enter")
    view.page.wait_for_selector(".ws-frame [data-key=tab-article]")

    assert view.page.get_attribute("[data-key=pick-practice-pond-2025]", "aria-pressed") == "true"
    assert "frogs of Quillstead" in view.page.inner_text(".whosays .ws-title")
    assert view.violations(".jp-OutputArea-output") == []

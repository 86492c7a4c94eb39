"""The app: in JupyterLab, the first thing seen is the explorer, without a click and without code."""

import json
import time

import pytest
from driving import Watched, wait_for

pytestmark = pytest.mark.browser
ALONE = "doc/workspaces/app/tree"


@pytest.fixture
def visit(browser, lab):
    """Open a notebook of the served folder at a place of JupyterLab: visit(place, name, cells=...)."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    context.set_default_timeout(60_000)

    def at(place, name="app.ipynb", change=None):
        address, folder = lab
        copy = folder / f"app-{time.monotonic_ns()}.ipynb"  # a path that was open before brings back its old kernel
        notebook = json.loads((folder / name).read_text(encoding="utf-8"))
        if change:
            change(next(cell for cell in notebook["cells"] if cell["cell_type"] == "code"))
        copy.write_text(json.dumps(notebook), encoding="utf-8")
        view = Watched(context.new_page())
        view.page.goto(f"{address}/{place}/{copy.name}")
        return view

    yield at
    context.close()


def calls_something(cell):
    cell["source"] = [*cell["source"], "; print(1)"]


def test_the_app_opens_by_itself_and_a_notebook_with_any_other_code_does_not(visit):
    other = visit("lab/workspaces/other/tree", change=calls_something)
    other.page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]", state="attached")
    view = visit(ALONE)
    view.page.wait_for_selector(".whosays .ws-frame")

    assert view.page.locator(".jp-InputArea-editor:visible, .jp-InputPlaceholder:visible").count() == 0
    assert view.page.locator(".jp-CodeCell :text('open_case'):visible").count() == 0
    assert view.page.locator(".jp-SideBar:visible").count() == 0
    assert view.page.locator(".whosays").bounding_box()["y"] < 400, "the first thing seen"
    assert view.violations() == []
    view.page.click("[data-key=go]")
    view.page.click("[data-key=unsure]")
    wait_for(lambda: "You could not tell." in view.page.inner_text(".ws-first"), seconds=10)
    assert other.page.locator(".whosays").count() == 0
    assert other.page.locator(".jp-SideBar:visible").count() == 2, "other workspaces keep their bars"

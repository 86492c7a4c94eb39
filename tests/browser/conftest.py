"""A real Chromium, and what is opened in it."""

import os
import shutil
import time
from pathlib import Path

import nbformat
import pytest
from driving import Watched, run_all, running_lab
from playwright.sync_api import sync_playwright

from whosays.show.page import write_page

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
KERNEL = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
PLACES = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")


@pytest.fixture(scope="session")
def browser():
    """The machine's own Chromium; missing, its tests are skipped, but under CI they fail."""
    found = next((p for p in (os.environ.get("CHROMIUM", ""), *PLACES) if p and Path(p).exists()), None)
    if found is None:
        reason = "no Chromium on this machine: install the package chromium, or name one in CHROMIUM"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=found, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def opened(browser):
    """Open a page file from disk with the network off: opened(file, width=..., dark=..., zoom=...)."""
    contexts = []

    def open_file(file, *, width=1100, height=900, dark=False, zoom=1):
        scheme = "dark" if dark else "light"
        size = {"width": width // zoom, "height": height // zoom}
        context = browser.new_context(viewport=size, color_scheme=scheme, device_scale_factor=zoom, offline=True)
        context.set_default_timeout(8_000)
        contexts.append(context)
        watched = Watched(context.new_page())
        watched.page.goto(Path(file).resolve().as_uri())
        watched.page.wait_for_selector(".ws-frame")
        return watched

    yield open_file
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def guided_page(case, tmp_path_factory):
    """The one-file page of the shipped case, as students get it."""
    return write_page(case, tmp_path_factory.mktemp("guided") / "k.html")


@pytest.fixture(scope="session")
def open_page(case, tmp_path_factory):
    """The same page with nothing held back."""
    return write_page(case, tmp_path_factory.mktemp("open") / "k.html", guided=False)


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    """A real JupyterLab with a copy of the notebooks, its address and its folder."""
    home = tmp_path_factory.mktemp("home")
    folder = Path(shutil.copytree(ROOT / "notebooks", tmp_path_factory.mktemp("served") / "notebooks"))
    with running_lab(folder, home) as address:
        yield address, folder


@pytest.fixture
def notebook(browser, lab):
    """Open a notebook, or some cells, in JupyterLab under a name of its own, run all and return the page."""
    address, folder = lab
    contexts = []

    def open_notebook(name="", *, cells=(), dark=False, shown=".whosays .ws-frame"):
        copy = folder / f"run-{time.monotonic_ns()}.ipynb"  # a path that was open before brings back its old kernel
        if cells:
            code = [nbformat.v4.new_code_cell(source) for source in cells]
            nbformat.write(nbformat.v4.new_notebook(cells=code, metadata=KERNEL), copy)
        else:
            shutil.copy(folder / name, copy)
        context = browser.new_context(viewport={"width": 1300, "height": 1000})
        contexts.append(context)
        watched = Watched(context.new_page())
        # A workspace of its own, or JupyterLab opens again what the test before had open.
        watched.page.goto(f"{address}/lab/workspaces/{copy.stem}/tree/{copy.name}")
        run_all(watched.page, dark=dark, shown=shown)
        return watched

    yield open_notebook
    for context in contexts:
        context.close()

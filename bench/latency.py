"""How long the page takes from a key press to the change, in JupyterLab and as a file of its own."""

import math
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import nbformat
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "browser"))

from driving import run_all, running_lab  # noqa: E402 - the way the browser tests drive JupyterLab

from whosays.case.load import load  # noqa: E402
from whosays.show.page import write_page  # noqa: E402

PLACES = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
LOADS = 5
CELLS = (
    'from whosays import open_case\nopen_case("kramatorsk-2023").explorer("k01", guided=False)',
    (
        "import ipywidgets\n"
        'select, shown = ipywidgets.Select(options=["one", "two", "three"]), ipywidgets.HTML("one")\n'
        'select.observe(lambda change: setattr(shown, "value", change.new), "value")\n'
        'shown.add_class("bench-core")\n'
        "ipywidgets.VBox([select, shown])"
    ),
)
WATCH = """
selector => {
  const place = document.querySelector(selector);
  const before = place.textContent;
  window.measured = new Promise((done, fail) => {
    let start;
    setTimeout(() => fail(new Error(`nothing changed in ${selector}`)), 10_000);
    addEventListener("keydown", () => { start = performance.now(); }, { capture: true, once: true });
    const watch = new MutationObserver(() => {
      const now = document.querySelector(selector);
      if (start === undefined || !now || now.textContent === before) return;
      watch.disconnect();
      done(performance.now() - start);
    });
    watch.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}
"""
Result = tuple[list[str], list[list[str]], list[str], dict[str, str]]


def measured(presses: int) -> Result:
    """Return columns, rows, notes and versions.

    Args:
        presses: Key presses for each row.
    """
    found = next((p for p in (os.environ.get("CHROMIUM", ""), *PLACES) if p and Path(p).exists()), None)
    columns = ["what", "median, ms", "p95, ms", "median of the core widget / this"]
    if found is None:
        return columns, [], ["Not measured: no Chromium on this machine."], {}
    with sync_playwright() as play, tempfile.TemporaryDirectory() as folder:
        browser = play.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        try:
            core, *explorer = _in_lab(browser, Path(folder), presses)
            loads, *page = _as_file(browser, Path(folder), presses)
            versions = {"playwright": version("playwright"), "Chromium": browser.version}
        finally:
            browser.close()
    rows = [
        _row("ipywidgets Select and HTML in JupyterLab", core, core),
        _row("the explorer in JupyterLab, from claim to claim", explorer[0], core),
        _row("the explorer in JupyterLab, from layer to layer", explorer[1], core),
        _row("the explorer in JupyterLab, a source taken away or put back", explorer[2], core),
        _row("the one-file page, from claim to claim", page[0], core),
        _row("the one-file page, from layer to layer", page[1], core),
        _row("the one-file page, a source taken away or put back", page[2], core),
        ["the one-file page, from file:// to its first view", f"{1000 * statistics.median(loads):.0f}", "", ""],
    ]
    notes = [
        (
            f"{presses} presses each; the core widget and the explorer stand in one notebook. The core widget "
            "asks the kernel, the explorer draws a whole view of what it holds."
        ),
    ]
    return columns, rows, notes, versions


def _in_lab(browser: Browser, folder: Path, presses: int) -> list[list[float]]:
    served, home = folder / "served", folder / "home"
    served.mkdir()
    home.mkdir()
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), served / "bench.ipynb")
    with running_lab(served, home) as address:
        page = browser.new_page(viewport={"width": 1300, "height": 1000})
        page.goto(f"{address}/lab/tree/bench.ipynb")
        run_all(page, dark=False, shown=".bench-core")
        explorer = _explorer(page, presses)
        page.locator(".jp-OutputArea select[size]").focus()
        core = _pressed(page, ".bench-core", ("End", "Home"), presses)  # JupyterLab takes the arrow keys away from it
        page.close()
    return [core, *explorer]


def _as_file(browser: Browser, folder: Path, presses: int) -> list[list[float]]:
    file = write_page(load("kramatorsk-2023"), folder / "k.html", guided=False)
    loads: list[float] = []
    found: list[list[float]] = []
    for _ in range(LOADS):
        page = browser.new_page()
        start = time.perf_counter()
        page.goto(file.as_uri())
        page.wait_for_selector(".ws-frame")
        loads.append(time.perf_counter() - start)
        if len(loads) == LOADS:
            page.locator("[data-key=claim-k01]").focus()
            page.keyboard.press("Enter")
            found = _explorer(page, presses)
        page.close()
    return [loads, *found]


def _explorer(page: Page, presses: int) -> list[list[float]]:
    """Go from claim to claim, from layer to layer, and take a source away and put it back, each to and fro."""
    page.wait_for_selector(".whosays [data-key=heading]")
    claims = _pressed(page, ".whosays [data-key=heading]", ("Enter", "Enter"), presses, at=("next", "previous"))
    page.locator(".whosays [data-key=layer-article]").first.focus()
    layers = _pressed(page, ".whosays .ws-sentence", ("ArrowRight", "ArrowLeft"), presses)
    page.locator(".whosays [data-key=tab-whatif]").first.focus()
    page.keyboard.press("Enter")
    page.locator(".whosays [data-key=take-s09]").first.focus()
    return [claims, layers, _pressed(page, ".whosays .ws-changes", ("Space", "Space"), presses)]


def _pressed(
    page: Page, selector: str, keys: tuple[str, str], presses: int, *, at: tuple[str, str] | None = None
) -> list[float]:
    """Press two keys in turn, and return how many seconds each took until the text of a place was another.

    Args:
        page: The page.
        selector: The place.
        keys: The two keys.
        presses: How often.
        at: Controls that get the focus first; none, if it stays where it is.
    """
    found: list[float] = []
    for n in range(presses + 2):
        if at:
            page.locator(f".whosays [data-key={at[n % 2]}]").first.focus()
        page.evaluate(WATCH, selector)
        page.keyboard.press(keys[n % 2])
        found.append(page.evaluate("window.measured") / 1000)
        page.wait_for_timeout(50)
    return found[2:]  # the first two also compile


def _row(what: str, found: list[float], core: list[float]) -> list[str]:
    own = statistics.median(found)
    return [what, f"{1000 * own:.1f}", f"{1000 * _p95(found):.1f}", f"{statistics.median(core) / own:.1f}"]


def _p95(found: Iterable[float]) -> float:
    ordered: list[Any] = sorted(found)
    return ordered[math.ceil(0.95 * len(ordered)) - 1]

"""How long a page of the site takes, from the start of the navigation until its first claim answers a click."""

import os
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from latency import PLACES  # which also puts the tests' way to drive a browser within reach
from whosays.case.load import load, shipped_cases
from whosays.show.language import LANGUAGES
from whosays.show.page import write_page

from driving import serving  # isort: skip

COLUMNS = [
    "page of a case, with an empty browser",
    "kB",
    "first view, ms",
    "first claim opened by a click, ms",
    "the same on a processor four times slower, ms",
]
WANTED = 1_000  # milliseconds; and 400 kB, which the tests hold
SLOWER = 4
# Runs before anything of the page: presses the first claim as soon as there is one, and sees when its view stands.
PRESS = """
(() => {
  const at = window.measured = {};
  const painted = (name) => requestAnimationFrame(() => setTimeout(() => { at[name] = performance.now(); }));
  const watch = new MutationObserver(() => {
    const claim = document.querySelector("[data-key^=claim-]");
    if (claim && !at.pressed) {
      at.pressed = true;
      painted("shown");
      setTimeout(() => claim.click());
    }
    if (at.pressed && document.querySelector(".whosays [data-key=heading]")) {
      watch.disconnect();
      painted("opened");
    }
  });
  watch.observe(document, { subtree: true, childList: true });
})();
"""
DONE = "window.measured.shown && window.measured.opened"


def measured(*, quick: bool) -> tuple[list[list[str]], list[str], dict[str, str]]:
    """Return rows, notes and versions."""
    found = next((p for p in (os.environ.get("CHROMIUM", ""), *PLACES) if p and Path(p).exists()), None)
    if found is None:
        return [], ["Not measured: no Chromium on this machine."], {}
    rows: list[list[str]] = []
    usual: list[float] = []
    with tempfile.TemporaryDirectory() as name, sync_playwright() as play, serving(Path(name)) as host:
        browser = play.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        for case in shipped_cases()[: 1 if quick else None]:
            for language in LANGUAGES:
                file = write_page(load(case), Path(name) / f"{case}-{language}.html", language=language)
                shown, opened, slow = _times(browser, f"{host}/{file.name}", loads=1 if quick else 5)
                usual.append(opened)
                size = f"{file.stat().st_size / 1000:.0f}"
                rows.append([f"{case}, {language}", size, f"{shown:.0f}", f"{opened:.0f}", f"{slow:.0f}"])
        version = browser.version
        browser.close()
    note = (
        "Medians, from the start of the navigation, over http, without compression. Wanted: 400 kB, and "
        f"{WANTED:,} ms until the click is answered; the slowest page took {max(usual):,.0f} ms."
    )
    return rows, [note], {"Chromium": version}


def _times(browser: Browser, address: str, *, loads: int) -> tuple[float, float, float]:
    """Return the medians of the first view and of the opened claim, and of the latter on a slower processor."""
    usual = [_once(browser, address, 1) for _ in range(loads)]
    slower = [_once(browser, address, SLOWER)[1] for _ in range(loads)]
    shown, opened = zip(*usual, strict=True)
    return statistics.median(shown), statistics.median(opened), statistics.median(slower)


def _once(browser: Browser, address: str, slower: int) -> tuple[float, float]:
    context = browser.new_context(viewport={"width": 1300, "height": 1000}, bypass_csp=True)
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.add_init_script(PRESS)
    page.goto(address)
    page.wait_for_function(DONE)
    found = page.evaluate("window.measured")
    context.close()
    return found["shown"], found["opened"]

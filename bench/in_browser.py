"""How long JupyterLite takes to start, cold and warm, and how many bytes it is."""

import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import BrowserContext, Response, sync_playwright

from latency import PLACES

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "tests" / "browser")]

from driving import menu, serving  # noqa: E402 - the way the browser tests drive JupyterLab

import lite  # noqa: E402 - of tools/

LESSON = "02_how_many_sources_really.ipynb"
COLUMNS = ["lesson 2 in JupyterLite", "notebook shown, s", "Python ready, s", "all cells run, s", "from the server, MB"]
VISITS = {"cold: an empty profile": False, "warm: the same, in a new browser": False, "the same, without network": True}
LIMIT = 240_000  # milliseconds
FLAGS = ["--no-sandbox", "--disable-gpu"]


def measured(*, rounds: int) -> tuple[list[list[str]], list[str], dict[str, str]]:
    """Build JupyterLite, open it with an empty and with a used profile, and return rows, notes and versions."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "site" / "lab"
        begun = time.perf_counter()
        lite.build(folder)
        built = time.perf_counter() - begun
        sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
        rows: list[list[str]] = []
        with serving(folder.parent) as address, sync_playwright() as play:
            browser = next(place for place in PLACES if Path(place).exists())
            for number in range(rounds):
                for how, offline in VISITS.items():
                    context = play.chromium.launch_persistent_context(
                        Path(name) / f"profile-{number}", executable_path=browser, args=FLAGS
                    )
                    context.set_offline(offline)
                    rows.append([how, *started(context, address)])
                    context.close()
            version = context.browser.version if context.browser else ""
    size = f"{len(sizes)} files, {sum(sizes) / 1e6:.1f} MB"
    note = (
        f"Built in {built:.0f} s with everything fetched before: {size}. Times are from the navigation. Bytes are "
        "those that the server sent, without compression, until the whole lab is kept for a visit without network. "
        "Starting is work for the processor more than for the network."
    )
    return rows, [note], {"pyodide": lite.PYODIDE, "chromium": version}


def started(context: BrowserContext, address: str) -> list[str]:
    """Open the lesson, run it and wait until the lab is kept; return the times and the bytes."""
    context.set_default_timeout(LIMIT)
    sizes: dict[str, int] = {}

    def count(got: Response) -> None:
        if got.url.startswith("http") and not got.from_service_worker:  # what that fetches is told apart
            sizes[got.url] = int(got.headers.get("content-length", 0))

    context.on("response", count)
    page, begun = context.new_page(), time.perf_counter()
    page.goto(f"{address}/lab/lab/index.html?path={LESSON}")
    times: list[float] = []
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    times.append(time.perf_counter() - begun)
    page.wait_for_selector(".ws-start[data-ready]", state="attached")
    times.append(time.perf_counter() - begun)
    menu(page, "Run", "Run All Cells")
    page.locator(".whosays [data-key=line-0]").last.wait_for()
    times.append(time.perf_counter() - begun)
    page.wait_for_selector(".ws-start[data-kept]", state="attached")
    return [*(f"{seconds:.1f}" for seconds in times), f"{sum(sizes.values()) / 1e6:.1f}"]

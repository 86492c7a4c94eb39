"""Make the picture of the README: one claim opened, as the one-file page shows it."""

import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from whosays.case.load import load
from whosays.show.page import write_page

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
SIZE = {"width": 1100, "height": 1180}


def main() -> int:
    """Write docs/explorer.png."""
    target = ROOT / "docs" / "explorer.png"
    target.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        page_file = write_page(load("kramatorsk-2023"), Path(folder) / "k.html", guided=False)
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_context(viewport=SIZE, color_scheme="light").new_page()
        page.goto(page_file.as_uri())
        page.click("[data-key=go]")
        page.click("[data-key=claim-k01]")
        page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
        page.wait_for_timeout(500)
        page.screenshot(path=target)
        browser.close()
    print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main())

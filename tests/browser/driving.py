"""How the browser tests drive a page and a JupyterLab."""

import functools
import http.server
import os
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Error

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


class Watched:
    """A browser page with a record of what it asked for and what it complained about."""

    def __init__(self, page):
        self.page = page
        self.requests, self.complaints = [], []
        page.on("request", lambda r: self.requests.append(r.url))
        page.on("console", lambda m: self.complaints.append(m.text) if m.type in {"error", "warning"} else None)
        page.on("pageerror", lambda e: self.complaints.append(str(e)))

    def violations(self, selector=".whosays"):
        """Run axe-core on a part, once nothing fades any more, and return what it finds, in short."""
        self.page.evaluate(
            "selector => Promise.allSettled(document.querySelector(selector)"
            ".getAnimations({ subtree: true }).map((motion) => motion.finished))",
            selector,
        )
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE)
        # What axe passes it would describe node by node, too, which takes it four times as long.
        return self.page.evaluate(
            "selector => axe.run(selector, { resultTypes: ['violations'] }).then(({ violations }) =>"
            " violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))]))",
            selector,
        )

    def focused(self):
        """Return the key of the control that has the focus."""
        return self.page.evaluate("document.activeElement.dataset.key ?? document.activeElement.className")

    def press(self, *keys):
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def tab_to(self, key, limit=60):
        """Press Tab until a control has the focus; return how many presses it took."""
        for count in range(limit):
            if self.focused() == key:
                return count
            self.page.keyboard.press("Tab")
        pytest.fail(f"Tab does not reach {key}; the focus is on {self.focused()}")

    def said(self):
        """Return what the live region says once it speaks."""
        wait_for(lambda: self.page.inner_text(".ws-status"), seconds=5)  # the page's policy forbids wait_for_function
        return self.page.inner_text(".ws-status")


@contextmanager
def running_lab(folder, home):
    """Serve a folder with a real JupyterLab that knows no user settings; yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "jupyter", "lab", "--no-browser", f"--port={port}", "--IdentityProvider.token="]
    command += [f"--ServerApp.root_dir={folder}", "--LabApp.extension_manager=readonly", "--allow-root"]
    env = {**os.environ, "JUPYTER_CONFIG_DIR": str(home / "config"), "JUPYTER_DATA_DIR": str(home / "data"),
           "JUPYTER_RUNTIME_DIR": str(home / "runtime"), "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
           "JUPYTERLAB_SETTINGS_DIR": str(home / "settings")}  # fmt: skip
    env["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{env['PATH']}"
    log = (home / "lab.log").open("w", encoding="utf-8")
    server = subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=subprocess.STDOUT)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(lambda: answers(f"{address}/api/status"), OSError)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)
        log.close()


class Site(http.server.SimpleHTTPRequestHandler):
    """A plain web server, which knows what newer files of a site are."""

    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def log_message(self, *_):
        """Say nothing."""


@contextmanager
def serving(folder):
    """Serve a folder as any web server would; yield its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Site, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def answers(address):
    """Return whether a server on this machine answers."""
    return urllib.request.urlopen(address, timeout=5).status == 200  # noqa: S310 - the address is our own


def wait_for(ready, *errors, seconds=60):
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if ready():
                return
        except errors:
            pass
        time.sleep(0.2)
    pytest.fail("waited in vain")


def run_all(page, *, dark, shown):
    """Run all cells by the menu; the first try can get lost while the kernel starts, so look for what they show."""
    dialog = page.locator(".jp-Dialog:has-text('Kernel')")  # asked now and then while server or kernel warm up

    def answer():
        page.locator(".jp-Dialog .jp-mod-accept").last.click()

    # A dialog may come back before it is gone; then it is answered again, and nobody waits for it to stay away.
    page.add_locator_handler(dialog, answer, no_wait_after=True)
    asked = ""
    for _ in range(4):
        try:
            page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
            page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]", timeout=60_000)
            choose_theme(page, dark=dark)
            menu(page, "Run", "Run All Cells")
            page.wait_for_selector(shown, timeout=20_000)
        except Error:
            asked = " ".join(dialog.all_inner_texts())
            if asked:
                page.once("dialog", lambda leave: leave.accept())  # what is not saved may go
                page.reload()
        else:
            return
    pytest.fail(f"the cells never ran; JupyterLab asked: {asked or 'nothing'}")


def choose_theme(page, *, dark):
    """Choose the light or the dark theme; JupyterLab keeps what the last test chose."""
    light = "false" if dark else "true"
    if page.get_attribute("body", "data-jp-theme-light") != light:
        menu(page, "Settings", "Theme", f"JupyterLab {'Dark' if dark else 'Light'}")
        page.wait_for_selector(f"body[data-jp-theme-light={light}]", state="attached")


def menu(page, *path):
    """Choose an entry of a menu."""
    page.click(f".lm-MenuBar-item:has-text('{path[0]}')", timeout=12_000)
    for name in path[1:-1]:
        page.hover(f".lm-Menu-item:has(.lm-Menu-itemLabel:text-is('{name}'))", timeout=12_000)
    page.click(f".lm-Menu-item:has(.lm-Menu-itemLabel:text-is('{path[-1]}'))", timeout=12_000)


def words_of(value):
    """Return every string inside parsed JSON."""
    if isinstance(value, str):
        return [value]
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for item in items for text in words_of(item)]


def folded(text):
    """Return a text with its white space folded."""
    return re.sub(r"\s+", " ", text).strip()

"""The service worker of the lab, on a small one: what it keeps, what it does not, and how a newer one follows."""

import os
import shutil
from contextlib import ExitStack
from pathlib import Path

import pytest
from driving import serving, wait_for
from playwright.sync_api import Error

import lite_worker
from make_site import WORKER, add_worker
from whosays.show.leaf import leaf

pytestmark = pytest.mark.browser
PAGE = """<!doctype html><html><head><title>Lab</title></head><body><script type="module">
await import("../part.js");
</script></body></html>"""
SETTINGS = '{"jupyter-config-data": {"appVersion": "0.8.6"}}'
TIMES = {"first": 1_700_000_000, "second": 1_700_000_060}
SETTLED = "document.body.dataset.build ?? ''"
STATUS = "(address) => fetch(address).then((got) => got.status)"


def make(folder, build, stale=()):
    """Write a lab as JupyterLite would, under a site with a worker of its own.

    Each build is older than a day and a minute newer than the one before, as on a real server: a browser then thinks
    that it need not ask again for what it has. Files that are stale have the time of the first build.
    """
    lab = folder / "lab"
    shutil.rmtree(lab, ignore_errors=True)
    (lab / "lab").mkdir(parents=True)
    (lab / "jupyter-lite.json").write_text(SETTINGS, encoding="utf-8")
    (lab / "part.js").write_text(f'document.body.dataset.build = "{build}";', encoding="utf-8")
    (lab / "rest.txt").write_text("The same in every build.", encoding="utf-8")
    (lab / "service-worker.js").write_text("const CACHE = 'precache';", encoding="utf-8")
    (lab / "lab" / "index.html").write_text(lite_worker.controlled(PAGE), encoding="utf-8")
    lite_worker.add_control(lab)
    lite_worker.add_worker(lab)
    (folder / "index.html").write_text(leaf("Front", ["<h1>Front</h1>"], worker=WORKER), encoding="utf-8")
    add_worker(folder)
    for file in filter(Path.is_file, folder.rglob("*")):
        when = TIMES["first" if file.name in stale else build]
        os.utime(file, (when, when))


@pytest.fixture
def lab(tmp_path, browser):
    """A lab, its folder, a browser that has been to the front page, and what stops the server."""
    make(tmp_path, "first")
    context = browser.new_context()
    context.set_default_timeout(8_000)
    with ExitStack() as running:
        host = running.enter_context(serving(tmp_path))
        front = context.new_page()
        front.goto(host)
        front.evaluate("navigator.serviceWorker.ready.then(() => true)")
        front.close()
        yield context, tmp_path, f"{host}/lab/lab/index.html?path=x", running.close
        context.close()


def come(lab):
    """Open the page of the lab and wait until its part has run; return it."""
    page = lab[0].new_page()
    page.goto(lab[2])
    wait_for(lambda: page.evaluate(SETTLED), seconds=12)
    return page


def worker(page):
    return page.evaluate("navigator.serviceWorker.controller?.scriptURL ?? 'none'")


def test_the_lab_begins_under_its_own_worker_and_the_site_keeps_that_of_its_pages(lab):
    page = come(lab)
    scopes = page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.map(({ scope }) => scope))")
    known = page.evaluate("localStorage.getItem(`${navigator.serviceWorker.controller.scriptURL}-version`)")

    assert "/lab/service-worker.js" in worker(page)
    assert sorted(scope.split("/", 3)[3] for scope in scopes) == ["", "lab/"]
    assert known == "0.8.6", "JupyterLite would unregister every worker of the host"


def test_a_lab_that_was_kept_opens_without_a_server_and_what_it_never_had_is_not_found(lab):
    page = come(lab)
    kept = page.evaluate("whosaysKeep()")
    page.close()
    lab[3]()
    again = come(lab)

    assert kept is True
    assert again.evaluate("fetch('../rest.txt').then((got) => got.text())") == "The same in every build."
    assert again.evaluate(STATUS, "../api/contents/answers/all.json") == 404


def test_what_is_not_what_the_build_made_is_passed_on_but_not_kept(lab):
    page = come(lab)
    (lab[1] / "lab" / "rest.txt").write_text("Please log in to this network.", encoding="utf-8")
    passed = page.evaluate("fetch('../rest.txt').then((got) => got.text())")

    assert passed == "Please log in to this network."
    assert page.evaluate("whosaysKeep()") is False


def test_a_newer_build_waits_while_another_page_is_open_and_then_comes_whole(lab):
    first = come(lab)
    assert first.evaluate("whosaysKeep()")
    make(lab[1], "second")
    second = come(lab)
    wait_for(lambda: second.evaluate("navigator.serviceWorker.getRegistration().then((it) => Boolean(it.waiting))"))
    builds = [come(lab).evaluate(SETTLED), first.evaluate(SETTLED), second.evaluate(SETTLED)]
    for page in lab[0].pages:
        page.close()
    lab[3]()

    assert builds == ["first", "first", "first"]
    assert come(lab).evaluate(SETTLED) == "second", "the newer build was fetched before it took over"


def test_a_newer_build_comes_whole_although_the_server_calls_an_older_file_current(lab):
    come(lab)
    make(lab[1], "second", stale=["part.js"])
    second = come(lab)
    waiting = "navigator.serviceWorker.getRegistration().then((it) => Boolean(it.waiting))"

    wait_for(lambda: second.evaluate(waiting), seconds=20)


def test_a_reload_of_the_only_page_takes_over_a_newer_build(lab):
    page = come(lab)
    make(lab[1], "second")

    def reloaded():
        page.reload()
        page.wait_for_timeout(800)  # the browser looks for a newer worker meanwhile; the next reload finds it waiting
        return page.evaluate(SETTLED) == "second"

    wait_for(reloaded, Error, seconds=15)  # a page of the older build is loaded a second time by itself


def test_a_reload_that_passes_the_worker_by_still_ends_under_it(lab):
    page = come(lab)
    session = lab[0].new_cdp_session(page)
    with page.expect_navigation():
        session.send("Page.reload", {"ignoreCache": True})
    wait_for(lambda: page.evaluate(SETTLED), seconds=12)

    assert "/lab/service-worker.js" in worker(page)


def test_a_page_of_another_form_is_refused():
    with pytest.raises(ValueError, match="another form"):
        lite_worker.controlled("<html><head></head></html>")

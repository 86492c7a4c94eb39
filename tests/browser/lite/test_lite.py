"""JupyterLite as it is built: Python in the browser, from the site's own host alone, and answers that stay."""

import base64
import json
import os
import re
from contextlib import ExitStack

import pytest
from driving import Watched, menu, serving, wait_for

import lite
from make_site import WORKER, add_worker
from whosays.show.leaf import leaf
from whosays.teach.answers import parse

pytestmark = pytest.mark.browser
LESSON = "02_how_many_sources_really.ipynb"
REASON = "All of it goes back to one ministry."
PATIENCE = 180_000  # Python starts within half a minute, if nothing else runs
FILE = "kramatorsk-2023-seat-00.json"
STORED = """(path) => new Promise((resolve) => {
  const asked = indexedDB.open("JupyterLite Storage - /lab/");
  asked.onsuccess = () => {
    const got = asked.result.transaction("files").objectStore("files").get(path);
    got.onsuccess = () => (asked.result.close(), resolve(got.result ? got.result.content : null));
  };
})"""
KNOWN = """(version) => navigator.serviceWorker.ready.then(
  ({ active }) => localStorage.setItem(`${active.scriptURL}-version`, version))"""
RAN = "all were run"
RUN_EVERY_NOTEBOOK = f"""
import json, os
from pathlib import Path
from IPython.utils.capture import capture_output

def run_all(shell, home):
    told, paths = [], sorted(home.rglob("*.ipynb"))
    for path in paths:
        os.chdir(path.parent)
        for cell in json.loads(path.read_text())["cells"]:
            if cell["cell_type"] == "code":
                with capture_output() as shown:
                    done = shell.run_cell("".join(cell["source"]))
                if shown.stderr or not done.success:
                    told.append((path.name, repr(done.error_in_exec or done.error_before_exec), shown.stderr))
    os.chdir(home)
    print("{RAN}:", len(paths), told)

run_all(get_ipython(), Path.cwd())
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """JupyterLite, built; where a user's machine has no network for the first time, its tests are skipped."""
    folder = tmp_path_factory.mktemp("site") / "lab"
    try:
        lite.build(folder)
    except lite.LiteError as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"JupyterLite cannot be built here: {error}")
    front = leaf("Front page", ['<h1><a href="lab/">The lab</a></h1>'], worker=WORKER)
    (folder.parent / "index.html").write_text(front, encoding="utf-8")
    add_worker(folder.parent)
    return folder


@pytest.fixture(scope="module")
def server(built):
    """Where the site is served, and what stops that."""
    with ExitStack() as running:
        yield running.enter_context(serving(built.parent)), running.close


@pytest.fixture(scope="module")
def address(server):
    """Where the lab is."""
    return f"{server[0]}/lab"


@pytest.fixture(scope="module")
def visit(browser, address, built):
    """One reader's browser, which keeps what the site stores in it, and everything that it asked for.

    The reader comes by the front page, whose service worker has the whole host in its scope, the lab as well; and
    JupyterLite was told before that this worker is the one of its version.
    """
    context = browser.new_context(viewport={"width": 1300, "height": 1000})
    context.set_default_timeout(PATIENCE)
    asked = []
    context.on("request", lambda request: asked.append(request.url))  # Python's own requests, too
    front = context.new_page()
    front.goto(address.removesuffix("lab"))
    settings = json.loads((built / "jupyter-lite.json").read_text(encoding="utf-8"))
    front.evaluate(KNOWN, settings["jupyter-config-data"]["appVersion"])
    front.close()
    yield context, asked
    context.close()


def opened(visit, address):
    view = Watched(visit[0].new_page())
    view.page.goto(f"{address}/lab/index.html?path={LESSON}")
    view.page.wait_for_selector(".jp-Notebook .jp-Cell")
    return view


def run(view):
    """Run all cells, and wait until the last one has run; return what went wrong in them."""
    view.page.wait_for_selector(".ws-start[data-ready]", state="attached")
    menu(view.page, "Run", "Run All Cells")
    view.page.wait_for_selector(".jp-InputPrompt:has-text('*')")  # the stored outputs have numbers, too
    counts = "[...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].map((node) => node.textContent)"
    wait_for(lambda: all(re.search(r"\d", text) for text in view.page.evaluate(counts)), seconds=PATIENCE / 1000)
    wrong = "[data-mime-type='application/vnd.jupyter.stderr'], [data-mime-type='application/vnd.jupyter.error']"
    return view.page.locator(wrong).all_inner_texts()


def type_in_last_cell(view, code):
    """Put code into the last cell and run it."""
    editor = view.page.locator(".jp-CodeCell .cm-content").last
    editor.click()
    view.press("Control+A")
    view.page.keyboard.insert_text(code)
    view.press("Control+Enter")


def kept(view):
    """Return the file of answers that the browser stores; nothing before there is one."""
    return base64.b64decode(view.page.evaluate(STORED, f"answers/{FILE}") or "").decode()


def outside(asked, address):
    host = address.partition("//")[2].partition("/")[0]
    return [url for url in asked if url.startswith(("http", "ws")) and url.split("/")[2] != host]


@pytest.fixture(scope="module")
def lesson(visit, address):
    """Lesson 2, run for the first time, with a guess and a reason given."""
    view = opened(visit, address)
    said = view.page.inner_text(".ws-start [role=status]")
    wrong = run(view)
    view.page.locator("[data-key=guess]").first.fill("3")
    view.page.locator("[data-key=commit]").first.click()
    view.page.locator("[data-key=line-0]").last.fill(REASON)
    view.page.locator("[data-key=commit-0]").last.click()
    view.page.wait_for_selector(".ws-done:has-text('Kept.')")
    return view, said, wrong


def test_the_first_visit_runs_lesson_2_without_pandas_and_says_meanwhile_what_it_waits_for(lesson):
    view, said, wrong = lesson

    assert said.startswith("Step ")
    assert view.page.locator(".ws-start [role=status]").text_content().startswith("Ready.")
    assert wrong == []
    assert view.page.locator(".jp-OutputArea table.dataframe").count() >= 2


@pytest.fixture(scope="module")
def second_visit(lesson, visit, address):
    """The same lesson, loaded and run again in the same browser; and the file that was kept before."""
    first, *_ = lesson
    wait_for(lambda: {REASON, "q01"} <= set(re.findall(f"q01|{REASON}", kept(first))), seconds=60)
    text = kept(first)
    first.page.close()
    again = opened(visit, address)
    return again, run(again), text


def test_the_card_stands_out_of_the_styles_of_jupyterlab(lesson):
    view, *_ = lesson
    styles = "getComputedStyle(document.querySelector('.ws-start a'))"

    assert view.page.evaluate(f"{styles}.textDecorationLine") == "underline"
    assert view.page.evaluate(f"{styles}.color") == "rgb(15, 76, 87)"


def test_guess_and_reason_are_there_again_after_a_reload(second_visit):
    again, wrong, text = second_visit

    assert wrong == []
    again.page.wait_for_selector("text=You guessed 3.")
    assert again.page.locator("[data-key=line-0]").last.input_value() == REASON
    assert {(answer.item, answer.value) for answer in parse(text.encode(), FILE).answers} >= {("q01", "3")}


def test_every_notebook_runs_in_the_browser_without_an_error(second_visit):
    view, *_ = second_visit
    type_in_last_cell(view, RUN_EVERY_NOTEBOOK)

    done = view.page.locator(".jp-CodeCell").last.locator(f"pre:has-text('{RAN}:')").last
    assert done.inner_text().splitlines()[-1] == f"{RAN}: {len(list((lite.ROOT / 'notebooks').rglob('*.ipynb')))} []"
    errors = view.page.locator(".jp-CodeCell").last.locator("[data-mime-type='application/vnd.jupyter.stderr']")
    assert errors.all_inner_texts() == []


def test_a_fresh_start_puts_the_notebooks_back_and_keeps_or_saves_the_answers(second_visit, visit, address, tmp_path):
    page = Watched(visit[0].new_page())
    page.page.goto(f"{address}/fresh.html")
    page.page.wait_for_selector("text=Answers in this browser, by case and seat:")
    assert page.violations("html") == []
    with page.page.expect_download() as caught:
        page.page.focus("#save")
        page.press("Enter")
    caught.value.save_as(tmp_path / FILE)
    assert any(answer.reason == REASON for answer in parse((tmp_path / FILE).read_bytes(), FILE).answers)

    second_visit[0].page.keyboard.press("Control+S")
    wait_for(lambda: page.page.evaluate(STORED, LESSON))
    page.press("Tab", "Tab", "Enter")

    page.page.wait_for_selector("text=The notebooks are as they were.")
    assert page.page.evaluate(STORED, LESSON) is None
    assert page.page.evaluate(STORED, f"answers/{FILE}")


def test_the_next_visit_needs_no_server_neither_for_the_front_page_nor_for_python(second_visit, visit, server):
    second_visit[0].page.wait_for_selector(".ws-start[data-kept]", state="attached")
    said = second_visit[0].page.locator(".ws-start [role=status]").text_content()
    second_visit[0].page.close()
    server[1]()
    front = visit[0].new_page()
    front.goto(server[0])
    front.wait_for_selector("h1")
    again = opened(visit, f"{server[0]}/lab")

    assert said.endswith("without network, too.")
    assert run(again) == []
    assert again.page.locator("[data-key=line-0]").last.input_value() == REASON


def test_no_request_ever_leaves_the_host_of_the_site(visit, address):
    assert outside(visit[1], address) == []
    assert any(url.endswith(".wasm") for url in visit[1])  # the log does see what Python asks for

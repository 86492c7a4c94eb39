"""A student's run of lesson 2 in a real JupyterLab, from opening to a saved reason, by keyboard alone."""

import json
import shutil

import pytest
from driving import Watched, wait_for

from whosays.teach.keep import path_of, read

pytestmark = pytest.mark.browser
CASE = "kramatorsk-2023"
LESSON = "02_how_many_sources_really.ipynb"
REASON = "All four go back to one ministry; a second root would be someone who was there."
ACTIVE = "[...document.querySelectorAll('.jp-Cell')].indexOf(document.querySelector('.jp-Cell.jp-mod-active'))"

RUN = """at => {
  const cell = document.querySelectorAll('.jp-Cell')[at];
  return !cell.matches('.jp-CodeCell') || /\\d/.test(cell.querySelector('.jp-InputArea-prompt')?.textContent ?? '');
}"""


class Student:
    """Someone at the keyboard; every key is an action, and so is writing a reason."""

    def __init__(self, view):
        self.view, self.actions = view, 0

    def press(self, *keys):
        for key in keys:
            self.view.page.keyboard.press(key)
            self.actions += 1

    def write(self, text):
        self.view.page.keyboard.type(text)
        self.actions += 1

    def run_to(self, cell):
        """Run cells one by one until a cell is the active one."""
        while (before := self.view.page.evaluate(ACTIVE)) < cell:
            self.press("Shift+Enter")
            wait_for(lambda before=before: self.view.page.evaluate(ACTIVE) > before)
            wait_for(lambda before=before: self.view.page.evaluate(RUN, before))

    def tab_to(self, key):
        for _ in range(12):
            if self.view.focused() == key:
                return
            self.view.page.evaluate("window.before = document.activeElement")
            self.press("Tab")
            # A busy machine moves the focus a moment later; whoever presses on would go past what is looked for.
            self.view.page.wait_for_function("document.activeElement !== window.before", timeout=10_000)
        pytest.fail(f"Tab does not reach {key}; the focus is on {self.view.focused()}")


@pytest.fixture
def opened_lesson(browser, lab):
    """The lesson as a student opens it: nothing is run yet."""
    address, folder = lab
    copy = folder / "lesson-2.ipynb"
    shutil.copy(folder / LESSON, copy)
    path_of(CASE, 0, folder / "answers").unlink(
        missing_ok=True
    )  # what another test answered at the seat without number
    context = browser.new_context(viewport={"width": 1300, "height": 1000})
    view = Watched(context.new_page())
    view.page.goto(f"{address}/lab/workspaces/lesson/tree/{copy.name}")
    dialog = view.page.locator(".jp-Dialog:has-text('Kernel')")  # asked now and then while the server warms up
    view.page.add_locator_handler(dialog, lambda: view.page.locator(".jp-Dialog .jp-mod-accept").click())
    view.page.wait_for_selector(".jp-Notebook .jp-Cell.jp-mod-active", timeout=60_000)
    view.page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]", timeout=60_000)
    wait_for(lambda: view.page.evaluate("document.activeElement.matches('.jp-Cell')"))  # a spinner has the focus first
    view.page.wait_for_timeout(3000)  # the time to read the title; the first cells run into a starting kernel get lost
    yield view
    context.close()


def test_a_student_comes_from_opening_lesson_2_to_a_saved_reason_in_under_40_keys(opened_lesson, lab):
    view = opened_lesson
    student = Student(view)
    cells = json.loads((lab[1] / LESSON).read_text(encoding="utf-8"))["cells"]
    last = next(n for n, cell in enumerate(cells) if 'case.ask("l2e")' in "".join(cell["source"]))

    student.run_to(4)
    view.page.wait_for_selector(".whosays .ws-frame")
    student.press("ArrowUp")
    student.tab_to("go")
    student.press("Enter")
    student.tab_to("guess")
    student.press("3", "Enter")
    assert view.page.inner_text("[data-key=guessed]").startswith("You guessed 3.")

    student.run_to(last + 1)
    student.press("ArrowUp")
    student.tab_to("line-0")
    student.write(REASON)
    student.tab_to("commit-0")
    student.press("Enter")

    assert view.page.locator(".ws-done").last.inner_text().startswith("Kept.")
    assert student.actions < 40
    place = lab[1] / "answers"
    wait_for(lambda: any(a.item == "l2e" and not a.moment for a in read(CASE, 0, place)[0].answers), seconds=20)
    kept = {(a.item, a.moment): a for a in read(CASE, 0, place)[0].answers}
    assert REASON in {kept["l2e", ""].value, kept["l2e", ""].reason}
    assert any(a.value == "3" for a in kept.values())
    path_of(CASE, 0, place).unlink()

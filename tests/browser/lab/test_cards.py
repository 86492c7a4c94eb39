"""Question cards and the quiz in a real JupyterLab, by keyboard."""

import pytest
from test_lab import into_first_explorer

from whosays.casebook import Casebook
from whosays.show.explorer import MODULE
from whosays.teach.keep import path_of, read

pytestmark = pytest.mark.browser
CASE = "kramatorsk-2023"
OPEN = 'from whosays import open_case\ncase = open_case("kramatorsk-2023")\n'


def kept(lab, seat):
    return [(a.item, a.moment, a.value, a.reason) for a in read(CASE, seat, lab[1] / "answers")[0].answers]


def until_kept(view, lab, seat, expected):
    for _ in range(40):
        if path_of(CASE, seat, lab[1] / "answers").exists() and kept(lab, seat) == expected:
            return
        view.page.wait_for_timeout(200)
    assert kept(lab, seat) == expected


def test_the_keyboard_alone_answers_a_card_and_the_answer_is_kept_and_comes_back(notebook, lab):
    view = notebook(cells=[OPEN + 'case.ask("q01", seat=21)'])
    into_first_explorer(view)
    view.tab_to("plus-0")
    view.press("Enter", "Space")
    view.tab_to("line-0")
    view.page.keyboard.type("dd aa: three names pass on one statement")
    until_kept(view, lab, 21, [("q01", "draft", "2", "dd aa: three names pass on one statement")])
    assert view.page.locator(".ws-done").count() == 0
    view.tab_to("commit-0")
    view.press("Enter")

    assert view.focused() == "done-0"
    assert view.page.inner_text(".ws-done").startswith("Your answer: 2. The path goes back to 1.")
    assert view.violations() == []
    until_kept(view, lab, 21, [("q01", "", "2", "dd aa: three names pass on one statement")])

    again = notebook(cells=[OPEN + 'case.ask("q01", seat=21)'])
    assert "Your answer: 2." in again.page.inner_text(".ws-done")
    assert again.page.input_value("textarea") == "dd aa: three names pass on one statement"


def test_not_to_be_able_to_tell_is_an_answer_to_every_kind_of_card(notebook, lab):
    view = notebook(cells=[OPEN + f'case.ask("{name}", seat=22)' for name in ("q01", "l1b", "l1e", "q02")])
    view.page.wait_for_function("document.querySelectorAll('.ws-cardframe').length === 4")
    for card in view.page.locator(".ws-cardframe").all():
        card.get_by_text("I cannot tell", exact=True).click()
        if card.locator(".ws-done").count() == 0:
            card.locator("[data-key=commit-0]").click()
        assert card.locator(".ws-done").inner_text().startswith("Your answer: you cannot tell.")

    until_kept(view, lab, 22, [(name, "", None, "") for name in ("q01", "l1b", "l1e", "q02")])


def test_the_quiz_tells_after_each_answer_and_counts_the_two_mistakes_apart_at_the_end(notebook, lab):
    view = notebook(cells=[OPEN + 'case.quiz("before", seat=23)'])
    into_first_explorer(view)
    for n in range(12):
        view.tab_to(f"option-{n}-0")
        view.press("Enter")
        assert view.focused() == f"done-{n}"
        assert view.violations() == [] if n in {0, 11} else True

    view.page.wait_for_selector("text=Of 6 that fit, you took 6 to fit; of 6 that do not, you took 6 to fit.")
    assert view.page.locator("text=12 of 12 answered.").count() == 1
    assert len(kept(lab, 23)) == 12
    view.tab_to("line-11")
    view.page.keyboard.type("because")
    view.press("Tab")
    view.page.wait_for_timeout(1000)
    assert sum(reason == "because" for *_, reason in kept(lab, 23)) == 1


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_in_a_card(notebook, dark):
    view = notebook(cells=[OPEN + 'case.ask("l1b", seat=24)'], dark=dark)

    assert view.violations() == []
    view.page.click("[data-key=commit-0]")
    assert view.said() == "Choose an answer first."


TWICE = """async ([code, card]) => {
  const module = await import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
  const held = { _card: card, answers: [], notice: "", result: "" };
  const on = (name, told) => void (name === "msg:custom" && (window.tell = told));
  const send = (message) => void (window.sent ??= []).push(message);
  const model = { get: (name) => held[name], on, off() {}, send };
  const widget = typeof module.default === "function" ? module.default() : module.default;
  const away = widget.render({ model, el: document.body });
  window.again = () => void (away(), widget.render({ model, el: document.body }));
}"""


def test_a_card_that_is_drawn_again_while_the_kernel_is_busy_stays_as_it_was(browser, case):
    page = browser.new_page()
    page.evaluate(TWICE, [MODULE.read_text(encoding="utf-8"), Casebook(case).ask("q01").content])
    page.fill("textarea", "half a")
    page.evaluate("window.again()")
    assert page.input_value("textarea") == "half a"

    page.click("[data-key=commit-0]")
    page.evaluate("window.again()")
    assert page.inner_text(".ws-done").startswith("Your answer: 0.")
    page.close()


def test_a_page_that_is_left_takes_no_draft_with_it(browser, case):
    page = browser.new_page()
    page.evaluate(TWICE, [MODULE.read_text(encoding="utf-8"), Casebook(case).ask("q01").content])
    page.fill("textarea", "half a")
    page.evaluate("window.dispatchEvent(new Event('pagehide'))")

    assert page.evaluate("window.sent") == [{"type": "answers", "rows": [["q01", "draft", "0", "half a"]]}]
    page.close()


def test_what_is_answered_while_the_kernel_is_gone_is_sent_again_until_it_is_kept(browser, case, tmp_path):
    place = tmp_path / "place.html"  # storage belongs to an address
    place.write_text("<!doctype html><title>place</title>", encoding="utf-8")
    content = Casebook(case).ask("q01").content
    page = browser.new_page()
    page.goto(place.as_uri())
    page.evaluate(TWICE, [MODULE.read_text(encoding="utf-8"), content])
    page.click("[data-key=commit-0]")
    page.goto(place.as_uri())
    page.evaluate(TWICE, [MODULE.read_text(encoding="utf-8"), content])

    assert page.inner_text(".ws-done").startswith("Your answer: 0.")
    assert ["q01", "", "0", ""] in page.evaluate("window.sent.flatMap(({ rows }) => rows)")
    page.evaluate("window.tell({ type: 'kept', rows: [['q01', '', '0', '']] })")
    assert page.evaluate("localStorage.length") == 0
    page.close()

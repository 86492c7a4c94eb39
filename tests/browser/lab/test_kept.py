"""What a reader answers is there again: in the page after a reload, in JupyterLab after a killed kernel."""

import os
import signal

import pytest
from driving import wait_for
from test_page import SIZES, open_claim

from whosays.teach.answers import Answers, parse, text_of
from whosays.teach.gather import gather
from whosays.teach.keep import path_of, read

pytestmark = pytest.mark.browser
CASE = "kramatorsk-2023"
KEY = f"whosays answers {CASE} 0"
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
LINE = "was “there” \U0001f642"
GIVEN = [("q01", "", "3", ""), ("line k01", "", "saw", LINE), ("standing k01 article", "", "contested", "")]
LAB = 'import os\nfrom whosays import open_case\nopen_case("kramatorsk-2023").explorer(seat=31)'


def answer(view):
    """Guess, write a line and pick a word."""
    view.page.fill("[data-key=guess]", "3")
    view.page.click("[data-key=commit]")
    open_claim(view, "k01")
    view.page.click("[data-key=option-2]")
    view.page.fill("[data-key=line]", LINE)
    view.page.click("[data-key=save]")
    view.page.wait_for_timeout(500)
    view.page.click("[data-key=pick-contested]")
    view.page.wait_for_timeout(500)


def stored(view, key=KEY):
    """Return what the browser keeps, as Python reads it."""
    text = view.page.evaluate("key => localStorage.getItem(key)", key)
    return text and parse(text.encode(), "x.json")


def rows(answers):
    return [(a.item, a.moment, a.value, a.reason) for a in answers.answers]


def reloaded(view):
    view.page.reload()
    view.page.wait_for_selector(".ws-frame")
    return view


def unfold(view):
    view.page.click("[data-key=kept]")


def test_after_a_reload_guess_word_and_line_are_there_and_what_they_opened_is_open(guided_page, opened):
    view = opened(guided_page)
    answer(view)
    assert rows(stored(view)) == GIVEN

    reloaded(view)

    assert "You guessed 3." in view.page.inner_text(".ws-first")
    assert view.page.locator("[data-key=layer-beyond][aria-disabled=true]").count() == 0
    assert "Your answers from before are here." in view.page.inner_text(".ws-notice")
    open_claim(view, "k01")
    assert view.page.input_value("[data-key=line]") == LINE
    assert view.page.get_attribute("[data-key=option-2]", "aria-pressed") == "true"
    assert "You picked contested" in view.page.inner_text(".ws-standing-part")


def test_a_line_that_is_half_written_is_there_again_and_opens_nothing(guided_page, opened):
    view = opened(guided_page)
    open_claim(view, "k01")
    view.page.fill("[data-key=line]", "half a")

    reloaded(view)

    assert rows(stored(view)) == [("line k01", "draft", "", "half a")]
    open_claim(view, "k01")
    assert view.page.input_value("[data-key=line]") == "half a"
    assert view.page.locator("[data-key=layer-beyond][aria-disabled=true]").count() == 1


def test_nothing_is_stored_until_the_reader_answers_something(guided_page, opened):
    view = opened(guided_page)
    open_claim(view, "k01")
    view.page.wait_for_timeout(500)

    assert view.page.evaluate("localStorage.length") == 0


def test_the_saved_file_is_byte_for_byte_the_one_of_python_and_opens_in_another_browser(guided_page, opened, tmp_path):
    view = opened(guided_page)
    answer(view)
    unfold(view)
    with view.page.expect_download() as caught:
        view.page.click("[data-key=kept-save]")
    file = tmp_path / caught.value.suggested_filename
    caught.value.save_as(file)

    assert file.name == f"{CASE}-seat-00.json"
    assert file.read_bytes().decode() == text_of(parse(file.read_bytes(), file.name))
    assert [rows(one) for one in gather(tmp_path).readers] == [GIVEN]

    other = opened(guided_page)
    unfold(other)
    other.page.set_input_files("[data-key=kept-open]", file)
    other.page.wait_for_selector(".ws-notice:has-text('The answers of the file are here.')")
    assert "You guessed 3." in other.page.inner_text(".ws-first")
    assert rows(stored(other)) == GIVEN


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda text: text[:-40], "This file is damaged"),
        (lambda text: text.replace('"value": "3"', '"value": "4"'), "This file is damaged"),
        (lambda text: text.replace('"version": 1', '"version": 2'), "another version"),
        (lambda text: text.replace(CASE, "other-2020"), "This file is damaged"),
        (lambda _: text_of(Answers("other-2020", 0)), "another case"),
    ],
)
def test_a_file_that_cannot_be_used_changes_nothing_and_says_so(guided_page, opened, tmp_path, spoil, said):
    view = opened(guided_page)
    answer(view)
    file = tmp_path / "x.json"
    file.write_text(spoil(text_of(stored(view))), encoding="utf-8")
    unfold(view)

    view.page.set_input_files("[data-key=kept-open]", file)

    view.page.wait_for_selector(f".ws-notice:has-text('{said}')")
    assert rows(stored(view)) == GIVEN


def test_deleting_takes_two_presses_and_leaves_nothing(guided_page, opened):
    view = opened(guided_page)
    answer(view)
    unfold(view)
    view.page.click("[data-key=kept-delete]")
    assert view.focused() == "kept-not"
    view.page.click("[data-key=kept-not]")
    assert stored(view)
    view.page.click("[data-key=kept-delete]")
    view.page.click("[data-key=kept-really]")

    assert view.said() == "Your answers are deleted."
    view.page.wait_for_timeout(500)
    assert view.page.evaluate("localStorage.length") == 0
    reloaded(view)
    assert view.page.locator("[data-key=guess]").count() == 1


def test_two_seats_do_not_meet(guided_page, opened):
    view = opened(guided_page)
    answer(view)
    unfold(view)
    view.page.fill("[data-key=seat]", "12")
    view.press("Tab")
    view.page.click("[data-key=back]")
    assert view.page.locator("[data-key=guess]").count() == 1
    view.page.click("[data-key=unsure]")
    reloaded(view)

    assert "You could not tell." in view.page.inner_text(".ws-first")
    assert rows(stored(view, f"whosays answers {CASE} 12")) == [("q01", "", None, "")]
    assert rows(stored(view)) == GIVEN


def test_a_damaged_store_is_set_aside_and_said(guided_page, opened):
    view = opened(guided_page)
    answer(view)
    cut = view.page.evaluate("key => localStorage.getItem(key).slice(0, -9)", KEY)
    view.page.evaluate("([key, cut]) => localStorage.setItem(key, cut)", [KEY, cut])
    reloaded(view)

    assert "set aside" in view.page.inner_text(".ws-notice")
    assert view.page.evaluate("key => localStorage.getItem(`${key} set aside 1`)", KEY) == cut
    assert view.page.evaluate("key => localStorage.getItem(key)", KEY) is None


def test_where_storage_is_blocked_a_sentence_says_so_and_all_else_works(guided_page, browser):
    context = browser.new_context(offline=True)
    context.add_init_script(BLOCKED)
    page = context.new_page()
    complaints = []
    page.on("pageerror", lambda e: complaints.append(str(e)))
    page.goto(guided_page.resolve().as_uri())
    page.wait_for_selector(".ws-frame")
    page.click("[data-key=commit]")

    assert page.inner_text(".ws-notice").startswith("This browser keeps nothing for this page.")
    assert "You guessed 0." in page.inner_text(".ws-first")
    page.click("[data-key=kept]")
    with page.expect_download() as caught:
        page.click("[data-key=kept-save]")
    assert caught.value.suggested_filename == f"{CASE}-seat-00.json"
    assert complaints == []
    context.close()


@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_where_the_answers_are_kept(guided_page, opened, size):
    view = opened(guided_page, **SIZES[size])
    unfold(view)
    view.page.click("[data-key=kept-delete]")

    assert view.violations() == []
    assert view.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_a_kernel_killed_in_mid_lesson_loses_no_answer(notebook, lab):
    view = notebook(cells=[LAB, "print('kernel', os.getpid())"])
    view.page.wait_for_selector("text=/kernel \\d+/", timeout=90_000)
    pid = int(view.page.inner_text("text=/kernel \\d+/").split()[1])
    answer(view)
    folder = lab[1] / "answers"
    wait_for(lambda: path_of(CASE, 31, folder).exists() and len(rows(read(CASE, 31, folder)[0])) == 3, seconds=20)
    os.kill(pid, signal.SIGKILL)

    again = notebook(cells=[LAB])

    assert rows(read(CASE, 31, folder)[0]) == GIVEN
    assert "You guessed 3." in again.page.inner_text(".ws-first")
    again.page.click("[data-key=kept]")
    again.page.click("[data-key=kept-delete]")
    again.page.click("[data-key=kept-really]")
    wait_for(lambda: not path_of(CASE, 31, folder).exists(), seconds=20)
    assert again.page.locator("[data-key=guess]").count() == 1


def test_ratings_of_the_matrix_are_there_again_and_one_taken_back_stays_away(open_page, opened):
    view = opened(open_page)
    view.page.click("[data-key=go]")
    view.page.click("[data-key=tab-matrix]")
    view.page.select_option('[data-key="rate-h-1"]', "high")
    view.page.select_option('[data-key="rate-h-1 h01"]', "very inconsistent")
    view.page.wait_for_timeout(500)
    view.page.select_option('[data-key="rate-h-1"]', "")
    reloaded(view)
    view.page.click("[data-key=go]")
    view.page.click("[data-key=tab-matrix]")

    assert view.page.input_value('[data-key="rate-h-1 h01"]') == "very inconsistent"
    assert view.page.input_value('[data-key="rate-h-1"]') == ""
    assert rows(stored(view)) == [("rating h-1", "", "", ""), ("rating h-1 h01", "", "very inconsistent", "")]


def test_what_python_rates_is_nobody_s_answer_and_writes_nothing(notebook, lab):
    rated = '.explorer(view="matrix", guided=False, ratings={"h-1": "high"}, seat=32)'
    view = notebook(cells=[f'from whosays import open_case\nopen_case("{CASE}"){rated}'])
    view.page.wait_for_selector('[data-key="rate-h-1"]')
    view.page.wait_for_timeout(1500)

    assert view.page.input_value('[data-key="rate-h-1"]') == "high"
    assert not path_of(CASE, 32, lab[1] / "answers").exists()

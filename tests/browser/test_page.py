"""The one-file page in a real Chromium, from disk, with the network off."""

import re

import pytest
from driving import folded, words_of

from whosays.case.load import load
from whosays.case.save import save
from whosays.show.page import page, write_page
from whosays.show.sheet import sheet

pytestmark = pytest.mark.browser
SIZES = {"wide": {}, "phone": {"width": 390}, "zoomed": {"width": 1100, "zoom": 2}, "dark": {"dark": True}}


def open_claim(view, claim):
    view.page.click(f"[data-key=claim-{claim}]")
    view.page.wait_for_selector(".ws-one")


def test_it_is_one_file_under_400_kb_that_asks_for_nothing_and_complains_of_nothing(guided_page, opened):
    view = opened(guided_page)
    open_claim(view, "k01")

    assert guided_page.stat().st_size < 400_000
    assert view.requests == [guided_page.resolve().as_uri()]
    assert view.complaints == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", ["opening", "claim", "beyond", "table", "guessed", "statements"])
def test_axe_finds_nothing(guided_page, open_page, opened, size, state):
    view = opened(guided_page if state in {"opening", "claim", "guessed"} else open_page, **SIZES[size])
    if state == "guessed":
        view.page.click("[data-key=commit]")
    if state in {"claim", "beyond"}:
        open_claim(view, "k01")
    if state == "beyond":
        view.page.click("[data-key=layer-beyond]")
    if state == "table":
        view.page.click("[data-key=table]")
    if state == "statements":
        view.page.click("[data-key=mark-p01-1]")

    assert view.violations() == []


@pytest.mark.parametrize("claim", ["", "k01"])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_scrolls_sideways(open_page, opened, size, claim):
    view = opened(open_page, **SIZES[size])
    if claim:
        open_claim(view, claim)
        view.page.click("[data-key=layer-beyond]")

    assert view.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_every_word_on_the_page_comes_from_the_sheet(open_page, opened, case):
    known = {folded(text) for text in words_of(sheet(case))}
    joined = " ".join(known)
    view = opened(open_page)
    seen = []
    for state in ("", "k01", "beyond", "table", "space"):
        if state == "k01":
            open_claim(view, "k01")
        elif state:
            keys = {"beyond": "layer-beyond", "table": "table", "space": "tab-space"}
            view.page.click(f"[data-key={keys[state]}]")
            if state == "space":
                view.page.click("[data-key=table]")
        seen += view.page.evaluate(
            """() => { const root = document.querySelector('.whosays');
            const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT); const texts = [];
            while (walker.nextNode()) texts.push(walker.currentNode.textContent);
            for (const node of document.querySelectorAll('.whosays [aria-label]')) texts.push(node.ariaLabel);
            return texts; }"""
        )
    words = {folded(text) for text in seen} - {""}
    strange = {text for text in words if text not in known and text not in joined}

    # What is left are counts, templates that the page filled, and the commas and colons between two texts.
    assert {text for text in strange if not re.fullmatch(r"[\d\s.,:]*|\d+ of \d+|, said .*", text)} == set()


def test_nothing_is_counted_for_the_student_before_the_guess(guided_page, opened):
    view = opened(guided_page)

    assert view.page.locator(".ws-voices .ws-cover").count() == 1
    open_claim(view, "k01")
    assert view.page.locator(".ws-path, .ws-counter").count() == 0
    assert "after your guess" in view.page.inner_text(".ws-sentence")

    view.page.click("[data-key=to-guess]")
    view.page.fill("[data-key=guess]", "3")
    view.page.click("[data-key=commit]")

    assert "You guessed 3." in view.page.inner_text(".ws-first")
    assert view.said().startswith("Guess saved: 3.")
    open_claim(view, "k01")
    assert "back to one root" in view.page.inner_text(".ws-sentence")
    assert "You guessed 3." in view.page.inner_text(".ws-counter")


def test_not_being_able_to_tell_opens_the_same_as_a_number(guided_page, opened):
    view = opened(guided_page)
    view.page.click("[data-key=unsure]")
    open_claim(view, "k01")

    assert view.page.locator(".ws-path").count() == 1


def test_beyond_the_article_opens_after_one_written_line_and_not_before(guided_page, opened):
    view = opened(guided_page)
    open_claim(view, "k01")
    beyond = view.page.locator("[data-key=layer-beyond]")
    beyond.click(force=True)
    assert beyond.get_attribute("aria-checked") == "false"
    assert view.page.locator(".ws-report").count() == 0

    view.page.fill("[data-key=line]", "   ")
    view.page.click("[data-key=save]")
    assert beyond.get_attribute("aria-disabled") == "true"
    view.page.fill("[data-key=line]", "The reporter went there.")
    view.page.click("[data-key=save]")
    beyond.click()

    assert beyond.get_attribute("aria-checked") == "true"
    assert view.page.locator(".ws-report").count() > 10


def test_the_teacher_opens_everything_with_one_button(guided_page, opened):
    view = opened(guided_page)
    view.page.click("[data-key=all]")
    open_claim(view, "k03")
    view.page.click("[data-key=layer-beyond]")

    assert view.page.locator(".ws-path").count() == 1
    assert view.page.locator(".ws-report").count() > 0


def test_the_claim_view_shows_what_the_sheet_says_of_it(open_page, opened, case):
    entry = sheet(case)["layers"]["article"]["claims"]["k01"]
    view = opened(open_page)
    open_claim(view, "k01")
    text = folded(view.page.inner_text(".ws-frame"))

    assert entry["sentence"] in text
    assert view.page.locator(".ws-mentions li").count() == len(entry["mentions"]) == 4
    assert view.page.locator(".ws-station").count() == len(entry["path"]["stations"]) == 5
    assert view.page.locator(".ws-answer").count() == len(entry["answers"]) == 4
    assert folded(view.page.inner_text(".ws-counter")).startswith("4 mentions 1 root")
    for answer in entry["answers"]:
        assert answer["gist"] in text


def test_the_keyboard_alone_walks_the_claims_opens_one_and_comes_back(guided_page, opened):
    view = opened(guided_page)
    view.tab_to("claim-k01")
    view.press("ArrowDown", "ArrowDown")
    assert view.focused() == "claim-k03"
    view.press("Enter")
    assert view.focused() == "heading"
    assert view.page.inner_text("[data-key=heading]") == "What was hit?"
    view.press("Escape")
    assert view.focused() == "claim-k03"


def test_the_keyboard_alone_reads_the_marks_of_the_article(open_page, opened):
    view = opened(open_page)
    view.tab_to("mark-h-1")
    view.press("ArrowDown", "ArrowDown", "ArrowRight")
    assert view.focused() == "mark-p01-2"
    view.press("Enter")
    assert view.page.locator(".ws-statements li").count() == 6
    view.press("Escape")
    assert view.page.locator(".ws-statements").count() == 0
    assert view.focused() == "mark-p01-2"


def test_enter_commits_the_guess_that_was_typed_and_nothing_where_none_was(guided_page, opened):
    view = opened(guided_page)
    view.tab_to("guess")
    view.press("Delete", "Backspace", "Enter")
    assert view.page.locator("[data-key=guessed]").count() == 0

    view.press("3", "Enter")

    assert view.page.inner_text("[data-key=guessed]").startswith("You guessed 3.")


def test_the_keyboard_alone_guesses_writes_a_line_and_looks_beyond(guided_page, opened):
    view = opened(guided_page)
    view.tab_to("guess-plus")
    view.press("Enter", "Enter")
    view.tab_to("commit")
    view.press("Enter")
    view.tab_to("claim-k01")
    view.press("Enter")
    view.tab_to("line")
    view.page.keyboard.type("Nobody else went there.")
    view.tab_to("save")
    view.press("Enter")
    view.page.keyboard.press("Shift+Tab")
    view.page.evaluate("document.querySelector('[data-key=layer-article]').focus()")
    view.press("ArrowRight")

    assert view.page.get_attribute("[data-key=layer-beyond]", "aria-checked") == "true"
    assert "outside the article" in view.said()


def test_the_live_region_repeats_the_visible_sentence_word_for_word(open_page, opened):
    view = opened(open_page)
    assert view.page.inner_text(".ws-status") == ""
    open_claim(view, "k02")

    assert view.said() == view.page.inner_text(".ws-sentence")


def test_the_table_has_a_caption_headers_and_the_same_rows_and_comes_as_csv(open_page, opened, case):
    entry = sheet(case)["layers"]["article"]["claims"]["k01"]
    view = opened(open_page)
    open_claim(view, "k01")
    view.page.click("[data-key=table]")

    assert view.page.inner_text("caption") == entry["sentence"]
    assert view.page.locator("tbody tr").count() == len(entry["table"]["rows"])
    assert view.page.locator("thead th[scope=col]").count() == len(entry["table"]["columns"])
    with view.page.expect_download() as caught:
        view.page.click("[data-key=csv]")
    saved = caught.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert saved[0] == ",".join(entry["table"]["columns"])
    assert len(saved) == len(entry["table"]["rows"]) + 1


def test_a_hostile_case_runs_no_script_and_makes_no_markup(folder, tmp_path, opened):
    hostile = '<script>window.struck=1</script><img src=x onerror="window.struck=1">=HYPERLINK("x") \u202eabc e\u0301'
    for table, column in (("claims", "proposition"), ("claims", "question"), ("passages", "gist"), ("sources", "name"),
                          ("statements", "gist"), ("relations", "gist"), ("documents", "finding"),
                          ("documents", "publisher"), ("article", "content_note"), ("wording", "effect")):  # fmt: skip
        spoil(folder / f"{table}.csv", column, hostile + ("?" if column == "question" else ""))
    view = opened(write_page(save_and_load(folder), tmp_path / "hostile.html", guided=False))
    open_claim(view, "k01")
    view.page.click("[data-key=layer-beyond]")
    view.page.click("[data-key=table]")
    view.page.wait_for_timeout(300)

    assert view.page.evaluate("window.struck") is None
    assert view.page.locator(".whosays img, .whosays script").count() == 0
    assert hostile in view.page.text_content(".ws-proposition")
    assert view.complaints == []
    assert len(view.requests) == 1


def spoil(path, column, text):
    import csv  # noqa: PLC0415 - only here

    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row[column] = text
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def save_and_load(folder):
    loaded = load(folder)
    save(loaded, folder)
    return load(folder)


def test_the_word_of_the_rule_is_shown_only_after_the_reader_has_picked_one(guided_page, opened, case):
    entry = sheet(case)["layers"]["article"]["claims"]["k02"]
    view = opened(guided_page)
    open_claim(view, "k02")
    assert entry["standing"]["reason"] not in view.page.inner_text(".ws-frame")

    view.tab_to("pick-contested")
    view.press("Enter")

    assert view.focused() == "stands"
    assert view.page.inner_text("[data-key=stands]") == entry["standing"]["reason"] == view.said()
    assert "You picked contested" in folded(view.page.inner_text(".ws-standing-part"))
    assert folded(view.page.inner_text("[aria-current=true] .ws-word")) == "unchallenged by the rule"
    assert view.violations() == []


def test_an_answer_leads_to_the_claim_it_puts_forward(open_page, opened, case):
    entries = sheet(case)["layers"]["article"]["claims"]
    view = opened(open_page)
    open_claim(view, "k01")
    view.page.locator("[data-key^=way-]").first.click()

    assert view.page.inner_text("[data-key=heading]") == entries[entries["k01"]["answers"][0]["claim"]]["question"]


def test_paper_shows_every_claim_of_the_list(guided_page, opened, case):
    view = opened(guided_page)
    view.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    shown = view.page.locator(".ws-claims details[open] .ws-claim").count()
    view.page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert shown == sum(len(t["claims"]) for t in sheet(case)["layers"]["article"]["topics"])
    assert view.page.locator(".ws-claims details[open]").count() == 1


def test_a_hostile_address_is_never_a_link(case, tmp_path, opened):
    data = sheet(case)
    for answer in data["layers"]["beyond"]["claims"]["k01"]["answers"]:
        answer["address"] = "javascript:window.struck=1"
    file = tmp_path / "k.html"
    file.write_text(page(data, guided=False), encoding="utf-8")
    view = opened(file)
    open_claim(view, "k01")
    view.page.click("[data-key=layer-beyond]")

    assert view.page.locator("a[href^='javascript']").count() == 0


def test_the_print_drops_the_controls_and_keeps_the_content(guided_page, opened):
    view = opened(guided_page)
    view.page.click("[data-key=commit]")
    open_claim(view, "k01")
    view.page.emulate_media(media="print")

    assert view.page.locator(".ws-mentions").is_visible()
    assert view.page.locator(".ws-answers").is_visible()
    for control in (".ws-tabs", ".ws-switch", "[data-key=table]", "[data-key=save]"):
        assert not view.page.locator(control).first.is_visible(), control
    assert len(view.page.pdf(format="A4")) > 20_000


def test_the_theme_of_the_page_can_be_chosen(open_page, opened):
    view = opened(open_page)
    light = view.page.evaluate("getComputedStyle(document.querySelector('.whosays')).backgroundColor")
    view.page.select_option("[data-key=theme]", "dark")
    dark = view.page.evaluate("getComputedStyle(document.querySelector('.whosays')).backgroundColor")

    assert light != dark
    assert view.violations() == []

"""The matrix of explanations in a real browser: the page looks up what Python worked out."""

import random
from dataclasses import replace

import pytest

from whosays.analysis.matrix import GRADES, NOT_APPLICABLE, NOT_GRADED, RATINGS
from whosays.analysis.trace import Trace
from whosays.show.matrix import matrix, matrix_of, sentence
from whosays.show.page import write_page

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def held(case):
    return matrix(Trace(case, "article"))


@pytest.fixture
def weigh(opened):
    """Open a page at the matrix."""

    def turn(file, **options):
        view = opened(file, **options)
        view.page.click("[data-key=go]")
        if options.get("width", 1100) < 600:
            view.page.select_option("[data-key=pager]", "matrix")
        else:
            view.page.click("[data-key=tab-matrix]")
        return view

    return turn


def choose(view, chosen):
    for key, value in chosen.items():
        view.page.select_option(f'[data-key="rate-{key}"]', value)


def test_nothing_is_chosen_before_the_reader_does(open_page, weigh, held):
    view = weigh(open_page)

    assert set(view.page.eval_on_selector_all(".ws-matrix select", "all => all.map((one) => one.value)")) == {""}
    assert view.page.inner_text(".ws-sentence") == held["sentence"]
    assert view.page.locator(".ws-matrix tbody th").count() == len(held["hypotheses"]) + 1
    text = view.page.inner_text(".ws-weigh")
    assert all(part in text for part in [held["rule"], *held["critique"], *(i["text"] for i in held["items"])])


@pytest.mark.parametrize("seed", range(12))
def test_the_page_says_of_any_ratings_what_python_says(open_page, weigh, held, case, seed):
    dice = random.Random(seed)
    share = dice.choice((0.3, 0.8, 1))
    scale, grades = ([*RATINGS, NOT_APPLICABLE], [*GRADES, NOT_GRADED]) if seed % 3 else (RATINGS[1:3], GRADES[:1])
    chosen = {}
    for item in held["items"]:
        chosen |= {item["id"]: dice.choice(grades)} if dice.random() < share else {}
        for one in held["hypotheses"]:
            chosen |= {f"{item['id']} {one['id']}": dice.choice(scale)} if dice.random() < share else {}
    view = weigh(open_page)
    choose(view, chosen)
    found = matrix_of(case, "article", chosen)

    assert view.page.inner_text(".ws-sentence") == sentence(held, chosen)
    order = view.page.locator(".ws-ranked .ws-letter").all_inner_texts()
    letters = {h["id"]: h["letter"] for h in held["hypotheses"]}
    ranked = [h for tied in found.ranking() for h in tied]
    assert order == [letters[h] for h in [*ranked, *(h for h in letters if h not in ranked)]]
    ties = [h for tied in found.ranking() for h in tied if len(tied) > 1]
    lines = view.page.locator(".ws-ranked .ws-small").all_inner_texts()
    assert [letters[h] for h in ties] == [letter for letter, text in zip(order, lines, strict=True) if "tied" in text]
    apart = [found.diagnosticity(item["id"]) for item in held["items"]]
    expected = ["needs two ratings" if value is None else f"{value:.1f}" for value in apart]
    assert view.page.locator(".ws-apart").all_inner_texts() == expected


def test_the_keyboard_alone_rates_and_the_sentence_is_said(open_page, weigh, held):
    view = weigh(open_page)
    view.tab_to("rate-h-1")
    view.page.keyboard.type("high")
    view.tab_to("rate-h-1 h01")
    view.press("ArrowDown")

    assert view.focused() == "rate-h-1 h01"
    said = sentence(held, {"h-1": "high", "h-1 h01": "very inconsistent"})
    assert said == view.said() == view.page.inner_text(".ws-sentence")
    view.press("Escape")
    assert view.page.input_value('[data-key="rate-h-1 h01"]') == "very inconsistent"


def test_a_choice_can_be_taken_back_and_survives_another_view_and_layer(open_page, weigh, held):
    view = weigh(open_page)
    choose(view, {"h-1": "low", "h-1 h01": "neutral"})
    view.page.click("[data-key=tab-numbers]")
    view.page.click("[data-key=layer-beyond]")
    view.page.click("[data-key=tab-matrix]")
    assert view.page.input_value('[data-key="rate-h-1 h01"]') == "neutral"

    choose(view, {"h-1": "", "h-1 h01": ""})
    view.page.click("[data-key=layer-article]")
    assert view.page.inner_text(".ws-sentence") == held["sentence"]


def test_the_table_holds_what_the_reader_chose(open_page, weigh, held):
    view = weigh(open_page)
    choose(view, {"h-1": "low", "h-1 h01": "inconsistent", "h-1 h02": "consistent"})
    view.page.click("[data-key=table]")
    rows = [view.page.locator("tbody tr").nth(n).locator("td").all_inner_texts() for n in (0, 1, 5)]

    assert view.page.locator("tbody tr").count() == len(held["items"]) * len(held["hypotheses"])
    assert rows[0][-4:] == ["low", "inconsistent", "2", "1.0"]
    assert rows[1][-4:] == [""] * 4
    assert rows[2][-4:] == ["low", "consistent", "0", "1.0"]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1100, 390])
def test_axe_finds_nothing_in_a_matrix_with_ratings(open_page, weigh, width, dark):
    view = weigh(open_page, width=width, dark=dark)
    choose(view, {"h-1": "low", "h-1 h01": "neutral", "h-1 h02": "not applicable"})

    assert view.violations() == []
    assert view.complaints == []
    assert view.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_phone_shows_one_item_at_a_time_and_says_which(open_page, weigh, held):
    view = weigh(open_page, **PHONE)
    shown = view.page.locator(".ws-matrix select:visible")
    assert shown.count() == len(held["hypotheses"]) + 1

    view.page.click("[data-key=item-forth]")
    assert shown.first.get_attribute("data-key") == f"rate-{held['items'][1]['id']}"
    assert view.said() == f"Item 2 of 5: {held['items'][1]['who']}"
    for _ in range(9):
        view.page.click("[data-key=item-forth]", force=True)
    assert view.page.get_attribute("[data-key=item-forth]", "aria-disabled") == "true"
    assert shown.first.get_attribute("data-key") == f"rate-{held['items'][-1]['id']}"


def test_paper_gets_an_empty_matrix_for_the_pencil(open_page, weigh):
    view = weigh(open_page, width=680)
    view.page.emulate_media(media="print")

    assert view.page.locator(".ws-matrix select:visible").count() == 0
    boxes = view.page.eval_on_selector_all(".ws-pencil", "all => all.map((one) => one.getBoundingClientRect().height)")
    assert len(boxes) == 25
    assert min(boxes) >= 30
    assert view.page.locator(".ws-matrix tbody").inner_text().count("not rated") == 0
    assert view.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_before_the_guess_the_matrix_waits_for_it_counts_roots(guided_page, weigh, held):
    view = weigh(guided_page)

    assert view.page.locator(".ws-matrix").count() == 0
    assert "after your guess" in view.page.inner_text(".ws-sentence")
    assert held["ask"]["prompt"] not in view.page.inner_text(".ws-frame")


def test_hostile_explanations_stay_text(case, tmp_path, weigh):
    evil = '<img src=x onerror="window.struck=1">{names} $& \u202eabc'
    spoilt = replace(
        case,
        hypotheses=tuple(replace(h, text=evil) for h in case.hypotheses),
        statements=tuple(replace(s, gist=evil) for s in case.statements),
        sources=tuple(replace(s, name=evil, label=evil) for s in case.sources),
    )
    view = weigh(write_page(spoilt, tmp_path / "evil.html", guided=False))
    choose(view, {"h-1": "low", "h-1 h01": "neutral"})

    assert view.page.evaluate("window.struck") is None
    assert view.page.locator(".whosays img").count() == 0
    assert evil in view.page.text_content(".ws-matrix tbody")
    assert view.complaints == []

"""The views that make the reader think, in a real browser, by keyboard, without a kernel."""

from dataclasses import replace
from itertools import combinations

import pytest
from driving import folded

from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework, Reading
from whosays.show.page import write_page
from whosays.show.reading import reading
from whosays.show.sentences.whatif import LABELS
from whosays.show.sheet import sheet

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def held(case):
    return sheet(case)


@pytest.fixture(scope="module")
def asked(case):
    """What Python says of a reading: asked(layer, withdrawn=..., joined=..., graded=...)."""
    frameworks = {layer: Framework(Trace(case, layer)) for layer in ("article", "beyond")}
    return lambda layer="article", **changed: reading(frameworks[layer], Reading(**changed))


def turn(view, name, layer="article"):
    if view.page.locator("[data-key=go]").count():
        view.page.click("[data-key=go]")
    if layer == "beyond":
        view.page.click("[data-key=layer-beyond]")
    view.page.click(f"[data-key=tab-{name}]", force=True)  # a locked tab takes the click and says why


def test_a_source_is_withdrawn_with_the_keyboard_and_the_change_is_announced(open_page, opened, held, asked):
    view = opened(open_page)
    turn(view, "whatif")
    view.tab_to("take-s01")
    view.press("ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown")
    assert view.focused() == "take-s09"
    view.press("Space")

    expected = asked(withdrawn=frozenset({"s09"}))["sentence"]
    assert view.page.inner_text(".ws-sentence") == expected == view.said()
    assert view.focused() == "take-s09"
    changed = view.page.locator(".ws-befores li[data-change=word]").all_inner_texts()
    assert len(changed) == 4
    assert all("unchallenged" in text for text in changed)
    view.press("Space")
    assert view.page.locator(".ws-befores li").count() == 0
    assert view.said() == held["layers"]["article"]["whatif"]["counted"]


def test_the_page_says_of_every_pair_of_sources_what_python_says(open_page, opened, held, asked):
    view = opened(open_page)
    turn(view, "whatif")
    fragment = held["layers"]["article"]["whatif"]
    for gone in combinations([root["id"] for root in fragment["roots"]], 2):
        for source in gone:
            view.page.click(f"[data-key=take-{source}]")
        assert view.page.inner_text(".ws-sentence") == asked(withdrawn=frozenset(gone))["sentence"], gone
        view.page.click("[data-key=back-all]")


def join(view, first, second):
    view.page.select_option("[data-key=join-first]", first)
    view.page.select_option("[data-key=join-second]", second)
    view.page.click("[data-key=join]")


def shown(view):
    """Return what stands on the page after the change: question, words and notes, row by row."""
    return [folded(text) for text in view.page.locator(".ws-befores > li").all_inner_texts()]


def test_two_sources_are_joined_with_the_keyboard_and_count_as_one(open_page, opened, asked):
    view = opened(open_page)
    turn(view, "whatif")
    view.tab_to("join-first")
    view.press("End", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp")
    assert view.page.input_value("[data-key=join-first]") == "s08"
    view.tab_to("join-second")
    view.press("End", "ArrowUp", "ArrowUp", "ArrowUp")
    view.tab_to("join")
    view.press("Enter")

    expected = asked(joined=(("s08", "s09"),))["sentence"]
    assert view.page.inner_text(".ws-sentence") == expected == view.said()
    assert view.focused() == "join"
    (row,) = shown(view)
    assert "three roots against it" in row
    assert "two roots against it" in row
    assert view.violations() == []
    view.tab_to("undo-join-first")
    view.press("Enter")
    assert shown(view) == []
    assert view.focused() == "join-first"


def test_how_a_source_knows_is_read_otherwise_with_the_keyboard(open_page, opened, asked):
    view = opened(open_page)
    turn(view, "whatif")
    view.tab_to("grade-source")
    view.press("Home", "ArrowDown")
    assert view.page.input_value("[data-key=grade-source]") == "s05"
    view.tab_to("grade-0")
    view.press("ArrowDown")

    found = asked(graded={"s05": 4})
    assert view.page.inner_text(".ws-sentence") == found["sentence"] == view.said()
    assert view.focused() == "grade-4"
    assert len(shown(view)) == len(found["outcomes"]) == 2
    assert view.violations() == []
    view.press("ArrowUp")
    assert shown(view) == []
    assert view.page.locator(".ws-mine li").count() == 0


@pytest.mark.parametrize("layer", ["article", "beyond"])
def test_the_page_says_of_single_joins_and_grades_what_python_says(open_page, opened, held, asked, layer):
    view = opened(open_page)
    turn(view, "whatif", layer)
    roots = [root["id"] for root in held["layers"][layer]["whatif"]["roots"]]
    for pair in list(combinations(roots, 2))[:: 1 if layer == "article" else 23]:
        join(view, *pair)
        assert view.page.inner_text(".ws-sentence") == asked(layer, joined=(pair,))["sentence"], pair
        view.page.click("[data-key=back-all]")
    for root in roots[:: 1 if layer == "article" else 5]:
        view.page.select_option("[data-key=grade-source]", root)
        for grade in (4, 1):
            view.page.click(f"[data-key=grade-{grade}]")
            found = asked(layer, graded={root: grade})
            assert view.page.inner_text(".ws-sentence") == found["sentence"], (root, grade)
            assert len(shown(view)) == len(found["outcomes"])
        view.page.click("[data-key=back-all]")


def test_a_mixture_that_the_page_does_not_hold_is_said_to_be_for_the_notebook(open_page, opened):
    view = opened(open_page)
    turn(view, "whatif")
    join(view, "s08", "s09")
    view.page.click("[data-key=take-s05]")

    assert view.page.inner_text(".ws-sentence") == LABELS["whatif_kernel"] == view.said()
    assert shown(view) == []
    assert view.page.inner_text(".ws-rest") == LABELS["whatif_kernel"]
    view.page.click("[data-key=take-s05]")
    assert len(shown(view)) == 1
    assert view.violations() == []


def test_a_source_is_not_joined_with_itself(open_page, opened):
    view = opened(open_page)
    turn(view, "whatif")
    join(view, "s08", "s08")

    assert view.said() == LABELS["whatif_join_same"]
    assert view.page.locator(".ws-mine li").count() == 0


@pytest.mark.parametrize("width", [390, 1100])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_reading_stays_within_the_page_and_axe_finds_nothing(open_page, opened, width, dark):
    view = opened(open_page, width=width, dark=dark)
    view.page.click("[data-key=go]")
    if width == 390:
        view.page.select_option("[data-key=pager]", "whatif")
    else:
        view.page.click("[data-key=tab-whatif]")
    join(view, "s08", "s09")

    assert view.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert view.violations() == []


def test_the_print_keeps_what_the_reader_changed_and_drops_the_controls(open_page, opened):
    view = opened(open_page)
    turn(view, "whatif")
    join(view, "s08", "s09")
    view.page.emulate_media(media="print")

    assert view.page.locator(".ws-mine li span").first.is_visible()
    assert not view.page.locator("[data-key=join]").is_visible()
    assert not view.page.locator(".ws-scale").is_visible()


@pytest.mark.parametrize("layer", ["article", "beyond"])
@pytest.mark.parametrize("name", ["whatif", "beyond", "numbers", "space", "matrix"])
@pytest.mark.parametrize("table", [False, True], ids=["view", "table"])
def test_axe_finds_nothing_in_a_view(open_page, opened, name, layer, table):
    view = opened(open_page)
    turn(view, name, layer)
    if table:
        view.page.click("[data-key=table]")
        assert view.page.locator("tbody tr").count() > 0

    assert view.violations() == []
    assert view.complaints == []


@pytest.mark.parametrize("name", ["whatif", "beyond", "numbers", "space", "matrix"])
def test_a_view_stays_within_a_phone(open_page, opened, name):
    view = opened(open_page)
    view.page.set_viewport_size({"width": 390, "height": 844})
    view.page.click("[data-key=go]")
    view.page.select_option("[data-key=pager]", name)

    assert view.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert view.violations() == []


def test_before_the_guess_no_standing_is_shown_in_the_views(guided_page, opened):
    view = opened(guided_page)
    turn(view, "whatif")

    assert view.page.locator(".ws-takes").count() == 0
    view.page.click("[data-key=to-guess]")
    assert view.focused() == "guess"


def test_the_view_beyond_stays_shut_until_a_line_is_written(guided_page, opened):
    view = opened(guided_page)
    turn(view, "beyond")

    assert view.page.get_attribute("[data-key=tab-beyond]", "aria-selected") == "false"
    assert view.page.locator(".ws-report").count() == 0


def test_the_number_moves_from_contested_to_answered_beyond_the_article(open_page, opened, held):
    view = opened(open_page)
    turn(view, "beyond")
    boxes = [folded(text) for text in view.page.locator(".ws-side-box").all_inner_texts()]

    assert "contested" in boxes[0]
    assert "answered" in boxes[1]
    assert view.page.inner_text(".ws-sentence") == held["beyond"]["sentence"]


def test_every_figure_of_the_view_is_on_the_page(open_page, opened, held):
    view = opened(open_page)
    turn(view, "numbers")
    shown = view.page.locator(".ws-figtext strong").all_inner_texts()

    assert shown == [r["text"] for g in held["layers"]["article"]["numbers"]["groups"] for r in g["rows"]]
    assert len(shown) == 8


def test_a_claim_says_what_its_answers_leave_open_and_what_would_change_ones_mind(open_page, opened, held):
    entry = held["layers"]["article"]["claims"]["k01"]
    view = opened(open_page)
    view.page.click("[data-key=go]")
    view.page.click("[data-key=claim-k01]")
    text = folded(view.page.inner_text(".ws-one"))

    benched = [part for answer in entry["bench"]["answers"].values() for part in answer.values()]
    for part in (*benched, *entry["bench"]["missing"], *(a["text"] for a in entry["audit"])):
        assert part in text
    assert view.violations() == []


def test_beyond_the_article_the_evidence_comes_before_the_word(guided_page, opened, held):
    view = opened(guided_page)
    view.page.click("[data-key=go]")
    view.page.click("[data-key=unsure]")
    view.page.click("[data-key=claim-k01]")
    view.page.fill("[data-key=line]", "One visit, one school.")
    view.page.click("[data-key=save]")
    turn(view, "beyond")

    assert view.page.inner_text(".ws-sentence") == held["beyond"]["sentence_before"]
    assert view.page.locator(".ws-report").count() > 10
    assert view.page.locator(".ws-side-box").count() == 0
    view.page.click("[data-key=pick-answered]")
    assert view.page.locator(".ws-side-box").count() == 2
    assert view.page.inner_text(".ws-sentence") == held["beyond"]["sentence"]
    assert view.violations() == []


@pytest.mark.parametrize("name", ["whatif", "beyond"])
def test_where_unchallenged_is_shown_it_is_said_not_to_be_the_same_as_true(open_page, opened, held, name):
    view = opened(open_page)
    turn(view, name)

    assert held["labels"]["answers_none"] in view.page.inner_text(".ws-view")
    view.page.click("[data-key=table]")
    assert held["labels"]["answers_none"] in view.page.inner_text(".ws-view")


def test_a_browser_that_cannot_unpack_the_page_is_told_so(open_page, opened, held):
    view = opened(open_page)
    view.page.add_init_script("delete window.DecompressionStream")
    view.page.reload()

    assert view.page.inner_text("main") == held["labels"]["needs_newer"]


def test_the_pager_stays_where_it_is_when_a_locked_view_is_chosen(guided_page, opened, held):
    view = opened(guided_page)
    view.page.set_viewport_size({"width": 390, "height": 844})
    view.page.click("[data-key=go]")
    view.page.select_option("[data-key=pager]", "beyond")

    assert view.page.input_value("[data-key=pager]") == "article"
    assert view.said() == held["labels"]["layer_locked"]


def test_every_part_of_the_ribbon_is_as_wide_as_its_share_of_the_words(open_page, opened, held):
    view = opened(open_page)
    turn(view, "space")
    own = held["layers"]["article"]["space"]
    boxes = view.page.eval_on_selector_all(
        ".ws-whole .ws-parts > li", "nodes => nodes.map((node) => node.getBoundingClientRect().width)"
    )

    assert len(boxes) == len(own["segments"])
    for width, segment in zip(boxes, own["segments"], strict=True):
        assert width / sum(boxes) == pytest.approx(segment["words"] / own["words"], abs=0.001)
    assert view.page.locator(".ws-whole .ws-wedge").count() == len(own["marks"])
    assert view.page.locator(".ws-whole .ws-wedge .ws-fill").count() == sum(m["filled"] for m in own["marks"])


def test_the_keyboard_alone_reads_the_ribbon_part_by_part(open_page, opened, held):
    segments = held["layers"]["article"]["space"]["segments"]
    view = opened(open_page)
    turn(view, "space")
    view.tab_to("part-0")
    view.press(*["ArrowRight"] * 5)

    assert view.focused() == "part-5"
    assert view.page.inner_text(".ws-part") == segments[5]["text"]
    view.press("End")
    assert view.page.inner_text(".ws-part") == segments[-1]["text"]
    view.press("Home", "Tab")
    assert view.focused() == "scroll-sides", "the ribbon is one stop"
    assert view.page.get_attribute("[data-key=part-0]", "tabindex") == "0"


def test_the_view_says_that_space_proves_nothing_and_its_table_says_so_too(open_page, opened, held):
    caveat = held["labels"]["space_caveat"]
    view = opened(open_page)
    turn(view, "space")

    assert view.page.locator(".ws-view").inner_text().count(caveat) == 1
    view.page.click("[data-key=table]")
    assert view.page.locator(".ws-view").inner_text().count(caveat) == 1
    assert view.page.locator("tbody tr").count() == len(held["layers"]["article"]["space"]["segments"])


def test_the_measures_and_the_verbs_of_each_side_are_on_the_page_as_python_counts_them(open_page, opened, held):
    own = held["layers"]["article"]["space"]
    view = opened(open_page)
    turn(view, "space")

    assert view.page.locator(".ws-value").all_inner_texts() == [m["value"] for m in own["measures"]]
    assert view.page.locator(".ws-used .ws-meta").all_inner_texts() == [entry["text"] for entry in own["used"]]
    sides = view.page.locator(".ws-wording > .ws-scroll tbody tr")
    assert [row.split("\t") for row in sides.all_inner_texts()] == own["wording"]["table"]["rows"]
    for name in ("cues", "hedges", "phrases"):
        view.page.click(f"[data-key=fold-{name}]")
        assert view.page.locator(f"[data-key=scroll-{name}] tbody tr").count() == len(own["wording"][name]["rows"])
    assert view.violations() == []


def test_on_a_phone_the_ribbon_has_four_lines_and_the_arrow_keys_go_through_all(open_page, opened, held):
    lines = held["layers"]["article"]["space"]["lines"]
    view = opened(open_page, width=390)
    view.page.click("[data-key=go]")
    view.page.select_option("[data-key=pager]", "space")
    shown = view.page.locator(".ws-lines .ws-reach").all_inner_texts()

    assert shown == [line["label"] for line in lines]
    assert not view.page.locator(".ws-whole").is_visible()
    view.page.focus("[data-key=line-0-0]")
    view.press(*["ArrowRight"] * len(lines[0]["pieces"]))
    assert view.focused() == "line-1-0"


def test_axe_finds_nothing_in_the_ribbon_in_the_dark_and_with_everything_unfolded(open_page, opened):
    view = opened(open_page, dark=True)
    turn(view, "space")
    for name in ("cues", "hedges", "phrases"):
        view.page.click(f"[data-key=fold-{name}]")

    assert view.violations() == []


def test_on_paper_the_ribbon_and_the_measures_stay_and_the_controls_go(open_page, opened):
    view = opened(open_page)
    turn(view, "space")
    view.page.emulate_media(media="print")

    for part in (".ws-whole .ws-parts", ".ws-measures", ".ws-caveat", ".ws-wording table >> nth=0"):
        assert view.page.locator(part).is_visible(), part
    for control in (".ws-part", ".ws-tabs", "[data-key=table]", "[data-key=fold-cues]"):
        assert not view.page.locator(control).is_visible(), control
    assert view.violations(".ws-view") == []


def test_before_the_guess_the_ribbon_does_not_give_the_root_away(guided_page, opened, held):
    view = opened(guided_page)
    turn(view, "space")

    assert view.page.inner_text(".ws-sentence") == held["labels"]["view_held"]
    assert view.page.locator(".ws-ribbon, .ws-student").count() == 0


def test_hostile_words_in_the_ribbon_run_no_script(case, tmp_path, opened):
    evil = '<img src=x onerror="window.struck=1"><script>window.struck=1</script>'
    spoiled = replace(
        case,
        claims=tuple(replace(c, topic=evil + c.topic) for c in case.claims),
        passages=tuple(replace(p, gist=evil) for p in case.passages),
        sources=tuple(replace(s, label=evil, name=evil, party=s.party and evil + s.party) for s in case.sources),
        statements=tuple(replace(s, cue=s.cue and evil, hedge=s.hedge and evil) for s in case.statements),
        wording=tuple(replace(w, phrase=evil, effect=evil) for w in case.wording),
        figures=tuple(replace(f, what=evil + f.what) for f in case.figures),
    )
    view = opened(write_page(spoiled, tmp_path / "hostile.html", guided=False))
    turn(view, "space")
    for name in ("cues", "hedges", "phrases"):
        view.page.click(f"[data-key=fold-{name}]")
    view.page.focus("[data-key=part-0]")
    view.page.click("[data-key=table]")
    view.page.wait_for_timeout(300)

    assert view.page.evaluate("window.struck") is None
    assert view.page.locator(".whosays img, .whosays script").count() == 0
    assert evil in view.page.inner_text("tbody")
    assert view.complaints == []

"""A report as a browser shows and prints it: without network, for everyone, nothing cut."""

import io
import re
import unicodedata

import pytest
from axe_playwright_python.sync_playwright import Axe
from pypdf import PdfReader

from whosays.case.load import load
from whosays.report.made import read_made
from whosays.report.make import Order, make
from whosays.report.parameters import Asked
from whosays.report.report import Report
from whosays.show.language import speaking

pytestmark = pytest.mark.browser

WIDE, PHONE = 1100, 390
TWO = ("en", "uk")  # the shortest words and the longest
PAPER = 180 * 96 / 25.4  # pixels that are left of A4 between its margins
HIGH = (297 - 28) * 96 / 25.4
HOSTILE = '<script>document.title = "run"</script><img src=x onerror="document.title = \'run\'">'
CUT = """(width) => [...document.querySelectorAll(".rp-report *")].filter((node) => {
  const own = node.getBoundingClientRect();
  const inside = node.closest("svg") && node.tagName !== "svg";
  const cut = node.clientWidth > 0 && node.scrollWidth > node.clientWidth + 1;
  return !inside && (cut || own.right > width + 1 || own.left < -1);
}).map((node) => `${node.tagName} ${node.className.baseVal ?? node.className} ${node.textContent.slice(0, 40)}`)"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """Make a report in a language once: reports(tag), its folder."""
    found = {}

    def made(language):
        if language not in found:
            place = tmp_path_factory.mktemp(language)
            (place / "notes.md").write_text(f"{HOSTILE}\n\nTwo people read this.", encoding="utf-8")
            asked = Asked("beyond", ("s05",), ("h-1=official",), language)
            order = Order("practice-pond-2025", str(place / "report"), asked, title=HOSTILE, authors=("Ada", HOSTILE),
                          notes=str(place / "notes.md"))  # fmt: skip
            make(order, lambda done, total: None)  # noqa: ARG005 - nobody watches
            found[language] = place / "report"
        return found[language]

    return made


@pytest.fixture
def seen(browser, reports):
    """Open a report from disk with the network off, and keep what it asks for: seen(language, width, dark)."""
    contexts = []

    def opened(language="en", width=WIDE, *, dark=False):
        size, scheme = {"width": width, "height": 900}, "dark" if dark else "light"
        context = browser.new_context(viewport=size, color_scheme=scheme, offline=True)
        contexts.append(context)
        page = context.new_page()
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto((reports(language) / "report.html").resolve().as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()


def bare(text):
    """Return a text without white space and ligatures: a line may break anywhere."""
    return re.sub(r"[\s\u00ad-]", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize(("width", "dark"), [(WIDE, False), (PHONE, True)])
def test_it_asks_for_nothing_and_axe_finds_nothing(seen, width, dark):
    page = seen(width=width, dark=dark)

    assert page.asked == [page.url]
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_words_are_read_and_never_run(seen):
    page = seen()

    assert page.locator("h1").inner_text() == HOSTILE
    assert page.title() == HOSTILE
    assert page.locator("script, img").count() == 0
    assert HOSTILE in page.locator("main").inner_text()


def test_the_limits_are_led_to_from_the_head(seen):
    page = seen()

    page.locator(".rp-first a").click()

    assert page.url.endswith("#limits")
    assert page.locator("#limits h2").is_visible()
    assert page.locator("#limits li").count() > 10


def test_tables_can_be_reached_and_scrolled_by_keyboard(seen):
    page = seen(width=PHONE)

    assert page.locator("table").count() == page.locator(".ws-scroll[tabindex='0'][aria-label] > table").count()


def test_on_a_phone_a_wide_table_moves_by_arrow_keys_and_each_row_keeps_its_name(seen):
    page = seen(width=PHONE)
    frame = page.locator(".ws-scroll:has(.rp-5)").first
    name, last = frame.locator("tbody th").first, frame.locator("tbody tr").first.locator("td").last
    was = name.bounding_box()["x"]
    assert last.bounding_box()["x"] > PHONE

    frame.focus()
    for _ in range(30):
        page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "frame => frame.scrollLeft + frame.clientWidth >= frame.scrollWidth - 1", arg=frame.element_handle()
    )

    assert name.bounding_box()["x"] == pytest.approx(was, abs=1)
    assert last.bounding_box()["x"] + last.bounding_box()["width"] <= PHONE


@pytest.mark.parametrize("language", TWO)
def test_on_a4_nothing_is_wider_than_the_page_and_no_figure_higher(seen, language):
    page = seen(language, width=round(PAPER))
    page.emulate_media(media="print")

    assert page.evaluate(CUT, PAPER) == []
    strips = page.locator(".rp-strip")
    assert strips.count() >= 5
    assert max(strips.nth(n).bounding_box()["height"] for n in range(strips.count())) < HIGH


def test_no_figure_is_split_between_two_pages(seen):
    """Leave only the figures on paper: where one is split, one more page is needed than figures share."""
    page = seen(width=round(PAPER))
    page.evaluate("""() => {
      const strips = [...document.querySelectorAll(".rp-strip")];
      for (const strip of strips) { strip.style.breakBefore = "page"; }
      document.querySelector(".rp-report").replaceChildren(...strips);
    }""")
    count = page.locator(".rp-strip").count()

    assert len(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) == count


@pytest.mark.parametrize("language", TWO)
def test_the_print_is_a4_and_holds_every_line_on_limits(reports, language):
    pages = PdfReader(reports(language) / "report.pdf").pages
    made = read_made(reports(language))
    with speaking(language):
        limits = Report(load(made.case.folder), made.parameters).section("limits")

    assert {(round(p.mediabox.width), round(p.mediabox.height)) for p in pages} <= {(595, 842), (595, 841), (594, 841)}
    text = bare("".join(page.extract_text() for page in pages))
    assert [line for line in (limits.title, *limits.paragraphs) if bare(line) not in text] == []
    assert bare(made.record["case"]["sha256"]) in text

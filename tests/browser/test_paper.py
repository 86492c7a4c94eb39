"""Every lesson of every case on paper, as a browser prints it."""

import io
import re
import unicodedata

import pytest
from pypdf import PdfReader

from whosays.case.load import load, shipped_cases
from whosays.show.paper.card import cards
from whosays.show.paper.document import LESSONS, OUTSIDE, SIZES, paper
from whosays.show.paper.pdf import find_browser, write_paper
from whosays.show.paper.question import asked
from whosays.show.sentences import paper as say
from whosays.show.sheet import sheet

pytestmark = pytest.mark.browser

CASES = shipped_cases()
POINTS = {"A4": (595, 842), "Letter": (612, 792)}
WIDTH = {"A4": 210, "Letter": 216}  # millimetres
MARGINS = 30
SIDES = 3  # of a student sheet: one leaf where the matter allows, never more than a leaf and a half
KEY_SIDES = 4
PART = 16  # a shorter text may stand on a page by chance
# The last number of an axis stands over its end, inside the page.
WIDE = """() => [...document.querySelectorAll("main *")].filter((node) => {
  const edge = document.querySelector("main").getBoundingClientRect();
  const own = node.getBoundingClientRect();
  const cut = node.clientWidth > 0 && !node.matches(".axis div") && node.scrollWidth > node.clientWidth + 1;
  return cut || own.right > edge.right + 1 || own.left < edge.left - 1;
}).map((node) => `${node.tagName} ${node.className.baseVal ?? node.className} ${node.textContent.slice(0, 40)}`)"""


@pytest.fixture(scope="module")
def cases():
    return {name: load(name) for name in CASES}


@pytest.fixture(scope="module")
def sheets(cases):
    return {name: sheet(case) for name, case in cases.items()}


@pytest.fixture(scope="module")
def printed(browser, cases, sheets):
    """Print a paper: printed(name, lesson, size, teacher), the pages as the reader of PDF sees them."""
    page = browser.new_page()
    found = {}

    def pages(name, lesson, size="A4", *, teacher=False):
        key = name, lesson, size, teacher
        if key not in found:
            page.set_content(paper(sheets[name], cases[name].questions, lesson, teacher=teacher, size=size))
            found[key] = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
        return found[key]

    yield pages
    page.close()


def bare(text):
    """Return a text without white space and ligatures: a line may break anywhere."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def told(pages):
    """Return the text of the pages without what stands at the head and foot of each."""
    return bare("".join(page.extract_text() for page in pages))


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def secrets(case, data):
    """Return every sentence that only the key may hold."""
    for layer in data["layers"].values():
        for claim in layer["claims"].values():
            yield from (claim["standing"]["reason"], claim["path"]["note"], claim["sentence"], claim["roots_shown"])
            yield from strings([claim["audit"], claim["bench"]["answers"], claim["bench"]["sentence"]])
        yield from layer["whatif"]["linchpins"].values()
        yield from (root["rests"] for root in layer["whatif"]["roots"])
        view = layer["numbers"]
        yield from (view["sentence"], view["warning"], *(check["text"] for check in view["checks"]))
        yield from view["clocks"]["conflicts"]
    yield from strings([data["beyond"][part]["text"] for part in ("before", "after")])
    yield data["beyond"]["sentence"]
    for question in case.questions:
        yield from (question.range, question.wrong_turn, question.feedback)
    yield from (*say.LEVELS, *say.LEVEL_RULES)
    yield from (*say.WRONG_TURNS, *say.ACCEPTABLE)


def rows_of(data, lesson):
    """Return what every row of a student sheet shows."""
    layer, claim = data["layers"]["article"], data["layers"]["article"]["claims"][asked(data)]
    mentions = [m["gist"] for m in claim["mentions"]]
    return {
        0: [*(row.get("text", row["gist"]) for row in data["rows"]), *mentions],
        1: [p.get("text", p["gist"]) for p in data["passages"]],
        2: mentions,
        3: [data["statements"][s]["line"] for a in claim["answers"] for s in a["statements"]],
        4: [cell for row in layer["numbers"]["table"]["rows"] for cell in row[:6]],
        5: [c[part] for c in cards(data) for part in ("label", "word", "gist", "basis_text", "address")],
        6: [layer["claims"][id_]["question"] for id_ in layer["whatif"]["claims"]],
    }[lesson]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("name", CASES)
def test_no_answer_is_in_the_text_of_a_student_sheet(printed, cases, sheets, name, lesson, size):
    text = told(printed(name, lesson, size))
    kept = {secret for secret in secrets(cases[name], sheets[name]) if len(bare(secret)) >= PART}

    assert len(kept) > 100
    assert [secret for secret in kept if bare(secret) in text] == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("name", CASES)
def test_every_row_and_question_of_a_student_sheet_is_printed_and_it_fits_its_pages(
    printed, cases, sheets, name, lesson, size
):
    pages = printed(name, lesson, size)
    text = told(pages)
    wanted = [*rows_of(sheets[name], lesson), *(q.prompt for q in cases[name].questions if q.lesson == lesson)]

    assert [part for part in wanted if bare(part) not in text] == []
    assert 1 <= len(pages) <= SIDES
    assert all(bare(prompt) in text for prompt in say.ACCOUNTS[1:])


@pytest.mark.parametrize("teacher", [False, True])
@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("name", CASES)
def test_every_sheet_carries_question_day_and_page_number(printed, sheets, name, lesson, teacher):
    article = sheets[name]["article"]
    pages = printed(name, lesson, teacher=teacher)

    assert len(pages) <= KEY_SIDES
    for number, page in enumerate(pages, 1):
        text = bare(page.extract_text())
        assert bare(article["title"]) in text
        assert bare(article["known"]["beyond" if lesson == OUTSIDE else "article"]) in text
        assert bare(f"Page {number} of {len(pages)}") in text
        assert bare(say.WORDS["key"] if teacher else "Seat number") in text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("name", CASES)
def test_nothing_is_wider_than_the_page_and_no_letter_below_8_points(browser, cases, sheets, name, lesson, size):
    page = browser.new_page(viewport={"width": round((WIDTH[size] - MARGINS) / 25.4 * 96), "height": 1000})
    page.emulate_media(media="print")
    for teacher in (False, True):
        page.set_content(paper(sheets[name], cases[name].questions, lesson, teacher=teacher, size=size))
        assert page.evaluate(WIDE) == []
        sizes = page.evaluate(
            "() => [...document.querySelectorAll('main *')].map((n) => parseFloat(getComputedStyle(n).fontSize))"
        )
        assert min(sizes) >= 8 / 72 * 96 - 0.01
    page.close()


@pytest.mark.parametrize("size", SIZES)
def test_the_browser_of_the_machine_writes_a_whole_pdf_of_the_asked_size(browser, case, tmp_path, size):
    assert browser.is_connected()
    assert find_browser() is not None
    file = write_paper(case, tmp_path / "lesson.pdf", 2, size=size)
    found = PdfReader(file).pages

    assert tuple(round(float(edge)) for edge in found[0].mediabox[2:]) == pytest.approx(POINTS[size], abs=1)
    assert "How many sources, really?" in found[0].extract_text()
    assert [path.name for path in tmp_path.iterdir()] == ["lesson.pdf"]

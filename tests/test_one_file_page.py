import base64
import gzip
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from whosays.case.load import load, shipped_cases
from whosays.show.page import page, write_page
from whosays.show.sheet import sheet

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    '"><img src=x onerror=alert(1)>',
    '=HYPERLINK("https://evil.example","here")',
    "\u2028\u202eright to left\u2029",
    "e\u0301 n\u0303 שלום",
    "${alert(1)} `x`",
)


class Tags(HTMLParser):
    """Every tag and attribute of a page, and what stands inside each script."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.scripts = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, *pair) for pair in attrs]
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data):
        if self.cdata_elem == "script":
            self.scripts[-1] += data


def hostile(case, text):
    """Return the case with one text in its title, in a claim and in a source."""
    return replace(
        case,
        article=replace(case.article, title=text + "?", content_note=text),
        claims=tuple(replace(c, proposition=text, question=text, subject=text) for c in case.claims),
        sources=tuple(replace(s, name=text, label=text) for s in case.sources),
    )


def unpacked(packed):
    """Return the sheet that a page holds."""
    return json.loads(gzip.decompress(base64.b64decode(packed)))


@pytest.fixture(scope="module")
def plain(case):
    return Tags(page(sheet(case)))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_a_case_becomes_markup(case, plain, text):
    tags = Tags(page(sheet(hostile(case, text))))

    assert tags.tags == plain.tags
    assert tags.attributes == plain.attributes


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_and_foreign_text_arrives_in_the_page_as_the_text_it_is(case, text):
    tags = Tags(page(sheet(hostile(case, text))))
    data = unpacked(tags.scripts[0])

    assert "<" not in tags.scripts[0]
    assert data["layers"]["article"]["claims"]["k01"]["proposition"] == text
    assert data["sources"]["s01"]["name"] == text


def test_the_page_holds_the_whole_sheet(case, plain):
    assert unpacked(plain.scripts[0]) == sheet(case)


def test_the_page_asks_for_nothing_and_forbids_it(plain):
    policy = next(value for tag, name, value in plain.attributes if tag == "meta" and name == "content")

    assert policy.startswith("default-src 'none';")
    assert "unsafe-eval" not in policy
    assert not [a for a in plain.attributes if a[1] in {"src", "href"} or a[1].startswith("on")]
    assert not set(plain.tags) & {"img", "iframe", "link", "object", "embed", "form"}


@pytest.mark.parametrize("name", shipped_cases())
def test_the_page_of_every_case_is_under_400_kb(name, tmp_path):
    assert write_page(load(name), tmp_path / "k.html").stat().st_size < 400_000


def test_the_same_case_gives_the_same_page(case, tmp_path):
    one, two = (write_page(case, tmp_path / name).read_bytes() for name in ("one.html", "two.html"))

    assert one == two


def test_an_older_page_is_replaced_and_nothing_is_left_beside_it(case, tmp_path):
    (tmp_path / "k.html").write_text("old", encoding="utf-8")
    write_page(case, tmp_path / "k.html")

    assert [path.name for path in tmp_path.iterdir()] == ["k.html"]
    assert re.match("<!doctype html>", (tmp_path / "k.html").read_text(encoding="utf-8"))


def test_a_page_that_cannot_be_written_leaves_nothing_beside_it(case, tmp_path):
    (tmp_path / "k.html").mkdir()
    with pytest.raises(OSError, match=r"k\.html"):
        write_page(case, tmp_path / "k.html")

    assert [path.name for path in tmp_path.iterdir()] == ["k.html"]

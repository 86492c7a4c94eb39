"""Figures as still drawings: everything that a figure says is in them, and nothing else."""

import json
import re
from html import escape, unescape

import pytest
from defusedxml import ElementTree

from whosays.case.errors import UnknownIdError
from whosays.case.load import load, shipped_cases
from whosays.report.drawing import HIGHEST, WIDTH, drawings
from whosays.report.marks import DASHES, PATTERNS, SHAPES, stroke, symbol
from whosays.show.figures import FIGURES, figure

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(1)</script>&\"'</text>"


def drawn(name):
    """Return every figure of a case, in both layers, as plotly has it."""
    for layer in ("article", "beyond"):
        for kind in FIGURES:
            try:
                yield kind, json.loads(figure(load(name), kind, layer).figure.to_json())
            except UnknownIdError:
                continue


def words(text):
    return " ".join(unescape(re.sub(r"<br>|</?b>", " ", text)).split())


def texts(strips):
    return " ".join(" ".join(ElementTree.fromstring(svg).itertext()) for svg in strips)


@pytest.mark.parametrize("name", shipped_cases())
def test_every_figure_of_every_case_is_whole_well_formed_and_as_wide_as_a_phone(name):
    for kind, data in drawn(name):
        strips = drawings(kind, data)

        said = " ".join(texts(strips).split())
        missing = [n["text"] for n in data["layout"].get("annotations", []) if words(n["text"]) not in said]
        assert missing == [], kind
        for svg in strips:
            root = ElementTree.fromstring(svg)
            assert root.get("width") == str(WIDTH)
            assert float(root.get("height")) < HIGHEST + 300, "with its axis and key it fits a page of A4"


@pytest.mark.parametrize("name", shipped_cases())
def test_every_mark_is_drawn_once_and_inside(name):
    for kind, data in drawn(name):
        root = ElementTree.fromstring(drawings(kind, data, whole=True)[0])
        bars = sum(len(t["x"]) for t in data["data"] if t["type"] == "bar")
        shown = [r for r in root.iter(f"{SVG}rect") if r.get("x") and r.get("x") != "0"]
        keys = sum(t["type"] == "bar" for t in data["data"]) if data["layout"]["showlegend"] else 0
        shapes = data["layout"].get("shapes", [])
        assert len(shown) == bars + keys + len(shapes) + sum(bool(s.get("showlegend")) for s in shapes), kind
        for box in shown:
            assert float(box.get("x")) >= -1
            assert float(box.get("x")) + float(box.get("width")) <= WIDTH + 1


def test_strips_hold_together_what_the_whole_holds():
    data = dict(drawn("kramatorsk-2023"))["clocks"]

    whole, strips = drawings("clocks", data, whole=True), drawings("clocks", data)

    assert len(strips) > 1
    marks = [len(re.findall(r"<rect x=\"[1-9]", svg)) for svg in strips]
    assert all(marks), "no strip is empty"
    assert sorted(re.findall(r"<text [^>]*font-size=\"13\".*?</text>", "".join(strips))) == sorted(
        re.findall(r"<text [^>]*font-size=\"13\".*?</text>", whole[0])
    )


def test_the_same_figure_gives_the_same_bytes():
    data = dict(drawn("practice-pond-2025"))

    assert all(drawings(k, d) == drawings(k, json.loads(json.dumps(d))) for k, d in data.items())


def test_no_text_of_a_figure_becomes_markup():
    data = dict(drawn("practice-pond-2025"))["chain"]
    data["layout"]["annotations"][0]["text"] = escape(HOSTILE, quote=False)
    data["data"][0]["name"] = HOSTILE

    (svg,) = drawings("chain", data)

    assert HOSTILE in texts([svg])
    assert "<script" not in svg


@pytest.mark.parametrize("name", [*SHAPES, *(f"{n}-open" for n in SHAPES), "circle-open-dot", "no-such-shape"])
def test_every_symbol_is_drawn_with_an_outline_if_it_is_open(name):
    svg = symbol(name, 10, 10, {"size": 12, "color": "#123456"})

    root = ElementTree.fromstring(f"<g>{svg}</g>")
    assert len(root) == (2 if name.endswith("-dot") else 1)
    assert ("open" in name or name.startswith("line-ns")) == (root[0].get("fill") == "none")
    assert "#123456" in svg


def test_dashes_and_patterns_differ_from_one_another():
    assert len({stroke({"dash": dash, "color": "#000"}) for dash in (*DASHES, "solid")}) == len(DASHES) + 1
    assert len(set(PATTERNS.values())) == len(PATTERNS)

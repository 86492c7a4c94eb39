"""Fields of other people's records: text without markup, one day, an address that can be followed, a language tag."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.case.cell import MAX_CHARACTERS, parse
from whosays.case.schema import Column
from whosays.exchange.embedded import scripts
from whosays.exchange.given import address, day, each, language, node, raw, text, types

FIELDS = ["name", "@value", "url", "@id"]
SIGNS = ["<", ">", "&", "amp;", "lt;", "#60;", "#x3c;", "b", "</p", "<!--", "-->", "<script>", " ", "\n", "\0", "x"]
VALUES = st.recursive(
    st.none() | st.booleans() | st.text(st.characters(), max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner),
    max_leaves=8,
)
MARKED = st.lists(st.sampled_from(SIGNS), max_size=30).map("".join)


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ("<p>Said &amp; <b>done</b></p>", "Said & done"),
        ("one<br/>two", "one two"),
        ("a <i>b</i>c", "a bc"),
        ("&amp;lt;b&amp;gt; bold", "bold"),
        ("3 < 5 and 6 > 4", "3 < 5 and 6 > 4"),
        ("<script>alert('x')</script>Hello<style>p {}</style>", "Hello"),
        ("<img src=x onerror=alert(1)>", ""),
        ("<!-- note -->shown", "shown"),
        ("caf\u00e9\u00a0\u2028 &nbsp; &eacute;", "café é"),
        ("&#0;&#xD800;", "\ufffd\ufffd"),
        ("\ud83d alone", "\ufffd alone"),
        (["", None, "first", "second"], "first"),
        ({"@value": "told", "@language": "en"}, "told"),
        (True, "true"),
        (None, ""),
        ({}, ""),
    ],
)
def test_text_is_told_without_its_markup(told, read):
    assert text(told) == read


@settings(max_examples=500)
@given(MARKED | st.text(st.characters(), max_size=30) | VALUES)
def test_text_given_once_more_stays_the_same_and_fits_a_cell(value):
    found = text(value)

    assert text(found) == found
    assert parse(Column("x", "text", ""), found) == found
    assert "<script" not in found.lower()


def test_a_text_longer_than_a_cell_is_cut_and_says_so():
    assert len(text("word " * 10_000)) == len(raw("x" * 50_000)) == MAX_CHARACTERS
    assert raw("x" * 50_000).endswith("…")
    assert raw("a\r\nb\0\rc") == "a\nb\nc"


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ("2023-01-08", "2023-01-08"),
        ("2023-1-8", "2023-01-08"),
        ("2023-01", "2023-01"),
        ("2023", "2023"),
        ("2023-01-08T23:59:59.123-05:00", "2023-01-08"),
        ("2023-01-08 10:00", "2023-01-08"),
        ("2023/01/08", "2023-01-08"),
        ("20230108", "2023-01-08"),
        ("8.1.2023", "2023-01-08"),
        ("08. 01. 2023", "2023-01-08"),
        ("13/01/2023", "2023-01-13"),
        ("01/13/2023", "2023-01-13"),
        ("05/05/2023", "2023-05-05"),
        ("03/04/2023", ""),
        ("January 8, 2023", "2023-01-08"),
        ("8th January 2023", "2023-01-08"),
        ("Sun, 08 Jan 2023 10:00:00 GMT", "2023-01-08"),
        ("Jan. 8 2023", "2023-01-08"),
        ({"@type": "Date", "@value": "2023-01-08"}, "2023-01-08"),
        (["2023-01-08", "2024-01-08"], "2023-01-08"),
        ("2023-02-30", ""),
        ("0000-01-01", ""),
        ("2023-01-01/2023-01-02", ""),
        ("yesterday", ""),
        ("1673136000", ""),
        ("\uff18.1.2023", ""),
        (None, ""),
    ],
)
def test_a_date_is_read_if_it_means_one_day_month_or_year(told, read):
    assert day(told) == read


@given(VALUES | st.text(st.sampled_from("0123456789-/. TJanMy,"), max_size=14))
def test_whatever_stands_for_a_date_or_address_or_language_is_one_or_blank(value):
    assert parse(Column("x", "date", ""), day(value)) is None or day(value)
    assert parse(Column("x", "address", ""), address(value)) == address(value)
    pattern = "([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?"
    assert parse(Column("x", "text", "", pattern=pattern), language(value)) == language(value)


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ("https://a.example/b c", "https://a.example/b%20c"),
        ("HTTPS://a.example", "https://a.example"),
        ({"url": "https://a.example"}, "https://a.example"),
        ({"@id": "https://a.example"}, "https://a.example"),
        (["", {"url": ""}, "http://b.example"], "http://b.example"),
        ("javascript:alert(1)", ""),
        ("www.a.example", ""),
        ("https://" + "a" * 30_000, ""),
        (5, ""),
    ],
)
def test_an_address_is_one_that_can_be_followed(told, read):
    assert address(told) == read


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ("en", "en"),
        ("en_US", "en-US"),
        ("PT-br", "pt-br"),
        ("Ukrainian", "uk"),
        ({"@type": "Language", "name": "German"}, "de"),
        ({"@type": "Language", "name": "Deutsch", "alternateName": "de"}, "de"),
        (["??", "fr"], "fr"),
        ("Klingon", ""),
        (None, ""),
    ],
)
def test_a_language_is_a_tag(told, read):
    assert language(told) == read


def test_names_of_fields_and_types_are_plain():
    kinds = ["schema:Person", "http://schema.org/Thing", 5]
    own = node({"schema:url": 1, "https://schema.org/name": 2, "@type": kinds})

    assert dict(own) == {"url": 1, "name": 2, "@type": kinds}
    assert types(own) == {"Person", "Thing"}
    assert node("x") == {}
    assert each(["", None, 0, "a"]) == [0, "a"]
    assert each(None) == each("") == each({}) == []


def test_scripts_of_a_page_are_found_by_their_type_alone():
    page = (
        "<script type=module>1</script>\n<SCRIPT nonce=x type='application/ld+json; charset=utf-8'>{}</SCRIPT>\n"
        "<script type=application/ld+json>\n<!--\n[]\n--></script><script type='application/ld+json'>{"
    )

    assert [(line, script.strip()) for line, script in scripts(page)] == [(2, "{}"), (4, "[]"), (6, "{")]


@given(st.text(st.sampled_from("<script type=application/ld+json>{}</!-'\n"), max_size=60))
def test_any_page_is_searched_to_its_end(page):
    assert all(line >= 1 for line, _ in scripts(page))

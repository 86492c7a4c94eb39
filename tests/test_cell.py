from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.case.cell import MAX_CHARACTERS, CellError, parse, text_of
from whosays.case.model import Date
from whosays.case.schema import Column, schema

COLUMNS = [column for table in schema().values() for column in table.columns]
IDS = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)


def column(kind, **options):
    return Column(name="x", type=kind, description="What it is.", **options)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("text", "a, “b” and\nc", "a, “b” and\nc"),
        ("id", "p05-1", "p05-1"),
        ("ids", "s02 s04", ("s02", "s04")),
        ("integer", "-12", -12),
        ("number", "4.50", Decimal("4.50")),
        ("date", "2023-01", Date.parse("2023-01")),
        ("address", "https://x.example/a?b=c#d", "https://x.example/a?b=c#d"),
        ("addresses", "https://x.example http://y.example", ("https://x.example", "http://y.example")),
        ("text", "", ""),
        ("ids", "", ()),
        ("integer", "", None),
        ("number", "", None),
        ("date", "", None),
    ],
)
def test_a_cell_is_read_by_the_type_of_its_column_and_written_back_the_same(kind, text, value):
    assert parse(column(kind), text) == value
    assert text_of(value) == text


@pytest.mark.parametrize("text", ["NaN", "null", "None", "0", "-", "n/a"])
def test_a_text_that_looks_like_nothing_stays_a_text(text):
    assert parse(column("text"), text) == text


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("id", "K01", "an id"),
        ("id", "k01 ", "an id"),
        ("ids", "s02, s04", "parted by one space"),
        ("ids", "s02  s04", "parted by one space"),
        ("ids", " s02", "parted by one space"),
        ("integer", "1,300", "a whole number"),
        ("integer", "1.0", "a whole number"),
        ("integer", "\u0661", "a whole number"),
        ("integer", "600 men", "a whole number"),
        ("integer", "9" * 5000, "a whole number"),
        ("integer", "007", "7"),
        ("number", "007", "a number, as 600 or 4.5"),
        ("number", "00.5", "a number, as 600 or 4.5"),
        ("integer", "-0", "0"),
        ("number", "1e9", "a number"),
        ("number", "inf", "a number"),
        ("number", "nan", "a number"),
        ("number", "4,5", "a number"),
        ("number", ".5", "a number"),
        ("date", "31.02.2023", "one that exists"),
        ("date", "2023-02-31", "one that exists"),
        ("date", "8 January 2023", "one that exists"),
        ("address", "javascript:alert(1)", "begins with http"),
        ("address", "www.x.example", "begins with http"),
        ("addresses", "https://x.example, https://y.example http", "begins with http"),
        ("text", "bell\x07", "printable text"),
        ("text", "nul\x00", "printable text"),
        ("text", "escape\x1b[31m", "printable text"),
    ],
)
def test_what_its_column_does_not_want_is_refused_with_what_it_wants(kind, text, expected):
    with pytest.raises(CellError) as caught:
        parse(column(kind), text)

    assert expected in caught.value.expected
    assert caught.value.remedy.endswith((".", "?"))


def test_a_date_in_another_order_is_offered_in_ours():
    with pytest.raises(CellError) as caught:
        parse(column("date"), "8.1.2023")

    assert "Did you mean 2023-01-08" in caught.value.remedy


def test_a_choice_names_the_near_one():
    with pytest.raises(CellError) as caught:
        parse(column("choice", values=("article", "beyond")), "artcle")

    assert caught.value.expected == "one of article, beyond"
    assert caught.value.remedy == 'Did you mean "article"?'


def test_a_blank_that_must_be_filled_lists_the_choices():
    with pytest.raises(CellError) as caught:
        parse(column("choice", values=("article", "beyond"), required=True), "")

    assert caught.value.expected == "a value (article, beyond)"
    assert caught.value.remedy == "Fill the cell. What it is."


def test_a_phrase_longer_than_may_be_taken_over_is_refused():
    assert parse(column("text", max_words=3), "one two three") == "one two three"
    with pytest.raises(CellError) as caught:
        parse(column("text", max_words=3), "one two three four")

    assert caught.value.expected == "at most 3 words"


def test_a_pattern_must_match_the_whole_text():
    with pytest.raises(CellError):
        parse(column("text", pattern="[a-z]+"), "abc\n")


def test_a_number_below_the_least_one_is_refused():
    with pytest.raises(CellError) as caught:
        parse(column("integer", minimum=1), "0")

    assert caught.value.expected == "a whole number from 1"


def test_a_prefixed_id_needs_one_of_the_prefixes():
    ties = column("ids", prefixes=("pays", "employs"))

    assert parse(ties, "pays:s01 employs:s02") == ("pays:s01", "employs:s02")
    for text in ("s01", "owns:s01", "pays:S01", "pays:", "pays:s01 s02"):
        with pytest.raises(CellError):
            parse(ties, text)


def test_a_cell_as_long_as_a_book_is_refused_before_it_is_looked_at():
    parse(column("text"), "x" * MAX_CHARACTERS)
    with pytest.raises(CellError) as caught:
        parse(column("integer"), "9" * 50_000_000)

    assert caught.value.expected == "at most 20,000 characters"
    assert "50,000,000" in caught.value.remedy


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '=HYPERLINK("http://x","y")',
        "+1",
        "@SUM(A1)",
        "\u202eevil",
        "e\u0301\u0301",
        "שלום",
    ],
)
def test_hostile_and_foreign_text_is_text(text):
    assert text_of(parse(column("text"), text)) == text


@pytest.mark.parametrize(
    "text", ["0.000000001", "0.0000001", "0.000000000", "-0", "1300.50", "999999999999999.999999999"]
)
def test_a_number_is_written_back_as_a_cell_that_can_be_read(text):
    written = text_of(parse(column("number"), text))

    assert parse(column("number"), written) == Decimal(text)


VALUES = {
    "text": st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40),
    "id": IDS,
    "ids": st.lists(IDS, min_size=1, max_size=4).map(tuple),
    "integer": st.integers(-(10**12) + 1, 10**12 - 1),
    "number": st.decimals(-(10**9), 10**9, places=2),
    "date": st.dates().map(lambda d: Date.parse(d.isoformat())),
    "addresses": st.lists(st.from_regex(r"https?://[a-z]{1,9}(/[a-z]{1,5})?", fullmatch=True), min_size=1).map(tuple),
}


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(sorted(VALUES)).flatmap(lambda kind: st.tuples(st.just(kind), VALUES[kind])))
def test_every_value_comes_back_from_its_cell(pair):
    kind, value = pair

    assert parse(column(kind), text_of(value)) == value


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(COLUMNS), st.text(max_size=30))
def test_whatever_is_typed_comes_back_or_is_refused(target, text):
    try:
        value = parse(target, text)
    except CellError:
        return

    assert parse(target, text_of(value)) == value

"""JSON read in pieces: the same as read whole, however it is cut, and a fault at the same place."""

import json
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.exchange.feed import LISTS, Feed
from whosays.exchange.manner import Numeral
from whosays.exchange.stream import MOST, BrokenJsonError

TEXT = st.text(max_size=8)
NAMES = TEXT | st.sampled_from(sorted(LISTS))
SIZES = st.lists(st.integers(1, 9), min_size=1, max_size=4)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(TEXT | st.sampled_from(sorted(LISTS)), inner, max_size=4)
    ),
    max_leaves=12,
)
INDENTS = st.sampled_from([None, 0, 1])
NOISE = st.text(st.sampled_from('{}[]",:\\n\n \t-+.eE019tfu"\u00e9\ud800'), max_size=12)


def whole(value):
    """Return what a feed should yield of a value: the elements of its long lists, and then the rest."""
    if isinstance(value, list):
        return list(value)
    if isinstance(value, dict):
        long = {key: part for key, part in value.items() if key in LISTS and isinstance(part, list)}
        return [*(part for some in long.values() for part in some), {k: v for k, v in value.items() if k not in long}]
    return [value]


def pieces(text, sizes):
    """Return a text cut into pieces of sizes that come again and again."""
    found, at, turn = [], 0, 0
    while at < len(text):
        size = sizes[turn % len(sizes)]
        found.append(text[at : at + size])
        at, turn = at + size, turn + 1
    return found


def outcome(text, sizes):
    """Return the values of a text, and where and why it stops being JSON, if it does."""
    values = []
    try:
        values.extend(Feed(pieces(text, sizes)).values())
    except BrokenJsonError as error:
        return values, (error.line, error.column, error.expected)
    return values, None


@given(st.lists(VALUES, min_size=1, max_size=3), INDENTS, SIZES)
def test_any_json_in_any_pieces_gives_what_it_gives_as_a_whole(values, indent, sizes):
    text = "\n".join(json.dumps(value, indent=indent) for value in values)
    found, broken = outcome(text, sizes)

    as_text = [json.loads(json.dumps(v), parse_int=str, parse_float=str, parse_constant=str) for v in values]
    assert broken is None
    assert [f.value for f in found] == [part for value in as_text for part in whole(value)]


@settings(max_examples=300)
@given(
    VALUES, INDENTS, st.integers(0, 200), st.integers(0, 30), NOISE, st.lists(st.integers(1, 9), min_size=1, max_size=4)
)
def test_a_spoilt_text_is_broken_at_the_same_place_however_it_is_cut(value, indent, at, gone, noise, sizes):
    text = json.dumps(value, indent=indent)
    at %= len(text) + 1
    spoilt = text[:at] + noise + text[at + gone :]

    assert outcome(spoilt, sizes) == outcome(spoilt, [len(spoilt) + 1])


def test_a_number_stays_as_it_is_written():
    found = [f.value for f in Feed(["[4, 4.0, -1e", "5, ", "9" * 9000, ", NaN]"]).values()]

    assert found == ["4", "4.0", "-1e5", "9" * 9000, "NaN"]
    assert all(isinstance(value, Numeral) for value in found)


def test_each_value_comes_with_the_line_on_which_it_begins():
    text = '{"a": 1,\n "@graph": [\n  {"b": 2},\n\n  3]}\n[4]'

    for sizes in ([1], [7], [1000]):
        found = [(f.line, f.value) for f in outcome(text, sizes)[0]]
        assert found == [
            (3, {"b": "2"}),
            (5, "3"),
            (1, {"a": "1"}),
            (6, "4"),
        ]


def test_a_value_that_never_ends_is_given_up_before_it_fills_the_memory():
    endless = ("x" * 100_000 for _ in range(1_000_000))

    with pytest.raises(BrokenJsonError) as caught:
        list(Feed(p for part in (['["'], endless) for p in part).values())

    assert caught.value.found == f"a value of more than {MOST:,} characters"


def test_an_object_of_endlessly_many_fields_is_given_up_before_it_fills_the_memory():
    endless = (f'"{n}": "{"x" * 1000}",\n' for n in range(1_000_000))

    with pytest.raises(BrokenJsonError) as caught:
        list(Feed(p for part in (["{"], endless) for p in part).values())

    assert caught.value.found == f"an object of more than {MOST:,} characters"


def test_a_long_list_takes_no_more_memory_than_a_short_one():
    review = json.dumps({"a": "x" * 500, "b": ["y"] * 50})

    def peak(count):
        text = (part for n in range(count) for part in ("," if n else "[", review))
        tracemalloc.start()
        seen = sum(1 for _ in Feed(part for some in (text, "]") for part in some).values())
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert seen == count
        return top

    assert peak(4000) < 1.5 * peak(400) + 100_000


def test_broken_lines_are_skipped_one_by_one():
    feed = Feed(['{"a": 1\n', "[2]\nx\n", "[3]"])
    with pytest.raises(BrokenJsonError):
        list(feed.values())
    assert feed.skip_line()
    with pytest.raises(BrokenJsonError):
        list(feed.values())
    assert feed.skip_line()
    assert [f.value for f in feed.values()] == ["3"]
    assert not feed.skip_line()

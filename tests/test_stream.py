"""JSON read piece by piece: the same as read at once, or one fault that names line and cure."""

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.exchange import stream as module
from whosays.exchange.stream import BrokenJsonError, JsonStream, decoded

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


def read(data):
    """Return what a stream makes of an object of lists and other values, and of anything else."""
    stream = JsonStream(decoded(io.BytesIO(data)))
    if stream.peek() != "{":
        found = stream.value()
    else:
        found = {}
        for key in stream.members():
            found[key] = [item for _, item in stream.items()] if stream.peek() == "[" else stream.value()
    stream.end()
    return found


def fault(data):
    with pytest.raises(BrokenJsonError) as caught:
        read(data)
    found = caught.value.fault("map.json")
    assert str(found).isprintable()
    return found


@settings(deadline=None)
@given(VALUES | st.dictionaries(st.text(max_size=5), VALUES, max_size=5), st.sampled_from([None, 1]), st.booleans())
def test_whatever_is_written_as_json_is_read_as_json_reads_it(value, indent, ascii_only):
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    try:
        data = text.encode()
    except UnicodeEncodeError:  # half of a character, which has no bytes
        return
    assert read(data) == json.loads(text)


@settings(deadline=None)
@given(VALUES, st.integers(1, 9))
def test_where_the_pieces_of_a_file_are_cut_changes_nothing(value, size):
    data = json.dumps({"a": [value, 12345, -0.5], "é": value}, ensure_ascii=True).encode()
    before, module.CHUNK = module.CHUNK, size
    try:
        assert read(data) == json.loads(data)
    finally:
        module.CHUNK = before


@settings(deadline=None)
@given(st.binary(max_size=40))
def test_any_bytes_are_read_as_json_reads_them_or_are_a_fault(data):
    try:
        found = read(data)
    except BrokenJsonError as error:
        told = str(error.fault("map.json")).splitlines()
    else:
        told = []
        assert found == json.loads(data.decode("utf-8-sig"))
    assert all(line.isprintable() for line in told)


def test_the_line_of_a_fault_is_that_of_an_editor():
    assert fault(b'{"a": [1,\n2,\n3 4]}').line == 3
    assert fault(b'{"a":\n\n{"b": tru}}').line == 3
    assert fault(b'{"a": "x",\n"b": "\xe9"}').line == 2
    assert fault(b"{}\n\n}").line == 3


def test_a_fault_names_the_character_of_its_line_however_the_file_is_cut(monkeypatch):
    for size in (1, 2, 7, 1000):
        monkeypatch.setattr(module, "CHUNK", size)
        assert fault(b'{"a": [1,\n  2 4]}').found.endswith(" at character 5")
        assert fault('{"é": 1,\n "ö": tru}'.encode()).found.endswith(" at character 7")
        assert fault(b'{"a": "x",\n"b": "\xe9"}').found == "byte 0xe9, which is not UTF-8, at character 7"
        assert fault(b"{}\n\n }").found == '"}" behind the end of the JSON, at character 2'


@pytest.mark.parametrize("number", ["1.5", "-0.25", "1e5", "1E+5", "-12.5e-7", "120"])
def test_a_number_is_whole_wherever_the_file_is_cut(number):
    for cut in range(len(number)):
        pieces = [f'{{"a": {number[:cut]}', f"{number[cut:]}", "}"]
        stream = JsonStream(pieces)
        assert [(key, stream.value()) for key in stream.members()] == [("a", json.loads(number))]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "the end of the file"),
        (b'{"a": [1, 2', "the end of the file"),
        (b'{"a": NaN}', "NaN, which is no number"),
        (b'{"a": [-Infinity]}', "-Infinity, which is no number"),
        (b'{"a": 1e999}', "too large"),
        (b'{"a": ' + b"9" * 5000 + b"}", "thousands of digits"),
        (b'{"a": 1, "a": 2}', 'the key "a" twice'),
        (b'{"a": {"b": 1, "b": 2}}', 'the key "b" twice'),
        (b'{"a": "\\ud800"}', "half a character"),
        (b'{"a": ["\\udc00"]}', "half a character"),
        (b'{"a": ' + b"[" * 200 + b"]" * 200 + b"}", "in one another"),
        (b'{"a": {"b": ' + b"[" * 100_000 + b"}", "in one another"),
        (b"[" * 100_000, "in one another"),
        (b"\xff\xfe{\x00", "not UTF-8"),
        (b'{"a": "\xc3', "not UTF-8"),
        (b"<html>", '"<html>" at character 1'),
    ],
)
def test_what_is_no_json_is_one_fault_that_says_so(data, found):
    if not data:
        with pytest.raises(BrokenJsonError, match=found):
            JsonStream(decoded(io.BytesIO(data))).take("{")
        return
    assert found in fault(data).found


def test_both_halves_of_a_character_make_one():
    assert read(b'{"a": "\\ud83d\\ude00"}') == {"a": "\N{GRINNING FACE}"}


def test_a_value_without_an_end_is_given_up_before_it_fills_the_memory():
    class Endless(io.BytesIO):
        taken = 0

        def read(self, size=-1):
            begin, self.taken = b"" if self.taken else b'["', self.taken + size
            return begin + b"x" * size

    file = Endless()
    with pytest.raises(BrokenJsonError, match="more than 4,000,000 characters"):
        list(JsonStream(decoded(file)).items())

    assert file.taken < 20_000_000

"""The file of accepted remarks: strict, plain in its faults, and whole or not at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spoil import place
from whosays.author.accepted import ACCEPTED, HEADER, Acceptance, accept, read_accepted
from whosays.author.linter import NAMES
from whosays.case.errors import CaseError
from whosays.case.load import MAX_BYTES, load
from whosays.case.save import save

HEAD = ",".join(HEADER) + "\n"
GOOD = Acceptance("verdict-word", "claims", "k01", "note", "The word is in a name.", "A. B.", "2025-04")


def faults(folder, data):
    """Return the faults of a file of accepted remarks; there must be some."""
    (folder / ACCEPTED).write_bytes(data if isinstance(data, bytes) else data.encode())
    with pytest.raises(CaseError) as caught:
        read_accepted(folder, NAMES)
    return caught.value.faults


def test_a_folder_without_the_file_accepts_nothing(tmp_path):
    assert read_accepted(tmp_path, NAMES) == ()


def test_what_is_accepted_is_read_back_with_commas_quotes_and_line_ends_in_the_reason(tmp_path):
    hard = Acceptance("verdict-word", "claims", "k02", "", 'He said: "yes, no"\nand then some more.')
    for new in (GOOD, hard):
        accept(tmp_path, new, NAMES)

    first, second = read_accepted(tmp_path, NAMES)
    assert (first.place, first.reason, first.who, first.on, first.line) == (
        GOOD.place,
        GOOD.reason,
        "A. B.",
        "2025-04",
        2,
    )
    assert (second.reason, second.line) == (hard.reason, 3)
    assert [file.name for file in tmp_path.iterdir()] == [ACCEPTED]


def test_a_second_reason_for_the_same_place_takes_the_place_of_the_first(tmp_path):
    accept(tmp_path, GOOD, NAMES)
    accept(tmp_path, Acceptance(*GOOD.place, "A better reason has come up."), NAMES)

    assert [row.reason for row in read_accepted(tmp_path, NAMES)] == ["A better reason has come up."]


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [
        ("verdict-wrod,claims,k01,note,It is in a name.,,", "rule", "the name of a rule"),
        (",claims,k01,note,It is in a name.,,", "rule", "a value"),
        ("verdict-word,claim,k01,note,It is in a name.,,", "table", "the name of a table"),
        ("verdict-word,claims,k01,note,It is fine.,,", "reason", "at least 5 words"),
        ("verdict-word,claims,k01,note,,,", "reason", "a value"),
        ("verdict-word,claims,k01,note,It is in a name.,,yesterday", "on", "a date as 2023"),
        ("verdict-word,claims,k01,note,It is in, a name.,,", "", "7 as in the header"),
        ("verdict-word,claims,k01,note,\x1b]0;owned\x07 and three more words,,", "reason", "printable text"),
    ],
)
def test_a_row_that_does_not_fit_names_its_place_and_cure(tmp_path, line, column, expected):
    (fault,) = faults(tmp_path, HEAD + line + "\n")

    assert place(fault) == (ACCEPTED, 2, column)
    assert fault.expected.startswith(expected)
    assert fault.remedy
    assert str(fault).isprintable()


def test_a_near_name_of_a_rule_is_offered(tmp_path):
    (fault,) = faults(tmp_path, f"{HEAD}verdict-wrod,claims,k01,note,It is in a name.,,\n")

    assert fault.remedy == 'Did you mean "verdict-word"?'


def test_the_same_place_twice_names_the_line_of_the_first(tmp_path):
    one = "verdict-word,claims,k01,note,It is in a name.,,\n"
    (fault,) = faults(tmp_path, HEAD + one + one)

    assert (fault.line, fault.found) == (3, "the same place twice")
    assert "Line 2" in fault.remedy


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"rule;table\n",
        b"\xff\xfe\x00",
        HEAD.encode() + b'"open,,,\n',
        b"x" * (MAX_BYTES + 1),
        HEAD.encode()[:-4] + b"\n",
    ],
    ids=["empty", "semicolons", "utf-16", "open quote", "too large", "a column short"],
)
def test_a_hostile_file_is_one_fault_and_no_traceback(tmp_path, data):
    (fault,) = faults(tmp_path, data)

    assert fault.file.endswith(ACCEPTED)
    assert fault.remedy


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_or_refused_with_a_place(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("any")
    (folder / ACCEPTED).write_text(HEAD + text, encoding="utf-8", newline="", errors="replace")

    rows, told = (), ()
    try:
        rows = read_accepted(folder, NAMES)
    except CaseError as error:
        told = error.faults
    assert all((fault.line or "\0" in text) and fault.expected for fault in told)  # binary data has no lines
    assert all(len(row.reason.split()) >= 5 for row in rows)


def test_every_fault_is_told_at_once(tmp_path):
    found = faults(tmp_path, f"{HEAD}verdict-wrod,claim,k01,note,No.,,soon\na,b\n")

    assert [(fault.line, fault.column) for fault in found] == [
        (2, "on"), (2, "rule"), (2, "table"), (2, "reason"), (3, ""),
    ]  # fmt: skip


def test_a_short_reason_is_refused_and_nothing_is_written(tmp_path):
    accept(tmp_path, GOOD, NAMES)
    before = (tmp_path / ACCEPTED).read_bytes()

    with pytest.raises(CaseError, match="at least 5 words"):
        accept(tmp_path, Acceptance("verdict-word", "claims", "k05", "note", "It is fine."), NAMES)
    assert (tmp_path / ACCEPTED).read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1


def test_a_save_that_fails_leaves_the_old_file_and_no_other(tmp_path, monkeypatch):
    accept(tmp_path, GOOD, NAMES)
    before = (tmp_path / ACCEPTED).read_bytes()

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        accept(tmp_path, Acceptance(*GOOD.place, "Another reason of five words."), NAMES)
    assert (tmp_path / ACCEPTED).read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1


def test_saving_the_case_keeps_what_was_accepted(folder):
    before = (folder / ACCEPTED).read_bytes()
    save(load(folder), folder)

    assert (folder / ACCEPTED).read_bytes() == before

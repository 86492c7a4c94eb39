from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.case.errors import SHOWN, CaseError, Fault, UnknownIdError, near, quoted


def fault(file="k/claims.csv", line=4, column="claim"):
    return Fault(file, line, column, '"k99"', "an id from claims.csv", 'Did you mean "k09"?')


def test_a_fault_reads_as_place_finding_expectation_and_cure():
    expected = 'k/claims.csv:4: column "claim": found "k99", expected an id from claims.csv. Did you mean "k09"?'

    assert str(fault()) == expected


def test_a_fault_of_a_whole_file_names_no_line_and_no_column():
    assert str(fault(line=0, column="")).startswith('k/claims.csv: found "k99"')


def test_a_case_error_keeps_every_fault_by_file_and_line():
    error = CaseError([fault(line=9), fault(line=10), fault(line=2), fault(file="k/article.csv", line=7)])

    assert [(f.file, f.line) for f in error.faults] == [
        ("k/article.csv", 7),
        ("k/claims.csv", 2),
        ("k/claims.csv", 9),
        ("k/claims.csv", 10),
    ]
    assert str(error).splitlines()[0] == "4 faults in the case:"
    assert len(str(error).splitlines()) == 5


def test_one_fault_is_not_called_faults():
    assert str(CaseError([fault()])).startswith("1 fault in the case:")


def test_an_unknown_id_names_the_near_one():
    error = UnknownIdError("claim in x", "k1", ["k01", "k24", "r01"])

    assert str(error) == 'There is no claim in x called "k1". Did you mean "k01"?'
    assert error.wanted == "k1"


def test_an_unknown_id_with_nothing_near_lists_what_there_is():
    assert "There are: article, beyond." in str(UnknownIdError("layer", "zzz", ["article", "beyond"]))


def test_near_lists_no_more_than_two_lines_of_words():
    assert near("zzz", [f"k{n}" for n in range(40)]).endswith("k19 ….")


def test_near_prefers_the_advice_given_to_a_list_of_words():
    assert near("zzz", ["article"], "Remove it.") == "Remove it."


def test_a_quoted_cell_shows_what_turns_the_writing_round():
    assert quoted("a\u202eb\x1b[31mc") == '"a\\u202eb\\x1b[31mc"'


def test_a_quoted_cell_leaves_accents_and_other_scripts_as_they_are():
    assert quoted("Zürich Київ e\u0301") == '"Zürich Київ e\u0301"'


def test_a_long_cell_is_quoted_short():
    assert quoted("x" * 1_000_000) == '"' + "x" * (SHOWN - 1) + '…"'


@settings(deadline=None, max_examples=200)
@given(st.text(st.characters()))
def test_a_quoted_cell_is_always_printable(cell):
    assert quoted(cell).isprintable()
    assert quoted(cell).encode("utf-8")


@settings(deadline=None, max_examples=60)
@given(st.text(), st.lists(st.text(max_size=8), max_size=20))
def test_near_never_fails_and_stays_on_one_line(wanted, known):
    sentence = near(wanted, [word for word in known if word.isprintable()])

    assert "\n" not in sentence

"""Tables where pandas is not installed: the lessons choose the same rows and cells from them."""

import sys

import pytest

from whosays.case.errors import UnknownIdError
from whosays.show.plain import Plain
from whosays.show.tables import frame

CUTS = {
    "roots": lambda table: table.head(7),
    "ledger": lambda table: table[["Who", "What", "As printed"]].tail(6),
    "standing": lambda table: table.loc[["k08", "k01"], ["standing"]],
    "bench": lambda table: table.loc[["k11"], ["Who", "Meets"]],
    "clocks": lambda table: table.loc["It happened", ["From", "What"]],
    "sources": lambda table: table,
}


@pytest.fixture
def no_pandas(monkeypatch):
    """A Python without pandas."""
    monkeypatch.setitem(sys.modules, "pandas", None)


@pytest.fixture
def plain(case, no_pandas):  # noqa: ARG001 - it takes pandas away
    return {name: cut(frame(case, name)) for name, cut in CUTS.items()}


@pytest.mark.parametrize("name", CUTS)
def test_without_pandas_a_lesson_sees_the_same_cells(name, plain, case, monkeypatch):
    monkeypatch.undo()
    full = CUTS[name](frame(case, name)).reset_index()

    assert list(plain[name].heads) == full.columns.tolist()
    assert [list(row) for row in plain[name].rows] == full.astype("object").where(
        full.notna(), None
    ).to_numpy().tolist()


def test_what_a_plain_table_cannot_do_is_said_in_plain_words(plain):
    with pytest.raises(AttributeError, match=r"'groupby' wants pandas"):
        plain["roots"].groupby("answers")
    with pytest.raises(UnknownIdError, match="Did you mean"):
        plain["roots"][["mention"]]
    with pytest.raises(UnknownIdError, match="row"):
        plain["roots"].loc["k999"]


def test_the_cells_of_a_plain_table_are_text_and_never_markup():
    table = Plain(("claim", "gist"), (("k01", "<script>"), ("k02", None)))

    assert "<script>" not in table._repr_html_()
    assert repr(table) == "claim  gist\nk01    <script>\nk02"

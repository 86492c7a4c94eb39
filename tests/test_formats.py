"""Whatever a case holds, each format writes it or says in words that it left it out."""

import re

import pytest

from whosays.case.load import load
from whosays.case.save import row_cells
from whosays.case.schema import schema
from whosays.case.table import Grid, case_of
from whosays.exchange.export import export_pieces
from whosays.exchange.format import Wish
from whosays.exchange.formats import written
from whosays.exchange.left import Left

POND = load("practice-pond-2025")
JUDGED = {"claim": "k01", "source": "s01", "document": "o01", "rating": "Mostly so", "layer": "beyond"}
MENDED = {"mended": "2025-06-01", "table": "claims", "row": "k02", "was": "A frog.", "now": "Frogs."}
WORDS = {
    "claims": "proposition",
    "sources": "name",
    "documents": "title",
    "statements": "gist",
    "assessments": "rating",
}
MARK = "zz1"


def rows():
    """Return the rows of a case with rows in every table, by table and column."""
    found = {
        name: [dict(zip(table.header, row_cells(POND, table, row), strict=True)) for row in POND.rows(name)]
        for name, table in schema().items()
    }
    found["assessments"] = [{"id": f"j0{n}", **JUDGED, "claim": f"k0{n}"} for n in (1, 2)]
    found["corrections"] = [{"id": "c01", **MENDED}]
    return found


def _cells(header, given):
    return [tuple(row.get(column, "") for column in header) for row in given]


def told(given, to):
    """Return what a format writes of rows, and how many things it says it left out."""
    grids = {
        name: Grid(f"{name}.csv", tuple(table.header), tuple(enumerate(_cells(table.header, given[name]), 2)))
        for name, table in schema().items()
    }
    case, _ = case_of("pond", "", grids, POND.text)
    left = Left(to)
    text = "".join(export_pieces(case, to, left, Wish()))
    counts = [int(number[0].replace(",", "")) for s in left.sentences() if (number := re.match(r"[\d,]+", s))]
    assert len(counts) == len(left.sentences())
    return text, sum(counts)


@pytest.fixture(scope="module")
def before():
    assert all(rows().values())
    return {to: told(rows(), to) for to in written()}


@pytest.mark.parametrize("to", written())
@pytest.mark.parametrize("table", [name for name in schema() if name != "article"])
def test_a_row_more_of_any_table_is_written_or_counted(before, table, to):
    more = rows()
    word = {WORDS[table]: MARK} if table in WORDS else {}
    more[table].append(more[table][-1] | {"id": MARK} | word)

    text, count = told(more, to)
    assert MARK in text or count > before[to][1]
    assert MARK not in before[to][0]


@pytest.mark.parametrize("to", ["aif", "argdown", "webannotation"])  # in which rows keep their ids
def test_as_many_things_are_counted_as_rows_are_missing(before, to):
    text, count = before[to]
    there = set(re.findall(r"[\w-]+", text))
    missing = [
        row["id"]
        for table, some in rows().items()
        for row in some
        if table != "article" and row["id"] not in there and row.get(WORDS.get(table), MARK) not in text
    ]
    assert len(missing) <= count


@pytest.mark.parametrize("to", written())
def test_words_in_another_language_are_counted(to):
    left = Left(to)
    "".join(export_pieces(POND, to, left, Wish()))
    count = sum(bool(text) for table in POND.translations.values() for one in table.values() for text in one.values())

    assert any(s.startswith(f"{count:,} texts in other languages have no place in ") for s in left.sentences())

from dataclasses import replace

import pandas as pd
import pytest

from whosays.case.cell import text_of
from whosays.case.errors import UnknownIdError
from whosays.case.schema import TABLES, schema
from whosays.show.tables import frame

ANSWERS = ("mentions", "answers", "roots", "prominence")
TIMES = {
    "k01": 4, "k02": 4, "k03": 4, "k04": 1, "k05": 1, "k06": 1, "k07": 3, "k08": 1, "k09": 4, "k10": 4,
    "k11": 2, "k12": 1, "k13": 1, "k14": 1, "k15": 1, "k16": 1, "k17": 1, "k18": 1, "k19": 1, "k20": 2,
    "k21": 2, "k22": 1, "k23": 1, "k24": 1,
    "r01": 1, "r02": 1, "r03a": 1, "r03": 1, "r04": 1,
}  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_rows_and_columns_of_its_file(case, table):
    shown = frame(case, table, "beyond")

    assert [shown.index.name, *shown.columns] == schema()[table].header
    assert list(shown.index) == [row.id for row in case.rows(table)]


@pytest.mark.parametrize("table", TABLES)
def test_blank_stays_blank_and_never_becomes_not_a_number(case, table):
    shown = frame(case, table, "beyond")

    for column in schema()[table].columns[1:]:
        if column.type == "integer":
            assert shown[column.name].dtype == "Int64"
        elif column.type == "number":
            assert shown[column.name].dtype == "Float64"
        else:
            texts = [text_of(getattr(row, column.attribute)) for row in case.rows(table)]
            assert shown[column.name].tolist() == texts


def test_the_article_layer_leaves_out_the_rows_from_beyond(case):
    assert len(frame(case, "statements")) == 49
    assert len(frame(case, "sources")) == 12
    assert len(frame(case, "claims")) == 29
    assert set(frame(case, "relations")["layer"]) == {"article"}


def test_documents_are_shown_in_both_layers(case):
    assert len(frame(case, "documents")) == len(case.documents)


def test_every_claim_is_mentioned_as_often_as_it_is_stated(case):
    assert frame(case, "mentions").groupby(level=0, sort=False).size().to_dict() == TIMES
    assert frame(case, "roots")["mentions"].to_dict() == TIMES


def test_the_number_of_dead_has_four_mentions_three_voices_one_root_and_four_answers(case):
    row = frame(case, "roots").loc["k01"]

    assert row[["mentions", "voices", "roots", "answers", "roots_of_answers"]].tolist() == [4, 3, 1, 4, 4]


def test_an_answer_says_where_it_stands_and_what_it_meets_of_the_place(case):
    row = frame(case, "answers").loc["k01"].iloc[0]

    assert row["first_word"] == 155
    assert row["source"] == "s06"
    assert "p03s1" in row.tolist()
    assert "does not" in row.tolist()
    assert "p03s1" in {row[name] for name in row.index if "place" in name or "passage" in name}


def test_the_room_given_to_the_number_is_counted_in_words(case):
    row = frame(case, "prominence").loc["k01"]

    assert (row["first_word"], row["answer_first_word"]) == (1, 155)
    assert (row["words"], row["answer_words"]) == (19 + 48 + 24 + 29, 50)
    assert bool(row["in_headline"])
    assert (row["quoted_words"], row["answer_quoted_words"]) == (22, 0)


def test_whole_numbers_are_whole_numbers_even_where_some_are_missing(case):
    assert frame(case, "mentions", "beyond")["first_word"].dtype == "Int64"
    assert frame(case, "answers", "beyond")["first_word"].dtype == "Int64"
    assert frame(case, "prominence")["answer_first_word"].dtype == "Int64"


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_has_the_same_columns_in_both_layers(case, name):
    assert list(frame(case, name).columns) == list(frame(case, name, "beyond").columns)
    assert frame(case, name).index.name == "claim"


@pytest.mark.parametrize("name", ANSWERS)
def test_a_case_in_which_nobody_answers_has_empty_answers_and_no_error(case, name):
    silent = replace(case, relations=())

    assert isinstance(frame(silent, name), pd.DataFrame)
    assert list(frame(silent, name).columns) == list(frame(case, name).columns)


def test_an_unknown_table_names_the_near_one(case):
    with pytest.raises(UnknownIdError, match=r'no table or answer called "claim"\. Did you mean "claims"\?'):
        frame(case, "claim")


@pytest.mark.parametrize("name", [*ANSWERS, "statements"])
def test_the_same_case_gives_the_same_frame(case, name):
    pd.testing.assert_frame_equal(frame(case, name), frame(case, name))


def test_the_standing_of_every_claim_is_a_table(case):
    shown = frame(case, "standing", "beyond")

    assert shown.loc["k01", ["standing", "roots"]].tolist() == ["answered", "s01"]
    assert shown.loc["k04", "standing"] == "answered"


def test_the_bench_has_one_row_an_answer(case):
    assert len(frame(case, "bench").loc["k01"]) == 4
    assert frame(case, "bench").loc["k01", "Leaves open"].tolist()[2] == "date; in part: place"


@pytest.mark.parametrize(
    ("name", "column", "index", "value"),
    [
        ("losses", "Claims that rest on it alone", "Russian Defence Ministry", "9"),
        ("losses", "Claims whose word changes without it", "A Finnish reporter", "4"),
        ("space", "Words", "Paragraph 3", "9"),
        ("verbs", "Verb", "Paragraph 3", "denied"),
        ("hedges", "Side", "Paragraph 1", "Nobody named"),
        ("phrases", "Phrase", "Paragraph 4", ["retaliatory", "deployment points"]),
        ("named", "Statements", "A Finnish reporter", "2"),
    ],
)
def test_the_table_behind_a_view_is_a_frame(case, name, column, index, value):
    cell = frame(case, name).loc[index, column]

    assert (cell.tolist() if isinstance(value, list) else cell) == value


def test_the_ledger_and_the_clocks_hold_every_figure_and_date_of_the_layer(case):
    assert len(frame(case, "ledger")) == sum(f.layer == "article" and bool(f.statement) for f in case.figures)
    assert len(frame(case, "clocks", "beyond")) > len(frame(case, "clocks"))


@pytest.mark.parametrize("name", ["bench", "roots", "answers"])
def test_the_rows_of_one_claim_are_those_of_the_whole_table_and_may_be_none(case, name):
    whole = frame(case, name)

    for claim in ("k01", "k03"):
        pd.testing.assert_frame_equal(
            frame(case, name, claim=claim), whole[whole.index == claim], check_index_type=False
        )
    assert list(frame(case, "bench", claim="k99").columns) == list(frame(case, "bench").columns)
    assert len(frame(case, "bench", claim="k99")) == 0

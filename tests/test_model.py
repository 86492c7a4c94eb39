from dataclasses import FrozenInstanceError
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.case.errors import UnknownIdError
from whosays.case.model import RECORDS, Date

DAYS = st.dates(date(1000, 1, 1), date(9999, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-01-08", date(2023, 1, 8), date(2023, 1, 8)),
        ("2023-01-07/2023-01-08", date(2023, 1, 7), date(2023, 1, 8)),
        ("2022-12/2023", date(2022, 12, 1), date(2023, 12, 31)),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(text, first, last):
    parsed = Date.parse(text)

    assert (parsed.first, parsed.last, str(parsed)) == (first, last, text)


@pytest.mark.parametrize(
    "text",
    [
        "31.02.2023", "2023-02-31", "2023-13", "2023-00", "0000", "23", "2023-1-8", "2023/", "/2023", "-2023", "",
        "2023-01-08T12:00", "2023-01-08/2023-01-07", "2023-01-01/2023-01-02/2023-01-03", " 2023", "2023 ",
        "\uff12\uff10\uff12\uff13", "2023-01-0\u0668",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        Date.parse(text)


def test_the_last_month_of_the_calendar_is_a_date_or_is_refused():
    assert Date.parse("9999-12").last == date(9999, 12, 31)


@settings(deadline=None, max_examples=100)
@given(DAYS)
def test_every_day_there_is_can_be_parsed_and_written_back(day):
    parsed = Date.parse(day.isoformat())

    assert (parsed.first, parsed.last, str(parsed)) == (day, day, day.isoformat())


@settings(deadline=None, max_examples=100)
@given(DAYS)
def test_a_month_ends_on_the_day_before_the_next_one(day):
    try:
        parsed = Date.parse(day.isoformat()[:7])
    except OverflowError:  # the last month of the calendar has a test of its own
        return

    assert parsed.first == day.replace(day=1)
    assert parsed.last.month == day.month
    assert parsed.last == date.max or (parsed.last + timedelta(days=1)).day == 1


@settings(deadline=None, max_examples=100)
@given(DAYS, DAYS)
def test_an_interval_runs_forwards_or_is_refused(one, other):
    text = f"{one}/{other}"

    if one > other:
        with pytest.raises(ValueError, match="ends before it begins"):
            Date.parse(text)
    else:
        assert (Date.parse(text).first, Date.parse(text).last) == (one, other)


@settings(deadline=None, max_examples=100)
@given(st.one_of(st.text(max_size=12), st.from_regex(r"[0-9]{1,5}(-[0-9]{1,3}){0,3}(/[0-9-]*)?", fullmatch=True)))
def test_whatever_is_typed_is_a_date_or_a_value_error(text):
    try:
        parsed = Date.parse(text)
    except ValueError:
        return

    assert parsed.first <= parsed.last
    assert str(parsed) == text


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_cannot_be_changed_once_it_is_read(name, case):
    for row in case.rows(name)[:1]:
        with pytest.raises(FrozenInstanceError):
            row.id = "other"


def test_the_rows_of_every_table_can_be_asked_for(case):
    assert case.rows("article") == (case.article,)
    assert case.rows("claims") is case.claims


def test_an_unknown_table_names_the_near_one(case):
    with pytest.raises(UnknownIdError, match=r'called "claim"\. Did you mean "claims"\?'):
        case.rows("claim")


def test_an_unknown_claim_names_the_near_one(case):
    with pytest.raises(UnknownIdError, match=r'claim in kramatorsk-2023 called "k1"\. Did you mean "k\d+"\?'):
        case.claim("k1")


def test_a_claim_is_found_by_its_id(case):
    assert case.claim("k01").kind == "toll"


def test_a_statement_carries_its_main_claim_first(case):
    assert case.statement_by_id["h-3"].claims == ("k09", "k10")


def test_a_relation_leaves_out_the_aspects_that_are_not_at_issue(case):
    relation = next(r for r in case.relations if r.id == "e03")

    assert relation.meets == {"place": "partly", "date": "does not", "target": "meets"}

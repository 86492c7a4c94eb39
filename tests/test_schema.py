import json
import re
from dataclasses import fields
from importlib.resources import files

import pytest

from whosays.case.cell import parse
from whosays.case.model import RECORDS
from whosays.case.schema import ADDRESS, ID, TABLES, Column, schema

TYPES = {"id", "ids", "text", "choice", "integer", "number", "date", "address", "addresses"}
COLUMNS = [(table, column) for table in schema().values() for column in table.columns]


def named(pair):
    return f"{pair[0].name}.{pair[1].name}"


def test_every_schema_file_is_a_table_and_every_table_has_one():
    held = {entry.name for entry in (files("whosays.case") / "schema").iterdir() if entry.name.endswith(".json")}

    assert held == {f"{name}.json" for name in TABLES}
    assert tuple(schema()) == TABLES
    assert all(name == table.name for name, table in schema().items())


@pytest.mark.parametrize("name", TABLES)
def test_the_columns_of_a_table_are_the_fields_of_its_record(name):
    columns = [column.attribute for column in schema()[name].columns]

    assert columns == [field.name for field in fields(RECORDS[name])]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_begins_with_its_id_and_ends_with_a_note(name):
    assert schema()[name].header[0] == "id"
    assert schema()[name].header[-1] == "note"
    assert schema()[name].columns[0].required


@pytest.mark.parametrize("pair", COLUMNS, ids=named)
def test_a_column_is_described_and_of_a_known_type(pair):
    _, column = pair

    assert column.type in TYPES
    assert column.description.endswith(".")
    assert bool(column.values) == (column.type == "choice")
    assert not column.unit or column.type in {"integer", "number"}
    assert set(column.refers.split()) <= set(TABLES)
    assert not column.refers or column.type in {"id", "ids"}
    re.compile(column.pattern)


@pytest.mark.parametrize("pair", COLUMNS, ids=named)
def test_a_column_that_may_be_blank_stays_blank(pair):
    _, column = pair

    if not column.required:
        assert parse(column, "") in {"", (), None}


def test_a_key_that_no_column_knows_is_refused():
    with pytest.raises(TypeError):
        Column(name="id", type="id", description="x", requird=True)


def test_the_schema_is_read_from_json_and_from_nothing_else():
    raw = json.loads((files("whosays.case") / "schema" / "claims.json").read_text(encoding="utf-8"))

    assert [column["name"] for column in raw["columns"]] == schema()["claims"].header


@pytest.mark.parametrize("text", ["k01", "p05-1", "bne-2023-01-09", "r03a"])
def test_an_id_of_lower_case_letters_and_digits_is_one(text):
    assert ID.fullmatch(text)


@pytest.mark.parametrize("text", ["", "K01", "1k", "k 01", "k01-", "k_1", "k01\n", "kö1", "k\u0661"])
def test_anything_else_is_no_id(text):
    assert not ID.fullmatch(text)


@pytest.mark.parametrize("text", ["javascript:alert(1)", "ftp://x", "https://", "https://x y", 'https://x"on', "//x"])
def test_only_a_web_address_is_an_address(text):
    assert not ADDRESS.fullmatch(text)

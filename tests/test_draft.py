"""A case in the making: steps, faults in place, undo, and files that are whole at every moment."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spoil import write
from whosays.author.begin import begin, open_draft
from whosays.author.draft import Draft
from whosays.author.history import State
from whosays.author.suggest import Suggestion
from whosays.case import save as saving
from whosays.case.errors import CaseError, UnknownIdError
from whosays.case.load import load
from whosays.case.save import texts_of
from whosays.case.schema import TABLES, schema

TEXT = """The pond is empty

By the Lantern newsroom, 9 April 2025

The town says 400 frogs were moved. A visitor says she saw none.
"""


@pytest.fixture
def draft(tmp_path):
    return begin(tmp_path / "pond", TEXT, outlet="The Lantern", published="2025-04-09")


def held(folder):
    return {path.name: path.read_text(encoding="utf-8") for path in Path(folder).iterdir()}


def test_a_new_draft_has_the_passages_and_no_word_of_the_text(draft):
    assert [row["id"] for row in draft.rows("passages")] == ["h", "b", "p01s1", "p01s2"]
    assert draft.row("article", "pond")["words"] == str(len(TEXT.split()))
    assert not any("frogs were moved" in text for text in held(draft.folder).values())


def test_a_new_draft_lists_what_is_missing_as_faults_of_its_rows(draft):
    assert {fault.column for fault in draft.faults_of("passages", "p01s1")} == {"gist"}
    assert {fault.column for fault in draft.faults_of("article", "pond")} == {"address", "title", "content_note"}

    draft.put("passages", "p01s1", gist="The town gives a number.")

    assert draft.faults_of("passages", "p01s1") == []


def test_a_draft_is_not_begun_where_a_case_is_already(folder):
    before = held(folder)
    with pytest.raises(CaseError, match="folder without a case"):
        begin(folder, TEXT)

    assert held(folder) == before


def test_every_change_stands_in_the_files_at_once(draft):
    source = draft.add("sources", name="Town hall", label="the town hall", kind="government", named="institution")

    assert "s01,Town hall,the town hall" in held(draft.folder)["sources.csv"]
    draft.put("sources", source, layer="article")
    assert open_draft(draft.folder).row("sources", "s01")["layer"] == "article"
    draft.remove("sources", source)
    assert held(draft.folder)["sources.csv"].count("\n") == 1


def test_a_shipped_case_opens_as_a_draft_without_fault_and_saves_the_same_bytes(folder):
    before = held(folder)
    draft = open_draft(folder)
    assert draft.faults == ()

    draft.save()

    after = held(folder)
    tables = {name: text for name, text in texts_of(load(folder)).items() if name.endswith(".csv")}
    assert after.items() >= tables.items()
    assert {n: t for n, t in after.items() if n.endswith(".csv")} == {
        n: t for n, t in before.items() if n.endswith(".csv")
    }
    kept = (json.loads(files["datapackage.json"])["contributors"] for files in (before, after))
    assert next(kept) == next(kept)


def test_faults_have_the_line_that_an_editor_shows_even_after_cells_with_line_breaks(folder):
    draft = open_draft(folder)
    draft.put("sources", "s01", note="one\ntwo\r\nthree")
    draft.put("sources", "s03", kind="broadcast")

    with pytest.raises(CaseError) as caught:
        load(folder)
    assert draft.faults == caught.value.faults
    assert draft.faults_of("sources", "s03") == list(caught.value.faults)


def test_many_rows_are_added_in_one_step(draft):
    assert draft.add_all("sources", [{"name": "One"}, {"name": "Two", "id": "s07"}, {"name": "Three"}]) == [
        "s01",
        "s07",
        "s02",
    ]
    assert [row["name"] for row in draft.rows("sources")] == ["One", "Two", "Three"]

    assert draft.undo() == "added 3 rows to sources"
    assert draft.rows("sources") == []


def test_undo_takes_back_one_step_after_the_other_and_redo_takes_them_again(draft):
    states = [held(draft.folder)]
    draft.add("claims", role="claim", question="How many?")
    states.append(held(draft.folder))
    draft.put("claims", "k01", subject="the number", kind="head count")
    states.append(held(draft.folder))

    assert draft.undo() == "changed subject, kind of k01 in claims"
    assert held(draft.folder) == states[1]
    assert draft.undo() == "added k01 to claims"
    assert held(draft.folder) == states[0]
    assert draft.undo() == ""
    assert (draft.redo(), draft.redo(), draft.redo()) == (
        "added k01 to claims",
        "changed subject, kind of k01 in claims",
        "",
    )
    assert held(draft.folder) == states[2]


def test_a_new_step_forgets_what_was_undone(draft):
    draft.add("slips", what="One.")
    draft.undo()
    draft.add("slips", what="Another.")

    assert draft.redo() == ""
    assert draft.rows("slips")[0]["what"] == "Another."


def test_filling_a_cell_with_what_it_holds_is_no_step(draft):
    draft.put("article", "pond", outlet="The Lantern")

    assert draft.undo() == ""


@pytest.mark.parametrize(
    ("table", "cells", "expected"),
    [
        ("sources", {}, "s01"),
        ("claims", {"role": "claim"}, "k01"),
        ("claims", {"role": "answer"}, "r01"),
        ("claims", {"layer": "beyond"}, "b01"),
        ("statements", {"passage": "p01s2"}, "p01-1"),
        ("statements", {"passage": "h"}, "h-1"),
        ("statements", {"document": "o04"}, "o04-1"),
        ("relations", {}, "e01"),
        ("wording", {}, "wd01"),
    ],
)
def test_a_new_row_is_numbered_as_in_the_shipped_cases(draft, table, cells, expected):
    assert draft.add(table, **cells) == expected
    assert draft.add(table, **cells) != expected


def test_a_new_id_is_followed_wherever_the_old_one_is_named(folder):
    draft = open_draft(folder)
    draft.put("claims", "k01", id="k99")
    draft.put("sources", "s01", id="s99")
    draft.put("figures", "f10", id="f99")

    assert draft.faults == ()
    assert "pays:s99" not in {row["ties"] for row in draft.rows("sources")} or draft.row("sources", "s99")
    assert any(row["speaks_for"] == "s99" for row in draft.rows("sources"))
    assert any("k99" in (row["claim"], row["also"]) for row in draft.rows("statements"))
    assert any("f99" in row["derived"] for row in draft.rows("figures"))


def test_an_unknown_table_row_column_or_suggestion_is_named_with_the_near_ones(draft):
    for call in (
        lambda: draft.rows("claim"),
        lambda: draft.row("passages", "p01s3"),
        lambda: draft.put("passages", "p01s1", gists="x"),
        lambda: draft.add("sauces"),
    ):
        with pytest.raises(UnknownIdError, match="Did you mean"):
            call()
    with pytest.raises(UnknownIdError, match="suggestion"):
        draft.set_aside("g999")


def test_a_step_that_cannot_be_saved_has_not_happened(draft, monkeypatch):
    before, rows = held(draft.folder), draft.rows("claims")

    def full(*_args):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(saving.os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            draft.add("claims", role="claim")

    assert draft.rows("claims") == rows
    assert held(draft.folder) == before
    assert draft.undo() == ""


def test_a_row_with_a_cell_too_many_cannot_be_opened_as_a_draft_and_is_left_alone(folder):
    write(folder, "slips", [schema()["slips"].header, ["x01", "p01s1"]])
    before = held(folder)

    with pytest.raises(CaseError, match="2 cells"):
        open_draft(folder)
    assert held(folder) == before


def found(kind, phrase, reading=""):
    return Suggestion("g001", "p01s1", kind, 9, len(phrase.split()), phrase, reading)


@pytest.mark.parametrize(
    ("suggestion", "table", "expected"),
    [
        (
            found("source", "The town"),
            "sources",
            {"name": "The town", "name_as_printed": "The town", "layer": "article"},
        ),
        (
            found("number", "400", "exactly|400|frogs"),
            "figures",
            {"qualifier": "exactly", "value": "400", "unit": "frogs", "word": "9"},
        ),
        (found("cue", "says", "neutral"), "wording", {"phrase": "says", "kind": "cue", "passage": "p01s1"}),
        (found("hedge", "reportedly"), "wording", {"phrase": "reportedly", "kind": "hedge"}),
    ],
)
def test_a_suggestion_becomes_a_row_only_when_a_person_confirms_it(draft, suggestion, table, expected):
    draft = Draft(draft.folder, State("begun", draft.state.cells, (suggestion,)), copy=TEXT)
    assert draft.rows(table) == []

    row = draft.confirm("g001", note="mine")

    assert draft.row(table, row).items() >= (expected | {"note": "mine"}).items()
    assert open_draft(draft.folder).state.suggestions[0].became == row
    draft.undo()
    assert draft.rows(table) == []
    assert draft.state.suggestions[0].became == ""


def test_a_date_or_a_quotation_has_no_table_and_is_set_aside(draft):
    draft = Draft(draft.folder, State("begun", draft.state.cells, (found("date", "9 April 2025"),)))
    with pytest.raises(UnknownIdError, match="table for a suggestion"):
        draft.confirm("g001")

    draft.set_aside("g001")

    assert open_draft(draft.folder).state.suggestions[0].became == "aside"


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(TABLES), st.sampled_from(["add", "put", "remove", "undo", "redo"]), st.text(
    st.characters(exclude_categories=("Cs",)), max_size=12)), max_size=12))  # fmt: skip
def test_whatever_is_done_the_files_hold_what_the_draft_holds_and_undo_leads_back(tmp_path, monkeypatch, steps):
    monkeypatch.setattr(saving.os, "fsync", lambda _file: None)
    folder = tmp_path / "any"
    for path in folder.glob("*"):
        path.unlink()
    draft = begin(folder, TEXT)
    start = held(folder)
    for table, action, text in steps:
        rows = draft.rows(table)
        if action == "add":
            draft.add(table, note=text)
        elif action == "put" and rows:
            draft.put(table, rows[-1]["id"], note=text)
        elif action == "remove" and rows:
            draft.remove(table, rows[-1]["id"])
        elif action in {"undo", "redo"}:
            getattr(draft, action)()
        assert open_draft(folder).state.cells == draft.state.cells
    while draft.undo():
        pass
    assert held(folder) == start

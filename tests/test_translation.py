"""The words of a case in other languages: columns such as gist:uk."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spoil import rows, write
from whosays.analysis.ledger import derived, groups
from whosays.analysis.trace import Trace
from whosays.analysis.wording import wording
from whosays.author.begin import open_draft
from whosays.author.difference import difference
from whosays.author.imported import import_case
from whosays.author.workbook import write_workbook
from whosays.case.errors import CaseError
from whosays.case.load import load
from whosays.case.model import LAYERS
from whosays.case.save import save, tables_of, texts_of
from whosays.case.schema import schema
from whosays.case.translation import PERCENT
from whosays.show.standing import standings

WORDS = [(table.name, c) for table in schema().values() for c in table.columns if c.translatable]
TAGS = ("uk", "de", "de-AT", "zh-Hant", "sr-Latn-RS", "es-419")


def bracketed(row, column, tag):
    """Return a cell as if translated: what is the same stays the same, what differs differs."""
    text = getattr(row, column.name)
    if column.name == "options":
        return " | ".join(f"[{tag} {option}]" for option in row.choices)
    return "%" if text in PERCENT else f"[{tag} {text}]"


def needs(row, column):
    return getattr(row, column.name) and not (column.name == "range" and row.bounds)


def wholly(case, tag):
    """Return a case with every cell of words given in a language."""
    found = {name: dict(columns) for name, columns in case.translations.items()}
    for table, column in WORDS:
        texts = {row.id: bracketed(row, column, tag) for row in case.rows(table) if needs(row, column)}
        found.setdefault(table, {})[f"{column.name}:{tag}"] = texts
    return replace(case, translations=found)


def column(folder, table, name, cells):
    """Put a column at the end of a table, blank where no cell is given."""
    first, *others = rows(folder, table)
    write(folder, table, [[*first, name], *([*row, cells.get(row[0], "")] for row in others)])


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.tuples(st.sampled_from(range(len(WORDS))), st.sampled_from(TAGS)), max_size=12), st.data())
def test_any_columns_for_languages_come_back_from_saving_as_they_were(case, tmp_path, chosen, data):
    found = {}
    for at, tag in sorted(chosen):
        table, words = WORDS[at]
        kept = [r for r in case.rows(table) if needs(r, words) and (words.family or data.draw(st.booleans()))]
        texts = {row.id: bracketed(row, words, tag) for row in kept}
        found.setdefault(table, {})[f"{words.name}:{tag}"] = texts
        for name, family in WORDS:
            if words.family and family.family == words.family:
                whole = {r.id: bracketed(r, family, tag) for r in case.rows(name) if getattr(r, family.name)}
                found.setdefault(name, {})[f"{family.name}:{tag}"] = whole
    told = replace(case, translations=found)
    again = load(save(told, tmp_path / case.id))

    assert replace(again, folder=told.folder) == told
    assert texts_of(again) == texts_of(told)


def test_a_case_reads_in_another_language_cell_by_cell_and_else_as_it_stands(case):
    told = replace(case, translations={"passages": {"gist:de": {"h": "Kurz gesagt."}, "gist:de-AT": {"h": " "}}})
    read = told.in_language("de-AT")

    assert read.passage_by_id["h"].gist == "Kurz gesagt."
    assert read.passages[1:] == case.passages[1:]
    assert told.in_language("DE") == read
    assert told.passage_by_id["h"] == case.passage_by_id["h"], "the case itself is not changed"


@pytest.mark.parametrize("language", ["fr", "en", "en-GB", "x", ""])
def test_a_case_in_its_own_language_or_one_nobody_has_given_is_the_case_itself(case, language):
    told = wholly(case, "uk")

    assert told.in_language(language) is told


def test_no_answer_changes_with_the_language(case):
    told = wholly(case, "uk")
    read = told.in_language("uk")

    assert read.claims != told.claims
    for layer in LAYERS:
        assert answers(read, layer) == answers(told, layer)


def answers(case, layer):
    trace = Trace(case, layer)
    return (
        {claim: (found["standing"], found["roots"]) for claim, found in standings(case, layer).items()},
        [[figure.id for entry in group.entries for figure in entry.figures] for group in groups(trace)],
        [(found.figure.id, found.fits) for found in derived(trace)],
        [(words.side.kind, len(words.cues)) for words in wording(trace)],
    )


def test_the_languages_of_a_case_say_how_much_is_there(case):
    told = wholly(case, "uk")
    given, needed = told.languages["uk"]
    told.translations["passages"]["gist:uk"].popitem()

    assert case.languages == {}
    assert given == needed > len(case.passages)
    assert replace(told, text="").languages == {"uk": (needed - 1, needed)}


def test_the_key_of_a_question_follows_its_options(case):
    asked = next(q for q in case.questions if q.kind == "choose one" and q.answer)
    read = wholly(case, "uk").in_language("uk")
    its = next(q for q in read.questions if q.id == asked.id)

    assert its.choices.index(its.answer) == asked.choices.index(asked.answer)
    assert its.answer != asked.answer


def test_every_fault_of_the_columns_for_languages_is_named_at_once(folder):
    for name in ("gist:UK", "gsit:uk", "anchor:uk", "first_word:uk", "gist:english", "gist:de", "gist:de"):
        column(folder, "passages", name, {})
    with pytest.raises(CaseError) as error:
        load(folder)

    said = {fault.column: str(fault) for fault in error.value.faults}
    assert 'the language "UK"' in said["gist:UK"]
    assert "Write gist:uk." in said["gist:UK"]
    assert 'Did you mean "gist"?' in said["gsit:uk"]
    assert "holds no words of the case" in said["anchor:uk"]
    assert "one of gist" in said["first_word:uk"]
    assert "as uk, de-AT or zh-Hant" in said["gist:english"]
    assert "the column twice" in said["gist:de"]
    assert all(fault.line == 1 for fault in error.value.faults)


@pytest.mark.parametrize(
    ("table", "name", "cells", "line", "expected"),
    [
        ("passages", "gist:en", {}, 1, "found the case's own language"),
        ("questions", "options:uk", {"{choose one}": "так | ні | так"}, 0, "each once"),
        ("questions", "options:uk", {"{write}": "так | ні"}, 0, "nothing that it could translate"),
        ("questions", "range:uk", {"{number}": "1..9"}, 0, "Numbers are the same"),
        ("claims", "topic:uk", {"{first}": "Тема"}, 0, "translate both alike"),
        ("figures", "unit:uk", {"{percent}": "відсоток"}, 0, 'expected "%"'),
    ],
)
def test_a_text_that_does_not_fit_what_it_translates_is_a_fault(folder, case, table, name, cells, line, expected):
    ids = {
        "{choose one}": next(q.id for q in case.questions if q.kind == "choose one"),
        "{write}": next(q.id for q in case.questions if q.kind == "write"),
        "{number}": next(q.id for q in case.questions if q.bounds),
        "{first}": case.claims[0].id,
        "{percent}": next(f.id for f in case.figures if f.unit in PERCENT),
    }
    column(folder, table, name, {ids[key]: text for key, text in cells.items()})
    with pytest.raises(CaseError) as error:
        load(folder)

    own = [fault for fault in error.value.faults if fault.column == name]
    assert any(expected in str(fault) for fault in own), error.value
    assert all(fault.line == line if line else fault.line > 1 for fault in own)


def test_two_words_that_differ_may_not_become_one(folder, case):
    topics = {claim.topic for claim in case.claims}
    column(folder, "claims", "topic:uk", dict.fromkeys((claim.id for claim in case.claims), "Подія"))
    with pytest.raises(CaseError) as error:
        load(folder)

    assert len(topics) > 1
    assert "what differs in the case must differ here as well" in str(error.value)


def test_a_draft_keeps_adds_and_takes_back_columns_for_languages(folder):
    column(folder, "passages", "gist:de", {"h": "Kurz gesagt."})
    draft = open_draft(folder)
    draft.put("passages", "h", gist="Said anew.")
    draft.put("passages", "h", **{"gist:uk": "Коротко."})
    draft.put("passages", "h", id="h-1")
    read = load(folder)

    assert draft.faults == ()
    assert rows(folder, "passages")[0][7:11] == ["gist", "gist:de", "gist:uk", "anchor"]
    assert read.in_language("de").passages[0].gist == "Kurz gesagt."
    assert read.in_language("uk").passages[0].gist == "Коротко."
    assert read.passages[0].gist == "Said anew."
    draft.undo()
    draft.undo()
    assert set(load(folder).languages) == {"de"}


def test_a_workbook_and_csv_files_bring_columns_for_languages_back(case, tmp_path):
    told = wholly(wholly(case, "uk"), "de")
    folder = save(told, tmp_path / "told" / case.id)
    book = write_workbook(folder, tmp_path / "case.xlsx")

    for source in (book, folder):
        brought = import_case(source, tmp_path / source.stem / case.id)
        assert brought.faults == ()
        assert replace(load(brought.folder), folder=told.folder) == told
    header = tables_of(told)["claims"].header
    assert header[header.index("question") :][:3] == ["question", "question:de", "question:uk"]


def test_the_difference_of_two_states_names_the_text_that_was_changed(case):
    old = wholly(case, "uk")
    texts = {**old.translations["passages"]["gist:uk"], "h": "Інакше."}
    new = replace(old, translations={**old.translations, "passages": {"gist:uk": texts}})
    found = difference(old, new)

    assert [(c.kind, c.table, c.row, c.column, c.after) for c in found.changes] == [
        ("changed", "passages", "h", "gist:uk", "Інакше.")
    ]
    assert not found.effects


def test_frictionless_finds_a_case_in_three_languages_valid(case, tmp_path):
    frictionless = pytest.importorskip("frictionless")
    folder = save(wholly(wholly(case, "uk"), "zh-Hant"), tmp_path / case.id)
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    named = [field["name"] for field in package["resources"][1]["schema"]["fields"]]

    assert "gist:zh-Hant" in named
    assert frictionless.validate(str(folder / "datapackage.json")).valid


@pytest.mark.parametrize("language", ["de", "uk"])
def test_the_practice_case_is_whole_in_german_and_ukrainian(language):
    given, needed = load("practice-pond-2025").languages[language]

    assert given == needed

import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spoil import add, edit, faults, judged, place, rows, write
from whosays.case.check import faults_across
from whosays.case.errors import CaseError, UnknownIdError
from whosays.case.load import cases_folder, load, shipped_cases
from whosays.case.save import save
from whosays.case.schema import TABLES, schema

HOSTILE = "\x1b[31m\u202e\u0007\u200b"


def reencode(folder, table, encoding):
    file = folder / f"{table}.csv"
    file.write_bytes(file.read_text(encoding="utf-8").encode(encoding, errors="replace"))


def test_a_case_is_found_by_the_name_it_was_shipped_with():
    assert {"kramatorsk-2023", "practice-pond-2025"} <= set(shipped_cases())
    assert shipped_cases() == sorted(shipped_cases())
    for name in shipped_cases():
        assert load(name) == load(cases_folder() / name)


def test_another_folder_of_cases_can_be_named_in_the_environment(folder, monkeypatch):
    monkeypatch.setenv("WHOSAYS_DATA", str(folder.parent))

    assert shipped_cases() == ["case"]
    assert load("case").id == "case"


def test_an_unknown_case_names_the_near_one():
    with pytest.raises(UnknownIdError, match=r'Did you mean "kramatorsk-2023"\?'):
        load("kramatorsk-2022")


def test_a_file_is_no_case(folder):
    with pytest.raises(UnknownIdError):
        load(folder / "claims.csv")


def test_an_empty_folder_is_one_fault_that_says_where_to_start(tmp_path):
    (fault,) = faults(tmp_path)

    assert (fault.file, fault.line, fault.column) == (str(tmp_path), 0, "")
    assert fault.found == "no table of a case"
    assert "article.csv" in fault.expected
    assert "copy one of the shipped cases" in fault.remedy


def test_a_case_without_an_optional_table_has_no_rows_of_it(folder, case):
    (folder / "hypotheses.csv").unlink()

    assert load(folder).hypotheses == ()
    assert load(folder).claims == case.claims
    assert [name for name, table in schema().items() if table.optional] == ["hypotheses", "assessments"]


@pytest.mark.parametrize("table", [name for name, table in schema().items() if not table.optional])
def test_a_missing_table_is_one_fault_not_one_for_each_row_that_names_it(folder, table):
    (folder / f"{table}.csv").unlink()

    (fault,) = faults(folder)

    assert place(fault) == (f"{table}.csv", 0, "")
    assert fault.found == "no such file"
    assert ",".join(schema()[table].header) in fault.remedy


def test_a_missing_table_is_among_the_faults(folder):
    (folder / "sources.csv").unlink()

    (fault,) = [f for f in faults(folder) if f.found == "no such file"]

    assert place(fault) == ("sources.csv", 0, "")


def test_a_ragged_row_names_its_line_and_how_many_cells_it_has(folder):
    records = rows(folder, "slips")
    write(folder, "slips", [*records[:7], records[7][:-1], *records[8:]])

    (fault,) = faults(folder)

    assert place(fault) == ("slips.csv", 8, "")
    assert (fault.found, fault.expected) == ("4 cells", "5 as in the header")
    assert "comma" in fault.remedy


def test_a_ragged_row_that_others_name_is_still_one_fault(folder):
    records = rows(folder, "sources")
    line = next(n for n, record in enumerate(records, 1) if record[0] == "s02")
    records[line - 1].append("one comma too many")
    write(folder, "sources", records)

    (fault,) = faults(folder)

    assert place(fault) == ("sources.csv", line, "")


def test_an_unknown_column_names_the_near_one(folder):
    records = rows(folder, "slips")
    write(folder, "slips", [[*record, "extra" if n else "notes"] for n, record in enumerate(records)])

    (fault,) = faults(folder)

    assert place(fault) == ("slips.csv", 1, "notes")
    assert fault.found == "an unknown column"
    assert fault.remedy == 'Did you mean "note"?'


def test_a_missing_column_is_named_with_the_whole_header(folder):
    write(folder, "slips", [record[:-1] for record in rows(folder, "slips")])

    (fault,) = faults(folder)

    assert place(fault) == ("slips.csv", 1, "note")
    assert "id,passages,what,effect,note" in fault.remedy


def test_a_column_that_stands_twice_is_named(folder):
    write(folder, "slips", [[*record, record[-1]] for record in rows(folder, "slips")])

    (fault,) = faults(folder)

    assert place(fault) == ("slips.csv", 1, "note")
    assert fault.found == "the column twice"


def test_a_header_written_by_an_enemy_is_printed_harmlessly_and_short(folder):
    records = rows(folder, "slips")
    write(folder, "slips", [[*record, "" if n else HOSTILE + "x" * 100_000] for n, record in enumerate(records)])

    with pytest.raises(CaseError) as caught:
        load(folder)

    assert all(line.isprintable() for line in str(caught.value).splitlines())
    assert len(str(caught.value)) < 2_000


def test_columns_may_stand_in_any_order(folder, case):
    write(folder, "claims", [record[:1] + record[:0:-1] for record in rows(folder, "claims")])

    assert load(folder).claims == case.claims


def test_a_duplicate_id_names_the_line_that_has_it_already(folder):
    line = edit(folder, "slips", "x05", "id", "x03")

    (fault,) = faults(folder)

    assert place(fault) == ("slips.csv", line, "id")
    assert fault.found == '"x03"'
    assert fault.remedy == "Line 4 has it already; number anew."


def test_two_rows_without_an_id_are_two_faults(folder):
    lines = [edit(folder, "slips", row_id, "id", "") for row_id in ("x05", "x06")]

    assert [place(f) for f in faults(folder)] == [("slips.csv", line, "id") for line in lines]


def test_a_second_article_is_one_fault(folder):
    records = rows(folder, "article")
    write(folder, "article", [*records, ["other", *records[1][1:]]])

    (fault,) = faults(folder)

    assert place(fault) == ("article.csv", 0, "")
    assert (fault.found, fault.expected) == ("2 rows", "exactly one row")


def test_an_article_table_without_a_row_is_one_fault(folder):
    write(folder, "article", rows(folder, "article")[:1])

    (fault,) = faults(folder)

    assert (*place(fault), fault.found) == ("article.csv", 0, "", "0 rows")


def test_a_date_that_does_not_exist_is_one_fault(folder):
    line = edit(folder, "documents", "o01", "published", "31.02.2023")

    (fault,) = faults(folder)

    assert place(fault) == ("documents.csv", line, "published")
    assert fault.found == '"31.02.2023"'
    assert "2023-01-08" in fault.expected
    assert "one that exists" in fault.expected
    assert fault.remedy.endswith("There is no such day.")


def test_a_date_in_the_order_of_another_country_is_offered_in_ours(folder):
    edit(folder, "documents", "o01", "published", "28.02.2023")

    (fault,) = faults(folder)

    assert fault.remedy.endswith("Did you mean 2023-02-28?")


def test_the_last_month_of_the_calendar_breaks_nothing(folder):
    edit(folder, "documents", "o01", "published", "9999-12")

    assert str(load(folder).document_by_id["o01"].published) == "9999-12"


@pytest.mark.parametrize("table", ["claims", "slips", "documents"])
def test_a_windows_1252_file_names_line_and_byte(folder, table):
    reencode(folder, table, "cp1252")

    file = next(f for f in faults(folder) if place(f)[0] == f"{table}.csv")

    data = (folder / f"{table}.csv").read_bytes()
    first = next(n for n, byte in enumerate(data) if byte > 127)
    assert place(file) == (f"{table}.csv", data.count(b"\n", 0, first) + 1, "")
    assert f"0x{data[first]:02x}" in file.found
    assert "CSV UTF-8" in file.remedy


def test_a_windows_1252_file_is_one_fault(folder):
    reencode(folder, "statements", "cp1252")

    (fault,) = faults(folder)

    assert place(fault)[0] == "statements.csv"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_utf_16_file_is_one_fault(folder, encoding):
    reencode(folder, "slips", encoding)

    (fault,) = faults(folder)

    assert place(fault) == ("slips.csv", 0, "")
    assert "UTF-16" in fault.found
    assert "CSV UTF-8" in fault.remedy


@pytest.mark.parametrize(("mark", "word"), [(";", "semicolons"), ("\t", "tabs")])
def test_a_file_of_a_german_excel_is_one_fault_that_says_which_separator(folder, mark, word):
    file = folder / "slips.csv"
    file.write_text("\n".join(mark.join(record) for record in rows(folder, "slips")), encoding="utf-8")

    (fault,) = faults(folder)

    assert place(fault) == ("slips.csv", 1, "")
    assert fault.found == f"{word} between the columns"
    assert fault.expected == "commas"


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(folder, case):
    for file in folder.glob("*.csv"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))

    loaded = load(folder)

    assert all(loaded.rows(table) == case.rows(table) for table in TABLES)


def test_a_line_break_inside_a_cell_keeps_the_line_numbers_right(folder):
    edit(folder, "slips", "x02", "note", "first line\nsecond line\nthird line")
    line = edit(folder, "slips", "x03", "passages", "")

    (fault,) = faults(folder)

    assert place(fault) == ("slips.csv", line + 2, "passages")
    assert load_note(folder) == "first line\nsecond line\nthird line"


def load_note(folder):
    edit(folder, "slips", "x03", "passages", "h")
    return next(slip.note for slip in load(folder).slips if slip.id == "x02")


def test_a_line_break_inside_a_cell_survives_windows_line_ends(folder):
    edit(folder, "slips", "x02", "note", "first line\nsecond line")
    file = folder / "slips.csv"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))

    assert load(folder).slips[1].note == "first line\nsecond line"


def test_an_unclosed_quotation_mark_names_the_line_it_opens_on(folder):
    file = folder / "slips.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[-1] = 'x25,p11s2,"never closed,y,'
    file.write_text("\n".join(lines), encoding="utf-8")

    (fault,) = faults(folder)

    assert place(fault) == ("slips.csv", len(lines), "")
    assert "quotation mark" in fault.remedy


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_one_fault_that_gives_the_header(folder, content):
    (folder / "slips.csv").write_bytes(content)

    (fault,) = faults(folder)

    assert place(fault) == ("slips.csv", 1, "")
    assert fault.found == "an empty file"
    assert "id,passages,what,effect,note" in fault.remedy


def test_an_empty_row_is_one_fault(folder):
    line = add(folder, "slips")

    (fault,) = faults(folder)

    assert (*place(fault), fault.found) == ("slips.csv", line, "", "an empty row")


def test_blank_lines_are_passed_over(folder, case):
    with (folder / "slips.csv").open("a", encoding="utf-8") as file:
        file.write("\n\n\n")

    assert load(folder).slips == case.slips


def test_a_cell_of_50_mb_is_one_fault_about_its_file(folder):
    edit(folder, "slips", "x01", "note", "x" * 50_000_000)

    (fault,) = faults(folder)

    assert place(fault) == ("slips.csv", 0, "")
    assert (fault.found, fault.expected) == ("50 MB", "at most 20 MB")


@pytest.mark.parametrize("size", [20_001, 130_000, 1_000_000])
def test_a_cell_too_long_for_anyone_is_one_short_fault(folder, size):
    line = edit(folder, "slips", "x01", "note", "x" * size)

    (fault,) = faults(folder)

    assert place(fault)[:2] == ("slips.csv", line)
    assert len(str(fault)) < 600


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '=HYPERLINK("https://evil.example","here")',
        "@SUM(A1:A9)",
        "\u202eright to left\u202c שלום مرحبا",
        "e\u0301 n\u0303 Z\u0351\u036b\u0343",
        "a,b;c\td\ne\"f'g",
        "\ufeffmark inside",
    ],
)
def test_hostile_and_foreign_cells_load_and_come_back_from_saving_unchanged(folder, tmp_path, text):
    edit(folder, "slips", "x01", "note", text)
    edit(folder, "claims", "b06", "proposition", text)

    loaded = load(folder)
    again = load(save(loaded, tmp_path / "again"))

    assert (loaded.slips[0].note, loaded.claim("b06").proposition) == (text, text)
    assert all(again.rows(table) == loaded.rows(table) for table in TABLES)


def test_every_fault_is_reported_not_only_the_first(folder):
    (folder / "questions.csv").unlink()
    expected = {
        ("article.csv", edit(folder, "article", "bne-2023-01-09", "address", "bne.eu"), "address"),
        ("documents.csv", edit(folder, "documents", "o02", "published", "31.02.2023"), "published"),
        ("figures.csv", edit(folder, "figures", "f04", "qualifier", "exact"), "qualifier"),
        ("figures.csv", edit(folder, "figures", "f09", "unit", ""), "unit"),
        ("relations.csv", edit(folder, "relations", "e99", "to", "k99"), "to"),
        ("slips.csv", edit(folder, "slips", "x03", "passages", "p99"), "passages"),
        ("questions.csv", 0, ""),
    }

    found = {place(fault) for fault in faults(folder)}

    assert expected <= found


def test_every_fault_of_one_row_is_reported(folder):
    line = edit(folder, "figures", "f09", "unit", "")
    edit(folder, "figures", "f09", "qualifier", "exact")
    edit(folder, "figures", "f09", "value", "eighty-nine")

    assert [place(f) for f in faults(folder)] == [("figures.csv", line, c) for c in ("qualifier", "value", "unit")]


BAD = {"choice": "nonsense", "date": "31.02.2023", "integer": "1,300", "number": "4,5", "address": "www.x", "id": "K 1"}
CELLS = [
    (table.name, column.name, BAD[column.type])
    for table in schema().values()
    for column in table.columns
    if column.type in BAD and table.name != "corrections"
]


@pytest.mark.parametrize(("table", "column", "bad"), CELLS)
def test_one_spoilt_cell_is_one_fault_however_many_rows_lean_on_its_row(folder, table, column, bad):
    judged(folder, {}, {"claim": "k02"}, {"claim": "k03"})
    row_id = rows(folder, table)[1 if table in {"article", "questions"} else 3][0]
    if column == "id":
        row_id, bad = ("x01", "X 1") if table == "slips" else (row_id, bad)
    line = edit(folder, table, row_id, column, bad)

    found = faults(folder)
    own = [f for f in found if place(f) == (f"{table}.csv", line, column)]
    others = [f for f in found if place(f) != (f"{table}.csv", line, column)]

    assert [f.found for f in own] == [f'"{bad}"']
    if column != "id":  # an id that is mistyped leaves those who name it without a target
        assert others == []


@pytest.mark.parametrize(
    ("table", "row_id", "column"), [("statements", "p03-1", "said_on"), ("relations", "e01", "surely")]
)
def test_a_row_that_cannot_be_read_is_not_taken_for_a_missing_one(folder, table, row_id, column):
    line = edit(folder, table, row_id, column, "31.02.2023")

    (fault,) = faults(folder)

    assert place(fault) == (f"{table}.csv", line, column)


def test_the_lines_of_the_rows_are_those_an_editor_shows(case):
    assert case.lines["claims", "k01"] == 2
    assert case.lines["slips", "x25"] == 26


def test_a_sound_case_has_no_fault(case):
    assert faults_across(case) == []


TABLE_BYTES = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", errors="replace")),
    st.builds(
        lambda cells: "\n".join(["id,passages,what,effect,note", *cells]).encode("utf-8", errors="replace"),
        st.lists(st.one_of(st.text(max_size=60), st.text('",\r\n;x1 ', max_size=30)), max_size=5),
    ),
)


def complaint(folder):
    """Return the lines of the error that loading raises; none if the case loads. Another error is not caught."""
    try:
        load(folder)
    except CaseError as error:
        return str(error).split("\n")
    return []


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["slips", "article", "questions"]), TABLE_BYTES)
def test_whatever_bytes_a_table_holds_it_loads_or_is_a_case_error_safe_to_print(folder, table, content):
    original = (folder / f"{table}.csv").read_bytes()
    (folder / f"{table}.csv").write_bytes(content)
    said = complaint(folder)
    (folder / f"{table}.csv").write_bytes(original)

    assert all(line.isprintable() for line in said)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_one_cell_of_nonsense_anywhere_loads_or_is_a_case_error_safe_to_print(folder, data):
    judged(folder, {})
    table = data.draw(st.sampled_from(TABLES[:-1]))
    column = data.draw(st.sampled_from(schema()[table].header))
    text = data.draw(st.text(st.characters(exclude_categories=("Cs",)), max_size=20))
    original = (folder / f"{table}.csv").read_bytes()
    records = rows(folder, table)
    row = data.draw(st.integers(1, len(records) - 1))
    edit(folder, table, records[row][0], column, text)
    said = complaint(folder)
    (folder / f"{table}.csv").write_bytes(original)

    assert all(line.isprintable() for line in said)


def test_loading_reads_only_the_tables_of_the_case(folder, case):
    (folder / "notes.docx").write_bytes(b"\x00\x01")
    (folder / "~$claims.csv").write_bytes(b"\xff\xfe")
    shutil.copytree(folder, folder / "backup")

    assert load(folder).claims == case.claims

"""A case as a workbook: what is written, what comes back, and what is refused."""

import datetime as dt
import io
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spoil import add, edit, filed, place, rows, write
from whosays.author.imported import import_case
from whosays.author.note import column_note
from whosays.author.sheets import MAX_BYTES, read_workbook
from whosays.author.typed import escaped, unescaped
from whosays.author.workbook import MOST_LISTED, write_workbook
from whosays.case.errors import CaseError
from whosays.case.load import cases_folder, load, shipped_cases
from whosays.case.save import save
from whosays.case.schema import TABLES, schema
from whosays.cli import FAULTS, USAGE, main

TRICKY = {
    "noughts": "00047",
    "formula": "=1+1",
    "link": '=HYPERLINK("https://evil.example","here")',
    "minus": "-1",
    "plus": "+49 30 1234",
    "at": "@SUM(A1:A9)",
    "date": "2023-01-08",
    "german date": "08.01.2023",
    "long id": "12345678901234567890",
    "power": "1e5",
    "error": "#N/A",
    "truth": "TRUE",
    "right to left": "\u200fעם שלם مرحبا",
    "lines": "first\nsecond\n\nfourth",
    "tab": "a\tb",
    "quotes": "“he said” \"that\", 'this'; a,b",
    "edges": "  leading and trailing  ",
    "emoji": "👩‍👩‍👧 🏴",
    "escape": "_x000D_",
    "small escape": "_x000d_ and _x0041_x0042_",
    "half an escape": "x005F_ _x005F _x005F_",
    "apostrophe": "'quoted",
    "blank": " ",
    "nothing to see": "\ufeff\u00a0\u2028\u0085",
}
ESCAPES_THAT_LIBREOFFICE_LOSES = {"half an escape"}  # it writes an escape back without escaping it again


def content(folder):
    """Return the bytes of every file that holds what a case says."""
    return {path.name: path.read_bytes() for path in folder.glob("*.csv") if path.stem in schema()}


def there_and_back(folder, tmp_path):
    write_workbook(folder, tmp_path / "case.xlsx")
    return import_case(tmp_path / "case.xlsx", tmp_path / "back")


def in_english(folder):
    """Write the practice case without its words in other languages, so that its columns are those of the schema."""
    return save(replace(load("practice-pond-2025"), translations={}), folder)


def shrink(folder):
    """Leave three rows in each table of a copy of the practice case: a draft that is quick to write and read."""
    in_english(folder)
    for name in filed(load(folder)):
        write(folder, name, rows(folder, name)[:4])
    return folder


@pytest.fixture
def small(tmp_path):
    return shrink(tmp_path / "case")


@pytest.fixture(scope="module")
def parts(tmp_path_factory):
    """The files inside a small workbook."""
    folder = tmp_path_factory.mktemp("parts")
    with zipfile.ZipFile(write_workbook(shrink(folder / "case"), folder / "case.xlsx")) as whole:
        return {name: whole.read(name) for name in whole.namelist()}


@pytest.fixture
def book(small, tmp_path):
    """Return a function that changes one sheet of the workbook of a case, and reads it back."""

    def spoilt(change, sheet="figures"):
        file = write_workbook(small, tmp_path / "case.xlsx")
        opened = openpyxl.load_workbook(file)
        change(opened[sheet])
        opened.save(file)
        return read_workbook(file)

    return spoilt


def cell_of(opened, table="figures", column="note", row=2):
    grid = opened.grids[table]
    return dict(grid.records)[row][grid.header.index(column)]


def at(column, table="figures", row=2):
    """Return the row and column of a cell, as openpyxl counts them."""
    return {"row": row, "column": schema()[table].header.index(column) + 1}


@pytest.mark.parametrize("name", shipped_cases())
def test_a_shipped_case_comes_back_without_a_changed_byte(name, tmp_path):
    done = there_and_back(cases_folder() / name, tmp_path)

    assert (done.faults, done.remarks, done.written) == ((), (), True) or name == "practice-pond-2025"
    assert content(tmp_path / "back") == content(cases_folder() / name)


def test_tricky_cells_come_back_as_they_were(small, tmp_path):
    header = schema()["slips"].header
    write(small, "slips", [header, *([f"x{n}", "h", name, "y", text] for n, (name, text) in enumerate(TRICKY.items()))])

    done = there_and_back(small, tmp_path)

    assert (done.written, done.remarks) == (True, ())
    assert {row[2]: row[4] for row in rows(tmp_path / "back", "slips")[1:]} == TRICKY
    assert content(tmp_path / "back") == content(small)


ANY = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"), max_size=30) | st.lists(
    st.sampled_from([*TRICKY.values(), "_x", "005F_", "_", "\n"]), max_size=4
).map("".join)


@settings(deadline=None, max_examples=15)
@given(st.lists(st.tuples(ANY, ANY), min_size=1, max_size=5))
def test_whatever_text_a_table_holds_it_comes_back_as_it_was(tmp_path_factory, cells):
    folder = shrink(tmp_path_factory.mktemp("any") / "case")
    header = schema()["slips"].header
    write(folder, "slips", [header, *([f"x{n}", "h", one, "y", two] for n, (one, two) in enumerate(cells))])

    write_workbook(folder, folder.parent / "case.xlsx")
    opened = read_workbook(folder.parent / "case.xlsx")

    assert (opened.faults, opened.remarks) == ([], [])
    assert [list(record) for _, record in opened.grids["slips"].records] == rows(folder, "slips")[1:]


@given(ANY)
def test_what_looks_like_an_escape_is_told_from_one(text):
    assert unescaped(escaped(text)) == text


def test_every_cell_is_text_even_those_that_are_not_there_yet(small, tmp_path):
    edit(small, "slips", "x01", "note", "=1+1")
    opened = openpyxl.load_workbook(write_workbook(small, tmp_path / "case.xlsx"))

    for sheet in opened:
        assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} <= {"s"}
        assert {cell.number_format for row in sheet.iter_rows() for cell in row if cell.value is not None} <= {"@"}
    for name, table in schema().items():
        for column in range(1, len(table.columns) + 1):
            letter = openpyxl.utils.get_column_letter(column)
            assert opened[name].column_dimensions[letter].number_format == "@"


def test_a_closed_column_offers_its_words_over_the_whole_column_and_each_column_has_its_note(tmp_path):
    opened = openpyxl.load_workbook(write_workbook(in_english(tmp_path / "case"), tmp_path / "case.xlsx"))

    assert opened.sheetnames == ["Read me", *TABLES]
    for name, table in schema().items():
        lists = {str(rule.sqref): rule.formula1 for rule in opened[name].data_validations.dataValidation}
        for at_, column in enumerate(table.columns, 1):
            head = opened[name].cell(1, at_)
            assert head.value == column.name + (" *" if column.required else "")
            assert head.font.bold
            assert head.comment.text == column_note(column)
            assert column.description in head.comment.text
            if column.values:
                assert lists.pop(f"{head.column_letter}2:{head.column_letter}1048576") == f'"{",".join(column.values)}"'
        assert lists == {}
        assert opened[name].freeze_panes == "B2"


def test_the_words_of_every_closed_column_fit_into_a_list():
    closed = [column.values for table in schema().values() for column in table.columns if column.values]

    assert all(len(",".join(values)) <= MOST_LISTED for values in closed)
    assert not [word for values in closed for word in values if "," in word]


def test_the_first_sheet_says_how_to_bring_the_workbook_back(tmp_path):
    opened = openpyxl.load_workbook(write_workbook("practice-pond-2025", tmp_path / "mine.xlsx"))
    words = [str(cell.value) for row in opened["Read me"].iter_rows() for cell in row if cell.value]

    assert any("whosays import mine.xlsx practice-pond-2025" in line for line in words)
    assert any("text.txt" in line for line in words)
    assert set(TABLES) <= set(words)


def test_the_text_of_a_case_is_not_in_the_workbook_and_stays_in_its_folder(tmp_path):
    folder = shutil.copytree(cases_folder() / "practice-pond-2025", tmp_path / "case")
    file = write_workbook(folder, tmp_path / "case.xlsx")
    sentence = (folder / "text.txt").read_text(encoding="utf-8").split("\n\n")[2][:60]
    with zipfile.ZipFile(file) as packed:
        assert not [name for name in packed.namelist() if sentence in packed.read(name).decode("utf-8", "replace")]
    edit(folder, "slips", "x01", "note", "changed since")

    done = import_case(file, folder)

    assert list(done.changed) == ["slips"]
    assert load(folder).text == load("practice-pond-2025").text


def test_a_draft_with_faults_goes_out_and_comes_back_with_the_same_faults(folder, tmp_path, capsys):
    add(folder, "figures", id="f99", value="many")
    (folder / "hypotheses.csv").unlink()
    write_workbook(folder, tmp_path / "case.xlsx")

    assert main(["import", str(tmp_path / "case.xlsx"), str(tmp_path / "back")]) == FAULTS
    said = capsys.readouterr()
    assert "back: written; tables that change: article (0 rows, now 1)" in said.out
    assert 'case.xlsx, sheet figures:57: column "value": found "many"' in said.err
    assert "back was written as a draft with" in said.err
    assert content(tmp_path / "back") == content(folder)


def test_a_folder_in_which_tables_are_still_missing_gives_empty_sheets(small, tmp_path):
    (small / "slips.csv").unlink()

    opened = read_workbook(write_workbook(small, tmp_path / "case.xlsx"))

    assert opened.grids["slips"].records == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [("bell\x07", "a control character"), ("x" * 32_768, "32,768 characters"), ("😀" * 16_384, "16,384")],
)
def test_a_cell_that_no_workbook_can_hold_is_a_fault_and_nothing_is_written(folder, tmp_path, text, found):
    line = edit(folder, "slips", "x01", "note", text)

    with pytest.raises(CaseError) as caught:
        write_workbook(folder, tmp_path / "case.xlsx")

    (fault,) = caught.value.faults
    assert place(fault) == ("slips.csv", line, "note")
    assert found in fault.found
    assert not (tmp_path / "case.xlsx").exists()


@pytest.mark.parametrize(
    ("value", "shown", "text", "was"),
    [
        (47, "General", "47", "the number 47"),
        (4.5, "0.00", "4.5", "the number 4.5"),
        (0.1 + 0.2, "General", "0.3", "the number 0.3"),
        (1200, "#,##0", "1200", "the number 1200"),
        (1e-7, "General", "0.0000001", "the number 0.0000001"),
        (dt.date(2023, 1, 8), "dd.mm.yyyy", "2023-01-08", "the date 2023-01-08"),
        (dt.datetime(2023, 1, 8), "mm-dd-yy", "2023-01-08", "the date 2023-01-08"),  # noqa: DTZ001 - as it is read
        (dt.date(2023, 1, 1), "mmm-yy", "2023-01", "the month 2023-01"),
    ],
)
def test_a_number_or_date_that_the_spreadsheet_made_is_read_and_said(book, value, shown, text, was):
    def change(sheet):
        sheet.cell(**at("note")).value = value
        sheet.cell(**at("note")).number_format = shown

    opened = book(change)

    assert cell_of(opened) == text
    (remark,) = opened.remarks
    assert (remark.line, remark.column, remark.was) == (2, "note", was)
    assert str(remark).endswith(f'case.xlsx, sheet figures:2: column "note": {was} was read as "{text}".')


@pytest.mark.parametrize(
    ("value", "shown", "found"),
    [
        ("=1+1", "General", 'the formula "=1+1" in cell N2'),
        ("#DIV/0!", "General", 'the error value "#DIV/0!" in cell N2'),
        (True, "General", "the truth value TRUE in cell N2"),
        (0.5, "0%", 'the number 0.5 in the format "0%" in cell N2'),
        (47, "00000", 'the number 47 in the format "00000" in cell N2'),
        (12345678901234567, "0", "a number of more than 15 digits in cell N2"),
        (dt.date(2026, 5, 4), "d-mmm", "the date 2026-05-04 shown without its year in cell N2"),
        (dt.datetime(2023, 1, 8, 20, 30), "dd.mm.yyyy hh:mm", "the time 2023-01-08 20:30:00 in cell N2"),  # noqa: DTZ001 - as it is read
    ],
)
def test_what_cannot_be_told_from_a_cell_is_a_fault_with_its_place(book, value, shown, found):
    def change(sheet):
        sheet.cell(**at("note")).value = value
        sheet.cell(**at("note")).number_format = shown

    opened = book(change)

    (fault,) = opened.faults
    assert (fault.line, fault.column, fault.found, fault.expected) == (2, "note", found, "text")
    assert fault.file.endswith("case.xlsx, sheet figures")


def test_windows_line_breaks_are_read_as_line_feeds(book):
    def change(sheet):
        sheet.cell(**at("note")).value = "one_x000D_\ntwo"

    assert cell_of(book(change)) == "one\ntwo"


def test_columns_may_change_places_and_empty_rows_at_the_end_are_dropped(small, tmp_path, book):
    def change(sheet):
        sheet.move_range("A1:A9", cols=20)
        sheet.cell(60, 3).number_format = "0.00"

    opened = book(change, "slips")
    # A gap is left where the column stood, so nothing but the place of the names has changed.
    assert opened.faults == []
    assert opened.grids["slips"].header[-1] == "id"
    done = import_case(tmp_path / "case.xlsx", small)
    assert (done.changed, done.case is None) == ({}, False)


def add_column(sheet):
    sheet.cell(1, 20).value = "notes"


def repeat_column(sheet):
    sheet.cell(1, 20).value = "note"


def drop_column(sheet):
    sheet.delete_cols(5)


def merge(sheet):
    sheet.merge_cells("C3:D3")


def hide(sheet):
    sheet.column_dimensions["D"].hidden = True


def write_beside(sheet):
    sheet["Z7"] = "a remark"


def hide_sheet(sheet):
    sheet.sheet_state = "hidden"


def write_far_below(sheet):
    sheet["A900000"] = "x"


@pytest.mark.parametrize(
    ("change", "line", "column", "found", "remedy"),
    [
        (add_column, 1, "notes", "an unknown column in column T", 'Did you mean "note"?'),
        (repeat_column, 1, "note", "the column a second time in column T", "Delete one"),
        (drop_column, 1, "place", "no such column", "The first row is"),
        (merge, 3, "", "merged cells C3:D3", "Unmerge"),
        (hide, 1, "whom", "a hidden column D", "Show the column"),
        (write_beside, 7, "", "a cell in column Z, which has no name", "note"),
        (hide_sheet, 0, "", "a hidden sheet", "Show the sheet"),
        (write_far_below, 900_000, "", "900,000 rows", "far below"),
    ],
)
def test_a_sheet_of_another_shape_is_a_fault_with_its_place(book, change, line, column, found, remedy):
    (fault,) = book(change).faults

    assert (fault.line, fault.column, fault.found) == (line, column, found)
    assert remedy in fault.remedy
    assert fault.file.endswith("case.xlsx, sheet figures")


def test_unknown_and_missing_sheets_are_named_and_nothing_is_written(small, tmp_path, capsys):
    file = write_workbook(small, tmp_path / "case.xlsx")
    opened = openpyxl.load_workbook(file)
    opened["figures"].title = "figure"
    del opened["hypotheses"]
    opened.create_chartsheet("a picture").add_chart(openpyxl.chart.BarChart())
    opened.save(file)
    before = content(small)

    assert main(["import", str(file), str(small)]) == FAULTS
    said = capsys.readouterr().err
    assert "3 faults in the case:" in said
    assert 'sheet figure: found an unknown sheet, expected a table of a case. Did you mean "figures"?' in said
    assert "found no sheet figures" in said
    assert f"{small} was not written" in said
    assert content(small) == before


def test_an_optional_sheet_that_is_missing_leaves_its_table_alone(small, tmp_path):
    file = write_workbook(small, tmp_path / "case.xlsx")
    opened = openpyxl.load_workbook(file)
    del opened["hypotheses"]
    opened.save(file)

    done = import_case(file, small)

    assert (done.changed, done.case is None, done.written) == ({}, False, False)
    assert rows(small, "hypotheses")[1:]


def packed(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "an empty file"),
        (b"id,name\n1,2\n", "no workbook"),
        (b"PK\x03\x04 and no more", "a workbook that is cut off or damaged"),
        (packed(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "an OpenDocument file (.ods)"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "an old workbook (.xls)"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "a workbook with a password"),
        (packed(bomb=bytes(MAX_BYTES + 1)), "more than 20 MB when unpacked"),
        (bytes(MAX_BYTES + 1), "more than 20 MB"),
        (packed(word="no workbook in it"), "a damaged workbook"),
    ],
)
def test_what_is_no_workbook_is_one_fault_that_says_so(tmp_path, data, found, capsys):
    file = tmp_path / "case.xlsx"
    file.write_bytes(data)

    (fault,) = read_workbook(file).faults
    assert (fault.file, fault.line, fault.found) == (str(file), 0, found)
    assert main(["import", str(file), str(tmp_path / "back")]) == FAULTS
    assert not (tmp_path / "back").exists()
    assert "Traceback" not in capsys.readouterr().err


def test_a_workbook_that_is_cut_off_anywhere_is_one_fault(small, tmp_path):
    whole = write_workbook(small, tmp_path / "case.xlsx").read_bytes()
    for share in (0.1, 0.5, 0.9, 0.999):
        (tmp_path / "cut.xlsx").write_bytes(whole[: int(len(whole) * share)])

        (fault,) = read_workbook(tmp_path / "cut.xlsx").faults
        assert "cut off" in fault.found


@settings(deadline=None, max_examples=20)
@given(st.data())
def test_a_workbook_with_spoilt_bytes_is_read_or_is_a_fault(tmp_path_factory, parts, data):
    folder, parts = tmp_path_factory.mktemp("spoilt"), dict(parts)
    name = data.draw(st.sampled_from(sorted(parts)))
    start = data.draw(st.integers(0, len(parts[name]) - 1))
    parts[name] = (
        parts[name][:start] + data.draw(st.binary(max_size=12)) + parts[name][start + data.draw(st.integers(0, 40)) :]
    )
    (folder / "case.xlsx").write_bytes(packed(**parts))

    opened = read_workbook(folder / "case.xlsx")

    assert all(line.isprintable() for fault in opened.faults for line in str(fault).split("\n"))
    assert opened.faults or len(opened.grids) == len(TABLES)


def test_entities_that_would_fill_the_memory_are_refused(tmp_path, parts):
    file, parts = tmp_path / "case.xlsx", dict(parts)
    laughs = "".join(
        f'<!ENTITY l{n} "{"&l" + str(n - 1) + ";" if n else "ha"}{"" if not n else "&l" + str(n - 1) + ";"}">'
        for n in range(30)
    )
    name = "xl/worksheets/sheet2.xml"
    parts[name] = f"<!DOCTYPE x [{laughs}]>".encode() + parts[name].replace(b"Quillstead", b"&l29;", 1)
    assert b"&l29;" in parts[name]
    file.write_bytes(packed(**parts))

    (fault,) = read_workbook(file).faults
    assert fault.found == "a damaged workbook"


@pytest.mark.parametrize("words", [["sheets", "practice-pond-2025", "-o", "new.xlsx"], ["import", "case.xlsx", "back"]])
def test_without_the_packages_for_it_one_sentence_says_what_to_install(small, tmp_path, monkeypatch, capsys, words):
    write_workbook(small, tmp_path / "case.xlsx")
    monkeypatch.chdir(tmp_path)
    for module in ("whosays.author.workbook", "whosays.author.sheets"):
        monkeypatch.setitem(sys.modules, module, None)

    assert main(words) in {FAULTS, USAGE}
    assert "pip install whosays[author]" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case", "case.xlsx"]


def test_without_defusedxml_no_workbook_is_read(small, tmp_path, monkeypatch):
    file = write_workbook(small, tmp_path / "case.xlsx")
    monkeypatch.setattr(openpyxl, "DEFUSEDXML", False)

    (fault,) = read_workbook(file).faults
    assert "no package defusedxml" in fault.found


def test_a_dry_run_says_what_would_change_and_changes_nothing(small, tmp_path, capsys):
    file = write_workbook(small, tmp_path / "case.xlsx")
    edit(small, "slips", "x01", "note", "changed since")
    before = content(small)

    assert main(["import", str(file), str(small), "--dry-run"]) == FAULTS
    assert capsys.readouterr().out == "case: would be written; tables that change: slips (3 rows, now 3).\n"
    assert content(small) == before
    assert main(["import", str(file), str(small)]) == FAULTS
    assert capsys.readouterr().out == "case: written; tables that change: slips (3 rows, now 3).\n"
    assert main(["import", str(file), str(small)]) == FAULTS
    assert capsys.readouterr().out == "case: no table changes.\n"


def test_a_folder_with_other_things_in_it_is_left_alone(small, tmp_path, capsys):
    file = write_workbook(small, tmp_path / "case.xlsx")
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "letter.txt").write_text("Dear …", encoding="utf-8")

    assert main(["import", str(file), str(tmp_path / "papers")]) == FAULTS
    assert "a folder with other things in it" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "papers").iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["sheets", "practice-pond-2025", "-o", "case.ods"], USAGE),
        (["sheets", "practice-pond-2026", "-o", "case.xlsx"], USAGE),
        (["sheets", "practice-pond-2025", "-o", "no/such/folder/case.xlsx"], USAGE),
        (["import", "no-such-file.xlsx", "back"], USAGE),
        (["import", "case.docx", "back"], FAULTS),
    ],
)
def test_wrong_words_are_told_in_one_sentence_and_leave_nothing(tmp_path, monkeypatch, capsys, words, status):
    monkeypatch.chdir(tmp_path)

    assert main(words) == status
    assert capsys.readouterr().err.strip()
    assert list(tmp_path.iterdir()) == []


def test_a_loaded_case_can_be_written_too(tmp_path, case):
    write_workbook(case, tmp_path / "case.xlsx")
    import_case(tmp_path / "case.xlsx", tmp_path / "back")
    save(case, tmp_path / "saved")

    assert content(tmp_path / "back") == content(tmp_path / "saved")


@pytest.fixture(scope="module")
def office():
    """LibreOffice, which may be missing on a reader's machine but never in continuous integration."""
    program = shutil.which("soffice")
    if not program:
        if os.environ.get("CI") == "true":
            pytest.fail("LibreOffice is missing: apt-get install --no-install-recommends libreoffice-calc")
        pytest.skip("no LibreOffice here, so no workbook is opened in it: apt-get install libreoffice-calc")
    return program


def convert(office, file, to, out):
    home = f"-env:UserInstallation={(out / 'home').as_uri()}"
    words = [office, home, "--headless", "--convert-to", to, "--outdir", str(out), str(file)]
    subprocess.run(words, check=True, capture_output=True, timeout=120)


def test_a_workbook_that_libreoffice_saved_comes_back_the_same(office, folder, tmp_path):
    records = rows(folder, "slips")
    tricky = [text for name, text in TRICKY.items() if name not in ESCAPES_THAT_LIBREOFFICE_LOSES]
    write(folder, "slips", records + [[f"y{n}", "h", "x", "y", text] for n, text in enumerate(tricky)])
    file = write_workbook(folder, tmp_path / "case.xlsx")

    (tmp_path / "out").mkdir()
    convert(office, file, "xlsx:Calc MS Excel 2007 XML", tmp_path / "out")
    done = import_case(tmp_path / "out" / "case.xlsx", tmp_path / "back")

    assert ([str(f) for f in done.faults], done.remarks) == ([], ())
    assert content(tmp_path / "back") == content(folder)
    again = openpyxl.load_workbook(tmp_path / "out" / "case.xlsx")
    assert again["claims"]["A1"].comment
    assert again["claims"].data_validations.dataValidation


def test_the_sheets_that_libreoffice_saved_as_csv_come_back_the_same(office, folder, tmp_path):
    records = rows(folder, "slips")
    write(folder, "slips", records + [[f"y{n}", "h", "x", "y", text] for n, text in enumerate(TRICKY.values())])
    file = write_workbook(folder, tmp_path / "case.xlsx")

    (tmp_path / "out").mkdir()
    # Semicolons, quotation marks where needed, UTF-8, cells as shown, every sheet into a file of its own.
    convert(
        office, file, "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1", tmp_path / "out"
    )
    assert (tmp_path / "out" / "case-Read me.csv").is_file()
    done = import_case(tmp_path / "out", tmp_path / "back")

    assert [str(f) for f in done.faults] == []
    assert content(tmp_path / "back") == content(folder)

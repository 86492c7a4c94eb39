"""CSV files as spreadsheets of other countries write them: what is read, what is said, and what is asked."""

import csv
import io
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoil import edit, filed, rows, write
from whosays.author.exported import read_exported
from whosays.author.imported import import_case
from whosays.author.notation import Notation, TwoReadingsError, day, notation_of, number
from whosays.case.load import cases_folder, load, shipped_cases
from whosays.case.schema import schema
from whosays.cli import FAULTS, FINE, main

COMMA, POINT, OPEN = Notation(mark=","), Notation(mark="."), Notation()


def excel(records, *, separator=";", encoding="cp1252", first=""):
    """Return the bytes that Excel writes: CRLF behind each row, LF inside a cell, quotation marks where needed."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows(records)
    return (first + out.getvalue()).encode(encoding)


WAYS = {
    "German or French, CSV": {"separator": ";", "encoding": "cp1252"},
    "German or French, CSV UTF-8": {"separator": ";", "encoding": "utf-8-sig"},
    "Unicode text": {"separator": "\t", "encoding": "utf-16"},
    "text, tabs": {"separator": "\t", "encoding": "cp1252"},
    "with a line that names the separator": {"separator": ";", "encoding": "cp1252", "first": "sep=;\r\n"},
    "named, UTF-8": {"separator": ";", "encoding": "utf-8-sig", "first": "sep=;\r\n"},
    "English, CSV UTF-8": {"separator": ",", "encoding": "utf-8-sig"},
}


@pytest.fixture
def figures(tmp_path):
    """Return a function that writes figures.csv with some cells changed, and reads it back."""

    def reading(*changes, **way):
        records = [list(schema()["figures"].header)]
        for n, change in enumerate(changes, 1):
            base = {
                "id": f"f{n:02}",
                "what": "Größe",
                "whom": "élèves",
                "place": "here",
                "qualifier": "=",
                "value": "1",
            }
            cells = base | {"unit": "persons", "layer": "article"} | change
            records.append([cells.get(name, "") for name in records[0]])
        file = tmp_path / "figures.csv"
        file.write_bytes(excel(records, **way))
        return read_exported(file)

    return reading


def column(opened, name, table="figures"):
    grid = opened.grids[table]
    return [cells[grid.header.index(name)] for _, cells in grid.records]


def cells_read(opened):
    """Return the remarks on cells; those on the file as a whole are left out."""
    return [(r.line, r.column, r.was, r.now) for r in opened.remarks if r.column]


@pytest.mark.parametrize("name", shipped_cases())
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_case_saved_by_excel_in_another_country_comes_back_without_a_changed_byte(tmp_path, name, way):
    folder = cases_folder() / name
    (tmp_path / "out").mkdir()
    tables = filed(load(folder))
    for table in tables:
        records = rows(folder, table)
        if way["encoding"] == "cp1252":  # which has no letters for some of what the cases hold
            records = [[cell.encode("cp1252", "ignore").decode("cp1252") for cell in row] for row in records]
        (tmp_path / "out" / f"{table}.csv").write_bytes(excel(records, **way))
        write(tmp_path, table, records)

    done = import_case(tmp_path / "out", tmp_path / "back")

    assert done.written
    assert [remark for remark in done.remarks if remark.column] == []
    for table in tables:
        assert (tmp_path / "back" / f"{table}.csv").read_bytes() == (tmp_path / f"{table}.csv").read_bytes()


def test_numbers_and_dates_are_read_with_a_remark_for_each(tmp_path, capsys):
    folder = shutil.copytree(cases_folder() / "practice-pond-2025", tmp_path / "case")
    (tmp_path / "out").mkdir()
    records = rows(folder, "documents")
    plain = [n for n, name in enumerate(records[0]) if ":" not in name]  # what the old encoding can write
    records = [[record[n] for n in plain] for record in records]
    published, known = records[0].index("published"), records[0].index("known_since")
    records[1][published], records[1][known] = "08.01.2023", "25/12/2023"
    (tmp_path / "out" / "documents.csv").write_bytes(excel(records))

    main(["import", str(tmp_path / "out"), str(folder)])

    said = capsys.readouterr().out
    assert 'documents.csv:2: column "published": "08.01.2023" was read as "2023-01-08".' in said
    assert 'documents.csv:2: column "known_since": "25/12/2023" was read as "2023-12-25".' in said
    assert "documents.csv:1: a table with semicolons was read as one with commas." in said
    assert "case: written; tables that change: documents (8 rows, now 8)." in said
    assert rows(folder, "documents")[1][published] == "2023-01-08"


def test_one_file_changes_one_table_and_leaves_the_others(folder, tmp_path):
    before = {path.name: path.read_bytes() for path in folder.glob("*.csv")}
    file = tmp_path / "my-case_slips.csv"
    records = rows(folder, "slips")
    records[1][-1] = "Größe, élève"
    file.write_bytes(excel(records))

    done = import_case(file, folder)

    assert list(done.changed) == ["slips"]
    assert load(folder).slips[0].note == "Größe, élève"
    assert {n: (folder / n).read_bytes() for n in before if n != "slips.csv"} == {
        n: data for n, data in before.items() if n != "slips.csv"
    }


def test_a_new_case_may_begin_with_one_table(tmp_path, folder):
    (tmp_path / "claims.csv").write_bytes(excel(rows(folder, "claims")))

    done = import_case(tmp_path / "claims.csv", tmp_path / "new")

    assert done.written
    assert done.faults
    assert (tmp_path / "new" / "claims.csv").read_bytes() == (folder / "claims.csv").read_bytes()
    assert (tmp_path / "new" / "slips.csv").read_text(encoding="utf-8") == "id,passages,what,effect,note\n"


def test_a_case_may_be_mended_in_its_own_folder(folder):
    before = (folder / "slips.csv").read_bytes()
    (folder / "slips.csv").write_bytes(excel(rows(folder, "slips"), encoding="utf-16", separator="\t"))

    assert main(["import", str(folder), str(folder)]) == FINE
    assert (folder / "slips.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("text", "notation", "whole", "meant"),
    [
        ("47", OPEN, False, "47"),
        ("4,5", OPEN, False, "4.5"),
        ("-4,5", OPEN, False, "-4.5"),
        ("4.5", COMMA, False, "4.5"),
        ("0,125", OPEN, False, "0.125"),
        ("1 200", OPEN, True, "1200"),
        ("1\u00a0200", OPEN, False, "1200"),
        ("1\u202f234\u202f567,5", OPEN, False, "1234567.5"),
        ("1’200.50", OPEN, False, "1200.50"),  # noqa: RUF001 - what Excel writes in Switzerland
        ("1.234,5", OPEN, False, "1234.5"),
        ("1,234.5", OPEN, False, "1234.5"),
        ("1.234.567", OPEN, False, "1234567"),
        ("1.200", COMMA, False, "1200"),
        ("1.200", POINT, False, "1.200"),
        ("1,200", COMMA, False, "1.200"),
        ("1,200", POINT, False, "1200"),
        ("1.250", OPEN, True, "1250"),
        ("600+", OPEN, False, "600+"),
        ("50 %", OPEN, False, "50 %"),
        ("1E+05", OPEN, False, "1E+05"),
        ("many", OPEN, False, "many"),
        ("", OPEN, False, ""),
    ],
)
def test_a_number_is_read_by_what_it_can_mean(text, notation, whole, meant):
    assert number(text, notation, whole=whole) == meant


@pytest.mark.parametrize(("text", "whole"), [("1.200", False), ("1,200", False), ("1.000", True)])
def test_a_number_with_two_readings_is_asked_about(text, whole):
    with pytest.raises(TwoReadingsError) as caught:
        number(text, OPEN, whole=whole)

    assert [reading.replace(".", "") for reading in caught.value.readings] == [
        text.replace(",", "").replace(".", "")
    ] * 2


@pytest.mark.parametrize(
    ("text", "first", "meant"),
    [
        ("2023-01-08", "", "2023-01-08"),
        ("08.01.2023", "month", "2023-01-08"),
        ("8.1.2023", "", "2023-01-08"),
        ("25/12/2023", "", "2023-12-25"),
        ("12/25/2023", "", "2023-12-25"),
        ("08/01/2023", "day", "2023-01-08"),
        ("08/01/2023", "month", "2023-08-01"),
        ("08-01-2023", "day", "2023-01-08"),
        ("05/05/2023", "", "2023-05-05"),
        ("01/2023", "", "2023-01"),
        ("01.2023", "", "2023-01"),
        ("2023/01/08", "", "2023-01-08"),
        ("2023", "", "2023"),
        ("2023-01/2023-02", "", "2023-01/2023-02"),
        ("31.02.2023", "", "31.02.2023"),
        ("13/2023", "", "13/2023"),
        ("soon", "", "soon"),
        ("", "", ""),
    ],
)
def test_a_date_is_read_by_what_it_can_mean(text, first, meant):
    assert day(text, Notation(first=first)) == meant


def test_a_date_with_two_readings_or_a_short_year_is_asked_about():
    with pytest.raises(TwoReadingsError, match="2023-01-08 or 2023-08-01"):
        day("08/01/2023", OPEN)
    with pytest.raises(TwoReadingsError):
        day("08.01.23", OPEN)


@given(st.dates(), st.sampled_from(["{0:02}.{1:02}.{2:04}", "{0}.{1}.{2:04}"]))
def test_every_german_date_is_read_as_the_day_it_names(date, form):
    assert day(form.format(date.day, date.month, date.year), OPEN) == date.isoformat()


@given(st.dates(), st.sampled_from(["day", "month"]))
def test_every_date_with_slashes_is_read_by_the_order_of_its_file_or_asked_about(date, first):
    parts = (date.day, date.month) if first == "day" else (date.month, date.day)
    text = f"{parts[0]:02}/{parts[1]:02}/{date.year:04}"

    assert day(text, Notation(first=first)) == date.isoformat()
    try:
        readings = (day(text, OPEN),)
    except TwoReadingsError as error:
        readings = error.readings
    assert date.isoformat() in readings


@given(st.text(max_size=12), st.sampled_from([COMMA, POINT, OPEN]), st.booleans())
def test_whatever_is_no_number_or_date_comes_back_unchanged_and_a_reading_is_never_read_again(text, notation, whole):
    for read in (lambda cell: number(cell, notation, whole=whole), lambda cell: day(cell, notation)):
        try:
            meant = read(text)
        except TwoReadingsError:
            continue
        assert meant == text or meant.replace(".", "").replace("-", "").isdigit()


def test_the_file_decides_by_what_can_be_read_one_way_only():
    assert notation_of(["1.200", "4,5"], [], ";").mark == ","
    assert notation_of(["1.200", "4.5"], [], ";").mark == "."
    assert notation_of(["1.200", "4.5", "4,5"], [], ";").mark == ""
    assert notation_of(["1.200", "1.234.567"], [], ";").mark == ","
    assert notation_of(["1.200"], [], ";").mark == ""
    assert notation_of(["1.200"], [], ",").mark == "."
    assert notation_of([], ["08/01/2023", "25/12/2023"], ";").first == "day"
    assert notation_of([], ["08/01/2023", "12/25/2023"], ";").first == "month"
    assert notation_of([], ["25/12/2023", "12/25/2023", "08.01.2023"], ";").first == ""


def test_a_decimal_comma_in_the_file_settles_what_a_point_means(figures):
    opened = figures({"value": "1.200"}, {"value": "4,5"})

    assert column(opened, "value") == ["1200", "4.5"]
    assert cells_read(opened) == [(2, "value", '"1.200"', '"1200"'), (3, "value", '"4,5"', '"4.5"')]


def test_what_nothing_in_the_file_settles_is_a_fault_that_asks_and_nothing_is_written(figures, tmp_path, capsys):
    opened = figures({"value": "1.200"}, first="sep=;\r\n")

    (fault,) = opened.faults
    assert (fault.line, fault.column, fault.found) == (3, "value", '"1.200"')
    assert fault.remedy == "Write 1.200 or 1200, whichever is meant."
    assert main(["import", str(tmp_path / "figures.csv"), str(tmp_path / "new")]) == FAULTS
    assert "new was not written" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_text_that_looks_like_a_number_or_date_is_left_alone(figures):
    opened = figures({"what": "4,5", "time": "08.01.2023", "note": "1.200", "id": "f1"})

    assert (opened.faults, cells_read(opened)) == ([], [])
    assert column(opened, "what") == ["4,5"]


def test_letters_of_a_mac_are_asked_about_and_not_taken_for_others(figures):
    opened = figures({"what": "Größe"}, encoding="mac_roman")

    (fault,) = opened.faults
    assert fault.line == 2
    assert "another letter on a Mac" in fault.found
    assert "CSV UTF-8" in fault.remedy


def test_letters_of_two_encodings_are_asked_about(tmp_path):
    head = b"id;passages;what;effect;note\r\n"
    (tmp_path / "slips.csv").write_bytes(head + "x1;h;Größe;y;".encode() + "à »\r\n".encode("cp1252"))

    (fault,) = read_exported(tmp_path / "slips.csv").faults
    assert (fault.line, fault.found) == (2, "letters in UTF-8 beside others")


def test_a_french_quotation_in_windows_1252_is_not_taken_for_utf_8(tmp_path):
    head = b"id;passages;what;effect;note\r\n"
    (tmp_path / "slips.csv").write_bytes(head + "x1;h;« là » É\xa0» Â;y;".encode("cp1252"))

    assert column(read_exported(tmp_path / "slips.csv"), "what", "slips") == ["« là » É\xa0» Â"]


def test_letters_that_were_lost_in_saving_are_hinted_at(figures):
    opened = figures({"what": "שלום Größe".encode("cp1252", "replace").decode("cp1252")})

    assert "letters may be lost" in str(opened.remarks[0])


def test_letters_in_utf_8_are_not_taken_for_windows_1252(figures):
    opened = figures({"what": "Größe"}, encoding="utf-8")

    assert column(opened, "what") == ["Größe"]
    assert "Windows-1252" not in str(opened.remarks[0])


def test_line_breaks_quotation_marks_and_separators_in_a_cell_stay(figures):
    text = 'one;two\nthe "third", and\ttabs'

    assert column(figures({"note": text}), "note") == [text]


def test_blank_cells_that_excel_leaves_out_and_empty_rows_and_columns_are_no_fault(tmp_path):
    file = tmp_path / "slips.csv"
    file.write_bytes(b"id *;passages;what *;effect *;note;;\r\nx01;h;one;y\r\nx02;h;two;y;;;\r\n;;;;;;\r\n;;;;;;\r\n")

    opened = read_exported(file)

    assert opened.faults == []
    assert opened.grids["slips"].header == ("id", "passages", "what", "effect", "note")
    assert [cells for _, cells in opened.grids["slips"].records] == [
        ("x01", "h", "one", "y", ""),
        ("x02", "h", "two", "y", ""),
    ]


@pytest.mark.parametrize(
    ("name", "data", "line", "found"),
    [
        ("slips.csv", b"", 1, "an empty file"),
        ("slips.csv", b"\xff\xfei\x00d\x00", 1, "no such column"),
        ("slips.csv", b"\xff\xfei\x00d\x00\x00\xd8", 0, "a file that is cut off, or no text"),
        ("slips.csv", b"i\x00d\x00;\x00", 0, "UTF-16 without its mark, or no text"),
        ("slips.csv", b"sep=|\r\nid|passages", 1, '"|" between the cells'),
        ("slips.csv", b'id;passages;what;effect;note\r\nx1;h;"open;y;', 2, "unexpected end of data"),
        ("slips.csv", b"id;passages;what;effect;note\r\nx1;h;w;y;n;more", 2, "6 cells"),
        ("slips.csv", b"id;passages;what;effect;notes\r\n", 1, "an unknown column"),
        ("slip.csv", b"id;passages\r\n", 0, "a file of no table"),
    ],
)
def test_what_cannot_be_read_is_a_fault_with_its_place(tmp_path, name, data, line, found):
    (tmp_path / name).write_bytes(data)

    fault = read_exported(tmp_path / name).faults[0]

    assert (fault.file, fault.line, fault.found) == (str(tmp_path / name), line, found)
    assert fault.remedy


def test_a_folder_without_tables_and_one_with_the_same_table_twice_are_faults(tmp_path):
    (nothing,) = read_exported(tmp_path).faults
    assert nothing.found == "no CSV file"

    for name in ("a-slips.csv", "b-slips.csv"):
        (tmp_path / name).write_bytes(b"id;passages;what;effect;note\r\n")
    (twice,) = read_exported(tmp_path).faults
    assert twice.found == "a second table of slips"
    assert "a-slips.csv is one already" in twice.remedy


@given(st.binary(max_size=200))
def test_whatever_bytes_a_file_holds_it_is_read_or_is_a_fault_safe_to_print(tmp_path_factory, data):
    file = tmp_path_factory.mktemp("bytes") / "slips.csv"
    file.write_bytes(data)

    opened = read_exported(file)

    assert all(line.isprintable() for fault in opened.faults for line in str(fault).split("\n"))
    assert opened.faults or "slips" in opened.grids


def test_a_table_that_stays_and_cannot_be_read_stops_the_import(folder, tmp_path, capsys):
    edit(folder, "claims", "k01", "note", "x")
    (folder / "claims.csv").write_bytes((folder / "claims.csv").read_bytes() + b'k99,"open')
    file = tmp_path / "slips.csv"
    file.write_bytes(excel(rows(folder, "slips")[:3]))

    assert main(["import", str(file), str(folder)]) == FAULTS
    assert "claims.csv" in capsys.readouterr().err
    assert len(rows(folder, "slips")) > 3

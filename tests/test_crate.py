"""A package of a case or report: every file is described, nothing else is in it, and the same gives the same bytes."""

import csv
import json
import re
import shutil
from contextlib import suppress
from datetime import date
from hashlib import sha256
from io import BytesIO, StringIO
from random import Random
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
import yaml
from frictionless import Package
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mangle import HOSTILE, spoilt
from oddity import odd_files
from spoil import edit
from test_fuzz import assert_they_teach
from whosays.case.errors import CaseError
from whosays.case.load import cases_folder, load, shipped_cases
from whosays.case.save import save_files, texts_of
from whosays.cli import FAULTS, FINE, USAGE, main
from whosays.crate.pack import CRATE, pack

MANY = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
DAY = "2026-11-28"
POND = "practice-pond-2025"
OUTSIDE = (
    "../secret.txt",
    "/etc/hostname",
    "a/../../secret.txt",
    "..\\secret.txt",
    "C:secret",
    "",
    "a//b",
    "./a",
    "a\nb",
)
WORDS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30)).filter(lambda text: text.split())


@pytest.fixture
def pond(tmp_path):
    """A copy of the practice case that a test may spoil."""
    return shutil.copytree(cases_folder() / POND, tmp_path / POND)


def report_at(folder):
    """Make the folder of a report as ``whosays report`` lays it out, with little in it, and return it."""
    files = {
        "report.html": b"<!doctype html><title>R</title>",
        "report.ipynb": b"{}",
        "CITATION.cff": b"cff-version: 1.2.0\nmessage: m\ntitle: t\nauthors:\n  - name: A\n",
        "tables/standing.csv": b"id,standing\nk01,holds\n",
        "figures/clocks.svg": b"<svg/>",
    }
    files |= {f"case/{POND}/{path.name}": path.read_bytes() for path in (cases_folder() / POND).iterdir()}
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    record = {
        "report": 1,
        "title": "What happened to the frogs",
        "case": {"id": POND},
        "parameters": {"authors": ["Ada Reed", "Bo Lund"]},
        "command": f"whosays report case/{POND} -o ../again",
        "versions": {"whosays": "0.1.0"},
        "made": {"when": "2026-11-27T10:00:00Z"},
        "outputs": {name: sha256(data).hexdigest() for name, data in files.items()},
    }
    (folder / "report.json").write_text(json.dumps(record), encoding="utf-8")
    return folder


def record_of(folder, **changes):
    """Change what ``report.json`` says, and return the folder."""
    record = json.loads((folder / "report.json").read_text(encoding="utf-8")) | changes
    (folder / "report.json").write_text(json.dumps(record), encoding="utf-8")
    return folder


def packed(place, tmp_path, day=DAY):
    """Return the files of the package of a place by name, and what was left out."""
    _, left = pack(place, tmp_path / "out.zip", day)
    with ZipFile(tmp_path / "out.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}, left


def refused(place, tmp_path, day=DAY):
    with pytest.raises(CaseError) as caught:
        pack(place, tmp_path / "out.zip", day)
    assert_they_teach(caught.value.faults)
    assert not (tmp_path / "out.zip").exists()
    return caught.value.faults


def assert_it_is_a_crate(files):
    """What the specification demands (RO-Crate 1.2, sections 4 to 6): one flat graph that describes every file."""
    crate = json.loads(files[CRATE])
    assert crate["@context"] == "https://w3id.org/ro/crate/1.2/context"
    entities = {entity["@id"]: entity for entity in crate["@graph"]}
    assert len(entities) == len(crate["@graph"])
    assert all("@type" in entity and entity.get("name", "-") for entity in entities.values())
    head, root = entities[CRATE], entities["./"]
    assert (head["@type"], head["about"]) == ("CreativeWork", {"@id": "./"})
    assert head["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.2"}
    assert root["@type"] == "Dataset"
    assert all(root[needed] for needed in ("name", "description", "datePublished", "license"))
    assert date.fromisoformat(root["datePublished"]).isoformat() == root["datePublished"]
    reached, todo = set(), ["./"]
    while todo:
        parts = entities[todo.pop()].get("hasPart", [])
        for part in parts if isinstance(parts, list) else [parts]:
            assert part["@id"] not in reached
            reached.add(part["@id"])
            todo.append(part["@id"])
    described = {unquote(name): entities[name] for name in reached if not name.endswith("/")}
    assert set(described) == set(files) - {CRATE}
    for name, entity in described.items():
        assert entity["@type"] == "File"
        assert int(entity["contentSize"]) == len(files[name])
        assert entity["sha256"] == sha256(files[name]).hexdigest()
    named = set(re.findall(r'"@id": "([^"]+)"', json.dumps(crate["@graph"], ensure_ascii=False)))
    assert named - set(entities) == {"https://w3id.org/ro/crate/1.2"}
    return entities


def assert_it_can_be_cited(text):
    """What Citation File Format 1.2.0 demands, and what it says."""
    cited = yaml.safe_load(text)
    assert cited["cff-version"] == "1.2.0"
    assert cited["message"]
    assert cited["title"]
    assert all(author["name"] for author in cited["authors"])
    return cited


@pytest.mark.parametrize("name", shipped_cases())
def test_every_case_is_packed_whole_and_described(name, tmp_path):
    files, left = packed(name, tmp_path)
    folder = cases_folder() / name

    assert left == ()
    assert set(files) == {path.name for path in folder.iterdir()} | {CRATE, "CITATION.cff"}
    assert all(files[path.name] == path.read_bytes() for path in folder.iterdir())
    assert_it_is_a_crate(files)
    cited = assert_it_can_be_cited(files["CITATION.cff"])
    assert cited["license"] == "CC-BY-4.0"
    assert cited["date-released"] == date.fromisoformat(DAY)


def test_a_package_is_a_data_package_too(tmp_path):
    pack(POND, tmp_path / "out.zip", DAY)
    with ZipFile(tmp_path / "out.zip") as archive:
        archive.extractall(tmp_path / "out")

    assert Package(str(tmp_path / "out" / "datapackage.json")).validate().valid


def test_the_same_files_give_the_same_bytes(tmp_path, pond):
    pack(POND, tmp_path / "one.zip", DAY)
    for path in sorted(pond.iterdir(), reverse=True):
        path.write_bytes(path.read_bytes())  # another age, another order on the disk
        path.chmod(0o600)
    pack(pond, tmp_path / "two.zip", DAY)

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_entries_are_sorted_bear_one_date_and_have_plain_names(tmp_path):
    pack(report_at(tmp_path / "report"), tmp_path / "out.zip")
    with ZipFile(tmp_path / "out.zip") as archive:
        entries = archive.infolist()

    names = [entry.filename for entry in entries]
    assert names == sorted(names)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert not [name for name in names if name.startswith("/") or ".." in name or "\\" in name or name.endswith("/")]


def test_what_was_unpacked_can_be_packed_again_with_the_same_bytes(tmp_path):
    pack(POND, tmp_path / "one.zip", DAY)
    with ZipFile(tmp_path / "one.zip") as archive:
        archive.extractall(tmp_path / POND)
    _, left = pack(tmp_path / POND, tmp_path / "two.zip", DAY)

    assert left == ()
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_what_is_no_part_of_a_case_is_left_out_in_words(pond, tmp_path):
    (pond / "notes.docx").write_bytes(b"x")
    (pond / "drafts").mkdir()
    (pond / "drafts" / "claims.csv").write_bytes(b"x")
    files, left = packed(pond, tmp_path)

    assert not [name for name in files if "notes" in name or "drafts" in name]
    assert left == ("2 files of another kind (drafts, notes.docx) have no place in the package and were left out.",)


def test_a_citation_of_ones_own_is_kept(pond, tmp_path):
    (pond / "CITATION.cff").write_bytes(b"cff-version: 1.2.0\n")

    assert packed(pond, tmp_path)[0]["CITATION.cff"] == b"cff-version: 1.2.0\n"


@pytest.mark.parametrize("name", ["CITATION.cff", "accepted.csv", "slips.csv"])
def test_a_link_in_a_case_is_not_followed_into_a_package(pond, tmp_path, name):
    held = (pond / name).read_bytes() if (pond / name).is_file() else b"secret"
    (tmp_path / "secret").write_bytes(held)
    (pond / name).unlink(missing_ok=True)
    (pond / name).symlink_to(tmp_path / "secret")

    assert [fault.found for fault in refused(pond, tmp_path)] == ["a link"]


def test_a_linked_folder_in_a_report_is_not_followed_into_a_package(tmp_path):
    folder = report_at(tmp_path / "report")
    (folder / "tables").rename(tmp_path / "tables")
    (folder / "tables").symlink_to(tmp_path / "tables")

    assert [fault.found for fault in refused(folder, tmp_path)] == ["no such file"]


def test_a_link_to_a_report_leads_to_it(tmp_path):
    (tmp_path / "link").symlink_to(report_at(tmp_path / "report"))

    assert_it_is_a_crate(packed(tmp_path / "link", tmp_path)[0])


def test_a_case_with_a_file_called_report_json_is_a_case(pond, tmp_path):
    (pond / "report.json").write_bytes(b"{}")

    assert packed(pond, tmp_path)[1] == (
        "1 file of another kind (report.json) has no place in the package and was left out.",
    )


def test_a_report_that_holds_a_crate_already_gets_a_new_one(tmp_path):
    folder = report_at(tmp_path / "report")
    (folder / CRATE).write_bytes(b"{}")
    record = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    record_of(folder, outputs=record["outputs"] | {CRATE: sha256(b"{}").hexdigest()})

    assert_it_is_a_crate(packed(folder, tmp_path)[0])


def test_a_case_without_a_data_package_gets_one(pond, tmp_path):
    (pond / "datapackage.json").unlink()
    whole = texts_of(load(pond))["datapackage.json"].encode()

    assert packed(pond, tmp_path)[0]["datapackage.json"] == whole


def test_a_case_with_faults_is_not_packed(pond, tmp_path):
    edit(pond, "claims", "k01", "kind", "rumour")

    assert [fault.column for fault in refused(pond, tmp_path)] == ["kind"]


def test_makers_licence_version_and_day_are_those_of_the_data_package(pond, tmp_path):
    package = json.loads((pond / "datapackage.json").read_text(encoding="utf-8"))
    package |= {
        "contributors": [{"title": "Ada Reed"}, {"title": "Bo Lund"}],
        "licenses": [{"name": "ODC-BY", "path": "https://example.org/odc"}],
        "version": "2.1",
        "created": "2025-05-01T12:00:00Z",
    }
    (pond / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    files, _ = packed(pond, tmp_path, "")
    entities, cited = assert_it_is_a_crate(files), assert_it_can_be_cited(files["CITATION.cff"])

    assert [author["name"] for author in cited["authors"]] == ["Ada Reed", "Bo Lund"]
    assert (cited["license-url"], cited["version"]) == ("https://example.org/odc", "2.1")
    assert cited["date-released"] == date(2025, 5, 1)
    root = entities["./"]
    assert [entities[maker["@id"]]["name"] for maker in root["author"]] == ["Ada Reed", "Bo Lund"]
    assert (root["datePublished"], root["version"]) == ("2025-05-01", "2.1")
    assert entities[root["license"]["@id"]]["name"] == "ODC-BY"


def test_a_version_that_is_a_day_is_the_day_of_the_package(tmp_path):
    files, _ = packed("practice-pond-2025", tmp_path, "")
    said = json.loads(files["datapackage.json"])
    cited = assert_it_can_be_cited(files["CITATION.cff"])

    assert cited["date-released"] == date(*map(int, said["version"].split(".")))


def test_the_article_is_named_by_its_address_and_outlet(tmp_path, case):
    files, _ = packed("kramatorsk-2023", tmp_path)
    about = assert_it_is_a_crate(files)[case.article.address]
    cited = yaml.safe_load(files["CITATION.cff"])["references"][0]

    assert about["name"] == f"The article of 2023-01-09, published by {case.article.outlet}"
    assert (cited["url"], cited["authors"]) == (case.article.address, [{"name": case.article.outlet}])


def test_a_report_is_packed_as_its_record_names_it(tmp_path):
    folder = report_at(tmp_path / "report")
    (folder / "tables" / "mine.xlsx").write_bytes(b"x")
    (folder / "mail.txt").write_bytes(b"x")
    files, left = packed(folder, tmp_path, "")
    entities = assert_it_is_a_crate(files)
    record = json.loads(files["report.json"])

    assert set(files) == {*record["outputs"], "report.json", CRATE}
    assert len(left) == 1
    assert left[0].startswith("2 files of another kind (mail.txt, tables/mine.xlsx) have no place")
    assert entities["./"]["datePublished"] == "2026-11-27"
    assert [entities[a["@id"]]["name"] for a in entities["./"]["author"]] == ["Ada Reed", "Bo Lund"]
    assert entities["#made"]["name"] == record["command"]
    assert entities[f"case/{POND}/claims.csv"]["description"] == "Each row is one checkable proposition."


def test_a_report_of_which_a_file_was_changed_or_is_gone_is_not_packed(tmp_path):
    folder = report_at(tmp_path / "report")
    (folder / "tables" / "standing.csv").write_bytes(b"id,standing\nk01,answered\n")
    (folder / "figures" / "clocks.svg").unlink()

    assert [fault.found for fault in refused(folder, tmp_path)] == ["no such file", "another file than was made"]


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_record_that_names_a_place_outside_the_report_is_refused(tmp_path, name):
    (tmp_path / "secret.txt").write_bytes(b"secret")
    folder = report_at(tmp_path / "report")
    record = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    record_of(folder, outputs=record["outputs"] | {name: sha256(b"secret").hexdigest()})

    assert [fault.expected for fault in refused(folder, tmp_path)] == ["the name of a file in this folder"]


@pytest.mark.parametrize("changes", [{"outputs": {}}, {"outputs": None}, {"case": {}}, {"case": "x"}, {"made": []},
                                     {"case": {"id": "../case"}}, {"case": {"id": "other"}}])  # fmt: skip
def test_a_record_that_lacks_a_part_is_refused(tmp_path, changes):
    assert refused(record_of(report_at(tmp_path / "report"), **changes), tmp_path)


@pytest.mark.parametrize("text", ["", "[]", "{", "\xff", "[" * 100_000, '"report"'])
def test_a_record_that_is_no_json_object_is_refused(tmp_path, text):
    folder = report_at(tmp_path / "report")
    (folder / "report.json").write_bytes(text.encode("latin-1"))

    assert [fault.found for fault in refused(folder, tmp_path)] == ["no JSON object"]


@pytest.mark.parametrize(("maker", "read"), [("\U00018d09", "\U00018d09"), ("\ud800", "?"), ("\x85\ufeffA", "\ufeffA")])
def test_a_letter_that_yaml_or_utf_8_cannot_write_is_spelled_out_or_replaced(pond, tmp_path, maker, read):
    package = {"contributors": [{"title": maker}], "version": maker}
    (pond / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    files, _ = packed(pond, tmp_path)

    assert_it_is_a_crate(files)
    assert assert_it_can_be_cited(files["CITATION.cff"])["authors"] == [{"name": read}]


@MANY
@given(WORDS, WORDS, WORDS, WORDS)
def test_hostile_words_stay_words(tmp_path_factory, title, maker, licence, version):
    place = tmp_path_factory.mktemp("case")
    folder = shutil.copytree(cases_folder() / POND, place / POND)
    package = {
        "contributors": [{"title": maker}, {"name": 3}, "x"],
        "licenses": [{"name": licence, "path": "javascript:alert(1)"}],
        "version": version,
        "created": title,
    }
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    files, _ = packed(folder, place)
    entities, cited = assert_it_is_a_crate(files), assert_it_can_be_cited(files["CITATION.cff"])

    assert cited["authors"] == [{"name": " ".join(maker.split())}]
    assert cited.get("version", "") == " ".join(version.split())
    assert entities["#licence"]["name"] == " ".join(licence.split())
    assert "license-url" not in cited


@MANY
@given(st.randoms(use_true_random=False))
def test_whatever_a_report_holds_it_is_packed_or_refused_with_faults_that_teach(tmp_path_factory, chance):
    place = tmp_path_factory.mktemp("report")
    folder = report_at(place / "report")
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    name = chance.choice(["report.json", "report.json", f"case/{POND}/datapackage.json", *names])
    held = (folder / name).read_text(encoding="utf-8")
    (folder / name).write_bytes(spoilt(chance, {name: held})[name])
    faults = ()
    try:
        files, _ = packed(folder, place, chance.choice(("", DAY)))
    except CaseError as error:
        faults = error.faults
    if faults:
        assert_they_teach(faults)
    else:
        assert_it_is_a_crate(files)


@MANY
@given(st.integers(0, 10**9))
def test_odd_cases_are_packed_and_can_be_cited(tmp_path_factory, seed):
    place = tmp_path_factory.mktemp("odd")
    save_files(odd_files(Random(seed)), place / "odd")
    with suppress(CaseError):
        files, _ = packed(place / "odd", place)
        entities, cited = assert_it_is_a_crate(files), assert_it_can_be_cited(files["CITATION.cff"])
        title = csv.DictReader(StringIO(files["article.csv"].decode(), newline="")).__next__()["title"]
        assert (cited["title"], entities["./"]["name"]) == (" ".join(title.split()), title)


@pytest.mark.parametrize("day", ["2026", "2026-13-01", "28.11.2026", "2026-11-28/2026-11-29", "today"])
def test_a_day_that_is_none_is_refused(tmp_path, day):
    assert [fault.file for fault in refused(POND, tmp_path, day)] == ["--day"]


def test_the_command_says_what_it_packed_and_what_it_left_out(pond, tmp_path, capsys):
    (pond / "notes\u202e.docx").write_bytes(b"x")
    file = tmp_path / "pond.zip"

    assert main(["pack", str(pond), "-o", str(file), "--day", DAY]) == FINE
    printed = capsys.readouterr()
    assert printed.out == f"{file}: the case “What happened to the frogs of Quillstead?”, as of {DAY}.\n"
    assert "notes\\u202e.docx" in printed.err
    assert ZipFile(BytesIO(file.read_bytes())).testzip() is None


def test_another_ending_an_unknown_case_and_a_fault_leave_no_file(pond, tmp_path, capsys):
    edit(pond, "claims", "k01", "kind", "rumour")

    assert main(["pack", POND, "-o", str(tmp_path / "pond.tar")]) == USAGE
    assert main(["pack", "practise-pond-2025", "-o", str(tmp_path / "a.zip")]) == USAGE
    assert main(["pack", str(pond), "-o", str(tmp_path / "b.zip")]) == FAULTS
    printed = capsys.readouterr().err
    assert "a package needs the ending .zip" in printed
    assert f'Did you mean "{POND}"?' in printed
    assert [path.name for path in tmp_path.iterdir()] == [POND]

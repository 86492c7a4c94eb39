import json
import os
import shutil
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spoil import filed
from whosays.case import save as saving
from whosays.case.load import load
from whosays.case.package import datapackage
from whosays.case.save import cells_of, finish_interrupted_save, save, texts_of
from whosays.case.schema import TABLES, schema

LETTERS = st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from('",\n\t;<>=\u202e\u0301')
TEXT = st.text(LETTERS, min_size=1, max_size=40)


class CutOffError(BaseException):
    """The power went: nothing after this point is run, not even a clean-up for ordinary errors."""


def contents(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def changed(case):
    return replace(case, article=replace(case.article, content_note="Another note."))


def note(folder):
    return load(folder).article.content_note


def fsync(_file):
    """Take the place of the real one, which takes its time; a test cannot pull the plug anyway."""


def break_at(monkeypatch, step, error):
    """Let the given call of the steps that change the disk fail; count them if there is none of that number."""
    calls = []

    def counting(real):
        def call(*args, **kwargs):
            calls.append(real.__name__)
            if len(calls) == step:
                raise error
            return real(*args, **kwargs)

        return call

    monkeypatch.setattr(Path, "rename", counting(Path.rename))
    monkeypatch.setattr(Path, "mkdir", counting(Path.mkdir))
    monkeypatch.setattr(Path, "open", counting(Path.open))
    monkeypatch.setattr(os, "fsync", counting(fsync))
    monkeypatch.setattr(saving.shutil, "copytree", counting(shutil.copytree))
    monkeypatch.setattr(saving.shutil, "rmtree", counting(shutil.rmtree))
    return calls


def test_a_case_comes_back_from_saving_exactly_as_it_was(case, tmp_path):
    again = load(save(case, tmp_path / "kramatorsk-2023"))

    assert again.id == case.id
    assert all(again.rows(table) == case.rows(table) for table in TABLES)


def test_saving_twice_writes_the_same_bytes(case, tmp_path):
    first = contents(save(case, tmp_path / "case"))

    assert contents(save(case, tmp_path / "case")) == first
    assert contents(save(load(tmp_path / "case"), tmp_path / "case")).keys() == first.keys()


def test_an_optional_table_without_rows_is_neither_written_nor_described_nor_left_behind(folder, case):
    save(replace(case, hypotheses=()), folder)

    assert not (folder / "hypotheses.csv").exists()
    assert "hypotheses" not in (folder / "datapackage.json").read_text(encoding="utf-8")
    assert load(folder).hypotheses == ()


def test_saving_makes_the_folders_on_the_way(case, tmp_path):
    assert load(save(case, tmp_path / "a" / "b" / "case")).article == case.article


def test_saving_leaves_nothing_beside_the_folder(case, tmp_path):
    save(case, tmp_path / "case")
    save(changed(case), tmp_path / "case")

    assert [path.name for path in tmp_path.iterdir()] == ["case"]


def test_files_of_other_names_are_kept(folder):
    (folder / "notes.txt").write_text("ours", encoding="utf-8")
    (folder / "pictures").mkdir()
    (folder / "pictures" / "plan.svg").write_text("<svg/>", encoding="utf-8")

    save(changed(load(folder)), folder)

    assert (folder / "notes.txt").read_text(encoding="utf-8") == "ours"
    assert (folder / "pictures" / "plan.svg").read_text(encoding="utf-8") == "<svg/>"
    assert note(folder) == "Another note."


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_an_error_while_writing_leaves_the_old_case_whole(folder, monkeypatch, error):
    case, before = load(folder), contents(folder)
    with monkeypatch.context() as patch:
        break_at(patch, 8, error)
        with pytest.raises(type(error)):
            save(changed(case), folder)

    assert contents(folder) == before
    assert load(folder) == case


def test_an_error_while_writing_leaves_no_half_written_folder_beside_the_case(folder, monkeypatch):
    case = load(folder)
    with monkeypatch.context() as patch:
        break_at(patch, 8, OSError(28, "No space left on device"))
        with pytest.raises(OSError, match="No space"):
            save(changed(case), folder)

    assert [path.name for path in folder.parent.iterdir()] == ["case"]


def test_an_error_while_changing_places_means_that_nothing_was_saved_then_or_later(folder, monkeypatch):
    case, old = load(folder), note(folder)
    real = Path.rename

    def locked(path, target):
        if path == folder.resolve():
            raise PermissionError(13, "The folder is open in another program", str(path))
        return real(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", locked)
        with pytest.raises(PermissionError):
            save(changed(case), folder)

    assert note(folder) == old


def test_a_text_that_cannot_be_written_leaves_everything_as_it_was(folder):
    case, before = load(folder), contents(folder)
    with pytest.raises(ValueError, match=r"surrogate|encode"):
        save(replace(case, article=replace(case.article, note="half a character \ud800")), folder)

    assert contents(folder) == before
    assert [path.name for path in folder.parent.iterdir()] == ["case"]


def held(target, old, new):
    """Return which of two texts of a case a folder holds, whole: old, new or none; it must not be a mixture."""
    if not target.is_dir():
        return "none"
    tables = {name: text.decode("utf-8") for name, text in contents(target).items() if name != "notes.txt"}
    assert tables in (old, new)
    return "old" if tables == old else "new"


@pytest.mark.parametrize("there", [True, False], ids=["over an old case", "a new case"])
def test_a_save_cut_off_at_any_step_is_finished_or_undone(case, tmp_path, monkeypatch, there):
    monkeypatch.setattr(os, "fsync", fsync)
    new, step, outcomes = changed(case), 0, []
    texts = texts_of(case), texts_of(new)
    while True:
        step += 1
        place = tmp_path / str(step)
        target = place / "case"
        if there:
            save(case, target)
            (target / "notes.txt").write_text("ours", encoding="utf-8")
        with monkeypatch.context() as patch:
            calls = break_at(patch, step, CutOffError())
            with suppress(CutOffError):
                save(new, target)
            if len(calls) < step:
                break

        finish_interrupted_save(target)

        outcomes.append(held(target, *texts))
        assert not (place / ".case.old").exists()
        assert not (place / ".case.new").exists()
        save(new, target)
        assert held(target, *texts) == "new"
        assert [path.name for path in place.iterdir()] == ["case"]
        assert not there or (target / "notes.txt").read_text(encoding="utf-8") == "ours"

    assert step > 25
    assert list(dict.fromkeys(outcomes)) == ["old" if there else "none", "new"], "undone first, finished later"
    assert outcomes == sorted(outcomes, key=lambda outcome: outcome == "new")


def test_loading_finishes_an_interrupted_save(folder, tmp_path):
    new = save(changed(load(folder)), tmp_path / "other")
    folder.rename(tmp_path / ".case.old")
    new.rename(tmp_path / ".case.new")

    assert note(tmp_path / "case") == "Another note."
    assert [path.name for path in tmp_path.iterdir()] == ["case"]


def test_finishing_where_nothing_was_cut_off_changes_nothing(folder):
    before = contents(folder)
    finish_interrupted_save(folder)
    finish_interrupted_save(folder.parent / "nothing here")

    assert contents(folder) == before


def test_every_table_is_written_with_its_header_and_line_feeds_alone(case):
    files = texts_of(case)

    assert set(files) == {f"{table}.csv" for table in filed(case)} | {"datapackage.json"}
    for table in filed(case):
        assert files[f"{table}.csv"].startswith(",".join(schema()[table].header) + "\n")
        assert "\r" not in files[f"{table}.csv"]


MADE = {"version": "2026.5.4", "created": "2026-05-04T00:00:00Z", "contributors": [{"title": "Ada", "role": "author"}]}


def test_saving_keeps_the_version_the_day_and_the_makers_that_a_data_package_names(folder):
    file = folder / "datapackage.json"
    package = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(MADE | package | MADE), encoding="utf-8")
    case = load(folder)

    save(changed(case), folder)
    said = json.loads(file.read_text(encoding="utf-8"))

    assert {key: said[key] for key in MADE} == MADE
    assert list(said)[-4:] == ["version", "created", "contributors", "resources"]
    once = contents(folder)
    save(changed(case), folder)
    assert contents(folder) == once


def test_saving_takes_nothing_else_from_an_older_data_package(folder):
    file = folder / "datapackage.json"
    package = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(package | MADE | {"title": "Old.", "x": 1, "version": ""}), encoding="utf-8")

    save(load(folder), folder)
    said = json.loads(file.read_text(encoding="utf-8"))

    del package["version"]
    assert said == package | {key: MADE[key] for key in ("created", "contributors")} | {"name": folder.name}


@pytest.mark.parametrize("old", [b"", b"[]", b"{", b"\xff\xfe7", b"[" * 100_000, b'{"version": 0, "contributors": []}'])
def test_a_damaged_data_package_is_written_anew(folder, case, old):
    (folder / "datapackage.json").write_bytes(old)

    save(case, folder)

    assert (folder / "datapackage.json").read_text(encoding="utf-8") == texts_of(case)["datapackage.json"]


def test_half_a_letter_in_a_data_package_stops_no_saving(folder, case):
    (folder / "datapackage.json").write_text('{"version": "1\\ud800"}', encoding="utf-8")

    save(case, folder)

    assert json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["version"] == "1?"


def test_the_data_package_names_every_table_and_every_key(case):
    package = datapackage(case.id, cells_of(case))

    assert [resource["path"] for resource in package["resources"]] == [f"{table}.csv" for table in filed(case)]
    keys = {
        (resource["name"], key["fields"][0], key["reference"]["resource"])
        for resource in package["resources"]
        for key in resource["schema"].get("foreignKeys", [])
    }
    assert ("statements", "source", "sources") in keys
    assert ("sources", "speaks_for", "") in keys
    assert not any(column == "to" for _, column, _ in keys), "a relation may point at three tables; no key says that"


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_text_comes_back_from_saving_unchanged(case, tmp_path, data):
    texts = [data.draw(TEXT) for _ in range(4)]
    outside = next(n for n, claim in enumerate(case.claims) if claim.layer == "beyond")
    index = data.draw(st.integers(0, len(case.slips) - 1))
    slips, claims = list(case.slips), list(case.claims)
    slips[index] = replace(slips[index], what=texts[0], effect=texts[1], note=texts[2])
    claims[outside] = replace(claims[outside], proposition=texts[3], note=texts[0])
    altered = replace(case, slips=tuple(slips), claims=tuple(claims))

    again = load(save(altered, tmp_path / "case"))

    assert all(again.rows(table) == altered.rows(table) for table in TABLES)

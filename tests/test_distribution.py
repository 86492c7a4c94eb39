"""JupyterLite gets pandas from a distribution of Pyodide: whole, for the same Python, or it is said what is wrong."""

import hashlib
import json
import tarfile

import pytest

import lite

INFO = {"python": "3.14.2", "abi_version": "2026_0", "platform": "emscripten_5_0_3", "arch": "wasm32"}
NEEDS = {"pandas": ["numpy", "python-dateutil"], "python-dateutil": ["six"], "numpy": [], "six": [], "scipy": ["numpy"]}


@pytest.fixture
def distribution(tmp_path):
    """A distribution in small."""
    folder = tmp_path / "pyodide"
    folder.mkdir()
    packages = {}
    for name, depends in NEEDS.items():
        content = f"the wheel of {name}".encode()
        (folder / f"{name}.whl").write_bytes(content)
        packages[name] = {"name": name, "file_name": f"{name}.whl", "depends": depends}
        packages[name]["sha256"] = hashlib.sha256(content).hexdigest()
    (folder / lite.LOCK).write_text(json.dumps({"info": INFO, "packages": packages}), encoding="utf-8")
    return folder


@pytest.fixture
def site(tmp_path):
    (tmp_path / "site").mkdir()
    return tmp_path / "site"


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setattr(lite, "CACHE", tmp_path)


@pytest.mark.parametrize("packed", [False, True])
def test_pandas_comes_with_all_that_it_needs_and_nothing_else(distribution, site, tmp_path, packed):
    place = distribution
    if packed:
        place = tmp_path / "pyodide.tar.bz2"
        with tarfile.open(place, "w:bz2") as archive:
            archive.add(distribution, "pyodide")

    taken = lite.from_distribution(place, site, INFO)

    assert sorted(taken) == ["numpy", "pandas", "python-dateutil", "six"]
    assert sorted(path.stem for path in site.iterdir()) == sorted(taken)


def test_one_for_another_python_is_refused_with_both_named(distribution, site):
    with pytest.raises(lite.LiteError, match=r"found Python 3\.14\.2 .* expected 3\.13\.2"):
        lite.from_distribution(distribution, site, INFO | {"python": "3.13.2"})


def test_one_that_lacks_a_file_or_holds_a_damaged_one_is_refused(distribution, site):
    (distribution / "six.whl").write_bytes(b"half")
    with pytest.raises(lite.LiteError, match=r"lacks a whole six\.whl"):
        lite.from_distribution(distribution, site, INFO)


def test_what_is_no_distribution_is_refused(tmp_path, site):
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.txt").write_text("no archive", encoding="utf-8")
    with pytest.raises(lite.LiteError, match=r"found no pyodide-lock\.json"):
        lite.from_distribution(tmp_path / "empty", site, INFO)
    with pytest.raises(lite.LiteError, match="found no tar archive"):
        lite.from_distribution(tmp_path / "text.txt", site, INFO)


def test_a_site_without_pandas_says_so_in_the_one_notebook_that_wants_it(tmp_path):
    lite.add_notebooks(tmp_path / "without", pandas=False)
    lite.add_notebooks(tmp_path / "with", pandas=True)
    without, full = ((tmp_path / how / "analysis.ipynb").read_text(encoding="utf-8") for how in ("without", "with"))

    assert "wants the full install" in without
    assert "from pandas" not in without
    assert full == (lite.ROOT / "notebooks" / "analysis.ipynb").read_text(encoding="utf-8")

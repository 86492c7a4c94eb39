import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import whosays

PACKAGE = Path(whosays.__file__).parent
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")
FLOORS = {
    "case": 0,
    "analysis": 1,
    "show": 2,
    "teach": 3,
    "author": 3,
    "exchange": 3,
    "casebook": 4,
    "collection": 4,
    "pick": 5,
    "report": 5,
    "crate": 5,
    "cli": 6,
}
HEAVY = {
    "anywidget",
    "ipywidgets",
    "jupyter_client",
    "krippendorff",
    "nbclient",
    "nbformat",
    "numpy",
    "openpyxl",
    "pandas",
    "plotly",
    "sentencex",
    "tqdm",
    "traitlets",
}
ALLOWED = {
    "tables": {"pandas"},
    "plain": {"pandas"},
    "explorer": {"anywidget", "traitlets"},
    "card": {"anywidget", "traitlets"},
    "picker": {"anywidget", "traitlets"},
    "pick": {"ipywidgets"},
    "figures": {"plotly"},
    "form": {"anywidget", "ipywidgets", "traitlets"},
    "casebook": {"pandas"},
    "collection": {"pandas", "tqdm"},
    "classroom": {"krippendorff", "pandas"},
    "split": {"sentencex"},
    "workbook": {"openpyxl"},
    "sheets": {"openpyxl"},
    "run": {"jupyter_client", "nbclient", "nbformat"},
    "build": {"nbformat"},
    "report": {"tqdm"},
}


def name(path):
    return path.relative_to(PACKAGE).with_suffix("").as_posix().replace("/", ".")


def imports(path):
    """Return every module a file imports, those inside functions and under TYPE_CHECKING included."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written out in full"
            found.add(node.module)
    return found


def floor(module):
    return FLOORS[module.split(".")[0]]


def loaded_after(code):
    ask = f"import sys, json; before = set(sys.modules); {code}; print(json.dumps(sorted(set(sys.modules) - before)))"
    out = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout
    return {module.split(".")[0] for module in json.loads(out)}


def test_every_module_stands_on_a_floor():
    assert len(MODULES) > 15
    assert {name(path).split(".")[0] for path in MODULES} == set(FLOORS)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_go_down_only(path):
    own = {module.removeprefix("whosays.") for module in imports(path) if module.startswith("whosays.")}

    assert not {module for module in own if floor(module) > floor(name(path))}
    assert "whosays" not in imports(path), "a module names what it needs, not the package"


@pytest.mark.parametrize("path", [p for p in MODULES if floor(name(p)) < 2], ids=name)
def test_case_and_analysis_import_the_standard_library_alone(path):
    outside = {module.split(".")[0] for module in imports(path)} - set(sys.stdlib_module_names)

    assert outside <= {"whosays"}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_heavy_library_is_imported_in_its_one_place(path):
    heavy = {module.split(".")[0] for module in imports(path)} & HEAVY

    assert heavy <= (ALLOWED.get(path.stem) or ALLOWED.get(path.parent.name, set()))


def test_importing_whosays_loads_no_library():
    assert loaded_after("import whosays") & HEAVY == set()


@pytest.mark.parametrize(
    "code", ["import whosays.case.load", "from whosays import load; load('kramatorsk-2023')", "import whosays.cli"]
)
def test_loading_a_case_and_the_command_line_load_no_library(code):
    assert loaded_after(code) & HEAVY == set()


def test_opening_a_case_and_making_its_sheet_loads_no_library():
    assert loaded_after("from whosays import open_case; open_case('kramatorsk-2023').sheet()") & HEAVY == set()


def test_every_module_says_in_its_first_line_what_it_is_for():
    for path in PACKAGE.rglob("*.py"):
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path

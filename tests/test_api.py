"""Every public name has an example, and every example of the library does what it says."""

import doctest
import importlib
from pathlib import Path
from textwrap import dedent

import griffe
import pytest

import whosays
from api import NoSuchNameError, entries, every, source

LIBRARY = source()
GROUPS = entries(LIBRARY)
PUBLIC = {entry.name: entry for entry in every({name: group for name, group in GROUPS.items() if name != "cited"})}
EXAMPLES = {entry.path: entry.example for entry in PUBLIC.values()}
FLAGS = doctest.NORMALIZE_WHITESPACE


def docstrings(one):
    """Yield path, module and text of each docstring of the library that holds a session of Python."""
    for member in one.members.values():
        if member.is_alias:
            continue
        if member.docstring and ">>>" in member.docstring.value:
            yield member.path, member.module.path, member.docstring.value
        if not member.is_attribute and not member.is_function:
            yield from docstrings(member)


OTHERS = {path: (module, text) for path, module, text in docstrings(LIBRARY) if path not in EXAMPLES}


def ran(session, names, name):
    """Return what a session prints other than it says; empty if nothing."""
    said = []
    test = doctest.DocTestParser().get_doctest(dedent(session), names, name, name, 0)
    doctest.DocTestRunner(optionflags=FLAGS, verbose=False).run(test, out=said.append)
    return "".join(said)


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WHOSAYS_SEAT", raising=False)


@pytest.mark.parametrize("path", EXAMPLES)
def test_the_example_of_a_public_name_runs_as_it_stands_for_a_reader_who_copies_it(path):
    said = ran(EXAMPLES[path], {"__name__": "__main__"}, path)

    assert not said, said


@pytest.mark.parametrize("path", OTHERS)
def test_an_example_further_down_in_the_library_runs_in_its_module(path):
    module, text = OTHERS[path]

    said = ran(text, dict(vars(importlib.import_module(module))), path)

    assert not said, said


def test_the_public_names_are_those_that_the_library_gives_out():
    own = {entry.name for group in ("functions", "classes", "errors") for entry in GROUPS[group]}

    assert own == set(whosays.__all__)
    assert {entry.name for entry in GROUPS["returned"]} >= {"Survey", "Form", "Chart", "Matrix"}
    assert len(PUBLIC) > 80


def test_every_public_name_method_and_property_has_prose_and_an_example_that_uses_it():
    without = [name for name, entry in PUBLIC.items() if ">>>" not in entry.example or not entry.text]
    unused = [
        entry.name for entry in PUBLIC.values()
        if entry.kind in {"function", "method", "property"} and entry.name.rpartition(".")[2] not in entry.example
    ]  # fmt: skip

    assert without == []
    assert unused == []


def test_every_public_attribute_and_argument_is_described():
    bare = [f"{entry.name}.{name}" for entry in PUBLIC.values() for name in entry.bare]
    told = {entry.name: {item.name for item in (*entry.arguments, *entry.attributes)} for entry in PUBLIC.values()}
    silent = [
        f"{entry.name}({argument})" for entry in PUBLIC.values() for argument in entry.call
        if entry.kind in {"function", "class", "error"} and argument != "*"
        and argument.lstrip("*").partition(":")[0] not in told[entry.name]
    ]  # fmt: skip

    assert bare == []
    assert silent == []


def test_no_docstring_describes_an_argument_that_is_not_there():
    wrong = [
        f"{entry.name}({item.name})" for entry in every(GROUPS) for item in entry.arguments
        if item.name not in {part.lstrip("*").partition(":")[0] for part in entry.call}
    ]  # fmt: skip

    assert wrong == []


def package(folder, init, **modules):
    """Return the source of a library of this name that is made up."""
    place = Path(folder) / "whosays"
    place.mkdir()
    for name, text in {"__init__": init, **modules}.items():
        (place / f"{name}.py").write_text(dedent(text), encoding="utf-8", newline="\n")
    return griffe.load("whosays", search_paths=[folder], docstring_parser="google")


MODULE = '''
    """A module."""
    LEAST = 3

    class Found:
        """What was found."""

        @property
        def first(self) -> str:
            """The first."""

    def search(word: str, *, least: int = LEAST) -> Found:
        """Search; see {cited}.

        Args:
            word: What for.
            least: How many.
        """
'''
INIT = "from whosays.looking import search\n__all__ = ['search']\n"


def test_a_new_public_name_and_what_it_returns_are_taken_up_by_themselves(tmp_path):
    made = entries(package(tmp_path, INIT, looking=MODULE.replace("{cited}", "``whosays.looking.LEAST``")))

    assert made["functions"][0].call == ("word: str", "*", "least: int = 3")
    assert [item.default for item in made["functions"][0].arguments] == ["", "3"]
    assert [entry.name for entry in every({"returned": made["returned"]})] == ["Found", "Found.first"]
    assert [entry.name for entry in made["cited"]] == ["whosays.looking.LEAST"]


def test_a_docstring_that_speaks_of_a_name_which_is_gone_is_named(tmp_path):
    library = package(tmp_path, INIT, looking=MODULE.replace("{cited}", "``whosays.looking.gone``"))

    with pytest.raises(NoSuchNameError, match=r"^search: found a mention of whosays\.looking\.gone, expected"):
        entries(library)


def test_an_example_that_prints_something_else_is_shown_with_both():
    said = ran(">>> 1 + 1\n3\n", {}, "sum")

    assert "Expected:\n    3\nGot:\n    2\n" in said

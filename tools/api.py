"""The public names of the library, in the groups of the page about them.

griffe reads the source and imports nothing. What is public is found, not listed: ``whosays.__all__``, the classes that
those functions and methods return, and whatever a docstring of either names by its whole path.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import griffe

from entry import Entry, entry_of, is_error, is_shown, target

LIBRARY = Path(__file__).resolve().parents[1] / "lib"
CITED = re.compile(r"``(whosays(?:\.\w+)+)``")


class NoSuchNameError(Exception):
    """A docstring names something that is not in the library."""

    def __init__(self, wanted: str, by: Iterable[str]) -> None:
        """Say which, where, and what to do.

        Args:
            wanted: The name.
            by: The names whose docstrings speak of it.
        """
        super().__init__(f"{', '.join(by)}: found a mention of {wanted}, expected a name of the library. Mend it.")


def source() -> griffe.Module:
    """Return the source of the library, read but not imported."""
    found = griffe.load("whosays", search_paths=[LIBRARY], docstring_parser="google")
    assert isinstance(found, griffe.Module)  # noqa: S101 - a package is a module
    return found


def entries(library: griffe.Module | None = None) -> dict[str, list[Entry]]:
    """Return every public name, in the groups of the page: functions, classes, errors, returned and cited.

    Args:
        library: The source; read anew if it is not given.

    Raises:
        NoSuchNameError: A docstring names something that is not there.
    """
    library = library or source()
    public = [target(library[name]) for name in sorted(map(str, library.exports or ()), key=str.lower)]
    groups: dict[str, list[Entry]] = {"functions": [], "classes": [], "errors": []}
    for one in public:
        group = "functions" if not isinstance(one, griffe.Class) else "errors" if is_error(one) else "classes"
        groups[group].append(entry_of(one, one.name))
    groups["returned"] = [entry_of(one, one.name) for one in _returned(library, public)]
    groups["cited"] = _cited(library, list(every(groups)))
    return groups


def every(groups: dict[str, list[Entry]]) -> Iterator[Entry]:
    """Yield each name of some groups, and after each class its methods and properties."""
    for group in groups.values():
        for entry in group:
            yield entry
            yield from entry.members


def _returned(library: griffe.Module, public: list[griffe.Object]) -> list[griffe.Class]:
    """Return the classes of the library that public functions and methods give back, and that are not public."""
    calls = [f for one in public for f in (one, *(m for m in one.members.values() if is_shown(m)))]
    found: dict[str, griffe.Class] = {}
    for call in calls:
        back = getattr(call, "returns", None) if isinstance(call, griffe.Function) else None
        path = getattr(back, "canonical_path", "")
        if path.startswith("whosays."):
            one = library[path.removeprefix("whosays.")]
            if isinstance(one, griffe.Class) and one not in public:
                found[one.name] = one
    return [found[name] for name in sorted(found)]


def _cited(library: griffe.Module, told: list[Entry]) -> list[Entry]:
    """Return what docstrings name by its whole path and what has no entry yet; and what those name in their turn."""
    known, found = {entry.path for entry in told}, list[Entry]()
    while told:
        by: dict[str, list[str]] = {}
        for entry in told:
            for path in CITED.findall("\n".join(_prose(entry))):
                by.setdefault(path, []).append(entry.name)
        fresh = [entry_of(_named(library, path, by[path]), path) for path in by if path not in known]
        told = list(every({"": fresh}))
        known |= {entry.path for entry in told}
        found += fresh
    return sorted(found, key=lambda entry: entry.path)


def _prose(entry: Entry) -> list[str]:
    items = (*entry.arguments, *entry.attributes, *entry.errors, *([entry.returns] if entry.returns else []))
    return [entry.text, *(item.text for item in items)]


def _named(library: griffe.Module, path: str, by: list[str]) -> griffe.Object:
    try:
        return target(library[path.removeprefix("whosays.")])
    except KeyError:
        raise NoSuchNameError(path, by) from None

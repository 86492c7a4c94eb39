"""Two reports side by side: what was asked differently, what differs in the case, and which answers changed."""

from collections.abc import Iterator
from pathlib import Path

from whosays.author.difference import difference
from whosays.case.errors import Fault, printable, quoted
from whosays.report.answers import answers, changed
from whosays.report.faults import ReportError
from whosays.report.made import Made, read_made

NAMES = {
    "layer": "Layer",
    "withdrawn": "Taken away",
    "regraded": "Read otherwise",
    "language": "Language",
    "title": "Title",
    "authors": "Authors",
    "notes": "Notes",
    "who": "Who judged",
}
LONG = 60  # letters of a text that is repeated


def compare(one: str | Path, other: str | Path) -> list[str]:
    """Return what differs between two reports, a line each; nothing if they answer the same.

    Args:
        one: Folder of the earlier report.
        other: Folder of the later one.

    Raises:
        ReportError: One of them is no report, or they are about different cases; every fault is in it.
    """
    first, second = _both(one, other)
    lines = [*_edited(first), *_edited(second), *_parameters(first, second), *_case(first, second)]
    moved = list(changed(*(answers(made.case, made.parameters) for made in (first, second))))
    if moved:
        return [*lines, f"Answers that changed: {len(moved)}", *(f"  {printable(line)}" for line in moved)]
    return [*lines, "No answer changed."] if lines else []


def _both(one: str | Path, other: str | Path) -> tuple[Made, Made]:
    made: list[Made] = []
    faults: list[Fault] = []
    for folder in (one, other):
        try:
            made.append(read_made(folder))
        except ReportError as error:
            faults += error.faults
    if len(made) == 2 and made[0].case.id != made[1].case.id:  # noqa: PLR2004 - two reports
        found = f"a report on {made[1].case.id}"
        expected = f"one on {made[0].case.id}, as {one} is"
        faults = [Fault(str(other), 0, "", found, expected, "Compare reports on one case.")]
    if faults:
        raise ReportError(faults)
    return made[0], made[1]


def _edited(made: Made) -> Iterator[str]:
    for name, what in made.edited():
        yield f"{printable(str(made.folder / name))} {what} since the report was made; what is compared is made anew."


def _parameters(first: Made, second: Made) -> Iterator[str]:
    was, now = first.parameters.data(), second.parameters.data()
    for key, name in NAMES.items():
        if was[key] != now[key]:
            yield f"{name}: was {_shown(was[key])}, is now {_shown(now[key])}."


def _shown(value: object) -> str:
    if isinstance(value, dict):
        pairs = dict[str, str](value)  # pyright: ignore[reportUnknownArgumentType] - ids and words, see Parameters
        return ", ".join(f"{name}={basis}" for name, basis in pairs.items()) or "nothing"
    if isinstance(value, list):
        names = list[str](value)  # pyright: ignore[reportUnknownArgumentType] - as above
        return ", ".join(map(printable, names)) or "nothing"
    text = str(value)
    return quoted(text[:LONG]) if text else "nothing"


def _case(first: Made, second: Made) -> Iterator[str]:
    found = difference(first.case, second.case)
    if found:
        yield from (f"Case: {line}" if not n else line for n, line in enumerate(str(found).splitlines()))

"""Make all files of a report in a folder that is there and empty."""

import json
import platform
import shlex
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whosays.case.errors import Fault
from whosays.case.load import load
from whosays.case.model import Case
from whosays.report.citation import citation
from whosays.report.document import Front, document
from whosays.report.drawing import drawings
from whosays.report.faults import ReportError
from whosays.report.inquiry import Inquiry
from whosays.report.kept import kept
from whosays.report.limits import NAME, limits
from whosays.report.parameters import Parameters
from whosays.report.report import Report
from whosays.report.run import run, shown
from whosays.report.section import Shown
from whosays.report.sentences import page as words
from whosays.report.tables import tables
from whosays.show import sentences as say
from whosays.show.language import speaking
from whosays.show.paper.pdf import NoPdfError, pdf

if TYPE_CHECKING:
    from nbformat import NotebookNode

FORM = 1  # of report.json
PACKAGES = ("whosays", "pandas", "plotly", "nbclient", "nbformat", "ipykernel", "jupyter_client")
PAGE, PRINT, RUN, RECORD, NOTES = "report.html", "report.pdf", "report.ipynb", "report.json", "notes.txt"
CODE = "whosays, its code"
STEPS = 3  # after the cells: tables and figures, the page, its print
Progress = Callable[[int, int], None]


def build(  # noqa: PLR0913 - what a report is made of
    case: Case,
    parameters: Parameters,
    notebook: tuple["NotebookNode", str],
    folder: Path,
    *,
    named: str,
    progress: Progress,
    printed: bool = True,
) -> dict[str, Any]:
    """Make a report.

    Args:
        case: The case, checked.
        parameters: What is asked for, checked against it.
        notebook: The notebook without its outputs, and its hash.
        folder: Where to; there, and empty.
        named: The case as the user named it.
        progress: Told how many steps are done, of how many.
        printed: Whether to print it as well.

    Returns:
        The record of the report, as ``report.json`` has it.

    Raises:
        ReportError: The notebook failed, or does not show the limits.
        OSError: The place cannot be written.
    """
    total = sum(cell.cell_type == "code" for cell in notebook[0].cells) + 1 + STEPS  # one cell is put in
    place = _keep(case, folder, parameters)
    report = Report(load(folder / place), parameters)
    as_run = run(notebook[0], {"case": place, **parameters.data()}, folder, lambda done, _: progress(done, total))
    _write(folder / RUN, json.dumps(as_run, indent=1, ensure_ascii=False, sort_keys=True) + "\n")
    parts = list(shown(as_run))
    record = _record(report, notebook[1], named)
    with speaking(parameters.language):
        refuse_without_limits(report.inquiry, parts)
        _write_answers(report.inquiry, parts, folder)
        progress(total - 2, total)
        _write(folder / "CITATION.cff", citation(report, record))
        text = document(_front(report, record), parts)
        _write(folder / PAGE, text)
    progress(total - 1, total)
    record["print"] = _print(text, folder) if printed else ""
    record["outputs"] = hashes(folder)
    _write(folder / RECORD, json.dumps(record, indent=1, ensure_ascii=False) + "\n")
    progress(total, total)
    return record


def _keep(case: Case, folder: Path, parameters: Parameters) -> str:
    """Copy the files of the case, and the notes, and return where the case is, below the report."""
    place = folder / "case" / case.id
    place.mkdir(parents=True)
    for name, data in kept(case.folder).files.items():
        (place / name).write_bytes(data)
    if parameters.notes:
        _write(folder / NOTES, parameters.notes + "\n")
    return f"case/{case.id}"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def hashes(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file of a report by its path, the record aside.

    Args:
        folder: Folder of the report.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    found = {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}
    return {name: own for name, own in found.items() if name != RECORD}


def refuse_without_limits(inquiry: Inquiry, parts: Sequence[Shown]) -> None:
    """Look for each line of the section on limits in what the notebook shows.

    Args:
        inquiry: The case under the choices of the report; call it while the language of the report is spoken.
        parts: What the cells of the notebook gave.

    Raises:
        ReportError: It is missing, or lacks a line.
    """
    own = limits(inquiry)
    found = next((part.section for part in parts if part.section and part.section.name == NAME), None)
    call = f'report.section("{NAME}")'
    if found is None:
        remedy = f"Put a cell with {call} back. A report that hides what it cannot tell is not made."
        raise ReportError([Fault(RUN, 0, "", "no section on limits", f"a cell that shows {call}", remedy)])
    lines = set(own.paragraphs) - set(found.paragraphs)
    rows = sum(len(table.rows) for table in own.tables) - sum(len(table.rows) for table in found.tables)
    if lines or rows > 0:
        missing = f"a section on limits without {len(lines)} of its {len(own.paragraphs)} lines"
        expected = "all of it, as the kit counts it from the case"
        raise ReportError([Fault(RUN, 0, "", missing, expected, f"Let the cell show {call} as it is.")])


def _write_answers(inquiry: Inquiry, parts: Sequence[Shown], folder: Path) -> None:
    for name, text in tables(inquiry):
        _write(folder / "tables" / f"{name}.csv", text)
    for part in parts:
        if part.section and part.figure:
            own = {key: part.figure[key] for key in ("data", "layout")}
            name = folder / "figures" / part.section.file
            _write(name.with_suffix(".json"), json.dumps(own, indent=1, ensure_ascii=False, sort_keys=True) + "\n")
            _write(name.with_suffix(".svg"), drawings(part.section.file, own, whole=True)[0] + "\n")


def _print(text: str, folder: Path) -> str:
    """Print the page, and return why not, if not."""
    try:
        (folder / PRINT).write_bytes(pdf(text))
    except NoPdfError as error:
        return str(error)
    return ""


def _record(report: Report, notebook: str, named: str) -> dict[str, Any]:
    case, own = report.inquiry.case, report.inquiry.kept
    return {
        "report": FORM,
        "title": report.title,
        "case": {"id": case.id, "version": own.package.version, "sha256": own.whole, "tables": own.hashes},
        "parameters": report.parameters.data(),
        "notebook": notebook,
        "command": command(case.id, report.parameters),
        "versions": versions(),
        "made": {
            "when": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "where": f"{platform.system()} {platform.machine()}".strip(),
            "case": named,
        },
    }


def versions() -> dict[str, str]:
    """Return the versions of Python, of whosays and of what a report is made with, with a hash of its code."""
    found = {"Python": platform.python_version()}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return {**found, CODE: _code()}


@cache
def _code() -> str:
    """Return a hash of what makes a report: the same version of whosays may have been changed by hand."""
    package = Path(__file__).parents[1]
    files = sorted(path for ending in ("*.py", "*.css", "*.mo", "*.json") for path in package.rglob(ending))
    own = [path for path in files if path.relative_to(package).parts[0] != "data"]
    lines = (sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest() + path.name for path in own)
    return sha256("\n".join(lines).encode()).hexdigest()[:16]


def command(case: str, asked: Parameters) -> str:
    """Return the command that makes a report again, in the folder of the report.

    Args:
        case: Id of the case.
        asked: What it was asked for.
    """
    words_of = ["whosays", "report", f"case/{case}", "-o", "../again", "--layer", asked.layer]
    words_of += [part for name in asked.withdrawn for part in ("--withdraw", name)]
    words_of += [part for name, basis in asked.regraded.items() for part in ("--regrade", f"{name}={basis}")]
    words_of += ["--language", asked.language]
    words_of += ["--title", asked.title] if asked.title else []
    words_of += [part for name in asked.authors for part in ("--author", name)]
    words_of += ["--notes", NOTES] if asked.notes else []
    words_of += ["--name", asked.who] if asked.who else []
    return shlex.join(words_of)


def _front(report: Report, record: dict[str, Any]) -> Front:
    case, asked = report.inquiry.case, report.parameters
    made = datetime.strptime(record["made"]["when"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    return Front(
        title=report.title,
        authors=asked.authors,
        about=words.about(case.id, record["case"]["version"], case.article.outlet, say.day(case.article.published)),
        language=asked.language,
        when=made.strftime("%Y-%m-%d, %H:%M UTC"),
        where=record["made"]["where"],
        versions=record["versions"],
        commands=(record["command"], "whosays verify ."),
        kit=record["versions"]["whosays"],
    )

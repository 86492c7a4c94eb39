"""What goes into a package: the files of a case or of a report, and what is to be said of them as a whole."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path, PurePosixPath
from typing import Any, cast

from whosays.author.accepted import ACCEPTED
from whosays.case.errors import CaseError, Fault, quoted
from whosays.case.load import case_folder, load
from whosays.case.model import Case, Date
from whosays.case.package import PACKAGE, Package, one_line
from whosays.case.save import texts_of
from whosays.case.schema import schema
from whosays.case.text import TEXT_FILE

RECORD, CITATION, CRATE = "report.json", "CITATION.cff", "ro-crate-metadata.json"
SHOWN = 5  # names that a sentence repeats
MADE_ANEW = frozenset({CRATE})  # of an earlier package that was unpacked here


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files of a case or report, and what is said of them.

    Attributes:
        kind: case or report.
        files: Where each file is, or its text, by its name in the package, with slashes.
        title: What it is called.
        about: What it is, in one sentence.
        day: The day it counts as published, as 2023-01-09.
        makers: Who made it, as far as they are named.
        unnamed: What stands for makers that nobody names.
        licence: Name and address of its licence; an address may be missing.
        version: Its version; empty if it has none.
        case: The case that it is, or is about.
        command: What made a report; empty for a case.
        program: Version of whosays that made a report; empty for a case.
        strangers: Names in the folder that are no part of it.
    """

    kind: str
    files: Mapping[str, Path | str]
    title: str
    about: str
    day: str
    makers: tuple[str, ...]
    unnamed: str
    licence: tuple[str, str]
    version: str
    case: Case
    command: str
    program: str
    strangers: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Who made it, or what stands for makers that nobody names."""
        return self.makers or (self.unnamed,)

    @property
    def subject(self) -> str:
        """What the article is called that it is about; its own title is never repeated."""
        return f"The article of {self.case.article.published}, published by {self.case.article.outlet}"


def bundle(place: str | Path, day: str = "") -> Bundle:
    """Return what a package of a case or report holds.

    Args:
        place: Folder of a report or case, or the name of a case that comes with whosays.
        day: The day it counts as published; if not given, the one that it names itself.

    Raises:
        UnknownIdError: There is no such folder or case.
        CaseError: The case has faults, the report is not whole, a file is a link, or the day is none.
        OSError: Something cannot be read.
    """
    if day and not (len(day) == len("2023-01-09") and _is_day(day)):
        remedy = "Write year, month and day, as much as 2023-01-09."
        raise CaseError([Fault("--day", 0, "", quoted(day), "a day as 2023-01-09", remedy)], "the call")
    folder = case_folder(place)
    is_report = (folder / RECORD).is_file() and not (folder / "article.csv").exists()
    return _report(folder, day) if is_report else _case(folder, place, day)


def _case(folder: Path, place: str | Path, day: str) -> Bundle:
    case = load(place)
    names = [*(f"{name}.csv" for name in schema()), ACCEPTED, PACKAGE, TEXT_FILE, CITATION]
    files: dict[str, Path | str] = {name: folder / name for name in names if (folder / name).is_file()}
    remedy = "Put the file itself there: a link may lead to what nobody wants to publish."
    links = [path for path in files.values() if isinstance(path, Path) and path.is_symlink()]
    if links:
        raise CaseError(Fault(str(path), 0, "", "a link", "a file of its own", remedy) for path in links)
    files.setdefault(PACKAGE, texts_of(case)[PACKAGE])
    known = {*files, *MADE_ANEW}
    package = _package(folder / PACKAGE)
    return Bundle(
        kind="case",
        files=files,
        title=case.article.title,
        about="A whosays case: the claims of one article, their sources, and what was said against them.",
        day=day or _day_of(case, package),
        makers=package.makers,
        unnamed="The makers of this case",
        licence=package.licence,
        version=package.version,
        case=case,
        command="",
        program="",
        strangers=tuple(sorted(path.name for path in folder.iterdir() if path.name not in known)),
    )


def _report(folder: Path, day: str) -> Bundle:
    record = _json_of(folder / RECORD)
    outputs = _map(record.get("outputs"))
    named = _map(record.get("case"))
    faults = list(_report_faults(folder, record, outputs))
    if faults:
        raise CaseError(faults, "the report")
    case = load(folder / "case" / one_line(named.get("id")))
    package = _package(Path(case.folder) / PACKAGE)
    authors = _map(record.get("parameters")).get("authors")
    return Bundle(
        kind="report",
        files={name: folder / name for name in sorted({RECORD, *outputs} - MADE_ANEW)},
        title=one_line(record.get("title")) or case.article.title,
        about="A report on a whosays case: page, print, tables, figures, the case itself, and what made them.",
        day=day or one_line(_map(record.get("made")).get("when"))[:10],
        makers=_names(authors),
        unnamed="The author of this report",
        licence=package.licence,
        version="",
        case=case,
        command=one_line(record.get("command")),
        program=one_line(_map(record.get("versions")).get("whosays")),
        strangers=tuple(_strangers(folder, {RECORD, *outputs, *MADE_ANEW})),
    )


def _report_faults(folder: Path, record: dict[str, Any], outputs: dict[str, Any]) -> Iterator[Fault]:
    """Yield what keeps a report from being packed: every file that its record names must be there, as it was made."""

    def fault(name: str, found: str, expected: str, remedy: str) -> Fault:
        return Fault(str(folder / name), 0, "", found, expected, remedy)

    again = "Make the report again; `whosays verify` says what changed."
    if not outputs or not one_line(_map(record.get("case")).get("id")):
        yield fault(RECORD, "no list of files, or no case", "the record of a report", again)
        return
    if not _is_day(one_line(_map(record.get("made")).get("when"))[:10]):
        yield fault(RECORD, "no day on which it was made", "the record of a report", again)
    for name, hashed in outputs.items():
        path = folder / name
        if not _is_plain(name):
            yield fault(RECORD, quoted(name), "the name of a file in this folder", again)
        elif _is_linked(name, folder) or not path.is_file():
            yield fault(name, "no such file", f"the one that {RECORD} names", again)
        elif hash_of(path) != hashed:
            yield fault(name, "another file than was made", f"the one that {RECORD} names", again)
    home = f"case/{one_line(_map(record.get('case')).get('id'))}"
    if f"{home}/article.csv" not in outputs or not _is_plain(home):
        yield fault(RECORD, "no case among the files", f"{quoted(home)} with its tables", again)


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _is_plain(name: str) -> bool:
    """Return whether a name leads to a place below, on every system."""
    parts = PurePosixPath(name).parts
    return bool(parts) and "/".join(parts) == name and name.isprintable() and not ({"..", "/"} & set(parts)) and not (
        set(name) & set('\\:*?"<>|')
    )  # fmt: skip


def _is_linked(name: str, folder: Path) -> bool:
    """Return whether a link stands on the way to a file, which may lead out of the folder."""
    path = PurePosixPath(name)
    return any((folder / part).is_symlink() for part in (path, *path.parents) if part.parts)


def _strangers(folder: Path, known: set[str]) -> Iterator[str]:
    """Yield what lies in a folder and is not known; a folder of which nothing is known counts as one."""
    inside = {str(parent) for name in known for parent in PurePosixPath(name).parents} - {"."}
    for path in sorted(folder.iterdir()):
        own = {name.removeprefix(f"{path.name}/") for name in known if name.startswith(f"{path.name}/")}
        if path.name in inside and path.is_dir() and not path.is_symlink():
            yield from (f"{path.name}/{name}" for name in _strangers(path, own))
        elif path.name not in known:
            yield path.name


def _day_of(case: Case, package: Package) -> str:
    """Return the day of a case: of its version (as 2026.5.4), its package, its last correction, else today."""
    numbered = "-".join(part.zfill(2) for part in package.version.split("."))
    mended = sorted((correction.mended.text for correction in case.corrections), reverse=True)
    days = [numbered, package.created, *mended]
    return next(filter(_is_day, days), datetime.now(UTC).date().isoformat())


def _is_day(text: str) -> bool:
    try:
        return Date.parse(text).first.isoformat() == text
    except ValueError:
        return False


def _package(file: Path) -> Package:
    """Return what a data package says; nothing if there is none."""
    return Package(_json_of(file) if file.is_file() else {})


def _json_of(file: Path) -> dict[str, Any]:
    try:
        found: object = json.loads(file.read_bytes())
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        remedy = "It was damaged; write it anew with the program that made it."
        raise CaseError([Fault(str(file), 0, "", "no JSON object", "JSON in UTF-8", remedy)], "the file")
    return cast("dict[str, Any]", found)


def _names(value: object) -> tuple[str, ...]:
    listed = cast("list[object]", value) if isinstance(value, list) else []
    return tuple(dict.fromkeys(filter(None, map(one_line, listed))))


def _map(value: object) -> dict[str, Any]:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}

"""A report that was made, read back from its folder: its record, the case it keeps, and what was asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, cast

from whosays.case.errors import CaseError, Fault, UnknownIdError
from whosays.case.load import load
from whosays.case.model import Case
from whosays.report.build import RECORD, hashes
from whosays.report.faults import ReportError
from whosays.report.folder import read_record
from whosays.report.kept import Kept, kept
from whosays.report.parameters import Parameters, as_texts, parameters_for


@dataclass(frozen=True, slots=True)
class Made:
    """A report in its folder.

    Attributes:
        folder: The folder.
        record: What ``report.json`` says of it.
        parameters: What it was asked for.
        case: The case that it keeps, as it is there now.
        now: The hash of each of its files, as they are there now.
    """

    folder: Path
    record: dict[str, Any]
    parameters: Parameters
    case: Case
    now: dict[str, str]

    @property
    def outputs(self) -> dict[str, str]:
        """The hash of each of its files, as they were made."""
        return self.record["outputs"]

    @property
    def kept(self) -> Kept:
        """The files of the case that it keeps."""
        return kept(self.case.folder)

    def edited(self) -> Iterator[tuple[str, str]]:
        """Yield each file that is not as it was made, with what happened to it."""
        for name in sorted(self.outputs.keys() | self.now.keys()):
            was, now = self.outputs.get(name), self.now.get(name)
            if was != now:
                yield (
                    name,
                    "was changed by hand" if was and now else "is missing" if was else "is no part of the report",
                )


def read_made(folder: str | Path) -> Made:
    """Return a report that was made.

    Args:
        folder: Its folder.

    Raises:
        ReportError: There is none, or it is damaged so that it cannot be made again.
    """
    place = Path(folder)
    record = read_record(place)
    name = str(cast("dict[str, Any]", record["case"]).get("id", ""))
    if not name or PurePosixPath(name).name != name:
        raise ReportError(
            [Fault(str(place / RECORD), 0, "", "no case", "the id of the case", "Make the report again.")]
        )
    try:
        case = load(place / "case" / name)
    except CaseError as error:
        raise ReportError(error.faults) from None
    except UnknownIdError:
        remedy = "It was taken away; make the report again from the case."
        raise ReportError(
            [Fault(str(place / "case" / name), 0, "", "no case", "the case that it keeps", remedy)]
        ) from None
    return Made(place, record, _asked(case, record, place), case, hashes(place))


def _asked(case: Case, record: dict[str, Any], place: Path) -> Parameters:
    said = cast("dict[str, Any]", record["parameters"])
    try:
        asked = as_texts(said["layer"], said["withdrawn"], said["regraded"], said["language"])
        rest = {name: said[name] for name in ("title", "authors", "notes", "who")}
    except (KeyError, TypeError, AttributeError):
        found = "parameters that are not whole"
        file = str(place / RECORD)
        raise ReportError([Fault(file, 0, "", found, "those of a report", "Make the report again.")]) from None
    return parameters_for(case, asked, **rest)

"""The folder of a report: it appears whole or not at all, and never takes the place of what is no report."""

import json
import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from whosays.case.errors import Fault, quoted
from whosays.case.lock import flush, real
from whosays.report.build import FORM, RECORD, hashes
from whosays.report.faults import ReportError

SHOWN = 5  # files that a message names
PARTS = ("title", "case", "parameters", "notebook", "command", "versions", "made", "outputs")


def place_faults(output: str | None, *, replace: bool) -> list[Fault]:
    """Return why a report cannot be written to a place.

    Args:
        output: The place as the user named it; None if they named none.
        replace: Whether a report that stands there may be replaced.
    """
    if not output:
        return [Fault("-o", 0, "", "no folder", "the folder of the report", "Name one that is not there yet.")]
    option, target = f"-o {output}", Path(output)
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        return [Fault(option, 0, "", "a file", "a folder, there or not", "Name another place.")]
    if not target.is_dir() or not any(target.iterdir()):
        return []
    try:
        record = read_record(target)
    except ReportError:
        remedy = "Name a folder that is not there yet; nothing in this one was touched."
        return [Fault(option, 0, "", "a folder that is no report", "a new folder, or a report", remedy)]
    if not replace:
        return [Fault(option, 0, "", "a report", "a new folder", "Name another one, or add --replace.")]
    more = sorted(hashes(target).keys() - record["outputs"].keys())
    if more:
        named = ", ".join(more[:SHOWN]) + (" …" if len(more) > SHOWN else "")
        remedy = "Move them away first; they would be lost."
        return [Fault(option, 0, "", f"files that are no part of the report ({named})", "a report alone", remedy)]
    return []


def read_record(folder: str | Path) -> dict[str, Any]:
    """Return what ``report.json`` says of a report.

    Args:
        folder: Folder of the report.

    Raises:
        ReportError: There is no report, or its record is damaged.
    """
    file = Path(folder) / RECORD

    def fault(found: str, remedy: str) -> ReportError:
        return ReportError([Fault(str(file), 0, "", found, "the record of a report", remedy)])

    known = "Name the folder that `whosays report CASE -o FOLDER` wrote."
    try:
        found: object = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise fault(error.strerror or "a file that cannot be read", known) from None
    except ValueError:
        raise fault("a file that is no JSON", "It was damaged; make the report again.") from None
    record = cast("dict[str, Any]", found) if isinstance(found, dict) else {}
    if record.get("report") != FORM:
        raise fault(f"form {quoted(str(record.get('report')))} of a report, not {FORM}", known)
    missing = [name for name in PARTS if not isinstance(record.get(name), str | dict)]
    if missing:
        raise fault(f"nothing under {', '.join(missing)}", "It was damaged; make the report again.")
    return record


@contextmanager
def whole_folder(output: str | Path) -> Generator[Path]:
    """Give a folder beside a place to make a report in; it takes the place once the block has ended without an error.

    Args:
        output: The place; a report that stands there is replaced.

    Yields:
        Where to write.

    Raises:
        OSError: The place cannot be written; what stood there is untouched.
    """
    target = real(output)
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        making, old = beside / target.name, beside / "old"
        making.mkdir()
        yield making
        flush(making)
        if target.is_dir():
            target.rename(old)
        try:
            making.rename(target)
        except BaseException:
            if old.is_dir():
                old.rename(target)  # what stood there comes back
            raise
        flush(target.parent)
    finally:
        shutil.rmtree(beside, ignore_errors=True)

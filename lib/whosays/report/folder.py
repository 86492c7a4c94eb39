"""The folder of a report: it appears whole or not at all, and never takes the place of what is no report."""

import json
import os
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
KNOWN = "Name the folder that `whosays report CASE -o FOLDER` wrote."
DAMAGED = "It was damaged; make the report again."
TEXTS, MAPS = ("title", "notebook", "command"), ("case", "parameters", "versions", "made", "outputs")
PARTS: dict[str, type] = {**dict.fromkeys(TEXTS, str), **dict.fromkeys(MAPS, dict)}


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
    return _strangers(option, sorted(hashes(target).keys() - record["outputs"].keys()))


def _strangers(option: str, names: list[str]) -> list[Fault]:
    """Return that a report cannot be replaced because its folder holds other files."""
    if not names:
        return []
    found = f"files that are no part of the report ({', '.join(names[:SHOWN])}{' …' if len(names) > SHOWN else ''})"
    return [Fault(option, 0, "", found, "a report alone", "Move them away first; they would be lost.")]


def read_record(folder: str | Path) -> dict[str, Any]:
    """Return what ``report.json`` says of a report.

    Args:
        folder: Folder of the report.

    Raises:
        ReportError: There is no report, or its record is damaged.
    """
    file = Path(folder) / RECORD
    try:
        found: object = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise _no_record(file, error.strerror or "a file that cannot be read", KNOWN) from None
    except ValueError:
        raise _no_record(file, "a file that is no JSON", DAMAGED) from None
    record = cast("dict[str, Any]", found) if isinstance(found, dict) else {}
    if record.get("report") != FORM:
        raise _no_record(file, f"form {quoted(str(record.get('report')))} of a report, not {FORM}", KNOWN)
    missing = [name for name, kind in PARTS.items() if not isinstance(record.get(name), kind)]
    if missing:
        raise _no_record(file, f"nothing, or nonsense, under {', '.join(missing)}", DAMAGED)
    return record


def _no_record(file: Path, found: str, remedy: str) -> ReportError:
    return ReportError([Fault(str(file), 0, "", found, "the record of a report", remedy)])


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
    target, here = real(output), real(".")
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
        if target in {here, *here.parents}:
            os.chdir(here)  # or the process would go on in the old folder, which is about to be removed
        flush(target.parent)
    finally:
        shutil.rmtree(beside, ignore_errors=True)

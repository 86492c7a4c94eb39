"""Where answers are kept: written whole or not at all, brought back after a crash, deleted when asked."""

import os
import sqlite3
import sys
import time
from collections.abc import Generator, Iterable
from contextlib import closing, contextmanager
from pathlib import Path

from whosays.teach.answers import Answer, Answers, AnswersError, parse, text_of

FOLDER = "answers"
BROWSER = "/drive"  # where JupyterLite shows Python the files that the browser keeps, if it can
PATIENCE = 10.0  # seconds to wait for another notebook that is writing
STALE = 60.0  # seconds after which a file that was being written belongs to nobody


def path_of(case: str, seat: int, folder: str | Path = FOLDER) -> Path:
    """Return where the answers of a seat are kept, as answers/kramatorsk-2023-seat-07.json."""
    return Path(folder) / f"{case}-seat-{seat:02}.json"


def lasts(folder: str | Path = FOLDER) -> bool:
    """Return whether a folder outlives the Python that writes to it.

    In a browser it does if it is one of the browser's own files, which take a service worker: without https there is
    none, and everything else that Python writes is in memory.
    """
    return sys.platform != "emscripten" or Path(folder).resolve().is_relative_to(BROWSER)


def read(case: str, seat: int, folder: str | Path = FOLDER) -> tuple[Answers, str]:
    """Return the last complete answers of a seat, and what there is to say about their file.

    A file that cannot be used is renamed, never overwritten, and the copy kept beside it takes its place. A file that
    is gone was deleted, so nothing is brought back for it.

    Args:
        case: Name of the case.
        seat: Number of the seat; 0 for none.
        folder: Where answers are kept.

    Returns:
        The answers, none if there are none, and one plain sentence; empty if all is well.
    """
    path, empty = path_of(case, seat, folder), Answers(case, seat)
    if not path.exists():
        return empty, ""
    try:
        return _own(path, empty), ""
    except AnswersError as error:
        aside = _set_aside(path)
        message = f"{error} The file is kept as {aside.name}."
    try:
        found = _own(_copy(path), empty)
    except (AnswersError, OSError):
        return empty, f"{message} There was no complete copy, so this begins anew."
    _write(path, text_of(found))
    return found, f"{message} The last complete answers are back."


def _own(path: Path, expected: Answers) -> Answers:
    found = parse(path.read_bytes(), path.name)
    if (found.case, found.seat) != (expected.case, expected.seat):
        raise AnswersError(path.name, "other place")
    return found


def _set_aside(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.stem}.set-aside-{number}.json")).exists():
        number += 1
    path.rename(aside)
    return aside


def _copy(path: Path) -> Path:
    return path.with_name(f".{path.stem}.copy")


def put(case: str, seat: int, changed: Iterable[Answer], folder: str | Path = FOLDER) -> tuple[Answers, str]:
    """Keep some answers beside those that are kept already.

    The file is read again first, because another notebook may have written to it, then written to a temporary file
    and renamed; then the copy beside it in the same way. At every moment one of the two is whole.

    Args:
        case: Name of the case.
        seat: Number of the seat; 0 for none.
        changed: What was answered.
        folder: Where answers are kept; made if it is not there.

    Returns:
        All answers of the seat, and what ``read`` had to say.

    Raises:
        OSError: The folder cannot be written; what stood there is untouched.
    """
    path = path_of(case, seat, folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    with _alone(path):
        before, message = read(case, seat, folder)
        after = before.with_(changed)
        if after != before or not path.exists():
            _write(path, text_of(after))
            _write(_copy(path), text_of(after))
    return after, message


@contextmanager
def _alone(path: Path) -> Generator[None]:
    """Hold off the other notebooks of a seat, or two that read at once would undo each other's answers.

    SQLite locks a file on every system, and the lock of a killed process is gone with it.
    """
    try:
        with closing(sqlite3.connect(_lock(path), timeout=PATIENCE, isolation_level=None)) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            yield
    except sqlite3.Error as error:
        raise OSError(str(error)) from error


def _lock(path: Path) -> Path:
    return path.with_name(f".{path.stem}.lock")


def _write(path: Path, text: str) -> None:
    part = path.with_name(f".{path.stem.lstrip('.')}.{os.getpid()}.part")
    for left in path.parent.glob(f".{path.stem.lstrip('.')}.*.part"):
        if time.time() - left.stat().st_mtime > STALE:
            left.unlink(missing_ok=True)
    with part.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def delete(case: str, seat: int, folder: str | Path = FOLDER) -> None:
    """Delete the answers of a seat with their copy, what was being written, and what was set aside.

    Args:
        case: Name of the case.
        seat: Number of the seat; 0 for none.
        folder: Where answers are kept.
    """
    path = path_of(case, seat, folder)
    own = (path.name, _copy(path).name, _lock(path).name)
    for pattern in (*own, f".{path.stem}.*.part", f"{path.stem}.set-aside-*.json"):
        for found in path.parent.glob(pattern):
            found.unlink(missing_ok=True)

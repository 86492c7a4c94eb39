"""One writer at a time: whoever saves a case waits for another who saves it, or who is just reading it."""

import os
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: there, a folder whose files are open in another program cannot be renamed at all
    fcntl = None

SECONDS = 10.0  # a save takes a twentieth of one; who still holds the place after this has hung
PAUSE = 0.005  # seconds between two tries


@contextmanager
def locked(folder: Path, *, shared: bool = False) -> Generator[None]:
    """Hold the place of a case, until the block ends or the process does.

    The folder around the case is what is locked, since the case itself is renamed on saving: that leaves no file
    behind, and the system frees it when a process is killed. Where the system has no such lock (Windows, some network
    drives), nothing is held.

    Args:
        folder: Folder of the case, there or not.
        shared: To read only, beside others who read.

    Raises:
        OSError: Another program did not let go of the place.
    """
    try:
        place = os.open(real(folder).parent, os.O_RDONLY) if fcntl else -1
    except OSError:
        place = -1  # there is no such folder, and nothing in it to hold
    try:
        if place >= 0:
            _take(place, folder, shared=shared)
        yield
    finally:
        if place >= 0:
            os.close(place)


def _take(place: int, folder: Path, *, shared: bool) -> None:
    assert fcntl  # noqa: S101 - there is a place only where it is
    until = time.monotonic() + SECONDS
    while True:
        try:
            fcntl.flock(place, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > until:
                raise BlockingIOError(error.errno, "Another program is saving here", str(folder)) from None
            time.sleep(PAUSE)
        except OSError:
            return  # this file system has no locks
        else:
            return


def real(folder: str | Path) -> Path:
    """Return where a folder really is; a link that leads to itself is no error, as it is to ``Path.resolve``."""
    return Path(os.path.realpath(folder))


def flush(folder: Path) -> None:
    """Bring the names that a folder holds to the disk: a renamed file is safe from a power cut only after that.

    Args:
        folder: The folder. Where the system cannot do this (Windows), it keeps names safe by itself.
    """
    with suppress(OSError):
        place = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(place)
        finally:
            os.close(place)

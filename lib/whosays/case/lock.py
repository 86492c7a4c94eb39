"""One writer at a time: whoever saves a case waits for another who saves it, or who is just reading it."""

import os
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from zlib import crc32

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None
if not hasattr(fcntl, "flock"):  # a browser has the module and no lock: there, nothing else can write
    fcntl = None
try:
    import msvcrt
except ImportError:  # everywhere else
    msvcrt = None

SECONDS = 10.0  # a save takes a twentieth of one; who still holds the place after this has hung
PAUSE = 0.005  # seconds between two tries
LOCKS = "whosays.lock"  # in the user's folder for temporary files, and always empty


@contextmanager
def locked(folder: Path, *, shared: bool = False) -> Generator[None]:
    """Hold the place of a case, until the block ends or the process does.

    The folder around the case is what is locked, since the case itself is renamed on saving: that leaves no file
    behind, and the system frees it when a process is killed. Windows locks bytes of files and no folders: there, each
    case has a byte of one file to itself, far beyond its end, and those who only read wait for one another too. Where
    the system has no locks (a browser, some network drives), nothing is held.

    Args:
        folder: Folder of the case, there or not.
        shared: To read only, beside others who read.

    Raises:
        OSError: Another program did not let go of the place.
    """
    place = -1
    with suppress(OSError):  # there is no such folder, and nothing in it to hold
        place = _place(real(folder))
    try:
        if place >= 0:
            _take(place, folder, shared=shared)
        yield
    finally:
        if place >= 0:
            _leave(place)


def _place(folder: Path) -> int:
    """Return an open file that stands for the place of a case, at the byte that is its own; -1 for none."""
    if fcntl:
        return os.open(folder.parent, os.O_RDONLY)
    if not msvcrt:
        return -1
    place = os.open(Path(tempfile.gettempdir()) / LOCKS, os.O_RDWR | os.O_CREAT)
    os.lseek(place, crc32(os.path.normcase(folder).encode("utf-8", "surrogatepass")) >> 1, os.SEEK_SET)
    return place


def _take(place: int, folder: Path, *, shared: bool) -> None:
    until = time.monotonic() + SECONDS
    while True:
        try:
            _try(place, shared=shared)
        except (BlockingIOError, PermissionError) as error:  # the second is how Windows says that it is taken
            if time.monotonic() > until:
                raise BlockingIOError(error.errno, "Another program is saving here", str(folder)) from None
            time.sleep(PAUSE)
        except OSError:
            return  # this file system has no locks
        else:
            return


def _try(place: int, *, shared: bool) -> None:
    if fcntl:
        fcntl.flock(place, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    elif msvcrt:
        msvcrt.locking(place, msvcrt.LK_NBLCK, 1)  # pyright: ignore[reportAttributeAccessIssue] - known on Windows alone


def _leave(place: int) -> None:
    if msvcrt and not fcntl:
        with suppress(OSError):  # it was never taken
            msvcrt.locking(place, msvcrt.LK_UNLCK, 1)  # pyright: ignore[reportAttributeAccessIssue] - as above
    os.close(place)


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

"""Many cases at once: a folder of them, read by several processes, one row a case, damaged ones named and passed over.

Each case is read, summed up and let go, so that memory does not grow with their number.
"""

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from whosays.case.errors import CaseError
from whosays.case.load import cases_folder, load
from whosays.case.schema import TABLES
from whosays.show.plain import framed
from whosays.show.sentences import collection as words
from whosays.show.summary import Summary, summary

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    import pandas as pd

    from whosays.show.figures.chart import Chart
    from whosays.show.told import Told

FEW, LIGHT = 16, 4_000_000  # cases, and bytes, that are read about as soon as a second process starts
AHEAD = 2  # cases given out for each process; so many are read again one by one when a process ends
MOST = 61  # processes that Windows can wait for
LIMIT = 60.0  # seconds for one case; a hundred times the first one, 20,000 statements, takes about three


@dataclass(frozen=True, slots=True)
class Survey:
    """A folder of cases, one row a case, in the order of their names.

    Attributes:
        folder: The folder as the user named it.
        rows: The cases; a damaged one has faults.

    Example:
        >>> from whosays import open_cases
        >>> survey = open_cases()
        >>> [(row.id, row.shape) for row in survey.rows if "frogs" in row.title]
        [('practice-pond-2025', '4 mentions, 3 names, 1 root; longest path 3
        links; no circle')]
    """

    folder: str
    rows: tuple[Summary, ...]

    def __repr__(self) -> str:
        """Return what the cases show together, in words."""
        return self.sentence

    @property
    def damaged(self) -> tuple[Summary, ...]:
        """The cases that could not be read.

        Example:
            >>> from pathlib import Path
            >>> from whosays import load, open_cases, save
            >>> folder = save(load("practice-pond-2025"), "cases/pond")
            >>> Path("cases/pond/claims.csv").unlink()
            >>> [(row.id, row.faults) for row in open_cases("cases").damaged]
            [('pond', 1)]
        """
        return tuple(row for row in self.rows if row.faults)

    @property
    def sentence(self) -> str:
        """What the cases show together, in words.

        Example:
            >>> from whosays import open_cases
            >>> open_cases().sentence
            '6 cases, 0 damaged. In 6 of 6 the asked claim has one root in the
            article; beyond the article its word is holds in 1, answered in 5.'
        """
        own = [row for row in self.rows if row.claim]
        circular = sum(bool(row.circular) for row in own)
        roots = (row.roots or 0 for row in own)
        return words.sentence(len(self.rows), len(self.damaged), roots, (row.beyond for row in own), circular)

    def frame(self) -> "pd.DataFrame":
        """Return the rows as a DataFrame with the id as its index; what is not known is missing.

        Its columns are the attributes of ``whosays.show.summary.Summary``.

        Example:
            >>> from whosays import open_cases
            >>> frame = open_cases().frame()
            >>> frame.loc["practice-pond-2025", ["claimant", "article"]].tolist()
            ['the town hall', 'contested']
        """
        names = [f.name for f in fields(Summary)]
        kinds = {
            f.name: kind for f in fields(Summary) for start, kind in _KINDS.items() if str(f.type).startswith(start)
        }
        return framed(names, [[getattr(row, name) for name in names] for row in self.rows], kinds)

    def figure(self) -> "Chart":
        """Return mentions against roots of each asked claim as a figure, with its sentence and table.

        Example:
            >>> from whosays import open_cases
            >>> open_cases().figure()
            In four of six cases the asked claim is mentioned more often than it has
            roots; where they differ most, four mentions from one root.
        """
        from whosays.show.figures.cases import cases  # noqa: PLC0415 - plotly loads only when a figure is asked for

        return cases(self.rows)

    def patterns(self) -> "Told":
        """Return what can be counted over the cases, question by question; see ``whosays.show.patterns.patterns``.

        Example:
            >>> from whosays import open_cases
            >>> open_cases().patterns().rows[0]
            ('Is the claim mentioned more often than it has roots?', 'cases', '4',
            '2', '0')
        """
        from whosays.show.patterns import patterns  # noqa: PLC0415 - not needed to read cases

        return patterns(self.rows)


_KINDS = {"str": "str", "int": "Int64", "bool": "boolean", "float": "Float64"}


def open_cases(
    folder: str | Path = "", processes: int | None = None, *, progress: bool = True, limit: float = LIMIT
) -> Survey:
    """Read every case of a folder, and sum each up in one row.

    A folder in it is a case if it is empty, cannot be opened, or holds a table of a case; other files and folders, and
    those whose name begins with a full stop, are passed over. A case that has faults, cannot be read, ends its process
    or outlasts the limit is a row with its first fault, and stops no other. Programs that call this with several
    processes need the usual ``if __name__ == "__main__":``.

    Args:
        folder: Folder of cases; empty for those that come with whosays.
        processes: How many processes read; with 1 this one reads, and has no limit. If not given, one for each core,
            but only this one for few and small cases, and where no other can be started, as in a browser.
        progress: Whether to show a bar while it lasts, if the error stream is a terminal and tqdm is there.
        limit: Seconds for one case.

    Raises:
        OSError: The folder cannot be read.

    Example:
        >>> from whosays import open_cases
        >>> cases = open_cases()
        >>> cases
        6 cases, 0 damaged. In 6 of 6 the asked claim has one root in the article;
        beyond the article its word is holds in 1, answered in 5.
        >>> [row.id for row in cases.rows if row.beyond == "holds"]
        ['polio-1955']
    """
    folder = folder or cases_folder()
    paths = case_folders(folder)
    here = processes == 1 or (processes is None and (_is_alone() or _are_few(paths)))
    count = min(processes or os.cpu_count() or 1, MOST)
    rows = enumerate(map(_read, paths)) if here else _by_workers(paths, count, limit)
    found = dict(_with_progress(rows, len(paths)) if progress and sys.stderr.isatty() else rows)
    return Survey(str(folder), tuple(found[n] for n in range(len(paths))))


def case_folders(folder: str | Path) -> list[str]:
    """Return the folders of the cases in a folder, by name; see ``open_cases`` for what counts as one."""
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    return [path for name in names if _is_case(path := str(Path(folder) / name))]


def _is_case(path: str) -> bool:
    if not Path(path).is_dir():
        return Path(path).is_symlink() and not Path(path).is_file()  # a link that leads nowhere was meant to be one
    try:
        names = set(os.listdir(path))  # noqa: PTH208 - names are all that is wanted
    except OSError:
        return True
    return not names or not names.isdisjoint(f"{table}.csv" for table in TABLES)


def _are_few(paths: Sequence[str]) -> bool:
    """Return whether cases are few and small, so that none of them can take long."""
    return len(paths) < FEW and sum(file.lstat().st_size for path in paths for file in Path(path).glob("*.csv")) < LIGHT


def _is_alone() -> bool:
    """Return whether no process can be started from here: in a browser, or in one of several processes itself."""
    if sys.platform in {"emscripten", "wasi"}:
        return True
    from multiprocessing import parent_process  # noqa: PLC0415 - there is no such module in a browser

    return parent_process() is not None


def _with_progress(rows: Iterable[tuple[int, Summary]], total: int) -> Iterable[tuple[int, Summary]]:
    try:
        from tqdm import tqdm  # noqa: PLC0415 - only for many cases, and only with the extra author
    except ImportError:
        return rows
    return tqdm(rows, total=total, unit="case", leave=False)


def _read(path: str) -> Summary:
    """Return the row of a case, whatever is wrong with it."""
    name = Path(path).name
    try:
        os.listdir(path)  # noqa: PTH208 - says at once why a folder cannot be read
        return summary(load(path))
    except CaseError as error:
        return Summary(name, faults=len(error.faults), fault=str(error.faults[0]))
    except OSError as error:
        return Summary(name, faults=1, fault=f"{error.filename or path}: {error.strerror}.")
    except Exception as error:  # noqa: BLE001 - one case on which whosays fails must not stop a thousand others
        return Summary(name, faults=1, fault=words.failed(type(error).__name__))


def _read_in_time(path: str, limit: float) -> Summary:
    """Return the row of a case; after the limit end this process, which is the one cure that works on every system."""
    watch = threading.Timer(limit, os._exit, (1,))
    watch.daemon = True
    watch.start()
    try:
        return _read(path)
    finally:
        watch.cancel()


def _by_workers(paths: Sequence[str], processes: int, limit: float) -> Iterator[tuple[int, Summary]]:
    """Yield number and row of each case as they are read; when a process ends, those it may have held one by one."""
    from concurrent.futures import FIRST_COMPLETED, wait  # noqa: PLC0415 - not in a browser
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - as above

    left = deque(enumerate(paths))
    while left:
        running: dict[Future[Summary], tuple[int, str]] = {}
        with _workers(processes) as pool:
            try:
                while left or running:
                    while left and len(running) < AHEAD * processes:
                        running[_given(pool, left[0][1], limit)] = left[0]
                        left.popleft()
                    for done in wait(running, return_when=FIRST_COMPLETED).done:
                        row = done.result()
                        yield running.pop(done)[0], row
            except BrokenProcessPool:
                pass  # which case did it is found below
        for number, path in running.values():
            yield number, _read_apart(path, limit)


def _read_apart(path: str, limit: float) -> Summary:
    """Return the row of a case that may end the process that reads it."""
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - not in a browser

    with _workers(1) as pool:
        try:
            return _given(pool, path, limit).result()
        except BrokenProcessPool:
            return Summary(Path(path).name, faults=1, fault=words.ended(limit))


@contextmanager
def _workers(count: int) -> Generator["ProcessPoolExecutor", None, None]:
    """Give processes that begin anew on every system, and end with this block, at once if it is left by an error."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - not in a browser
    from multiprocessing import active_children, get_context  # noqa: PLC0415 - as above

    others = {child.pid for child in active_children()}
    pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_leave_interrupts)
    try:
        yield pool
    except BaseException:
        for child in active_children():
            if child.pid not in others:
                child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _given(pool: "ProcessPoolExecutor", path: str, limit: float) -> "Future[Summary]":
    """Give a case to some processes; one that is started by this takes no Ctrl-C, which is for this one to hear."""
    if not hasattr(signal, "pthread_sigmask"):
        return pool.submit(_read_in_time, path, limit)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # what is started now inherits it
    try:
        return pool.submit(_read_in_time, path, limit)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave_interrupts() -> None:
    """Leave Ctrl-C to the process that started this one; where none can be blocked, this early at best."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

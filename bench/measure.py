"""Measure whosays side by side with its peers, in one run, and write RESULTS.md; ``make bench`` runs this.

    python bench/measure.py [--quick] [--only SECTION ...]

With --only, those sections alone are measured anew in RESULTS.md, each with its own date.
Trust the ratios, not the milliseconds. Exit status 1 if two libraries give different answers.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from classroom import why_not

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PEERS = HERE / ".venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
LIMIT = 90  # seconds that a library is given for one job, from the start of its process
QUICK_LIMIT = 10
LARGE = 100_000  # from here on once is enough, and some peers need half a minute for it


@dataclass
class Section:
    """One part of the results.

    Attributes:
        title: What is measured.
        columns: Heads of its table.
        rows: Cells, as text.
        notes: Sentences below the table.
        agreed: Whether all libraries gave the same answers.
        versions: Of what was measured, by name.
    """

    title: str
    columns: list[str]
    rows: list[list[str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    agreed: bool = True
    versions: dict[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """Return the section as Markdown."""
        lines = [self.columns, ["---"] * len(self.columns), *self.rows]
        table = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
        return "\n\n".join([f"## {self.title}", table, *self.notes]) + "\n"


@dataclass(frozen=True)
class Job:
    """What one library made of one job; None for one that was cut off."""

    seconds: float | None
    build: float = 0
    answer: str = ""
    count: int = 0


def peer(section: Section, job: str, library: str, size: int, rounds: int, *, limit: int) -> Job:  # noqa: PLR0913
    """Let a library do a job in a process of its own, and cut it off at the limit."""
    command = [str(PEERS), str(HERE / "peers.py"), job, library, str(size), str(rounds)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return Job(None)
    told = json.loads(done.stdout)
    if told["version"]:
        section.versions[library] = told["version"]
    return Job(told["seconds"], told["build"], told["answer"], told["count"])


def agree(section: Section, jobs: Iterable[Job]) -> str:
    """Return whether all that were not cut off answered the same."""
    same = len({job.answer for job in jobs if job.seconds is not None}) == 1
    section.agreed &= same
    return "yes" if same else "NO"


def accepted(*, quick: bool) -> Section:
    """Grounded labelling of random attack graphs."""
    libraries = ("whosays", "formal-argumentation", "python-argumentation")
    limit = QUICK_LIMIT if quick else LIMIT
    heads = ["attacks", "accepted", *(f"{name}, ms" for name in libraries), "ratio to the next", "same answers"]
    section = Section("What is accepted: the grounded labelling of a random attack graph", heads)
    cut: set[str] = set()
    each: dict[int, float] = {}
    for size in (1_000, 5_000) if quick else (1_000, 100_000, 1_000_000):
        jobs = {
            name: peer(section, "accepted", name, size, 3 if size < LARGE else 1, limit=limit)
            for name in libraries
            if name not in cut
        }
        cells = [
            milliseconds(jobs[name].seconds) if name in jobs and jobs[name].seconds is not None
            else f"cut off at {limit} s" if name in jobs else "not tried"
            for name in libraries
        ]  # fmt: skip
        cut |= {name for name, job in jobs.items() if job.seconds is None}
        ours = jobs["whosays"]
        others = [job.seconds for name, job in jobs.items() if name != "whosays" and job.seconds is not None]
        each[size] = (ours.seconds or 0) / size
        section.rows.append(
            [f"{size:,}", f"{ours.count:,}", *cells, against(min(others, default=None), ours.seconds),
             agree(section, jobs.values())]
        )  # fmt: skip
    sizes = list(each)
    section.notes.append(
        f"Two attacks for each argument. From {sizes[-2]:,} to {sizes[-1]:,} attacks, one attack costs "
        f"{each[sizes[-1]] / each[sizes[-2]]:.1f} times as much (1.0 is linear; beyond the processor's cache it is "
        "more). A library that was cut off is not tried on larger graphs."
    )
    return section


def graphs(*, quick: bool) -> Section:
    """Circles, and roots of 2,000 claims, in a graph of what rests on what."""
    libraries = ("whosays", "networkx", "igraph", "rustworkx")
    size = 20_000 if quick else 530_000
    heads = [*(f"{name}, ms" for name in libraries), *(f"{name} / ours" for name in libraries[1:])]
    section = Section(f"Circles and roots: a graph of {size:,} edges", ["job", *heads, "same answers"])
    for job, title in (("circles", "circles"), ("roots", "roots of 2,000 claims")):
        jobs = {name: peer(section, job, name, size, 3, limit=LIMIT) for name in libraries}
        ours = jobs["whosays"]
        peers = [jobs[name] for name in libraries[1:]]
        times = [milliseconds(one.seconds) for one in jobs.values()]
        ratios = [against(one.seconds, ours.seconds) for one in peers]
        section.rows.append([title, *times, *ratios, agree(section, jobs.values())])
        whole = [(j.seconds or 0) + j.build for j in peers]
        row = ["with the graph built first", milliseconds(ours.seconds), *map(milliseconds, whole)]
        section.rows.append([*row, *(against(seconds, ours.seconds) for seconds in whole), ""])
    section.notes.append(
        "A ratio below 1 means that the peer is faster than ours. igraph is compiled C and rustworkx compiled Rust; "
        "both want the graph in a form of their own first, and ours takes a plain dictionary, in the browser as well."
    )
    return section


def sheets(*, quick: bool) -> Section:
    """How the sheet grows with the case."""
    section = Section(
        "The sheet of made cases", ["statements", "claims", "sources", "seconds", "times the row above", "JSON, MB"]
    )
    before = None
    for size in (50, 200) if quick else (50, 500, 5_000):
        code = (
            "import json, sys, time; sys.path.insert(0, 'bench'); from synthetic import synthetic\n"
            f"from whosays.show.sheet import _computed, sheet; case = synthetic({size}); found = []\n"
            "for _ in range(3):\n"
            "    _computed.cache_clear()\n"
            "    start = time.process_time(); made = sheet(case); found.append(time.process_time() - start)\n"
            "print(json.dumps([min(found), len(json.dumps(made)), len(case.claims), len(case.sources)]))"
        )
        seconds, length, claims, sources = json.loads(ran("-c", code))
        grown = f"{seconds / before:.1f}" if before else ""
        section.rows.append(
            [f"{size:,}", f"{claims:,}", f"{sources:,}", f"{seconds:.3f}", grown, f"{length / 1e6:.2f}"]
        )
        before = seconds
    section.notes.append("Cases by `bench/synthetic.py`, in the proportions of the shipped one. Wanted: 20 at most.")
    return section


def imports(*, quick: bool) -> Section:
    """How long it takes until the library is there."""
    section = Section("Import, each in a new process", ["what", "median, ms", "import whosays as a share of it"])
    found = {}
    for what, code in (
        ("import whosays", "import whosays"),
        ("open the shipped case", "from whosays import open_case; open_case('kramatorsk-2023')"),
        ("import pandas", "import pandas"),
        ("import ipywidgets", "import ipywidgets"),
    ):
        timed = f"import time; start = time.perf_counter(); {code}; print(time.perf_counter() - start)"
        found[what] = statistics.median([float(ran("-c", timed)) for _ in range(3 if quick else 9)])
    ours = found["import whosays"]
    for what, seconds in found.items():
        section.rows.append([what, milliseconds(seconds), f"{ours / seconds:.1%}"])
    return section


def notebooks(*, quick: bool) -> Section:
    """The notebook part of ``make test`` against nothing but running the notebooks."""
    section = Section("Notebooks, run and compared", ["how", "seconds", "times bare"])
    paths = sorted((ROOT / "notebooks").rglob("*.ipynb"))[: 1 if quick else None]
    bare = (
        "import sys, nbformat; from pathlib import Path; from nbclient import NotebookClient\n"
        "for path in sys.argv[1:]:\n"
        "    place = {'metadata': {'path': str(Path(path).parent)}}\n"
        "    NotebookClient(nbformat.read(path, 4), resources=place).execute()"
    )
    names = [str(path) for path in paths]
    compared, plain = (
        elapsed("-m", "pytest", "-q", "-p", "no:cacheprovider", *names),
        elapsed("-c", bare, *names),
    )
    section.rows += [
        ["nbclient alone", f"{plain:.1f}", "1.0"],
        ["nbval, as in `make test`", f"{compared:.1f}", f"{compared / plain:.2f}"],
    ]
    section.notes.append(f"Notebooks: {len(paths)}, one after the other.")
    return section


def cases(*, quick: bool) -> Section:
    """Many cases, with one process and with two."""
    import collection  # noqa: PLC0415 - it makes its cases with whosays itself

    rows, notes = collection.measured(quick=quick)
    versions = {name: version(name) for name in ("frictionless",)}
    return Section("Many cases, read and summed up", collection.COLUMNS, rows, notes, versions=versions)


def maps(*, quick: bool) -> Section:
    """Argument maps, read and weighed."""
    import maps as made  # noqa: PLC0415 - it needs what only Linux and macOS have, and the rest does not

    rows, notes = made.measured(quick=quick)
    return Section("Argument maps in AIF, read and weighed", made.COLUMNS, rows, notes)


def explorer(*, quick: bool) -> Section:
    """The explorer in a real browser."""
    import latency  # noqa: PLC0415 - it needs a browser, and the rest does not

    columns, rows, notes, versions = latency.measured(5 if quick else 40)
    return Section("From a key press to the changed page, in a real Chromium", columns, rows, notes, versions=versions)


def pages(*, quick: bool) -> Section:
    """The page of each case, until it answers."""
    import pages as case_pages  # noqa: PLC0415 - it needs a browser, and the rest does not

    rows, notes, versions = case_pages.measured(quick=quick)
    return Section("Until the page of a case answers", case_pages.COLUMNS, rows, notes, versions=versions)


def in_browser(*, quick: bool) -> Section:
    """JupyterLite, from opening to the last cell."""
    import in_browser as jupyterlite  # noqa: PLC0415 - it needs a browser, and the rest does not

    rows, notes, versions = jupyterlite.measured(rounds=1 if quick else 2)
    return Section("Python in the browser, from an empty one", jupyterlite.COLUMNS, rows, notes, versions=versions)


def seats(*, quick: bool) -> Section:
    """A class on one machine: what a student needs, and how long a class waits."""
    import seats  # noqa: PLC0415 - it needs root and a proxy, and the rest does not

    rows, notes, versions = seats.measured(quick=quick)
    return Section("A class on one machine, by JupyterHub", seats.COLUMNS, rows, notes, versions=versions)


SECTIONS: dict[str, Callable[..., Section]] = {
    "accepted": accepted,
    "graphs": graphs,
    "sheets": sheets,
    "cases": cases,
    "maps": maps,
    "explorer": explorer,
    "pages": pages,
    "lite": in_browser,
    "imports": imports,
    "notebooks": notebooks,
    "seats": seats,
}


def ran(*arguments: str) -> str:
    """Return what a Python process of the tested environment prints."""
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout


def elapsed(*arguments: str) -> float:
    """Return how many seconds a Python process of the tested environment takes."""
    start = time.perf_counter()
    ran(*arguments)
    return time.perf_counter() - start


def milliseconds(seconds: float | None) -> str:
    """Return a time for a table."""
    return "cut off" if seconds is None else f"{1000 * seconds:,.{1 if seconds < 1 else 0}f}"


def against(peer_seconds: float | None, ours: float | None) -> str:
    """Return how many times longer a peer takes."""
    return "" if peer_seconds is None or not ours else f"{peer_seconds / ours:.2f}"


def head(found: list[Section]) -> str:
    """Return when and with what it was measured."""
    own = {name: version(name) for name in ("whosays", "pandas", "ipywidgets", "anywidget", "jupyterlab", "nbval")}
    versions = own | {name: which for section in found for name, which in section.versions.items()}
    told = ", ".join(f"{name} {which}" for name, which in versions.items())
    day = datetime.now(UTC).date().isoformat()
    return (
        "# Measured side by side\n\nWritten by `make bench`, in one run. Trust the ratios, not the milliseconds.\n\n"
        f"{day}, Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores; {told}.\n"
    )


def replaced(results: str, found: list[Section], load: float) -> str:
    """Return the results with some sections measured anew, each in its place and with when that was."""
    parts = results.split("\n## ")
    day = datetime.now(UTC).date().isoformat()
    for section in found:
        told = ", ".join(f"{name} {which}" for name, which in section.versions.items())
        section.notes.append(
            f"Measured apart from the rest, on {day}{f', with {told}' if told else ''}; the load of the machine was "
            f"{load:.1f} on {os.cpu_count()} cores before it began."
        )
        text = section.text().removeprefix("## ")
        at = next((n for n, part in enumerate(parts) if part.startswith(f"{section.title}\n")), len(parts))
        parts[at : at + 1] = [text]
    return "\n## ".join(part.rstrip("\n") + "\n" for part in parts)


def main() -> int:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description="Measure whosays side by side with its peers.")
    parser.add_argument("--quick", action="store_true", help="small sizes, to see that it works; writes no results")
    parser.add_argument("--only", nargs="+", choices=SECTIONS, default=list(SECTIONS), help="some sections")
    asked = parser.parse_args()
    if "seats" in asked.only and (reason := why_not()):
        print(f"The section seats is left out: {reason}.")
        asked.only.remove("seats")
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    found: list[Section] = []
    for name in asked.only:
        section = SECTIONS[name](quick=asked.quick)
        found.append(section)
        print(section.text(), flush=True)
    if not asked.quick:
        results = HERE / "RESULTS.md"
        whole = "\n".join([head(found), *(section.text() for section in found)])
        some = "" if len(found) == len(SECTIONS) else replaced(results.read_text(encoding="utf-8"), found, load)
        part = results.with_suffix(".part")
        part.write_text(some or whole, encoding="utf-8")
        part.replace(results)
    return int(not all(section.agreed for section in found))


if __name__ == "__main__":
    sys.exit(main())

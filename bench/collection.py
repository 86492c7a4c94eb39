"""Many made cases, read and summed up: seconds and memory by number and processes, beside what peers do of the same.

The peers do less: frictionless checks each table and its keys, pandas only reads; neither weighs anything.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from synthetic import synthetic
from whosays.case.save import texts_of

STATEMENTS = 60
SAMPLE = 20  # cases that frictionless is given; it would need some minutes for all
OURS = """
import json, resource, sys, time
from whosays.collection import open_cases
if __name__ == "__main__":
    start = time.perf_counter()
    found = open_cases(sys.argv[1], int(sys.argv[2]), progress=False)
    seconds = time.perf_counter() - start
    assert found.rows and not found.damaged, found.damaged[:1]
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    work = sum(one.ru_utime + one.ru_stime for one in used)
    print(json.dumps([seconds, work, *(one.ru_maxrss / 1024 for one in used)]))
"""
READ = """
import json, sys, time
from pathlib import Path
from whosays.case.load import load
folders = sorted(Path(sys.argv[1]).iterdir())
start, began = time.perf_counter(), time.process_time()
for folder in folders:
    load(folder)
print(json.dumps([time.perf_counter() - start, time.process_time() - began, len(folders)]))
"""
FRICTIONLESS = """
import json, sys, time
from pathlib import Path
from frictionless import Package
folders = sorted(Path(sys.argv[1]).iterdir())[:int(sys.argv[2])]
start, began = time.perf_counter(), time.process_time()
assert all(Package(str(folder / "datapackage.json")).validate().valid for folder in folders)
print(json.dumps([time.perf_counter() - start, time.process_time() - began, len(folders)]))
"""
PANDAS = """
import json, sys, time
from pathlib import Path
import pandas
folders = sorted(Path(sys.argv[1]).iterdir())
start, began = time.perf_counter(), time.process_time()
for folder in folders:
    for file in folder.glob("*.csv"):
        pandas.read_csv(file, dtype=str, keep_default_na=False)
print(json.dumps([time.perf_counter() - start, time.process_time() - began, len(folders)]))
"""
COLUMNS = ["what", "cases", "processes", "seconds", "processor, s", "ms a case", "peak, MB", "peak of a worker, MB"]


def measured(*, quick: bool) -> tuple[list[list[str]], list[str]]:
    """Return the rows of the table, and the sentences below it."""
    sizes = (10, 20) if quick else (250, 500, 1_000)
    rows: list[list[str]] = []
    each: dict[tuple[int, int], float] = {}
    with tempfile.TemporaryDirectory() as place:
        for size in sizes:
            folder = made(Path(place) / str(size), size)
            for processes in (1, 2):
                seconds, work, own, worker = ran(OURS, folder, str(processes), script=Path(place) / "survey.py")
                each[size, processes] = work
                told = f"{worker:.0f}" if processes > 1 else ""
                rows.append(row("whosays, `open_cases`", size, processes, (seconds, work), [f"{own:.0f}", told]))
        for what, code, words in (
            ("whosays, reading and checking alone", READ, ()),
            ("pandas, `read_csv` of every table", PANDAS, ()),
            ("frictionless, `validate`", FRICTIONLESS, (str(2 if quick else SAMPLE),)),
        ):
            seconds, work, count = ran(code, folder, *words)
            rows.append(row(what, int(count), 1, (seconds, work), ["", ""]))
    first, last = sizes[0], sizes[-1]
    grown = {n: each[last, n] / each[first, n] for n in (1, 2)}
    how = (
        f"Cases of {STATEMENTS} statements by `bench/synthetic.py`. From {first:,} to {last:,} cases, {last / first:g} "
    )
    how += f"times as many, the work grows {grown[1]:.1f} times with one process and {grown[2]:.1f} times with two."
    pace = f"frictionless is measured on {int(count)} of the cases; at that pace {last:,} would take "
    return rows, [how, f"{pace}{last * work / count:,.0f} s of one processor."]


def made(folder: Path, count: int) -> Path:
    """Write so many made cases, each with a seed of its own."""
    for seed in range(count):
        place = folder / f"case-{seed:04}"
        place.mkdir(parents=True)
        for name, text in texts_of(synthetic(STATEMENTS, seed)).items():
            (place / name).write_text(text, encoding="utf-8", newline="")
    return folder


def ran(code: str, folder: Path, *words: str, script: Path | None = None) -> list[float]:
    """Return the numbers that a process of its own prints; workers need its code as a file."""
    if script:
        script.write_text(code, encoding="utf-8")
    command = [sys.executable, *([str(script)] if script else ["-c", code]), str(folder), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def row(what: str, count: int, processes: int, times: tuple[float, float], rest: list[str]) -> list[str]:
    """Return a row of the table."""
    seconds, work = times
    return [what, f"{count:,}", str(processes), f"{seconds:.1f}", f"{work:.1f}", f"{1000 * seconds / count:.1f}", *rest]

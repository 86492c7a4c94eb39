"""Argument maps of any size, read and weighed: seconds of the processor and memory, beside the standard library.

``json.load`` only reads: it checks no node and weighs nothing, but holds the whole file.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

TEXT = "It is so, as somebody said of this matter, for reasons that somebody else gave."
CLAIMS, CONFLICTS, UNDERCUTS = 0.4, 0.6, 0.2  # share of nodes, of links that attack, and of those that attack a link
OURS = """
import json, sys, time
from pathlib import Path
from whosays.exchange.aif.skeleton import read_skeleton
from whosays.exchange.aif.weigh import weighed, write_weighed
file, times = Path(sys.argv[1]), [time.process_time()]
graph = read_skeleton(file)
times.append(time.process_time())
found = weighed(graph)
times.append(time.process_time())
write_weighed(found, file, file.with_suffix(".csv"))
times.append(time.process_time())
told = [after - before for before, after in zip(times, times[1:])]
"""
THEIRS = """
import json, sys, time
start = time.process_time()
with open(sys.argv[1], encoding="utf-8") as file:
    held = json.load(file)
told = [time.process_time() - start]
"""
PEAK = """
from resource import RUSAGE_SELF, getrusage
print(json.dumps([*told, getrusage(RUSAGE_SELF).ru_maxrss / 1024]))
"""
COLUMNS = ["nodes", "edges", "file, MB", "read, s", "weigh, s", "write the table, s", "peak, MB", "json.load, s",
           "its peak, MB"]  # fmt: skip


def measured(*, quick: bool) -> tuple[list[list[str]], list[str]]:
    """Return the rows of the table, and the sentences below it."""
    rows: list[list[str]] = []
    each: list[float] = []
    for count in (1_000, 10_000) if quick else (10_000, 100_000, 1_000_000):
        with tempfile.TemporaryDirectory() as place:
            file = Path(place) / "map.json"
            with file.open("w", encoding="utf-8", newline="") as out:
                out.writelines(_map(count))
            read, weigh, write, peak = _ran(OURS, file)
            theirs, their_peak = _ran(THEIRS, file)
            size = file.stat().st_size / 1e6
        each.append((read + weigh) / count)
        edges = 2 * (count - int(CLAIMS * count))
        times = [f"{seconds:.2f}" for seconds in (read, weigh, write)]
        rows.append([f"{count:,}", f"{edges:,}", f"{size:,.0f}", *times, f"{peak:,.0f}", f"{theirs:.2f}",
                     f"{their_peak:,.0f}"])  # fmt: skip
    note = (
        "Made maps: claims, and conflicts and inferences between them, some of which attack others. Ours checks every "
        f"node and edge. With ten times as many, one node costs {each[-1] / each[-2]:.1f} times as much to read and "
        "weigh (1.0 is linear)."
    )
    return rows, [note]


def _map(count: int) -> Iterator[str]:
    chance, claims = Random(count), int(CLAIMS * count)
    node = '{{"nodeID": "{}", "text": "{}", "type": "{}", "timestamp": "2023-01-09 00:00:00"}}'
    yield '{"nodes": [\n'
    yield ",\n".join(node.format(n, TEXT, "I") for n in range(claims))
    for n in range(claims, count):
        kind = "CA" if chance.random() < CONFLICTS else "RA"
        yield ",\n" + node.format(n, kind, kind)
    yield '],\n"edges": [\n'
    edge = '{{"edgeID": "{}", "fromID": "{}", "toID": "{}", "formEdgeID": null}}'
    for n in range(claims, count):
        to = int(chance.random() * (count if chance.random() < UNDERCUTS else claims))
        yield edge.format(2 * n, int(chance.random() * claims), n) + ",\n"
        yield edge.format(2 * n + 1, n, to) + (",\n" if n < count - 1 else "")
    yield '],\n"locutions": []}\n'


def _ran(code: str, file: Path) -> list[float]:
    done = subprocess.run([sys.executable, "-c", code + PEAK, file], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)

"""What a student of a class server needs, and how long a class waits when all log in at once."""

import os
import time

from classroom import Classroom, classroom, processes

COLUMNS = [
    "students at once",
    "all servers up, s",
    "processor, s a student",
    "explorer open in all, s",
    "server, MB a student",
    "kernel with explorer, MB",
    "together, MB a student",
]
WORK = "from whosays import open_case\ncase = open_case('kramatorsk-2023')\nprint(case.explorer())"
LIMIT = 22 * 1024  # MB that the service leaves to the seats on a machine of 24 GiB
PER = 1024 * 1024


def measured(*, quick: bool) -> tuple[list[list[str]], list[str], dict[str, str]]:
    """Measure classes of several sizes; return rows, notes and versions."""
    sizes = (1, 2) if quick else (1, 10, 20)
    rows, each = [], 0.0
    with classroom(max(sizes)) as room:
        for size in sizes:
            names = [f"seat{number:02}" for number in range(1, size + 1)]
            row, each = one_class(room, names)
            rows.append(row)
            room.each(names, lambda name: room.ask(f"/hub/api/users/{name}/server", "DELETE"))
            while room.ask("/hub/api/users?state=active")[1]:
                time.sleep(0.5)
        version = room.ask("/hub/api/")[1]["version"]
    notes = [
        (
            "Servers are started by the REST API at the same moment; then a kernel for each opens the case and "
            "its explorer. "
            "Memory is the proportional set size: what processes share counts once. "
            f"By memory alone, {LIMIT / each:.0f} such students fit into the 22 GiB that the service allows on a "
            f"machine of 24 GiB; the {os.cpu_count()} cores set how long the first minute takes."
        )
    ]
    return rows, notes, {"jupyterhub": version}


def one_class(room: Classroom, names: list[str]) -> tuple[list[str], float]:
    """Return the row of a class, and the memory of one student in MB."""
    up = room.start(names)
    spent = sum(sum(one.cpu_times()[:2]) for name in names for one in processes(name)) / len(names)
    servers = sum(memory(name) for name in names) / len(names)
    begun = time.monotonic()
    room.each(names, lambda name: room.run(name, room.kernel(name), WORK))
    opened = time.monotonic() - begun
    whole = sum(memory(name) for name in names) / len(names)
    cells = [f"{up:.0f}", f"{spent:.1f}", f"{opened:.0f}", f"{servers:.0f}", f"{whole - servers:.0f}", f"{whole:.0f}"]
    return [str(len(names)), *cells], whole


def memory(name: str) -> float:
    """Return the memory of all processes of a seat in MB."""
    return sum(one.memory_full_info().pss for one in processes(name)) / PER

"""The command that looks at many cases: cases."""

import argparse
import csv
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, fields
from pathlib import Path

from whosays.case.errors import printable, quoted
from whosays.case.load import cases_folder
from whosays.case.whole import whole
from whosays.cli.command import FAULTS, FINE, Commands
from whosays.collection import Survey, open_cases
from whosays.show.sentences import collection as words
from whosays.show.summary import Summary

HEADS = ("case", "published", "who states it first", "behind it", "article", "beyond")
WIDTH = 60  # characters of a column


def add(commands: Commands) -> None:
    """Add the command of this module."""
    cases = commands.add("cases", _cases, "List the cases of a folder, with their questions.", "data --table")
    cases.add_argument("folder", nargs="?", help="a folder of cases; without it, those that come with whosays")
    form = cases.add_mutually_exclusive_group()
    form.add_argument(
        "--table", action="store_true", help="print a table: who states the asked claim, on what it rests"
    )
    form.add_argument("--json", action="store_true", help="print every column as JSON")
    cases.add_argument("--csv", metavar="FILE", help="write every column to a CSV file as well")
    cases.add_argument(
        "--jobs", metavar="N", type=_jobs, help="how many processes read; one for each core if not given"
    )
    cases.add_argument("--quiet", action="store_true", help="show no progress")


def _jobs(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        fault = f"found {quoted(text)}, expected how many processes, as in 2."
        raise argparse.ArgumentTypeError(fault)
    return int(text)


def _cases(args: argparse.Namespace) -> int:
    folder = Path(args.folder) if args.folder else cases_folder()
    found = open_cases(folder, args.jobs, progress=not args.quiet)
    if args.csv:
        _write_csv(Path(args.csv), found)
    if args.json:
        told = {"folder": found.folder, "sentence": found.sentence, "rows": [asdict(row) for row in found.rows]}
        json.dump(told, sys.stdout, ensure_ascii=False, indent=1)
        print()
    elif found.rows:
        lines = _table(found) if args.table else [_line(folder, row) for row in found.rows]
        print("\n".join([*lines, *([found.sentence] if args.folder else [])]))
    if not found.rows:
        print(words.nothing(printable(str(folder))), file=sys.stderr)
    return FAULTS if found.damaged or not found.rows else FINE


def _line(folder: Path, row: Summary) -> str:
    if row.faults:
        count = f"{row.faults} fault{'s' if row.faults != 1 else ''}"
        return f"{printable(row.id)}\t{count}; see: whosays check {printable(str(folder / row.id))}"
    return f"{printable(row.id)}\t{printable(row.title)}\t{printable(row.outlet)}, {row.published}"


def _table(found: Survey) -> list[str]:
    """Return the rows as lines of equal columns."""
    rows = [HEADS, *((r.id, r.published, r.claimant, r.shape or r.fault, r.article, r.beyond) for r in found.rows)]
    cells = [[_short(printable(cell)) for cell in row] for row in rows]
    widths = [max(len(row[n]) for row in cells) for n in range(len(HEADS))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]


def _short(cell: str) -> str:
    return cell if len(cell) <= WIDTH else f"{cell[: WIDTH - 1]}…"


def _write_csv(file: Path, found: Survey) -> None:
    """Write every column, whole or not at all."""
    with whole(file) as part, part.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([f.name for f in fields(Summary)])
        writer.writerows(_cells(row) for row in found.rows)


def _cells(row: Summary) -> Sequence[object]:
    return [("no", "yes")[value] if isinstance(value, bool) else value for value in asdict(row).values()]

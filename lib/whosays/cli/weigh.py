"""The command that says where the claims of an argument map of any size stand: weigh."""

import argparse
import sys
from pathlib import Path

from whosays.case.errors import printable, quoted
from whosays.cli.command import FINE, USAGE, Commands
from whosays.exchange.aif.skeleton import read_skeleton
from whosays.exchange.aif.weigh import most_attacked, sentences, weighed, write_weighed

ENDINGS = (".csv", ".json")


def add(commands: Commands) -> None:
    """Add the command of this module."""
    weigh = commands.add("weigh", _weigh, "Print where the claims of an argument map (AIF) of any size stand.",
                         "map.json -o standings.csv --top 10")  # fmt: skip
    weigh.add_argument("file", metavar="FILE.json", help="an argument map in AIF JSON, as AIFdb gives it out")
    weigh.add_argument("-o", "--output", metavar="FILE", help="write the standing of every node here: .csv or .json")
    weigh.add_argument("--top", metavar="N", type=_count, default=0, help="print the N claims that are attacked most")


def _weigh(args: argparse.Namespace) -> int:
    file, target = Path(args.file), Path(args.output or "")
    if args.output and target.suffix.lower() not in ENDINGS:
        print(f"{printable(args.output)}: a file of standings needs the ending .csv or .json. Nothing was written.",
              file=sys.stderr)  # fmt: skip
        return USAGE
    if args.output and target.exists() and file.exists() and target.samefile(file):
        print(f"{printable(args.output)}: this is the map itself. Give another name.", file=sys.stderr)
        return USAGE
    found = weighed(read_skeleton(file))
    for sentence in sentences(found):
        print(sentence)
    for row in most_attacked(found, file, args.top) if args.top else ():
        attacks = f"{row['attacks']:,} attack{'s' if row['attacks'] != 1 else ''}"
        print(f"{printable(str(row['nodeID']))}\t{row['standing']}\t{attacks}\t{quoted(str(row['text']))}")
    if args.output:
        write_weighed(found, file, target)
        print(f"{printable(args.output)}: {len(found.words):,} nodes with their standing.")
    return FINE


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text)):  # noqa: PLR2004 - a billion rows
        fault = f"found {quoted(text)}, expected a whole number from 1, as 10"
        raise argparse.ArgumentTypeError(fault)
    return int(text)

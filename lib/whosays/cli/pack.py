"""The command that packs a case or a report for a repository: pack."""

import argparse
import sys

from whosays.case.errors import printable
from whosays.cli.command import FINE, USAGE, Commands
from whosays.crate.pack import pack


def add(commands: Commands) -> None:
    """Add the command of this module."""
    own = commands.add("pack", _pack, "Pack a case or a report as one RO-Crate, with how to cite it.",
                       "kramatorsk-2023 -o kramatorsk.zip")  # fmt: skip
    own.add_argument("place", metavar="CASE", help="a case, as folder or name, or the folder of a report")
    own.add_argument("-o", "--output", metavar="FILE", required=True, help="the .zip file to write")
    own.add_argument("--day", metavar="DAY", default="", help="the day it counts as published, as 2023-01-09")


def _pack(args: argparse.Namespace) -> int:
    if not args.output.lower().endswith(".zip"):
        print(f"{printable(args.output)}: a package needs the ending .zip. Nothing was written.", file=sys.stderr)
        return USAGE
    packed, left = pack(args.place, args.output, args.day)
    print(f"{printable(args.output)}: the {packed.kind} “{printable(packed.title)}”, as of {packed.day}.")
    for sentence in left:
        print(printable(sentence), file=sys.stderr)
    return FINE

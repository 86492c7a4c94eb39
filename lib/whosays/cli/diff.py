"""The command that sets two states of a case side by side: diff."""

import argparse
import json
import sys
from pathlib import Path

from whosays.author.difference import difference
from whosays.case.errors import CaseError, quoted
from whosays.case.load import load
from whosays.case.model import Case
from whosays.cli.command import CASE, USAGE, Commands

SAME, DIFFERENT = 0, 1
STATUS = "exit status, as of diff: 0 the same, 1 different, 2 wrong usage or a state that has faults"


def add(commands: Commands) -> None:
    """Add the command of this module."""
    two = commands.add("diff", _diff, "Say what changed between two states of a case, and which answers with it.",
                       "kramatorsk-2023 my-copy")  # fmt: skip
    two.add_argument("old", metavar="OLD", help=f"the earlier state: {CASE}")
    two.add_argument("new", metavar="NEW", help="the later state")
    two.add_argument("--json", action="store_true", help="print JSON instead of text")
    two.epilog = f"{two.epilog}\n{STATUS}"


def _diff(args: argparse.Namespace) -> int:
    states = [_state(name) for name in (args.old, args.new)]
    if None in states:
        return USAGE
    old, new = (state for state in states if state)
    found = difference(old, new)
    if args.json:
        json.dump(found.data(), sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        print(found)
    return DIFFERENT if found else SAME


def _state(name: str) -> Case | None:
    """Return a state; None, with its faults printed, if it has any: then nothing can be compared."""
    try:
        return load(Path(name))
    except CaseError as error:
        print(f"{quoted(name)} cannot be compared until it is mended. {error}", file=sys.stderr)
        return None

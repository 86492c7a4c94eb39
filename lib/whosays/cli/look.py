"""Commands that look at a case: check, sheet, standing."""

import argparse
import json
import sys

from whosays.analysis.weigh import SCALE, Reading
from whosays.case.errors import quoted
from whosays.case.load import load
from whosays.case.model import LAYERS
from whosays.case.schema import schema
from whosays.cli.command import FINE, Commands, speaks
from whosays.show.sheet import sheet
from whosays.show.standing import standings


def add(commands: Commands) -> None:
    """Add the commands of this module."""
    commands.add_for_case("check", _check, "Check a case, and name every fault with its cure.", "kramatorsk-2023")
    answers = commands.add_for_case("sheet", _sheet, "Print every answer about a case as JSON.",
                                    "kramatorsk-2023 > sheet.json")  # fmt: skip
    speaks(answers)
    stands = commands.add_for_case("standing", _standing, "Print where each claim stands, and why, as JSON.",
                                   "kramatorsk-2023 --layer beyond --without s14")  # fmt: skip
    stands.add_argument("--layer", choices=LAYERS, default="article", help="how far to look (article)")
    stands.add_argument("--without", metavar="ID,ID", help="roots that are taken away with all they say")
    stands.add_argument("--join", metavar="ID,ID", action="append", default=[], help="roots that count as one")
    stands.add_argument("--grade", metavar="ID=GRADE", type=_grades, default={},
                        help="how a root knows, 1 to 4, whatever the rule has; several with commas")  # fmt: skip


def _check(args: argparse.Namespace) -> int:
    case = load(args.case)
    rows = sum(len(case.rows(name)) for name in schema())
    print(f"{case.id}: 0 faults in {len(schema())} tables with {rows} rows.")
    return FINE


def _sheet(args: argparse.Namespace) -> int:
    json.dump(sheet(load(args.case), args.language), sys.stdout, ensure_ascii=False, indent=1)
    print()
    return FINE


def _standing(args: argparse.Namespace) -> int:
    reading = Reading(
        withdrawn=frozenset(args.without.split(",") if args.without else ()),
        joined=tuple(tuple(group.split(",")) for group in args.join),
        graded=args.grade,
    )
    json.dump(standings(load(args.case), args.layer, reading), sys.stdout, ensure_ascii=False, indent=1)
    print()
    return FINE


def _grades(text: str) -> dict[str, int]:
    """Return grades by id, from the words of a command: "s09=4,s08=1"."""
    scale = {str(grade): name for grade, name in SCALE}
    found: dict[str, int] = {}
    for part in text.split(","):
        source, _, grade = part.partition("=")
        if grade not in scale:
            known = ", ".join(f"{number} ({name})" for number, name in scale.items())
            fault = f"found {quoted(part)}, expected ID=GRADE, as in s09=4. The grades are {known}."
            raise argparse.ArgumentTypeError(fault)
        found[source] = int(grade)
    return found

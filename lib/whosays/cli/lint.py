"""The command that says what is risky or unfair in a case: lint."""

import argparse
import json
import sys
from collections import Counter
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from whosays.author.accepted import Acceptance, accept
from whosays.author.linter import ALL_RULES, NAMES, left_out, lint, open_remarks
from whosays.author.rule import SEVERITIES, Remark
from whosays.case.anchor import read_copy
from whosays.case.errors import quoted
from whosays.case.load import load
from whosays.case.schema import schema
from whosays.cli.command import CASE, FAULTS, FINE, USAGE, Commands

_WANTING = {
    "copy": "give your copy of the article with --copy",
    "texts": "name another article with --other to compare the two",
}
_ACCEPT = ("RULE", "TABLE", "ROW", "COLUMN")


def add(commands: Commands) -> None:
    """Add the commands of this module."""
    what = "Say what is risky or unfair in a case although it loads, with reason and cure."
    own = commands.add("lint", _lint, what, "kramatorsk-2023 --copy ARTICLE.txt")
    own.add_argument("case", metavar="CASE", nargs="?", help=CASE)
    own.add_argument("--copy", metavar="FILE", help="your copy of the article, to find runs of its words; never stored")
    own.add_argument("--other", metavar="FILE", action="append", default=[],
                     help="another article, to find runs that the two share; may be given again")  # fmt: skip
    own.add_argument("--rules", action="store_true", help="list the rules instead")
    own.add_argument("--json", action="store_true", help="print JSON instead of text")
    own.add_argument("--accept", nargs=len(_ACCEPT), metavar=_ACCEPT,
                     help="let one remark stay, with --reason; - for a blank row or column")  # fmt: skip
    own.add_argument("--reason", default="", help="why it may stay, in five words or more")
    own.add_argument("--who", default="", help="who decided it")


def _lint(args: argparse.Namespace) -> int:
    if args.rules:
        return _rules(as_json=args.json)
    if args.case is None:
        print("Name a case, or ask for --rules.", file=sys.stderr)
        return USAGE
    case = load(args.case)
    copy = read_copy(args.copy) if args.copy else ""
    others = {str(name): read_copy(name) for name in args.other}
    remarks = lint(case, copy, others)
    if args.accept:
        return _accept(args, Path(case.folder), remarks)
    if args.json:
        json.dump([asdict(r) for r in remarks], sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        for r in remarks:
            print(_text(r))
        print(_count(case.id, remarks))
        for rule in left_out(case, copy, others):
            print(f"{rule.name} did not look: {_WANTING[rule.needs]}.")
    return FAULTS if open_remarks(remarks) else FINE


def _rules(*, as_json: bool) -> int:
    listed = [{name: getattr(rule, name) for name in ("name", "severity", "what", "why", "cure")} for rule in ALL_RULES]
    if as_json:
        json.dump(listed, sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        for rule in ALL_RULES:
            print(f"{rule.name} ({rule.severity})\n    {rule.what}\n    Why: {rule.why}\n    Cure: {rule.cure}")
    return FINE


def _accept(args: argparse.Namespace, folder: Path, remarks: list[Remark]) -> int:
    rule, table, row, column = ("" if word == "-" else word for word in args.accept)
    if (rule, table, row, column) not in {(r.rule, r.table, r.row, r.fault.column) for r in remarks}:
        print(f"No remark {quoted(rule)} stands at {' '.join(map(quoted, (table, row, column)))}. "
              "Run lint without --accept, and copy the line that ends each remark.", file=sys.stderr)  # fmt: skip
        return USAGE
    today = datetime.now().astimezone().date().isoformat()
    file = accept(folder, Acceptance(rule, table, row, column, args.reason, args.who, today), NAMES)
    print(f"{file}: {quoted(rule)} may stay.")
    return FINE


def _text(r: Remark) -> str:
    place = " ".join(part or "-" for part in (r.rule, r.table, r.row, r.fault.column))
    if r.table and r.table not in schema():  # a file of the kit beside the tables: there is nothing to accept
        return f"{r.fault}\n    {r.severity}, {r.rule}: {r.why}"
    last = f"Accepted: {r.accepted}" if r.accepted else f'To let it stay: --accept {place} --reason "…"'
    return f"{r.fault}\n    {r.severity}, {r.rule}: {r.why}\n    {last}"


def _count(name: str, remarks: list[Remark]) -> str:
    counts = Counter(r.severity for r in remarks if not r.accepted)
    accepted = sum(bool(r.accepted) for r in remarks)
    parts = ", ".join(f"{counts[severity]} {severity}" for severity in SEVERITIES)
    return f"{name}: {parts}; {accepted} accepted with a reason."

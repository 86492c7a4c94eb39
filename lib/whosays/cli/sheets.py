"""Commands that take a case to a spreadsheet program and back: sheets, import."""

import argparse
import shlex
import sys
from pathlib import Path

from whosays.case.errors import CaseError, Fault, printable
from whosays.case.schema import schema
from whosays.cli.command import FAULTS, FINE, USAGE, Commands
from whosays.exchange.asked import asked
from whosays.exchange.formats import brought


def add(commands: Commands) -> None:
    """Add the commands of this module."""
    sheets = commands.add_for_case("sheets", _sheets, "Write a case as one workbook, to be filled in a spreadsheet.",
                                   "kramatorsk-2023 -o case.xlsx")  # fmt: skip
    sheets.add_argument("-o", "--output", metavar="FILE", required=True, help="the .xlsx file to write")
    back = commands.add("import", _import, "Read a case back from a workbook or CSV files, and name every fault.",
                        "case.xlsx my-case")  # fmt: skip
    back.add_argument(
        "file", metavar="FILE", help="an .xlsx file, a CSV file named after its table, or a folder of CSVs"
    )
    back.add_argument("folder", metavar="FOLDER", help="the folder of the case; made if it is not there")
    back.add_argument("--from", dest="form", metavar="FORMAT", choices=brought(),
                      help=f"another format of the field, into a new case: {', '.join(brought())}")  # fmt: skip
    back.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")


def _sheets(args: argparse.Namespace) -> int:
    try:
        from whosays.author.workbook import write_workbook  # noqa: PLC0415 - openpyxl is loaded for this command only
    except ImportError:
        print("A workbook needs the package openpyxl: pip install whosays[author]", file=sys.stderr)
        return USAGE
    if not args.output.lower().endswith(".xlsx"):
        print(f"{args.output}: a workbook needs the ending .xlsx. Nothing was written.", file=sys.stderr)
        return USAGE
    file = write_workbook(args.case, args.output)
    print(f"{file}: {len(schema())} sheets, {file.stat().st_size / 1000:.0f} KB. Fill it in Excel or LibreOffice, then")
    print(f"run: whosays import {file} FOLDER")
    return FINE


def _import(args: argparse.Namespace) -> int:
    from whosays.author.imported import import_case  # noqa: PLC0415 - openpyxl is loaded for this command only

    if args.form:
        from whosays.exchange.bring import bring_case  # noqa: PLC0415 - it needs what a workbook needs

        done, left = bring_case(args.file, args.form, args.folder, dry_run=args.dry_run)
        for sentence in left.sentences():
            print(sentence)
    else:
        done = import_case(args.file, args.folder, dry_run=args.dry_run)
    for remark in done.remarks:
        print(remark)
    if done.case is None:
        print(CaseError(done.faults), file=sys.stderr)
        print(f"{done.folder} was not written: {args.file} cannot be read as it stands.", file=sys.stderr)
        return FAULTS
    print(_said(done.folder.name, done.changed, written=done.written))
    if not done.faults:
        return FINE
    print(asked(done.faults) if args.form else CaseError(done.faults), file=sys.stderr)
    print(_draft(done.faults, done.folder, written=done.written, anew=not args.form), file=sys.stderr)
    return FAULTS


def _said(name: str, changed: dict[str, tuple[int, int]], *, written: bool) -> str:
    if not changed:
        return f"{name}: no table changes."
    tables = ", ".join(f"{table} ({before} rows, now {after})" for table, (before, after) in changed.items())
    return f"{name}: {'written' if written else 'would be written'}; tables that change: {tables}."


def _draft(faults: tuple[Fault, ...], folder: Path, *, written: bool, anew: bool) -> str:
    """Return what to do with a draft: what came from another program cannot be imported anew over what was mended."""
    left = f"{len(faults)} fault{'s' if len(faults) != 1 else ''}"
    check = printable(shlex.join(["whosays", "check", str(folder)]))
    todo = "mend them, and import again" if anew else f"mend them in its tables, and see what is left: {check}"
    return f"{folder.name} {'was written as' if written else 'is'} a draft with {left}; {todo}."

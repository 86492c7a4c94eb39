"""Commands about reports: report, verify, compare."""

import argparse
import shlex
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from whosays.case.errors import printable
from whosays.cli.command import FAULTS, FINE, USAGE, Commands
from whosays.report.faults import ReportError
from whosays.report.parameters import Asked

SAME, DIFFERENT = 0, 1
STATUS = "exit status: 0 the same, 1 different, 2 wrong usage or no report"
NEEDS = "A report needs {name}, which is not installed: pip install 'whosays[report]'."


def add(commands: Commands) -> None:
    """Add the commands of this module."""
    own = commands.add_for_case("report", _report, "Write a report on a case that can be traced and made again.",
                                "kramatorsk-2023 -o report --layer beyond --withdraw s08")  # fmt: skip
    own.add_argument("-o", "--output", metavar="DIR", help="the folder to write; it must not be there yet")
    own.add_argument("--layer", default="article", help="how far to look: article, or beyond (article)")
    own.add_argument("--withdraw", metavar="SOURCE", action="append", default=[],
                     help="a root to take away with all it says; may be given again")  # fmt: skip
    own.add_argument("--regrade", metavar="STATEMENT=BASIS", action="append", default=[],
                     help="read otherwise how it is known: p05-3=saw, or SOURCE=GRADE; may be repeated")  # fmt: skip
    own.add_argument("--language", metavar="TAG", default="en", help="language of the words (en)")
    own.add_argument(
        "--title", default="", help="title of the report; if not given, made from the question of the case"
    )
    own.add_argument("--author", metavar="NAME", action="append", default=[],
                     help="who answers for the report; may be given again")  # fmt: skip
    own.add_argument(
        "--notes", metavar="FILE", default="", help="your own words, plain text or Markdown, shown as text"
    )
    own.add_argument("--name", metavar="NAME", default="", help="who judged the rows, where the case does not say")
    own.add_argument("--notebook", metavar="FILE", default="", help="your own copy of notebooks/report.ipynb to run")
    own.add_argument("--replace", action="store_true", help="replace a report that is there")
    what = "Make a report again, and say what is the same, what differs, and why."
    again = commands.add("verify", _verify, what, "report")
    again.add_argument("folder", metavar="DIR", help="the folder of a report")
    again.add_argument("--case", metavar="CASE", default="", help="where the case is now, if it is elsewhere")
    again.add_argument("--notebook", metavar="FILE", default="", help="the notebook that it was made with, if your own")
    again.epilog = f"{again.epilog}\n{STATUS}"
    what = "Say which answers changed between two reports on one case."
    two = commands.add("compare", _compare, what, "report later-report")
    two.add_argument("one", metavar="DIR1", help="the earlier report")
    two.add_argument("other", metavar="DIR2", help="the later one")
    two.epilog = f"{two.epilog}\n{STATUS}"


def _report(args: argparse.Namespace) -> int:
    from whosays.report.make import Order, make  # noqa: PLC0415 - figures load only for a report

    asked = Asked(args.layer, tuple(args.withdraw), tuple(args.regrade), args.language)
    order = Order(
        args.case,
        args.output,
        asked,
        title=args.title,
        authors=tuple(args.author),
        notes=args.notes,
        who=args.name,
        notebook=args.notebook,
        replace=args.replace,
    )
    try:
        with _bar("report") as progress:
            record = make(order, progress)
    except ReportError as error:
        return _told(error)
    except ModuleNotFoundError as error:
        return _lacks(error)
    folder = Path(args.output)
    print(f"{printable(str(folder / 'report.html'))}: open it in a browser; it needs no network.")
    printed = f"{printable(str(folder / 'report.pdf'))}: the same on paper."
    print(record["print"] or printed, file=sys.stderr if record["print"] else sys.stdout)
    again = printable(shlex.join(["whosays", "verify", str(folder)]))
    print(f"{len(record['outputs'])} files in all; `{again}` makes it again and compares.")
    return FINE


def _told(error: ReportError) -> int:
    print(error, file=sys.stderr)
    return USAGE if error.usage else FAULTS


def _lacks(error: ModuleNotFoundError) -> int:
    if error.name is None or error.name.startswith("whosays"):
        raise error
    print(NEEDS.format(name=error.name.partition(".")[0]), file=sys.stderr)
    return FAULTS


@contextmanager
def _bar(what: str) -> Generator[Callable[[int, int], None]]:
    """Give a function that shows how far it is, on the error stream, if that is a terminal and tqdm is there."""
    try:
        from tqdm import tqdm  # noqa: PLC0415 - only where something lasts
    except ImportError:
        yield lambda done, total: None  # noqa: ARG005 - nothing is shown
        return
    with tqdm(desc=what, unit="step", leave=False, disable=None, file=sys.stderr) as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield progress


def _verify(args: argparse.Namespace) -> int:
    from whosays.report.verify import verify  # noqa: PLC0415 - figures load only for a report

    try:
        with _bar("verify") as progress:
            verdict = verify(args.folder, progress, case=args.case, notebook=args.notebook)
    except ReportError as error:
        print(error, file=sys.stderr)
        return USAGE
    except ModuleNotFoundError as error:
        return _lacks(error)
    print(verdict)
    print("The report differs." if verdict.differs else "The report is the same.")
    return DIFFERENT if verdict.differs else SAME


def _compare(args: argparse.Namespace) -> int:
    from whosays.report.compare import compare  # noqa: PLC0415 - figures load only for a report

    try:
        lines = compare(args.one, args.other)
    except ReportError as error:
        print(error, file=sys.stderr)
        return USAGE
    print("\n".join(lines) or "Both reports answer the same.")
    return DIFFERENT if lines else SAME

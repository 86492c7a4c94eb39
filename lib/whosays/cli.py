"""The command line: cases, check, sheet, page, print, standing, class, anchor, find."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from whosays.analysis.weigh import SCALE, Reading
from whosays.case.anchor import anchored, find, read_copy
from whosays.case.errors import CaseError, UnknownIdError, quoted
from whosays.case.load import cases_folder, load
from whosays.case.model import LAYERS
from whosays.case.save import save
from whosays.case.schema import schema
from whosays.show.page import write_page
from whosays.show.paper.document import LESSONS, SIZES
from whosays.show.paper.pdf import EndingError, NoPdfError, write_paper
from whosays.show.sheet import sheet
from whosays.show.standing import standings
from whosays.teach.classroom import open_class

FINE, FAULTS, USAGE = 0, 1, 2
CASE = "a folder, or the name of a case that comes with whosays"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: The words after ``whosays``; those of the process if not given.

    Returns:
        0 if all is well, 1 if a case has faults, 2 for wrong usage.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # Windows prints in a code page otherwise
    args = _parser().parse_args(argv)
    try:
        return args.run(args)
    except CaseError as error:
        print(error, file=sys.stderr)
        return FAULTS
    except NoPdfError as error:
        print(error, file=sys.stderr)
        return FAULTS
    except (UnknownIdError, EndingError) as error:
        print(error, file=sys.stderr)
        return USAGE
    except BrokenPipeError:  # the reader of our output closed it, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except OSError as error:
        name = str(error.filename).removesuffix(".part")  # a file is written beside its place first
        print(f"{name}: {error.strerror}. Nothing was changed.", file=sys.stderr)
        return USAGE


def _cases(args: argparse.Namespace) -> int:
    folder = Path(args.folder) if args.folder else cases_folder()
    faulty = False
    found = sorted(folder.glob("*/article.csv"))
    if not found:
        print(f"There is no case in {folder}.", file=sys.stderr)
        return FAULTS
    for path in found:
        try:
            case = load(path.parent)
        except CaseError as error:
            faulty = True
            count = f"{len(error.faults)} fault{'s' if len(error.faults) != 1 else ''}"
            print(f"{path.parent.name}\t{count}; see: whosays check {path.parent}")
            continue
        print(f"{case.id}\t{case.article.title}\t{case.article.outlet}, {case.article.published}")
    return FAULTS if faulty else FINE


def _check(args: argparse.Namespace) -> int:
    case = load(args.case)
    rows = sum(len(case.rows(name)) for name in schema())
    print(f"{case.id}: 0 faults in {len(schema())} tables with {rows} rows.")
    return FINE


def _sheet(args: argparse.Namespace) -> int:
    json.dump(sheet(load(args.case)), sys.stdout, ensure_ascii=False, indent=1)
    print()
    return FINE


def _page(args: argparse.Namespace) -> int:
    file = write_page(load(args.case), args.output, guided=not args.open_all)
    print(f"{file}: {file.stat().st_size / 1000:.0f} KB. Open it in a browser; it needs no network.")
    return FINE


def _print(args: argparse.Namespace) -> int:
    file = write_paper(load(args.case), args.output, args.lesson, teacher=args.key, size=args.paper)
    print(f"{file}: {file.stat().st_size / 1000:.0f} KB.")
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


def _class(args: argparse.Namespace) -> int:
    room = open_class(args.folder)
    found = room.spread()
    if args.json:
        json.dump(found, sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        print(room.text())
    return FAULTS if found["left_out"] or not found["readers"] else FINE


def _anchor(args: argparse.Namespace) -> int:
    case = load(args.case)
    measured = anchored(case, read_copy(args.article))
    save(measured, case.folder)
    stored = "text.txt holds the text" if measured.text else "no text stored"
    print(f"{case.id}: {len(measured.passages)} passages anchored in {measured.article.words} words; {stored}.")
    return FINE


def _find(args: argparse.Namespace) -> int:
    case = load(args.case)
    found = find(case.passages, read_copy(args.copy))
    for place in found:
        word = f"from word {place.first_word}" if place.first_word else ""
        print(f"{place.passage:8}{place.how:16}{word}".rstrip())
    counts = ", ".join(f"{sum(f.how == how for f in found)} {how}" for how in _HOW)
    print(f"{len(found)} passages: {counts}.")
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


_HOW = ("exactly", "approximately", "not found")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="whosays", description=str(sys.modules["whosays"].__doc__))
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def command(
        name: str, run: Callable[[argparse.Namespace], int], what: str, example: str
    ) -> argparse.ArgumentParser:
        own = commands.add_parser(
            name,
            help=what,
            description=what,
            epilog=f"example: whosays {name} {example}".rstrip(),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        own.set_defaults(run=run)
        return own

    cases = command("cases", _cases, "List the cases of a folder, with their questions.", "")
    cases.add_argument("folder", nargs="?", help="a folder of cases; without it, those that come with whosays")
    check = command("check", _check, "Check a case, and name every fault with its cure.", "kramatorsk-2023")
    shown = command("sheet", _sheet, "Print every answer about a case as JSON.", "kramatorsk-2023 > sheet.json")
    page = command("page", _page, "Write a case as one page that opens without network.", "kramatorsk-2023 -o k.html")
    page.add_argument("-o", "--output", metavar="FILE", required=True, help="the HTML file to write")
    page.add_argument("--open-all", action="store_true", help="hold nothing back, for teachers and analysts")
    paper = command("print", _print, "Write a lesson on paper: the student sheet, or the key apart.",
                    "kramatorsk-2023 --lesson 2 -o lesson-2.pdf")  # fmt: skip
    paper.add_argument("--lesson", type=int, choices=LESSONS, required=True, help="0 to 6")
    paper.add_argument("--key", action="store_true", help="the teacher's key in place of the student sheet")
    paper.add_argument("--paper", choices=SIZES, default="A4", help="size of the paper (A4)")
    paper.add_argument("-o", "--output", metavar="FILE", required=True, help="the .pdf or .html file to write")
    stands = command("standing", _standing, "Print where each claim stands, and why, as JSON.",
                     "kramatorsk-2023 --layer beyond --without s14")  # fmt: skip
    stands.add_argument("--layer", choices=LAYERS, default="article", help="how far to look (article)")
    stands.add_argument("--without", metavar="ID,ID", help="roots that are taken away with all they say")
    stands.add_argument("--join", metavar="ID,ID", action="append", default=[], help="roots that count as one")
    stands.add_argument("--grade", metavar="ID=GRADE", type=_grades, default={},
                        help="how a root knows, 1 to 4, whatever the rule has; several with commas")  # fmt: skip
    room = command("class", _class, "Merge the answers of a class, and show their spread and change, never a person.",
                   "answers/")  # fmt: skip
    room.add_argument("folder", metavar="FOLDER", help="the folder in which the files of answers were collected")
    room.add_argument("--json", action="store_true", help="print JSON instead of text")
    anchor = command("anchor", _anchor, "Measure the article and store hashes that find its passages, never its text.",
                     "data/kramatorsk-2023 ARTICLE.txt")  # fmt: skip
    search = command("find", _find, "Find the passages of a case in your own copy of the article.",
                     "data/kramatorsk-2023 MYCOPY.txt")  # fmt: skip
    for own in (check, shown, page, paper, stands, anchor, search):
        own.add_argument("case", metavar="CASE", help=CASE)
    anchor.add_argument("article", metavar="ARTICLE.txt", help="the article, as plain text in UTF-8")
    search.add_argument("copy", metavar="MYCOPY.txt", help="your copy, as plain text in UTF-8")
    return parser


if __name__ == "__main__":
    sys.exit(main())

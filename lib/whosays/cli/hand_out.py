"""Commands that hand a case out, and take answers in: page, print, class."""

import argparse
import json
import sys

from whosays.case.load import load, shipped_cases
from whosays.cli.command import CASE, FAULTS, FINE, Commands, speaks
from whosays.show.front import write_pages
from whosays.show.language import ENGLISH
from whosays.show.page import write_page
from whosays.show.paper.document import LESSONS, SIZES
from whosays.show.paper.pdf import write_paper
from whosays.teach.classroom import open_class


def add(commands: Commands) -> None:
    """Add the commands of this module."""
    page = commands.add_for_case("page", _page, "Write a case as one page that opens without network.",
                                 "kramatorsk-2023 -o k.html")  # fmt: skip
    page.add_argument("-o", "--output", metavar="FILE", required=True, help="the HTML file to write")
    page.add_argument("--open-all", action="store_true", help="hold nothing back, for teachers and analysts")
    speaks(page)
    pages = commands.add("pages", _pages, "Write every case as a page, and a front page to pick one from.",
                         "-o pages/")  # fmt: skip
    pages.add_argument("cases", metavar="CASE", nargs="*", help=f"{CASE}; without any, all of those")
    pages.add_argument("-o", "--output", metavar="FOLDER", required=True, help="the folder to write")
    pages.add_argument("--open-all", action="store_true", help="hold nothing back, for teachers and analysts")
    speaks(pages, many=True)
    paper = commands.add_for_case("print", _print, "Write a lesson on paper: the student sheet, or the key apart.",
                                  "kramatorsk-2023 --lesson 2 -o lesson-2.pdf")  # fmt: skip
    paper.add_argument("--lesson", type=int, choices=LESSONS, required=True, help="0 to 6")
    paper.add_argument("--key", action="store_true", help="the teacher's key in place of the student sheet")
    paper.add_argument("--paper", choices=SIZES, default="A4", help="size of the paper (A4)")
    paper.add_argument("-o", "--output", metavar="FILE", required=True, help="the .pdf or .html file to write")
    what = "Merge the answers of a class, and show their spread and change, never a person."
    room = commands.add("class", _class, what, "answers/")
    room.add_argument("folder", metavar="FOLDER", help="the folder in which the files of answers were collected")
    room.add_argument("--json", action="store_true", help="print JSON instead of text")
    speaks(room)


def _page(args: argparse.Namespace) -> int:
    file = write_page(load(args.case), args.output, guided=not args.open_all, language=args.language)
    print(f"{file}: {file.stat().st_size / 1000:.0f} KB. Open it in a browser; it needs no network.")
    return FINE


def _pages(args: argparse.Namespace) -> int:
    cases, languages = map(load, args.cases or shipped_cases()), args.language or [ENGLISH]
    files = write_pages(cases, args.output, guided=not args.open_all, languages=languages)
    size = sum(file.stat().st_size for file in files)
    count = len(files) - len(set(languages))  # a front page in each
    pages = f"{count} page{'s' if count != 1 else ''}"
    print(f"{files[0]}: leads to {pages}, {size / 1000:.0f} KB in all. They need no network.")
    return FINE


def _print(args: argparse.Namespace) -> int:
    file = write_paper(load(args.case), args.output, args.lesson, teacher=args.key, size=args.paper)
    print(f"{file}: {file.stat().st_size / 1000:.0f} KB.")
    return FINE


def _class(args: argparse.Namespace) -> int:
    room = open_class(args.folder, args.language)
    found = room.spread()
    if args.json:
        json.dump(found, sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        print(room.text())
    return FAULTS if found["left_out"] or not found["readers"] else FINE

"""Commands that hold a case against a copy of its article: anchor, find."""

import argparse

from whosays.case.anchor import anchored, find, read_copy
from whosays.case.load import load
from whosays.case.save import save
from whosays.cli.command import FINE, Commands

_HOW = ("exactly", "approximately", "not found")


def add(commands: Commands) -> None:
    """Add the commands of this module."""
    anchor = commands.add_for_case(
        "anchor", _anchor, "Measure the article and store hashes that find its passages, never its text.",
        "data/kramatorsk-2023 ARTICLE.txt")  # fmt: skip
    anchor.add_argument("article", metavar="ARTICLE.txt", help="the article, as plain text in UTF-8")
    search = commands.add_for_case("find", _find, "Find the passages of a case in your own copy of the article.",
                                   "data/kramatorsk-2023 MYCOPY.txt")  # fmt: skip
    search.add_argument("copy", metavar="MYCOPY.txt", help="your copy, as plain text in UTF-8")


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

"""The command that begins a case: new."""

import argparse
import sys
from collections import Counter

from whosays.author.begin import begin
from whosays.case.anchor import read_copy
from whosays.cli.command import FINE, Commands

GIVEN = {
    "outlet": "who published it",
    "byline": "who signed it",
    "published": "day of publication, as 2023-01-09",
    "address": "where it was published, with https://",
    "language": "language tag (en)",
    "title": "the question of the case, in your own words",
}


def add(commands: Commands) -> None:
    """Add the command of this module."""
    new = commands.add("new", _new, "Begin a case from an article: passages, anchors and suggestions, never the text.",
                       "data/my-case --text ARTICLE.txt --language en")  # fmt: skip
    new.add_argument("folder", metavar="FOLDER", help="where the case is to be; its name is the name of the case")
    new.add_argument("--text", metavar="ARTICLE.txt", required=True,
                     help="the article, as plain text in UTF-8; - reads what is pasted, up to its end")  # fmt: skip
    for name, what in GIVEN.items():
        new.add_argument(f"--{name}", metavar="WORDS", help=what)


def _new(args: argparse.Namespace) -> int:
    text = sys.stdin.read() if args.text == "-" else read_copy(args.text)
    draft = begin(args.folder, text, **{name: given for name in GIVEN if (given := getattr(args, name))})
    counts = Counter(suggestion.kind for suggestion in draft.state.suggestions)
    found = ", ".join(f"{count} of the kind {kind}" for kind, count in counts.items()) or "none"
    print(f"{args.folder}: {len(draft.rows('passages'))} passages; the text is not stored.")
    print(f"Suggestions, for you to confirm or to set aside: {found}.")
    print(
        f"{len(draft.faults)} cells are still to be filled: whosays check {args.folder} lists them. To fill them, open"
    )
    print(f"notebooks/07_your_own_article.ipynb, or whosays sheets {args.folder} -o case.xlsx, or the CSV files.")
    return FINE

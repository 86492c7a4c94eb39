"""The command that writes a case in a format of the field: export."""

import argparse
import sys

from whosays.case.anchor import read_copy
from whosays.case.errors import printable
from whosays.case.load import load
from whosays.case.model import LAYERS
from whosays.cli.command import FINE, Commands
from whosays.exchange.export import export_case, export_pieces
from whosays.exchange.format import Wish
from whosays.exchange.formats import FORMATS, written
from whosays.exchange.left import Left


def add(commands: Commands) -> None:
    """Add the command of this module."""
    export = commands.add_for_case("export", _export, "Write a case in another format of the field.",
                                   "kramatorsk-2023 --to argdown -o case.argdown")  # fmt: skip
    about = "; ".join(f"{form.name}: {form.what}" for form in FORMATS if form.write)
    export.add_argument("--to", metavar="FORMAT", required=True, choices=written(), help=about)
    export.add_argument("-o", "--output", metavar="FILE", help="the file to write; without it, the text is printed")
    export.add_argument("--layer", choices=LAYERS, default="beyond",
                        help="the article alone, or what is known beyond it as well (beyond)")  # fmt: skip
    export.add_argument("--copy", metavar="ARTICLE.txt", help="your own copy of the article, to quote from")


def _export(args: argparse.Namespace) -> int:
    case = load(args.case)
    wish = Wish(args.layer, read_copy(args.copy) if args.copy else "")
    if args.output:
        left = export_case(case, args.to, args.output, wish)
        print(f"{printable(args.output)}: {case.id} as {args.to}.")
    else:
        gone = Left(args.to)
        sys.stdout.writelines(export_pieces(case, args.to, gone, wish))
        left = gone.sentences()
    for sentence in left:
        print(sentence, file=sys.stderr)
    return FINE

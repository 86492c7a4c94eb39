"""What every command has: its words, an example, and an exit status."""

import argparse
from collections.abc import Callable

from whosays.case.errors import SHOWN, printable
from whosays.show.language import ENGLISH, NAMES, unknown

FINE, FAULTS, USAGE = 0, 1, 2
STOPPED = 130  # by Ctrl-C, as shells count it
CASE = "a folder, or the name of a case that comes with whosays"


class Commands:
    """The commands of the program, to which each module of this folder adds its own.

    Attributes:
        parser: The parser of the whole program.
        parsers: The parser of each command, by its name.
    """

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        """Begin without a command.

        Args:
            parser: The parser of the whole program.
        """
        self.parser = parser
        self.parsers: dict[str, argparse.ArgumentParser] = {}
        self._added = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def add(
        self, name: str, run: Callable[[argparse.Namespace], int], what: str, example: str
    ) -> argparse.ArgumentParser:
        """Add a command, and return its parser, for its arguments.

        Args:
            name: The word after ``whosays``.
            run: What it does with its arguments; returns the exit status.
            what: What it does, in one sentence.
            example: Arguments that work, as an example.
        """
        self.parsers[name] = own = self._added.add_parser(
            name,
            help=what,
            description=what,
            epilog=f"example: whosays {name} {example}".rstrip(),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        own.set_defaults(run=run)
        return own

    def add_for_case(
        self, name: str, run: Callable[[argparse.Namespace], int], what: str, example: str
    ) -> argparse.ArgumentParser:
        """Add a command whose first argument is a case; else as ``add``."""
        own = self.add(name, run, what, example)
        own.add_argument("case", metavar="CASE", help=CASE)
        return own


def speaks(parser: argparse.ArgumentParser, *, many: bool = False) -> None:
    """Add the argument that says which language the words are in.

    Args:
        parser: The parser of a command.
        many: Whether it may be given several times; then the command gets a list.
    """
    how = {"action": "append"} if many else {"default": ENGLISH}
    more = "; give it again for another, in a folder of its own" if many else ""
    parser.add_argument("--language", metavar="TAG", type=_language, help=f"language of the words (en){more}", **how)  # type: ignore[arg-type]


def _language(tag: str) -> str:
    if tag not in NAMES:
        raise argparse.ArgumentTypeError(unknown(printable(tag[:SHOWN])))
    return tag

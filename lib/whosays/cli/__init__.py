"""The command line: what to do with a case without a notebook. Each module of this folder adds its commands."""

import argparse
import os
import sys
from collections.abc import Sequence

from whosays.case.errors import SHOWN, CaseError, UnknownIdError, printable
from whosays.cli import begin, cases, copy, diff, export, hand_out, lint, look, pack, report, sheets, weigh
from whosays.cli.command import FAULTS, FINE, STOPPED, USAGE, Commands
from whosays.show.paper.pdf import EndingError, NoPdfError

__all__ = ["FAULTS", "FINE", "USAGE", "commands", "main"]


def main(argv: Sequence[str] | None = None) -> int:  # noqa: PLR0911 - one for each way in which a command ends
    """Run one command.

    Args:
        argv: The words after ``whosays``; those of the process if not given.

    Returns:
        0 if all is well, 1 if a case has faults, 2 for wrong usage, 130 if a person stopped it; ``diff`` has its own.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # Windows prints in a code page otherwise
    args = commands().parser.parse_args(argv)
    try:
        return args.run(args)
    except (CaseError, NoPdfError) as error:
        print(error, file=sys.stderr)
        return FAULTS
    except (UnknownIdError, EndingError) as error:
        print(printable(str(error)), file=sys.stderr)
        return USAGE
    except UnicodeEncodeError as error:  # a name on the disk may be bytes that no encoding explains
        print(f"{printable(str(error.object)[:SHOWN])}: this name is not in UTF-8. Give another.", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:  # the reader of our output closed it, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except OSError as error:
        name = printable(str(error.filename or "")).removesuffix(".part")  # a file is written beside its place first
        what = error.strerror or printable(str(error))
        print(f"{name}: {what}. Nothing was changed." if name else f"{what}. Nothing was changed.", file=sys.stderr)
        return USAGE


def commands() -> Commands:
    """Return every command, with the parser of the whole program."""
    parser = argparse.ArgumentParser(prog="whosays", description=str(sys.modules["whosays"].__doc__))
    found = Commands(parser)
    for module in (cases, look, diff, lint, hand_out, report, begin, sheets, export, pack, weigh, copy):
        module.add(found)
    return found

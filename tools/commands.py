"""The commands as a page of the reference: what the help of each says, from the parser that reads its arguments."""

import argparse
import html
from functools import partial

from whosays.cli import commands
from whosays.show.reference import Part, own, rows
from whosays.show.sentences.reference import LABELS

WIDTH = 76  # letters of a line


def told() -> dict[str, list[Part]]:
    """Return the parts of the page."""
    return {"": [Part(name, _command(parser), f"whosays {name}") for name, parser in commands().parsers.items()]}


def _command(parser: argparse.ArgumentParser) -> str:
    parser.formatter_class = partial(argparse.RawDescriptionHelpFormatter, width=WIDTH)  # not as wide as a terminal
    parser.color = False  # type: ignore[attr-defined]  # newer Pythons colour what a terminal shows
    usage = parser.format_usage().removeprefix("usage: ").rstrip()
    example, _, more = str(parser.epilog or "").removeprefix("example: ").partition("\n")
    shown = [action for action in parser._actions if action.dest != "help"]  # noqa: SLF001 - argparse has no other list
    call = html.escape(usage, quote=False)
    return "".join([
        f"<p>{html.escape(str(parser.description))}</p>",
        f'<p class="ws-meta">{own(LABELS["usage"])}</p><pre class="ws-call"><code>{call}</code></pre>',
        rows("name", (_row(action) for action in shown)),
        f"<p>{html.escape(more)}</p>" if more else "",
        f'<p class="ws-meta">{own(LABELS["example"])}</p>',
        f'<pre class="ws-example"><code>{html.escape(example, quote=False)}</code></pre>',
    ])  # fmt: skip


def _row(action: argparse.Action) -> tuple[str, str, str]:
    help_ = (action.help or "") % {**vars(action), "prog": "whosays"}
    return (
        html.escape(_called(action)),
        "",
        html.escape(help_[:1].upper() + help_[1:]) + ("" if help_.endswith((".", "?")) else "."),
    )


def _called(action: argparse.Action) -> str:
    """Return an argument as it is typed."""
    named = action.metavar or (
        f"{{{','.join(map(str, action.choices))}}}" if action.choices else action.dest
        if not action.option_strings else action.dest.upper()
    )  # fmt: skip
    value = "" if action.nargs == 0 else named if isinstance(named, str) else " ".join(named)
    return " ".join(part for part in (", ".join(action.option_strings), value) if part)

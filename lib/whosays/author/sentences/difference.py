"""What is said about two states of a case: the same words whichever party a row is about."""

from collections.abc import Sequence
from itertools import takewhile

from whosays.author.change import Change
from whosays.author.effect import Effect
from whosays.author.sentences import counted
from whosays.case.errors import printable, quoted
from whosays.case.model import Layer
from whosays.case.schema import schema
from whosays.show.sentences import capital, listed

SAME = "No difference: both states hold the same rows in the same order."
CHANGED, FOLLOWS, NOTHING_FOLLOWS = "What changed:", "What follows:", "No answer differs."
LAYERS: dict[Layer, str] = {"article": "in the article", "beyond": "beyond the article"}
LISTED = 3  # changes that a sentence names
LONG = 8  # words from which on only the part that differs is shown
SHOWN = 6  # words of that part
REACH = 30  # characters before the first difference that are shown, if no space is nearer


def sentence(changes: Sequence[Change], effects: Sequence[Effect]) -> str:
    """Return the difference in one sentence."""
    if not changes:
        return SAME
    tables = counted(len({change.table for change in changes}), "table")
    verb = "differs" if len(effects) == 1 else "differ"
    return f"{capital(counted(len(changes), 'change'))} in {tables}; {counted(len(effects), 'answer')} {verb}."


def change(found: Change) -> str:
    """Return a change in one sentence."""
    place = "text.txt" if found.table == "text" else f"{found.table}.csv"
    if found.kind == "reordered":
        return f"{place}: the rows stand in another order; {found.before} of {found.after} moved."
    if found.kind == "renamed":
        return f"{place} {found.row}: was {found.before}; only the id differs."
    if found.kind in {"added", "removed"}:
        says = quoted(found.after or found.before) if found.after or found.before else "blank"
        return f"{place} {found.row}: {found.kind}, {says}."
    was, now = _cells(found)
    where = f" {found.row}: {found.column}" if found.row else ": the text"
    return f"{place}{where} was {was}, is now {now}."


def _cells(found: Change) -> tuple[str, str]:
    """Return both cells, as far as they differ, ready to print."""
    table = schema().get(found.table)
    kind = next((c.type for c in table.columns if c.name == found.column), "text") if table else "text"
    if kind not in {"text", "address", "addresses"}:
        return found.before or "blank", found.after or "blank"
    if min(len(found.before.split()), len(found.after.split())) < LONG and len(found.before + found.after) < 2 * REACH:
        return _quoted(found.before), _quoted(found.after)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(found.before, found.after, strict=False)))
    start = max(found.before.rfind(" ", 0, same) + 1, same - REACH, 0)
    return _from(found.before, start), _from(found.after, start)


def _quoted(cell: str) -> str:
    return quoted(cell) if cell else "blank"


def _from(cell: str, start: int) -> str:
    """Return the first words of a cell from where it differs; spaces and line breaks as they are."""
    if not cell:
        return "blank"
    rest, end = cell[start:], 0
    for _ in range(SHOWN):
        following = rest.find(" ", end + 1)
        if following < 0:
            return quoted("…" * (start > 0) + rest)
        end = following
    return quoted("…" * (start > 0) + rest[:end] + "…")


def effect(found: Effect) -> str:
    """Return an effect in one sentence, or two."""
    where = LAYERS[found.layer]
    if found.kind == "standing":
        return _standing(found, where)
    if found.kind == "count":
        return f"{where.capitalize()}: {found.before} {found.row}, now {found.after}."
    if found.kind == "mentions":
        return f"{found.row} has {counted(int(found.after), 'mention')} {where}, had {found.before}."
    if found.kind == "roots":
        was, now = found.before.split(), found.after.split()
        return f"{found.row} has {counted(len(now), 'root')} {where}{_ids(now)}, had {len(was)}{_ids(was)}."
    about = f" on the way of {found.row}" if found.row else ", numbers"
    state, text = ("no longer found", found.before) if found.before else ("now found", found.after)
    return f"{where.capitalize()}{about}, {state}: {printable(text)}"


def _standing(found: Effect, where: str) -> str:
    if not found.after:
        return f"{found.row} is no longer stated {where}; its word was {found.before}."
    reason = f"Reason: {printable(found.reason.removeprefix(f'{found.after}: '))}"
    if not found.before:
        return f"{found.row} is stated {where} now; its word is {found.after}. {reason}"
    if found.before == found.after:
        return f"{found.row} is still {found.after} {where}, for another reason. {reason}"
    return f"{found.row} went from {found.before} to {found.after} {where}, {because(found)}. {reason}"


def because(found: Effect) -> str:
    """Return which change makes a word differ, as a clause."""
    if found.cause == "single":
        named = [_done(change) for change in found.because[:LISTED]]
        more = len(found.because) - len(named)
        named += [f"{more} more"] if more else []
        each = "; leaving out any one of these restores the old word" if len(found.because) > 1 else ""
        return f"because {listed(named)}{each}"
    if found.cause == "together":
        return "by several changes together"
    return "by changes that were not all tried one by one"


def _done(found: Change) -> str:
    return f"{found.column} of {found.row} changed" if found.kind == "changed" else f"{found.row} was {found.kind}"


def untried(count: int) -> str:
    """Return that some changes were not left out one by one."""
    return f"To find what makes a word differ, {counted(count, 'change')} more could be left out one by one; not tried."


def _ids(ids: Sequence[str]) -> str:
    return f" ({', '.join(ids)})" if ids else ""

"""What the figures say beside their marks."""

from collections.abc import Sequence
from typing import Any

from whosays.analysis.ledger import DOZENS
from whosays.show.language import Terms, Words, tr, tr_many
from whosays.show.sentences import BASIS, BASIS_LINE, capital

STATIONS = Words({"evidence": "Evidence", "root": "Root", "relay": "Relay", "page": "Page"})
CHAIN_COLUMNS = Terms("Station", "Who", "What it is", "How it knows")


def often() -> str:
    """Return what a bar of the verbs counts."""
    return tr("how often it introduces someone, once for each passage and source")


def dozens() -> str:
    """Return what the range stands for where a figure is no number."""
    return tr("“dozens”: from {least} to {most}", least=DOZENS[0], most=DOZENS[1])


def row(who: str, how: str, text: str, note: str, outside: str) -> str:
    """Return one figure of the ledger: the number as printed, who gives it, how they know, what differs."""
    known = next((BASIS_LINE[basis] for basis, said in BASIS.items() if said == how), how)
    return f"{text}: {', '.join(part for part in (who, known, note, outside) if part)}"


def box(title: str, text: str, outside: str, conflict: str) -> str:
    """Return one box of the clocks: what it is about, who, from where, and whether it conflicts."""
    return ". ".join(part for part in (title, text, capital(outside), conflict) if part)


def station(kind: str, title: str, text: str) -> str:
    """Return one station of a path: "Root: Russian Defence Ministry, party to the dispute"."""
    return f"{title}: {text}" if kind == "evidence" else f"{STATIONS[kind]}: {', '.join(filter(None, (title, text)))}"


def chain(subject: str, stations: Sequence[dict[str, Any]]) -> str:
    """Return the one sentence of a path.

    Args:
        subject: What the claim is about.
        stations: The stations as a view has them, the evidence first and the page last.
    """
    evidence, *way, _page = stations
    return tr(
        "The path of {subject} to the page: {names}; evidence at the start: {evidence}.",
        subject=subject,
        names=tr(", then ").join(s["title"] for s in way),
        evidence=evidence["text"],
    )


def used(title: str, text: str) -> str:
    """Return what a part of the space is used for, and how much of it."""
    return f"{title}: {text}"


def wedge(title: str, filled: bool) -> str:  # noqa: FBT001 - one fact of the mark
    """Return what a wedge marks: a printing of the number for what the claim counts, or for something else."""
    if filled:
        return tr("{title}, for what the claim counts", title=title)
    return tr("{title}, for something else", title=title)


def pointers(texts: Sequence[str]) -> str:
    """Return where the first answer and the caution begin; empty if there is neither."""
    return f"{capital('; '.join(texts))}." if texts else ""


def introduced(side: str, times: int, statements: int) -> str:
    """Return one side: how often a verb introduces it, and how many statements it makes."""
    made = tr_many(statements, "{number} statement", "{number} statements")
    if not times:
        return tr("{side}: not introduced, {statements}", side=side, statements=made)
    return tr_many(
        times,
        "{side}: introduced {number} time, {statements}",
        "{side}: introduced {number} times, {statements}",
        side=side,
        statements=made,
    )

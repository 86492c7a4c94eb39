"""What the figures say beside their marks."""

from collections.abc import Sequence
from typing import Any

from whosays.analysis.ledger import DOZENS
from whosays.show.sentences import BASIS, LABELS, capital, counted

STATIONS = {"evidence": LABELS["evidence"], "root": LABELS["root"], "relay": "Relay", "page": "Page"}
TIMES = "how often it introduces someone, once for each passage and source"
RANGE = f"“dozens”: from {DOZENS[0]} to {DOZENS[1]}"
CHAIN_COLUMNS = ("Station", "Who", "What it is", "How it knows")


def row(who: str, how: str, text: str, note: str, outside: str) -> str:
    """Return one figure of the ledger: the number as printed, who gives it, how they know, what differs."""
    known = how.lower() if how in BASIS.values() else how
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
    names = ", then ".join(s["title"] for s in way)
    return f"The path of {subject} to the page: {names}; evidence at the start: {evidence['text']}."


def used(title: str, text: str) -> str:
    """Return what a part of the space is used for, and how much of it."""
    return f"{title}: {text}"


def wedge(title: str, filled: bool) -> str:  # noqa: FBT001 - one fact of the mark
    """Return what a wedge marks: a printing of the number for what the claim counts, or for something else."""
    return f"{title}{', for what the claim counts' if filled else ', for something else'}"


def pointers(texts: Sequence[str]) -> str:
    """Return where the first answer and the caution begin; empty if there is neither."""
    return f"{capital('; '.join(texts))}." if texts else ""


def introduced(side: str, times: int, statements: int) -> str:
    """Return one side: how often a verb introduces it, and how many statements it makes."""
    often = f"introduced {counted(times, 'time')}" if times else "not introduced"
    return f"{side}: {often}, {counted(statements, 'statement')}"

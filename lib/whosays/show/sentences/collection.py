"""What is said about many cases at once."""

from collections import Counter
from collections.abc import Iterable

from whosays.show.sentences import STANDINGS, nobody

__all__ = ["ENDED", "FAILED", "nobody", "nothing", "sentence", "shape"]

ENDED = "the process that read it ended, or took longer than {seconds:g} seconds."
FAILED = "whosays itself failed on it ({error}); please report this."


def nothing(folder: str) -> str:
    """Return that a folder holds no case."""
    return f"There is no case in {folder}."


def shape(mentions: int, names: int, roots: int, links: int, *, circular: bool) -> str:
    """Return the shape of what stands behind a claim.

    Args:
        mentions: How often it is stated.
        names: How many names stand behind it.
        roots: At how many roots the trails end.
        links: Steps of the longest trail, from the root to the page.
        circular: Whether some bodies rest on one another.
    """
    circle = "a circle" if circular else "no circle"
    ends = f"{_digits(mentions, 'mention')}, {_digits(names, 'name')}, {_digits(roots, 'root')}"
    return f"{ends}; longest path {_digits(links, 'link')}; {circle}"


def sentence(total: int, damaged: int, roots: Iterable[int], words: Iterable[str], circular: int) -> str:
    """Return what many cases show together.

    Args:
        total: How many cases there are.
        damaged: How many of them could not be read.
        roots: Roots of the asked claim in the article, one number for each case that asks about one.
        words: Its words beyond the article, likewise.
        circular: In how many of them its way runs in a circle.
    """
    counts, stand = list(roots), Counter(words)
    told = f"{_digits(total, 'case')}, {damaged:,} damaged."
    if not counts:
        return told
    one = f"In {counts.count(1):,} of {len(counts):,} the asked claim has one root in the article"
    spread = ", ".join(f"{word} in {stand[word]:,}" for word in STANDINGS if stand[word])
    circle = f" In {circular:,} its way to the page runs in a circle." if circular else ""
    return f"{told} {one}; beyond the article its word is {spread}.{circle}"


def _digits(count: int, one: str) -> str:
    return f"{count:,} {one}{'s' if count != 1 else ''}"

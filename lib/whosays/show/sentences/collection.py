"""What is said about many cases at once."""

from collections import Counter
from collections.abc import Iterable

from whosays.show.language import digits, tr, tr_many
from whosays.show.sentences import STANDING_WORDS, nobody

__all__ = ["ended", "failed", "nobody", "nothing", "sentence", "shape"]


def ended(seconds: float) -> str:
    """Return that a process ended before a case was read."""
    return tr("the process that read it ended, or took longer than {seconds} seconds.", seconds=digits(seconds, "g"))


def failed(error: str) -> str:
    """Return that whosays has a fault of its own."""
    return tr("whosays itself failed on it ({error}); please report this.", error=error)


def nothing(folder: str) -> str:
    """Return that a folder holds no case."""
    return tr("There is no case in {folder}.", folder=folder)


def shape(mentions: int, names: int, roots: int, links: int, *, circular: bool) -> str:
    """Return the shape of what stands behind a claim.

    Args:
        mentions: How often it is stated.
        names: How many names stand behind it.
        roots: At how many roots the trails end.
        links: Steps of the longest trail, from the root to the page.
        circular: Whether some bodies rest on one another.
    """
    parts = {
        "mentions": tr_many(mentions, "{amount} mention", "{amount} mentions", amount=digits(mentions, ",")),
        "names": tr_many(names, "{amount} name", "{amount} names", amount=digits(names, ",")),
        "roots": tr_many(roots, "{amount} root", "{amount} roots", amount=digits(roots, ",")),
        "links": tr_many(links, "{amount} link", "{amount} links", amount=digits(links, ",")),
    }
    if circular:
        return tr("{mentions}, {names}, {roots}; longest path {links}; a circle", **parts)
    return tr("{mentions}, {names}, {roots}; longest path {links}; no circle", **parts)


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
    told = [
        tr_many(
            total,
            "{amount} case, {damaged} damaged.",
            "{amount} cases, {damaged} damaged.",
            amount=digits(total, ","),
            damaged=digits(damaged, ","),
        )
    ]
    if counts:
        told.append(
            tr(
                "In {count} of {all} the asked claim has one root in the article; beyond the article its word is "
                "{spread}.",
                count=digits(counts.count(1), ","),
                all=digits(len(counts), ","),
                spread=", ".join(_share(word, stand[key]) for key, word in STANDING_WORDS.items() if stand[key]),
            )
        )
    if counts and circular:
        told.append(tr("In {count} its way to the page runs in a circle.", count=digits(circular, ",")))
    return " ".join(told)


def _share(word: str, count: int) -> str:
    return tr("{word} in {count}", word=word, count=digits(count, ","))

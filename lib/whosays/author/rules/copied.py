"""Rules about words that are not ours: runs of the article, and runs that two articles share."""

from collections.abc import Iterator
from itertools import combinations

from whosays.author.copying import RUN, Copy, Run, words_of
from whosays.author.own_words import texts
from whosays.author.rule import Review, Rule, Sight

COPY = "the copy"
LISTED = 20  # runs that are listed one by one; what is beyond is counted


def _of_the_article(review: Review) -> Iterator[Sight]:
    copy = Copy(review.copy)
    for cell in texts(review.case):
        runs = copy.shared(words_of(cell.text))
        if runs:
            longest = max(runs, key=lambda run: run.words)
            more = f"; {len(runs)} such runs in all" if len(runs) > 1 else ""
            found = f"{_run(longest, 'the cell', COPY)}{more}"
            remedy = "Say it in own words; a quotation of up to four words may stay, in quotation marks."
            yield Sight(cell.table, cell.row, cell.column, found, f"fewer than {RUN} words in a row", remedy)


def _of_two_articles(review: Review) -> Iterator[Sight]:
    named = [*([(COPY, review.copy)] if review.copy else []), *review.others.items()]
    for (name, text), (other, second) in combinations(named, 2):
        copy, words = Copy(second), words_of(text)
        runs = copy.shared(words)
        if runs:
            count = sum(run.words for run in runs)
            shares = f"{count / len(words):.0%} of {name}, {count / len(copy.words):.0%} of {other}"
            listed = "; ".join(_run(run, name, other) for run in runs[:LISTED])
            more = f"; and {len(runs) - LISTED} more" if len(runs) > LISTED else ""
            remedy = "Look which came first, and whether both took it from an agency; then add a derives from."
            found = f"{count} words in {len(runs)} run{'s' if len(runs) > 1 else ''} ({shares}): {listed}{more}"
            yield Sight("", other, "", found, f"no {RUN} words in a row of {name}", remedy)


def _run(run: Run, one: str, other: str) -> str:
    return f"{run.words} words from word {run.first} of {one} stand at word {run.other} of {other}"


RULES = (
    Rule(
        "copied-run",
        "must",
        f"A cell with {RUN} or more words in a row from the article (with your own copy of it).",
        "Own words only: the article belongs to those who wrote it, and a gist shows that one has understood.",
        "Say it in own words.",
        _of_the_article,
        "copy",
    ),
    Rule(
        "shared-run",
        "hint",
        f"Two articles with {RUN} or more words in a row in common (with texts to compare).",
        "Long shared runs hint at one source behind two articles, as agency copy; two outlets are then one root.",
        "Look for the common source, and join the roots.",
        _of_two_articles,
        "texts",
    ),
)

"""What the matrix of explanations says."""

from collections.abc import Mapping, Sequence

from whosays.show.language import Terms, Words, digits, tr, tr_many

LABELS = Words(
    {
        "matrix_title": "How well does each item fit each explanation?",
        "matrix_note": "your own ratings; nothing is filled in for you",
        "matrix_how": "Take one item at a time. Suppose an explanation is right: would you then expect this item? "
        "If two explanations fit it equally well, the item does not help to choose between them.",
        "matrix_explanation": "Explanation",
        "matrix_grade": "How credible is it?",
        "matrix_spread": "Tells them apart",
        "matrix_spread_none": "needs two ratings",
        "matrix_open": "not rated",
        "matrix_open_grade": "not graded",
        "matrix_cell": "Item {item}, explanation {letter}",
        "matrix_cell_grade": "Item {item}, how credible it is",
        "matrix_items": "Items {first} to {last} of {all}",
        "matrix_item": "Item {item} of {all}",
        "matrix_previous": "Previous item",
        "matrix_next": "Next item",
        "matrix_result": "What your ratings give",
        "matrix_result_note": "fewest contradictions first",
        "matrix_score": "Score {points}, from {count} of {all} items",
        "matrix_score_none": "Nothing counts yet",
        "matrix_score_print": "Score ____, from ____ of {all} items",
        "matrix_tied": "tied",
        "matrix_pencil": "Pencil: 2 very consistent, 1 consistent, 0 neutral, −1 inconsistent, −2 very inconsistent, "
        "a dash for not applicable. How credible: 1 very low, 2 low, 3 fair, 4 high, ? cannot be judged.",
        "matrix_and": " and ",
        "matrix_critique": "What this method can and cannot do",
        "matrix_rule": "How the score is worked out",
    }
)
COLUMNS = Terms("Explanation", "What it says", "Item", "Who", "Where", "What", "How they know")
CHOICES = Terms("How credible", "How it fits", "Points", "Item tells them apart")
SCALE = Words(
    {
        "very inconsistent": "very inconsistent",
        "inconsistent": "inconsistent",
        "neutral": "neutral",
        "consistent": "consistent",
        "very consistent": "very consistent",
        "not applicable": "not applicable",
    },
    context="rating",
)
GRADES = Words(
    {
        "very low": "very low",
        "low": "low",
        "fair": "fair",
        "high": "high",
        "cannot be judged": "cannot be judged",
    },
    context="grade",
)
CRITIQUE = Terms(
    "The score adds up your own judgements and cannot be better than they are. The lowest score is no proof.",
    "Of 191 law students who were given this method, most did not manage to apply it as meant (a study of 2021, "
    "Vrije Universiteit Amsterdam). Practice and talking it over matter more than the grid.",
    "In a trial with 161 people, explanations in columns, as the method is usually drawn, did not make judging "
    "less one-sided; explanations in rows did (Dhami and others, 2024). That is why they are rows here.",
    "Items with the same root are not independent of one another, yet the sum counts each of them.",
    "Somebody chose these explanations and items. The right one may be missing.",
    "“Cannot be judged” is a good answer wherever nothing here tells the explanations apart.",
)
WAITING = Words(
    {
        "waiting": "Nothing counts yet: an item counts once it is rated and you say how credible it is.",
        "unrated": "Nothing counts yet for {names}; the order waits until an item counts for every explanation.",
    }
)
EVEN = Words(
    {
        "one": "By your ratings, explanation {names} is contradicted least (score {points}); "
        "items that count: {count} of {all}.",
        "tie": "By your ratings, explanations {names} tie as contradicted least (score {points} each); "
        "items that count: {count} of {all}.",
        "level": "By your ratings, the scores do not tell the explanations apart ({points} each); "
        "items that count: {count} of {all}.",
    }
)
UNEVEN = Words(
    {
        "one": "By your ratings, explanation {names} is contradicted least (score {points}), "
        "but not over the same items, so this may mislead.",
        "tie": "By your ratings, explanations {names} tie as contradicted least (score {points} each), "
        "but not over the same items, so this may mislead.",
        "level": "By your ratings, the scores do not tell the explanations apart ({points} each), "
        "but not over the same items, so this may mislead.",
    }
)


def prompt() -> str:
    """Return the question under the view."""
    return tr("Which explanation does the evidence here contradict least, how sure can you be, and why?")


def rule() -> str:
    """Return how the score is worked out."""
    return tr(
        "Inconsistent counts 1 against an explanation and very inconsistent counts 4: the squared distance below "
        "neutral. That is multiplied by how credible you find the item, from 1 (very low) to 4 (high). Ratings from "
        "neutral upwards add nothing: an explanation is tested by what speaks against it. Not applicable is left out, "
        "and so is whatever you left open; the number of items that count stands beside each score. How far an item "
        "tells the explanations apart is the standard deviation of its ratings, from 0 (not at all) to 2; how credible "
        "it is does not enter there."
    )


def sentences() -> dict[str, str | Mapping[str, str]]:
    """Return the sentences about a reader's ratings, with names in braces for what the ratings give."""
    ends = {kind: {"even": EVEN[kind], "uneven": UNEVEN[kind]} for kind in EVEN}
    return {**WAITING, **ends}


def blank(hypotheses: int, items: int) -> str:
    """Return the sentence before anything is rated."""
    evidence = tr_many(items, "{number} item of evidence", "{number} items of evidence")
    return tr_many(
        hypotheses,
        "{Number} explanation and {evidence} wait for your ratings; none is filled in.",
        "{Number} explanations and {evidence} wait for your ratings; none is filled in.",
        evidence=evidence,
    )


def option(letter: str) -> str:
    """Return an explanation as an answer to the question at the end."""
    return tr("Explanation {letter}", letter=letter)


def said(times: int) -> str:
    """Return how often a root says it, where it says it more than once."""
    return tr("said {times}×, counted once", times=times)


def goes_back(root: str) -> str:
    """Return where an item comes from in the end, if not from who says it."""
    return tr("goes back to {root}", root=root)


def same_root(items: Sequence[int]) -> str:
    """Return which other items have the same root."""
    return tr_many(
        len(items),
        "same root as item {items}",
        "same root as items {items}",
        items=", ".join(map(str, items)),
    )


def apart(spread: float) -> str:
    """Return a diagnosticity, 0 to 2, as shown."""
    return digits(spread, ".1f")

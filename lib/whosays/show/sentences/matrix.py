"""What the matrix of explanations says."""

from whosays.show.sentences import capital, counted

LABELS = {
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
COLUMNS = ("Explanation", "What it says", "Item", "Who", "Where", "What", "How they know")
CHOICES = ("How credible", "How it fits", "Points", "Item tells them apart")
PROMPT = "Which explanation does the evidence here contradict least, how sure can you be, and why?"
RULE = (
    "Inconsistent counts 1 against an explanation and very inconsistent counts 4: the squared distance below neutral. "
    "That is multiplied by how credible you find the item, from 1 (very low) to 4 (high). Ratings from neutral upwards "
    "add nothing: an explanation is tested by what speaks against it. Not applicable is left out, and so is whatever "
    "you left open; the number of items that count stands beside each score. How far an item tells the explanations "
    "apart is the standard deviation of its ratings, from 0 (not at all) to 2; how credible it is does not enter there."
)
CRITIQUE = (
    "The score adds up your own judgements and cannot be better than they are. The lowest score is no proof.",
    (
        "Of 191 law students who were given this method, most did not manage to apply it as meant (a study of 2021, "
        "Vrije Universiteit Amsterdam). Practice and talking it over matter more than the grid."
    ),
    (
        "In a trial with 161 people, explanations in columns, as the method is usually drawn, did not make judging "
        "less one-sided; explanations in rows did (Dhami and others, 2024). That is why they are rows here."
    ),
    "Items with the same root are not independent of one another, yet the sum counts each of them.",
    "Somebody chose these explanations and items. The right one may be missing.",
    "“Cannot be judged” is a good answer wherever nothing here tells the explanations apart.",
)
_ONE = "By your ratings, explanation {names} is contradicted least (score {points})"
_TIE = "By your ratings, explanations {names} tie as contradicted least (score {points} each)"
_LEVEL = "By your ratings, the scores do not tell the explanations apart ({points} each)"
SENTENCES = {
    "waiting": "Nothing counts yet: an item counts once it is rated and you say how credible it is.",
    "unrated": "Nothing counts yet for {names}; the order waits until an item counts for every explanation.",
    **{
        kind: {
            "even": f"{head}; items that count: {{count}} of {{all}}.",
            "uneven": f"{head}, but not over the same items, so this may mislead.",
        }
        for kind, head in (("one", _ONE), ("tie", _TIE), ("level", _LEVEL))
    },
}


def blank(hypotheses: int, items: int) -> str:
    """Return the sentence before anything is rated."""
    head = f"{capital(counted(hypotheses, 'explanation'))} and {counted(items, 'item')} of evidence"
    return f"{head} wait for your ratings; none is filled in."


def option(letter: str) -> str:
    """Return an explanation as an answer to the question at the end."""
    return f"Explanation {letter}"


def said(times: int) -> str:
    """Return how often a root says it, where it says it more than once."""
    return f"said {times}\N{MULTIPLICATION SIGN}, counted once"


def goes_back(root: str) -> str:
    """Return where an item comes from in the end, if not from who says it."""
    return f"goes back to {root}"


def same_root(items: list[int]) -> str:
    """Return which other items have the same root."""
    return f"same root as item{'s' if len(items) > 1 else ''} {', '.join(map(str, items))}"


def apart(spread: float) -> str:
    """Return a diagnosticity, 0 to 2, as shown."""
    return f"{spread:.1f}"

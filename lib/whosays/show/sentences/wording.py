"""What is said about verbs, hedges and loaded phrases."""

from collections.abc import Mapping, Sequence

from whosays.analysis.wording import Side
from whosays.show.sentences import capital, listed
from whosays.show.sentences.space import times

LABELS = {
    "wording_title": "Verbs and hedges",
    "wording_cues": "Every verb that introduces someone",
    "wording_hedges": "Every statement that is weakened",
    "wording_phrases": "Phrases that weaken, judge or frame, and whose words they are",
}
RULE = (
    "One rule for every side: a verb counts once for each passage and source it introduces there. "
    "A verb or phrase shows how something is told, not whether it is so."
)
SIDES = {"third": "third parties", "nobody": "nobody named", "outlet": "the outlet itself"}
COLUMNS = (
    "Whose statements",
    "Statements",
    "Word for word",
    "Introduced",
    "By these verbs",
    "Weakened",
    "Loaded or framing",
)
CUE_COLUMNS = ("Where", "Side", "Who", "Verb", "What it does", "Statements")
HEDGE_COLUMNS = ("Where", "Side", "Who", "Word or phrase", "What is weakened, in our words")
PHRASE_COLUMNS = ("Where", "Side", "Whose words", "Phrase", "Kind", "What it does")


def side(own: Side) -> str:
    """Return the name of a side, as in a table."""
    return capital(own.party or SIDES[own.kind])


def in_side(own: Side) -> str:
    """Return the same in the middle of a sentence."""
    return own.party or ("unnamed sources" if own.kind == "nobody" else SIDES[own.kind])


def quote(phrase: str) -> str:
    """Return a printed word or phrase in quotation marks."""
    return f"“{phrase}”"


def verbs(counts: Mapping[str, int]) -> str:
    """Return verbs, each with how often it stands where it stands more than once: "said" 5, "claims"."""
    return ", ".join(f"{quote(verb)} {n}" if n > 1 else quote(verb) for verb, n in counts.items())


def sentence(introduced: Sequence[tuple[Side, Mapping[str, int]]]) -> str:
    """Return the sentence of the section.

    Args:
        introduced: Each side that a verb introduces, with how often each verb does.
    """
    if not introduced:
        return "No verb introduces anyone here."
    counts = [f"{in_side(own)} {times(sum(n.values()))}" for own, n in introduced]
    head = f"Verbs introduce {listed(counts)}."
    total: dict[str, int] = {}
    for _, own in introduced:
        for verb, n in own.items():
            total[verb] = total.get(verb, 0) + n
    most = max(total, key=lambda verb: total[verb])
    if total[most] == 1 or len(introduced) == 1:
        return head
    spread = [f"{in_side(own)} {times(n[most])}" for own, n in introduced if most in n]
    others = f"{',' if len(spread) > 1 else ''} and no other side" if len(spread) < len(introduced) else ""
    return f"{head} The most frequent one, {quote(most)}, introduces {listed(spread)}{others}."

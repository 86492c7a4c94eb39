"""What is said about verbs, hedges and loaded phrases."""

from collections.abc import Mapping, Sequence

from whosays.analysis.wording import Side
from whosays.show.language import Terms, Words, quote, tr
from whosays.show.sentences import capital, listed
from whosays.show.sentences.space import times

LABELS = Words(
    {
        "wording_title": "Verbs and hedges",
        "wording_cues": "Every verb that introduces someone",
        "wording_hedges": "Every statement that is weakened",
        "wording_phrases": "Phrases that weaken, judge or frame, and whose words they are",
    }
)
SIDES = Words({"third": "third parties", "nobody": "nobody named", "outlet": "the outlet itself"})
KINDS = Words({"hedge": "hedge", "loaded": "loaded", "frame": "frame"}, context="phrase")
COLUMNS = Terms(
    "Whose statements",
    "Statements",
    "Word for word",
    "Introduced",
    "By these verbs",
    "Weakened",
    "Loaded or framing",
)
CUE_COLUMNS = Terms("Where", "Side", "Who", "Verb", "What it does", "Statements")
HEDGE_COLUMNS = Terms("Where", "Side", "Who", "Word or phrase", "What is weakened, in our words")
PHRASE_COLUMNS = Terms("Where", "Side", "Whose words", "Phrase", "Kind", "What it does")


def rule() -> str:
    """Return how verbs are counted, and what they do not show."""
    return tr(
        "One rule for every side: a verb counts once for each passage and source it introduces there. "
        "A verb or phrase shows how something is told, not whether it is so."
    )


def side(own: Side) -> str:
    """Return the name of a side, as in a table."""
    return capital(own.party or SIDES[own.kind])


def in_side(own: Side) -> str:
    """Return the same in the middle of a sentence."""
    return own.party or (tr("unnamed sources") if own.kind == "nobody" else SIDES[own.kind])


def verbs(counts: Mapping[str, int]) -> str:
    """Return verbs, each with how often it stands where it stands more than once: "said" 5, "claims"."""
    return ", ".join(f"{quote(verb)} {n}" if n > 1 else quote(verb) for verb, n in counts.items())


def sentence(introduced: Sequence[tuple[Side, Mapping[str, int]]]) -> str:
    """Return the sentence of the section.

    Args:
        introduced: Each side that a verb introduces, with how often each verb does.
    """
    if not introduced:
        return tr("No verb introduces anyone here.")
    head = tr("Verbs introduce {sides}.", sides=listed([_often(own, sum(n.values())) for own, n in introduced]))
    total: dict[str, int] = {}
    for _, own in introduced:
        for verb, n in own.items():
            total[verb] = total.get(verb, 0) + n
    most = max(total, key=lambda verb: total[verb])
    if total[most] == 1 or len(introduced) == 1:
        return head
    spread = [_often(own, n[most]) for own, n in introduced if most in n]
    parts = {"verb": quote(most), "sides": listed(spread)}
    if len(spread) == len(introduced):
        return f"{head} {tr('The most frequent one, {verb}, introduces {sides}.', **parts)}"
    if len(spread) == 1:
        return f"{head} {tr('The most frequent one, {verb}, introduces {sides} and no other side.', **parts)}"
    return f"{head} {tr('The most frequent one, {verb}, introduces {sides}, and no other side.', **parts)}"


def _often(own: Side, count: int) -> str:
    return tr("{side} {times}", side=in_side(own), times=times(count))

"""What a paper shows of the outside, and of the clocks: a choice of cards, and the dates that are drawn."""

from collections import defaultdict
from typing import Any

from whosays.show.paper.build import Html, bullets, section
from whosays.show.paper.question import asked
from whosays.show.sentences import paper as say

LEAST, MOST = 6, 8  # cards; fewer are no lesson, more do not fit one
ROLES = ("support", "answer", "caution")  # what only adds to a claim is left to the page

Data = dict[str, Any]


def cards(data: Data) -> list[Data]:
    """Return the outside cards of the asked claim: at most eight, by date; those that the case chose, if it did.

    Where it chose fewer than six, of as many kinds as there are: in turn from each kind (what a card does and how it
    is known) the one that meets most parts of the claim; of several such the first whose publisher has no card yet. A
    second round only if there is room. If all that gives fewer than six, other documents follow, one card each: those
    that narrow or widen the claim, then the rest.
    """
    entry = data["layers"]["beyond"]["claims"].get(asked(data))
    kinds: dict[tuple[str, str], list[Data]] = defaultdict(list)
    named = set(data["beyond"]["cards"]) if data["beyond"] else set[str]()
    picked = [a for a in (entry["answers"] if entry else ()) if named & set(a["statements"])]
    if len(picked) >= LEAST:
        return sorted(picked[:MOST], key=lambda card: card["published"] or "9")
    for answer in entry["answers"] if entry else ():
        if answer.get("document") and answer["role"] in ROLES:
            kinds[answer["role"], answer["basis"]].append(answer)
    groups = sorted(kinds.values(), key=lambda group: group[0]["role"] != "support")  # a reply is never left out
    chosen: list[Data] = []
    while any(groups) and len(chosen) < MOST:
        for group in filter(None, groups):
            seen = {card["label"] for card in chosen}
            best = max(group, key=lambda card: (_met(card), card["label"] not in seen))
            group.remove(best)
            chosen.append(best)
    chosen = chosen[:MOST]
    for card in _others(data, entry) if len(chosen) < LEAST else ():
        if len(chosen) < LEAST and card["document"] not in {c["document"] for c in chosen}:
            chosen.append(card)
    return sorted(chosen, key=lambda card: card["published"] or "9")


def _others(data: Data, entry: Data | None) -> list[Data]:
    """Return what else stands in a document: what only adds to the asked claim, then what states any claim."""
    claims = data["layers"]["beyond"]["claims"].values()
    said = [*(entry["answers"] if entry else ()), *(mention for claim in claims for mention in claim["mentions"])]
    return [card for card in said if card.get("document")]


def _met(card: Data) -> int:
    return sum(how == "meets" for how in card["meets"].values())


def addresses(data: Data) -> Html:
    """Return publisher, date and full address of each card, for the last page; nothing without cards."""
    found = dict.fromkeys(f"{card['link']}: {card['address']}" for card in cards(data))
    return section(say.WORDS["addresses"], bullets(found), kind="whole addresses") if found else Html("")


def drawn(data: Data) -> list[tuple[str, str, Data]]:
    """Return what the clocks draw: the clock, who says what, and the box with its days."""
    view = data["layers"]["article"]["numbers"]
    rows = view["clocks"]["rows"] if view else ()
    return [(row["title"], _line(data, box), box) for row in rows for box in row["boxes"]]


def _line(data: Data, box: Data) -> str:
    """Return what stands in a box: its first statement in full, or its title where it holds none."""
    first = next((s for s in box["statements"] if s in data["statements"]), None)
    return data["statements"][first]["line"] if first else box["title"]

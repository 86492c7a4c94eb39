"""What the rebuttal bench says."""

from collections.abc import Mapping, Sequence

from whosays.show import sentences as say
from whosays.show.language import Terms, Words, tr, tr_many

LABELS = Words(
    {
        "bench_missing": "What would change your mind?",
        "bench_missing_note": "whichever way it turns out",
    }
)
ASPECTS = Words(
    {
        "number": "the number",
        "place": "the place",
        "date": "the date",
        "target": "the target",
        "presence": "who was there",
        "whole": "the claim as a whole",
    }
)
COLUMNS = Terms("Where", "Who", "What kind")
LAST_COLUMNS = Terms("How surely", "Meets", "Leaves open")
HOW_SURELY = Words({"clear": "clear", "likely": "likely", "unclear": "unclear"}, context="how surely")
SURELY = Words(
    {
        "clear": "It clearly speaks to this claim.",
        "likely": "It likely speaks to this claim.",
        "unclear": "Whether it speaks to this claim is unclear.",
    }
)
MISSING = Words(
    {
        "what it rests on": "What those who say it rest it on, shown so that others can check: "
        "it may bear the claim out, or not.",
        "witness": "Someone who was there and says what happened, as claimed or otherwise.",
        "every place": "Someone who goes to every place named and tells what is there: signs of it, or none.",
        "pictures": "Pictures with a sure place and day that show it, or show the place without it.",
        "record": "A record made at the time by someone with no part in the dispute, with the event in it or without.",
        "names": "A full list of the dead by name: as long as the number, or shorter.",
        "hospitals": "Records of hospitals, morgues and burials: a rise that fits the number, or none.",
        "who used it": "Proof of who used the place that day: those the claim names, or others.",
        "order": "A dated order or plan: one that says what the claim says, or something else.",
        "older plan": "A plan for the same act from before what it is said to answer: found, or looked for and not "
        "found.",
        "no window": "Nothing seen from outside can show a motive; only what was ordered, and when, can be shown.",
        "dated record": "A record that carries its own date: the day claimed, or another.",
        "witness of the hour": "Someone who was there at the hour and names the day: the one claimed, or another.",
        "dated pictures": "Pictures of the place from the day before and the day after: changed between them, or not.",
        "roll": "A list of who was there at the time: as long as the number, or shorter.",
        "room": "How many the place can hold: enough for the number, or too few.",
        "text of the law": "The text of the law: does it forbid this, allow it, or say nothing of it?",
        "facts of the law": "The facts on which the law turns: do they fit what it forbids, or what it allows?",
        "judgement": "A reasoned judgement by a court or an expert with no part in it, for the claim or against it.",
        "original file": "The original file, with its place and time: those claimed, or others.",
        "second picture": "Another picture of the same spot that matches it, or does not.",
        "who took it": "Whoever took it, with when and where: as claimed, or otherwise.",
        "examiner": "Someone who can tell from the picture what it shows, and says what it cannot show.",
        "counter-cases": "The cases that fit the judgement, and those that do not, counted in one way.",
        "outsider": "Someone with no part in the dispute who judges it and gives the reasons, for or against.",
        "text of status": "The texts that grant this name or status, and those that refuse it.",
        "who uses it": "Who uses this name, and who rejects it: both lists, from all sides.",
    }
)


def columns(aspects: Sequence[str]) -> list[str]:
    """Return the headings of the table, with one for each aspect."""
    return [*COLUMNS, *(say.capital(say.ASPECTS[aspect]) for aspect in aspects), *LAST_COLUMNS]


def covers(aspects: Sequence[str], partly: Sequence[str], surely: str) -> str:
    """Return what an answer meets, as one sentence or two."""
    if aspects:
        return f"{tr('It meets {parts}.', parts=meant(aspects))} {SURELY[surely]}"
    if partly:
        return f"{tr('In part it meets {parts}.', parts=meant(partly))} {SURELY[surely]}"
    return tr("It meets no part of the claim.")


def leaves_open(aspects: Sequence[str], partly: Sequence[str]) -> str:
    """Return what an answer leaves open, as one sentence.

    Args:
        aspects: What it does not meet.
        partly: What it meets in part.
    """
    if not aspects and not partly:
        return tr("It leaves nothing open that is at issue here.")
    if not aspects:
        return tr("In part it leaves open {parts}.", parts=meant(partly))
    if partly:
        return tr("It leaves open {parts}; and, in part, {partly}.", parts=meant(aspects), partly=meant(partly))
    return tr("It leaves open {parts}.", parts=meant(aspects))


def cell(aspects: Sequence[str], partly: Sequence[str]) -> str:
    """Return the same in a cell of the table: "date; in part: place"."""
    parts = [_short(aspects)] if aspects else []
    parts += [tr("in part: {parts}", parts=_short(partly))] if partly else []
    return "; ".join(parts) or tr("nothing")


def _short(aspects: Sequence[str]) -> str:
    return ", ".join(say.ASPECTS[aspect] for aspect in aspects)


def meant(aspects: Sequence[str]) -> str:
    """Return aspects as they stand in a sentence: "the number and the place"."""
    return say.listed([ASPECTS[aspect] for aspect in aspects])


def sentence(answers: int, met: Mapping[str, int]) -> str:
    """Return the one sentence of the bench.

    Args:
        answers: How many answers there are, cautions included.
        met: How many of them meet each aspect at issue.
    """
    if not answers:
        return tr("Nobody here answers this claim. That is not the same as true.")
    some = {aspect: count for aspect, count in met.items() if count}
    none = tr(" or ").join(ASPECTS[aspect] for aspect, count in met.items() if not count)
    return _of_one(list(some), none) if answers == 1 else _of_many(answers, some, none)


def _of_one(some: Sequence[str], none: str) -> str:
    if not some:
        return tr("The one answer meets no part of the claim in full.")
    if none:
        return tr("The one answer meets {parts}, not {others}.", parts=meant(some), others=none)
    return tr("The one answer meets {parts}.", parts=meant(some))


def _of_many(answers: int, some: Mapping[str, int], none: str) -> str:
    if not some:
        return tr_many(
            answers,
            "Of {number} answer, none meets any part of the claim in full.",
            "Of {number} answers, none meets any part of the claim in full.",
        )
    (first, count), *rest = some.items()
    parts = [tr_many(count, "{number} meets {part}", "{number} meet {part}", part=ASPECTS[first])]
    parts += [tr_many(n, "{number} {part}", "{number} {part}", part=ASPECTS[aspect]) for aspect, n in rest]
    if none:
        return tr_many(
            answers,
            "Of {number} answer, {parts}; nobody meets {others}.",
            "Of {number} answers, {parts}; nobody meets {others}.",
            parts=say.listed(parts),
            others=none,
        )
    return tr_many(answers, "Of {number} answer, {parts}.", "Of {number} answers, {parts}.", parts=say.listed(parts))

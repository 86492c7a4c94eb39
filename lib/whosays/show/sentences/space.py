"""What is said about the space given to an account and to the answers to it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from whosays.show.sentences import capital, listed
from whosays.show.sentences.numbers import amount

LABELS = {
    "view_space": "Space given",
    "space_ribbon": "The article, every word to scale",
    "space_ribbon_note": "Choose a part to read what stands there; the arrow keys go from part to part.",
    "space_used": "What the space is used for",
    "space_measures": "Four small measures, never one score",
    "space_measures_note": "the account first, then the answers",
    "space_caveat": "A report about a statement quotes the statement. "
    "More space is not proof of bias, and less space is not proof of truth.",
}
COLUMNS = ("Part", "From word", "Words", "Share", "What it does", "About", "In our words")
SHORT = {"headline": "H", "caption": "Cap.", "byline": ""}
DOES = {
    "claim": "tells the account",
    "both": "tells the account, and answers it",
    "answer": "answers the account",
    "caution": "a general caution",
    "dispute": "another matter in dispute",
    "other": "another matter",
    "byline": "states nothing",
}
TITLES = {
    "both": "Account and answer in one sentence",
    "answer": "Answers to it",
    "caution": "General caution",
    "dispute": "Another matter in dispute: {topics}",
    "other": "Other matter: {topics}",
    "byline": "Byline, and what states nothing",
}
NOBODY = "someone who is not named"
SAME = "the same matter, told by others"
PROMPT = "Would you move one passage? Which, and where to?"
OPTIONS = ("I would move one", "I would move none")


def sentence(root: str, told: int, words: int, answered: int, first: int | None) -> str:
    """Return the one sentence of the view.

    Args:
        root: Who tells the account, as it reads in the middle of a sentence.
        told: Words of the account.
        words: Words of the article.
        answered: Words of the answers.
        first: Position of the first word of the first answer; None if nobody answers.
    """
    head = f"The ribbon is the whole article in reading order: the account by {root} takes {told} of {words} words"
    if first is None:
        return f"{head}, and nobody answers it here."
    return f"{head}, the answers to it {answered}, and the first answer comes at word {first}."


def label(role: str, paragraph: int | None) -> str:
    """Return the label under a part of the ribbon: "H", "Cap.", "5"; a byline has none."""
    return str(paragraph) if paragraph else SHORT.get(role, capital(role)[:4])


def share(words: int, of: int) -> str:
    """Return a share of the article in whole percent: "54 %"."""
    return f"{100 * words / of:.0f} %"


def used(words: int, of: int) -> str:
    """Return how much of the article something takes: "266 words, 54 %"."""
    return f"{words} words, {share(words, of)}"


def about(topic: str, asked: str) -> str:
    """Return what other matter is about; the topic of the account itself may also be told by others."""
    return SAME if topic == asked else topic


def title(role: str, root: str, topics: Mapping[str, int], of: int) -> str:
    """Return what the words of one role are used for.

    Args:
        role: The role.
        root: Who tells the account, as it reads in the middle of a sentence.
        topics: Words by topic, in order.
        of: Words of the article.
    """
    if role == "claim":
        return f"The account by {root}"
    named = list(topics) if len(topics) == 1 else [f"{topic} ({share(n, of)})" for topic, n in topics.items()]
    return TITLES[role].format(topics="; ".join(named))


def part(where: str, first: int, words: int, does: str, gist: str) -> str:
    """Return what stands in a part of the ribbon, as read aloud."""
    reach = f"word {first}" if words == 1 else f"words {first} to {first + words - 1}"
    return f"{where}, {reach}: {does}. {gist}".strip()


def marks_title(value: Decimal) -> str:
    """Return the title of the wedges above the ribbon."""
    return f"Each time “{amount(value)}” is printed"


def marks_note(filled: Mapping[str, int], open_: Mapping[str, int]) -> str:
    """Return what filled and open wedges stand for, each with what is counted and how often."""
    found = [f"{name}: {_times(own)}" for name, own in (("filled", filled), ("open", open_)) if own]
    return f"{'. '.join(map(capital, found))}." if found else ""


def _times(counts: Mapping[str, int]) -> str:
    return listed([f"{what}, {times(n)}" for what, n in counts.items()])


def times(count: int) -> str:
    """Return how often: "once", "twice", "4 times"."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def before(words: int) -> str:
    """Return how much stands before the first answer."""
    return f"{words} words before the first answer"


def pointer(kind: str, position: int) -> str:
    """Return where the first answer or caution begins."""
    return f"{'first answer' if kind == 'answer' else 'caution'}, word {position}"


def line(first: int, last: int) -> str:
    """Return which words a line of the ribbon holds."""
    return f"words {first} to {last}"


def first_words(told: int | None, answered: int | None) -> tuple[str, str, str]:
    """Return the measure of where each begins: name, value, note."""
    if answered is None:
        return "First word", f"{told}, no answer", "nobody answers the account here"
    return "First word", f"{told} and {answered}", before(answered - 1)


def shares(told: int, answered: int, of: int) -> tuple[str, str, str]:
    """Return the measure of the space: name, value, note."""
    note = f"{share(told, of)} to {share(answered, of)} of {of} words"
    return "Share of the text", f"{told} to {answered} words", note


def repeats(told: int, answered: int, headline: Sequence[bool]) -> tuple[str, str, str]:
    """Return the measure of repetition and headline: name, value, note.

    Args:
        told: How often the claim of the account is stated that is stated most often.
        answered: The same of the answers.
        headline: Whether the account stands in the headline, and whether an answer does.
    """
    where = {(True, True): "both", (True, False): "the account only", (False, True): "an answer only"}
    note = f"what each repeats most; in the headline: {where.get((headline[0], headline[1]), 'neither')}"
    return "Said again", f"{times(told)} to {times(answered)}", note


def quoted(told: int, answered: int, persons: Sequence[int]) -> tuple[str, str, str]:
    """Return the measure of voices: name, value, note.

    Args:
        told: Words of the account between quotation marks.
        answered: The same of the answers.
        persons: How many speakers of the account, and of the answers, are named as persons.
    """
    named = f"persons named: {persons[0]} to {persons[1]}"
    return "Quoted word for word", f"{told} to {answered} words", named

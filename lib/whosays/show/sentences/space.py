"""What is said about the space given to an account and to the answers to it."""

from collections.abc import Mapping
from decimal import Decimal

from whosays.show.language import Terms, Words, digits, tr, tr_many
from whosays.show.sentences import listed

LABELS = Words(
    {
        "view_space": "Space given",
        "space_ribbon": "The article, every word to scale",
        "space_ribbon_note": "Choose a part to read what stands there; the arrow keys go from part to part.",
        "space_used": "What the space is used for",
        "space_measures": "Four small measures, never one score",
        "space_measures_note": "the account first, then the answers",
        "space_caveat": "A report about a statement quotes the statement. "
        "More space is not proof of bias, and less space is not proof of truth.",
    }
)
COLUMNS = Terms("Part", "From word", "Words", "Share", "What it does", "About", "In our words")
SHORT = Words({"headline": "H", "caption": "Cap."})
DOES = Words(
    {
        "claim": "tells the account",
        "both": "tells the account, and answers it",
        "answer": "answers the account",
        "caution": "a general caution",
        "dispute": "another matter in dispute",
        "other": "another matter",
        "byline": "states nothing",
    }
)
TITLES = Words(
    {
        "both": "Account and answer in one sentence",
        "answer": "Answers to it",
        "caution": "General caution",
        "dispute": "Another matter in dispute: {topics}",
        "other": "Other matter: {topics}",
        "byline": "Byline, and what states nothing",
    }
)
OPTIONS = Terms("I would move one", "I would move none")


def prompt() -> str:
    """Return the question under the view."""
    return tr("Would you move one passage? Which, and where to?")


def nobody() -> str:
    """Return who tells an account for which nobody is named, as it reads in the middle of a sentence."""
    return tr("someone who is not named")


def same() -> str:
    """Return what other matter is about that others tell of the topic of the account."""
    return tr("the same matter, told by others")


def sentence(root: str, told: int, words: int, answered: int, first: int | None) -> str:
    """Return the one sentence of the view.

    Args:
        root: Who tells the account, as it reads in the middle of a sentence.
        told: Words of the account.
        words: Words of the article.
        answered: Words of the answers.
        first: Position of the first word of the first answer; None if nobody answers.
    """
    if first is None:
        return tr_many(
            words,
            "The ribbon is the whole article in reading order: the account by {root} takes {told} of {count} word, "
            "and nobody answers it here.",
            "The ribbon is the whole article in reading order: the account by {root} takes {told} of {count} words, "
            "and nobody answers it here.",
            root=root,
            told=told,
        )
    return tr_many(
        words,
        "The ribbon is the whole article in reading order: the account by {root} takes {told} of {count} word, "
        "the answers to it {answered}, and the first answer comes at word {first}.",
        "The ribbon is the whole article in reading order: the account by {root} takes {told} of {count} words, "
        "the answers to it {answered}, and the first answer comes at word {first}.",
        root=root,
        told=told,
        answered=answered,
        first=first,
    )


def label(role: str, paragraph: int | None) -> str:
    """Return the label under a part of the ribbon: "H", "Cap.", "5"; a byline has none."""
    return str(paragraph) if paragraph else SHORT.get(role, "")


def share(words: int, of: int) -> str:
    """Return a share of the article in whole percent: "54 %"."""
    return tr("{percent} %", percent=f"{100 * words / of:.0f}")


def used(words: int, of: int) -> str:
    """Return how much of the article something takes: "266 words, 54 %"."""
    return tr_many(words, "{count} word, {share}", "{count} words, {share}", share=share(words, of))


def about(topic: str, asked: str) -> str:
    """Return what other matter is about; the topic of the account itself may also be told by others."""
    return same() if topic == asked else topic


def title(role: str, root: str, topics: Mapping[str, int], of: int) -> str:
    """Return what the words of one role are used for.

    Args:
        role: The role.
        root: Who tells the account, as it reads in the middle of a sentence.
        topics: Words by topic, in order.
        of: Words of the article.
    """
    if role == "claim":
        return tr("The account by {root}", root=root)
    named = list(topics) if len(topics) == 1 else [f"{topic} ({share(n, of)})" for topic, n in topics.items()]
    return TITLES[role].format(topics="; ".join(named))


def part(where: str, first: int, words: int, does: str, gist: str) -> str:
    """Return what stands in a part of the ribbon, as read aloud."""
    return tr_many(
        words,
        "{where}, word {first}: {does}. {gist}",
        "{where}, words {first} to {last}: {does}. {gist}",
        where=where,
        first=first,
        last=first + words - 1,
        does=does,
        gist=gist,
    ).strip()


def marks_title(value: Decimal) -> str:
    """Return the title of the wedges above the ribbon."""
    return tr("Each time “{amount}” is printed", amount=digits(value))


def marks_note(filled: Mapping[str, int], open_: Mapping[str, int]) -> str:
    """Return what filled and open wedges stand for, each with what is counted and how often."""
    found = [tr("Filled: {what}.", what=_times(filled))] if filled else []
    found += [tr("Open: {what}.", what=_times(open_))] if open_ else []
    return " ".join(found)


def _times(counts: Mapping[str, int]) -> str:
    return listed([f"{what}, {times(n)}" for what, n in counts.items()])


def times(count: int) -> str:
    """Return how often: "once", "twice", "4 times"."""
    if count == 2:  # noqa: PLR2004 - twice
        return tr("twice")
    return tr("once") if count == 1 else tr_many(count, "{count} time", "{count} times")


def before(words: int) -> str:
    """Return how much stands before the first answer."""
    return tr_many(words, "{count} word before the first answer", "{count} words before the first answer")


def pointer(kind: str, position: int) -> str:
    """Return where the first answer or caution begins."""
    if kind == "answer":
        return tr("first answer, word {position}", position=position)
    return tr("caution, word {position}", position=position)


def line(first: int, last: int) -> str:
    """Return which words a line of the ribbon holds."""
    return tr("words {first} to {last}", first=first, last=last)


def first_words(told: int | None, answered: int | None) -> tuple[str, str, str]:
    """Return the measure of where each begins: name, value, note."""
    name = tr("First word")
    if answered is None:
        return name, tr("{told}, no answer", told=told), tr("nobody answers the account here")
    return name, tr("{told} and {answered}", told=told, answered=answered), before(answered - 1)


def shares(told: int, answered: int, of: int) -> tuple[str, str, str]:
    """Return the measure of the space: name, value, note."""
    note = tr_many(
        of,
        "{told} to {answered} of {count} word",
        "{told} to {answered} of {count} words",
        told=share(told, of),
        answered=share(answered, of),
    )
    return tr("Share of the text"), _reach(told, answered), note


def _reach(told: int, answered: int) -> str:
    return tr_many(answered, "{told} to {count} words", "{told} to {count} words", told=told)


def repeats(told: int, answered: int, headline: tuple[bool, bool]) -> tuple[str, str, str]:
    """Return the measure of repetition and headline: name, value, note.

    Args:
        told: How often the claim of the account is stated that is stated most often.
        answered: The same of the answers.
        headline: Whether the account stands in the headline, and whether an answer does.
    """
    note = {
        (True, True): tr("what each repeats most; in the headline: both"),
        (True, False): tr("what each repeats most; in the headline: the account only"),
        (False, True): tr("what each repeats most; in the headline: an answer only"),
        (False, False): tr("what each repeats most; in the headline: neither"),
    }[headline]
    return tr("Said again"), tr("{told} to {answered}", told=times(told), answered=times(answered)), note


def quoted(told: int, answered: int, persons: tuple[int, int]) -> tuple[str, str, str]:
    """Return the measure of voices: name, value, note.

    Args:
        told: Words of the account between quotation marks.
        answered: The same of the answers.
        persons: How many speakers of the account, and of the answers, are named as persons.
    """
    named = tr("persons named: {told} to {answered}", told=persons[0], answered=persons[1])
    return tr("Quoted word for word"), _reach(told, answered), named

"""What is said of one claim: how often it is stated, how it reached the page, who answers."""

from collections.abc import Sequence

from whosays.show.language import Terms, tr, tr_many
from whosays.show.sentences import listed
from whosays.show.sentences.choices import ASPECTS, FORMS, MATCHES

CLAIM_COLUMNS = Terms("Where", "From word", "What", "Who", "Verb or kind", "How they know", "In our words")


def claim_number(position: int, count: int) -> str:
    """Return the number of a claim in the list; an answering proposition has none."""
    return tr("Claim {position} of {count}", position=position, count=count) if position else tr("An answer")


def said(times: int) -> str:
    """Return how often a claim is stated, beside its bars."""
    return tr_many(times, "said {count}×", "said {count}×")


def said_aloud(times: int) -> str:
    """Return the same to be heard."""
    return tr_many(times, "said once", "said {count} times")


def mentions_unit(count: int) -> str:
    """Return what stands under the number of mentions."""
    return tr_many(count, "mention", "mentions")


def roots_unit(count: int) -> str:
    """Return what stands under the number of roots."""
    return tr_many(count, "root", "roots")


def meets(aspect: str, how: str) -> str:
    """Return whether an answer meets a part of the claim."""
    return f"{ASPECTS[aspect]}: {MATCHES[how]}"


def form(how: str, via: Sequence[str]) -> str:
    """Return the form of a mention, with the relays that are printed."""
    return tr("{form}, through {names}.", form=FORMS[how], names=listed(via)) if via else f"{FORMS[how]}."


def prints(mentions: int) -> str:
    """Return what the last station of a path says of the article."""
    return tr_many(mentions, "prints it once", "one of {count} mentions")


def claim(subject: str, mentions: int, roots: Sequence[str], answers: int, saw: int, outside: int) -> str:  # noqa: PLR0913, PLR0917 - one sentence, six facts
    """Return the one sentence of a claim.

    Args:
        subject: What the claim is about.
        mentions: How often it is stated.
        roots: Labels of its independent roots.
        answers: How many answers there are, cautions included.
        saw: How many of the answers come from someone who was at the place.
        outside: How many of the mentions stand outside the article.
    """
    back, said = _back(roots), _answers(answers, saw)
    if not outside:
        return tr_many(
            mentions,
            "{Number} mention of {subject} goes {back}; {said}.",
            "{Number} mentions of {subject} go {back}; {said}.",
            subject=subject,
            back=back,
            said=said,
        )
    if outside == mentions:
        return tr_many(
            mentions,
            "{Number} mention of {subject} outside the article goes {back}; {said}.",
            "{Number} mentions of {subject}, all outside the article, go {back}; {said}.",
            subject=subject,
            back=back,
            said=said,
        )
    return tr_many(
        mentions,
        "{Number} mention of {subject}, {outside}, goes {back}; {said}.",
        "{Number} mentions of {subject}, {outside}, go {back}; {said}.",
        subject=subject,
        outside=_outside(outside),
        back=back,
        said=said,
    )


def _back(roots: Sequence[str]) -> str:
    if not roots:
        return tr("back to nobody named")
    if len(roots) > 3:  # noqa: PLR2004 - so many names fit into the sentence
        return tr_many(len(roots), "back to {number} root", "back to {number} roots")
    names = listed(roots)
    return tr_many(len(roots), "back to {number} root, {names}", "back to {number} roots, {names}", names=names)


def _outside(count: int) -> str:
    return tr_many(count, "{number} of them outside the article", "{number} of them outside the article")


def _answers(count: int, saw: int) -> str:
    if not count:
        return tr("nobody here speaks against it")
    if count == 1:
        return (
            tr("the one answer comes from someone who saw it first-hand")
            if saw
            else tr("the one answer does not come from someone who saw it first-hand")
        )
    if not saw:
        return tr_many(
            count,
            "of {number} answer, none comes from someone who saw it first-hand",
            "of {number} answers, none comes from someone who saw it first-hand",
        )
    went = tr_many(
        saw,
        "{number} comes from someone who saw it first-hand",
        "{number} come from people who saw it first-hand",
    )
    return tr_many(count, "of {number} answer, {went}", "of {number} answers, {went}", went=went)


def claim_before_guess(subject: str, mentions: int, outside: int) -> str:
    """Return the one sentence of a claim before the reader has guessed: it counts no roots."""
    if not outside:
        return tr_many(
            mentions,
            "{Number} mention of {subject}; how many independent roots it goes back to is shown after your guess.",
            "{Number} mentions of {subject}; how many independent roots they go back to is shown after your guess.",
            subject=subject,
        )
    if outside == mentions:
        return tr_many(
            mentions,
            "{Number} mention of {subject} outside the article; how many independent roots it goes back to is shown "
            "after your guess.",
            "{Number} mentions of {subject}, all outside the article; how many independent roots they go back to is "
            "shown after your guess.",
            subject=subject,
        )
    return tr_many(
        mentions,
        "{Number} mention of {subject}, {outside}; how many independent roots it goes back to is shown after your "
        "guess.",
        "{Number} mentions of {subject}, {outside}; how many independent roots they go back to is shown after your "
        "guess.",
        subject=subject,
        outside=_outside(outside),
    )


def mentions_note(cues: Sequence[str]) -> str:
    """Return the note beside a list of mentions: how many, and whether a verb is shown with each.

    Args:
        cues: The cue of each mention; empty where it has none.
    """
    count = len(cues)
    if all(cues):
        return tr_many(
            count,
            "{count} mention, with the verb used for each",
            "{count} mentions, with the verb used for each",
        )
    if any(cues):
        return tr_many(
            count,
            "{count} mention, with the verb where there is one",
            "{count} mentions, with the verb where there is one",
        )
    return tr_many(count, "{count} mention", "{count} mentions")


def path_note(whole: Sequence[str], count: int, rest: int) -> str:
    """Return how many of the mentions print the path that is drawn.

    Args:
        whole: Places of the mentions that print all of it, each once.
        count: How many mentions that are.
        rest: How many mentions print less.
    """
    if not count:
        return tr("No mention prints this whole path; part of it is known from outside.")
    if not rest:
        return tr_many(count, "The one mention prints this whole path.", "Every mention prints this whole path.")
    only = tr_many(
        len(whole),
        "Only {places} prints this whole path.",
        "Only {places} print this whole path.",
        places=listed(whole),
    )
    others = tr_many(rest, "The other mention prints less of it.", "The other {number} mentions print less of it.")
    return f"{only} {others}"


def roots_shown(roots: int) -> str:
    """Return what the path says about the number of roots, to stand behind the reader's guess."""
    if not roots:
        return tr("The path goes back to nobody named.")
    return tr_many(roots, "The path goes back to {count}.", "The path goes back to {count}.")


def party_note(party: str, named: str, printed: str) -> str:
    """Return what a reader should know of who answers: party or not, who is named, and how it was printed."""
    notes = [tr("A party to the dispute.") if party else tr("Not a party to the dispute.")]
    notes += {"person": [], "institution": [tr("No person is named.")], "no": [tr("Nobody is named.")]}[named]
    notes += [tr("Printed as “{name}”.", name=printed)] if printed else []
    return " ".join(notes)


def question(has_answers: bool) -> str:  # noqa: FBT001 - the two cases of one sentence
    """Return the question put to the reader under a claim that has none of its own."""
    if has_answers:
        return tr("Which answer speaks to this claim itself, and how would that person know?")
    return tr("Nobody here speaks against it. What would you need to see to judge it?")

"""Why a claim stands where it stands."""

from collections.abc import Sequence

from whosays.show.language import tr
from whosays.show.sentences import listed
from whosays.show.sentences.choices import SILENCE, STANDING_WORDS


def reason(word: str, silence: str, answers: Sequence[str], there: Sequence[str], partly: Sequence[str] = ()) -> str:
    """Return why a claim stands where it stands; in verbs that fit one name as well as several.

    Args:
        word: The standing.
        silence: Why nobody in the article speaks against it, if nobody does.
        answers: Labels of the roots whose answers decide the word.
        there: Those of them who were at the place.
        partly: Those of them with a stronger basis than the claim, who settle nothing since they meet it only in part.
    """
    said = STANDING_WORDS[word]
    if word == "unchallenged":
        return f"{said}: {SILENCE[silence]}."
    if word == "cannot be judged":
        return tr("{word}: nobody is left who says it.", word=said)
    if word == "holds":
        return tr("{word}: what is said against it has a weaker basis, or is itself answered.", word=said)
    if word == "contested":
        return _contested(said, answers, partly)
    return _answered(said, answers, there)


def _answered(word: str, answers: Sequence[str], there: Sequence[str]) -> str:
    names = listed(answers)
    if not there:
        return tr("{word}: {names} met it; nothing here answers that.", word=word, names=names)
    if len(there) == len(answers):
        return tr("{word}: {names} met it, first-hand; nothing here answers that.", word=word, names=names)
    return tr(
        "{word}: {names} met it, of whom {there} saw it first-hand; nothing here answers that.",
        word=word,
        names=names,
        there=listed(there),
    )


def _contested(word: str, answers: Sequence[str], partly: Sequence[str]) -> str:
    names = listed(answers)
    if not partly:
        return tr("{word}: contradicted by {names}; nothing here settles it.", word=word, names=names)
    if len(partly) == len(answers):
        return tr(
            "{word}: contradicted by {names}, who saw it first-hand and met it only in part; nothing here settles it.",
            word=word,
            names=names,
        )
    return tr(
        "{word}: contradicted by {names}, of whom {partly} saw it first-hand and met it only in part; "
        "nothing here settles it.",
        word=word,
        names=names,
        partly=listed(partly),
    )

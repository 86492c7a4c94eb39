"""What the section on limits and confidence says: counts of this case, and what holds for every case."""

from collections.abc import Sequence

from whosays.report import sentences as words
from whosays.show.language import Terms, tr, tr_many
from whosays.show.sentences import listed

CONFIDENCE = Terms(
    "Claim", "Stands", "Roots", "Answers", "Best basis for it", "Best basis against it", "Loss that changes it"
)
SCALE = Terms("Grade", "Basis, from weak to strong")


def unchallenged(claims: Sequence[str], total: int) -> str:
    """Return which claims nobody speaks against.

    Args:
        claims: Their ids.
        total: How many claims there are.
    """
    if not claims:
        return tr("No claim is unchallenged: somebody speaks against each. That is not the same as settled.")
    return tr_many(
        len(claims),
        "Nobody in this layer speaks against {count} claim of {total} ({claims}): it is unchallenged. Unchallenged is "
        "not the same as true.",
        "Nobody in this layer speaks against {count} claims of {total} ({claims}): they are unchallenged. Unchallenged "
        "is not the same as true.",
        total=total,
        claims=listed(list(claims)),
    )


def open_claims(claims: Sequence[str]) -> str:
    """Return which claims nothing settles."""
    if not claims:
        return tr("No claim is contested in this layer.")
    return tr_many(
        len(claims),
        "{count} claim is contested ({claims}): nothing here settles it.",
        "{count} claims are contested ({claims}): nothing here settles them.",
        claims=listed(list(claims)),
    )


def unjudged(claims: Sequence[str]) -> str:
    """Return which claims cannot be judged."""
    if not claims:
        return tr("Of every claim somebody is left who says it, so none had to be left without a word.")
    return tr_many(
        len(claims),
        "{count} claim cannot be judged ({claims}): nobody is left who says it.",
        "{count} claims cannot be judged ({claims}): nobody is left who says them.",
        claims=listed(list(claims)),
    )


def undated(count: int, total: int) -> str:
    """Return how many statements have no day."""
    return tr_many(
        count,
        "{count} statement of {total} carries no day on which it was said.",
        "{count} statements of {total} carry no day on which they were said.",
        total=total,
    )


def ungrounded(count: int, total: int) -> str:
    """Return how many statements do not say how somebody knows."""
    return tr_many(
        count,
        "{count} statement of {total} does not say how its source knows, or only that it says so itself.",
        "{count} statements of {total} do not say how their source knows, or only that it says so itself.",
        total=total,
    )


def single(count: int, total: int) -> str:
    """Return how many claims rest on one root."""
    return tr_many(
        count,
        "{count} claim of {total} rests on one single root.",
        "{count} claims of {total} rest on one single root.",
        total=total,
    )


def looked_at(documents: int, statements: int, *, beyond: bool) -> str:
    """Return which layer was not looked at.

    Args:
        documents: How many documents the case has.
        statements: How many statements it has from outside the article.
        beyond: Whether the report looks at them.
    """
    if beyond:
        return tr(
            "The article was looked at, and what the case holds from outside it. What nobody found, or nobody wrote "
            "down, is in neither."
        )
    return tr(
        "Only the article was looked at. Left out is what the case holds from outside: {documents} and {statements}.",
        documents=words.documents(documents),
        statements=words.statements(statements),
    )


def copies(undated: int, second_hand: int, total: int) -> str:
    """Return how good the copies of documents are.

    Args:
        undated: How many carry no date.
        second_hand: How many were not read at their own publisher.
        total: How many there are.
    """
    return tr(
        "Of {documents} from outside, {undated} without a date; {second_hand} not read in the publisher’s own copy.",
        documents=words.documents(total),
        undated=undated,
        second_hand=second_hand,
    )


def taken(names: Sequence[str]) -> str:
    """Return which sources were taken away."""
    if not names:
        return tr("No source was taken away.")
    return tr(
        "Taken away for this report: {names}. That shows what a word leans on. It says nothing about these sources.",
        names=listed(list(names)),
    )


def regraded(changes: Sequence[str]) -> str:
    """Return what was read otherwise."""
    if not changes:
        return tr("Every basis is read as the case has it.")
    return tr(
        "Read otherwise for this report, by its author and not by the case: {changes}.", changes=listed(list(changes))
    )


def confidence() -> str:
    """Return what the table on confidence is, and what it is not."""
    return tr(
        "How firm is each word? There is no score. The table shows what a word stands on, and the fewest sources whose "
        "loss would change it."
    )


def scale() -> str:
    """Return what the scale of bases is."""
    return tr("The scale of bases that decides, the same for all parties")


def loss(names: Sequence[Sequence[str]]) -> str:
    """Return the smallest losses that change a word.

    Args:
        names: Names of the sources of each.
    """
    if not names:
        return tr("no loss of up to three others")
    return tr(" or ", context="losses").join(listed(list(group)) for group in names)


def more(count: int) -> str:
    """Return how many further sets there are."""
    return tr_many(count, ", and {count} more set", ", and {count} more sets")

"""What a report says in its own voice, the same for every case and every party; a module a kind of section."""

from collections.abc import Mapping

from whosays.show.language import Words, tr, tr_many
from whosays.show.sentences import ASPECTS, BASIS, GRADES, MATCHES

TITLES = Words(
    {
        "case": "The case",
        "parameters": "What was chosen for this report",
        "notes": "Notes of the author",
        "standing": "Where each claim stands",
        "roots": "Mentions, voices, roots",
        "answers": "What is said to each claim",
        "chain": "The way of one claim to the page",
        "intervals": "Figures as ranges",
        "clocks": "When it happened, was said and was printed",
        "ribbon": "The space given",
        "cues": "The verbs that introduce each side",
        "linchpins": "What each word leans on",
        "moved": "From the article alone, and beyond it",
        "limits": "Limits and confidence",
        "sources": "Who speaks",
        "documents": "Article and outside documents",
        "judgements": "Every judgement, with who and when",
        "corrections": "Corrections",
        "files": "Files of the case",
        "citing": "How to cite, and licences",
        "made": "How this report was made",
        "contents": "Contents",
        "figure": "The figure as a table",
    },
    context="report",
)


def makers() -> str:
    """Return who judged, where nobody is named."""
    return tr("the case’s makers")


def unrecorded() -> str:
    """Return what stands for a day that nobody wrote down."""
    return tr("not recorded")


def nothing() -> str:
    """Return what stands in place of a table or figure that the case has nothing for."""
    return tr("The case holds nothing for this.")


def sources(count: int) -> str:
    """Return how many sources there are."""
    return tr_many(count, "{count} source", "{count} sources")


def statements(count: int) -> str:
    """Return how many statements there are."""
    return tr_many(count, "{count} statement", "{count} statements")


def documents(count: int) -> str:
    """Return how many documents there are."""
    return tr_many(count, "{count} document", "{count} documents")


def grade(number: int) -> str:
    """Return a grade with its words; a dash for none."""
    return f"{number} ({GRADES[str(number)]})" if number else "–"


def basis(chosen: str) -> str:
    """Return a basis, or a grade by its number, in words."""
    return BASIS[chosen] if chosen in BASIS else grade(int(chosen))


def met(meets: Mapping[str, str]) -> str:
    """Return what an answer meets of a claim: "place, date: does not; number: partly or unclear"."""
    found: dict[str, list[str]] = {}
    for aspect, value in meets.items():
        found.setdefault(value, []).append(ASPECTS[aspect])
    return "; ".join(f"{', '.join(aspects)}: {MATCHES[value]}" for value, aspects in found.items())

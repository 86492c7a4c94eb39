"""What stands before and after the sections of a report."""

from collections.abc import Sequence

from whosays.show.language import Terms, tr
from whosays.show.sentences import listed

VERSIONS = Terms("Program or package", "Version")


def titled(question: str) -> str:
    """Return the title of a report whose author gave none."""
    return tr("Report: {question}", question=question)


def about(case: str, version: str, outlet: str, published: str) -> str:
    """Return the line under the title."""
    if version:
        return tr(
            "Case {case}, version {version}: an article of {outlet}, {published}.",
            case=case,
            version=version,
            outlet=outlet,
            published=published,
        )
    return tr("Case {case}: an article of {outlet}, {published}.", case=case, outlet=outlet, published=published)


def by(authors: Sequence[str]) -> str:
    """Return who answers for the report."""
    return tr("By {who}", who=listed(list(authors)))


def made(when: str, where: str) -> str:
    """Return when and where the report was made."""
    return tr("Made on {when} on {where}.", when=when, where=where)


def to_limits() -> str:
    """Return what leads to the section on limits."""
    return tr("What this report cannot tell: limits and confidence")


def cite_report(authors: Sequence[str], title: str, version: str) -> str:
    """Return how to cite the report."""
    who = listed(list(authors)) or tr("No author named")
    return tr(
        "To cite this report: {who}, “{title}”, made with whosays {version}.", who=who, title=title, version=version
    )


def again(command: str) -> str:
    """Return how to make the report again."""
    return tr("In the folder of this report, this command makes it again: {command}", command=command)


def verify(command: str) -> str:
    """Return how to have it compared."""
    return tr("This one makes it again and says what differs: {command}", command=command)

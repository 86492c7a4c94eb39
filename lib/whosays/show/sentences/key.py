"""What the teacher's key says."""

from whosays.show.language import Terms, tr

COLUMNS = Terms(
    "Item", "Question", "Answer", "Also acceptable", "A likely wrong turn, and what to say", context="question"
)


def judgement() -> str:
    """Return what stands where a key has no answer."""
    return tr("a matter of judgement")


def title(lesson: int | None, case: str) -> str:
    """Return the title of a key: of a lesson, or of the quiz where no lesson is named."""
    if lesson is None:
        return tr("Key of the quiz: {case}", case=case)
    return tr("Key of lesson {lesson}: {case}", lesson=lesson, case=case)


def span(least: str, most: str) -> str:
    """Return a range of acceptable numbers."""
    return tr("{least} to {most}", least=least, most=most)

"""What the teacher's key says."""

COLUMNS = ("Item", "Question", "Answer", "Also acceptable", "A likely wrong turn, and what to say")
JUDGEMENT = "a matter of judgement"


def title(lesson: int | None, case: str) -> str:
    """Return the title of a key: of a lesson, or of the quiz where no lesson is named."""
    return f"Key of {'the quiz' if lesson is None else f'lesson {lesson}'}: {case}"


def span(least: str, most: str) -> str:
    """Return a range of acceptable numbers."""
    return f"{least} to {most}"

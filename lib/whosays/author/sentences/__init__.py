"""What the tools for a case of one's own say."""

from whosays.show.language import number


def counted(count: int, one: str) -> str:
    """Return a count with its noun, in English: "one row", "four passages"."""
    return f"{number(count)} {one if count == 1 else one + 's'}"

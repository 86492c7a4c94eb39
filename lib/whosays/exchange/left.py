"""What a format has no place for: counted while a file is read or written, and said in words at the end."""

from collections import Counter


class Left:
    """What was left out on the way from one format to another; nothing is lost without a sentence.

    Example:
        >>> left = Left("a case")
        >>> for _ in range(12):
        ...     left.out("node of type MA", "nodes of type MA")
        >>> left.sentences()
        ('12 nodes of type MA have no place in a case and were left out.',)
    """

    def __init__(self, goal: str) -> None:
        """Begin with nothing left out.

        Args:
            goal: What has no place for it, as "a case" or "Argdown".
        """
        self.goal = goal
        self._counts: Counter[tuple[str, str, str]] = Counter()

    def out(self, one: str, many: str, count: int = 1, *, because: str = "") -> None:
        """Count something that is left out.

        Args:
            one: What it is, as "node of type MA".
            many: The same of several.
            count: How many there are; none is not worth a sentence.
            because: Why, as a clause of its own such as "no assessor is named"; without it, there is no place for it.
        """
        if count:
            self._counts[one, many, because] += count

    def sentences(self) -> tuple[str, ...]:
        """Return one sentence for each kind of thing that was left out, in the order in which they were met."""
        return tuple(self._sentence(*key, count) for key, count in self._counts.items())

    def _sentence(self, one: str, many: str, because: str, count: int) -> str:
        if because:
            return f"{count:,} {one if count == 1 else many} {'was' if count == 1 else 'were'} left out: {because}."
        if count == 1:
            return f"1 {one} has no place in {self.goal} and was left out."
        return f"{count:,} {many} have no place in {self.goal} and were left out."

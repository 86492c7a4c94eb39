"""What a format has no place for: counted while a file is read or written, and said in words at the end."""

from collections import Counter
from collections.abc import Callable, Collection, Sized

from whosays.case.model import Case
from whosays.case.schema import schema


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

    def tables(self, case: Case, placed: Collection[str], rows: Callable[[str], Sized] | None = None) -> None:
        """Count the rows of every table that is left out whole.

        Args:
            case: The case.
            placed: Names of the tables that are not.
            rows: Gives the rows of a table that count; all of them, if not given.
        """
        for name in schema():
            if name not in placed:
                self.out(f"row of {name}", f"rows of {name}", len((rows or case.rows)(name)))

    def languages(self, case: Case) -> None:
        """Count the texts of a case in further languages, where only its own is written.

        Args:
            case: The case.
        """
        columns = [column for table in case.translations.values() for column in table.values()]
        texts = sum(bool(text) for column in columns for text in column.values())
        self.out("text in another language", "texts in other languages", texts)

    def sentences(self) -> tuple[str, ...]:
        """Return one sentence for each kind of thing that was left out, in the order in which they were met."""
        return tuple(self._sentence(*key, count) for key, count in self._counts.items())

    def _sentence(self, one: str, many: str, because: str, count: int) -> str:
        if because:
            return f"{count:,} {one if count == 1 else many} {'was' if count == 1 else 'were'} left out: {because}."
        if count == 1:
            return f"1 {one} has no place in {self.goal} and was left out."
        return f"{count:,} {many} have no place in {self.goal} and were left out."

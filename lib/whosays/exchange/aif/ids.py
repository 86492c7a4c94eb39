"""Ids of a case for nodes of any name: those that fit stay as they are."""

import re
from collections import Counter

from whosays.case.schema import ID

LONGEST = 40  # characters of an id that is made of another


class Ids:
    """The ids that were given, each once.

    Attributes:
        of: The id that was given to each name.

    Example:
        >>> ids = Ids()
        >>> [ids.give(name, "k") for name in ("k01", "1027386", "Why not?", "why_not")]
        ['k01', 'k1027386', 'why-not', 'why-not-2']
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.of: dict[str, str] = {}
        self._given = set[str]()
        self._numbers = Counter[str]()

    def give(self, name: str, prefix: str) -> str:
        """Return an id for a name that has none yet.

        Args:
            name: Any text.
            prefix: What an id begins with that would not begin with a letter.
        """
        wanted = name if ID.fullmatch(name) else re.sub(r"[^a-z0-9]+", "-", name.lower())[:LONGEST].strip("-")
        self.of[name] = self.free(wanted if wanted[:1].isalpha() else f"{prefix}{wanted}")
        return self.of[name]

    def free(self, wanted: str) -> str:
        """Return an id that nobody has, the wanted one if that is free, and give it away.

        Args:
            wanted: An id.
        """
        found = wanted
        while found in self._given or not ID.fullmatch(found):
            self._numbers[wanted] += 1
            found = f"{wanted}-{self._numbers[wanted] + 1}"
        self._given.add(found)
        return found

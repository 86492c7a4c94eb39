"""Read published JSON value by value: a document, one of its long lists, or one value a line.

Method: JSON lines, https://jsonlines.org; the feed of https://schema.org/DataFeed.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from whosays.exchange.manner import GENEROUS
from whosays.exchange.stream import MOST, JsonStream

LISTS = frozenset({"@graph", "claims", "dataFeedElement", "itemListElement"})  # that may hold a whole archive


class Found(NamedTuple):
    """One value, and the line on which it begins."""

    line: int
    value: object


class Feed(JsonStream):
    """A stream of any number of values, which is read generously.

    Example:
        >>> feed = Feed(['{"@graph": [{"a": 1}, ', '{"a": 2.0}]}'])
        >>> [found.value for found in feed.values()]
        [{'a': '1'}, {'a': '2.0'}, {}]
    """

    def __init__(self, pieces: Iterable[str], line: int = 1) -> None:
        """Begin before the first value.

        Args:
            pieces: The text.
            line: Number of its first line.
        """
        super().__init__(pieces, GENEROUS, line)

    def values(self) -> Iterator[Found]:
        """Yield every value: those of a long list one by one, and then what stands around it.

        Raises:
            BrokenJsonError: The text stops being JSON; ``skip_line`` goes on behind it.
        """
        while sign := self.peek():
            if sign == "[":
                yield from self._list()
            elif sign == "{":
                yield from self._object()
            else:
                yield Found(self.line, self.value())

    def _list(self) -> Iterator[Found]:
        return (Found(line, value) for line, value in self.items())

    def _object(self) -> Iterator[Found]:
        line, own, size = self.line, dict[str, object](), 0
        for key in self.members():
            if key in LISTS and self.peek() == "[":
                yield from self._list()
            else:
                begin = self.taken
                own[key] = self.value()
                size += self.taken - begin + len(key)
                if size > MOST:
                    self.stop(f"an object of more than {MOST:,} characters", "several smaller ones")
        yield Found(line, own)

"""Read JSON in pieces: a document, one of its long lists, or one value a line, within memory that a file cannot choose.

Method: JSON, RFC 8259, https://www.rfc-editor.org/rfc/rfc8259; JSON lines, https://jsonlines.org; the feed of
https://schema.org/DataFeed. Control characters inside a text are let through, since many pages publish them.
"""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from whosays.case.errors import quoted

PIECE = 1 << 16  # characters read at a time
MOST = 4_000_000  # characters of one value; the longest review seen has some ten thousand
LISTS = frozenset({"@graph", "claims", "dataFeedElement", "itemListElement"})  # that may hold a whole archive
_NEAR = 16  # characters before the end of a piece in which an escape or a word may be cut
_SPACE = re.compile(r"[\s\x1e\ufeff]*")


class Numeral(str):
    """A number of a JSON file as it is written there: 4 stays 4, and 4.0 stays 4.0."""

    __slots__ = ()


class Found(NamedTuple):
    """One value, and the line on which it begins."""

    line: int
    value: object


class BrokenJsonError(ValueError):
    """A place at which a text stops being JSON."""

    def __init__(self, line: int, column: int, found: str, expected: str) -> None:
        """Say where and why.

        Args:
            line: Line, from 1.
            column: Character of the line, from 1.
            found: What stands there, ready to print.
            expected: What should.
        """
        super().__init__(f"line {line}, character {column}: {found}")
        self.line, self.column, self.found, self.expected = line, column, found, expected


_DECODER = json.JSONDecoder(strict=False, parse_int=Numeral, parse_float=Numeral, parse_constant=Numeral)  # type: ignore[arg-type]  # NaN is text, too


class Feed:
    """A JSON text of any length, of which a window is held.

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
        self._pieces = iter(pieces)
        self._text, self._at = "", 0
        self._line, self._column = line, 1  # of the first character of the window

    def values(self) -> Iterator[Found]:
        """Yield every value: those of a long list one by one, and then what stands around it.

        Raises:
            BrokenJsonError: The text stops being JSON; ``skip_line`` goes on behind it.
        """
        while sign := self._next():
            if sign == "[":
                yield from self._list()
            elif sign == "{":
                yield from self._object()
            else:
                yield Found(self.place()[0], self._value())

    def skip_line(self) -> bool:
        """Go on with the next line, and return whether there is one."""
        while (end := self._text.find("\n", self._at)) < 0:
            self._at = len(self._text)
            if not self._more():
                return False
        self._at = end + 1
        return True

    def place(self, at: int = -1) -> tuple[int, int]:
        """Return line and character of a place in the window, of the next character if not given."""
        at = self._at if at < 0 else at
        breaks = self._text.count("\n", 0, at)
        return self._line + breaks, at - self._text.rfind("\n", 0, at) if breaks else self._column + at

    def _list(self) -> Iterator[Found]:
        self._at += 1
        if self._next() == "]":
            self._at += 1
            return
        while True:
            self._next()
            yield Found(self.place()[0], self._value())
            if self._parted("]"):
                return

    def _object(self) -> Iterator[Found]:
        line, own, size = self.place()[0], dict[str, object](), 0
        self._at += 1
        if self._next() == "}":
            self._at += 1
            yield Found(line, own)
            return
        while True:
            key = self._key()
            if key in LISTS and self._next() == "[":
                yield from self._list()
            else:
                own[key], length = self._measured()
                size += length + len(key)
                if size > MOST:
                    raise self._broken(self._at, f"an object of more than {MOST:,} characters", "one review at a time")
            if self._parted("}"):
                break
        yield Found(line, own)

    def _key(self) -> str:
        if self._next() != '"':
            raise self._broken(self._at, self._seen(), "the name of a field in quotation marks")
        key = str(self._value())
        if self._next() != ":":
            raise self._broken(self._at, self._seen(), "a colon")
        self._at += 1
        return key

    def _parted(self, end: str) -> bool:
        """Go past a comma or the end of a list or object, and return whether it was the end."""
        sign = self._next()
        if sign not in {",", end} or not sign:
            raise self._broken(self._at, self._seen(), f"a comma or {end}")
        self._at += 1
        return sign == end

    def _next(self) -> str:
        """Go past white space, and return the character there; empty at the end."""
        while True:
            self._at = _SPACE.match(self._text, self._at).end()  # type: ignore[union-attr]  # it matches the empty text, too
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def _value(self) -> object:
        return self._measured()[0]

    def _measured(self) -> tuple[object, int]:
        """Return the value that begins here, and its length in characters."""
        self._next()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                inside = error.pos - self._at
                cut = error.msg.startswith("Unterminated") or error.pos >= len(self._text) - _NEAR
                if cut and self._more():
                    continue
                at = self._at + inside
                raise self._broken(at, self._seen(at), "JSON", error.msg) from None
            except RecursionError:
                raise self._broken(self._at, "lists in lists without end", "a few levels") from None
            length = end - self._at
            if len(self._text) - end < _NEAR and isinstance(value, Numeral) and self._more():
                continue  # a number may go on in the next piece
            self._at += length
            return value, length

    def _more(self) -> bool:
        """Read on, as much as is held already, so that a long value is read in few steps; false at the end."""
        held = len(self._text) - self._at
        if held > MOST:
            raise self._broken(self._at, f"a value of more than {MOST:,} characters", "one review at a time")
        self._line, self._column = self.place()
        read = [self._text[self._at :]]
        size = 0
        for piece in self._pieces:
            read.append(piece)
            size += len(piece)
            if size >= max(held, 1):
                break
        self._text, self._at = "".join(read), 0
        return size > 0

    def _seen(self, at: int = -1) -> str:
        at = self._at if at < 0 else at
        return quoted(self._text[at : at + 20]) if at < len(self._text) else "the end of the file"

    def _broken(self, at: int, found: str, expected: str, why: str = "") -> BrokenJsonError:
        reason = f" ({why[:1].lower()}{why[1:]})" if why else ""
        return BrokenJsonError(*self.place(at), found, expected + reason)


def joined(first: str, rest: Iterable[str]) -> Iterator[str]:
    """Return the pieces of a text of which the first was looked at already."""
    return chain((first,), rest)

"""Read JSON of any size piece by piece, within memory that a file cannot choose, and say where it stops being JSON."""

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Never

from whosays.case.errors import Fault, quoted
from whosays.exchange.manner import STRICT, Manner, RefusedError

CHUNK = 1 << 16  # bytes or characters read at a time
MOST = 4_000_000  # characters of one value; the longest review or node seen has some ten thousand
RESAVE = "Save or download the file anew; where it was edited by hand, look at this place first."
FOREIGN = re.compile(r"[\udc80-\udcff]")  # bytes that are not UTF-8, as Python marks them
_NEAR = 16  # characters before the end of what was read in which an escape, a word or a number may be cut


class BrokenJsonError(ValueError):
    """A place at which a text stops being JSON."""

    def __init__(self, line: int, column: int, found: str, expected: str, remedy: str = "") -> None:
        """Say where and why.

        Args:
            line: Line, from 1.
            column: Character of the line, from 1.
            found: What stands there, ready to print.
            expected: What should.
            remedy: What to do, if there is more to say than to mend the place.
        """
        super().__init__(f"line {line}, character {column}: {found}")
        self.line, self.column, self.found, self.expected, self.remedy = line, column, found, expected, remedy

    def fault(self, file: str, remedy: str = RESAVE) -> Fault:
        """Return it as a fault of a file.

        Args:
            file: How the fault names the file.
            remedy: What to do, where the error itself does not say it.
        """
        found = f"{self.found} at character {self.column}"
        return Fault(file, self.line, "", found, self.expected, self.remedy or remedy)


def decoded(file: BinaryIO) -> Iterator[str]:
    """Yield the text of a file in UTF-8, with or without the mark of it, in pieces.

    Args:
        file: The file, open for bytes.

    Raises:
        BrokenJsonError: It is not UTF-8.
    """
    decoder = codecs.getincrementaldecoder("utf-8-sig")(errors="surrogateescape")
    line, column, data = 1, 1, b"-"
    while data:
        data = file.read(CHUNK)
        piece = decoder.decode(data, final=not data)
        if not piece.isascii() and (wrong := FOREIGN.search(piece)):
            place = _place(piece, wrong.start(), line, column)
            found = f"byte 0x{ord(wrong[0]) - 0xDC00:02x}, which is not UTF-8,"
            raise BrokenJsonError(*place, found, "JSON in UTF-8", "Save the file anew in the encoding UTF-8.")
        yield piece
        line, column = _place(piece, len(piece), line, column)


def _place(text: str, at: int, line: int, column: int) -> tuple[int, int]:
    """Return line and character of a place in a text that begins at a line and character."""
    breaks = text.count("\n", 0, at)
    return line + breaks, at - text.rfind("\n", 0, at) if breaks else column + at


class JsonStream:
    """A JSON text that is read from its begin to its end, one value at a time.

    A value is held whole, the text never is. Where it is no JSON, a ``BrokenJsonError`` says so.

    Example:
        >>> stream = JsonStream(['{"nodes": [1,', ' 2], "more": "x"}'])
        >>> [(key, stream.value()) for key in stream.members()]
        [('nodes', [1, 2]), ('more', 'x')]
    """

    def __init__(self, pieces: Iterable[str], manner: Manner = STRICT, line: int = 1) -> None:
        """Begin before the first character.

        Args:
            pieces: The text.
            manner: How strictly it is read.
            line: Number of its first line.
        """
        self._pieces = iter(pieces)
        self._manner = manner
        self._decode, self._check = manner.decoder.raw_decode, manner.check if manner.strict else None
        self._text = ""  # a window, of which all before _at was taken, and before _counted all lines were counted
        self._at = self._counted = self._gone = 0
        self._begin = line, 1  # of the window
        self._lines = line

    @property
    def line(self) -> int:
        """The line at which the next character stands."""
        self._lines += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._lines

    @property
    def taken(self) -> int:
        """How many characters were taken."""
        return self._gone + self._at

    def stop(self, found: str, expected: str, remedy: str = "", at: int = -1) -> Never:
        """End the reading.

        Args:
            found: What stands there.
            expected: What should stand there.
            remedy: What to do, if there is more to say than to mend the place.
            at: Where in the window; at the next character, if not given.

        Raises:
            BrokenJsonError: Always.
        """
        place = _place(self._text, self._at if at < 0 else at, *self._begin)
        raise BrokenJsonError(*place, found, expected, remedy)

    def _more(self) -> bool:
        """Read on, as much as is held already, so that a long value is read in few steps; false at the end."""
        held, size, read = len(self._text) - self._at, 0, list[str]()
        if held > MOST:
            self.stop(f"a value of more than {MOST:,} characters", "several shorter ones")
        for piece in self._pieces:
            read.append(piece)
            size += len(piece)
            if size >= max(held, 1):
                break
        if size:
            _ = self.line  # counts what is forgotten
            self._begin = _place(self._text, self._at, *self._begin)
            self._gone += self._at
            self._text = "".join([self._text[self._at :], *read])
            self._at = self._counted = 0
        return size > 0

    def peek(self) -> str:
        """Return the next character that is no white space, without taking it; empty at the end."""
        char = self._text[self._at : self._at + 1]
        if " " < char < "\x7f":
            return char
        while True:
            self._at = self._manner.white.match(self._text, self._at).end()  # type: ignore[union-attr]  # it matches the empty text, too
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def _seen(self, at: int) -> str:
        return quoted(self._text[at : at + 20]) if at < len(self._text) else "the end of the file"

    def take(self, wanted: str, called: str = "") -> str:
        """Take the next character, which must be one of some.

        Args:
            wanted: The characters that may stand here.
            called: What they are called; the characters themselves, if not given.

        Raises:
            BrokenJsonError: Another one does, or the text ends.
        """
        char = self.peek()
        if not char or char not in wanted:
            self.stop(self._seen(self._at), called or " or ".join(map(quoted, wanted)))
        self._at += 1
        return char

    def value(self) -> Any:  # noqa: ANN401 - any JSON value
        """Return the next value, whatever it is.

        Raises:
            BrokenJsonError: It is no JSON, or larger or deeper than anything that can be meant.
        """
        self.peek()
        return self._value()

    def _value(self) -> Any:  # noqa: ANN401 - any JSON value
        while True:
            try:
                value, end = self._decode(self._text, self._at)
                if self._check:
                    self._check(value, self._text[self._at : end])
            except (ValueError, RecursionError) as error:
                if not (self._cut(error) and self._more()):
                    self._broken(error)
            else:
                if len(self._text) - end >= _NEAR or isinstance(value, dict | list) or not self._more():
                    self._at = end
                    return value  # type: ignore[reportUnknownVariableType]  # any JSON value
                # a number may go on in the next piece

    def _cut(self, error: Exception) -> bool:
        """Return whether the value may only seem broken because the rest of it was not read yet."""
        if not isinstance(error, json.JSONDecodeError):
            return False
        return error.msg.startswith("Unterminated") or error.pos >= len(self._text) - _NEAR

    def _broken(self, error: Exception) -> Never:
        if isinstance(error, json.JSONDecodeError):
            why = f"{error.msg[:1].lower()}{error.msg[1:]}"
            self.stop(self._seen(error.pos), f"JSON ({why})", at=error.pos)
        if isinstance(error, RefusedError):
            self.stop(error.found, error.expected, error.remedy)
        if isinstance(error, RecursionError):
            self.stop(self._manner.endless, "what such a file can hold")
        self.stop("a number of thousands of digits", "a number that can be meant")  # more than Python reads

    def items(self) -> Iterator[tuple[int, Any]]:
        """Yield every item of the array that comes next, with its line."""
        self.take("[")
        mark = ","
        if self.peek() == "]":
            mark = self.take("]")
        while mark == ",":
            self.peek()
            line = self.line
            yield line, self._value()
            mark = self.take(",]", "a comma or ]")

    def members(self) -> Iterator[str]:
        """Yield every key of the object that comes next; whoever asks takes its value before the next key."""
        self.take("{")
        seen, mark = set[str](), ","
        if self.peek() == "}":
            mark = self.take("}")
        while mark == ",":
            if self.peek() != '"':
                self.take('"', "the name of a field in quotation marks")
            key = str(self.value())
            if key in seen and self._manner.strict:
                self.stop(f"the key {quoted(key)} twice in one object", "each key once")
            seen.add(key)
            self.take(":", "a colon")
            yield key
            mark = self.take(",}", "a comma or }")

    def end(self) -> None:
        """Make sure that nothing follows.

        Raises:
            BrokenJsonError: Something does.
        """
        if self.peek():
            self.stop(f"{self._seen(self._at)} behind the end of the JSON,", "nothing more")

    def skip_line(self) -> bool:
        """Go on with the next line, and return whether there is one."""
        while (end := self._text.find("\n", self._at)) < 0:
            self._at = len(self._text)
            if not self._more():
                return False
        self._at = end + 1
        return True

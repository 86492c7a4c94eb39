"""Read a JSON file of any size piece by piece, in fixed memory, and say where it stops being JSON."""

import codecs
import json
import re
from collections.abc import Iterator
from math import isfinite
from typing import Any, BinaryIO, Never

from whosays.case.errors import CaseError, Fault, quoted

CHUNK = 1 << 16
WHITE = re.compile(r"[ \t\n\r]*")
LARGEST = 4_000_000  # characters of one value; the longest node of a published map has some thousands
DEEPEST = 100  # of lists and objects in one another; what is deeper could be read, but not written again
TOO_DEEP = f"more than {DEEPEST} lists and objects in one another"
RESAVE = "Save or download the file anew; where it was edited by hand, look at this place first."


class _NotJsonError(ValueError):
    """A value that Python would read, though it is no JSON."""


def _refuse(word: str) -> Never:
    msg = f"{word}, which is no number"
    raise _NotJsonError(msg)


def _finite(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        msg = f"the number {text[:20]}, which is too large"
        raise _NotJsonError(msg)
    return number


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        msg = f"the key {quoted(next(name for name in names if names.count(name) > 1))} twice in one object"
        raise _NotJsonError(msg)
    return found


_DECODER = json.JSONDecoder(parse_constant=_refuse, parse_float=_finite, object_pairs_hook=_once)


class JsonStream:
    """A JSON file that is read from its begin to its end, one value at a time.

    A value is held whole, the file never is. What is no JSON is a ``CaseError`` with one fault, at its line.
    """

    def __init__(self, file: BinaryIO, name: str) -> None:
        """Begin before the first character.

        Args:
            file: The file, open for bytes.
            name: How a fault names it.
        """
        self.name = name
        self._file = file
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._text = ""
        self._at = self._counted = 0
        self._ended = False
        self._lines = 1

    @property
    def line(self) -> int:
        """The line, from 1, at which the next character stands."""
        self._lines += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._lines

    def stop(self, found: str, expected: str, remedy: str = RESAVE, line: int = 0) -> Never:
        """End the reading with a fault.

        Args:
            found: What stands there.
            expected: What should stand there.
            remedy: What to do.
            line: Where; the present line, if not given.

        Raises:
            CaseError: Always.
        """
        raise CaseError([Fault(self.name, line or self.line, "", found, expected, remedy)], "the file")

    def _more(self, size: int = CHUNK) -> bool:
        """Read on, and forget what was read before; return whether there was more."""
        if self._ended:
            return False
        _ = self.line  # counts what is forgotten
        data = self._file.read(size)
        self._ended = not data
        try:
            more = self._decoder.decode(data, final=self._ended)
        except UnicodeDecodeError as error:
            line = self._lines + self._text.count("\n", self._at) + error.object.count(b"\n", 0, error.start)
            found = f"byte 0x{error.object[error.start]:02x}, which is not UTF-8"
            self.stop(found, "JSON in UTF-8", "Save the file anew in the encoding UTF-8.", line)
        self._text, self._at, self._counted = self._text[self._at :] + more, 0, 0
        return not self._ended

    def peek(self) -> str:
        """Return the next character that is no white space, without taking it; empty at the end of the file."""
        char = self._text[self._at : self._at + 1]
        if char > " ":
            return char
        while True:
            match = WHITE.match(self._text, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def take(self, wanted: str) -> str:
        """Take the next character, which must be one of some.

        Args:
            wanted: The characters that may stand here.

        Raises:
            CaseError: Another one does, or the file ends.
        """
        char = self.peek()
        if not char or char not in wanted:
            found = quoted(char) if char else "the end of the file"
            self.stop(found, " or ".join(map(quoted, wanted)))
        self._at += 1
        return char

    def value(self) -> Any:  # noqa: ANN401 - any JSON value
        """Return the next value, whatever it is.

        Raises:
            CaseError: It is no JSON, or larger or deeper than anything that can be meant.
        """
        self.peek()
        size = CHUNK
        while True:
            wrong, line = "", 0
            try:
                value, end = self._decoded()
            except json.JSONDecodeError as error:
                wrong = f"{error.msg[0].lower()}{error.msg[1:]}"
                line = self.line + self._text.count("\n", self._at, error.pos)
            else:
                if end < len(self._text) or self._ended:
                    self._check(value, end)
                    self._at = end
                    return value
            if len(self._text) - self._at > LARGEST:
                self.stop(f"one value of more than {LARGEST:,} characters", "a node, an edge or the like")
            if not self._more(size) and wrong:
                self.stop(f"no JSON: {wrong}", "JSON, well formed", line=line)
            size *= 2

    def _decoded(self) -> tuple[Any, int]:
        """Return the value as far as it was read, and where it ends."""
        try:
            return _DECODER.raw_decode(self._text, self._at)
        except json.JSONDecodeError:
            raise
        except _NotJsonError as error:
            self.stop(str(error), "a value of JSON")
        except RecursionError:
            self.stop(TOO_DEEP, "what such a file can hold")
        except ValueError:  # a number with more digits than Python reads
            self.stop("a number of thousands of digits", "a number that can be meant")

    def _check(self, value: Any, end: int) -> None:  # noqa: ANN401 - any JSON value
        """Refuse what was read and could not be written again."""
        text = self._text[self._at : end]
        if text.count("{") + text.count("[") > DEEPEST and _deep(value):
            self.stop(TOO_DEEP, "what such a file can hold")
        if "\\u" in text:
            try:
                json.dumps(value, ensure_ascii=False).encode()
            except UnicodeEncodeError as error:
                found = f"half a character, \\u{ord(error.object[error.start]):04x}"
                self.stop(found, "whole characters", "Both halves of a character must stand together.")

    def items(self) -> Iterator[tuple[int, Any]]:
        """Yield every item of the array that comes next, with its line."""
        self.take("[")
        if self.peek() == "]":
            self.take("]")
            return
        mark = ","
        while mark == ",":
            self.peek()
            line = self.line
            yield line, self.value()
            mark = self.take(",]")

    def members(self) -> Iterator[str]:
        """Yield every key of the object that comes next; whoever asks takes its value before the next key."""
        self.take("{")
        seen = set[str]()
        mark = "}" if self.peek() == "}" else ","
        if mark == "}":
            self.take("}")
        while mark == ",":
            if self.peek() != '"':
                self.take('"')
            key = str(self.value())
            if key in seen:
                self.stop(f"the key {quoted(key)} twice in one object", "each key once")
            seen.add(key)
            self.take(":")
            yield key
            mark = self.take(",}")

    def end(self) -> None:
        """Make sure that nothing follows.

        Raises:
            CaseError: Something does.
        """
        if char := self.peek():
            self.stop(f"{quoted(char)} behind the end of the JSON", "nothing more")


def _deep(value: Any) -> bool:  # noqa: ANN401 - any JSON value
    level: list[Any] = [value]
    for _ in range(DEEPEST):
        lists: list[list[Any]] = [part for part in level if isinstance(part, list)]
        objects: list[dict[str, Any]] = [part for part in level if isinstance(part, dict)]
        level = [item for part in (*lists, *(part.values() for part in objects)) for item in part]
        if not level:
            return False
    return True

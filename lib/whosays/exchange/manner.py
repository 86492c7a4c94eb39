"""How strictly JSON is read: to the letter, where it must be written again, or as generously as what is published asks.

Method: JSON, RFC 8259, https://www.rfc-editor.org/rfc/rfc8259. Control characters inside a text, NaN, a key that stands
twice and half a character are no JSON, and many pages publish them.
"""

import json
import re
from dataclasses import dataclass
from math import isfinite
from typing import Any, Never

from whosays.case.errors import quoted

DEEPEST = 100  # of lists and objects in one another; what is deeper could be read, but not written again
TOO_DEEP = f"more than {DEEPEST} lists and objects in one another"
HALVES = "Both halves of a character must stand together."


class RefusedError(ValueError):
    """A value that Python would read, though it is not what a file may hold."""

    def __init__(self, found: str, expected: str = "a value of JSON", remedy: str = "") -> None:
        """Say why.

        Args:
            found: What stands there, ready to print.
            expected: What should.
            remedy: What to do; empty for the usual.
        """
        super().__init__(found)
        self.found, self.expected, self.remedy = found, expected, remedy


class Numeral(str):
    """A number of a JSON file as it is written there: 4 stays 4, and 4.0 stays 4.0."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Manner:
    """How strictly JSON is read.

    Attributes:
        decoder: Reads one value.
        white: White space.
        endless: What is told of more levels than can be read.
        strict: Whether what could not be written again is refused.
    """

    decoder: json.JSONDecoder
    white: re.Pattern[str]
    endless: str
    strict: bool

    def check(self, value: Any, text: str) -> None:  # noqa: ANN401 - any JSON value
        """Refuse what was read and could not be written again; asked only if strict.

        Args:
            value: What was read.
            text: Of which it was read.

        Raises:
            RefusedError: It is too deep, or holds half a character.
        """
        if len(text) > DEEPEST and text.count("{") + text.count("[") > DEEPEST and _deep(value):
            raise RefusedError(TOO_DEEP, "what such a file can hold")
        if "\\u" in text:
            try:
                json.dumps(value, ensure_ascii=False).encode()
            except UnicodeEncodeError as error:
                found = f"half a character, \\u{ord(error.object[error.start]):04x}"
                raise RefusedError(found, "whole characters", HALVES) from None


def _deep(value: Any) -> bool:  # noqa: ANN401 - any JSON value
    level: list[Any] = [value]
    for _ in range(DEEPEST):
        lists: list[list[Any]] = [part for part in level if isinstance(part, list)]
        objects: list[dict[str, Any]] = [part for part in level if isinstance(part, dict)]
        level = [item for part in (*lists, *(part.values() for part in objects)) for item in part]
        if not level:
            return False
    return True


def _no_number(word: str) -> Never:
    msg = f"{word}, which is no number,"
    raise RefusedError(msg)


def _finite(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        msg = f"the number {text[:20]}, which is too large,"
        raise RefusedError(msg)
    return number


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        msg = f"the key {quoted(next(name for name in names if names.count(name) > 1))} twice in one object"
        raise RefusedError(msg, "each key once")
    return found


STRICT = Manner(
    json.JSONDecoder(parse_constant=_no_number, parse_float=_finite, object_pairs_hook=_once),
    re.compile(r"[ \t\n\r]*"),
    TOO_DEEP,
    strict=True,
)
GENEROUS = Manner(
    json.JSONDecoder(strict=False, parse_int=Numeral, parse_float=Numeral, parse_constant=Numeral),  # type: ignore[arg-type]  # NaN is text, too
    re.compile(r"[\s\x1e\ufeff]*"),
    "lists in lists without end",
    strict=False,
)

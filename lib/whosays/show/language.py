"""The language that whosays speaks: English in the code, other languages from gettext catalogues, and a pseudo-locale.

A sentence is written in English where it belongs, as ``tr("{name} denies it.", name=who)``. What speaks a language is
chosen around a whole answer, with ``speaking("uk")``; so nothing below has to hand a language on. A message that a
catalogue lacks is said in English. ``make words`` collects the messages and compiles the catalogues, which lie in
``locale/`` as everywhere else with gettext (https://www.gnu.org/software/gettext/manual/).
"""

import gettext
import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import overload

LOCALE = Path(__file__).parents[1] / "locale"
DOMAIN = "whosays"
ENGLISH = "en"
LANGUAGES = {"en": "English", "de": "Deutsch", "uk": "Українська"}
NATIVE = frozenset({ENGLISH})  # languages whose words a native speaker has read
PSEUDO = {"qps-ploc": "[Pseudo]", "qps-plocm": "[Pseudo, right to left]"}  # the usual tags for it, see CLDR
NAMES = {**LANGUAGES, **PSEUDO}
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "qps-plocm"})
ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "àƀçđéƒĝĥîĵķļɱñôþǫŕšţûṽŵẋýžÀƁÇĐÉƑĜĤÎĴĶĻṀÑÔÞǪŔŠŢÛṼŴẊÝŽ",
)
FIELD = re.compile(r"(\{[^{}]*\})")


class Pseudo(gettext.NullTranslations):
    """English made strange, so that what is not translated shows: accented, a third longer, in brackets."""

    def gettext(self, message: str) -> str:
        """Return a message made strange; what stands in braces stays."""
        parts = FIELD.split(message)
        strange = "".join(part if FIELD.fullmatch(part) else part.translate(ACCENTED) for part in parts)
        return f"⟦{strange}{'·' * (len(message) // 3)}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form for a count made strange."""
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - it is strange in every context
        """Return a message made strange."""
        return self.gettext(message)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language in PSEUDO:
        return Pseudo()
    return gettext.translation(DOMAIN, LOCALE, [language], fallback=language == ENGLISH)


_spoken: ContextVar[str] = ContextVar("spoken", default=ENGLISH)


@contextmanager
def speaking(language: str) -> Generator[None]:
    """Speak a language for as long as the block runs.

    Args:
        language: Tag of one of ``LANGUAGES`` or ``PSEUDO``.

    Raises:
        ValueError: There is no catalogue of that language.
    """
    if language not in NAMES:
        raise ValueError(unknown(language))
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def unknown(language: str) -> str:
    """Return what to say of a language that nobody has translated to."""
    known = ", ".join(f"{tag} ({name})" for tag, name in LANGUAGES.items())
    return f'language "{language}": found no catalogue of it, expected one of {known}.'


def spoken() -> str:
    """Return the tag of the language that is spoken now."""
    return _spoken.get()


def direction(language: str) -> str:
    """Return which way a language is written, as HTML has it: "ltr" or "rtl"."""
    return "rtl" if language in RIGHT_TO_LEFT or language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def tr(message: str, *, context: str = "", **parts: object) -> str:
    """Return a message in the language that is spoken.

    Args:
        message: In English; a literal, so that it can be collected. Names in braces are filled in.
        context: Tells two messages apart that are one in English.
        parts: What is filled in, by name; with none, braces stay.
    """
    text = _said(message, context)
    return text.format(**parts) if parts else text


def _said(message: str, context: str) -> str:
    words = _catalogue(spoken())
    return words.pgettext(context, message) if context else words.gettext(message)


def tr_many(count: int, one: str, many: str, **parts: object) -> str:
    """Return a message in the form that its count asks for.

    Args:
        count: What decides the form; filled in as ``{count}`` in digits, ``{number}`` in words up to twelve, and
            ``{Number}`` in words to begin a sentence.
        one: In English, for one; a literal.
        many: In English, for any other number; a literal.
        parts: What else is filled in, by name.
    """
    said = number(count)
    text = _catalogue(spoken()).ngettext(one, many, count)
    return text.format(count=count, number=said, Number=said[:1].upper() + said[1:], **parts)


def number(count: int) -> str:
    """Return a count in words up to twelve, in digits above."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def digits(value: float | Decimal, form: str = ",f") -> str:
    """Return a number in digits with the marks of the language: "30,000" and "4.5" in English.

    Args:
        value: The number.
        form: How ``format`` writes it in English, as ",f" or ".1f".
    """
    decimal, thousands = marks()
    own = {",": thousands, ".": decimal}
    return "".join(own.get(sign, sign) for sign in format(value, form))


def marks() -> tuple[str, str]:
    """Return the mark before decimals and the one between thousands."""
    return tr(".", context="decimal"), tr(",", context="thousands")


def quote(text: str) -> str:
    """Return a text in the quotation marks of the language."""
    return tr("“{text}”", text=text)


class Words(Mapping[str, str]):
    """Messages by key, each said in the language that is spoken when it is looked up."""

    def __init__(self, messages: Mapping[str, str], context: str = "") -> None:
        """Hold messages.

        Args:
            messages: In English, literals all.
            context: Tells them apart from the same messages elsewhere.
        """
        self._messages, self._context = messages, context

    def __getitem__(self, key: str) -> str:
        """Return the message of a key."""
        return _said(self._messages[key], self._context)

    def __iter__(self) -> Iterator[str]:
        """Go through the keys."""
        return iter(self._messages)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._messages)


class Terms(Sequence[str]):
    """Messages in a row, as the heads of a table, each said in the language that is spoken when it is looked up."""

    def __init__(self, *messages: str, context: str = "") -> None:
        """Hold messages.

        Args:
            messages: In English, literals all.
            context: Tells them apart from the same messages elsewhere.
        """
        self._messages, self._context = messages, context

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        """Return the message at a place."""
        if isinstance(index, slice):
            return [_said(message, self._context) for message in self._messages[index]]
        return _said(self._messages[index], self._context)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._messages)


NUMBERS = Terms(
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    context="number",
)  # fmt: skip

"""A fault in a case, as data first and a sentence second; and the errors that carry faults."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

SHOWN = 60  # characters of a cell that an error repeats; enough to recognise it, short enough to read


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a case, and what to do about it.

    Attributes:
        file: Path of the file, as the user named its folder.
        line: Line as an editor counts it (the header is line 1); 0 for the file as a whole.
        column: Name of the column; empty for the row or the file as a whole.
        found: What stands there, ready to print.
        expected: What should stand there, to follow the word "expected".
        remedy: What to do, as one or two whole sentences.

    Example:
        >>> from whosays import Fault
        >>> fault = Fault("claims.csv", 4, "kind", "heads", "one of the kinds", "Say head count.")
        >>> print(fault)
        claims.csv:4: column "kind": found heads, expected one of the kinds. Say
        head count.
    """

    file: str
    line: int
    column: str
    found: str
    expected: str
    remedy: str

    def __str__(self) -> str:
        """Return the fault as one line that names place, finding, expectation and cure."""
        file = printable(self.file)
        place = f"{file}:{self.line}:" if self.line else f"{file}:"
        column = f" column {quoted(self.column)}:" if self.column else ""
        return f"{place}{column} found {self.found}, expected {self.expected}. {self.remedy}"


class CaseError(ValueError):
    """A case, or a file of one, that cannot be used, with every fault that was found in it.

    Attributes:
        faults: The faults, in the order of file and line.

    Example:
        >>> from whosays import CaseError, case_form, load
        >>> form = case_form("my-case", "The town says it moved 400 frogs.")
        >>> try:
        ...     load("my-case")
        ... except CaseError as error:
        ...     fault = error.faults[0]
        >>> fault.line, fault.column, fault.found
        (2, 'outlet', '""')
        >>> fault.remedy
        'Fill the cell. Who published it.'
    """

    def __init__(self, faults: Iterable[Fault], where: str = "the case") -> None:
        """Keep the faults in the order of file and line.

        Args:
            faults: At least one fault.
            where: What has them.
        """
        self.faults = tuple(sorted(faults, key=lambda f: (f.file, f.line)))
        count = f"{len(self.faults)} fault{'s' if len(self.faults) != 1 else ''} in {where}:"
        super().__init__("\n".join([count, *map(str, self.faults)]))


class UnknownIdError(LookupError):
    """An id, or a name, that is not there; the message names the near ones.

    Attributes:
        wanted: What was asked for.

    Example:
        >>> from whosays import load
        >>> load("practice-pond")
        Traceback (most recent call last):
            ...
        whosays.case.errors.UnknownIdError: There is no folder or case called
        "practice-pond". Did you mean "practice-pond-2025"?
    """

    def __init__(self, what: str, wanted: object, known: Iterable[str]) -> None:
        """Say what was wanted and what is near it.

        Args:
            what: What was looked for, with the place: 'claim in kramatorsk-2023'.
            wanted: The id asked for.
            known: Every id there is.
        """
        self.wanted = wanted
        super().__init__(f"There is no {what} called {quoted(str(wanted))}. {near(str(wanted), known)}")


def quoted(cell: str) -> str:
    """Return a cell in quotation marks, short, with unprintable and direction-changing characters spelled out.

    Args:
        cell: Any text, hostile text included.

    Returns:
        At most ``SHOWN`` characters of it, safe for a terminal.
    """
    cut = cell if len(cell) <= SHOWN else cell[: SHOWN - 1] + "…"
    return f'"{printable(cut)}"'


def printable(text: str) -> str:
    """Return a text with unprintable and direction-changing characters spelled out, safe for a terminal."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def near(wanted: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return "Did you mean …?" for the nearest of the known words, or what else to do.

    Args:
        wanted: The word that was found.
        known: The words that are possible.
        otherwise: What to say when nothing is near; without it, the known words are listed.

    Returns:
        One sentence.
    """
    words = list(known)
    close = get_close_matches(wanted, words, n=1, cutoff=0.6)
    if close:
        return f"Did you mean {quoted(close[0])}?"
    if otherwise or not words:
        return otherwise
    return f"There are: {', '.join(words[:20])}{' …' if len(words) > 20 else ''}."  # noqa: PLR2004 - two lines' worth

"""What a format of the field can do here: be written from a case, be read into one, or both."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from whosays.case.model import Case, Layer
from whosays.exchange.left import Left

Rows = Mapping[str, Iterable[Mapping[str, str]]]  # of a case, by table; a row by column, blank where not named


@dataclass(frozen=True, slots=True)
class Wish:
    """What the reader wants of an export.

    Attributes:
        layer: How far the case is read: the article alone, or what is known beyond it as well.
        copy: The reader's own copy of the article; empty if none was given. It is never stored with a case.
    """

    layer: Layer = "beyond"
    copy: str = ""


Write = Callable[[Case, Wish, Left], Iterator[str]]  # the text of the file, in pieces
Read = Callable[[Path, Left], Rows]  # raises CaseError with every fault of the file


@dataclass(frozen=True, slots=True)
class Format:
    """A format of the field.

    Attributes:
        name: The word after ``--to`` and ``--from``.
        what: What it is and who uses it, in a few words.
        write: Writes a case in it; None if it is only read.
        read: Reads rows of a case from a file or folder of it; None if it is only written.
    """

    name: str
    what: str
    write: Write | None = None
    read: Read | None = None

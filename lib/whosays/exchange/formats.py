"""Every format that a case can be written in or read from."""

from whosays.case.errors import UnknownIdError
from whosays.exchange.aif.back import read_aif
from whosays.exchange.aif.out import write_aif
from whosays.exchange.argdown import write_argdown
from whosays.exchange.claimreview import read_reviews
from whosays.exchange.format import Format, Read, Write
from whosays.exchange.kialo import read_kialo
from whosays.exchange.markup import write_reviews
from whosays.exchange.webannotation import write_annotations

FORMATS: tuple[Format, ...] = (
    Format("aif", "argument maps in the JSON of AIFdb, which arguebuf reads, too", write_aif, read_aif),
    Format("argdown", "argument maps as plain text, for teaching (argdown.org)", write=write_argdown),
    Format("claimreview", "schema.org's mark-up of fact-checks, as JSON-LD", write_reviews, read_reviews),
    Format("kialo", "a discussion exported from Kialo as text", read=read_kialo),
    Format("webannotation", "W3C notes on your own copy of the article (--copy)", write=write_annotations),
)


def written() -> list[str]:
    """Return the names of the formats in which a case can be written."""
    return [form.name for form in FORMATS if form.write]


def brought() -> list[str]:
    """Return the names of the formats from which a case can be read."""
    return [form.name for form in FORMATS if form.read]


def writer(name: str) -> Write:
    """Return what writes a case in a format.

    Args:
        name: Name of the format.

    Raises:
        UnknownIdError: No case is written in that format.
    """
    for form in FORMATS:
        if form.name == name and form.write:
            return form.write
    what = "format to write"
    raise UnknownIdError(what, name, written())


def reader(name: str) -> Read:
    """Return what reads rows of a case from a format.

    Args:
        name: Name of the format.

    Raises:
        UnknownIdError: No case is read from that format.
    """
    for form in FORMATS:
        if form.name == name and form.read:
            return form.read
    what = "format to read"
    raise UnknownIdError(what, name, brought())

"""Every JSON value of a file or a folder of files, one by one, and every fault of them at once."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from whosays.case.errors import Fault
from whosays.exchange.embedded import scripts
from whosays.exchange.feed import Feed, Found
from whosays.exchange.stream import CHUNK, FOREIGN, BrokenJsonError

ENDINGS = frozenset({".htm", ".html", ".json", ".jsonl", ".jsonld", ".ndjson"})
LINES = frozenset({".jsonl", ".ndjson"})  # one value a line
MOST_OF_A_PAGE = 20_000_000  # characters; a web page is read whole
MOST_FAULTS = 50  # of one file; whoever sees as many needs no more to know that it is damaged
MEND, MEND_LINE = "Mend it there; what stands behind it was not read.", "Mend it there, or leave this line out."
OTHER_MARKS = (b"\xff\xfe", b"\xfe\xff")  # of UTF-16 and UTF-32


def files_in(source: Path) -> tuple[list[Path], int]:
    """Return the files to be read, in order, and how many of a folder are of other kinds.

    Args:
        source: A file, whatever its ending, or a folder, with what is in its folders.
    """
    if not source.is_dir():
        return [source], 0
    files = sorted(path for path in source.rglob("*") if path.is_file() and not path.name.startswith("."))
    own = [path for path in files if path.suffix.lower() in ENDINGS]
    return own, len(files) - len(own)


def values(file: Path, faults: list[Fault]) -> Iterator[Found]:
    """Yield every value of a file: JSON, one value a line, or a web page with JSON-LD in it.

    Args:
        file: The file.
        faults: Takes every fault: where it is not JSON, or not UTF-8.

    Raises:
        OSError: It cannot be read.
    """
    if file.exists() and not file.is_file():  # a device never ends
        remedy = "Give a file of JSON or a web page, or a folder of such files."
        faults.append(Fault(str(file), 0, "", "no file", "a file", remedy))
        return
    with file.open("rb") as raw:
        if raw.read(2) in OTHER_MARKS:
            remedy = "Save it anew as UTF-8."
            faults.append(Fault(str(file), 1, "", "UTF-16", "text in UTF-8", remedy))
            return
    with file.open(encoding="utf-8-sig", errors="surrogateescape") as text:
        pieces = _checked(file, iter(lambda: text.read(CHUNK), ""), faults)
        first = ""
        for piece in pieces:
            first += piece
            if first.strip():
                break
        if not first.strip():
            remedy = "Save the reviews into it, or leave it out."
            faults.append(Fault(str(file), 0, "", "an empty file", "JSON", remedy))
        elif first.lstrip().startswith("<"):
            yield from _page(file, chain((first,), pieces), faults)
        else:
            yield from _feed(file, Feed(chain((first,), pieces)), faults, lines=file.suffix.lower() in LINES)


def _checked(file: Path, pieces: Iterator[str], faults: list[Fault]) -> Iterator[str]:
    """Yield the pieces of a text, and note the first byte of it that is not UTF-8."""
    line, noted = 1, False
    for piece in pieces:
        if not noted and not piece.isascii() and (found := FOREIGN.search(piece)):
            noted = True
            at = line + piece.count("\n", 0, found.start())
            what = f"byte 0x{ord(found[0]) - 0xDC00:02x}, as in Windows-1252"
            remedy = "Save it anew as UTF-8, then check the letters with accents."
            faults.append(Fault(str(file), at, "", what, "text in UTF-8", remedy))
        line += piece.count("\n")
        yield piece


def _page(file: Path, pieces: Iterator[str], faults: list[Fault]) -> Iterator[Found]:
    page, size = list[str](), 0
    for piece in pieces:
        page.append(piece)
        size += len(piece)
        if size > MOST_OF_A_PAGE:
            expected = f"at most {MOST_OF_A_PAGE // 1_000_000} million characters"
            remedy = "Save the page without its pictures."
            faults.append(Fault(str(file), 0, "", "a longer web page", expected, remedy))
            return
    for line, script in scripts("".join(page)):
        if script.strip():
            yield from _feed(file, Feed([script], line), faults, lines=False)


def _feed(file: Path, feed: Feed, faults: list[Fault], *, lines: bool) -> Iterator[Found]:
    """Yield the values of a feed; behind a damaged one it goes on if the file has one value a line."""
    count = 0
    while True:
        try:
            yield from feed.values()
        except BrokenJsonError as error:
            count += 1
            faults.append(error.fault(str(file), MEND_LINE if lines else MEND))
            if not (lines and count < MOST_FAULTS and feed.skip_line()):
                return
        else:
            return

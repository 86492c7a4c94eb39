"""The files of a class: read, and those left out that are damaged, double or of another version."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from whosays.case.errors import Fault
from whosays.teach.answers import Answers, AnswersError, checksum, parse


@dataclass(frozen=True, slots=True)
class Left:
    """A file that does not count.

    Attributes:
        why: damaged, other version or double.
        fault: The file, what was found, and what to do.
    """

    why: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a folder of answers holds.

    Attributes:
        readers: The answers that count, one entry a reader and case.
        left: The files that do not, each with its reason.
    """

    readers: tuple[Answers, ...]
    left: tuple[Left, ...]


def gather(folder: str | Path) -> Gathered:
    """Read every file of answers below a folder.

    One reader counts once: of two files for the same case and seat the fuller one counts, then the first by name; of
    two with the same content, written lines included, the first. Seat 0 is no seat, so many readers may have it.

    Args:
        folder: Where the files were collected; hidden files are passed over.

    Raises:
        NotADirectoryError: There is no such folder.
    """
    place = Path(folder)
    if not place.is_dir():
        raise NotADirectoryError(20, "There is no such folder", str(folder))
    found: list[tuple[str, Answers]] = []
    left: list[Left] = []
    for path, name in _files(place):
        try:
            found.append((name, parse(_content(path), name)))
        except AnswersError as error:
            left.append(Left("other version" if error.why == "other version" else "damaged", error.fault))
    kept: dict[tuple[object, ...], str] = {}
    readers: list[tuple[str, Answers]] = []
    for name, answers in sorted(found, key=lambda pair: (-len(pair[1].answers), pair[0])):
        first = next((kept[key] for key in _keys(answers) if key in kept), None)
        if first is None:
            readers.append((name, answers))
        else:
            left.append(Left("double", _double(name, first)))
        for key in _keys(answers):
            kept.setdefault(key, first or name)
    in_order = sorted(readers, key=lambda pair: pair[0])
    return Gathered(tuple(a for _, a in in_order), tuple(sorted(left, key=lambda one: one.fault.file)))


def _content(path: Path) -> bytes:
    """Return what a file holds; nothing if it cannot be opened, as a damaged one in JupyterLite: so it is named."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _files(place: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(place.rglob("*.json")):
        inside = path.relative_to(place)
        if path.is_file() and not any(part.startswith(".") for part in inside.parts):
            yield path, inside.as_posix()


def _keys(answers: Answers) -> Iterator[tuple[object, ...]]:
    """Yield by what two files are the same reader's; short answers without a written line may well be two readers'."""
    if answers.seat:
        yield answers.case, answers.seat
    if any(a.reason.strip() for a in answers.answers) or not answers.seat:
        yield answers.case, checksum(Answers(answers.case, 0, answers.answers)), answers.answers


def _double(name: str, first: str) -> Fault:
    remedy = "It does not count twice; if it is that of another reader, give it a seat number of its own."
    return Fault(name, 0, "", f"the same reader as in {first}", "one file a reader", remedy)

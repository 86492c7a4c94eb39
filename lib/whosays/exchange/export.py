"""Write a case in a format of the field: as a text in pieces, or as a file, whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

from whosays.case.model import Case
from whosays.case.whole import whole
from whosays.exchange.format import Wish
from whosays.exchange.formats import writer
from whosays.exchange.left import Left


def export_pieces(case: Case, to: str, left: Left, wish: Wish | None = None) -> Iterator[str]:
    """Return the text of a case in another format, in pieces, so that a large one need not be held whole.

    Args:
        case: The case.
        to: Name of the format.
        left: Takes what the format has no place for.
        wish: How far the case is read, and the reader's copy; everything and none, if not given.

    Raises:
        UnknownIdError: No case is written in that format.
        CaseError: The format needs what is not there, as a copy of the article.
    """
    return writer(to)(case, wish or Wish(), left)


def export_case(case: Case, to: str, file: str | Path, wish: Wish | None = None) -> tuple[str, ...]:
    """Write a case to a file in another format, whole or not at all.

    Args:
        case: The case.
        to: Name of the format.
        file: Where to.
        wish: How far the case is read, and the reader's copy; everything and none, if not given.

    Returns:
        What was left out, a sentence each.

    Raises:
        UnknownIdError: No case is written in that format.
        CaseError: The format needs what is not there, as a copy of the article.
        OSError: The file cannot be written; what stood there is untouched.
    """
    left = Left(to)
    pieces = export_pieces(case, to, left, wish)
    with whole(Path(file)) as part, part.open("w", encoding="utf-8", newline="") as out:
        out.writelines(pieces)
    return left.sentences()

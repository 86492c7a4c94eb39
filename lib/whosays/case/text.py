"""The text of an article that is ours to give: ``text.txt`` beside the tables, held against what they say of it."""

import hashlib
from collections.abc import Iterator
from pathlib import Path, PurePath

from whosays.case.anchor import find, read_copy
from whosays.case.errors import CaseError, Fault, quoted
from whosays.case.model import Case

TEXT_FILE = "text.txt"


def read_text(folder: Path) -> tuple[str, list[Fault]]:
    """Return the text that a case carries, and what is wrong with its file.

    Args:
        folder: Folder of the case.

    Returns:
        The text with plain line ends, empty if the case carries none or it cannot be read; and the faults.
    """
    path = folder / TEXT_FILE
    if not path.is_file():
        return "", []
    try:
        return read_copy(path).replace("\r\n", "\n"), []
    except CaseError as error:
        return "", list(error.faults)


def text_faults(case: Case) -> list[Fault]:
    """Return where the tables do not agree with the text that the case carries.

    Args:
        case: The case, its passages read without fault; one without a text has nothing to agree with.

    Returns:
        All faults. A word count, hash or anchor that is blank was not measured yet and is no fault.
    """
    return list(_disagreements(case)) if case.text else []


def _disagreements(case: Case) -> Iterator[Fault]:
    article, words = case.article, len(case.text.split())
    measure = f"Clear the cell, then run `whosays anchor {case.folder} {PurePath(case.folder) / TEXT_FILE}`."
    counted = sum(passage.words for passage in case.passages)
    if counted != words:
        found, expected = f"{counted} words in all", f"the {words} of {TEXT_FILE}"
        yield case.fault(
            "passages", "", "words", found, expected, f"Count the words of each passage in {TEXT_FILE} again."
        )
        return  # every passage after the miscounted one would seem wrong
    if article.text_sha256 not in {"", hashlib.sha256(case.text.encode()).hexdigest()}:
        found, expected = quoted(article.text_sha256), f"the SHA-256 of {TEXT_FILE}"
        yield case.fault("article", article.id, "text_sha256", found, expected, f"The text was changed. {measure}")
    anchored = [passage for passage in case.passages if passage.anchor]
    for passage, place in zip(anchored, find(anchored, case.text), strict=True):
        if (place.how, place.first_word) != ("exactly", passage.first_word):
            expected = f"hashes of its words in {TEXT_FILE}"
            yield case.fault("passages", passage.id, "anchor", quoted(passage.anchor), expected, measure)

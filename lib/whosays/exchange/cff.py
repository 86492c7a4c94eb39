"""Lines of a CITATION.cff, which says how something is cited.

Standard: Citation File Format 1.2.0, https://doi.org/10.5281/zenodo.5171937.
"""

from collections.abc import Iterable

from whosays.exchange.scalar import scalar

VERSION = "cff-version: 1.2.0"
SPDX = frozenset({"CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "MIT"})  # of the names that may stand there


def cited(text: str) -> str:
    """Return words as they stand behind a key: on one line, in quotation marks."""
    return scalar(" ".join(text.split()))


def authors(names: Iterable[str], inset: str = "") -> list[str]:
    """Return the lines that name the authors.

    Args:
        names: At least one.
        inset: Blanks before each line.
    """
    return [f"{inset}authors:", *(f"{inset}  - name: {cited(name)}" for name in names)]


def licence(name: str, address: str) -> list[str]:
    """Return the line that names a licence, by its name if the format knows it, else by its address; none without.

    Args:
        name: Its name, as SPDX has it.
        address: Where it stands; empty if nobody says.
    """
    if name in SPDX:
        return [f"license: {name}"]
    return [f"license-url: {cited(address)}"] if address else []

"""The files of a case that a report keeps, with their hashes, and what its data package says of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from whosays.author.accepted import ACCEPTED
from whosays.case.lock import locked
from whosays.case.package import PACKAGE, Package
from whosays.case.schema import schema
from whosays.case.text import TEXT_FILE


@dataclass(frozen=True, slots=True)
class Kept:
    """The files of a case.

    Attributes:
        files: Their content by name, with line feeds alone, as whosays writes them.
    """

    files: Mapping[str, bytes] = field(default_factory=dict[str, bytes])

    @property
    def hashes(self) -> dict[str, str]:
        """SHA-256 of each file by its name."""
        return {name: sha256(data).hexdigest() for name, data in self.files.items()}

    @property
    def whole(self) -> str:
        """One SHA-256 for all: that of the lines which ``sha256sum`` prints of the files, sorted by name."""
        lines = "".join(f"{own}  {name}\n" for name, own in sorted(self.hashes.items()))
        return sha256(lines.encode()).hexdigest()

    @property
    def package(self) -> Package:
        """What the data package says; nothing, if there is none that can be read: the tables do not need it."""
        try:
            found: object = json.loads(self.files.get(PACKAGE, b"{}"))
        except (ValueError, RecursionError):
            return Package()
        return Package(cast("dict[str, Any]", found)) if isinstance(found, dict) else Package()


def kept(folder: str | Path) -> Kept:
    """Return the files of a case.

    Args:
        folder: Folder of the case.

    Raises:
        OSError: A file cannot be read.
    """
    place = Path(folder)
    names = [*(f"{name}.csv" for name in schema()), ACCEPTED, PACKAGE, TEXT_FILE]
    with locked(place, shared=True):
        found = {name: (place / name).read_bytes() for name in names if (place / name).is_file()}
    return Kept({name: data.replace(b"\r\n", b"\n") for name, data in found.items()})

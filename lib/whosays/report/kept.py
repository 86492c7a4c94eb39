"""The files of a case that a report keeps, with their hashes, and what its data package says of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from whosays.author.accepted import ACCEPTED
from whosays.case.lock import locked
from whosays.case.package import LICENSE, PACKAGE
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
    def package(self) -> dict[str, Any]:
        """What the data package says; nothing, if there is none that can be read: the tables do not need it."""
        try:
            found: object = json.loads(self.files.get(PACKAGE, b"{}"))
        except ValueError:
            return {}
        return cast("dict[str, Any]", found) if isinstance(found, dict) else {}

    @property
    def version(self) -> str:
        """Version of the case, as its data package has it; empty if it has none."""
        return _text(self.package.get("version"))

    @property
    def created(self) -> str:
        """Day on which the data package was made, as it says; empty if it does not."""
        return _text(self.package.get("created"))[:10]

    @property
    def contributors(self) -> tuple[str, ...]:
        """Who made the case, as its data package names them."""
        entries = self.package.get("contributors")
        named: list[object] = cast("list[object]", entries) if isinstance(entries, list) else []
        titles = (_text(cast("dict[str, object]", e).get("title")) for e in named if isinstance(e, dict))
        return tuple(title for title in titles if title)

    @property
    def licence(self) -> tuple[str, str]:
        """Name and address of the licence of the case."""
        entries = self.package.get("licenses")
        named: list[object] = cast("list[object]", entries) if isinstance(entries, list) else []
        first = next((cast("dict[str, object]", e) for e in named if isinstance(e, dict)), dict[str, object]())
        return _text(first.get("name")) or LICENSE["name"], _text(first.get("path")) or LICENSE["path"]


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


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

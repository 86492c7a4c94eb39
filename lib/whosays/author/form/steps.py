"""What the parts of the form ask of the form."""

from typing import Protocol


class Steps(Protocol):
    """The steps that a part of the form can take."""

    def put(self, table: str, row_id: str, **cells: str) -> None:
        """Fill cells of a row."""

    def add(self, table: str, **cells: str) -> None:
        """Add a row, and open it."""

    def remove(self, table: str, row_id: str) -> None:
        """Take a row out."""

    def confirm(self, suggestion: str) -> None:
        """Make a row of a suggestion, and open it."""

    def set_aside(self, suggestion: str) -> None:
        """Say that a suggestion needs no row."""

    def go_to(self, table: str, row_id: str) -> None:
        """Open a row."""

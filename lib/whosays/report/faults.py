"""What is wrong with what a report was asked for, or with a report that was made: every fault at once."""

from collections.abc import Iterable

from whosays.case.errors import Fault


class ReportError(ValueError):
    """A report that cannot be made, or read.

    Attributes:
        faults: Every fault that was found, in order.
        usage: Whether something else has to be asked for, and not the case or the report to be mended.
    """

    def __init__(self, faults: Iterable[Fault], *, usage: bool = True) -> None:
        """Keep the faults.

        Args:
            faults: At least one fault.
            usage: Whether something else has to be asked for.
        """
        self.faults, self.usage = tuple(faults), usage
        count = f"{len(self.faults)} fault{'s' if len(self.faults) != 1 else ''}; no report:"
        super().__init__("\n".join([count, *map(str, self.faults)]))

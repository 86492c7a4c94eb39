"""Write one file whole or not at all."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole(file: str | Path) -> Generator[Path]:
    """Give a place beside a file to write to; what stands there afterwards takes the place of the file.

    A device or a pipe is written to as it is: nothing may take its place, or ``-o /dev/null`` would put a plain file
    where the whole machine expects a device.

    Args:
        file: Where to; an older file is replaced.

    Yields:
        Where to write.

    Raises:
        OSError: The place cannot be written; what stood there is untouched.
    """
    target = Path(file)
    if target.exists() and not target.is_file() and not target.is_dir():
        yield target
        return
    part = target.parent / (target.name + ".part")
    try:
        yield part
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)

"""The name of a folder that every system can hold: a case made on one machine goes to a class on others."""

import errno
import re
from pathlib import Path

DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])[ .]*(\..*)?", re.IGNORECASE)
SIGN = re.compile(r'[<>:"|?*\\]|[. ]$')


def refuse_unportable(folder: Path) -> None:
    """Refuse to make a folder that Windows could not hold; one that is there already has proved that it works here.

    Args:
        folder: The folder to be made.

    Raises:
        OSError: Windows keeps its name for a device, or allows no such sign in one; ``strerror`` says which.
    """
    name = folder.name
    if folder.is_dir():
        return
    if DEVICE.fullmatch(name):
        raise OSError(errno.EINVAL, "Windows keeps this name for a device. Choose another", str(folder))
    if found := SIGN.search(name):
        what = f"Windows allows no “{found[0]}” here in a name. Choose one of letters, digits and hyphens"
        raise OSError(errno.EINVAL, what, str(folder))

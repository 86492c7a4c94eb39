"""A paper as a file: HTML as it is, or PDF by the browser of the machine, whole or not at all."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from whosays.case.model import Case
from whosays.case.whole import whole
from whosays.show.paper.document import paper
from whosays.show.sentences import paper as say
from whosays.show.sheet import sheet

ENDINGS = (".pdf", ".html")
SECONDS = 120  # a cold start on a slow school machine
COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
MAC = ("Google Chrome", "Chromium", "Microsoft Edge")
WINDOWS = (r"Google\Chrome\Application\chrome.exe", r"Microsoft\Edge\Application\msedge.exe")
FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-extensions",
    "--disable-background-networking",
    "--no-first-run",
    "--no-pdf-header-footer",
    "--print-to-pdf-no-header",
)


class NoPdfError(Exception):
    """No browser could make a PDF; the message says what to do."""


class EndingError(Exception):
    """A file of paper has another ending than .pdf or .html."""


def write_paper(case: Case, file: str | Path, lesson: int, *, teacher: bool = False, size: str = "A4") -> Path:
    """Write a paper, whole or not at all.

    Args:
        case: A checked case.
        file: Where to; its ending, .pdf or .html, says what. An older file is replaced.
        lesson: 0 to 6.
        teacher: The teacher's key in place of the student's sheet.
        size: A4 or Letter.

    Returns:
        The file.

    Raises:
        EndingError: The file has another ending.
        NoPdfError: There is no browser here, or it made no PDF.
        OSError: The place cannot be written; what stood there is untouched.
    """
    target = Path(file)
    if target.suffix.lower() not in ENDINGS:
        raise EndingError(say.ending(target.name))
    text = paper(sheet(case), case.questions, lesson, teacher=teacher, size=size)
    with whole(target) as part:
        part.write_bytes(text.encode("utf-8") if target.suffix.lower() == ".html" else pdf(text))
    return target


def pdf(text: str) -> bytes:
    """Return an HTML document as PDF.

    Args:
        text: A self-contained document; it says its own paper size.

    Raises:
        NoPdfError: There is no browser here, or it made no PDF.
    """
    browser = find_browser()
    if browser is None:
        raise NoPdfError(say.no_browser())
    with tempfile.TemporaryDirectory(prefix="whosays-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        page, made = folder / "paper.html", folder / "paper.pdf"
        page.write_text(text, encoding="utf-8", newline="\n")
        command = [str(browser), *FLAGS, *_sandbox(), f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={made}"]
        try:
            subprocess.run([*command, page.as_uri()], capture_output=True, timeout=SECONDS, check=True)  # noqa: S603 - the browser of the machine
            return _whole(made)
        except (subprocess.SubprocessError, OSError) as error:
            raise NoPdfError(say.browser_failed(browser.name)) from error


def _whole(made: Path) -> bytes:
    """Return a PDF that was written to its end."""
    found = made.read_bytes()
    if not (found.startswith(b"%PDF") and b"%%EOF" in found[-64:]):
        raise OSError
    return found


def _sandbox() -> tuple[str, ...]:
    """Return the flag without which Chromium does not start as root, as in most containers; for nobody else."""
    return ("--no-sandbox",) if getattr(os, "geteuid", lambda: 1)() == 0 else ()


def find_browser() -> Path | None:
    """Return a Chromium, Chrome or Edge of this machine, that named in CHROMIUM first; None if there is none."""
    return next((path for path in _places() if path.is_file()), None)


def _places() -> Iterator[Path]:
    yield from (Path(found) for found in (os.environ.get("CHROMIUM", ""),) if found)
    yield from (Path(found) for name in COMMANDS if (found := shutil.which(name)))
    yield from (Path("/Applications") / f"{name}.app" / "Contents" / "MacOS" / name for name in MAC)
    roots = (os.environ.get(name, "") for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))
    yield from (Path(root) / place for root in roots if root for place in WINDOWS)

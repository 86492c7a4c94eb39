"""Give JupyterLite the lab's own service worker, which takes over each page before JupyterLite begins."""

import hashlib
import json
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "deploy" / "lite"
WORKER = "service-worker.js"  # the name that JupyterLite registers
PART = "jupyterlite-worker.js"  # JupyterLite's own, which ours takes in
CONTROL = "control.js"
BEGIN = "await import("  # where the page of JupyterLite begins to load it
LENGTH = 32  # hexadecimal digits of a hash that are kept: 128 bits


def controlled(page: str) -> str:
    """Return the page of JupyterLite, made to wait for the worker.

    Raises:
        ValueError: The page has another form than this version of whosays knows.
    """
    if page.count("<head>") != 1 or page.count(BEGIN) != 1:
        msg = "The page of JupyterLite has another form than this version of whosays knows."
        raise ValueError(msg)
    waiting = page.replace(BEGIN, f"await window.whosaysControlled;\n        {BEGIN}")
    return waiting.replace("<head>", f'<head><script src="../{CONTROL}"></script>')


def add_control(built: Path) -> None:
    """Add what the page runs to be taken over.

    Args:
        built: JupyterLite as it was built.
    """
    settings = json.loads((built / "jupyter-lite.json").read_text(encoding="utf-8"))["jupyter-config-data"]
    _fill(built, CONTROL, version=settings["appVersion"])


def add_worker(built: Path) -> None:
    """Put the worker in the place of JupyterLite's; it lists every file, so this comes last.

    Args:
        built: JupyterLite with all that belongs to it.
    """
    (built / WORKER).rename(built / PART)
    files = sorted(path for path in built.rglob("*") if path.is_file() and path.name != PART)
    hashes = {file.relative_to(built).as_posix(): _hash(file) for file in files}
    _fill(built, WORKER, part=PART, files=json.dumps(hashes, separators=(",", ":")))


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:LENGTH]


def _fill(built: Path, name: str, **values: str) -> None:
    text = (SOURCE / name).read_text(encoding="utf-8")
    for key, value in values.items():
        text = text.replace(f"{{{key}}}", value)
    (built / name).write_text(text, encoding="utf-8", newline="\n")

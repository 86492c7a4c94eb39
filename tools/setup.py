"""Make an environment with exactly the tested versions. Standard library only, and readable by any Python 3."""

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
    """Make the environment of the checkout."""
    return make(VENV, PINS, "--editable", str(ROOT))


def make(venv, pins, *whosays):
    """Make an environment with pinned packages and whosays in it, or say in plain words why not."""
    if sys.version_info < OLDEST:
        return newer_python()
    step(
        "Making {} with Python {}.{} (the first time takes about a minute) ...".format(venv.name, *sys.version_info[:2])
    )
    uv_pin = next(line for line in pins.read_text(encoding="utf-8").splitlines() if line.startswith("uv=="))
    try:
        run(sys.executable, "-m", "venv", "--clear", str(venv))
    except subprocess.CalledProcessError:
        return stop("Python could not make a virtual environment. On Debian: apt-get install python3-venv")
    env = dict(os.environ, UV_PYTHON_DOWNLOADS="never", VIRTUAL_ENV=str(venv))
    pip = [program("python", venv), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    try:
        run(*pip, uv_pin.split(" ")[0])
        run(program("uv", venv), "pip", "install", "--quiet", "--requirement", str(pins), env=env)
        run(program("uv", venv), "pip", "install", "--quiet", "--no-deps", *whosays, env=env)
    except subprocess.CalledProcessError:
        return stop(
            "The packages could not be fetched; the lines above say which. Is the network there, and may this machine\n"
            "reach the Python package index? Nothing outside {} was changed. Run the same command again to "
            "retry.".format(venv.name)
        )
    furnish(venv)
    with (venv / ".ready").open("w", encoding="utf-8") as ready:
        ready.write(str(venv))
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


def program(name, venv=VENV):
    """Return the path of a program of an environment."""
    return str(venv / BIN.name / (name + (".exe" if os.name == "nt" else "")))


def is_ready():
    """Return whether it was set up here, and since anything that is set up was changed.

    An environment knows its own place: in a folder that was moved or copied its programs do not start.
    """
    ready = VENV / ".ready"
    if not ready.exists() or not Path(program("python", VENV)).exists():
        return False
    here = ready.read_text(encoding="utf-8") == str(VENV)
    return here and all((ROOT / name).stat().st_mtime <= ready.stat().st_mtime for name in SOURCES)


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

"""Put the class server into a folder: its programs, the cases, the lessons and the settings, all owned by root.

    sudo python3 deploy/jupyterhub/install.py [FOLDER]

The folder is /opt/whosays unless named. To update, run it again from a newer checkout; homes and answers stay.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import setup  # noqa: E402 - of the checkout, where it makes .venv the same way

OF_THE_SYSTEM = "/usr/bin/python3"
NOT_LESSONS = shutil.ignore_patterns("teach", "answers", ".ipynb_checkpoints")


def install(prefix: Path) -> int:
    """Put everything into a folder; return the exit status."""
    os.umask(0o022)  # every seat reads it, only root writes it
    prefix.mkdir(parents=True, exist_ok=True)
    failed = setup.make(prefix / "venv", HERE / "requirements.txt", str(ROOT))
    if failed:
        return failed
    # Root alone may write there, so without this every server of a seat would compile everything anew at every start.
    venv = prefix / "venv"
    every = ["-m", "compileall", "-q", "-j0", "-x", "/(tests|pip|setuptools)/"]
    setup.run(str(venv / "bin" / "python"), *every, str(venv / "lib"))
    notebooks = ROOT / "notebooks"
    for name in ("hub", "lessons", "teach"):
        shutil.rmtree(prefix / name, ignore_errors=True)
    shutil.copytree(notebooks, prefix / "lessons", ignore=NOT_LESSONS, copy_function=shutil.copy)
    shutil.copytree(notebooks / "teach", prefix / "teach", ignore=NOT_LESSONS, copy_function=shutil.copy)
    (prefix / "hub").mkdir()
    for name in ("jupyterhub_config.py", "seat.sh", "seats.py"):
        shutil.copy(HERE / name, prefix / "hub")
    unit = (HERE / "whosays-hub.service").read_text(encoding="utf-8")
    (prefix / "hub" / "whosays-hub.service").write_text(unit.replace("/opt/whosays", str(prefix)), encoding="utf-8")
    return 0


def reached_by_all(program: Path) -> bool:
    """Return whether every user may pass all folders above a program."""
    return all(folder.stat().st_mode & 0o001 for folder in program.resolve().parents)


def main() -> int:
    """Read the command line."""
    if not reached_by_all(Path(sys.executable)):  # a Python in root's own home is closed to the seats
        if not Path(OF_THE_SYSTEM).exists():
            return setup.stop(f"The seats cannot reach {sys.executable}. On Debian: apt-get install python3-venv")
        return subprocess.call([OF_THE_SYSTEM, *sys.argv])
    parser = argparse.ArgumentParser(description="Put the class server into a folder.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("/opt/whosays"))
    return install(parser.parse_args().folder.absolute())


if __name__ == "__main__":
    sys.exit(main())

"""Write requirements.txt and those of bench, lite and the class server: exact versions, without any address."""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEAD = "# The exact versions that are {}. Written by `make pins`; the ranges are in pyproject.toml.\n"
RESOLVE = ["pip", "compile", "--universal", "--python-version", "3.11", "--upgrade", "--no-header", "--no-annotate"]


def main() -> int:
    """Resolve the ranges of pyproject.toml for every platform and write the pins."""
    names = ("author", "lab", "class", "report", "site", "test", "setup")
    extras = [part for extra in names for part in ("--extra", extra)]
    write(ROOT / "requirements.txt", "tested", resolved("pyproject.toml", *extras))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for extra, folder, what in (("bench", ROOT / "bench", "measured against"),
                                ("lite", ROOT / "deploy" / "lite", "JupyterLite is built with")):  # fmt: skip
        ranges = "\n".join(project["optional-dependencies"][extra])
        write(folder / "requirements.txt", what, resolved("-", given=ranges))
    parts = [part for extra in ("author", "lab", "class", "hub", "setup") for part in ("--extra", extra)]
    same = ["--constraint", "requirements.txt"]
    hub = ROOT / "deploy" / "jupyterhub" / "requirements.txt"
    write(hub, "put on a class server", resolved("pyproject.toml", *parts, *same))
    return 0


def resolved(*arguments: str, given: str = "") -> str:
    """Return the pins, one a line; the ranges stand in a file or are given."""
    command = [str(Path(sys.executable).with_name("uv")), *RESOLVE, "--quiet", *arguments]
    done = subprocess.run(command, cwd=ROOT, input=given, capture_output=True, text=True, check=True)  # noqa: S603 - our own command
    return "".join(line + "\n" for line in done.stdout.splitlines() if "==" in line)


def write(file: Path, what: str, pins: str) -> None:
    """Write the pins, and say how many there are."""
    file.write_text(HEAD.format(what) + pins, encoding="utf-8")
    print(f"{pins.count(chr(10))} packages pinned in {file.relative_to(ROOT)}.")


if __name__ == "__main__":
    sys.exit(main())

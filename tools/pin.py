"""Write requirements.txt: the exact versions that are tested, without any address."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEAD = "# The exact versions that are tested. Written by `make pins`; the ranges are in pyproject.toml.\n"


def main() -> int:
    """Resolve the ranges of pyproject.toml for every platform and write the pins."""
    command = ["uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11", "--upgrade"]
    command += ["--extra", "lab", "--extra", "test", "--extra", "setup", "--no-header", "--no-annotate", "--quiet"]
    uv = Path(sys.executable).with_name(command[0])
    done = subprocess.run([str(uv), *command[1:]], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own command
    pins = "".join(line + "\n" for line in done.stdout.splitlines() if "==" in line)
    (ROOT / "requirements.txt").write_text(HEAD + pins, encoding="utf-8")
    print(f"{pins.count(chr(10))} packages pinned.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

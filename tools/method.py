"""Write notebooks/method.md: what the method page says of every case, in the words of the sheet."""

import sys
from pathlib import Path

from whosays.show.sentences.method import markdown

FILE = Path(__file__).resolve().parents[1] / "notebooks" / "method.md"


def main() -> int:
    """Write the page."""
    FILE.write_text(markdown(), encoding="utf-8", newline="\n")
    print(FILE.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Write every lesson of every case on paper, student sheet and key, into dist/paper/<case>/."""

import sys
from pathlib import Path

from whosays.case.load import load, shipped_cases
from whosays.show.paper.document import LESSONS
from whosays.show.paper.pdf import NoPdfError, write_paper

FOLDER = Path(__file__).resolve().parents[1] / "dist" / "paper"


def main() -> int:
    """Write them; what is there already is replaced."""
    for name in shipped_cases():
        case, folder = load(name), FOLDER / name
        folder.mkdir(parents=True, exist_ok=True)
        try:
            for lesson in LESSONS:
                write_paper(case, folder / f"lesson-{lesson}.pdf", lesson)
                write_paper(case, folder / f"lesson-{lesson}-key.pdf", lesson, teacher=True)
        except NoPdfError as error:
            print(error, file=sys.stderr)
            return 1
        print(f"{name}: {2 * len(LESSONS)} papers in dist/paper/{name}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())

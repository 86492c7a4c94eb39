"""Write the example class: made-up answers of 24 seats, one file cut off and one handed in twice.

The answers come from a seeded chance; they are nobody's. The class notebook shows how such files are merged.
"""

import sys
from pathlib import Path
from random import Random

from whosays.case.load import load
from whosays.teach.answers import Answer, Answers, text_of
from whosays.teach.keep import path_of

FOLDER = Path(__file__).resolve().parents[1] / "notebooks" / "teach" / "example_class"
CASE, SEATS, SEED = "kramatorsk-2023", 24, 7
CUT_OFF, TWICE = 23, 24  # seats


def answers(seat: int, chance: Random) -> Answers:
    """Return the made-up answers of one seat: most learn something, some do not, a few cannot tell."""
    found: list[Answer] = []
    for row in load(CASE).questions:
        if row.kind == "fits the text":
            found += [_judged(row.id, row.answer, moment, chance) for moment in ("before", "after")]
        elif row.id == "l5a":
            words = {"before": ["contested", "contested", "unchallenged", "answered", None],
                     "after": ["answered", "answered", "answered", "contested", None]}  # fmt: skip
            found += [Answer(row.id, chance.choice(said), "", moment) for moment, said in words.items()]
        elif row.kind == "choose one" and row.answer:
            right = chance.random() < 0.7  # noqa: PLR2004 - so that there is a spread to look at
            found.append(Answer(row.id, row.answer if right else chance.choice(row.choices)))
        elif row.kind == "number":
            found.append(Answer(row.id, str(max(0, int(row.answer) + chance.choice([0, 0, 0, 1, 1, 2, -1])))))
    return Answers(CASE, seat, tuple(found))


def _judged(item: str, answer: str, moment: str, chance: Random) -> Answer:
    fits, not_ = "fits the text", "does not fit the text"
    sure = chance.random() < (0.6 if moment == "before" else 0.8)
    other = not_ if answer == fits else fits
    return Answer(item, answer if sure else other, "", moment)


def files() -> dict[str, str]:
    """Return the text of every file by its name."""
    chance = Random(SEED)  # noqa: S311 - made-up answers, the same every time
    found: dict[str, str] = {}
    for seat in range(1, SEATS + 1):
        found[path_of(CASE, seat, "").name] = text_of(answers(seat, chance))
    cut, twice = path_of(CASE, CUT_OFF, "").name, path_of(CASE, TWICE, "").name
    found[cut] = found[cut][: len(found[cut]) // 2]
    return found | {twice.replace(".json", " (1).json"): found[twice]}


def main() -> int:
    """Write the files anew."""
    FOLDER.mkdir(exist_ok=True)
    for left in FOLDER.glob("*.json"):
        left.unlink()
    for name, text in files().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(files())} files in {FOLDER.name}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

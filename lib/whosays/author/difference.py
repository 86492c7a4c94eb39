"""Two states of one case: what was changed between them, and which answers changed with it."""

from dataclasses import asdict, dataclass
from typing import Any

from whosays.author.change import Change, changes, renamings, translated
from whosays.author.effect import Effect, attributed, effects
from whosays.author.sentences import difference as words
from whosays.case.model import Case


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two states of a case.

    Attributes:
        changes: What was done to the tables, in the order of the schema.
        effects: Which answers differ, layer by layer.
        untried: How many changes were not left out one by one in search of what makes a word differ.
    """

    changes: tuple[Change, ...] = ()
    effects: tuple[Effect, ...] = ()
    untried: int = 0

    def __bool__(self) -> bool:
        """Return whether anything differs."""
        return bool(self.changes)

    @property
    def sentence(self) -> str:
        """The difference in one sentence."""
        return words.sentence(self.changes, self.effects)

    def __str__(self) -> str:
        """Return the difference in plain words, a line for each change and each effect."""
        if not self:
            return words.SAME
        lines = [self.sentence, words.CHANGED, *(f"  {words.change(c)}" for c in self.changes)]
        lines += [words.FOLLOWS if self.effects else words.NOTHING_FOLLOWS]
        lines += [f"  {words.effect(e)}" for e in self.effects]
        return "\n".join([*lines, *([words.untried(self.untried)] if self.untried else [])])

    def data(self) -> dict[str, Any]:
        """Return the difference as what ``json.dumps`` takes, every change and effect with its sentence as ``text``."""
        return {
            "same": not self,
            "sentence": self.sentence,
            "changes": [asdict(c) | {"text": words.change(c)} for c in self.changes],
            "effects": [asdict(e) | {"text": words.effect(e)} for e in self.effects],
            "untried": self.untried,
        }


def difference(old: Case, new: Case) -> Difference:
    """Return what changed between two states of a case, and which answers changed with it.

    Rows are compared by id; a row under another id with all other cells equal was renamed, and cells that name it do
    not differ by that. Every answer is asked of both states by the same functions that the page reads.

    Args:
        old: The earlier state, checked.
        new: The later state, checked.

    Example:
        >>> from whosays import load
        >>> case = load("practice-pond-2025")
        >>> print(difference(case, case))
        No difference: both states hold the same rows in the same order.
    """
    names = renamings(old, new)
    before = translated(old, names)
    done = changes(before, new, names)
    if not done:
        return Difference()
    found, untried = attributed(effects(before, new), done, before, new)
    return Difference(tuple(done), tuple(found), untried)

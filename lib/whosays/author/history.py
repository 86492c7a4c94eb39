"""The steps of a draft: done, undone and done again, each only if it could be saved."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from whosays.author.cells import Cells
from whosays.author.suggest import Suggestion
from whosays.case.schema import Table, schema

STEPS = 500  # how many can be undone; more than anyone takes in an hour


@dataclass(frozen=True)
class State:
    """Everything that a draft holds at one moment.

    Attributes:
        label: What was done to get here, in words.
        cells: The cells of every row, by table, in the order of the columns.
        suggestions: What was found by rule, and what a person made of it.
        tables: Each table with the columns that its rows have: those of the schema, and those for other languages.
    """

    label: str
    cells: Cells
    suggestions: tuple[Suggestion, ...] = ()
    tables: Mapping[str, Table] = field(default_factory=schema)


class History:
    """The states of a draft, in order, with the ones that were undone."""

    def __init__(self, state: State) -> None:
        """Begin with one state, which cannot be undone."""
        self._done, self._undone = [state], list[State]()

    @property
    def now(self) -> State:
        """The state that holds."""
        return self._done[-1]

    @property
    def steps(self) -> tuple[str, str]:
        """The labels of what ``undo`` would take back and of what ``redo`` would take again; empty if there is none."""
        back = self._done[-1].label if len(self._done) > 1 else ""
        return back, self._undone[-1].label if self._undone else ""

    def step(self, state: State, save: Callable[[], object]) -> None:
        """Take a step, unless it cannot be saved; what was undone before is forgotten.

        Args:
            state: What holds from now on.
            save: Saves what holds.
        """
        self._done.append(state)
        try:
            save()
        except BaseException:
            self._done.pop()
            raise
        self._undone.clear()
        del self._done[: -STEPS - 1]

    def undo(self, save: Callable[[], object]) -> str:
        """Take the last step back and return its label, empty if there is none; not if it cannot be saved."""
        return self._move(self._done, self._undone, save) if len(self._done) > 1 else ""

    def redo(self, save: Callable[[], object]) -> str:
        """Take the last undone step again and return its label, empty if there is none; not if it cannot be saved."""
        return self._move(self._undone, self._done, save) if self._undone else ""

    def _move(self, source: list[State], target: list[State], save: Callable[[], object]) -> str:
        state = source.pop()
        target.append(state)
        try:
            save()
        except BaseException:
            source.append(target.pop())
            raise
        return state.label

"""Make a report again, and say what is the same, what differs, and why."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from whosays.author.difference import difference
from whosays.case.errors import CaseError, Fault, UnknownIdError, printable, quoted
from whosays.case.load import load
from whosays.case.model import Case
from whosays.report.answers import answers, changed
from whosays.report.build import PAGE, PRINT, RECORD, Progress, build, versions
from whosays.report.document import without_made
from whosays.report.faults import ReportError
from whosays.report.kept import kept
from whosays.report.made import Made, read_made
from whosays.report.run import own_notebook, read_notebook

KINDS = {"tables": ("table", "tables"), "figures": ("file of a figure", "files of figures"),
         "case": ("file of the case", "files of the case")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of making a report again.

    Attributes:
        same: What is the same, a line each.
        differs: What differs, and why, a line each; empty if nothing does.
        aside: What could not be compared, a line each.
    """

    same: list[str] = field(default_factory=list[str])
    differs: list[str] = field(default_factory=list[str])
    aside: list[str] = field(default_factory=list[str])

    def __str__(self) -> str:
        """Return all of it in plain words, a line each."""
        parts = (("The same:", self.same), ("Different:", self.differs), ("Not compared:", self.aside))
        return "\n".join(line for head, lines in parts if lines for line in (head, *(f"  {text}" for text in lines)))


def verify(folder: str | Path, progress: Progress, *, case: str = "", notebook: str = "") -> Verdict:
    """Make a report again from the case that it keeps, and hold that case against the case as it is now.

    Nothing that the report holds is run: the notebook is the one that comes with whosays, or one that is named.

    Args:
        folder: The report.
        progress: Told how many steps are done, of how many.
        case: Where the case is now; if not given, where it was when the report was made.
        notebook: The notebook that the report was made with, if it was not that of whosays.

    Raises:
        ReportError: There is no report, or it cannot be made again.
    """
    made = read_made(folder)
    own = read_notebook(Path(notebook) if notebook else own_notebook())
    verdict = Verdict()
    stranger = own[1] != made.record["notebook"]
    if stranger and made.record["versions"].get("whosays") == versions().get("whosays"):
        remedy = "Read it first: verify would run what stands in it. Then name it with --notebook."
        found = "a report that was made with another notebook"
        raise ReportError([Fault(str(folder), 0, "", found, "that of whosays, or --notebook FILE", remedy)])
    with tempfile.TemporaryDirectory(prefix="whosays-", ignore_cleanup_errors=True) as name:
        again = Path(name)
        asked = made.parameters
        build(made.case, asked, own, again, named=made.record["made"].get("case", ""), progress=progress, printed=False)
        _hold(made, again, verdict, other_notebook=stranger)
    _hold_case(made, case, verdict)
    return verdict


def _hold(made: Made, again: Path, verdict: Verdict, *, other_notebook: bool) -> None:
    """Compare every file, and say why those differ that do."""
    equal: dict[tuple[str, str], int] = {}
    edited = dict(made.edited())
    reasons = list(_reasons(made, other_notebook=other_notebook))
    remade = sorted(path.relative_to(again).as_posix() for path in again.rglob("*") if path.is_file())
    for name in sorted({*remade, *made.now, *made.outputs} - {RECORD, PRINT}):
        if name not in edited and name in remade and _equal(made.folder / name, again / name):
            kind = KINDS.get(name.partition("/")[0], (name, name))
            equal[kind] = equal.get(kind, 0) + 1
        elif name in edited:
            verdict.differs.append(f"{printable(name)} {edited[name]} since the report was made.")
        elif not reasons:
            verdict.differs.append(f"{name}: made again, it is another one, though nothing else changed.")
        else:
            verdict.differs.append(f"{name}: made again, it is another one.")
    if PRINT in edited:
        verdict.differs.append(f"{PRINT} {edited[PRINT]} since the report was made.")
    elif PRINT in made.outputs:
        verdict.aside.append(f"{PRINT}: a print of {PAGE}, unchanged since it was made; its bytes tell the time.")
    verdict.same.extend(f"{count} {many}" if count > 1 else one for (one, many), count in equal.items())
    if reasons and verdict.differs:
        verdict.differs.extend(reasons)
    else:
        verdict.aside.extend(reasons)


def _equal(one: Path, other: Path) -> bool:
    """Return whether two files are the same; in the page, the lines on when and where are left out."""
    if one.name != PAGE:
        return one.read_bytes() == other.read_bytes()
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in (one, other))
    return len({without_made(text) for text in texts}) == 1


def _reasons(made: Made, *, other_notebook: bool) -> Iterator[str]:
    """Yield what else is not as it was when the report was made."""
    was, now = made.record["versions"], versions()
    files = [name for name, _ in made.edited() if name.startswith("case/")]
    if files:
        yield f"What it was made from is not what it was made from then: {', '.join(map(printable, files))}."
    for name in dict.fromkeys((*was, *now)):
        if was.get(name) != now.get(name):
            yield f"Version of {name}: was {was.get(name, 'not there')}, is now {now.get(name, 'not there')}."
    if other_notebook:
        yield "The notebook of reports is another one in this version of whosays."


def _hold_case(made: Made, named: str, verdict: Verdict) -> None:
    """Hold the case that the report keeps against the case as it is now."""
    place = named or str(made.record["made"].get("case", ""))
    try:
        now = load(place)
    except UnknownIdError:
        verdict.aside.append(f"The case as it is now: nothing at {quoted(place)}; name its place with --case.")
        return
    except CaseError as error:
        verdict.differs.append(f"The case as it is now has faults, so that no report can be made: {error.faults[0]}")
        return
    if now.id != made.case.id and not named:
        verdict.aside.append(f"The case as it is now: {quoted(place)} holds {now.id}; name its place with --case.")
        return
    if kept(now.folder).hashes == made.kept.hashes:
        verdict.same.append(f"the case as it is now ({printable(place)})")
        return
    verdict.differs.extend(_changes(made, now, place))


def _changes(made: Made, now: Case, place: str) -> Iterator[str]:
    """Yield what was changed in the case since, row by row, and which answers of this report with it."""
    yield f"The case has changed since, at {printable(place)}:"
    found = difference(made.case, now)
    before, after = made.kept.hashes, kept(now.folder).hashes
    if found.effects:
        yield from (f"  {line}" for line in str(found).splitlines())
    elif found:  # of answers this report holds more than a difference does, so it speaks of them below
        yield from (f"  {row['text']}" for row in found.data()["changes"])
    else:
        files = ", ".join(sorted(name for name in {*before, *after} if before.get(name) != after.get(name)))
        yield f"  {files}: other bytes, the same rows."
    try:
        moved = list(changed(answers(made.case, made.parameters), answers(now, made.parameters)))
    except UnknownIdError as error:
        yield f"  This report cannot be asked of it any more: {error}"
        return
    yield "  In this report, with its choices:" if moved else "  No answer of this report, with its choices, differs."
    yield from (f"    {printable(line)}" for line in moved)

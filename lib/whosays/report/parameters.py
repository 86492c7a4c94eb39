"""What a report is asked for, checked against the case that it is about, with every fault at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from whosays.analysis.trace import Trace
from whosays.analysis.weigh import SCALE, Reading
from whosays.case.errors import Fault, near, printable, quoted
from whosays.case.model import LAYERS, Case, Layer
from whosays.case.schema import schema
from whosays.report.faults import ReportError
from whosays.show.language import LANGUAGES, NAMES

LONGEST = 200  # letters of a title or a name; more is a mistake of pasting
LARGEST = 1_000_000  # bytes of notes: a book of five hundred pages
GRADES = {str(grade): name for grade, name in SCALE}
BASES = next(column.values for column in schema()["statements"].columns if column.name == "basis")


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a report is asked for, after it was checked.

    Attributes:
        layer: How far to look.
        withdrawn: Ids of roots that are taken away, in the order of the case.
        regraded: Basis by the id of a statement, grade by the id of a root, in the order of the case.
        language: Tag of the language of the words.
        title: Title; may be empty.
        authors: Who answers for the report.
        notes: What they want to say themselves, as plain text.
        who: Who judged the rows of the case, where the case does not say.
    """

    layer: Layer = "article"
    withdrawn: tuple[str, ...] = ()
    regraded: Mapping[str, str] = field(default_factory=dict[str, str])
    language: str = "en"
    title: str = ""
    authors: tuple[str, ...] = ()
    notes: str = ""
    who: str = ""

    @property
    def reading(self) -> Reading:
        """The hypothesis under which the case is weighed; bases of statements are changed in the case itself."""
        grades = {name: int(grade) for name, grade in self.regraded.items() if grade in GRADES}
        return Reading(withdrawn=frozenset(self.withdrawn), graded=grades)

    def of(self, case: Case) -> Case:
        """Return a case with the bases of statements that this report reads otherwise."""
        bases = {name: basis for name, basis in self.regraded.items() if basis not in GRADES}
        rows = (replace(s, basis=bases[s.id]) if s.id in bases else s for s in case.statements)
        return replace(case, statements=tuple(rows)) if bases else case

    def data(self) -> dict[str, Any]:
        """Return the parameters as what ``json.dumps`` takes, and ``open_report`` as well."""
        return {**asdict(self), "withdrawn": list(self.withdrawn), "authors": list(self.authors)}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report is asked for, as it was typed."""

    layer: str
    withdrawn: tuple[str, ...]
    regraded: tuple[str, ...]
    language: str


def as_texts(layer: str, withdrawn: Iterable[str], regraded: Mapping[str, str], language: str) -> Asked:
    """Return what a report is asked for as the command line has it."""
    pairs = tuple(f"{name}={basis}" for name, basis in regraded.items())
    return Asked(layer, tuple(withdrawn), pairs, language)


def parameters_for(  # noqa: PLR0913 - what a report is asked
    case: Case, asked: Asked, *, title: str = "", authors: Iterable[str] = (), notes: str = "", who: str = ""
) -> Parameters:
    """Return what a report is asked for, checked.

    Args:
        case: The case, checked.
        asked: Layer, sources, bases and language as they were typed.
        title: Title of the report.
        authors: Who answers for it.
        notes: What they want to say themselves.
        who: Who judged the rows of the case.

    Raises:
        ReportError: With every fault.
    """
    names = tuple(authors)
    faults = [*general_faults(asked, title, names, who), *case_faults(case, asked)]
    if faults:
        raise ReportError(faults)
    bases = dict(map(_parted, asked.regraded))
    gone = set(asked.withdrawn)
    order = [*(s.id for s in case.sources), *(s.id for s in case.statements)]
    return Parameters(
        layer=cast("Layer", asked.layer),
        withdrawn=tuple(name for name in order if name in gone),
        regraded={name: bases[name] for name in order if name in bases},
        language=asked.language,
        title=_line(title),
        authors=tuple(map(_line, names)),
        notes=plain(notes),
        who=_line(who),
    )


def general_faults(asked: Asked, title: str, authors: Iterable[str], who: str) -> Iterator[Fault]:
    """Yield what can be said without a case."""
    if asked.layer not in LAYERS:
        remedy = near(asked.layer, LAYERS)
        yield Fault("--layer", 0, "", quoted(asked.layer), " or ".join(LAYERS), remedy)
    if asked.language not in NAMES:
        known = ", ".join(f"{tag} ({name})" for tag, name in LANGUAGES.items())
        remedy = "Choose one of them; the words of the case itself stay as they are."
        yield Fault("--language", 0, "", quoted(asked.language), f"one of {known}", remedy)
    for option, text in (("--title", title), *(("--author", name) for name in authors), ("--name", who)):
        if len(text) > LONGEST:
            expected, remedy = f"at most {LONGEST}", "Shorten it, and put the rest into the notes."
            yield Fault(option, 0, "", f"{len(text)} letters", expected, remedy)


def case_faults(case: Case, asked: Asked) -> Iterator[Fault]:
    """Yield what a case does not have, though it was asked for."""
    layer: Layer = "article" if asked.layer == "article" else "beyond"
    trace = Trace(case, layer)
    roots = list(dict.fromkeys(r for stated in trace.statements.values() for s in stated if (r := trace.root(s))))
    for name in asked.withdrawn:
        if name not in roots:
            yield _no_root(case, trace, "--withdraw", name, roots)
    given: dict[str, str] = {}
    for pair in asked.regraded:
        name, basis = _parted(pair)
        if name in given:
            yield Fault("--regrade", 0, "", f"{quoted(name)} twice", "it once", "Leave one of the two out.")
        given[name] = basis
        yield from _basis_faults(case, trace, pair, roots)


def _basis_faults(case: Case, trace: Trace, pair: str, roots: list[str]) -> Iterator[Fault]:
    name, basis = _parted(pair)
    if name in case.statement_by_id:
        if not trace.holds(case.statement_by_id[name]):
            expected, remedy = "one of the article", "Look beyond the article with --layer beyond."
            yield Fault("--regrade", 0, "", f"statement {quoted(name)} from outside it", expected, remedy)
        if basis not in BASES:
            expected = f"{name}=BASIS with one of {', '.join(BASES)}"
            yield Fault("--regrade", 0, "", quoted(pair), expected, near(basis, BASES))
    elif name in case.source_by_id:
        if name not in roots:
            yield _no_root(case, trace, "--regrade", name, roots)
        if basis not in GRADES:
            known = ", ".join(f"{grade} ({text})" for grade, text in GRADES.items())
            yield Fault("--regrade", 0, "", quoted(pair), f"{name}=GRADE with one of {known}", "Give the number.")
    else:
        expected = f"STATEMENT=BASIS or SOURCE=GRADE with an id of {case.id}, as {_example(case)}"
        remedy = near(name, [*case.statement_by_id, *roots])
        yield Fault("--regrade", 0, "", quoted(pair), expected, remedy)


def _no_root(case: Case, trace: Trace, option: str, name: str, roots: list[str]) -> Fault:
    expected = f"a root in the {trace.layer} layer of {case.id}, where a trail ends"
    if name in case.source_by_id:
        ends = {trace.root(s) for stated in trace.statements.values() for s in stated if s.source == name}
        remedy = near("", sorted(ends - {""}) or roots)
        return Fault(option, 0, "", f"{quoted(name)}, whose trail ends elsewhere", expected, remedy)
    return Fault(option, 0, "", quoted(name), expected, near(name, roots))


def _example(case: Case) -> str:
    first = next(iter(case.statement_by_id), "s-1")
    return f"{first}={BASES[0]}"


def _parted(pair: str) -> tuple[str, str]:
    name, _, basis = pair.partition("=")
    return name.strip(), basis.strip()


def _line(text: str) -> str:
    """Return a text as one line."""
    return printable(" ".join(text.split()))


def plain(text: str) -> str:
    """Return a text of several lines in which no sign is hidden, its ends of line as ours."""
    lines = (printable(line.rstrip().replace("\t", "    ").replace("\xa0", " ")) for line in text.splitlines())
    return "\n".join(lines).strip("\n")


def read_notes(file: str) -> tuple[str, list[Fault]]:
    """Return the notes that a file holds, or why they cannot be read.

    Args:
        file: Path of a file with plain text, or Markdown, which is shown as it is written.
    """
    path = Path(file)
    option = f"--notes {file}"

    def fault(found: str, remedy: str) -> tuple[str, list[Fault]]:
        return "", [Fault(option, 0, "", found, "a text file in UTF-8", remedy)]

    try:
        if path.stat().st_size > LARGEST:
            return fault(f"{path.stat().st_size / 1e6:,.0f} MB", "Keep the notes below 1 MB.")
        data = path.read_bytes()
    except OSError as error:
        return fault(error.strerror or "a file that cannot be read", "Name a file that is there and can be read.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return fault(f"byte 0x{data[error.start]:02x} in line {line}", "Save it anew as UTF-8.")
    if "\x00" in text:
        return fault("UTF-16 or binary data", "Save it anew as UTF-8.")
    return text, []

"""A discussion as Kialo exports it: entries in a tree, each for or against the one above.

The form, as it is met in exports (https://support.kialo.com/hc/en-us/articles/115003884449) and as arguebuf reads it.
The first line names the discussion; then each claim has its number in the tree, Pro or Con, and its words, on one line
or several; ``-> See 1.1.`` stands where a claim from elsewhere in the tree is used again. Some exports begin a claim
with blanks, call the first one Thesis, and end with a list of sources.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from whosays.case.errors import CaseError, Fault, quoted

MAX_BYTES = 20_000_000  # as large as a table of a case may be; the longest public discussions have two
QUESTION_AND_THESIS = 2  # levels of a discussion with several theses, which stand under one question
PRO, CON, THESIS = "supports", "rebuts", "thesis"
WORDS = {  # before the colon, in the languages of exports that are known; case does not count
    "pro": PRO, "pour": PRO, "за": PRO,
    "con": CON, "contra": CON, "kontra": CON, "contre": CON, "contro": CON, "проти": CON,
    "thesis": THESIS, "these": THESIS, "thèse": THESIS, "tesis": THESIS, "tesi": THESIS, "tese": THESIS, "теза": THESIS,
}  # fmt: skip
_TITLE = re.compile(r"\s*Discussion Title:\s*(.*)", re.IGNORECASE)
_QUESTION = re.compile(r"\s*Question:\s*(.*)", re.IGNORECASE)
_SOURCES = re.compile(r"\s*Sources:\s*", re.IGNORECASE)
_NUMBER = re.compile(r"\s*((?:[0-9]+\.)+)(?:\s+(.*)|\s*)")
_WORD = re.compile(r"([^\W\d_]{2,20}):(?:\s+(.*)|\s*)")
_SEE = re.compile(r"->\s*See\s+((?:[0-9]+\.)*[0-9]+)\.?\s*", re.IGNORECASE)


@dataclass(slots=True)
class Node:
    """One numbered entry.

    Attributes:
        line: The line of the file on which it begins.
        number: Its number in the tree, part by part.
        kind: supports, rebuts, thesis; empty where the file names nothing.
        lines: Its words, line by line.
    """

    line: int
    number: tuple[str, ...]
    kind: str
    lines: list[str]

    @property
    def words(self) -> str:
        """Its words as they stand in the file."""
        return "\n".join(self.lines).strip()

    @property
    def see(self) -> tuple[str, ...]:
        """The number of the claim that is used again here; empty if the entry has words of its own."""
        found = _SEE.fullmatch(self.words)
        return _parts(found[1]) if found else ()


@dataclass(slots=True)
class Discussion:
    """What a file holds.

    Attributes:
        file: Its name, for messages.
        title: What it is called.
        question: The question it asks, where the file names one.
        nodes: Its entries by number, in the order of the file.
        sources: What it lists as sources, a line each.
        before: Lines before the first claim that are neither title, question nor blank.
        faults: What is wrong with it.
        goals: Where each entry leads that was asked for.
    """

    file: str
    title: str = ""
    question: str = ""
    nodes: dict[tuple[str, ...], Node] = field(default_factory=dict[tuple[str, ...], Node])
    sources: list[str] = field(default_factory=list[str])
    before: int = 0
    faults: list[Fault] = field(default_factory=list[Fault])
    goals: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict[tuple[str, ...], tuple[str, ...]])

    def goal(self, number: tuple[str, ...]) -> tuple[str, ...]:
        """Return the number of the claim that an entry stands for, its own or the one it leads to; empty if to none."""
        way: dict[tuple[str, ...], None] = {}
        while number not in self.goals and number not in way:
            node = self.nodes.get(number)
            if node and node.see:
                way[number] = None
                number = node.see
            else:
                self.goals[number] = number if node else ()
        found = self.goals.get(number, ())  # who goes in a circle leads nowhere
        self.goals |= dict.fromkeys(way, found)
        return found

    def fault(self, line: int, found: str, expected: str, remedy: str) -> None:
        """Keep a fault of a line.

        Args:
            line: The line.
            found: What stands there.
            expected: What should stand there.
            remedy: What to do.
        """
        self.faults.append(Fault(self.file, line, "", found, expected, remedy))


def read_discussion(path: Path) -> Discussion:
    """Return what a file holds.

    Args:
        path: A text file exported from Kialo, in UTF-8 or UTF-16.

    Raises:
        CaseError: It cannot be read as a discussion; every fault is named.
        OSError: It cannot be read at all.
    """
    talk = Discussion(str(path))
    _parse(_text(path).replace("\r\n", "\n").replace("\r", "\n").split("\n"), talk)
    _check(talk)
    if talk.faults:
        raise CaseError(talk.faults, "the file")
    return talk


def _text(path: Path) -> str:
    fault = ("", "", "")
    if path.exists() and not path.is_file():
        fault = ("no file", "a text file exported from Kialo", "Name the file itself.")
    elif path.stat().st_size > MAX_BYTES:
        size, most = f"{path.stat().st_size / 1e6:,.0f} MB", f"at most {MAX_BYTES / 1e6:.0f} MB"
        fault = (size, most, "Export one discussion, or a part of it.")
    else:
        data = path.read_bytes()
        try:
            text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
        except UnicodeDecodeError as error:
            remedy = "Save it anew as plain text in UTF-8, then check the letters with accents."
            found, line = f"byte 0x{data[error.start]:02x}", data.count(b"\n", 0, error.start) + 1
            raise CaseError([Fault(str(path), line, "", found, "text in UTF-8", remedy)], "the file") from None
        if text.strip():
            return text
        fault = ("an empty file", "a discussion", "Export the discussion from Kialo as text again.")
    raise CaseError([Fault(str(path), 0, "", *fault)], "the file")


def _parse(lines: list[str], talk: Discussion) -> None:
    """Read the lines into entries; a line that begins none belongs to the one before it."""
    first = next(number for number, line in enumerate(lines) if line.strip())
    named = _TITLE.fullmatch(lines[first])
    if named and named[1].strip():
        talk.title = named[1].strip()
    else:
        remedy = "Write it as the first line, or export the discussion as text again."
        talk.fault(first + 1, quoted(lines[first].strip()), "Discussion Title: and the title", remedy)
    node, listing = None, False
    for number, line in enumerate(lines[first + bool(named) :], first + 1 + bool(named)):
        if new := _entry(number, line, talk):
            if node and listing:  # it was no list at the end, but words of the claim before
                node.lines += ["Sources:", *talk.sources]
                talk.sources = []
            node, listing = new, False
        elif node and (listing or _SOURCES.fullmatch(line)):
            talk.sources += [line] if listing and line.strip() else []
            listing = True
        elif node:
            node.lines.append(line.strip())
        elif line.strip():
            _preamble(line, talk)


def _preamble(line: str, talk: Discussion) -> None:
    asked = _QUESTION.fullmatch(line)
    if asked and not talk.question:
        talk.question = asked[1].strip()
    else:
        talk.before += 1


def _entry(line: int, text: str, talk: Discussion) -> Node | None:
    """Return the entry that begins on a line; None if the line goes on with the words of another, as a list may."""
    numbered = _NUMBER.fullmatch(text)
    if not numbered:
        return None
    number, rest = _parts(numbered[1]), (numbered[2] or "").strip()
    word = _WORD.fullmatch(rest)
    kind = WORDS.get(word[1].casefold(), "") if word else ""
    begins = kind == THESIS if len(number) == 1 else kind or _SEE.fullmatch(rest) or number[:-1] in talk.nodes
    if talk.nodes and not begins:
        return None
    node = Node(line, number, kind, [(word[2] or "") if word and kind else rest])
    if number in talk.nodes:
        remedy = f"Line {talk.nodes[number].line} has it already; give each claim its own number."
        talk.fault(line, quoted(dotted(number)), "a number of its own", remedy)
        return node
    talk.nodes[number] = node
    _place(node, f"{word[1]}:" if word else "", talk)
    return node


def _place(node: Node, word: str, talk: Discussion) -> None:
    """Name what is wrong with the place of an entry in the tree."""
    above = talk.nodes.get(node.number[:-1])
    if len(node.number) == 1:
        if node.kind in {PRO, CON}:
            remedy = "Begin with what the discussion is about; pro and con come under it."
            talk.fault(node.line, quoted(word), "a thesis", remedy)
    elif not above:
        up = dotted(node.number[:-1])
        remedy = f"Add {up} or number this claim as an answer to one that is there."
        talk.fault(node.line, quoted(dotted(node.number)), f"{up} before it", remedy)
    elif not node.kind and (word or len(node.number) > QUESTION_AND_THESIS):
        _unsaid(node, word, talk)


def _unsaid(node: Node, word: str, talk: Discussion) -> None:
    remedy = "Say whether it speaks for the claim above or against it."
    found = quoted(word) if word else "neither of the two"
    talk.fault(node.line, found, "Pro: or Con: after the number", remedy)


def _check(talk: Discussion) -> None:
    """Name the faults that only show when all is read."""
    if not talk.nodes and not talk.faults:
        remedy = "Export the discussion as text again; a claim is a line such as 1.1. Pro: its words."
        talk.fault(0, "no claim", "1. and the thesis of the discussion", remedy)
    spoken_to = {node.number[:-1] for node in talk.nodes.values() if node.kind in {PRO, CON}}
    named = {fault.line for fault in talk.faults}
    for node in (node for node in talk.nodes.values() if node.line not in named):
        if not node.kind and len(node.number) == QUESTION_AND_THESIS and node.number[:-1] in spoken_to:
            _unsaid(node, "", talk)  # theses stand side by side under a question, never beside pro and con
        if not node.words:
            talk.fault(node.line, "no words", "the words of the claim", "Write them, or take the line out.")
        elif node.see and not talk.goal(node.number):
            remedy = "Name a claim that has words of its own."
            talk.fault(node.line, quoted(node.words), "the number of another claim in this file", remedy)
        elif node.see and talk.goal(node.number) == talk.goal(node.number[:-1]):
            remedy = "A claim cannot speak for or against itself; take the line out."
            talk.fault(node.line, quoted(node.words), "another claim than the one above", remedy)


def _parts(number: str) -> tuple[str, ...]:
    return tuple(part.lstrip("0") or "0" for part in number.strip(".").split("."))


def dotted(number: tuple[str, ...]) -> str:
    """Return a number as the file writes it."""
    return f"{'.'.join(number)}."

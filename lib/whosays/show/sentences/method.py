"""What the method page says: how a standing is found, what it cannot tell, and where a case comes from."""

from collections.abc import Mapping, Sequence
from typing import Any

from whosays.analysis.weigh import SCALE
from whosays.show.sentences import KNOWN, STANDINGS, capital, counted, standing_rule

TITLE = "How this works, and what it cannot tell"

STANDING = (
    (
        "Each claim is held against everything said against it. What counts is how each side knows, and whether "
        "the answer speaks to the claim itself. Nothing else counts: not which party speaks, not names, not the "
        "order, not the number of words."
    ),
    standing_rule(),
    (
        "Then the words are given out step by step. What nothing attacks is kept. What something kept attacks is "
        "put out. What is attacked only by things put out is kept too. When no step is left, the rest stays open."
        " A claim that is kept holds, or is unchallenged if nobody spoke against it. A claim put out is answered."
        " The rest is contested."
    ),
    (
        "This is the grounded labelling of P. M. Dung (1995). Weighing attacks by how strong each side is follows"
        " L. Amgoud and C. Cayrol (2002). What is new here is that an answer must also meet the claim."
    ),
)
CANNOT = (
    ("A standing says what is left of what was said here. It does not say what happened. New evidence can change it."),
    (
        "The number of roots does not measure whether a claim is right. One good witness is one root. Many names "
        "can repeat one mistake."
    ),
    (
        "How much room a claim gets, and where it stands, does not measure it either. A report on a statement has"
        " to quote the statement."
    ),
    ("An answer reaches as far as what was looked at. “No sign at two buildings” is not “nobody was hurt anywhere”."),
    "“Unchallenged” means that nobody here spoke to a claim. That is not the same as true.",
    "Taking a source away shows what a judgement leans on. It says nothing about the source.",
)
LIMITS = (
    (
        "People chose what counts as one claim, who stands behind a statement, and which part of a claim an "
        "answer meets. Others may choose otherwise. Every choice is one line in an open table, so you can change "
        "it and run it again."
    ),
    (
        "What is known from outside is what was found, mostly in archived copies that hold a part of the text. "
        "More may exist. Addresses can stop working."
    ),
    ("The article is told in the kit’s own words. A summary loses something; read the article itself beside it."),
    (
        "The scale has four steps. It cannot see that one visit was long and another short, or that one institute"
        " is more careful than another."
    ),
)
PRIVACY = (
    (
        "There are no accounts and no names. Nothing you do here leaves your device: the page asks the network "
        "for nothing and sends nothing. What you write stays with you. Where answers are saved, they are saved "
        "under a seat number in a file on your own device, and a button deletes them. Reasons can be graded; what"
        " you think about a dispute cannot."
    ),
)
WROTE = (
    (
        "The whosays contributors wrote each case. They cut the article into passages, told each one in their own"
        " words, and set down who says what, how it is printed and how it is known. Then they looked for what "
        "others reported. Each outside document says how it is known, and gives its address and its date where it"
        " has them. The same questions and verbs are used for all sides, and a program checks the tables for "
        "faults."
    ),
)
CITE = (
    (
        "To cite the kit, use the file CITATION.cff that comes with it. To cite a case, give its question, its "
        "id, the day as of which it is known, and the licence. Code: MIT. Data and prose: CC BY 4.0."
    ),
)
NO_CORRECTIONS = "None so far. A mistake that was published gets a line here, with the day it was mended."


def general() -> list[dict[str, Any]]:
    """Return the sections that are the same for every case: ``title``, ``paragraphs``, ``rows`` (term, text)."""
    words = [[word, rule] for word, rule in STANDINGS.items()]
    scale = [[str(level), text] for level, text in SCALE]
    return [
        _section("How a standing is found", STANDING, [*words]),
        _section("The scale, from weak to strong", (), scale),
        _section("What it cannot tell", CANNOT),
        _section("Who made a case, and how", WROTE),
        _section("Limits", LIMITS),
        _section("Privacy", PRIVACY),
        _section("How to cite", CITE),
    ]


def of_case(
    cite: str, known: tuple[str, str], read: Mapping[str, int], mended: Sequence[Sequence[str]]
) -> dict[str, Any]:
    """Return the section on one case.

    Args:
        cite: How to cite it.
        known: Up to when the article, and what is beyond it, are known; the second is empty if nothing is dated.
        read: How many outside documents are known in each way.
        mended: Each correction: when, where, what it said, what it says now.
    """
    rows = [["The article, known as of", known[0]]]
    rows += [["Beyond it, known up to", known[1]]] if known[1] else []
    if read:
        rows.append(["Beyond it", counted(sum(read.values()), "document")])
        rows += [[KNOWN[how].rstrip("."), str(count)] for how, count in read.items()]
    rows.append(["To cite", cite])
    rows += [[f"Corrected, {when}", f"{where}: “{was}” is now “{now}”"] for when, where, was, now in mended]
    if not mended:
        rows.append(["Corrections", NO_CORRECTIONS])
    return _section("This case", (), rows)


def cite(question: str, case: str, known: str) -> str:
    """Return how to cite a case."""
    return f"The whosays contributors, “{question}”, case {case}, known up to {known}. CC BY 4.0."


def where(table: str, row: str) -> str:
    """Return which row of which table was mended."""
    return f"{capital(table)}, {row}"


def markdown() -> str:
    """Return what is the same for every case as a page of Markdown."""
    lines = [f"# {TITLE}", ""]
    for section in general():
        lines += [f"## {section['title']}", ""]
        lines += [line for text in section["paragraphs"] for line in (text, "")]
        if section["rows"]:
            lines += ["| | |", "|---|---|", *(f"| {term} | {text} |" for term, text in section["rows"]), ""]
    return "\n".join(lines)


def _section(title: str, paragraphs: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> dict[str, Any]:
    return {"title": title, "paragraphs": list(paragraphs), "rows": [list(row) for row in rows]}

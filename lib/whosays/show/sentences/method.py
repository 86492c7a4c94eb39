"""What the method page says: how a standing is found, what it cannot tell, and where a case comes from."""

from collections.abc import Mapping, Sequence
from typing import Any

from whosays.show.language import Terms, Words, tr, tr_many
from whosays.show.sentences import GRADES, KNOWN, STANDING_WORDS, STANDINGS, standing_rule

STANDING = Terms(
    "Each claim is held against everything said against it. What counts is how each side knows, and whether "
    "the answer speaks to the claim itself. Nothing else counts: not which party speaks, not names, not the "
    "order, not the number of words.",
    "Then the words are given out step by step. What nothing attacks is kept. What something kept attacks is "
    "put out. What is attacked only by things put out is kept too. When no step is left, the rest stays open."
    " A claim that is kept holds, or is unchallenged if nobody spoke against it. A claim put out is answered."
    " The rest is contested.",
    "This is the grounded labelling of P. M. Dung (1995). Weighing attacks by how strong each side is follows"
    " L. Amgoud and C. Cayrol (2002). What is new here is that an answer must also meet the claim.",
)
CANNOT = Terms(
    "A standing says what is left of what was said here. It does not say what happened. New evidence can change it.",
    "The number of roots does not measure whether a claim is right. One good witness is one root. Many names "
    "can repeat one mistake.",
    "How much room a claim gets, and where it stands, does not measure it either. A report on a statement has"
    " to quote the statement.",
    "An answer reaches as far as what was looked at. “No sign at two buildings” is not “nobody was hurt anywhere”.",
    "“Unchallenged” means that nobody here spoke to a claim. That is not the same as true.",
    "Taking a source away shows what a judgement leans on. It says nothing about the source.",
)
LIMITS = Terms(
    "People chose what counts as one claim, who stands behind a statement, and which part of a claim an "
    "answer meets. Others may choose otherwise. Every choice is one line in an open table, so you can change "
    "it and run it again.",
    "What is known from outside is what was found, mostly in archived copies that hold a part of the text. "
    "More may exist. Addresses can stop working.",
    "The article is told in the kit’s own words. A summary loses something; read the article itself beside it.",
    "The scale has four steps. It cannot see that one visit was long and another short, or that one institute"
    " is more careful than another.",
)
PRIVACY = Terms(
    "There are no accounts and no names. Nothing you do here leaves your device: the page asks the network "
    "for nothing and sends nothing. What you write stays with you. Where answers are saved, they are saved "
    "under a seat number in a file on your own device, and a button deletes them. Reasons can be graded; what"
    " you think about a dispute cannot.",
)
WROTE = Terms(
    "The whosays contributors wrote each case. They cut the article into passages, told each one in their own"
    " words, and set down who says what, how it is printed and how it is known. Then they looked for what "
    "others reported. Each outside document says how it is known, and gives its address and its date where it"
    " has them. The same questions and verbs are used for all sides, and a program checks the tables for "
    "faults.",
)
CITE = Terms(
    "To cite the kit, use the file CITATION.cff that comes with it. To cite a case, give its question, its "
    "id, the day as of which it is known, and the licence. Code: MIT. Data and prose: CC BY 4.0.",
)
TABLES = Words(
    {
        "article": "Article",
        "passages": "Passages",
        "sources": "Sources",
        "statements": "Statements",
        "relations": "Relations",
        "claims": "Claims",
        "figures": "Figures",
        "documents": "Documents",
        "wording": "Wording",
        "slips": "Slips",
        "questions": "Questions",
        "hypotheses": "Hypotheses",
        "assessments": "Assessments",
        "corrections": "Corrections",
    }
)


def title() -> str:
    """Return the title of the page."""
    return tr("How this works, and what it cannot tell")


def general() -> list[dict[str, Any]]:
    """Return the sections that are the same for every case: ``title``, ``paragraphs``, ``rows`` (term, text)."""
    words = [[STANDING_WORDS[word], rule] for word, rule in STANDINGS.items()]
    first, *steps = STANDING
    return [
        _section(tr("How a standing is found"), (first, standing_rule(), *steps), words),
        _section(tr("The scale, from weak to strong"), (), list(GRADES.items())),
        _section(tr("What it cannot tell"), CANNOT),
        _section(tr("Who made a case, and how"), WROTE),
        _section(tr("Limits"), LIMITS),
        _section(tr("Privacy"), PRIVACY),
        _section(tr("How to cite"), CITE),
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
    rows = [[tr("The article, known as of"), known[0]]]
    rows += [[tr("Beyond it, known up to"), known[1]]] if known[1] else []
    if read:
        rows.append([tr("Beyond it"), tr_many(sum(read.values()), "{number} document", "{number} documents")])
        rows += [[KNOWN[how].rstrip("."), str(count)] for how, count in read.items()]
    rows.append([tr("To cite"), cite])
    rows += [
        [tr("Corrected, {day}", day=day), tr("{where}: “{was}” is now “{now}”", where=where, was=was, now=now)]
        for day, where, was, now in mended
    ]
    if not mended:
        none = tr("None so far. A mistake that was published gets a line here, with the day it was mended.")
        rows.append([tr("Corrections"), none])
    return _section(tr("This case"), (), rows)


def cite(question: str, case: str, known: str) -> str:
    """Return how to cite a case."""
    return tr(
        "The whosays contributors, “{question}”, case {case}, known up to {known}. CC BY 4.0.",
        question=question,
        case=case,
        known=known,
    )


def where(table: str, row: str) -> str:
    """Return which row of which table was mended."""
    return f"{TABLES[table]}, {row}"


def markdown() -> str:
    """Return what is the same for every case as a page of Markdown."""
    lines = [f"# {title()}", ""]
    for section in general():
        lines += [f"## {section['title']}", ""]
        lines += [line for text in section["paragraphs"] for line in (text, "")]
        if section["rows"]:
            lines += ["| | |", "|---|---|", *(f"| {term} | {text} |" for term, text in section["rows"]), ""]
    return "\n".join(lines)


def _section(title: str, paragraphs: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> dict[str, Any]:
    return {"title": title, "paragraphs": list(paragraphs), "rows": [list(row) for row in rows]}

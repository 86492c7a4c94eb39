"""What the form says: labels, and the sentences of its states."""

from collections.abc import Mapping
from dataclasses import replace

from whosays.author.rule import Remark
from whosays.author.sentences import counted
from whosays.author.suggest import Suggestion
from whosays.author.suggestions import ASIDE
from whosays.case.errors import Fault
from whosays.show.sentences import capital

TABLES = {
    "article": "The article",
    "sources": "Sources: who says something",
    "claims": "Claims and answers: what is said",
    "statements": "Statements: who says it, where, and how they know",
    "relations": "Relations: what speaks against what, or for it",
    "figures": "Figures: the numbers",
    "wording": "Wording: loaded and weakening phrases",
    "slips": "Slips: what does not fit together",
    "documents": "Documents: what stands outside the article",
    "questions": "Questions for a lesson",
    "hypotheses": "Explanations to weigh",
    "assessments": "Assessments: who judged a claim, and in which words",
    "corrections": "Corrections",
    "passages": "Passages",
}
LANGUAGES = {
    "English": "en",
    "German": "de",
    "French": "fr",
    "Spanish": "es",
    "Ukrainian": "uk",
    "Another one: only numbers and quotations are found": "und",
}
LABELS = {
    "title": "A case of your own",
    "start_help": "Four steps: paste, say each passage in your own words, fill the tables, look at what is left.",
    "start_said": "Nothing is written before you press Begin.",
    "folder": "Folder of the case",
    "folder_help": "A new folder. Its name is the name of the case, as clock-2025.",
    "language": "Language of the article",
    "paste": "The article",
    "paste_help": "Headline first, a blank line between paragraphs. It is held in memory and never written to disk.",
    "begin": "Begin",
    "copy": "Your own copy of the article (you need not give it)",
    "copy_help": "Paste it, and the passages are shown beside their rows. It is held in memory and never written.",
    "copy_use": "Show the passages",
    "passages": "1 Passages",
    "tables": "2 Tables",
    "left": "3 What is left",
    "explorer": "Open the explorer",
    "gist": "What it says, in your own words",
    "previous": "Previous passage",
    "next": "Next passage",
    "found": "Found by rule. Nobody has said yet that it is right.",
    "found_nothing": "Nothing is waiting here.",
    "confirm": "Confirm",
    "set_aside": "Set aside",
    "statements": "Statements in this passage",
    "statement_add": "Add a statement here",
    "table": "Table",
    "row": "Row",
    "row_none": "no row yet",
    "add": "Add a row",
    "remove": "Take this row out",
    "back": "Back to the passage",
    "pick": "Pick one",
    "pick_add": "Add it",
    "blank": "(blank)",
    "optional": "May stay blank",
    "required": "required",
    "id_help": "Filled in for you; change it only if you want to.",
    "nothing_left": "Nothing is left: the case can be read.",
    "remarks": "What the linter remarks",
    "remarks_later": "The linter looks once no fault is left.",
    "remarks_none": "The linter has no remark.",
    "no_copy": "Your copy is not here. Paste it above to read along.",
    "not_found": "This passage is not found in your copy.",
    "undo_none": "Nothing to undo",
    "redo_none": "Nothing to redo",
}
KINDS = {
    "source": "Suggested source",
    "number": "Suggested number",
    "date": "A date",
    "quotation": "A quotation",
    "cue": "Words that bring in a voice",
    "hedge": "A weakening phrase",
}
SEVERITIES = {"must": "Must be mended", "should": "Should be mended", "hint": "Worth a look"}
START = "Form: nothing is begun. Paste the article, name a folder and choose Begin."


def many(count: int, noun: str) -> str:
    """Return a count in figures with its noun: "1 fault", "7 faults"."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def state(name: str, rows: Mapping[str, int], gists: int, faults: int, place: str) -> str:
    """Return the form in one line.

    Args:
        name: Name of the case.
        rows: Number of rows by table.
        gists: How many passages have a gist.
        faults: How many faults are left.
        place: What is open, in words.
    """
    passages = many(rows["passages"], "passage")
    held = f"{many(rows['sources'], 'source')}, {many(rows['claims'], 'claim')}"
    return f"Form: {name}. {passages}, {gists} with a gist; {held}; {left(faults)}. Open: {place}."


def left(faults: int) -> str:
    """Return how many faults are left."""
    return f"{many(faults, 'fault')} left" if faults else "no fault left"


def found(faults: int) -> str:
    """Return what a draft that was opened lacks."""
    return f"Opened. {capital(left(faults))}."


def progress(gists: int, passages: int) -> str:
    """Return how many passages have a gist."""
    return f"{gists} of {many(passages, 'passage')} {'has' if gists == 1 else 'have'} a gist."


def where(row: Mapping[str, str], number: int, count: int) -> str:
    """Return which passage is open."""
    place = f"paragraph {row['paragraph']}, sentence {row['sentence']}" if row["sentence"] else row["role"]
    return f"Passage {number} of {count}: {place} ({row['id']})"


def fault(found: Fault) -> str:
    """Return what is wrong with a row, for somebody who sees the row."""
    column = f"{found.column}: " if found.column else ""
    what = "nothing stands here" if found.found == '""' else f"found {found.found}"
    what = what if column else capital(what)
    return f"{column}{what}, expected {found.expected}. {found.remedy}"


def fault_here(found: Fault, told: str) -> str:
    """Return what is wrong with a cell, for somebody who sees the cell and what belongs in it.

    Args:
        found: The fault.
        told: What is said about the cell already.
    """
    return fault(replace(found, column="", remedy=found.remedy.removesuffix(told).strip()))


def remark(found: Remark) -> str:
    """Return a remark of the linter with how grave it is and why the rule is there."""
    return f"{SEVERITIES[found.severity]}: {fault(found.fault)}\n{found.why}"


def accepted(count: int) -> str:
    """Return how many remarks were accepted."""
    return f"{capital(counted(count, 'remark'))} accepted with a written reason, in accepted.csv."


def wrong(error: Fault) -> str:
    """Return why something was not done."""
    return f"Not done: found {error.found}, expected {error.expected}. {error.remedy}"


def saved(step: str, faults: int) -> str:
    """Return what was done, that it is saved, and what is left."""
    return f"{capital(step)}. Saved. {capital(left(faults))}."


def undone(step: str, faults: int) -> str:
    """Return what was taken back."""
    return f"Taken back: {step}. Saved. {capital(left(faults))}." if step else f"{LABELS['undo_none']}."


def redone(step: str, faults: int) -> str:
    """Return what was done again."""
    return f"Done again: {step}. Saved. {capital(left(faults))}." if step else f"{LABELS['redo_none']}."


def trouble(reason: str) -> str:
    """Return that a change could not be saved."""
    return f"Not saved, and nothing was changed: {reason}. Make room on the disk or choose another folder."


def begun(passages: int, found: int) -> str:
    """Return what a beginning found."""
    first = f"Begun and saved: {counted(passages, 'passage')}, {counted(found, 'suggestion')}."
    return f"{first} The text is not stored."


def copied(found: int, passages: int) -> str:
    """Return how much of a reader's own copy was found."""
    return f"{found} of {many(passages, 'passage')} found in your copy. It is not stored."


def suggestion(found: Suggestion) -> str:
    """Return what a rule found, as a suggestion."""
    kind = KINDS[found.kind]
    if found.kind == "number":
        qualifier, value, unit = found.reading.split("|")
        said = " ".join(part for part in (qualifier if qualifier != "exactly" else "", value, unit) if part)
        return f"{kind}: {said or found.phrase}"
    if found.kind == "quotation":
        return f"{kind} of {counted(found.words, 'word')}"
    if found.kind == "date" and found.reading and found.reading != found.phrase:
        return f"{kind}: {found.phrase} ({found.reading})"
    return f"{kind}: {found.phrase}"


def settled(found: Suggestion) -> str:
    """Return what a person made of a suggestion."""
    end = "set aside" if found.became == ASIDE else f"confirmed as {found.became}"
    return f"{suggestion(found)}. {capital(end)}."


def undo(step: str) -> str:
    """Return the label of the button that takes a step back."""
    return f"Undo: {step}" if step else LABELS["undo_none"]


def redo(step: str) -> str:
    """Return the label of the button that takes a step again."""
    return f"Redo: {step}" if step else LABELS["redo_none"]


def not_yet(faults: int, first: str) -> str:
    """Return why the explorer cannot open yet."""
    return f"The explorer opens once no fault is left; {counted(faults, 'fault')} to go. The first: {first}"


def opened() -> str:
    """Return that the explorer is open."""
    return "No fault is left. The explorer is open beneath."


def go_to(table: str, row: str) -> str:
    """Return the label of the button that leads to a row."""
    return f"Go to {row} in {table}" if row else f"Go to {table}"


def more(count: int) -> str:
    """Return that more rows have faults than are listed."""
    return f"{capital(counted(count, 'row'))} more; they are listed when these are mended."

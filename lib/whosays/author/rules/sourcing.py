"""Rules about who says something: claims without a source, private people, parties without a voice."""

from collections.abc import Iterator
from pathlib import Path

from whosays.author.rule import Review, Rule, Sight
from whosays.author.suggestions import read_suggestions
from whosays.case.errors import quoted
from whosays.case.model import Case, Statement


def _statements(case: Case) -> dict[str, list[Statement]]:
    """Return the statements of the article by the claims that they make."""
    found: dict[str, list[Statement]] = {}
    for statement in case.statements:
        for claim in statement.claims if statement.passage else ():
            found.setdefault(claim, []).append(statement)
    return found


def _no_source(review: Review) -> Iterator[Sight]:
    made = _statements(review.case)
    for claim in review.case.claims:
        own = made.get(claim.id, [])
        if own and not any(s.source for s in own) and not claim.note:
            found = f"no source in {', '.join(s.id for s in own)}"
            remedy = "Fill the source of a statement, or say in the note of the claim that the article names nobody."
            yield Sight("claims", claim.id, "note", found, "a source, or a note that says that there is none", remedy)


def _nobody(review: Review) -> Iterator[Sight]:
    case, made = review.case, _statements(review.case)
    nobody = {row.id for row in case.sources if row.kind == "anonymous"} | {""}
    spoken_to = {row.to for row in case.relations}
    for claim in case.claims:
        own = made.get(claim.id, [])
        at = {claim.id, *(s.id for s in own)}
        sources = {s.source for s in own}
        if any(sources) and sources <= nobody and not (claim.silence or at & spoken_to):
            remedy = "Write unchecked if nobody could look, or add the answer that somebody gave."
            found = "blank, though nobody with a name stands behind the claim"
            yield Sight("claims", claim.id, "silence", found, "a word for why nobody speaks to it", remedy)


def _eyewitnesses(review: Review) -> Iterator[Sight]:
    for row in review.case.sources:
        if row.kind == "witness" and row.named == "person":
            remedy = "Write what the person is instead (a resident), set named to no, and leave the name to the page."
            yield Sight("sources", row.id, "name", quoted(row.name), "a private person without a name", remedy)


def _one_party(review: Review) -> Iterator[Sight]:
    rows = [row for row in review.case.sources if row.party]
    if len({row.party for row in rows}) == 1:
        found = f"{quoted(rows[0].party)} as the only party"
        remedy = "Add a source for the other party, even if only to show that the article does not hear it."
        yield Sight("sources", rows[0].id, "party", found, "a source for each party of the dispute", remedy)


def _suggestions(review: Review) -> Iterator[Sight]:
    found = read_suggestions(Path(review.case.folder))[0] if review.case.folder else ()
    waiting = [row.id for row in found if not row.became]
    if waiting:
        some = f"{waiting[0]} to {waiting[-1]}" if len(waiting) > 1 else waiting[0]
        remedy = "Make a row of each, or set it aside."
        yield Sight("suggestions", "", "became", f"{len(waiting)} blank, {some}", "what a person made of each", remedy)


RULES = (
    Rule(
        "claim-without-source",
        "should",
        "A claim that no statement of the article gives to anybody, and whose note does not say so.",
        "Who says it is the first question of the kit; a blank must be a finding, not a gap in the work.",
        "Name the source, or say in the claim's note that the article names nobody.",
        _no_source,
    ),
    Rule(
        "claim-by-nobody",
        "hint",
        "A claim that goes back to nobody with a name, and that nobody speaks to.",
        "That nobody spoke to it may mean that nobody could look; the two should not look the same.",
        "Say in silence why nobody speaks to it.",
        _nobody,
    ),
    Rule(
        "named-eyewitness",
        "should",
        "A witness who is a private person and is named.",
        "A name in a teaching file can be found for years; what a witness saw can be taught without it.",
        "Say what the person is, not who.",
        _eyewitnesses,
    ),
    Rule(
        "one-party",
        "hint",
        "A case in which only one party of the dispute has sources.",
        "A dispute has at least two parties; a class should see which of them the article leaves out.",
        "Add a source for the other party.",
        _one_party,
    ),
    Rule(
        "suggestion-waiting",
        "hint",
        "What a rule found in the article, and nobody has yet confirmed or set aside.",
        "A rule asserts nothing; only a person can tell whether it read the article right.",
        "Confirm each suggestion, or set it aside.",
        _suggestions,
    ),
)

"""What the sections on sources, documents, judgements and files say, and the heads of their tables."""

from whosays.report.sentences import documents, sources
from whosays.show.language import Terms, Words, tr, tr_many

SPEAKERS = Terms("Id", "Name", "Kind", "Party", "Named", "Trail ends with")
DOCUMENTS = Terms("Id", "Published by", "Date", "Address", "How known", "Copy")
LINKS = Terms("Id", "From", "To", "What it says", "How sure", "What it meets", "Who judged", "When")
GROUNDS = Terms("Id", "Claim", "Who", "Basis", "Form", "Who judged", "When")
LEFT = Terms("Rule", "Row", "Why it may stay", "Who judged", "When")
OWN = Terms("Id", "In the case", "In this report", "Who judged", "When")
MENDED = Terms("When", "Row", "What it said", "What it says now")
FILES = Terms("File", "Rows", "SHA-256")
KINDS = Words(
    {
        "rebuts": "rebuts",
        "undercuts": "undercuts",
        "supports": "supports",
        "qualifies": "qualifies",
        "derives from": "derives from",
    },
    context="kind of relation",
)
SURELY = Words({"clear": "clear", "likely": "likely", "unclear": "unclear"}, context="how sure")
NAMED = Words({"person": "a person", "institution": "a body", "no": "nobody"}, context="who is named")


def mended(day: str) -> str:
    """Return when a row was mended."""
    return tr("mended {day}", day=day)


def with_report() -> str:
    """Return when a judgement of the author of a report was made."""
    return tr("with this report")


def the_author() -> str:
    """Return who judged, where a report names no author."""
    return tr("the author of this report")


def speaking(count: int, unnamed: int) -> str:
    """Return how many sources there are, and how many of them are not named."""
    return tr("{sources} in all; not named: {count}.", sources=sources(count), count=unnamed)


def annotated(digest: str) -> str:
    """Return the hash of the copy of the article that was annotated."""
    if not digest:
        return tr("The copy of the article that was annotated has no hash in this case.")
    return tr("The copy of the article that was annotated has the SHA-256 {digest}.", digest=digest)


def outside(count: int) -> str:
    """Return how many documents there are, and what is not kept of them."""
    return tr(
        "{documents} from outside the article. A case keeps address and date of a document, and neither copy nor hash.",
        documents=documents(count),
    )


def judged(who: str, when: str) -> str:
    """Return who judged the rows of the case, and when."""
    return tr(
        "Each row below is a judgement: somebody read, and decided. Who decided is recorded for the case as a whole: "
        "{who}. When: {when}.",
        who=who,
        when=when,
    )


def links(count: int) -> str:
    """Return the heading of the relations."""
    return tr_many(count, "{count} judgement on what speaks to what", "{count} judgements on what speaks to what")


def grounds(count: int) -> str:
    """Return the heading of the bases of statements."""
    return tr_many(count, "{count} judgement on how somebody knows", "{count} judgements on how somebody knows")


def left() -> str:
    """Return the heading of the remarks of the linter that may stay."""
    return tr("Remarks of the check for fairness that were looked at and left")


def own() -> str:
    """Return the heading of what this report reads otherwise."""
    return tr("Judgements of this report that differ from the case")


def withdrawn(name: str) -> str:
    """Return that a source is taken away."""
    return tr("{name} taken away", name=name)


def corrections(count: int) -> str:
    """Return how many mistakes were mended."""
    if not count:
        return tr("No correction is recorded. That nobody told of a mistake does not mean that there is none.")
    return tr_many(count, "{count} mistake was mended.", "{count} mistakes were mended.")


def files() -> str:
    """Return what the hashes are for."""
    return tr(
        "The report keeps the files of the case. With one other sign in one of them, its hash is another one; the hash "
        "of all is that of this list."
    )


def cite(makers: str, question: str, case: str, version: str, digest: str) -> str:
    """Return how to cite the case."""
    numbered = tr("version {version}", version=version) if version else tr("no version number")
    return tr(
        "To cite the case: {makers}, “{question}”, case {case}, {numbered}, SHA-256 {digest}.",
        makers=makers,
        question=question,
        case=case,
        numbered=numbered,
        digest=digest,
    )


def cite_kit() -> str:
    """Return how to cite the kit."""
    return tr("To cite the kit: The whosays contributors, “whosays: one contested news article, taken apart”.")


def licences(name: str, address: str) -> str:
    """Return the licences of the case, the report and the kit."""
    return tr(
        "Case and report: {name}, {address}. The kit: MIT for code, CC BY 4.0 for data and prose. The article and the "
        "documents belong to their publishers and are not in here.",
        name=name,
        address=address,
    )

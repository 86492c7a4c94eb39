"""What a report says in its own voice, the same for every case and every party."""

from collections.abc import Mapping, Sequence

from whosays.show.language import Terms, Words, tr, tr_many
from whosays.show.sentences import ASPECTS, BASIS, GRADES, MATCHES, STANDING_WORDS, listed

TITLES = Words(
    {
        "case": "The case",
        "parameters": "What was chosen for this report",
        "notes": "Notes of the author",
        "standing": "Where each claim stands",
        "roots": "Mentions, voices, roots",
        "answers": "What is said to each claim",
        "chain": "The way of one claim to the page",
        "intervals": "Figures as ranges",
        "clocks": "When it happened, was said and was printed",
        "ribbon": "The space given",
        "cues": "The verbs that introduce each side",
        "linchpins": "What each word leans on",
        "moved": "From the article alone, and beyond it",
        "limits": "Limits and confidence",
        "sources": "Who speaks",
        "documents": "Article and outside documents",
        "judgements": "Every judgement, with who and when",
        "corrections": "Corrections",
        "files": "Files of the case",
        "citing": "How to cite, and licences",
        "made": "How this report was made",
        "contents": "Contents",
        "figure": "The figure as a table",
    },
    context="report",
)
FACTS = Terms("Question", "Article", "Published", "Address", "Case", "Version", "SHA-256 of its files", "Holds")
CHOICE = Terms("Choice", "Here")
CHOICES = Terms("Layer", "Taken away", "Read otherwise", "Language")
BEYOND = Terms("Claim", "Question", "In the article alone", "Beyond it")
MOVES = Terms("Claim", "Question", "As the case has it", "In this report", "Why")
STANDS = Terms("Claim", "Question", "Stands", "Why", "Roots")
COUNTS = Terms("Claim", "Question", "Mentions", "Voices", "Roots", "Answers")
ANSWERED = Terms("Claim", "Who answers", "How", "Basis", "What it meets", "In our words")
LEANS = Terms("Claim", "Question", "Stands", "The smallest sets of sources whose loss changes the word")
CONFIDENCE = Terms(
    "Claim", "Stands", "Roots", "Answers", "Best basis for it", "Best basis against it", "Loss that changes it"
)
SCALE = Terms("Grade", "Basis, from weak to strong")
SPEAKERS = Terms("Id", "Name", "Kind", "Party", "Named", "Trail ends with")
DOCUMENTS = Terms("Id", "Published by", "Date", "Address", "How known", "Copy")
LINKS = Terms("Id", "From", "To", "What it says", "How sure", "What it meets", "Who judged", "When")
GROUNDS = Terms("Id", "Claim", "Who", "Basis", "Form", "Who judged", "When")
LEFT = Terms("Rule", "Row", "Why it may stay", "Who judged", "When")
OWN = Terms("Id", "In the case", "In this report", "Who judged", "When")
MENDED = Terms("When", "Row", "What it said", "What it says now")
FILES = Terms("File", "Rows", "SHA-256")
VERSIONS = Terms("Program or package", "Version")
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


def titled(question: str) -> str:
    """Return the title of a report whose author gave none."""
    return tr("Report: {question}", question=question)


def about(case: str, version: str, outlet: str, published: str) -> str:
    """Return the line under the title."""
    if version:
        return tr(
            "Case {case}, version {version}: an article of {outlet}, {published}.",
            case=case,
            version=version,
            outlet=outlet,
            published=published,
        )
    return tr("Case {case}: an article of {outlet}, {published}.", case=case, outlet=outlet, published=published)


def unnumbered() -> str:
    """Return what stands for the version of a case that has none."""
    return tr("none given; the hash stands for it")


def makers() -> str:
    """Return who judged, where nobody is named."""
    return tr("the case’s makers")


def unrecorded() -> str:
    """Return what stands for a day that nobody wrote down."""
    return tr("not recorded")


def mended(day: str) -> str:
    """Return when a row was mended."""
    return tr("mended {day}", day=day)


def with_report() -> str:
    """Return when a judgement of the author of a report was made."""
    return tr("with this report")


def the_author() -> str:
    """Return who judged, where a report names no author."""
    return tr("the author of this report")


def none() -> str:
    """Return what stands where nothing was chosen."""
    return tr("nothing", context="chosen")


def sources(count: int) -> str:
    """Return how many sources there are."""
    return tr_many(count, "{count} source", "{count} sources")


def statements(count: int) -> str:
    """Return how many statements there are."""
    return tr_many(count, "{count} statement", "{count} statements")


def documents(count: int) -> str:
    """Return how many documents there are."""
    return tr_many(count, "{count} document", "{count} documents")


def chosen(moved: int, total: int, *, anything: bool) -> str:
    """Return what the choices of the author change.

    Args:
        moved: How many claims have another word than in the case.
        total: How many claims there are.
        anything: Whether anything was chosen at all.
    """
    if not anything:
        return tr("Nothing was taken away and nothing was read otherwise. The case stands here as its makers wrote it.")
    return tr_many(
        moved,
        "By what was chosen, {count} claim of {total} has another word than in the case. The tables on standing "
        "and on confidence follow the choice; the others show the case, with changed bases.",
        "By what was chosen, {count} claims of {total} have another word than in the case. The tables on standing "
        "and on confidence follow the choice; the others show the case, with changed bases.",
        total=total,
    )


def tally(total: int, words: Sequence[tuple[str, int]]) -> str:
    """Return how many claims have each word.

    Args:
        total: How many claims there are.
        words: Each word that occurs, by its id, and how often.
    """
    counts = ", ".join(tr("{word}: {count}", word=STANDING_WORDS[word], count=count) for word, count in words)
    return tr_many(total, "{count} claim. {counts}.", "{count} claims. {counts}.", counts=counts)


def counted(mentions: int, roots: int) -> str:
    """Return how often the asked claim is stated, and from how many roots."""
    return tr(
        "The claim that the case asks about: {mentions}, {roots}.",
        mentions=tr_many(mentions, "{count} mention", "{count} mentions"),
        roots=tr_many(roots, "{count} root", "{count} roots"),
    )


def nothing() -> str:
    """Return what stands in place of a table or figure that the case has nothing for."""
    return tr("The case holds nothing for this.")


def answers(count: int, total: int) -> str:
    """Return how many claims are answered, supported or cautioned by anything at all."""
    return tr_many(
        count,
        "Something is said to {count} claim of {total}.",
        "Something is said to {count} claims of {total}.",
        total=total,
    )


def linchpins(count: int, total: int) -> str:
    """Return how many words one single source carries."""
    return tr_many(
        count,
        "The word of {count} claim of {total} would be another one without one single source.",
        "The word of {count} claims of {total} would be another one without one single source.",
        total=total,
    )


def moved(count: int, total: int) -> str:
    """Return how many claims have another word beyond the article."""
    return tr_many(
        count,
        "Beyond the article, {count} claim of {total} has another word than in the article alone.",
        "Beyond the article, {count} claims of {total} have another word than in the article alone.",
        total=total,
    )


def speaking(count: int, unnamed: int) -> str:
    """Return how many sources there are, and how many of them are not named."""
    return tr("{sources} in all; not named: {count}.", sources=sources(count), count=unnamed)


def outside(count: int) -> str:
    """Return how many documents there are, and what is not kept of them."""
    return tr(
        "{documents} from outside the article. A case keeps address and date of a document, and neither copy nor hash.",
        documents=documents(count),
    )


def annotated(digest: str) -> str:
    """Return the hash of the copy of the article that was annotated."""
    if not digest:
        return tr("The copy of the article that was annotated has no hash in this case.")
    return tr("The copy of the article that was annotated has the SHA-256 {digest}.", digest=digest)


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


def cite_report(authors: Sequence[str], title: str, version: str) -> str:
    """Return how to cite the report."""
    who = listed(list(authors)) or tr("No author named")
    return tr(
        "To cite this report: {who}, “{title}”, made with whosays {version}.", who=who, title=title, version=version
    )


def again(command: str) -> str:
    """Return how to make the report again."""
    return tr("In the folder of this report, this command makes it again: {command}", command=command)


def verify(command: str) -> str:
    """Return how to have it compared."""
    return tr("This one makes it again and says what differs: {command}", command=command)


def made(when: str, where: str) -> str:
    """Return when and where the report was made."""
    return tr("Made on {when} on {where}.", when=when, where=where)


def by(authors: Sequence[str]) -> str:
    """Return who answers for the report."""
    return tr("By {who}", who=listed(list(authors)))


def to_limits() -> str:
    """Return what leads to the section on limits."""
    return tr("What this report cannot tell: limits and confidence")


def grade(number: int) -> str:
    """Return a grade with its words; a dash for none."""
    return f"{number} ({GRADES[str(number)]})" if number else "–"


def basis(chosen: str) -> str:
    """Return a basis, or a grade by its number, in words."""
    return BASIS[chosen] if chosen in BASIS else grade(int(chosen))


def met(meets: Mapping[str, str]) -> str:
    """Return what an answer meets of a claim: "place, date: does not; number: partly or unclear"."""
    found: dict[str, list[str]] = {}
    for aspect, value in meets.items():
        found.setdefault(value, []).append(ASPECTS[aspect])
    return "; ".join(f"{', '.join(aspects)}: {MATCHES[value]}" for value, aspects in found.items())

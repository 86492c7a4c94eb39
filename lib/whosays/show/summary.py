"""A case in one row, so that many can stand in one table."""

from dataclasses import dataclass

from whosays.analysis.audit import Audit
from whosays.analysis.measure import account, answers_to_topic, length, prominence
from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework
from whosays.case.model import Case
from whosays.show.sentences import collection as words
from whosays.show.space import asked


@dataclass(frozen=True, slots=True)
class Summary:
    """What one case comes to; of a damaged one only its faults are known, of one that asks nothing no claim.

    Attributes:
        id: Name of the case.
        title: Its question.
        outlet: Who printed the article.
        published: When, in ISO form.
        language: Of the article, as a BCP 47 tag.
        words: Of the article, headline, caption and byline included.
        claim: Id of the asked claim; the next six are about it in the article.
        claimant: Who states it first there.
        party: Party of the dispute for which that one speaks; empty for none.
        mentions: How often it is stated.
        names: How many names stand behind it.
        roots: At how many roots the trails end.
        links: Steps of the longest trail, from the root to the page.
        circular: Whether bodies rest on one another for it.
        answers: How many answers attack it in the article.
        answers_beyond: How many do, with those from outside.
        article: Its word from the article alone.
        beyond: Its word with what is known from outside.
        answered: Whether that word is answered.
        account_share: Share of the words of the article that tell the account of the claimant, 0 to 1.
        answers_share: Share of those that answer it; both may count the same words.
        statements: Rows of the case.
        claims: Likewise.
        sources: Likewise.
        documents: Likewise.
        faults: How many faults the case has; 0 for a sound one.
        fault: The first of them.
    """

    id: str
    title: str = ""
    outlet: str = ""
    published: str = ""
    language: str = ""
    words: int | None = None
    claim: str = ""
    claimant: str = ""
    party: str = ""
    mentions: int | None = None
    names: int | None = None
    roots: int | None = None
    links: int | None = None
    circular: bool | None = None
    answers: int | None = None
    answers_beyond: int | None = None
    article: str = ""
    beyond: str = ""
    answered: bool | None = None
    account_share: float | None = None
    answers_share: float | None = None
    statements: int | None = None
    claims: int | None = None
    sources: int | None = None
    documents: int | None = None
    faults: int = 0
    fault: str = ""

    @property
    def shape(self) -> str:
        """The shape of what stands behind the asked claim, in words; empty if there is none."""
        numbers = (self.mentions, self.names, self.roots, self.links)
        known = [n for n in numbers if n is not None]
        return words.shape(*known, circular=bool(self.circular)) if len(known) == len(numbers) else ""


def summary(case: Case) -> Summary:
    """Return a case in one row.

    Args:
        case: A checked case.

    Example:
        >>> from whosays import load
        >>> row = summary(load("kramatorsk-2023"))
        >>> row.shape, row.article, row.beyond
        ('4 mentions, 3 names, 1 root; longest path 3 links; no circle', 'contested', 'answered')
    """
    article = case.article
    about = {"id": case.id, "title": article.title, "outlet": article.outlet, "published": str(article.published)}
    rows = {name: len(case.rows(name)) for name in ("statements", "claims", "sources", "documents")}
    claim = asked(Trace(case, "article"))
    told = _asked(case, claim) if claim else {}
    return Summary(**about, **rows, **told, language=article.language, words=length(case).words)  # type: ignore[arg-type]  # keys are fields


def _asked(case: Case, claim: str) -> dict[str, object]:
    inside, outside = Trace(case, "article"), Trace(case, "beyond")
    found = inside.mentions(claim)
    first = inside.statements[claim][0]
    root = inside.root(first)
    source = case.source_by_id.get(first.source)
    topic = case.claim_by_id[claim].topic
    stands = {t.layer: Framework(t).standing(claim).word for t in (inside, outside)}
    return {
        "claim": claim,
        "claimant": source.label if source else words.NOBODY,
        "party": source.party if source else "",
        "mentions": len(found),
        "names": len(inside.voices(s for m in found for s in m.statements)),
        "roots": len(inside.roots(m.head for m in found)),
        "links": max(len(inside.chain(m.head)) for m in found)
        - 2,  # from the root: neither evidence nor root is a step
        "circular": bool(Audit(inside).circular(claim)),
        "answers": sum(a.attacks for a in inside.answers(claim)),
        "answers_beyond": sum(a.attacks for a in outside.answers(claim)),
        **stands,
        "answered": stands["beyond"] == "answered",
        "account_share": prominence(case, account(inside, topic, root)).share,
        "answers_share": prominence(case, answers_to_topic(inside, topic)).share,
    }

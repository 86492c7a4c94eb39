"""A case in one row, so that many can stand in one table."""

from dataclasses import dataclass

from whosays.analysis.audit import Audit
from whosays.analysis.knowable import on_the_day
from whosays.analysis.measure import account, answers_to_topic, length, prominence
from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework
from whosays.case.model import Case
from whosays.show.sentences import collection as words
from whosays.show.space import asked

OFFICIAL = frozenset({"government", "ministry", "army", "official"})  # of any country, and of a town as of a state


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
        field: What it is about, as the case says.
        claim: Id of the asked claim; what follows is about it, down to the word.
        claimant: Who states it first in the article.
        party: Party of the dispute for which that one speaks; empty for none.
        voice: Kind of the body for which that one speaks in the end, in the words of ``sources.csv``.
        official: Whether that is a government, a ministry, an army or a public official.
        mentions: How often it is stated.
        names: How many names stand behind it.
        roots: At how many roots the trails end.
        links: Steps of the longest trail, from the root to the page.
        circular: Whether bodies rest on one another for it.
        answers: How many answers attack it in the article.
        answers_beyond: How many do, with those from outside.
        article: Its word from the article alone.
        knowable: Its word with what could be known by the end of the day of print.
        beyond: Its word with what is known from outside.
        answered: Whether that word is answered.
        holds: Whether it is holds.
        headline: Whether the headline states it.
        first_word: Position of the first word of the first passage that states it, from 1.
        answers_first_word: The same of the answers that attack it; None if the article has none.
        account_share: Share of the words of the article that tell the account of the claimant, 0 to 1.
        answers_share: Share of those that answer it; both may count the same words.
        by_officials: How many claims of the article an official states first, the asked one among them.
        by_officials_hold: How many of those hold beyond the article.
        by_officials_answered: How many of those are answered there; the others are contested, or nobody speaks to them.
        by_others: As before, of claims that anybody else states first.
        by_others_hold: Likewise.
        by_others_answered: Likewise.
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
    field: str = ""
    words: int | None = None
    claim: str = ""
    claimant: str = ""
    party: str = ""
    voice: str = ""
    official: bool | None = None
    mentions: int | None = None
    names: int | None = None
    roots: int | None = None
    links: int | None = None
    circular: bool | None = None
    answers: int | None = None
    answers_beyond: int | None = None
    article: str = ""
    knowable: str = ""
    beyond: str = ""
    answered: bool | None = None
    holds: bool | None = None
    headline: bool | None = None
    first_word: int | None = None
    answers_first_word: int | None = None
    account_share: float | None = None
    answers_share: float | None = None
    by_officials: int | None = None
    by_officials_hold: int | None = None
    by_officials_answered: int | None = None
    by_others: int | None = None
    by_others_hold: int | None = None
    by_others_answered: int | None = None
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
    about |= {"language": article.language, "field": article.field}
    rows = {name: len(case.rows(name)) for name in ("statements", "claims", "sources", "documents")}
    claim = asked(Trace(case, "article"))
    told = _asked(case, claim) if claim else {}
    return Summary(**about, **rows, **told, words=length(case).words)  # type: ignore[arg-type]  # keys are fields


def _asked(case: Case, claim: str) -> dict[str, object]:
    inside, outside = Trace(case, "article"), Trace(case, "beyond")
    found = inside.mentions(claim)
    first = inside.statements[claim][0]
    root = inside.root(first)
    source = case.source_by_id.get(first.source)
    topic = case.claim_by_id[claim].topic
    traces = {"article": inside, "knowable": Trace(on_the_day(case), "beyond"), "beyond": outside}
    weighed = {name: Framework(trace) for name, trace in traces.items()}
    stands = {name: framework.standing(claim).word for name, framework in weighed.items()}
    voice = _voice(case, root)
    against = [a for a in inside.answers(claim) if a.attacks]
    room = prominence(case, (s for m in found for s in m.statements))
    return {
        "claim": claim,
        "claimant": source.label if source else words.nobody(),
        "party": source.party if source else "",
        "voice": voice,
        "official": voice in OFFICIAL,
        "mentions": len(found),
        "names": len(inside.voices(s for m in found for s in m.statements)),
        "roots": len(inside.roots(m.head for m in found)),
        "links": max(len(inside.chain(m.head)) for m in found)
        - 2,  # from the root: neither evidence nor root is a step
        "circular": bool(Audit(inside).circular(claim)),
        "answers": len(against),
        "answers_beyond": sum(a.attacks for a in outside.answers(claim)),
        **stands,
        **_by_voice(inside, weighed["beyond"]),
        "answered": stands["beyond"] == "answered",
        "holds": stands["beyond"] == "holds",
        "headline": room.in_headline,
        "first_word": room.first_word,
        "answers_first_word": prominence(case, (s for a in against for s in a.statements)).first_word,
        "account_share": prominence(case, account(inside, topic, root)).share,
        "answers_share": prominence(case, answers_to_topic(inside, topic)).share,
    }


def _voice(case: Case, root: str) -> str:
    return case.source_by_id[root].kind if root else "anonymous"


def _by_voice(inside: Trace, outside: Framework) -> dict[str, int]:
    """Return how many claims of the article officials and others state first, and how many hold or are answered."""
    case = inside.case
    words_of: dict[str, list[str]] = {"by_officials": [], "by_others": []}
    for claim in case.claims:
        stated = [m.head for m in inside.mentions(claim.id)]
        if stated and claim.role == "claim":
            official = _voice(case, inside.root(stated[0])) in OFFICIAL
            words_of["by_officials" if official else "by_others"].append(outside.standing(claim.id).word)
    return {
        name + end: found.count(word) if word else len(found)
        for name, found in words_of.items()
        for end, word in (("", ""), ("_hold", "holds"), ("_answered", "answered"))
    }

"""The section without which there is no report: what it cannot tell, and how firm each word is."""

from collections.abc import Iterable

from whosays.analysis.weigh import Argument
from whosays.analysis.whatif import WhatIf
from whosays.case.model import Claim
from whosays.report import sentences as shared
from whosays.report.findings import answered, loss
from whosays.report.inquiry import Inquiry
from whosays.report.section import Section
from whosays.report.sentences import limits as caveats
from whosays.show import sentences as say
from whosays.show.sentences.method import CANNOT, LIMITS
from whosays.show.told import Told

NAME = "limits"
UNGROUNDED = frozenset({"none given", "vouches for itself"})
GENERAL = 4  # sentences of CANNOT on standing, roots, space and reach; the fifth is said with its count


def limits(inquiry: Inquiry) -> Section:
    """Return what the report cannot tell, and what each word of it stands on."""
    scale = Told(caveats.scale(), tuple(caveats.SCALE), tuple(say.GRADES.items()))
    asked = WhatIf(inquiry.framework)
    rows = tuple(_row(inquiry, asked, claim) for claim in inquiry.claims)
    firm = Told(caveats.confidence(), tuple(caveats.CONFIDENCE), rows)
    told = (*_of_words(inquiry), *_of_grounds(inquiry), *_of_choices(inquiry), *CANNOT[:GENERAL], *LIMITS)
    return Section(NAME, shared.TITLES["limits"], told, (firm, scale))


def _of_words(inquiry: Inquiry) -> list[str]:
    """Return which claims nobody speaks to, which nothing settles, and which nobody says any more."""
    found, total = inquiry.standings, len(inquiry.claims)

    def of(word: str) -> list[str]:
        return [c.id for c in inquiry.claims if found[c.id].word == word]

    single = sum(len(found[c.id].roots) == 1 for c in inquiry.claims)
    return [
        caveats.unchallenged(of("unchallenged"), total),
        caveats.open_claims(of("contested")),
        caveats.unjudged(of("cannot be judged")),
        caveats.single(single, total),
    ]


def _of_grounds(inquiry: Inquiry) -> list[str]:
    """Return what is undated, what does not say how it is known, and what was not looked at."""
    case, trace = inquiry.read, inquiry.trace
    stated = [s for s in case.statements if trace.holds(s)]
    undated = sum(s.said_on is None for s in stated)
    ungrounded = sum(s.basis in UNGROUNDED for s in stated)
    beyond = inquiry.parameters.layer == "beyond"
    outside = sum(s.layer == "beyond" for s in case.statements)
    found = [
        caveats.undated(undated, len(stated)),
        caveats.ungrounded(ungrounded, len(stated)),
        caveats.looked_at(len(case.documents), outside, beyond=beyond),
    ]
    if beyond and case.documents:
        blank = sum(d.published is None for d in case.documents)
        second_hand = sum(d.quality not in {"original", "none"} for d in case.documents)
        found.append(caveats.copies(blank, second_hand, len(case.documents)))
    return found


def _of_choices(inquiry: Inquiry) -> list[str]:
    asked = inquiry.parameters
    changes = [f"{name} ({shared.basis(basis)})" for name, basis in asked.regraded.items()]
    return [caveats.taken([*map(inquiry.label, asked.withdrawn)]), caveats.regraded(changes)]


def _row(inquiry: Inquiry, asked: WhatIf, claim: Claim) -> tuple[str, ...]:
    standing, framework = inquiry.standings[claim.id], inquiry.framework
    sets = [gone for gone, _ in asked.linchpins(claim.id)]
    return (
        claim.id,
        say.STANDING_WORDS[standing.word],
        str(len(standing.roots)),
        str(answered(inquiry.trace, claim.id)),
        shared.grade(_best(inquiry, framework.arguments_of(claim.id))),
        shared.grade(_best(inquiry, standing.against)),
        loss(inquiry, sets),
    )


def _best(inquiry: Inquiry, arguments: Iterable[Argument]) -> int:
    """Return the best grade of the statements that make some arguments; 0 if there are none."""
    framework = inquiry.framework
    return max((framework.strength(s) for a in arguments for s in framework.arguments[a]), default=0)

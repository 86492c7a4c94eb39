"""The wording of the article, side by side: verbs that introduce, phrases that weaken, phrases that judge or frame.

One rule for every side. A verb counts once for each passage and source it introduces there, however many statements
it carries. A side is the party a speaker belongs to; who belongs to none is a third party, unless nobody is named.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from whosays.analysis.trace import Trace
from whosays.case.model import Case, Statement, Wording

Kind = Literal["party", "third", "nobody", "outlet"]
KINDS: tuple[Kind, ...] = ("party", "third", "nobody", "outlet")
OWN = frozenset({"own voice", "presupposed"})
JUDGING = frozenset({"loaded", "frame"})


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """Whose words something is.

    Attributes:
        kind: party, third (named, of no party), nobody (nobody is named), or outlet (the article's own voice).
        party: Name of the party; empty for the others.
    """

    kind: Kind
    party: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or phrase by which the article introduces a source in one passage.

    Attributes:
        passage: Id of the passage.
        source: Id of the source; empty if nobody is named.
        verb: The verb or phrase as printed.
        statements: The statements it introduces there, in order.
        effect: What the case says it does, in own words; empty if the case does not say.
    """

    passage: str
    source: str
    verb: str
    statements: tuple[Statement, ...]
    effect: str


@dataclass(frozen=True, slots=True)
class Words:
    """The wording around one side.

    Attributes:
        side: The side.
        statements: Its statements in the article.
        cues: What introduces them, in order.
        phrases: Hedging, loaded and framing phrases that are this side's words, in order.
    """

    side: Side
    statements: tuple[Statement, ...]
    cues: tuple[Cue, ...]
    phrases: tuple[Wording, ...]

    @property
    def verbs(self) -> dict[str, int]:
        """How often each verb introduces this side, in small letters, most often first, then as printed."""
        return dict(Counter(cue.verb.lower() for cue in self.cues).most_common())

    @property
    def direct(self) -> int:
        """Statements that are quoted word for word."""
        return sum(s.form == "direct" for s in self.statements)

    @property
    def judging(self) -> int:
        """Loaded and framing phrases that are this side's words."""
        return sum(w.kind in JUDGING for w in self.phrases)

    @property
    def hedged(self) -> tuple[Statement, ...]:
        """Statements that a word or phrase weakens."""
        return tuple(s for s in self.statements if s.hedge)


def wording(trace: Trace) -> list[Words]:
    """Return the wording of the article, side by side.

    Args:
        trace: The case in a layer; only what the article itself prints counts.

    Returns:
        The parties in order of appearance, then third parties, then nobody named, then the outlet; a side with
        neither a statement nor a phrase is left out.
    """
    case = trace.case
    outlets = _outlets(case)
    order = {p.id: n for n, p in enumerate(case.passages)}
    own = sorted((s for s in case.statements if s.passage), key=lambda s: order[s.passage])
    phrases = sorted((w for w in case.wording if w.kind != "cue"), key=lambda w: order[w.passage])
    by_statement = [(_side_of_statement(case, s, outlets), s) for s in own]
    by_phrase = [(side(case, w.source, outlets), w) for w in phrases]
    found = dict.fromkeys(who for who, _ in (*by_statement, *by_phrase))
    return [
        Words(
            side=who,
            statements=tuple(s for other, s in by_statement if other == who),
            cues=_cues(case, [s for other, s in by_statement if other == who]),
            phrases=tuple(w for other, w in by_phrase if other == who),
        )
        for who in sorted(found, key=lambda who: KINDS.index(who.kind))
    ]


def side(case: Case, source: str, outlets: Iterable[str] = ()) -> Side:
    """Return the side a source is on.

    Args:
        case: The case.
        source: Id of the source; empty if nobody is named.
        outlets: Ids of the sources that are the article's own voice.
    """
    if source in outlets:
        return Side("outlet")
    row = case.source_by_id.get(source)
    if row is None or row.kind == "anonymous":
        return Side("nobody")
    return Side("party", row.party) if row.party else Side("third")


def _side_of_statement(case: Case, statement: Statement, outlets: set[str]) -> Side:
    return Side("outlet") if statement.form in OWN and not statement.source else side(case, statement.source, outlets)


def _outlets(case: Case) -> set[str]:
    """Return who speaks in the article's own voice; the outlet counts even where it never does.

    One that is itself a party, as the government whose note it is, counts as that party.
    """
    own = {s.source for s in case.statements if s.passage and s.form in OWN}
    return {s.id for s in case.sources if (s.id in own or s.name == case.article.outlet) and not s.party}


def _cues(case: Case, statements: Iterable[Statement]) -> tuple[Cue, ...]:
    groups: dict[tuple[str, str, str], list[Statement]] = {}
    for s in statements:
        if s.cue:
            groups.setdefault((s.passage, s.source, s.cue), []).append(s)
    return tuple(Cue(*key, tuple(own), _effect(case, *key)) for key, own in groups.items())


def _effect(case: Case, passage: str, _source: str, verb: str) -> str:
    """Return what the case says of a verb in its passage; "said that" there speaks of "said" here."""
    for row in case.wording:
        if row.kind == "cue" and row.passage == passage and row.phrase.lower().startswith(verb.lower()):
            return row.effect
    return ""

"""The name beside a cue, read by rule: who is printed as saying something."""

from collections.abc import Sequence

from whosays.author.language import Language
from whosays.author.word import CLAUSE, Word

MOST = 5  # words of a name; of a longer one the words nearest to the cue
Span = tuple[int, int]


def beside(words: Sequence[Word], cue: Span, own: Language, quoted: Sequence[bool]) -> Span | None:
    """Return where the name beside a cue stands.

    Args:
        words: The sentence.
        cue: Place of the cue in it: first word, and the word after its last one, from 0.
        own: The language.
        quoted: Of each word, whether it stands in a quotation.

    Returns:
        First word of the name and the word after its last one; None where a pronoun stands, or nothing that the rule
        can see.
    """
    first, after = cue
    if " ".join(w.core for w in words[first:after]) in own.name_follows:
        return _after(words, after, own, named=True)
    if after < len(words) and words[after].core in own.agents and not words[after - 1].ends:
        return _after(words, after + 1, own, named=False)
    at = first - 1
    while at >= 0 and words[at].core in own.helpers and not words[at].ends:
        at -= 1
    passive = any(w.core in own.passives for w in words[at + 1 : first])
    if at < 0:
        return _after(words, after, own, named=False) if own.unit == "capitalised" and not passive else None
    follows = words[after].core in own.pronouns - own.articles if after < len(words) else False
    unnamed = words[at].core in own.pronouns and not words[at].ends
    if passive or unnamed or (follows and own.unit == "capitalised"):
        return None
    if quoted[at] or words[at].ends:
        return _after_comma(words, at, after, own, said=quoted[at])
    name = _before(words, at, own)
    # Only where the verb is the second element does the subject follow it when something else stands before it.
    return name or (_after(words, after, own, named=False) if own.unit == "capitalised" else None)


def _after_comma(words: Sequence[Word], at: int, after: int, own: Language, *, said: bool) -> Span | None:
    """Read '"…," said X', and 'X, who came late, said'."""
    follows = _after(words, after, own, named=False)
    if said or (follows and own.unit == "capitalised"):
        return follows
    comma = next((i for i in range(at - 1, max(-1, at - CLAUSE), -1) if words[i].ends), -1)
    inner = words[comma + 1 : at + 1]
    if comma >= 0 and len(inner) <= MOST and all(w.capital or w.core in own.joiners for w in inner):
        return comma + 1, at + 1
    set_off = comma >= 0 and "," in words[comma].tail
    if set_off and (words[comma].capital or inner[0].core in own.articles | own.pronouns | own.small):
        return _before(words, comma, own)
    return follows


def _before(words: Sequence[Word], end: int, own: Language) -> Span | None:
    """Return the noun phrase that ends with a word: a name, or a noun with its article."""
    at, articled = end, False
    while at >= 0 and end - at < MOST and not (at < end and words[at].ends):
        core = words[at].core
        if core in own.articles and at < end:
            articled = True
            at -= 1
            genitive = own.unit == "capitalised" and at >= 0 and words[at].capital and not words[at].ends
            inside = at >= 0 and words[at].core in own.joiners
            if not inside and (not genitive or _no_name(words[at], own)):
                break
        elif (at < end and (core in own.joiners or _links(words, at, own))) or not _no_name(words[at], own):
            at -= 1
        else:
            break
    first = at + 1
    while first <= end and words[first].core in own.joiners:
        first += 1
    if first > end or (at >= 0 and not words[at].ends and _takes(words[at], own)):
        return None
    if words[first].core in own.oblique:
        return None
    clause = at < 0 or words[at].ends
    return (first, end + 1) if articled or clause or any(w.capital for w in words[first : end + 1]) else None


def _after(words: Sequence[Word], first: int, own: Language, *, named: bool) -> Span | None:
    """Return the noun phrase that begins with a word."""
    end = first
    while end < len(words) and end - first < MOST:
        this, seen = words[end], any(w.capital for w in words[first:end])
        if end > first and (this.opens or words[end - 1].ends):
            break
        inside = end > first and end + 1 < len(words)
        if this.core in own.articles - own.pronouns or (this.core in own.articles and own.unit == "capitalised"):
            genitive = seen and own.unit == "capitalised" and this.core in {"der", "des"}
            if end > first and not genitive and words[end - 1].core not in own.joiners:
                break
        elif inside and (this.core in own.joiners or _links(words, end, own)):
            pass
        elif _no_name(this, own) or (seen and not this.capital):
            break
        end += 1
    while end > first and (words[end - 1].core in own.joiners | own.articles):
        end -= 1
    run = words[first:end]
    if not run or (run[0].core in own.oblique and not named):
        return None
    capital = any(w.capital for w in run)
    articled = run[0].core in own.articles and len(run) > 1
    return (first, end) if capital or articled or named else None


def _links(words: Sequence[Word], at: int, own: Language) -> bool:
    """Return whether a word is an "and" between two parts of a name."""
    sides = words[at - 1 : at + 2] if at else ()
    return words[at].core in own.conjunctions and len(sides) == 3 and sides[0].capital and sides[2].capital  # noqa: PLR2004


def _takes(this: Word, own: Language) -> bool:
    """Return whether a word takes the noun behind it for itself: a preposition, or another cue."""
    return this.core in own.prepositions or this.core in own.cues


def _no_name(this: Word, own: Language) -> bool:
    """Return whether a word ends a name: a preposition, pronoun, date word, number or cue."""
    words = own.small | own.pronouns | own.helpers | own.weekdays | own.days
    alone = this.core in words or this.core in own.cues or this.core in own.numbers
    return not this.core or alone or this.core[0].isdigit() or (this.core in own.months and this.capital)

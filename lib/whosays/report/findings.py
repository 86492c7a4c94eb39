"""The sections that say what was found: the case, the choices, where each claim stands, and the figures."""

from collections import Counter

from whosays.analysis.trace import Answer, Trace
from whosays.analysis.weigh import Framework
from whosays.analysis.whatif import WhatIf
from whosays.case.errors import UnknownIdError
from whosays.case.model import Claim
from whosays.report import sentences as shared
from whosays.report.inquiry import Inquiry
from whosays.report.section import Section
from whosays.report.sentences import findings as words
from whosays.report.sentences import limits as caveats
from whosays.show import sentences as say
from whosays.show.entry import name_of, role_of
from whosays.show.language import NAMES
from whosays.show.standing import reason
from whosays.show.told import Told

MOST = 3  # smallest losses that a cell names; the table on disk has them in its own words


def case(inquiry: Inquiry) -> Section:
    """Return what the report is about."""
    own, kept = inquiry.case, inquiry.kept
    article = own.article
    holds = ", ".join(
        [shared.statements(len(own.statements)), shared.sources(len(own.sources)), shared.documents(len(own.documents))]
    )
    made_up = any(d.how_known == "made up" for d in own.documents)
    cells = (
        article.title,
        article.outlet,
        say.day(article.published),
        "" if made_up else article.address,
        own.id,
        kept.package.version or words.unnumbered(),
        kept.whole,
        holds,
    )
    rows = tuple((head, cell) for head, cell in zip(words.FACTS, cells, strict=True) if cell)
    title = shared.TITLES["case"]
    return Section("case", title, (article.content_note,), (Told(title, tuple(words.FACT), rows),))


def parameters(inquiry: Inquiry) -> Section:
    """Return what was chosen, and which words that changes."""
    asked = inquiry.parameters
    bases = [f"{name}: {shared.basis(basis)}" for name, basis in asked.regraded.items()]
    cells = (
        say.LAYERS[asked.layer],
        "; ".join(inquiry.label(name) for name in asked.withdrawn) or words.none(),
        "; ".join(bases) or words.none(),
        NAMES[asked.language],
    )
    title = shared.TITLES["parameters"]
    rows = tuple(zip(words.CHOICES, cells, strict=True))
    tables = [Told(title, tuple(words.CHOICE), rows)]
    told = words.chosen(len(inquiry.moved), len(inquiry.claims), anything=bool(asked.withdrawn or asked.regraded))
    if inquiry.moved:
        tables.append(Told(told, tuple(words.MOVES), tuple(_move(inquiry, claim) for claim in inquiry.moved)))
    return Section("parameters", title, (told,), tuple(tables))


def _move(inquiry: Inquiry, claim: Claim) -> tuple[str, ...]:
    was, now = (say.STANDING_WORDS[s[claim.id].word] for s in (inquiry.before, inquiry.standings))
    return claim.id, claim.question, was, now, _why(inquiry, claim)


def _why(inquiry: Inquiry, claim: Claim) -> str:
    """Return the reason of a word without the word, which has a column of its own."""
    return say.capital(inquiry.reasons[claim.id].removeprefix(f"{_word(inquiry, claim)}: "))


def notes(inquiry: Inquiry) -> Section:
    """Return what the author says, paragraph by paragraph."""
    paragraphs = tuple(part.strip("\n") for part in inquiry.parameters.notes.split("\n\n") if part.strip())
    return Section("notes", shared.TITLES["notes"], paragraphs)


def standing(inquiry: Inquiry) -> Section:
    """Return where each claim stands in the report, and why."""
    found = inquiry.standings
    counts = Counter(found[c.id].word for c in inquiry.claims)
    told = words.tally(len(inquiry.claims), [(word, counts[word]) for word in say.STANDINGS if counts[word]])
    rows = tuple(
        (
            c.id,
            c.proposition,
            say.STANDING_WORDS[found[c.id].word],
            _why(inquiry, c),
            "; ".join(map(inquiry.label, found[c.id].roots)),
        )
        for c in inquiry.claims
    )
    title = shared.TITLES["standing"]
    return Section("standing", title, (told, say.standing_rule()), (Told(title, tuple(words.STANDS), rows),))


def roots(inquiry: Inquiry) -> Section:
    """Return how often each claim is stated, by how many voices, and from how many roots."""
    counts = {claim.id: _counts(inquiry.trace, claim.id) for claim in inquiry.claims}
    title = shared.TITLES["roots"]
    told = [words.counted(counts[inquiry.asked][0], counts[inquiry.asked][2])] if inquiry.asked in counts else []
    rows = tuple((c.id, c.question, *map(str, counts[c.id])) for c in inquiry.claims)
    return Section("roots", title, tuple(told), (Told(title, tuple(words.COUNTS), rows),))


def _counts(trace: Trace, claim: str) -> tuple[int, int, int, int]:
    found = trace.mentions(claim)
    stated = [s for m in found for s in m.statements]
    return len(found), len(trace.voices(stated)), len(trace.roots(m.head for m in found)), answered(trace, claim)


def answered(trace: Trace, claim: str) -> int:
    """Return how many answers speak against a claim or caution about it."""
    return sum(a.attacks or a.kind == "cautions" for a in trace.answers(claim))


def answers(inquiry: Inquiry) -> Section:
    """Return what is said to each claim, and what it meets."""
    found = [(c, a) for c in inquiry.claims for a in inquiry.trace.answers(c.id)]
    title = shared.TITLES["answers"]
    told = words.answers(len({c.id for c, _ in found}), len(inquiry.claims))
    rows = tuple(_answer(inquiry, claim, answer) for claim, answer in found)
    return Section("answers", title, (told,), (Told(title, tuple(words.ANSWERED), rows),) if rows else ())


def _answer(inquiry: Inquiry, claim: Claim, answer: Answer) -> tuple[str, ...]:
    head = answer.head
    gists = " ".join(dict.fromkeys(s.gist for s in answer.statements))
    kind = say.ROLES.get(role_of(answer)) or say.ANSWERS.get(answer.kind, answer.kind)
    return claim.id, name_of(inquiry.case, head.source), kind, say.BASIS[head.basis], shared.met(answer.meets), gists


def linchpins(inquiry: Inquiry) -> Section:
    """Return the smallest sets of sources whose loss changes the word of each claim."""
    asked = WhatIf(inquiry.framework)
    sets = {claim.id: [gone for gone, _ in asked.linchpins(claim.id)] for claim in inquiry.claims}
    title = shared.TITLES["linchpins"]
    single = sum(any(len(gone) == 1 for gone in found) for found in sets.values())
    rows = tuple((c.id, c.question, _word(inquiry, c), loss(inquiry, sets[c.id])) for c in inquiry.claims)
    told = words.linchpins(single, len(inquiry.claims))
    return Section("linchpins", title, (told,), (Told(title, tuple(words.LEANS), rows),))


def _word(inquiry: Inquiry, claim: Claim) -> str:
    return say.STANDING_WORDS[inquiry.standings[claim.id].word]


def loss(inquiry: Inquiry, sets: list[tuple[str, ...]]) -> str:
    """Return the smallest losses that change a word, the first of them by name."""
    more = caveats.more(len(sets) - MOST) if len(sets) > MOST else ""
    return caveats.loss([[*map(inquiry.label, gone)] for gone in sets[:MOST]]) + more


def moved(inquiry: Inquiry) -> Section:
    """Return the claims whose word is another one beyond the article; nothing, where only the article is looked at."""
    title = shared.TITLES["moved"]
    if inquiry.parameters.layer == "article":
        return Section("moved", title)
    alone = Framework(Trace(inquiry.read, "article"), inquiry.parameters.reading)
    before = alone.standings()
    found = [c for c in inquiry.claims if c.id in before and before[c.id].word != inquiry.standings[c.id].word]
    total = sum(c.id in before for c in inquiry.claims)
    rows = tuple(
        (
            c.id,
            c.question,
            reason(alone, c, before[c.id]),
            inquiry.reasons[c.id],
        )
        for c in found
    )
    tables = (Told(title, tuple(words.BEYOND), rows),) if rows else ()
    return Section("moved", title, (words.moved(len(found), total),), tables)


def figure(inquiry: Inquiry, name: str) -> Section:
    """Return a figure with its sentence and its table; that the case has nothing for it, if so."""
    from whosays.show.figures import figure as drawn  # noqa: PLC0415 - plotly loads only when a figure is asked for

    title = shared.TITLES[name]
    try:
        chart = drawn(inquiry.read, name, inquiry.parameters.layer, inquiry.asked if name == "chain" else "")
    except UnknownIdError:  # nothing to draw
        return Section(name, title, (shared.nothing(),))
    if not chart.rows:
        return Section(name, title, (shared.nothing(),))
    told = Told(shared.TITLES["figure"], chart.columns, chart.rows)
    return Section(name, title, (chart.sentence,), (told,), chart)

"""The sections that say where all of it comes from: sources, documents, judgements, corrections, files, citation."""

from collections.abc import Iterable

from whosays.author.accepted import read_accepted
from whosays.author.linter import NAMES as RULES
from whosays.case.model import Date, Relation, Source, Statement
from whosays.report import sentences as shared
from whosays.report.inquiry import Inquiry
from whosays.report.section import Section
from whosays.report.sentences import records as words
from whosays.show import sentences as say
from whosays.show.entry import name_of
from whosays.show.sentences.method import where
from whosays.show.told import Told

DASH = "–"


def sources(inquiry: Inquiry) -> Section:
    """Return who speaks, and with whom the trail of each ends."""
    case, trace = inquiry.case, inquiry.trace
    beyond = inquiry.parameters.layer == "beyond"
    held = [s for s in case.sources if beyond or s.layer == "article"]
    title = shared.TITLES["sources"]
    rows = tuple(_source(inquiry, source, trace.root_of_source(source.id)) for source in held)
    told = words.speaking(len(held), sum(s.named == "no" for s in held))
    return Section("sources", title, (told,), (Told(title, tuple(words.SPEAKERS), rows),))


def _source(inquiry: Inquiry, source: Source, root: str) -> tuple[str, ...]:
    ends = inquiry.case.source_by_id[root].name if root else say.capital(say.nobody())
    return source.id, source.name, say.KINDS[source.kind], source.party or DASH, words.NAMED[source.named], ends


def documents(inquiry: Inquiry) -> Section:
    """Return the article and each document with address, date and how it is known."""
    case = inquiry.case
    article = case.article
    beyond = inquiry.parameters.layer == "beyond"
    made_up = any(d.how_known == "made up" for d in case.documents)
    own = (
        article.id,
        article.outlet,
        say.day(article.published),
        DASH if made_up else article.address,
        say.KNOWN["made up"] if made_up else DASH,
        DASH,
    )
    rows = [
        (
            d.id,
            f"{d.publisher}: {d.title}",
            say.day(d.published) or say.undated(),
            " ".join((d.address, *d.also_at)).strip() or DASH,
            say.KNOWN[d.how_known],
            say.QUALITIES[d.quality],
        )
        for d in (case.documents if beyond else ())
    ]
    title = shared.TITLES["documents"]
    told = words.annotated(article.text_sha256), words.outside(len(case.documents))
    return Section("documents", title, told, (Told(title, tuple(words.DOCUMENTS), (own, *rows)),))


def judgements(inquiry: Inquiry) -> Section:
    """Return every judgement of the case and of the report, with who made it and when."""
    told = words.judged(_makers(inquiry), _when(inquiry))
    found = judged(inquiry).values()
    return Section("judgements", shared.TITLES["judgements"], (told,), tuple(table for table in found if table.rows))


def judged(inquiry: Inquiry) -> dict[str, Told]:
    """Return the tables of the judgements: own (of the report), links, grounds and left (remarks that may stay)."""
    who, when = _makers(inquiry), _when(inquiry)
    links = [r for r in inquiry.case.relations if inquiry.trace.holds(r)]
    stated = [s for s in inquiry.case.statements if inquiry.trace.holds(s)]
    return {
        "own": Told(words.own(), tuple(words.OWN), tuple(_own(inquiry))),
        "links": Told(words.links(len(links)), tuple(words.LINKS), tuple(_link(inquiry, r, who) for r in links)),
        "grounds": Told(
            words.grounds(len(stated)), tuple(words.GROUNDS), tuple(_ground(inquiry, s, who) for s in stated)
        ),
        "left": Told(words.left(), tuple(words.LEFT), tuple(_left(inquiry, who, when))),
    }


def _makers(inquiry: Inquiry) -> str:
    return say.listed(list(inquiry.kept.package.makers)) or inquiry.parameters.who or shared.makers()


def _when(inquiry: Inquiry) -> str:
    created = inquiry.kept.package.created
    try:
        return say.day(Date.parse(created)) if created else shared.unrecorded()
    except ValueError:
        return created


def _mended(inquiry: Inquiry, table: str, row: str) -> str:
    """Return when a row was judged: when it was mended last, else as the whole case."""
    days = [c.mended for c in inquiry.case.corrections if (c.table, c.row) == (table, row)]
    return words.mended(say.day(max(days, key=lambda date: date.last))) if days else _when(inquiry)


def _own(inquiry: Inquiry) -> Iterable[tuple[str, ...]]:
    asked, case = inquiry.parameters, inquiry.case
    who = say.listed(list(asked.authors)) or words.the_author()
    for name in asked.withdrawn:
        yield name, inquiry.label(name), words.withdrawn(inquiry.label(name)), who, words.with_report()
    for name, basis in asked.regraded.items():
        statement = case.statement_by_id.get(name)
        was = say.BASIS[statement.basis] if statement else inquiry.label(name)
        yield name, was, shared.basis(basis), who, words.with_report()


def _link(inquiry: Inquiry, relation: Relation, who: str) -> tuple[str, ...]:
    said = f"{words.KINDS[relation.kind]}: {relation.gist}"
    when = _mended(inquiry, "relations", relation.id)
    return (
        relation.id,
        relation.from_,
        relation.to,
        said,
        words.SURELY[relation.surely],
        shared.met(relation.meets) or DASH,
        who,
        when,
    )


def _ground(inquiry: Inquiry, statement: Statement, who: str) -> tuple[str, ...]:
    name = name_of(inquiry.case, statement.source)
    basis, form = say.BASIS[statement.basis], say.FORMS[statement.form]
    return statement.id, statement.claim, name, basis, form, who, _mended(inquiry, "statements", statement.id)


def _left(inquiry: Inquiry, who: str, when: str) -> Iterable[tuple[str, ...]]:
    for row in read_accepted(inquiry.case.folder, RULES):
        place = " ".join(part for part in (row.table, row.row, row.column) if part)
        yield row.rule, place, row.reason, row.who or who, row.on or when


def corrections(inquiry: Inquiry) -> Section:
    """Return what the case got wrong, and when it was mended."""
    found = inquiry.case.corrections
    title = shared.TITLES["corrections"]
    rows = tuple((say.day(c.mended), where(c.table, c.row), c.was, c.now) for c in found)
    tables = (Told(title, tuple(words.MENDED), rows),) if rows else ()
    return Section("corrections", title, (words.corrections(len(found)),), tables)


def files(inquiry: Inquiry) -> Section:
    """Return the files of the case with their hashes."""
    hashes = inquiry.kept.hashes
    title = shared.TITLES["files"]
    rows = tuple((name, _rows(inquiry, name), own) for name, own in hashes.items())
    return Section("files", title, (words.files(),), (Told(title, tuple(words.FILES), rows),))


def _rows(inquiry: Inquiry, name: str) -> str:
    table, dot, ending = name.partition(".")
    if dot + ending != ".csv" or name == "accepted.csv":
        return DASH
    return str(len(inquiry.case.rows(table)))


def citing(inquiry: Inquiry) -> Section:
    """Return how to cite case and kit, and the licences."""
    case, kept = inquiry.case, inquiry.kept
    licence, address = kept.package.licence
    who = say.capital(say.listed(list(kept.package.makers)) or shared.makers())
    told = (
        words.cite(who, case.article.title, case.id, kept.package.version, kept.whole),
        words.cite_kit(),
        words.licences(licence, address or shared.unrecorded()),
    )
    return Section("citing", shared.TITLES["citing"], told)

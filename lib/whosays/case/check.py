"""The rules across tables. Each yields the faults it sees; none stops at the first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from re import findall

from whosays.case.errors import Fault, near, quoted
from whosays.case.model import Case
from whosays.case.question import NEEDS_A_CLAIM, slips
from whosays.case.schema import ADDRESS, Column, schema
from whosays.case.translation import translation_faults

SHOWN = 12  # ids of a circle that a fault names: its begin and its end; a longer line is not read
HINTS = 50  # ids of a column that are held against all the others; with thousands that would take minutes
FEWEST, MOST = 2, 7  # hypotheses of a case; the matrix has its answers worked out for up to seven rows


def faults_across(case: Case, partial: frozenset[str] = frozenset()) -> list[Fault]:
    """Return every fault that only shows when the tables are seen together.

    Args:
        case: The case, as far as its rows could be read; ids may dangle.
        partial: Tables of which not every row could be read. What seems to be missing from them may only be
            unread, so nothing is said about that until they are mended.

    Returns:
        All faults, in no particular order; an empty list for a sound case.
    """
    return [fault for rule in _RULES for fault in rule(_Places(case, partial))]


@dataclass(frozen=True, slots=True)
class _Places:
    """The case, and of which tables not every row could be read."""

    case: Case
    partial: frozenset[str]

    def ids(self, table: str) -> set[str]:
        """Every id of a table, those of rows with other faults included, so that one slip is one fault."""
        known = {row.id for row in self.case.rows(table)}
        return known | {row_id for name, row_id in self.case.lines if name == table}


def _references(at: _Places) -> Iterator[Fault]:
    """Every id that is named exists."""
    for table in schema().values():
        for column in (c for c in table.columns if c.refers):
            names = column.refers.split()
            if any(name in at.partial and not at.ids(name) for name in names):
                continue
            known = set[str]().union(*(at.ids(name) for name in names))
            files = " or ".join(f"{name}.csv" for name in names)
            hints, otherwise = iter(range(HINTS)), f"Add the missing row to {names[0]}.csv first."
            for row in at.case.rows(table.name):
                for wanted in _named(getattr(row, column.attribute), column):
                    if wanted not in known:
                        remedy = near(wanted, sorted(known), otherwise) if next(hints, -1) >= 0 else otherwise
                        yield at.case.fault(
                            table.name, row.id, column.name, quoted(wanted), f"an id from {files}", remedy
                        )


def _named(value: str | tuple[str, ...], column: Column) -> Iterable[str]:
    if isinstance(value, str):
        return (value,) if value else ()
    return (item.rpartition(":")[2] for item in value) if column.prefixes else value


def _one_meaning_an_id(at: _Places) -> Iterator[Fault]:
    """A relation can name claims, statements and relations, so their ids must differ."""
    tables = ("claims", "statements", "relations")
    for index, table in enumerate(tables):
        for other in tables[:index]:
            for row_id in sorted(at.ids(table) & at.ids(other)):
                remedy = f"{other}.csv has the same id; a relation could not tell them apart. Number anew."
                yield at.case.fault(table, row_id, "id", quoted(row_id), "an id of its own", remedy)


def _circles(at: _Places) -> Iterator[Fault]:
    """Nothing rests on itself: via, completes, speaks_for, same_as, part_of, derives from."""
    case = at.case
    for row in case.statements:
        path = (row.source, *row.via)
        for name in sorted({name for name in path if name and path.count(name) > 1}):
            remedy = "A relay passes on what came before it; take the repeated source out."
            yield at.case.fault("statements", row.id, "via", f"{quoted(name)} twice on one path", "no circle", remedy)
    links: list[tuple[str, str, dict[str, tuple[str, ...]]]] = [
        ("statements", "completes", {row.id: row.completes for row in case.statements}),
        (
            "sources",
            "speaks_for",
            {row.id: tuple(dict.fromkeys((row.same_as, row.speaks_for))) for row in case.sources},
        ),
        ("claims", "part_of", {row.id: (row.part_of,) for row in case.claims}),
    ]
    for table, column, edges in links:
        for circle in _circles_in(edges):
            yield at.case.fault(table, circle[0], column, _way(circle), "no circle", "Clear the cell that closes it.")
    derived = [row for row in case.relations if row.kind == "derives from"]
    ends: dict[str, list[str]] = defaultdict(list)
    for row in derived:
        ends[row.from_].append(row.to)
    edges = {start: tuple(found) for start, found in ends.items()}
    for circle in _circles_in(edges):
        last = next(r for r in derived if r.from_ == circle[-2] and r.to == circle[-1])
        remedy = "One of them came first; remove the relation that points the other way."
        yield at.case.fault("relations", last.id, "to", _way(circle), "no circle of derives from", remedy)


def _way(circle: list[str]) -> str:
    shown = circle if len(circle) <= SHOWN else [*circle[: SHOWN - 2], "…", circle[-1]]
    return " → ".join(shown)


def _circles_in(edges: Mapping[str, tuple[str, ...]]) -> Iterator[list[str]]:
    """Yield one circle for each knot, as a path that ends where it begins; depth first, without recursion."""
    done: set[str] = set()
    for start in sorted(edges):
        path: dict[str, None] = {}  # in order, and quick to ask
        stack: list[tuple[str, bool]] = [(start, True)]
        while stack:
            node, entering = stack.pop()
            if not entering:
                done.add(path.popitem()[0])
            elif node in path:
                way = list(path)
                yield [*way[way.index(node) :], node]
            elif node and node not in done:
                path[node] = None
                stack.append((node, False))
                stack.extend((following, True) for following in reversed(edges.get(node, ())))


def _relation_ends(at: _Places) -> Iterator[Fault]:
    """A rebuttal hits a claim, an undercut a statement or relation, and a derivation joins statements."""
    kinds = {i: t for t in ("claims", "statements", "relations") for i in at.ids(t)}
    wanted = {
        "rebuts": ("to", {"claims"}, "a claim", "To attack a statement or a relation, use undercuts."),
        "undercuts": ("to", {"statements", "relations"}, "a statement or relation", "To deny a claim, use rebuts."),
        "derives from": ("to", {"statements"}, "a statement", "Name the statement it was taken from."),
    }
    for row in at.case.relations:
        if row.kind in wanted:
            column, tables, expected, remedy = wanted[row.kind]
            if kinds.get(row.to, "statements") not in tables and row.to in kinds:
                found = f"{quoted(row.to)} from {kinds[row.to]}.csv"
                yield at.case.fault("relations", row.id, column, found, expected, remedy)
        if row.kind == "derives from" and kinds.get(row.from_, "statements") != "statements":
            found = f"{quoted(row.from_)} from {kinds[row.from_]}.csv"
            yield at.case.fault(
                "relations", row.id, "from", found, "a statement", "Name the statement that was derived."
            )
        if row.from_ == row.to:
            yield at.case.fault(
                "relations", row.id, "to", quoted(row.to), "something else", "Nothing speaks to itself."
            )


def _layers(at: _Places) -> Iterator[Fault]:
    """Nothing in the article layer names what is known only from outside the article."""
    case = at.case
    beyond = {row.id for table in ("sources", "claims") for row in case.rows(table) if _is_beyond(row)}
    outside = (
        beyond | {s.id for s in case.statements if _is_beyond(s)} | {r.id for r in case.relations if _is_beyond(r)}
    )
    outside |= {row.id for row in case.documents}
    for table in schema().values():
        if table.name in {"documents", "corrections"}:  # the first are outside by nature, the second about both
            continue
        for row in (r for r in case.rows(table.name) if not _is_beyond(r)):
            for column in table.columns:
                value = getattr(row, column.attribute)
                if column.refers:
                    found = [quoted(i) for i in _named(value, column) if i in outside]
                elif column.type == "text" and column.name != "note":
                    found = [quoted(address) for address in findall(ADDRESS.pattern, value)]
                else:
                    found = []
                for what in found:
                    remedy = "Give this row the layer beyond, or take the outside fact out of it."
                    expected = "nothing from beyond the article in a row of the article layer"
                    yield at.case.fault(table.name, row.id, column.name, what, expected, remedy)


def _is_beyond(row: object) -> bool:
    return getattr(row, "layer", "") == "beyond"


def _statement_places(at: _Places) -> Iterator[Fault]:
    """A statement stands in the article or in a document, never in both or neither."""
    for row in at.case.statements:
        if bool(row.passage) == bool(row.document):
            found = "a passage and a document" if row.passage else "neither a passage nor a document"
            remedy = "What the article prints has a passage; what stands elsewhere has a document."
            yield at.case.fault("statements", row.id, "passage", found, "one of the two", remedy)
        elif bool(row.document) != _is_beyond(row):
            remedy = "A document is always beyond the article, a passage never is."
            yield at.case.fault("statements", row.id, "layer", quoted(row.layer), "the layer of its place", remedy)
        for other in (at.case.statement_by_id[i] for i in row.completes if i in at.case.statement_by_id):
            if other.passage != row.passage or other.document != row.document:
                remedy = "Only statements of one sentence make one mention together."
                yield at.case.fault(
                    "statements", row.id, "completes", quoted(other.id), "one from the same place", remedy
                )
            elif other.completes and not {row.id, other.id} & set(other.completes):  # that would be a circle
                remedy = f"Name what {other.id} completes instead: {' '.join(other.completes)}."
                yield at.case.fault(
                    "statements", row.id, "completes", quoted(other.id), "the head of a mention", remedy
                )


def _denials_have_targets(at: _Places) -> Iterator[Fault]:
    """Whoever denies, doubts or cautions speaks to something."""
    if "relations" in at.partial:
        return
    origins = {row.from_ for row in at.case.relations}
    for row in at.case.statements:
        if row.stance != "asserts" and not origins & {row.id, *row.claims}:
            remedy = f"Add a row to relations.csv from {row.id} or {row.claim}, or change the stance to asserts."
            yield at.case.fault(
                "statements", row.id, "stance", quoted(row.stance), "a relation that says to what", remedy
            )


def _claims_are_stated(at: _Places) -> Iterator[Fault]:
    """Nobody's claim is no claim."""
    if "statements" in at.partial:
        return
    stated = {claim for row in at.case.statements for claim in row.claims}
    for row in at.case.claims:
        if row.id not in stated:
            remedy = "Add the statement in which it is made, or remove the claim."
            yield at.case.fault("claims", row.id, "id", quoted(row.id), "a claim that some statement makes", remedy)


def _figures(at: _Places) -> Iterator[Fault]:
    """A number was printed or worked out, never both or neither, and a share names its whole."""
    known = at.ids("figures")
    for row in at.case.figures:
        if bool(row.statement) == bool(row.derived):
            found = "a statement and a derivation" if row.statement else "neither a statement nor a derivation"
            remedy = "A sum or share that nobody printed is derived: say from which figures."
            yield at.case.fault("figures", row.id, "derived", found, "one of the two", remedy)
        for wanted in findall(r"[a-z]\w*", row.derived):
            if wanted not in known:
                remedy = near(wanted, sorted(known))
                yield at.case.fault("figures", row.id, "derived", quoted(wanted), "an id from figures.csv", remedy)
        if (row.value is None) != (row.qualifier == "dozens"):
            remedy = "Only dozens goes without a number."
            yield at.case.fault("figures", row.id, "value", quoted(str(row.value or "")), "a number", remedy)


def _passages_run_on(at: _Places) -> Iterator[Fault]:
    """The passages are the whole article, in order, without gap or overlap."""
    rows = at.case.passages
    if "passages" in at.partial:
        return
    for before, row in pairwise(rows):
        start = before.first_word + before.words
        if row.first_word != start:
            remedy = f"{before.id} ends with word {start - 1}; run `whosays anchor` or count again."
            yield at.case.fault("passages", row.id, "first_word", quoted(str(row.first_word)), str(start), remedy)
    total = sum(row.words for row in rows)
    if rows and at.case.article.words not in {None, total}:
        remedy = f"The passages have {total} words together; run `whosays anchor`."
        found = quoted(str(at.case.article.words))
        yield at.case.fault("article", at.case.article.id, "words", found, str(total), remedy)


def _passages_are_numbered(at: _Places) -> Iterator[Fault]:
    """Sentences have a paragraph and a number of their own in it, the rest of the page has neither."""
    if "passages" in at.partial:
        return
    rows = at.case.passages
    for row in rows:
        numbers = (row.paragraph is not None) + (row.sentence is not None)
        if numbers != (2 if row.role == "sentence" else 0):
            remedy = "Sentences of the body have both numbers; headline, caption and byline have neither."
            found = f"paragraph {row.paragraph}, sentence {row.sentence} for a {row.role}"
            yield at.case.fault("passages", row.id, "paragraph", found, "numbers that fit the role", remedy)
        if row.quoted > row.words:
            expected = f"at most {row.words}"
            yield at.case.fault(
                "passages", row.id, "quoted", quoted(str(row.quoted)), expected, "Run `whosays anchor`."
            )
    counted = Counter((row.paragraph, row.sentence) for row in rows if row.role == "sentence")
    for row in rows:
        if row.role == "sentence" and counted[row.paragraph, row.sentence] > 1:
            remedy = "Number the sentences of a paragraph from 1."
            yield at.case.fault(
                "passages", row.id, "sentence", quoted(str(row.sentence)), "a number of its own", remedy
            )


def _documents(at: _Places) -> Iterator[Fault]:
    """A document has an address, or says that there is no copy."""
    for row in at.case.documents:
        if bool(row.address) != (row.quality != "none"):
            remedy = "Give the address of the copy that was read, or set the quality to none."
            found = quoted(row.address)
            yield at.case.fault("documents", row.id, "address", found, f"what fits the quality {row.quality}", remedy)


def _hypotheses(at: _Places) -> Iterator[Fault]:
    """Hypotheses are about one claim, exclude one another, and are few enough to be weighed side by side."""
    rows = at.case.hypotheses
    if not rows or "hypotheses" in at.partial:
        return
    for number, row in enumerate(rows):
        if row.claim != rows[0].claim:
            remedy = "A case weighs the evidence on one claim; take the hypotheses about others out."
            found, expected = quoted(row.claim), f"{quoted(rows[0].claim)} as in the first row"
            yield at.case.fault("hypotheses", row.id, "claim", found, expected, remedy)
        twin = next((other for other in rows[:number] if other.text.casefold() == row.text.casefold()), None)
        if twin:
            remedy = f"{twin.id} says the same; hypotheses exclude one another."
            yield at.case.fault("hypotheses", row.id, "text", quoted(row.text), "a text of its own", remedy)
    count, last = len(rows), rows[-1].id
    if not FEWEST <= count <= MOST:
        remedy = "One alone has nothing to be weighed against." if count < FEWEST else "Join those that are near."
        found = f"{count} hypotheses" if count > 1 else "one hypothesis"
        yield at.case.fault("hypotheses", last, "id", found, f"{FEWEST} to {MOST}", remedy)


def _assessments(at: _Places) -> Iterator[Fault]:
    """A judgement says something, stands in a document, and stands there once; its date is that of the document."""
    seen: dict[tuple[str, str, str], str] = {}
    for row in at.case.assessments:
        if not row.rating and not row.rating_value:
            remedy = "Give the assessor's own word or number, or take the row out; the kit makes no rating up."
            yield at.case.fault("assessments", row.id, "rating", '""', "a rating in words, or its number", remedy)
        elif row.normalised and not row.rating:
            remedy = (
                "Only words are read: on which end of a scale a number lies differs from one to the next. Clear it."
            )
            yield at.case.fault("assessments", row.id, "normalised", quoted(row.normalised), "a blank cell", remedy)
        if not row.document and _is_beyond(row):
            remedy = "Name the document in which the assessor published it; give it a row in documents.csv first."
            yield at.case.fault("assessments", row.id, "document", '""', "an id from documents.csv", remedy)
        first = seen.setdefault((row.claim, row.source, row.document), row.id)
        if first != row.id:
            remedy = f"{first} is the judgement of the same assessor on this claim in this place; keep one of the two."
            yield at.case.fault("assessments", row.id, "claim", quoted(row.claim), "one row for it", remedy)
        carrier = at.case.document_by_id.get(row.document)
        given, told = row.published, carrier.published if carrier else None
        if given and told and (given.last < told.first or told.last < given.first):
            remedy = f"{row.document} was published {told}; correct one of the two, or clear the one that is not known."
            yield at.case.fault(
                "assessments", row.id, "published", quoted(given.text), "the date of its document", remedy
            )


def _corrections(at: _Places) -> Iterator[Fault]:
    """A correction names a row of a table."""
    for row in at.case.corrections:
        if row.table not in schema():
            remedy = near(row.table, schema())
            yield at.case.fault("corrections", row.id, "table", quoted(row.table), "the name of a table", remedy)


def _questions(at: _Places) -> Iterator[Fault]:
    """A question can be asked, and its key can be right."""
    printed = {claim for row in at.case.statements if not _is_beyond(row) for claim in row.claims}
    unprinted = set[str]() if "statements" in at.partial else {c.id for c in at.case.claims} - printed
    for row in at.case.questions:
        for slip in slips(row):
            yield at.case.fault("questions", row.id, *slip)
        if row.claim in unprinted and not _is_beyond(row) and (row.view == "article" or row.kind in NEEDS_A_CLAIM):
            remedy = "Ask about a claim that has a statement in the article, or ask beyond it."
            expected = "a claim that the article states"
            yield at.case.fault("questions", row.id, "claim", quoted(row.claim), expected, remedy)


def _translations(at: _Places) -> Iterator[Fault]:
    """Words in another language fit those that they translate, and change no answer."""
    yield from translation_faults(at.case)


_RULES = (
    _references,
    _one_meaning_an_id,
    _circles,
    _relation_ends,
    _layers,
    _statement_places,
    _denials_have_targets,
    _claims_are_stated,
    _figures,
    _passages_run_on,
    _passages_are_numbered,
    _documents,
    _hypotheses,
    _assessments,
    _corrections,
    _questions,
    _translations,
)

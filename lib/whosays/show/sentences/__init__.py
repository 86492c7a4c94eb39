"""Every word that whosays says in its own voice. Neutral, dated, scoped, and the same for all parties."""

from collections.abc import Sequence

from whosays.show.language import Terms, tr, tr_many
from whosays.show.sentences.choices import ANSWERS as ANSWERS
from whosays.show.sentences.choices import ASPECTS as ASPECTS
from whosays.show.sentences.choices import BASIS as BASIS
from whosays.show.sentences.choices import BASIS_LINE as BASIS_LINE
from whosays.show.sentences.choices import EVIDENCE as EVIDENCE
from whosays.show.sentences.choices import FORMS as FORMS
from whosays.show.sentences.choices import GRADES as GRADES
from whosays.show.sentences.choices import IN_PLACE as IN_PLACE
from whosays.show.sentences.choices import KINDS as KINDS
from whosays.show.sentences.choices import KNOWN as KNOWN
from whosays.show.sentences.choices import LAYERS as LAYERS
from whosays.show.sentences.choices import MARKS as MARKS
from whosays.show.sentences.choices import MATCHES as MATCHES
from whosays.show.sentences.choices import PAGE_LINE as PAGE_LINE
from whosays.show.sentences.choices import PLACES as PLACES
from whosays.show.sentences.choices import QUALITIES as QUALITIES
from whosays.show.sentences.choices import RELAY_LINE as RELAY_LINE
from whosays.show.sentences.choices import ROLES as ROLES
from whosays.show.sentences.choices import SILENCE as SILENCE
from whosays.show.sentences.choices import STANDING_WORDS as STANDING_WORDS
from whosays.show.sentences.choices import STANDINGS as STANDINGS
from whosays.show.sentences.choices import VIEWS as VIEWS
from whosays.show.sentences.choices import WHAT as WHAT
from whosays.show.sentences.dates import day as day
from whosays.show.sentences.labels import LABELS as LABELS

OPENING_COLUMNS = Terms("Passage", "From word", "Words", "Who speaks", "Mark", "Verb", "In our words")


def standing_rule() -> str:
    """Return how the word of a claim is chosen."""
    return tr(
        "One rule for all sides. An answer with a stronger basis that meets the claim clearly defeats it. With an "
        "equal basis, or if it meets the claim only in part, the two contest each other. With a weaker basis it has no "
        "effect. From weak to strong: a bare statement of a party, a competing figure of a party, an assessment by a "
        "third party, what someone saw at the place. A caution attacks nobody."
    )


def nobody() -> str:
    """Return what stands in place of a name."""
    return tr("nobody named")


def party() -> str:
    """Return what a party is."""
    return tr("party to the dispute")


def undated() -> str:
    """Return what stands in place of the day of a document."""
    return tr("undated copy")


def listed(items: Sequence[str]) -> str:
    """Return items as a list in a sentence: "a, b and c"."""
    if len(items) < 2:  # noqa: PLR2004 - an item and another
        return "".join(items)
    return tr("{items} and {last}", items=", ".join(items[:-1]), last=items[-1])


def capital(text: str) -> str:
    """Return a text with its first letter in upper case, the rest untouched."""
    return text[:1].upper() + text[1:]


def place(role: str, paragraph: int | None) -> str:
    """Return the name of a place in the article: "Headline", "Paragraph 5"."""
    return tr("Paragraph {number}", number=paragraph) if paragraph else PLACES[role]


def place_short(role: str, paragraph: int | None) -> str:
    """Return the same where there is little room: "Par. 5"."""
    return tr("Par. {number}", number=paragraph) if paragraph else PLACES[role]


def in_place(role: str, paragraph: int | None) -> str:
    """Return the same in the middle of a sentence: "the headline", "paragraph 5"."""
    return tr("paragraph {number}", number=paragraph) if paragraph else IN_PLACE[role]


def word(position: int) -> str:
    """Return where in the article a passage begins."""
    return tr("word {position}", position=position)


def words(count: int) -> str:
    """Return how long a passage is."""
    return tr_many(count, "{count} word", "{count} words")


def facts(outlet: str, published: str, count: int, paragraphs: int, statements: int) -> str:
    """Return the line under the question of a case; ``count`` is of words."""
    return f"{outlet}, {published}. {', '.join(facts_of(count, paragraphs, statements))}."


def facts_of(count: int, paragraphs: int, statements: int) -> list[str]:
    """Return how long an article is, and how much it states; ``count`` is of words."""
    return [
        words(count),
        tr_many(paragraphs, "{count} paragraph", "{count} paragraphs"),
        tr_many(statements, "{count} statement", "{count} statements"),
    ]


def known(published: str) -> dict[str, str]:
    """Return as of when the views of each layer are known."""
    return {
        "article": tr(
            "Known as of {published}, the day of the article. All wording here is ours; the article is not reproduced.",
            published=published,
        ),
        "beyond": tr(
            "Known as of {published} unless a card has a later date. Each card is our summary of the copy at "
            "the address; the link names its publisher.",
            published=published,
        ),
    }


def known_how(how: str, quality: str) -> str:
    """Return how an outside document is known, and how good the copy is."""
    copy = QUALITIES[quality]
    where = tr("In the story it is {copy}.", copy=copy) if how == "made up" else tr("It is {copy}.", copy=copy)
    return f"{KNOWN[how]} {where}"


def carried(author: str, publisher: str, dated: str) -> str:
    """Return the text of a link to an outside document: who made it, who carries it, when."""
    if author in {"", publisher}:
        return f"{publisher}, {dated}"
    return tr("{author}, via {publisher}, {dated}", author=author, publisher=publisher, dated=dated)


def claims_tally(count: int) -> str:
    """Return how many claims a topic has."""
    return tr_many(count, "{count} claim", "{count} claims")


def mark_name(position: int, count: int, mark: str) -> str:
    """Return the name of a mark in the article."""
    return tr("Statement {position} of {count}, {mark}", position=position, count=count, mark=MARKS[mark])


def statement_line(who: str, cue: str, gist: str) -> str:
    """Return a statement in one line."""
    return f"{who}{f' ({cue})' if cue else ''}: {gist}"


def statement_note(how: str, basis: str, hedge: str) -> str:
    """Return form, basis and hedge of a statement."""
    hedged = [tr("Hedged: “{hedge}”.", hedge=hedge)] if hedge else []
    return " ".join([f"{FORMS[how]}.", f"{BASIS[basis]}.", *hedged])


def opening(rows: int) -> str:
    """Return the one sentence of the opening view."""
    return tr_many(
        rows,
        "This is one text in {number} passage; each mark stands for one statement, "
        "and its shape tells who is speaking.",
        "This is one text in {number} passages; each mark stands for one statement, "
        "and its shape tells who is speaking.",
    )


def opening_beyond(reports: int) -> str:
    """Return the one sentence of the opening view when the outside is open."""
    return tr_many(
        reports,
        "Beyond the article stands {number} outside report, each with its date; the article stays as it is.",
        "Beyond the article stand {number} outside reports, each with its date; the article stays as it is.",
    )


def repr_of(case: str, view: str, layer: str, sentence: str) -> str:
    """Return how an explorer describes itself where only text can be shown."""
    shown = VIEWS.get(view, view)
    return tr("Explorer of {case}, {view}, {layer}: {said}", case=case, view=shown, layer=LAYERS[layer], said=sentence)

"""Every word that whosays says in its own voice. Neutral, dated, scoped, and the same for all parties."""

from collections.abc import Sequence

from whosays.case.model import Date
from whosays.show.language import Terms, Words, number, tr, tr_many

MONTHS = Terms(
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTHS_WITH_DAY = Terms(
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
    context="with a day",
)  # fmt: skip
MONTHS_SHORT = Terms(
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    context="short, with a day",
)  # fmt: skip

LABELS = Words(
    {
        "brand": "whosays",
        "article_link": "Read the article at its publisher",
        "tagline": "One article, taken apart",
        "before_title": "Before you start",
        "before_go": "Go on",
        "layer_name": "How far to look",
        "layer_article": "Article only",
        "layer_beyond": "Beyond the article",
        "layer_locked": "Opens after you write one line under a question.",
        "views_name": "Views of the case",
        "view_article": "The article",
        "view_claim": "One claim",
        "view_whatif": "What if",
        "view_beyond": "Beyond the article",
        "view_numbers": "Numbers and clocks",
        "view_matrix": "Weigh explanations",
        "view_held": "This view opens after your guess about the number of roots.",
        "view_position": "{number} of {count}",
        "view_previous": "Previous view",
        "view_next": "Next view",
        "table_show": "Show as table",
        "table_hide": "Show as view",
        "table_csv": "Download as CSV",
        "table_shown": "Table shown, {count} rows.",
        "passages_title": "The article, passage by passage",
        "passages_note": "in our words, never the article’s",
        "marks_title": "What the marks mean",
        "mark_named": "someone named",
        "mark_outlet": "the outlet itself",
        "mark_nobody": "nobody named",
        "mark_answer": "an answer",
        "mark_caution": "a general caution",
        "statements_close": "Close",
        "first_question": "First question",
        "guess_less": "One fewer",
        "guess_more": "One more",
        "guess_value": "Your guess",
        "guess_commit": "Commit this guess",
        "guess_unsure": "I cannot tell",
        "guess_promise": "Your guess stays on this device. No name, no score.",
        "guess_saved": "Guess saved: {guess}.",
        "guess_unsure_saved": "Saved: you cannot tell.",
        "guess_yours": "You guessed {guess}.",
        "guess_yours_unsure": "You could not tell.",
        "guess_print": "My guess: ____",
        "voices": "voices in the article",
        "roots": "roots",
        "roots_behind": "behind the claim asked about",
        "roots_hidden": "roots: shown after your guess",
        "open_all": "Open all",
        "open_all_note": "For teachers and analysts: nothing is held back.",
        "claims_title": "What it claims",
        "claims_note": "as questions",
        "back": "All claims",
        "previous_claim": "Previous claim",
        "next_claim": "Next claim",
        "the_claim": "The claim:",
        "mentions_title": "Where the article says it",
        "mentions_outside_title": "Where others say it",
        "path_title": "How it reached the page",
        "path_note": "each line says how the next one knows",
        "path_hidden": "The path is shown after your guess about the number of roots.",
        "path_to_guess": "Go to the question",
        "answers_title": "What was said against it",
        "answers_none": "Unchallenged: nobody here speaks to it. That is not the same as true.",
        "outside_title": "What was said against it, outside the article",
        "supports_title": "What speaks for it",
        "remarks_title": "What narrows or widens it",
        "match_title": "Does it meet this part?",
        "match_meets": "meets this part",
        "match_partly": "partly or unclear",
        "match_does_not": "does not",
        "root": "Root",
        "evidence": "Evidence",
        "page_article": "The article",
        "standing_title": "Where does this claim stand?",
        "standing_ask": "Pick the word that fits, then see the one that the rule gives.",
        "standing_show": "Show me the word",
        "standing_this": "by the rule",
        "standing_picked": "You picked",
        "standing_how": "How is this word chosen?",
        "question_write": "Write one line: why?",
        "question_save": "Save this line",
        "question_saved": "Kept. Nothing is sent.",
        "beyond_opened": "Beyond the article is open.",
        "beyond_go": "Read what others reported",
        "question_empty": "Write at least one word first.",
        "question_unsure": "cannot be judged",
        "copy_title": "Read along in your own copy",
        "copy_note": "Paste the article or open a file. It stays in this session and is not stored.",
        "copy_paste": "Paste your copy here",
        "copy_file": "Open a text file",
        "copy_find": "Find the passages",
        "copy_clear": "Put the copy away",
        "copy_exactly": "found exactly",
        "copy_approximately": "found approximately",
        "copy_not_found": "not found",
        "copy_done": "{count} of {number} passages found in your copy.",
        "copy_empty": "Paste or open your copy first.",
        "needs_script": "This page needs JavaScript; it fetches nothing and sends nothing.",
        "needs_newer": "This page needs a browser from 2023 or later.",
        "addresses_title": "Addresses",
        "theme_title": "Theme",
        "theme_auto": "As the system",
        "theme_light": "Light",
        "theme_dark": "Dark",
    }
)

MARKS = Words(
    {
        "named": "someone named",
        "outlet": "the outlet itself",
        "nobody": "nobody named",
        "answer": "an answer",
        "caution": "a general caution",
    }
)
MATCHES = Words({"meets": "meets this part", "partly": "partly or unclear", "does not": "does not"})
ASPECTS = Words(
    {
        "number": "number",
        "place": "place",
        "date": "date",
        "target": "target",
        "presence": "presence",
        "whole": "whole",
    },
    context="part of a claim",
)
FORMS = Words(
    {
        "direct": "Direct quotation",
        "indirect": "Reported speech",
        "own voice": "Own voice",
        "presupposed": "Taken as given",
    }
)
PAGE_LINE = Words(
    {
        "direct": "quotes it",
        "indirect": "reports it",
        "own voice": "says it itself",
        "presupposed": "takes it as given",
    }
)
BASIS = Words(
    {
        "saw": "Saw it first-hand",
        "compared": "Compared pictures or records",
        "was told": "Was told",
        "official": "Speaks by office",
        "inferred": "Worked it out",
        "vouches for itself": "Says so itself",
        "none given": "Basis not given",
    }
)
BASIS_LINE = Words(
    {
        "saw": "saw it first-hand",
        "compared": "compared pictures or records",
        "was told": "was told",
        "official": "speaks by office",
        "inferred": "worked it out",
        "vouches for itself": "says so itself",
        "none given": "basis not given",
    }
)
EVIDENCE = Words(
    {
        "saw": "saw it first-hand",
        "compared": "pictures or records",
        "was told": "told by someone",
        "official": "its own office",
        "inferred": "a conclusion",
        "vouches for itself": "nothing shown",
        "none given": "not given",
    }
)
RELAY_LINE = Words({"speaks for": "speaks for it", "passes on": "passes it on", "rests on": "rests on that"})
ANSWERS = Words(
    {
        "denies": "denies",
        "doubts": "doubts",
        "counts": "gives another figure",
        "saw": "saw",
        "compares": "compared",
        "assesses": "assesses",
        "states": "says otherwise",
        "cautions": "cautions",
    }
)
WHAT = Words(
    {"mention": "mention", "answer": "answer", "caution": "caution", "support": "support", "remark": "remark"},
    context="kind of row",
)
CLAIM_COLUMNS = Terms("Where", "From word", "What", "Who", "Verb or kind", "How they know", "In our words")
OPENING_COLUMNS = Terms("Passage", "From word", "Words", "Who speaks", "Mark", "Verb", "In our words")
SILENCE = Words(
    {
        "agreed": "every side takes it as given",
        "unchecked": "nobody here could check it",
        "not asked": "nobody here asked",
        "": "nobody here speaks to it",
    }
)
GRADES = Words(
    {
        "1": "bare statement of a party",
        "2": "competing figure of a party",
        "3": "assessment by a third party",
        "4": "first-hand observation at the place",
    }
)
STANDING_WORDS = Words(
    {
        "holds": "holds",
        "contested": "contested",
        "answered": "answered",
        "unchallenged": "unchallenged",
        "cannot be judged": "cannot be judged",
    },
    context="standing",
)
STANDINGS = Words(
    {
        "holds": "Something is said against it, and nothing said against it stands.",
        "contested": "Something is said against it, and nothing here settles it.",
        "answered": "Someone checked the right thing, or took away what it rests on, and nobody meets that.",
        "unchallenged": "Nobody here speaks to it. That is not the same as true.",
        "cannot be judged": "Nobody is left who says it, or you see no way to tell.",
    }
)
ROLES = Words({"support": "speaks for it", "remark": "adds to it"})
KINDS = Words(
    {
        "government": "government",
        "ministry": "ministry",
        "army": "army",
        "official": "public official",
        "spokesperson": "spokesperson",
        "agency": "news agency",
        "broadcaster": "broadcaster",
        "institute": "institute",
        "organisation": "organisation",
        "reporter": "reporter",
        "witness": "witness",
        "anonymous": "nobody named",
        "outlet": "news outlet",
        "law": "text of law",
    }
)
QUALITIES = Words(
    {
        "original": "the publisher’s own page",
        "partner": "the same text, carried by another outlet",
        "report": "somebody else’s account of it",
        "mirror": "a copy or rewrite of unclear origin",
        "none": "no copy",
    }
)
KNOWN = Words(
    {
        "read": "We read an archived copy, in part.",
        "computed": "Worked out by us from texts we read.",
        "searched": "Looked for and not found.",
        "unverified": "Not verified: background knowledge.",
        "made up": "Made up for this kit.",
    }
)

PLACES = Words({"headline": "Headline", "caption": "Caption", "byline": "Byline"})
IN_PLACE = Words({"headline": "the headline", "caption": "the caption", "byline": "the byline"})
VIEWS = Words(
    {
        "article": "the article",
        "claim": "one claim",
        "whatif": "what if",
        "beyond": "beyond the article",
        "numbers": "numbers and clocks",
        "space": "space",
        "matrix": "weigh explanations",
    },
    context="in a sentence",
)
LAYERS = Words({"article": "article only", "beyond": "beyond the article"}, context="in a sentence")


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


def counted(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun: "one root", "four mentions"."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def listed(items: Sequence[str]) -> str:
    """Return items as a list in a sentence: "a, b and c"."""
    if len(items) < 2:  # noqa: PLR2004 - an item and another
        return "".join(items)
    return tr("{items} and {last}", items=", ".join(items[:-1]), last=items[-1])


def capital(text: str) -> str:
    """Return a text with its first letter in upper case, the rest untouched."""
    return text[:1].upper() + text[1:]


def day(value: Date | None) -> str:
    """Return a date as read aloud: "9 January 2023", "January 2023", "7 to 8 January 2023"; empty for none."""
    if value is None:
        return ""
    start, _, end = value.text.partition("/")
    if not end:
        return _day(start)
    if start[:7] == end[:7] and len(start) == len(end) == 10:  # noqa: PLR2004 - year, month and day
        year, month, last = map(int, end.split("-"))
        name = MONTHS_WITH_DAY[month - 1]
        return tr("{first} to {last} {month} {year}", first=int(start[8:]), last=last, month=name, year=year)
    return tr("{start} to {end}", start=_day(start), end=_day(end))


def _day(text: str) -> str:
    year, *rest = text.split("-")
    if not rest:
        return year
    if len(rest) == 1:
        return tr("{month} {year}", month=MONTHS[int(rest[0]) - 1], year=year)
    return tr("{day} {month} {year}", day=int(rest[1]), month=MONTHS_WITH_DAY[int(rest[0]) - 1], year=year)


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
    parts = [
        words(count),
        tr_many(paragraphs, "{count} paragraph", "{count} paragraphs"),
        tr_many(statements, "{count} statement", "{count} statements"),
    ]
    return f"{outlet}, {published}. {', '.join(parts)}."


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


def claim_number(position: int, count: int) -> str:
    """Return the number of a claim in the list; an answering proposition has none."""
    return tr("Claim {position} of {count}", position=position, count=count) if position else tr("An answer")


def claims_tally(count: int) -> str:
    """Return how many claims a topic has."""
    return tr_many(count, "{count} claim", "{count} claims")


def mark_name(position: int, count: int, mark: str) -> str:
    """Return the name of a mark in the article."""
    return tr("Statement {position} of {count}, {mark}", position=position, count=count, mark=MARKS[mark])


def said(times: int) -> str:
    """Return how often a claim is stated, beside its bars."""
    return tr_many(times, "said {count}×", "said {count}×")


def said_aloud(times: int) -> str:
    """Return the same to be heard."""
    return tr_many(times, "said once", "said {count} times")


def mentions_unit(count: int) -> str:
    """Return what stands under the number of mentions."""
    return tr_many(count, "mention", "mentions")


def roots_unit(count: int) -> str:
    """Return what stands under the number of roots."""
    return tr_many(count, "root", "roots")


def meets(aspect: str, how: str) -> str:
    """Return whether an answer meets a part of the claim."""
    return f"{ASPECTS[aspect]}: {MATCHES[how]}"


def form(how: str, via: Sequence[str]) -> str:
    """Return the form of a mention, with the relays that are printed."""
    return tr("{form}, through {names}.", form=FORMS[how], names=listed(via)) if via else f"{FORMS[how]}."


def prints(mentions: int) -> str:
    """Return what the last station of a path says of the article."""
    return tr_many(mentions, "prints it once", "one of {count} mentions")


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


def claim(subject: str, mentions: int, roots: Sequence[str], answers: int, saw: int, outside: int) -> str:  # noqa: PLR0913, PLR0917 - one sentence, six facts
    """Return the one sentence of a claim.

    Args:
        subject: What the claim is about.
        mentions: How often it is stated.
        roots: Labels of its independent roots.
        answers: How many answers there are, cautions included.
        saw: How many of the answers come from someone who was at the place.
        outside: How many of the mentions stand outside the article.
    """
    back, said = _back(roots), _answers(answers, saw)
    if not outside:
        return tr_many(
            mentions,
            "{Number} mention of {subject} goes {back}; {said}.",
            "{Number} mentions of {subject} go {back}; {said}.",
            subject=subject,
            back=back,
            said=said,
        )
    if outside == mentions:
        return tr_many(
            mentions,
            "{Number} mention of {subject} outside the article goes {back}; {said}.",
            "{Number} mentions of {subject}, all outside the article, go {back}; {said}.",
            subject=subject,
            back=back,
            said=said,
        )
    return tr_many(
        mentions,
        "{Number} mention of {subject}, {outside}, goes {back}; {said}.",
        "{Number} mentions of {subject}, {outside}, go {back}; {said}.",
        subject=subject,
        outside=_outside(outside),
        back=back,
        said=said,
    )


def _back(roots: Sequence[str]) -> str:
    if not roots:
        return tr("back to nobody named")
    if len(roots) > 3:  # noqa: PLR2004 - so many names fit into the sentence
        return tr_many(len(roots), "back to {number} root", "back to {number} roots")
    names = listed(roots)
    return tr_many(len(roots), "back to {number} root, {names}", "back to {number} roots, {names}", names=names)


def _outside(count: int) -> str:
    return tr_many(count, "{number} of them outside the article", "{number} of them outside the article")


def _answers(count: int, saw: int) -> str:
    if not count:
        return tr("nobody here speaks against it")
    if count == 1:
        return (
            tr("the one answer comes from someone who saw it first-hand")
            if saw
            else tr("the one answer does not come from someone who saw it first-hand")
        )
    if not saw:
        return tr_many(
            count,
            "of {number} answer, none comes from someone who saw it first-hand",
            "of {number} answers, none comes from someone who saw it first-hand",
        )
    went = tr_many(
        saw,
        "{number} comes from someone who saw it first-hand",
        "{number} come from people who saw it first-hand",
    )
    return tr_many(count, "of {number} answer, {went}", "of {number} answers, {went}", went=went)


def claim_before_guess(subject: str, mentions: int, outside: int) -> str:
    """Return the one sentence of a claim before the reader has guessed: it counts no roots."""
    if not outside:
        return tr_many(
            mentions,
            "{Number} mention of {subject}; how many independent roots it goes back to is shown after your guess.",
            "{Number} mentions of {subject}; how many independent roots they go back to is shown after your guess.",
            subject=subject,
        )
    if outside == mentions:
        return tr_many(
            mentions,
            "{Number} mention of {subject} outside the article; how many independent roots it goes back to is shown "
            "after your guess.",
            "{Number} mentions of {subject}, all outside the article; how many independent roots they go back to is "
            "shown after your guess.",
            subject=subject,
        )
    return tr_many(
        mentions,
        "{Number} mention of {subject}, {outside}; how many independent roots it goes back to is shown after your "
        "guess.",
        "{Number} mentions of {subject}, {outside}; how many independent roots they go back to is shown after your "
        "guess.",
        subject=subject,
        outside=_outside(outside),
    )


def mentions_note(cues: Sequence[str]) -> str:
    """Return the note beside a list of mentions: how many, and whether a verb is shown with each.

    Args:
        cues: The cue of each mention; empty where it has none.
    """
    count = len(cues)
    if all(cues):
        return tr_many(
            count,
            "{count} mention, with the verb used for each",
            "{count} mentions, with the verb used for each",
        )
    if any(cues):
        return tr_many(
            count,
            "{count} mention, with the verb where there is one",
            "{count} mentions, with the verb where there is one",
        )
    return tr_many(count, "{count} mention", "{count} mentions")


def path_note(whole: Sequence[str], count: int, rest: int) -> str:
    """Return how many of the mentions print the path that is drawn.

    Args:
        whole: Places of the mentions that print all of it, each once.
        count: How many mentions that are.
        rest: How many mentions print less.
    """
    if not count:
        return tr("No mention prints this whole path; part of it is known from outside.")
    if not rest:
        return tr_many(count, "The one mention prints this whole path.", "Every mention prints this whole path.")
    only = tr_many(
        len(whole),
        "Only {places} prints this whole path.",
        "Only {places} print this whole path.",
        places=listed(whole),
    )
    others = tr_many(rest, "The other mention prints less of it.", "The other {number} mentions print less of it.")
    return f"{only} {others}"


def roots_shown(roots: int) -> str:
    """Return what the path says about the number of roots, to stand behind the reader's guess."""
    if not roots:
        return tr("The path goes back to nobody named.")
    return tr_many(roots, "The path goes back to {count}.", "The path goes back to {count}.")


def party_note(party: str, named: str, printed: str) -> str:
    """Return what a reader should know of who answers: party or not, who is named, and how it was printed."""
    notes = [tr("A party to the dispute.") if party else tr("Not a party to the dispute.")]
    notes += {"person": [], "institution": [tr("No person is named.")], "no": [tr("Nobody is named.")]}[named]
    notes += [tr("Printed as “{name}”.", name=printed)] if printed else []
    return " ".join(notes)


def reason(word: str, silence: str, answers: Sequence[str], there: Sequence[str], partly: Sequence[str] = ()) -> str:
    """Return why a claim stands where it stands; in verbs that fit one name as well as several.

    Args:
        word: The standing.
        silence: Why nobody in the article speaks against it, if nobody does.
        answers: Labels of the roots whose answers decide the word.
        there: Those of them who were at the place.
        partly: Those of them with a stronger basis than the claim, who settle nothing since they meet it only in part.
    """
    said = STANDING_WORDS[word]
    if word == "unchallenged":
        return f"{said}: {SILENCE[silence]}."
    if word == "cannot be judged":
        return tr("{word}: nobody is left who says it.", word=said)
    if word == "holds":
        return tr("{word}: what is said against it has a weaker basis, or is itself answered.", word=said)
    if word == "contested":
        return _contested(said, answers, partly)
    return _answered(said, answers, there)


def _answered(word: str, answers: Sequence[str], there: Sequence[str]) -> str:
    names = listed(answers)
    if not there:
        return tr("{word}: {names} met it; nothing here answers that.", word=word, names=names)
    if len(there) == len(answers):
        return tr("{word}: {names} met it, first-hand; nothing here answers that.", word=word, names=names)
    return tr(
        "{word}: {names} met it, of whom {there} saw it first-hand; nothing here answers that.",
        word=word,
        names=names,
        there=listed(there),
    )


def _contested(word: str, answers: Sequence[str], partly: Sequence[str]) -> str:
    names = listed(answers)
    if not partly:
        return tr("{word}: contradicted by {names}; nothing here settles it.", word=word, names=names)
    if len(partly) == len(answers):
        return tr(
            "{word}: contradicted by {names}, who saw it first-hand and met it only in part; nothing here settles it.",
            word=word,
            names=names,
        )
    return tr(
        "{word}: contradicted by {names}, of whom {partly} saw it first-hand and met it only in part; "
        "nothing here settles it.",
        word=word,
        names=names,
        partly=listed(partly),
    )


def question(has_answers: bool) -> str:  # noqa: FBT001 - the two cases of one sentence
    """Return the question put to the reader under a claim that has none of its own."""
    if has_answers:
        return tr("Which answer speaks to this claim itself, and how would that person know?")
    return tr("Nobody here speaks against it. What would you need to see to judge it?")


def repr_of(case: str, view: str, layer: str, sentence: str) -> str:
    """Return how an explorer describes itself where only text can be shown."""
    shown = VIEWS.get(view, view)
    return tr("Explorer of {case}, {view}, {layer}: {said}", case=case, view=shown, layer=LAYERS[layer], said=sentence)

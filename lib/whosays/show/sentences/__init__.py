"""Every word that whosays says in its own voice. Neutral, dated, scoped, and the same for all parties."""

from collections.abc import Sequence

from whosays.case.model import Date
from whosays.show.language import number

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

LABELS = {
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

MARKS = {m: LABELS[f"mark_{m}"] for m in ("named", "outlet", "nobody", "answer", "caution")}
MATCHES = {how: LABELS[f"match_{how.replace(' ', '_')}"] for how in ("meets", "partly", "does not")}
FORMS = {
    "direct": "Direct quotation",
    "indirect": "Reported speech",
    "own voice": "Own voice",
    "presupposed": "Taken as given",
}
PAGE_LINE = {
    "direct": "quotes it",
    "indirect": "reports it",
    "own voice": "says it itself",
    "presupposed": "takes it as given",
}
BASIS = {
    "saw": "Saw it first-hand",
    "compared": "Compared pictures or records",
    "was told": "Was told",
    "official": "Speaks by office",
    "inferred": "Worked it out",
    "vouches for itself": "Says so itself",
    "none given": "Basis not given",
}
EVIDENCE = {
    "saw": "saw it first-hand",
    "compared": "pictures or records",
    "was told": "told by someone",
    "official": "its own office",
    "inferred": "a conclusion",
    "vouches for itself": "nothing shown",
    "none given": "not given",
}
RELAY_LINE = {"speaks for": "speaks for it", "passes on": "passes it on", "rests on": "rests on that"}
ANSWERS = {
    "denies": "denies",
    "doubts": "doubts",
    "counts": "gives another figure",
    "saw": "saw",
    "compares": "compared",
    "assesses": "assesses",
    "states": "says otherwise",
    "cautions": "cautions",
}
PARTY = "party to the dispute"
NOBODY = "nobody named"
UNDATED = "undated copy"
WHAT = {"mention": "mention", "answer": "answer", "caution": "caution", "support": "support", "remark": "remark"}
CLAIM_COLUMNS = ("Where", "From word", "What", "Who", "Verb or kind", "How they know", "In our words")
OPENING_COLUMNS = ("Passage", "From word", "Words", "Who speaks", "Mark", "Verb", "In our words")
SILENCE = {
    "agreed": "every side takes it as given",
    "unchecked": "nobody here could check it",
    "not asked": "nobody here asked",
    "": "nobody here speaks to it",
}
STANDINGS = {
    "holds": "Something is said against it, and nothing said against it stands.",
    "contested": "Something is said against it, and nothing here settles it.",
    "answered": "Someone checked the right thing, or took away what it rests on, and nobody meets that.",
    "unchallenged": "Nobody here speaks to it. That is not the same as true.",
    "cannot be judged": "Nobody is left who says it, or you see no way to tell.",
}
STANDING_RULE = (
    "One rule for all sides. An answer with a stronger basis that meets the claim clearly defeats it. With an equal "
    "basis, or if it meets the claim only in part, the two contest each other. With a weaker basis it has no effect. "
    "From weak to strong: a bare statement of a party, a competing figure of a party, an assessment by a third party, "
    "what someone saw at the place. A caution attacks nobody."
)
ROLES = {"support": "speaks for it", "remark": "adds to it"}
KINDS = {
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
QUALITIES = {
    "original": "the publisher’s own page",
    "partner": "the same text, carried by another outlet",
    "report": "somebody else’s account of it",
    "mirror": "a copy or rewrite of unclear origin",
    "none": "no copy",
}
KNOWN = {
    "read": "We read an archived copy, in part.",
    "computed": "Worked out by us from texts we read.",
    "searched": "Looked for and not found.",
    "unverified": "Not verified: background knowledge.",
    "made up": "Made up for this kit.",
}


def counted(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun: "one root", "four mentions"."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def listed(items: Sequence[str]) -> str:
    """Return items as a list in a sentence: "a, b and c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


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
    shared = start[:7] == end[:7] and len(start) == len(end) == 10  # noqa: PLR2004 - year, month and day
    return f"{int(start[8:])} to {_day(end)}" if shared else f"{_day(start)} to {_day(end)}"


def _day(text: str) -> str:
    year, *rest = text.split("-")
    month = [MONTHS[int(rest[0]) - 1]] if rest else []
    return " ".join([*[str(int(d)) for d in rest[1:]], *month, year])


def place(role: str, paragraph: int | None) -> str:
    """Return the name of a place in the article: "Headline", "Paragraph 5"."""
    return f"Paragraph {paragraph}" if paragraph else capital(role)


def place_short(role: str, paragraph: int | None) -> str:
    """Return the same where there is little room: "Par. 5"."""
    return f"Par. {paragraph}" if paragraph else capital(role)


def in_place(role: str, paragraph: int | None) -> str:
    """Return the same in the middle of a sentence: "the headline", "paragraph 5"."""
    return f"paragraph {paragraph}" if paragraph else f"the {role}"


def word(position: int) -> str:
    """Return where in the article a passage begins."""
    return f"word {position}"


def words(count: int) -> str:
    """Return how long a passage is."""
    return f"{count} words"


def facts(outlet: str, published: str, words: int, paragraphs: int, statements: int) -> str:
    """Return the line under the question of a case."""
    return f"{outlet}, {published}. {words} words, {paragraphs} paragraphs, {statements} statements."


def known(published: str) -> dict[str, str]:
    """Return as of when the views of each layer are known."""
    return {
        "article": f"Known as of {published}, the day of the article. All wording here is ours; the article is not "
        "reproduced.",
        "beyond": f"Known as of {published} unless a card has a later date. Each card is our summary of the copy at "
        "the address; the link names its publisher.",
    }


def known_how(how: str, quality: str) -> str:
    """Return how an outside document is known, and how good the copy is."""
    where = "In the story it" if how == "made up" else "It"
    return f"{KNOWN[how]} {where} is {QUALITIES[quality]}."


def carried(author: str, publisher: str, dated: str) -> str:
    """Return the text of a link to an outside document: who made it, who carries it, when."""
    return f"{author}, via {publisher}, {dated}" if author not in {"", publisher} else f"{publisher}, {dated}"


def claim_number(position: int, count: int) -> str:
    """Return the number of a claim in the list; an answering proposition has none."""
    return f"Claim {position} of {count}" if position else "An answer"


def claims_tally(count: int) -> str:
    """Return how many claims a topic has."""
    return f"{count} claim{'s' if count != 1 else ''}"


def mark_name(position: int, count: int, mark: str) -> str:
    """Return the name of a mark in the article."""
    return f"Statement {position} of {count}, {MARKS[mark]}"


def said(times: int) -> str:
    """Return how often a claim is stated, beside its bars."""
    return f"said {times}×"


def said_aloud(times: int) -> str:
    """Return the same to be heard."""
    return "said once" if times == 1 else f"said {times} times"


def form(how: str, via: Sequence[str]) -> str:
    """Return the form of a mention, with the relays that are printed."""
    return FORMS[how] + (f", through {listed(via)}." if via else ".")


def prints(mentions: int) -> str:
    """Return what the last station of a path says of the article."""
    return "prints it once" if mentions == 1 else f"one of {mentions} mentions"


def statement_line(who: str, cue: str, gist: str) -> str:
    """Return a statement in one line."""
    return f"{who}{f' ({cue})' if cue else ''}: {gist}"


def statement_note(how: str, basis: str, hedge: str) -> str:
    """Return form, basis and hedge of a statement."""
    return f"{FORMS[how]}. {BASIS[basis]}.{f' Hedged: “{hedge}”.' if hedge else ''}"


def opening(rows: int) -> str:
    """Return the one sentence of the opening view."""
    return (
        f"This is one text in {number(rows)} passages; each mark stands for one statement, "
        "and its shape tells who is speaking."
    )


def opening_beyond(reports: int) -> str:
    """Return the one sentence of the opening view when the outside is open."""
    verb = "stands" if reports == 1 else "stand"
    held = counted(reports, "outside report")
    return f"Beyond the article {verb} {held}, each with its date; the article stays as it is."


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
    verb = "goes" if mentions == 1 else "go"
    where = _outside(mentions, outside)
    back = f"{counted(len(roots), 'root')}, {listed(roots)}" if len(roots) in {1, 2, 3} else counted(len(roots), "root")
    back = back if roots else "nobody named"
    return capital(
        f"{counted(mentions, 'mention')} of {subject}{where} {verb} back to {back}; {_answers(answers, saw)}."
    )


def _answers(count: int, saw: int) -> str:
    if not count:
        return "nobody here speaks against it"
    who = "someone who saw it first-hand"
    if count == 1:
        return f"the one answer {'comes' if saw else 'does not come'} from {who}"
    if not saw:
        return f"of {number(count)} answers, none comes from {who}"
    return f"of {number(count)} answers, " + (
        f"one comes from {who}" if saw == 1 else f"{number(saw)} come from people who saw it first-hand"
    )


def claim_before_guess(subject: str, mentions: int, outside: int) -> str:
    """Return the one sentence of a claim before the reader has guessed: it counts no roots."""
    said = f"{counted(mentions, 'mention')} of {subject}{_outside(mentions, outside).rstrip(',')}"
    they = "it goes" if mentions == 1 else "they go"
    return capital(f"{said}; how many independent roots {they} back to is shown after your guess.")


def _outside(mentions: int, outside: int) -> str:
    if not outside:
        return ""
    if outside == mentions == 1:
        return " outside the article"
    return f", {'all' if outside == mentions else f'{number(outside)} of them'} outside the article,"


def mentions_note(cues: Sequence[str]) -> str:
    """Return the note beside a list of mentions: how many, and whether a verb is shown with each.

    Args:
        cues: The cue of each mention; empty where it has none.
    """
    verbs = ", with the verb used for each" if all(cues) else ", with the verb where there is one" if any(cues) else ""
    return f"{len(cues)} mention{'s' if len(cues) != 1 else ''}{verbs}"


def path_note(whole: Sequence[str], count: int, rest: int) -> str:
    """Return how many of the mentions print the path that is drawn.

    Args:
        whole: Places of the mentions that print all of it, each once.
        count: How many mentions that are.
        rest: How many mentions print less.
    """
    if not count:
        return "No mention prints this whole path; part of it is known from outside."
    if not rest:
        return "Every mention prints this whole path." if count > 1 else "The one mention prints this whole path."
    others = "The other mention prints" if rest == 1 else f"The other {number(rest)} mentions print"
    return f"Only {listed(whole)} {'print' if len(whole) > 1 else 'prints'} this whole path. {others} less of it."


def roots_shown(roots: int) -> str:
    """Return what the path says about the number of roots, to stand behind the reader's guess."""
    return f"The path goes back to {roots}." if roots else "The path goes back to nobody named."


def party_note(party: str, named: str, printed: str) -> str:
    """Return what a reader should know of who answers: party or not, who is named, and how it was printed."""
    notes = ["A party to the dispute." if party else "Not a party to the dispute."]
    notes += {"person": [], "institution": ["No person is named."], "no": ["Nobody is named."]}[named]
    notes += [f"Printed as “{printed}”."] if printed else []
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
    if word == "unchallenged":
        return f"{word}: {SILENCE[silence]}."
    if word == "cannot be judged":
        return f"{word}: nobody is left who says it."
    if word == "holds":
        return f"{word}: what is said against it has a weaker basis, or is itself answered."
    if word == "contested":
        who = "who" if len(partly) == len(answers) else f"of whom {listed(partly)}"
        part = f", {who} saw it first-hand and met it only in part" if partly else ""
        return f"{word}: contradicted by {listed(answers)}{part}; nothing here settles it."
    went = f", of whom {listed(there)} saw it first-hand" if there and len(there) < len(answers) else ""
    went = ", first-hand" if len(there) == len(answers) else went
    return f"{word}: {listed(answers)} met it{went}; nothing here answers that."


def question(has_answers: bool) -> str:  # noqa: FBT001 - the two cases of one sentence
    """Return the question put to the reader under a claim that has none of its own."""
    if has_answers:
        return "Which answer speaks to this claim itself, and how would that person know?"
    return "Nobody here speaks against it. What would you need to see to judge it?"


def repr_of(case: str, view: str, layer: str, sentence: str) -> str:
    """Return how an explorer describes itself where only text can be shown."""
    shown = LABELS[f"view_{view}"].lower() if f"view_{view}" in LABELS else view
    return f"Explorer of {case}, {shown}, {LABELS[f'layer_{layer}'].lower()}: {sentence}"

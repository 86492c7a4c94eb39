"""What the papers of a lesson say: the student's sheet and the teacher's key."""

from collections.abc import Sequence

from whosays.show.language import Terms, Words, tr, tr_many
from whosays.show.sentences import ASPECTS, LABELS, capital

TITLES = Terms(
    "Look first",
    "Whose words?",
    "How many sources, really?",
    "Does the answer meet the claim?",
    "Numbers and clocks",
    "Leave the page",
    "What falls if …?",
)
GUESSES = Words(  # by lesson, for one without a question of its own; left out where the case's first question fits
    {
        "1": "How many different speakers will you find in this article? Guess before you read on.",
        "3": "Which word fits this claim by the article alone? Circle one before you read the answers.",
        "4": "Put figures together that count the same thing, of the same people, in the same town. "
        "How many groups will there be?",
        "5": "Which word fits this claim by the article alone? Circle one before you read the cards.",
        "6": "One source is taken away with all it says. Whose loss would change the most words?",
    }
)
ACCEPTABLE = Terms(
    "Any number with a reason. The guess is not marked.",
    "Any number with a reason. Some count a body and its speaker as one; that is a good reason.",
    "Any number with a reason. The guess is not marked.",
    "Another word is good if its reason names an answer and says what it meets.",
    "One more or one fewer is good if the student says what was kept apart and why.",
    "Any word with a reason that names an answer and what it meets.",
    "Any source, if the student says which claims rest on it.",
)
WRONG_TURNS = Terms(
    "Counting names. Ask: who told whom?",
    "Taking the outlet for the speaker wherever it reports. Ask: whose words are these, and how does the page mark it?",
    "Counting mentions or names. Ask: where does the trail end?",
    "Taking the loudest answer. Ask: does it speak to this number, this place, this date?",
    "Adding or comparing figures that count different things. Ask: what is counted, of whom, where?",
    "Counting cards instead of weighing them. Ask: who was there, and do two cards go back to one visit?",
    "Thinking that a claim becomes right or wrong when a source goes. It only shows what a judgement leans on.",
)
TASKS = Terms(
    "Read the passages. A mark stands for one statement; its shape tells who speaks.",
    "Read the passages. Write who speaks in each one, and draw the mark. One passage can need two.",
    "Read where the claim is stated. Then draw its path: from the evidence, through everyone who passed it on, to "
    "the page.",
    "Read each answer. Fill the cell if it meets that part of the claim, half if it does so in part, else leave it.",
    "For each figure write the least and the most it can mean. Write “open” where there is no end.",
    "Now leave the page. Read the cards and mark those that tell you how they know.",
    "Tick one source. Write the word of each claim before, and the word after that source is gone.",
)
ACCOUNTS = Terms(
    "What I think now, what changed from my first answer, and why:",
    "What we still do not know:",
    "A source that did well here, and why:",
)
LINES = (3, 2, 2)  # to write on under each of these
REPORT = Terms(
    "The claim, and who says it:",
    "How do they know?",
    "What was said against it, and does it meet the claim?",
    "My word, and what would change it:",
)
LEVELS = Terms("erroneous", "descriptive", "relational", "critical", context="level")
LEVEL_RULES = Terms(
    "Goes against what the page says, or gives no reason.",
    "Repeats what somebody says. Not who knows it, or how.",
    "Joins a claim to its root, or an answer to the part of the claim that it meets.",
    "Weighs how each side knows, says what stays open, and what would change it.",
)
WORDS = Words(
    {
        "seat": "Seat number ______",
        "key": "Teacher’s key",
        "guess": "My guess: ________",
        "cannot_tell": "I cannot tell",
        "why": "Why?",
        "circle": "Circle one:",
        "after": "After the cards: circle a word once more",
        "questions": "Questions",
        "last": "To end with",
        "mentions": "Where the claim is stated",
        "path": "Draw the path",
        "path_more": "If there is another way to the page, draw it here",
        "my_count": "By my drawing, the trail ends at ____ independent sources (roots).",
        "passages": "The article, passage by passage",
        "printed": "Word for word",
        "marks": "The marks",
        "answers": "What was said against it",
        "words": "The five words, and when each one fits: circle one once more",
        "figures": "Every figure that is printed",
        "axis": "Mark the figures on these lines: one line for each thing that is counted",
        "clocks": "When did it happen, when was it said, when was it printed?",
        "cards": "From outside the article",
        "cards_none": "Nothing from outside the article speaks to this claim.",
        "addresses": "Where the cards come from",
        "sources": "Take one away",
        "changes": "Before and after",
        "matrix": "How well does each item fit each explanation?",
        "short_report": "A short report",
        "rubric": "Four levels for the written reason",
        "before_after": "Before and after",
        "standing": "Where the claim stands",
        "answer": "Answer",
        "range": "Also good",
        "turn": "Likely wrong turn",
        "feedback": "Then say",
        "judgement": "A matter of judgement: mark the reason.",
        "gone": "Tick the one that is taken away:",
        "nothing_stated": "The article of this case states no claim yet, so that this lesson has nothing to ask.",
        "rubric_note": "Mark the written reason, never the opinion and never the guess. “Cannot be judged” with "
        "a good reason is a full answer. One root can be enough.",
        "read_first": "Read the article first, at its publisher; here are our summaries only:",
        "other_sheet": "If this is too close to you, ask for the other sheet. "
        "It counts the same, and you need not say why.",
        "next_case": "A student who would rather not read this may take another case of equal value, "
        "such as a practice case.",
    }
)

PASSAGE_COLUMNS = Terms("Where", "Words", "In our words", "Who speaks?", "Mark")
PASSAGE_KEY_COLUMNS = Terms("Where", "Who speaks", "Mark", "Verb", "In our words")
LOOK_COLUMNS = Terms("Where", "Words", "In our words", "Marks")
MENTION_COLUMNS = Terms("Where", "Verb", "How it is printed", "In our words", "Who says it?")
MENTION_KEY_COLUMNS = Terms("Where", "Verb", "Who", "How they know", "In our words")
STATION_COLUMNS = Terms("Station", "Who", "What", "How it knows")
ANSWER_COLUMNS = Terms("Who", "What", "How do they know?")
ANSWER_KEY_COLUMNS = Terms("Who", "How they know", "What it meets, and leaves open")
FIGURE_COLUMNS = Terms("Where", "Who", "What is counted", "Of whom", "Place", "As printed", "From", "To")
CLOCK_COLUMNS = Terms("Clock", "Who, and what", "From which day?", "To which day?")
CLOCK_KEY_COLUMNS = Terms("Clock", "Who, and what", "When")
MATRIX_COLUMNS = Terms("Item", "Where", "How credible")
CHANGE_COLUMNS = Terms("Claim", "Who says it", "Who answers it", "Before", "After")
LEAN_COLUMNS = Terms("Claim", "What its word leans on")
ROOT_COLUMNS = Terms("Source", "What rests on it", "Words that change without it")
MOVED_COLUMNS = Terms("Claim", "By the article", "Beyond it")


def guess(lesson: int) -> str:
    """Return what a lesson begins with; empty where the case's first question fits."""
    return GUESSES.get(str(lesson), "")


def title(lesson: int) -> str:
    """Return the title of a lesson with its number."""
    return f"{lesson}  {TITLES[lesson]}"


def running(question: str, lesson: int) -> str:
    """Return what stands at the head of every sheet."""
    return tr("{question}  Lesson {lesson}: {title}", question=question, lesson=lesson, title=TITLES[lesson])


def page_of() -> tuple[str, str]:
    """Return the words around the number of a page: before it, and between it and the number of pages."""
    before, _, rest = tr("Page {page} of {pages}").partition("{page}")
    return before, rest.partition("{pages}")[0]


def claim(question: str, proposition: str) -> str:
    """Return a claim under its question."""
    return f"{question} {LABELS['the_claim']} {proposition}"


def speakers(count: int) -> str:
    """Return how many speakers an article has."""
    return tr_many(count, "{count} voices in the article.", "{count} voices in the article.")


def roots(shown: str, names: Sequence[str]) -> str:
    """Return how many roots a claim has, and which."""
    return f"{shown} {'; '.join(names)}." if names else shown


def span(first: str, last: str, note: str) -> str:
    """Return the days of a box, with a note."""
    return f"{first if first == last else f'{first} – {last}'}{f' ({note})' if note else ''}"


def acceptable(text: str) -> str:
    """Return what else is acceptable: a range of numbers as read aloud, words as they are."""
    least, points, most = text.partition("..")
    return tr("{least} to {most}", least=least, most=most) if points else text


def passages(columns: Sequence[str], *, printed: bool) -> list[str]:
    """Return the heads of a table of passages, whose third column is the text itself where that is ours to give."""
    return [*columns[:2], WORDS["printed"] if printed else columns[2], *columns[3:]]


def turn(before: str, after: str) -> str:
    """Return how a word changes."""
    return f"{before} → {after}:"


def aspect(name: str) -> str:
    """Return a part of a claim as the head of a column."""
    return capital(ASPECTS[name])


def no_browser() -> str:
    """Return what to do where no browser can make a PDF."""
    return tr(
        "No Chromium, Chrome or Edge was found on this machine, and one of them makes the PDF. Write the sheet with "
        "-o FILE.html instead, open that file in any browser and print it from there."
    )


def browser_failed(name: str) -> str:
    """Return what to do where the browser made no PDF."""
    return tr(
        "{name} made no PDF. Nothing was changed. Try again, or write the sheet with -o FILE.html, open that file "
        "in any browser and print it from there.",
        name=name,
    )


def ending(name: str) -> str:
    """Return which endings a file of paper may have."""
    return tr(
        "{name}: expected a name that ends in .pdf or .html, as lesson-2.pdf. Give the file such a name.", name=name
    )

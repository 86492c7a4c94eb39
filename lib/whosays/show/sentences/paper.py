"""What the papers of a lesson say: the student's sheet and the teacher's key."""

from collections.abc import Sequence

from whosays.show.sentences import LABELS, capital

TITLES = (
    "Look first",
    "Whose words?",
    "How many sources, really?",
    "Does the answer meet the claim?",
    "Numbers and clocks",
    "Leave the page",
    "What falls if …?",
)
GUESSES = (  # for a lesson without a question of its own in the item bank; empty where the case's first question fits
    "",
    "How many different speakers will you find in this article? Guess before you read on.",
    "",
    "Which word fits this claim by the article alone? Circle one before you read the answers.",
    (
        "Put figures together that count the same thing, of the same people, in the same town. How many groups will "
        "there be?"
    ),
    "Which word fits this claim by the article alone? Circle one before you read the cards.",
    "One source is taken away with all it says. Whose loss would change the most words?",
)
ACCEPTABLE = (
    "Any number with a reason. The guess is not marked.",
    "Any number with a reason. Some count a body and its speaker as one; that is a good reason.",
    "Any number with a reason. The guess is not marked.",
    "Another word is good if its reason names an answer and says what it meets.",
    "One more or one fewer is good if the student says what was kept apart and why.",
    "Any word with a reason that names an answer and what it meets.",
    "Any source, if the student says which claims rest on it.",
)
WRONG_TURNS = (
    "Counting names. Ask: who told whom?",
    "Taking the outlet for the speaker wherever it reports. Ask: whose words are these, and how does the page mark it?",
    "Counting mentions or names. Ask: where does the trail end?",
    "Taking the loudest answer. Ask: does it speak to this number, this place, this date?",
    "Adding or comparing figures that count different things. Ask: what is counted, of whom, where?",
    "Counting cards instead of weighing them. Ask: who was there, and do two cards go back to one visit?",
    "Thinking that a claim becomes right or wrong when a source goes. It only shows what a judgement leans on.",
)
TASKS = (
    "Read the passages. A mark stands for one statement; its shape tells who speaks.",
    "Read the passages. Write who speaks in each one, and draw the mark. One passage can need two.",
    (
        "Read where the claim is stated. Then draw its path: from the evidence, through everyone who passed it on, to "
        "the page."
    ),
    "Read each answer. Fill the cell if it meets that part of the claim, half if it does so in part, else leave it.",
    "For each figure write the least and the most it can mean. Write “open” where there is no end.",
    "Now leave the page. Read the cards and mark those that tell you how they know.",
    "Tick one source. Write the word of each claim before, and the word after that source is gone.",
)
NOTHING_STATED = "The article of this case states no claim yet, so that this lesson has nothing to ask."
ACCOUNTS = (
    ("What I think now, what changed from my first answer, and why:", 3),
    ("What we still do not know:", 2),
    ("A source that did well here, and why:", 2),
)
REPORT = (
    "The claim, and who says it:",
    "How do they know?",
    "What was said against it, and does it meet the claim?",
    "My word, and what would change it:",
)
LEVELS = (
    ("erroneous", "Goes against what the page says, or gives no reason."),
    ("descriptive", "Repeats what somebody says. Not who knows it, or how."),
    ("relational", "Joins a claim to its root, or an answer to the part of the claim that it meets."),
    ("critical", "Weighs how each side knows, says what stays open, and what would change it."),
)
RUBRIC_NOTE = (
    "Mark the written reason, never the opinion and never the guess. “Cannot be judged” with a good reason is a full "
    "answer. One root can be enough."
)
READ_FIRST = "Read the article first, at its publisher; here are our summaries only:"
OTHER_SHEET = "If this is too close to you, ask for the other sheet. It counts the same, and you need not say why."
NEXT_CASE = "A student who would rather not read this may take another case of equal value, such as a practice case."

SEAT = "Seat number ______"
KEY = "Teacher’s key"
GUESS = "My guess: ________"
CANNOT_TELL = "I cannot tell"
WHY = "Why?"
CIRCLE = "Circle one:"
AFTER = "After the cards: circle a word once more"
QUESTIONS = "Questions"
LAST = "To end with"
MENTIONS = "Where the claim is stated"
PATH = "Draw the path"
PATH_MORE = "If there is another way to the page, draw it here"
MY_COUNT = "By my drawing, the trail ends at ____ independent sources (roots)."
PASSAGES = "The article, passage by passage"
PRINTED = "Word for word"
MARKS = "The marks"
ANSWERS = "What was said against it"
WORDS = "The five words, and when each one fits: circle one once more"
FIGURES = "Every figure that is printed"
AXIS = "Mark the figures on these lines: one line for each thing that is counted"
CLOCKS = "When did it happen, when was it said, when was it printed?"
CARDS = "From outside the article"
CARDS_NONE = "Nothing from outside the article speaks to this claim."
ADDRESSES = "Where the cards come from"
SOURCES = "Take one away"
CHANGES = "Before and after"
MATRIX = "How well does each item fit each explanation?"
SHORT_REPORT = "A short report"
RUBRIC = "Four levels for the written reason"
BEFORE_AFTER = "Before and after"
STANDING = "Where the claim stands"
ANSWER, RANGE, TURN, FEEDBACK = "Answer", "Also good", "Likely wrong turn", "Then say"
JUDGEMENT = "A matter of judgement: mark the reason."
GONE = "Tick the one that is taken away:"

PASSAGE_COLUMNS = ("Where", "Words", "In our words", "Who speaks?", "Mark")
PASSAGE_KEY_COLUMNS = ("Where", "Who speaks", "Mark", "Verb", "In our words")
LOOK_COLUMNS = ("Where", "Words", "In our words", "Marks")
MENTION_COLUMNS = ("Where", "Verb", "How it is printed", "In our words", "Who says it?")
MENTION_KEY_COLUMNS = ("Where", "Verb", "Who", "How they know", "In our words")
STATION_COLUMNS = ("Station", "Who", "What", "How it knows")
ANSWER_COLUMNS = ("Who", "What", "How do they know?")
ANSWER_KEY_COLUMNS = ("Who", "How they know", "What it meets, and leaves open")
FIGURE_COLUMNS = ("Where", "Who", "What is counted", "Of whom", "Place", "As printed", "From", "To")
CLOCK_COLUMNS = ("Clock", "Who, and what", "From which day?", "To which day?")
CLOCK_KEY_COLUMNS = ("Clock", "Who, and what", "When")
MATRIX_COLUMNS = ("Item", "Where", "How credible")
CHANGE_COLUMNS = ("Claim", "Who says it", "Who answers it", "Before", "After")
LEAN_COLUMNS = ("Claim", "What its word leans on")
ROOT_COLUMNS = ("Source", "What rests on it", "Words that change without it")
MOVED_COLUMNS = ("Claim", "By the article", "Beyond it")


def title(lesson: int) -> str:
    """Return the title of a lesson with its number."""
    return f"{lesson}  {TITLES[lesson]}"


def running(question: str, lesson: int) -> str:
    """Return what stands at the head of every sheet."""
    return f"{question}  Lesson {lesson}: {TITLES[lesson]}"


def page_of() -> tuple[str, str]:
    """Return the words around the number of a page: before it, and between it and the number of pages."""
    return "Page ", " of "


def claim(question: str, proposition: str) -> str:
    """Return a claim under its question."""
    return f"{question} {LABELS['the_claim']} {proposition}"


def speakers(count: int) -> str:
    """Return how many speakers an article has."""
    return f"{count} voices in the article."


def roots(shown: str, names: Sequence[str]) -> str:
    """Return how many roots a claim has, and which."""
    return f"{shown} {'; '.join(names)}." if names else shown


def span(first: str, last: str, note: str) -> str:
    """Return the days of a box, with a note."""
    return f"{first if first == last else f'{first} – {last}'}{f' ({note})' if note else ''}"


def acceptable(text: str) -> str:
    """Return what else is acceptable: a range of numbers as read aloud, words as they are."""
    least, points, most = text.partition("..")
    return f"{least} to {most}" if points else text


def passages(columns: Sequence[str], *, printed: bool) -> list[str]:
    """Return the heads of a table of passages, whose third column is the text itself where that is ours to give."""
    return [*columns[:2], PRINTED if printed else columns[2], *columns[3:]]


def turn(before: str, after: str) -> str:
    """Return how a word changes."""
    return f"{before} → {after}:"


def aspect(name: str) -> str:
    """Return a part of a claim as the head of a column."""
    return capital(name)


def no_browser() -> str:
    """Return what to do where no browser can make a PDF."""
    return (
        "No Chromium, Chrome or Edge was found on this machine, and one of them makes the PDF. Write the sheet with "
        "-o FILE.html instead, open that file in any browser and print it from there."
    )


def browser_failed(name: str) -> str:
    """Return what to do where the browser made no PDF."""
    return (
        f"{name} made no PDF. Nothing was changed. Try again, or write the sheet with -o FILE.html, open that file "
        "in any browser and print it from there."
    )


def ending(name: str) -> str:
    """Return which endings a file of paper may have."""
    return f"{name}: expected a name that ends in .pdf or .html, as lesson-2.pdf. Give the file such a name."

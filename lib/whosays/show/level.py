"""How hard the words of a case are to read: LIX (Björnsson 1968), words a sentence plus per cent of long words.

It counts, and knows no list of words, so it works offline and for many languages. Below 30 is easy, 30 to 40 plain,
40 to 50 middling, above that hard. It cannot see whether a text is clear, or a name hard.
"""

import re
from collections.abc import Iterable

from whosays.case.model import Case

LONG = 6  # letters; a word with more counts as long
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_ENDS = re.compile(r"[.!?:]+(?=\s|$)|\n")


def lix(texts: Iterable[str]) -> int:
    """Return the LIX of some texts, rounded; 0 if they hold no word.

    Args:
        texts: Each ends a sentence, whether it has a full stop or not.
    """
    joined = "\n".join(texts)
    words = _WORD.findall(joined)
    sentences = sum(bool(_WORD.search(part)) for part in _ENDS.split(joined))
    long = sum(len(re.sub(r"\W", "", word)) > LONG for word in words)
    return round(len(words) / sentences + 100 * long / len(words)) if words else 0


def level(case: Case) -> int:
    """Return the LIX of what a student reads of a case in its article layer: gists, questions and propositions.

    Args:
        case: A checked case.
    """
    texts = [passage.gist for passage in case.passages]
    texts += [text for c in case.claims if c.layer == "article" for text in (c.question, c.proposition)]
    texts += [s.gist for s in case.statements if s.layer == "article"]
    return lix([*texts, *(q.prompt for q in case.questions)])

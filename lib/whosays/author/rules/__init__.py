"""The rules of the linter, in the order in which they are listed."""

from whosays.author.rule import Rule
from whosays.author.rules import answers, copied, documents, lessons, sourcing, wording

RULES: tuple[Rule, ...] = (
    *copied.RULES,
    *documents.RULES,
    *lessons.RULES,
    *sourcing.RULES,
    *answers.RULES,
    *wording.RULES,
)

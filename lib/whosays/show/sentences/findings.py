"""The heads of the tables for the analyst."""

from whosays.show.sentences.beyond import COLUMNS as MOVED
from whosays.show.sentences.knowable import COLUMNS as KNOWABLE

AUDIT = ("Claim", "Kind", "In our words", "Statements")
CHAINS = ("Claim", "Statement", "Place", "Step", "Station", "Source", "How it knows")
LINCHPINS = ("Claim", "Question", "What the word leans on")
CHECKS = ("Figures", "What the arithmetic says")
CONFLICTS = ("Conflict", "In our words")
MISSING = ("Claim", "Evidence that is not there")
JOINED = ("Roots in the article", "As many roots there")
MEASURES = ("Measure", "Account and answers", "In our words")
USED = ("What for", "How much")

__all__ = [
    "AUDIT",
    "CHAINS",
    "CHECKS",
    "CONFLICTS",
    "JOINED",
    "KNOWABLE",
    "LINCHPINS",
    "MEASURES",
    "MISSING",
    "MOVED",
    "USED",
]

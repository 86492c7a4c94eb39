"""The heads of the tables for the analyst."""

from whosays.show.language import Terms, Words
from whosays.show.sentences.beyond import COLUMNS as MOVED
from whosays.show.sentences.knowable import COLUMNS as KNOWABLE

KINDS = Words(
    {"circular": "circular", "self-vouching": "self-vouching", "drift": "drift", "joined": "joined"}, context="audit"
)
AUDIT = Terms("Claim", "Kind", "In our words", "Statements")
CHAINS = Terms("Claim", "Statement", "Place", "Step", "Station", "Source", "How it knows")
LINCHPINS = Terms("Claim", "Question", "What the word leans on")
CHECKS = Terms("Figures", "What the arithmetic says")
CONFLICTS = Terms("Conflict", "In our words")
MISSING = Terms("Claim", "Evidence that is not there")
JOINED = Terms("Roots in the article", "As many roots there")
MEASURES = Terms("Measure", "Account and answers", "In our words")
STATIONS = Words({"evidence": "evidence", "root": "root", "relay": "relay", "page": "page"}, context="station")
USED = Terms("What for", "How much")

__all__ = [
    "AUDIT",
    "CHAINS",
    "CHECKS",
    "CONFLICTS",
    "JOINED",
    "KINDS",
    "KNOWABLE",
    "LINCHPINS",
    "MEASURES",
    "MISSING",
    "MOVED",
    "STATIONS",
    "USED",
]

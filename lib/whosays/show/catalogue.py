"""The catalogue: the cases that a reader can pick, gentle ones first, with what helps to pick one.

``sentence``, ``table`` (``columns``, ``rows``)
``cases``
    in order: ``id``, ``title`` (a question), ``year``, ``field``, ``minutes`` (None if the case does not say),
    ``level`` (LIX) and ``level_text``, ``gravity``, ``content_note``, ``outlet``, ``facts`` (one line of all this),
    ``told_in`` (the language of what the case itself says)
"""

from collections.abc import Iterable
from typing import Any

from whosays.case.model import Case
from whosays.show.language import spoken
from whosays.show.level import level
from whosays.show.sentences import catalogue as say

GRAVITY = ("gentle", "serious", "grave", "")  # blank stands last: nobody has said how grave it is


def catalogue(cases: Iterable[Case]) -> dict[str, Any]:
    """Return the catalogue of some cases; see the module for its fields.

    Args:
        cases: Checked cases; their order does not matter.
    """
    entries = [_entry(case) for case in sorted(cases, key=_order)]
    return {
        "sentence": say.sentence([(entry["title"], entry["gravity"]) for entry in entries]),
        "table": {"columns": list(say.COLUMNS), "rows": [_row(entry) for entry in entries]},
        "cases": entries,
    }


def told_in(case: Case) -> str:
    """Return the language of what a case itself says, or of most of that."""
    given = case.languages.get(spoken())
    return spoken() if given and 2 * given.given > given.needed else case.article.language


def _order(case: Case) -> tuple[int, str, str]:
    return GRAVITY.index(case.article.gravity), case.article.published.text, case.id


def _entry(case: Case) -> dict[str, Any]:
    article, lix = case.article, level(case)
    year = str(article.published.first.year)
    return {
        "id": case.id,
        "title": article.title,
        "year": year,
        "field": article.field,
        "minutes": article.minutes,
        "level": lix,
        "level_text": say.level(lix),
        "gravity": article.gravity,
        "content_note": article.content_note,
        "outlet": article.outlet,
        "facts": say.facts(year, article.field, article.minutes, lix, article.gravity),
        "told_in": told_in(case),
    }


def _row(entry: dict[str, Any]) -> list[str]:
    minutes = "" if entry["minutes"] is None else str(entry["minutes"])
    return [entry["title"], entry["year"], entry["field"], minutes, entry["level_text"], entry["content_note"]]

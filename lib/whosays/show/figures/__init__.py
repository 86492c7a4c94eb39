"""Figures, for where a chart is the better way to look; a module a chart."""

from collections.abc import Callable

from whosays.analysis.trace import Trace
from whosays.case.errors import UnknownIdError
from whosays.case.model import Case, Layer
from whosays.show.figures.chain import chain
from whosays.show.figures.chart import Chart
from whosays.show.figures.clocks import clocks
from whosays.show.figures.cues import cues
from whosays.show.figures.intervals import intervals
from whosays.show.figures.ribbon import ribbon

_OF_A_CASE: dict[str, Callable[[Trace], Chart | None]] = {
    "intervals": intervals,
    "clocks": clocks,
    "ribbon": ribbon,
    "cues": cues,
}
_OF_A_CLAIM: dict[str, Callable[[Trace, str], Chart]] = {"chain": chain}
FIGURES = (*_OF_A_CASE, *_OF_A_CLAIM)


def figure(case: Case, name: str, layer: Layer = "article", claim: str = "") -> Chart:
    """Return a figure with its sentence and its table.

    Args:
        case: A checked case.
        name: One of

            * intervals: every figure as the range it leaves open, by what it counts,
            * clocks: when it happened, was said and was printed, on one row of days,
            * ribbon: the article in reading order, every word to scale, and what it does for the asked account,
            * cues: the verbs that introduce each side,
            * chain: the longest way of a claim to the page, station by station.
        layer: article for the article alone, beyond for what is known from outside it as well.
        claim: Id of a claim, for a figure about one claim; empty for the one that the case asks about.

    Raises:
        UnknownIdError: There is no such figure, the case has nothing to draw in it, or no such claim in the layer.

    Example:
        >>> from whosays import load
        >>> figure(load("kramatorsk-2023"), "intervals")
        Eight figures stand in three groups that must not be added together.
    """
    trace = Trace(case, layer)
    drawn = _OF_A_CASE[name](trace) if name in _OF_A_CASE else None
    if drawn:
        return drawn
    if name not in _OF_A_CLAIM:
        what = f"figure of {case.id}"
        raise UnknownIdError(what, name, [known for known in FIGURES if known != name])
    stated = [c.id for c in case.claims if c.id in trace.statements]
    asked = claim or next((q.claim for q in case.questions if q.view == "article"), stated[0] if stated else "")
    if asked not in stated:
        what = f"claim in the {layer} layer of {case.id}"
        raise UnknownIdError(what, asked, stated)
    return _OF_A_CLAIM[name](trace, asked)

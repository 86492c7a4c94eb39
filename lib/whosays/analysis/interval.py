"""Numbers that are known as intervals: whether two fit together, and arithmetic with them (Moore 1966)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import inf
from typing import Literal

Verdict = Literal["agree", "conflict", "cannot be told"]
Kind = Literal["number", "lower bound", "upper bound", "range", "nothing"]
End = Fraction | float  # a float is minus or plus infinity: the side is open

TOLERANCE = Fraction(1, 10)  # "about" agrees with what lies within a tenth of the larger number
_TOKEN = re.compile(r"\s*(?:([a-z]\w*)|(\d+(?:\.\d+)?)|([-+*/()]))")
_BINDS = {"+": 1, "-": 1, "*": 2, "/": 2}


@dataclass(frozen=True, slots=True)
class Interval:
    """What a number may be.

    Attributes:
        low: Lower end, minus infinity if open.
        high: Upper end, plus infinity if open.
        about: Whether it is a point with a spread that nobody gives.
    """

    low: End
    high: End
    about: bool = False

    @property
    def point(self) -> bool:
        """Whether both ends are one number."""
        return self.low == self.high

    @property
    def kind(self) -> Kind:
        """What sort of knowledge it is; counts are never below nought, so a floor of nought says nothing."""
        if self.point:
            return "number"
        if self.high != inf:
            return "range" if self.low != -inf else "upper bound"
        return "lower bound" if self.low > 0 else "nothing"


EVERYTHING = Interval(-inf, inf)


def compare(one: Interval, other: Interval) -> Verdict:
    """Return whether two figures for one thing fit together."""
    if one == other:
        return "agree"
    low, high = sorted((one, other), key=lambda i: (i.high, i.low))
    apart = high.low > low.high
    if one.about or other.about:
        apart = apart and not near(low.high, high.low)
    if apart:
        return "conflict"
    return "agree" if one.point and other.point else "cannot be told"


def near(one: End, other: End) -> bool:
    """Return whether two numbers lie within ``TOLERANCE`` of the larger one."""
    larger = max(abs(one), abs(other))
    return larger != inf and abs(one - other) <= TOLERANCE * larger


def evaluate(formula: str, known: Mapping[str, Interval]) -> Interval | None:
    """Return what a formula gives, by interval arithmetic.

    Method: operator precedence by two stacks (Dijkstra 1961); nothing of the formula is ever run as code. An end
    that appears twice is treated as two, so the result may be wider than the truth, never narrower (Moore 1966).

    Args:
        formula: Figure ids and numbers with + - * / and parentheses.
        known: The figures by id.

    Returns:
        None if the formula cannot be read or names what is not known.
    """
    values: list[Interval] = []
    waiting: list[str] = []
    operand = True  # whether a value must come next
    position, text = 0, formula.strip()
    while position < len(text):
        token = _TOKEN.match(text, position)
        if token is None:
            return None
        position = token.end()
        name, digits, sign = token.groups()
        opening = sign == "("
        if operand != (not sign or opening):
            return None
        if sign is None:
            if name and name not in known:
                return None
            values.append(known[name] if name else Interval(Fraction(digits), Fraction(digits)))
            operand = False
        elif not _sign(sign, waiting, values):
            return None
        else:
            operand = sign != ")"
    if operand or "(" in waiting:
        return None
    while waiting:
        _apply(waiting.pop(), values)
    return values[0]


def names(formula: str) -> list[str]:
    """Return the figures that a formula names, each once, in its order."""
    return list(dict.fromkeys(name for name, _, _ in _TOKEN.findall(formula) if name))


def _sign(sign: str, waiting: list[str], values: list[Interval]) -> bool:
    """Take one sign of a formula; return False for a parenthesis that closes nothing."""
    if sign != "(":
        while waiting and waiting[-1] != "(" and (sign == ")" or _BINDS[waiting[-1]] >= _BINDS[sign]):
            _apply(waiting.pop(), values)
    if sign != ")":
        waiting.append(sign)
        return True
    return bool(waiting) and waiting.pop() == "("


def _apply(sign: str, values: list[Interval]) -> None:
    right, left = values.pop(), values.pop()
    values.append(_OPERATIONS[sign](left, right))


def _add(one: Interval, other: Interval) -> Interval:
    return Interval(_sum(one.low, other.low), _sum(one.high, other.high), one.about or other.about)


def _minus(one: Interval, other: Interval) -> Interval:
    return _add(one, Interval(-other.high, -other.low, other.about))


def times(one: Interval, other: Interval) -> Interval:
    """Return the product of two intervals."""
    ends = [_product(a, b) for a in (one.low, one.high) for b in (other.low, other.high)]
    return Interval(min(ends), max(ends), one.about or other.about)


def _over(one: Interval, other: Interval) -> Interval:
    if other.low <= 0 <= other.high:
        return EVERYTHING
    low, high = (Fraction(0) if isinstance(e, float) else 1 / e for e in (other.high, other.low))
    return times(one, Interval(low, high, other.about))


def _sum(one: End, other: End) -> End:
    return (
        next((end for end in (one, other) if isinstance(end, float)), one + other) if _open(one, other) else one + other
    )


def _open(one: End, other: End) -> bool:
    return isinstance(one, float) or isinstance(other, float)


def _product(one: End, other: End) -> End:
    if not (one and other):
        return Fraction(0)
    if _open(one, other):
        return inf if (one > 0) == (other > 0) else -inf
    return one * other


_OPERATIONS: dict[str, Callable[[Interval, Interval], Interval]] = {"+": _add, "-": _minus, "*": times, "/": _over}

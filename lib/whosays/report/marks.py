"""The marks of a drawing as SVG: symbols, patterns and dashes, in the looks that the figures use."""

from collections.abc import Callable
from html import escape
from math import sqrt
from typing import Any

Look = dict[str, Any]
DASHES = {"dot": "1.5 4", "dash": "7 4", "dashdot": "7 4 1.5 4", "longdash": "12 5", "longdashdot": "12 4 1.5 4"}
PATTERNS = {  # lines of a tile of 8 by 8
    "/": "M-2 2 2-2M0 8 8 0M6 10l4-4",
    "\\": "M-2 6 2 10M0 0 8 8M6-2l4 4",
    "x": "M0 8 8 0M0 0 8 8",
    "|": "M4 0V8",
    "-": "M0 4H8",
    "+": "M4 0V8M0 4H8",
    ".": "M4 3.2a.8.8 0 1 0 .01 0z",
}
TILE = 8


def number(value: float) -> str:
    """Return a length in pixels, short and the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def at(values: object, place: int) -> Any:  # noqa: ANN401 - plotly takes one value for all, or a list
    """Return what holds for one mark of a trace."""
    return values[place] if isinstance(values, list) else values  # pyright: ignore[reportUnknownVariableType]


def stroke(line: Look, usual: str = "none") -> str:
    """Return the attributes of an outline or a line."""
    width = line.get("width", 1)
    if not width or not line.get("color", usual):
        return ' stroke="none"'
    dash = DASHES.get(str(line.get("dash", "solid")))
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f' stroke="{escape(str(line.get("color", usual)))}" stroke-width="{number(width)}"{dashed}'


def pattern(name: str, look: Look) -> str:
    """Return the definition of a pattern, drawn on its ground."""
    ground = f'<rect width="{TILE}" height="{TILE}" fill="{escape(str(look["bgcolor"]))}"/>'
    ink = escape(str(look["fgcolor"]))
    lines = f'<path d="{PATTERNS[look["shape"]]}" fill="none" stroke="{ink}" stroke-width="1.4"/>'
    size = f'width="{TILE}" height="{TILE}"'
    return f'<pattern id="{name}" {size} patternUnits="userSpaceOnUse">{ground}{lines}</pattern>'


def _circle(x: float, y: float, r: float) -> str:
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(r)}"'


def _polygon(*points: tuple[float, float]) -> str:
    return f'<polygon points="{" ".join(f"{number(x)},{number(y)}" for x, y in points)}"'


def _square(x: float, y: float, r: float) -> str:
    return _polygon((x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r))


def _diamond(x: float, y: float, r: float) -> str:
    r *= 1.3
    return _polygon((x - r, y), (x, y - r), (x + r, y), (x, y + r))


def _bar(x: float, y: float, r: float) -> str:
    return f'<path d="M{number(x)} {number(y - r)}V{number(y + r)}"'


def _triangle(turned: tuple[float, float]) -> Callable[[float, float, float], str]:
    """Return an equilateral triangle that points one way."""
    right, down = turned

    def drawn(x: float, y: float, r: float) -> str:
        side = sqrt(3) / 2
        corners = ((1.0, 0.0), (-0.5, side), (-0.5, -side))
        turns = ((a * right - b * down, a * down + b * right) for a, b in corners)
        return _polygon(*((x + r * a, y + r * b) for a, b in turns))

    return drawn


SHAPES: dict[str, Callable[[float, float, float], str]] = {
    "circle": _circle,
    "square": _square,
    "diamond": _diamond,
    "line-ns": _bar,
    "triangle-right": _triangle((1, 0)),
    "triangle-left": _triangle((-1, 0)),
    "triangle-down": _triangle((0, 1)),
    "triangle-up": _triangle((0, -1)),
}


def symbol(name: str, x: float, y: float, look: Look) -> str:
    """Return one mark.

    Args:
        name: As plotly has it: circle, square-open, circle-open-dot and so on; an unknown one is drawn as a circle.
        x: Its middle, in pixels from the left.
        y: Its middle, in pixels from the top.
        look: ``size``, ``color`` and ``line`` of its trace.
    """
    shape = name.removesuffix("-dot").removesuffix("-open")
    colour, line = str(look.get("color", "#000")), dict(look.get("line", {}))
    is_open = "-open" in name or shape == "line-ns"
    line.setdefault("color", colour)
    line["width"] = max(line.get("width", 0), 2 if is_open else 0)
    r = float(look.get("size", 8)) / 2
    fill = "none" if is_open else escape(colour)
    drawn = f'{SHAPES.get(shape, _circle)(x, y, r)} fill="{fill}"{stroke(line)}/>'
    return drawn + (f'{_circle(x, y, 2)} fill="{escape(str(line["color"]))}"/>' if name.endswith("-dot") else "")

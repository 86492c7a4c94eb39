"""One section of a report: its title, what it says, its tables, and its figure, as data first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, cast

from whosays.show.told import Told, table_html

if TYPE_CHECKING:
    from whosays.show.figures.chart import Chart

MIME = "application/vnd.whosays.section+json"
FIGURE = "application/vnd.plotly.v1+json"


@dataclass(frozen=True)
class Section:
    """One section; a notebook shows it, and the output of its cell carries it into the report.

    Attributes:
        name: Its name: limits, standing and so on.
        title: Its heading.
        paragraphs: What it says, as plain text.
        tables: Its tables.
        chart: Its figure, if it has one.
    """

    name: str
    title: str
    paragraphs: tuple[str, ...] = ()
    tables: tuple[Told, ...] = ()
    chart: "Chart | None" = None

    @property
    def file(self) -> str:
        """What the files of its figure are called: its name, as far as any system takes it."""
        return re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-") or "figure"

    def __repr__(self) -> str:
        """Return the title with the first thing that it says."""
        return f"{self.title}. {self.paragraphs[0]}" if self.paragraphs else f"{self.title}."

    def data(self) -> dict[str, Any]:
        """Return the section as what ``json.dumps`` takes, without its figure."""
        tables = [
            {"sentence": t.sentence, "columns": list(t.columns), "rows": [*map(list, t.rows)]} for t in self.tables
        ]
        return {"section": self.name, "title": self.title, "paragraphs": list(self.paragraphs), "tables": tables}

    def _repr_mimebundle_(self, **_asked: object) -> dict[str, Any]:
        """Return the section as data, for the report, and as a notebook shows it."""
        told = [f"<p>{escape(text)}</p>" for text in self.paragraphs]
        told += [table_html(t.sentence, t.columns, t.rows) for t in self.tables]
        shown = {MIME: self.data(), "text/html": "\n".join(told), "text/plain": repr(self)}
        return {**self.chart._repr_mimebundle_(), **shown} if self.chart else shown  # pyright: ignore[reportPrivateUsage] - a protocol of IPython


@dataclass(frozen=True, slots=True)
class Shown:
    """What one cell of the notebook as run gives to the report.

    Attributes:
        section: A section; None for plain text.
        figure: Its figure as plotly has it.
        text: The text of a cell that is no section, or that the author wrote.
    """

    section: Section | None = None
    figure: dict[str, Any] | None = None
    text: str = ""


def read_section(value: object) -> Section | None:
    """Return a section from the output of a cell; None if the output is no section.

    Args:
        value: What stands there under ``MIME``.
    """
    if not isinstance(value, dict):
        return None
    found = cast("dict[str, Any]", value)
    try:
        tables = tuple(
            Told(str(t["sentence"]), _texts(t["columns"]), tuple(_texts(row) for row in t["rows"]))
            for t in found["tables"]
        )
        return Section(str(found["section"]), str(found["title"]), _texts(found["paragraphs"]), tables)
    except (KeyError, TypeError):
        return None


def _texts(values: Sequence[object]) -> tuple[str, ...]:
    return tuple(map(str, values))

"""How a report is cited, as a CITATION.cff (Citation File Format 1.2.0, https://citation-file-format.github.io/)."""

from typing import Any

from whosays.exchange.citation import SPDX
from whosays.exchange.scalar import scalar
from whosays.report import sentences as shared
from whosays.report.report import Report
from whosays.report.sentences import records as words


def citation(report: Report, record: dict[str, Any]) -> str:
    """Return the file; call it while the language of the report is spoken.

    Args:
        report: The report.
        record: What ``report.json`` says of it so far.
    """
    case, own = record["case"], report.inquiry.kept
    licence, address = own.package.licence
    makers = [*own.package.makers] or [shared.makers()]
    lines = [
        "cff-version: 1.2.0",
        f"message: {_quoted('If you use this report, please cite it and the case that it is about.')}",
        f"title: {_quoted(record['title'])}",
        "type: dataset",
        *_authors(report.parameters.authors or (words.the_author(),), ""),
        *([f"license: {licence}"] if licence in SPDX else [f"license-url: {_quoted(address)}"] if address else []),
        "references:",
        "  - type: data",
        f"    title: {_quoted(report.inquiry.case.article.title)}",
        *_authors(makers, "    "),
        *([f"    version: {_quoted(case['version'])}"] if case["version"] else []),
        f"    notes: {_quoted('Case ' + case['id'] + ', SHA-256 ' + case['sha256'])}",
        "  - type: software",
        f"    title: {_quoted('whosays: one contested news article, taken apart')}",
        *_authors(("The whosays contributors",), "    "),
        f"    version: {_quoted(record['versions']['whosays'])}",
    ]
    return "\n".join(lines) + "\n"


def _authors(names: tuple[str, ...] | list[str], inset: str) -> list[str]:
    return [f"{inset}authors:", *(f"{inset}  - name: {_quoted(name)}" for name in names)]


def _quoted(text: str) -> str:
    """Return a text as YAML, on one line."""
    return scalar(" ".join(text.split()))

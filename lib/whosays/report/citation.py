"""How a report is cited, as a CITATION.cff (Citation File Format 1.2.0, https://citation-file-format.github.io/)."""

from typing import Any

from whosays.exchange.cff import VERSION, authors, cited, licence
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
    makers = [*own.package.makers] or [shared.makers()]
    lines = [
        VERSION,
        f"message: {cited('If you use this report, please cite it and the case that it is about.')}",
        f"title: {cited(record['title'])}",
        "type: dataset",
        *authors(report.parameters.authors or (words.the_author(),)),
        *licence(*own.package.licence),
        "references:",
        "  - type: data",
        f"    title: {cited(report.inquiry.case.article.title)}",
        *authors(makers, "    "),
        *([f"    version: {cited(case['version'])}"] if case["version"] else []),
        f"    notes: {cited('Case ' + case['id'] + ', SHA-256 ' + case['sha256'])}",
        "  - type: software",
        f"    title: {cited('whosays: one contested news article, taken apart')}",
        *authors(("The whosays contributors",), "    "),
        f"    version: {cited(record['versions']['whosays'])}",
    ]
    return "\n".join(lines) + "\n"

"""How a package is cited: its CITATION.cff."""

from whosays.crate.bundle import Bundle
from whosays.exchange.cff import VERSION, authors, cited, licence


def citation(bundle: Bundle) -> str:
    """Return the text of the file: title, makers, day and licence, and the article that it is about."""
    article = bundle.case.article
    lines = [
        VERSION,
        f"message: {cited(f'If you use this {bundle.kind}, please cite it as below.')}",
        "type: dataset",
        f"title: {cited(bundle.title)}",
        *authors(bundle.names),
        f"date-released: {bundle.day}",
        *([f"version: {cited(bundle.version)}"] if bundle.version else []),
        *licence(*bundle.licence),
        "references:",
        "  - type: newspaper-article",
        f"    title: {cited(bundle.subject)}",
        *authors([article.outlet], "    "),
        f"    url: {cited(article.address)}",
    ]
    return "\n".join(lines) + "\n"

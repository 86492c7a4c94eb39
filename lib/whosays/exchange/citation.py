"""How a package is cited: CITATION.cff, Citation File Format 1.2.0, https://doi.org/10.5281/zenodo.5171937."""

from collections.abc import Iterable, Iterator

from whosays.exchange.bundle import Bundle
from whosays.exchange.scalar import scalar

SPDX = frozenset({"CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "MIT"})  # of the names that may stand there


def citation(bundle: Bundle) -> str:
    """Return the text of the file: title, makers, day and licence, and the article that it is about."""
    return "\n".join(_lines(bundle)) + "\n"


def _lines(bundle: Bundle) -> Iterator[str]:
    article, (licence, address) = bundle.case.article, bundle.licence
    yield "cff-version: 1.2.0"
    yield f"message: {_text(f'If you use this {bundle.kind}, please cite it as below.')}"
    yield "type: dataset"
    yield f"title: {_text(bundle.title)}"
    yield from _authors(bundle.names, "")
    yield f"date-released: {bundle.day}"
    if bundle.version:
        yield f"version: {_text(bundle.version)}"
    if licence in SPDX:
        yield f"license: {licence}"
    elif address:
        yield f"license-url: {_text(address)}"
    yield "references:"
    yield "  - type: newspaper-article"
    yield f"    title: {_text(bundle.subject)}"
    yield from _authors([article.outlet], "    ")
    yield f"    url: {_text(article.address)}"


def _authors(names: Iterable[str], inset: str) -> Iterator[str]:
    yield f"{inset}authors:"
    yield from (f"{inset}  - name: {_text(name)}" for name in names)


def _text(words: str) -> str:
    return scalar(" ".join(words.split()))

"""Read a discussion that was exported from Kialo as text into the rows of a case.

The discussion becomes the article, and each claim a sentence of it, for that is where it is said. Pro supports and con
rebuts; what is linked becomes a document, unread. Nobody is named in such a file, so no statement has a source.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from whosays.case.schema import ADDRESS
from whosays.exchange.discussion import CON, PRO, Discussion, Node, dotted, read_discussion
from whosays.exchange.format import Rows
from whosays.exchange.left import Left

_LINK = re.compile(r"\[((?:\\.|[^\[\]\\])*)\]\(\s*((?:\\.|[^()\[\]\\\s]|\([^()\[\]\s]*\))+)\s*\)")
_BARE = re.compile(rf"{ADDRESS.pattern}(?<![.,;:!?)])")  # a stop behind an address belongs to the sentence
_ESCAPED = re.compile(r"\\([\\\[\]()*_#~`>!.+-])")
_FOOTNOTE = re.compile(r"\s*\[[0-9]+\]")
_LISTED = re.compile(r"\s*\[([0-9]+)\]\s*(.*)")


def read_kialo(path: Path, left: Left) -> Rows:
    """Return the rows of a case that a discussion holds.

    Args:
        path: A text file exported from Kialo, in UTF-8 or UTF-16.
        left: Takes what has no place in a case.

    Raises:
        CaseError: It cannot be read as a discussion; every fault is named.
        OSError: It cannot be read at all.
    """
    return _Case(read_discussion(path), left).rows()


class _Case:
    """The rows of the case, in the making."""

    def __init__(self, talk: Discussion, left: Left) -> None:
        self.talk, self.left = talk, left
        self.documents: dict[str, dict[str, str]] = {}  # by address
        self.linked: dict[str, dict[str, None]] = {}  # numbers of the claims that link to it, by address
        self.plain: dict[tuple[str, ...], str] = {}  # the words of each claim without marks of Markdown, by number

    def rows(self) -> Rows:
        """Return the rows of every table; what no such file tells is left blank."""
        tables: dict[str, list[dict[str, str]]] = {
            name: [] for name in ("passages", "claims", "statements", "relations")
        }
        first = 1
        self.plain = {number: self._plain(node) for number, node in self.talk.nodes.items() if not node.see}
        for node in self.talk.nodes.values():
            if not node.see:
                words = self.plain[node.number]
                for table, row in self._said(node, words, first, len(tables["passages"]) + 1):
                    tables[table].append(row)
                first += len(words.split())
            tables["relations"] += self._relation(node)
        self._listed()
        article = {"id": "kialo", "outlet": "Kialo", "title": self.talk.title, "words": str(first - 1)}
        article |= {"note": f"Its question: {self.talk.question}"} if self.talk.question else {}
        self.left.out("line before the first claim", "lines before the first claim", self.talk.before)
        for address, numbers in self.linked.items():
            self.documents[address]["note"] = f"Linked from {' '.join(numbers)}" if numbers else ""
        return {"article": [article], **tables, "documents": list(self.documents.values())}

    def _said(self, node: Node, words: str, first: int, count: int) -> Iterator[tuple[str, dict[str, str]]]:
        """Yield the rows of a claim: the sentence of the discussion, the claim, and the statement that makes it."""
        key, above = "-".join(node.number), self.talk.goal(node.number[:-1])
        place_id = f"p{count:02}s1"
        place = {"role": "sentence", "paragraph": str(count), "sentence": "1", "first_word": str(first)}
        size = {"words": str(len(words.split())), "quoted": "0"}
        yield "passages", {"id": place_id, **place, **size, "gist": words}
        yield (
            "claims",
            {
                "id": f"k{key}",
                "role": "answer" if node.kind in {PRO, CON} else "claim",
                "topic": self.talk.title,
                "proposition": words,
                "part_of": f"k{'-'.join(above)}" if above and node.kind not in {PRO, CON} else "",
                "layer": "article",
                "note": f"Kialo {dotted(node.number)}",
            },
        )
        yield (
            "statements",
            {
                "id": f"t{key}",
                "passage": place_id,
                "claim": f"k{key}",
                "form": "direct",
                "stance": "asserts",
                "basis": "none given",
                "gist": words,
                "layer": "article",
            },
        )

    def _relation(self, node: Node) -> Iterator[dict[str, str]]:
        if node.kind in {PRO, CON}:
            from_, to = self.talk.goal(node.number), self.talk.goal(node.number[:-1])
            yield {
                "id": f"e{'-'.join(node.number)}",
                "kind": node.kind,
                "from": f"k{'-'.join(from_)}",
                "to": f"k{'-'.join(to)}",
                "surely": "clear",
                "gist": self.plain[from_],
                "layer": "article",
            }
        elif node.see:
            self.left.out("cross-reference", "cross-references", because="neither for nor against what stands above")

    def _plain(self, node: Node) -> str:
        """Return the words of a claim without marks of Markdown; what they link to is kept as a document."""

        def linked(found: re.Match[str]) -> str:
            label, address = _unescaped(found[1]), _unescaped(found[2])
            self._document(address, label, dotted(node.number))
            return label or _host(address)

        def bare(found: re.Match[str]) -> str:
            self._document(found[0], "", dotted(node.number))
            return _host(found[0])

        text = _LINK.sub(linked, node.words)
        text = _BARE.sub(bare, _FOOTNOTE.sub("", text) if self.talk.sources else text)
        return _unescaped(text).strip()

    def _listed(self) -> None:
        for line in self.talk.sources:
            found = _LISTED.fullmatch(line)
            address = re.search(ADDRESS.pattern, line)
            title = (found[2] if found else line).replace(address[0] if address else "", "").strip(" :,-\u2013")
            self._document(address[0] if address else "", title, "")

    def _document(self, address: str, title: str, number: str) -> None:
        if not ADDRESS.fullmatch(address):
            self.left.out("link", "links", because="no address that begins with http:// or https://")
            return
        row = {"id": f"o{len(self.documents) + 1}", "title": title or address, "publisher": _host(address)}
        self.documents.setdefault(address, row | {"address": address, "how_known": "unverified"})
        self.linked.setdefault(address, {}).update({number: None} if number else {})


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)


def _host(address: str) -> str:
    """Return the name of the site at an address; a broken one names none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""

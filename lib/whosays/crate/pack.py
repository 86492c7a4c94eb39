"""Pack a case or a report into one file: an RO-Crate with a CITATION.cff, as research repositories take it.

Standard: RO-Crate Metadata Specification 1.2, https://w3id.org/ro/crate/1.2. Entries of the archive have plain relative
names, are sorted, and bear one fixed date, so that the same files give the same bytes.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from whosays.case.errors import printable
from whosays.case.schema import schema
from whosays.case.whole import whole
from whosays.crate.bundle import CITATION, CRATE, SHOWN, Bundle, bundle, hash_of
from whosays.crate.citation import citation
from whosays.exchange.left import Left

SPECIFICATION = "https://w3id.org/ro/crate/1.2"
DAY = (1980, 1, 1, 0, 0, 0)  # the first that an archive can name
READABLE = 0o100644 << 16
UNIX = 3  # what made the archive, whatever system this is, or Windows would give other bytes
FORMATS = {
    ".csv": "text/csv",
    ".json": "application/json",
    ".html": "text/html",
    ".ipynb": "application/x-ipynb+json",
    ".pdf": "application/pdf",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".txt": "text/plain",
    ".cff": "application/yaml",
}
KNOWN = {
    "report.html": "The report as one page that opens without network.",
    "report.pdf": "The report on paper.",
    "report.ipynb": "The notebook of the report, as it ran.",
    "report.json": "The record of the report: parameters, versions, hashes.",
    "notes.txt": "The notes of the author.",
    "datapackage.json": "What each column of the tables means, as a Frictionless data package.",
    "text.txt": "The article word for word, which was written for the kit.",
    "accepted.csv": "Each row is one remark of the linter that was looked at and left.",
    CITATION: "How to cite it.",
}
PARTS = {"tables": "A table of the report.", "figures": "A figure of the report."}
FOLDERS = {"tables": "The answers as tables.", "figures": "The figures.", "case": "The case that it is about."}


def pack(place: str | Path, file: str | Path, day: str = "") -> tuple[Bundle, tuple[str, ...]]:
    """Write a case or report as one archive, whole or not at all.

    Args:
        place: Folder of a report or case, or the name of a case that comes with whosays.
        file: The .zip to write.
        day: The day it counts as published, as 2023-01-09; if not given, the one that it names itself.

    Returns:
        What was packed, and what was left out, a sentence each.

    Raises:
        UnknownIdError: There is no such folder or case.
        CaseError: The case has faults, the report is not whole, or the day is none.
        OSError: The file cannot be written; what stood there is untouched.
    """
    found, left = bundle(place, day), Left("the package")
    files = {CITATION: citation(found), **found.files}
    entries = {**files, CRATE: json.dumps(metadata(found, files), ensure_ascii=False, indent=1) + "\n"}
    with whole(file) as part, ZipFile(part, "w", ZIP_DEFLATED) as archive:
        for name, content in sorted(entries.items()):
            _add(archive, name, content)
    names = ", ".join(map(printable, found.strangers[:SHOWN])) + (" …" if len(found.strangers) > SHOWN else "")
    left.out(f"file of another kind ({names})", f"files of another kind ({names})", len(found.strangers))
    return found, left.sentences()


def metadata(bundle: Bundle, files: Mapping[str, Path | str]) -> dict[str, Any]:
    """Return what ``ro-crate-metadata.json`` holds.

    Args:
        bundle: The case or report.
        files: Every other file of the package, by its name.
    """
    folders = _folders(files)
    kind = "Person" if bundle.makers else "Organization"
    makers = [{"@id": f"#maker-{n}", "@type": kind, "name": name} for n, name in enumerate(bundle.names, 1)]
    licence = {
        "@id": bundle.licence[1] or "#licence",
        "@type": "CreativeWork",
        "name": bundle.licence[0],
        "description": f"The licence of the {bundle.kind}.",
    }
    made = _made(bundle)
    article = bundle.case.article
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": bundle.title,
        "description": bundle.about,
        "datePublished": bundle.day,
        "license": {"@id": licence["@id"]},
        "author": _one_or_all([maker["@id"] for maker in makers]),
        "about": {"@id": article.address},
        "hasPart": _one_or_all(_parts("", files, folders)),
        **({"mentions": {"@id": made[0]["@id"]}} if made else {}),
        **({"version": bundle.version} if bundle.version else {}),
    }
    head = {
        "@id": CRATE,
        "@type": "CreativeWork",
        "conformsTo": {"@id": SPECIFICATION},
        "about": {"@id": "./"},
    }
    printed = {
        "@id": article.address,
        "@type": "NewsArticle",
        "name": bundle.subject,
        "datePublished": article.published.text,
        "inLanguage": article.language,
    }
    graph = [head, root, licence, *makers, printed, *made]
    graph += [_folder(name, files, folders) for name in folders]
    graph += [_file(name, content, bundle.kind) for name, content in sorted(files.items())]
    return {"@context": f"{SPECIFICATION}/context", "@graph": graph}


def _made(bundle: Bundle) -> list[dict[str, Any]]:
    """Return the command that made a report, and the program, which has no address to be called software here."""
    if not bundle.command:
        return []
    action = {
        "@id": "#made",
        "@type": "CreateAction",
        "name": bundle.command,
        "instrument": {"@id": "#whosays"},
        "object": {"@id": f"{quote(f'case/{bundle.case.id}')}/"},
        "result": {"@id": "./"},
    }
    return [action, {"@id": "#whosays", "@type": "CreativeWork", "name": f"whosays {bundle.program}".strip()}]


def _one_or_all(ids: list[str]) -> dict[str, str] | list[dict[str, str]]:
    """Return references to entities; a single one stands without a list around it, as the standard asks."""
    found = [{"@id": each} for each in ids]
    return found[0] if len(found) == 1 else found


def _folders(files: Mapping[str, object]) -> list[str]:
    parents = {str(parent) for name in files for parent in PurePosixPath(name).parents}
    return sorted(parents - {"."})


def _parts(folder: str, files: Mapping[str, object], folders: list[str]) -> list[str]:
    """Return the ids of what lies in a folder itself."""
    own = [name for name in sorted(files) if str(PurePosixPath(name).parent) == (folder or ".")]
    inner = [name for name in folders if str(PurePosixPath(name).parent) == (folder or ".")]
    return [*(quote(name) for name in own), *(f"{quote(name)}/" for name in inner)]


def _folder(name: str, files: Mapping[str, object], folders: list[str]) -> dict[str, Any]:
    about = FOLDERS.get(name, "The tables of the case." if name.startswith("case/") else "A part of it.")
    parts = _one_or_all(_parts(name, files, folders))
    return {"@id": f"{quote(name)}/", "@type": "Dataset", "name": name, "description": about, "hasPart": parts}


def _file(name: str, content: Path | str, kind: str) -> dict[str, Any]:
    path, data = PurePosixPath(name), content.encode() if isinstance(content, str) else b""
    about = {
        "@id": quote(name),
        "@type": "File",
        "name": name,
        "description": _description(path, kind),
        "contentSize": str(content.stat().st_size if isinstance(content, Path) else len(data)),
        "sha256": hash_of(content) if isinstance(content, Path) else sha256(data).hexdigest(),
    }
    return about | ({"encodingFormat": FORMATS[path.suffix]} if path.suffix in FORMATS else {})


def _description(path: PurePosixPath, kind: str) -> str:
    of_case = kind == "case" or path.parts[0] == "case"
    if of_case and path.suffix == ".csv" and path.stem in schema():
        return f"Each row is {schema()[path.stem].row}."
    if path.name in KNOWN:
        return KNOWN[path.name]
    return PARTS.get(path.parts[0], "A part of it.")


def _add(archive: ZipFile, name: str, content: Path | str) -> None:
    entry = ZipInfo(name, DAY)
    entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, UNIX, READABLE
    archive.writestr(entry, content if isinstance(content, str) else content.read_bytes())

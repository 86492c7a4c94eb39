"""Rules about outside evidence and about the two layers: dates, addresses, pictures, what the article cannot know."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from whosays.author.copying import words_of
from whosays.author.own_words import texts
from whosays.author.rule import Review, Rule, Sight
from whosays.case.errors import quoted
from whosays.case.model import Case
from whosays.case.schema import ADDRESS

WITH_ADDRESS = frozenset({"read", "made up"})
WITHOUT_LAYER = frozenset({"documents", "corrections"})  # the first are outside by nature, the second about both
NAME = 3  # letters; a shorter name stands in too many words
MEDIA = frozenset(
    {
        "apng",
        "avif",
        "avi",
        "bmp",
        "flv",
        "gif",
        "heic",
        "jfif",
        "jpeg",
        "jpg",
        "m3u8",
        "m4v",
        "mkv",
        "mov",
        "mp4",
        "mpeg",
        "mpg",
        "ogv",
        "png",
        "svg",
        "tif",
        "tiff",
        "webm",
        "webp",
    }
)
MEDIA_HOSTS = (
    "cdn.discordapp.com",
    "cdninstagram.com",
    "fbcdn.net",
    "gstatic.com",
    "i.imgur.com",
    "i.redd.it",
    "i.ytimg.com",
    "telesco.pe",
    "twimg.com",
    "upload.wikimedia.org",
    "v.redd.it",
)


def _undated(review: Review) -> Iterator[Sight]:
    for row in review.case.documents:
        if row.how_known in WITH_ADDRESS and not (row.published or row.known_since or row.note):
            remedy = "Give the day, the month or the year, or say in the note that the copy has no date."
            yield Sight("documents", row.id, "published", quoted(""), "a date, or a note that there is none", remedy)


def _unaddressed(review: Review) -> Iterator[Sight]:
    for row in review.case.documents:
        if row.how_known in WITH_ADDRESS and not row.address:
            remedy = "Give the address of the copy that was read; if nobody read one, set how_known to unverified."
            yield Sight("documents", row.id, "address", quoted(""), "the address of what was read", remedy)


def _graphic(review: Review) -> Iterator[Sight]:
    case = review.case
    cells = [("article", case.article.id, "address", case.article.address)]
    for row in case.documents:
        cells += [("documents", row.id, "address", row.address)]
        cells += [("documents", row.id, "also_at", address) for address in row.also_at]
    for cell in texts(case):
        cells += [(cell.table, cell.row, cell.column, address) for address in ADDRESS.findall(cell.text)]
    for table, row_id, column, address in cells:
        if _is_media(address):
            remedy = "Link the page on which it stands, and say in the content note that it may show pictures."
            yield Sight(table, row_id, column, quoted(address), "the address of a page, not of a picture", remedy)


def _is_media(address: str) -> bool:
    try:
        parts = urlsplit(address.rstrip(".,;:)"))
    except ValueError:  # no address after all
        return False
    ending = parts.path.rpartition("/")[2].rpartition(".")
    named = ":" not in ending[0] and ending[2].lower() in MEDIA  # the page of a file on a wiki is File:name.jpg
    host = (parts.hostname or "").lower()
    return bool(ending[1] and named) or any(host == name or host.endswith(f".{name}") for name in MEDIA_HOSTS)


def _beyond(review: Review) -> Iterator[Sight]:
    printed = f" {' '.join(words_of(review.copy))} "
    names = {name for name in _outside_names(review.case) if f" {' '.join(words_of(name))} " not in printed}
    if not names:
        return
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names, key=lambda n: (-len(n), n))))})(?!\w)")
    for cell in texts(review.case):
        found = None if cell.layer == "beyond" or cell.table in WITHOUT_LAYER else pattern.search(cell.text)
        if found:
            remedy = (
                "Say it in a row of the layer beyond; take the name out of this one. "
                "If the article itself prints the name, give your copy of it, or fill name_as_printed of the source."
            )
            expected = "nothing from beyond the article"
            yield Sight(cell.table, cell.row, cell.column, quoted(found[0]), expected, remedy)


def _outside_names(case: Case) -> set[str]:
    """Return the names that only outside documents and sources bring in."""
    outside = {name for row in case.documents for name in (row.publisher, row.author)}
    outside |= {row.name for row in case.sources if row.layer == "beyond"}
    outside |= {name.partition(",")[0] for name in outside}
    inside = " ".join(
        f"{row.name} {row.label} {row.name_as_printed}" if row.layer == "article" else row.name_as_printed
        for row in case.sources  # one who speaks only outside may still be named in the article
    ).casefold()
    inside += f" {case.article.outlet} {case.article.byline}".casefold()
    return {
        name
        for name in outside
        if len(name) >= NAME
        and (name != name.lower() or name == name.upper())  # a name and not a phrase, where a script has capitals
        and not re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", inside)
    }


RULES = (
    Rule(
        "undated-document",
        "should",
        "A document that was read and has neither a date nor a note about it.",
        "What could be known when decides whether the article could have known it.",
        "Give the date as far as it is known, or say that the copy has none.",
        _undated,
    ),
    Rule(
        "unaddressed-document",
        "should",
        "A document that was read and has no address.",
        "Every outside fact has an address, so that a reader can look for themselves.",
        "Give the address, or say that it is unverified.",
        _unaddressed,
    ),
    Rule(
        "graphic-link",
        "must",
        "An address that leads straight to a picture or a video.",
        "A page warns before it shows the dead or the hurt; a file that is linked straight does not.",
        "Link the page on which it stands.",
        _graphic,
    ),
    Rule(
        "beyond-in-article",
        "must",
        "A row of the article layer that names somebody whom only outside documents bring in.",
        "First the article alone, then beyond; an outside fact in an article cell spoils the first look.",
        "Move the fact to the layer beyond.",
        _beyond,
    ),
)

"""Reviews of claims as fact-checkers publish them: into a case, out of one, and in again without a loss."""

import json
import re
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import schema_org
from whosays.author.cells import grid_with_lines, known_columns, row_of
from whosays.case.errors import CaseError
from whosays.case.model import Assessment, Date
from whosays.case.schema import schema
from whosays.case.table import case_of
from whosays.cli import main
from whosays.exchange.bring import bring_case
from whosays.exchange.claimreview import read_reviews
from whosays.exchange.export import export_case
from whosays.exchange.format import Wish
from whosays.exchange.left import Left
from whosays.exchange.markup import write_reviews

# What schema.org lists for each type (https://schema.org/ClaimReview, /Claim, /Rating, /Person, /Organization,
# /CreativeWork, read in 2026), of which a review uses these.
LISTED = {
    "ClaimReview": {"author", "claimReviewed", "datePublished", "headline", "inLanguage", "itemReviewed", "publisher",
                    "reviewRating", "url"},
    "Claim": {"appearance", "author", "datePublished", "firstAppearance"},
    "Rating": {"alternateName", "bestRating", "name", "ratingValue", "worstRating"},
    "Person": {"name"},
    "Organization": {"name"},
    "CreativeWork": {"name", "publisher", "url"},
    "": {"name"},
}  # fmt: skip
NEEDED = {"ClaimReview": {"author", "claimReviewed", "itemReviewed", "reviewRating"}, "CreativeWork": {"url"}}
FILLED = {
    "article": {"outlet": "The Paper", "published": "2023", "address": "https://paper.example/1", "language": "en",
                "title": "What is so?", "content_note": "Nothing."},
    "sources": {"kind": "witness", "named": "no"},
    "claims": {"topic": "It", "question": "Is it so?", "subject": "it", "kind": "event"},
    "documents": {"title": "A page"},
    "statements": {"form": "own voice"},
}  # fmt: skip
REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "The moon is hollow",
    "url": "https://check.example/moon",
    "headline": "Is the moon hollow?",
    "datePublished": "2023-02-01",
    "inLanguage": "en",
    "author": {"@type": "Organization", "name": "The Checkers"},
    "reviewRating": {
        "@type": "Rating",
        "alternateName": "Nope!",
        "ratingValue": "1",
        "bestRating": "5",
        "worstRating": "1",
    },
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "A. Speaker"},
        "datePublished": "2023-01-01",
        "firstAppearance": {"@type": "CreativeWork", "url": "https://tube.example/1"},
        "appearance": [{"@type": "CreativeWork", "url": "https://net.example/2"}],
    },
}


def reviews_in(tmp_path, *values, name="reviews.json", text=None):
    """Return the rows of a case from JSON values, and what was left out."""
    file = tmp_path / name
    text = json.dumps(values[0] if len(values) == 1 else list(values)) if text is None else text
    file.write_text(text, encoding="utf-8", newline="")
    left = Left("a case")
    return read_reviews(file, left), left.sentences()


def as_case(rows):
    """Return the case of rows as it is once an author has filled what the reviews do not tell; it must be sound."""
    grids = {}
    for name, table in schema().items():
        cells = [FILLED.get(name, {}) | {k: v for k, v in row.items() if v} for row in rows.get(name, ())]
        records = tuple(row_of(table, known_columns(table, row)) for row in cells)
        grids[name] = grid_with_lines(Path(f"{name}.csv"), table, records)
    case, faults = case_of("brought", "brought", grids)
    assert faults == []
    return case


def written(case, layer="beyond"):
    left = Left("ClaimReview")
    return "".join(write_reviews(case, Wish(layer), left)), left.sentences()


def test_a_review_becomes_claim_assessor_claimant_pages_statements_and_judgement(tmp_path):
    rows, said = reviews_in(tmp_path, REVIEW)

    assert [row["proposition"] for row in rows["claims"]] == ["The moon is hollow"]
    assert [(row["name"], row["named"]) for row in rows["sources"]] == [
        ("The Checkers", "institution"),
        ("A. Speaker", "person"),
    ]
    assert [(row["address"], row["publisher"]) for row in rows["documents"]] == [
        ("https://check.example/moon", "The Checkers"),
        ("https://tube.example/1", "tube.example"),
        ("https://net.example/2", "net.example"),
    ]
    assert [
        (row["document"], row["source"], row["said_on"]) for row in map({"source": ""}.__or__, rows["statements"])
    ] == [
        ("o01", "s02", "2023-01-01"),
        ("o02", "", "2023-01-01"),
        ("o03", "", ""),
    ]
    (judged,) = rows["assessments"]
    assert (judged["rating"], judged["rating_value"], judged["best"], judged["worst"]) == ("Nope!", "1", "5", "1")
    assert (judged["normalised"], judged["published"], judged["language"]) == ("other", "2023-02-01", "en")
    assert said == (
        "1 reading of a rating was left out: not known here, and read as “other”; the words themselves are kept.",
    )
    as_case(rows)


SHAPES = {
    "one object": json.dumps(REVIEW),
    "an array": json.dumps([REVIEW]),
    "a graph": json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, REVIEW]}),
    "a feed": json.dumps({"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}]}),
    "one value a line": json.dumps(REVIEW) + "\r\n\r\n" + json.dumps(REVIEW) + "\n",
    "a web page": "<!DOCTYPE html><html><head><script>var x = '<b>';</script>\n<script type='application/ld+json'>\n"
    f"{json.dumps(REVIEW)}\n</script></head><body></body></html>",
    "a web page with a wrapped script": '<html><SCRIPT TYPE="application/ld+json">\n//<![CDATA[\n'
    f"{json.dumps(REVIEW)}\n//]]>\n</SCRIPT></html>",
    "full names": json.dumps({f"http://schema.org/{k}" if k[0] != "@" else k: v for k, v in REVIEW.items()})
    .replace('"ClaimReview"', '["http://schema.org/ClaimReview", "NewsArticle"]'),
    "a byte order mark": "\ufeff" + json.dumps(REVIEW),
}  # fmt: skip


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES)
def test_a_review_is_the_same_in_every_shape_in_which_it_is_published(tmp_path, text):
    assert reviews_in(tmp_path, text=text)[0] == reviews_in(tmp_path, REVIEW)[0]


def test_what_a_search_of_the_fact_check_tools_finds_is_read_too(tmp_path):
    found = {
        "text": "The moon is hollow",
        "claimant": "A. Speaker",
        "claimDate": "2023-01-01T00:00:00Z",
        "claimReview": [
            {"publisher": {"name": "The Checkers", "site": "check.example"}, "url": "https://check.example/moon",
             "title": "Is the moon hollow?", "reviewDate": "2023-02-01T09:00:00Z", "textualRating": "False",
             "languageCode": "en"},
            {"publisher": {"site": "other.example"}, "url": "https://other.example/m", "textualRating": "Falso"},
        ],
    }  # fmt: skip
    rows, said = reviews_in(tmp_path, {"claims": [found], "nextPageToken": "x"})

    assert said == ()
    assert len(rows["claims"]) == 1
    assert [row["name"] for row in rows["sources"]] == ["The Checkers", "A. Speaker", "other.example"]
    assert [(row["rating"], row["published"], row["normalised"]) for row in rows["assessments"]] == [
        ("False", "2023-02-01", "refutes"),
        ("Falso", "", "refutes"),
    ]
    assert [row["said_on"] for row in rows["statements"]] == ["2023-01-01", "2023-01-01"]


def test_a_folder_is_read_file_by_file_and_other_files_are_counted(tmp_path):
    folder = tmp_path / "reviews"
    (folder / "2023").mkdir(parents=True)
    (folder / "2023" / "a.JSON").write_text(json.dumps(REVIEW), encoding="utf-8", newline="")
    (folder / "b.html").write_text(SHAPES["a web page"].replace("moon", "sun"), encoding="utf-8", newline="")
    (folder / "c.png").write_bytes(b"\x89PNG")
    left = Left("a case")

    rows = read_reviews(folder, left)

    assert [row["proposition"] for row in rows["claims"]] == ["The moon is hollow", "The sun is hollow"]
    assert "1 file of another kind was left out: it is neither JSON nor a web page." in left.sentences()


def test_what_a_field_may_hold_besides_is_read_as_it_is_meant(tmp_path):
    graph = [
        REVIEW | {
            "claimReviewed": {"@value": "<p>Fish &amp;amp; <b>chips</b><script>x()</script></p>", "@language": "en"},
            "author": [{"@type": "Person", "name": "J. Writer"}, {"@id": "#us"}],
            "datePublished": "Feb 1st, 2023",
            "inLanguage": {"@type": "Language", "name": "English", "alternateName": "en"},
            "reviewRating": {"ratingValue": 4.50, "bestRating": 5, "worstRating": "none"},
            "itemReviewed": {"@type": "CreativeWork", "author": "Social media users", "url": "https://net.example/a b",
                             "datePublished": "03/04/2023"},
        },
        {"@id": "#us", "@type": "NewsMediaOrganization", "name": "The Checkers"},
    ]  # fmt: skip
    rows, said = reviews_in(tmp_path, text=json.dumps({"@graph": graph}).replace("4.5", "4.50"))

    assert rows["claims"][0]["proposition"] == "Fish & chips"
    assert [(row["name"], row["named"]) for row in rows["sources"]] == [
        ("The Checkers", "institution"),
        ("Social media users", ""),
    ]
    assert rows["documents"][1]["address"] == "https://net.example/a%20b"
    (judged,) = rows["assessments"]
    assert (judged["rating"], judged["rating_value"], judged["best"], judged["worst"]) == ("", "4.50", "5", "")
    assert (judged["normalised"], judged["published"], judged["language"]) == ("", "2023-02-01", "en")
    assert set(said) == {
        "1 thing that is no review of a claim has no place in a case and was left out.",
        "1 further author of a review has no place in a case and was left out.",
        "1 date of a claim was left out: it does not name one day, month or year.",
        "1 value of a rating was left out: it is no number.",
    }
    as_case(rows)


@pytest.mark.parametrize(
    ("without", "lacking"),
    [("claimReviewed", "the claim"), ("author", "who reviewed it"), ("reviewRating", "a rating")],
)
def test_a_review_without_what_makes_it_one_is_left_out_and_counted(tmp_path, without, lacking):
    rows, said = reviews_in(tmp_path, REVIEW, {key: value for key, value in REVIEW.items() if key != without})

    assert len(rows["assessments"]) == 1
    assert f"1 review of a claim was left out: it does not give {lacking}." in said


def test_a_review_that_is_there_twice_is_merged_and_counted(tmp_path):
    later = REVIEW | {"reviewRating": {"alternateName": "Hm"}, "itemReviewed": {"appearance": "https://new.example/"}}
    rows, said = reviews_in(tmp_path, REVIEW, REVIEW, later, REVIEW | {"url": "https://check.example/again"})

    assert [row["rating"] for row in rows["assessments"]] == ["Nope!", "Nope!"]
    assert len(rows["claims"]) == 1
    assert "https://new.example/" in [row["address"] for row in rows["documents"]]
    assert said[0] == "1 review of a claim was left out: the same assessor, claim and address came before."
    assert said[1].endswith("came before, with another rating.")


def test_what_a_review_says_besides_is_counted_by_field(tmp_path):
    more = {"ratingExplanation": "Because.", "image": "x", "x-own": 1, "y-own": 2}
    _, said = reviews_in(tmp_path, REVIEW | {"reviewRating": {"alternateName": "False"} | more, "reviewBody": "Long."})

    assert said == (
        "1 ratingExplanation of a rating has no place in a case and was left out.",
        "1 image of a rating has no place in a case and was left out.",
        "2 other fields of a rating have no place in a case and were left out.",
        "1 reviewBody of a review has no place in a case and was left out.",
    )


BROKEN = {
    "a comma too many": ('[{"a": 1},\n]', 2, '"]" at character 1'),
    "a colon missing": ('{"@graph": [\n{"a" 1}]}', 2, '"1}]}" at character 6'),
    "a text without an end": ('{"a": "b\nc', 1, '""b\\nc" at character 7'),
    "an end too early": ('[{"a": 1}', 1, "the end of the file at character 10"),
    "no JSON at all": ("claim;rating\nx;y", 1, '"claim;rating\\nx;y" at character 1'),
    "an empty file": (" \n\t", 0, "an empty file"),
    "depth without end": ("[" * 100_000, 1, "lists in lists without end at character 2"),
    "no review": ('{"@type": "WebPage"}', 0, "no review of a claim"),
    "a page without a script": ("<html></html>", 0, "no review of a claim"),
    "a damaged script": ('<p>\n<script type="application/ld+json">\n{"a": }</script>', 3, '"}" at character 7'),
}


@pytest.mark.parametrize(("text", "line", "found"), BROKEN.values(), ids=BROKEN)
def test_a_file_that_cannot_be_read_is_a_fault_with_its_place(tmp_path, text, line, found):
    with pytest.raises(CaseError) as caught:
        reviews_in(tmp_path, text=text)

    (fault,) = caught.value.faults
    assert (fault.line, fault.found) == (line, found)
    assert fault.file.endswith("reviews.json")
    assert fault.remedy


def test_every_damaged_line_of_a_file_of_lines_is_named_at_once(tmp_path):
    lines = [json.dumps(REVIEW), '{"a": 1', json.dumps(REVIEW), "nonsense", '{"b" 2}', json.dumps(REVIEW)]

    with pytest.raises(CaseError) as caught:
        reviews_in(tmp_path, text="\n".join(lines), name="reviews.jsonl")

    assert [fault.line for fault in caught.value.faults] == [3, 4, 5]


def test_the_faults_of_every_file_of_a_folder_are_named_at_once(tmp_path):
    (tmp_path / "a.json").write_bytes(b'{"name": "caf\xe9"}')
    (tmp_path / "b.json").write_bytes(json.dumps(REVIEW).encode("utf-16"))
    (tmp_path / "c.json").write_bytes(b"[1, 2")

    with pytest.raises(CaseError) as caught:
        read_reviews(tmp_path, Left("a case"))

    assert [(Path(f.file).name, f.line, f.found) for f in caught.value.faults] == [
        ("a.json", 1, "byte 0xe9, as in Windows-1252"),
        ("b.json", 1, "UTF-16"),
        ("c.json", 1, "the end of the file at character 6"),
    ]


def test_a_case_is_exported_review_by_review_and_only_in_fields_that_schema_org_lists(tmp_path):
    case = as_case(reviews_in(tmp_path, REVIEW, REVIEW | {"author": {"@type": "Organization", "name": "Others"}})[0])
    text, _ = written(case)
    graph = json.loads(text)["@graph"]

    assert [review["author"]["name"] for review in graph] == ["The Checkers", "Others"]
    assert graph[0]["reviewRating"]["alternateName"] == "Nope!"
    assert graph[0]["itemReviewed"] == REVIEW["itemReviewed"]
    queue, seen = list(graph), set()
    while queue:
        part = queue.pop()
        if isinstance(part, dict):
            kind = part.get("@type", "")
            seen.add(kind)
            assert part.keys() - {"@type"} <= LISTED[kind]
            assert part.keys() >= NEEDED.get(kind, set())
            queue.extend(part.values())
        elif isinstance(part, list):
            queue.extend(part)
    assert seen == LISTED.keys() - {""}


@pytest.fixture(scope="module")
def published():
    """The schemas that somebody else made of the vocabulary of schema.org."""
    return schema_org.vocabulary()


def one_author_each(item):
    """Yield a claim once for each of its authors: schema.org lets any field repeat, those schemas do not this one."""
    authors = item.get("author", {})
    yield from (item | {"author": author} for author in (authors if isinstance(authors, list) else [authors]))


def complaints(schemas, review):
    """Return what the published schemas have against a review, its claim, its pages and its rating."""
    validator = schema_org.validators(schemas)
    found = list(validator("ClaimReview").iter_errors(review))
    for item in one_author_each(review["itemReviewed"]):
        found += validator("Claim").iter_errors(item)
    return [f"{error.json_path}: {error.message}" for error in found]


def test_a_published_json_schema_of_schema_org_accepts_what_is_exported(published, case):
    graph = json.loads(written(as_one_judgement(case))[0])["@graph"]
    graph += json.loads(written(as_case(reviews_of_many_forms()))[0])["@graph"]

    assert len(graph) > 50
    for review in graph:
        assert complaints(published, review) == []


def test_that_json_schema_rejects_what_schema_org_does_not_mean(published, case):
    (review,) = json.loads(written(as_one_judgement(case))[0])["@graph"]

    for spoilt in (
        {"claimReviewed": 5},
        {"datePublished": 2023},
        {"reviewRating": "False"},
        {"author": "The Checkers"},
        {"itemReviewed": review["itemReviewed"] | {"appearance": ["https://a.example/"]}},
    ):
        assert complaints(published, review | spoilt) != []


def test_the_published_vocabulary_lists_every_field_that_is_used(published):
    for kind in LISTED.keys() - {""}:
        assert LISTED[kind] <= schema_org.fields(published, kind)


def reviews_of_many_forms():
    """Return the rows of reviews in which every field is there in some and missing in others."""
    optional = ["url", "headline", "datePublished", "inLanguage", "itemReviewed"]
    reviews = [
        {key: part for key, part in REVIEW.items() if key not in optional or optional.index(key) != turn % 5}
        | {"claimReviewed": f"Claim {turn}", "author": [{"@type": "Person", "name": f"P{turn}"}, f"N{turn}"][turn % 2]}
        | ({"itemReviewed": {"author": ["Ann", {"@type": "Person", "name": "Bo"}]}} if turn % 3 else {})
        for turn in range(60)
    ]
    with tempfile.TemporaryDirectory() as folder:
        return reviews_in(Path(folder), reviews)[0]


def test_a_case_without_judgements_gives_an_empty_graph_and_says_why(case):
    text, said = written(case)

    assert json.loads(text) == {"@context": "https://schema.org", "@graph": []}
    assert said[0] == (
        f"{len(case.claims)} claims were left out: no judgement of it is among the rows of assessments.csv, "
        "and none is made up."
    )
    assert "55 rows of figures have no place in ClaimReview and were left out." in said


def test_a_claim_of_the_article_appears_at_its_address_and_wherever_else_it_is_stated(case):
    judged = as_one_judgement(case)
    (review,) = json.loads(written(judged)[0])["@graph"]

    assert review["claimReviewed"] == case.claim_by_id["k01"].proposition
    item = review["itemReviewed"]
    pages = [place["url"] for place in [*item["appearance"], item.get("firstAppearance", {"url": ""})]]
    assert case.article.address in pages
    assert len(pages) > 3
    assert json.loads(written(judged, "article")[0])["@graph"] == []


def test_the_day_of_a_claim_is_that_of_its_first_statement_and_a_span_of_days_is_left_out(case):
    judged = as_one_judgement(case)
    item = json.loads(written(judged)[0])["@graph"][0]["itemReviewed"]
    days = sorted(s.said_on.text for s in case.statements if "k01" in s.claims and s.stance == "asserts" and s.said_on)
    spans = tuple(replace(s, said_on=s.said_on and Date.parse(f"{s.said_on.first}/2024")) for s in case.statements)
    text, said = written(replace(judged, statements=spans))

    assert item["datePublished"] == days[0]
    assert "datePublished" not in json.loads(text)["@graph"][0]["itemReviewed"]
    assert "1 date was left out: it is a span, which is no date of schema.org." in said


def as_one_judgement(case):
    """Return the shipped case with one judgement of its first claim, as no assessor ever gave it."""
    row = Assessment("j01", "k01", "s73", "c01", "In its own word", "", "", "", "", "other", "ru", None, "beyond", "")
    return replace(case, assessments=(row,))


WORDS = st.sampled_from(
    ["", "False", "<p>Half &amp; half</p>", "Falso.", "правда", "x" * 70, " a\nb ", "\u202e\ud800\0", "0"]
)
NAMES = st.sampled_from(["Ann", "ann", "Bo Ltd", "&lt;i&gt;Cy", "Social media users", "Ünï"])
PARTIES = st.one_of(
    NAMES,
    st.none(),
    st.builds(lambda n, t: {"@type": t, "name": n}, NAMES, st.sampled_from(["Person", "Organization", "Thing"])),
)
DAYS = st.sampled_from(
    [
        None,
        "",
        "2023-01-08",
        "2023-01",
        "2022",
        "2023-01-08T10:00:00Z",
        "8.1.2023",
        "03/04/2023",
        "soon",
        2023,
        "2023-02-30",
    ]
)
ADDRESSES = st.sampled_from([None, "", *(f"https://{h}.example/{n}" for h in "abc" for n in (1, 2)), "ftp://x", "a b"])
PAGES = st.one_of(
    ADDRESSES,
    st.builds(
        lambda u, n, p: {"@type": "CreativeWork", "url": u, "name": n, "publisher": p}, ADDRESSES, NAMES, PARTIES
    ),
)
NUMBERS = st.sampled_from([None, 1, 4.5, "3", "-1", "4/5", "", True])
ITEMS = st.fixed_dictionaries(
    {"@type": st.sampled_from(["Claim", "CreativeWork"])},
    optional={
        "author": st.one_of(PARTIES, st.lists(PARTIES, max_size=3)),
        "datePublished": DAYS,
        "firstAppearance": PAGES,
        "appearance": st.one_of(PAGES, st.lists(PAGES, max_size=3)),
        "name": WORDS,
    },
)
RATINGS = st.fixed_dictionaries(
    {},
    optional={
        "alternateName": st.one_of(WORDS, st.lists(WORDS, max_size=2)),
        "name": WORDS,
        "ratingValue": NUMBERS,
        "bestRating": NUMBERS,
        "worstRating": NUMBERS,
        "image": WORDS,
    },
)
REVIEWS = st.fixed_dictionaries(
    {
        "@type": st.just("ClaimReview"),
        "claimReviewed": st.sampled_from(["It is so", "It is <b>so</b>", "No", "", None]),
    },
    optional={
        "author": st.one_of(PARTIES, st.lists(PARTIES, max_size=2)),
        "publisher": PARTIES,
        "datePublished": DAYS,
        "inLanguage": st.sampled_from(["en", "de_AT", "Ukrainian", "?", None]),
        "headline": WORDS,
        "url": ADDRESSES,
        "reviewRating": st.one_of(RATINGS, WORDS, NUMBERS),
        "itemReviewed": st.one_of(ITEMS, st.none(), st.lists(ITEMS, max_size=2)),
    },
)


@settings(deadline=None, max_examples=250, suppress_health_check=list(HealthCheck))
@given(st.lists(REVIEWS, max_size=6))
def test_in_and_out_and_in_again_gives_the_same_rows(reviews):
    with tempfile.TemporaryDirectory() as folder:
        rows, _ = reviews_in(Path(folder), [*reviews, REVIEW])
        again, said = reviews_in(Path(folder), text=written(as_case(rows))[0])

    assert again.keys() == rows.keys()
    for table in rows:
        told = [{name: cell for name, cell in row.items() if cell} for row in rows[table]]
        back = [{name: cell for name, cell in row.items() if cell} for row in again[table]]
        if table == "documents":  # a title that nobody gave was filled by the author, and is told from then on
            told = [{"title": "A page"} | row for row in told]
        assert back == told
    assert all(re.search(r"^\d+ readings? of a rating", sentence) for sentence in said)


def test_the_commands_bring_reviews_into_a_draft_and_write_them_from_a_case(tmp_path, capsys):
    file = tmp_path / "reviews.json"
    file.write_text(json.dumps(REVIEW), encoding="utf-8", newline="")

    assert main(["import", str(file), str(tmp_path / "moon"), "--from", "claimreview"]) == 1
    out, err = capsys.readouterr()
    assert "assessments (0 rows, now 1)" in out
    assert "moon was written as a draft" in err
    assert main(["export", "practice-pond-2025", "--to", "claimreview", "-o", str(tmp_path / "out.json")]) == 0
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["@graph"] == []


def test_a_draft_of_many_reviews_asks_for_each_thing_once(tmp_path, capsys):
    file = tmp_path / "reviews.jsonl"
    reviews = [REVIEW | {"claimReviewed": f"Claim {n}", "url": f"https://check.example/{n}"} for n in range(500)]
    file.write_text("\n".join(map(json.dumps, reviews)), encoding="utf-8", newline="")

    assert main(["import", str(file), str(tmp_path / "many"), "--from", "claimreview"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) < 20
    assert sum("The same in 499 more rows." in line for line in said) == len(FILLED["claims"])
    assert said[-1].startswith("many was written as a draft with 3007 faults")


def test_a_draft_asks_only_for_what_no_review_tells(tmp_path):
    file = tmp_path / "reviews.json"
    file.write_text(json.dumps(REVIEW), encoding="utf-8", newline="")

    done, _ = bring_case(file, "claimreview", tmp_path / "moon")

    asked = {(Path(fault.file).stem, fault.column) for fault in done.faults}
    assert asked == {(table, column) for table, cells in FILLED.items() for column in cells} - {
        ("sources", "named"),
        ("documents", "title"),
    }
    assert {fault.found for fault in done.faults} == {'""'}


def test_an_exported_file_is_whole_or_not_there(tmp_path, case):
    left = export_case(as_one_judgement(case), "claimreview", tmp_path / "out.json")

    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["@graph"][0]["@type"] == "ClaimReview"
    assert "1 reading of a rating was left out: it is the kit's, not the assessor's." in left

"""A case as reviews of claims: who made a claim, where it appears, and everything that has no place there, counted."""

import json
from dataclasses import replace

import pytest

from whosays.case.model import Assessment, Date
from whosays.exchange.format import Wish
from whosays.exchange.left import Left
from whosays.exchange.markup import write_reviews

WORD = "In its own word"
JUDGED = Assessment("j01", "k01", "s73", "c01", WORD, "1", "5", "1", "", "other", "ru", None, "beyond", "A.")


def written(case, layer="beyond"):
    left = Left("ClaimReview")
    graph = json.loads("".join(write_reviews(case, Wish(layer), left)))["@graph"]
    return graph, left.sentences()


@pytest.fixture
def judged(case):
    """The shipped case with one judgement, as no assessor ever gave it."""
    return replace(case, assessments=(JUDGED,))


def test_a_review_holds_the_word_of_the_assessor_and_the_claim_in_own_words(judged):
    (review,), _ = written(judged)

    assert review["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "In its own word",
        "ratingValue": "1",
        "bestRating": "5",
        "worstRating": "1",
    }
    assert review["claimReviewed"] == judged.claim_by_id["k01"].proposition
    assert review["author"] == {"@type": "Organization", "name": "StopFake"}
    assert review["url"] == judged.document_by_id["c01"].address
    assert "datePublished" not in review, "nobody knows when it was published, and the date of the claim is not that"


def test_whoever_asserts_a_claim_is_its_author_by_what_is_named(judged):
    (review,), _ = written(judged)
    named = {row.name: row.named for row in judged.sources}
    types = {"person": "Person", "institution": "Organization", "no": None}
    authors = review["itemReviewed"]["author"]

    assert len(authors) > 1
    assert [author.get("@type") for author in authors] == [types[named[author["name"]]] for author in authors]


def test_a_group_that_nobody_named_has_a_plain_name(judged):
    told = next(s for s in judged.statements if "k01" in s.claims and s.stance == "asserts" and s.source)
    group = replace(judged.source_by_id[told.source], name="Social media users", named="no")
    sources = tuple(group if row.id == group.id else row for row in judged.sources)
    (review,), _ = written(replace(judged, sources=sources, statements=(told,)))

    assert review["itemReviewed"]["author"] == {"name": "Social media users"}


def test_the_earliest_dated_statement_is_the_first_appearance_and_the_date_is_its(judged):
    told = [s for s in judged.statements if s.claim == "k01" and s.stance == "asserts" and s.document]
    told = [s for s in told if judged.document_by_id[s.document].address and s.document != "c01"][:3]
    days = ("2023-02-01", "2023-01-09", None)
    told = tuple(replace(s, said_on=day and Date.parse(day)) for s, day in zip(told, days, strict=True))
    (review,), _ = written(replace(judged, statements=told))
    item = review["itemReviewed"]
    addresses = [judged.document_by_id[s.document].address for s in told]

    assert item["datePublished"] == "2023-01-09"
    assert item["firstAppearance"]["url"] == addresses[1]
    assert [place["url"] for place in item["appearance"]] == [addresses[0], addresses[2]]


def test_the_article_alone_holds_no_judgement_that_came_from_beyond_it(judged):
    graph, said = written(judged, "article")

    assert graph == []
    assert "1 assessment was left out: it is known only from beyond the article." in said


def test_everything_without_a_place_is_counted_table_by_table(judged):
    (review,), said = written(judged)
    used = {author["name"] for author in review["itemReviewed"]["author"]} | {"StopFake"}
    told = {s.id for s in judged.statements if "k01" in s.claims and s.stance == "asserts"}

    assert f"{len(judged.sources) - len(used)} sources have no place in ClaimReview and were left out." in said
    assert f"{len(judged.statements) - len(told)} statements have no place in ClaimReview and were left out." in said
    assert f"{len(judged.relations)} rows of relations have no place in ClaimReview and were left out." in said
    assert "1 further cell of assessments has no place in ClaimReview and was left out." in said
    for table in ("claims", "sources", "documents", "statements"):
        assert any(f" further cells of {table} " in sentence for sentence in said)
    assert "1 reading of a rating was left out: it is the kit's, not the assessor's." in said


def test_an_appearance_without_an_address_is_counted(judged):
    nowhere = tuple(replace(row, address="") if row.id != "c01" else row for row in judged.documents)
    _, said = written(replace(judged, documents=nowhere))

    assert any(sentence.endswith("were left out: its document has no address.") for sentence in said)


def test_texts_in_other_languages_are_counted(judged):
    _, said = written(replace(judged, translations={"claims": {"proposition:de": {"k01": "So ist es."}}}))

    assert "1 text in another language has no place in ClaimReview and was left out." in said

"""From reviews to rows: what several reviews say of one claim, one page or one source is put together once."""

from whosays.exchange.docket import Docket
from whosays.exchange.left import Left
from whosays.exchange.review import Party, Place, Review

CHECKERS = Party("The Checkers", "institution")
TUBE, NET = Place("https://tube.example/1"), Place("https://net.example/2", "A post", "The Net")


def review(**more):
    return Review(
        **({"claim": "It is so", "assessor": CHECKERS, "rating": "False", "address": "https://a.example"} | more)
    )


def laid_out(*reviews):
    left = Left("a case")
    docket = Docket(left)
    for one in reviews:
        docket.add(one)
    return docket.rows(), left.sentences()


def dated(rows):
    """Return address, source and date of each statement."""
    pages = {row["id"]: row["address"] for row in rows["documents"]}
    return [(pages[row["document"]], row.get("source", ""), row["said_on"]) for row in rows["statements"]]


def test_one_claim_of_two_assessors_is_one_row_and_two_judgements():
    rows, said = laid_out(review(), review(assessor=Party("Others", "institution"), address="https://b.example"))

    assert [row["proposition"] for row in rows["claims"]] == ["It is so"]
    assert [(row["claim"], row["source"], row["document"]) for row in rows["assessments"]] == [
        ("b01", "s01", "o01"),
        ("b01", "s02", "o02"),
    ]
    assert said == ()


def test_one_name_is_one_source_in_whatever_letters_unless_it_is_somebody_else():
    people = (Party("ANN", "person"), Party("Ann", "institution"), Party("ann", "person"), Party("Ann"))
    rows, _ = laid_out(review(claimants=people))

    assert [(row["name"], row["named"], row["kind"]) for row in rows["sources"][1:]] == [
        ("ANN", "person", ""),
        ("Ann", "institution", "organisation"),
        ("Ann", "", ""),
    ]


def test_a_page_with_two_reviews_is_one_document_dated_only_if_both_agree():
    same, _ = laid_out(review(published="2023-01-08"), review(claim="No", published="2023-01-08"))
    other, _ = laid_out(review(published="2023-01-08"), review(claim="No", published="2023-01-09"))

    assert [row["published"] for row in same["documents"]] == ["2023-01-08"]
    assert [row["published"] for row in other["documents"]] == [""]
    assert [row["published"] for row in other["assessments"]] == ["2023-01-08", "2023-01-09"]


def test_reviews_without_an_address_are_documents_of_their_own_without_a_copy():
    rows, _ = laid_out(review(address=""), review(address="", claim="No"))

    assert [(row["address"], row["quality"]) for row in rows["documents"]] == [("", "none"), ("", "none")]


def test_who_made_a_claim_and_when_stands_in_the_page_that_says_so():
    ann, bo = Party("Ann", "person"), Party("Bo", "person")
    rows, _ = laid_out(
        review(claimants=(ann, bo), said_on="2022"),
        review(claimants=(ann,), said_on="2021-05", address="https://b.example"),
        review(address="https://c.example"),
    )

    assert dated(rows) == [
        ("https://a.example", "s02", "2022"),
        ("https://a.example", "s03", "2022"),
        ("https://b.example", "s02", "2021-05"),
        ("https://c.example", "", ""),
    ]
    assert {row["basis"] for row in rows["statements"]} == {"none given"}


def test_of_several_first_appearances_the_earliest_is_dated_and_the_others_appear():
    rows, said = laid_out(
        review(first=TUBE, said_on="2022-03"),
        review(first=NET, said_on="2022-02", address="https://b.example"),
        review(first=Place("https://x.example"), said_on="2022-04", address="https://c.example"),
    )

    assert dated(rows)[3:] == [(NET.address, "", "2022-02"), (TUBE.address, "", ""), ("https://x.example", "", "")]
    assert said == ("2 marks of a first appearance were left out: another review names an earlier one.",)


def test_a_first_appearance_without_a_date_only_appears():
    rows, said = laid_out(review(first=TUBE, places=(NET,)))

    assert dated(rows)[1:] == [(TUBE.address, "", ""), (NET.address, "", "")]
    assert said == (
        "1 mark of a first appearance was left out: a case tells by its date what came first, and none is given.",
    )


def test_a_page_that_is_not_named_is_told_by_its_host_and_a_named_one_by_its_name():
    rows, _ = laid_out(review(places=(TUBE, NET)))

    assert [(row["title"], row["publisher"]) for row in rows["documents"][1:]] == [
        ("A page of tube.example", "tube.example"),
        ("A post", "The Net"),
    ]


def test_a_review_of_claims_is_no_appearance_of_one():
    rows, said = laid_out(review(places=(Place("https://b.example"),)), review(claim="No", address="https://b.example"))

    assert len(rows["documents"]) == 2
    assert said == ("1 appearance of a claim was left out: a review of claims stands there.",)


def test_two_dates_of_one_claim_on_one_page_are_one_and_the_other_is_counted():
    other = review(assessor=Party("Others"), said_on="2021")
    rows, said = laid_out(review(said_on="2022"), other)

    assert dated(rows) == [("https://a.example", "", "2022")]
    assert said == ("1 date of a claim was left out: the same page gives another.",)


def test_a_judgement_by_a_number_alone_is_not_read():
    rows, said = laid_out(review(rating="", value="1", best="5", worst="1"))

    assert [(row["rating"], row["rating_value"], row["normalised"]) for row in rows["assessments"]] == [("", "1", "")]
    assert rows["documents"][0]["finding"] == "Judges a claim: the number 1."
    assert said == ()

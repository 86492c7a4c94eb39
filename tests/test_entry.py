from dataclasses import replace

import pytest

from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework
from whosays.case.schema import schema
from whosays.show import sentences as say
from whosays.show.entry import GLYPHS, document, entry, name_of


@pytest.fixture(scope="module")
def shown(case):
    def show(claim, layer="article"):
        return entry(Framework(Trace(case, layer)), case.claim(claim), 1, 24)

    return show


def choices(table, column):
    return set(next(c.values for c in schema()[table].columns if c.name == column))


def test_every_kind_of_source_has_a_glyph():
    assert set(GLYPHS) == choices("sources", "kind")


def test_the_number_of_dead_has_four_mentions_one_root_and_four_answers(shown):
    claim = shown("k01")

    assert [(m["passage"], m["first_word"], m["by"], m["cue"]) for m in claim["mentions"]] == [
        ("h", 1, "s01", "claims"),
        ("p01s1", 48, "s01", "said"),
        ("p04s1", 164, "s01", "claimed"),
        ("p07s2", 287, "s02", "said"),
    ]
    assert claim["roots"] == ["s01"]
    assert claim["said"] == "said 4\N{MULTIPLICATION SIGN}"
    assert claim["said_aloud"] == "said 4 times"
    assert claim["mentions_counted"] == "mentions"
    assert claim["roots_counted"] == "root"
    assert claim["number"] == "Claim 1 of 24"


def test_the_first_answers_to_the_number_stand_at_words_155_188_and_199(shown):
    answers = [(a["first_word"], a["by"], a["kind"], a["role"]) for a in shown("k01")["answers"]]

    assert answers == [
        (155, "s06", "denies", "answer"),
        (188, "s08", "assesses", "answer"),
        (199, "s09", "saw", "answer"),
        (373, "s12", "cautions", "caution"),
    ]


def test_what_an_answer_meets_is_said_part_by_part(shown):
    saw = shown("k01")["answers"][2]

    assert saw["meets"] == {"number": "meets", "place": "partly", "date": "does not", "target": "meets"}
    assert [m["text"] for m in saw["match"]] == [
        "number: meets this part",
        "place: partly or unclear",
        "date: does not",
        "target: meets this part",
    ]


def test_a_speaker_nobody_names_is_shown_as_nobody_named(case, shown):
    (first, _) = shown("k11")["mentions"]

    assert (first["by"], first["by_name"], first["hedge"]) == ("", "Nobody named", "reportedly")
    assert name_of(case, "") == say.nobody().capitalize()


def test_a_source_is_shown_with_the_name_it_was_printed_with_where_that_cannot_be_looked_up(shown):
    assert shown("k01")["answers"][1]["basis_note"].endswith("Printed as “Institute of War”.")


def test_the_path_drawn_is_the_longest_and_says_who_prints_it_whole(shown):
    path = shown("k01")["path"]

    assert [s["station"] for s in path["stations"]] == ["evidence", "root", "relay", "relay", "page"]
    assert [s["title"] for s in path["stations"]][1:4] == ["Russian Defence Ministry", "Igor Konashenkov", "Tass"]
    assert path["stations"][-1]["text"] == "one of 4 mentions"
    assert path["note"] == "Only paragraph 7 prints this whole path. The other three mentions print less of it."


def test_a_supporting_voice_is_no_answer_against(shown):
    (support,) = shown("r03")["answers"]

    assert (support["role"], support["kind"], support["kind_text"]) == ("support", "supports", "speaks for it")
    assert "nobody here speaks against it" in shown("r03")["sentence"]


def test_a_claim_said_once_is_said_once(shown):
    claim = shown("k08")

    assert (claim["said_aloud"], claim["mentions_counted"]) == ("said once", "mention")
    assert claim["mentions_note"].startswith("1 mention,")
    assert claim["answers"] == []
    assert claim["ask"]["options"] == []


def test_the_question_of_the_case_comes_before_the_general_one(case, shown):
    own = {q.claim: q.prompt for q in case.questions if q.view == "claim"}

    assert shown("k01")["ask"]["prompt"] == own["k01"]
    assert shown("k08")["ask"]["prompt"] == "Nobody here speaks against it. What would you need to see to judge it?"


def test_every_mention_and_answer_has_its_row_in_the_table(shown):
    claim = shown("k01")

    assert [row[:4] for row in claim["table"]["rows"]] == [
        ["Headline", "1", "mention", "Russian Defence Ministry"],
        ["Paragraph 1", "48", "mention", "Russian Defence Ministry"],
        ["Paragraph 4", "164", "mention", "Russian Defence Ministry"],
        ["Paragraph 7", "287", "mention", "Igor Konashenkov"],
        ["Paragraph 3", "155", "answer", "Ukraine\N{RIGHT SINGLE QUOTATION MARK}s authorities"],
        ["Paragraph 5", "188", "answer", "A war-studies think tank"],
        ["Paragraph 5", "199", "answer", "A Finnish reporter"],
        ["Paragraph 10", "373", "caution", "bne IntelliNews"],
    ]


def test_beyond_the_article_the_sentence_before_the_guess_does_not_put_outside_mentions_into_the_article(shown):
    claim = shown("k01", "beyond")
    outside = sum(m["layer"] == "beyond" for m in claim["mentions"])

    assert outside
    assert "stand in the article" not in claim["sentence_before_guess"]
    assert "of them outside the article" in claim["sentence_before_guess"]


def test_before_the_guess_the_sentence_gives_no_root_away(case, shown):
    for claim in case.claims:
        if claim.layer == "article":
            found = shown(claim.id)
            for root in found["roots"]:
                assert case.source_by_id[root].label not in found["sentence_before_guess"].replace(claim.subject, "")


def test_an_outside_mention_is_a_card_with_publisher_address_and_date(case, shown):
    mention = next(m for m in shown("k01", "beyond")["mentions"] if m.get("document") == "o01")

    assert (mention["publisher"], mention["published"]) == ("Tass", "2023-01-08")
    assert mention["link"].endswith("Tass, 8 January 2023")
    assert mention["address"] == case.document_by_id["o01"].address
    assert "first_word" not in mention


def test_a_document_without_a_date_says_so(case):
    row = replace(case.document_by_id["o01"], published=None, known_since=None)

    assert document(row)["word"] == "undated copy"
    assert document(row)["published"] == ""


def test_the_same_answer_by_another_party_is_shown_by_the_same_rule(shown):
    (russia,) = [a for a in shown("k11")["answers"] if a["role"] == "answer"]
    ukraine = shown("k12")["answers"][1]

    for field in ("kind", "kind_text", "glyph", "role", "basis", "meets", "match"):
        assert russia[field] == ukraine[field], field

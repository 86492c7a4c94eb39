import pytest

from whosays.analysis.measure import Length, account, answers_to_topic, length, prominence
from whosays.analysis.trace import Trace

TOPIC = "Kramatorsk, the strike"


@pytest.fixture(scope="module")
def trace(case):
    return Trace(case, "article")


def of(case, *ids):
    return prominence(case, [case.statement_by_id[name] for name in ids])


def test_the_length_of_the_article_is_measured_from_its_passages(case):
    assert length(case) == Length(words=491, words_body=444, paragraphs=12, sentences=17, units=20)


def test_the_ministrys_account_has_266_words_and_the_answers_50(case, trace):
    claim = prominence(case, account(trace, TOPIC, "s01"))
    answers = prominence(case, answers_to_topic(trace, TOPIC))

    assert (claim.words, answers.words) == (266, 50)
    assert round(claim.words / answers.words, 1) == 5.3
    assert claim.passages == ("h", "p01s1", "p02s1", "p04s1", "p06s1", "p07s1", "p07s2", "p09s1")
    assert answers.passages == ("p03s1", "p05s1", "p05s2")


def test_the_account_stands_in_the_headline_and_is_quoted_with_93_words_and_the_answers_with_none(case, trace):
    claim = prominence(case, account(trace, TOPIC, "s01"))
    answers = prominence(case, answers_to_topic(trace, TOPIC))

    assert (claim.in_headline, claim.first_word, claim.quoted_words, claim.persons_named) == (True, 1, 93, ("s02",))
    assert (answers.in_headline, answers.first_word, answers.quoted_words, answers.persons_named) == (False, 155, 0, ())


def test_shares_are_of_all_words(case, trace):
    assert prominence(case, account(trace, TOPIC, "s01")).share == pytest.approx(266 / 491)


def test_two_statements_of_one_sentence_count_its_words_once(case):
    assert of(case, "h-1", "h-2").words == 19
    assert of(case, "p05-3", "p05-4").words == 30


def test_what_is_said_again_is_counted_by_the_claim_that_is_stated_in_most_passages(case, trace):
    assert prominence(case, account(trace, TOPIC, "s01")).repeated == 4
    assert prominence(case, answers_to_topic(trace, TOPIC)).repeated == 1
    assert of(case, "h-1", "p07-4", "p01-4").repeated == 2
    assert of(case).repeated == 0


def test_only_what_quotes_directly_has_quoted_words(case):
    assert of(case, "p07-1").quoted_words == 23
    assert of(case, "p12-4").quoted_words == 0, "two words in quotation marks inside reported speech"


def test_outside_statements_take_no_room_in_the_article(case):
    found = of(case, "o01-1", "o04-1")

    assert (found.first_word, found.passages, found.words, found.share, found.in_headline) == (None, (), 0, 0.0, False)


def test_statements_given_in_any_order_are_measured_in_the_order_of_the_article(case):
    assert of(case, "p07-4", "h-1") == of(case, "h-1", "p07-4")


def test_the_account_of_a_root_nobody_is_holds_nothing(trace):
    assert account(trace, TOPIC, "s99") == []
    assert account(trace, "no such topic", "s01") == []
    assert answers_to_topic(trace, "no such topic") == []


def test_the_account_leaves_out_what_the_outlet_says_itself(trace):
    assert {s.source for s in account(trace, TOPIC, "s01")} == {"s01", "s02"}


def test_beyond_the_article_the_room_in_the_article_stays_as_it_is(case):
    beyond = Trace(case, "beyond")

    assert prominence(case, account(beyond, TOPIC, "s01")).words == 266


@pytest.mark.parametrize(
    ("passages", "words"),
    [
        (("c", "p12s1", "p12s2"), 87),
        (("p11s1", "p11s2"), 34),
        (("p08s1",), 28),
        (("p10s1",), 16),
        (("b",), 6),
        (("p10s2",), 4),
    ],
)
def test_the_word_budget_of_the_other_parts_adds_up(case, passages, words):
    assert sum(case.passage_by_id[name].words for name in passages) == words

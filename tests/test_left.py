from hypothesis import given
from hypothesis import strategies as st

from whosays.exchange.left import Left


def test_what_is_left_out_is_counted_by_kind_and_said_in_the_order_in_which_it_was_met():
    left = Left("a case")
    left.out("node of type MA", "nodes of type MA", 11)
    left.out("rating", "ratings", because="no assessor is named")
    left.out("node of type MA", "nodes of type MA")

    assert left.sentences() == (
        "12 nodes of type MA have no place in a case and were left out.",
        "1 rating was left out: no assessor is named.",
    )


def test_nothing_left_out_is_nothing_said():
    left = Left("Argdown")
    left.out("figure", "figures", 0)

    assert left.sentences() == ()


@given(st.lists(st.integers(1, 5), min_size=1, max_size=20))
def test_however_it_is_counted_the_sentence_tells_the_sum(counts):
    left = Left("AIF")
    for count in counts:
        left.out("figure", "figures", count)

    (sentence,) = left.sentences()
    assert sentence.startswith(f"{sum(counts)} figure")

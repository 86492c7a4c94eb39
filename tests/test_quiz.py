import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.case.model import FITS
from whosays.teach.answers import Answer
from whosays.teach.quiz import Discernment, bias, corrected, discern, sensitivity

COUNTS = st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30), st.integers(0, 30)).map(
    lambda n: Discernment(n[0], n[0] + n[1] + 1, n[2], n[2] + n[3] + 1)
)


@given(COUNTS)
def test_there_is_a_number_for_every_count_also_for_all_and_none(found):
    assert abs(found.sensitivity) < 10
    assert abs(found.bias) < 10


@given(COUNTS)
def test_swapping_what_fits_turns_the_sign_of_sensitivity_and_leaves_the_bias(found):
    swapped = Discernment(found.alarms, found.other, found.hits, found.fit)

    assert swapped.sensitivity == pytest.approx(-found.sensitivity)
    assert swapped.bias == pytest.approx(found.bias)


@given(COUNTS)
def test_one_more_hit_never_lowers_sensitivity_and_leans_more_to_it_fits(found):
    more = Discernment(found.hits + 1, found.fit, found.alarms, found.other)

    assert more.sensitivity > found.sensitivity
    assert more.bias < found.bias


@pytest.mark.parametrize("every", FITS)
def test_whoever_gives_one_answer_to_everything_has_no_sensitivity_but_a_bias(case, every):
    answers = [Answer(row.id, every) for row in case.questions if row.kind == "fits the text"]
    found = discern(case, answers)

    assert found.sensitivity == pytest.approx(0)
    assert (found.bias < 0) == (every == FITS[0])
    assert abs(found.bias) > 1


def test_hits_and_false_alarms_are_counted_apart_and_other_answers_are_passed_over(case):
    answers = [
        Answer("t01", FITS[0], moment="before"), Answer("t02", FITS[1], moment="before"),
        Answer("t07", FITS[0], moment="before"), Answer("t08", FITS[1], moment="before"),
        Answer("t09", None, moment="before"), Answer("t10", FITS[0], moment="after"),
        Answer("q01", FITS[0], moment="before"), Answer("t11", "perhaps", moment="before"),
    ]  # fmt: skip

    assert discern(case, answers, "before") == Discernment(hits=1, fit=2, alarms=1, other=2, unsure=1)


def test_until_both_kinds_were_judged_there_is_no_number():
    assert Discernment(hits=2, fit=3).sensitivity is None
    assert Discernment(alarms=2, other=3).bias is None


def test_the_correction_gives_all_and_none_a_place_inside_the_scale():
    assert (corrected(0, 4), corrected(4, 4), corrected(2, 4)) == (0.1, 0.9, 0.5)
    assert sensitivity(0.5, 0.5) == bias(0.5, 0.5) == 0


def test_sensitivity_and_bias_equal_a_published_worked_example():
    # The example of signal() in the R package statpsych 1.7.0 (D. G. Bonett), rdrr.io/cran/statpsych/man/signal.html:
    # 82 of 100 and 46 of 100, log-linear: HR 0.8168317, FAR 0.460396, d-prime 1.002793, bias -0.4019603.
    found = Discernment(hits=82, fit=100, alarms=46, other=100)

    assert corrected(82, 100) == pytest.approx(0.8168317, abs=5e-8)
    assert corrected(46, 100) == pytest.approx(0.460396, abs=5e-7)
    assert found.sensitivity == pytest.approx(1.002793, abs=5e-7)
    assert found.bias == pytest.approx(-0.4019603, abs=5e-8)

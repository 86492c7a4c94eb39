"""Where claims stand, said in words, and on the command line."""

import json

import pytest

from whosays.analysis.weigh import Reading
from whosays.case.errors import UnknownIdError
from whosays.cli import main
from whosays.show.standing import standings


def test_each_reason_begins_with_its_word_and_is_one_sentence(case):
    for layer in ("article", "beyond"):
        for found in standings(case, layer).values():
            assert found["reason"].startswith(f"{found['standing']}: ")
            assert found["reason"].endswith(".")


def test_the_reason_names_the_four_answers_of_the_article(case):
    reason = standings(case)["k01"]["reason"]

    for label in ("Ukraine\N{RIGHT SINGLE QUOTATION MARK}s authorities", "the think tank", "the Finnish reporter"):
        assert label in reason


def test_the_reason_beyond_says_who_met_it_and_from_where(case):
    assert standings(case, "beyond")["k01"]["reason"] == (
        "answered: Reuters met it, first-hand; nothing here answers that."
    )


def test_the_reason_says_why_a_stronger_answer_settles_nothing(case):
    found = standings(case)

    assert found["k01"]["reason"].endswith(
        "of whom the Finnish reporter saw it first-hand and met it only in part; nothing here settles it."
    )
    assert found["k05"]["reason"] == (
        "contested: contradicted by the Finnish reporter, who saw it first-hand and met it only in part; "
        "nothing here settles it."
    )


def test_answers_with_an_equal_basis_are_not_called_partial(case):
    assert standings(case)["k11"]["reason"] == (
        "contested: contradicted by the Russian authorities; nothing here settles it."
    )
    assert "in part" not in standings(case, reading=Reading(graded={"s01": 4}))["k01"]["reason"]


@pytest.mark.parametrize(
    ("claim", "why"), [("k09", "takes it as given"), ("k02", "could check"), ("k08", "nobody here asked")]
)
def test_silence_has_three_reasons(case, claim, why):
    assert why in standings(case)[claim]["reason"]


@pytest.mark.parametrize(
    ("kind", "claims"),
    [
        ("unchallenged: nobody here could check it.", "k02 k16 k17 k18 k20 k21 k22"),
        ("unchallenged: nobody here asked.", "k04 k08 k13 k19 k23 k24"),
    ],
)
def test_each_unchallenged_claim_of_the_article_has_the_reason_of_its_kind(case, kind, claims):
    found = standings(case)

    assert {claim: found[claim]["reason"] for claim in claims.split()} == dict.fromkeys(claims.split(), kind)


def test_a_source_that_is_not_there_is_named_with_the_near_ones(case):
    with pytest.raises(UnknownIdError, match=r"s0999.*Did you mean"):
        standings(case, reading=Reading(withdrawn=frozenset({"s0999"})))


@pytest.mark.parametrize("reading", [Reading(withdrawn=frozenset({"s02"})), Reading(graded={"s02": 4})])
def test_a_source_that_is_no_root_is_refused_since_nothing_would_change(case, reading):
    with pytest.raises(UnknownIdError, match=r'no root in the article layer .* called "s02".*"?s01"?'):
        standings(case, reading=reading)


def test_the_command_prints_the_same_and_takes_sources_away(case, capsys):
    assert main(["standing", "kramatorsk-2023", "--without", "s09"]) == 0

    printed = json.loads(capsys.readouterr().out)
    assert printed == standings(case, reading=Reading(withdrawn=frozenset({"s09"})))
    assert printed["k05"]["standing"] == "unchallenged"


def test_the_command_joins_and_looks_beyond(capsys):
    assert main(["standing", "kramatorsk-2023", "--layer", "beyond", "--join", "s08,s09"]) == 0

    assert json.loads(capsys.readouterr().out)["k01"]["standing"] == "answered"


def test_the_command_grades_a_root(case, capsys):
    assert main(["standing", "kramatorsk-2023", "--grade", "s05=4,s09=1"]) == 0

    printed = json.loads(capsys.readouterr().out)
    assert printed == standings(case, reading=Reading(graded={"s05": 4, "s09": 1}))
    assert printed["k11"]["standing"] == "answered"


def test_the_command_joins_as_many_groups_as_it_is_given(case, capsys):
    assert main(["standing", "kramatorsk-2023", "--join", "s08,s09", "--join", "s05,s07"]) == 0

    printed = json.loads(capsys.readouterr().out)
    assert printed == standings(case, reading=Reading(joined=(("s08", "s09"), ("s05", "s07"))))


@pytest.mark.parametrize("wrong", ["s09", "s09=5", "s09=four", "=", "s09=4,"])
def test_a_wrong_grade_on_the_command_line_names_the_scale_and_is_exit_2(capsys, wrong):
    with pytest.raises(SystemExit) as left:
        main(["standing", "kramatorsk-2023", "--grade", wrong])

    assert left.value.code == 2
    said = capsys.readouterr().err
    assert "expected ID=GRADE, as in s09=4" in said
    assert "4 (first-hand observation at the place)" in said


def test_a_grade_for_a_source_that_is_not_there_is_exit_2(capsys):
    assert main(["standing", "kramatorsk-2023", "--grade", "s0999=4"]) == 2
    assert "Did you mean" in capsys.readouterr().err


def test_a_wrong_source_on_the_command_line_is_exit_2(capsys):
    assert main(["standing", "kramatorsk-2023", "--without", "zz"]) == 2
    assert "no source" in capsys.readouterr().err

"""Cases of any size: made for measuring and for rules that hold for every case, and valid as any other."""

import pytest

from synthetic import synthetic
from whosays.case.load import load
from whosays.case.save import save


@pytest.mark.parametrize("statements", [50, 200, 1000])
def test_a_made_case_is_valid_and_is_read_as_it_was_written(tmp_path, statements):
    made = synthetic(statements)
    read = load(save(made, tmp_path / made.id))

    assert len(made.statements) == statements
    assert read.statements == made.statements
    assert read.relations == made.relations
    assert read.figures == made.figures


def test_the_same_numbers_make_the_same_case_and_another_seed_another():
    assert synthetic(80, 3) == synthetic(80, 3)
    assert synthetic(80, 3).relations != synthetic(80, 4).relations


def test_a_made_case_has_the_proportions_of_the_shipped_one(case):
    made = synthetic(len(case.statements))
    for table in ("claims", "sources", "documents", "figures", "relations"):
        assert 0.8 < len(made.rows(table)) / len(case.rows(table)) < 1.25, table
    for kind in ("rebuts", "supports", "qualifies", "derives from"):
        counts = [sum(r.kind == kind for r in one.relations) for one in (made, case)]
        assert 0.7 < counts[0] / counts[1] < 1.4, kind


def test_more_statements_have_more_roots_and_the_first_claim_gathers_ever_more_mentions():
    small, large = synthetic(200), synthetic(2000)

    assert len(large.sources) > 5 * len(small.sources)
    first = [sum("k0" in s.claims for s in made.statements) for made in (small, large)]
    assert 1.5 * first[0] < first[1] < 10 * first[0]

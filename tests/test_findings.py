import pytest

from whosays.analysis.audit import Audit
from whosays.analysis.trace import Trace
from whosays.case.model import LAYERS
from whosays.show.findings import FINDINGS
from whosays.show.numbers import numbers
from whosays.show.sheet import sheet
from whosays.show.tables import frame


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("name", FINDINGS)
def test_every_finding_is_a_table_of_text_without_gaps(case, name, layer):
    found = FINDINGS[name](Trace(case, layer))

    assert all(len(row) == len(found["columns"]) for row in found["rows"])
    assert all(isinstance(cell, str) for row in found["rows"] for cell in row)
    assert frame(case, name, layer).index.name == found["columns"][0]


def test_the_audit_names_the_ministry_that_vouches_for_its_own_account(case):
    shown = frame(case, "audit")

    assert shown.loc["k07", "Kind"] == "self-vouching"
    assert shown.loc["k01", "Statements"] == "h-1 p01-1"
    assert not set(shown["Kind"]) & {"joined"}
    assert "joined" in set(frame(case, "audit", "beyond")["Kind"])


@pytest.mark.parametrize("layer", LAYERS)
def test_every_chain_begins_with_the_evidence_and_ends_on_the_page(case, layer):
    for _, steps in frame(case, "chains", layer).groupby(["Claim", "Statement"], sort=False):
        assert [steps["Station"].iloc[0], steps["Station"].iloc[1], steps["Station"].iloc[-1]] == [
            "evidence", "root", "page",
        ]  # fmt: skip
        assert list(steps["Step"]) == [str(n) for n in range(len(steps))]


def test_there_is_one_chain_a_mention(case):
    trace = Trace(case, "article")
    mentions = sum(len(trace.mentions(claim)) for claim in trace.statements)

    assert frame(case, "chains").groupby(["Claim", "Statement"]).ngroups == mentions


def test_linchpins_and_checks_are_those_of_the_views(case):
    view = sheet(case)["layers"]["article"]

    assert dict(frame(case, "linchpins")["What the word leans on"]) == view["whatif"]["linchpins"]
    assert list(frame(case, "checks").iloc[:, 0]) == [c["text"] for c in numbers(Trace(case, "article"))["checks"]]
    assert list(frame(case, "conflicts").iloc[:, 0]) == view["numbers"]["clocks"]["conflicts"]


def test_what_moves_beyond_the_article_is_the_same_in_both_layers(case):
    shown = frame(case, "moved")

    assert shown.equals(frame(case, "moved", "beyond"))
    assert list(shown.loc["How many were killed?"])[:2] == ["contested", "answered"]


def test_two_pairs_of_roots_turn_out_to_be_one(case):
    assert list(frame(case, "joined").iloc[:, 0]) == ["2", "2"]
    index = Audit(Trace(case, "beyond"))
    assert any(index.joined(claim) for claim in index.trace.statements)


def test_who_is_named_adds_up_to_every_statement_of_a_claim(case):
    shown = frame(case, "attribution").astype(int)

    parts = shown[["Person named", "Institution only", "Nobody named", "Own voice"]]
    assert (parts.sum(axis=1) == shown["Statements"]).all()


def test_every_statement_of_the_article_has_its_mark(case):
    assert len(frame(case, "marks")) == 49


def test_the_measures_of_space_stay_four_and_its_uses_add_up_to_the_article(case):
    assert len(frame(case, "measures")) == 4
    assert sum(int(text.split()[0]) for text in frame(case, "used")["How much"]) == 491


def test_each_side_of_the_wording_has_a_row(case):
    assert frame(case, "sides").loc["Russia", "Introduced"] == "9"
    assert len(frame(case, "sides")) == 5

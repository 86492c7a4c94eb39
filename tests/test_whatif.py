"""What if a source were taken away."""

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import SHIPPED
from synthetic import synthetic
from whosays.analysis import whatif as analysis
from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework, Reading, grounded
from whosays.analysis.whatif import WHOLE, WhatIf, outcomes
from whosays.case.load import load
from whosays.show.reading import MANY, reading, readings
from whosays.show.sentences import whatif as say
from whosays.show.whatif import _Losses, whatif

SHIPPED_CASE = load(SHIPPED)
FRAMEWORKS = {layer: Framework(Trace(SHIPPED_CASE, layer)) for layer in ("article", "beyond")}
ASKED = {layer: WhatIf(framework) for layer, framework in FRAMEWORKS.items()}
ROOTS = {layer: sorted({a.root for a in f.arguments if a.root}) for layer, f in FRAMEWORKS.items()}


@pytest.fixture(scope="module", params=["article", "beyond"])
def layer(request):
    return request.param


@pytest.fixture(scope="module")
def view(layer):
    return whatif(FRAMEWORKS[layer])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_an_answer_worked_out_on_its_part_is_that_of_the_whole_framework(data):
    layer = data.draw(st.sampled_from(["article", "beyond"]))
    gone = frozenset(data.draw(st.lists(st.sampled_from(ROOTS[layer]), max_size=6, unique=True)))
    whole = Framework(Trace(SHIPPED_CASE, layer), Reading(withdrawn=gone))

    for claim, standing in whole.standings().items():
        after = ASKED[layer].outcome(claim, gone)
        assert after.word == standing.word
        assert after.against == len({a.root for a in standing.against})


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_root_that_does_not_matter_to_a_claim_changes_nothing_of_it(data):
    layer = data.draw(st.sampled_from(["article", "beyond"]))
    claim = data.draw(st.sampled_from(sorted(FRAMEWORKS[layer].trace.statements)))
    others = [r for r in ROOTS[layer] if r not in ASKED[layer].matters(claim)]
    gone = data.draw(st.lists(st.sampled_from(others), unique=True))

    assert ASKED[layer].outcome(claim, gone) == ASKED[layer].outcome(claim)


def test_without_the_reporter_four_claims_lose_their_only_answer_and_the_number_stays_contested():
    asked = ASKED["article"]
    before = {claim: asked.outcome(claim).word for claim in ("k01", "k03", "k05", "k06", "k07")}
    after = {claim: asked.outcome(claim, ["s09"]) for claim in before}

    assert set(before.values()) == {"contested"}
    assert {claim for claim, outcome in after.items() if outcome.word == "unchallenged"} == {"k03", "k05", "k06", "k07"}
    assert (after["k01"].word, after["k01"].against, after["k01"].went) == ("contested", 2, 0)


def test_beyond_the_article_one_loss_makes_the_number_contested_again_and_it_takes_three_for_the_date():
    asked = ASKED["beyond"]

    assert asked.outcome("k01").word == "answered"
    assert asked.linchpins("k01") == [(("s14",), "contested")]
    assert [(len(gone), after) for gone, after in asked.linchpins("k12")] == [(2, "contested")]
    assert {(len(gone), after) for gone, after in asked.linchpins("k04")} == {(3, "contested")}


@pytest.mark.parametrize("claim", ["k01", "k04", "k11", "k12"])
def test_a_linchpin_is_smallest_and_does_what_it_says(claim):
    asked = ASKED["beyond"]
    word = asked.outcome(claim).word
    own = {a.root for a in FRAMEWORKS["beyond"].arguments_of(claim)}
    for gone, after in asked.linchpins(claim):
        assert asked.outcome(claim, gone).word == after != word
        for smaller in combinations(gone, len(gone) - 1):
            assert asked.outcome(claim, smaller).word == word
        assert not own & set(gone)


def test_the_view_holds_every_combination_for_few_roots_and_pairs_for_many(view, layer):
    for claim, held in view["claims"].items():
        roots = ASKED[layer].matters(claim)
        assert [view["roots"][n]["id"] for n in held["by"]] == list(roots)
        if len(roots) <= WHOLE:
            assert len(held["all"]) == 2 ** len(roots)
        else:
            assert all(key.count(",") <= 1 for key in held["few"])


def test_the_view_gives_for_any_loss_the_word_of_the_whole_framework(view, layer):
    chance = random.Random(7)
    ids = [root["id"] for root in view["roots"]]
    for _ in range(40):
        gone = set(chance.sample(ids, chance.choice([1, 2, 2])))
        whole = Framework(Trace(SHIPPED_CASE, layer), Reading(withdrawn=frozenset(gone))).standings()
        for claim, held in view["claims"].items():
            lost = [n for n, place in enumerate(held["by"]) if ids[place] in gone]
            at = held["all"][sum(1 << n for n in lost)] if "all" in held else held["few"].get(
                ",".join(map(str, lost)), 0)  # fmt: skip
            word = whole[claim].word if claim in whole else "cannot be judged"
            assert held["outcomes"][at]["word"] == word, (claim, gone)


def sentence(gone, layer="article"):
    return reading(FRAMEWORKS[layer], Reading(withdrawn=frozenset(gone)))["sentence"]


def test_every_loss_of_the_article_has_its_sentence_in_the_sheet():
    view = whatif(FRAMEWORKS["article"])
    ids = [root["id"] for root in view["roots"]]
    said = {sentence(gone) for size in range(1, 10) for gone in combinations(ids, size)}

    assert len(ids) == 9
    assert len(said) == 2**9 - 1
    assert {text for text in said if not text.endswith(tuple(view["sentences"].values()))} == set()


def test_the_sentence_of_one_loss_says_who_is_gone_and_what_follows():
    assert whatif(FRAMEWORKS["article"])["sentence"] == (
        "Nine sources are here; take one away and see what leans on it."
    )
    assert sentence(["s09"]) == (
        "Without the Finnish reporter, four claims lose their only answer, one claim keeps its word on a weaker answer "
        "and nobody who saw it first-hand is left."
    )
    assert sentence(["s10", "s06"]).startswith("Without Ukraine\u2019s authorities and ")


def test_three_losses_of_many_are_not_in_the_sheet_and_are_worked_out_when_asked():
    for held in whatif(FRAMEWORKS["beyond"])["claims"].values():
        assert all(len(key.split(",")) <= 2 for key in held.get("few", ()))

    assert sentence(["s14", "s13", "s15"], "beyond").startswith("Without ")


def test_on_each_side_one_source_at_most_is_the_linchpin(view):
    marked = [part for root in view["roots"] for part in root["linchpin"].split("; ") if part]

    assert sorted(marked) == sorted(say.SIDES.values())


def test_in_the_article_the_linchpins_are_the_ministry_and_the_reporter():
    roots = {root["id"]: root for root in whatif(FRAMEWORKS["article"])["roots"]}

    assert roots["s01"]["linchpin"] == "Linchpin, claims"
    assert roots["s01"]["rests"] == "nine claims rest on it alone"
    assert roots["s09"]["linchpin"] == "Linchpin, answers"
    assert roots["s09"]["went"]


def test_joined_by_the_reader_two_roots_are_taken_away_as_one():
    joined = Framework(Trace(SHIPPED_CASE, "article"), Reading(joined=(("s09", "s08"),)))
    asked = WhatIf(joined)

    assert asked.outcome("k01").against == 2
    assert asked.outcome("k01", ["s09"]).against == 1
    assert "s08" not in asked.matters("k01")


CASES = st.builds(synthetic, st.integers(50, 90), st.integers(0, 10_000))


def put_together(asked, claim, most):
    """Every smallest loss of other roots that changes the word, by trying each."""
    own = {a.root for a in asked.framework.arguments_of(claim)}
    others = [root for root in asked.matters(claim) if root not in own]
    word = asked.outcome(claim).word
    for size in range(1, most + 1):
        tried = [(gone, asked.outcome(claim, gone).word) for gone in combinations(others, size)]
        if found := [(gone, after) for gone, after in tried if after != word]:
            return found
    return []


@settings(max_examples=25, deadline=None)
@given(CASES, st.data())
def test_in_any_case_a_loss_gives_the_word_of_the_whole_framework_weighed_again(case, data):
    trace = Trace(case, "beyond")
    asked = WhatIf(Framework(trace))
    roots = sorted({a.root for a in asked.framework.arguments if a.root})
    gone = frozenset(data.draw(st.lists(st.sampled_from(roots), max_size=8, unique=True)))

    whole = Framework(trace, Reading(withdrawn=gone)).standings()
    assert {claim: asked.outcome(claim, gone).word for claim in whole} == {c: s.word for c, s in whole.items()}


@settings(max_examples=12, deadline=None)
@given(CASES)
def test_in_any_case_the_linchpins_are_all_the_smallest_losses_in_the_order_of_the_file(case):
    asked = WhatIf(Framework(Trace(case, "beyond")))
    for claim in asked.framework.trace.statements:
        assert asked.linchpins(claim) == put_together(asked, claim, 3)


@settings(max_examples=8, deadline=None)
@given(CASES)
def test_in_any_case_each_loss_of_one_or_two_has_its_sentence_and_no_sentence_is_without_a_loss(case):
    view = whatif(Framework(Trace(case, "beyond")))
    losses = _Losses(view)
    roots = range(len(view["roots"]))
    sizes = (1, 2) if len(roots) > WHOLE else range(1, len(roots) + 1)

    assert set(view["sentences"]) == {losses.key(gone) for size in sizes for gone in combinations(roots, size)}


@pytest.mark.parametrize("statements", [100, 1000])
def test_the_view_weighs_again_less_than_twice_a_statement_however_large_the_case(monkeypatch, statements):
    weighed = []
    monkeypatch.setattr(analysis, "grounded", lambda attacks: weighed.append(attacks) or grounded(attacks))

    whatif(Framework(Trace(synthetic(statements), "beyond")))

    assert 0 < len(weighed) < 2 * statements


def changed(layer, asked):
    """Return, by weighing the whole case again, the claims of the list that stand otherwise: word, against, went."""
    before = outcomes(FRAMEWORKS[layer])
    after = outcomes(Framework(Trace(SHIPPED_CASE, layer), asked))
    return {
        claim: after[claim]
        for claim, was in before.items()
        if SHIPPED_CASE.claim(claim).role == "claim" and after[claim] != was
    }


def single(view, kind, key):
    """Return the sentence's half and the outcomes that the sheet holds for a single change."""
    half, at = view["readings"][kind].get(key, [0, {}])
    return view["readings"]["halves"][half], {claim: view["readings"]["outcomes"][n] for claim, n in at.items()}


def test_the_sheet_holds_for_every_pair_and_every_grade_what_the_whole_framework_says(view, layer):
    ids = [root["id"] for root in view["roots"]]
    asked = {("joined", f"{m},{n}"): Reading(joined=((ids[m], ids[n]),)) for m, n in combinations(range(len(ids)), 2)}
    asked |= {("graded", f"{n},{grade}"): Reading(graded={root: grade}) for n, root in enumerate(ids)
              for grade in (1, 2, 3, 4)}  # fmt: skip
    for (kind, key), wanted in asked.items():
        half, held = single(view, kind, key)
        found = changed(layer, wanted)
        assert {claim: (after["word"], after["note"]) for claim, after in held.items()} == {
            claim: (o.word, say.note(o.word, o.against, o.went)) for claim, o in found.items()
        }, (kind, key)
        assert reading(FRAMEWORKS[layer], wanted)["sentence"].endswith(f", {half}")


def test_every_claim_that_a_reading_changes_has_its_outcome_before_in_the_view(view):
    for held in (view["readings"]["joined"], view["readings"]["graded"]):
        assert all(set(at) <= set(view["claims"]) for _, at in held.values())


def test_institute_and_reporter_are_two_roots_in_the_article_and_one_when_the_reader_joins_them():
    found = reading(FRAMEWORKS["article"], Reading(joined=(("s08", "s09"),)))

    assert outcomes(FRAMEWORKS["article"])["k01"].against == 3
    assert found["outcomes"]["k01"]["note"] == "two roots against it, one first-hand"
    assert found["sentence"] == (
        "With the think tank and the Finnish reporter as one source, one claim keeps its word on a weaker answer."
    )


def test_beyond_the_article_institute_and_reporter_are_one_root_already():
    against = FRAMEWORKS["beyond"].standing("k01").against

    assert len({a.root for a in against if a.claim in {"r02", "r03", "r04"}}) == 1


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_reading_changes_what_the_whole_framework_changes_in_any_mixture(data):
    layer = data.draw(st.sampled_from(["article", "beyond"]))
    some = st.lists(st.sampled_from(ROOTS[layer]), max_size=3, unique=True)
    groups = data.draw(st.lists(st.lists(st.sampled_from(ROOTS[layer]), min_size=2, max_size=3), max_size=2))
    grades = data.draw(st.dictionaries(st.sampled_from(ROOTS[layer]), st.integers(1, 4), max_size=3))
    asked = Reading(frozenset(data.draw(some)), tuple(map(tuple, groups)), grades)
    turned = Reading(
        asked.withdrawn, tuple(group[::-1] for group in asked.joined[::-1]), dict(reversed(grades.items()))
    )

    found = reading(FRAMEWORKS[layer], asked)

    assert found == reading(FRAMEWORKS[layer], turned)
    for claim, after in found["outcomes"].items():
        assert after["change"], claim


def test_a_root_that_is_one_with_another_goes_and_is_graded_with_it():
    joined = (("s08", "s09"),)
    trace = Trace(SHIPPED_CASE, "article")
    without = [outcomes(Framework(trace, Reading(frozenset({name}), joined))) for name in ("s08", "s09")]
    graded = [outcomes(Framework(trace, Reading(joined=joined, graded={name: 1}))) for name in ("s08", "s09")]

    assert without[0] == without[1] == outcomes(Framework(trace, Reading(frozenset({"s08", "s09"}))))
    assert graded[0] == graded[1]
    assert graded[0]["k01"].went == 0


def test_groups_that_share_a_root_are_one_group():
    joined = Framework(Trace(SHIPPED_CASE, "article"), Reading(joined=(("s08", "s09"), ("s06", "s10"), ("s09", "s06"))))

    assert [set(group) for group in joined.reading.joined] == [{"s08", "s09", "s06", "s10"}]


def test_the_kinds_of_change_have_words_and_a_gain_is_not_called_a_loss():
    weak = reading(FRAMEWORKS["article"], Reading(graded={"s06": 4}))["outcomes"]["k01"]
    mixed = reading(FRAMEWORKS["article"], Reading(graded={"s06": 4}, joined=(("s08", "s09"),)))["outcomes"]["k01"]

    assert (weak["change"], mixed["change"]) == ("stronger", "shifted")
    assert {f"whatif_{kind}" for kind in ("word", "weaker", "stronger", "shifted")} <= set(say.LABELS)


def test_readings_are_left_out_where_they_change_nothing():
    held = readings(FRAMEWORKS["article"], ["s01", "s09"])

    assert list(held["joined"]) == ["0,1"]
    assert "1,4" not in held["graded"]


def test_where_roots_are_many_the_sheet_holds_no_reading_and_says_so():
    trace = Trace(synthetic(400), "beyond")
    held = whatif(Framework(trace))["readings"]

    assert len(whatif(Framework(trace))["roots"]) > MANY
    assert held == {"whole": False, "joined": {}, "graded": {}, "outcomes": [], "halves": []}
    assert whatif(FRAMEWORKS["beyond"])["readings"]["whole"]

"""Attacks on attacks: the labelling against the definition of AFRA, and against its own rules read one by one."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.analysis.recursive import labelled


def by_afra(count, attacks):
    """The grounded labelling of AFRA by brute force (Baroni et al. 2011, definitions 3 to 6 and 13).

    An attack defeats what it attacks, and every attack whose source it attacks. What is defended by a set is what all
    of its defeaters are defeated for by the set; the grounded extension is the least set that is all it defends.
    """
    elements = [*range(count), *attacks]
    place = {element: number for number, element in enumerate(elements)}
    defeaters = [0] * len(elements)
    for name, (_, target) in attacks.items():
        defeaters[place[target]] |= 1 << place[name]
        for other, (source, _) in attacks.items():
            if source == target:
                defeaters[place[other]] |= 1 << place[name]

    def defeated(chosen):
        return sum(1 << n for n in range(len(elements)) if defeaters[n] & chosen)

    def defended(chosen):
        return sum(1 << n for n in range(len(elements)) if not defeaters[n] & ~defeated(chosen))

    fixed = [chosen for chosen in range(2 ** len(elements)) if defended(chosen) == chosen]
    (least,) = [chosen for chosen in fixed if all(chosen & other == chosen for other in fixed)]
    out = defeated(least)
    return {e: "in" if least >> n & 1 else "out" if out >> n & 1 else "undecided" for e, n in place.items()}


def test_the_labelling_is_the_grounded_one_of_afra_on_hundreds_of_random_graphs():
    random = Random(3)
    for _ in range(400):
        count, number = random.randint(1, 4), random.randint(0, 5)
        names = [f"a{n}" for n in range(number)]
        attacks = {name: (random.randrange(count), random.choice([*range(count), *names])) for name in names}
        found = labelled(
            {name: [target] for name, (_, target) in attacks.items()},
            {name: [[source]] for name, (source, _) in attacks.items()},
        )

        wanted = by_afra(count, attacks)
        assert {element: found.get(element, "in") for element in wanted} == wanted


NAMES = st.integers(0, 6)
ATTACKS = st.dictionaries(NAMES, st.lists(NAMES, max_size=3), max_size=5)
RESTS = st.dictionaries(NAMES, st.lists(st.lists(NAMES, max_size=3), max_size=2), max_size=5)


def by_rules(attacks, rests):
    """The least labelling that fits the rules: from nothing known, apply each of them until none changes a label."""
    labels = dict.fromkeys(range(7), "undecided")
    attackers = {n: [one for one, hit in attacks.items() if n in hit] for n in labels}
    changed = True
    while changed:
        changed = False
        for n, label in labels.items():
            groups = [[labels[one] for one in group] for group in rests.get(n, ())]
            against = [labels[one] for one in attackers[n]]
            if label != "undecided":
                continue
            if "in" in against or any(all(one == "out" for one in group) for group in groups):
                labels[n], changed = "out", True
            elif all(one == "out" for one in against) and all("in" in group for group in groups):
                labels[n], changed = "in", True
    return labels


@settings(deadline=None)
@given(ATTACKS, RESTS)
def test_whatever_attacks_and_rests_on_what_the_labelling_fits_the_rules_and_is_the_least(attacks, rests):
    found, wanted = labelled(attacks, rests), by_rules(attacks, rests)

    assert {n: found.get(n, "in") for n in wanted} == wanted


def test_a_joint_attack_needs_all_of_its_premises():
    joint = {"c": [["p", "q"][:1], ["q"]]}

    assert labelled({"c": ["k"]}, joint)["k"] == "out"
    assert labelled({"c": ["k"], "d": ["q"]}, joint)["k"] == "in"


def test_an_attack_that_attacks_itself_settles_nothing():
    assert labelled({"c": ["c", "k"]}, {"c": [["p"]]}) == {"p": "in", "c": "undecided", "k": "undecided"}


def test_a_long_chain_of_attacks_on_attacks_needs_no_recursion():
    count = 50_000
    found = labelled({n: [n - 1] for n in range(1, count)}, {})

    assert [found[n] for n in (count - 1, count - 2, count - 3)] == ["in", "out", "in"]

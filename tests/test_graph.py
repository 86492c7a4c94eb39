"""A graph of what rests on what, against the definitions."""

from hypothesis import given
from hypothesis import strategies as st

from whosays.analysis.graph import circles, roots_of

graphs = st.dictionaries(st.integers(0, 7), st.lists(st.integers(0, 7), max_size=4), max_size=8)


def reached(edges, start):
    """Every node that can be reached from a start in one step or more."""
    seen, way = set(), list(edges.get(start, ()))
    while way:
        node = way.pop()
        if node not in seen:
            seen.add(node)
            way.extend(edges.get(node, ()))
    return seen


@given(graphs)
def test_a_circle_is_whatever_can_be_left_and_come_back_to(edges):
    on_circle = {node for node in edges if node in reached(edges, node)}
    found = circles(edges)

    assert {node for knot in found for node in knot} == on_circle
    assert sum(map(len, found)) == len(on_circle)
    for knot in found:
        for node in knot:
            assert {
                other for other in on_circle if other in reached(edges, node) and node in reached(edges, other)
            } == (set(knot))


@given(graphs)
def test_circles_stand_in_the_order_of_the_graph(edges):
    order = list(edges)
    found = circles(edges)

    assert found == [sorted(knot, key=order.index) for knot in sorted(found, key=lambda knot: order.index(knot[0]))]


@given(graphs)
def test_roots_are_what_is_rested_on_and_rests_on_nothing(edges):
    for start, roots in roots_of(edges).items():
        assert set(roots) == {node for node in {start, *reached(edges, start)} if not edges.get(node)}
        assert len(set(roots)) == len(roots)


def test_a_trail_that_only_runs_in_circles_has_no_root():
    assert roots_of({"a": ["b"], "b": ["a"]}) == {"a": [], "b": []}


def test_only_the_asked_starts_are_followed_and_one_nobody_knows_is_its_own_root():
    assert roots_of({"a": ["b"], "c": ["b"]}, ["a", "z"]) == {"a": ["b"], "z": ["z"]}


def test_nodes_may_be_anything_and_edges_may_come_from_generators():
    edges = {name: iter(others) for name, others in {"a": [("b", 1)], ("b", 1): ["a"], "c": ["c"], "d": ["e"]}.items()}

    assert circles(edges) == [["a", ("b", 1)], ["c"]]


def test_a_circle_of_a_hundred_thousand_needs_no_recursion():
    count = 100_000
    edges = {n: [(n + 1) % count] for n in range(count)}

    assert circles(edges) == [list(range(count))]
    assert roots_of(edges, [0]) == {0: []}

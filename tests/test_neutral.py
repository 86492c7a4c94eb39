"""One procedure for every side: names, ids and the order of rows decide no answer."""

import json
import re
from dataclasses import fields, replace
from itertools import combinations
from random import Random

import pytest

from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework
from whosays.analysis.whatif import WhatIf, outcomes
from whosays.case.load import load, shipped_cases
from whosays.case.schema import schema
from whosays.show.reading import readings
from whosays.show.sheet import sheet

OTHER = {"russian": "ukrainian", "russia": "ukraine", "moscow": "kyiv", "kramatorsk": "makiivka"}
OTHER |= {other: name for name, other in OTHER.items()}
NAMES = re.compile("|".join(sorted(OTHER, key=len, reverse=True)), re.IGNORECASE)
TABLES = [name for name in schema() if name != "article"]


def swapped(text):
    """Return a text with the two parties, their capitals and the two towns changed about; twice is the same again."""

    def other(found):
        name = OTHER[found[0].lower()]
        return name.upper() if found[0].isupper() else name.capitalize() if found[0][0].isupper() else name

    return NAMES.sub(other, text)


def deep(value, text):
    """Return rows, cells or parsed JSON with every text, key or not, put through a function."""
    if isinstance(value, str):
        return text(value)
    if isinstance(value, dict):
        return {text(key) if isinstance(key, str) else key: deep(part, text) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(deep(part, text) for part in value)
    return value


def written(case, text):
    """Return a case with every cell of every table put through a function."""

    def row(own):
        return replace(own, **{f.name: deep(getattr(own, f.name), text) for f in fields(own) if f.init})

    tables = {name: tuple(row(own) for own in case.rows(name)) for name in TABLES}
    return replace(case, id=text(case.id), article=row(case.article), **tables)


@pytest.fixture(scope="module")
def shown(case):
    return json.loads(json.dumps(sheet(case)))


def test_changing_the_two_sides_about_in_every_cell_changes_no_answer_of_the_sheet(case, shown):
    mirrored = written(case, swapped)
    changed = json.loads(json.dumps(sheet(mirrored)))

    assert {s.party for s in mirrored.sources} == {s.party for s in case.sources}
    assert mirrored.sources[0].name == "Ukrainian Defence Ministry"
    assert written(mirrored, swapped) == case
    assert changed != shown
    assert deep(changed, swapped) == shown


def pairs_of_parties():
    """Every two parties of every case, and each party with one that nobody belongs to."""
    for name in shipped_cases():
        parties = list(dict.fromkeys(s.party for s in load(name).sources if s.party))
        yield from ((name, one, other) for one, other in combinations([*parties, "Atlantis"], 2))


@pytest.mark.parametrize(("name", "one", "other"), list(pairs_of_parties()))
def test_two_parties_of_any_case_changing_their_names_change_no_answer(name, one, other):
    own = replace(load(name), text="")  # a text of our own has its words counted, and names differ in length
    word = re.compile(rf"\b({re.escape(one)}|{re.escape(other)})\b", re.IGNORECASE)

    def change(text):
        def swap(found):
            name = other if found[0].lower() == one.lower() else one
            return (name[0].upper() if found[0][0].isupper() else name[0].lower()) + name[1:]

        return word.sub(swap, text)

    mirrored = written(own, change)
    changed = json.loads(json.dumps(sheet(mirrored)))

    assert {s.party for s in mirrored.sources} != {s.party for s in own.sources} or other != "Atlantis"
    assert [s.party for s in mirrored.sources] != [s.party for s in own.sources]
    assert deep(changed, change) == json.loads(json.dumps(sheet(own)))


def test_other_ids_in_the_opposite_order_change_no_answer_of_the_sheet(case, shown):
    rows = [
        (name, number, row.id) for name in TABLES for number, row in enumerate(case.rows(name)) if hasattr(row, "id")
    ]
    new = {old: f"{name}{900 - number}" for name, number, old in rows}
    old = {new_id: old_id for old_id, new_id in new.items()}
    word = re.compile(r"\bf\d+\b")  # a formula names its figures
    renamed = written(case, lambda text: new.get(text) or word.sub(lambda f: new.get(f[0], f[0]), text))
    changed = json.loads(json.dumps(sheet(renamed)))

    assert changed != shown
    assert deep(changed, lambda text: old.get(text, text)) == shown


def answers(case, layer):
    """Return all that is computed of the standings of a layer, without the order of anything."""
    framework = Framework(Trace(case, layer))
    asked = WhatIf(framework)
    roots = sorted({a.root for a in framework.arguments if a.root})
    held = readings(framework, roots)
    stand = {
        claim: (s.word, set(s.roots), set(s.against), set(s.decisive)) for claim, s in framework.standings().items()
    }
    notes = {
        key: {claim: held["outcomes"][n]["note"] for claim, n in at.items()} for key, (_, at) in held["graded"].items()
    }
    joined = {frozenset(key.split(",")): set(at) for key, (_, at) in held["joined"].items()}
    pins = {claim: {(frozenset(gone), word) for gone, word in asked.linchpins(claim)} for claim in stand}
    return stand, outcomes(framework), notes, joined, pins


@pytest.mark.parametrize("layer", ["article", "beyond"])
def test_the_order_of_the_rows_changes_no_standing_and_nothing_that_a_reader_may_change(case, layer):
    random = Random(11)
    names = ("sources", "claims", "statements", "relations", "figures", "documents", "wording")
    mixed = replace(case, **{name: tuple(random.sample(case.rows(name), len(case.rows(name)))) for name in names})

    assert answers(mixed, layer) == answers(case, layer)

"""Two states of a case, set side by side."""

import json
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spoil import add, edit, rows, write
from synthetic import synthetic
from whosays.author.change import Change
from whosays.author.difference import Difference, difference
from whosays.author.effect import Effect
from whosays.author.sentences import counted
from whosays.author.sentences import difference as words
from whosays.case.load import load
from whosays.case.model import Slip
from whosays.cli import USAGE, main

MADE = synthetic(60)
SOUND = settings(max_examples=15, deadline=None)


def with_rows(case, table, change):
    """Return the case with one table changed by a function of its rows."""
    return replace(case, **{table: tuple(change(case.rows(table)))})


def with_cell(case, table, row_id, **cells):
    """Return the case with some cells of one row changed."""
    return with_rows(case, table, lambda own: [replace(r, **cells) if r.id == row_id else r for r in own])


def without(case, table, *ids):
    """Return the case without some rows."""
    return with_rows(case, table, lambda own: [r for r in own if r.id not in ids])


def standing(found, layer, claim):
    (effect,) = [e for e in found.effects if (e.kind, e.layer, e.row) == ("standing", layer, claim)]
    return effect


def test_a_counted_noun_agrees_with_its_count():
    assert [counted(n, "root") for n in (0, 1, 4)] == ["no roots", "one root", "four roots"]


def test_a_case_does_not_differ_from_itself(case):
    found = difference(case, load("kramatorsk-2023"))

    assert found == Difference()
    assert not found
    assert str(found) == "No difference: both states hold the same rows in the same order."


def test_a_changed_cell_is_said_with_file_row_and_both_values(case):
    found = difference(case, with_cell(case, "claims", "k04", silence=""))

    assert found.changes == (Change("changed", "claims", "k04", "silence", "not asked", ""),)
    assert "  claims.csv k04: silence was not asked, is now blank." in str(found).splitlines()
    assert {e.kind for e in found.effects} == {"standing"}
    assert "k04 is still unchallenged in the article, for another reason." in str(found)


def test_an_added_and_a_removed_row_are_said_with_what_they_say(case):
    slip = Slip("x99", ("p01-1",), "Two dates differ.", "A reader cannot tell which.", "")
    more = with_rows(case, "slips", lambda own: [*own, slip])

    assert difference(case, more).changes == (Change("added", "slips", "x99", after="Two dates differ."),)
    assert difference(more, case).changes == (Change("removed", "slips", "x99", before="Two dates differ."),)
    assert 'slips.csv x99: added, "Two dates differ.".' in str(difference(case, more))
    assert "No answer differs." in str(difference(case, more))


def test_a_long_text_is_shown_from_where_it_differs():
    was = "One two three four five six seven eight nine ten eleven twelve."
    change = Change("changed", "claims", "k01", "note", was, was.replace("seven", "seventy"))

    assert words.change(change) == (
        'claims.csv k01: note was "…seven eight nine ten eleven twelve.", '
        'is now "…seventy eight nine ten eleven twelve.".'
    )


def test_texts_that_differ_far_in_one_long_word_or_only_in_spaces_are_still_shown_apart():
    for was, now in (
        ("a" * 300 + "b", "a" * 300 + "c"),
        ("one two " * 9, "one two " * 8 + "one  two "),
        ("", "x" * 90),
    ):
        shown = words.change(Change("changed", "claims", "k01", "note", was, now))
        before, after = shown.removeprefix("claims.csv k01: note was ").removesuffix(".").split(", is now ")
        assert before != after
        assert len(shown) < 200


def test_a_renamed_row_is_one_change_however_often_it_is_named(case):
    claims = with_cell(case, "claims", "k01", id="k77")

    def moved(row_id):
        return "k77" if row_id == "k01" else row_id

    new = replace(
        claims,
        claims=tuple(replace(c, part_of=moved(c.part_of)) for c in claims.claims),
        statements=tuple(
            replace(s, claim=moved(s.claim), also=tuple(map(moved, s.also))) for s in case.statements
        ),
        relations=tuple(
            replace(r, to=moved(r.to), from_=moved(r.from_)) for r in case.relations
        ),
        questions=tuple(replace(q, claim=moved(q.claim)) for q in case.questions),
        hypotheses=tuple(replace(h, claim=moved(h.claim)) for h in case.hypotheses),
    )  # fmt: skip

    found = difference(case, new)
    assert found.changes == (Change("renamed", "claims", "k77", before="k01", after="k77"),)
    assert found.effects == ()
    assert "claims.csv k77: was k01; only the id differs." in str(found)


def test_rows_that_name_one_another_may_be_renamed_together(case):
    renamed = {s.id: f"z{n}" for n, s in enumerate(case.sources)}
    sources = tuple(
        replace(
            s, id=renamed[s.id], speaks_for=renamed.get(s.speaks_for, ""), same_as=renamed.get(s.same_as, ""),
            ties=tuple(f"{t.partition(':')[0]}:{renamed[t.partition(':')[2]]}" for t in s.ties),
        )
        for s in case.sources
    )  # fmt: skip
    statements = tuple(
        replace(s, source=renamed.get(s.source, ""), via=tuple(renamed[v] for v in s.via)) for s in case.statements
    )
    wording = tuple(replace(w, source=renamed.get(w.source, "")) for w in case.wording)
    found = difference(case, replace(case, sources=sources, statements=statements, wording=wording))

    assert {(c.kind, c.table) for c in found.changes} == {("renamed", "sources")}
    assert len(found.changes) == len(case.sources)


def test_a_table_in_another_order_is_said_once_and_by_how_much(case):
    last_first = with_rows(case, "slips", lambda own: [own[-1], *own[:-1]])
    count = len(case.slips)

    assert difference(case, last_first).changes == (Change("reordered", "slips", "", before="1", after=str(count)),)
    assert f"the rows stand in another order; 1 of {count} moved." in str(difference(case, last_first))


def test_a_changed_text_of_the_article_is_said():
    pond = load("practice-pond-2025")
    found = difference(pond, replace(pond, text=f"{pond.text} More."))

    assert [(c.table, c.column) for c in found.changes] == [("text", "text")]
    assert "text.txt: the text was " in str(found)


def test_the_one_answer_that_makes_the_step_beyond_the_article_is_found(case):
    reuters = {s.id for s in case.sources if s.name.startswith("Reuters")}
    own = {s.id for s in case.statements if s.source in reuters}
    rebuttals = [r.id for r in case.relations if r.kind == "rebuts" and r.to == "k01" and r.from_ in own]
    found = difference(without(case, "relations", *rebuttals), case)
    effect = standing(found, "beyond", "k01")

    assert (effect.before, effect.after, effect.cause) == ("contested", "answered", "single")
    assert [c.row for c in effect.because] == rebuttals
    assert f"went from contested to answered beyond the article, because {rebuttals[0]} was added." in str(found)
    assert not [e for e in found.effects if e.layer == "article"]


def test_a_word_that_no_single_change_restores_is_said_to_differ_by_several_together(case):
    article = [r.id for r in case.relations if r.layer == "article" and r.to == "k01" and r.kind != "derives from"]
    found = difference(without(case, "relations", *article), case)
    effect = standing(found, "article", "k01")

    assert len(article) > 1
    assert (effect.before, effect.after, effect.cause) == ("unchallenged", "contested", "together")
    assert "by several changes together" in words.effect(effect)


def test_what_is_blamed_restores_the_old_word_when_it_is_left_out(case):
    old = without(case, "relations", "e44", "e45")
    for effect in difference(old, case).effects:
        if effect.cause == "single":
            for change in effect.because:
                left_out = without(case, "relations", change.row)
                again = [e for e in difference(old, left_out).effects if (e.kind, e.row) == ("standing", effect.row)]
                assert all(e.before == e.after for e in again)


def test_the_search_for_the_one_change_is_cut_off_and_says_so():
    old, new = synthetic(400, 1), synthetic(400, 2)
    found = difference(old, new)

    assert found.untried > 0
    assert "more could be left out one by one; not tried." in str(found)


def test_the_change_that_makes_a_word_is_looked_for_first_among_those_near_the_claim(case):
    """So many other changes that not all can be left out; the one that counts comes last in the file."""
    last = next(r for r in case.relations if r.id == "e44")
    old = without(case, "relations", "e44")
    hedged = with_rows(case, "statements", lambda own: [replace(s, cue=f"{s.cue} it") for s in own])
    new = with_rows(hedged, "relations", lambda own: [*(r for r in own if r.id != "e44"), last])
    found = difference(old, new)

    assert found.untried > 100
    assert [c.row for c in standing(found, "beyond", "k01").because] == ["e44"]


def test_a_circle_that_leaving_out_a_change_would_close_is_not_weighed(case):
    """The new state turns a derivation round; the old one beside it would run in a circle for ever."""
    derived = next(r for r in case.relations if r.kind == "derives from" and r.whole == "meets")
    turned = replace(derived, id="e999", from_=derived.to, to=derived.from_)
    new = with_rows(without(case, "relations", derived.id, "e44"), "relations", lambda own: [*own, turned])
    effect = standing(difference(case, new), "beyond", "k01")

    assert [c.row for c in effect.because] == ["e44"]


def test_counts_mentions_roots_and_findings_are_compared(case):
    gone = [s.id for s in case.statements if s.claim == "k01" and s.layer == "article"][-1]
    less = without(without(case, "statements", gone), "figures", *(f.id for f in case.figures if f.statement == gone))
    less = without(less, "relations", *(r.id for r in case.relations if gone in {r.from_, r.to}))
    kinds = Counter(e.kind for e in difference(case, less).effects)

    assert kinds["mentions"] >= 1
    assert {e.before for e in difference(case, less).effects if e.kind == "count" and e.layer == "article"} == {"49"}
    assert "k01 has three mentions in the article, had 4." in str(difference(case, less))


def test_what_the_arithmetic_says_is_compared():
    pond = load("kramatorsk-2023")
    figure = next(f for f in pond.figures if f.derived and f.value is not None)
    found = difference(pond, with_cell(pond, "figures", figure.id, value=figure.value + 7))

    assert any(e.kind == "number" for e in found.effects)
    assert "numbers, now found: " in str(found)


def test_hostile_text_in_cells_and_labels_does_not_reach_the_terminal(case):
    hostile = "\u202e\x1b]0;owned\x07<script>"
    source = next(s for s in case.sources if s.id == "s14")
    new = with_cell(with_cell(case, "sources", source.id, label=hostile, name=hostile), "claims", "k01", note=hostile)
    found = difference(case, new)

    assert any(e.kind == "standing" for e in found.effects)
    assert all(line.isprintable() for line in str(found).splitlines())


@SOUND
@given(st.data())
def test_exactly_the_edits_that_were_made_are_listed(data):
    """An editor edits notes, adds, removes and renames rows; the difference lists these and nothing else."""
    new, wanted = MADE, []
    noted = data.draw(st.lists(st.sampled_from([s.id for s in MADE.statements]), unique=True, max_size=5))
    for row_id in noted:
        text = data.draw(st.text(min_size=1, max_size=40))
        new = with_cell(new, "statements", row_id, note=text)
        wanted.append(Change("changed", "statements", row_id, "note", "", text))
    ids = data.draw(st.lists(st.sampled_from([w.id for w in MADE.wording]), unique=True, max_size=4))
    cut = len(ids) // 2
    for row_id in ids[:cut]:
        new = without(new, "wording", row_id)
        wanted.append(Change("removed", "wording", row_id, before="says"))
    for row_id in ids[cut:]:
        new = with_cell(new, "wording", row_id, phrase=f"holds {row_id}")
        wanted.append(Change("changed", "wording", row_id, "phrase", "says", f"holds {row_id}"))
    count = data.draw(st.integers(0, 3))
    added = [Slip(f"y{n}", (), f"Slip {n}.", "", "") for n in range(count)]
    new = with_rows(new, "slips", lambda own: [*added, *own])
    wanted += [Change("added", "slips", s.id, after=s.what) for s in added]
    for document in data.draw(st.lists(st.sampled_from(MADE.documents), unique=True, max_size=3)):
        stated = {s.document for s in MADE.statements}
        if document.id not in stated:
            new = with_cell(new, "documents", document.id, id=f"z{document.id}")
            wanted.append(
                Change("renamed", "documents", f"z{document.id}", before=document.id, after=f"z{document.id}")
            )

    assert Counter(difference(MADE, new).changes) == Counter(wanted)


@SOUND
@given(st.integers(1, 40), st.integers(1, 40))
def test_one_way_and_the_other_mirror_each_other(one, two):
    there, back = (difference(synthetic(50, a), synthetic(50, b)) for a, b in ((one, two), (two, one)))
    mirror = {"added": "removed", "removed": "added"}

    assert Counter((mirror.get(c.kind, c.kind), c.table) for c in there.changes) == Counter(
        (c.kind, c.table) for c in back.changes
    )
    assert {(e.kind, e.layer, e.row, e.before, e.after) for e in there.effects} == {
        (e.kind, e.layer, e.row, e.after, e.before) for e in back.effects
    }


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_made_case_does_not_differ_from_itself(seed):
    assert not difference(synthetic(120, seed), synthetic(120, seed))


def test_the_command_answers_as_diff_does(folder, capsys):
    assert main(["diff", "kramatorsk-2023", str(folder)]) == 0
    assert capsys.readouterr().out == "No difference: both states hold the same rows in the same order.\n"

    edit(folder, "claims", "k04", "silence", "")
    assert main(["diff", "kramatorsk-2023", str(folder)]) == 1
    assert capsys.readouterr().out.startswith("One change in one table; one answer differs.\nWhat changed:\n")


def test_the_command_gives_the_same_as_data(folder, capsys):
    records = rows(folder, "slips")
    write(folder, "slips", [records[0], *reversed(records[1:])])
    add(folder, "corrections", id="d99", mended="2026-01-01", table_="claims", row="k01", was="One.", now="Two.")

    assert main(["diff", "kramatorsk-2023", str(folder), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert {(c["kind"], c["table"]) for c in told["changes"]} == {("reordered", "slips"), ("added", "corrections")}
    assert (told["same"], told["effects"], told["untried"]) == (False, [], 0)
    assert all(c["text"].endswith(".") for c in told["changes"])


def test_a_state_with_faults_is_named_with_all_of_them_and_exit_2(folder, capsys):
    line = edit(folder, "slips", "x03", "passages", "p99")

    assert main(["diff", str(folder), "kramatorsk-2023"]) == USAGE
    printed = capsys.readouterr()
    assert printed.out == ""
    assert f"slips.csv:{line}:" in printed.err
    assert "cannot be compared until it is mended" in printed.err


def test_an_unknown_state_is_exit_2(capsys):
    assert main(["diff", "kramatorsk-2023", "kramatorsk-2024"]) == USAGE
    assert 'Did you mean "kramatorsk-2023"?' in capsys.readouterr().err


def test_the_help_says_what_the_exit_status_means(capsys):
    with pytest.raises(SystemExit):
        main(["diff", "--help"])

    assert "0 the same, 1 different, 2 wrong usage or a state that has faults" in capsys.readouterr().out


def test_an_effect_is_said_for_claims_that_come_and_go():
    come = Effect("standing", "beyond", "k09", "", "holds", "holds: it does.")
    gone = Effect("standing", "article", "k09", "holds", "")

    assert words.effect(come) == "k09 is stated beyond the article now; its word is holds. Reason: it does."
    assert words.effect(gone) == "k09 is no longer stated in the article; its word was holds."

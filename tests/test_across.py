"""Several cases side by side: the table, its patterns, its figure, and the lesson on them."""

import json
import re
import shutil
from dataclasses import replace
from html import unescape
from pathlib import Path

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as some

from synthetic import synthetic
from test_figures import PALETTE, colours, look
from whosays import open_case, open_cases
from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework
from whosays.case.load import cases_folder, load, shipped_cases
from whosays.case.save import save
from whosays.show.figures.cases import cases
from whosays.show.figures.chart import MIME
from whosays.show.patterns import patterns
from whosays.show.sentences import patterns as words
from whosays.show.summary import OFFICIAL, Summary, summary

NOTEBOOK = Path(__file__).parents[1] / "notebooks" / "08_same_tools_other_cases.ipynb"
STANDS = ("holds", "contested", "answered", "unchallenged", "cannot be judged")
each = pytest.mark.parametrize("name", shipped_cases())


def row(name="a", **told):
    known = {"claim": "k01", "mentions": 2, "roots": 1, "article": "contested", "knowable": "contested"}
    known |= {"beyond": "contested", "official": True}
    return Summary(name, title=f"What of {name}?", **(known | told))


counts = some.integers(0, 9)
summaries = some.lists(
    some.builds(
        row,
        mentions=counts,
        roots=counts,
        official=some.booleans(),
        beyond=some.sampled_from(STANDS),
        by_officials=some.just(3),
        by_officials_hold=some.integers(0, 1),
        by_officials_answered=some.integers(0, 2),
    ),
    max_size=7,
)


def counted(rows):
    return {question: tuple(map(int, found)) for question, _, *found in patterns(rows).rows}


@each
def test_a_row_says_who_speaks_whether_that_is_an_official_and_what_was_known_on_the_day(name):
    case = load(name)
    found, inside = summary(case), Trace(case, "article")
    root = case.source_by_id[inside.root(inside.statements[found.claim][0])]

    assert (found.voice, found.official) == (root.kind, root.kind in OFFICIAL)
    card = open_case(name).knowable(found.claim).rows
    assert (found.article, found.knowable, found.beyond) == (card[0][3], card[1][3], card[-1][3])
    assert (found.holds, found.answered) == (found.beyond == "holds", found.beyond == "answered")
    assert found.field == case.article.field


def test_what_speaks_for_a_ministry_counts_as_the_ministry_and_nobody_named_as_nobody(case):
    spokesman = replace(case, sources=tuple(replace(s, speaks_for="s01") if s.id == "s02" else s for s in case.sources))
    unnamed = replace(case, statements=tuple(replace(s, source="", via=()) for s in case.statements))

    assert summary(spokesman).voice == "ministry"
    assert (summary(unnamed).voice, summary(unnamed).official) == ("anonymous", False)


def test_a_row_says_where_the_article_puts_claim_and_answers(case):
    found = summary(case)

    assert (found.headline, found.first_word) == (True, 1)
    assert found.answers_first_word == min(
        case.passage_by_id[a.head.passage].first_word for a in Trace(case, "article").answers("k01") if a.attacks
    )


@each
def test_the_claims_of_officials_and_of_others_are_those_of_the_article_and_their_words_those_beyond_it(name):
    case = load(name)
    found = summary(case)
    outside = Framework(Trace(case, "beyond")).standings()
    stated = [c.id for c in case.claims if c.role == "claim" and c.id in Trace(case, "article").statements]

    assert found.by_officials + found.by_others == len(stated)
    for word, end in (("holds", "hold"), ("answered", "answered")):
        told = getattr(found, f"by_officials_{end}") + getattr(found, f"by_others_{end}")
        assert told == sum(outside[claim].word == word for claim in stated)


def test_there_are_claims_of_officials_that_hold():
    rows = open_cases().rows

    assert sum(found.by_officials_hold for found in rows) > 0


@given(summaries)
def test_every_case_and_every_pair_is_counted_once(rows):
    units = {question: unit for question, unit, *_ in patterns(rows).rows}
    sums = {question: sum(found) for question, found in counted(rows).items()}

    pairs = len(rows) * (len(rows) - 1) // 2
    assert all(sums[q] == pairs for q, unit in units.items() if unit == words.UNITS["pairs"])
    assert sums[words.QUESTIONS["official"]] + sums[words.QUESTIONS["other"]] == len(rows)
    assert (
        sums[words.QUESTIONS["repeated"]]
        == sums[words.QUESTIONS["moved"]]
        == sums[words.QUESTIONS["knowable"]]
        == len(rows)
    )
    assert sums[words.QUESTIONS["by_officials"]] == 3 * len(rows)


@given(summaries, some.randoms())
def test_the_order_of_the_cases_changes_no_count(rows, random):
    mixed = random.sample(rows, len(rows))

    assert counted(mixed) == counted(rows)


def test_a_pair_says_that_more_mentions_go_with_more_roots_only_if_both_numbers_differ():
    few, many, tie = row("a"), row("b", mentions=5, roots=3), row("c", mentions=5, roots=1)

    assert counted([few, many])[words.QUESTIONS["more"]] == (1, 0, 0)
    assert counted([row("d", mentions=1, roots=2), few])[words.QUESTIONS["more"]] == (0, 1, 0)
    assert counted([few, tie])[words.QUESTIONS["more"]] == (0, 0, 1)
    assert counted([many, tie])[words.QUESTIONS["more"]] == (0, 0, 1)


def test_to_be_contested_is_neither_to_hold_nor_not_to_hold():
    rows = [row(beyond=word) for word in STANDS]

    assert counted(rows)[words.QUESTIONS["official"]] == (1, 1, 3)


def test_a_case_that_is_damaged_or_asks_nothing_counts_nowhere():
    rows = [row(), Summary("b", faults=1, fault="broken"), Summary("c", title="What?")]

    assert counted(rows) == counted(rows[:1])
    assert patterns(rows).sentence.startswith("In one of one case the asked claim")


def test_patterns_are_counts_with_the_caution_beside_them_and_never_a_rate():
    told = open_cases().patterns()

    assert told.sentence == repr(told)
    assert "a question and not a finding" in told.sentence
    assert told.sentence in unescape(told._repr_html_())
    assert "%" not in told._repr_html_()
    assert all(cell.isdigit() for _, _, *cells in told.rows for cell in cells)
    assert patterns([]).sentence == "There is no case here that asks about a claim."


def test_the_figure_draws_each_case_where_the_table_puts_it_the_most_mentioned_first():
    rows = [row("a"), row("b", mentions=5, roots=3), row("c", mentions=1, roots=1), Summary("d", faults=1)]
    chart = cases(rows)
    drawn = {t.name: t for t in chart.figure.data}

    assert chart.rows == (("What of b?", "5", "3"), ("What of a?", "2", "1"), ("What of c?", "1", "1"))
    assert list(drawn[words.DRAWN["mentions"]].x) == [5, 2, 1]
    assert list(drawn[words.DRAWN["roots"]].x) == [3, 1, 1]
    assert drawn[words.DRAWN["mentions"]].y == drawn[words.DRAWN["roots"]].y
    assert list(drawn[words.DRAWN["gap"]].x) == [3, 5, None, 1, 2, None, 1, 1, None]
    assert chart.sentence == (
        "In two of three cases the asked claim is mentioned more often than it has roots; where they differ most, "
        "five mentions from three roots."
    )


def test_the_figure_is_plain_speaks_and_tells_nothing_by_colour_alone():
    chart = open_cases().figure()
    stored = json.loads(chart.figure.to_json())

    assert type(chart.figure) is go.Figure
    assert '"bdata"' not in chart.figure.to_json()
    assert chart._repr_mimebundle_()[MIME]["config"]["modeBarButtonsToRemove"][0] == "sendChartToCloud"
    assert chart.figure.layout.title.text.replace("<br>", " ") == chart.sentence == repr(chart)
    looks = [look(t) for t in chart.figure.data]
    assert len(set(looks)) == len(looks)
    assert all(t.name for t in chart.figure.data)
    drawn = {k: v for k, v in stored["layout"].items() if k != "template"}
    assert colours(drawn | {"data": stored["data"]}) <= PALETTE


def test_the_figure_of_no_case_says_so():
    chart = cases([])

    assert chart.figure.data == ()
    assert chart.sentence == "There is no case here that asks about a claim."


def test_no_title_of_a_case_becomes_markup():
    chart = cases([replace(row(), title="<img src=x> <b>")])

    assert "<img" not in chart.figure.to_json()
    assert "<img" not in chart.table_html()


def test_without_a_folder_the_cases_that_come_with_whosays_are_opened():
    assert [found.id for found in open_cases().rows] == shipped_cases()
    assert open_cases() == open_cases(cases_folder())


def cells(kind):
    found = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in found if cell["cell_type"] == kind]


def run(code):
    space = {}
    for cell in code:
        exec(compile(cell, NOTEBOOK.name, "exec"), space)  # noqa: S102 - our own cells
    return space


@pytest.fixture
def many(tmp_path, monkeypatch):
    """The shipped cases among others: made ones, one without a claim, a damaged one."""
    folder = Path(shutil.copytree(cases_folder(), tmp_path / "data"))
    save(synthetic(60, seed=1), folder / "made-1")
    silent = replace(synthetic(50, seed=2), statements=(), relations=(), figures=(), questions=())
    save(silent, folder / "silent")
    shutil.copytree(folder / "made-1", folder / "spoiled")
    (folder / "spoiled" / "sources.csv").unlink()
    monkeypatch.setenv("WHOSAYS_DATA", str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


def test_the_lesson_runs_however_many_cases_there_are(many):
    assert len(run(cells("code"))["cases"].rows) == len(shipped_cases()) == len(list(many.iterdir()))


@pytest.mark.parametrize("column", ["voice", "headline"])
@pytest.mark.usefixtures("many")
def test_the_lesson_runs_when_a_student_changes_the_case_or_the_column(column):
    changed = [cell.replace("row.official", f"row.{column}") for cell in cells("code")]
    changed = [re.sub(r'open_case\("kramatorsk-2023"\)', 'open_case("made-1")', cell) for cell in changed]

    assert changed != cells("code")
    run(changed)


def test_the_prose_of_the_lesson_names_no_case_but_the_practice_case_and_counts_none():
    prose = "\n".join(cells("markdown"))
    named = [load(name) for name in shipped_cases() if name != "practice-pond-2025"]

    assert not [case.id for case in named if case.id in prose or case.article.title in prose]
    assert not re.search(r"\b(\d+|one|two|three|four|five|six|seven) cases\b", prose)
    assert "%" not in prose


def test_the_lesson_asks_for_a_guess_before_any_answer_is_shown_and_plans_its_minutes():
    first, second, *_ = cells("markdown")[1:]
    minutes = [int(m) for m in re.findall(r"^## .*\((\d+) minutes\)", "\n".join(cells("markdown")), re.MULTILINE)]

    assert "before you run another cell" in second
    assert "Guess first" in first
    assert not re.search(r"roots|beyond|article\"", cells("code")[0])
    assert sum(minutes) == 50
    assert "proves nothing about the world" in "\n".join(cells("markdown"))

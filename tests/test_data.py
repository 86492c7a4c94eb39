"""The shipped cases: that they are sound and written as the library writes them; and what the first one counts."""

import csv
import io
import json
import re
from collections import Counter
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from spoil import filed
from whosays.analysis.trace import Trace
from whosays.author.accepted import ACCEPTED
from whosays.case.anchor import find
from whosays.case.check import faults_across
from whosays.case.load import load, shipped_cases
from whosays.case.model import RECORDS
from whosays.case.package import PACKAGE, kept_package
from whosays.case.save import tables_of, texts_of
from whosays.case.schema import ADDRESS, TABLES, schema
from whosays.case.text import TEXT_FILE

DATA = Path(__file__).parents[1] / "data"
SHIPPED = DATA / "kramatorsk-2023"
TAKES_SIDES = re.compile(r"\b(true|false|lie|lies(?! in\b)|lied|fake\w*|propaganda|debunk\w*)\b", re.IGNORECASE)
PRINTED = {"phrase", "cue", "hedge", "name_as_printed"}  # columns that hold words of others
NAMES = ("StopFake", "War on Fakes")  # what others call themselves
UNITS = {
    "h": (1, 19), "c": (20, 22), "b": (42, 6), "p01s1": (48, 48), "p02s1": (96, 59), "p03s1": (155, 9),
    "p04s1": (164, 24), "p05s1": (188, 11), "p05s2": (199, 30), "p06s1": (229, 32), "p07s1": (261, 26),
    "p07s2": (287, 29), "p08s1": (316, 28), "p09s1": (344, 29), "p10s1": (373, 16), "p10s2": (389, 4),
    "p11s1": (393, 14), "p11s2": (407, 20), "p12s1": (427, 39), "p12s2": (466, 26),
}  # fmt: skip
STATED = {
    "h": 3, "c": 2, "p01": 6, "p02": 4, "p03": 1, "p04": 2, "p05": 4, "p06": 4, "p07": 4, "p08": 2, "p09": 3,
    "p10": 3, "p11": 6, "p12": 5,
}  # fmt: skip
ROOTS = {
    "s01": "k01 k02 k03 k04 k05 k06 k07 k08 k13",
    "s12 s01": "k09 k10",
    "s12": "k14 k15 k17 k18 k19 k23 k24 r03a",
    "s10": "k16",
    "s11": "k20 k21 k22",
    "s09": "r03 r04",
    "s07": "k11",
    "s05": "k12",
    "s06": "r01",
    "s08": "r02",
}


@pytest.fixture(scope="module", params=shipped_cases())
def shipped(request):
    """Every shipped case in turn."""
    return load(request.param)


@pytest.fixture(scope="module")
def inside(case):
    return Trace(case, "article")


def in_article(rows):
    return [row for row in rows if row.layer == "article"]


def words_between(case, one, other):
    return case.passage_by_id[other].first_word - case.passage_by_id[one].first_word


def cells(case, table):
    """Yield (row, column, text) of every filled text of a table."""
    for row in case.rows(table):
        for column in schema()[table].columns:
            value = getattr(row, column.attribute)
            if column.type == "text" and value:
                yield row, column, value


def test_a_shipped_case_has_no_fault(shipped):
    assert faults_across(shipped) == []


def test_frictionless_finds_the_data_package_valid(shipped):
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(DATA / shipped.id / "datapackage.json"))

    assert report.valid, report.flatten(["path", "rowNumber", "fieldName", "message"])
    assert report.stats["tasks"] == len(filed(shipped))


def test_every_case_says_who_made_it_when_and_which_version_it_is(shipped):
    said = json.loads((DATA / shipped.id / PACKAGE).read_text(encoding="utf-8"))
    version, created = said["version"], date.fromisoformat(said["created"][:10])

    assert said["contributors"] == [{"title": "The whosays contributors", "role": "author"}]
    assert re.fullmatch(r"20\d\d\.[1-9]\d?\.[1-9]\d?", version), "the day of the last change, as numbers with dots"
    day = date(*map(int, version.split(".")))
    assert created <= day
    assert all(correction.mended.last <= day for correction in shipped.corrections), "a correction is a new version"


@pytest.mark.parametrize("name", [*(f"{table}.csv" for table in TABLES), PACKAGE])
def test_every_file_is_byte_for_byte_what_saving_writes(shipped, name):
    file, text = DATA / shipped.id / name, texts_of(shipped).get(name)
    if name == PACKAGE:
        text = kept_package(text, file)

    assert (file.read_bytes().decode("utf-8") if file.exists() else None) == text


def test_the_folder_holds_the_tables_their_description_a_text_that_is_ours_what_lint_accepts_and_nothing_else(shipped):
    wanted = (
        {f"{table}.csv" for table in filed(shipped)} | {"datapackage.json"} | ({TEXT_FILE} if shipped.text else set())
    )

    assert {path.name for path in (DATA / shipped.id).iterdir()} - {ACCEPTED} == wanted


def test_the_columns_of_each_file_are_those_of_the_schema_and_of_the_record(shipped):
    for table in filed(shipped):
        file = DATA / shipped.id / f"{table}.csv"
        header = next(csv.reader(io.StringIO(file.read_text(encoding="utf-8"))))

        assert [name for name in header if ":" not in name] == schema()[table].header
        assert header == tables_of(shipped)[table].header
        assert [c.attribute for c in schema()[table].columns] == [field.name for field in fields(RECORDS[table])]


def test_the_article_has_20_units_and_491_words(case):
    assert {p.id: (p.first_word, p.words) for p in case.passages} == UNITS
    assert sum(p.words for p in case.passages) == case.article.words == 491
    assert sum(p.words for p in case.passages if p.role == "sentence") == 444
    assert Counter(p.role for p in case.passages) == {"headline": 1, "caption": 1, "byline": 1, "sentence": 17}
    assert {p.paragraph for p in case.passages if p.paragraph} == set(range(1, 13))


def test_the_article_makes_49_statements(case):
    stated = Counter(s.passage[:3] for s in in_article(case.statements))

    assert stated == STATED
    assert stated.total() == 49


def test_the_article_makes_24_claims_and_5_answers(case):
    assert [c.id for c in in_article(case.claims) if c.role == "claim"] == [f"k{n:02}" for n in range(1, 25)]
    assert {c.id for c in in_article(case.claims) if c.role == "answer"} == {"r01", "r02", "r03", "r03a", "r04"}


@pytest.mark.parametrize("roots", ROOTS)
def test_these_claims_go_back_to_these_roots_in_the_article(inside, roots):
    for claim in ROOTS[roots].split():
        assert inside.roots(m.head for m in inside.mentions(claim)) == roots.split(), claim


def test_the_roots_of_every_claim_of_the_article_are_counted_here(case):
    assert sorted(" ".join(ROOTS.values()).split()) == sorted(c.id for c in in_article(case.claims))


def test_the_article_names_12_sources_of_which_9_are_roots_and_3_only_relays(case, inside):
    sources = {s.id for s in in_article(case.sources)}
    roots = set(inside.roots(in_article(case.statements)))

    assert (len(sources), len(roots)) == (12, 9)
    assert sources - roots == {"s02", "s03", "s04"}


def test_the_spokesman_is_quoted_with_93_words_the_post_with_2_and_nobody_else(case):
    assert {p.id: p.quoted for p in case.passages if p.quoted} == {"p02s1": 48, "p07s1": 23, "p07s2": 22, "p12s2": 2}
    assert sum(p.quoted for p in case.passages if p.id != "p12s2") == 93
    assert {s.passage for s in case.statements if s.form == "direct"} == {"p02s1", "p07s1", "p07s2"}


@pytest.mark.parametrize(
    ("passage", "words", "read"), [("p03s1", 9, 31), ("p05s1", 11, 38), ("p05s2", 30, 40), ("p10s1", 16, 76)]
)
def test_an_answer_to_the_number_stands_after_so_much_of_the_article(case, inside, passage, words, read):
    (answer,) = [a for a in inside.answers("k01") if a.head.passage == passage]
    row = case.passage_by_id[passage]

    assert row.words == words
    assert round(100 * (row.first_word - 1) / 491) == read
    assert answer.head.layer == "article"


def test_the_two_counts_of_makiivka_answer_each_other(inside):
    assert [a.head.id for a in inside.answers("k11") if a.attacks] == ["p08-2"]
    assert [a.head.id for a in inside.answers("k12") if a.attacks] == ["p01-6", "p08-1"]


def test_the_general_caution_is_aimed_at_all_sides_alike(case):
    aimed = {r.to for r in in_article(case.relations) if r.from_ == "k14"}

    assert aimed == {"k01", "k11", "k12", "r01"}
    assert {r.kind for r in case.relations if r.from_ == "k14"} == {"qualifies"}


@pytest.mark.parametrize(
    ("value", "words"), [(600, [5, 60, 185, 304, 359]), (400, [93, 322]), (700, [348]), (89, [340]), (0, [224])]
)
def test_a_number_is_printed_at_these_words(case, value, words):
    assert [f.word for f in in_article(case.figures) if f.word and f.value == value] == words


def test_600_stands_four_times_for_the_dead_and_once_for_the_people_in_a_dormitory(case):
    printed = [f.what for f in in_article(case.figures) if f.word and f.value == 600]

    assert Counter(printed) == {"killed": 4, "present": 1}


def test_only_the_headline_drops_more_than(case):
    dead = [f for f in in_article(case.figures) if f.word and f.value == 600 and f.what == "killed"]

    assert [(f.statement, f.qualifier) for f in dead if f.qualifier != "more than"] == [("h-1", "exactly")]


def test_the_89_comes_247_words_after_the_400(case):
    word = {f.id: f.word for f in case.figures}

    assert word["f09"] - word["f04"] == 247


def test_what_the_article_does_not_print_is_marked_as_worked_out(case):
    derived = {f.id: f.derived for f in in_article(case.figures) if f.derived}

    assert derived == {"f12": "f10 + f11", "f13": "f07 / f12", "f14": "f08 / f09"}
    figures = {f.id: f.value for f in case.figures}
    assert figures["f12"] == figures["f10"] + figures["f11"] == 1300
    assert figures["f13"] == round(100 * figures["f07"] / figures["f12"]) == 46
    assert figures["f14"] == round(figures["f08"] / figures["f09"], 1)


def test_the_printed_words_stand_where_the_case_says(case, article):
    words = article.split()
    for figure in in_article(case.figures):
        if figure.word and figure.value:
            assert str(figure.value) in words[figure.word - 1], figure.id


def test_the_frame_of_retaliation_is_in_five_passages(case, article):
    framed = [w.passage for w in case.wording if w.phrase.startswith("retaliat")]

    assert framed == ["h", "p01s1", "p02s1", "p04s1", "p06s1"]
    printed = [n for n, word in enumerate(article.lower().split(), 1) if "retaliat" in word]
    assert printed == [9, 76, 142, 169, 244]
    for passage, word in zip(framed, printed, strict=True):
        first, length = UNITS[passage]
        assert first <= word < first + length


def test_every_printed_phrase_stands_in_its_passage(case, article):
    def plain(text):
        return " ".join(re.findall(r"[^\W_]+", text.casefold()))

    words = article.split()
    for passage, phrase in [
        *((w.passage, w.phrase) for w in case.wording),
        *((s.passage, s.hedge) for s in case.statements if s.passage and s.hedge),
    ]:
        first, length = UNITS[passage]
        assert plain(phrase) in plain(" ".join(words[first - 1 : first - 1 + length])), (passage, phrase)


def test_said_and_claimed_are_shared_out_as_counted(case):
    def passages(stem, *sources):
        return {s.passage for s in in_article(case.statements) if s.source in sources and stem in s.cue.split()[:1]}

    assert len(passages("said", "s01", "s02", "s05")) == 5
    assert passages("said", "s06", "s07") == set()
    assert passages("claims", "s01", "s02") | passages("claimed", "s01", "s02") == {"h", "p04s1"}
    assert passages("claimed", "s07") == {"p08s1"}
    posted = {s.passage for s in in_article(case.statements) if s.source == "s11" and "claim" in s.cue}
    assert posted == {"c", "p12s1", "p12s2"}


def test_reportedly_hedges_three_times(case):
    assert [s.passage for s in in_article(case.statements) if s.hedge == "reportedly"] == ["p01s1", "p11s1", "p12s1"]


def test_there_are_25_slips(case):
    assert [slip.id for slip in case.slips] == [f"x{n:02}" for n in range(1, 26)]


def test_after_the_strongest_answer_the_account_goes_on_for_116_words_or_the_slip_says_so(case):
    assert sum(UNITS[p][1] for p in ("p06s1", "p07s1", "p07s2", "p09s1")) == 116
    (slip,) = [slip for slip in case.slips if "116 words" in slip.what]
    assert slip.passages == ("p06s1", "p07s1", "p07s2", "p09s1")


def test_the_number_and_its_answers_are_words_apart(case):
    assert words_between(case, "h", "p03s1") == 154


def test_beyond_the_article_the_institute_rests_on_the_reporter_and_he_on_military_contacts(case):
    derived = {(r.from_, r.to) for r in case.relations if r.kind == "derives from"}
    contacts = next(s for s in case.statements if s.document == "o07" and "s19" in s.via and s.claim == "b13")

    assert ("p05-1", "p05-3") in derived
    assert ("p05-3", contacts.id) in derived


def test_the_documents_of_every_list_are_there(case):
    held = {d.id for d in case.documents}

    for letter, last in (("o", 26), ("m", 13), ("i", 12), ("c", 2)):
        assert {f"{letter}{n:02}" for n in range(1, last + 1)} - held == set()
    assert {"w01", "w02", "w03", "w04", "w06", "w07"} <= held


def test_every_document_that_was_read_says_something_and_has_an_address(shipped):
    carried = {s.document for s in shipped.statements}

    for document in shipped.documents:
        if document.how_known in {"read", "made up"}:
            assert document.address, document.id
            assert document.id in carried or "no statement is taken" in document.note, document.id


def test_a_counter_check_of_other_pictures_is_not_linked_as_an_answer(case):
    own = {s.id for s in case.statements if s.document == "w07"}
    own |= {c for s in case.statements if s.id in own for c in s.claims}
    attacks = [r for r in case.relations if r.kind in {"rebuts", "undercuts"} and r.to in {"k20", "k21"}]

    assert not [r.id for r in attacks if r.from_ in own]


def test_no_row_of_the_article_layer_holds_an_address(shipped):
    for table in set(TABLES) - {"documents", "article"}:
        for row, column, text in cells(shipped, table):
            if getattr(row, "layer", "article") == "article":
                assert not re.search(ADDRESS.pattern, text), (table, row.id, column.name)


def test_a_case_speaks_of_every_side_without_a_verdict_of_its_own(shipped):
    sides = []
    for table in TABLES:
        for row, column, text in cells(shipped, table):
            own = re.sub("|".join(NAMES), "", text)
            own = re.sub(r"“[^”]*”", "", own)
            if column.name not in PRINTED and TAKES_SIDES.search(own):
                sides.append((table, row.id, column.name))

    assert sides == []


def test_every_party_has_sources_in_the_article(case):
    assert Counter(s.party for s in in_article(case.sources) if s.party) == {"Russia": 3, "Ukraine": 2}


def test_the_title_is_a_question_and_there_is_a_content_note(case):
    assert case.article.title.endswith("?")
    assert "600" not in case.article.title
    assert "no pictures" in case.article.content_note


def test_no_text_of_the_case_shares_seven_words_in_a_row_with_the_article(case, article):
    def runs(text):
        words = re.findall(r"[^\W_]+", text.casefold())
        return {tuple(words[n : n + 7]) for n in range(len(words) - 6)}

    printed = runs(article)
    for table in TABLES:
        for row, column, text in cells(case, table):
            assert not runs(text) & printed, (table, row.id, column.name)


def test_the_anchors_belong_to_this_article(case, article):
    assert {f.how for f in find(case.passages, article)} == {"exactly"}
    assert load(SHIPPED).article.text_sha256 == case.article.text_sha256

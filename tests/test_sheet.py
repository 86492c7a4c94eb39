import inspect
import json
import re
from dataclasses import replace

import pytest

from whosays.case.model import RECORDS
from whosays.case.schema import schema
from whosays.show import sheet as module
from whosays.show.beyond import beyond
from whosays.show.clocks import clocks
from whosays.show.matrix import matrix
from whosays.show.method import method
from whosays.show.numbers import numbers
from whosays.show.reading import readings
from whosays.show.sheet import VERSION, sheet
from whosays.show.space import space
from whosays.show.whatif import whatif
from whosays.show.wording import wording

SWAP = {"Russia": "Ukraine", "Ukraine": "Russia", "Russian": "Ukrainian", "Ukrainian": "Russian"}
MARKS = {
    "Headline": "named named outlet",
    "Caption": "nobody nobody",
    "Par. 1": "named named named named outlet nobody",
    "Par. 2": "named named named named",
    "Par. 3": "answer",
    "Par. 4": "named named",
    "Par. 5": "answer outlet answer answer",
    "Par. 6": "named named named named",
    "Par. 7": "named named named named",
    "Par. 8": "named answer",
    "Par. 9": "named named named",
    "Par. 10": "caution caution outlet",
    "Par. 11": "nobody outlet nobody outlet outlet outlet",
    "Par. 12": "nobody outlet nobody nobody outlet",
}
WORDS = dict(zip(MARKS, [19, 22, 48, 59, 9, 24, 41, 32, 55, 28, 29, 20, 34, 65], strict=True))


@pytest.fixture(scope="module")
def shown(case):
    return sheet(case)


def keys(value):
    if isinstance(value, dict):
        for key, part in value.items():
            yield key
            yield from keys(part)
    elif isinstance(value, list):
        for part in value:
            yield from keys(part)


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def test_a_sheet_is_json_and_comes_back_from_it(shown):
    assert json.loads(json.dumps(shown, allow_nan=False)) == shown
    assert shown["version"] == VERSION


def test_the_same_case_gives_the_same_sheet_byte_by_byte(case, shown):
    assert json.dumps(sheet(case)) == json.dumps(shown)


def test_every_field_of_the_sheet_is_documented(case, shown):
    ids = {row.id for table in RECORDS for row in case.rows(table)}
    fields = set(keys(shown)) - ids - set(shown["labels"]) - {"number", "place", "date", "target", "presence", "whole"}
    views = (beyond, clocks, matrix, method, numbers, readings, space, whatif, wording)
    told = " ".join([module.__doc__, *(f"{inspect.getmodule(view).__doc__} {view.__doc__}" for view in views)])
    documented = set(re.findall(r"``([\w.]+)``", told))
    counted = {f for f in fields if re.fullmatch(r"[\d,]+", f)}  # combinations of sources

    assert fields - counted - documented <= {"article", "beyond", "layers"}


def test_the_article_is_measured(shown):
    article = shown["article"]

    counts = {"words": 491, "words_body": 444, "paragraphs": 12, "sentences": 17, "units": 20, "statements": 49}
    assert {key: article[key] for key in counts} == counts
    assert article["voices"] == 12
    assert article["facts"] == "bne IntelliNews, 9 January 2023. 491 words, 12 paragraphs, 49 statements."


def test_the_title_is_a_question(shown):
    assert shown["article"]["title"].endswith("?")


@pytest.mark.parametrize("label", MARKS)
def test_the_marks_of_a_row_say_who_speaks(shown, label):
    (row,) = [row for row in shown["rows"] if row["label"] == label]

    assert " ".join(mark["mark"] for mark in row["marks"]) == MARKS[label]
    assert row["words"] == f"{WORDS[label]} words"


def test_the_rows_are_the_article_in_order_and_each_statement_is_marked_once(case, shown):
    assert [row["label"] for row in shown["rows"]] == list(MARKS)
    marked = [mark["statement"] for row in shown["rows"] for mark in row["marks"]]
    assert marked == [s.id for s in case.statements if s.layer == "article"]
    assert set(marked) == set(shown["statements"])
    assert len(marked) == 49


def test_the_opening_sentence_counts_the_rows(shown):
    assert shown["layers"]["article"]["sentence"] == (
        "This is one text in 14 passages; each mark stands for one statement, and its shape tells who is speaking."
    )


@pytest.mark.parametrize(
    ("topic", "tally"),
    [
        ("Kramatorsk, the strike", "7 claims"),
        ("Makiivka, the earlier strike", "6 claims"),
        ("Kherson, the video", "4 claims"),
        ("Bakhmut, the pictures", "5 claims"),
        ("Both sides, in general", "2 claims"),
    ],
)
def test_a_topic_lists_its_claims(shown, topic, tally):
    (found,) = [t for t in shown["layers"]["article"]["topics"] if t["name"] == topic]

    assert found["tally"] == tally
    assert found["tally"] == f"{len(found['claims'])} claims"


def test_the_article_layer_holds_24_claims_and_5_answers_and_the_other_layer_all_of_them_and_more(case, shown):
    inside, beyond = (shown["layers"][layer]["claims"] for layer in ("article", "beyond"))

    assert len(inside) == 29
    assert set(inside) < set(beyond) == {claim.id for claim in case.claims}
    assert sum(c["number"].startswith("Claim ") for c in inside.values()) == 24
    assert sum(c["number"] == "An answer" for c in inside.values()) == 5


@pytest.mark.parametrize("layer", ["article", "beyond"])
def test_every_claim_has_a_sentence_a_question_and_a_table_that_fits(shown, layer):
    for claim in shown["layers"][layer]["claims"].values():
        assert claim["sentence"].endswith(".")
        assert claim["question"].endswith("?")
        assert claim["ask"]["prompt"].endswith("?")
        assert len(claim["table"]["rows"]) == len(claim["mentions"]) + len(claim["answers"])
        assert {len(row) for row in claim["table"]["rows"]} == {len(claim["table"]["columns"])}
        assert claim["said"] == f"said {len(claim['mentions'])}\N{MULTIPLICATION SIGN}"


@pytest.mark.parametrize("layer", ["article", "beyond"])
def test_the_opening_table_has_a_row_for_every_statement_of_the_article(shown, layer):
    table = shown["layers"][layer]["table"]

    assert len(table["rows"]) == 49
    assert {len(row) for row in table["rows"]} == {len(table["columns"])}


def test_every_statement_is_somewhere_in_the_sheet(case, shown):
    claims = shown["layers"]["beyond"]["claims"].values()
    told = {s for claim in claims for mention in claim["mentions"] for s in mention["statements"]}

    assert told == {s.id for s in case.statements}


def test_every_attack_of_a_layer_is_an_answer_in_it(case, shown):
    for layer in ("article", "beyond"):
        claims = shown["layers"][layer]["claims"]
        for relation in case.relations:
            if relation.kind == "rebuts" and (layer == "beyond" or relation.layer == "article"):
                gists = " ".join(a["gist"] for a in claims[relation.to]["answers"])
                assert relation.gist in gists, relation.id


def test_nothing_from_outside_is_in_the_article_layer(case, shown):
    text = json.dumps(shown["layers"]["article"], ensure_ascii=False)

    assert "http" not in text
    assert '"beyond"' not in text
    for document in case.documents:
        assert document.finding not in text
        assert f'"{document.id}"' not in text


def test_an_outside_card_has_address_date_and_how_it_is_known(case, shown):
    documents = case.document_by_id
    for claim in shown["layers"]["beyond"]["claims"].values():
        for card in [c for c in claim["mentions"] + claim["answers"] if "document" in c]:
            row = documents[card["document"]]
            assert card["address"] == row.address
            assert card["published"] == str(row.published or "")
            assert card["known"]
            assert card["word"]


def test_ids_named_in_the_sheet_are_in_the_sheet(shown):
    sources, passages = set(shown["sources"]), {p["id"] for p in shown["passages"]}
    for layer in shown["layers"].values():
        assert {c for topic in layer["topics"] for c in topic["claims"]} <= set(layer["claims"])
        for claim in layer["claims"].values():
            assert {*claim["voices"], *claim["roots"]} <= sources
            for card in claim["mentions"] + claim["answers"]:
                assert card["by"] in sources | {""}
                assert card.get("passage", "h") in passages


def test_the_first_question_asks_for_the_roots_of_the_number(shown):
    assert shown["first_question"]["claim"] == "k01"
    assert shown["first_question"]["prompt"].endswith("?")


def test_a_case_without_questions_asks_nothing_first(case):
    assert sheet(replace(case, questions=()))["first_question"] is None


def test_a_case_of_the_article_alone_has_a_sheet(case):
    inside = {s.id for s in case.statements if s.layer == "article"}
    alone = replace(
        case,
        statements=tuple(s for s in case.statements if s.id in inside),
        claims=tuple(c for c in case.claims if c.layer == "article"),
        relations=tuple(r for r in case.relations if r.layer == "article"),
        figures=tuple(f for f in case.figures if f.layer == "article"),
        documents=(),
    )
    both = sheet(alone)["layers"]

    assert both["article"]["claims"] == sheet(case)["layers"]["article"]["claims"]
    assert set(both["beyond"]["claims"]) == set(both["article"]["claims"])


def swapped(text):
    return re.sub(r"\b(Russian|Ukrainian|Russia|Ukraine)", lambda match: SWAP[match[0]], text)


def test_swapping_the_parties_by_name_changes_nothing_but_the_names(case, shown):
    def row(table, old):
        texts = [c.attribute for c in schema()[table].columns if c.type == "text"]
        return replace(old, **{name: swapped(getattr(old, name)) for name in texts})

    tables = {table: tuple(row(table, old) for old in case.rows(table)) for table in RECORDS if table != "article"}
    other = sheet(replace(case, **tables, article=row("article", case.article)))

    assert other != shown
    assert json.loads(swapped(json.dumps(other, ensure_ascii=False)))["layers"] == mended(shown)


def mended(shown):
    """Return the layers as they are when addresses, which keep their names, are swapped as the rest is."""
    layers = json.dumps(shown["layers"], ensure_ascii=False)
    addresses = {a for a in strings(shown["layers"]) if a.startswith("http")}
    for address in addresses:
        layers = layers.replace(f'"{address}"', f'"{swapped(address)}"')
    return json.loads(layers)


def test_other_ids_change_nothing_but_the_ids(case, shown):
    names = {row.id: f"zz{n}" for n, row in enumerate(r for table in RECORDS for r in case.rows(table))}

    def value(column, old):
        if column.type == "id":
            return names.get(old, old)
        if column.type == "ids":
            return tuple(":".join([*item.split(":")[:-1], names[item.split(":")[-1]]]) for item in old)
        if column.name == "derived":  # a formula over ids
            return re.sub(r"f\d+", lambda match: names[match[0]], old)
        return old

    def row(table, old):
        return replace(old, **{c.attribute: value(c, getattr(old, c.attribute)) for c in schema()[table].columns})

    tables = {table: tuple(row(table, old) for old in case.rows(table)) for table in RECORDS if table != "article"}
    back = {new: old for old, new in names.items()}
    text = json.dumps(sheet(replace(case, **tables)), ensure_ascii=False)

    assert json.loads(re.sub(r"zz\d+", lambda match: back[match[0]], text)) == shown


def test_hostile_text_stays_the_text_it_is(case):
    evil = '<script>alert(1)</script>=HYPERLINK("x")\u202e'
    other = replace(case, claims=tuple(replace(c, proposition=evil) if c.id == "k01" else c for c in case.claims))

    assert sheet(other)["layers"]["article"]["claims"]["k01"]["proposition"] == evil


def test_a_paragraph_that_states_nothing_is_still_a_row_to_be_read(case):
    silent = replace(case, statements=tuple(s for s in case.statements if not s.passage.startswith("p03")))
    rows = {row["label"]: row for row in sheet(silent)["rows"]}

    assert rows["Par. 3"]["marks"] == []
    assert rows["Par. 3"]["gist"]
    assert "Byline" not in rows
    assert "in 14 passages" in sheet(silent)["layers"]["article"]["sentence"]

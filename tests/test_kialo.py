"""Kialo in: a tree of pro and con becomes claims, statements, relations and documents, or every fault is named."""

from random import Random
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mangle import hostile, spoilt
from spoil import edit, rows
from test_fuzz import assert_they_teach
from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework
from whosays.case.errors import CaseError
from whosays.case.load import load
from whosays.cli import FAULTS, main
from whosays.exchange.bring import bring_case
from whosays.exchange.discussion import MAX_BYTES
from whosays.exchange.kialo import read_kialo
from whosays.exchange.left import Left

MANY = settings(deadline=None, max_examples=80, suppress_health_check=list(HealthCheck))
FERRY = """Discussion Title: Should the ferry sail in autumn?

1. The ferry to Aldersund should not sail in autumn.
1.1. Con: Patients need it ([timetable](https://example.org/ferry_\\(boat\\))).
It sails twice a day:
1. in the morning
2. at night
1.1.1. Pro: Most of them travel on a weekday, says https://example.org/count.
1.1.1.1. Con: -> See 1.2.
1.2. Pro: Waves are higher than in summer.
1.2.1. Con: Not in *every* year \\[so far\\].
1.3. Con: -> See 1.1.1.
"""


@pytest.fixture
def brought(tmp_path):
    """Return the rows of a text as a Kialo file, by table and id, and what was left out."""

    def read(text):
        file, left = tmp_path / "talk.txt", Left("a case")
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        tables = read_kialo(file, left)
        return {name: {row["id"]: row for row in found} for name, found in tables.items()}, left.sentences()

    return read


def refused(brought, text):
    """Return line, finding and remedy of each fault with which a text is refused."""
    with pytest.raises(CaseError) as caught:
        brought(text)
    assert_they_teach(caught.value.faults)
    return [(fault.line, fault.found, fault.expected) for fault in caught.value.faults]


def test_claims_keep_their_number_in_the_tree(brought):
    found, left = brought(FERRY)

    assert list(found["claims"]) == ["k1", "k1-1", "k1-1-1", "k1-2", "k1-2-1"]
    assert found["claims"]["k1-2"]["proposition"] == "Waves are higher than in summer."
    assert found["claims"]["k1-2"]["note"] == "Kialo 1.2."
    assert [row["role"] for row in found["claims"].values()] == ["claim", *["answer"] * 4]
    assert left == ()


def test_the_title_is_that_of_the_article(brought):
    found, _ = brought(FERRY)

    assert found["article"]["kialo"]["title"] == "Should the ferry sail in autumn?"
    assert {row["topic"] for row in found["claims"].values()} == {"Should the ferry sail in autumn?"}


def test_pro_supports_and_con_rebuts_what_stands_above(brought):
    found, _ = brought(FERRY)
    edges = {(row["from"], row["kind"], row["to"]) for row in found["relations"].values()}

    assert edges == {
        ("k1-1", "rebuts", "k1"),
        ("k1-1-1", "supports", "k1-1"),
        ("k1-2", "rebuts", "k1-1-1"),
        ("k1-2", "supports", "k1"),
        ("k1-2-1", "rebuts", "k1-2"),
        ("k1-1-1", "rebuts", "k1"),
    }


def test_words_go_on_over_several_lines_and_may_hold_a_list_of_their_own(brought):
    found, _ = brought(FERRY)

    assert found["claims"]["k1-1"]["proposition"].endswith("twice a day:\n1. in the morning\n2. at night")


def test_links_become_documents_and_marks_of_markdown_go(brought):
    found, _ = brought(FERRY)
    documents = list(found["documents"].values())

    assert [(row["title"], row["address"], row["publisher"]) for row in documents] == [
        ("timetable", "https://example.org/ferry_(boat)", "example.org"),
        ("https://example.org/count", "https://example.org/count", "example.org"),
    ]
    assert documents[1]["note"] == "Linked from 1.1.1."
    assert found["claims"]["k1-1"]["proposition"].startswith("Patients need it (timetable).")
    assert found["claims"]["k1-1-1"]["proposition"] == "Most of them travel on a weekday, says example.org."
    assert found["claims"]["k1-2-1"]["proposition"] == "Not in *every* year [so far]."


def test_passages_run_on_and_count_the_words(brought):
    found, _ = brought(FERRY)
    first = 1
    for passage, claim in zip(found["passages"].values(), found["claims"].values(), strict=True):
        assert (int(passage["first_word"]), int(passage["words"])) == (first, len(claim["proposition"].split()))
        first += int(passage["words"])
    assert found["article"]["kialo"]["words"] == str(first - 1)


def test_the_newer_form_with_thesis_question_blank_lines_and_sources(brought):
    found, left = brought("""Discussion Title: Ferry

Question: Should it sail?

1. Thesis: It should not. [1]

  1.1. Pro: Waves are high. [2] [3]

    1.1.1. Con: Not all of them.

Sources:

[1] The timetable https://example.org/a
[2] https://www.example.org/b
[3] A book about waves
""")

    assert [row["proposition"] for row in found["claims"].values()] == [
        "It should not.", "Waves are high.", "Not all of them.",
    ]  # fmt: skip
    assert [(row["title"], row["address"], row["publisher"]) for row in found["documents"].values()] == [
        ("The timetable", "https://example.org/a", "example.org"),
        ("https://www.example.org/b", "https://www.example.org/b", "example.org"),
    ]
    assert found["article"]["kialo"]["note"] == "Its question: Should it sail?"
    assert left == ("1 link was left out: no address that begins with http:// or https://.",)


def test_several_theses_are_parts_of_the_question_above_them(brought):
    found, _ = brought("Discussion Title: F\n\n1. Where to?\n1.1. North.\n1.1.1. Pro: Near.\n1.2. South.\n")

    assert {name: row["part_of"] for name, row in found["claims"].items()} == {
        "k1": "", "k1-1": "k1", "k1-1-1": "", "k1-2": "k1",
    }  # fmt: skip
    assert [row["kind"] for row in found["relations"].values()] == ["supports"]


def test_sources_in_the_words_of_a_claim_are_words(brought):
    found, _ = brought("Discussion Title: F\n\n1. A thesis.\nSources:\na letter\n1.1. Pro: Because.\n")

    assert found["claims"]["k1"]["proposition"] == "A thesis.\nSources:\na letter"
    assert "k1-1" in found["claims"]


def test_every_fault_is_named_at_once_with_its_line(brought):
    found = refused(
        brought,
        "Ferry\n1. A thesis.\n1.1. Gegen: It is not.\n1.2.1. Pro: Without one above.\n1.1. Con: Twice.\n1.3. Pro:\n"
        "1.4. Con: -> See 1.9.\n1.5. Con: -> See 1.\n1.1.1. no word\n1.6. Pro: -> See 1.7.\n1.7. Pro: -> See 1.6.\n",
    )

    assert found == [
        (1, '"Ferry"', "Discussion Title: and the title"),
        (3, '"Gegen:"', "Pro: or Con: after the number"),
        (4, '"1.2.1."', "1.2. before it"),
        (5, '"1.1."', "a number of its own"),
        (6, "no words", "the words of the claim"),
        (7, '"-> See 1.9."', "the number of another claim in this file"),
        (8, '"-> See 1."', "another claim than the one above"),
        (9, "neither of the two", "Pro: or Con: after the number"),
        (10, '"-> See 1.7."', "the number of another claim in this file"),
        (11, '"-> See 1.6."', "the number of another claim in this file"),
    ]


def test_a_claim_beside_pro_and_con_must_say_which_it_is(brought):
    found = refused(brought, "Discussion Title: F\n\n1. A thesis.\n1.1. Pro: Because.\n1.2. Nothing before it.\n")

    assert found == [(5, "neither of the two", "Pro: or Con: after the number")]


def test_a_discussion_that_begins_with_a_pro_has_no_thesis(brought):
    assert refused(brought, "Discussion Title: F\n\n1. Pro: Because.\n") == [(3, '"Pro:"', "a thesis")]


@pytest.mark.parametrize("text", ["Discussion Title: Ferry\n", "Discussion Title: Ferry\n\nOnly words.\n"])
def test_a_title_alone_is_no_discussion(brought, text):
    assert refused(brought, text) == [(0, "no claim", "1. and the thesis of the discussion")]


@pytest.mark.parametrize(
    ("word", "kind"), [("PRO", "supports"), ("Contra", "rebuts"), ("Contre", "rebuts"), ("Проти", "rebuts")]
)
def test_pro_and_con_are_known_in_further_languages(brought, word, kind):
    found, _ = brought(f"Discussion Title: F\n\n1. A thesis.\n1.1. {word}: Because.\n")

    assert found["relations"]["e1-1"]["kind"] == kind


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_and_a_byte_order_mark_are_read(brought, mark, end):
    assert brought(FERRY.replace("\n", end).encode(mark)) == brought(FERRY)


def test_another_encoding_is_named_with_its_line(brought):
    found = refused(brought, FERRY.replace("Waves", "Wäves").encode("cp1252"))

    assert found == [(10, "byte 0xe4", "text in UTF-8")]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff"])
def test_an_empty_file_is_no_discussion(brought, text):
    assert refused(brought, text) == [(0, "an empty file", "a discussion")]


def test_a_file_of_any_size_is_refused_unread(tmp_path):
    file = tmp_path / "huge.txt"
    with file.open("wb") as out:
        out.truncate(MAX_BYTES * 10)
    began = process_time()
    with pytest.raises(CaseError, match="found 200 MB, expected at most 20 MB"):
        read_kialo(file, Left("a case"))
    assert process_time() - began < 1


def test_a_long_discussion_a_deep_one_and_a_long_way_of_references_are_read_in_linear_time(brought):
    wide = "".join(f"1.{n}. Pro: Because of [this](https://example.org/{n}).\n" for n in range(1, 20_001))
    deep = "".join(f"{'1.' * n} Con: No.\n" for n in range(2, 700))
    way = "".join(f"1.{n}. Pro: -> See 1.{n + 1}.\n" for n in range(1, 20_000)) + "1.20000. Pro: Because.\n"
    began = process_time()
    for lines, table, count in ((wide, "relations", 20_000), (deep, "claims", 699), (way, "relations", 20_000)):
        assert len(brought(f"Discussion Title: F\n\n1. A thesis.\n{lines}")[0][table]) == count
    assert process_time() - began < 10


@pytest.mark.parametrize(
    "odd", ["[" * 50_000, "[a](" * 20_000, "\\" * 50_000, "[a](https://b/(" * 10_000, "(" * 50_000]
)
def test_words_full_of_brackets_take_no_longer(brought, odd):
    began = process_time()
    brought(f"Discussion Title: F\n\n1. A thesis {odd}\n")
    assert process_time() - began < 2


@MANY
@given(st.integers(0, 10**9))
def test_whatever_tree_is_written_is_read_again(tmp_path_factory, seed):
    chance, file = Random(seed), tmp_path_factory.mktemp("talk") / "talk.txt"
    words, edges, lines = {"1": "A thesis."}, set(), ["Discussion Title: F", "", "1. A thesis."]
    for _ in range(chance.randrange(12)):
        above = chance.choice(sorted(words))
        number = f"{above}.{1 + sum(name.startswith(above + '.') for name in words) + len(lines)}"
        kind = chance.choice(("Pro", "Con"))
        words[number] = f"Words {chance.randrange(99)}\nand more\n\n3.5 km"
        lines.append(f"{'  ' * chance.randrange(3)}{number}. {kind}: {words[number]}")
        edges.add((number, kind, above))
    for number in range(900, 900 + chance.randrange(4)):
        goal, above = (chance.choice(sorted(words)) for _ in range(2))
        if goal != above:
            lines.append(f"{above}.{number}. Con: -> See {goal}.")
            edges.add((goal, "Con", above))
    file.write_text("\n".join(lines), encoding="utf-8")
    found = read_kialo(file, Left("a case"))

    named = {f"k{number.replace('.', '-')}": text for number, text in words.items()}
    kinds = {"supports": "Pro", "rebuts": "Con"}
    assert {row["id"]: row["proposition"] for row in found["claims"]} == named
    assert {(row["from"], kinds[row["kind"]], row["to"]) for row in found["relations"]} == {
        (f"k{a.replace('.', '-')}", kind, f"k{b.replace('.', '-')}") for a, kind, b in edges
    }


@MANY
@given(st.randoms(use_true_random=False))
def test_whatever_the_file_holds_it_is_read_or_refused_with_faults_that_teach(tmp_path_factory, chance):
    place = tmp_path_factory.mktemp("talk")
    lines = FERRY.split("\n")
    for _ in range(chance.randrange(3)):
        begin = chance.choice(("", "1.", "1.1.9. Con: ", "[a]("))
        lines.insert(chance.randrange(len(lines)), begin + hostile(chance))
    (place / "talk.txt").write_bytes(spoilt(chance, {"talk.txt": "\n".join(lines)})["talk.txt"])
    faults = ()
    try:
        done, left = bring_case(place / "talk.txt", "kialo", place / "case")
    except CaseError as error:
        faults = error.faults
        assert not (place / "case").exists()
    else:
        assert done.written
        assert all(sentence.isprintable() for sentence in left.sentences())
        faults = done.faults
    assert_they_teach(faults)  # a draft has some always: nobody told when it was published


def test_a_filled_draft_is_a_sound_case(tmp_path):
    (tmp_path / "talk.txt").write_text(FERRY, encoding="utf-8")
    done, _ = bring_case(tmp_path / "talk.txt", "kialo", tmp_path / "case")
    blank = {(fault.file.rpartition("/")[2].removesuffix(".csv"), fault.column) for fault in done.faults}

    assert blank == {
        ("article", "published"), ("article", "address"), ("article", "language"), ("article", "content_note"),
        ("claims", "question"), ("claims", "subject"), ("claims", "kind"),
        ("documents", "finding"), ("documents", "quality"),
    }  # fmt: skip
    told = {"published": "2024", "address": "https://example.org/", "language": "en", "question": "Is it so?",
            "kind": "assessment", "quality": "original"}  # fmt: skip
    for table, column in blank:
        for record in rows(tmp_path / "case", table)[1:]:
            edit(tmp_path / "case", table, record[0], column, told.get(column, "In own words."))
    case = load(tmp_path / "case")
    assert len(case.claims) == 5
    assert Framework(Trace(case, "article")).standing("k1-2-1").word == "unchallenged"


def test_the_command_brings_a_discussion_into_a_new_case(tmp_path, capsys):
    (tmp_path / "talk.txt").write_text(FERRY, encoding="utf-8")

    assert main(["import", str(tmp_path / "talk.txt"), str(tmp_path / "case"), "--from", "kialo"]) == FAULTS
    printed = capsys.readouterr()
    assert "claims (0 rows, now 5)" in printed.out
    assert "was written as a draft with" in printed.err
    assert printed.err.endswith(
        f"; mend them in its tables, and see what is left: whosays check {tmp_path / 'case'}.\n"
    )
    assert len(rows(tmp_path / "case", "claims")) == 6


def test_the_command_says_every_fault_and_writes_nothing(tmp_path, capsys):
    (tmp_path / "talk.txt").write_text(FERRY.replace("Con: Not", "Gegen: Not"), encoding="utf-8")

    assert main(["import", str(tmp_path / "talk.txt"), str(tmp_path / "case"), "--from", "kialo"]) == FAULTS
    assert 'talk.txt:11: found "Gegen:", expected Pro: or Con: after the number.' in capsys.readouterr().err
    assert not (tmp_path / "case").exists()

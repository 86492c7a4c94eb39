import random
import re
from dataclasses import replace
from itertools import pairwise
from textwrap import fill

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spoil import place
from whosays.case.anchor import MAX_BYTES, anchored, find, read_copy
from whosays.case.errors import CaseError
from whosays.case.model import Article, Case, Date, Passage

SEEDS = range(100)
NEAR = 5  # words that a start may be off before the place counts as wrong; the longest passage has 59 words
BOILERPLATE = (
    "Sign up for our morning letter and read the day in five minutes. You can leave the list whenever you wish.",
    "More from this section: ten islands to visit by ferry, what the harbour master keeps in his drawer, and our quiz.",
)
OWN = """The ferry to Aldersund stays in harbour

By our correspondents

The ferry between Aldersund and the mainland will not sail before Friday, its operator said on Tuesday, because a \
crack was found in the “starboard engine mount” during a routine check. About 340 passengers had booked a place.

The mayor of Aldersund called the decision “hasty and badly explained” and asked the operator for the report of the \
engineer. Nobody answered.

A spokeswoman for the operator said the crack was eleven centimetres long, and that no captain would take such a ship \
out in autumn. According to the union of seamen, the crack had been known since August, and two of its members had \
written to the operator about it. The operator denied that any letter had come.

On the quay, people waited with boxes of fish that would not keep. One fisherman, who has crossed the sound for thirty \
years, said he had seen worse cracks and calmer managers. The coast guard offered its own boat for patients and for \
children on their way to school, twice a day and free of charge.

The engineer who found the crack did not wish to speak. His report is expected to be made public next week, the \
ministry of transport said, though it did not name a day.
"""


def units(text):
    """Return (role, paragraph, sentence, words) of each passage of a text of our own: headline, byline, sentences."""
    blocks = [block.split() for block in text.split("\n\n")]
    yield "headline", None, None, blocks[0]
    yield "byline", None, None, blocks[1]
    for number, block in enumerate(blocks[2:], 1):
        for count, sentence in enumerate(re.split(r"(?<=[.!?])\s+", " ".join(block)), 1):
            yield "sentence", number, count, sentence.split()


def case_of(text):
    """Return an unanchored case with the passages of a text of our own."""
    first, passages = 1, []
    for index, (role, paragraph, sentence, words) in enumerate(units(text)):
        passages.append(Passage(f"u{index}", role, paragraph, sentence, first, len(words), 0, "gist", "", ""))
        first += len(words)
    day = Date.parse("2026")
    article = Article("own", "Us", "", day, "https://x.example", "en", None, "", "What sails?", "None.", "")
    return Case("own", "", article, tuple(passages))


@pytest.fixture(scope="module")
def own():
    return anchored(case_of(OWN), OWN).passages


def disturbed(passages, text, seed, *, change="replace", share=0.03, cut=0):
    """Return a copy of a text as a reader might have it, and where each passage begins in it (0: cut away).

    It is wrapped anew at 60 columns, has straight quotation marks, two added paragraphs, some words changed, and
    some paragraphs cut.
    """
    chance = random.Random(seed)
    straight = text.translate(str.maketrans("\u201c\u201d\u2018\u2019", "\"\"''"))
    blocks, number = [], 0
    for line in straight.splitlines():
        if line.split():
            blocks.append([(word, number + n) for n, word in enumerate(line.split())])
            number += len(line.split())
    struck = set(chance.sample(range(number), round(share * number)))
    blocks = [[pair for item in block for pair in change_word(item, struck, change, chance)] for block in blocks]
    for _ in range(cut):
        blocks.pop(chance.randrange(len(blocks)))
    for extra in BOILERPLATE:
        blocks.insert(chance.randrange(len(blocks) + 1), [(word, -1) for word in extra.split()])
    copy = "\n\n".join(
        fill(" ".join(w for w, _ in block), 60, break_long_words=False, break_on_hyphens=False)
        for block in blocks
        if block
    )
    origins = [origin for block in blocks for _, origin in block]
    return copy, {p.id: begin(p, origins) for p in passages}


def change_word(item, struck, change, chance):
    origin = item[1]
    if origin not in struck:
        return [item]
    other = "".join(chance.choices("bdfgklmnprstvz", k=6))
    return {"replace": [(other, origin)], "drop": [], "insert": [item, (other, -1)]}[change]


def begin(passage, origins):
    """Return where a passage begins in a copy, from 1: where its first word that is left would make it begin."""
    for offset in range(passage.words):
        if passage.first_word - 1 + offset in origins:
            return origins.index(passage.first_word - 1 + offset) + 1
    return 0


def tally(passages, text, **how):
    """Return how many passages were found, how many were there, and which were found in a wrong place."""
    found, there, wrong = 0, 0, []
    for seed in SEEDS:
        copy, truth = disturbed(passages, text, seed, **how)
        tokens = [match.start() for match in re.finditer(r"\S+", copy)]
        for hit in find(passages, copy):
            there += truth[hit.passage] > 0
            if hit.how == "not found":
                continue
            assert hit.start == tokens[hit.first_word - 1]
            found += truth[hit.passage] > 0
            if not truth[hit.passage] or abs(hit.first_word - truth[hit.passage]) > NEAR:
                wrong.append((seed, hit.passage, hit.first_word, truth[hit.passage]))
    return found, there, wrong


def test_every_passage_of_the_article_is_found_exactly(case, article):
    found = find(case.passages, article)

    assert [f.passage for f in found] == [p.id for p in case.passages]
    assert {f.how for f in found} == {"exactly"}
    assert [f.first_word for f in found] == [p.first_word for p in case.passages]


def test_the_article_measures_as_the_case_says(case, article):
    assert anchored(case, article) == case


def test_line_breaks_and_straight_quotation_marks_alone_leave_every_passage_exact(case, article):
    copy, _ = disturbed(case.passages, article, 1, share=0)

    assert {f.how for f in find(case.passages, copy)} == {"exactly"}


@pytest.mark.parametrize("change", ["replace", "drop", "insert"])
def test_with_3_percent_of_the_words_changed_95_percent_are_found_and_none_wrongly(case, article, change):
    found, there, wrong = tally(case.passages, article, change=change)

    assert there == 2000
    assert wrong == []
    assert found / there >= 0.95


def test_with_paragraphs_cut_what_is_left_is_found_and_nothing_else(case, article):
    found, there, wrong = tally(case.passages, article, cut=4)

    assert there < 2000
    assert wrong == []
    assert found / there >= 0.95


def test_in_a_text_of_our_own_95_percent_are_found_and_none_wrongly(own):
    found, there, wrong = tally(own, OWN)

    assert there == len(own) * len(SEEDS)
    assert wrong == []
    assert found / there >= 0.95


def test_in_a_text_of_our_own_with_paragraphs_cut_nothing_is_found_wrongly(own):
    found, there, wrong = tally(own, OWN, cut=3)

    assert wrong == []
    assert found / there >= 0.9


def test_a_sentence_of_two_words_is_found_exactly_between_its_neighbours(own):
    short = next(p for p in own if p.words == 2)
    hit = next(f for f in find(own, OWN) if f.passage == short.id)

    assert OWN[hit.start : hit.end] == "Nobody answered."
    assert hit.how == "exactly"


def test_every_passage_of_our_own_text_is_found_where_it_stands(own):
    for hit, unit in zip(find(own, OWN), units(OWN), strict=True):
        assert OWN[hit.start : hit.end].split() == unit[3]


def test_anchors_hold_hashes_and_offsets_and_no_word_of_the_text(own):
    for passage in own:
        assert re.fullmatch(r"\*:[0-9a-f]{8}( \d+:[0-9a-f]{8}){0,6}", passage.anchor)


def test_anchoring_measures_words_quoted_words_and_the_hash(own):
    case = anchored(case_of(OWN), OWN)

    assert case.article.words == len(OWN.split()) == sum(p.words for p in own)
    assert re.fullmatch(r"[0-9a-f]{64}", case.article.text_sha256)
    assert sum(p.quoted for p in own) == 7


@pytest.mark.parametrize(("opening", "closing"), ["“”", '""', "„“", "«»"])
def test_quoted_words_are_counted_in_every_kind_of_double_quotation_mark(opening, closing):
    text = OWN.replace("“", opening).replace("”", closing)

    assert sum(p.quoted for p in anchored(case_of(text), text).passages) == 7


def test_another_copy_than_the_annotated_one_is_one_fault(own):
    case = replace(case_of(OWN), passages=own)
    with pytest.raises(CaseError) as caught:
        anchored(case, OWN + " One more.")

    (fault,) = caught.value.faults
    assert place(fault) == ("passages.csv", 0, "words")
    assert str(len(OWN.split()) + 2) in fault.expected


@pytest.mark.parametrize("copy", ["", " \n", "x", "Nothing of this has to do with any boat at all."])
def test_in_a_text_that_is_not_the_article_nothing_is_found(own, copy):
    found = find(own, copy)

    assert {(f.how, f.start, f.end, f.first_word) for f in found} == {("not found", -1, -1, 0)}
    assert len(found) == len(own)


def test_passages_without_anchors_are_not_found(own):
    bare = [replace(p, anchor="") for p in own]

    assert {f.how for f in find(bare, OWN)} == {"not found"}


def test_another_article_of_the_same_words_in_another_order_is_not_taken_for_it(own):
    words = OWN.split()
    random.Random(4).shuffle(words)

    assert {f.how for f in find(own, " ".join(words))} == {"not found"}


def test_a_copy_that_holds_the_article_twice_finds_each_passage_once_and_in_order(own):
    found = find(own, OWN + "\n\n" + OWN)

    assert "not found" not in {f.how for f in found}
    assert [f.start for f in found] == sorted(f.start for f in found)


def test_a_boilerplate_paragraph_in_the_place_of_a_passage_is_not_taken_for_it(own):
    gone = next(p for p in own if p.words == 19)
    words = OWN.split()
    words[gone.first_word - 1 : gone.first_word - 1 + gone.words] = BOILERPLATE[1].split()
    hit = next(f for f in find(own, " ".join(words)) if f.passage == gone.id)

    assert hit.how == "not found"


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_found_passages_never_overlap_and_keep_their_order(own, data):
    words = re.findall(r"\S+\s*", OWN)
    for _ in range(data.draw(st.integers(0, 6))):
        start = data.draw(st.integers(0, len(words)))
        stop = start + data.draw(st.integers(0, 40))
        piece = words[start:stop]
        del words[start:stop]
        if data.draw(st.booleans()):
            where = data.draw(st.integers(0, len(words)))
            words[where:where] = piece
    copy = "".join(words)

    found = [f for f in find(own, copy) if f.how != "not found"]

    for before, after in pairwise(found):
        assert before.end <= after.start, (before, after)
    for hit in found:
        assert 0 <= hit.start < hit.end <= len(copy)
        assert len(copy[: hit.start].split()) + 1 == hit.first_word


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=400))
def test_whatever_is_pasted_is_searched_without_an_error(own, text):
    assert len(find(own, text)) == len(own)


def test_soft_hyphens_case_and_width_do_not_hide_a_passage(own):
    copy = OWN.upper().replace("CRACK", "CR\u00adACK").replace("340", "\uff13\uff14\uff10")

    assert {f.how for f in find(own, copy) if next(p for p in own if p.id == f.passage).words > 2} == {"exactly"}


def test_a_copy_is_read_with_or_without_a_byte_order_mark(tmp_path):
    file = tmp_path / "copy.txt"
    file.write_text(OWN, encoding="utf-8-sig")

    assert read_copy(file) == OWN


@pytest.mark.parametrize(
    ("content", "found", "remedy"),
    [
        (b"", "an empty file", "Paste the article"),
        (b" \n\t\n", "an empty file", "Paste the article"),
        ("Zürich".encode("cp1252"), "byte 0xfc", "UTF-8"),
        ("Zürich".encode("utf-16"), "byte 0xff", "UTF-8"),
        (b"x" * (MAX_BYTES + 1), "2 MB", "Give the article alone"),
    ],
    ids=["empty", "blank", "cp1252", "utf-16", "too long"],
)
def test_a_copy_that_cannot_be_used_is_one_fault(tmp_path, content, found, remedy):
    file = tmp_path / "copy.txt"
    file.write_bytes(content)
    with pytest.raises(CaseError) as caught:
        read_copy(file)

    (fault,) = caught.value.faults
    assert place(fault) == ("copy.txt", 0, "")
    assert fault.found == found
    assert remedy in fault.remedy


def test_a_copy_that_is_not_there_is_an_os_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_copy(tmp_path / "nothing.txt")

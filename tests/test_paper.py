import os
import re
import stat
from copy import deepcopy
from dataclasses import replace
from html import unescape

import pytest

from test_one_file_page import HOSTILE, Tags, hostile
from test_sentences import TAKES_SIDES
from whosays.case.load import load, shipped_cases
from whosays.case.model import FITS, Question
from whosays.cli import FAULTS, FINE, USAGE, main
from whosays.show.explorer import MODULE
from whosays.show.language import Terms, Words, speaking
from whosays.show.paper import pdf as printing
from whosays.show.paper.build import SIGNS, el
from whosays.show.paper.card import cards
from whosays.show.paper.document import LESSONS, SIZES, paper
from whosays.show.paper.pdf import EndingError, NoPdfError, _places, _sandbox, write_paper
from whosays.show.paper.question import asked
from whosays.show.sentences import LABELS
from whosays.show.sentences import paper as say
from whosays.show.sentences.cards import OPTIONS
from whosays.show.sheet import sheet

CASES = shipped_cases()
HIDDEN = "for the key alone"
ITEMS = (
    ("count roots", "How many independent sources are there?", "", "", ""),
    ("choose answer", "Which answer was there?", "", "the one who saw", ""),
    ("choose one", "Who says it?", "the ministry | the outlet", "the ministry", ""),
    ("number", "By how many do they differ?", "", "311", "300..320"),
    ("write", "What would you ask?", "", "", "a question on who counted"),
    ("fits the text", "The article names its photographer.", "", "does not fit the text", ""),
)
HALF = "for a; do case $a in --print-to-pdf=*) printf %%PDF- > ${a#*=};; esac; done"
BANK = tuple(
    Question(
        f"q{n}", 2, "lesson", "k01", kind, prompt, options, answer, range_, f"turn {n}", f"reply {n}", "article", ""
    )
    for n, (kind, prompt, options, answer, range_) in enumerate(ITEMS, 50)
)


@pytest.fixture(scope="module")
def sheets():
    return {name: sheet(load(name)) for name in CASES}


@pytest.fixture(scope="module")
def data(sheets):
    return sheets["kramatorsk-2023"]


def text_of(html):
    return unescape(re.sub(r"<[^>]+>", " ", html.partition("<body>")[2]))


def sealed(data):
    """Return a sheet in which everything that a student should find out is something else."""
    own = deepcopy(data)
    for claim in own["layers"]["article"]["claims"].values():
        claim |= {"standing": HIDDEN, "path": HIDDEN, "roots_shown": HIDDEN, "sentence": HIDDEN, "audit": HIDDEN}
        claim["bench"] = HIDDEN
        for mention in claim["mentions"]:
            mention |= {"by_name": HIDDEN, "basis_text": HIDDEN}
        for answer in claim["answers"]:
            answer["meets"] = dict.fromkeys(answer["meets"], HIDDEN)
            answer |= {"basis_text": HIDDEN, "match": HIDDEN}
    view = own["layers"]["article"]["numbers"]
    view |= {"sentence": HIDDEN, "groups": HIDDEN, "checks": HIDDEN, "warning": HIDDEN}
    view["table"]["rows"] = [[*row[:7], HIDDEN, HIDDEN] for row in view["table"]["rows"]]
    for row in view["clocks"]["rows"]:
        for box in row["boxes"]:
            box |= {"from": HIDDEN, "to": HIDDEN, "undated": HIDDEN, "text": HIDDEN}
    whatif = own["layers"]["article"]["whatif"]
    whatif["linchpins"] = HIDDEN
    whatif["claims"] = dict.fromkeys(whatif["claims"], HIDDEN)
    for root in whatif["roots"]:
        root |= {"rests": HIDDEN, "linchpin": HIDDEN}
    beyond = own["beyond"]
    return own | {"beyond": dict.fromkeys(beyond, HIDDEN) | {"cards": beyond["cards"]}}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("lesson", LESSONS)
def test_no_answer_that_the_sheet_holds_changes_anything_on_a_student_sheet(sheets, name, lesson):
    questions = load(name).questions

    assert paper(sealed(sheets[name]), questions, lesson) == paper(sheets[name], questions, lesson)


def test_no_key_of_the_item_bank_changes_anything_on_a_student_sheet(data):
    other = tuple(replace(q, answer=HIDDEN, range=HIDDEN, wrong_turn=HIDDEN, feedback=HIDDEN) for q in BANK)

    assert paper(data, other, 2) == paper(data, BANK, 2)


def test_a_student_sheet_has_a_place_to_answer_for_every_kind_of_question(data):
    shown = text_of(paper(data, BANK, 2))

    assert all(q.prompt in shown for q in BANK)
    assert say.WORDS["guess"] in shown
    assert all(choice in shown for q in BANK for choice in q.choices)
    assert all(option in shown for option in data["layers"]["article"]["claims"]["k01"]["ask"]["options"])


@pytest.mark.parametrize("language", ["de", "uk"])
def test_options_on_paper_and_in_its_key_are_in_the_language_of_the_sheet(language):
    case = load("practice-pond-2025").in_language(language)
    shown = sheet(case, language)
    student, teacher = (text_of(paper(shown, BANK, 2, teacher=teacher)) for teacher in (False, True))
    asked = shown["layers"]["article"]["claims"]["k01"]["ask"]

    assert all(text in student for text in asked["options_text"])
    assert not any(kept in student for kept in asked["options"])
    with speaking(language):
        assert all(text in student for text in OPTIONS.values())
        assert OPTIONS["does not fit the text"] in teacher
    assert not any(kept in f"{student} {teacher}" for kept in FITS)


def test_a_key_holds_answer_range_wrong_turn_and_reply_of_every_question_of_its_lesson(data):
    shown = text_of(paper(data, BANK, 2, teacher=True))

    for q in BANK:
        assert {part for part in (q.prompt, q.answer, q.wrong_turn, q.feedback) if part not in shown} == set()
    assert "300 to 320" in shown
    assert "a question on who counted" in shown
    assert "Russian Defence Ministry" in shown


def test_questions_of_another_lesson_stay_out(data):
    assert paper(data, BANK, 3) == paper(data, (), 3)


def test_a_question_of_the_bank_that_asks_for_a_guess_takes_the_place_of_the_general_one(data):
    assert say.guess(4) in text_of(paper(data, (), 4))
    assert say.guess(4) not in text_of(paper(data, tuple(replace(q, lesson=4) for q in BANK), 4))


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("lesson", LESSONS)
def test_a_key_holds_what_is_computed(sheets, name, lesson):
    data = sheets[name]
    claim = data["layers"]["article"]["claims"][asked(data)]
    view = data["layers"]["article"]
    expected = {
        0: [claim["sentence"], claim["path"]["note"]],
        1: [row[3] for row in view["table"]["rows"]],
        2: [claim["roots_shown"], *(s["title"] for s in claim["path"]["stations"])],
        3: [claim["standing"]["reason"], *(a["open"] for a in claim["bench"]["answers"].values())],
        4: [view["numbers"]["sentence"], *(check["text"] for check in view["numbers"]["checks"])],
        5: [data["beyond"]["before"]["text"], data["beyond"]["after"]["text"]],
        6: [*view["whatif"]["linchpins"].values()],
    }[lesson]
    shown = text_of(paper(data, load(name).questions, lesson, teacher=True))

    assert [part for part in expected if part not in shown] == []
    assert all(text in shown for text in (*say.LEVELS, *say.LEVEL_RULES))


def test_the_key_says_which_words_change_without_a_source(data):
    shown = re.sub(r"\s+", " ", text_of(paper(data, (), 6, teacher=True)))

    assert "contested → unchallenged: What was hit? How many were in dormitory 28?" in shown


@pytest.mark.parametrize("name", CASES)
def test_the_cards_of_a_case_are_six_to_eight(sheets, name):
    assert 6 <= len(cards(sheets[name])) <= 8


def test_the_cards_hold_a_reply_and_someone_who_was_there_by_date(data):
    chosen = cards(data)
    dates = [card["published"] or "9" for card in chosen]

    assert {"support", "answer", "caution"} == {card["role"] for card in chosen}
    assert any(card["basis"] == "saw" and card["by_name"].startswith("Reuters") for card in chosen)
    assert dates == sorted(dates)


@pytest.mark.parametrize("name", CASES)
def test_every_source_that_a_choice_of_lesson_5_names_has_a_card(sheets, name):
    shown = " ".join(f"{c['label']} {c['by_name']} {c['link']}" for c in cards(sheets[name])).lower()
    row = next(q for q in load(name).questions if q.id == "l5b")

    for option in row.choices:
        assert option.lower().removeprefix("the ").removesuffix("\N{RIGHT SINGLE QUOTATION MARK}s") in shown, option


def test_without_anything_from_outside_the_lesson_says_so(case):
    alone = replace(case, documents=(), statements=tuple(s for s in case.statements if s.layer == "article"),
                    figures=tuple(f for f in case.figures if f.layer == "article"),
                    relations=tuple(r for r in case.relations if r.layer == "article"))  # fmt: skip

    assert say.WORDS["cards_none"] in text_of(paper(sheet(alone), (), 5))


@pytest.mark.parametrize("teacher", [False, True])
def test_a_case_whose_article_states_nothing_has_papers_that_say_so(case, teacher):
    outside = tuple(s for s in case.statements if s.document)
    bare = replace(case, statements=outside, relations=(), questions=(), figures=(), hypotheses=())
    for lesson in LESSONS:
        assert say.WORDS["nothing_stated"] in text_of(paper(sheet(bare), (), lesson, teacher=teacher))


def test_a_case_without_questions_has_papers_too(case):
    plain = sheet(replace(case, questions=()))

    assert all(paper(plain, (), lesson, teacher=teacher) for lesson in LESSONS for teacher in (False, True))


@pytest.mark.parametrize("size", SIZES)
def test_a_paper_is_self_contained_and_names_its_size(data, size):
    html = paper(data, BANK, 2, size=size)

    assert f"size: {size};" in html
    assert "default-src 'none'" in html
    assert not set(Tags(html).tags) & {"script", "img", "link", "iframe", "a"}


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("lesson", [0, 2, 6])
def test_no_cell_of_a_case_becomes_markup_or_style_on_paper(case, data, text, lesson):
    html = paper(sheet(hostile(case, text)), (), lesson)
    style = html.partition("<style>")[2].partition("</style>")[0]

    assert set(Tags(html).tags) == set(Tags(paper(data, (), lesson)).tags)
    assert style.count('"') == paper(data, (), lesson).partition("<style>")[2].partition("</style>")[0].count('"')
    assert "<" not in style


def test_text_is_escaped_and_markup_is_kept():
    assert el("p", "<b>", el("i", "&")) == "<p>&lt;b&gt;<i>&amp;</i></p>"


def test_the_drawings_are_those_of_the_explorer():
    module = MODULE.read_text(encoding="utf-8")

    assert [d for shapes in SIGNS.values() for d, _ in shapes if f'"{d}"' not in module] == []


def test_the_words_of_a_paper_take_no_side():
    spoken = [value for value in vars(say).values() if isinstance(value, Words | Terms) and value is not LABELS]
    texts = [text for words in spoken for text in (words.values() if isinstance(words, Words) else words)]

    assert len(texts) > 80
    assert not [text for text in texts if TAKES_SIDES.search(text)]


def test_every_lesson_has_its_words():
    assert {len(words) for words in (say.TITLES, say.ACCEPTABLE, say.WRONG_TURNS, say.TASKS)} == {7}


def test_the_command_writes_html_without_a_browser(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(printing, "find_browser", lambda: None)
    file = tmp_path / "l.html"

    assert main(["print", "kramatorsk-2023", "--lesson", "2", "--key", "-o", str(file)]) == FINE
    assert say.WORDS["key"] in file.read_text(encoding="utf-8")
    assert "KB" in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["l.html"]


def test_without_a_browser_the_command_says_what_to_do_and_is_exit_1(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(printing, "find_browser", lambda: None)

    assert main(["print", "kramatorsk-2023", "--lesson", "2", "-o", str(tmp_path / "l.pdf")]) == FAULTS
    assert "-o FILE.html" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="the browser here is a shell script")
@pytest.mark.parametrize(
    "does", ["exit 3", "exit 0", "for a; do case $a in --print-to-pdf=*) printf %%PDF- > ${a#*=};; esac; done"]
)
def test_a_browser_that_makes_no_whole_pdf_leaves_the_old_file_as_it_was(tmp_path, monkeypatch, case, does):
    browser, file = tmp_path / "browser", tmp_path / "l.pdf"
    browser.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    browser.chmod(browser.stat().st_mode | stat.S_IXUSR)
    file.write_bytes(b"old")
    monkeypatch.setenv("CHROMIUM", str(browser))

    with pytest.raises(NoPdfError, match="browser made no PDF"):
        write_paper(case, file, 2)
    assert file.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["browser", "l.pdf"]


@pytest.mark.parametrize("name", ["l.doc", "l", "l.pdf.txt"])
def test_another_ending_is_exit_2_and_named(tmp_path, capsys, name):
    assert main(["print", "kramatorsk-2023", "--lesson", "2", "-o", str(tmp_path / name)]) == USAGE
    assert f"{name}: expected a name that ends in .pdf or .html" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_another_ending_is_told_before_anything_is_worked_out():
    with pytest.raises(EndingError):
        write_paper(None, "l.txt", 2)


def test_a_lesson_that_there_is_not_is_wrong_usage(capsys):
    with pytest.raises(SystemExit) as caught:
        main(["print", "kramatorsk-2023", "--lesson", "7", "-o", "l.pdf"])

    assert caught.value.code == USAGE
    assert "--lesson" in capsys.readouterr().err


def test_the_sandbox_is_left_out_for_root_alone(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    assert _sandbox() == ("--no-sandbox",)
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    assert _sandbox() == ()
    monkeypatch.delattr(os, "geteuid")
    assert _sandbox() == ()


def test_a_browser_is_looked_for_where_each_system_keeps_it(monkeypatch):
    monkeypatch.setenv("PROGRAMFILES", "C:")
    monkeypatch.setenv("CHROMIUM", "mine")
    monkeypatch.setattr(printing.shutil, "which", lambda name: f"/bin/{name}")
    places = [str(place) for place in _places()]

    assert places[0] == "mine"
    assert "/bin/chromium" in places
    assert any("Google Chrome.app" in place for place in places)
    assert any(place.endswith("msedge.exe") for place in places)

"""What speaks a language, the catalogues, and what is written in one."""

import json
import re
import sys
import threading
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from whosays.case.errors import SHOWN
from whosays.casebook import Casebook, open_case
from whosays.cli import main
from whosays.show.front import FRONT, write_pages
from whosays.show.language import (
    ENGLISH,
    FIELD,
    LANGUAGES,
    Terms,
    Words,
    direction,
    number,
    speaking,
    spoken,
    tr,
    tr_many,
)
from whosays.show.paper.document import paper
from whosays.show.picker import Picker
from whosays.show.sheet import sheet

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
import words as collected

PSEUDO, MIRRORED = "qps-ploc", "qps-plocm"
OTHERS = [tag for tag in LANGUAGES if tag != ENGLISH]
# What no explorer, page or front page says: papers, keys and classes, and what only a notebook shows.
ELSEWHERE = re.compile(
    r"teach/|show/(paper/|figures/|knowable|patterns|findings|tables"
    r"|sentences/(paper|key|classroom|collection|figures|knowable|patterns|findings|cards|casebook)\.)"
)
each_language = pytest.mark.parametrize("language", OTHERS)


def catalogue(language):
    return read_po(BytesIO(collected.source(language).read_bytes()), locale=language)


def forms(message):
    """Return the English forms of a message, and its translated ones."""
    return [part if isinstance(part, tuple) else (part,) for part in (message.id, message.string)]


def keys(messages):
    return {(message.id, message.context) for message in messages if message.id}


def test_speaking_ends_with_its_block_even_if_that_fails():
    with pytest.raises(KeyError), speaking(PSEUDO):
        raise KeyError(spoken())

    assert spoken() == ENGLISH


def test_a_block_within_a_block_gives_the_outer_language_back():
    with speaking(PSEUDO):
        with speaking(ENGLISH):
            assert number(2) == "two"
        assert number(2) != "two"


def test_a_language_does_not_leak_into_another_thread():
    heard = []
    with speaking(PSEUDO):
        other = threading.Thread(target=lambda: heard.append(spoken()))
        other.start()
        other.join()

    assert heard == [ENGLISH]


@pytest.mark.parametrize("unknown", ["", "xx", "EN", "deutsch", "../de"])
def test_an_unknown_language_names_those_there_are(unknown):
    with pytest.raises(ValueError, match=r'"uk|uk \(Українська\)'), speaking(unknown):
        pytest.fail("spoke it")


@given(st.text(alphabet="abc {}XY.é"), st.text(alphabet="abc_", min_size=1))
def test_the_pseudo_locale_keeps_what_stands_in_braces_and_no_other_letter(text, name):
    plain = text.replace("{", "").replace("}", "")
    with speaking(PSEUDO):
        strange = tr(f"{plain}{{{name}}}{plain}")

    assert FIELD.findall(strange) == [f"{{{name}}}"]
    assert re.findall("[A-Za-z]+", FIELD.sub("", strange)) == []
    assert len(strange) > len(plain)


def test_parts_are_filled_in_once_a_message_is_said_and_are_not_read_again():
    with speaking(PSEUDO):
        assert "{who}" in tr("{name} denies it.", name="{who}")
        assert "3" in tr_many(3, "{count} root", "{count} roots")


def test_words_and_terms_are_said_when_they_are_looked_up_not_before():
    held, row = Words({"a": "one claim"}), Terms("Claim", "Source")
    before = (held["a"], row[0], row[:], dict(held))
    with speaking(PSEUDO):
        after = (held["a"], row[0], row[:], dict(held))

    assert before == ("one claim", "Claim", ["Claim", "Source"], {"a": "one claim"})
    assert all(a != b for a, b in zip(before, after, strict=True))


@each_language
def test_a_catalogue_holds_every_message_of_the_library_and_no_other(language):
    known, held = keys(collected.collect()), keys(catalogue(language))

    assert known - held == set()
    assert held - known == set()


@each_language
def test_the_compiled_catalogue_is_that_of_its_source(language):
    assert collected.source(language).with_suffix(".mo").read_bytes() == collected.as_mo(catalogue(language))


@each_language
def test_every_form_of_a_translation_has_the_fields_of_the_message(language):
    wrong = []
    for message in catalogue(language):
        english, translated = forms(message)
        # A form may say "one", or leave the count to its words; what else is filled in must be.
        counts = {"{count}", "{number}", "{Number}"} if len(english) > 1 else set()
        allowed = {frozenset(Counter(FIELD.findall(form)).items()) for form in english}
        for form in filter(None, translated):
            found = set(FIELD.findall(form))
            if not any(found - counts == {field for field, _ in own} - counts for own in allowed):
                wrong.append((english[0], form))

    assert wrong == []


@each_language
def test_every_message_of_explorer_page_and_front_page_is_translated(language):
    held = {(m.id, m.context) for m in catalogue(language) if m.id and collected.whole(m)}
    needed = [m for m in collected.collect() if m.id and any(not ELSEWHERE.search(place) for place, _ in m.locations)]
    left = [m.id for m in needed if (m.id, m.context) not in held]

    assert len(needed) > 300
    assert left == [], f"{len(left)} of {len(needed)} wait for their {language} words"


@each_language
def test_a_sheet_in_a_language_holds_the_same_ids_and_numbers(case, language):
    english, other = sheet(case), sheet(case, language)

    assert (other["language"], other["direction"], bool(other["awaiting"])) == (language, "ltr", True)
    assert json.dumps(shape(other)) == json.dumps(shape(english))
    assert english["awaiting"] == ""
    assert spoken() == ENGLISH


def shape(value):
    """Return what of a sheet no language may change: its keys, numbers, and how long each list is."""
    if isinstance(value, dict):
        return {key: shape(part) for key, part in value.items() if key not in {"sentences", "halves", "all", "few"}}
    return [shape(part) for part in value] if isinstance(value, list) else value if isinstance(value, int) else ""


def test_an_explorer_says_later_too_what_it_says_in_its_language(case):
    explorer = Casebook(case, PSEUDO).explorer("k01", guided=False)
    explorer.view, explorer.withdrawn = "whatif", ["s09"]

    assert explorer.language == PSEUDO
    assert explorer.sentence.startswith("⟦")
    assert repr(explorer).startswith("⟦")
    assert Casebook(case, PSEUDO).ask("l1b").language == PSEUDO
    assert Picker([case], MIRRORED)._picker["direction"] == "rtl"  # noqa: SLF001 - what the page is given


def test_a_case_says_its_own_words_in_a_language_that_it_gives_them_in():
    book = open_case("practice-pond-2025", language="de")

    assert book.case.article.title == "Was geschah mit den Fröschen von Quillstead?"
    assert (book.sheet()["article"]["language"], book.sheet()["article"]["told_in"]) == ("en", "de")


def test_an_unknown_language_stops_a_case_before_anything_is_asked_of_it():
    with pytest.raises(ValueError, match="no catalogue of it"):
        open_case("practice-pond-2025", language="xx")


def test_pages_in_languages_stand_beside_one_another_and_lead_to_each_other(case, tmp_path):
    files = write_pages([case], tmp_path, languages=[ENGLISH, "de", "uk", "de"])

    assert [file.relative_to(tmp_path).as_posix() for file in files] == [
        f"{folder}{name}" for folder in ("", "de/", "uk/") for name in (FRONT, f"{case.id}.html")
    ]
    for file in files:
        text = file.read_text(encoding="utf-8")
        own = file.parent.name if file.parent != tmp_path else ENGLISH
        led = re.findall(rf'href="([^"]*{FRONT})"|"address":"([^"]*)"', text)
        assert f'<html lang="{own}" dir="ltr">' in text
        assert {(file.parent / (a or b)).resolve() for a, b in led} == {
            other.resolve() for other in files if other.name == file.name and other != file
        }


def test_one_language_alone_leads_nowhere_else_and_english_awaits_nobody(case, tmp_path):
    front, page = (file.read_text(encoding="utf-8") for file in write_pages([case], tmp_path))

    assert "hreflang" not in front
    assert "ws-awaiting" not in front.partition("</style>")[2]
    assert '"languages":[]' in page


def test_a_paper_is_written_in_the_language_of_its_sheet(case):
    text = paper(sheet(case, MIRRORED), case.questions, 2)

    assert f'<html lang="{MIRRORED}" dir="rtl">' in text
    assert direction("de") == direction("uk") == "ltr"
    assert direction("he-IL") == "rtl"


def test_the_commands_speak_a_language(tmp_path, capsys):
    assert main(["sheet", "practice-pond-2025", "--language", MIRRORED]) == 0
    assert json.loads(capsys.readouterr().out)["direction"] == "rtl"
    assert main(["page", "practice-pond-2025", "--language", "uk", "-o", str(tmp_path / "p.html")]) == 0
    assert '<html lang="uk" dir="ltr">' in (tmp_path / "p.html").read_text(encoding="utf-8")
    assert main(["pages", "practice-pond-2025", "--language", "en", "--language", "de", "-o", str(tmp_path)]) == 0
    assert "leads to 2 pages" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", ["xx", "x" * 500, "d\x1be"])
def test_a_command_names_the_languages_there_are(wrong, tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["page", "practice-pond-2025", "--language", wrong, "-o", str(tmp_path / "p.html")])
    told = capsys.readouterr().err

    assert stopped.value.code == 2
    assert "de (Deutsch), uk (Українська)" in told
    assert "\x1b" not in told
    assert len(told) < 500 + SHOWN
    assert list(tmp_path.iterdir()) == []

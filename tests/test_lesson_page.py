"""A lesson as a page holds its views and each sheet once, and asks for nothing."""

from test_one_file_page import Tags, unpacked
from whosays.casebook import Casebook
from whosays.show.explorer import Explorer
from whosays.show.lesson import Part, lesson_page

VIEW = {"about": "c", "claim": "", "layer": "article"}


def held(page):
    """Return what a page hands to its script."""
    return unpacked(page.split('id="views">', 1)[1].split("</script>", 1)[0])


def test_two_explorers_of_a_case_share_one_sheet_and_have_places_of_their_own():
    made = lesson_page("T", [Part("one", VIEW, {"a": 1}), Part("two", VIEW, {"a": 1})], home="../index.html")

    assert held(made)["sheets"] == {"c": {"a": 1}}
    assert [view["place"] for view in held(made)["views"]] == ["view-1", "view-2"]
    assert [value for _, name, value in Tags(made).attributes if name == "id"] == ["view-1", "view-2", "views"]


def test_a_page_of_prose_alone_runs_no_script():
    made = lesson_page("T", [Part("<p>Words.</p>")], home="index.html")

    assert "script" not in Tags(made).tags
    assert "<p>Words.</p>" in made


def test_what_a_view_would_say_stands_there_for_readers_without_scripts():
    made = lesson_page("T", [Part("<p>A sentence.</p>", VIEW)], home="index.html")

    assert "<noscript><p>A sentence.</p></noscript>" in made


def test_the_sheet_of_a_hostile_case_adds_no_markup():
    text = "</script><img src=x>"
    plain, hostile = (lesson_page("T", [Part("", VIEW, {"a": a})], home="i.html") for a in ("x", text))

    assert Tags(plain).tags == Tags(hostile).tags
    assert held(hostile)["sheets"]["c"]["a"] == text


def test_an_explorer_says_what_a_page_needs_to_show_it(case):
    against = Casebook(case).against[1:3]
    shown = Explorer(case, guided=False, view="whatif", join=[against])

    assert shown.content["case"] == case.id
    assert shown.opened == {
        "claim": "", "layer": "article", "guided": False, "view": "whatif", "withdrawn": [], "joined": [against],
        "graded": {}, "ratings": {},
    }  # fmt: skip

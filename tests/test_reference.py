"""The reference holds every name, every command and every column, leads nowhere in vain, and lets no markup in."""

import argparse
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

import columns
import commands
import library
from api import entries, every
from entry import Entry, Item
from test_api import GROUPS, INIT, MODULE, PUBLIC, package
from test_one_file_page import Tags
from whosays.case.schema import schema
from whosays.cli import commands as program
from whosays.show.language import speaking
from whosays.show.reference import PAGES, Part, reference

HOME = "../index.html"


@pytest.fixture(scope="module")
def pages():
    """Each page of the reference, as the site has it."""
    told = {"library": library.told(GROUPS), "commands": commands.told(), "tables": columns.told()}
    return {PAGES[kind]: reference(kind, parts, home=HOME) for kind, parts in told.items()}


class Anchors(HTMLParser):
    """What a page can be led to."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, _tag, attributes):
        self.found += [value for name, value in attributes if name == "id"]


def anchors(page):
    return Anchors(page).found


def plain(page):
    """Return what a page says, without its tags."""
    text = re.sub(r"<style>.*?</style>|<[^>]+>", "", page, flags=re.DOTALL)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&#x27;", "'").replace(
        "&amp;", "&")  # fmt: skip


def test_every_public_name_is_on_the_page_with_its_example_word_for_word(pages):
    page, said = pages["index.html"], plain(pages["index.html"])
    missing = [name for name in PUBLIC if f' id="{name}"' not in page]
    shortened = [
        name for name, entry in PUBLIC.items() if entry.example.replace("<BLANKLINE>", "") not in said
    ]  # fmt: skip

    assert missing == []
    assert shortened == []


def test_every_argument_attribute_and_error_of_a_public_name_is_on_the_page(pages):
    for entry in PUBLIC.values():
        told = pages["index.html"].partition(f' id="{entry.name}"')[2].partition("<section")[0]
        for item in (*entry.arguments, *entry.attributes, *entry.errors):
            assert re.search(rf'<th scope="row"><code>(<a[^>]*>)?{item.name}<', told), (entry.name, item.name)


def test_every_command_is_told_with_each_of_its_arguments_and_a_usage(pages):
    said = " ".join(plain(pages["commands.html"]).split())
    for name, parser in program().parsers.items():
        assert f' id="{name}"' in pages["commands.html"]
        assert f"whosays {name} [-h]" in said
        for action in parser._actions:  # noqa: SLF001 - argparse has no other list
            told = [] if action.dest == "help" else [*action.option_strings, " ".join(action.help.split())[1:]]
            assert [words for words in told if words not in said] == [], name


def test_every_column_of_every_table_is_told(pages):
    for table in schema().values():
        told = pages["tables.html"].partition(f' id="{table.name}"')[2].partition("<section")[0]
        for column in table.columns:
            assert f"<code>{column.name}{' *' if column.required else ''}</code>" in told, (table.name, column.name)


def test_every_anchor_is_there_once_and_every_link_leads_to_one(pages):
    there = {name: anchors(page) for name, page in pages.items()}
    for name, page in pages.items():
        assert len(there[name]) == len(set(there[name])), name
        for link in re.findall(r'href="([^"]+)"', page):
            address, _, part = link.partition("#")
            assert address in {"", HOME, *pages}, (name, link)
            assert not part or part in there[address or name], (name, link)


def test_the_reference_runs_no_script_and_loads_nothing(pages):
    for page in pages.values():
        assert "script" not in Tags(page).tags
        assert not re.search(r'\ssrc=|url\(|@import|href="http', page)
        assert "default-src 'none'" in page


def test_types_and_names_in_prose_lead_to_what_they_name(pages):
    page = pages["index.html"]

    assert "open_case</b>(case: str | Path, language: str = 'en') -&gt; <a href=\"#Casebook\">Casebook</a>" in page
    assert '<a href="#whosays.show.tables.frame"><code>whosays.show.tables.frame</code></a> lists them' in page
    assert 'As in <a href="#Casebook.explorer"><code>explorer</code></a>' in page
    assert '<code><a href="#UnknownIdError">UnknownIdError</a></code>' in page
    assert 'layer: Literal["article", "beyond"] = ' in plain(page), "a name for choices tells a reader nothing"


def test_headings_go_down_by_one_step_at_a_time(pages):
    for name, page in pages.items():
        levels = [int(level) for level in re.findall(r"<h(\d)", page)]

        assert levels[0] == 1, name
        assert all(after - before <= 1 for before, after in pairwise(levels)), name


def test_what_comes_from_the_source_is_marked_as_english_whatever_the_page_speaks():
    with speaking("de"):
        page = reference("library", library.told(GROUPS), home=HOME)

    assert '<html lang="de"' in page
    assert '<th scope="col"><span lang="de">Bedeutung</span></th>' in page
    assert "<h2>Funktionen</h2>" in page
    assert page.count('<div lang="en">') == sum(map(len, GROUPS.values()))


def test_a_new_name_of_the_library_comes_onto_the_page_by_itself(tmp_path):
    made = library.told(
        entries(package(tmp_path, INIT, looking=MODULE.replace("{cited}", "``whosays.looking.LEAST``")))
    )
    page = reference("library", made, home=HOME)

    assert '<b>search</b>(word: str, *, least: int = 3) -&gt; <a href="#Found">Found</a>' in page
    assert {"search", "Found", "Found.first", "whosays.looking.LEAST"} <= set(anchors(page))
    assert "<code>3</code></pre>" in page, "the value of a constant"


HOSTILE = "<script>alert(1)</script> & `<b>` [x](javascript:alert(1))"


def test_no_text_of_a_docstring_or_a_help_becomes_markup(monkeypatch):
    item = Item("a", "<T>", HOSTILE, "'<i>'")
    entry = Entry("f", "whosays.f", "function", ("a: <T> = '<i>'",), HOSTILE, (item,), (item,), (item,), item, HOSTILE)
    parser = argparse.ArgumentParser(prog="whosays f", description=HOSTILE, epilog=f"example: {HOSTILE}\n{HOSTILE}")
    parser.add_argument("--a", metavar="<A>", help=HOSTILE.replace("%", "%%"))
    monkeypatch.setattr(commands, "commands", lambda: argparse.Namespace(parsers={"f": parser}))
    made = [library.told({"functions": [entry]}), commands.told(), {"": [Part("f", "", HOSTILE)]}]

    for parts in made:
        page = reference("library", parts, home=HOME)
        assert set(Tags(page).tags).isdisjoint({"script", "i", "t"})
        assert "javascript" not in "".join(re.findall(r'href="([^"]+)"', page))


def test_every_name_of_the_page_is_listed_at_its_top_or_at_its_class(pages):
    listed = re.findall(r'<li><a href="#([^"]+)"', pages["index.html"])

    assert {entry.name for entry in every(GROUPS) if entry.kind not in {"function", "module", "value"}} <= set(listed)
    assert {entry.name for entry in GROUPS["functions"] + GROUPS["cited"]} <= set(listed)

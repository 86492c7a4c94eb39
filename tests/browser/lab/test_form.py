"""The form for a case of one's own in a real JupyterLab, by keyboard alone: from a text to a case that opens."""

import pytest
from driving import menu, wait_for

from whosays.author.begin import open_draft
from whosays.author.linter import lint, open_remarks

pytestmark = pytest.mark.browser
TEXT = """The old oak stays, says the town

The old oak in the park will stay, the town hall said on Friday. It has seen 40 birds in it.

A gardener disagrees. The trunk is hollow, she said.

The town wants to look again in May.
"""
GISTS = {
    "h": "Whose word it is that the tree is kept.",
    "p01s1": "An office tells what becomes of a tree.",
    "p01s2": "A number of animals, without a day.",
    "p02s1": "Somebody is of another mind.",
    "p02s2": "She tells why.",
    "p03s1": "A plan for later.",
}
ARTICLE = {
    "outlet": "The Park Paper",
    "published": "2025-04-11",
    "address": "https://example.org/oak",
    "title": "Can the old oak stay?",
    "content_note": "A made-up quarrel about a tree; nobody is hurt.",
    "note": "Not known: who looked into the trunk, and when.",
}
PLACE = """() => {
  const classes = (node) => (node ? [...node.classList].find((name) => name.startsWith("wf-key-")) : undefined);
  return (classes(document.activeElement.closest("[class*=wf-key-]")) ?? "").slice(7);
}"""
CHOSEN = "document.activeElement.selectedOptions[0].text.replaceAll('\\u00a0', ' ')"
AHEAD = """(key) => {
  const to = document.querySelector(`.wf-form .wf-key-${key}`);
  return Boolean(document.activeElement.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_PRECEDING);
}"""


class Keys:
    """Somebody who uses the form with the keyboard alone."""

    def __init__(self, view, folder):
        self.view, self.page, self.folder, self.open = view, view.page, folder, "sources"

    def reach(self, key, limit=60):
        """Press Tab, or Shift and Tab, until a control has the focus."""
        self.page.wait_for_selector(f".wf-form .wf-key-{key}")
        for _ in range(limit):
            if self.page.evaluate(PLACE) == key:
                return
            self.page.keyboard.press("Shift+Tab" if self.page.evaluate(AHEAD, key) else "Tab")
        pytest.fail(f"Tab does not reach {key}; the focus is on {self.page.evaluate(PLACE)}")

    def lands_on(self, key):
        """Wait until the form has moved the focus."""
        wait_for(lambda: self.page.evaluate(PLACE) == key, seconds=20)

    def press(self, key, said=""):
        """Press a button with Enter, and wait until the form says what it did."""
        self.reach(key)
        self.page.keyboard.press("Enter")
        if said:
            self.hears(said)

    def hears(self, said):
        try:
            wait_for(lambda: said in self.said(), seconds=20)
        except pytest.fail.Exception:
            pytest.fail(f"the form never said {said!r}; it says {self.said()!r}")

    def said(self):
        return self.page.inner_text(".wf-form .wf-said")

    def write(self, **cells):
        """Write into fields, and leave each."""
        for key, text in cells.items():
            self.reach(key)
            self.page.keyboard.press("Control+a")
            self.page.keyboard.insert_text(text)
            before = self.said()
            self.page.keyboard.press("Tab")
            wait_for(lambda key=key, before=before: f"Changed {key} of" in self.said() != before, seconds=20)

    def choose(self, **cells):
        """Go through lists with the arrow key until a value stands there, leave each, and wait until it is saved."""
        for key, value in cells.items():
            self.arrow_to(key, value)
            self.page.keyboard.press("Tab")
            wait_for(lambda key=key, value=value: self.last_row()[key].startswith(value), seconds=20)

    def arrow_to(self, key, value):
        self.reach(key)
        for _ in range(40):
            if self.page.evaluate(CHOSEN).startswith(value):
                return
            self.page.keyboard.press("ArrowDown")
            assert self.page.evaluate(PLACE) == key, "the arrow key left the list"
        pytest.fail(f"no {value} in the list of {key}")

    def last_row(self):
        return open_draft(self.folder).rows(self.open)[-1]

    def table(self, name):
        """Open a table that has no row yet."""
        self.reach("tab-tables")
        self.page.keyboard.press("Enter")
        self.arrow_to("table", name)
        self.page.keyboard.press("Tab")
        self.page.wait_for_selector(".wf-form .wf-key-row option:text-is('no row yet')", state="attached")
        self.open = name.lower()


def begin(keys):
    """Paste the article and say each passage in own words; return the suggestions by passage and kind."""
    keys.page.focus(".wf-key-folder input")  # where the reader begins
    keys.reach("paste")
    keys.page.keyboard.insert_text(TEXT)
    keys.press("begin", "Begun and saved: six passages")
    keys.lands_on("gist")
    for number, gist in enumerate(GISTS.values()):
        if number:
            keys.press("next")
            keys.lands_on("gist")
            keys.page.wait_for_function("document.activeElement.value === ''")
        keys.write(gist=gist)


def undo_and_redo(keys):
    keys.press("undo", "Taken back: changed gist of p03s1")
    keys.press("redo", "Done again: changed gist of p03s1")


def confirm_a_source_and_add_another(keys, suggestion):
    for _ in range(4):
        keys.press("previous")
        keys.lands_on("gist")
    keys.press(f"confirm-{suggestion}", "as s01 in sources")
    keys.lands_on("kind")
    keys.choose(kind="government", named="institution")
    keys.hears("Changed named of s01")
    keys.press("add", "Added s02 to sources")
    keys.lands_on("name")
    keys.write(name="A gardener", label="the gardener")
    keys.choose(kind="witness", named="no")


def add_claims(keys):
    keys.table("Claims")
    keys.press("add", "Added k01 to claims")
    keys.choose(role="claim", kind="event")
    keys.write(topic="The oak", question="Will the oak stay?", subject="the oak", proposition="The oak is kept.")
    keys.press("add", "Added k02 to claims")
    keys.choose(role="answer", kind="assessment")
    keys.write(topic="The oak", question="Is it hollow?", subject="the trunk", proposition="It is hollow inside.")


def add_statements_and_a_relation(keys):
    keys.table("Statements")
    for claim, source, passage, stance in (("k01", "s01", "p01s1", "asserts"), ("k02", "s02", "p02s2", "denies")):
        keys.press("add", " to statements. Saved.")
        keys.choose(claim=claim, form="indirect", stance=stance, basis="none given", passage=passage, source=source)
        keys.write(gist="Says so.")
    keys.table("Relations")
    keys.press("add", "Added e01 to relations")
    keys.choose(kind="rebuts", surely="clear", whole="meets", **{"from": "k02", "to": "k01"})
    keys.write(gist="A hollow tree may have to go; that is left open.")


def confirm_a_number(keys, suggestion):
    keys.press("tab-passages")
    keys.press("next")
    keys.press(f"confirm-{suggestion}", "as f01 in figures")
    keys.write(what="in the tree", whom="birds", place="the park")
    keys.open = "figures"
    keys.choose(statement="t01")


def fill_what_is_left_of_the_article(keys):
    keys.press("tab-left")
    keys.press("go-article-oak-1")
    keys.write(**ARTICLE)
    keys.hears("No fault left.")


def test_from_a_text_to_a_case_that_opens_by_keyboard_alone(notebook, lab):
    view = notebook(cells=['from whosays import case_form\ncase_form("oak-1")'], shown=".wf-form .wf-key-paste")
    keys, page = Keys(view, lab[1] / "oak-1"), view.page
    begin(keys)
    undo_and_redo(keys)
    draft = open_draft(keys.folder)
    assert {row["id"]: row["gist"] for row in draft.rows("passages")} == GISTS
    found = {(s.passage, s.kind): s.id for s in draft.state.suggestions}

    confirm_a_source_and_add_another(keys, found["p01s1", "source"])
    add_claims(keys)
    add_statements_and_a_relation(keys)
    assert view.violations(".wf-form") == []
    confirm_a_number(keys, found["p01s2", "number"])
    fill_what_is_left_of_the_article(keys)
    keys.press("tab-left")
    page.wait_for_selector("text=Nothing is left: the case can be read.")
    assert view.violations(".wf-form") == []
    keys.press("explorer", "The explorer is open beneath.")
    page.wait_for_selector(".wf-form .ws-frame")

    assert "Can the old oak stay?" in page.inner_text(".wf-form .ws-frame")
    done = open_draft(keys.folder)
    assert done.faults == ()
    assert open_remarks(lint(done.case(), TEXT)) == []


def test_the_form_in_the_dark_and_the_stored_notebook_holds_nothing_of_the_article(notebook, lab):
    cell = 'from pathlib import Path\nfrom whosays import case_form\ncase_form("oak-2", Path("oak.txt").read_text())'
    (lab[1] / "oak.txt").write_text(TEXT, encoding="utf-8")
    view = notebook(cells=[cell], dark=True, shown=".wf-form .wf-own")
    keys, page = Keys(view, lab[1] / "oak-2"), view.page
    page.focus(".wf-key-gist textarea")
    keys.press("next")
    wait_for(lambda: "the town hall said on Friday" in page.inner_text(".wf-own"), seconds=20)
    assert view.violations(".wf-form") == []
    keys.press("add-statements", "Added p01-1 to statements")
    keys.lands_on("claim")
    assert view.violations(".wf-form") == []
    keys.press("tab-left")
    page.wait_for_selector(".wf-left .wf-wrong")
    assert view.violations(".wf-form") == []

    keys.press("tab-passages")
    page.wait_for_selector(".wf-own")
    menu(page, "Settings", "Save Widget State Automatically")
    menu(page, "File", "Save Notebook")
    stored = lab[1] / page.url.rsplit("/", 1)[1]
    wait_for(lambda: "application/vnd.jupyter.widget-state+json" in stored.read_text(encoding="utf-8"), seconds=15)
    words = TEXT.split()
    kept = stored.read_text(encoding="utf-8")
    assert "What it says, in your own words" in kept
    assert [run for n in range(len(words) - 5) if (run := " ".join(words[n : n + 6])) in kept] == []

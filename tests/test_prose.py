"""Prose of a notebook as HTML: no markup slips in, and no link leads nowhere."""

import pytest

from prose import DeadLinkError, Prose, lead, scrolled, title

PAGES = {"01.ipynb": "lessons/01.html", "teach/01.ipynb": "teach/01.html", "method.md": "method.html"}


@pytest.mark.parametrize(("source", "link", "found"), [
    ("01.ipynb", "method.md", "../method.html"),
    ("teach/01.ipynb", "../01.ipynb", "../lessons/01.html"),
    ("method.md", "01.ipynb#top", "lessons/01.html#top"),
    ("01.ipynb", "https://example.org/a", "https://example.org/a"),
])  # fmt: skip
def test_a_link_to_a_notebook_leads_to_its_page(source, link, found):
    assert f'href="{found}"' in Prose(source, PAGES).html(f"[x]({link})")


def test_a_link_to_what_is_not_on_the_site_is_named_with_its_file():
    with pytest.raises(DeadLinkError, match=r"01\.ipynb: found a link to gone\.ipynb"):
        Prose("01.ipynb", PAGES).html("[x](gone.ipynb)")


def test_tags_in_a_text_stay_text_and_no_link_runs_a_script():
    made = Prose("01.ipynb", PAGES).html("<script>alert(1)</script> [x](javascript:alert(1))")

    assert "<script>" not in made
    assert "href" not in made


def test_a_table_scrolls_by_itself_and_an_empty_head_is_no_head():
    made = scrolled("<table><tr><th></th><th>a</th></tr></table>")

    assert made.startswith('<div class="ws-scroll" role="group" tabindex="0"')
    assert made.count("<th>") == 1


def test_title_and_lead_are_words_without_markup():
    text = "# Lesson 2. *Really*?\n\n**45 minutes.** Said `again`\nand again.\n\nMore."

    assert title(text) == "Lesson 2. Really?"
    assert lead(text) == "45 minutes. Said again and again."
    assert lead("# Only a title") == ""


def test_the_first_paragraph_on_a_page_does_not_say_how_to_run_a_cell():
    assert lead("You look. To run a cell, press Shift and Enter. **Before:** a war.") == "You look. Before: a war."
    assert lead("All is here. Run a cell with Shift and Enter.") == "All is here."

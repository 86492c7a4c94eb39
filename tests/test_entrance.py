"""The front page of the site says what is there, and what is not."""

import pytest

from test_one_file_page import HOSTILE, Tags, hostile
from whosays.show.entrance import entrance, papers
from whosays.show.language import speaking
from whosays.show.sentences.site import LABELS

LESSONS = [("lessons/a.html", "Whose <words>?", "45 minutes & more.")]
GUIDES = {"": [("teach/a.html", "For teachers", "")]}


def front(case, **more):
    return entrance([case], LESSONS, GUIDES, **more)


def test_the_front_page_leads_to_each_case_lesson_and_guide(case):
    made = front(case)

    leads = ("lessons/a.html", "teach/a.html", "method.html", "reference/index.html", "reference/commands.html")
    for address in (f"cases/{case.id}.html", *leads):
        assert f'href="{address}"' in made


def test_the_front_page_says_plainly_when_the_lab_is_not_part_of_the_site(case):
    without, with_lab = front(case), front(case, lab="lab/")

    assert LABELS["site_lab_missing"] in without
    assert LABELS["site_lab_missing"] not in with_lab
    assert 'href="lab/lab/index.html?path=00_start_here.ipynb"' in with_lab
    assert 'href="lab/' not in without
    assert with_lab.count(LABELS["site_offline"]) == 2, "cases and lab open without network the second time"


def test_the_front_page_of_another_language_lets_the_lab_speak_it(case):
    with speaking("uk"):
        made = front(case, lab="../lab/")

    assert 'href="../lab/lab/index.html?path=00_start_here.ipynb&amp;lang=uk"' in made
    assert 'href="../lab/fresh.html?lang=uk"' in made


def test_the_front_page_of_another_language_says_what_is_in_english(case):
    english = front(case)
    with speaking("de"):
        german = front(case)
        said, papers_link = str(LABELS["site_english"]), str(LABELS["site_papers"])

    assert LABELS["site_english"] not in english
    assert english.count('lang="en"') == 1, "of the page"
    assert german.count(said) == 2, "of lessons and of guides"
    for title in ("Whose &lt;words&gt;?", "For teachers", case.article.title):
        at = german.index(f">{title}<")
        assert 'lang="en" dir="auto"' in german[german.rindex("<li", 0, at) : at], title
    at = german.index(papers_link)
    assert "lang=" not in german[german.rindex("<li", 0, at) : at]


def test_what_is_for_people_who_write_reports_is_no_lesson(case):
    reports = [("lessons/analysis.html", "Every table", "For people who write reports.")]
    made = front(case, reports=reports)
    lessons, _, rest = made.partition('<section class="ws-prose" id="reports"')

    assert reports[0][0] not in lessons
    assert reports[0][0] in rest.partition("</section>")[0]
    assert "One lesson." in lessons


def test_the_front_page_says_where_answers_are_kept_and_that_nothing_is_sent(case):
    made = front(case)

    for name in ("kept", "sent", "copy", "shared"):
        assert LABELS[f"site_privacy_{name}"] in made


def test_a_page_without_a_site_registers_no_worker_and_runs_no_script(case):
    assert "script" not in Tags(front(case)).tags
    assert "serviceWorker" in front(case, worker="sw.js")
    assert "worker-src 'self'" in front(case, worker="sw.js")


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("make", [front, lambda case: papers([case], [0, 1], home="../index.html")])
def test_no_cell_of_a_case_becomes_markup_on_the_front_page_or_among_the_papers(case, make, text):
    assert Tags(make(hostile(case, text))).tags == Tags(make(case)).tags


def test_every_paper_has_a_name_of_its_own_for_those_who_hear_the_link_alone(case):
    made = papers([case], range(3), home="../index.html")

    assert made.count(f'aria-label="{case.article.title} Lesson') == 6
    assert f'href="{case.id}/lesson-2-key.html"' in made

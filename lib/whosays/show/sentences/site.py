"""The words of the static site: its front page, and what frames a lesson or a guide there."""

from whosays.show.language import Words, tr, tr_many

LABELS = Words(
    {
        "site_title": "Who says?",
        "site_lead": "Take one contested news article apart: each claim, the source behind it, and what has been said "
        "against it. You look, you guess, and only then you see. Nobody is asked to take a side.",
        "site_home": "All cases and lessons",
        "site_parts": "Parts of this page",
        "site_cases": "Cases",
        "site_lessons": "Lessons",
        "site_lessons_note": "Each lesson is one page with its views and its questions. Start with the first.",
        "site_teachers": "For teachers",
        "site_teachers_note": "These pages hold the keys: a plan by the minute, acceptable answers, likely wrong "
        "turns, a rubric for the written reason, and a task of equal value for anyone who would rather not.",
        "site_case_guides": "One page on each case",
        "site_english": "These pages are in English.",
        "site_paper": "On paper",
        "site_papers": "Every lesson of every case on paper, with its key",
        "site_papers_note": "Open a sheet and print it; it is laid out for A4.",
        "site_paper_lesson": "Lesson {number}",
        "site_paper_sheet": "sheet",
        "site_paper_key": "key",
        "site_method": "How it works, and what it cannot tell",
        "site_method_note": "Where a claim stands follows from one published rule, the same for every party. There is "
        "no score for truth. The page on method says what the rule is and where it ends.",
        "site_method_link": "The method, step by step",
        "site_reports": "For people who write reports",
        "site_reports_note": "Every table, every answer and every figure can be had from Python and from a terminal. "
        "These pages say how, with an example for each name; they are in English.",
        "site_privacy": "What is kept, and where",
        "site_privacy_kept": "Your answers stay in this browser, on this device, under a seat number and without a "
        "name. You can save them to a file, open them again and delete them, under “Your answers” on each page.",
        "site_privacy_sent": "No page asks another host for anything, and each page forbids it. There are no accounts "
        "and no counters. Links to articles and reports leave the site only when you press them.",
        "site_privacy_copy": "Where a web server brings you this site, the browser keeps a copy of it, so that it "
        "opens without network the next time. Clearing the site’s data in the browser takes away both, copy and "
        "answers.",
        "site_privacy_shared": "On a shared computer, save your answers to a file and delete them "
        "there before you leave.",
        "site_where": "What works where",
        "site_where_what": "What",
        "site_where_disk": "By double click, from a folder or a stick",
        "site_where_server": "From a web server",
        "site_where_pages": "Cases, lessons, guides, paper",
        "site_where_answers": "Answers kept",
        "site_where_lab": "The lab, with Python in the browser",
        "site_yes": "yes",
        "site_no": "no",
        "site_answers_disk": "yes; a few browsers keep them apart for each file",
        "site_offline": "yes, also without network from the second visit on, over https or on your own machine",
        "site_no_lab": "not part of this copy",
        "site_lab": "The lab",
        "site_lab_link": "Open the lab",
        "site_lab_fresh": "Begin the lab anew",
        "site_lab_note": "The lab runs the notebooks with Python inside the browser: change a cell and run it again. "
        "It needs a web server and some patience the first time.",
        "site_lab_missing": "The lab is not part of this copy of the site. All that the lessons ask for works on their "
        "pages; only changing the code of a cell needs the lab or an installed whosays.",
        "site_lesson_note": "This page shows what each cell of the notebook opens, so there is nothing to run: where "
        "the text says “run a cell”, look beneath it. What you answer stays in this browser.",
        "site_plain_note": "This page shows what each cell of the notebook prints, so there is nothing to run: where "
        "the text says “run a cell”, look beneath it.",
        "site_cell": "The cell",
        "site_hidden": "Show what the cell prints",
        "site_python": "This step needs Python: an installed whosays, or the lab. Here it only says:",
        "site_table": "Table",
    }
)


def paper_title(number: int) -> str:
    """Return the name of a lesson on paper."""
    return LABELS["site_paper_lesson"].format(number=number)


def paper_link(case: str, number: int, kind: str) -> str:
    """Return the whole name of a paper, for those who hear its link alone."""
    return tr("{case} {lesson}, {kind}", case=case, lesson=paper_title(number), kind=kind)


def lessons(count: int) -> str:
    """Return how many lessons there are, and what one is."""
    said = tr_many(count, "{Number} lesson.", "{Number} lessons.")
    return f"{said} {LABELS['site_lessons_note']}"

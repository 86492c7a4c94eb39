"""What is said about the reader's answers: where they are kept, saved, opened and deleted."""

from whosays.show.language import Words, tr

LABELS = Words(
    {
        "kept_title": "Your answers",
        "kept_notebook": "Your answers are kept on this computer, in a small file in the folder “answers”, without a "
        "name. Nothing is sent.",
        "kept_page": "Your answers are kept in this browser, without a name. Nothing is sent. On a shared computer, "
        "save them to a file and delete them here.",
        "kept_blocked": "This browser keeps nothing for this page. All else works; save your answers to a file before "
        "you close it.",
        "kept_seat": "Seat number",
        "kept_seat_note": "0 is no seat. Each seat has answers of its own.",
        "kept_save": "Save to a file",
        "kept_open": "Open a file",
        "kept_delete": "Delete my answers",
        "kept_delete_really": "Delete them for good",
        "kept_delete_not": "Do not delete",
        "kept_deleted": "Your answers are deleted.",
        "kept_file_saved": "File saved: {name}.",
        "kept_opened": "The answers of the file are here.",
        "kept_back": "Your answers from before are here.",
        "kept_damaged": "The answers kept here were damaged. They are set aside, and this begins anew.",
        "kept_file_damaged": "This file is damaged, or holds no answers. Nothing was changed.",
        "kept_file_version": "This file was written by another version of whosays. Nothing was changed.",
        "kept_file_case": "This file holds answers about another case. Nothing was changed.",
    }
)


def in_browser() -> str:
    """Return where answers are kept when Python runs in a browser that lets it keep no file."""
    return tr(
        "Your answers are kept only in this browser, and not in a file: Python can open none here, most often because "
        "the site has no secure connection (https). They are here again when you come back with the same browser."
    )


def trouble(reason: str) -> str:
    """Return what is said when answers cannot be written to the disk."""
    return tr(
        "Your answers could not be kept on the disk: {reason}. They stay here until the notebook is closed.",
        reason=reason,
    )

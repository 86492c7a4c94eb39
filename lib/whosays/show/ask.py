"""A question to the reader with options: what is kept of each, and what is read of it."""

from collections.abc import Callable, Iterable
from typing import Any

from whosays.show.language import ENGLISH, speaking


def ask(prompt: str, options: Callable[[], Iterable[str]] = tuple) -> dict[str, Any]:
    """Return a question as a view holds it.

    Args:
        prompt: The question.
        options: Says what can be chosen, in the language that is spoken when it is called.

    Returns:
        ``prompt``, ``options`` (what is kept: the English of each, whatever language is read, so that a class that
        reads several is counted as one) and ``options_text`` (what is read, place by place).
    """
    with speaking(ENGLISH):
        kept = list(options())
    return {"prompt": prompt, "options": kept, "options_text": list(options())}

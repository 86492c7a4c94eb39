"""The spread of a class: what all readers answered together, what changed, how far they agree; nothing about one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from whosays.case.errors import UnknownIdError
from whosays.case.load import load
from whosays.case.model import Case, Question
from whosays.show.language import speaking, spoken
from whosays.show.sentences import classroom as say
from whosays.teach.answers import Answer, Answers
from whosays.teach.choice import Choices
from whosays.teach.gather import Gathered, gather
from whosays.teach.quiz import Discernment, discern
from whosays.teach.spread import PARTS

if TYPE_CHECKING:
    import pandas as pd

SHOWN = ("", "before", "after")
TWO = 2


class Classroom:
    """The answers of a class, merged.

    Attributes:
        gathered: The readers that count, and the files that were left out.
        folder: Where the files were collected, as the user named it.
        language: Tag of the language that it speaks, whatever the readers read; empty for the one spoken around it.

    Example:
        >>> from whosays import open_case, open_class
        >>> book = open_case("practice-pond-2025")
        >>> book.ask("l2a", seat=7).answers = [["l2a", "", "3", ""]]
        >>> book.ask("l2a", seat=8).answers = [["l2a", "", "2", ""]]
        >>> room = open_class("answers")
        >>> room.gathered.readers[0].seat, room.gathered.left
        (7, ())
    """

    def __init__(self, gathered: Gathered, folder: str = "", language: str = "") -> None:
        """Merge what was gathered.

        Args:
            gathered: What a folder of answers holds.
            folder: That folder, for messages.
            language: Tag of the language that it speaks; empty for the one spoken around it.

        Raises:
            ValueError: There are no words in that language; the message names those there are.
        """
        with speaking(language or spoken()):  # so that an unknown one is named at once
            self.gathered, self.folder, self.language = gathered, folder, language

    def spread(self) -> dict[str, Any]:
        """Return the spread as JSON: ``sentence``, ``files``, ``readers``, ``left_out`` and ``cases``.

        Each case has ``case``, ``readers``, ``items``, ``quiz`` and ``agreement``. An item has ``item``, ``prompt``,
        ``moments`` (``moment``, ``answers``, ``unsure``, ``lines``, ``values``) and ``change``. A value is the id of
        what was chosen, the same in every language in which the class reads; what is read of it stands beside it
        (``value_text``). Nothing in it is about one reader, and no written line is repeated.

        Example:
            >>> from whosays import open_case, open_class
            >>> book = open_case("practice-pond-2025")
            >>> book.ask("l2a", seat=7).answers = [["l2a", "", "3", ""]]
            >>> book.ask("l2a", seat=8).answers = [["l2a", "", "2", ""]]
            >>> spread = open_class("answers").spread()
            >>> spread["cases"][0]["items"][0]["moments"][0]["values"]
            [{'value': '2', 'value_text': '2', 'count': 1}, {'value': '3', 'value_text': '3', 'count': 1}]
        """
        with speaking(self.language or spoken()):
            return self._spread()

    def _spread(self) -> dict[str, Any]:
        readers, left = self.gathered.readers, self.gathered.left
        names = sorted({reader.case for reader in readers})
        files = len(readers) + len(left)
        return {
            "sentence": say.read(files, len(readers), len(left)) if files else say.nothing(self.folder),
            "files": files,
            "readers": len(readers),
            "left_out": [{"file": one.fault.file, "why": one.why, "message": str(one.fault)} for one in left],
            "cases": [_case(name, [r for r in readers if r.case == name]) for name in names],
        }

    def text(self) -> str:
        """Return the spread as plain text.

        Example:
            >>> from whosays import open_case, open_class
            >>> book = open_case("practice-pond-2025")
            >>> book.ask("l2a", seat=7).answers = [["l2a", "", "3", ""]]
            >>> book.ask("l2a", seat=8).answers = [["l2a", "", "2", ""]]
            >>> print(open_class("answers").text())
            Two files read: the answers of two readers.
            <BLANKLINE>
            practice-pond-2025, 2 readers
              l2a  Leave out the general caution. How many roots stand behind the
            answers to the number of frogs?
                2: 1; 3: 1
        """
        with speaking(self.language or spoken()):
            whole = self._spread()
            lines = [whole["sentence"], *(f"  {say.WHY[one['why']]}: {one['message']}" for one in whole["left_out"])]
            for case in whole["cases"]:
                lines += ["", say.case(case["case"], case["readers"]), *_lines(case)]
        return "\n".join(lines)

    def frame(self, name: str) -> "pd.DataFrame":
        """Return a part of the spread as a DataFrame.

        Args:
            name: spread (how many gave which answer), change (between before and after), quiz (hits and false alarms
                apart), agreement, or left (the files that do not count, and why).

        Raises:
            UnknownIdError: There is no such part.

        Example:
            >>> from whosays import open_case, open_class
            >>> book = open_case("practice-pond-2025")
            >>> book.ask("l2a", seat=7).answers = [["l2a", "", "3", ""]]
            >>> book.ask("l2a", seat=8).answers = [["l2a", "", "2", ""]]
            >>> frame = open_class("answers").frame("spread")
            >>> frame.columns.tolist()
            ['Question', 'When', 'Answers']
            >>> frame.iloc[0].tolist()
            ['Leave out the general caution. How many roots stand behind the answers
            to the number of frogs?', '', '2: 1; 3: 1']
        """
        from whosays.show.tables import framed_text  # noqa: PLC0415 - pandas loads only when a table is asked for

        if name not in PARTS:
            what = "part of the spread"
            raise UnknownIdError(what, name, PARTS)
        with speaking(self.language or spoken()):
            return framed_text({"columns": list(say.COLUMNS[name]), "rows": PARTS[name](self._spread())})

    def __repr__(self) -> str:
        """Return how many files were read and how many count."""
        return self.spread()["sentence"]


def open_class(folder: str | Path, language: str = "") -> Classroom:
    """Merge the files of answers below a folder.

    Args:
        folder: Where the files were collected.
        language: Tag of the language to speak, as uk; empty for the one that is spoken, English if none is.

    Raises:
        NotADirectoryError: There is no such folder.
        ValueError: There are no words in that language; the message names those there are.

    Example:
        >>> from whosays import open_case, open_class
        >>> book = open_case("practice-pond-2025")
        >>> book.ask("l2a", seat=7).answers = [["l2a", "", "3", ""]]
        >>> book.ask("l2a", seat=8).answers = [["l2a", "", "2", ""]]
        >>> open_class("answers")
        Two files read: the answers of two readers.
    """
    return Classroom(gather(folder), str(folder), language)


def alpha(units: Sequence[Counter[str]], level: Literal["nominal", "interval"] = "nominal") -> float | None:
    """Return Krippendorff's alpha: how far readers agree, chance taken off.

    Method: K. Krippendorff (2011), Computing Krippendorff's alpha-reliability; worked out by the package krippendorff.

    Args:
        units: For each item, how many gave which value; readers may leave items out.
        level: nominal, or interval for numbers.

    Returns:
        1 for complete agreement, 0 for chance; None if no item has two answers, if all answers are one value, or if the
        extra ``class`` is not installed.
    """
    pairable = [unit for unit in units if unit.total() >= TWO]
    domain = sorted({value for unit in pairable for value in unit}, key=float if level == "interval" else None)
    if len(domain) < TWO:
        return None
    try:
        import krippendorff  # noqa: PLC0415 - brings numpy; only a class needs it
    except ImportError:  # it is an extra, because its licence is not ours
        return None
    counts = [[unit[value] for value in domain] for unit in pairable]
    values = [float(value) for value in domain] if level == "interval" else list(range(len(domain)))
    return float(krippendorff.alpha(value_counts=counts, value_domain=values, level_of_measurement=level))


def _case(name: str, readers: Sequence[Answers]) -> dict[str, Any]:
    case = _load(name)
    choices = Choices(case)
    readers = [choices.understood(reader) for reader in readers]
    known = {row.id: row for row in case.questions} if case else {}
    given = [answer for reader in readers for answer in reader.answers if _counts(answer)]
    items = [*(i for i in known if any(a.item == i for a in given)), *sorted({a.item for a in given} - set(known))]
    return {
        "case": name,
        "readers": len(readers),
        "items": [_item(item, known.get(item), readers, choices) for item in items],
        "quiz": [_quiz(case, given, moment) for moment in SHOWN] if case else [],
        "agreement": [group for moment in SHOWN for group in _agreement(given, known, moment)],
    }


def _load(name: str) -> Case | None:
    """Return the case as it is read here, if it is one that is known; without it, items have no prompts."""
    try:
        return load(name).in_language(spoken())
    except UnknownIdError:
        return None


def _item(item: str, question: Question | None, readers: Sequence[Answers], choices: Choices) -> dict[str, Any]:
    by_reader = [{a.moment: a for a in r.answers if a.item == item and _counts(a)} for r in readers]
    moments = [_moment([m[moment] for m in by_reader if moment in m], item, moment, choices) for moment in SHOWN]
    twice = [(m["before"].value, m["after"].value) for m in by_reader if {"before", "after"} <= set(m)]
    moves = Counter((one, other) for one, other in twice if one != other)
    ordered = sorted(moves.items(), key=lambda pair: (-pair[1], str(pair[0])))

    def text(value: str | None) -> str:
        return choices.text(item, value) if value else say.unsure()

    change = {
        "both": len(twice),
        "changed": moves.total(),
        "moves": [
            {"from": one, "from_text": text(one), "to": other, "to_text": text(other), "count": count}
            for (one, other), count in ordered
        ],
    }
    return {
        "item": item,
        "prompt": question.prompt if question else "",
        "moments": [moment for moment in moments if moment["answers"]],
        "change": change if twice else None,
    }


def _counts(answer: Answer) -> bool:
    """Whether an answer was given: a draft was not, and what was taken back is blank."""
    return answer.moment in SHOWN and (answer.value != "" or bool(answer.reason.strip()))


def _moment(given: Sequence[Answer], item: str, moment: str, choices: Choices) -> dict[str, Any]:
    counted = Counter(a.value for a in given if a.value)
    order = choices.order(item)
    spread = sorted(counted.items(), key=lambda pair: _place(pair[0], order))
    return {
        "moment": moment,
        "answers": len(given),
        "unsure": sum(a.value is None for a in given),
        "lines": sum(bool(a.reason.strip()) for a in given),
        "values": [{"value": v, "value_text": choices.text(item, v), "count": count} for v, count in spread],
    }


def _place(value: str, order: Sequence[str]) -> tuple[int, float, str]:
    """Return where a value stands in its list: options as asked, numbers by size, others by their letters."""
    if value in order:
        return 0, order.index(value), value
    return (1, float(value), value) if _is_number(value) else (2, 0, value)


def _is_number(value: str) -> bool:
    return value.isascii() and value.replace("-", "", 1).replace(".", "", 1).isdigit()


def _agreement(given: Iterable[Answer], known: dict[str, Question], moment: str) -> Iterator[dict[str, Any]]:
    """Yield the agreement on items that share their values; agreement across others would mean nothing."""
    groups: dict[str, dict[str, Counter[str]]] = {}
    for answer in given:
        group = _group(answer, known.get(answer.item))
        if answer.moment == moment and answer.value and group:
            groups.setdefault(group, {}).setdefault(answer.item, Counter())[answer.value] += 1
    for group, units in ((name, found) for name, found in groups.items() if len(found) >= TWO):
        numbers = all(_is_number(value) for unit in units.values() for value in unit)
        found = alpha(list(units.values()), "interval" if numbers else "nominal")
        answers = sum(unit.total() for unit in units.values())
        yield {"group": group, "moment": moment, "alpha": found, "answers": answers, "items": len(units)}


def _group(answer: Answer, question: Question | None) -> str:
    if question:
        kinds = {"fits the text": "statements", "number": "numbers", "count roots": "numbers"}
        return kinds.get(question.kind, "")
    first, space, _ = answer.item.partition(" ")
    return first if space and first != "line" else ""


def _quiz(case: Case, given: Iterable[Answer], moment: str) -> dict[str, Any]:
    found: Discernment = discern(case, given, moment)
    counts = {name: getattr(found, name) for name in ("hits", "fit", "alarms", "other", "unsure")}
    return {"moment": moment, **counts, "sensitivity": found.sensitivity, "bias": found.bias}


def _lines(case: dict[str, Any]) -> Iterator[str]:
    for item in case["items"]:
        yield f"  {item['item']}  {item['prompt']}".rstrip()
        for one in item["moments"]:
            spread = say.values([(v["value_text"], v["count"]) for v in one["values"]], one["unsure"], one["lines"])
            yield f"    {say.MOMENTS[one['moment']] + ': ' if one['moment'] else ''}{spread}"
        if item["change"]:
            yield f"    {say.change(item['change']['both'], item['change']['changed'])}"
    for one in case["quiz"]:
        if one["fit"] or one["other"]:
            facts = (one[name] for name in ("hits", "fit", "alarms", "other", "sensitivity", "bias"))
            yield f"  {_named(say.GROUPS['statements'], one['moment'])}: {say.discernment(*facts)}"
    for one in case["agreement"]:
        group: str = one["group"]
        name = _named(say.GROUPS.get(group, group), one["moment"])
        yield f"  {name}: {say.agreement(one['alpha'], one['answers'])}"


def _named(what: str, moment: str) -> str:
    return f"{what}, {say.MOMENTS[moment]}" if moment else what

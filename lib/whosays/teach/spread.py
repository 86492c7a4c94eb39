"""The spread of a class as tables: what was answered, what changed, what was told apart, how far readers agree."""

from collections.abc import Callable
from typing import Any

from whosays.show.sentences import classroom as say

Rows = list[list[str]]


def _spread_rows(whole: dict[str, Any]) -> Rows:
    return [
        [str(item["item"]), str(item["prompt"]), say.MOMENTS.get(one["moment"], ""),
         say.values([(v["value_text"], v["count"]) for v in one["values"]], one["unsure"], one["lines"])]
        for case in whole["cases"] for item in case["items"] for one in item["moments"]
    ]  # fmt: skip


def _change_rows(whole: dict[str, Any]) -> Rows:
    moved = [(item, item["change"]) for case in whole["cases"] for item in case["items"] if item["change"]]
    return [
        [
            str(item["item"]),
            str(move["from_text"]),
            str(move["to_text"]),
            str(move["count"]),
            str(change["both"]),
        ]
        for item, change in moved
        for move in change["moves"]
    ]


def _quiz_rows(whole: dict[str, Any]) -> Rows:
    given = [one for case in whole["cases"] for one in case["quiz"] if one["fit"] or one["other"]]
    return [
        [say.MOMENTS.get(one["moment"], ""), say.share(one["hits"], one["fit"]), say.share(one["alarms"], one["other"]),
         str(one["unsure"]),
         say.decimal(one["sensitivity"]), say.decimal(one["bias"])]
        for one in given
    ]  # fmt: skip


def _agreement_rows(whole: dict[str, Any]) -> Rows:
    return [
        [
            str(say.GROUPS.get(one["group"], one["group"])),
            say.MOMENTS.get(one["moment"], ""),
            say.decimal(one["alpha"]),
            str(one["answers"]),
        ]
        for case in whole["cases"]
        for one in case["agreement"]
    ]


PARTS: dict[str, Callable[[dict[str, Any]], Rows]] = {
    "spread": _spread_rows,
    "change": _change_rows,
    "quiz": _quiz_rows,
    "agreement": _agreement_rows,
    "left": lambda whole: [[one["file"], say.WHY[one["why"]], one["message"]] for one in whole["left_out"]],
}

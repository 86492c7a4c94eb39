"""A large map, discussion or archive brought into a case: what is missing is asked for once, on one screen."""

import json
from itertools import pairwise

import pytest

from whosays.cli import main
from whosays.cli.command import FAULTS

MANY = 400
SCREEN = 30  # lines


def a_map(folder):
    nodes = [{"nodeID": str(n), "text": f"Claim {n}", "type": "I", "timestamp": ""} for n in range(MANY)]
    nodes += [{"nodeID": f"r{n}", "text": "", "type": "CA" if n % 2 else "RA", "timestamp": ""} for n in range(1, MANY)]
    ends = [(f"{n}", f"r{n}", f"{n // 2}") for n in range(1, MANY)]
    edges = [{"edgeID": f"{a}-{b}", "fromID": a, "toID": b} for one in ends for a, b in pairwise(one)]
    file = folder / "map.json"
    file.write_text(json.dumps({"nodes": nodes, "edges": edges}), encoding="utf-8", newline="")
    return file


def a_discussion(folder):
    lines = [f"1.{n}. {'Pro' if n % 2 else 'Con'}: Reason {n}." for n in range(1, MANY)]
    file = folder / "talk.txt"
    file.write_text("\n".join(["Discussion Title: A talk", "1. It stands.", *lines]), encoding="utf-8", newline="")
    return file


def an_archive(folder):
    rated = {"author": {"name": "A"}, "reviewRating": {"alternateName": "Mostly so"}}
    lines = [{"@type": "ClaimReview", "claimReviewed": f"Claim {n}", **rated} for n in range(MANY)]
    file = folder / "reviews.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8", newline="")
    return file


@pytest.mark.parametrize(
    ("form", "made"),
    [("aif", a_map), ("kialo", a_discussion), ("claimreview", an_archive)],
    ids=["aif", "kialo", "claimreview"],
)
def test_what_many_rows_lack_is_asked_for_once(form, made, tmp_path, capsys):
    assert main(["import", str(made(tmp_path)), str(tmp_path / "new"), "--from", form]) == FAULTS

    out, err = capsys.readouterr()
    asked = err.splitlines()
    assert len(out.splitlines()) + len(asked) <= SCREEN
    assert sum('column "subject"' in line for line in asked) == 1
    assert sum(f"The same in {MANY - 1} more rows." in line for line in asked) >= 3

"""What every test may ask for: the shipped case, a copy to spoil, and a reader's own copy of the article."""

import os
import shutil
from pathlib import Path

import pytest

from whosays.analysis.trace import Trace
from whosays.case.load import load

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "data" / "kramatorsk-2023"


@pytest.fixture(scope="session")
def case():
    """The shipped case."""
    return load(SHIPPED)


@pytest.fixture(scope="session")
def inside(case):
    """The shipped case as the article alone shows it."""
    return Trace(case, "article")


@pytest.fixture(scope="session")
def beyond(case):
    """The shipped case with what is known from outside the article."""
    return Trace(case, "beyond")


@pytest.fixture
def folder(tmp_path):
    """A copy of the shipped case that a test may spoil."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "case"))


@pytest.fixture(scope="session")
def article():
    """The reader's own copy of the article, named by WHOSAYS_ARTICLE; it is not ours to ship."""
    path = os.environ.get("WHOSAYS_ARTICLE", "")
    if not Path(path).is_file():
        pytest.skip("no copy of the article: name one in WHOSAYS_ARTICLE (its address is in data/*/article.csv)")
    return Path(path).read_text(encoding="utf-8")

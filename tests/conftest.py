"""What every test may ask for: the shipped case, a copy to spoil, and a reader's own copy of the article."""

import os
import shutil
import signal
from pathlib import Path

import pytest
from xdist.scheduler import LoadScopeScheduling

from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework
from whosays.case.load import load
from whosays.case.model import LAYERS

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "data" / "kramatorsk-2023"
LAB, LONG = "tests/browser/lab", ("tests/browser/hub", "tests/browser/lite", "tests/browser", "notebooks")


class OneLab(LoadScopeScheduling):
    """Keep each file on one worker, and all files that open JupyterLab on the same one, which starts once for them."""

    def _split_scope(self, nodeid):
        file = nodeid.partition("::")[0]
        return LAB if file.startswith(LAB) else file


def pytest_xdist_make_scheduler(config, log):
    """Share the tests out among the workers in this way, whatever ``--dist`` says."""
    config.option.loadscopereorder = False
    return OneLab(config, log)


def pytest_collection_modifyitems(items):
    """Begin with what takes long, so that at the end no worker waits for the other."""
    order = (LAB, *LONG)
    items.sort(key=lambda item: next((n for n, place in enumerate(order) if item.nodeid.startswith(place)), len(order)))


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


@pytest.fixture
def heard():
    """Let what a test starts hear Ctrl-C, even where the tests run in the background and do not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def weighed(case):
    """Return a case weighed in each layer."""
    return {layer: Framework(Trace(case, layer)) for layer in LAYERS}


def word(framework, claim):
    """Return where a claim stands, in one word."""
    return framework.standing(claim).word


def copy_of(name):
    """Return the reader's own copy of the text of a case, or skip; it is not ours to ship.

    ``WHOSAYS_ARTICLE`` names the file of the first case, ``WHOSAYS_CASES`` a folder with one file a case, u2-1960.txt.
    A case that carries its text needs no copy.
    """
    ours = ROOT / "data" / name / "text.txt"
    named = Path(os.environ.get("WHOSAYS_ARTICLE", "")) if name == SHIPPED.name else ours
    path = next(
        (p for p in (ours, named, Path(os.environ.get("WHOSAYS_CASES", "")) / f"{name}.txt") if p.is_file()), None
    )
    if path is None:
        pytest.skip(f"no copy of the text of {name}: see WHOSAYS_CASES in tests/conftest.py")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def article():
    """The reader's own copy of the first article."""
    return copy_of(SHIPPED.name)

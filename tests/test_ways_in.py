"""The ways in other than `make lab`: Binder, Codespaces, the launcher for where there is no make, and the app."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jupyterlab_server.config import get_page_config
from repo2docker.buildpacks import CondaBuildPack

import lab
import setup
from furnish import furnish

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
WITH = shutil.which("make")
MAKE = (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.fixture
def binder(monkeypatch):
    """What Binder makes of the repository."""
    monkeypatch.chdir(ROOT)
    pack = CondaBuildPack("a base image")
    pack.platform = "linux/amd64"
    return pack


def test_binder_takes_the_repository_for_one_of_conda_and_begins_with_the_python_that_it_names(binder):
    assert binder.detect()
    assert binder.python_version == "3.12"
    made = binder.render({})
    assert '--file "environment.yml"' in made
    assert made.index('--file "environment.yml"') < made.index("RUN ./postBuild")


def test_binder_furnishes_its_jupyterlab_like_the_setup():
    post = ROOT / "postBuild"

    assert os.access(post, os.X_OK)
    assert post.read_text(encoding="utf-8").endswith("\npython tools/furnish.py\n")


def test_a_furnished_jupyterlab_asks_for_no_news_and_no_build_and_finds_the_app(tmp_path):
    furnish(tmp_path)
    furnish(tmp_path)

    place = tmp_path / "share" / "jupyter"
    settings = json.loads((place / "lab" / "settings" / "overrides.json").read_text(encoding="utf-8"))
    page = get_page_config([], str(place / "lab" / "settings"))
    assert (page["buildCheck"], page["buildAvailable"]) == (False, False)
    assert settings["@jupyterlab/apputils-extension:notification"] == {"fetchNews": "false", "checkForUpdates": False}
    extension = place / "labextensions" / "whosays-app"
    about = json.loads((extension / "package.json").read_text(encoding="utf-8"))
    assert about["name"] == extension.name
    assert (extension / about["jupyterlab"]["_build"]["load"]).is_file()


def test_the_container_of_codespaces_names_what_is_there():
    container = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))

    kinds = {"name": str, "image": str, "postCreateCommand": str, "waitFor": str, "forwardPorts": list,
             "portsAttributes": dict, "customizations": dict}  # fmt: skip
    assert {key: type(value) for key, value in container.items()} == kinds, "the types that its specification has"
    assert container["waitFor"] in container
    assert list(container["portsAttributes"]) == [str(port) for port in container["forwardPorts"]]
    command, target = container["postCreateCommand"].split()
    assert command == "make"
    assert re.search(rf"^{target}:", MAKE, re.MULTILINE)
    assert all((ROOT / name).is_file() for name in container["customizations"]["codespaces"]["openFiles"])


@pytest.fixture
def started(monkeypatch):
    """The commands that the launcher starts, with everything set up."""
    commands = []
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(setup, "is_ready", lambda: True)
    monkeypatch.setattr(lab, "start", lambda command: commands.append(command) or 0)
    return commands


@pytest.mark.parametrize("words", [[], ["lab"], ["app"], ["app", "--no-browser"], ["--port", "8899"]], ids=str)
def test_the_launcher_opens_a_notebook_that_is_there_and_passes_options_on(words, started):
    assert lab.main(list(words)) == 0

    (command,), options = started, [word for word in words if word not in lab.STARTS]
    assert Path(command[0]).is_file()
    assert command[1] == "lab"
    assert command[-1 - len(options) : -1] == options
    notebook = "app" if "app" in words else "00_start_here"
    assert command[-1].endswith(f"notebooks/{notebook}.ipynb")
    assert (ROOT / "notebooks" / f"{notebook}.ipynb").is_file()


def test_the_launcher_sets_up_first_and_opens_nothing_if_that_fails(started, monkeypatch):
    monkeypatch.setattr(setup, "is_ready", lambda: False)
    monkeypatch.setattr(setup, "main", lambda: 1)

    assert lab.main([]) == 1
    assert started == []


def test_the_launcher_leaves_an_interrupt_to_jupyterlab_where_it_cannot_be_replaced(monkeypatch):
    monkeypatch.setattr(os, "name", "other")
    popen = lab.subprocess.Popen

    class Interrupted(popen):
        heard = 0

        def wait(self, timeout=None):
            if not Interrupted.heard:
                Interrupted.heard += 1
                raise KeyboardInterrupt
            return super().wait(timeout)

    monkeypatch.setattr(lab.subprocess, "Popen", Interrupted)

    assert lab.start([sys.executable, "-c", "raise SystemExit(3)"]) == 3
    assert Interrupted.heard == 1


def test_make_and_the_launcher_agree_on_when_to_set_up_again():
    rule = re.search(r"^\.venv/\.ready: ((?:.*\\\n)*.*)$", MAKE, re.MULTILINE)[1]

    assert rule.replace("\\\n", " ").split() == setup.SOURCES


def test_a_change_of_what_is_set_up_makes_it_no_longer_ready(tmp_path, monkeypatch):
    monkeypatch.setattr(setup, "VENV", tmp_path)
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    monkeypatch.setattr(setup, "SOURCES", ["requirements.txt"])
    pins, ready = tmp_path / "requirements.txt", tmp_path / ".ready"
    pins.touch()
    assert not setup.is_ready()
    python = Path(setup.program("python", tmp_path))
    python.parent.mkdir()
    python.touch()
    ready.write_text(f"{tmp_path}-moved", encoding="utf-8")
    assert not setup.is_ready(), "a folder that was copied brings an environment of another place"
    ready.write_text(str(tmp_path), encoding="utf-8")
    os.utime(pins, (1, 1))
    assert setup.is_ready()
    os.utime(ready, (0, 0))
    assert not setup.is_ready()
    os.utime(ready)
    assert setup.is_ready()
    python.unlink()
    assert not setup.is_ready(), "half gone"


@pytest.mark.skipif(WITH is None, reason="no make on this machine")
@pytest.mark.parametrize(
    ("place", "python", "made"), [("{}", True, False), ("{}-moved", True, True), ("{}", False, True)]
)
def test_make_sets_up_anew_what_is_half_gone_or_came_along_in_a_copied_folder(tmp_path, place, python, made):
    folder = tmp_path / "Meine Übungen"
    needs = re.search(r"^\.venv/\.ready: ((?:.*\\\n)*.*)$", MAKE, re.MULTILINE)[1].replace("\\", "").split()
    for name in ["Makefile", *needs]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    (folder / ".venv" / "bin").mkdir(parents=True)
    if python:
        (folder / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (folder / ".venv" / ".ready").write_text(place.format(folder / ".venv"), encoding="utf-8")
    done = subprocess.run([WITH, "--dry-run", "setup"], cwd=folder, capture_output=True, text=True, check=True)

    assert ("tools/setup.py" in done.stdout) is made


def test_the_programs_of_windows_have_their_ending(monkeypatch):
    assert Path(setup.program("python")).exists()
    monkeypatch.setattr(os, "name", "nt")
    assert setup.program("uv").endswith("uv.exe")


def test_what_the_readme_says_for_windows_is_there():
    named = set(re.findall(r"\bpy ([\w\\]+\.py)", README))

    assert "tools\\lab.py" in named
    assert all((ROOT / name.replace("\\", "/")).is_file() for name in named)
    assert set(re.findall(r"py tools\\lab\.py (\w+)", README)) <= set(lab.STARTS)


def test_the_links_of_the_readme_to_binder_and_to_the_app_lead_to_notebooks_that_are_there():
    paths = re.findall(r"(?:lab|doc/workspaces/app)/tree/([\w/.]+\.ipynb)", README)

    assert len(paths) >= 2
    assert all((ROOT / path).is_file() for path in paths)

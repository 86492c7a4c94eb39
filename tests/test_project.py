"""What the project says of itself is so."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from whosays.case.load import load, shipped_cases
from whosays.cli import main

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
README = (ROOT / "README.md").read_text(encoding="utf-8")


def requirement(line):
    name, limits = re.fullmatch(r"([\w.-]+)(?:\[\w+\])?(.*)", line.replace(" ", "")).groups()
    return name, limits


def declared(*extras):
    lines = list(PROJECT["project"]["dependencies"])
    for extra in extras:
        lines += PROJECT["project"]["optional-dependencies"][extra]
    return dict(map(requirement, lines))


def test_environment_yml_names_the_same_packages_and_ranges_as_pyproject():
    packages = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    conda = dict(requirement(line) for line in packages if isinstance(line, str) and line != "pip")
    pip = next(entry["pip"] for entry in packages if isinstance(entry, dict))
    conda |= dict(requirement(line) for line in pip if not line.startswith("--"))

    one, oldest = conda.pop("python").removeprefix("="), PROJECT["project"]["requires-python"].removeprefix(">=")
    assert [int(part) for part in one.split(".")] >= [int(part) for part in oldest.split(".")]
    assert conda == declared("author", "class", "lab")  # what serves readers; the rest builds and tests


def test_every_declared_package_is_pinned_once_and_without_an_address():
    pins = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    names = {line.split("==")[0].split("[")[0] for line in pins.splitlines() if "==" in line}

    assert set(declared("author", "lab", "class", "report", "site", "test", "setup")) <= names
    assert not re.search(r"://|--|\bfile:|@", pins)


def test_what_is_measured_against_is_pinned_apart_and_not_set_up_with_the_kit():
    pins = (ROOT / "bench" / "requirements.txt").read_text(encoding="utf-8")
    tested = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    peers = declared("bench").keys() - declared().keys()

    assert peers <= {line.split("==")[0] for line in pins.splitlines()}
    assert not re.search(r"://|--|\bfile:|@", pins)
    assert not [name for name in peers if re.search(rf"^{name}==", tested, re.MULTILINE)]


def test_contributing_gives_a_reason_for_every_dependency():
    words = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

    for name in declared("lab", "class", "report", "site", "test", "setup", "bench"):
        assert re.search(rf"^\|[^|]*\b{re.escape(name)}\b", words, re.MULTILINE), name


def test_the_readme_lists_every_command_in_the_words_of_its_help(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    helped = " ".join(capsys.readouterr().out.split())
    rows = re.findall(r"^\| `whosays (\w+)[^`]*` \| (.+) \|$", README, re.MULTILINE)

    assert [name for name, _ in rows] == re.findall(r"\b(\w+) (?:[A-Z]\w+ [^.]+\.)", helped.split("COMMAND ", 1)[1])
    for name, what in rows:
        assert f"{name} {what}" in helped


def test_the_readme_lists_every_case_with_its_question():
    rows = dict(re.findall(r"^\| `([\w-]+-\d{4})` \| ([^|]+\?) \|", README, re.MULTILINE))

    assert rows == {name: load(name).article.title for name in shipped_cases()}


def test_the_make_targets_of_the_readme_exist():
    make = (ROOT / "Makefile").read_text(encoding="utf-8")

    for target in set(re.findall(r"(?:^    |`)make (\w+)", README, re.MULTILINE)):
        assert re.search(rf"^{target}:", make, re.MULTILINE), target


def test_the_version_is_the_same_everywhere():
    version = PROJECT["project"]["version"]

    assert f"version: {version}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_explorer_module_makes_no_markup_from_text_and_asks_no_network():
    module = (ROOT / "lib" / "whosays" / "show" / "explorer.js").read_text(encoding="utf-8")

    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(", "XMLHttp",
                 "import(", "WebSocket", "sendBeacon"):  # fmt: skip
        assert word not in module


@pytest.mark.parametrize("text", ["3.9.2", "3.10.14"])
def test_an_old_python_is_told_so_in_plain_words(text, tmp_path):
    major, minor, patch = map(int, text.split("."))
    script = tmp_path / "old.py"
    script.write_text(
        f"import sys, shutil\nsys.version_info = ({major}, {minor}, {patch})\nshutil.which = lambda name: None\n"
        f"sys.path.insert(0, {str(ROOT / 'tools')!r})\nimport setup\nsys.exit(setup.main())\n",
        encoding="utf-8",
    )

    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert f"needs Python 3.11 or newer; this is {major}.{minor}" in done.stderr
    assert "Traceback" not in done.stderr

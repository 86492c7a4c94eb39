"""Run the notebook of a report with its parameters, in a kernel of this Python, and take what its cells show.

A cell with the parameters is put in after the one tagged ``parameters``, as papermill does
(https://papermill.readthedocs.io/en/latest/usage-parameterize.html); nbclient, the Jupyter project's own, runs it.
"""

import atexit
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from pprint import pformat
from typing import TYPE_CHECKING, Any, cast

from whosays.case.errors import Fault, printable, quoted
from whosays.report.faults import ReportError
from whosays.report.section import FIGURE, MIME, Section, Shown, read_section

if TYPE_CHECKING:
    from nbclient import NotebookClient
    from nbformat import NotebookNode

NOTEBOOK = "report.ipynb"
TAG, INJECTED, GUIDE = "parameters", "injected-parameters", "guide"
COPY = "Begin with a copy of notebooks/report.ipynb."
SECONDS = 600  # one cell; the largest case so far takes two
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
KEPT = {"HOME", "LANG", "LC_ALL", "PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "USERPROFILE", "VIRTUAL_ENV"}
WIDTH = 100  # letters of a line of the cell that is put in


def own_notebook() -> Path:
    """Return the notebook of reports that comes with whosays."""
    package = Path(__file__).resolve().parent
    installed = package / NOTEBOOK
    return installed if installed.is_file() else package.parents[2] / "notebooks" / NOTEBOOK


def read_notebook(file: str | Path) -> tuple["NotebookNode", str]:
    """Return a notebook without its outputs, and the hash of what its cells say.

    Args:
        file: Where it is.

    Raises:
        ReportError: It cannot be read, is no notebook, or has no cell for the parameters.
    """
    import nbformat  # noqa: PLC0415 - only where a report is made

    try:
        notebook = cast("NotebookNode", nbformat.reads(Path(file).read_text(encoding="utf-8"), as_version=4))
        nbformat.validate(notebook)
    except OSError as error:
        found = error.strerror or "a file that cannot be read"
        raise ReportError([_no_notebook(file, found, "Name a file that is there.")]) from None
    except Exception:  # noqa: BLE001 - nbformat has no one error for what is no notebook
        raise ReportError([_no_notebook(file, "a file that is no notebook", COPY)]) from None
    notebook.cells = [cell for cell in notebook.cells if INJECTED not in _tags(cell)]
    if sum(TAG in _tags(cell) for cell in notebook.cells) != 1:
        raise ReportError([_no_notebook(file, f"no cell, or several, with the tag {quoted(TAG)}", COPY)])
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    says = "\0".join(f"{cell.cell_type}\0{cell.source}\0{' '.join(_tags(cell))}" for cell in notebook.cells)
    return notebook, sha256(says.encode()).hexdigest()


def _no_notebook(file: str | Path, found: str, remedy: str) -> Fault:
    option = f"--notebook {file}" if Path(file) != own_notebook() else str(file)
    return Fault(option, 0, "", found, "a notebook (.ipynb) of a report", remedy)


def _tags(cell: "NotebookNode") -> list[str]:
    return list(cell.metadata.get("tags", []))


def run(
    notebook: "NotebookNode", parameters: Mapping[str, Any], folder: Path, progress: Callable[[int, int], None]
) -> "NotebookNode":
    """Return a notebook as run.

    Args:
        notebook: From ``read_notebook``; it is changed.
        parameters: What ``open_report`` takes.
        folder: Where it runs.
        progress: Told after each cell how many were run, and how many there are.

    Raises:
        ReportError: A cell failed, or no kernel could be started.
    """
    from nbformat.v4 import new_code_cell  # noqa: PLC0415  # pyright: ignore[reportUnknownVariableType] - untyped

    at = next(n for n, cell in enumerate(notebook.cells) if TAG in _tags(cell))
    source = f"parameters = {pformat(dict(parameters), width=WIDTH, sort_dicts=False)}"
    notebook.cells.insert(at + 1, new_code_cell(source, id="parameters", metadata={"tags": [INJECTED]}))
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number:02}"
    with tempfile.TemporaryDirectory(prefix="whosays-", ignore_cleanup_errors=True) as home:
        _execute(notebook, folder, Path(home), progress)
    return _settled(notebook)


def _execute(notebook: "NotebookNode", folder: Path, home: Path, progress: Callable[[int, int], None]) -> None:
    from nbclient.exceptions import CellExecutionError, DeadKernelError  # noqa: PLC0415 - only where a report is made

    total, done = sum(cell.cell_type == "code" for cell in notebook.cells), 0

    def after(**_said: object) -> None:
        nonlocal done
        done += 1
        progress(done, total)

    client = _client(notebook, folder, after)
    said = home / "kernel.txt"
    try:
        with said.open("wb") as errors, ThreadPoolExecutor(1) as apart:  # a notebook may ask for a report as well
            running = apart.submit(
                client.execute, cleanup_kc=True, env=_environment(home), stderr=errors, stdout=errors
            )
            try:
                running.result()
            except KeyboardInterrupt:
                _stop(client)
                raise
            finally:  # nbclient leaves it registered if a kernel ends while it starts, and fails on it at the end
                atexit.unregister(client._cleanup_kernel)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    except CellExecutionError as error:
        raise _failed(notebook, error.ename, error.evalue) from None
    except (DeadKernelError, OSError, RuntimeError) as error:
        last = said.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-1:]
        raise _no_kernel(str(*last or [error])) from None


def _client(notebook: "NotebookNode", folder: Path, after: Callable[..., None]) -> "NotebookClient":
    """Return a client whose kernel is this Python, whatever other kernels the machine has."""
    from jupyter_client.kernelspec import KernelSpec, KernelSpecManager  # noqa: PLC0415 - only where a report is made
    from jupyter_client.manager import AsyncKernelManager  # noqa: PLC0415 - as above
    from nbclient import NotebookClient  # noqa: PLC0415 - as above

    class OwnKernel(KernelSpecManager):
        def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
            argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
            return KernelSpec(argv=argv, language="python", display_name=kernel_name)

    return NotebookClient(
        notebook,
        km=AsyncKernelManager(kernel_name="python3", kernel_spec_manager=OwnKernel()),
        timeout=SECONDS,
        record_timing=False,
        store_widget_state=False,
        on_cell_executed=after,
        resources={"metadata": {"path": str(folder)}},
    )


def _environment(home: Path) -> dict[str, str]:
    """Return an environment in which nothing of the user's own changes what a cell shows."""
    own = {name: value for name, value in os.environ.items() if name.upper() in KEPT or name.startswith("PYTHON")}
    return {**own, "IPYTHONDIR": str(home), "JUPYTER_CONFIG_DIR": str(home), "PYTHONHASHSEED": "0", "NO_COLOR": "1"}


def _stop(client: "NotebookClient") -> None:
    """End the kernel at once; the thread that waits for it ends with it."""
    pid = getattr(getattr(client.km, "provisioner", None), "pid", None)
    if isinstance(pid, int):
        with suppress(OSError):
            os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))


def _failed(notebook: "NotebookNode", name: str, value: str) -> ReportError:
    at = next((n for n, cell in enumerate(notebook.cells) if _failing(cell)), 0)
    lines = str(notebook.cells[at].source).splitlines() if notebook.cells else []
    said = " ".join(f"{name}: {value}".split())[:300]
    expected = "a cell that runs"
    remedy = f"It stopped with {printable(said)}. Mend the cell, or take it out."
    return ReportError(
        [Fault(NOTEBOOK, 0, "", f"cell {at + 1} ({quoted(lines[-1] if lines else '')})", expected, remedy)]
    )


def _failing(cell: "NotebookNode") -> bool:
    return cell.cell_type == "code" and any(output.output_type == "error" for output in cell.outputs)


def _no_kernel(said: str) -> ReportError:
    remedy = "Try again; if that does not help, set whosays up anew (make setup)."
    found = f"none ({printable(said)[:300]})"
    return ReportError([Fault(sys.executable, 0, "", found, "a Python that runs a notebook", remedy)], usage=False)


def _settled(notebook: "NotebookNode") -> "NotebookNode":
    """Return a notebook as run without what changes from run to run."""
    notebook.metadata = type(notebook.metadata)(
        kernelspec={"display_name": "Python 3", "language": "python", "name": "python3"},
        language_info={"name": "python"},
    )
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET_VIEW, None)
    return notebook


def shown(notebook: "NotebookNode") -> Iterator[Shown]:
    """Yield what the cells of a notebook as run give to the report, in their order.

    Prose of the author stands in it as text; that of the kit, tagged ``guide``, is for who runs the notebook by hand.
    """
    for cell in notebook.cells:
        tags = _tags(cell)
        if cell.cell_type == "markdown" and GUIDE not in tags:
            yield Shown(text=str(cell.source))
        if cell.cell_type == "code" and not {TAG, INJECTED, GUIDE} & set(tags):
            yield from (_output(cast("dict[str, Any]", output)) for output in cell.outputs)


def _output(output: dict[str, Any]) -> Shown:
    data: dict[str, Any] = output.get("data", {})
    section: Section | None = read_section(data.get(MIME))
    if section:
        return Shown(section, data.get(FIGURE))
    return Shown(text=str(data.get("text/plain", output.get("text", ""))))

"""Run every notebook from top to bottom and store its outputs, without what changes from run to run.

The only program that writes stored outputs. Twice in a row gives the same bytes: no widget state, no model ids,
no timestamps, no version of Python.
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from reading import reading_level

ROOT = Path(__file__).resolve().parents[1]
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
TIMEOUT = 120  # seconds a cell may take


def refresh(path: Path) -> None:
    """Run one notebook and store its outputs.

    Args:
        path: The notebook; it is replaced.
    """
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook,
        timeout=TIMEOUT,
        kernel_name="python3",
        record_timing=False,
        store_widget_state=False,
        resources={"metadata": {"path": str(path.parent)}},
    ).execute()
    notebook.metadata.pop("widgets", None)
    notebook.metadata["language_info"] = {"name": "python"}
    notebook.metadata["reading_level"] = {"lix": reading_level(notebook)}
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number:02}"
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET_VIEW, None)  # model ids are random; the sentence stays
    nbformat.validate(notebook)
    nbformat.write(notebook, path)


def main(names: list[str]) -> int:
    """Refresh the notebooks named, or all."""
    for path in [Path(n) for n in names] or sorted((ROOT / "notebooks").rglob("*.ipynb")):
        refresh(path)
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

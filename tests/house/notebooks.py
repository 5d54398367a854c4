"""The notebooks, run: `make notebooks` executes them and writes their outputs anew.

What is written is the same on every machine: no times, no counters of a session.
tests/notebooks fails when an output is stale.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import nbformat
from nbclient import NotebookClient

from house.measure import ROOT

FOLDER: Final = ROOT / "notebooks"
NOTEBOOKS: Final = tuple(sorted(FOLDER.glob("*.ipynb")))
KERNEL: Final = {"display_name": "Python 3", "language": "python", "name": "python3"}
#: A picture's letters are set by the widths that this machine's fonts have.
DRAWN: Final = "image/svg+xml"
#: Seconds that one cell may take.
LONG: Final = 120


def executed(path: Path) -> nbformat.NotebookNode:
    """Return a notebook with the outputs of every cell, run in the folder where it lies."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook, timeout=LONG, kernel_name="python3", resources={"metadata": {"path": FOLDER}}
    )
    client.execute()
    return plain(notebook)


def plain(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Leave out what differs from run to run."""
    notebook.metadata = nbformat.from_dict(
        {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    )
    number = 0
    for place, cell in enumerate(notebook.cells, 1):
        cell.id = f"cell-{place}"
        cell.metadata = nbformat.from_dict({})
        if cell.cell_type == "code":
            number += 1
            cell.execution_count = number
            cell.outputs = [_counted(output, number) for output in cell.outputs]
    return notebook


def told(notebook: nbformat.NotebookNode) -> list[list[dict[str, Any]]]:
    """Return what each cell shows, pictures left out but for their being there."""
    return [
        [_without_pictures(output) for output in cell.outputs]
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def _without_pictures(output: dict[str, Any]) -> dict[str, Any]:
    data = {kind: kind == DRAWN or text for kind, text in output.get("data", {}).items()}
    return {**output, "data": data}


def _counted(output: nbformat.NotebookNode, number: int) -> nbformat.NotebookNode:
    if output.output_type == "execute_result":
        output.execution_count = number
    return output


if __name__ == "__main__":
    for one in NOTEBOOKS:
        nbformat.write(executed(one), one)

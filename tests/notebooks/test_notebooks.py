"""The notebooks run, show what is committed, and are small."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from house.measure import ROOT

pytest.importorskip("nbclient")

import nbformat

from house import notebooks

#: Bytes of one notebook with its outputs.
SMALL: Final = 200_000


@pytest.mark.parametrize("path", notebooks.NOTEBOOKS, ids=lambda path: path.stem)
@pytest.mark.filterwarnings("default")
def test_notebook_shows_what_is_committed(path: Path) -> None:
    committed = nbformat.read(path, as_version=4)
    again = notebooks.told(notebooks.executed(path))
    assert again == notebooks.told(committed), "stale; `make notebooks` writes it anew"


@pytest.mark.parametrize("path", notebooks.NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_is_small_and_plain(path: Path) -> None:
    assert path.stat().st_size < SMALL
    committed = nbformat.read(path, as_version=4)
    assert notebooks.plain(nbformat.read(path, as_version=4)) == committed
    assert str(ROOT) not in path.read_text(encoding="utf-8")


def test_there_are_notebooks() -> None:
    assert len(notebooks.NOTEBOOKS) >= 4

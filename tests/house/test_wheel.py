"""The wheel alone, in a folder without the repository: nothing that it needs is left behind."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from house import blocks
from house.measure import ROOT

pytest.importorskip("hatchling")


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and unpack it, as an installer does."""
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as file:
        file.extractall(folder / "installed")
    return folder / "installed"


@pytest.mark.slow
@pytest.mark.parametrize("page", ["README.md", "README.zh.md", "docs/howto/audit-an-archive.md"])
def test_pages_work_without_the_repository(
    page: str, unpacked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(unpacked))
    told = subprocess.run(
        [sys.executable, "-c", "import reportparse; print(reportparse.__file__)"],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert Path(told.stdout.strip()).is_relative_to(unpacked)
    blocks.run((ROOT / page).read_text(encoding="utf-8"), tmp_path)


@pytest.mark.slow
def test_every_face_is_drawn_without_the_repository(
    unpacked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(unpacked))
    drawn = (
        "import reportparse as rp\n"
        "report = rp.parse('全年举办讲座41场，包括进村18场、进校15场、进厂10场。')\n"
        "assert report.findings[0].code == 'TOT101'\n"
        "report.to_html('a.html'); report.to_excel('a.xlsx'); report.to_json('a.json')\n"
        "assert report._repr_html_() and report.findings._repr_html_()\n"
        "assert report.outline()._repr_html_() and report.to_frame(lang='zh').size\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", drawn], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"a.html", "a.xlsx", "a.json"}

"""Importing the package or asking for help loads none of the heavy libraries."""

from __future__ import annotations

import subprocess
import sys
from typing import Final

import pytest

#: What takes tens to hundreds of milliseconds to import, and is used on few paths.
HEAVY: Final = {
    "PIL", "altair", "cv2", "duckdb", "jieba", "lxml", "numpy", "onnxruntime", "pandas",
    "pdfminer", "pdfplumber", "pyarrow", "pypdf", "pypdfium2", "rapidocr", "rich", "rjieba",
    "vl_convert", "xlsxwriter",
}  # fmt: skip

HELP: Final = """\
from reportparse.cli import main
try:
    main(["--help"])
except SystemExit:
    pass
"""
PARSE: Final = """\
import reportparse
assert reportparse.parse("全年共调解纠纷198件。").claims
"""


def loaded_by(statements: str) -> set[str]:
    """Return the top-level modules that a fresh interpreter holds afterwards."""
    tell = "import sys; print('loaded', *{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", f"{statements}\n{tell}"],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return set(done.stdout.rpartition("loaded ")[2].split())


@pytest.mark.parametrize(
    ("statements", "may"),
    [
        pytest.param("import reportparse", set(), id="import"),
        pytest.param(HELP, set(), id="help"),
        pytest.param(PARSE, {"jieba", "rjieba"}, id="parse-text"),
    ],
)
def test_stays_light(statements: str, may: set[str]) -> None:
    assert not loaded_by(statements) & (HEAVY - may)

"""Workbooks in the hands of others: opened, worked out and saved by LibreOffice Calc."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

#: Makes LibreOffice work out every formula of a workbook that another program wrote.
RECALCULATE: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def resaved(path: Path, folder: Path) -> Path:
    """Return a workbook as Calc saves it."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(RECALCULATE, encoding="utf-8")
    out = folder / "out"
    words = [
        *(program, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
        *("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), str(path)),
    ]
    done = subprocess.run(words, capture_output=True, text=True, timeout=300, check=False)
    if "could not be loaded" in done.stderr:
        pytest.skip("LibreOffice is installed without Calc")
    assert (out / path.name).is_file(), done.stderr
    return out / path.name

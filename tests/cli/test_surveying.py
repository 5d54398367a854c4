"""`reportparse panel` and `compare`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from paged import two_years
from reportparse.archive import read_archive
from reportparse.cli import main


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    texts = two_years("云岭镇", "累计建成充电桩260根。", "累计建成充电桩215根。")
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    read_archive(folder, folder / "store", workers=1)
    return folder / "store"


def test_discrepancies_with_their_places(store: Path) -> None:
    told = run("compare", store, "--lang", "zh").stdout
    assert told.startswith("云岭镇2023.txt  ARC107 [警告] 充电桩累计215根")
    assert "云岭镇2022.txt:" in told
    assert told.endswith("问题 1 项\n")


def test_discrepancies_for_programs(store: Path) -> None:
    (one,) = json.loads(run("compare", store, "--format", "json").stdout)
    assert (one["code"], one["severity"], len(one["exhibits"])) == ("ARC107", "warning", 2)


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("never", 0)])
def test_the_exit_code_follows_the_severity(store: Path, fail_on: str, code: int) -> None:
    assert run("compare", store, "--fail-on", fail_on).exit_code == code


def test_the_panel_has_its_columns(store: Path) -> None:
    header = run("panel", store, "--format", "csv").stdout.splitlines()[0]
    assert header.startswith("place,place_code,kind,year,indicator,value")

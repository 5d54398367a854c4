"""Forms by name."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pandas as pd
import pytest

from factory import TEXT, audited
from reportparse.errors import MissingExtra
from reportparse.render import export
from reportparse.report import parse


@pytest.mark.parametrize(
    ("form", "begins"),
    [("json", '{\n  "schema"'), ("sarif", '{\n  "$schema"')],
)
def test_text(form: str, begins: str) -> None:
    assert export.as_text([parse(TEXT).with_findings([])], form, "en", "1").startswith(begins)


@pytest.mark.parametrize(("count", "kind"), [(1, dict), (2, list)])
def test_several_records_are_a_list(count: int, kind: type) -> None:
    written = export.as_text([parse("共3件。")] * count, "json", "zh", "1")
    assert isinstance(json.loads(written), kind)


def test_parquet_comes_back(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    path = tmp_path / "claims.parquet"
    export.to_file([parse(TEXT), parse("")], "parquet", path, "en")
    pd.testing.assert_frame_equal(pd.read_parquet(path), parse(TEXT).to_frame(), check_dtype=False)


def test_parquet_without_its_library_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"pyarrow is needed: .*\[archive\]"):
        export.to_file([parse(TEXT)], "parquet", tmp_path / "claims.parquet", "en")


def test_workbook(tmp_path: Path) -> None:
    export.to_file([audited()], "xlsx", tmp_path / "a.xlsx", "zh")
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")


def test_pages_are_numbered() -> None:
    assert export.page_name(7, parse("无。")) == "007-text.html"

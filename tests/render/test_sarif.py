"""SARIF logs."""

from __future__ import annotations

import json
from typing import Any

import pytest

from factory import audited, finding
from reportparse.findings import Check, Severity
from reportparse.render import sarif
from reportparse.report import parse


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    one = Check("TOT101", Severity.ERROR, "分项之和大于总数", "", "", parts_exceed_total)
    monkeypatch.setattr(sarif, "CHECKS", (one,))
    return sarif.to_sarif([audited(), parse("无。").with_findings([])], "zh", "1.2.3")


def parts_exceed_total(_: object) -> tuple[()]:
    """Parts add up to more than their total."""
    return ()


def test_is_one_run_of_version_2_1_0(log: dict[str, Any]) -> None:
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["version"] == "1.2.3"
    assert len(run["artifacts"]) == 2
    assert json.dumps(log)


def test_rules_are_those_that_found_something(log: dict[str, Any]) -> None:
    (rule,) = log["runs"][0]["tool"]["driver"]["rules"]
    assert rule["id"] == "TOT101"
    assert rule["name"] == "parts_exceed_total"
    assert rule["shortDescription"]["text"] == "分项之和大于总数"
    assert rule["defaultConfiguration"]["level"] == "error"


def test_result_names_place_and_evidence(log: dict[str, Any]) -> None:
    (result,) = log["runs"][0]["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("TOT101", 0, "error")
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["snippet"]["text"] == "31场次"
    assert (region["startLine"], region["startColumn"], region["charLength"]) == (5, 18, 4)
    assert [one["message"]["text"] for one in result["relatedLocations"]] == ["part", "part"]
    assert result["partialFingerprints"] == {"reportparse/1": "0123456789abcdef"}
    assert result["properties"]["working"] == "12 + 10 + 8 = 30 ≠ 31"


@pytest.mark.parametrize(
    ("name", "uri"),
    [("a b.txt", "a%20b.txt"), ("folder/报告.pdf", "folder/%E6%8A%A5%E5%91%8A.pdf"),
     ("/data/x.txt", "file:///data/x.txt")],
)  # fmt: skip
def test_names_become_uris(name: str, uri: str) -> None:
    assert sarif._uri(name) == uri


@pytest.mark.parametrize(("lang", "tag"), [("zh", "zh-CN"), ("en", "en")])
def test_speaks_the_language(lang: str, tag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    one = Check("TOT101", Severity.ERROR, "题", "", "", parts_exceed_total)
    monkeypatch.setattr(sarif, "CHECKS", (one,))
    report = audited()
    log = sarif.to_sarif([report], lang, "1")  # type: ignore[arg-type]
    assert log["runs"][0]["language"] == tag
    said = finding(report, "31场次").said(lang)  # type: ignore[arg-type]
    assert log["runs"][0]["results"][0]["message"]["text"] == said

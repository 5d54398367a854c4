"""Baselines: what is new, unchanged, changed in its figures, and gone."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from reportparse.baseline import Baseline, identity
from reportparse.report import Report, parse
from reportparse.sifting import Audit, Withheld

OLD = """\
白沙镇2031年工作总结
一、工作情况
举办讲座41场，其中进村18场、进校15场、进厂10场。
受理建议206件，其中信函94件、窗口71件、网络39件和来访11件。
"""


def compared(text: str, name: str = "a.txt", baseline: str = OLD) -> tuple[Report, Audit]:
    known = Baseline.from_json(Baseline.of([("a.txt", parse(baseline))]).to_json())
    report = parse(text)
    return report, known.compare(name, report, report.audited)


def states(text: str, name: str = "a.txt", baseline: str = OLD) -> list[tuple[str, str]]:
    report, audit = compared(text, name, baseline)
    shown = [(report.document.text[one.span.start :][:3], one.state) for one in audit.findings]
    return [*shown, *(("", one.state) for one in audit.gone)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(OLD, [("41场", "unchanged"), ("206", "unchanged")], id="the-same"),
        pytest.param(
            OLD.replace("，其中进村", "，\n其中进村").replace("受理", "　受理 "),
            [("41场", "unchanged"), ("206", "unchanged")], id="set-anew",
        ),
        pytest.param(
            OLD.replace("41场", "42场"), [("42场", "updated"), ("206", "unchanged")],
            id="other-figure",
        ),
        pytest.param(
            OLD.replace("41场", "43场"), [("206", "unchanged"), ("", "gone")], id="mended"
        ),
        pytest.param(
            OLD.replace("41场，其中进村18场", "43场，其中进村18场")
            + "培训骨干60人，其中镇级31人、村级33人。\n",
            [("206", "unchanged"), ("60人", "new"), ("", "gone")], id="mended-and-new",
        ),
        pytest.param(
            OLD + "培训骨干60人，其中镇级31人、村级33人。\n",
            [("41场", "unchanged"), ("206", "unchanged"), ("60人", "new")], id="one-more",
        ),
        pytest.param("没有数据。", [("", "gone"), ("", "gone")], id="all-gone"),
    ],
)  # fmt: skip
def test_states(text: str, expected: list[tuple[str, str]]) -> None:
    assert states(text) == expected


@pytest.mark.parametrize(
    ("name", "known"),
    [("a.txt", True), ("a.pdf", True), ("b.txt", False), ("2031/a.txt", False)],
)
def test_a_report_is_known_by_its_name_without_the_ending(name: str, known: bool) -> None:
    assert {state for _, state in states(OLD, name)} == {"unchanged" if known else "new"}


def test_what_is_gone_keeps_its_words() -> None:
    _, audit = compared("没有数据。")
    (first, _) = audit.gone
    (found, _) = parse(OLD).findings
    same = ("code", "name", "severity", "message", "message_en", "fingerprint")
    assert [getattr(first, name) for name in same] == [getattr(found, name) for name in same]


def test_what_is_kept_back_is_not_gone() -> None:
    report = parse(OLD)
    known = Baseline.of([("a.txt", report)])
    aside = Audit((), tuple(Withheld(one, "persona") for one in report.findings))
    assert known.compare("a.txt", report, aside).gone == ()


def test_what_was_suppressed_is_not_remembered() -> None:
    report = parse(OLD)
    first, second = report.findings
    audit = Audit((second,), (Withheld(first, "suppressed"),))
    assert len(Baseline.of([("a.txt", report.with_audit(audit))]).known) == 1
    shown_to_others = replace(audit, withheld=(Withheld(first, "persona"),))
    assert len(Baseline.of([("a.txt", report.with_audit(shown_to_others))]).known) == 2


def test_is_written_one_finding_a_line() -> None:
    written = Baseline.of([("a.txt", parse(OLD))]).to_json()
    assert json.loads(written)["schema"] == "reportparse-baseline/1"
    assert len(written.splitlines()) == 2 + 2
    assert Baseline.from_json(Baseline().to_json()) == Baseline()


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{}", "no json", '{"schema": "reportparse/1", "findings": []}',
        '{"schema": "reportparse-baseline/1"}',
        '{"schema": "reportparse-baseline/1", "findings": [{"file": "a"}]}',
        '{"schema": "reportparse-baseline/1", "findings": 3}',
    ],
)  # fmt: skip
def test_other_files_are_no_baseline(text: str) -> None:
    with pytest.raises(ValueError, match="reportparse-baseline/1"):
        Baseline.from_json(text)


@pytest.mark.parametrize(
    ("name", "same"), [("a.txt", "a"), ("x/a.tar.gz", "x/a.tar"), ("a", "a"), ("", "")]
)
def test_identity(name: str, same: str) -> None:
    assert identity(name) == same

"""Findings: signing, fingerprints that outlive a new setting, choice of codes and readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

import pytest

import reportparse as rp
from recognised import recognised
from reportparse.checks import CHECKS
from reportparse.errors import UnknownCode
from reportparse.findings import (
    Check,
    Choice,
    Confidence,
    Evidence,
    Fault,
    Finding,
    Persona,
    Severity,
    check,
    evidence,
    run,
)
from reportparse.report import Report
from reportparse.span import Span

#: Faults of every severity and of several families.
FAULTY = """\
白沙镇2031年工作总结
一、工作情况
全年举办讲座41场，其中进村18场、进校15场、进厂10场。走访农户37余户。
排查安全隐患211处，整改204处，整改率99.1%。
受理群众建议206件，其中信函94件、窗口71件、网络39件。
村级集体收入由320万元增加到368万元，增长18%。
森林覆盖率61.8%。
三、存在问题
人员偏少，2031年4月31日召开会议。
"""
TOTAL = "一、工作情况\n全年举办讲座41场，其中进村18场、进校15场、进厂10场。\n"
FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def figures(*texts: str) -> set[str]:
    """Return the numbers that stand in texts."""
    return {number for text in texts for number in FIGURE.findall(text)}


def told(finding: Finding) -> set[str]:
    """Return the numbers that a finding shows outside its messages."""
    seen = [one.text for one in finding.evidence]
    return figures(finding.working, finding.stated, finding.computed, *seen)


def gaps(numbers: set[str]) -> set[str]:
    """Return what pairs of numbers differ by."""
    values = [Decimal(one) for one in numbers]
    return {str(abs(one - other)) for one, other in combinations(values, 2)}


@check("TOT901", Severity.ERROR, title="甲", zh="甲{what}", en="first {what}")
def first_words(_report: Report) -> Iterator[Fault]:
    """The first words are at fault."""
    yield Fault(Span(0, 2), (("what", "字"),), confidence=Confidence.LOW)
    yield Fault(Span(0, 2), (("what", "字"),))


@check("NUM901", Severity.NOTE, title="乙", zh="乙", en="second")
def later_words(_report: Report) -> Iterator[Fault]:
    """Later words deserve a note.

    Not a word of this is part of the title.
    """
    seen = (Evidence("figure", Span(3, 5), "字句"),)
    yield Fault(Span(3, 5), working="1 + 1 = 2", stated="3", computed="2", evidence=seen)


@check("NUM902", Severity.WARNING, title="丙", zh="丙", en="third")
def doubtful_words(_report: Report) -> Iterator[Fault]:
    """Some words are doubtful."""
    yield Fault(Span(0, 2), confidence=Confidence.LOW, alternatives=("四",))
    yield Fault(Span(1, 2), confidence=Confidence.MEDIUM)


MADE = (later_words, doubtful_words, first_words)


def codes(choice: Choice, checks: tuple[Check, ...] = MADE) -> list[str]:
    return [one.code for one in run(rp.parse("甲乙丙丁戊己"), checks, choice)]


def fingerprints(text: str, code: str = "") -> list[str]:
    select = (code,) if code else ()
    return [one.fingerprint for one in rp.audit(rp.parse(text), select=select)]


def test_check_is_named_by_its_function() -> None:
    assert (later_words.code, later_words.family) == ("NUM901", "NUM")
    assert (later_words.name, later_words.title) == (
        "later_words",
        "Later words deserve a note.",
    )
    assert (later_words.title_zh, later_words.severity) == ("乙", Severity.NOTE)


def test_message_is_filled_in_both_languages() -> None:
    fault = next(iter(first_words.find(rp.parse("甲乙丙丁"))))
    assert first_words.message(fault, "zh") == "甲字"
    assert first_words.message(fault, "en") == "first 字"


def test_finding_carries_fault_and_check() -> None:
    (finding,) = run(rp.parse("甲乙丙丁戊己"), [later_words], Choice())
    assert (finding.code, finding.name) == ("NUM901", "later_words")
    assert (finding.severity, finding.confidence) == (Severity.NOTE, Confidence.HIGH)
    assert (finding.said("zh"), finding.said("en")) == ("乙", "second")
    assert (finding.span, finding.working) == (Span(3, 5), "1 + 1 = 2")
    assert (finding.stated, finding.computed) == ("3", "2")
    assert finding.evidence == (Evidence("figure", Span(3, 5), "字句"),)
    assert re.fullmatch("[0-9a-f]{16}", finding.fingerprint)


def test_claim_is_called_as_evidence() -> None:
    (claim,) = rp.parse("全年举办讲座41场。").claims
    assert evidence("whole", claim) == Evidence("whole", claim.quantity.span, "41场", claim.id)


def test_findings_stand_in_the_order_of_the_text() -> None:
    assert codes(Choice()) == ["TOT901", "TOT901", "NUM902", "NUM902", "NUM901"]
    starts = [one.span.start for one in rp.audit(rp.parse(FAULTY))]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("worse", "better"), list(combinations(Severity, 2)), ids=lambda one: one.value
)
def test_severities_are_ranked(worse: Severity, better: Severity) -> None:
    assert worse.rank < better.rank


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        pytest.param(Choice(select=("TOT",)), {"TOT901"}, id="family"),
        pytest.param(Choice(select=("NUM902",)), {"NUM902"}, id="code"),
        pytest.param(Choice(select=("TOT", "NUM901")), {"TOT901", "NUM901"}, id="both"),
        pytest.param(Choice(ignore=("NUM",)), {"TOT901"}, id="ignored-family"),
        pytest.param(Choice(ignore=("NUM901",)), {"TOT901", "NUM902"}, id="ignored-code"),
        pytest.param(Choice(("NUM",), ("NUM902",)), {"NUM901"}, id="ignored-of-selected"),
        pytest.param(Choice(("NUM",), ("NUM",)), set(), id="ignored-wins"),
    ],
)
def test_choice_of_codes(choice: Choice, expected: set[str]) -> None:
    assert set(codes(choice)) == expected


@pytest.mark.parametrize("codes", ["TOT", "TOT,NUM101", "TOT, NUM101,"])
def test_codes_may_be_one_text(codes: str) -> None:
    report = rp.parse("一、概况\n三、举措\n开展培训12次，其中线上7次、线下6次，印发《简报12期。")
    listed = [code.strip() for code in codes.split(",") if code.strip()]
    assert rp.audit(report, codes)
    assert rp.audit(report, codes) == rp.audit(report, listed)
    assert rp.audit(report, ignore=codes) == rp.audit(report, ignore=listed)


@pytest.mark.parametrize(
    ("select", "ignore", "code"),
    [
        pytest.param(("XYZ",), (), "XYZ", id="family"),
        pytest.param(("TOT999",), (), "TOT999", id="code"),
        pytest.param((), ("TOT1011",), "TOT1011", id="too-long"),
        pytest.param(("TOT", "tot"), (), "tot", id="small-letters"),
    ],
)
def test_unknown_code_raises(select: tuple[str, ...], ignore: tuple[str, ...], code: str) -> None:
    with pytest.raises(UnknownCode) as caught:
        rp.audit(rp.parse(""), select=select, ignore=ignore)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("severity", "confidence", "personas"),
    [
        pytest.param(Severity.ERROR, Confidence.LOW, {"default", "pedantic"}, id="error"),
        pytest.param(Severity.WARNING, Confidence.MEDIUM, {"default", "pedantic"}, id="warning"),
        pytest.param(Severity.WARNING, Confidence.LOW, set(), id="doubtful-warning"),
        pytest.param(Severity.NOTE, Confidence.HIGH, {"pedantic"}, id="note"),
    ],
)
def test_who_is_shown_what(
    severity: Severity, confidence: Confidence, personas: set[Persona]
) -> None:
    @check("TOT902", severity, title="丁", zh="丁", en="fourth")
    def any_words(_report: Report) -> Iterator[Fault]:
        """Some words are at fault."""
        yield Fault(Span(0, 1), confidence=confidence)

    (finding,) = run(rp.parse("甲乙"), [any_words], Choice())
    shown: list[Persona] = ["default", "pedantic", "auditor"]
    assert {one for one in shown if finding.shown_to(one)} == personas | {"auditor"}


def test_persona_narrows_an_audit() -> None:
    report = rp.parse(FAULTY)
    everything = set(rp.audit(report))
    pedantic = set(rp.audit(report, persona="pedantic"))
    default = set(rp.audit(report, persona="default"))
    assert default < pedantic <= everything
    assert not [one for one in default if one.severity is Severity.NOTE]


def test_faulty_report_shows_every_severity() -> None:
    assert {one.severity for one in rp.audit(rp.parse(FAULTY))} == set(Severity)
    assert len({one.code[:3] for one in rp.audit(rp.parse(FAULTY))}) >= 6


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TOTAL.replace("，其中", "，\r\n其中"), id="broken-line"),
        pytest.param(TOTAL.replace("举办", " 举办　"), id="spaces"),
        pytest.param(TOTAL.replace("41场", "**41场**"), id="emphasis"),
        pytest.param(TOTAL.replace("41", "４１"), id="full-width"),
        pytest.param(TOTAL.replace("41场", "41 场"), id="space-in-figure"),
        pytest.param(TOTAL.replace("\n", "\r\n"), id="line-ends"),
        pytest.param(TOTAL.replace("全年", "　　这一年中，"), id="other-words"),
        pytest.param("白沙镇2031年工作总结\n\n" + TOTAL, id="words-before"),
        pytest.param(TOTAL + "二、下步打算\n继续努力。\n", id="words-behind"),
    ],
)
def test_fingerprint_outlives_another_setting(text: str) -> None:
    assert fingerprints(text, "TOT101") == fingerprints(TOTAL, "TOT101") != []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TOTAL.replace("41场", "40场"), id="other-whole"),
        pytest.param(TOTAL.replace("18场", "19场"), id="other-part"),
        pytest.param(TOTAL.replace("工作情况", "主要成效"), id="other-section"),
    ],
)
def test_another_fault_has_another_fingerprint(text: str) -> None:
    assert len(fingerprints(text, "TOT101")) == 1
    assert fingerprints(text, "TOT101") != fingerprints(TOTAL, "TOT101")


def test_like_faults_are_numbered() -> None:
    first, *rest = [one.fingerprint for one in run(rp.parse("甲乙丙丁"), [first_words], Choice())]
    assert rest == [f"{first}-2"]


def test_code_is_part_of_the_fingerprint() -> None:
    found = run(rp.parse("甲乙丙丁戊己"), [first_words, doubtful_words], Choice())
    assert len({one.fingerprint for one in found}) == len(found)


def test_fingerprints_of_a_report_are_unique() -> None:
    found = fingerprints(FAULTY)
    assert len(set(found)) == len(found) > 5


def test_lone_surrogate_is_signed() -> None:
    assert run(rp.parse("\ud800乙丙丁戊己"), [first_words], Choice())


@pytest.mark.parametrize("code", [one.code for one in CHECKS])
def test_numbers_of_a_message_are_shown_to_be_right(code: str) -> None:
    for finding in rp.audit(rp.parse(FAULTY), select=(code,)):
        shown = told(finding)
        for message in (finding.message, finding.message_en):
            unshown = figures(message) - shown - {"100"}
            # "2 more than": what two of the figures differ by is as easily redone.
            assert unshown <= gaps(shown), (message, shown)


def test_audit_is_a_function() -> None:
    report = rp.parse(FAULTY)
    assert rp.audit(report) == rp.audit(report) == rp.audit(rp.parse(FAULTY))


def test_like_figures_are_told_apart_by_their_nouns() -> None:
    both = "一、工作情况\n群众满意率100%。按期办结率100%。"
    prints = fingerprints(both, "RAT102")
    assert len(set(prints)) == 2
    assert not [one for one in prints if "-" in one]
    assert fingerprints(both.replace("群众满意率100%。", ""), "RAT102") == prints[1:]


def test_figures_in_an_inline_heading_may_be_mended() -> None:
    text = "一、工作情况\n3、深化殡葬领域移风易俗，新建公墓3处，群众满意率100%。\n4、抓落实。"
    mended = text.replace("3处", "5处")
    assert fingerprints(mended, "RAT102") == fingerprints(text, "RAT102") != []


@pytest.mark.parametrize(
    ("doubts", "severity", "confidence"),
    [
        pytest.param({}, "error", "high", id="all-sure"),
        pytest.param({"41": 0.95}, "error", "high", id="sure-enough"),
        pytest.param({"41": 0.6}, "warning", "low", id="whole"),
        pytest.param({"5": 0.89}, "warning", "low", id="part"),
        pytest.param({"村": 0.3}, "error", "high", id="word-beside"),
    ],
)
def test_no_error_rests_on_what_may_be_misread(
    doubts: dict[str, float], severity: str, confidence: str
) -> None:
    (finding,) = recognised(TOTAL, doubts).findings
    assert (finding.severity, finding.confidence) == (severity, confidence)


def test_doubt_makes_nothing_worse() -> None:
    text = "一、工作情况\n走访农户37余户。\n"
    sure, doubtful = (recognised(text, doubts) for doubts in ({}, {"37": 0.5}))
    (note,), (same,) = sure.findings, doubtful.findings
    assert (note.severity, same.severity) == (Severity.NOTE, Severity.NOTE)
    assert same.confidence is Confidence.LOW
    assert same.fingerprint == note.fingerprint


#: Right as they stand; each was once called an error.
RIGHT = (
    "应到委员42名，实到42名，参会率100%。",
    "应签合同1260户，实签1260户，签约率100%。",
    "服务事项1860项，其中网上可办1820项、“一次办”事项1062项。",
    "实施项目86个，其中亿元以上项目62个、产业项目46个。",
    "干部职工500人，其中党员290人，占58%，女职工215人，占43%。",
    "企业126家，其中规上企业86家，占68.3%，外资企业42家，占33.3%。",
    "受理案件126件，其中行政案件26件，比上年增加6件，增长5%。",
    "公共预算收入12.6亿元，其中税收8.6亿元，同比增加0.6亿元，增长5%。",
    "合作社达860家，较2020年增加260家，较上年增加60家，增长7.5%。",
    "贷款余额198.6亿元，较年初新增22.4亿元，同比多增3.2亿元，增长12.7%。",
    "老年人11.1万人，占总人口的22.8%，其中80岁以上1.6万人，占3.3%。",
    "受理案件118件，其中上年结转12件，审结110件，结转下年8件。",
    "受理案件118件（含上年结转12件），审结110件，结转下年8件。",
    "发生较大以上生产安全事故0起，隐患整改率100%。",
    "发生重大舆情0起，群众诉求办结率99.2%。",
    "排查出的重大隐患全部整改，一般隐患整改率98.5%。",
    "重大隐患12处全部整改，一般隐患848处，整改836处，整改率98.6%。",
    "年初在办案件32件，新增立案86件，结案80件，移送5件，年末未结33件。",
    "上年结转8件，新收70件，办结60件，终止6件，未结12件。",
    "小学、初中、高中教师本科以上学历占比分别为68%、86%、97%。",
    "办理王××起诉县公安局行政处罚案。",
    "成立“李××人民调解工作室”，调解纠纷86件。",
    "公共预算收入1391万元，为预算的56%；上划收入643万元，为预算的53.8%。",
    "干部职工860人，其中党员290人，占33.7%，女职工215人，占25%。",
)


@pytest.mark.parametrize("text", RIGHT)
def test_right_as_it_stands(text: str) -> None:
    assert [one.code for one in rp.parse(text).findings if one.severity != Severity.NOTE] == []

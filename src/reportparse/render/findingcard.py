"""The findings beside the text: a card each, and the list of what was recomputed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reportparse.findings import Finding, Severity
from reportparse.ledger import Entry, ledger
from reportparse.render.markup import element, escape, said, spoken
from reportparse.report import Report
from reportparse.verdicts import VERDICTS


def cards(report: Report) -> str:
    """Return the cards of all findings in the order of the text."""
    made = [_card(report, one, at) for at, one in enumerate(report.findings, 1)]
    return "".join(made) or element("p", said("no_findings"), class_="none")


def filters(findings: Sequence[Finding]) -> str:
    """Return the switches that choose which cards are shown."""
    if not findings:
        return ""
    severities = Counter(finding.severity.value for finding in findings)
    families = Counter(finding.code[:3] for finding in findings)
    undecided = _switch("undecided", "on", said("undecided_only"), on=False)
    return (
        _choice("severity", [one.value for one in Severity], severities)
        + _choice("family", sorted(families), families)
        + element("p", undecided)
        + element("p", "", class_="count", id="count", role="status")
    )


def checked(report: Report) -> str:
    """List what was recomputed and agrees, and what could not be, with the reason."""
    entries = ledger(report)
    held = [entry for entry in entries if entry.held]
    untested = [entry for entry in entries if entry.reason]
    return _list("held", held) + _list("untested_list", untested)


def _card(report: Report, finding: Finding, at: int) -> str:
    name, severity = f"f{at}", finding.severity.value
    head = (
        element("span", str(at), class_="pin")
        + escape(f" {finding.code} ")
        + element("span", said(severity), class_="severity")
    )
    content = (
        element("h3", head, id=f"{name}h")
        + element("p", spoken(finding.message, finding.message_en), class_="message")
        + element("p", escape(report.sentence(finding.span)), class_="quote", lang="zh-CN")
        + element("p", escape(finding.working), class_="working")
        + _details(finding)
        + _verdict(name)
    )
    claims = [one.claim for one in finding.evidence if one.claim]
    return element(
        "article",
        content,
        class_=f"finding {severity}",
        id=name,
        tabindex="0",
        aria_labelledby=f"{name}h",
        data_names=" ".join(dict.fromkeys([name, *claims])),
        data_severity=severity,
        data_family=finding.code[:3],
        data_fingerprint=finding.fingerprint,
    )


def _details(finding: Finding) -> str:
    """Return the rest of a finding as a list of terms."""
    parts = [f"{said(one.role)} {escape(one.text)}" for one in finding.evidence]
    told = (
        ("stated", escape(finding.stated)),
        ("computed", escape(finding.computed)),
        ("evidence", escape("，").join(parts)),
        ("alternatives", escape("；".join(finding.alternatives))),
        ("confidence", said(finding.confidence.value)),
    )
    rows = (element("dt", said(key)) + element("dd", content) for key, content in told if content)
    return element("dl", "".join(rows))


def _verdict(name: str) -> str:
    """Return the field for an auditor's verdict and remark."""
    choices = "".join(
        element(
            "label",
            f'<input type="radio" name="{name}v" value="{value}"> ' + said(value),
        )
        for value in VERDICTS
    )
    remark = said("remark") + '<textarea rows="1" placeholder=" "></textarea>'
    return element(
        "fieldset",
        element("legend", said("verdict")) + choices + element("label", remark, class_="remark"),
    )


def _choice(name: str, values: Iterable[str], counts: Counter[str]) -> str:
    """Return a switch for each value that occurs, with how often it does."""
    switches = "".join(
        _switch(name, value, f"{said(value)} {counts[value]}", on=True)
        for value in values
        if counts[value]
    )
    return element("fieldset", element("legend", said(name)) + switches, class_=name)


def _switch(name: str, value: str, label: str, *, on: bool) -> str:
    checked = " checked" if on else ""
    box = f'<input type="checkbox" name="{name}" value="{value}"{checked}> '
    return element("label", box + label, class_=value)


def _list(key: str, entries: Sequence[Entry]) -> str:
    rows = "".join(
        element("li", _entry(entry), data_names=" ".join(entry.claims), tabindex="0")
        for entry in entries
    )
    head = element("summary", f"{said(key)} ({len(entries)})")
    return element("details", head + element("ul", rows), class_=key)


def _entry(entry: Entry) -> str:
    how = said(entry.reason or entry.outcome)
    return f"{said(entry.kind)} {escape(entry.formula)} {element('span', how, class_='how')}"

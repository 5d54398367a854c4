"""A report as plain data, after the schema in `docs/reference/reportparse-1.schema.json`.

Offsets are code points of `text`, ends exclusive; `None` is unbounded or unknown.
"""

from __future__ import annotations

import re
from dataclasses import asdict, fields
from datetime import date
from decimal import Decimal
from typing import Any, Final

from reportparse.claims import Claim
from reportparse.divisions import Division
from reportparse.document import Remark
from reportparse.findings import Evidence, Finding
from reportparse.ledger import Entry, ledger
from reportparse.outline import Section
from reportparse.quantity import Quantity
from reportparse.relations import Relation
from reportparse.render.indented import indented
from reportparse.render.tally import Summary, doubts, summary
from reportparse.report import Report
from reportparse.sifting import Withheld

SCHEMA: Final = "reportparse/1"

#: Half of a pair, which no UTF-8 file can hold; JSON writes it as an escape.
LONE_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")

Record = dict[str, Any]


def to_dict(report: Report) -> Record:
    """Return everything about a report."""
    return {
        "schema": SCHEMA,
        "source": _source(report),
        "text": report.document.text,
        "meta": _meta(report),
        "sections": [_section(section) for section in report.sections],
        "quantities": [_quantity(f"q{at}", it) for at, it in enumerate(report.quantities, 1)],
        "claims": [_claim(f"q{at}", claim) for at, claim in enumerate(report.claims, 1)],
        "relations": [_relation(f"r{at}", it) for at, it in enumerate(report.relations, 1)],
        "findings": [_finding(finding) for finding in report.findings],
        "withheld": [_withheld(one) for one in report.audited.withheld],
        "gone": [_finding(finding) for finding in report.audited.gone],
        "ledger": [_entry(entry) for entry in ledger(report)],
        "summary": _summary(summary(report)),
    }


def to_json(report: Report) -> str:
    """Write `to_dict` as JSON."""
    return dump(to_dict(report))


def dump(record: Record | list[Record]) -> str:
    """Write records as JSON that any UTF-8 file can hold."""
    text = indented(record) + "\n"
    try:
        text.encode()
    except UnicodeEncodeError:
        return LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return text


def number(value: Decimal | None) -> int | float | None:
    """Return a plain number: an integer where it is one, else the shortest decimal.

    >>> number(Decimal("1.2E+4")), number(Decimal("94.9"))
    (12000, 94.9)
    """
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _source(report: Report) -> Record:
    doubted = (
        Remark("doubtful", f"Read with confidence {sure:.2f}: {quantity.text}", quantity.span)
        for quantity, sure in doubts(report)
    )
    remarks = [
        {"code": remark.code, "message": remark.message, **_ends(remark.span)}
        for remark in (*report.document.remarks, *doubted)
    ]
    return {**asdict(report.document.source), "remarks": remarks}


def _meta(report: Report) -> Record:
    covered = report.heading.covered
    return {
        "title": report.title or None,
        "issuer": report.issuer or None,
        "addressee": report.addressee or None,
        "doc_number": report.doc_number or None,
        "year": report.year,
        "signed": _day(report.signed),
        "kind": report.kind,
        "level": report.level,
        "place": _division(report.place),
        "covered_start": _day(covered[0]) if covered else None,
        "covered_end": _day(covered[1]) if covered else None,
    }


def _division(place: Division | None) -> Record | None:
    return {**asdict(place), "chain": list(place.chain)} if place else None


def _section(section: Section) -> Record:
    return {
        "id": section.id,
        "parent": section.parent,
        "level": section.level,
        "kind": section.kind,
        "mark": section.mark,
        "ordinal": section.ordinal,
        "title": section.title,
        "path": section.path,
        "start": section.span.start,
        "end": section.span.end,
    }


def _quantity(name: str, quantity: Quantity) -> Record:
    return {
        "id": name,
        "start": quantity.span.start,
        "end": quantity.span.end,
        "num_start": quantity.numeral.start,
        "num_end": quantity.numeral.end,
        "text": quantity.text,
        "num_text": quantity.num_text,
        "value": number(quantity.value),
        "low": number(quantity.interval.low),
        "high": number(quantity.interval.high),
        "low_closed": quantity.interval.low_closed,
        "high_closed": quantity.interval.high_closed,
        "unit": quantity.unit,
        "unit_text": quantity.unit_text,
        "kind": quantity.kind,
        "hedge": quantity.hedge,
        "precision": number(quantity.precision),
    }


def _claim(quantity: str, claim: Claim) -> Record:
    period = claim.period
    return {
        "id": claim.id,
        "quantity": quantity,
        "section": claim.section.id if claim.section else None,
        "path": claim.section.path if claim.section else "",
        "actor": claim.actor,
        "action": claim.action,
        "measure": claim.measure,
        "period": period.text if period else None,
        "period_start": _day(period.start) if period else None,
        "period_end": _day(period.end) if period else None,
        "status": claim.status,
        "scope": claim.scope,
        "indicator": claim.indicator,
        "sentence_start": claim.sentence.start,
        "sentence_end": claim.sentence.end,
    }


def _relation(name: str, relation: Relation) -> Record:
    return {
        "id": name,
        "kind": relation.kind,
        "formula": relation.formula,
        "members": [{"role": role, "claim": claim.id} for role, claim in relation.members],
        "cue": relation.cue,
        "verdict": relation.verdict,
    }


def _finding(finding: Finding) -> Record:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "message": finding.message,
        "message_en": finding.message_en,
        "start": finding.span.start,
        "end": finding.span.end,
        "working": finding.working,
        "stated": finding.stated,
        "computed": finding.computed,
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
        "alternatives": list(finding.alternatives),
        "fingerprint": finding.fingerprint,
        "state": finding.state or None,
    }


def _withheld(one: Withheld) -> Record:
    return {**_finding(one.finding), "why": one.why, "reason": one.by.reason if one.by else ""}


def _entry(entry: Entry) -> Record:
    return {
        "kind": entry.kind,
        "formula": entry.formula,
        "outcome": entry.outcome,
        "reason": entry.reason,
        "claims": list(entry.claims),
        **_ends(entry.span),
    }


def _summary(counts: Summary) -> Record:
    told = ((one.name, getattr(counts, one.name)) for one in fields(counts))
    return {name: dict(one) if isinstance(one, tuple) else one for name, one in told}


def _evidence(evidence: Evidence) -> Record:
    return {
        "role": evidence.role,
        "claim": evidence.claim,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "text": evidence.text,
    }


def _ends(span: Any) -> Record:  # noqa: ANN401
    return {"start": span.start if span else None, "end": span.end if span else None}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None

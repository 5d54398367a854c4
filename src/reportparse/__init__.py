"""Read Chinese government reports: outline, figures as a table, and what does not agree.

>>> report = parse("全年共调处纠纷198件，其中调处成功188件。")
>>> [(claim.measure, claim.quantity.text) for claim in report.claims][0]
('纠纷', '198件')
"""

from __future__ import annotations

from reportparse.archive import Archive, open_archive, read_archive
from reportparse.checks import CHECKS, audit
from reportparse.claims import Claim
from reportparse.document import Document
from reportparse.errors import ReportparseError, UnknownCode, UnreadableSource
from reportparse.findings import Finding, Severity
from reportparse.interval import Interval
from reportparse.numerals import parse_number
from reportparse.outline import Section
from reportparse.period import Period
from reportparse.quantity import Quantity, find_quantities
from reportparse.relations import Relation
from reportparse.report import Report, parse, read
from reportparse.span import Span
from reportparse.suppression import Suppression

__all__ = [
    "CHECKS",
    "Archive",
    "Claim",
    "Document",
    "Finding",
    "Interval",
    "Period",
    "Quantity",
    "Relation",
    "Report",
    "ReportparseError",
    "Section",
    "Severity",
    "Span",
    "Suppression",
    "UnknownCode",
    "UnreadableSource",
    "audit",
    "find_quantities",
    "open_archive",
    "parse",
    "parse_number",
    "read",
    "read_archive",
]

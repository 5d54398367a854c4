"""Read Chinese government reports: outline, figures as a table, and what does not agree.

>>> from reportparse import parse
>>> report = parse("全年共调处纠纷198件，其中调处成功188件。")
>>> [(claim.measure, claim.quantity.text) for claim in report.claims][0]
('纠纷', '198件')
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
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

#: Where each name lives. Nobody who asks for one pays for the others, least of all for the
#: worker processes of archives.
_HOMES: Final = {
    "archive": ("Archive", "open_archive", "read_archive"),
    "checks": ("CHECKS", "audit"),
    "claims": ("Claim",),
    "document": ("Document",),
    "errors": ("ReportparseError", "UnknownCode", "UnreadableSource"),
    "findings": ("Finding", "Severity"),
    "interval": ("Interval",),
    "numerals": ("parse_number",),
    "outline": ("Section",),
    "period": ("Period",),
    "quantity": ("Quantity", "find_quantities"),
    "relations": ("Relation",),
    "report": ("Report", "parse", "read"),
    "span": ("Span",),
    "suppression": ("Suppression",),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any of the public names
    """Import a public name when it is first asked for (PEP 562)."""
    for home, names in _HOMES.items():
        if name in names:
            value = getattr(import_module(f"{__name__}.{home}"), name)
            globals()[name] = value
            return value
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    """List the public names, whether they were asked for or not."""
    return [*globals(), *__all__]

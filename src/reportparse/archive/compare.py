"""The comparisons between reports, and the run over an archive."""

from __future__ import annotations

from typing import Final

from reportparse.archive.comparisons import Comparison, Discrepancies, Discrepancy, signed
from reportparse.archive.neighbours import NEIGHBOURLY
from reportparse.archive.outliers import OUTLYING
from reportparse.archive.statements import Pages, pages_of
from reportparse.archive.store import Store
from reportparse.archive.yearly import YEARLY

COMPARISONS: Final[tuple[Comparison, ...]] = tuple(
    sorted((*YEARLY, *NEIGHBOURLY, *OUTLYING), key=lambda one: one.code)
)


def compare(store: Store) -> tuple[Discrepancy, ...]:
    """Return what the reports of a store have against each other, place by place."""
    return compared(pages_of(store))


def compared(pages: Pages) -> tuple[Discrepancy, ...]:
    """Run all comparisons over the pages of an archive."""
    found = [clash for one in COMPARISONS for clash in signed(one, pages)]
    return Discrepancies(sorted(found, key=_order))


def _order(one: Discrepancy) -> tuple[str, int, str, int, str]:
    return one.place, one.year or 0, one.report, one.severity.rank, one.code + one.fingerprint

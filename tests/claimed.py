"""Claims of a sentence for tests: the whole way from text to claim."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reportparse.claims import Claim, build_claims
from reportparse.cleaning import clean
from reportparse.heading import find_heading
from reportparse.outline import find_sections
from reportparse.period import find_periods
from reportparse.quantity import find_quantities
from reportparse.reading import document_of
from reportparse.timeframe import Timeframe


def claims_of(text: str, year: int | None = 2023) -> tuple[Claim, ...]:
    """Return the claims of a text in a report that covers `year`."""
    document = document_of(text)
    view = clean(document)
    covered = None if year is None else (date(year, 1, 1), date(year, 12, 31))
    heading = replace(find_heading(view, document), time=Timeframe(year, covered, year))
    quantities = [quantity for quantity in find_quantities(view) if not quantity.article]
    periods = find_periods(view, year)
    return build_claims(view, quantities, periods, find_sections(view), heading)


def measures_of(text: str) -> list[str]:
    """Return what each figure of a text counts."""
    return [claim.measure for claim in claims_of(text)]

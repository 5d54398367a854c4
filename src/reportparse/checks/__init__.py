"""The checks, one module a family, and the audit that runs them over a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, TypedDict, Unpack

from reportparse.checks import (
    expression,
    growth,
    indicators,
    numbering,
    rates,
    restated,
    tables,
    timing,
    totals,
)
from reportparse.findings import Check, Choice, Finding, Persona, run
from reportparse.report import Report
from reportparse.sifting import Audit, Gap, Sieve, sift
from reportparse.suppression import Suppression

__all__ = ["CHECKS", "audit", "examine"]

#: Every check, in running order. A check counts only once it stands here.
CHECKS: Final[tuple[Check, ...]] = (
    totals.parts_exceed_total,
    totals.complete_parts_fall_short,
    totals.parts_nearly_add_up,
    totals.part_exceeds_total,
    totals.remainder_differs,
    totals.balance_differs,
    totals.closes_by_rounding,
    indicators.indicators_disagree,
    rates.rate_differs_from_figures,
    rates.rate_without_figures,
    rates.rate_of_nothing,
    rates.rate_cut_off,
    rates.rate_above_hundred,
    rates.rate_not_stated,
    growth.growth_differs_from_levels,
    growth.growth_differs_from_amount,
    growth.direction_contradicts_levels,
    growth.amount_differs_from_levels,
    growth.points_differ_from_rates,
    growth.growth_on_other_basis,
    growth.change_without_figure,
    restated.restated_with_another_figure,
    restated.estimate_excludes_figure,
    timing.full_year_before_its_end,
    timing.full_year_long_before_its_end,
    timing.event_after_signature,
    timing.signed_before_its_year,
    timing.impossible_date,
    timing.period_reversed,
    numbering.number_skipped,
    numbering.number_repeated,
    numbering.number_out_of_order,
    numbering.level_skipped,
    numbering.brackets_mixed,
    numbering.punctuation_mixed,
    numbering.item_out_of_sequence,
    expression.excess_of_unround_figure,
    expression.hedged_twice,
    expression.fall_by_multiples,
    expression.number_malformed,
    expression.sign_without_counterpart,
    expression.blank_left,
    expression.conversion_left_residue,
    tables.row_total_differs,
    tables.column_total_differs,
    tables.grand_total_differs,
    tables.form_does_not_balance,
)
#: Every check runs, every finding is shown.
EVERYTHING: Final = Choice()
ALL: Final = Sieve()


class Sifting(TypedDict, total=False):
    """What narrows an audit further; see `audit`."""

    persona: Persona
    min_gap: str | float
    suppress: Iterable[Suppression]


def audit(
    report: Report,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    **sifting: Unpack[Sifting],
) -> tuple[Finding, ...]:
    """Run checks over a report; codes may be whole ("TOT101") or families ("TOT").

    `persona` narrows what is returned: "default" to errors and well-founded warnings,
    "pedantic" to these and notes; "auditor" returns all. `min_gap` leaves out findings whose
    stated and computed figures are closer: 2 of the unit printed, or "1%". `suppress` leaves out
    what a `Suppression` covers.
    """
    sieve = Sieve(
        sifting.get("persona", "auditor"),
        Gap.of(sifting.get("min_gap", 0)),
        tuple(sifting.get("suppress", ())),
    )
    return examine(report, Choice(tuple(select), tuple(ignore)), sieve).findings


def examine(
    report: Report, choice: Choice = EVERYTHING, sieve: Sieve = ALL, name: str = ""
) -> Audit:
    """Run checks over a report and tell what is shown and what is kept back.

    `name` is what the patterns of suppressions are held against.
    """
    return sift(report, run(report, CHECKS, choice), sieve, name)

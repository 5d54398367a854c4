"""The checks, one module a family, and the audit that runs them over a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, TypedDict, Unpack

from reportparse.checks import (
    bases,
    comparisons,
    counts,
    course,
    doubted,
    expression,
    growth,
    indicators,
    numbering,
    placing,
    rates,
    restated,
    shares,
    tables,
    timing,
    totals,
    wording,
)
from reportparse.checks.merging import merged
from reportparse.findings import Check, Choice, Finding, Findings, Persona, run
from reportparse.report import Report
from reportparse.sifting import Audit, Gap, Sieve, sift
from reportparse.suppression import Suppression

__all__ = ["CHECKS", "audit", "examine"]

#: Every check, in running order. A check counts only once it stands here.
CHECKS: Final[tuple[Check, ...]] = (
    totals.parts_exceed_total,
    totals.complete_parts_fall_short,
    totals.parts_nearly_add_up,
    counts.second_unit_differs,
    totals.part_exceeds_total,
    totals.remainder_differs,
    totals.balance_differs,
    counts.average_differs,
    counts.frequency_differs,
    counts.count_differs_from_list,
    counts.parts_all_alike,
    totals.closes_by_rounding,
    indicators.indicators_disagree,
    rates.rate_differs_from_figures,
    rates.rate_without_figures,
    rates.rate_of_nothing,
    rates.rate_cut_off,
    rates.rate_above_hundred,
    shares.rate_of_no_whole_number,
    shares.shares_miss_hundred,
    shares.complements_miss_hundred,
    shares.rate_denies_all,
    shares.hundred_by_rounding,
    rates.pooled_share_differs,
    shares.rate_of_another_base,
    rates.rate_not_stated,
    growth.growth_differs_from_levels,
    growth.growth_differs_from_amount,
    growth.direction_contradicts_levels,
    growth.amount_differs_from_levels,
    growth.points_differ_from_rates,
    bases.multiple_differs_from_levels,
    bases.growth_given_twice,
    bases.completion_differs_from_plan,
    growth.growth_on_other_basis,
    bases.growth_of_no_whole_number,
    growth.change_without_figure,
    restated.restated_with_another_figure,
    restated.estimate_excludes_figure,
    doubted.name_with_two_figures,
    restated.zero_contradicted,
    restated.heading_contradicted,
    timing.full_year_before_its_end,
    timing.full_year_long_before_its_end,
    timing.event_after_signature,
    timing.signed_before_its_year,
    timing.impossible_date,
    course.stale_year,
    timing.period_reversed,
    course.duration_differs,
    course.total_to_date_falls,
    course.measured_to_other_days,
    course.plan_expired,
    numbering.number_skipped,
    numbering.number_repeated,
    numbering.number_out_of_order,
    numbering.level_skipped,
    numbering.brackets_mixed,
    numbering.punctuation_mixed,
    numbering.item_out_of_sequence,
    placing.item_alone,
    placing.section_empty,
    placing.reference_leads_nowhere,
    placing.required_part_missing,
    expression.excess_of_unround_figure,
    expression.hedged_twice,
    wording.estimate_too_exact,
    expression.fall_by_multiples,
    wording.basis_crossed,
    wording.points_called_percent,
    expression.number_malformed,
    wording.magnitude_jumps,
    wording.attendance_below_sessions,
    expression.sign_without_counterpart,
    wording.document_number_misspelled,
    wording.bands_overlap,
    expression.blank_left,
    expression.conversion_left_residue,
    tables.row_total_differs,
    tables.column_total_differs,
    tables.grand_total_differs,
    tables.form_does_not_balance,
    comparisons.text_differs_from_table,
    tables.cells_slid,
    comparisons.rate_out_of_column,
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
    select: str | Sequence[str] = (),
    ignore: str | Sequence[str] = (),
    **sifting: Unpack[Sifting],
) -> tuple[Finding, ...]:
    """Run checks over a report; codes may be whole ("TOT101") or families ("TOT").

    One text may name several: "TOT,RAT101". Raises `UnknownCode` for what no check has.

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
    chosen = examine(report, Choice(_codes(select), _codes(ignore)), sieve).findings
    return Findings(chosen, report)


def _codes(named: str | Sequence[str]) -> tuple[str, ...]:
    """Return codes one by one; a text is also a sequence, but of letters.

    >>> _codes("TOT, RAT101")
    ('TOT', 'RAT101')
    """
    names = named.split(",") if isinstance(named, str) else named
    return tuple(name.strip() for name in names if name.strip())


def examine(
    report: Report, choice: Choice = EVERYTHING, sieve: Sieve = ALL, name: str = ""
) -> Audit:
    """Run checks over a report and tell what is shown and what is kept back.

    `name` is what the patterns of suppressions are held against.
    """
    audit = sift(report, merged(report, run(report, CHECKS, choice)), sieve, name)
    return replace(audit, left_out=len(CHECKS) - len(choice.of(CHECKS)))

"""The first and last day of a period as a source states it: 2023, 2023-03, 2021~2025."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Days = tuple[str, str]

#: Years that a status lies away from what the report covers.
AWAY = {"actual": 0, "prior": -1, "target": 1}


def days(stated: str) -> Days:
    """Return first and last day, both inclusive.

    >>> days("2023-02"), days("2021~2025")
    (('2023-02-01', '2023-02-28'), ('2021-01-01', '2025-12-31'))
    """
    first, _, last = stated.partition("~")
    return _ends(first)[0].isoformat(), _ends(last or first)[1].isoformat()


def period(stated: str | None, status: str, covers: str | None) -> Days | None:
    """Return the period of a figure: as stated, or by its status from what the report covers.

    Nothing where the source says so (`none`), where a report has no such gold, and where the
    status alone says nothing: a sum over years, a rule.
    """
    if covers is None or stated == "none":
        return None
    if stated:
        return days(stated)
    if status not in AWAY:
        return None
    first, last = (date.fromisoformat(end) for end in days(covers))
    if status == "target":
        # Behind half a year comes the other half, behind a year the next one.
        first = last + timedelta(days=1)
        return first.isoformat(), f"{first.year}-12-31"
    away = AWAY[status]
    return _shifted(first, away), _shifted(last, away)


def same(meant: Days, said: tuple[str | None, str | None]) -> bool:
    """Whether both are the same days; a count of one day may be dated with the time up to it."""
    if meant[0] == meant[1]:
        return meant[1] == said[1]
    return meant == said


def _ends(stated: str) -> tuple[date, date]:
    numbers = [int(part) for part in stated.split("-")]
    year, month, day = (*numbers, 0, 0)[:3]
    if day:
        return date(year, month, day), date(year, month, day)
    last = month or 12
    return date(year, month or 1, 1), date(year, last, monthrange(year, last)[1])


def _shifted(day: date, years: int) -> str:
    last = monthrange(day.year + years, day.month)[1]
    return day.replace(year=day.year + years, day=min(day.day, last)).isoformat()

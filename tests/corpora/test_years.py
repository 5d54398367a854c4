"""One year of a report altered: where, whether it contradicts, and whether a check tells."""

from __future__ import annotations

import pytest
from evaluation.years import redated, year_slips

from reportparse import parse

TEXT = (
    "青枫镇2031年工作总结\n"
    "2031年，青枫镇落实五年规划（2031—2035年）。2031年5月8日，镇里召开动员会。\n"
    "全年共调解纠纷312件。\n"
    "青枫镇人民政府\n"
    "2031年12月28日\n"
)


def test_years_that_are_altered():
    told = [(one.role, one.contradicts) for one in redated(parse(TEXT))]
    assert told == [
        ("title", True),
        ("signature", True),
        ("event", True),
        ("event", False),
        ("range", True),
    ]


def test_a_year_ahead_of_the_signature_is_found(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    done = [one for one in year_slips([path]) if one.detectable]
    assert [(one.role, one.found) for one in done] == [
        ("title", True),
        ("signature", True),
        ("event", True),
        ("range", True),
    ]


@pytest.mark.parametrize("title", ["青枫镇2031年工作计划", "青枫县2031年政府工作报告"])
def test_plans_are_dated_ahead(title):
    text = TEXT.replace("青枫镇2031年工作总结", title)
    told = {one.role: one.contradicts for one in redated(parse(text))}
    assert not told["title"]
    assert not told["signature"]

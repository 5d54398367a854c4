from __future__ import annotations

import re
from datetime import date

import pytest

from reportparse.signature import DATE, find_signature, offices_of, read_date

DATES = [
    ("2023年12月1日", date(2023, 12, 1)),
    ("2023 年 12 月 1 日", date(2023, 12, 1)),
    ("2023-12-01", date(2023, 12, 1)),
    ("2023.12.1", date(2023, 12, 1)),
    ("2023/12/1", date(2023, 12, 1)),
    ("二〇二三年十二月一日", date(2023, 12, 1)),
    ("二○二三年十二月三十一日", date(2023, 12, 31)),
    ("二零二三年十月二十日", date(2023, 10, 20)),
    ("二OO九年元月廿三日", date(2009, 1, 23)),
    ("一九九七年三月六日", date(1997, 3, 6)),
    ("2023年2月30日", None),
    ("2023年13月1日", None),
]


@pytest.mark.parametrize(("text", "day"), DATES, ids=[text for text, _ in DATES])
def test_dates_of_every_spelling(text, day):
    found = re.fullmatch(DATE, text)
    assert (read_date(found) if found else None) == day


BODY = "一、工作情况\n全镇调处纠纷8件，群众安全感稳步提升。\n"
SIGNED = {
    "office and date": ("石岭镇人民政府\n2024年1月5日", ("石岭镇人民政府",), date(2024, 1, 5)),
    "one line": ("石岭镇人民政府 2024年1月5日", ("石岭镇人民政府",), date(2024, 1, 5)),
    "Chinese date": ("石岭镇人民政府\n二〇二四年一月五日", ("石岭镇人民政府",), date(2024, 1, 5)),
    "date alone": ("2024年1月5日", (), date(2024, 1, 5)),
    "brackets": ("石岭镇司法所（盖章）\n（2024年1月5日）", ("石岭镇司法所",), date(2024, 1, 5)),
    "joint issuers": (
        "中共石岭镇委员会\n石岭镇人民政府\n2024年1月5日",
        ("中共石岭镇委员会", "石岭镇人民政府"),
        date(2024, 1, 5),
    ),
    "side by side": (
        "中共石岭镇委员会　石岭镇人民政府\n2024年1月5日",
        ("中共石岭镇委员会", "石岭镇人民政府"),
        date(2024, 1, 5),
    ),
    "with what follows": (
        "石岭镇人民政府\n2024年1月5日\n（联系人：某某，联系电话：0000000）",
        ("石岭镇人民政府",),
        date(2024, 1, 5),
    ),
    "before an annex": (
        f"石岭镇人民政府\n2024年1月5日\n附件1：台账\n{'调处纠纷台账。' * 300}",
        ("石岭镇人民政府",),
        date(2024, 1, 5),
    ),
}
UNSIGNED = {
    "no date": "石岭镇人民政府",
    "a date in a sentence": "会议定于2024年1月5日。",
    "a sentence that ends in a date": "截至时间为，2024年1月5日",
    "print note": "石岭镇党政办公室 2024年1月5日印发",
    "label": "发布日期：2024-01-05",
    "no such day": "石岭镇人民政府\n2024年2月31日",
    "far above the end": f"2024年1月5日\n{'全镇平安。' * 400}",
}


@pytest.mark.parametrize(("end", "offices", "day"), SIGNED.values(), ids=SIGNED)
def test_signatures(end, offices, day):
    signature = find_signature(BODY + end)
    assert signature is not None
    assert (signature.offices, signature.signed) == (offices, day)
    assert signature.start == len(BODY)
    assert read_date(re.match(DATE, (BODY + end)[signature.at : signature.end])) == day


@pytest.mark.parametrize("end", UNSIGNED.values(), ids=UNSIGNED)
def test_what_is_no_signature(end):
    assert find_signature(BODY + end) is None


def test_offices_side_by_side():
    assert offices_of("石岭镇人民政府、石岭镇司法所（章）") == ("石岭镇人民政府", "石岭镇司法所")

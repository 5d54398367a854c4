from __future__ import annotations

import pytest

from reportparse import parse
from tabled import tabled

FORM = (
    "项目 / 自然人 / 商业企业 / 科研机构 / 社会公益组织 / 法律服务机构 / 其他 / 总计",
    "一、本年新收政府信息公开申请数量 / 7 / 2 / 0 / 0 / 0 / 0 / 9",
    "二、上年结转政府信息公开申请数量 / 1 / 0 / 0 / 0 / 0 / 0 / 1",
    "三、本年度办理结果 / （一）予以公开 / 5 / 2 / 0 / 0 / 0 / 0 / 7",
    " / （四）无法提供 / 1.本机关不掌握相关政府信息 / 2 / 0 / 0 / 0 / 0 / 0 / 2",
    " / （七）总计 / 7 / 2 / 0 / 0 / 0 / 0 / 9",
    "四、结转下年度继续办理 / 1 / 0 / 0 / 0 / 0 / 0 / 1",
)
REVIEWS = "结果维持 / 结果纠正 / 其他结果 / 尚未审结 / 总计"


def verdicts(*rows: str) -> list[str]:
    return [one.verdict for one in parse(tabled(*rows)).tallies]


def test_rows_balances_and_answers():
    found = parse(tabled(*FORM)).tallies
    # Six rows across; in each of seven columns the balance and the sum of the answers.
    assert [one.verdict for one in found] == ["holds"] * (6 + 7 * 2)
    assert {one.axis for one in found} == {"form"}


@pytest.mark.parametrize("missing", [1, 2, 5, 6])
def test_a_row_of_the_balance_is_missing(missing):
    assert verdicts(*(row for at, row in enumerate(FORM) if at != missing)) == []


def test_a_row_stands_twice():
    assert verdicts(*FORM, FORM[1]) == []


def test_a_total_only():
    short = (" / ".join((*row.split(" / ")[:-7], row.split(" / ")[-1])) for row in FORM[1:])
    assert verdicts(*short) == ["holds", "holds"]


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ("3 / 1 / 0 / 2 / 6", ["holds"]),
        ("3 / 1 / 0 / 2 / 7", ["fails"]),
        ("3 / 1 / 0 / 2 / 6 / 1 / 0 / 0 / 1 / 2", ["holds", "holds"]),
        ("3 / 1 / 0 / 2", []),
        ("3 / 1 / — / 2 / 6", []),
    ],
)
def test_reviews(figures, expected):
    assert verdicts("行政复议 / / / / ", REVIEWS, figures) == expected


def flat(*rows: str) -> str:
    return "\n".join(row.replace(" / ", " ") for row in rows)


def test_flattened_with_blanks():
    text = flat(*FORM)
    assert [one.verdict for one in parse(text).tallies] == ["holds"] * 20


def test_flattened_figures_stand_where_they_say():
    text = flat(*FORM).replace("9", "8", 1)
    [broken, *_] = [one for one in parse(text).tallies if one.verdict == "fails"]
    assert broken.left[0].span.of(text) == "8"


def test_flattened_and_a_figure_lost():
    assert parse(flat(*FORM).replace("7 2 0", "7 2", 1)).tallies == ()

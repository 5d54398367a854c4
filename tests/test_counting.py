"""Counting: which Chinese numerals count, which are names, which are neither."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from reportparse.figure import Figure
from reportparse.figures import find_figures

TABLES = tomllib.loads(files("reportparse").joinpath("data", "counting.toml").read_text("utf-8"))
VERBS = list(TABLES["verbs"].values())
CLASSES = [*TABLES["classes"].values(), *TABLES["thresholds"].values()]
DURATIONS = list(TABLES["durations"].values())


def counted(text: str) -> list[Figure]:
    """Return the figures that are neither articles nor names."""
    return [figure for figure in find_figures(text) if not figure.article]


@pytest.mark.parametrize("example", VERBS)
def test_verb_shows_that_things_are_counted(example: str) -> None:
    assert counted(example), example


@pytest.mark.parametrize("example", list(TABLES["names"].values()))
def test_name_is_not_counted(example: str) -> None:
    assert not counted(example), example


@pytest.mark.parametrize("example", CLASSES)
def test_class_is_not_counted(example: str) -> None:
    assert not counted(example), example


@pytest.mark.parametrize("example", list(TABLES["threshold_bases"].values()))
def test_bracket_that_defines_a_class_is_not_counted(example: str) -> None:
    assert not counted(f"企业（{example}，下同）"), example
    assert counted(f"该企业{example}"), example


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("班级6842个，其中45人以下的班级5090个", [6842, 5090]),
        ("年收入10万元以上的行政村有32个", [32]),
        ("藏书500册以上的农家书屋共12家", [12]),
        ("培训骨干500人以上的，给予奖励3万元", [500, 30000]),
        ("参训人员500人以上。举办的讲座12场", [500, 12]),
    ],
)
def test_class_that_is_counted_is_no_figure(text: str, values: list[int]) -> None:
    assert [figure.value for figure in counted(text)] == values


@pytest.mark.parametrize("example", DURATIONS)
def test_duration_is_stated(example: str) -> None:
    (figure,) = counted(example)
    assert figure.kind == "duration"


NEITHER = [
    "进一步提升", "第三方评估", "统一部署", "二十大精神", "十四届三次会议", "市委八届六次全会",
    "三年行动", "五年来",
    "一方面", "一批干部", "一系列举措", "一体推进", "六稳六保", "百年征程", "千家万户", "万无一失",
    "百亿产业集群",
    "九寨沟", "三亚", "五指山", "陆家嘴", "三轮车", "聚在一起，", "最多跑一次，", "“五个振兴”",
    "“三个一”工程",
    "每一名党员", "同一个目标", "二期工程", "一季度", "三级医院", "两会期间", "第二批次",
    "上一个台阶",
]  # fmt: skip


@pytest.mark.parametrize("text", NEITHER)
def test_phrase_holds_no_count(text: str) -> None:
    assert not counted(text), text


COUNTS = [
    ("成立三支巡防队", 3), ("全年共受理十二件", 12), ("新增床位二百张", 200),
    ("走访两千余户", 2000), ("查处案件一起。", 1),
    ("覆盖三十六个行政村", 36), ("慰问困难党员四十名", 40), ("每季度召开一次，", 1),
    ("投入三百万元", 3000000),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), COUNTS, ids=[text for text, _ in COUNTS])
def test_numeral_counts(text: str, value: int) -> None:
    (figure,) = counted(text)
    assert figure.value == value

from __future__ import annotations

import pytest

from reportparse.checks.running import loose_slips


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("做法：一要学，二要干，四要督。", [("二要", "四要", 3)]),
        ("做法：一是学，二是干，二是督，四是评。", [("二是", "二是", 3)]),
        ("一要学，二要干，三要督。", []),
        ("一要学，二要干，三要督。另外一要快，二要准。", []),
        ("一是一，二是二。", []),
        ("三要学，五要干，七要督。", []),
        ("一要学，二要干，\n四要督。", []),
        ("分四部分：一、回顾；一、要求；三、安排；四、建设", [("一、", "一、", 2)]),
        ("分四部分：一、回顾；二、要求；三、安排；三、建设", [("三、", "三、", 4)]),
        ("分四部分：一、回顾；二、要求；三、安排；四、建设", []),
        ("涉及：一、三、五、七村民小组。", []),
        ("划分为：一、二、三产业；四、五组。", []),
    ],
    ids=[
        "a gap",
        "a repeat",
        "in order",
        "two lists",
        "a saying",
        "no first",
        "two lines",
        "parts, the first twice",
        "parts, the last twice",
        "parts",
        "groups",
        "branches",
    ],
)
def test_loose_slips(text, slips):
    assert [(one.before, one.mark, one.expected) for one in loose_slips(text)] == slips

from __future__ import annotations

import pytest

from related import sentences_of
from reportparse.relations.mentions import Mention
from reportparse.relations.rates import find_rates


def rated(text: str) -> list[tuple[str, str, str, str]]:
    """Return rate, part, whole and verdict of the rates of the last sentence."""
    found = sentences_of(text)
    earlier: tuple[Mention, ...] = found[-2].mentions if len(found) > 1 else ()
    return [
        (
            one.rate.claim.quantity.text,
            one.part.claim.quantity.text,
            one.whole.claim.quantity.text,
            one.verdict,
        )
        for one in find_rates(found[-1], earlier)
    ]


FOUND = [
    (
        "a rate of an outcome",
        "发放问卷200份，回收190份，回收率95%",
        ("95%", "190份", "200份", "holds"),
    ),
    ("what was given", "应办结案件50件，办结48件，办结率96%", ("96%", "48件", "50件", "holds")),
    ("a wrong rate", "发放问卷200份，回收190份，回收率96%", ("96%", "190份", "200份", "fails")),
    ("a sentence on", "受理60件。办结54件，办结率90%", ("90%", "54件", "60件", "holds")),
    (
        "of the nearest that fits",
        "学员80人，骨干50人，女性20人，占40%",
        ("40%", "20人", "50人", "holds"),
    ),
    ("of a farther one", "学员80人，骨干50人，女性20人，占25%", ("25%", "20人", "80人", "holds")),
    (
        "of the whole before its many parts",
        "排查206起，其中家庭41起、邻里88起、土地36起、劳资23起、债务9起、其他9起，化解202起，化解率98.1%",
        ("98.1%", "202起", "206起", "holds"),
    ),
    (
        "wrongly of the whole before its many parts",
        "排查206起，其中家庭41起、邻里88起、土地36起、劳资23起、债务9起、其他9起，化解202起，化解率91.8%",
        ("91.8%", "202起", "206起", "fails"),
    ),
    (
        "a fraction",
        "有企业40家，其中规上企业10家，占四分之一",
        ("四分之一", "10家", "40家", "holds"),
    ),
    ("a share in tenths", "学员50人，其中女性20人，占比四成", ("四成", "20人", "50人", "holds")),
    ("the whole inside", "通车村12个，占全镇15个村的80%", ("80%", "12个", "15个", "holds")),
]
SILENT = [
    ("no whole", "回收190份，回收率95%"),
    ("a sentence before with a misfit", "受理60件。办结54件，办结率93%"),
    ("another unit", "培训60人，发放手册54册，占90%"),
    ("no words of a rate", "受理60件，办结54件，同比提高90%"),
    ("asked of people", "走访50户，满意48户，群众满意率97%"),
    ("a base of its own", "居民50人，失业2人，城镇登记失业率3%"),
    ("less than all", "受理50件，办结48件，按期办结率100%"),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in FOUND], ids=[row[0] for row in FOUND]
)
def test_rate(text, expected):
    assert rated(text) == [expected]


@pytest.mark.parametrize("text", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_no_rate(text):
    assert rated(text) == []

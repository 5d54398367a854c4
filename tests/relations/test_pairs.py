"""Pairs that leave no third case."""

from __future__ import annotations

import pytest

from related import mentions_of, related
from reportparse.relations.pairs import PAIR_SIGNS, PAIRS, is_pair, pair_cue

# Words of the two figures, and the cue where the pair is told without 其中.
ROWS = [
    ("男8人、女4人", "男"),
    ("女4人、男8人", "男"),
    ("合格8批次、不合格4批次", "合格"),
    ("有效申请8件、无效申请4件", "有效"),
    ("调解成功8件、未成功4件", "成功"),
    ("批准逮捕8人、不批准逮捕4人", "批准"),
    ("提起公诉8人、不起诉4人", "公诉"),
    ("决定批捕8人、不予批捕4人", "批捕"),
    ("公办园8所、民办园4所", "公办"),
    ("规上企业8家、规下企业4家", "规上"),
    ("内资企业8家、外资企业4家", "内资"),
    ("国内游客8人、入境游客4人", "国内"),
    ("税收收入8万元、非税收入4万元", ""),
    ("住宅8套、非住宅4套", ""),
    ("出口8万元、进口4万元", ""),
]


@pytest.mark.parametrize(("text", "cue"), ROWS)
def test_pair(text, cue):
    pair = mentions_of(text)
    assert is_pair(pair)
    assert pair_cue(*pair) == cue


@pytest.mark.parametrize(
    "text",
    [
        "男8人、男童4人",
        "合格8批次、优质4批次",
        "不合格8批次、未检4批次",
        "男8人、女4人、儿童3人",
        "非遗8项、非住宅4项",
        "出口8万元、进出口4万元",
    ],
)
def test_no_pair(text):
    assert not is_pair(mentions_of(text))


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_every_pair_has_a_sign(first, second):
    words = first.pattern + second.pattern
    assert any(sign in words for sign in PAIR_SIGNS)


# Text, what closes, what does not, and whether that is a fault.
TOLD = [
    ("two lists of one whole", "人口42.6万人，其中城镇18.2万人，乡村24.4万人；男22.1万人，女{}。",
     "20.5万人", "21.5万人", True),
    ("two units", "受理逮捕案件312件486人，批准逮捕241件362人，不批准逮捕{}124人。",
     "71件", "79件", False),
    ("of cases", "受理审查起诉520人，提起公诉401人，不起诉{}。", "119人", "125人", False),
    ("of cases, a slip", "受理审查起诉520人，提起公诉401人，不起诉{}。", "119人", "191人", True),
    ("of what was tested", "抽检640批次，合格628批次，不合格{}。", "12批次", "15批次", True),
    ("among others", "排污口60个，工业8个、城镇12个、农村22个、其他{}。", "18个", "28个", False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "right", "wrong", "fault"), [row[1:] for row in TOLD], ids=[row[0] for row in TOLD]
)
def test_told_without_a_cue(text, right, wrong, fault):
    assert "fails" not in [verdict for _, verdict in related(text.format(right), "sum")]
    assert ("fails" in [verdict for _, verdict in related(text.format(wrong), "sum")]) is fault

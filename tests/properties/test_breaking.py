from __future__ import annotations

from dataclasses import replace

import pytest
from evaluation.setting import SETTINGS, Setting

import reportparse as rp

#: Figures that a break may fall into, before a unit and after a mark.
PARAGRAPHS = (
    "柳溪县2023年工作情况",
    "一、全年重点工作",
    "2023年，全县接待游客473.94万人次，实现旅游收入12.06亿元，分别比上年增长8.5%和11.3%。",
    "1.加强窗口服务。办理各类事项3,000余件，群众满意率99.6%，平均办理时间缩短至1.5个工作日。",
    "（一）强化督查。开展督查300余次。整改问题198个，整改率百分之九十四点六，投入（含配套）1.2亿元。",
    "服务时间为8:30—12:00、14:30—17:30，接待来访20.5万人次，答复咨询一千二百余人次。",
    "2024年，计划新建公路63公里，完成投资8.6亿元，力争通车里程达到1086公里。",
)
WIDTHS = range(18, 46, 3)


def read(text: str) -> tuple[list[str], list[tuple[str, str]]]:
    report = rp.parse(text)
    paragraphs = ["".join(one.text(report.document).split()) for one in report.document.paragraphs]
    figures = [("".join(one.text.split()), str(one.value)) for one in report.quantities]
    return paragraphs, figures


MEANT = read("\n\n".join(PARAGRAPHS))


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_no_break_changes_a_figure(setting: Setting) -> None:
    for width in WIDTHS:
        got = read(replace(setting, width=width).set(PARAGRAPHS))
        assert got[1] == MEANT[1], width
        if setting.indent or setting.apart:
            assert got[0] == MEANT[0], width

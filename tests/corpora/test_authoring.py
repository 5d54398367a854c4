from __future__ import annotations

import json

import pytest
from evaluation import authoring

SOURCE = """+++
title = "测试乡工作总结"
year = 2023
{options}+++
测试乡工作总结

<1 一、>工作情况

<i 一是>调解{{ **20** 件|纠纷 =a}}，邻里{{12件|邻里纠纷 =b}}、其他{{9件|其他纠纷 =c !TOT:8}}；
<i 二是>打造{{*一支}}队伍，覆盖{{近百户|农户 ..100 n:百 u:户 target}}。
===
!sum: a = b + c
"""


@pytest.fixture
def built(tmp_path):
    def build(options=""):
        path = tmp_path / "test.txt"
        path.write_text(SOURCE.format(options=options), encoding="utf-8")
        return authoring.build(path)

    return build


def test_marks_are_cut_out_and_their_places_kept(built):
    report = built()
    marks = [(report.text[row["at"] :][: len(row["mark"])], row["level"], row["ordinal"])
             for row in report.gold["outline"]]  # fmt: skip
    assert marks == [("一、", "h1", 1), ("一是", "inline", 1), ("二是", "inline", 2)]
    rows = report.gold["quantities"]
    assert [report.text[row["at"] :][: len(row["num"])] for row in rows] == [
        "20", "12", "9", "一支", "百",
    ]  # fmt: skip
    assert rows[0]["text"] == "20件"
    assert (rows[4]["low"], rows[4]["high"], rows[4]["status"]) == (None, 100, "target")
    assert rows[3]["article"]


def test_relations_name_their_figures(built):
    (relation,) = built().gold["relations"]
    assert relation == {"type": "sum", "formula": "20 = 12 + 9", "members": [0, 1, 2],
                        "holds": False}  # fmt: skip


def test_a_planted_fault_has_its_place(built):
    report = built()
    (fault,) = report.gold["findings"]
    assert report.text[fault["at"]] == "9"
    assert (fault["family"], fault["right"]) == ("TOT", "8")


def test_a_sum_that_is_said_to_hold_must_hold(tmp_path):
    path = tmp_path / "test.txt"
    path.write_text(SOURCE.format(options="").replace("!sum", "sum"), encoding="utf-8")
    with pytest.raises(ValueError, match="does not hold"):
        authoring.build(path)


@pytest.mark.parametrize(
    ("options", "newline"),
    [("", "\n"), ('newline = "crlf"\n', "\r\n"), ('newline = "escaped"\n', "\\r\\n")],
    ids=["lf", "crlf", "escaped"],
)
def test_line_ends_are_as_asked(built, options, newline):
    report = built(options)
    assert report.text.startswith(f"测试乡工作总结{newline}{newline}一、")
    assert report.gold["chars"] == len(report.text)


def test_encoding_is_as_asked(built):
    report = built('encoding = "gb18030"\n')
    assert report.data.decode("gb18030") == report.text
    assert "encoding" not in report.gold["meta"]


def test_gold_is_json_with_a_record_a_line(built):
    gold = built().gold
    encoded = authoring.encode(gold)
    assert json.loads(encoded) == gold
    assert encoded.count("\n") > len(gold["quantities"])

from __future__ import annotations

import pytest
from lxml import etree

from reportparse.reading.numberings import Styles
from reportparse.reading.opening import child
from reportparse.reading.runs import Content, content_of
from words import part, r


def read(inside: str, styles: str = "", style: str = "") -> Content:
    paragraph = child(etree.fromstring(part("x", f"<w:p>{inside}</w:p>").encode()), "p")
    assert paragraph is not None
    return content_of(paragraph, Styles(etree.fromstring(part("styles", styles).encode())), style)


def field(result: str, end: str = "end") -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a1</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        f'<w:r><w:fldChar w:fldCharType="{end}"/></w:r>'
    )


MATH = "<m:oMath>{}</m:oMath>"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (r("调解") + r("12") + r("件"), "调解12件"),
        ("<w:smartTag>" + r("18公里") + "<w:smartTagPr/></w:smartTag>", "18公里"),
        ("<w:customXml>" + r("3月") + "</w:customXml>", "3月"),
        ("<w:hyperlink>" + r("附表") + "</w:hyperlink>", "附表"),
        ('<w:fldSimple w:instr="PAGE">' + r("35") + "</w:fldSimple>", "35"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('46户')}</w:sdtContent></w:sdt>", "46户"),
        (
            (
                "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
                f"{r('点击输入')}</w:sdtContent></w:sdt>"
            ),
            "",
        ),
        (field(r("76件")), "76件"),
        (field(field(r("7")) + r("件")), "7件"),
        (f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{r("旧")}', ""),
        (f'<w:r><w:fldChar w:fldCharType="end"/></w:r>{r("新")}', "新"),
        ("<w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:noBreakHyphen/></w:r>", "一\t二-"),
        ("<w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:cr/></w:r>", "一\n二\n"),
        ('<w:r><w:sym w:char="2460"/><w:sym w:char="F0FE"/><w:sym w:char="x"/></w:r>', "①"),
        (f"<w:ruby><w:rt>{r('yán')}</w:rt><w:rubyBase>{r('䶮')}</w:rubyBase></w:ruby>", "䶮"),
        (MATH.format("<m:r><m:t>x=3</m:t></m:r>"), "x=3"),
        (
            MATH.format(
                "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num>"
                "<m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
            ),
            "1/2",
        ),
        (
            MATH.format(
                "<m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e>"
                "<m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
            ),
            "m²",
        ),
        (r("100m") + r("2", '<w:vertAlign w:val="superscript"/>'), "100m²"),
        (r("注") + r("甲", '<w:vertAlign w:val="superscript"/>'), "注甲"),
        (
            (
                f"<mc:AlternateContent><mc:Choice>{r('新')}</mc:Choice>"
                f"<mc:Fallback>{r('旧')}</mc:Fallback></mc:AlternateContent>"
            ),
            "新",
        ),
        (f"<mc:AlternateContent><mc:Fallback>{r('旧')}</mc:Fallback></mc:AlternateContent>", "旧"),
    ],
)
def test_text(inside: str, expected: str) -> None:
    found = read(inside)
    assert found.text == expected
    assert not found.seen


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (f"<w:ins>{r('198')}</w:ins><w:del><w:r><w:delText>201</w:delText></w:r></w:del>", "198"),
        (f"<w:moveFrom>{r('22')}</w:moveFrom><w:moveTo>{r('22')}</w:moveTo>", "22"),
        (f"<w:del>{r('甲')}</w:del>{r('乙')}", "乙"),
    ],
    ids=["insertion", "move", "deletion"],
)
def test_changes_are_read_as_accepted(inside: str, expected: str) -> None:
    found = read(inside)
    assert found.text == expected
    assert found.seen == {"tracked_changes"}


HIDING = '<w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'


@pytest.mark.parametrize(
    ("inside", "style", "expected", "noted"),
    [
        (r("明") + r("暗", "<w:vanish/>"), "", "明", True),
        (r("明", '<w:vanish w:val="0"/>'), "", "明", False),
        (r("明") + r(" ", "<w:vanish/>"), "", "明", False),
        (r("暗", '<w:rStyle w:val="H"/>') + r("明"), "", "明", True),
        (r("暗") + r("明", '<w:vanish w:val="false"/>'), "H", "明", True),
        (
            f"<w:r><w:rPr><w:vanish/></w:rPr><w:ruby>{r('明')}</w:ruby><w:t>暗</w:t></w:r>",
            "",
            "明",
            True,
        ),
    ],
    ids=["run", "switched-off", "blank", "run-style", "paragraph-style", "run-in-run"],
)
def test_hidden_text_is_left_out(inside: str, style: str, expected: str, noted: bool) -> None:
    found = read(inside, HIDING, style)
    assert found.text == expected
    assert ("hidden_text" in found.seen) is noted


BOX = "<w:drawing><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></w:drawing>"
OLD = "<w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict>"


@pytest.mark.parametrize(
    "inside",
    [
        f"<w:r>{BOX.format('<w:p/>')}</w:r>",
        f"<w:r>{OLD.format('<w:p/>')}</w:r>",
        (
            f"<w:r><mc:AlternateContent><mc:Choice>{BOX.format('<w:p/>')}</mc:Choice><mc:Fallback>"
            f"{OLD.format('<w:p/>')}</mc:Fallback></mc:AlternateContent></w:r>"
        ),
        (
            f"<w:r><w:drawing><mc:AlternateContent><mc:Choice>{BOX.format('<w:p/>')}</mc:Choice>"
            f"<mc:Fallback>{OLD.format('<w:p/>')}</mc:Fallback></mc:AlternateContent></w:drawing></w:r>"
        ),
    ],
    ids=["new", "old", "both", "both-inside"],
)
def test_a_text_box_is_found_once(inside: str) -> None:
    assert len(read(inside).boxes) == 1


def test_notes_are_called() -> None:
    found = read(
        f'{r("甲")}<w:r><w:footnoteReference w:id="3"/></w:r>'
        '<w:r><w:endnoteReference w:id="1"/></w:r>'
    )
    assert (found.text, found.notes) == ("甲", (("footnote", "3"), ("endnote", "1")))

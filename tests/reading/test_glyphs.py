from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from math import pi

import pypdfium2
import pytest

from pdfs import count, pdf, say
from reportparse.reading.glyphs import Frame, Glyphs, glyphs_of, quarter, strips_of


@contextmanager
def glyphs(*content: str) -> Iterator[Glyphs]:
    with (
        closing(pypdfium2.PdfDocument(pdf(content))) as file,
        closing(file[0]) as page,
        closing(page.get_textpage()) as textpage,
    ):
        yield glyphs_of(textpage.raw)


FRAME = Frame(0, 0, 595, 842)


@pytest.mark.parametrize(
    ("angle", "turns"),
    [(0.0, 0), (0.05, 0), (2 * pi - 0.05, 0), (pi / 2, 1), (pi, 2), (3 * pi / 2, 3), (0.7, None)],
)
def test_quarter(angle: float, turns: int | None) -> None:
    assert quarter(angle) == turns


@pytest.mark.parametrize(
    ("turns", "box"),
    [
        (0, (90, 642, 130, 662)),
        (1, (130, 90, 150, 130)),
        (2, (460, 130, 500, 150)),
        (3, (642, 460, 662, 500)),
    ],
)
def test_box_as_shown(turns: int, box: tuple[float, ...]) -> None:
    frame = Frame(10, 50, 600, 842, turns)
    assert frame.shown((100, 180, 140, 200)) == box
    assert frame.size == ((792, 590) if turns % 2 else (590, 792))


def test_characters_have_the_boxes_that_are_printed() -> None:
    with glyphs(say(80, 100, "共办结32件")) as found:
        (strip,) = strips_of(found, FRAME, 0)
    assert strip.text == "共办结32件"
    assert strip.edges == pytest.approx((80, 96, 112, 128, 136, 144, 160), abs=0.7)
    assert (strip.top, strip.bottom) == pytest.approx((100, 116), abs=0.5)


@pytest.mark.parametrize(
    ("beside", "digits", "high"),
    [
        ([], count(144, 100, "305"), True),
        ([say(168, 100, "件")], count(144, 100, "305"), True),
        ([say(168, 100, "件")], count(144, 100, "2", 10, lift=6), False),
    ],
    ids=["behind", "between", "raised"],
)
def test_digits_on_the_line_have_its_height(beside: list[str], digits: str, high: bool) -> None:
    with glyphs(say(80, 100, "成功化解"), digits, *beside) as found:
        at = found.text.index("解") + 1
        tops = {found.tops[place] for place in (at - 1, at)}
    assert (len(tops) == 1) is high


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        ([say(80, 100, "东村"), say(300, 100, "5137")], ["东村", "5137"]),
        ([say(80, 100, "面积100m"), say(152, 98, "2", 8)], ["面积100m", "2"]),
        ([say(80, 100, "䶮村办结")], ["䶮村办结"]),
        ([say(80, 100, "\U00020164村")], ["\ufffd\ufffd村"]),
        ([say(80, 100, "全年"), say(-300, 100, "页外"), say(80, 900, "页下")], ["全年"]),
    ],
    ids=["gap", "exponent", "rare-character", "half-characters", "off-page"],
)
def test_strips(content: list[str], texts: list[str]) -> None:
    with glyphs(*content) as found:
        strips = [strip.text.strip() for strip in strips_of(found, FRAME, 0)]
    assert strips == texts


def test_text_at_an_angle_is_left_out() -> None:
    with glyphs(say(80, 100, "全年办结32件"), say(150, 500, "内部资料", 48, angle=45)) as found:
        assert [strip.text for strip in strips_of(found, FRAME, 0)] == ["全年办结32件"]


def test_page_without_text() -> None:
    with glyphs() as found:
        assert found.text == ""
        assert list(strips_of(found, FRAME, 0)) == []

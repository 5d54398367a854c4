from __future__ import annotations

import pytest

from ofds import lettered, page, parsed
from reportparse.reading.graphics import POINTS, objects_of
from reportparse.reading.layout import Strip
from reportparse.reading.lettering import strips_of

#: Size of the characters in millimetres.
SIZE = 5.0


def strips(codes: str, boundary: str = "10 20 100 5", ctm: str = "") -> list[Strip]:
    codes = codes.replace("<", "<ofd:").replace("<ofd:/", "</ofd:")
    element = parsed(page([lettered(codes, boundary, SIZE, ctm)]))
    texts = [item for item in objects_of(element, {}) if item.name == "TextObject"]
    return list(strips_of(texts[0]))


def edges(strip: Strip) -> list[float]:
    return [round(edge / POINTS, 2) for edge in strip.edges]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('X="0" Y="4" DeltaX="5 5 5"', [10, 15, 20, 25, 30]),
        ('X="1" Y="4" DeltaX="g 3 5"', [11, 16, 21, 26, 31]),
        ('X="1" Y="4" DeltaX="G 2 5 6"', [11, 16, 21, 27, 32]),
        ('X="0" Y="4" DeltaX="6 g 2 5"', [10, 16, 21, 26, 31]),
        ('X="0" Y="4" DeltaX="g 999999999 5"', [10, 15, 20, 25, 30]),
        ('X="0" Y="4" DeltaX="g 0 9 5 5 5"', [10, 15, 20, 25, 30]),
        ('X="0" Y="4" DeltaX="g -3 9 5"', [10, 15, 20, 25, 30]),
        ('X="0" Y="4" DeltaX="g 3"', [10, 15, 20, 25, 30]),
        ('X="0" Y="4" DeltaX="6"', [10, 16, 21, 26, 31]),
        ('X="0" Y="4"', [10, 15, 20, 25, 30]),
        ("", [10, 15, 20, 25, 30]),
        ('X="0" Y="4" DeltaX="5 5 5 5 5 5"', [10, 15, 20, 25, 30]),
        ('X="0" Y="4" DeltaX="5 -1 5"', [10, 15, 15, 19, 24]),
    ],
    ids=[
        "plain",
        "repeated",
        "repeated-then",
        "then-repeated",
        "bomb",
        "none",
        "negative",
        "cut",
        "few",
        "no-offsets",
        "no-place",
        "many",
        "a-little-back",
    ],
)
def test_edges(code: str, found: list[float]) -> None:
    (strip,) = strips(f"<TextCode {code}>召开会议</TextCode>")
    assert strip.text == "召开会议"
    assert edges(strip) == found


def test_latin_takes_half_the_room() -> None:
    (strip,) = strips('<TextCode X="0" Y="4">办件198</TextCode>')
    assert edges(strip) == [10, 15, 20, 22.5, 25, 27.5]


def test_the_line_stands_on_its_base() -> None:
    (strip,) = strips('<TextCode X="0" Y="4">云</TextCode>')
    assert (strip.top / POINTS, strip.bottom / POINTS) == pytest.approx((24 - 4.3, 24 + 0.7))


@pytest.mark.parametrize(
    ("codes", "texts"),
    [
        ('<TextCode X="0" Y="4" DeltaX="5 20 5">左边右边</TextCode>', ["左边", "右边"]),
        ('<TextCode X="50" Y="4" DeltaX="5 -40 5">前后左右</TextCode>', ["前后", "左右"]),
        ('<TextCode X="0" Y="4" DeltaY="6 6">竖着写</TextCode>', ["竖", "着", "写"]),
        (
            '<TextCode X="0" Y="4" DeltaX="5 0 5" DeltaY="0 8 0">上行下行</TextCode>',
            ["上行", "下行"],
        ),
        ('<TextCode X="0" Y="4">先</TextCode><TextCode X="5">后</TextCode>', ["先", "后"]),
        ('<TextCode X="0" Y="4"></TextCode><TextCode X="0" Y="4"/>', []),
        ('<TextCode X="0" Y="4">\n会议\n</TextCode>', ["会议"]),
        ('<TextCode X="0" Y="4">会\n议</TextCode>', ["会 议"]),
        ('<CGTransform CodePosition="0"/><TextCode X="0" Y="4">会</TextCode>', ["会"]),
        ("", []),
    ],
    ids=[
        "gap",
        "back",
        "upright",
        "two-lines",
        "two-codes",
        "empty",
        "around",
        "inside",
        "glyphs",
        "nothing",
    ],
)
def test_texts(codes: str, texts: list[str]) -> None:
    assert [strip.text for strip in strips(codes)] == texts


def test_places_are_inherited() -> None:
    first, second, third = strips(
        '<TextCode X="2" Y="4">一</TextCode><TextCode X="9">二</TextCode>'
        '<TextCode Y="14">三</TextCode>'
    )
    assert first.top == second.top == pytest.approx(third.top - 10 * POINTS)
    assert [edges(strip)[0] for strip in (first, second, third)] == [12, 19, 19]


def test_transformed_text_is_as_large_as_it_is_drawn() -> None:
    (strip,) = strips('<TextCode X="0" Y="4">云岭</TextCode>', ctm="2 0 0 3 0 0")
    assert edges(strip) == [10, 20, 30]
    assert strip.bottom - strip.top == pytest.approx(15 * POINTS)


def test_without_a_size_the_box_tells_it() -> None:
    element = parsed(page([lettered("<ofd:TextCode>云</ofd:TextCode>", "0 0 5 4", 0)]))
    (item,) = (item for item in objects_of(element, {}) if item.name == "TextObject")
    (strip,) = strips_of(item)
    assert edges(strip) == [0, 4]

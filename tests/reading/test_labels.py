from __future__ import annotations

import pytest

from reportparse.reading.labels import STYLES, label_of


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("decimal", "1 9 10 11 20 21 105"),
        ("decimalZero", "01 09 10 11 20 21 105"),
        ("chineseCounting", "一 九 十 十一 二十 二十一 一〇五"),
        ("chineseCountingThousand", "一 九 十 十一 二十 二十一 一百零五"),
        ("taiwaneseCountingThousand", "一 九 十 十一 二十 二十一 一百零五"),
        ("japaneseCounting", "一 九 十 十一 二十 二十一 百五"),
        ("chineseLegalSimplified", "壹 玖 壹拾 壹拾壹 贰拾 贰拾壹 壹佰零伍"),
        ("ideographLegalTraditional", "壹 玖 壹拾 壹拾壹 貳拾 貳拾壹 壹佰零伍"),
        ("japaneseLegal", "壱 九 壱拾 壱拾壱 弐拾 弐拾壱 壱百伍"),
        ("ideographDigital", "一 九 一〇 一一 二〇 二一 一〇五"),
        ("koreanDigital", "일 구 일영 일일 이영 이일 일영오"),
        ("decimalEnclosedCircle", "① ⑨ ⑩ ⑪ ⑳ ㉑ 105"),
        ("decimalEnclosedParen", "⑴ ⑼ ⑽ ⑾ ⒇ 21 105"),
        ("decimalEnclosedFullstop", "⒈ ⒐ ⒑ ⒒ ⒛ 21 105"),
        ("ideographEnclosedCircle", "㈠ ㈨ ㈩ 11 20 21 105"),
        ("ideographTraditional", "甲 壬 癸 11 20 21 105"),
        ("ideographZodiac", "子 申 酉 戌 20 21 105"),
        ("ideographZodiacTraditional", "甲子 壬申 癸酉 甲戌 癸未 甲申 戊申"),
        ("decimalFullWidth", "１ ９ １０ １１ ２０ ２１ １０５"),
        ("upperRoman", "I IX X XI XX XXI CV"),
        ("lowerRoman", "i ix x xi xx xxi cv"),
        ("upperLetter", "A I J K T U AAAAA"),
        ("lowerLetter", "a i j k t u aaaaa"),
        ("ordinal", "1st 9th 10th 11th 20th 21st 105th"),
        ("hex", "1 9 A B 14 15 69"),
        ("unheardOf", "1 9 10 11 20 21 105"),
    ],
    ids=lambda value: value if value.isascii() and value.isalpha() else "",
)
def test_numbers(style: str, expected: str) -> None:
    found = [label_of(number, style) for number in (1, 9, 10, 11, 20, 21, 105)]
    assert found == expected.split()


@pytest.mark.parametrize("style", ["none", "bullet"])
def test_no_number(style: str) -> None:
    assert label_of(3, style) == ""


@pytest.mark.parametrize("style", sorted(STYLES))
@pytest.mark.parametrize("number", [0, 10_000, 99_999, 100_000, 999_999_999])
def test_any_number_is_written_and_short(style: str, number: int) -> None:
    assert len(label_of(number, style)) <= 30


@pytest.mark.parametrize(
    ("number", "expected"), [(1000, "一千"), (1010, "一千零一十"), (30500, "三万零五百")]
)
def test_zeros_inside(number: int, expected: str) -> None:
    assert label_of(number, "chineseCountingThousand") == expected

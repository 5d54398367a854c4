"""Numbers written as Word writes them in front of a paragraph, format by format.

The names are those of `ST_NumberFormat` (ISO/IEC 29500-1, 17.18.59). A number that a format has
no sign for is written in plain digits, as Word does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

DIGITS: Final = "〇一二三四五六七八九"
#: Digits and places of tens: 一百零五, 壹佰零伍, 壱百五.
PLAIN: Final = ("零一二三四五六七八九", ("", "十", "百", "千", "万"))
LEGAL: Final = ("零壹贰叁肆伍陆柒捌玖", ("", "拾", "佰", "仟", "萬"))
TRADITIONAL: Final = ("零壹貳參肆伍陸柒捌玖", ("", "拾", "佰", "仟", "萬"))
JAPANESE: Final = ("〇壱弐参四伍六七八九", ("", "拾", "百", "阡", "萬"))
STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
CIRCLED: Final = "".join(
    map(chr, [*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0)])
)
PARENTHESES: Final = "".join(map(chr, range(0x2474, 0x2488)))
FULL_STOPS: Final = "".join(map(chr, range(0x2488, 0x249C)))
IDEOGRAPHS: Final = "".join(map(chr, range(0x3220, 0x322A)))
#: What is written above the line: m², 注¹
RAISED: Final = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
FULL_WIDTH: Final = str.maketrans("0123456789", "０１２３４５６７８９")
KOREAN: Final = str.maketrans("0123456789", "영일이삼사오육칠팔구")
CHINESE: Final = str.maketrans("0123456789", DIGITS)
ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
GREAT: Final = 100_000
#: Letters are repeated: Z, AA, BB ... not without end.
MAX_LETTERS: Final = 26 * 30


def label_of(number: int, style: str) -> str:
    """Write a number in one of Word's formats.

    >>> label_of(12, "chineseCounting"), label_of(3, "decimalEnclosedCircle"), label_of(4, "none")
    ('十二', '③', '')
    """
    return STYLES.get(style, str)(number)


def _counted(number: int, signs: tuple[str, tuple[str, ...]], *, one: bool) -> str:
    """Spell a number with places: 一百零五; `one` keeps the 一 of 一十."""
    digits, places = signs
    if not 0 < number < GREAT:
        return digits[0] if number == 0 else str(number)
    text, gap = "", False
    written = str(number)
    for at, digit in enumerate(written):
        if digit == "0":
            gap = True
            continue
        text += (digits[0] if gap else "") + digits[int(digit)] + places[len(written) - at - 1]
        gap = False
    bare = 9 < number < 20 and not one
    return text[1:] if bare else text


def _thousands(number: int) -> str:
    """Spell 十二, 一百零五."""
    return _counted(number, PLAIN, one=False)


def _tens(number: int) -> str:
    """Spell 十二, 九十九, then digit by digit: 一〇五."""
    return _counted(number, PLAIN, one=False) if 0 < number < 100 else _digits(number)


def _japanese(number: int) -> str:
    """Spell 十二, 百五: no zero inside, no 一 before a place."""
    if not 0 < number < GREAT:
        return _digits(number)
    text = _counted(number, PLAIN, one=True).replace("零", "")
    return text.replace("一十", "十").replace("一百", "百").replace("一千", "千")


def _legal(number: int) -> str:
    """Spell 壹拾贰."""
    return _counted(number, LEGAL, one=True)


def _legal_traditional(number: int) -> str:
    """Spell 壹拾貳."""
    return _counted(number, TRADITIONAL, one=True)


def _legal_japanese(number: int) -> str:
    """Spell 壱拾弐."""
    return _counted(number, JAPANESE, one=True).replace("〇", "") or str(number)


def _digits(number: int) -> str:
    """Write digit by digit: 一〇."""
    return str(number).translate(CHINESE)


def _of(signs: str) -> Callable[[int], str]:
    """Take the signs one by one, plain digits after the last."""
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


def _sexagenary(number: int) -> str:
    """Write 甲子, 乙丑 ... and again after sixty."""
    return STEMS[(number - 1) % 10] + BRANCHES[(number - 1) % 12]


def _roman(number: int) -> str:
    """Write XII."""
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, sign in ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text


def _letters(number: int) -> str:
    """Write A ... Z, AA, BB ..."""
    if not 0 < number <= MAX_LETTERS:
        return str(number)
    times, letter = divmod(number - 1, 26)
    return chr(ord("A") + letter) * (times + 1)


def _ordinal(number: int) -> str:
    """Write 1st, 2nd, 11th."""
    teen = 10 < number % 100 < 14
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _full_width(number: int) -> str:
    return str(number).translate(FULL_WIDTH)


def _nothing(_number: int) -> str:
    return ""


STYLES: Final[dict[str, Callable[[int], str]]] = {
    "none": _nothing,
    "bullet": _nothing,
    "decimalZero": lambda number: f"{number:02d}",
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "ordinal": _ordinal,
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _of(CIRCLED),
    "decimalEnclosedCircleChinese": _of(CIRCLED),
    "decimalEnclosedParen": _of(PARENTHESES),
    "decimalEnclosedFullstop": _of(FULL_STOPS),
    "ideographEnclosedCircle": _of(IDEOGRAPHS),
    "ideographTraditional": _of(STEMS),
    "ideographZodiac": _of(BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "ideographDigital": _digits,
    "taiwaneseDigital": _digits,
    "koreanDigital": lambda number: str(number).translate(KOREAN),
    "koreanDigital2": _digits,
    "chineseCounting": _tens,
    "taiwaneseCounting": _tens,
    "chineseCountingThousand": _thousands,
    "taiwaneseCountingThousand": _thousands,
    "japaneseCounting": _japanese,
    "japaneseDigitalTenThousand": _digits,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal_traditional,
    "japaneseLegal": _legal_japanese,
}

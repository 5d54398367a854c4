"""Numbers that a browser puts in front of the items of a list, which the page only implies."""

from __future__ import annotations

import re
from typing import Any, Final

from reportparse.reading.labels import label_of

#: Elements whose items are counted or have dots.
LISTS: Final = frozenset(("ol", "ul", "menu", "dir"))
#: list-style: none · list-style-type: cjk-ideographic
STYLE: Final = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]{1,40})", re.IGNORECASE)
#: <ol type="A">
TYPES: Final = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter",
                "i": "lowerRoman", "I": "upperRoman"}  # fmt: skip
#: Names of styles in CSS, as the formats of Word that write the same.
STYLES: Final = {
    "none": "none",
    "disc": "bullet",
    "circle": "bullet",
    "square": "bullet",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-decimal": "ideographDigital",
    "cjk-ideographic": "chineseCountingThousand",
    "simp-chinese-informal": "chineseCountingThousand",
    "trad-chinese-informal": "chineseCountingThousand",
    "simp-chinese-formal": "chineseLegalSimplified",
    "trad-chinese-formal": "ideographLegalTraditional",
    "cjk-heavenly-stem": "ideographTraditional",
    "cjk-earthly-branch": "ideographZodiac",
}
#: Formats behind whose numbers a comma of lists stands, not a full stop.
CHINESE: Final = frozenset(
    (
        "ideographDigital", "chineseCountingThousand", "chineseLegalSimplified",
        "ideographLegalTraditional", "ideographTraditional", "ideographZodiac",
    )
)  # fmt: skip
#: -3 · 12, but no number beyond all lists
WHOLE: Final = re.compile(r"-?\d{1,6}")


class Items:
    """The items of one list, counted as they come."""

    def __init__(self, element: Any) -> None:  # noqa: ANN401
        counted = element.tag == "ol"
        self._style = _style(element, TYPES.get(element.get("type", "1"), "decimal"))
        if not counted and not STYLE.search(element.get("style", "")):
            self._style = "bullet"
        backward = counted and element.get("reversed") is not None
        self._step = -1 if backward else 1
        length = sum(1 for item in element if item.tag == "li") if backward else 1
        self._next = _whole(element.get("start"), length)

    def label(self, item: Any) -> str:  # noqa: ANN401
        """Count an item and return what stands in front of it."""
        number = _whole(item.get("value"), self._next)
        self._next = number + self._step
        style = _style(item, self._style)
        label = label_of(number, style)
        if not label:
            return ""
        return f"{label}、" if style in CHINESE else f"{label}. "


def _style(element: Any, default: str) -> str:  # noqa: ANN401
    """Return the format that an element asks for."""
    found = STYLE.search(element.get("style", ""))
    return STYLES.get(found[1].lower(), "decimal") if found else default


def _whole(written: str | None, default: int) -> int:
    text = (written or "").strip()
    return int(text) if WHOLE.fullmatch(text) else default

from __future__ import annotations

from contextlib import closing

import pypdfium2
import pytest

from pdfs import pdf, say
from reportparse.reading.glyphs import Frame, Glyphs, glyphs_of, strips_of
from reportparse.reading.standin import BOX, font, fonts_stood_in

FRAME = Frame(0, 0, 595, 842)
SAID = "全年办结32件。"


def glyphs(text: str) -> Glyphs:
    with fonts_stood_in(), closing(pypdfium2.PdfDocument(pdf([say(80, 100, text)]))) as file:
        textpage = file[0].get_textpage()
        return glyphs_of(textpage.raw)


def drawn() -> bytes:
    with closing(pypdfium2.PdfDocument(pdf([say(80, 100, SAID)]))) as file:
        return bytes(file[0].render().buffer)


def test_boxes_are_what_the_file_states() -> None:
    (strip,) = strips_of(glyphs(SAID), FRAME, 0)
    assert strip.text == SAID
    widths = [16] * 4 + [8] * 2 + [16] * 2
    assert strip.edges == pytest.approx([80 + sum(widths[:at]) for at in range(9)])
    # Whatever fonts the machine has: 0.88 em above the line, 0.12 below.
    assert strip.bottom - strip.top == pytest.approx(16, abs=0.2)


@pytest.mark.parametrize(
    "text",
    ["。", "2", "合计", "①", "〇", "Abc"],
    ids=["stop", "digit", "han", "circle", "zero", "latin"],
)
def test_no_character_is_lost_for_want_of_a_font(text: str) -> None:
    found = glyphs(text)
    assert found.text == text
    assert all(left < right for left, right in zip(found.lefts, found.rights, strict=True))


def test_pages_are_drawn_with_the_fonts_of_the_machine() -> None:
    before = drawn()
    with fonts_stood_in():
        blank = drawn()
    assert set(blank) == {255}
    assert drawn() == before


def test_the_machine_answers_again_after_a_failure() -> None:
    before = drawn()
    with pytest.raises(KeyError), fonts_stood_in():
        raise KeyError
    assert drawn() == before


def test_font_is_small_and_its_box_inside_of_a_narrow_character() -> None:
    assert len(font()) < 500
    left, bottom, right, top = BOX
    assert 0 < left < right < 278
    assert -120 < bottom < top < 880

"""Pages put together from their pictures."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from reportparse.reading import pasting
from reportparse.reading.pasting import Pasted, page_of

SIZE = (100.0, 200.0)


def flat(colour: str, size: tuple[int, int] = (30, 20), form: str = "PNG") -> bytes:
    """Write a picture of one colour."""
    target = BytesIO()
    Image.new("RGB", size, colour).save(target, form)
    return target.getvalue()


def test_strips_make_a_page() -> None:
    strips = [
        Pasted(flat("red"), 0, 0, 100, 100),
        Pasted(flat("blue", form="BMP"), 0, 100, 100, 200),
    ]
    pixels = page_of(strips, SIZE, 2.0)
    assert pixels.shape == (400, 200, 3)
    assert pixels[10, 10].tolist() == [0, 0, 255]
    assert pixels[390, 190].tolist() == [255, 0, 0]


def test_what_no_picture_covers_is_paper() -> None:
    pixels = page_of([Pasted(flat("black"), 50, 50, 90, 90)], SIZE, 1.0)
    assert pixels[10, 10].tolist() == [255, 255, 255]
    assert pixels[70, 70].tolist() == [0, 0, 0]


@pytest.mark.parametrize(
    "picture",
    [
        Pasted(b"no picture", 0, 0, 100, 200),
        Pasted(flat("red")[:60], 0, 0, 100, 200),
        Pasted(b"", 0, 0, 100, 200),
        Pasted(flat("red"), 0, 0, 3, 200),
        Pasted(flat("red"), 0, 0, 1e5, 1e5),
    ],
    ids=["noise", "cut-off", "empty", "thin", "endless"],
)
def test_what_cannot_be_shown(picture: Pasted) -> None:
    assert page_of([picture], SIZE, 1.0) is None


def test_a_picture_beyond_measure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pasting, "MAX_PIXELS", 500)
    shown = page_of(
        [Pasted(flat("red"), 0, 0, 50, 50), Pasted(flat("red", (20, 20)), 0, 0, 50, 50)], SIZE, 1
    )
    assert np.any(shown != 255)
    assert page_of([Pasted(flat("red"), 0, 0, 50, 50)], SIZE, 1) is None

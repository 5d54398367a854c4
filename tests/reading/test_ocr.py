from __future__ import annotations

import multiprocessing
import socket

import numpy as np
import pytest

from pdfs import say
from reportparse.reading import ocr
from reportparse.reading.ocr import is_upright, recognise
from scans import drawn

PAPER = np.full((120, 900, 3), 255, np.uint8)


def pixels(*content: str, until: float = 90.0) -> np.ndarray:
    return np.array(drawn(content, until=until).convert("RGB"))


def test_line_with_places_and_confidences() -> None:
    lines = recognise(pixels(say(80, 30, "全年共调处纠纷198件。")))
    assert [line.text for line in lines] == ["全年共调处纠纷198件。"]
    line = lines[0]
    assert len(line.middles) == len(line.confidences) == len(line.text)
    assert list(line.middles) == sorted(line.middles)
    assert min(line.confidences) > 0.9
    (left, top), _, (right, bottom), _ = line.corners
    assert (left, right) == pytest.approx((80 / 0.72, 80 / 0.72 + 10.2 * 16 / 0.72), abs=12)
    assert top < 38 / 0.72 < bottom


def test_nothing_written() -> None:
    assert recognise(PAPER) == ()


def test_network_is_never_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    ocr._engine.cache_clear()
    assert [line.text for line in recognise(pixels(say(80, 30, "办结36件")))] == ["办结36件"]


@pytest.mark.parametrize("library", ocr.LIBRARIES)
def test_extra_is_missing(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    assert ocr.is_installed()
    monkeypatch.setattr(ocr, "find_spec", lambda name: None if name == library else object())
    assert not ocr.is_installed()


def test_one_thread_in_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 1 <= ocr._threads() <= ocr.MOST_THREADS
    monkeypatch.setattr(multiprocessing, "parent_process", object)
    assert ocr._threads() == 1


@pytest.mark.parametrize(
    ("width", "height", "upright"),
    [
        pytest.param(200, 30, False, id="line"),
        pytest.param(16, 30, False, id="lone-digit"),
        pytest.param(30, 120, True, id="column"),
    ],
)
def test_upright(width: float, height: float, upright: bool) -> None:
    box = ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))
    assert is_upright(box) == upright

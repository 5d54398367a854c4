"""PDFium works for one at a time."""

from __future__ import annotations

import threading

import pdfs
from reportparse.reading.lock import LOCK
from reportparse.report import read


def test_reading_waits_for_who_draws() -> None:
    data = pdfs.pdf([pdfs.say(80, 100, "全年共调解纠纷120件。")])
    done = threading.Event()

    def work() -> None:
        read(data)
        done.set()

    thread = threading.Thread(target=work)
    with LOCK:
        thread.start()
        assert not done.wait(0.2)
    thread.join()
    assert done.is_set()

"""Time limits: of the main thread, of other threads, of code that hears nothing."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from reportparse.archive.deadline import within
from reportparse.errors import UnreadableSource


def in_main(call: Callable[[], object]) -> object:
    return call()


def in_thread(call: Callable[[], object]) -> object:
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(call).result()


WHERE = pytest.mark.parametrize("run", [in_main, in_thread], ids=["main", "thread"])


def busy(seconds: float) -> str:
    """Compute for so long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass
    return "done"


def limited(limit: float, work: float) -> str:
    with within(limit, "slow.txt"):
        return busy(work)


@WHERE
def test_code_that_takes_too_long_is_stopped(run: Callable[..., object]) -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableSource) as caught:
        run(lambda: limited(0.1, 30))
    assert (caught.value.name, caught.value.reason) == ("slow.txt", "timeout")
    assert time.monotonic() - began < 20


@WHERE
def test_code_that_is_quick_goes_on(run: Callable[..., object]) -> None:
    assert run(lambda: (limited(0.2, 0), busy(0.4))) == ("done", "done")


@WHERE
def test_no_limit(run: Callable[..., object]) -> None:
    assert run(lambda: limited(0, 0.01)) == "done"


@WHERE
def test_other_errors_pass(run: Callable[..., object]) -> None:
    def fail() -> None:
        with within(5, "a.txt"):
            raise KeyError("own")

    with pytest.raises(KeyError, match="own"):
        run(fail)


DEAF = """
import multiprocessing, re
from reportparse.archive.deadline import within

def work():
    with within(0.2, "deaf"):
        re.match(r"(a|aa)+$", "a" * 80 + "b")

if __name__ == "__main__":
    worker = multiprocessing.get_context("fork").Process(target=work)
    worker.start()
    worker.join(30)
    print(worker.exitcode)
    worker.kill()
"""


def test_code_that_hears_no_signal_ends_its_worker() -> None:
    # The signal comes, but its handler waits for the interpreter, which does not come back.
    done = subprocess.run([sys.executable, "-c", DEAF], capture_output=True, check=False)
    assert done.stdout.strip() == b"1"

"""A time limit for code that does not ask the time, in whichever thread it runs.

In the main thread a signal interrupts it. In the threads of a cluster's worker no signal arrives;
there an exception is put into the thread, which CPython raises before its next instruction. Code
that hears neither, being compiled, ends the process, if that is one made to do such work.
"""

from __future__ import annotations

import ctypes
import faulthandler
import multiprocessing
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

from reportparse.errors import UnreadableSource

#: A reader that hangs in compiled code ends its process after this many times the limit.
PATIENCE: Final = 2


class Late(Exception):
    """Put into a thread whose time is up."""


@contextmanager
def within(seconds: float, name: str) -> Iterator[None]:
    """Raise `UnreadableSource` in code that takes longer than some seconds; 0 is no limit."""
    if seconds <= 0:
        yield
        return
    main = threading.current_thread() is threading.main_thread()
    stop = _alarm if main and hasattr(signal, "setitimer") else _interruption
    with _last_resort(seconds):
        try:
            with stop(seconds):
                yield
        except Late as error:
            raise UnreadableSource(name, "timeout", f"{seconds:g} s") from error


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Raise `Late` by a signal."""

    def stop(_: int, __: FrameType | None) -> None:
        raise Late

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _interruption(seconds: float) -> Iterator[None]:
    """Raise `Late` in this thread from another one."""
    thread, lock, done = threading.get_ident(), threading.Lock(), threading.Event()

    def stop() -> None:
        with lock:
            if not done.is_set():
                _put(thread, Late)

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        with lock:
            done.set()
        # What was put into the thread and has not been raised yet would hit what comes next.
        _put(thread, None)


def _put(thread: int, error: type[Exception] | None) -> None:
    """Put an exception into a thread, or take it back."""
    what = None if error is None else ctypes.py_object(error)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), what)


@contextmanager
def _last_resort(seconds: float) -> Iterator[None]:
    """End a worker's process that hears nothing; never that of a user."""
    if multiprocessing.parent_process() is None:
        yield
        return
    faulthandler.dump_traceback_later(seconds * PATIENCE, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()

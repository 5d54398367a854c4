"""Telling how a run over an archive goes on, and what it came to.

On a terminal or in a notebook a bar; in a log file a line now and then.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from reportparse.archive.run import Tally
from reportparse.checks import CHECKS
from reportparse.errors import REASONS, Language

#: What is told beside a bar of what could not be read; a narrow terminal has no room for more.
FAILED: Final[dict[Language, str]] = {"zh": "失败 {}", "en": "{} failed"}
#: Seconds between two lines in a log.
BETWEEN: Final = 10.0
#: What a reason ends with where each file has a detail of its own.
DETAIL: Final[dict[Language, str]] = {"zh": "：{detail}", "en": ": {detail}"}
#: Seconds in a minute, minutes in an hour.
SIXTY: Final = 60

Tell = Callable[[Tally], None]


@contextmanager
def shown(progress: bool | Tell, lang: Language = "en") -> Iterator[Tell]:
    """Yield what tells of a run: nothing, a bar, lines, or the caller's own function."""
    if callable(progress):
        yield progress
    elif not progress:
        yield lambda _: None
    elif sys.stderr.isatty() or _in_notebook():
        with _bar(lang) as tell:
            yield tell
    else:
        yield _lines(lang)


def line(tally: Tally, seconds: float, lang: Language = "en") -> str:
    """Say where a run stands in one line.

    >>> from collections import Counter
    >>> line(Tally(total=200, known=40, read=58, failed=Counter(empty=2)), 10.0)
    '100/200, 2 failed, 6.0 files/s, 0:16 left'
    """
    rate = (tally.done - tally.known) / seconds if seconds > 0 else 0.0
    left = (tally.total - tally.done) / rate if rate else 0.0
    minutes, rest = divmod(int(left), SIXTY)
    failed = tally.failed.total()
    if lang == "zh":
        said = f"未能读取 {failed}，每秒 {rate:.1f} 份，还需 {minutes}:{rest:02}"
        return f"{tally.done}/{tally.total}，{said}"
    said = f"{failed} failed, {rate:.1f} files/s, {minutes}:{rest:02} left"
    return f"{tally.done}/{tally.total}, {said}"


def summary(tally: Tally, lang: Language = "en") -> str:
    """Say in some lines what an archive holds: reports, failures by reason, rows, findings."""
    chinese = lang == "zh"
    lines = [
        f"报告 {tally.read} 份，未能读取 {tally.failed.total()} 份"
        if chinese
        else f"reports {tally.read}, not readable {tally.failed.total()}"
    ]
    lines += [
        f"  {reason}: {count}  {reason_of(reason, lang)}"
        for reason, count in sorted(tally.failed.items())
    ]
    figures, relations = tally.rows["claims"], tally.rows["relations"]
    lines.append(
        f"数据 {figures} 项，勾稽关系 {relations} 项，问题 {tally.rows['findings']} 项"
        if chinese
        else f"figures {figures}, relations {relations}, findings {tally.rows['findings']}"
    )
    titles = titled(lang)
    lines += [
        f"  {code}: {count}  {titles.get(code, '')}".rstrip()
        for code, count in sorted(tally.codes.items())
    ]
    return "\n".join(lines)


def reason_of(code: str, lang: Language) -> str:
    """Return the words of a reason without the detail that each file has of its own.

    >>> reason_of("damaged", "zh")
    '文件已损坏'
    """
    said = REASONS[code][lang]
    return said.removesuffix(DETAIL[lang]).format(detail="…")


def titled(lang: Language) -> dict[str, str]:
    """Return what each check is about, by its code."""
    return {one.code: one.title_zh if lang == "zh" else one.title for one in CHECKS}


@contextmanager
def _bar(lang: Language) -> Iterator[Tell]:
    """Yield what moves a bar with rate, time left and failures."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failures]}"),
    )
    began = time.monotonic()
    with Progress(*columns, console=Console(stderr=True)) as progress:
        bar = progress.add_task("", total=None, rate="", failures="")

        def tell(tally: Tally) -> None:
            rate = (tally.done - tally.known) / max(time.monotonic() - began, 1e-9)
            failures = tally.failed.total()
            progress.update(
                bar,
                total=tally.total,
                completed=tally.done,
                rate=f"{rate:.1f}/s",
                failures=FAILED[lang].format(failures) if failures else "",
            )

        yield tell


def _lines(lang: Language) -> Tell:
    """Return what writes a line to standard error now and then."""
    began = time.monotonic()
    last = began

    def tell(tally: Tally) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= BETWEEN or tally.done == tally.total:
            last = now
            sys.stderr.write(line(tally, now - began, lang) + "\n")
            sys.stderr.flush()

    return tell


def _in_notebook() -> bool:
    return "ipykernel" in sys.modules

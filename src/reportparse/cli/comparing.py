"""Baselines on the command line: read, compared with, and written."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from reportparse.baseline import Baseline
from reportparse.cli.delivery import write
from reportparse.cli.face import Misuse, unusable
from reportparse.cli.settling import Settled
from reportparse.errors import Language
from reportparse.render.words import word
from reportparse.report import Report


def read_baseline(path: Path, lang: Language) -> Baseline:
    """Read a baseline, or say in one line why it cannot be."""
    try:
        return Baseline.from_json(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise unusable(path, error) from error
    except ValueError as error:
        raise Misuse(f"{path}: {word('no_baseline', lang)}") from error


def compared(settled: Sequence[Settled], path: Path, lang: Language) -> list[Settled]:
    """Tell of each finding how it compares with a baseline."""
    baseline = read_baseline(path, lang)
    return [replace(one, report=_compared(one, baseline, path)) for one in settled]


def write_baseline(settled: Sequence[Settled], path: Path) -> None:
    """Write what was found as a baseline."""
    reports = ((_seen_from(path, one.report.name), one.report) for one in settled)
    write(Baseline.of(reports).to_json(), path)


def _compared(one: Settled, baseline: Baseline, path: Path) -> Report:
    report = one.report
    name = _seen_from(path, report.name)
    return report.with_audit(baseline.compare(name, report, report.audited))


def _seen_from(path: Path, name: str) -> str:
    """Name a report as seen from the folder of the baseline, so that both may move together."""
    return Path(os.path.relpath(name, path.resolve().parent)).as_posix()

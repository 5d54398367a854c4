"""What each stage of reading costs, beside the floor and beside jieba, in turns within one run."""

from __future__ import annotations

import logging
import re
import time
import warnings
from collections.abc import Callable, Sequence
from statistics import quantiles

from reportparse.checks import examine
from reportparse.claims import build_claims
from reportparse.cleaning import clean
from reportparse.frames import to_frame
from reportparse.heading import find_heading
from reportparse.indicators import default, label
from reportparse.outline import find_sections
from reportparse.period import find_periods
from reportparse.quantity import find_quantities
from reportparse.reading import document_of
from reportparse.relations import find_relations
from reportparse.render.record import to_json
from reportparse.report import Report, parse
from reportparse.terms import terms_of
from reportparse.units import load_units

Call = Callable[[], object]

WHOLE = "whole pipeline with checks and JSON"
FLOOR = "floor: one compiled scan for figures"
SCANS = "floor pipeline: scans for lines, marks, sentences and figures"
JIEBA = "jieba over the whole text"


def contestants(texts: Sequence[str]) -> dict[str, Call]:
    """Return what is timed, each a call that handles all texts once."""
    reports = [parse(text) for text in texts]
    calls: dict[str, Call] = {
        name: lambda stage=stage: [stage(report) for report in reports]  # type: ignore[misc]
        for name, stage in STAGES.items()
    }
    calls[WHOLE] = lambda: [parse(text).to_json() for text in texts]
    units = "|".join(sorted((re.escape(one.text) for one in load_units()), key=len, reverse=True))
    plain = re.compile(rf"[0-9]+(?:\.[0-9]+)?[万亿]*[余多]?(?:{units})?")
    calls[FLOOR] = lambda: [plain.findall(text) for text in texts]
    scans = (
        plain,
        *map(re.compile, (r"[^\n]+", r"(?m)^[（(]?[一二三四五六七八九十]+[、）)]", "[^。]+")),
    )
    calls[SCANS] = lambda: [[list(scan.finditer(text)) for scan in scans] for text in texts]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.ERROR)
    calls[JIEBA] = lambda: [jieba.lcut(text) for text in texts]
    return calls


def _claims(report: Report) -> object:
    return build_claims(
        report.view, report.quantities, report.periods, report.sections, report.heading
    )


def _periods(report: Report) -> object:
    time_told = report.heading.time
    return find_periods(report.view, time_told.now, terms_of(report.sections, time_told))


#: The stages in the order of `report.report_of`.
STAGES: dict[str, Callable[[Report], object]] = {
    "reading of a text": lambda report: document_of(report.document.text),
    "view": lambda report: clean(report.document),
    "outline": lambda report: find_sections(report.view),
    "heading": lambda report: find_heading(report.view, report.document),
    "quantities": lambda report: find_quantities(report.view),
    "periods": _periods,
    "claims": _claims,
    "indicators": lambda report: label(report.claims, report.view, default()),
    "relations": lambda report: find_relations(report.claims, report.view),
    "checks": examine,
    "JSON": to_json,
    "records to frame": lambda report: to_frame((report,), "claims", "en"),
}


def measure(calls: dict[str, Call], rounds: int) -> dict[str, tuple[float, float, float]]:
    """Return quartiles of processor seconds of each call over interleaved rounds."""
    seconds: dict[str, list[float]] = {name: [] for name in calls}
    for turn in range(rounds + 1):
        for name, call in calls.items():
            start = time.process_time()
            call()
            if turn:
                seconds[name].append(time.process_time() - start)
    return {name: _quartiles(times) for name, times in seconds.items()}


def _quartiles(times: list[float]) -> tuple[float, float, float]:
    low, middle, high = quantiles(times, n=4) if len(times) > 1 else times * 3
    return low, middle, high

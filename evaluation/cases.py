"""Scores the short cases that stand beside the repository: numerals, quantities, relations."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import reportparse as rp
from evaluation.gold import SHARED
from reportparse.cleaning import clean
from reportparse.reading import document_of
from reportparse.relations import kernel
from reportparse.relations.kernel import Stated, Work
from reportparse.view import View

Row = Mapping[str, Any]

HEDGES = {
    "MORE_THAN": {"more"}, "LESS_THAN": {"less"}, "EQUAL_OR_MORE": {"at_least"},
    "EQUAL_OR_LESS": {"at_most"}, "APPROX": {"about", "range"},
}  # fmt: skip
#: What the cases call a fit, and the kernel's word for it.
MODES = {"exact": "holds", "round-interval": "rounded", "truncation-only": "truncated",
         "none": "fails"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Result:
    """One family of cases: how many are right, and what is wrong with the others."""

    name: str
    right: int
    asked: int
    wrong: tuple[str, ...]


def results() -> list[Result]:
    """Score every family that is at hand."""
    if not (SHARED / "cases").is_dir():
        return []
    numerals = _rows("numerals")
    return [
        _result("numerals of reports", [_numeral(row) for row in numerals if row["gov"] == "yes"]),
        _result("numerals, rare", [_numeral(row) for row in numerals if row["gov"] != "yes"]),
        _result("numerals misread", [_misread(row) for row in numerals]),
        *(_result(f"quantities: {what}", said) for what, said in _quantities().items()),
        _result("relations: verdict", [_relation(row) for row in _rows("relations")]),
    ]


def _rows(name: str) -> list[Row]:
    lines = (SHARED / "cases" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _result(name: str, said: Sequence[str | None]) -> Result:
    wrong = tuple(one for one in said if one is not None)
    return Result(name, len(said) - len(wrong), len(said), wrong)


def _numeral(row: Row) -> str | None:
    said = rp.parse_number(row["input"])
    if _close(said, row["value"]):
        return None
    return f"{row['input']}: {said}, not {row['value']}"


def _misread(row: Row) -> str | None:
    """Return what is wrong where a numeral was read and not refused."""
    said = rp.parse_number(row["input"])
    return None if said is None else _numeral(row)


def _close(said: Decimal | None, meant: float | None) -> bool:
    if said is None or meant is None:
        return said is None and meant is None
    return abs(float(said) - meant) <= 1e-9 * max(1.0, abs(meant))


def _quantities() -> dict[str, list[str | None]]:
    said: dict[str, list[str | None]] = {
        name: [] for name in ("value", "unit", "interval", "hedge", "traps not taken", "extras")
    }
    for row in _rows("quantities"):
        found = [one for one in rp.find_quantities(_view(row["input"])) if not one.article]
        for meant in row["expected"]:
            near = [one for one in found if one.span.start < meant["end"]
                    and meant["start"] < one.span.end]  # fmt: skip
            for name, words in _compared(row, meant, near[0] if near else None):
                said[name].append(words)
        for trap in row["traps"]:
            said["traps not taken"].append(_taken(row, trap, found))
        extra = [one.text for one in found if not _expected(row, one)]
        said["extras"].append(f"{row['input']}: {extra}" if extra else None)
    return said


def _view(text: str) -> View:
    """Return a sentence as rules read it: spaces, `**` and full-width digits folded."""
    return clean(document_of(text))


def _expected(row: Row, one: rp.Quantity) -> bool:
    return any(
        one.span.start < meant["end"] and meant["start"] < one.span.end
        for meant in row["expected"]
    )


def _compared(row: Row, meant: Row, said: rp.Quantity | None) -> Iterator[tuple[str, str | None]]:
    if said is None:
        for name in ("value", "unit", "interval"):
            yield name, f"{row['input']}: {meant['text']} not found"
        return
    low, high = said.interval.low, said.interval.high
    shown = f"{row['input']}: {said.text} {said.value} {low}..{high} {said.unit} {said.hedge}"
    right = meant["value"] is None or _close(said.value, meant["value"])
    yield "value", None if right else shown
    yield "unit", None if said.unit == (meant["unit"] or "") else shown
    yield "interval", None if _bounded(meant, low, high) else shown
    if meant["mod"]:
        yield "hedge", None if said.hedge in HEDGES[meant["mod"]] else shown


def _bounded(meant: Row, low: Decimal | None, high: Decimal | None) -> bool:
    """Whether the interval is the one of the case; a case without ends asks for the value."""
    if meant["mod"] == "APPROX" and meant["low"] == meant["high"]:
        return True
    ends = (meant["low"], meant["high"])
    if ends == (None, None):
        ends = (meant["value"], meant["value"])
    if meant["mod"] == "EQUAL_OR_MORE":
        return _close(low, ends[0])
    if meant["mod"] in ("LESS_THAN", "EQUAL_OR_LESS"):
        return _close(high, ends[1])
    return _close(low, ends[0]) and _close(high, ends[1])


def _taken(row: Row, trap: str, found: Sequence[rp.Quantity]) -> str | None:
    at = row["input"].find(trap)
    for one in found:
        inside = at <= one.numeral.start < at + len(trap)
        if inside and not _expected(row, one):
            return f"{row['input']}: {one.text} in {trap}"
    return None


def _relation(row: Row) -> str | None:
    said = OPERATIONS[row["op"]](row["args"])
    meant = MODES[row["mode"]]
    return None if said == meant else f"{row['id']} {row['op']} {row['args']}: {said}, not {meant}"


def _stated(word: str) -> Stated:
    """Read an argument: `151` is counted, `53.84m` measured, `42.7%` a rate."""
    figure = word.rstrip("m%").replace(",", "")
    if "/" in figure:
        above, below = figure.split("/")
        return Stated(Decimal(above) / Decimal(below))
    value = Decimal(figure)
    printed = word[-1] in "m%"
    exponent = int(value.as_tuple().exponent)
    return Stated(value, Decimal(1).scaleb(exponent) if printed else Decimal(0))


def _judge(stated: str, inputs: Sequence[str], work: Work) -> str:
    return kernel.judge(_stated(stated), [_stated(word) for word in inputs], work)


def _percent(work: Work) -> Work:
    return kernel.times(work, kernel.HUNDRED)


def _ratesum(args: Sequence[str]) -> str:
    rate, count, *inputs = args
    return _judge(rate, inputs, _percent(kernel.pooled(int(count))))


def _sumeq(args: Sequence[str]) -> str:
    left, inputs = int(args[0]), [_stated(word) for word in args[1:]]
    return kernel.judge_equal(inputs[:left], inputs[left:])


def _ratio(args: Sequence[str]) -> str:
    above, below, factor, stated = args
    return _judge(stated, (above, below), kernel.times(kernel.quotient, _stated(factor).value))


OPERATIONS: Mapping[str, Callable[[Sequence[str]], str]] = {
    "sum": lambda args: _judge(args[0], args[1:], kernel.added),
    "rate": lambda args: _judge(args[2], args[:2], _percent(kernel.quotient)),
    "growth": lambda args: _judge(args[2], args[:2], _percent(kernel.growth)),
    "growthd": lambda args: _judge(args[2], args[:2], _percent(kernel.growth_by)),
    "ratepart": lambda args: _judge(args[2], args[:2], _percent(kernel.share_of_both)),
    "le": lambda args: kernel.judge_within(_stated(args[0]), [_stated(one) for one in args[1:]]),
    "ratesum": _ratesum,
    "sumeq": _sumeq,
    "ratio": _ratio,
}


def summary(results: Sequence[Result]) -> str:
    """Return the scores of the cases as a Markdown table."""
    rows = ["| cases | right | of | share |", "|---|---|---|---|"]
    for one in results:
        share = one.right / one.asked if one.asked else 1.0
        rows.append(f"| {one.name} | {one.right} | {one.asked} | {share:.3f} |")
    return "\n".join(rows)

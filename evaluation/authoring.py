"""Builds the corpus: marked sources in `corpora/source` become plain reports and their gold.

A source is a TOML head between two lines `+++`, the report with its marks, and, after a line
`===`, the relations between the figures. The marks are these, and are cut out of the report:

`{198件|民间纠纷}`              a quantity and what it counts
`{近百户|脱贫户 ..100 =a}`     with its interval where it is not plain, and a name for relations
`{*一支}队伍`                  an article or a named grouping: neither hit nor miss
`<1 一、>` `<i 一是>` `<? ——>`  a numbering mark: level 1-4, inline, or of no account
`<!NUM:why>`                   a fault planted here; on a quantity: `{70次|学习 !TOT:69}`
`<!TIM*:why>`                  a fault of the whole report, right wherever it is shown

Options follow the measure, told apart by how they begin:
`=name`, `!FAMILY:right`, `u:unit`, `n:numeral`, `k:kind`, `i:indicator`, `p:period`, `low..high`,
`g` (a growth), a status. A period is `p:2023`, `p:2023-03`, `p:2021~2025` or `p:none`; where the
head says what the report `covers`, a figure without one takes it, and by its status the year
before or what comes after.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from contextlib import suppress
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from evaluation import amounts, dates
from evaluation.arithmetic import Formula, parse_formula

CORPORA = Path(__file__).parents[1] / "corpora"
STATUSES = ("actual", "target", "prior", "cumulative", "normative")

#: {…} · <1 一、> · <!NUM:why>
MARKUP = re.compile(
    r"\{(?P<quantity>[^{}]*)\}"
    r"|<!(?P<family>[A-Z]{3})(?P<anywhere>\*?)(?::(?P<why>[^<>]*))?>"
    r"|<(?P<level>[1-4i?]) (?P<mark>[^<>]*)>"
)
#: 120..130 · 5.. · ..100
INTERVAL = re.compile(r"(-?[\d.]*?\d)?\.\.(-?\d[\d.]*)?")
NUMERALS = "一二三四五六七八九十"


@dataclass(slots=True)
class Draft:
    """A report while its marks are being cut out."""

    text: str = ""
    outline: list[dict[str, Any]] = field(default_factory=list)
    quantities: list[dict[str, Any]] = field(default_factory=list)
    findings: list[dict[str, Any]] = field(default_factory=list)
    #: Name of a quantity -> its index.
    names: dict[str, int] = field(default_factory=dict)
    #: Place of the last digit of each quantity, as the arithmetic needs it.
    places: list[Decimal] = field(default_factory=list)
    #: What the report covers, where its periods are annotated: 2023, 2023-01~2023-06.
    covers: str | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """A report as published, the bytes of its file, and its gold."""

    name: str
    text: str
    data: bytes
    gold: dict[str, Any]


def sources() -> list[Path]:
    """Return the marked sources in order."""
    return sorted((CORPORA / "source").glob("*.txt"))


def build(path: Path) -> Built:
    """Build one source; ValueError names what in it is wrong."""
    head, marked, relations = _split(path.read_text(encoding="utf-8"))
    newline = {"lf": "\n", "crlf": "\r\n", "escaped": "\\r\\n"}[head.pop("newline", "lf")]
    encoding = head.pop("encoding", "utf-8")
    draft = _cut(marked.replace("\n", newline), head.pop("covers", None))
    data = draft.text.encode(encoding)
    gold = {
        "id": path.stem,
        "source": f"corpora/text/{path.stem}.txt",
        "sha256": hashlib.sha256(draft.text.encode()).hexdigest(),
        "chars": len(draft.text),
        "meta": head,
        "outline": draft.outline,
        "quantities": draft.quantities,
        "relations": [_relation(draft, line) for line in relations.splitlines() if line.strip()],
        "findings": draft.findings,
    }
    return Built(path.stem, draft.text, data, gold)


def encode(gold: dict[str, Any]) -> str:
    """Return gold as JSON with one record a line, so that a change shows as a line."""
    parts = []
    for key, value in gold.items():
        if isinstance(value, list):
            rows = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in value)
            parts.append(f' "{key}": [\n{rows}\n ]' if rows else f' "{key}": []')
        else:
            parts.append(f' "{key}": {json.dumps(value, ensure_ascii=False)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def write() -> list[str]:
    """Write text and gold of every source; return their names."""
    names = []
    for path in sources():
        built = build(path)
        (CORPORA / "text" / f"{built.name}.txt").write_bytes(built.data)
        (CORPORA / "gold" / f"{built.name}.json").write_text(encode(built.gold), encoding="utf-8")
        names.append(built.name)
    return names


def _split(source: str) -> tuple[dict[str, Any], str, str]:
    _, head, rest = source.split("+++\n", 2)
    marked, _, relations = rest.partition("\n===\n")
    return tomllib.loads(head), marked + "\n", relations


def _cut(marked: str, covers: str | None) -> Draft:
    draft = Draft(covers=covers)
    cursor = 0
    for found in MARKUP.finditer(marked):
        draft.text += marked[cursor : found.start()]
        cursor = found.end()
        if found["quantity"] is not None:
            _quantity(draft, found["quantity"])
        elif found["family"]:
            _fault(draft, found["family"], len(draft.text), found["why"] or "")
            if found["anywhere"]:
                draft.findings[-1]["anywhere"] = True
        else:
            _mark(draft, found["level"], found["mark"])
    draft.text += marked[cursor:]
    return draft


def _mark(draft: Draft, level: str, mark: str) -> None:
    row: dict[str, Any] = {"at": len(draft.text), "mark": mark}
    if level == "?":
        row["optional"] = True
    else:
        row["level"] = "inline" if level == "i" else f"h{level}"
        row["ordinal"] = _ordinal(mark)
    draft.outline.append(row)
    draft.text += mark


def _ordinal(mark: str) -> int | None:
    if digits := re.search(r"\d+", mark.translate(amounts.FOLD)):
        return int(digits[0])
    for words, value in (("首先", 1), ("其次", 2), ("再次", 3)):
        if words in mark:
            return value
    numeral = "".join(character for character in mark if character in NUMERALS)
    return int(amounts.read(numeral).low or 0) if numeral else None


def _fault(draft: Draft, family: str, at: int, why: str) -> None:
    draft.findings.append({"family": family, "at": at, "right": why, "planted": True})


def _quantity(draft: Draft, inside: str) -> None:
    text, _, rest = inside.partition("|")
    at = len(draft.text)
    if text.startswith("*") and not text.startswith("**"):
        shown = text[1:]
        draft.quantities.append({"at": at, "num": shown, "text": shown, "article": True})
        draft.places.append(Decimal(1))
        draft.text += shown
        return
    measure, *options = rest.replace("|", " ").split() or [""]
    if not measure:
        raise ValueError(f"no measure: {inside}")
    row = _row(at, text, measure, options)
    draft.places.append(row.pop("place"))
    if found := dates.period(row.pop("stated"), row["status"], draft.covers):
        row["period"] = found
    for option in options:
        if option.startswith("="):
            if option[1:] in draft.names:
                raise ValueError(f"name used twice: {inside}")
            draft.names[option[1:]] = len(draft.quantities)
        elif option.startswith("!"):
            family, _, right = option[1:].partition(":")
            _fault(draft, family, row["at"], right)
    draft.quantities.append(row)
    draft.text += text


def _row(at: int, text: str, measure: str, options: list[str]) -> dict[str, Any]:
    interval = next((INTERVAL.fullmatch(option) for option in options if ".." in option), None)
    chosen = {option[0]: option[2:] for option in options if option[1:2] == ":"}
    amount = _stated(text, interval, chosen) if interval else amounts.read(text)
    unit = chosen.get("u", amount.unit)
    kind = "growth" if "g" in options else amounts.KINDS.get(unit, "count")
    kind = chosen.get("k", kind)
    named = {"indicator": chosen["i"]} if "i" in chosen else {}
    return {
        "at": at + amount.num_at,
        "num": _bare(amount.num),
        "text": _bare(text),
        "low": _plain(amount.low),
        "high": _plain(amount.high),
        "unit": unit,
        "kind": kind,
        "measure": measure,
        "status": next((option for option in options if option in STATUSES), "actual"),
        **named,
        "stated": chosen.get("p"),
        "place": amount.place if amount.low is not None or amount.high is not None else Decimal(1),
    }


def _stated(text: str, interval: re.Match[str], chosen: dict[str, str]) -> amounts.Amount:
    """Return the amount whose interval the source states, and its unit where it is plain."""
    low, high = (Decimal(end) if end else None for end in interval.groups())
    num = chosen.get("n")
    unit = chosen.get("u", "")
    if num is None:
        with suppress(amounts.Unreadable):
            plain = amounts.read(text)
            return replace(plain, low=low, high=high, unit=unit or plain.unit)
        num = _numeral(text)
    return amounts.Amount(text.index(num), num, low, high, unit, Decimal(1), low == high)


def _bare(text: str) -> str:
    """Return what was printed without what dirt stands in it: `**20** 万` -> `20万`."""
    return re.sub(r"[*\s]|\\\\r\\\\n", "", text)


def _numeral(text: str) -> str:
    found = re.search(r"[\d０-９一二两三四五六七八九十百千万半几数].*", text, re.DOTALL)
    if found is None:
        raise ValueError(f"no numeral: {text}")
    return found[0]


def _plain(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _relation(draft: Draft, line: str) -> dict[str, Any]:
    formula = parse_formula(line)
    unknown = [name for name in formula.names if name not in draft.names]
    if unknown:
        raise ValueError(f"{line}: no such figures: {unknown}")
    indices = [draft.names[name] for name in formula.names]
    holds = formula.holds([(draft.quantities[at], draft.places[at]) for at in indices])
    if holds is not formula.expected:
        raise ValueError(f"{line}: {'holds' if holds else 'does not hold'}")
    row: dict[str, Any] = {
        "type": formula.type,
        "formula": _shown(formula, draft, indices),
        "members": indices,
        "holds": holds,
    }
    if formula.optional:
        row["optional"] = True
    return row


def _shown(formula: Formula, draft: Draft, indices: list[int]) -> str:
    """Write the formula with the figures of the text in place of their names."""
    shown = dict(
        zip(formula.names, (draft.quantities[index]["num"] for index in indices), strict=True)
    )
    return re.sub(r"[a-z]\w*", lambda found: shown[found[0]], formula.text)

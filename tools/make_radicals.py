"""Write `src/reportparse/data/radicals.txt` from the Unicode Character Database.

    python tools/make_radicals.py EquivalentUnifiedIdeograph.txt

The table is `EquivalentUnifiedIdeograph.txt` of the UCD (https://www.unicode.org/Public/UCD/).
Perl carries the same table as `unicore/To/EqUIdeo.pl`; its form is read as well.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

TARGET: Final = Path(__file__).parents[1] / "src" / "reportparse" / "data" / "radicals.txt"
#: 2E8C..2E8D ; 5C0F · and in Perl: 2E8C<tab>2E8D<tab>5C0F
ROW: Final = re.compile(
    r"^([0-9A-F]{4,5})(?:\.\.|\t)?([0-9A-F]{4,5})?\s*[;\t]\s*([0-9A-F]{4,5})", re.MULTILINE
)
VERSION: Final = re.compile(r"(?:Ideograph-|Version )(\d+\.\d+\.\d+)")
HEAD: Final = """\
# Radicals and strokes, each followed by the ideograph that it looks like; ten pairs a line.
# Written by tools/make_radicals.py from EquivalentUnifiedIdeograph of the Unicode Character
# Database {version}, © Unicode, Inc., under the Unicode License v3 (SPDX: Unicode-3.0,
# https://www.unicode.org/license.txt). Do not edit.
"""


def pairs(table: str) -> list[str]:
    """Return each radical and its ideograph as two characters."""
    found = [
        chr(code) + chr(int(ideograph, 16))
        for first, last, ideograph in ROW.findall(table)
        for code in range(int(first, 16), int(last or first, 16) + 1)
    ]
    return sorted(found)


def main() -> None:
    """Read the table named on the command line and write the data file."""
    table = Path(sys.argv[1]).read_text(encoding="utf-8")
    version = VERSION.search(table)
    found = pairs(table)
    lines = [" ".join(found[at : at + 10]) for at in range(0, len(found), 10)]
    head = HEAD.format(version=version[1] if version else "")
    TARGET.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Tables for tests: rows of cells between slashes become a text with tabs."""

from __future__ import annotations

import re

#: "东镇 / / 30": the second cell is empty
PARTING = re.compile(r" /(?= |$)")


def tabled(*rows: str) -> str:
    """Return rows "石桥镇 / 12 / 30" as lines with tabs; the first may be a caption."""
    return "\n".join("\t".join(cell.strip() for cell in PARTING.split(row)) for row in rows)
